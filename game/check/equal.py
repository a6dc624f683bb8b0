"""Variables that never differ, and flags that are never alike: one of them would be enough.

Two are *always equal* if they start equal and no step parts them: if, given that they are equal
before it, they are after it. What a step gives may depend on others that are equal too, so all
pairs are looked at together: at first all that have one shape and one start are taken for equal,
and whatever a step tells apart under that assumption is parted, until no step tells anything apart.
What is left is equal at the start and stays so by induction on the length of a play. (Hopcroft's
refinement of partitions, as for the states of an automaton; here for congruent variables, as
Alpern, Wegman and Zadeck find them in programs, 1988.) It may miss a pair that only the way in
which steps follow each other keeps equal; it never tells one that can differ.

A flag that starts true is looked at turned round, so flags that are always opposite come out too.
What a step sets is compared as a table of its outcomes where it asks little, else by its form.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from itertools import product
from math import prod

from game.check.moves import put_in
from game.check.net import Edge
from game.check.rows import reads, work_out
from game.check.values import Arriving, Sets
from game.story.model import Row, Slot

WRITTEN = ("flag", "number", "one_of", "stance")
"""The kinds of slot that an author declares."""

MOST_TRIED = 512
"""As many combinations of values are tried to compare what two steps set."""

Classes = list[list[int]]


def equal(arriving: Arriving, edges: Iterable[Edge]) -> Classes:
    """The classes of slots that never differ (or, flags, never agree: by how they start).

    `edges` must be all that plays can take. Slots that never change are left out.
    """
    return _Partition(arriving, edges).classes()


class _Partition:
    def __init__(self, arriving: Arriving, edges: Iterable[Edge]) -> None:
        self.arriving = arriving
        self.slots = arriving.net.slots
        everywhere = 0
        for sets in arriving.at:
            everywhere |= sets
        changing = [
            n
            for n, slot in enumerate(self.slots)
            if slot.kind in WRITTEN and arriving.fields.many(everywhere, n)
        ]
        self.of: dict[int, int] = {}
        """The first slot of the class of each slot that changes."""
        first: dict[Hashable, int] = {}
        for n in changing:
            self.of[n] = first.setdefault(_shape(self.slots[n]), n)
        self.steps = [step for step in map(self._step, edges) if step is not None]

    def classes(self) -> Classes:
        """Part what some step tells apart until nothing changes."""
        while True:
            told: dict[int, list[Hashable]] = {}
            sizes = self._sizes()
            for number, (sets, after) in enumerate(self.steps):
                self._tell(number, sets, after, sizes, told)
            first: dict[Hashable, int] = {}
            parted = {n: first.setdefault((of, *told.get(n, ())), n) for n, of in self.of.items()}
            if parted == self.of:
                break
            self.of = parted
        out: dict[int, list[int]] = {}
        for n, of in self.of.items():
            out.setdefault(of, []).append(n)
        return [those for those in out.values() if len(those) > 1]

    def _sizes(self) -> dict[int, int]:
        sizes: dict[int, int] = {}
        for of in self.of.values():
            sizes[of] = sizes.get(of, 0) + 1
        return sizes

    def _step(self, edge: Edge) -> tuple[Sets, dict[int, Row]] | None:
        """What can be there before an edge, and what it sets, in the values from before."""
        set_: dict[int, Row] = {}
        for act in edge.acts:
            set_[act.slot] = put_in(act.row, set_)
        after = {slot: row for slot, row in set_.items() if slot in self.of}
        if not after:
            return None
        sets = self.arriving.at[edge.source]
        if edge.guard is not None:
            sets = self.arriving.fields.narrow(sets, edge.guard)
        return (sets, after) if sets else None

    def _tell(
        self,
        number: int,
        sets: Sets,
        after: dict[int, Row],
        sizes: dict[int, int],
        told: dict[int, list[Hashable]],
    ) -> None:
        """Note what a step does to each slot that it sets; to be left as it is goes without it."""
        for slot, row in after.items():
            of = self.of[slot]
            if sizes[of] == 1:
                continue
            new = self._canonical(self._turned(slot, row), sets)
            before = self._values(sets, of)
            if new != (before[0] if len(before) == 1 else ((of,), tuple(before))):
                told.setdefault(slot, []).append((number, new))

    def _turned(self, slot: int, row: Row) -> Row:
        """What a slot is set to, turned round for a flag that starts true."""
        if row[0] == "k":
            return ("k", 1 - row[1]) if _starts_true(self.slots[slot]) else row  # type: ignore[operator]
        turned = _opposite(row) if _starts_true(self.slots[slot]) else row
        set_ = {
            n: self._read_as(n)
            for n in reads(turned)
            if n in self.of or _starts_true(self.slots[n])
        }
        return put_in(turned, set_)  # type: ignore[no-any-return]

    def _read_as(self, slot: int) -> Row:
        """A slot as the first of its class has it: that one's turned value, or its opposite."""
        first: Row = ("v", self.of.get(slot, slot))
        return _opposite(first) if _starts_true(self.slots[slot]) else first

    def _canonical(self, row: Row, sets: Sets) -> Hashable:
        """One form for what must be the same, given the values that can be there."""
        if row[0] == "k":
            return row[1]
        asked = reads(row)
        choices = [self._values(sets, slot) for slot in asked]
        if prod(map(len, choices)) > MOST_TRIED:
            return row
        table = {
            values: work_out(row, dict(zip(asked, values, strict=True)))
            for values in product(*choices)
        }
        if len(set(table.values())) == 1:
            return next(iter(table.values()))
        return (asked, tuple(table.values()))

    def _values(self, sets: Sets, slot: int) -> list[int]:
        values = self.arriving.fields.values(sets, slot)
        return [1 - value for value in values] if _starts_true(self.slots[slot]) else values


def _shape(slot: Slot) -> Hashable:
    start = 0 if slot.kind == "flag" else slot.start
    return slot.kind, slot.low, slot.high, start, slot.values


def _starts_true(slot: Slot) -> bool:
    return slot.kind == "flag" and slot.start == 1


def _opposite(row: Row) -> Row:
    return ("not", row)


def pairs(classes: Classes, slots: tuple[Slot, ...]) -> Iterator[tuple[int, int, bool]]:
    """Each slot that could be spared, with the one that could stand for it, and if as its equal."""
    for first, *others in classes:
        for other in others:
            yield first, other, slots[first].start == slots[other].start
