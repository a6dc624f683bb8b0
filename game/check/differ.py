"""Two plays side by side, one state at a time, until a player could tell them apart.

That is what `game.check.twins` does with sets, for where sets would be too large. Both plays have
come to the same node by different options of one screen. What shows there (`game.check.visible`) is
compared; then both take each option that both can take. An example that is told apart is a proof
that the two options are no twins. That options are twins is for `game.check.alike` to prove.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import copy
from itertools import combinations
from typing import NamedTuple

from game.check.concrete import Concrete, Merged, Move, Part, Values
from game.check.live import members
from game.check.net import Edge
from game.check.rows import reads
from game.check.visible import Sight
from game.story.model import Row

EXAMPLES = 4
"""States that are tried as an example for two options."""
MOST = 60
"""Pairs of states that are followed for one example."""

Pair = tuple[int, Values, Values]
"""A node and the values of the two plays."""


class Options(NamedTuple):
    """Two choices of a node that lead to the same one."""

    node: int
    a: Edge
    b: Edge


class Looker:
    """Compares two plays, in the story or in an abstraction of it."""

    def __init__(
        self,
        concrete: Concrete,
        sights: Sequence[Sight],
        merged: Merged,
        risky: Collection[int],
    ) -> None:
        """`risky` are the edges (by `id`) an effect of which may leave its range."""
        self.concrete = concrete
        self.sights = sights
        self.merged = merged
        self.risky = risky
        self._risky: dict[int, list[Move]] = {}
        self._by_slot: dict[int, dict[int, list[Row]]] = {}
        # By `id`: hashing a row goes all through it, and those of the sights are kept.
        self._parts: dict[int, tuple[Part, ...]] = {}

    def merging(self, merged: Merged) -> Looker:
        """The same, with other states made one."""
        other = copy(self)
        other.merged = merged
        return other

    def first(self, options: Options, values: Values) -> Pair | None:
        """Where the two plays come to; None if not both options can be taken."""
        new = []
        for edge in options[1:]:
            move = self.concrete.move(edge)
            if not all(part.holds(values) for part in move.parts):
                return None
            after = self.concrete.after(move, values)
            if after is None:
                return None
            new.append(self.merged.of(edge.target, after))
        return (options.a.target, new[0], new[1])

    def onward(self, pair: Pair) -> Iterator[Pair]:
        """Where both come to by what both can do; but for where they are then the same."""
        n, x, y = pair
        for move in self.concrete.moves(n):
            if all(part.holds(x) and part.holds(y) for part in move.parts):
                one, other = self.concrete.after(move, x), self.concrete.after(move, y)
                if one is None or other is None:
                    continue
                to = move.edge.target
                one, other = self.merged.of(to, one), self.merged.of(to, other)
                if one != other:
                    yield to, one, other

    def shows(self, pair: Pair) -> bool:
        """Whether a player could tell the two apart at this node."""
        n, one, other = pair
        apart = {slot for slot, v in enumerate(one) if v != other[slot]}
        for row in self._asking(n, apart):
            if self._holds(row, one) != self._holds(row, other):
                return True
        for printed in self.sights[n].printed:
            if apart.intersection(members(printed.slots)) and (
                self._holds(printed.row, one) or self._holds(printed.row, other)
            ):
                return True
        # A play that stops on an error screen is told from one that goes on.
        return any(self._goes(m, one) != self._goes(m, other) for m in self._risky_at(n))

    def _holds(self, row: Row | None, values: Values) -> bool:
        parts = self._parts.get(id(row))
        if parts is None:
            parts = self._parts[id(row)] = self.concrete.parts(row)
        return all(part.holds(values) for part in parts)

    def _risky_at(self, n: int) -> list[Move]:
        moves = self._risky.get(n)
        if moves is None:
            moves = [move for move in self.concrete.moves(n) if id(move.edge) in self.risky]
            self._risky[n] = moves
        return moves

    def _goes(self, move: Move, values: Values) -> bool:
        open_ = all(part.holds(values) for part in move.parts)
        return open_ and self.concrete.after(move, values) is not None

    def _asking(self, n: int, slots: set[int]) -> list[Row]:
        """The conditions seen at a node that ask any of `slots`."""
        by_slot = self._by_slot.get(n)
        if by_slot is None:
            by_slot = self._by_slot[n] = {}
            for row in self.sights[n].rows:
                for slot in reads(row):
                    by_slot.setdefault(slot, []).append(row)
        return [row for slot in slots for row in by_slot.get(slot, ())]


def not_told_apart(looker: Looker, seen: Mapping[int, Sequence[Values]]) -> list[list[Options]]:
    """The choices of a screen that no example told apart: two each, at each node they stand at.

    `seen` are states of real plays. Different passages are told apart without one.
    """
    concrete = looker.concrete
    told: dict[tuple[str | None, str | None], list[Options]] = {}
    apart = set()
    for n, edges in enumerate(concrete.edges):
        kinds = concrete.net.branches
        choices = [e for e in edges if e.option is not None and kinds[e.branch].kind == "choice"]
        for a, b in combinations(choices, 2):
            if a.target != b.target or (a.option, b.option) in apart:
                continue
            options = Options(n, a, b)
            if _example(looker, options, seen.get(n, ())):
                apart.add((a.option, b.option))
                told.pop((a.option, b.option), None)
            else:
                told.setdefault((a.option, b.option), []).append(options)
    return list(told.values())


def _example(looker: Looker, options: Options, seen: Sequence[Values]) -> bool:
    """Whether some state shows that the two options differ."""
    left = EXAMPLES
    for values in seen:
        first = looker.first(options, values)
        if first is None or first[1] == first[2]:
            continue
        if _told_apart(looker, first):
            return True
        left -= 1
        if not left:
            break
    return False


def _told_apart(looker: Looker, first: Pair) -> bool:
    todo = [first]
    known = set(todo)
    for pair in todo:
        if looker.shows(pair):
            return True
        for new in looker.onward(pair):
            if new not in known and len(known) < MOST:
                known.add(new)
                todo.append(new)
    return False
