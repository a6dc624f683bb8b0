"""What the head may name under `include:`, and what becomes of the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.diagnostics import Diagnostic, Problems
from game.story.files import MOST_FILES, extra_files, story_files
from game.story.tree import read_tree

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def story(root: Path, *names: str) -> Path:
    """A folder with empty files of these names, and a head."""
    for name in ("story.yaml", *names):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return root


def included(root: Path, *include: str) -> tuple[list[str], tuple[Diagnostic, ...]]:
    """What becomes of the names under `include:`: the files, and what is wrong."""
    problems = Problems()
    head = "include:\n" + "".join(f"  - '{one}'\n" for one in include)
    tree = read_tree(head.encode(), "story.yaml", problems)
    assert tree is not None
    already = story_files(root, problems)
    found = extra_files(root, include, tree, problems, already)
    return [file.name for file in found], problems.found


def test_includes_count_among_the_files(tmp_path: Path) -> None:
    story(tmp_path, *(f"scenes/{n}.yaml" for n in range(MOST_FILES - 2)), "a.yaml", "b.yaml")
    found, problems = included(tmp_path, "a.yaml", "b.yaml")
    assert found == ["a.yaml"]
    assert [(d.code, d.place.line) for d in problems] == [("Y05", 3)]


def test_included_files_come_in_the_order_written(tmp_path: Path) -> None:
    story(tmp_path, "b.yaml", "more/a.yaml")
    found, problems = included(tmp_path, "more/a.yaml", "./b.yaml")
    assert found == ["more/a.yaml", "b.yaml"]
    assert problems == ()


@pytest.mark.parametrize(
    "name",
    ["../a.yaml", "x/../../a.yaml", "x/../b.yaml", "/etc/passwd", "C:\\a.yaml", "C:a.yaml",
     "\\\\server\\a.yaml", "\\a.yaml", "..\\a.yaml", ".."],
)  # fmt: skip
def test_an_include_may_not_lead_out_on_any_system(tmp_path: Path, name: str) -> None:
    root = story(tmp_path / "story", "b.yaml", "x/b.yaml")
    (tmp_path / "a.yaml").touch()
    found, problems = included(root, name)
    assert found == []
    assert [(d.code, d.place.line, d.place.column) for d in problems] == [("Y09", 2, 5)]


@posix
def test_an_include_may_not_lead_out_by_a_link(tmp_path: Path) -> None:
    root = story(tmp_path / "story")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.yaml").touch()
    (root / "more").symlink_to(tmp_path / "other")
    found, problems = included(root, "more/a.yaml")
    assert found == []
    assert [d.code for d in problems] == ["Y09"]


@pytest.mark.parametrize(
    ("name", "code", "wrong"),
    [
        ("nowhere.yaml", "Y01", "it is not there"),
        ("", "Y01", "it is a folder"),
        ("more", "Y01", "it is a folder"),
        ("more\\a.yaml", "Y01", "separated by `/`"),
        ("story.yaml/a.yaml", "Y01", "what should be a folder is a file"),
        ("a" * 5000, "Y01", "its name is too long"),
        ("story.yaml", "F11", "is read already"),
        ("./scenes/a.yaml", "F11", "is read already"),
    ],
)
def test_an_include_that_cannot_be_read_is_said_where_it_is_written(
    tmp_path: Path, name: str, code: str, wrong: str
) -> None:
    story(tmp_path, "more/a.yaml", "scenes/a.yaml", "b.yaml")
    found, problems = included(tmp_path, name, "b.yaml")
    assert found == ["b.yaml"]
    assert [(d.code, d.place.line, d.place.column) for d in problems] == [(code, 2, 5)]
    assert wrong in problems[0].wrong


def test_an_include_that_stands_twice_is_said_so(tmp_path: Path) -> None:
    found, problems = included(story(tmp_path, "a.yaml"), "a.yaml", "./a.yaml")
    assert found == ["a.yaml"]
    assert [(d.code, d.place.line) for d in problems] == [("F11", 3)]


def test_an_include_in_other_capitals_is_refused_on_every_system(tmp_path: Path) -> None:
    found, problems = included(story(tmp_path, "More/A.yaml"), "more/a.yaml")
    assert found == []
    assert [d.code for d in problems] == ["Y01"]
    assert "its name is `More/A.yaml`" in problems[0].wrong


@given(st.lists(st.text(max_size=20), max_size=3))
def test_any_include_is_a_file_of_the_folder_or_a_diagnostic(include: list[str]) -> None:
    problems = Problems()
    tree = read_tree(b"", "story.yaml", problems)
    assert tree is not None
    root = Path(__file__).parent
    for file in extra_files(root, include, tree, problems):
        assert file.path.resolve().is_relative_to(root)
