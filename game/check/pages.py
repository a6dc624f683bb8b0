"""The net unfolded: pages, and links from page to page that move whole sets at once.

A *page* is a node together with the values of its unfolded slots (none, where all fit in registers:
then each node has one page). What can be there is a set of valuations, one whole number. A *link*
is an edge as it acts on such sets: `&` with the set for which its guard holds and no effect leaves
its range; then, for each slot that changes, the valuations are split by how far their bit moves,
and each part is shifted. Backwards the same shifts are reversed, each cut to the part it came from.

The effects of an edge are first turned into one simultaneous assignment, by putting into each row
what the effects before it have set. So a link does in any order what the effects do in theirs,
but for rows that ask other slots: those move first, together, while all else is as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from game.check.layout import Layout, members
from game.check.live import Liveness, Slots, asked
from game.check.masks import Known, Masks, Parts, Set, union
from game.check.net import Act, Edge
from game.check.rows import reads
from game.check.values import Arriving
from game.story.model import Row

Step = tuple[tuple[Set, int], ...]
"""Parts of a set, and how far up each of them moves."""


def image(those: Set, steps: tuple[Step, ...]) -> Set:
    """Where the valuations `those` are moved to."""
    for step in steps:
        if not those:
            return 0
        moved = 0
        for part, shift in step:
            some = those & part
            if some:
                moved |= some << shift if shift >= 0 else some >> -shift
        those = moved
    return those


class Link:
    """An edge between two pages. `guard` is where it can be taken without a fault."""

    __slots__ = ("edge", "guard", "source", "steps", "target")

    def __init__(
        self, edge: Edge, guard: Set, steps: tuple[Step, ...], source: Page, target: Page
    ) -> None:
        self.edge = edge
        self.guard = guard
        self.steps = steps
        self.source = source
        self.target = target

    def image(self, those: Set) -> Set:
        """Where the valuations `those` come to by this link."""
        return image(those & self.guard, self.steps)

    def preimage(self, those: Set) -> Set:
        """Every valuation that this link takes to one of `those`."""
        for step in reversed(self.steps):
            if not those:
                return 0
            moved = 0
            for part, shift in step:
                moved |= (those >> shift if shift >= 0 else those << -shift) & part
            those = moved
        return those & self.guard


class Page:
    """A node with the values of its unfolded slots. `links` are made when first asked for."""

    __slots__ = ("_links", "all", "faults", "into", "key", "node", "order", "reached")

    def __init__(self, node: int, key: int, order: tuple[int, int], all_: Set) -> None:
        self.node = node
        self.key = key
        self.order = order
        self.all = all_
        self.reached: Set = 0
        self.into: list[Link] = []
        self.faults: list[tuple[Edge, Act, Set]] = []
        self._links: list[Link] | None = None


class _Moves(NamedTuple):
    """An edge for some values of unfolded slots: where to, and with which changes of the key."""

    guard: Set
    steps: tuple[Step, ...]
    keep: int
    put: int


_Compiled = tuple[list[_Moves], list[tuple[Act, Set]]]


class Pages:
    """The pages reached so far, and what they need to be linked."""

    def __init__(self, arriving: Arriving, live: Liveness, layout: Layout) -> None:
        self.net = live.net
        self.arriving = arriving
        self.live = live
        self.layout = layout
        self.masks = Masks(layout)
        self.found: list[dict[int, Page]] = [{} for _ in self.net.nodes]
        self.count = 0
        self.rank = _ranks(live)
        self.sizes = [(1 << size) - 1 for size in layout.size]
        self._compiled: dict[tuple[int, int], _Compiled] = {}
        self._asked: dict[int, int] = {}
        # Rows of the net live as long as it does, so their `id` names them.
        self._marks: dict[tuple[int, int], int] = {}
        self._held: dict[tuple[int, int, int], Set] = {}
        self._index = {
            slot: {v: n for n, v in enumerate(values)} for slot, values in layout.values.items()
        }

    def start(self) -> tuple[Page, Set]:
        """The page of the first node as a play starts there, and the one valuation."""
        key = at = 0
        for slot in members(self.live.active[0]):
            about = self.net.slots[slot]
            if slot in self.layout.key_at:
                key |= (about.start - about.low) << self.layout.key_at[slot]
            else:
                at += self._index[slot][about.start] * self.layout.stride[slot]
        return self.page(0, key), 1 << at

    def page(self, node: int, key: int) -> Page:
        """The page of `node` with that key."""
        page = self.found[node].get(key)
        if page is None:
            page = Page(node, key, (self.rank[node], self.count), self.sizes[node])
            self.found[node][key] = page
            self.count += 1
        return page

    def links(self, page: Page) -> list[Link]:
        """The links from a page."""
        if page._links is None:  # noqa: SLF001 - Page is this file's
            links = []
            for edge in self.live.edges[page.node]:
                moves, faults = self._moves(edge, page.key)
                for guard, steps, keep, put in moves:
                    target = self.page(edge.target, page.key & keep | put)
                    link = Link(edge, guard, steps, page, target)
                    links.append(link)
                    target.into.append(link)
                page.faults += [(edge, act, mask) for act, mask in faults]
            page._links = links  # noqa: SLF001
        return page._links  # noqa: SLF001

    def holds(self, page: Page, row: Row | None) -> Set:
        """Where on a page a condition of the net holds that its node asks."""
        if row is None:
            return page.all
        n = page.node
        mark = self._marks.get((n, id(row)))
        if mark is None:
            mark = self._marks[n, id(row)] = self.mark(n, asked(row))
        held = self._held.get((n, id(row), page.key & mark))
        if held is None:
            held = page.all & self.masks.holds(row, self.known(n, page.key, asked(row)))
            self._held[n, id(row), page.key & mark] = held
        return held

    def mark(self, node: int, slots: Slots) -> int:
        """The bits of a page's key that hold any of `slots`."""
        layout = self.layout
        if not layout.unfolded:
            return 0
        those = slots & self.live.active[node] & layout.unfolded
        return sum(layout.key_field[slot] for slot in members(those))

    def known(self, node: int, key: int, slots: Slots) -> dict[int, int]:
        """Which of `slots` are known at a page, and their values."""
        active, layout = self.live.active[node], self.layout
        out = {}
        for slot in members(slots):
            if not active >> slot & 1:
                low = self.net.slots[slot].low
                sets, fields = self.arriving.at[node], self.arriving.fields
                one = (sets & fields.field[slot]) >> fields.base[slot]
                out[slot] = low + one.bit_length() - 1
            elif slot in layout.key_at:
                low = self.net.slots[slot].low
                out[slot] = low + ((key & layout.key_field[slot]) >> layout.key_at[slot])
        return out

    def _moves(self, edge: Edge, key: int) -> _Compiled:
        mark = self._asked.get(id(edge))
        if mark is None:
            mark = self._asked[id(edge)] = self.mark(edge.source, self._read(edge))
        compiled = self._compiled.get((id(edge), key & mark))
        if compiled is None:
            compiled = self._compiled[id(edge), key & mark] = self._compile(edge, key)
        return compiled

    @staticmethod
    def _read(edge: Edge) -> Slots:
        read = 0 if edge.guard is None else asked(edge.guard)
        for act in edge.acts:
            read |= asked(act.row)
        return read

    def _compile(self, edge: Edge, key: int) -> _Compiled:
        n, all_ = edge.source, self.sizes[edge.source]
        wanted = self.live.active[edge.target]
        known = self.known(n, key, self._read(edge) | wanted & ~self.live.active[n])
        guard = all_
        if edge.guard is not None:
            guard &= self.masks.holds(edge.guard, known)
        set_: dict[int, Row] = {}
        faults = []
        for act in edge.acts:
            row = put_in(act.row, set_)
            if id(edge) in self.live.risky:
                out = guard & self._outside(act.slot, row, known)
                if out:
                    faults.append((act, out))
                    guard &= ~out
            set_[act.slot] = row
        if not guard:
            return [], faults
        moves = []
        here = self.live.active[n]
        low = ~self.layout.unfolded
        longer = all_ | self.sizes[edge.target]
        for part, keep, put in self.keys(here, wanted, set_, known, guard):
            steps = self.steps(here & low, wanted & low, set_, known, longer)
            moves.append(_Moves(part, steps, keep, put))
        return moves, faults

    def _outside(self, slot: int, row: Row, known: Known) -> Set:
        about = self.net.slots[slot]
        parts = self.masks.values(row, known)
        return union(mask for v, mask in parts.items() if not about.low <= v <= about.high)

    def keys(
        self, here: Slots, there: Slots, set_: Mapping[int, Row], known: Known, guard: Set
    ) -> list[tuple[Set, int, int]]:
        """How the key changes: what of it is kept and put in, for each part of the guard."""
        layout = self.layout
        keep, parts = 0, [(guard, 0)]
        for slot in members(there & layout.unfolded):
            row = set_.get(slot)
            if row is None and here >> slot & 1:
                keep |= layout.key_field[slot]
                continue
            outcomes = {known[slot]: guard} if row is None else self.masks.values(row, known)
            low, at = self.net.slots[slot].low, layout.key_at[slot]
            parts = [
                (some, put | (value - low) << at)
                for part, put in parts
                for value, mask in outcomes.items()
                if (some := part & mask)
            ]
        return [(part, keep, put) for part, put in parts]

    def steps(
        self, here: Slots, there: Slots, set_: Mapping[int, Row], known: Known, all_: Set
    ) -> tuple[Step, ...]:
        """How valuations move that have the slots `here` in registers, and then those `there`.

        `all_` must be as long as the longer of both pages: between the steps, a set may be.
        """
        layout = self.layout
        joint: list[dict[int, Set]] = []
        alone: list[dict[int, Set]] = []
        leaving = list(members(here & ~there))
        rise, empty = 0, all_
        for slot in members(there):
            row = set_.get(slot)
            was = bool(here >> slot & 1)
            if row is None:
                if was:
                    continue
                row = ("k", known[slot])
            parts = self.masks.values(row, known)
            others = [one for one in reads(row) if one not in known and one != slot]
            if was and not others:
                alone.append(self._shifts(slot, parts, all_))
            elif others or len(parts) > 1:
                joint.append(self._shifts(slot, parts, all_, was=was))
                if not was:
                    # Its register may still hold a slot that ends here: that one moves out as it
                    # moves in.
                    stride = layout.stride[slot]
                    for one in [s for s in leaving if layout.stride[s] == stride]:
                        leaving.remove(one)
                        joint.append(self._shifts(one, None, all_))
            else:
                (value,) = parts
                index = self._index[slot].get(value, 0)
                if index:
                    rise += index * layout.stride[slot]
                    empty &= self.masks.digit(slot, 0)
        alone += [self._shifts(slot, None, all_) for slot in leaving]
        steps = [_together(joint, all_)] if joint else []
        steps += [tuple((mask, shift) for shift, mask in one.items()) for one in alone]
        if rise:
            steps.append(((empty, rise),))
        return tuple(steps)

    def _shifts(
        self, slot: int, parts: Parts | None, all_: Set, *, was: bool = True
    ) -> dict[int, Set]:
        """For a slot that comes to `parts` (None: its register is emptied): who moves how far."""
        stride, radix = self.layout.stride[slot], len(self.layout.values[slot])
        olds = [(n, self.masks.digit(slot, n) & all_) for n in range(radix if was else 1)]
        out: dict[int, Set] = {}
        if parts is None:
            return {-n * stride: mask for n, mask in olds if mask}
        index = self._index[slot]
        for value, mask in parts.items():
            new = index.get(value)
            if new is None:
                continue  # the value sets have it that this does not happen
            for old, held in olds if was else [(0, all_)]:
                some = mask & held
                if some:
                    shift = (new - old) * stride
                    out[shift] = out.get(shift, 0) | some
        return out


