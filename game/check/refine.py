"""Exact answers where there are too many states even for sets: one goal at a time.

For a goal, only a few slots are kept at first (`game.check.abstract`). If it cannot be reached so,
it cannot be reached. Else A* looks for a way in the real story, led by the exact distances of the
abstraction, which are never too long: what it finds first is a shortest way. If it runs out of its
budget, the slots whose conditions stood most in the way are kept as well, and so on
(counterexample-guided abstraction refinement: Clarke et al. 2000; distances as a pattern
database: Culberson and Schaeffer 1998).

Before all that, a short breadth-first search settles what is near, and every state that any search
comes by is a way to the goals that show there: where such a way is as long as the lower bound, it
is a shortest one and nothing is left to search. Where no search comes to an end, what was proved of
the nodes before a goal is a lower bound too (`game.check.floors`), and often enough: of a vote that
asks more people than any abstraction can keep, one result follows the shortest way to the vote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple

from game.check.abstract import MOST_HELD, Abstraction, Distances, TooWide, closed
from game.check.astar import Back, Bounds, Looked, Way, astar, count_slots, most_wanted, way_to
from game.check.concrete import Concrete, Part, State, Values
from game.check.floors import floors
from game.check.live import Liveness, Slots, members
from game.check.net import Edge
from game.check.rows import asked, reads
from game.check.values import Arriving
from game.story.model import Row

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
        places = Counter[Hashable]()
        for goal in goals:
            places[goal.key] += 1
            self.at.setdefault(goal.node, []).append(goal)
            self.told[goal.node] |= 0 if goal.row is None else asked(goal.row)
        # On entering a node, these show, and nowhere else: the way to them is that to the node.
        self._mark: dict[int, Hashable] = {
            goal.node: goal.key
            for those in self.at.values()
            for goal in those
            if goal.row is None and goal.edge is None and places[goal.key] == 1
        }
        self.best: dict[Hashable, Way] = {}
        """The shortest way known to each goal."""
        self.seen: dict[int, list[Values]] = {}
        """Some states that were come by, by their nodes."""
        self._abstractions: dict[Slots, Abstraction | None] = {}
        # By the `id` of rows, which are kept with it so that the id stays theirs.
        self._tests: dict[int, tuple[Row | None, tuple[Part, ...]]] = {}
        self._into: list[set[int]] = [set() for _ in self.net.nodes]
        for n, edges in enumerate(live.edges):
            for edge in edges:
                self._into[edge.target].add(n)

    def run(self, tick: Callable[[int], None] | None = None) -> Found:
        """Decide every goal, as far as the budget goes."""
        near = self._look_near()
        out = Found({}, {}, set())
        # Nearer goals first: the ways to them are parts of the ways to others.
        order = [goal for n in self.nearest() for goal in self.at.get(n, ())]
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

    def can(self, node: int, row: Row | None) -> bool | None:
        """Whether a play can come to `node` with `row` holding; None if that was not decided."""
        goal = Sought(("can", node, id(row)), node, row, None)
        tests = self.concrete.parts(row)
        if any(all(part.holds(values) for part in tests) for values in self.seen.get(node, ())):
            return True
        more = 0 if row is None else asked(row) & ~self.told[node]
        if more:
            # What no goal asked there, abstractions have left out.
            self.told[node] |= more
            self._abstractions.clear()
        out = Found({}, {}, set())
        self._decide(goal, out, weight=0)
        return None if goal.key in out.undecided else goal.key in out.ways

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

    def nearest(self) -> list[int]:
        """The nodes in the order of how few edges lead to them."""
        seen, order = {0}, [0]
        for n in order:
            for edge in self.live.edges[n]:
                if edge.target not in seen:
                    seen.add(edge.target)
                    order.append(edge.target)
        return order

    def _look_near(self, most: int = 30_000) -> set[Hashable]:
        """Breadth first, as far as `most` edges: the goals whose shortest way that gives."""
        back: Back = {self.concrete.start: None}
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

    def _entered(self, states: list[State], back: Back, *, silent: bool) -> list[State]:
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

    def _note(self, state: State, back: Back, depth: int) -> None:
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
                    way = way_to(state, back)
                self.best[goal.key] = way if option is None else (*way, option)

    def _shows(self, goal: Sought, state: State) -> bool:
        """A choice shows only if it can be taken: none of its effects may leave its range."""
        if goal.edge is None or not goal.taken or id(goal.edge) not in self.live.risky:
            return True
        return any(edge is goal.edge for edge, _ in self.concrete.steps(state, _nothing))

    def _parts(self, goal: Sought) -> tuple[Part, ...]:
        found = self._tests.get(id(goal.row))
        if found is None:
            found = self._tests[id(goal.row)] = (goal.row, self.concrete.parts(goal.row))
        return found[1]

    def abstraction(self, keep: Slots) -> Abstraction | None:
        """The story with the slots in `keep`; None if that is too wide."""
        keep = closed(self.net, members(keep))
        if keep not in self._abstractions:
            if sum(one.held for one in self._abstractions.values() if one) > MOST_HELD:
                self._abstractions.clear()
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

    def _decide(self, goal: Sought, out: Found, *, weight: int = 1) -> None:
        """Decide a goal; with a `weight` of 0, by any way."""
        keep, budget = self._first_slots(goal), max(50, self.budget // 100)
        while True:
            abstraction = self.abstraction(keep)
            if abstraction is None:
                # Too wide for distances: nothing more to be refined.
                self._give_up(goal, out)
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
            blocked: Counter[int] = Counter()
            looked = self._astar(goal, distances, Bounds(budget, weight=weight), blocked)
            if looked.way is not None:
                out.ways[goal.key] = looked.way
                return
            if looked.whole:
                out.proofs[goal.key] = tuple(members(keep))
                return
            more = most_wanted(blocked, keep)
            if not more and budget >= self.budget:
                self._give_up(goal, out)
                return
            for slot in more:
                keep |= 1 << slot
            budget = min(self.budget, budget * 2)

    def _give_up(self, goal: Sought, out: Found) -> None:
        """A goal that was searched for in vain is undecided, unless a way is known and shortest."""
        known = self.best.get(goal.key)
        if known is not None:
            proved = {n: len(out.ways[key]) for n, key in self._mark.items() if key in out.ways}
            least = floors(self.live.edges, proved).get(goal.node)
            own = goal.edge is not None and goal.edge.option is not None
            if least is not None and len(known) <= least + own:
                out.ways[goal.key] = known
                self._follow(known)
                return
        out.undecided.add(goal.key)

    def _follow(self, way: Way) -> None:
        """Play a way, and remember what shows on it and on the screen after it."""
        state, depth, back = self.concrete.start, 0, Back({self.concrete.start: None})
        options = iter(way)
        while True:
            self._note(state, back, depth)
            stops = self.net.nodes[state[0]].stops
            option = next(options, None) if stops else None
            if stops and option is None:
                return
            steps = self.concrete.steps(state, _nothing)
            taken = next(((e, values) for e, values in steps if e.option == option), None)
            if taken is None:
                return
            edge, values = taken
            before, state = state, (edge.target, values)
            back.setdefault(state, (before, option))
            depth += option is not None

    def _astar(
        self, goal: Sought, distances: Distances, bounds: Bounds, blocked: Counter[int]
    ) -> Looked:
        """A way to where the goal shows."""
        tests = self._parts(goal)

        def shown(state: State, back: Back, depth: int) -> bool:
            self._note(state, back, depth)
            if state[0] != goal.node:
                return False
            failing = [part for part in tests if not part.holds(state[1])]
            count_slots(failing, blocked)
            return not failing and self._shows(goal, state)

        looked = astar(self.concrete, distances, shown, bounds, blocked)
        option = goal.edge.option if goal.edge is not None else None
        if looked.way is None or option is None:
            return looked
        return looked._replace(way=(*looked.way, option))


def _nothing(_part: Part) -> None:
    pass
