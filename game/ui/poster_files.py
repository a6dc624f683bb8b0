"""The pictures of the posters on the shelf, decoded one after another beside the drawing."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path

import pygame

from game.ui.pictures import ARRIVED, load

_ROOM = 1.5
"""How many windows full of pictures are kept. All that show at once are less than one."""

_Key = tuple[str, int, int]


class PosterFiles:
    """Pictures by the path of their file. One that cannot be shown is as if there were none."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ready: dict[_Key, pygame.Surface] = {}
        self._refused: set[str] = set()
        self._wanted: list[_Key] = []
        self._working = False

    def get(self, file: str, width: int, height: int) -> pygame.Surface | None:
        """The picture covering a size, or None while it is decoded or if there is none.

        `ARRIVED` is posted when it can be had.
        """
        key = (file, width, height)
        with self._lock:
            surface = self._ready.pop(key, None)
            if surface is not None:
                self._ready[key] = surface  # the most recent last
            elif file not in self._refused and key not in self._wanted:
                self._wanted.append(key)
                if not self._working:
                    self._working = True
                    threading.Thread(target=self._work, daemon=True).start()
            return surface

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._wanted:
                    self._working = False
                    return
                key = self._wanted[0]
            surface, _ = load(Path(key[0]), key)
            with self._lock:
                self._wanted.remove(key)
                if surface is None:
                    self._refused.add(key[0])
                else:
                    self._ready[key] = surface
                    self._give_up()
            with contextlib.suppress(pygame.error):  # the window may have been closed meanwhile
                pygame.event.post(pygame.event.Event(ARRIVED))

    def _give_up(self) -> None:
        """Let go of what was shown longest ago, so that scrolling fills no memory."""
        screen = pygame.display.get_surface()
        room = _ROOM * (screen.get_width() * screen.get_height() if screen else 0)
        used = sum(width * height for _, width, height in self._ready)
        while used > room and len(self._ready) > 1:
            _, width, height = oldest = next(iter(self._ready))
            del self._ready[oldest]
            used -= width * height
