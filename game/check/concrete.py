"""The net played one state at a time: where sets of all states would be too large.

A state is a node and the values of all slots. Conditions are turned into functions once, part by
part where a condition is an `and`, so that it can be said which part stands in the way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from game.check.live import Slots
from game.check.net import Edge, Net
from game.check.rows import parts, reads, work_out
from game.check.values import Arriving
from game.play import evaluate
from game.story.model import Row

Values = tuple[int, ...]
State = tuple[int, Values]
"""A node and the values."""


class Part(NamedTuple):
    """A condition as a function, and the slots it asks."""

    holds: Callable[[Sequence[int]], bool]
    slots: tuple[int, ...]


class Move(NamedTuple):
    """An edge ready to be taken."""

    edge: Edge
    parts: tuple[Part, ...]
    acts: tuple[tuple[int, Callable[[Sequence[int]], int], int, int], ...]


class Concrete:
    """Every node's moves, made when first asked for."""

    def __init__(self, net: Net, edges: Sequence[Sequence[Edge]]) -> None:
        self.net = net
        self.edges = edges
        self.start: State = (0, tuple(slot.start for slot in net.slots))
        self._moves: list[tuple[Move, ...] | None] = [None] * len(net.nodes)
        self._move_of: dict[int, Move] = {}
        self._parts: dict[Row, Part] = {}

    def moves(self, node: int) -> tuple[Move, ...]:
        """The moves of a node, open or not."""
        found = self._moves[node]
        if found is None:
            found = self._moves[node] = tuple(self._move(edge) for edge in self.edges[node])
        return found

    def move(self, edge: Edge) -> Move:
        """The move of one of the edges."""
        move = self._move_of.get(id(edge))
        if move is None:
            for one in self.moves(edge.source):
                self._move_of[id(one.edge)] = one
            move = self._move_of[id(edge)]
        return move

    def parts(self, row: Row | None) -> tuple[Part, ...]:
        """The parts of a condition as functions."""
        return tuple(self._part(one) for one in parts(row))

    def steps(self, state: State, blocked: Callable[[Part], None]) -> Iterator[tuple[Edge, Values]]:
        """The edges that can be taken without a fault, each with the values after it.

        `blocked` is told each part of a condition that does not hold.
        """
        node, values = state
        for move in self.moves(node):
            open_ = True
            for part in move.parts:
                if not part.holds(values):
                    blocked(part)
                    open_ = False
            if open_:
                after = self.after(move, values)
                if after is not None:
                    yield move.edge, after

    @staticmethod
    def after(move: Move, values: Values) -> Values | None:
        """The values after a move; None where an effect leaves its range."""
        if not move.acts:
            return values
        new = list(values)
        for slot, value, low, high in move.acts:
            number = value(new)
            if not low <= number <= high:
                return None
            new[slot] = number
        return tuple(new)

    def _move(self, edge: Edge) -> Move:
        slots = self.net.slots
        return Move(
            edge,
            self.parts(edge.guard),
            tuple(
                (act.slot, _value(act.row), slots[act.slot].low, slots[act.slot].high)
                for act in edge.acts
            ),
        )

    def _part(self, row: Row) -> Part:
        part = self._parts.get(row)
        if part is None:
            part = self._parts[row] = Part(_condition(row), reads(row))
        return part


class Merged:
    """Makes one of all states that differ only in what is not read any more.

    What is not kept at a node is put to one of the values that value sets have there. Those sets
    are closed under every step, whichever values are taken from them, so whatever they settled
    stays settled; and nothing else asks for what is not live (`game.check.live`).
    """

    def __init__(self, arriving: Arriving, kept: Sequence[Slots]) -> None:
        """`kept` are the slots of each node that are left as they are."""
        self.arriving = arriving
        self.kept = kept
        self._known: dict[int, _Plain] = {}

    def of(self, node: int, values: Values) -> Values:
        """The values that stand for these at a node."""
        plain = self._known.get(node)
        if plain is None:
            plain = self._known[node] = self._plain(node)
        if plain.kept is not None:
            out = list(plain.values)
            for slot in plain.kept:
                out[slot] = values[slot]
            return tuple(out)
        changed: list[int] | None = None
        for slot, value in plain.put:
            if values[slot] != value:
                changed = changed or list(values)
                changed[slot] = value
        return values if changed is None else tuple(changed)

    def _plain(self, node: int) -> _Plain:
        fields, sets, kept = self.arriving.fields, self.arriving.at[node], self.kept[node]
        slots = range(len(fields.slots))
        values = tuple((fields.values(sets, n) or [fields.slots[n].low])[0] for n in slots)
        left = [n for n in slots if kept >> n & 1]
        put = [(n, values[n]) for n in slots if not kept >> n & 1]
        return _Plain(values, left if len(left) < len(put) else None, put)


class _Plain(NamedTuple):
    """What `Merged` puts at a node, and which slots it leaves (None: quicker to put the rest)."""

    values: Values
    kept: list[int] | None
    put: list[tuple[int, int]]


def _ours(row: Any) -> bool:
    """True if a row holds what only the check knows: the engine has no function for it."""
    return isinstance(row, tuple) and (row[0] == "sum" or any(_ours(part) for part in row[1:]))


def _condition(row: Row) -> Callable[[Sequence[int]], bool]:
    if _ours(row):
        return lambda values: bool(work_out(row, dict(enumerate(values))))
    return evaluate.condition(row)


def _value(row: Row) -> Callable[[Sequence[int]], int]:
    if _ours(row):
        return lambda values: work_out(row, dict(enumerate(values)))
    return evaluate.value(row)
