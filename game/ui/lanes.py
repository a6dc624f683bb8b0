"""Which rail of a route map runs where: between neighbours, or round others in a lane beside them.

Everything that leads round others to the same stop shares one lane, for a story parts and meets
again. Where there are more lanes than room, the longest are left out: the numbers beside the ways
say where they lead as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.ui.compositor import Compositor
from game.ui.geometry import Rect
from game.ui.page import Item, Shape, ShapeKind
from game.ui.route import Stop


class Lane(NamedTuple):
    """A rail round others. Rows count the stops from 0, lanes from 0 outwards.

    It leads from the rows `tails` to the row `head`; `now` are those tails from which the present
    play took it.
    """

    head: int
    tails: tuple[int, ...]
    now: tuple[int, ...]
    place: int

    @property
    def first(self) -> int:
        """Its uppermost row."""
        return min(self.head, *self.tails)

    @property
    def last(self) -> int:
        """Its lowest row."""
        return max(self.head, *self.tails)


class Plan(NamedTuple):
    """Where everything stands across the page, in pixels."""

    x: int
    right: int
    gap: int
    """From one lane to the next."""
    spine: int
    """The middle of the rail between neighbours."""
    side: int
    """The diameter of a stop."""
    words: int
    """Where the words of stops begin, and how wide they may be."""
    wide: int
    ways: int
    """Where the ways begin."""
    beside: bool
    """True if the ways stand beside the words, else below them."""


class Rails(NamedTuple):
    """All rails. `down` are rows with a rail to the next row: True where it is gone now."""

    down: dict[int, bool]
    lanes: tuple[Lane, ...]

    @property
    def width(self) -> int:
        """How many lanes there are side by side."""
        return max((lane.place + 1 for lane in self.lanes), default=0)


def rails(stops: Sequence[Stop], most: int) -> Rails:
    """The rails between these stops, in at most so many lanes."""
    rows = {stop.id: row for row, stop in enumerate(stops)}
    down: dict[int, bool] = {}
    around: dict[int, dict[int, bool]] = {}
    for row, stop in enumerate(stops):
        for way in stop.ways:
            for to in way.to:
                head, now = rows.get(to, row), way.now == to
                if head == row + 1:
                    down[row] = down.get(row, False) or now
                elif head != row:
                    tails = around.setdefault(head, {})
                    tails[row] = tails.get(row, False) or now
    wanted = [
        Lane(head, tuple(tails), tuple(row for row, now in tails.items() if now), 0)
        for head, tails in around.items()
    ]
    wanted.sort(key=lambda lane: (not lane.now, lane.last - lane.first, lane.head))
    return Rails(down, tuple(_placed(wanted, most)))


def _placed(wanted: Sequence[Lane], most: int) -> list[Lane]:
    """Each in the innermost lane that is free all along it, as long as there is one.

    The short ones stand inside, so that they cross the fewest others.
    """
    chosen: list[Lane] = []
    for lane in wanted:
        if _free(lane, chosen, most) is not None:
            chosen.append(lane._replace(place=_free(lane, chosen, most) or 0))
    placed: list[Lane] = []
    for lane in sorted(chosen, key=lambda lane: (lane.last - lane.first, lane.head)):
        place = _free(lane, placed, most)
        if place is not None:
            placed.append(lane._replace(place=place))
    return placed


def _free(lane: Lane, placed: Sequence[Lane], most: int) -> int | None:
    taken = {one.place for one in placed if one.first <= lane.last and lane.first <= one.last}
    return next((place for place in range(most) if place not in taken), None)


def drawn(comp: Compositor, found: Rails, discs: Sequence[Rect], plan: Plan) -> list[Item]:
    """The rails between stops whose marks stand at `discs`."""
    items: list[Item] = []
    for row, now in sorted(found.down.items()):
        top, bottom = discs[row].bottom - comp.px(2), discs[row + 1].y + comp.px(2)
        items.append(_upright(comp, plan.spine, top, bottom, now=now))
    for lane in found.lanes:
        x = plan.x + (found.width - 1 - lane.place) * plan.gap + comp.px(5)
        enters = discs[lane.head].y + discs[lane.head].h // 4
        for now in (False, True):
            tails = lane.now if now else lane.tails
            if not tails:
                continue
            leaves = [discs[row].y + discs[row].h * 3 // 4 for row in tails]
            heights = [enters, *leaves]
            over = comp.px(9 if now else 5) // 2
            items.append(_upright(comp, x, min(heights) - over, max(heights) + over, now=now))
            items.extend(_level(comp, x, plan.spine, y, now=now) for y in leaves)
            items.append(_level(comp, x, plan.spine - plan.side // 2, enters, now=now))
        tip = comp.px(13)
        right = plan.spine - plan.side // 2 + comp.px(3)
        items.append(Shape(Rect(right - tip, enters - tip // 2, tip, tip), "rail_point", seed=x))
    return items


def _upright(comp: Compositor, x: int, top: int, bottom: int, *, now: bool) -> Shape:
    thick = comp.px(9 if now else 5)
    kind: ShapeKind = "rail_now" if now else "rail"
    return Shape(Rect(x - thick // 2, top, thick, max(thick, bottom - top)), kind, seed=top)


def _level(comp: Compositor, x: int, right: int, y: int, *, now: bool) -> Shape:
    thick = comp.px(9 if now else 5)
    kind: ShapeKind = "rail_now" if now else "rail"
    return Shape(Rect(x, y - thick // 2, max(1, right - x), thick), kind, seed=y)
