"""A screen of Xvfb, with somebody at its keyboard."""

from __future__ import annotations

import hashlib
import os
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.executables.closing import close

PATIENCE = 60.0
"""Seconds that anything may take, however busy the machine is."""

_OPTIONS = ("-nolisten", "tcp", "-ac", "-noreset")
"""Without the last, Xvfb begins anew when its last client leaves, and turns away who comes then."""

_STILL = 8
"""Looks at the screen, 0.15 s apart, in which a machine that is busy has drawn what it will."""


class Screen:
    """The screen, the keys of its keyboard, and what is to be seen on it."""

    def __enter__(self) -> Self:
        # A number of its own choice Xvfb gives out without a lock, and two may get the same.
        for number in range(100, 200):
            self.name = f":{number}"
            socket = Path(f"/tmp/.X11-unix/X{number}")  # noqa: S108 - where X servers have it
            self._server = subprocess.Popen(
                ["Xvfb", self.name, "-screen", "0", "1280x800x24", *_OPTIONS],
                stderr=subprocess.DEVNULL,
            )
            until = time.monotonic() + PATIENCE
            while self._server.poll() is None and time.monotonic() < until:
                if socket.exists() and self._tool("getdisplaygeometry"):
                    return self
                time.sleep(0.05)
            self._server.kill()
            self._server.wait(30)
        raise AssertionError("no screen can be had")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.terminate()
        self._server.wait(30)

    def window(self) -> str:
        """Wait for a window of the program that is on the screen; its number."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            found = self._tool("search", "--onlyvisible", "--class", "one-out")
            if found:
                self._tool("windowfocus", found.split()[0])
                return found.split()[0]
            time.sleep(0.05)
        raise AssertionError("no window came")

    def press(self, *keys: str) -> None:
        """Press keys by their X names."""
        self._tool("key", "--delay", "1", *keys)

    def close(self) -> None:
        """Ask the window to close, as the cross in its corner does."""
        close(self.name, int(self.window()))

    def pixels(self) -> str:
        """A digest of what is on the screen."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            taken = subprocess.run(
                ["xwd", "-root", "-silent"],
                env={**os.environ, "DISPLAY": self.name},
                check=False,
                capture_output=True,
            )
            # A window that goes while the picture is taken makes it fail.
            if taken.returncode == 0:
                return hashlib.sha256(taken.stdout).hexdigest()
        raise AssertionError("no picture can be taken of the screen")

    def changed(self, before: str) -> str:
        """Wait for another picture than `before`, and until it stands still for a while."""
        until = time.monotonic() + PATIENCE
        last, still = before, 0
        while time.monotonic() < until:
            now = self.pixels()
            still = still + 1 if now == last != before else 0
            if still == _STILL:
                return now
            last = now
            time.sleep(0.15)
        raise AssertionError("the screen does not change")

    def _tool(self, *arguments: str) -> str:
        return subprocess.run(
            ["xdotool", *arguments],
            env={**os.environ, "DISPLAY": self.name},
            capture_output=True,
            text=True,
            check=False,
        ).stdout.strip()
