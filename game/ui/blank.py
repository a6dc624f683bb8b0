"""The block of lino a mark is cut from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.ui.geometry import Rect
from game.ui.inks import Ink
from game.ui.lino import Chance, Cut, Outline, Point, blob, slab, wavering


class Blank(NamedTuple):
    """A block `w` by `h` pixels, and the hand that cuts it.

    `unit` is one pixel of a 720-line window; `hot` is true for what the player is about to take.
    """

    w: int
    h: int
    unit: float
    hot: bool
    chance: Chance

    @property
    def whole(self) -> Rect:
        """All of it."""
        return Rect(0, 0, self.w, self.h)

    def slab(self, ink: Ink, rect: Rect, by: float = 1.0) -> Cut:
        """A rectangle whose edge wanders by `by` units."""
        return Cut(ink, slab(rect, self.chance, by * self.unit, max(9.0, 11 * self.unit)))

    def outline(self, ink: Ink, points: Sequence[Point], by: float = 0.6) -> Cut:
        """A polygon in pixels whose edge wanders by `by` units."""
        return Cut(ink, wavering(points, self.chance, by * self.unit, max(6.0, 9 * self.unit)))

    def round(self, ink: Ink, x: float, y: float, rx: float, ry: float) -> Cut:
        """A round shape, in pixels."""
        return Cut(ink, blob(x, y, rx, ry, self.chance, 0.015))

    def at(self, shares: Sequence[Point]) -> Outline:
        """Points given as shares of width and height, in pixels."""
        return [(x * self.w, y * self.h) for x, y in shares]
