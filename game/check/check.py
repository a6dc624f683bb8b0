"""The check of a story: every branch decided, and what is wrong with the story as a whole.

In four steps, each exact: value sets and live slots make the system small (`values`, `live`);
everything that can be reached is found over sets (`search.fill`); going backwards from the endings
gives the traps (`backward`); and one search in levels, kept only until the last thing wanted is
found, gives a shortest play to each branch, trap, stuck screen and range fault (`search.shortest`).
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from game.check import backward, search
from game.check.findings import (
    Checked,
    Oddity,
    RangeFault,
    Reached,
    Reason,
    Stuck,
    Trap,
    Undecided,
    Unreachable,
    Verdict,
)
from game.check.live import Liveness
from game.check.memo import Memo
from game.check.net import Act, Edge, Net, net
from game.check.pages import Pages
from game.check.phrases import CUT_SHORT
from game.check.standing import ExactStanding, SoughtStanding, Standing
from game.check.targets import Key, Targets
from game.check.values import Arriving
from game.check.visible import sights
from game.story.model import Story

if TYPE_CHECKING:
    from game.check.snares import Snare

Progress = Callable[[float, str], None]


class Limit(NamedTuple):
    """How far the check goes before it says that something is undecided."""

    pages: int = 400_000
    """Pages of the search over all states (`game.check.pages`)."""
    mib: int = 1280
    """MiB of sets and masks that this search may hold; what comes after it needs as much again."""
    expansions: int = 20_000
    """States that the search for one goal looks at (`game.check.refine`)."""
    steps: int = 1_000_000
    """Steps of sets that the search for twins takes (`game.check.twins`)."""


def check(
    story: Story,
    *,
    free_meetings: bool = False,
    matters: bool = True,
    problems_only: bool = False,
    progress: Progress | None = None,
    limit: Limit | None = None,
    memo: Memo | None = None,
) -> Checked:
    """Everything that can be said of `story`; with `free_meetings`, as a class can play it.

    Without `matters`, it is not asked whether choices matter (twins among `oddities`); with
    `problems_only`, nothing is asked but what is a problem: there are no `oddities`.
    `memo` is one that was given to checks of the same story before an edit: the same is found
    sooner, though of two shortest ways perhaps the other. `progress` is called now and then with
    how much is done (0 to 1) and with what. Interrupted from the keyboard, it returns what was
    decided so far, marked as not complete.
    """
    # Pages and links are hundreds of thousands of objects that all live to the end: looking for
    # circles among them again and again is a fifth of the time, and finds nothing.
    collecting = gc.isenabled()
    gc.disable()
    try:
        one = _Check(
            story, progress or _unseen, limit or Limit(), memo or Memo(), free=free_meetings
        )
        one.odd, one.matters = not problems_only, matters and not problems_only
        found, large = one.checked(), one.large
        # Pages and links refer to each other, and their sets may be long: the collector counts
        # objects, not bits, and would leave them for a good while.
        del one
        if large:
            gc.collect()
        return found
    finally:
        if collecting:
            gc.enable()


def _unseen(_part: float, _words: str) -> None:
    pass


class _Check:
    def __init__(
        self, story: Story, progress: Progress, limit: Limit, memo: Memo, *, free: bool
    ) -> None:
        self.story = story
        self.free = free
        self.odd = self.matters = True
        self.progress = progress
        self.limit = limit
        self.memo = memo
        memo.begin(story.slots)
        self.net: Net = net(story, free_meetings=free, interned=memo.row)
        self.found = False
        """Whether a method has come to its end: what it then has no way to cannot be reached."""
        self.open: set[Hashable] = set()
        """What that method could not decide."""
        self.whole: tuple[str, ...] = ()
        """What of the whole story it could not decide."""
        self.acts: Mapping[int, Act] = {}
        self.ways: search.Found = {}
        self.reached: list[bool] = []
        self.traps: dict[int, list[str]] = {}
        self.states: int | None = None
        self.large = False
        """Whether states are in many pages."""
        self.oddities: tuple[Oddity, ...] = ()
        self.why = CUT_SHORT
        self.stopped = False

    def checked(self) -> Checked:
        try:
            self._search()
        except KeyboardInterrupt:
            self.why, self.stopped = CUT_SHORT, True
        verdicts = self._verdicts()
        undecided = any(isinstance(one, Undecided) for one in verdicts.values())
        return Checked(
            self.story.id,
            self.story.fingerprint,
            self.free,
            verdicts,
            tuple(
                Trap(self.ways[Key("trap", n)], tuple(passages))
                for n, passages in self.traps.items()
                if Key("trap", n) in self.ways
            ),
            tuple(self._stuck()),
            tuple(self._faults()),
            self.oddities,
            self.states,
            self.found and not undecided and not self.whole,
            self.whole,
            self.stopped,
        )

    def _search(self) -> None:
        self.progress(0.0, "looking at values")
        self.arriving = Arriving(self.net, self.memo.fields)
        self.standing = Standing(self.arriving)
        self.sights = sights(self.net)
        seen = {
            id(node): one.observed for node, one in zip(self.net.nodes, self.sights, strict=True)
        }
        self.live = Liveness(self.arriving, lambda node: seen[id(node)])
        # Two methods, each quick where the other is slow. A sample says which to try first; what
        # the one leaves open is the other's.
        pages, hopeful = self.memo.pages(self.arriving, self.live)
        self.large = bool(pages.layout.unfolded)
        if hopeful and self._everywhere(pages):
            return
        self._goal_by_goal()
        if not hopeful and (self.open or self.whole):
            self._everywhere(pages)

    def _everywhere(self, pages: Pages) -> bool:
        """Find everything over sets of all states; False if there are too many pages of them."""
        targets = Targets(pages)
        try:
            tick = self._tick(0.05, 0.5, "looking everywhere")
            levels = search.fill(pages, self.limit.pages, tick, self.limit.mib)
        except search.TooLarge:
            from game.check.burden import burden

            most = burden(self.live, self.arriving)
            self.why = f"the story remembers too much at once to decide this: {most}"
            return False
        except search.Stopped as why:
            search.met(why.levels, targets.of, self.ways)
            self.acts = {**self.acts, **targets.acts}
            raise
        self.standing = ExactStanding(pages)
        self.reached = [self.standing.reaches(n) for n in range(len(self.net.nodes))]
        self.traps = self._find_traps(pages, targets)
        found: set[Hashable] = set()
        for here in pages.found:
            for page in here.values():
                for target in targets.of(page) if page.reached else ():
                    if target.key not in found and page.reached & target.where:
                        found.add(target.key)
        tick = self._tick(0.6, 1.0, "finding shortest ways")
        self.acts = targets.acts
        ways: search.Found = {}
        try:
            search.shortest(levels, targets.of, found, tick, ways)
        except KeyboardInterrupt:
            self.ways = {**self.ways, **ways}
            raise
        self.ways = ways
        # Until twins are looked for, that is open: an interruption must not pass over it.
        self.open, self.whole, self.found = set(), ("matters",) if self.matters else (), True
        twins = self._find_twins(pages)

        if self.odd:
            from game.check.oddities import oddities

            self.oddities = oddities(self.live, self.standing, self.sights, twins)
        self.states = sum(
            page.reached.bit_count()
            for node, here in zip(self.net.nodes, pages.found, strict=True)
            if node.arrival
            for page in here.values()
        )
        return True

    def _goal_by_goal(self) -> None:
        """Decide each goal on its own (`game.check.refine`); then what is asked of the whole."""
        # Most stories never need these, and importing them is a good part of a small check's time.
        from game.check.alike import Likeness
        from game.check.oddities import oddities
        from game.check.refine import Refinement
        from game.check.seek import goals_of
        from game.check.snares import Snares

        goals, self.acts = goals_of(self.net, self.arriving, self.live)
        refinement = Refinement(self.arriving, self.live, goals, self.limit.expansions)
        found = refinement.run(self._tick(0.1, 0.6, "looking for each branch"))
        self.ways, self.open, self.found = dict(found.ways), found.undecided, True
        self.reached = [n in refinement.seen for n in range(len(self.net.nodes))]
        self.standing = Standing(self.arriving, refinement.seen)
        kinds = {key.kind for key in self.open if isinstance(key, Key)}
        # Until these are decided they are open: an interruption must not pass over them.
        asked = [
            ("traps", True),
            ("stuck", "stuck" in kinds),
            ("faults", "fault" in kinds),
            ("matters", self.matters),
            ("conditions", self.odd),
        ]
        self.whole = tuple(name for name, open_ in asked if open_)
        snares = Snares(self.arriving, self.live, refinement)
        self._tell_traps(snares.found(self._tick(0.6, 0.8, "looking for traps")))
        self._settle("traps", decided=not snares.open)
        twins: list[tuple[Edge, Edge]] = []
        if self.matters:
            likeness = Likeness(self.arriving, self.live, self.sights, refinement, self.limit.steps)
            twins, decided = likeness.found(self._tick(0.8, 0.95, "looking whether choices matter"))
            self._settle("matters", decided=decided)
        if self.odd:
            sought = SoughtStanding(self.arriving, self.live, refinement.seen, refinement.can)
            self.oddities = oddities(self.live, sought, self.sights, twins)
            self._settle("conditions", decided=not sought.doubts)

    def _settle(self, whole: str, *, decided: bool) -> None:
        if decided:
            self.whole = tuple(one for one in self.whole if one != whole)

    def _tell_traps(self, found: list[Snare]) -> None:
        order = {id_: n for n, id_ in enumerate(self.story.passages)}
        for snare in found:
            n = min(snare.nodes)
            self.ways[Key("trap", n)] = snare.way
            those = {self.net.nodes[node].passage for node in snare.nodes}
            self.traps[n] = sorted(those, key=order.__getitem__)

    def _find_twins(self, pages: Pages) -> list[tuple[Edge, Edge]]:
        if not self.matters:
            return []
        from game.check.twins import TooLong, Twins

        try:
            twins = list(Twins(pages, self.sights, self.limit.steps).found())
        except TooLong:
            return []
        self.whole = ()
        return twins

    def _tick(self, start: float, end: float, words: str) -> Callable[[int], None]:
        calls = 0

        def tick(_count: int) -> None:
            # How much there is to find is not known before it is found: each call does a part of
            # what is left.
            nonlocal calls
            calls += 1
            self.progress(end - (end - start) * 0.99**calls, words)

        return tick

    def _find_traps(self, pages: Pages, targets: Targets) -> dict[int, list[str]]:
        caught = backward.caught(pages, self._tick(0.5, 0.6, "looking for traps"))
        order = {id_: n for n, id_ in enumerate(self.story.passages)}
        in_trap: dict[int, set[str]] = {}
        for page, trap in backward.traps(pages, caught).items():
            targets.traps[page] = (trap, caught[page])
            in_trap.setdefault(trap, set()).add(self.net.nodes[page.node].passage)
        return {n: sorted(those, key=order.__getitem__) for n, those in in_trap.items()}

    def _verdicts(self) -> dict[str, Verdict]:
        out: dict[str, Verdict] = {}
        lost: list[int] = []
        for n, branch in enumerate(self.net.branches):
            way = self.ways.get(Key("branch", n))
            if way is not None:
                out[branch.id] = Reached(branch, way)
            elif not self.found or Key("branch", n) in self.open:
                out[branch.id] = Undecided(branch, self.why)
            else:
                lost.append(n)
        for n, reason in self._reasons(lost).items():
            branch = self.net.branches[n]
            out[branch.id] = Unreachable(branch, reason)
        # In the order of the story again.
        return {branch.id: out[branch.id] for branch in self.net.branches}

    def _reasons(self, lost: list[int]) -> dict[int, Reason]:
        if not lost:
            return {}
        from game.check.explain import Explainer

        explainer = Explainer(self.live, self.reached, self.standing)
        found = explainer.reasons(lost)
        self.stopped = self.stopped or explainer.stopped
        return found

    def _stuck(self) -> list[Stuck]:
        shortest: dict[str, tuple[str, ...]] = {}
        for n, node in enumerate(self.net.nodes):
            way = self.ways.get(Key("stuck", n))
            known = shortest.get(node.passage)
            if way is not None and (known is None or len(way) < len(known)):
                shortest[node.passage] = way
        return [Stuck(id_, self.story.passages[id_].place, way) for id_, way in shortest.items()]

    def _faults(self) -> list[RangeFault]:
        shortest: dict[tuple[object, ...], RangeFault] = {}
        for key, way in self.ways.items():
            assert isinstance(key, Key)
            if key.kind != "fault":
                continue
            act = self.acts[key.number]
            effect = act.effect
            assert effect is not None, "what the engine keeps does not leave its range"
            known = shortest.get((act.slot, effect.place))
            if known is None or len(way) < len(known.witness):
                name = self.net.slots[act.slot].name
                fault = RangeFault(name, effect.source, effect.place, way)
                shortest[act.slot, effect.place] = fault
        return list(shortest.values())
