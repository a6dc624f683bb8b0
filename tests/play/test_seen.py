"""What a player has seen of a story: noted, kept, put together, and lost as little as can be."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from game import whole
from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.seen import Reached, Seen
from game.play.seen_file import SeenFile
from game.whole import alone
from tests.play.treadmill import STORY, program_of, walked

CLONE = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "saves" / "treadmill"


def kept(program: Program, folder: Path, steps: int = 3) -> SeenFile:
    file = SeenFile(program.story, folder)
    file.note(walked(program, steps))
    file.write()
    assert not file.problem
    return file


def ended(program: Program) -> Playthrough:
    playthrough, stopped = Playthrough.replay(program, ("left/on", "right/on", "left/stop"))
    assert stopped is None
    return playthrough


def aside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.damaged-*"))


# What is noted


def test_a_play_leaves_its_passages_its_text_its_ways_and_its_ending(program: Program) -> None:
    seen = Seen()
    seen.note_play(ended(program), "2026-03-01T10:00:00+00:00")
    assert seen.passages == {"left", "right", "end"}
    assert seen.lines == {"left/text", "right/text", "end/text"}
    assert seen.ways == {"left/on": {"right"}, "right/on": {"left"}, "left/stop": {"end"}}
    assert seen.last == {"left": "left/stop", "right": "right/on"}
    choices = ("left/on", "right/on", "left/stop")
    assert seen.endings == {"end": Reached("2026-03-01T10:00:00+00:00", choices)}


def test_noting_choice_by_choice_comes_to_the_same_as_noting_the_play(program: Program) -> None:
    step_by_step, at_once = SeenFile(program.story), SeenFile(program.story)
    playthrough = Playthrough(program)
    step_by_step.note(playthrough)
    for choice in ended(program).choices:
        before = playthrough.view
        playthrough.choose(choice)
        step_by_step.note(playthrough, before)
    at_once.note(ended(program))
    assert step_by_step.seen.to_json()["ways"] == at_once.seen.to_json()["ways"]
    assert step_by_step.seen.passages == at_once.seen.passages
    assert step_by_step.seen.endings.keys() == {"end"}


def test_a_screen_is_known_when_all_it_says_was_said(program: Program) -> None:
    seen = Seen()
    playthrough = walked(program, 1)
    seen.note_play(walked(program, 0))
    assert seen.knows(walked(program, 0).view)
    assert not seen.knows(playthrough.view)
    seen.passages.add("right")
    assert not seen.knows(playthrough.view), "the passage was entered, and said something else"
    seen.lines.add("right/text")
    assert seen.knows(playthrough.view)


def test_the_first_time_an_ending_was_reached_stays(program: Program) -> None:
    early, late = Seen(), Seen()
    early.note_play(ended(program), "2026-03-01T10:00:00+00:00")
    late.note_play(ended(program), "2026-03-02T10:00:00+00:00")
    for one, other in ((early, late), (late, early)):
        both = Seen()
        both.add(one)
        both.add(other)
        assert both.endings["end"].when == "2026-03-01T10:00:00+00:00"


def test_an_endless_play_keeps_its_ending_without_its_route(program: Program) -> None:
    playthrough = walked(program, 2_002)
    playthrough.choose("left/stop")
    seen = Seen()
    seen.note(playthrough.view, playthrough.choices, "2026-03-01T10:00:00+00:00")
    assert seen.endings["end"].choices == ()


# What is kept


def test_what_was_seen_is_there_the_next_time(program: Program, folder: Path) -> None:
    kept(program, folder)
    again = SeenFile(program.story, folder)
    assert again.seen.passages == {"left", "right"}
    assert again.seen.last == {"left": "left/on", "right": "right/on"}
    assert not again.problem


def test_nothing_is_written_where_nothing_is_new(program: Program, folder: Path) -> None:
    file = kept(program, folder)
    assert file.path is not None
    stamp = file.path.stat().st_mtime_ns
    file.write()
    again = SeenFile(program.story, folder)
    again.note(walked(program, 3))
    again.write()
    assert file.path.stat().st_mtime_ns == stamp
    SeenFile(program.story, folder / "other").write()
    assert not (folder / "other").exists()


def test_two_windows_put_together_what_they_have_seen(program: Program, folder: Path) -> None:
    one, other = SeenFile(program.story, folder), SeenFile(program.story, folder)
    assert not one.seen
    assert not other.seen
    one.note(walked(program, 1))
    other.note(ended(program))
    one.write()
    other.write()
    one.note(walked(program, 0))
    one.write()
    assert one.seen.endings.keys() == {"end"}
    assert SeenFile(program.story, folder).seen.to_json() == one.seen.to_json()
    assert one.seen.ways.keys() == {"left/on", "right/on", "left/stop"}


_WRITER = """
import sys
from pathlib import Path
from game.play.program import Program
from game.play.seen import Seen
from game.play.seen_file import SeenFile
from tests.play.treadmill import program_of
own, folder = sys.argv[1], Path(sys.argv[2])
file = SeenFile(program_of(Path(sys.argv[3])).story, folder)
for number in range(25):
    file._fresh.lines.add(f"{own}/{number}")
    file.write()
    assert not file.problem, file.problem
    file = SeenFile(file.story, folder)
