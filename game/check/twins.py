"""Whether a choice matters: options of one screen that no future can tell apart are *twins*.

Two plays that have come to the same node from the same screen by different options differ in a few
slots only. A *pair* is such a node with those slots and their two values; all else the two plays
share, and what it can be is a set of valuations, as everywhere in the check. A pair is followed by
each option that both plays can take, for its whole set at once: the slots that differ are known
(two values each), so a condition is a set for each play, and where these two sets differ within the
pair's, the player sees a difference (`game.check.visible`). If none shows before there is nothing
new to follow, none ever does: both plays offer and print the same for ever, which is what bisimilar
means for plays where each option leads to one state. So both answers are exact. Options that lead
to different passages are told apart at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import combinations
from typing import NamedTuple

from game.check.live import Slots, members
from game.check.masks import Known, Parts, Set, union
from game.check.moves import Differ, PairMove, Step, image, put_in
from game.check.near import Near
from game.check.net import Edge
from game.check.pages import Page, Pages
from game.check.rows import asked, reads
from game.check.visible import Sight
from game.story.model import Row

MOST_BITS = 1 << 25
"""As many bits are in the sets of the pairs whose ways are kept (which are several masks each);
beyond, they are made again when needed."""


class Pair(NamedTuple):
    """Two plays at the same node; `key` is of the unfolded slots that they share."""

    node: int
    key: int
    differ: Differ


class TooLong(Exception):
    """The search for a difference took more steps than it may."""


class _Ways(NamedTuple):
    guard: Set
    steps: tuple[Step, ...]
    to: Pair


class Twins:
    """Looks for pairs of options that are twins."""

    def __init__(self, pages: Pages, sights: list[Sight], budget: int) -> None:
        """`budget` is how many steps of sets may be taken in all."""
        self.pages = pages
        self.sights = sights
        self._near = Near(pages.live, sights)
        self._own: list[Row] = [("v", slot) for slot in range(len(pages.net.slots))]
        self.left = budget
        self._same: dict[Pair, Set] = {}
        """What was followed to the end without a difference."""
        self._seen: dict[Pair, Set] = {}
        self._ways: dict[Pair, list[_Ways]] = {}
        self._contents: dict[int, tuple[object, ...]] = {}
        self._composed: dict[int, dict[int, Row]] = {}

    def found(self) -> Iterator[tuple[Edge, Edge]]:
        """Options that are twins wherever both can be taken. Raises `TooLong`."""
        verdicts: dict[tuple[str, str], tuple[bool, Edge, Edge]] = {}
        for n, edges in enumerate(self.pages.live.edges):
            kinds = self.pages.net.branches
            choices = [
                e for e in edges if e.option is not None and kinds[e.branch].kind == "choice"
            ]
            for a, b in combinations(choices, 2):
                assert a.option is not None
                assert b.option is not None
                if verdicts.get((a.option, b.option), (True,))[0]:
                    same = self._are_twins(n, a, b)
                    if same is not None:
                        verdicts[a.option, b.option] = (same, a, b)
        for same, a, b in verdicts.values():
            if same:
                yield a, b

    def _are_twins(self, n: int, a: Edge, b: Edge) -> bool | None:
        """None if they can never both be taken here."""
        both_open = False
        for page in self.pages.found[n].values():
            where = page.reached & self._open(page, a) & self._open(page, b)
            if not where:
                continue
            both_open = True
            # One valuation mostly shows a difference, and the lowest makes the shortest numbers.
            if a.target != b.target or self._differs(page, a, b, where & -where):
                return False
            if self._differs(page, a, b, where):
                return False
        return True if both_open else None

    def _open(self, page: Page, edge: Edge) -> Set:
        return union(link.guard for link in self.pages.links(page) if link.edge is edge)

    def _differs(self, page: Page, a: Edge, b: Edge, where: Set) -> bool:
        """Whether a difference shows after `a` and `b` from one of the valuations in `where`."""
        here: dict[Pair, Set] = {}
        todo: list[tuple[int, int, Pair]] = []

        def follow(ways: list[_Ways], those: Set) -> None:
            for guard, steps, to in ways:
                self.left -= 1
                new = image(those & guard, steps) if to.differ else 0
                new &= ~(here.get(to, 0) | self._same.get(to, 0))
                if new:
                    if to not in fresh:
                        # Where a slot that differs is asked soonest is looked at first.
                        far = self._near.distance(_slots(to.differ), to.node)
                        heappush(todo, (far, -self.left, to))
                    here[to] = here.get(to, 0) | new
                    fresh[to] = fresh.get(to, 0) | new

        fresh: dict[Pair, Set] = {}
        follow(list(self._after(Pair(page.node, page.key, ()), a, b)), where)
        while todo:
            pair = heappop(todo)[2]
            those = fresh.pop(pair)
            if those & self._shows(pair):
                return True
            follow(self._onward(pair), those)
            if self.left < 0:
                raise TooLong
        for pair, those in here.items():
            self._same[pair] = self._same.get(pair, 0) | those
        return False

    def _shows(self, pair: Pair) -> Set:
        """Where a pair's difference can be seen at its own node."""
        seen = self._seen.get(pair)
        if seen is None:
            seen = 0
            slots = _slots(pair.differ)
            sight = self.sights[pair.node]
            for row in sight.rows:
                if asked(row) & slots:
                    first, second = self._both(pair, row)
                    seen |= first ^ second
            for printed in sight.printed:
                if printed.slots & slots:
                    first, second = self._both(pair, printed.row)
                    seen |= first | second
            # A play that stops on an error screen is told from one that goes on.
            for edge in self.pages.live.edges[pair.node]:
                if id(edge) in self.pages.live.risky:
                    known = self._known(pair, _read(edge))
                    seen |= self._open_to(edge, known[0]) ^ self._open_to(edge, known[1])
            self._seen[pair] = seen
        return seen

    def _both(self, pair: Pair, row: Row | None) -> tuple[Set, Set]:
        """Where a condition holds in the one play, and in the other."""
        if row is None:
            return self.pages.masks.all, self.pages.masks.all
        one, other = self._known(pair, asked(row))
        return self.pages.masks.holds(row, one), self.pages.masks.holds(row, other)

    def _known(self, pair: Pair, slots: Slots) -> tuple[Known, Known]:
        """What is known of `slots` in each of the two plays."""
        known = self.pages.known(pair.node, pair.key, slots & ~_slots(pair.differ))
        differ = [one for one in pair.differ if slots >> one[0] & 1]
        if not differ:
            return known, known
        first = {slot: v for slot, v, _ in differ}
        return {**known, **first}, {**known, **{slot: w for slot, _, w in differ}}

    def _onward(self, pair: Pair) -> list[_Ways]:
        ways = self._ways.get(pair)
        if ways is None:
            edges = self.pages.live.edges[pair.node]
            ways = [way for edge in edges for way in self._after(pair, edge, edge)]
            self._ways[pair] = ways
        return ways

    def _after(self, pair: Pair, a: Edge, b: Edge) -> Iterator[_Ways]:
        """Where a pair comes to when one play takes `a` and the other `b`, to the same node."""
        pages, target = self.pages, a.target
        here, wanted = pages.live.active[pair.node], pages.live.active[target]
        kept = tuple(
            one
            for one in pair.differ
            if wanted >> one[0] & 1 and not (_acted(a) | _acted(b)) >> one[0] & 1
        )
        known = self._known(pair, wanted & ~here | _read(a) | _read(b))
        here &= ~_slots(pair.differ)
        wanted &= ~_slots(kept)
        depends = (
            self._content(a),
            None if a is b else self._content(b),
            here,
            wanted,
            *(tuple(one.items()) for one in known),
            longer := max(pages.layout.size[pair.node], pages.layout.size[target]),
        )
        paired = self.pages.worked.paired
        moves = paired.get(depends)
        if moves is None:
            if len(paired) * pages.layout.longest > MOST_BITS:
                paired.clear()
                self._ways.clear()
                self._seen.clear()
            moves = paired[depends] = list(
                self._moves(a, b, known, here, wanted, (1 << longer) - 1)
            )
            pages.worked.rows += [a.guard, a.acts, b.guard, b.acts]
        for move in moves:
            differ = tuple(sorted((*kept, *move.differ))) if move.differ else kept
            to = Pair(target, pair.key & move.keep | move.put, differ)
            yield _Ways(move.guard, move.steps, to)

    def _content(self, edge: Edge) -> tuple[object, ...]:
        """What an edge does, by the `id` of its rows."""
        found = self._contents.get(id(edge))
        if found is None:
            acts = ((act.slot, id(act.row)) for act in edge.acts)
            found = (id(edge.guard), id(edge) in self.pages.live.risky, *acts)
            self._contents[id(edge)] = found
        return found

    def _moves(
        self, a: Edge, b: Edge, both: tuple[Known, Known], here: Slots, wanted: Slots, all_: Set
    ) -> Iterator[PairMove]:
        """The same for sets, and for the slots in `wanted` alone: how they come to differ."""
        pages = self.pages
        guard = pages.masks.all
        for edge, known in zip((a, b), both, strict=True):
            guard &= self._open_to(edge, known)
        if not guard:
            return
        shared: dict[int, Row] = {}
        parts: list[tuple[Set, dict[int, Row], Differ]] = [(guard, shared, ())]
        # What neither edge sets, and does not differ, stays the same in both.
        for slot in members(wanted & (_acted(a) | _acted(b))):
            own = self._own[slot]
            one, other = self._set(a).get(slot, own), self._set(b).get(slot, own)
            if one == other and all(both[0].get(s) == both[1].get(s) for s in reads(one)):
                shared[slot] = one
                continue
            first, second = pages.masks.values(one, both[0]), pages.masks.values(other, both[1])
            parts = list(_split(slot, first, second, parts))
        low = ~pages.layout.unfolded
        for guard, equal, differ in parts:
            there = wanted & ~_slots(differ)
            set_ = {**shared, **equal}
            for part, keep, put in pages.worked.keys(here, there, set_, both[0], guard):
                steps = pages.worked.steps(here & low, there & low, set_, both[0], all_)
                yield PairMove(part, steps, keep, put, differ)

    def _set(self, edge: Edge) -> dict[int, Row]:
        """What an edge sets, in the values from before it."""
        found = self._composed.get(id(edge))
        if found is None:
            found = {}
            for act in edge.acts:
                found[act.slot] = put_in(act.row, found)
            self._composed[id(edge)] = found
        return found

    def _open_to(self, edge: Edge, known: Known) -> Set:
        """Where an edge can be taken, with that known, and no effect leaves its range."""
        masks = self.pages.masks
        guard = masks.all if edge.guard is None else masks.holds(edge.guard, known)
        if id(edge) in self.pages.live.risky:
            before: dict[int, Row] = {}
            for act in edge.acts:
                row, about = put_in(act.row, before), self.pages.net.slots[act.slot]
                parts = masks.values(row, known)
                guard &= union(m for v, m in parts.items() if about.low <= v <= about.high)
                before[act.slot] = row
        return guard


def _slots(differ: Differ) -> Slots:
    out = 0
    for slot, _, _ in differ:
        out |= 1 << slot
    return out


def _acted(edge: Edge) -> Slots:
    """What an edge sets."""
    out = 0
    for act in edge.acts:
        out |= 1 << act.slot
    return out


def _read(edge: Edge) -> Slots:
    """What an edge asks, and what it sets: another edge may leave that as it is."""
    read = 0 if edge.guard is None else asked(edge.guard)
    for act in edge.acts:
        read |= asked(act.row) | 1 << act.slot
    return read


def _split(
    slot: int, first: Parts, second: Parts, parts: list[tuple[Set, dict[int, Row], Differ]]
) -> Iterator[tuple[Set, dict[int, Row], Differ]]:
    """Each part by the two values that `slot` comes to."""
    for guard, equal, differ in parts:
        for v, one in first.items():
            for w, other in second.items():
                some = guard & one & other
                if some and v == w:
                    yield some, {**equal, slot: ("k", v)}, differ
                elif some:
                    yield some, equal, (*differ, (slot, v, w))
