"""A screen to measure a window on: Xvfb's, whose pixels are a file, and keys that come from it.

The file is mapped, so a changed pixel is seen within a millisecond and no program that takes
screenshots is in the way. Keys are pressed with the XTEST extension, through ctypes: the window
cannot tell them from a keyboard's. Linux only; needs Xvfb, libX11 and libXtst.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import shutil
import struct
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

_GLANCE = 0.0005
"""Seconds between two looks at the pixels."""

_LOWER = 3
"""Every third row is compared: a change that misses all of them is no change to a reader."""


class Screen:
    """An X screen of `wide` by `high` pixels, open as long as the block that it is used in."""

    def __init__(self, folder: Path, wide: int, high: int) -> None:
        server = shutil.which("Xvfb")
        if server is None:
            raise SystemExit("Xvfb is needed: the bench looks at the screen's own memory.")
        folder.mkdir(parents=True, exist_ok=True)
        # A number of its own: where several servers look for a free one at once, they may collide.
        self.name = f":{100 + os.getpid() % 30000}"
        self._server = subprocess.Popen(
            [
                *(server, self.name, "-screen", "0", f"{wide}x{high}x24"),
                *("-fbdir", str(folder), "-nocursor", "-noreset", "-nolisten", "tcp"),
            ],
            stderr=subprocess.DEVNULL,
        )
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._test = ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._display = self._opened()
        with (folder / "Xvfb_screen0").open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        # The header of an X window dump (XWDFile.h): its length, the bytes of a line, the colours.
        head = struct.unpack(">25I", self._memory[:100])
        self._start, self._line = head[0] + head[19] * 12, head[12]
        self._pixels, self._high = memoryview(self._memory), high
        self._x11.XStringToKeysym.restype = ctypes.c_ulong
        self._x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        self._x11.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        self._test.XTestFakeKeyEvent.argtypes = [
            *(ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong)
        ]

    def _opened(self) -> int:
        end = time.monotonic() + 10
        while not (display := self._x11.XOpenDisplay(self.name.encode())):
            if time.monotonic() > end:
                self._server.terminate()
                raise SystemExit(f"The screen {self.name} does not open.")
            time.sleep(0.05)
        return int(display)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        why: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.terminate()
        self._server.wait()

    @property
    def pid(self) -> int:
        """The server's process."""
        return self._server.pid

    def look(self) -> bytes:
        """What is on the screen, as far as it is compared."""
        start, line = self._start, self._line
        rows = range(start, start + line * self._high, line * _LOWER)
        return b"".join(self._pixels[row : row + line] for row in rows)

    def press(self, key: str) -> float:
        """Press a key by X's name of it, and let go. When it was pressed (`time.perf_counter`)."""
        code = self._x11.XKeysymToKeycode(self._display, self._x11.XStringToKeysym(key.encode()))
        assert code, f"{key} is no key"
        start = time.perf_counter()
        self._test.XTestFakeKeyEvent(self._display, code, 1, 0)
        self._x11.XSync(self._display, 0)
        self._test.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._x11.XSync(self._display, 0)
        return start

    def changed(self, before: bytes, patience: float) -> float | None:
        """When the screen first was another than `before`; None if it stayed for `patience`."""
        end = time.perf_counter() + patience
        while (now := time.perf_counter()) < end:
            if self.look() != before:
                return now
            time.sleep(_GLANCE)
        return None

    def still(
        self, quiet: float, patience: float, good: Callable[[bytes], bool] = bool
    ) -> tuple[float | None, bytes]:
        """Wait until nothing has changed for `quiet` seconds and what is there is `good`.

        When it changed last (None: not at all), and what is there.
        """
        last, now = None, self.look()
        begin = since = time.perf_counter()
        while time.perf_counter() - begin < patience:
            seen, at = self.look(), time.perf_counter()
            if seen != now:
                now, last, since = seen, at, at
            elif at - since >= quiet:
                if good(now):
                    return last, now
                since = at
            time.sleep(_GLANCE)
        raise TimeoutError(f"the screen did not come to rest within {patience} seconds")
