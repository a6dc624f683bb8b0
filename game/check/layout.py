"""Where each slot's value is kept in the exact search: in a *register* or in a page's *key*.

A set of valuations is one whole number with a bit for each valuation. The bit's position is
written in mixed radix, a digit for each register, so a slot of five values costs a factor of five
and not of eight. Slots that are never active at the same node share a register, as variables share
machine registers in a compiler (greedy colouring, the longest-lived first). A register whose slot
is not active is 0, so that equal states are equal bits.

Where all registers together would make the numbers too long, some slots are taken out and
*unfolded*: each combination of their values that is really reached gets pages of its own, one for
each node, and within a page those slots are known. Which slots are best taken out is measured on a
sample of states: those whose values hang together most, so that few combinations of them occur. Any
choice is correct; a good one is fast.
"""

from __future__ import annotations

from collections import Counter
from math import log2
from operator import mul, sub
from typing import TYPE_CHECKING, NamedTuple

from game.check.live import Liveness, Slots, members
from game.check.masks import Registers
from game.check.values import Arriving

if TYPE_CHECKING:
    from game.check.concrete import State

DENSE = 21
"""Up to 2**DENSE bits a set is kept whole; `tests.bench.check` measures where that turns."""
PAGED = 15
"""Where sets are cut into pages, a page has at most 2**PAGED bits: Python's own cost for each
operation is then about that of the bits. Larger pages are hardly faster, and most of what is in
them is empty."""
SAMPLE = 2000
"""States looked at to choose what to unfold."""
MOST_KEPT = 32
"""Slots that are thought of for staying in the sets of pages."""


class Layout(Registers):
    """Registers for the slots that stay in the sets; bits of the key for those unfolded."""

    def __init__(self, arriving: Arriving, live: Liveness, unfolded: Slots) -> None:
        self.unfolded = unfolded
        self.values, self.stride, self.radix = {}, {}, {}
        self.key_at: dict[int, int] = {}
        """For each unfolded slot: where its bits are in a key."""
        self.key_field: dict[int, int] = {}
        active = [slots & ~unfolded for slots in live.active]
        self._registers(arriving, active)
        self.size = self._sizes(active)
        self.longest = max(self.size, default=1)
        at = 0
        for slot in members(unfolded):
            width = (
                arriving.fields.slots[slot].high - arriving.fields.slots[slot].low
            ).bit_length()
            self.key_at[slot], self.key_field[slot] = at, ((1 << width) - 1) << at
            at += width

    def again(self, arriving: Arriving, live: Liveness) -> Layout | None:
        """This layout for another story with the same slots, or None if that does not fit in it."""
        active = [slots & ~self.unfolded for slots in live.active]
        seen: dict[int, int] = {}
        for n, slots in enumerate(active):
            taken: set[int] = set()
            for slot in members(slots):
                stride = self.stride.get(slot)
                if stride is None or stride in taken:
                    return None
                taken.add(stride)
                seen[slot] = seen.get(slot, 0) | arriving.at[n]
        for slot, sets in seen.items():
            if not set(arriving.fields.values(sets, slot)) <= set(self.values[slot]):
                return None
        size = self._sizes(active)
        if max(size, default=1) > self.longest:
            return None
        made = Layout.__new__(Layout)
        made.__dict__.update(self.__dict__, size=size)
        return made

    def _sizes(self, active: list[Slots]) -> list[int]:
        return [
            max([self.stride[s] * self.radix[s] for s in members(slots)], default=1)
            for slots in active
        ]

    def _registers(self, arriving: Arriving, active: list[Slots]) -> None:
        fields = arriving.fields
        seen: dict[int, int] = {}
        together: dict[int, Slots] = {}
        span: dict[int, int] = {}
        for n, slots in enumerate(active):
            for slot in members(slots):
                seen[slot] = seen.get(slot, 0) | arriving.at[n]
                together[slot] = together.get(slot, 0) | slots
                span[slot] = span.get(slot, 0) + 1
        self.values = {slot: fields.values(sets, slot) for slot, sets in seen.items()}
        registers: list[tuple[int, Slots, list[int]]] = []
        # The widest first, so that a narrow slot finds a register that is no wider than it must be;
        # among those, the longest-lived first, so that the registers of short lives lie on top.
        for slot in sorted(seen, key=lambda s: (-len(self.values[s]), -span[s], s)):
            radix = len(self.values[slot])
            for n, (wide, users, those) in enumerate(registers):
                if not users & together[slot] and radix <= wide:
                    registers[n] = (wide, users | 1 << slot, [*those, slot])
                    break
            else:
                registers.append((radix, 1 << slot, [slot]))
        # Registers in use at most nodes lie lowest: a set is as long as its highest register.
        registers.sort(key=lambda r: -sum(span[slot] for slot in r[2]))
        stride = 1
        for wide, _, those in registers:
            for slot in those:
                self.stride[slot], self.radix[slot] = stride, wide
            stride *= wide


