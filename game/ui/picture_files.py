"""Pictures by their files, decoded one after another beside the drawing: posters, and people."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path

import pygame

from game.ui.pictures import ARRIVED, UNREADABLE, decoded, load

_ROOM = 1.5
"""How many windows full of pictures are kept. All that show at once are less than one."""

_Key = tuple[str, int, int]

Fitted = Callable[[Path, int, int], "pygame.Surface | None"]
"""Decodes a file for a width and height; None where it cannot be shown."""


class PictureFiles:
    """Pictures by the path of their file. One that cannot be shown is as if there were none.

    Whoever asks for one waits for it, but not longer than `patience` (seconds).
    """

    def __init__(self, fitted: Fitted, patience: float = 0.0) -> None:
        self._news = threading.Condition()
        self._fitted = fitted
        self._patience = patience
        self._ready: dict[_Key, pygame.Surface] = {}
        self._refused: set[str] = set()
        self._wanted: list[_Key] = []
        self._watched: _Key | None = None
        """What somebody waits for here, who needs no event to know."""
        self._working = False

    def get(self, file: str, width: int, height: int) -> pygame.Surface | None:
        """The picture for a size, or None while it is decoded or if there is none.

        `ARRIVED` is posted when it can be had.
        """
        key = (file, width, height)
        with self._news:
            if self._ask(key) and self._patience:
                self._watched = key
                self._news.wait_for(
                    lambda: key in self._ready or file in self._refused, self._patience
                )
                self._watched = None
            return self._taken(key)

    def prepare(self, file: str, width: int, height: int) -> None:
        """Decode one that may be asked for soon."""
        with self._news:
            self._ask((file, width, height))

    @property
    def busy(self) -> bool:
        """True while any is decoded."""
        with self._news:
            return self._working

    def _ask(self, key: _Key) -> bool:
        """True if it has to be decoded, and was not asked for before."""
        if key in self._ready or key[0] in self._refused or key in self._wanted:
            return False
        self._wanted.append(key)
        if not self._working:
            self._working = True
            threading.Thread(target=self._work, daemon=True).start()
        return True

    def _taken(self, key: _Key) -> pygame.Surface | None:
        surface = self._ready.pop(key, None)
        if surface is not None:
            self._ready[key] = surface  # the most recent last
        return surface

    def _work(self) -> None:
        while True:
            with self._news:
                if not self._wanted:
                    self._working = False
                    return
                key = self._wanted[0]
            surface = self._fitted(Path(key[0]), key[1], key[2])
            with self._news:
                self._wanted.remove(key)
                if surface is None:
                    self._refused.add(key[0])
                else:
                    self._ready[key] = surface
                    self._give_up()
                watched = key == self._watched
                self._news.notify_all()
            if not watched:
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


def covered(path: Path, width: int, height: int) -> pygame.Surface | None:
    """The picture, covering the size."""
    return load(path, (str(path), width, height))[0]


def standing(path: Path, width: int, height: int) -> pygame.Surface | None:
    """The whole picture within the size, cut out, with its foot in the middle of the lower edge."""
    try:
        whole = decoded(path)
        share = min(width / whole.get_width(), height / whole.get_height())
        size = (
            max(1, round(whole.get_width() * share)),
            max(1, round(whole.get_height() * share)),
        )
        # In 32 bits with its transparency, whatever the file has: nothing else is scaled smoothly.
        figure = pygame.Surface(whole.get_size(), pygame.SRCALPHA, 32)
        figure.blit(whole, (0, 0))
        figure = pygame.transform.smoothscale(figure.premul_alpha(), size)
    except UNREADABLE:
        return None
    ground = pygame.Surface((width, height), pygame.SRCALPHA, 32)
    at = ((width - size[0]) // 2, height - size[1])
    ground.blit(figure, at, special_flags=pygame.BLEND_PREMULTIPLIED)
    return ground
