"""Where stories lie: with the program, beside a built one, in the player's own folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from game import places
from game.story import compiled
from game.story.build import build
from game.story.load import ahead_name, open_story
from game.story.shelf import find, shelf
from tests.corpus.written import write


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """A built program, as its own modules see it; its player is new."""
    monkeypatch.setenv(places.HOME, str(home))
    path = tmp_path / "Spiele für alle" / "one-out"
    path.parent.mkdir()
    path.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(path))
    return path


def named(folder: Path, name: str, title: str) -> Path:
    """A story in a folder of stories."""
    path = write(folder / name)
    head = path / "story.yaml"
    lines = head.read_text(encoding="utf-8").splitlines()
    told = {"id": name, "title": title}
    lines = [f"{k}: {told[k]}" if (k := line.partition(":")[0]) in told else line for line in lines]
    head.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_a_built_program_has_a_folder_of_stories_beside_it(program: Path) -> None:
    assert places.stories_beside() == program.parent / "stories"


def test_a_link_to_a_program_leads_to_the_stories_beside_it(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "link"
    link.symlink_to(program)
    monkeypatch.setattr(sys, "executable", str(link))
    assert places.stories_beside() == program.parent / "stories"


def test_on_macos_the_folder_lies_beside_the_bundle(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = program.parent / "One Out, All Out.app" / "Contents" / "MacOS" / "one-out"
    inside.parent.mkdir(parents=True)
    inside.touch()
    monkeypatch.setattr(sys, "executable", str(inside))
    assert places.stories_beside() == program.parent / "stories"


def test_a_clone_has_neither_such_a_folder_nor_anything_made_ahead() -> None:
    assert places.stories_beside() is None
    assert places.ahead() is None


def test_shipped_stories_come_first_then_those_beside_then_the_players(
    program: Path, home: Path
) -> None:
    shipped = [story.id for story in shelf()]
    named(program.parent / "stories", "beside", "Beside")
    named(home / "stories", "anew", "Their own")
    assert [story.id for story in shelf()] == [*shipped, "beside", "anew"]


def test_the_nearer_to_the_player_the_more_a_story_counts(program: Path, home: Path) -> None:
    beside = named(program.parent / "stories", "twice", "Beside")
    assert find("twice") == beside
    own = named(home / "stories", "twice", "Their own")
    assert find("twice") == own
    assert [story.title for story in shelf() if story.id == "twice"] == ["Their own"]


@pytest.fixture
def ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path) -> tuple[Path, Path]:
    """A shipped story, and the file of its compiled form that the program brings along."""
    monkeypatch.setenv(places.HOME, str(home))
    shipped, made = tmp_path / "shipped", tmp_path / "ahead"
    made.mkdir()
    path = named(shipped, "quay", "As shipped")
    story, sources = build(path)
    kept = made / ahead_name(path)
    kept.write_bytes(compiled.encode(story, [one.name for one in sources]))
    monkeypatch.setattr(places, "shipped_stories", lambda: shipped)
    monkeypatch.setattr(places, "ahead", lambda: made)
    return path, kept


def test_what_was_made_ahead_is_read_and_nothing_is_kept_twice(
    ahead: tuple[Path, Path], home: Path
) -> None:
    assert open_story(ahead[0]).title == "As shipped"
    assert not (home / "cache").exists()


def test_what_was_made_ahead_of_other_sources_is_not_read(
    ahead: tuple[Path, Path], home: Path
) -> None:
    head = ahead[0] / "story.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("As shipped", "Changed"), "utf-8")
    assert open_story(ahead[0]).title == "Changed"
    assert list((home / "cache").iterdir())


def test_a_damaged_file_made_ahead_is_as_good_as_none(ahead: tuple[Path, Path]) -> None:
    ahead[1].write_bytes(ahead[1].read_bytes()[:-9])
    assert open_story(ahead[0]).title == "As shipped"
