"""Saves when the program, the system or the disk gives out while one is being written."""

from __future__ import annotations

import errno
import multiprocessing
import os
import random
import shutil
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.save_file import SaveError, decode
from game.play.saves import Saves
from game.story.load import load_story
from tests.play.treadmill import STEPS, auto, walked


class StoppedHere(BaseException):
    """Stands for the end of the program between two calls of the system."""


CALLS = ("open", "fsync", "link", "replace")


def stop_at(monkeypatch: pytest.MonkeyPatch, number: int, error: BaseException) -> list[str]:
    """Raise `error` instead of the `number`th call that changes the disk; list the calls made."""
    made: list[str] = []

    def counted(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            made.append(name)
            if len(made) == number + 1:
                raise error
            return real(*args, **named)

        return call

    for name in ("fsync", "link", "replace"):
        monkeypatch.setattr(os, name, counted(name, getattr(os, name)))
    monkeypatch.setattr(Path, "open", counted("open", Path.open))
    return made


def test_wherever_a_save_is_cut_off_the_one_before_it_or_the_new_one_is_whole(
    saves: Saves, program: Program
) -> None:
    reached = 0
    for number in range(20):
        shutil.rmtree(saves.folder, ignore_errors=True)
        saves.autosave(walked(program, 1))
        saves.autosave(walked(program, 2))
        with pytest.MonkeyPatch.context() as patch:
            made = stop_at(patch, number, StoppedHere())
            try:
                saves.autosave(walked(program, 3))
            except StoppedHere:
                reached += 1
        loaded = saves.load_auto(program)
        assert loaded is not None
        assert len(loaded.playthrough.choices) in (2, 3), made
        assert loaded.notices == ()
        assert auto(saves).exists(), made
        assert auto(saves, ".previous").exists(), made
    assert reached >= 5


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_a_disk_that_refuses_is_reported_and_nothing_half_written_stays(
    saves: Saves, program: Program, code: int
) -> None:
    for number in range(5):
        saves.autosave(walked(program, 2))
        with pytest.MonkeyPatch.context() as patch:
            made = stop_at(patch, number, OSError(code, os.strerror(code)))
            refusals = []
            try:
                saves.autosave(walked(program, 3))
            except SaveError as why:
                refusals.append(str(why))
        # The link has a substitute, and the folder's fsync is a courtesy.
        assert refusals or made[number] in ("link", "fsync")
        for refusal in refusals:
            assert os.strerror(code).lower() in refusal
            assert "You can play on" in refusal
        loaded = saves.load_auto(program)
        assert loaded is not None
        assert len(loaded.playthrough.choices) in (2, 3)
        assert not list(saves.folder.glob(".*"))


def test_where_files_cannot_have_two_names_the_one_before_is_copied(
    saves: Saves, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    saves.autosave(walked(program, 1))
    saves.autosave(walked(program, 2))
    assert len(decode(auto(saves, ".previous").read_bytes()).choices) == 1


def test_what_a_killed_writer_left_is_swept_away_later(saves: Saves, program: Program) -> None:
    saves.autosave(walked(program, 1))
    old, fresh = saves.folder / ".autosave.json.1-a.tmp", saves.folder / ".autosave.json.2-b.tmp"
    old.write_bytes(b"half")
    fresh.write_bytes(b"half")
    an_hour_ago = time.time() - 3_600
    os.utime(old, (an_hour_ago, an_hour_ago))
    saves.load_auto(program)
    assert not old.exists()
    assert fresh.exists()


FORKS = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "win32"
KILLS = 400 if FORKS else 40
_processes: Any = multiprocessing.get_context("fork" if FORKS else "spawn")


def _walk_and_save(folder: Path, report: Connection) -> None:
    """Go on from the autosave as fast as possible, reporting each choice once it is saved."""
    program = Program(load_story(folder / "treadmill.yaml"))
    saves = Saves(folder / "saves", program.story)
    loaded = saves.load_auto(program)
    playthrough = loaded.playthrough if loaded else Playthrough(program)
    while True:
        playthrough.choose(STEPS[len(playthrough.choices)])
        saves.autosave(playthrough)
        report.send_bytes(len(playthrough.choices).to_bytes(4, "big"))


def _heard(report: Connection) -> int:
    """The last choice that was reported, or 0."""
    last = 0
    try:
        while True:
            last = int.from_bytes(report.recv_bytes(), "big")
    except (EOFError, OSError):
        return last


def test_killed_at_any_moment_the_last_completed_choice_is_still_there(
    tmp_path: Path, saves: Saves, program: Program
) -> None:
    chance = random.Random(4)
    mid_save = acknowledged = 0
    for kill in range(KILLS):
        ours, theirs = _processes.Pipe(duplex=False)
        child = _processes.Process(target=_walk_and_save, args=(tmp_path, theirs))
        child.start()
        theirs.close()
        ours.poll(30)  # it walks
        time.sleep(chance.uniform(0, 0.012))
        child.kill()
        last = _heard(ours)
        child.join()
        ours.close()
        begun = list(saves.folder.glob(".*.tmp"))
        mid_save += bool(begun)
        for unfinished in begun:
            unfinished.unlink()
        acknowledged += last > 0
        loaded = saves.load_auto(program)
        assert loaded is not None, f"kill {kill}: nothing left after choice {last}"
        choices = loaded.playthrough.choices
        assert loaded.notices == (), f"kill {kill}"
        assert last <= len(choices) <= last + 1 or last == 0, f"kill {kill}"
        assert choices == STEPS[: len(choices)], f"kill {kill}"
        if len(choices) > 150:
            shutil.rmtree(saves.folder)  # short saves are killed in more places a second
    assert acknowledged > KILLS * 0.9
    assert mid_save > KILLS * 0.1, "too few kills struck while a save was being written"


def test_two_players_of_one_story_never_damage_its_save(
    tmp_path: Path, saves: Saves, program: Program
) -> None:
    pipes, children = [], []
    for _ in range(2):
        ours, theirs = _processes.Pipe(duplex=False)
        child = _processes.Process(target=_walk_and_save, args=(tmp_path, theirs))
        child.start()
        theirs.close()
        pipes.append(ours)
        children.append(child)
    try:
        for ours in pipes:
            ours.poll(30)
        end = time.monotonic() + 1.5
        loads = 0
        while time.monotonic() < end:
            loaded = saves.load_auto(program)
            assert loaded is not None
            assert loaded.notices == ()
            loads += 1
    finally:
        for child in children:
            child.kill()
            child.join()
    assert loads > 50


def test_a_save_that_is_named_later_is_whole_at_once_and_its_folder_follows(
    tmp_path: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    saves = Saves(tmp_path, program.story, named_later=True)
    here, real = threading.get_ident(), os.fsync
    flushed: list[bool] = []
    held = threading.Event()

    def flush(handle: int) -> None:
        flushed.append(threading.get_ident() == here)
        if not flushed[-1]:
            held.wait(20)
        real(handle)

    monkeypatch.setattr(os, "fsync", flush)
    for choices in (1, 2, 3):
        saves.autosave(walked(program, choices))
        # Whoever kills the program now loses nothing: it is under its name, whole.
        assert len(decode(auto(saves).read_bytes()).choices) == choices
    assert flushed.count(True) == 3, "the content is flushed before it has a name"
    held.set()
    for thread in threading.enumerate():
        if thread is not threading.current_thread() and not thread.daemon:
            thread.join(20)
    assert 1 <= flushed.count(False) <= 3, "the folder is flushed once or more, by a thread"
