"""Exact answers where there are too many states even for sets: one goal at a time.

For a goal, only a few slots are kept at first (`game.check.abstract`). If it cannot be reached so,
it cannot be reached. Else A* looks for a way in the real story, led by the exact distances of the
abstraction, which are never too long: what it finds first is a shortest way. If it runs out of its
budget, the slots whose conditions stood most in the way are kept as well, and so on
(counterexample-guided abstraction refinement: Clarke et al. 2000; distances as a pattern
database: Culberson and Schaeffer 1998).

Before all that, a short breadth-first search settles what is near, and every state that any search
comes by is a way to the goals that show there: where such a way is as long as the lower bound, it
is a shortest one and nothing is left to search.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from heapq import heappop, heappush
from typing import NamedTuple

from game.check.abstract import Abstraction, Distances, TooWide, closed
from game.check.concrete import Concrete, Part, State, Values
from game.check.live import Liveness, Slots, members
from game.check.net import Edge
from game.check.rows import asked, reads
from game.check.values import Arriving
from game.story.model import Row

Way = tuple[str, ...]

MOST_SEEN = 200
"""States of a node that are kept to be looked at again."""


class Sought(NamedTuple):
    """A goal: shown at `node` where `row` holds; `edge` is the step that shows it, if it is one."""

    key: Hashable
    node: int
    row: Row | None
    edge: Edge | None
    taken: bool = False
    """True if the step must be one that can be taken: no effect of it may leave its range."""


class Found(NamedTuple):
    """What was decided. `proofs` gives the slots that were enough to see that there is no way."""

    ways: dict[Hashable, Way]
    proofs: dict[Hashable, tuple[int, ...]]
    undecided: set[Hashable]


_Back = dict[State, tuple[State, str | None] | None]


class Refinement:
    """Decides goals one by one. What a search for one has seen serves the others."""

    def __init__(
        self, arriving: Arriving, live: Liveness, goals: Iterable[Sought], budget: int
    ) -> None:
        """`budget` is how many states A* may look at for one goal before it gives up."""
        self.arriving = arriving
        self.live = live
        self.budget = budget
        self.net = arriving.net
        self.concrete = Concrete(self.net, live.edges)
        self.at: dict[int, list[Sought]] = {}
        self.told: list[Slots] = [0] * len(self.net.nodes)
        for goal in goals:
            self.at.setdefault(goal.node, []).append(goal)
            self.told[goal.node] |= 0 if goal.row is None else asked(goal.row)
        self.best: dict[Hashable, Way] = {}
        """The shortest way known to each goal."""
        self.seen: dict[int, list[Values]] = {}
        """Some states that were come by, by their nodes."""
        self._abstractions: dict[Slots, Abstraction | None] = {}
        self._tests: dict[int, tuple[Part, ...]] = {}
        self._into: list[set[int]] = [set() for _ in self.net.nodes]
        for n, edges in enumerate(live.edges):
            for edge in edges:
                self._into[edge.target].add(n)

    def run(self, tick: Callable[[int], None] | None = None) -> Found:
        """Decide every goal, as far as the budget goes."""
        near = self._look_near()
        out = Found({}, {}, set())
        # Nearer goals first: the ways to them are parts of the ways to others.
        order = self._graph_order()
        for count, goal in enumerate(order):
            if goal.key in near:
                out.ways[goal.key] = self.best[goal.key]
                continue
            if goal.key in out.ways or goal.key in out.undecided:
                out = self._other_place(out, goal)
                continue
            self._decide(goal, out)
            if tick is not None and not count & 7:
                tick(count)
        for key in out.ways.keys() | out.undecided:
            out.proofs.pop(key, None)
        return out

    def _other_place(self, out: Found, goal: Sought) -> Found:
        """A goal that shows at several nodes: the shortest way to any of them."""
        before = out.ways.get(goal.key)
        self._decide(goal, out)
        after = out.ways.get(goal.key)
        if before is not None and (after is None or len(before) < len(after)):
            out.ways[goal.key] = before
        if goal.key in out.undecided:
            out.ways.pop(goal.key, None)
        return out

    def _graph_order(self) -> list[Sought]:
        seen, order = {0}, [0]
        for n in order:
            for edge in self.live.edges[n]:
                if edge.target not in seen:
                    seen.add(edge.target)
                    order.append(edge.target)
        return [goal for n in order for goal in self.at.get(n, ())]

    def _look_near(self, most: int = 30_000) -> set[Hashable]:
        """Breadth first, as far as `most` edges: the goals whose shortest way that gives."""
        back: _Back = {self.concrete.start: None}
        front, looked, depth, sure = [self.concrete.start], 0, 0, set[Hashable]()
        while front:
            # Silent steps first: what they lead to belongs to this level.
            level = self._entered(front, back, silent=True)
            for state in level:
                self._note(state, back, depth)
            sure |= self.best.keys()
            stopped = [state for state in level if self.net.nodes[state[0]].stops]
            looked += sum(len(self.live.edges[node]) for node, _ in stopped)
            if looked > most:
                break
            front = self._entered(stopped, back, silent=False)
            depth += 1
        return sure

    def _entered(self, states: list[State], back: _Back, *, silent: bool) -> list[State]:
        """The new states that follow; with `silent`, those given and what they run on to."""
        out = list(states) if silent else []
        for state in out if silent else states:
            if silent and self.net.nodes[state[0]].stops:
                continue
            for edge, values in self.concrete.steps(state, _nothing):
                new = (edge.target, values)
                if new not in back:
                    back[new] = (state, edge.option)
                    out.append(new)
        return out

    def _note(self, state: State, back: _Back, depth: int) -> None:
        """Remember the way to every goal that shows in `state`, if it is the shortest so far."""
        node, values = state
        some = self.seen.setdefault(node, [])
        if len(some) < MOST_SEEN:
            some.append(values)
        way: Way | None = None
        for goal in self.at.get(node, ()):
            option = goal.edge.option if goal.edge is not None else None
            known = self.best.get(goal.key)
            if known is not None and len(known) <= depth + (option is not None):
                continue
            if all(part.holds(values) for part in self._parts(goal)) and self._shows(goal, state):
                if way is None:
                    way = _way(state, back)
                self.best[goal.key] = way if option is None else (*way, option)

    def _shows(self, goal: Sought, state: State) -> bool:
        """A choice shows only if it can be taken: none of its effects may leave its range."""
        if goal.edge is None or not goal.taken or id(goal.edge) not in self.live.risky:
            return True
        return any(edge is goal.edge for edge, _ in self.concrete.steps(state, _nothing))

    def _parts(self, goal: Sought) -> tuple[Part, ...]:
        found = self._tests.get(id(goal.row))
        if found is None:
            found = self._tests[id(goal.row)] = self.concrete.parts(goal.row)
        return found

    def abstraction(self, keep: Slots) -> Abstraction | None:
        """The story with the slots in `keep`; None if that is too wide."""
        keep = closed(self.net, members(keep))
        if keep not in self._abstractions:
            try:
                made = Abstraction(self.arriving, self.live.edges, keep, self.told)
            except TooWide:
                made = None
            self._abstractions[keep] = made
        return self._abstractions[keep]

    def _first_slots(self, goal: Sought) -> Slots:
        """What the goal asks, and what is asked on the way to it while there is one way only."""
        keep: Slots = 0 if goal.row is None else asked(goal.row)
        node, seen = goal.node, {goal.node}
        while len(self._into[node]) == 1:
            (before,) = self._into[node]
            ways = [edge for edge in self.live.edges[before] if edge.target == node]
            if before in seen:
                break
            seen.add(before)
            if len(ways) == 1 and ways[0].guard is not None:
                keep |= asked(ways[0].guard)
            node = before
        return keep

    def _decide(self, goal: Sought, out: Found) -> None:
        keep, budget = self._first_slots(goal), max(50, self.budget // 100)
        while True:
            abstraction = self.abstraction(keep)
            if abstraction is None:
                # Too wide for distances: nothing more to be refined.
                out.undecided.add(goal.key)
                return
            keep = abstraction.keep
            distances = abstraction.distances(goal.node, goal.row)
            if distances is None:
                kept = goal.row
                slots = reads(kept) if kept is not None else ()
                out.proofs[goal.key] = tuple(slots) or tuple(members(keep))
                return
            least = distances.of(self.concrete.start)
            least += goal.edge is not None and goal.edge.option is not None
            known = self.best.get(goal.key)
            if known is not None and len(known) <= least:
                out.ways[goal.key] = known
                return
            blocked: dict[int, int] = {}
            way = self._astar(goal, distances, budget, blocked)
            if way is not None:
                out.ways[goal.key] = way
                return
            if blocked.pop(-1, None) is None:
                out.proofs[goal.key] = tuple(members(keep))
                return
            more = [s for s in sorted(blocked, key=lambda s: (-blocked[s], s)) if not keep >> s & 1]
            if not more and budget >= self.budget:
                out.undecided.add(goal.key)
                return
            for slot in more[:2]:
                keep |= 1 << slot
            budget = min(self.budget, budget * 2)

    def _astar(  # noqa: C901 - one loop
        self, goal: Sought, distances: Distances, budget: int, blocked: dict[int, int]
    ) -> Way | None:
        """A shortest way; None if there is none, or with `blocked[-1]` set, none in the budget."""
        start, tests = self.concrete.start, self._parts(goal)
        heap: list[tuple[int, int, int, State]] = [(distances.of(start), 0, 0, start)]
        back: _Back = {start: None}
        depth = {start: 0}
        done: set[State] = set()
        looked = serial = 0
        while heap:
            whole, _, _, state = heappop(heap)
            if state in done:
                continue
            done.add(state)
            so_far = depth[state]
            self._note(state, back, so_far)
            if state[0] == goal.node:
                failing = [part for part in tests if not part.holds(state[1])]
                if not failing and self._shows(goal, state):
                    way, option = _way(state, back), goal.edge.option if goal.edge else None
                    return way if option is None else (*way, option)
                _count(failing, blocked)
            looked += 1
            if looked > budget:
                blocked[-1] = 1
                return None
            for move in self.concrete.moves(state[0]):
                values = self.concrete.after(move, state[1])
                if values is None:
                    continue
                new = (move.edge.target, values)
                cost = so_far + (move.edge.option is not None)
                if cost >= depth.get(new, 1 << 30):
                    continue
                left = distances.of(new)
                if left == 255:
                    continue
                failing = [part for part in move.parts if not part.holds(state[1])]
                if failing:
                    # Only what the abstraction takes for a shortest way is worth a closer look.
                    if cost + left == whole:
                        _count(failing, blocked)
                    continue
                depth[new] = cost
                back[new] = (state, move.edge.option)
                serial -= 1
                heappush(heap, (cost + left, left, serial, new))
        return None


def _count(failing: Iterable[Part], blocked: dict[int, int]) -> None:
    """Count the slots that stood in the way."""
    for part in failing:
        for slot in part.slots:
            blocked[slot] = blocked.get(slot, 0) + 1


def _way(state: State, back: _Back) -> Way:
    """The options that led to a state."""
    out: list[str] = []
    while True:
        before = back[state]
        if before is None:
            return tuple(reversed(out))
        state, option = before
        if option is not None:
            out.append(option)


def _nothing(_part: Part) -> None:
    pass
