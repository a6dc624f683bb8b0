"""`one-out new`: a story to start from, that plays and teaches."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from game.play.playthrough import Playthrough
from game.play.program import Program
from game.story.load import load_story
from game.story.new import TEMPLATE, AlreadyThereError, NameProblemError, new_story
from tests.command import one_out


def test_a_new_story_validates_plays_and_bears_its_name(home: Path) -> None:
    made = one_out("new", "night-shift", home=home)
    assert made.returncode == 0
    assert "one-out play night-shift" in made.stdout
    assert one_out("validate", "night-shift", home=home).stdout.startswith("Night shift: 3 scenes")
    assert one_out("play", "night-shift", "--choices", "1,2", home=home).returncode == 0
    assert load_story(home / "night-shift").id == "night-shift"


def test_a_new_story_never_replaces_anything(home: Path) -> None:
    (home / "taken").mkdir()
    done = one_out("new", "taken", home=home)
    assert done.returncode == 1
    assert "taken is there already" in done.stderr
    assert list((home / "taken").iterdir()) == []


def test_a_new_story_is_there_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = itertools.count()
    write = Path.write_text

    def full_after_two(path: Path, text: str, *rest: str) -> int:
        if next(written) == 2:
            raise OSError(28, "No space left on device")
        return write(path, text, *rest)

    monkeypatch.setattr(Path, "write_text", full_after_two)
    with pytest.raises(OSError, match="No space left"):
        new_story(tmp_path / "half")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["2nd", "My Story", "a_b", "x" * 49, "é", "-a"])
def test_a_name_that_no_story_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(NameProblemError):
        new_story(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_dangling_link_is_in_the_way_too(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    with pytest.raises(AlreadyThereError):
        new_story(tmp_path / "link")


def test_every_way_through_the_new_story_ends_and_prints_every_line() -> None:
    """The template teaches by example: nothing in it may be out of reach."""
    program = Program(load_story(TEMPLATE))
    lines, options, endings = set(), set(), set()
    open_: list[tuple[str, ...]] = [()]
    while open_:
        choices = open_.pop()
        playthrough, stopped = Playthrough.replay(program, choices)
        assert stopped is None
        view = playthrough.view
        assert view.fault is None
        lines |= {line.id for line in view.lines}
        options |= {option.id for option in view.options}
        lines |= {hand.line for hand in view.meeting.hands} if view.meeting else set()
        endings |= {view.ending.title} if view.ending else set()
        open_ += [(*choices, option.id) for option in view.numbered]
    story = program.story
    for passage in story.passages.values():
        for paragraph in passage.paragraphs:
            lines.remove(paragraph.id)
            if paragraph.otherwise is not None:
                lines.remove(f"{paragraph.id}/else")
        for choice in passage.choices:
            options.remove(choice.id)
        for voter in passage.meeting.voters if passage.meeting else ():
            for line in voter.lines:
                lines.remove(line.id)
    assert lines == set()
    assert endings == {"Two hours", "Own fault"}
