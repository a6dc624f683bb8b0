"""What two plays that differ may come to show, in an abstraction that keeps some slots.

Pairs of plays are followed as in `game.check.differ`, but only the kept slots are known, and all
that a play may do here it does. Every pair of the story is one here, once the slots that are not
kept are left out, and where the pair of the story shows a difference, this one may (it is said why
in `game.check.alike`). So a pair from which none may show here never shows one in the story.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush

from game.check.abstract import Abstraction, Distances, TooWide, kept_part, places
from game.check.concrete import Concrete, Merged
from game.check.differ import Looker, Options, Pair
from game.check.live import Liveness, Slots, members
from game.check.masks import union
from game.check.rows import asked, parts
from game.check.values import Arriving
from game.check.visible import Printed, Sight
from game.story.model import Row

MOST_PAIRS = 40_000
"""Pairs that are looked at; beyond, an abstraction is too wide."""


class Future:
    """Pairs of plays with only the slots in `keep`, which all that can differ is in."""

    def __init__(
        self, arriving: Arriving, live: Liveness, sights: Sequence[Sight], keep: Slots
    ) -> None:
        """Raises TooWide."""
        self.keep = keep
        self.sights = sights
        told = [_told(sight) for sight in sights]
        self.abstraction = Abstraction(arriving, live.edges, keep, told)
        here = self.abstraction.pages.live
        self.plays = self.abstraction.merged(live)
        """For plays of the story that are followed beside."""
        self.merged = Merged(arriving, here.live)
        kept = [_kept(sight, keep) for sight in sights]
        self.looker = Looker(Concrete(here.net, here.edges), kept, self.merged, here.risky)
        self._edge = {
            id(self.abstraction.origin[id(edge)]): edge for edges in here.edges for edge in edges
        }
        self._left: dict[Pair, int | None] = {}

    @property
    def count(self) -> int:
        """How many pairs were looked at."""
        return len(self._left)

    def left(self, pair: Pair) -> int | None:
        """How many steps it takes at least until a difference shows; None if none ever does."""
        n, x, y = pair
        return self._left.get((n, self.merged.of(n, x), self.merged.of(n, y)))

    def missing(self, pair: Pair) -> Iterator[int]:
        """What is not kept of the condition that asks least beside what differs at a pair."""
        n, x, y = pair
        apart = sum(1 << slot for slot, v in enumerate(x) if v != y[slot])
        sight = self.sights[n]
        rows = [asked(row) for row in sight.rows if asked(row) & apart]
        rows += [
            asked(one.row) for one in sight.printed if one.row is not None and one.slots & apart
        ]
        more = [row & ~self.keep for row in rows if row & ~self.keep]
        return members(min(more, key=int.bit_count, default=0))

    def toward(self, options: Options) -> Distances | None:
        """How far it is to where a difference may begin with two options; None if it never does.

        Raises TooWide.
        """
        n, a, b = options
        one, other = self._edge.get(id(a)), self._edge.get(id(b))
        page = self.abstraction.pages.found[n].get(0)
        if one is None or other is None or page is None:
            return None
        here = Options(n, one, other)
        first: dict[int, Pair] = {}
        for place in places(page.reached):
            pair = self.looker.first(here, self.abstraction.values(page, place))
            if pair is not None and pair[1] != pair[2]:
                first[place] = pair
        self._explore(first.values())
        where = union(1 << place for place, p in first.items() if self._left[p] is not None)
        return self.abstraction.measured({page: where}) if where else None

    def _explore(self, first: Iterable[Pair]) -> None:
        """Find what follows pairs, and how far it is from each to a difference."""
        into: dict[Pair, list[Pair]] = {}
        new = dict.fromkeys(pair for pair in first if pair not in self._left)
        todo = list(new)
        for pair in todo:
            if len(self._left) + len(new) > MOST_PAIRS:
                raise TooWide
            for to in self.looker.onward(pair):
                into.setdefault(to, []).append(pair)
                if to not in self._left and to not in new:
                    new[to] = None
                    todo.append(to)
        heap = [(0, pair) for pair in todo if self.looker.shows(pair)]
        # All that follows what was explored before is known already.
        for to, those in into.items():
            left = self._left.get(to)
            if left is not None:
                heap += [(left + 1, pair) for pair in those]
        heapify(heap)
        self._left.update(new)
        while heap:
            far, pair = heappop(heap)
            if self._left[pair] is None:
                self._left[pair] = far
                for before in into.get(pair, ()):
                    heappush(heap, (far + 1, before))


def _told(sight: Sight) -> Slots:
    """Every slot that what is seen at a node asks or prints."""
    told = sight.observed
    for row in (*sight.rows, *(one.row for one in sight.printed)):
        told |= 0 if row is None else asked(row)
    return told


def _kept(sight: Sight, keep: Slots) -> Sight:
    """What may be seen to differ at a node, in the kept slots."""
    rows: list[Row] = []
    printed = [
        Printed(kept_part(one.row, keep), one.slots & keep)
        for one in sight.printed
        if one.slots & keep
    ]
    for row in sight.rows:
        known = kept_part(row, keep)
        if known is not None:
            rows.append(known)
        # What asks both of kept slots and of others may differ as soon as the kept ones do.
        mixed = [asked(part) for part in parts(row) if asked(part) & keep and asked(part) & ~keep]
        if mixed:
            slots = 0
            for part in mixed:
                slots |= part & keep
            printed.append(Printed(known, slots))
    return Sight(tuple(rows), tuple(printed))
