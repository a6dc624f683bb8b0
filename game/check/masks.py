"""Rows as sets: the valuations for which a condition holds, or a value comes to something.

A valuation is a position in mixed radix (`game.check.layout`), and a set of them is a whole number
with a bit for each. For one slot and one value the set is a pattern that repeats; every other set
follows by `&`, `|` and complement, along the row: so a mask is right because it is built by the
very rules that give the row its meaning. What is known at a page (a constant, an unfolded slot) is
put in as it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from game.check.rows import COMPARISONS, bit_of, combine, reads

Known = Mapping[int, int]
"""Slots whose value is known, and the value."""
Set = int
Parts = dict[int, Set]
"""A set of valuations split by what a row comes to. No part is empty."""

MOST_BITS = 1 << 29
"""About as many bits of masks are remembered; beyond, they are made again when needed."""


class Registers:
    """Where slots lie in a position: the value of each is a digit."""

    values: dict[int, list[int]]
    """For each slot with a register: the values it may have, in order."""
    stride: dict[int, int]
    """What one more in a slot's digit adds to the position."""
    radix: dict[int, int]
    """How many values the register of a slot has room for."""
    longest: int
    """How many positions there are."""

    @staticmethod
    def beside(values: dict[int, list[int]]) -> Registers:
        """A register for each slot, side by side."""
        made = Registers()
        made.values, made.stride, made.radix = values, {}, {}
        made.longest = 1
        for slot, those in values.items():
            made.stride[slot], made.radix[slot] = made.longest, len(those)
            made.longest *= len(those)
        return made


class Masks:
    """The sets for one layout. Every mask covers all positions; cut it to a page's size."""

    def __init__(self, layout: Registers) -> None:
        self.layout = layout
        self.all = (1 << layout.longest) - 1
        self._patterns: dict[tuple[int, int, int], Set] = {}
        # By `id`, as hashing a row goes all through it; the row is kept, so its id stays its own.
        self._memo: dict[tuple[int | None, ...], tuple[Any, Set]] = {}

    def digit(self, slot: int, index: int) -> Set:
        """The valuations in which the register of `slot` holds `index`."""
        stride, radix = self.layout.stride[slot], self.layout.radix[slot]
        key = (stride, radix, index)
        pattern = self._patterns.get(key)
        if pattern is None:
            pattern = ((1 << stride) - 1) << (stride * index)
            size, whole = stride * radix, self.layout.longest
            while size < whole:
                pattern |= pattern << size
                size *= 2
            pattern = self._patterns[key] = pattern & self.all
        return pattern

    def holds(self, row: Any, known: Known) -> Set:
        """The valuations for which the condition `row` holds."""
        key = (id(row), *map(known.get, reads(row)))
        found = self._memo.get(key)
        if found is None:
            if len(self._memo) * self.layout.longest > MOST_BITS:
                self._memo.clear()
            found = self._memo[key] = (row, self._holds(row, known))
        return found[1]

    def _holds(self, row: Any, known: Known) -> Set:  # noqa: PLR0911 - an operator each
        sign = row[0]
        if sign == "k":
            return self.all if row[1] else 0
        if sign == "v":
            return self.values(row, known).get(1, 0)
        if sign == "not":
            return self.all ^ self.holds(row[1], known)
        if sign == "and":
            mask = self.all
            for part in row[1:]:
                mask &= self.holds(part, known)
            return mask
        if sign == "or":
            mask = 0
            for part in row[1:]:
                mask |= self.holds(part, known)
            return mask
        if sign == "in":
            parts = self.values(row[1], known).items()
            return union(mask for value, mask in parts if bit_of(row[2], value))
        left, right = self.values(row[1], known), self.values(row[2], known)
        return union(
            a & b for x, a in left.items() for y, b in right.items() if combine(sign, x, y)
        )

    def values(self, row: Any, known: Known) -> Parts:  # noqa: PLR0911 - an operator each
        """All valuations, split by what `row` comes to."""
        match row:
            case ["k", constant]:
                return {constant: self.all}
            case ["v", slot]:
                if slot in known:
                    return {known[slot]: self.all}
                return {v: self.digit(slot, n) for n, v in enumerate(self.layout.values[slot])}
            case ["count", slots, mask]:
                return self._sum(
                    (self.holds(("in", ("v", slot), mask), known), 1) for slot in slots
                )
            case ["sum", *parts]:
                return self._sum((self.holds(part, known), weight) for part, weight in parts)
            case ["+" | "-" | "min" | "max" as sign, left, right]:
                out: Parts = {}
                seconds = self.values(right, known)
                for x, a in self.values(left, known).items():
                    for y, b in seconds.items():
                        both = a & b
                        if both:
                            value = combine(sign, x, y)
                            out[value] = out.get(value, 0) | both
                return out
        assert row[0] in COMPARISONS or row[0] in ("and", "or", "not", "in"), row
        true = self.holds(row, known)
        return {value: mask for value, mask in ((1, true), (0, self.all ^ true)) if mask}

    def _sum(self, terms: Iterable[tuple[Set, int]]) -> Parts:
        out: Parts = {0: self.all}
        for mask, weight in terms:
            grown: Parts = {}
            for value, those in out.items():
                for more, part in ((weight, those & mask), (0, those & ~mask)):
                    if part:
                        grown[value + more] = grown.get(value + more, 0) | part
            out = grown
        return out


def union(masks: Iterable[Set]) -> Set:
    """All of them together."""
    out = 0
    for mask in masks:
        out |= mask
    return out
