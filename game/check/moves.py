"""Edges as moves of whole sets of valuations, for one layout.

A set that takes an edge is cut to where the guard holds and no effect leaves its range; then, for
each slot that changes, the valuations are split by how far their bit moves, and each part is
shifted. Backwards the same shifts are reversed, each cut to the part it came from.

The effects of an edge are first turned into one simultaneous assignment, by putting into each row
what the effects before it have set. So a move does in any order what the effects do in theirs, but
for rows that ask other slots: those move first, together, while all else is as it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from game.check.layout import Layout
from game.check.live import Slots, members
from game.check.masks import Known, Masks, Parts, Set
from game.check.rows import reads
from game.story.model import Row, Slot

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


def preimage(those: Set, steps: tuple[Step, ...]) -> Set:
    """Every valuation that `steps` move to one of `those`."""
    for step in reversed(steps):
        if not those:
            return 0
        moved = 0
        for part, shift in step:
            moved |= (those >> shift if shift >= 0 else those << -shift) & part
        those = moved
    return those


class Move(NamedTuple):
    """An edge for some values of unfolded slots: where to, and with which changes of the key."""

    guard: Set
    steps: tuple[Step, ...]
    keep: int
    put: int

    @property
    def bits(self) -> int:
        """About how many bits it holds: a part of a step is about as long as the guard."""
        return self.guard.bit_length() * (1 + sum(map(len, self.steps)))


Compiled = tuple[list[Move], list[tuple[int, Set]]]
"""The moves of an edge, and which of its acts may leave its range where."""


Differ = tuple[tuple[int, int, int], ...]
"""For two plays: the slots that differ, each with its two values."""


class PairMove(NamedTuple):
    """What `Move` is to one play, for two (`game.check.twins`): and how they then differ."""

    guard: Set
    steps: tuple[Step, ...]
    keep: int
    put: int
    differ: Differ


class Worked:
    """The moves of one layout, and what was worked out for them.

    That holds for every net with slots of the same ranges whose rows are the same objects.
    """

    def __init__(self, layout: Layout, slots: Sequence[Slot]) -> None:
        self.layout = layout
        self.masks = Masks(layout)
        self.low = [slot.low for slot in slots]
        self.compiled: dict[tuple[object, ...], Compiled] = {}
        self.paired: dict[tuple[object, ...], list[PairMove]] = {}
        self.bits = 0
        """Bits of the masks in `compiled`; equal ones are counted each time."""
        self.rows: list[object] = []
        """The rows whose `id` is in a key of these: kept, so that it stays theirs."""
        self.index = {
            slot: {v: n for n, v in enumerate(values)} for slot, values in layout.values.items()
        }

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
            low, at = self.low[slot], layout.key_at[slot]
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
                index = self.index[slot].get(value, 0)
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
        index = self.index[slot]
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
