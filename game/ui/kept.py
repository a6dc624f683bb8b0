"""Surfaces that are kept to be drawn again, the longest unused ones given up first."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import pygame


class Kept:
    """Surfaces by what they were made from, together at most `pixels` large (4 bytes each)."""

    def __init__(self, pixels: int) -> None:
        self._room = pixels
        self._used = 0
        self._surfaces: dict[Hashable, pygame.Surface] = {}

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The surface for `key`, made if it is not there."""
        surface = self._surfaces.pop(key, None)
        if surface is None:
            surface = make()
            self._used += surface.get_width() * surface.get_height()
        self._surfaces[key] = surface  # the most recent last
        while self._used > self._room and len(self._surfaces) > 1:
            oldest = self._surfaces.pop(next(iter(self._surfaces)))
            self._used -= oldest.get_width() * oldest.get_height()
        return surface

    def suit(self, pixels: int) -> None:
        """Keep at most so much from the next surface on."""
        self._room = pixels

    def __contains__(self, key: Hashable) -> bool:
        """True if the surface for `key` is there."""
        return key in self._surfaces
