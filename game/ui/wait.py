"""Waiting for something to happen without using the processor.

`pygame.event.wait` looks for events every millisecond, which costs two to three percent of a core
for ever (pygame-ce issue 1541). The SDL library that pygame brings sleeps properly, so it is called
directly; where it cannot be found, pygame waits.
"""

from __future__ import annotations

import ctypes
import math
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pygame

_LONGEST = 60_000
"""Milliseconds after which a wait without a limit looks again, in case an event was missed."""

_INIT_VIDEO = 0x20

Wait = Callable[[int], object]


def _candidates() -> Iterator[str]:
    """Files that may be the SDL library pygame uses."""
    package = Path(pygame.__file__).resolve().parent
    if sys.platform.startswith("linux"):
        try:
            maps = Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return
        for line in maps.splitlines():
            path = line[line.find("/") :] if "/" in line else ""
            if "libSDL2-2" in path:
                yield path
                return
    elif sys.platform == "win32":
        yield str(package / "SDL2.dll")
    elif sys.platform == "darwin":
        yield str(package / ".dylibs" / "libSDL2-2.0.0.dylib")


def _sdl_wait() -> Wait | None:
    """SDL's own waiting, or None where the library in use cannot be reached."""
    for path in _candidates():
        try:
            sdl = ctypes.CDLL(path)
            # A second copy of the library would know nothing of our window.
            if sdl.SDL_WasInit(_INIT_VIDEO) != _INIT_VIDEO:
                continue
            wait = sdl.SDL_WaitEventTimeout
        except (OSError, AttributeError):
            continue
        wait.argtypes = [ctypes.c_void_p, ctypes.c_int]
        wait.restype = ctypes.c_int
        return lambda milliseconds: wait(None, milliseconds)
    return None


class Events:
    """The events of the window. The display must be open."""

    def __init__(self) -> None:
        self._sdl = _sdl_wait()

    @property
    def sleeps(self) -> bool:
        """True if waiting uses SDL's own sleep."""
        return self._sdl is not None

    def wait(self, seconds: float | None) -> list[pygame.event.Event]:
        """Everything that has happened, after at most `seconds` (None: as long as it takes)."""
        milliseconds = _LONGEST if seconds is None else math.ceil(seconds * 1000)
        if milliseconds <= 0:
            return pygame.event.get()
        if self._sdl is not None:
            self._sdl(milliseconds)
            return pygame.event.get()
        first = pygame.event.wait(milliseconds)
        rest = pygame.event.get()
        return rest if first.type == pygame.NOEVENT else [first, *rest]
