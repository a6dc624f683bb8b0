"""Traps where there are too many states to look at each: which there are, or that there are none.

Node by node it is asked whether a play can be *caught* there: come to a state from which no ending
can be reached. An abstraction (`game.check.sure`) tells what of a node is surely safe. Where that
is all, nobody is caught there. Else A* (`game.check.astar`) goes through the real story to what is
open of the node, nearest first, and decides each state it comes to: it is caught if the abstraction
has no way ahead from it, or if everything that follows it was looked at and no ending met; it is
safe if a way to what is safe was found. So the first that is caught ends a shortest way, as none
nearer was; and if A* comes to its end without one, the node is safe altogether. What stood in the
way is kept as well, and it is tried again, as in `game.check.refine`.

A node that is safe altogether serves as an ending for the others: whatever comes there goes on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from heapq import heappop, heappush
from typing import NamedTuple

from game.check.abstract import Abstraction
from game.check.astar import Back, Bounds, Way, astar, count_slots, most_wanted
from game.check.concrete import Merged, Part, State
from game.check.live import Liveness, Slots, members
from game.check.net import Edge
from game.check.refine import Refinement
from game.check.sure import Sure
from game.check.values import Arriving

MOST_FOLLOWED = 500
"""States followed from each caught one to see where it leads."""
MOST_OPEN = 10
"""Nodes that may stay undecided before no more are looked at."""
MOST_KEPT = 8
"""Abstractions whose distances to safety are kept."""


class Snare(NamedTuple):
    """A trap: a shortest way in (see `Snares.open`), and the nodes one is caught at."""

    way: Way
    nodes: frozenset[int]


class Snares:
    """Looks for the nodes at which a play can be caught."""

    def __init__(self, arriving: Arriving, live: Liveness, refinement: Refinement) -> None:
        self.arriving = arriving
        self.live = live
        self.refinement = refinement
        self.budget = refinement.budget
        self.concrete = refinement.concrete
        self.open: set[int] = set()
        """The nodes that were not decided. A way to a trap there may not be a shortest one."""
        self.base: set[int] = set()
        """The nodes that are safe altogether."""
        self.ways: dict[int, Way] = {}
        """A way to each node that a play can be caught at."""
        self._caught: set[State] = set()
        self._safe: set[State] = set()
        self._merged = Merged(arriving, live.live)
        self._trap = _Joined()
        self._followed: set[State] = set()
        self._left = 0
        self._sures: dict[Slots, tuple[Sure, int]] = {}

    def found(self, tick: Callable[[int], None] | None = None) -> list[Snare]:
        """The traps, as far as nodes were decided."""
        whole = self.refinement.abstraction(0)
        if whole is not None:
            self._sure(whole)
        for n in self.refinement.nearest():
            if not self.refinement.net.nodes[n].ending and n not in self.base:
                self._look(n)
            if tick is not None and not n & 7:
                tick(n)
        self._join_what_leads_on()
        traps: dict[int, list[int]] = {}
        for n in sorted(self._trap.root):
            traps.setdefault(self._trap.of(n), []).append(n)
        return [Snare(self._best(those[0]), frozenset(those)) for those in traps.values()]

    def _look(self, n: int) -> None:
        """Decide a node. Of one known to be in a trap: whether a shorter way leads in there."""
        known = n in self._trap.root
        answer = _Answer(None, settled=False)
        if len(self.open) <= MOST_OPEN:
            answer = self._decide(n, below=len(self._best(n)) if known else 255)
        if answer.way is not None:
            self.ways[n] = answer.way
        if not answer.settled:
            self.open.add(n)
        elif answer.way is None and not known:
            self.base.add(n)

    def _best(self, n: int) -> Way:
        """The shortest way known into the trap of a node."""
        trap = self._trap.of(n)
        return min((way for m, way in self.ways.items() if self._trap.of(m) == trap), key=len)

    def _sure(self, abstraction: Abstraction) -> Sure:
        known = self._sures.get(abstraction.keep)
        if known is None or known[1] != len(self.base):
            if len(self._sures) > MOST_KEPT:
                self._sures.clear()
            sure = Sure(self.arriving, self.live, abstraction, self.base)
            self.base |= sure.altogether
            known = self._sures[abstraction.keep] = (sure, len(self.base))
        return known[0]

    def _decide(self, n: int, edge: Edge | None = None, below: int = 255) -> _Answer:
        """Whether a play can be caught at a node in fewer than `below` options, and take `edge`."""
        abstraction = self.refinement.abstraction(0)
        assert abstraction is not None, "nothing kept is not too wide"
        budget = max(50, self.budget // 100)
        known: Way | None = None
        while True:
            wanted: Counter[int] = Counter()
            sure = self._sure(abstraction)
            bounds = Bounds(budget, below if known is None else len(known))
            answer = self._seek(n, edge, sure, bounds, wanted)
            if answer.settled:
                # What was known is a shortest way if none is shorter.
                return answer if answer.way is not None else _Answer(known, settled=True)
            known = answer.way or known
            more = most_wanted(wanted or sure.wanted(n), abstraction.keep)
            keep = abstraction.keep | sum(1 << slot for slot in more)
            finer = self.refinement.abstraction(keep) if more else None
            if finer is None and budget >= self.budget:
                return _Answer(known, settled=False)
            # Nothing more to keep, or too much: then with all that may be looked at.
            budget = self.budget if finer is None else min(self.budget, budget * 2)
            abstraction = finer or abstraction

    def _seek(
        self, n: int, edge: Edge | None, sure: Sure, bounds: Bounds, wanted: Counter[int]
    ) -> _Answer:
        where = sure.open(n) if edge is None else sure.open_to(n, edge)
        if not where:
            return _Answer(None, settled=True)
        toward = sure.abstraction.measured(where)
        self._left = bounds.budget
        doubts: list[int] = []

        def shown(state: State, _: Back, depth: int) -> bool:
            if state[0] != n or not sure.abstraction.among(state, where):
                return False
            if edge is not None and not self._takes(edge, state, wanted):
                return False
            caught = self._is_caught(state, sure, wanted)
            if caught is None:
                doubts.append(depth)
            elif caught:
                self._follow(state)
            return bool(caught)

        looked = astar(self.concrete, toward, shown, bounds, wanted, sure.merged)
        if looked.way is None:
            return _Answer(None, settled=looked.whole and not doubts)
        return _Answer(looked.way, settled=not doubts or doubts[0] == len(looked.way))

    def _takes(self, edge: Edge, state: State, wanted: Counter[int]) -> bool:
        move = self.concrete.move(edge)
        failing = [part for part in move.parts if not part.holds(state[1])]
        count_slots(failing, wanted)
        return not failing and self.concrete.after(move, state[1]) is not None

    def _is_caught(self, state: State, sure: Sure, wanted: Counter[int]) -> bool | None:
        """Whether no ending can be reached from a state; None if it was not found out."""
        back: dict[State, tuple[State, Edge] | None] = {state: None}
        heap = [(sure.ahead.of(state), 0, state)]
        while heap:
            left, _, one = heappop(heap)
            if one in self._safe or sure.has(one):
                self._mark_safe(one, back, sure, wanted)
                return False
            if left == 255 or one in self._caught:
                continue
            self._left -= 1
            if self._left < 0:
                return None
            for move in self.concrete.moves(one[0]):
                values = self.concrete.after(move, one[1])
                if values is None:
                    continue
                new = (move.edge.target, sure.merged.of(move.edge.target, values))
                if new in back:
                    continue
                nearer = sure.ahead.of(new)
                failing = [part for part in move.parts if not part.holds(one[1])]
                if not failing:
                    back[new] = (one, move.edge)
                    heappush(heap, (nearer, -len(back), new))
                elif nearer < left:
                    count_slots(failing, wanted)
        self._caught.update(back)
        return True

    def _mark_safe(
        self,
        state: State,
        back: dict[State, tuple[State, Edge] | None],
        sure: Sure,
        wanted: Counter[int],
    ) -> None:
        """All on the way to a safe state is safe; what made that unsure should be kept."""
        before = back[state]
        self._safe.add(state)
        while before is not None:
            state, edge = before
            self._safe.add(state)
            wanted.update(members(sure.missing(edge)))
            before = back[state]

    def _follow(self, caught: State) -> None:
        """Where one comes to who is caught is in the same trap."""
        self._trap.of(caught[0])
        todo = [caught]
        for state in todo:
            for edge, values in self.concrete.steps(state, _nothing):
                self._trap.join(state[0], edge.target)
                new = (edge.target, self._merged.of(edge.target, values))
                if new not in self._followed and len(todo) < MOST_FOLLOWED:
                    self._followed.add(new)
                    todo.append(new)

    def _join_what_leads_on(self) -> None:
        """Ask of edges between traps whether one is caught before and after, which makes them one.

        So it is in `game.check.backward.traps`.
        """
        for n in sorted(self._trap.root):
            for edge in self.live.edges[n]:
                to = edge.target
                apart = to in self._trap.root and self._trap.of(n) != self._trap.of(to)
                if apart and self._decide(n, edge).way is not None:
                    self._trap.join(n, to)


class _Joined:
    """Which nodes were found to belong together (union-find)."""

    def __init__(self) -> None:
        self.root: dict[int, int] = {}

    def of(self, n: int) -> int:
        """The node that stands for all that `n` belongs to."""
        while self.root.setdefault(n, n) != n:
            n = self.root[n]
        return n

    def join(self, n: int, m: int) -> None:
        self.root[self.of(m)] = self.of(n)


class _Answer(NamedTuple):
    """A way, if there is one; `settled` if it is a shortest, or it is sure that there is none."""

    way: Way | None
    settled: bool


def _nothing(_part: Part) -> None:
    pass
