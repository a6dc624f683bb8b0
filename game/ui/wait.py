"""Waiting for something to happen without using the processor.

`pygame.event.wait` looks for events every millisecond, which costs two to three percent of a core
for ever (pygame-ce issue 1541). The SDL library that pygame brings sleeps properly, so it is called
directly; where it cannot be found, pygame waits.
"""

from __future__ import annotations

import ctypes
import math
import sys
import time
from collections.abc import Iterator, Sized
from pathlib import Path

import pygame

_LONGEST = 60_000
"""Milliseconds after which a wait without a limit looks again, in case an event was missed."""

_INIT_VIDEO = 0x20

_BUSY, _QUIET, _NONE = 0.016, 0.06, 1.0
"""Seconds between two looks: at a pad that is in use, at one that lies there, for a new one.

SDL has nothing to wake up by for pads. It looks by itself, but a thousand times a second, which
takes two percent of a core for as long as one is plugged in."""

_IN_USE = 10.0
"""Seconds since its last press that a pad counts as in use."""

_PRESSES = frozenset({pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERAXISMOTION})

_HANDS = (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN)

_GLANCE = 0.001

_HINT = b"SDL_AUTO_UPDATE_JOYSTICKS"


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


def sdl() -> ctypes.CDLL | None:
    """SDL itself, or None where the library in use cannot be reached."""
    for path in _candidates():
        try:
            library = ctypes.CDLL(path)
            # A second copy of the library would know nothing of our window.
            if library.SDL_WasInit(_INIT_VIDEO) != _INIT_VIDEO:
                continue
            library.SDL_WaitEventTimeout.argtypes = [ctypes.c_void_p, ctypes.c_int]
            library.SDL_SetHint.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
            library.SDL_JoystickUpdate.restype = None
        except (OSError, AttributeError):
            continue
        return library
    return None


class Events:
    """The events of the window. The display must be open."""

    def __init__(self) -> None:
        self._sdl = sdl()
        self._pads: Sized | None = None
        self._quiet = 0.0
        """When the pads will count as not in use."""

    @property
    def sleeps(self) -> bool:
        """True if waiting uses SDL's own sleep."""
        return self._sdl is not None

    def heed_pads(self, pads: Sized | None) -> None:
        """Look at these pads now and then while waiting, instead of SDL; None: at none.

        To be called before they are opened.
        """
        self._pads = pads
        if self._sdl is not None:
            self._sdl.SDL_SetHint(_HINT, b"1" if pads is None else b"0")

    def wait(self, seconds: float | None) -> list[pygame.event.Event]:
        """Everything that has happened, after at most `seconds` (None: as long as it takes)."""
        milliseconds = _LONGEST if seconds is None else math.ceil(seconds * 1000)
        if self._sdl is not None:
            self._sleep(self._sdl, max(0, milliseconds))
            events = pygame.event.get()
            if any(event.type in _PRESSES for event in events):
                self._quiet = time.monotonic() + _IN_USE
            return events
        if milliseconds <= 0:
            return pygame.event.get()
        first = pygame.event.wait(milliseconds)
        rest = pygame.event.get()
        return rest if first.type == pygame.NOEVENT else [first, *rest]

    def pressed_in(self, seconds: float) -> bool:
        """True as soon as somebody has pressed something; False if nobody does for so long.

        All that happens is left to be waited for. It looks now and then: for the start only.
        """
        end = time.monotonic() + seconds
        while not pygame.event.peek(_HANDS):
            if time.monotonic() >= end:
                return False
            time.sleep(_GLANCE)
        return True

    def _sleep(self, library: ctypes.CDLL, milliseconds: int) -> None:
        """Until there is an event, or so long."""
        if self._pads is None:
            if milliseconds:
                library.SDL_WaitEventTimeout(None, milliseconds)
            return
        now = time.monotonic()
        end = now + milliseconds / 1000
        while True:
            library.SDL_JoystickUpdate()
            pause = _NONE if not len(self._pads) else _BUSY if now < self._quiet else _QUIET
            left = min(pause, end - now)
            if left <= 0 or library.SDL_WaitEventTimeout(None, math.ceil(left * 1000)):
                return
            now = time.monotonic()
