"""What one check leaves for the next, of the same story after an edit.

Most of a check is spent on working out what single conditions and effects do: to value sets, and to
sets of states. Those are pure functions of the rows, of the ranges of the slots and of where the
slots lie in a set; where all of these are the same, so is what they give. So a check that follows
another need not trust that little has changed: it does all its steps again, from the start, and
finds the results of most of them here. Rows are *interned*, which means that equal ones are one
object, so that they can be known by their `id`.
"""

from __future__ import annotations

from game.check.layout import Layout, plan
from game.check.live import Liveness
from game.check.moves import Worked
from game.check.pages import Pages
from game.check.values import Arriving, Fields
from game.story.model import Row, Slot

MOST_ROWS = 50_000
"""Rows that are kept; beyond, everything is forgotten, as most of them are of edits long past."""


MOST_BITS = 1 << 31
"""Bits of masks that are kept from one check to the next."""


class Memo:
    """Kept from one check to the next, of one story and one way of voting."""

    def __init__(self) -> None:
        self._ranges: list[tuple[int, int]] | None = None
        self._forget(())

    def begin(self, slots: tuple[Slot, ...]) -> None:
        """Another check begins, of a story with these slots."""
        ranges = [(slot.low, slot.high) for slot in slots]
        full = len(self._rows) > MOST_ROWS or (self.worked and self.worked.bits > MOST_BITS)
        if full or ranges != self._ranges:
            self._forget(slots)
            self._ranges = ranges

    def _forget(self, slots: tuple[Slot, ...]) -> None:
        self.fields = Fields(slots)
        self.layout: Layout | None = None
        self.worked: Worked | None = None
        self._rows: dict[Row, Row] = {}

    def row(self, row: Row) -> Row:
        """The one row that is equal to `row`."""
        return self._rows.setdefault(row, row)

    def pages(self, arriving: Arriving, live: Liveness) -> tuple[Pages, bool]:
        """Pages laid out as last time, if that still does; and whether they may be counted out."""
        layout, worked = self.layout, self.worked
        again = None if layout is None else layout.again(arriving, live)
        if again is None or worked is None:
            planned = plan(arriving, live)
            again, hopeful = planned.layout, planned.hopeful
            worked = Worked(again, arriving.net.slots)
        else:
            hopeful = True
        pages = Pages(arriving, live, again, worked)
        self.layout, self.worked = (again, worked) if hopeful else (None, None)
        return pages, hopeful