"""


def test_two_processes_that_write_at_once_lose_nothing(program: Program, folder: Path) -> None:
    folders = [folder.parent / name for name in ("a", "b")]
    for one in folders:
        one.mkdir(parents=True)
    running = [
        subprocess.Popen(
            [sys.executable, "-c", _WRITER, own, str(folder), str(its)],
            cwd=CLONE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for own, its in zip("ab", folders, strict=True)
    ]
    for process in running:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    lines = SeenFile(program.story, folder).seen.lines
    assert lines == {f"{own}/{number}" for own in "ab" for number in range(25)}


def test_a_lock_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    with alone(path, 0) as first, alone(path, 0) as second:
        assert first
        assert not second
    with alone(path, 0) as third:
        assert third


def test_where_there_are_no_locks_nobody_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(_: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(whole, "_try_lock", none)
    begin = time.monotonic()
    with alone(tmp_path / "a.lock", 60) as held:
        assert not held
    assert time.monotonic() - begin < 10


def test_a_window_that_waits_for_another_writes_after_it(program: Program, folder: Path) -> None:
    file = kept(program, folder)
    assert file.path is not None
    held = threading.Event()

    def hold() -> None:
        with alone(folder / "seen.lock", 0):
            held.set()
            time.sleep(0.2)

    other = threading.Thread(target=hold)
    other.start()
    held.wait()
    file.note(ended(program))
    begin = time.monotonic()
    file.write()
    assert time.monotonic() - begin > 0.1
    other.join()
    assert SeenFile(program.story, folder).seen.endings.keys() == {"end"}


# What can go wrong

DAMAGES = {
    "empty": b"",
    "cut off": b'{"one_out_seen": 1, "passages": ["le',
    "no text": b"\xff\xfe\x00",
    "another": b'["left"]',
    "a bracket storm": b"[" * 100_000,
    "changed": b'{"one_out_seen": 1, "story": "treadmill", "passages": ["left"], "checksum": "0"}',
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_set_aside_and_the_one_before_it_is_taken(
    damage: str, program: Program, folder: Path
) -> None:
    file = kept(program, folder)
    file.note(ended(program))
    file.write()
    (folder / "seen.json").write_bytes(DAMAGES[damage])
    again = SeenFile(program.story, folder)
    assert again.seen.passages == {"left", "right"}
    assert aside(folder) == ["seen.damaged-1.json"]
    assert (folder / "seen.damaged-1.json").read_bytes() == DAMAGES[damage]
    again.note(ended(program))
    again.write()
    assert SeenFile(program.story, folder).seen.passages == {"left", "right", "end"}


def test_a_file_that_is_damaged_while_one_plays_costs_nothing(
    program: Program, folder: Path
) -> None:
    file = kept(program, folder)
    for name in ("seen.json", "seen.previous.json"):
        (folder / name).write_bytes(b"{")
    file.note(ended(program))
    file.write()
    assert not file.problem
    assert SeenFile(program.story, folder).seen.passages == {"left", "right", "end"}
    assert aside(folder) == ["seen.damaged-1.json", "seen.previous.damaged-1.json"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"passages": "left"},
        {"passages": [1]},
        {"lines": ["x" * 201]},
        {"ways": []},
        {"ways": {"left/on": "right"}},
        {"last": {"left": 1}},
        {"endings": {"end": "today"}},
        {"endings": {"end": {"when": 3}}},
        {"endings": {"end": {"choices": [None]}}},
    ],
    ids=str,
)
def test_what_is_no_record_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"missing|is no id"):
        Seen.from_json(wrong)


def test_a_newer_versions_file_and_another_storys_stay_as_they_are(
    program: Program, folder: Path
) -> None:
    folder.mkdir(parents=True)
    path = folder / "seen.json"
    newer = json.dumps({"one_out_seen": 99, "story": "treadmill", "checksum": "?"}).encode()
    kept(program_of(folder, STORY.replace("id: treadmill", "id: other")), folder / "other")
    for content in (newer, (folder / "other" / "seen.json").read_bytes()):
        path.write_bytes(content)
        file = SeenFile(program.story, folder)
        assert not file.seen
        file.note(ended(program))
        file.write()
        assert file.problem
        assert path.read_bytes() == content
        assert file.seen.endings, "it lasts as long as the window"


def test_a_folder_that_cannot_be_written_is_told_and_written_later(
    program: Program, folder: Path
) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("a file in the way of the folder")
    file = SeenFile(program.story, folder)
    file.note(ended(program))
    file.write()
    assert file.problem
    assert file.seen.endings.keys() == {"end"}
    folder.unlink()
    file.write()
    assert not file.problem
    assert SeenFile(program.story, folder).seen.endings.keys() == {"end"}


def test_ids_of_an_edited_story_are_kept_for_the_day_they_come_back(
    program: Program, folder: Path, tmp_path: Path
) -> None:
    kept(program, folder)
    edited = program_of(tmp_path, STORY.replace("right", "east"))
    file = SeenFile(edited.story, folder)
    file.note(Playthrough(edited))
    file.write()
    assert {"left", "right"} <= SeenFile(program.story, folder).seen.passages
