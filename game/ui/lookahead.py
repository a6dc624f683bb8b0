"""Pictures that may be seen next, made ready while the player reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from game.ui.desk import Desk
from game.ui.page import Art
from game.ui.paint import Painter
from game.ui.picture_files import PictureFiles
from game.ui.pictures import Wish

BREATH = 0.03
"""Seconds without an event after which it looks ahead."""


class Lookahead:
    """Looks from the screen on top of a desk to those its choices lead to, one print at a time."""

    def __init__(self, desk: Desk, painter: Painter, figures: PictureFiles) -> None:
        self._desk = desk
        self._painter = painter
        self._figures = figures
        self.prepare: Callable[[Sequence[Wish]], None] | None = None
        """Makes pictures ready that may be asked for soon, in place of those it was told before."""
        self._coming: Iterator[Art] | None = None
        self._wishes: list[Wish] = []
        self._from: object = None
        """The place in the story from which it looked last, and the look of the page."""

    @property
    def due(self) -> float | None:
        """Seconds after which it wants to go on; None where it has nothing to do."""
        return None if self._coming is None else BREATH

    def begin(self) -> None:
        """Look ahead from where the desk is now, if that is a new place in the story."""
        place = self._desk.screen.pictured
        if self.prepare is None or place is None or self._from == (place, self._desk.look):
            return
        self._from = (place, self._desk.look)
        self._coming, self._wishes = self._desk.coming(), []

    def go_on(self) -> None:
        """Make one more picture ready. Each takes a few milliseconds here."""
        if self._coming is None or self.prepare is None:
            return
        art = next(self._coming, None)
        if art is None:
            self._coming = None
            return
        for figure in art.figures:
            self._figures.prepare(figure.file, figure.rect.w, figure.rect.h)
        if art.picture is None:
            self._painter.prepare(art)
        else:
            self._wishes.append((art.picture, art.rect.w, art.rect.h))
            self.prepare(self._wishes)
