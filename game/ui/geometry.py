"""Rectangles as immutable values, in pixels of the window."""

from __future__ import annotations

from typing import NamedTuple


class Rect(NamedTuple):
    """A rectangle. `x`, `y` is its top left corner; `right` and `bottom` lie just outside it.

    >>> Rect(10, 10, 30, 20).inset(5)
    Rect(x=15, y=15, w=20, h=10)
    """

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """The first column to the right of it."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """The first row below it."""
        return self.y + self.h

    def moved(self, dx: int, dy: int) -> Rect:
        """The same size somewhere else."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def inset(self, by: int, also: int | None = None) -> Rect:
        """Smaller by `by` on every side (`also` above and below, where it is given)."""
        high = by if also is None else also
        return Rect(self.x + by, self.y + high, max(0, self.w - 2 * by), max(0, self.h - 2 * high))

    def holds(self, x: int, y: int) -> bool:
        """True if the point lies in it.

        >>> Rect(0, 0, 2, 2).holds(1, 1), Rect(0, 0, 2, 2).holds(2, 1)
        (True, False)
        """
        return self.x <= x < self.right and self.y <= y < self.bottom

    def overlaps(self, other: Rect) -> bool:
        """True if they share a pixel.

        >>> Rect(0, 0, 5, 5).overlaps(Rect(4, 4, 2, 2)), Rect(0, 0, 5, 5).overlaps(Rect(5, 0, 2, 2))
        (True, False)
        """
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def within(self, other: Rect) -> bool:
        """True if no part of it is outside `other`."""
        return (
            self.x >= other.x
            and self.y >= other.y
            and self.right <= other.right
            and self.bottom <= other.bottom
        )
