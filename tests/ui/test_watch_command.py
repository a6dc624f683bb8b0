"""`one-out watch` where there is a display: SDL's dummy stands in for one."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game import places
from game.commands import watch
from game.play.saves import Saves
from game.story.load import load_story
from game.terminal.paper import Paper
from tests.command import ONE_OUT, environment
from tests.test_watch_command import until
from tests.ui.watched import Open

PUB = "scenes/2-pub.yaml"


def when(true: Callable[[], bool], do: Callable[[], object]) -> threading.Thread:
    """Do something from outside once something is true."""

    def wait() -> None:
        end = time.monotonic() + 60
        while not true() and time.monotonic() < end:
            time.sleep(0.02)
        do()

    thread = threading.Thread(target=wait)
    thread.start()
    return thread


def press(key: int) -> None:
    values = {"key": key, "mod": 0, "unicode": "", "scancode": 0}
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, values))


def test_closing_the_window_leaves_the_terminal_watching(watched: Open) -> None:
    at = watched()  # for its folder, and an open display to post to
    start = load_story(at.path)
    autosave = Saves(places.trials(), start).folder / "autosave.json"
    # Begin, past the content notes, and the first choice.
    for _ in range(3):
        press(pygame.K_1)
    closing = when(autosave.exists, lambda: pygame.event.post(pygame.event.Event(pygame.QUIT)))
    watcher = watch.Watcher(Paper(at.printed), at.path)
    with watch.watching(watcher):
        watch.show(watcher, at.path)
        closing.join()
        assert "The window is closed. The terminal goes on watching" in at.printed.getvalue()
        assert not pygame.display.get_init()
        at.edit(PUB, "    speaker: you\n", "    speeker: you\n")
        end = time.monotonic() + 60
        while "F02 `speeker`" not in at.printed.getvalue() and time.monotonic() < end:
            time.sleep(0.05)
        assert "F02 `speeker`" in at.printed.getvalue()
    # Where the author stands is kept, and no player's save is touched.
    assert watch._resumed(start).playthrough.choices == ("smoko/ask_roy",)
    assert not places.saves().exists()


class Full:
    """A disk with no room left: whatever is printed is refused."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_CREAT | os.O_WRONLY)

    def isatty(self) -> bool:
        return False

    def write(self, _text: str) -> int:
        raise OSError(28, "No space left on device")

    def fileno(self) -> int:
        return self._file


def test_a_fault_beside_the_window_closes_it_and_is_told(tmp_path: Path, watched: Open) -> None:
    at = watched()
    watcher = watch.Watcher(Paper(Full(tmp_path / "full")), at.path)  # type: ignore[arg-type]
    with pytest.raises(OSError, match="No space left"), watch.watching(watcher):
        watch.show(watcher, at.path)
    assert not pygame.display.get_init()


def test_a_window_that_opens_after_the_watching_already_ended_closes(watched: Open) -> None:
    at = watched()
    at.watcher.over.set()
    at.watcher.tell(at.live)
    at.pilot.settle()
    assert at.pilot.window.desk.done


@pytest.fixture
def running(home: Path, watched: Open) -> Iterator[subprocess.Popen[str]]:
    """The command as it is typed where there is a display; SDL's dummy stands in for one."""
    with subprocess.Popen(
        [*ONE_OUT, "watch", str(watched().path)],
        cwd=home,
        env=environment(home, SDL_VIDEODRIVER="dummy"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.kill()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal to send")
@pytest.mark.parametrize(
    ("number", "code", "err"),
    [(signal.SIGINT, 130, "one-out: stopped.\n"), (signal.SIGTERM, 143, "")],
)
def test_the_command_checks_at_every_save_beside_its_window_until_it_is_ended(
    running: subprocess.Popen[str], number: signal.Signals, code: int, err: str
) -> None:
    printed = until(running, "Waiting for the next save")
    assert "The Rope: 4 problems." in printed
    assert "terminal alone" not in printed
    path = Path(running.args[-1]) / PUB  # type: ignore[index, arg-type]
    path.write_text(path.read_text("utf-8").replace("speaker: you", "speeker: you"), "utf-8")
    assert "F02 `speeker`" in until(running, "Waiting for the next save")
    running.send_signal(number)
    _, said = running.communicate(timeout=30)
    assert (running.returncode, said) == (code, err)
