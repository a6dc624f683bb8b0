"""Which files a story is made of, and what is refused before it costs or hangs anything."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story import files
from game.story.diagnostics import Diagnostic, Problems
from game.story.files import (
    LARGEST,
    LARGEST_STORY,
    MOST_FILES,
    SourceFile,
    fingerprint,
    read_bytes,
    read_files,
    story_files,
)

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def story(root: Path, *names: str) -> Path:
    """A folder with empty files of these names, and a head."""
    for name in ("story.yaml", *names):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return root


def names(path: Path) -> list[str]:
    """The files of a story in which nothing is wrong with any."""
    problems = Problems()
    found = story_files(path, problems)
    assert problems.found == ()
    return [file.name for file in found]


def only_fault(path: Path) -> Diagnostic:
    problems = Problems()
    story_files(path, problems)
    (found,) = problems.found
    return found


def test_the_files_of_a_folder_come_in_reading_order(tmp_path: Path) -> None:
    parts = ["sources.yaml", "notes.yaml", "people.yaml"]
    scenes = ["scenes/b.yaml", "scenes/a.yaml", "scenes/10.yaml", "scenes/B.yaml"]
    assert names(story(tmp_path, *parts, *scenes)) == [
        "story.yaml",
        "people.yaml",
        "notes.yaml",
        "sources.yaml",
        "scenes/10.yaml",
        "scenes/B.yaml",
        "scenes/a.yaml",
        "scenes/b.yaml",
    ]


def test_scenes_are_sorted_by_their_names(tmp_path: Path) -> None:
    scenes = [f"scenes/{n * 37 % 100:02}.yaml" for n in range(100)]
    assert names(story(tmp_path, *scenes))[1:] == sorted(scenes)


def test_other_files_in_the_folder_are_no_part_of_the_story(tmp_path: Path) -> None:
    others = ["teaching.md", "draft.yaml", "scenes/notes.txt", "scenes/.a.yaml", "scenes/x/y.yaml"]
    assert names(story(tmp_path, *others)) == ["story.yaml"]


def test_a_story_may_be_one_file(tmp_path: Path) -> None:
    story(tmp_path, "small.yaml", "people.yaml")
    assert names(tmp_path / "small.yaml") == ["small.yaml"]


def test_the_head_of_a_folder_stands_for_the_folder(tmp_path: Path) -> None:
    story(tmp_path, "people.yaml")
    assert names(tmp_path / "story.yaml") == ["story.yaml", "people.yaml"]


def test_a_folder_without_a_head_says_what_it_has(tmp_path: Path) -> None:
    (tmp_path / "intro.yaml").touch()
    (tmp_path / "Story.yml").touch()
    found = only_fault(tmp_path)
    assert found.code == "Y01"
    assert "`story.yaml`" in found.wrong
    assert "it has `Story.yml`, `intro.yaml`" in found.wrong


def test_a_folder_of_stories_says_where_they_are(tmp_path: Path) -> None:
    story(tmp_path / "strike")
    assert "these folders in it do: `strike`" in only_fault(tmp_path).wrong


def test_an_empty_folder_is_no_story(tmp_path: Path) -> None:
    found = only_fault(tmp_path)
    assert (found.code, found.place.file) == ("Y01", "story.yaml")
    assert "has none" in found.wrong


def test_a_path_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    assert "it is not there" in only_fault(tmp_path / "nowhere.yaml").wrong
    assert "it is not there" in only_fault(tmp_path / "no" / "where").wrong


def test_a_name_no_file_can_have_is_said_so() -> None:
    assert "no file can have this name" in only_fault(Path("a\0b")).wrong


@pytest.mark.parametrize("name", ["scenes/a.yml", "scenes/a.YAML"])
def test_a_scene_with_another_ending_is_not_silently_left_out(tmp_path: Path, name: str) -> None:
    found = only_fault(story(tmp_path, name))
    assert (found.code, found.place.file) == ("Y01", name)
    assert "must end in `.yaml`" in found.wrong


@pytest.mark.parametrize("name", ["People.yaml", "SCENES"])
def test_a_part_in_capitals_is_not_silently_left_out(tmp_path: Path, name: str) -> None:
    found = only_fault(story(tmp_path, name))
    assert (found.code, found.place.file) == ("Y01", name)
    assert f"must be written `{name.lower()}`" in found.wrong


@posix
def test_a_scene_whose_name_cannot_be_printed_is_refused(tmp_path: Path) -> None:
    story(tmp_path, "scenes/a.yaml")
    (tmp_path / "scenes" / os.fsdecode(b"\xff.yaml")).touch()
    (tmp_path / "scenes" / "b\n.yaml").touch()
    problems = Problems()
    assert len(story_files(tmp_path, problems)) == 2
    assert [d.code for d in problems.found] == ["Y01", "Y01"]
    for found in problems.found:
        assert str(found).encode()


@posix
@pytest.mark.parametrize("name", ["story.yaml", "people.yaml", "scenes/a.yaml", "scenes"])
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, name: str) -> None:
    root = story(tmp_path / "story")
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "a.yaml").write_text("format: 1")
    link = root / name
    link.parent.mkdir(exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(secret if name == "scenes" else secret / "a.yaml")
    problems = Problems()
    assert name not in [file.name for file in story_files(root, problems)]
    assert [(d.code, d.place.file) for d in problems.found] == [("Y09", name)]


@posix
def test_a_link_that_stays_in_the_folder_is_followed(tmp_path: Path) -> None:
    root = story(tmp_path, "drafts/a.yaml")
    (root / "people.yaml").symlink_to("drafts/a.yaml")
    assert names(root) == ["story.yaml", "people.yaml"]


@posix
def test_the_storys_folder_may_itself_be_a_link(tmp_path: Path) -> None:
    story(tmp_path / "story", "scenes/a.yaml")
    (tmp_path / "link").symlink_to("story")
    assert names(tmp_path / "link") == ["story.yaml", "scenes/a.yaml"]


@posix
def test_links_in_a_circle_are_said_so(tmp_path: Path) -> None:
    root = story(tmp_path)
    (root / "notes.yaml").symlink_to("notes.yaml")
    assert "round in a circle" in only_fault(root).wrong


@posix
@pytest.mark.parametrize("name", ["story.yaml", "people.yaml", "scenes/a.yaml"])
def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path, name: str) -> None:
    root = story(tmp_path, name)
    (root / name).unlink()
    os.mkfifo(root / name)
    assert "not an ordinary file" in only_fault(root).wrong
    problems = Problems()
    assert read_bytes(SourceFile(name, root / name), problems) is None
    assert [d.code for d in problems.found] == ["Y01"]


@posix
def test_a_socket_is_refused_before_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("a.yaml")
        problems = Problems()
        assert read_bytes(SourceFile("a.yaml", Path("a.yaml")), problems) is None
    assert "not an ordinary file" in problems.found[0].wrong


@posix
def test_a_device_is_refused(tmp_path: Path) -> None:
    assert "not an ordinary file" in only_fault(Path("/dev/zero")).wrong
    (story(tmp_path) / "notes.yaml").symlink_to("/dev/zero")
    assert only_fault(tmp_path).code == "Y09"


def test_a_folder_in_the_place_of_a_file_is_said_so(tmp_path: Path) -> None:
    (story(tmp_path) / "people.yaml").mkdir()
    assert "it is a folder" in only_fault(tmp_path).wrong


def test_a_file_in_the_place_of_the_scenes_is_said_so(tmp_path: Path) -> None:
    assert "what should be a folder is a file" in only_fault(story(tmp_path, "scenes")).wrong


@contextlib.contextmanager
def nobody_special() -> Iterator[None]:
    """For a while without the rights of root, who may read everything."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@posix
