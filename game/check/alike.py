"""Whether options are twins, where there are too many states to ask that of all of them.

Only some slots are kept: those that can differ between two plays that took the one option and the
other, and what the effects on those read. Slots that are not kept are the same in both plays, so
what a condition asks of them alone makes no difference by itself; it is taken as given. A condition
that asks of both may differ wherever the kept slots in it do. So the two plays can do more here
than in the story (`game.check.abstract`), and see more: if no difference shows from anything that
might be reached, the options are twins. Else the distances to where one may show lead a search
through real plays. What it finds is a proof that the options are no twins; if it comes to its end
without, they are twins. If it runs out of steps, what stood in the way is kept as well.

Twins are options that can both be taken somewhere: so that is asked too (`Refinement.can`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from game.check.abstract import Distances, TooWide, closed
from game.check.astar import count_slots, most_wanted
from game.check.concrete import Merged, State
from game.check.differ import Looker, Options, Pair, not_told_apart
from game.check.future import Future
from game.check.live import Liveness, Slots, members
from game.check.moves import put_in
from game.check.net import Edge
from game.check.refine import Refinement
from game.check.rows import asked, both
from game.check.values import Arriving
from game.check.visible import Sight
from game.story.model import Row

MOST_HELD = 100_000
"""Pairs of plays that are remembered; beyond, they are followed again when needed."""


class Alike(NamedTuple):
    """The options found to be twins, and whether all were decided."""

    twins: list[tuple[Edge, Edge]]
    decided: bool


class Likeness:
    """Looks for options that are twins. What was found of one pair of plays serves the others."""

    def __init__(
        self,
        arriving: Arriving,
        live: Liveness,
        sights: Sequence[Sight],
        refinement: Refinement,
        steps: int,
    ) -> None:
        """`steps` is how many steps of plays may be looked at in all."""
        self.arriving = arriving
        self.live = live
        self.sights = sights
        self.refinement = refinement
        self.left = steps
        merged = Merged(arriving, live.live)
        self.looker = Looker(refinement.concrete, sights, merged, live.risky)
        self._futures: dict[Slots, Future | None] = {}
        self.apart: set[Pair] = set()
        self.same: set[Pair] = set()

    def found(self, tick: Callable[[int], None] | None = None) -> Alike:
        """Everything decided of choices that lead to the same passage."""
        open_ = not_told_apart(self.looker, self.refinement.seen)
        twins: list[tuple[Edge, Edge]] = []
        decided = True
        for n, places in enumerate(open_):
            if tick is not None:
                tick(n)
            same = self._are_twins(places)
            if same is None:
                decided = False
            elif same:
                twins.append((places[0].a, places[0].b))
        return Alike(twins, decided)

    def _are_twins(self, places: list[Options]) -> bool | None:
        """Whether two options are twins wherever they stand; None if that was not decided."""
        decided, can = True, False
        for options in places:
            differ = self._differ(options)
            if differ:
                return False
            # Where they cannot both be taken, it is no matter what would follow.
            here = self.refinement.can(options.node, self._both_open(options))
            can = can or bool(here)
            decided = decided and here is not None and (differ is not None or not here)
        return can if decided else None

    def _both_open(self, options: Options) -> Row | None:
        """When both options can be taken without a fault."""
        row: Row | None = None
        for edge in options[1:]:
            row = both(row, edge.guard)
            set_: dict[int, Row] = {}
            for act in edge.acts if id(edge) in self.live.risky else ():
                about, value = self.refinement.net.slots[act.slot], put_in(act.row, set_)
                row = both(row, (">=", value, ("k", about.low)))
                row = both(row, ("<=", value, ("k", about.high)))
                set_[act.slot] = value
        return row

    def _differ(self, options: Options) -> bool | None:
        """Whether a difference shows after the two options; None if that was not decided."""
        keep = self._apart_slots(options)
        if not keep:
            return False
        ahead = self._ahead(keep, options)
        budget = 200
        while ahead is not None:
            future, toward = ahead
            if toward is None:
                return False
            wanted: Counter[int] = Counter()
            found = _Search(self, future, toward, options, budget, wanted).found()
            if found is not None:
                return found
            more = most_wanted(wanted, future.keep)
            keep = future.keep | sum(1 << slot for slot in more)
            finer = self._ahead(keep, options) if more and self.left > 0 else None
            if finer is None and (budget >= self.refinement.budget or self.left <= 0):
                break
            budget = self.refinement.budget if finer is None else budget * 2
            ahead = finer or ahead
        return None

    def _apart_slots(self, options: Options) -> Slots:
        """The slots that may differ some time after the two options."""
        live = self.live.live[options.a.target]
        one, other = (_composed(edge) for edge in options[1:])
        apart: Slots = 0
        for slot in members(live):
            own: Row = ("v", slot)
            if one.get(slot, own) != other.get(slot, own):
                apart |= 1 << slot
        acts = [act for edges in self.live.edges for edge in edges for act in edge.acts]
        while apart:
            more = apart
            for act in acts:
                if asked(act.row) & more:
                    more |= 1 << act.slot
            if more == apart:
                break
            apart = more
        return apart

    def _ahead(self, keep: Slots, options: Options) -> tuple[Future, Distances | None] | None:
        """What may follow two options, with some slots kept; None if those are too many."""
        keep = closed(self.refinement.net, members(keep))
        try:
            if keep not in self._futures:
                if sum(one.count for one in self._futures.values() if one) > MOST_HELD:
                    self._futures.clear()
                self._futures[keep] = Future(self.arriving, self.live, self.sights, keep)
            future = self._futures[keep]
            return None if future is None else (future, future.toward(options))
        except TooWide:
            self._futures[keep] = None
            return None


def _composed(edge: Edge) -> dict[int, Row]:
    """What an edge sets, in the values from before it."""
    found: dict[int, Row] = {}
    for act in edge.acts:
        found[act.slot] = put_in(act.row, found)
    return found


class _Search:
    """Looks for a difference after two options, led by what an abstraction takes for the future."""

    def __init__(
        self,
        likeness: Likeness,
        future: Future,
        toward: Distances,
        options: Options,
        steps: int,
        wanted: Counter[int],
    ) -> None:
        self.likeness = likeness
        self.future = future
        self.toward = toward
        self.options = options
        self.left = steps
        self.wanted = wanted
        self.concrete = likeness.looker.concrete
        self.merged = future.plays
        self.looker = likeness.looker.merging(future.plays)
        self.ahead: list[tuple[int, int, State]] = []
        """Single plays, the nearest to where both options can be taken first."""
        self.begun: list[tuple[int, int, Pair]] = []
        """Two plays, the nearest to where they may be told apart first."""
        self.states: set[State] = set()
        self.back: dict[Pair, Pair | None] = {}

    def found(self) -> bool | None:
        """True if they differ, False if they never do; None if that takes too many steps."""
        n = self.options.node
        for values in self.likeness.refinement.seen.get(n, ()):
            self._come_to((n, self.merged.of(n, values)))
        self._come_to(self.concrete.start)
        turn = 0
        while self.begun or self.ahead:
            # Pairs begun are followed first, but no single one for ever.
            turn += 1
            pair = self.begun and (turn % 4 or not self.ahead)
            node = (self.begun if pair else self.ahead)[0][2][0]
            self.likeness.left -= len(self.concrete.moves(node))
            self.left -= 1
            if self.left < 0 or self.likeness.left < 0:
                return None
            if not pair:
                self._go_on(heappop(self.ahead)[2])
            elif self._tells_apart(heappop(self.begun)[2]):
                return True
        if len(self.likeness.same) > MOST_HELD:
            self.likeness.same.clear()
        self.likeness.same.update(self.back)
        return False

    def _come_to(self, state: State) -> None:
        left = self.toward.of(state)
        if left == 255 or state in self.states:
            return
        self.states.add(state)
        heappush(self.ahead, (left, -len(self.states), state))
        if state[0] == self.options.node:
            first = self.looker.first(self.options, state[1])
            if first is not None:
                self._meet(first, None)

    def _meet(self, pair: Pair, before: Pair | None) -> None:
        if pair in self.back or pair in self.likeness.same or pair[1] == pair[2]:
            return
        left = self.future.left(pair)
        if left is not None:
            self.back[pair] = before
            heappush(self.begun, (left, -len(self.back), pair))

    def _go_on(self, state: State) -> None:
        node, values = state
        here = self.toward.of(state)
        for move in self.concrete.moves(node):
            after = self.concrete.after(move, values)
            if after is None:
                continue
            new = (move.edge.target, self.merged.of(move.edge.target, after))
            failing = [part for part in move.parts if not part.holds(values)]
            if not failing:
                self._come_to(new)
            elif self.toward.of(new) < here:
                count_slots(failing, self.wanted)

    def _tells_apart(self, pair: Pair) -> bool:
        """Whether a difference shows at a pair, or is known to show after it; else it goes on."""
        if pair in self.likeness.apart or self.looker.shows(pair):
            one: Pair | None = pair
            while one is not None:
                self.likeness.apart.add(one)
                one = self.back.get(one)
            return True
        here = self.future.left(pair)
        if here == 0:
            self.wanted.update(self.future.missing(pair))
        n, x, y = pair
        for move in self.concrete.moves(n):
            one_, other = self.concrete.after(move, x), self.concrete.after(move, y)
            if one_ is None or other is None:
                continue
            to = move.edge.target
            new = (to, self.merged.of(to, one_), self.merged.of(to, other))
            # What nobody sees is the same in both: so is which options are open.
            failing = [part for part in move.parts if not part.holds(x)]
            if not failing:
                self._meet(new, pair)
            elif here and (left := self.future.left(new)) is not None and left < here:
                count_slots(failing, self.wanted)
        return False
