"""That every choice matters, shown by examples: where there are too many states for `twins`.

From states that real plays came to, both options are taken, and the two plays are followed side by
side, one state at a time, until the player could tell them apart. An example is a proof that the
two options are no twins. That two are twins is not proved so: then it stays undecided.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from game.check.concrete import Concrete, Move, Values
from game.check.live import Liveness, members
from game.check.net import Net
from game.check.rows import reads
from game.check.visible import Sight
from game.story.model import Row

MOST = 300
"""Pairs of states that are followed for one example."""


def differ(
    net: Net, live: Liveness, sights: list[Sight], seen: Mapping[int, Sequence[Values]]
) -> bool:
    """True if no two options of a screen are twins; False if that was not shown."""
    concrete = Concrete(net, live.edges)
    looker = _Looker(concrete, sights)
    for n, edges in enumerate(live.edges):
        if not net.nodes[n].stops or len(edges) < 2:
            continue
        moves = [m for m in concrete.moves(n) if net.branches[m.edge.branch].kind == "choice"]
        for a, b in combinations(moves, 2):
            # Different passages are told apart; a screen that no play was seen at says nothing.
            if a.edge.target == b.edge.target and not looker.differs(a, b, seen.get(n, ())):
                return False
    return True


class _Looker:
    def __init__(self, concrete: Concrete, sights: list[Sight]) -> None:
        self.concrete = concrete
        self.sights = sights
        self._by_slot: dict[int, dict[int, list[Row]]] = {}

    def differs(self, a: Move, b: Move, seen: Sequence[Values]) -> bool:
        """Whether some state shows that the two options differ."""
        for values in seen:
            if all(part.holds(values) for part in (*a.parts, *b.parts)):
                one, other = self.concrete.after(a, values), self.concrete.after(b, values)
                if one is None or other is None:
                    continue
                if self._told_apart(a.edge.target, one, other):
                    return True
        return False

    def _told_apart(self, node: int, one: Values, other: Values) -> bool:
        todo = [(node, one, other)]
        known = set(todo)
        for n, x, y in todo:
            if x == y:
                continue
            if self._shows(n, x, y):
                return True
            for move in self.concrete.moves(n):
                if all(part.holds(x) for part in move.parts):
                    after, after_other = self.concrete.after(move, x), self.concrete.after(move, y)
                    if after is None or after_other is None:
                        continue
                    new = (move.edge.target, after, after_other)
                    if new not in known and len(known) < MOST:
                        known.add(new)
                        todo.append(new)
        return False

    def _shows(self, n: int, one: Values, other: Values) -> bool:
        apart = {slot for slot, v in enumerate(one) if v != other[slot]}
        for row in self._asking(n, apart):
            parts = self.concrete.parts(row)
            if all(p.holds(one) for p in parts) != all(p.holds(other) for p in parts):
                return True
        for printed in self.sights[n].printed:
            if apart.intersection(members(printed.slots)):
                parts = self.concrete.parts(printed.row)
                if all(part.holds(one) for part in parts):
                    return True
        return False

    def _asking(self, n: int, slots: set[int]) -> list[Row]:
        """The conditions seen at a node that ask any of `slots`."""
        by_slot = self._by_slot.get(n)
        if by_slot is None:
            by_slot = self._by_slot[n] = {}
            for row in self.sights[n].rows:
                for slot in reads(row):
                    by_slot.setdefault(slot, []).append(row)
        return [row for slot in slots for row in by_slot.get(slot, ())]