def test_a_file_that_may_not_be_read_is_said_so(tmp_path: Path) -> None:
    head = story(tmp_path) / "story.yaml"
    head.chmod(0)
    problems = Problems()
    with nobody_special():
        assert read_bytes(SourceFile("story.yaml", head), problems) is None
    assert "you may not read it" in problems.found[0].wrong


def test_more_than_the_limit_of_files_are_not_read(tmp_path: Path) -> None:
    story(tmp_path, *(f"scenes/{n}.yaml" for n in range(MOST_FILES - 1)))
    assert len(names(tmp_path)) == MOST_FILES
    story(tmp_path, "people.yaml")
    problems = Problems()
    assert len(story_files(tmp_path, problems)) == MOST_FILES
    assert [d.code for d in problems.found] == ["Y05"]


def test_a_file_of_the_largest_size_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a" * LARGEST)
    problems = Problems()
    assert len(read_bytes(SourceFile("a.yaml", path), problems) or b"") == LARGEST
    path.write_bytes(b"a" * (LARGEST + 1))
    assert read_bytes(SourceFile("a.yaml", path), problems) is None
    assert [(d.code, d.place.file) for d in problems.found] == [("Y05", "a.yaml")]


def test_a_file_far_too_large_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    with path.open("wb") as out:
        out.truncate(2**40)  # a hole: it takes no room, and reading it would take minutes
    problems = Problems()
    assert read_bytes(SourceFile("a.yaml", path), problems) is None
    assert "1048576.0 MiB" in problems.found[0].wrong


