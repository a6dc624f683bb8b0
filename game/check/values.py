"""Which values each slot can have at each node, were every slot on its own.

This is abstract interpretation with value sets: at every node, for every slot, the set of values
that can arrive there, forgetting how the values of different slots go together. Forgetting only
adds: every real play stays inside these sets, as each step below keeps whatever the real step
could give, and the sets grow to a fixpoint. So what is impossible here is impossible (a proof, and
the sets are its reason); what is possible here is a question for the exact search.

The sets of all slots of a node lie side by side in one whole number, a bit for each value of each
slot (`Fields`). Joining is then `|` of two numbers however many slots there are, a condition on
single slots is `&` with a mask, and an effect is a few masked shifts.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop, heappush
from math import prod
from typing import Any

from game.check.masks import Masks, Registers
from game.check.net import Edge, Net
from game.check.rows import COMPARISONS, combine, reads, work_out
from game.story.model import Row, Slot

MOST_JOINT = 2048
"""As many combinations of a few slots' values are looked at together, which narrows exactly."""

Sets = int
"""The value sets of all slots, as `Fields` lays them out. 0 is no values at all: unreachable."""


class Fields:
    """Where each slot's bits lie in a `Sets`, and what rows mean there."""

    def __init__(self, slots: tuple[Slot, ...]) -> None:
        self.slots = slots
        self.base: list[int] = []
        self.field: list[int] = []
        self.slot_at: list[int] = [-1]
        """For each bit: the slot it is of."""
        at = 1  # bit 0 says that anything arrives at all: a story may have no slots
        for n, slot in enumerate(slots):
            width = slot.high - slot.low + 1
            self.base.append(at)
            self.slot_at += [n] * width
            self.field.append(((1 << width) - 1) << at)
            at += width
        self.all = (1 << at) - 1
        # By the `id` of rows, which are kept with what is known of them (see `rows.reads`).
        self._alone: dict[int, tuple[Row, int]] = {}
        self._of: dict[int, tuple[Row, int]] = {}
        self._narrowed: dict[tuple[int, Sets, bool], Sets] = {}
        self._after: dict[tuple[int, int, Sets], tuple[Sets, bool]] = {}

    @property
    def start(self) -> Sets:
        """Every slot at its start."""
        return 1 + sum(self.bit(n, slot.start) for n, slot in enumerate(self.slots))

    def bit(self, slot: int, value: int) -> int:
        """The bit of one value of a slot."""
        return 1 << (self.base[slot] + value - self.slots[slot].low)

    def values(self, sets: Sets, slot: int) -> list[int]:
        """The values that `slot` can have, in order."""
        low, mask = self.slots[slot].low, (sets & self.field[slot]) >> self.base[slot]
        return [low + n for n in range(mask.bit_length()) if mask >> n & 1]

    def many(self, sets: Sets, slot: int) -> bool:
        """True if `slot` can have more than one value."""
        mask = sets & self.field[slot]
        return bool(mask & (mask - 1))

    def alone(self, row: Row, slot: int) -> int:
        """For a condition that asks `slot` alone: the bits of the values for which it holds."""
        known = self._alone.get(id(row))
        if known is None:
            mask = 0
            for value in range(self.slots[slot].low, self.slots[slot].high + 1):
                if work_out(row, {slot: value}):
                    mask |= self.bit(slot, value)
            known = self._alone[id(row)] = (row, mask)
        return known[1]

    def narrow(self, sets: Sets, row: Any, *, holds: bool = True) -> Sets:
        """The part of `sets` where `row` may hold (or may not); 0 if there is none."""
        if not sets:
            return 0
        asked = reads(row)
        if not asked:
            return sets if bool(work_out(row, {})) == holds else 0
        if len(asked) == 1:
            field = self.field[asked[0]]
            true = self.alone(row, asked[0])
            kept = sets & (true if holds else field & ~true)
            return (sets & ~field) | kept if kept else 0
        known = self._of.get(id(row))
        if known is None:
            known = self._of[id(row)] = (row, sum(self.field[slot] for slot in asked))
        own = sets & known[1]
        kept = self._narrowed.get((id(row), own, holds), -1)
        if kept < 0:
            kept = self._narrow(own, row, asked, holds=holds)
            self._narrowed[id(row), own, holds] = kept
        return (sets & ~known[1]) | kept if kept else 0

    def _narrow(self, sets: Sets, row: Any, asked: tuple[int, ...], *, holds: bool) -> Sets:
        """`narrow` for a row that asks several slots, with the sets of those alone."""
        sign = row[0]
        if sign == "not":
            return self.narrow(sets, row[1], holds=not holds)
        if sign in ("and", "or"):
            if (sign == "and") == holds:
                for part in row[1:]:
                    sets = self.narrow(sets, part, holds=holds)
                return sets
            joined = 0
            for part in row[1:]:
                joined |= self.narrow(sets, part, holds=holds)
            return joined
        return self._narrow_jointly(sets, row, asked, holds=holds)

    def _narrow_jointly(self, sets: Sets, row: Any, asked: tuple[int, ...], *, holds: bool) -> Sets:
        together = self._together(sets, asked)
        if together is None:
            return sets if self._may(sets, row, holds=holds) else 0
        masks = Masks(together)
        where = masks.holds(row, {})
        if not holds:
            where ^= masks.all
        if not where:
            return 0
        for slot, values in together.values.items():
            kept = 0
            for n, value in enumerate(values):
                if where & masks.digit(slot, n):
                    kept |= self.bit(slot, value)
            sets = sets & ~self.field[slot] | kept
        return sets

    def _together(self, sets: Sets, asked: tuple[int, ...]) -> Registers | None:
        """The combinations of the values of some slots, unless they are too many."""
        values = {slot: self.values(sets, slot) for slot in asked}
        if prod(map(len, values.values())) > MOST_JOINT:
            return None
        return Registers.beside(values)

    def _may(self, sets: Sets, row: Any, *, holds: bool) -> bool:
        """Whether a comparison of many slots may hold, from what its sides can come to."""
        if row[0] == "in":
            outcomes = self.outcomes(sets, row[1])
            return any((n >= 0 and bool(row[2] >> n & 1)) == holds for n in outcomes)
        if row[0] not in COMPARISONS:
            return True
        left, right = self.outcomes(sets, row[1]), self.outcomes(sets, row[2])
        return any(bool(combine(row[0], a, b)) == holds for a in left for b in right)

    def outcomes(self, sets: Sets, row: Any) -> set[int]:
        """Every value that a row may come to."""
        match row:
            case ["k", constant]:
                return {constant}
            case ["v", slot]:
                return set(self.values(sets, slot))
            case ["count", slots, mask]:
                return self._sums(
                    ((n >= 0 and mask >> n & 1) for n in self.values(sets, slot)) for slot in slots
                )
            case ["sum", *parts]:
                return self._sums(
                    [
                        weight if holds else 0
                        for holds in (True, False)
                        if self.narrow(sets, part, holds=holds)
                    ]
                    for part, weight in parts
                )
            case ["+" | "-" | "min" | "max", left, right]:
                first, second = self.outcomes(sets, left), self.outcomes(sets, right)
                return {combine(row[0], a, b) for a in first for b in second}
        return {int(holds) for holds in (True, False) if self.narrow(sets, row, holds=holds)}

    @staticmethod
    def _sums(terms: Iterable[Iterable[int]]) -> set[int]:
        total = {0}
        for term in terms:
            these = {int(one) for one in term}
            total = {a + b for a in total for b in these}
        return total

    def after(self, sets: Sets, slot: int, row: Row) -> tuple[Sets, bool]:
        """The sets after `slot` was set to `row`, and whether it may leave its range."""
        known = self._of.get(id(row))
        if known is None:
            known = self._of[id(row)] = (row, sum(self.field[one] for one in reads(row)))
        key = (id(row), slot, sets & known[1])
        found = self._after.get(key)
        if found is None:
            found = self._after[key] = self._set(sets, slot, row)
        new, faults = found
        return (sets & ~self.field[slot] | new if new else 0), faults

    def _set(self, sets: Sets, slot: int, row: Row) -> tuple[Sets, bool]:
        """The bits of what `slot` comes to, and whether it may leave its range."""
        about, asked = self.slots[slot], reads(row)
        outcomes: Iterable[int]
        together = self._together(sets, asked) if len(asked) in (2, 3, 4) else None
        if len(asked) == 1:
            one = asked[0]
            outcomes = [work_out(row, {one: value}) for value in self.values(sets, one)]
        elif together is not None:
            outcomes = Masks(together).values(row, {})
        else:
            outcomes = self.outcomes(sets, row)
        new, faults = 0, False
        for value in outcomes:
            if about.low <= value <= about.high:
                new |= self.bit(slot, value)
            else:
                faults = True
        return new, faults


