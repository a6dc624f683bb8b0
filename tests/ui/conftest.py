"""The window's tests draw on no screen: SDL's dummy driver stands in for one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.ui.watched import Open, Watched

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
# Nor does whoever runs them hear of it: no screen reader of theirs is on this bus.
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"


@pytest.fixture(scope="session")
def _everybodys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("everybodys")


@pytest.fixture(autouse=True)
def _no_players_folders(_everybodys: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a test's window keeps goes nowhere near whoever runs the tests; its threads end."""
    from game.ui.window import Window  # after SDL was told what to draw on
    from tests.ui.pilot import CAMERAS, PILOTS

    monkeypatch.setenv("ONE_OUT_HOME", str(_everybodys))
    monkeypatch.setattr(Window, "told_mute", False)
    yield
    while PILOTS:
        if (voicing := PILOTS.pop().window.voicing) is not None:
            voicing.close()
    while CAMERAS:
        CAMERAS.pop().close()


@pytest.fixture
def watched(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Opens watched stories, which keep what they keep in `home`."""
    from tests.ui.watched import AT_THE_PUB, Watched  # after SDL was told what to draw on

    monkeypatch.setenv("ONE_OUT_HOME", str(home))
    opened: list[Watched] = []

    def open_(
        resumed: tuple[str, ...] = AT_THE_PUB,
        *,
        size: tuple[int, int] = (1280, 720),
        text: int = 100,
    ) -> Watched:
        opened.append(Watched(tmp_path / str(len(opened)), resumed, size=size, text=text))
        return opened[-1]

    yield open_
    for one in opened:
        one.watcher.close()


class Clock:
    """The time as the window sees it: it stands until a test moves it."""

    now = 1000.0

    def monotonic(self) -> float:
        """Seconds."""
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Stops the window's clock."""
    from game.ui import window  # after SDL was told what to draw on

    stopped = Clock()
    monkeypatch.setattr(window, "time", stopped)
    return stopped


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X display: the one there is, or Xvfb's."""
    if sys.platform != "linux":
        pytest.skip("the screens of other systems cannot be made here; X11 has Xvfb")
    if os.environ.get("DISPLAY"):
        yield os.environ["DISPLAY"]
        return
    server = shutil.which("Xvfb")
    if server is None:
        pytest.fail("there is no display to test on: install Xvfb, or set DISPLAY")
    read, write = os.pipe()
    command = [server, "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as process:
        os.close(write)
        with os.fdopen(read) as told:  # to its end of line: a server that cannot write it dies
            number = told.readline().strip()
        yield f":{number}"
        process.terminate()
