"""Sets of valuations, split by what is said of them, folded into decision diagrams.

A *part* is a set of valuations of a page (`game.check.pages`) of which the same is said. Slot by
slot, first those that are unfolded, then the registers from the highest down, the parts are cut
into those for each value of the slot: in mixed radix, that is cutting a number into pieces.

A slot is passed over where the pieces, laid over each other, do not contradict: then what is said
follows from the slots below it. Valuations that are not reached are in no part, so they contradict
nothing, and most slots fall away. This is right by induction: a leaf stands for parts of which only
one thing is said; and below a node, a valuation is in the piece of its value, or in the overlay of
all pieces, with the same said of it.

Equal nodes are made once (Bryant, *Graph-Based Algorithms for Boolean Function Manipulation*,
1986), in all the diagrams of one story together. Each is made after all that it leads to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import dropwhile

from game.check.fates import Ask
from game.check.live import members
from game.check.masks import Set
from game.check.pages import Pages

Said = int
"""A leaf of `game.check.fates`."""
Parts = dict[Said, Set]
"""What is said of which valuations. No part is empty, and no two have a valuation in common."""


class Diagrams:
    """The diagrams of one story, which share their nodes."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.layout = pages.layout
        self.nodes: list[Ask] = []
        self._number: dict[Ask, int] = {}
        self._known: dict[tuple[tuple[int, ...], frozenset[tuple[Said, Set]]], int] = {}

    def root(self, node: int, parts: Sequence[tuple[int, Parts]]) -> int:
        """The diagram of a node of the net, from the key and the parts of each page reached.

        Raises RecursionError where several hundred unfolded slots are asked one after the other.
        """
        active, layout = self.pages.live.active[node], self.layout
        unfolded = list(members(active & layout.unfolded))
        registers = sorted(members(active & ~layout.unfolded), key=lambda s: -layout.stride[s])
        return self._by_key(unfolded, tuple(registers), parts)

    def _by_key(
        self,
        unfolded: list[int],
        registers: tuple[int, ...],
        pages: Sequence[tuple[int, Parts]],
    ) -> int:
        laid = _overlay(parts for _, parts in pages)
        if laid is not None:
            return self._by_register(registers, laid)
        layout = self.layout

        def at_one_value(slot: int) -> bool:
            return len({key & layout.key_field[slot] for key, _ in pages}) == 1

        slot, *rest = dropwhile(at_one_value, unfolded)
        by_value: dict[int, list[tuple[int, Parts]]] = {}
        for key, parts in pages:
            index = (key & layout.key_field[slot]) >> layout.key_at[slot]
            by_value.setdefault(index, []).append((key, parts))
        return self._node(
            slot, {n: self._by_key(rest, registers, those) for n, those in by_value.items()}
        )

    def _by_register(self, registers: tuple[int, ...], parts: Parts) -> int:
        if len(parts) == 1:
            return next(iter(parts))
        key = (registers, frozenset(parts.items()))
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._cut(registers, parts)
        return known

    def _cut(self, registers: tuple[int, ...], parts: Parts) -> int:
        slot, *below = registers
        rest = tuple(below)
        stride = self.layout.stride[slot]
        digit, low = (1 << stride) - 1, self.pages.net.slots[slot].low
        pieces: dict[int, Parts] = {}
        for n, value in enumerate(self.layout.values[slot]):
            at = n * stride
            piece = {said: cut for said, those in parts.items() if (cut := those >> at & digit)}
            if piece:
                pieces[value - low] = piece
        laid = _overlay(pieces.values())
        if laid is not None:
            return self._by_register(rest, laid)
        return self._node(
            slot, {index: self._by_register(rest, piece) for index, piece in pieces.items()}
        )

    def _node(self, slot: int, to: dict[int, int]) -> int:
        """The node that asks `slot`; `to` is by value, counted from the slot's least."""
        about = self.pages.net.slots[slot]
        somewhere = next(iter(to.values()))
        if all(one == somewhere for one in to.values()):
            return somewhere
        values = about.high - about.low + 1
        # A value that does not occur may lead anywhere.
        node = Ask(slot, about.low, tuple(to.get(n, somewhere) for n in range(values)))
        number = self._number.get(node)
        if number is None:
            number = self._number[node] = len(self.nodes)
            self.nodes.append(node)
        return number


def _overlay(those: Iterable[Parts]) -> Parts | None:
    """All of them laid over each other; None if they say two things of one valuation.

    >>> _overlay([{-1: 0b01}, {-2: 0b10}])
    {-1: 1, -2: 2}
    >>> _overlay([{-1: 0b01}, {-2: 0b11}])
    """
    laid: Parts = {}
    for parts in those:
        for said, some in parts.items():
            laid[said] = laid.get(said, 0) | some
    before = 0
    for some in laid.values():
        if before & some:
            return None
        before |= some
    return laid