@pytest.mark.skipif(not Path("/proc/kallsyms").exists(), reason="needs a file that grows as read")
def test_a_file_that_says_it_is_empty_is_read_no_further_than_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(files, "LARGEST", 1000)
    problems = Problems()
    assert read_bytes(SourceFile("a.yaml", Path("/proc/kallsyms")), problems) is None
    assert [d.code for d in problems.found] == ["Y05"]


def test_a_story_that_grows_too_large_is_read_no_further(tmp_path: Path) -> None:
    sources: list[SourceFile] = []
    for n in range(6):
        path = tmp_path / f"{n}.yaml"
        with path.open("wb") as out:
            out.truncate(LARGEST if n < 4 else 1)
        sources.append(SourceFile(path.name, path))
    problems = Problems()
    assert sum(len(data) for _, data in read_files(sources[:4], problems)) == LARGEST_STORY
    assert not problems
    read_files(sources, problems)
    assert {(d.code, d.place.file) for d in problems.found} == {
        ("Y05", "4.yaml"),
        ("Y05", "5.yaml"),
    }
    problems = Problems()
    assert read_files(sources[4:], problems, already=LARGEST_STORY) == []
    assert "the story is too large" in problems.found[0].wrong


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_bytes(b"b")
    sources = [SourceFile(name, tmp_path / name) for name in ("a.yaml", "b.yaml")]
    problems = Problems()
    assert read_files(sources, problems) == [("b.yaml", b"b")]
    assert [(d.code, d.place.file) for d in problems.found] == [("Y01", "a.yaml")]


def test_the_fingerprint_is_thirty_two_digits_and_the_same_everywhere() -> None:
    assert fingerprint([("story.yaml", b"format: 1\n")]) == "3e0307631c2700b4e91ba34573390681"


FILES = st.dictionaries(st.text(max_size=5), st.binary(max_size=5), max_size=4)


@given(FILES, st.randoms())
def test_the_fingerprint_does_not_depend_on_the_order(
    found: dict[str, bytes], random: Random
) -> None:
    pairs = list(found.items())
    random.shuffle(pairs)
    assert fingerprint(pairs) == fingerprint(found.items())


@given(FILES, FILES)
def test_other_names_or_bytes_have_another_fingerprint(
    one: dict[str, bytes], other: dict[str, bytes]
) -> None:
    assert (fingerprint(one.items()) == fingerprint(other.items())) == (one == other)


def test_a_byte_moved_from_one_file_to_the_next_changes_the_fingerprint() -> None:
    assert fingerprint([("a", b"x"), ("b", b"")]) != fingerprint([("a", b""), ("b", b"x")])
    assert fingerprint([("a", b"b"), ("c", b"")]) != fingerprint([("a", b""), ("bc", b"")])


def test_a_name_that_is_no_text_has_a_fingerprint_too() -> None:
    one, other = os.fsdecode(b"\xff.yaml"), os.fsdecode(b"\xfe.yaml")
    assert fingerprint([(one, b"")]) != fingerprint([(other, b"")])


def test_players_import_neither_yaml_nor_pydantic_for_it() -> None:
    code = (
        "import sys, game.story.files as f\n"
        "problems = f.Problems()\n"
        "f.fingerprint(f.read_files(f.story_files(f.Path('nowhere'), problems), problems))\n"
        "print(*sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = set(ran.stdout.split())
    assert "game.story.files" in loaded
    assert not loaded & {"yaml", "pydantic", "game.story.tree", "json", "pygame"}