class Plan(NamedTuple):
    """A layout, and whether a sample lets hope that its pages can be counted out."""

    layout: Layout
    hopeful: bool


def plan(arriving: Arriving, live: Liveness) -> Plan:
    """The layout for a story: everything in registers where that fits, else some unfolded."""
    whole = Layout(arriving, live, 0)
    if whole.longest <= 1 << DENSE:
        return Plan(whole, True)
    unfolded, pages = _hang_together(arriving, live)
    layout = Layout(arriving, live, unfolded)
    while layout.longest > 1 << PAGED:
        # Slots that share registers can make sets longer than any node needs: the topmost goes.
        top = max(layout.stride.values())
        unfolded |= sum(1 << slot for slot, stride in layout.stride.items() if stride == top)
        layout = Layout(arriving, live, unfolded)
    return Plan(layout, pages < 2 * SAMPLE)


def _hang_together(arriving: Arriving, live: Liveness) -> tuple[Slots, float]:
    """The slots to unfold: all but those that, kept in sets, spare most pages in a sample.

    And how many pages there may be (at least): those in the sample, and those that are not, judged
    by how many are in it once and how many twice (Chao 1984).
    """
    slots = arriving.fields.slots
    at: dict[int, int] = {}
    width, n_bits = 0, len(live.active).bit_length()
    for n, about in enumerate(slots):
        at[n] = n_bits + width
        width += (about.high - about.low).bit_length()
    field = {n: ((1 << (s.high - s.low).bit_length()) - 1) << at[n] for n, s in enumerate(slots)}
    held = [sum(field[s] for s in members(active)) for active in live.active]
    low = [about.low for about in slots]
    place = [1 << at[n] for n in range(len(slots))]
    packed = [
        n | sum(map(mul, map(sub, values, low), place)) & held[n] for n, values in _sample(live)
    ]
    radix = {s: len({row & field[s] for row in packed}) for s in field}
    unfolded = 0
    for active in live.active:
        unfolded |= active
    seen = (1 << n_bits + width) - 1
    before = len(set(packed))
    # How much a slot spares grows as others are kept: so old scores are no bounds, and all are
    # asked again each time; that is a set of a few thousand numbers for each. So only those that
    # spare most alone are candidates at all.
    first = sorted(
        (len({row & ~field[s] for row in packed}) ** (1 / log2(radix[s])), s)
        for s in field
        if radix[s] > 1
    )
    candidates = {slot for _, slot in first[:MOST_KEPT]}
    longest = [0.0] * len(live.active)
    while candidates:
        best, score, pages = -1, -1.0, before
        for slot in candidates:
            rest = seen & ~field[slot]
            count = len({row & rest for row in packed})
            gained = log2(before / count) / log2(radix[slot])
            if gained > score:
                best, score, pages = slot, gained, count
        candidates.discard(best)
        more = log2(radix[best])
        with_it = [
            bits + more if active >> best & 1 else bits
            for bits, active in zip(longest, live.active, strict=True)
        ]
        if max(with_it) <= PAGED:
            longest, before = with_it, pages
            seen &= ~field[best]
            unfolded &= ~(1 << best)
    times = Counter(Counter(row & seen for row in packed).values())
    return unfolded, before + times[1] ** 2 / (2 * (times[2] + 1))


def _sample(live: Liveness, most: int = SAMPLE) -> list[State]:
    """States on random plays, always the same ones."""
    # Slow to import, and not needed where all fit in sets.
    from random import Random

    from game.check.concrete import Concrete

    chance = Random(1)
    concrete = Concrete(live.net, live.edges)
    out: list[State] = []
    state = concrete.start
    for _ in range(most):
        out.append(state)
        moves = list(concrete.moves(state[0]))
        while moves:
            # Edges are tried in a random order: to ask all of them would cost more.
            move = moves.pop(int(chance.random() * len(moves)))
            if all(part.holds(state[1]) for part in move.parts):
                after = concrete.after(move, state[1])
                if after is not None:
                    state = (move.edge.target, after)
                    break
        else:
            state = concrete.start
    return out
