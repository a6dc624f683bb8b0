"""Playing on a real terminal: keys that interrupt, terminals that go away."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.story.new import TEMPLATE
from tests.command import ONE_OUT, environment, one_out

pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")


class Terminal:
    """A player at a terminal: types, reads, and can pull the plug."""

    def __init__(self, home: Path, **more: str) -> None:
        self._end, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [*ONE_OUT, "play", str(TEMPLATE), "--terminal"],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment(home, TERM="xterm", **more),
            start_new_session=True,
            preexec_fn=None,
        )
        os.close(theirs)
        self.seen = ""

    def type(self, words: str) -> None:
        os.write(self._end, words.encode())

    def read_until(self, words: str, seconds: float = 20) -> str:
        """Everything printed so far, once `words` has been."""
        end = time.monotonic() + seconds
        while words not in self.seen and time.monotonic() < end:
            if select.select([self._end], [], [], 0.1)[0]:
                try:
                    self.seen += os.read(self._end, 65_536).decode("utf-8", "replace")
                except OSError:  # Linux says so when the other side has closed
                    break
        assert words in self.seen, self.seen
        return self.seen

    def hang_up(self) -> None:
        if self._end >= 0:
            os.close(self._end)
        self._end = -1

    def ended(self) -> int:
        """The exit code."""
        return self.process.wait(20)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    terminal = Terminal(tmp_path)
    yield terminal
    terminal.process.kill()
    terminal.process.wait()
    terminal.hang_up()


def kept(home: Path) -> str:
    """What somebody reads who goes on."""
    return one_out("play", TEMPLATE, "--terminal", home=home).stdout


def test_ctrl_c_leaves_with_everything_saved(terminal: Terminal, tmp_path: Path) -> None:
    terminal.read_until("h for help")
    terminal.type("2\n")
    terminal.read_until("Tell Dora")
    terminal.process.send_signal(signal.SIGINT)
    read = terminal.read_until("Saved. The same command goes on from here.")
    assert terminal.ended() == 0
    assert "Traceback" not in read
    assert "Tell Dora" in kept(tmp_path)


def test_ctrl_d_leaves_with_everything_saved(terminal: Terminal, tmp_path: Path) -> None:
    terminal.read_until("h for help")
    terminal.type("2\n")
    terminal.read_until("Tell Dora")
    terminal.type("\x04")
    read = terminal.read_until("Saved. The same command goes on from here.")
    assert terminal.ended() == 0
    assert "Traceback" not in read
    assert "Tell Dora" in kept(tmp_path)


def test_a_terminal_that_goes_away_ends_the_play_with_everything_saved(
    terminal: Terminal, tmp_path: Path
) -> None:
    terminal.read_until("h for help")
    terminal.type("2\n")
    terminal.read_until("Tell Dora")
    terminal.hang_up()
    assert terminal.ended() == 0
    assert "Tell Dora" in kept(tmp_path)


def test_on_a_terminal_headings_are_bold_and_nothing_moves_the_cursor(terminal: Terminal) -> None:
    read = terminal.read_until("h for help")
    assert "\x1b[1mThe Scorch. Leeds, 1934\x1b[0m" in read
    assert read.count("\x1b") == read.count("\x1b[1m") + read.count("\x1b[0m")


def test_an_answer_is_not_printed_twice(terminal: Terminal) -> None:
    terminal.read_until("h for help")
    terminal.type("fold\n")
    assert terminal.read_until("Tell Dora").count("fold\r\n") == 1