def _together(moves: list[dict[int, Set]], all_: Set) -> Step:
    """Several moves at once, each part decided before anything moves."""
    out: dict[int, Set] = {0: all_}
    for move in moves:
        grown: dict[int, Set] = {}
        for shift, mask in out.items():
            for more, part in move.items():
                both = mask & part
                if both:
                    grown[shift + more] = grown.get(shift + more, 0) | both
        out = grown
    return tuple((mask, shift) for shift, mask in out.items())


def put_in(row: Any, set_: dict[int, Row]) -> Any:
    """`row` with what the slots in `set_` have become, in the values from before."""
    if not any(slot in set_ for slot in reads(row)):
        return row
    match row:
        case ["v", slot]:
            return set_.get(slot, row)
        case ["count", slots, mask]:
            return ("sum", *((("in", put_in(("v", s), set_), mask), 1) for s in slots))
        case ["in", value, mask]:
            return ("in", put_in(value, set_), mask)
        case ["sum", *parts]:
            return ("sum", *((put_in(part, set_), weight) for part, weight in parts))
    return (row[0], *(put_in(part, set_) for part in row[1:]))


def _ranks(live: Liveness) -> list[int]:
    """A number for each node, so that most edges lead up: depth first, last left first."""
    rank = [0] * len(live.edges)
    state = [0] * len(live.edges)
    at = len(rank)
    ways = [(0, iter(live.edges[0]))]
    state[0] = 1
    while ways:
        n, edges = ways[-1]
        for edge in edges:
            if not state[edge.target]:
                state[edge.target] = 1
                ways.append((edge.target, iter(live.edges[edge.target])))
                break
        else:
            ways.pop()
            at -= 1
            rank[n] = at
    return rank