class Arriving:
    """The fixpoint: what can arrive at each node, and what each edge can then do."""

    def __init__(self, net: Net, fields: Fields | None = None) -> None:
        """`fields` may be those of another net with the same slots, for what they remember."""
        self.net = net
        self.fields = fields or Fields(net.slots)
        self.at: list[Sets] = [0] * len(net.nodes)
        self._run()

    def through(self, edge: Edge, sets: Sets) -> tuple[Sets, bool]:
        """What comes out of an edge, and whether an effect of it may leave its range."""
        if edge.guard is not None:
            sets = self.fields.narrow(sets, edge.guard)
        fault = False
        for act in edge.acts:
            if not sets:
                break
            sets, leaves = self.fields.after(sets, act.slot, act.row)
            fault |= leaves
        return sets, fault

    def open(self, node: int, row: Row) -> bool:
        """Whether value sets leave it open at a node whether `row` holds."""
        fields, sets = self.fields, self.at[node]
        return bool(fields.narrow(sets, row) and fields.narrow(sets, row, holds=False))

    def _run(self) -> None:
        at, nodes = self.at, self.net.nodes
        at[0] = self.fields.start
        todo = [0]
        waiting = {0}
        while todo:
            n = heappop(todo)
            waiting.discard(n)
            sets = at[n]
            for edge in nodes[n].edges:
                out, _ = self.through(edge, sets)
                t = edge.target
                joined = at[t] | out
                if joined != at[t]:
                    at[t] = joined
                    if t not in waiting:
                        waiting.add(t)
                        heappush(todo, t)
