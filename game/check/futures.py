"""After how many screens two options' futures first differ, other than by the reply.

Two plays stand at one state; the first takes the one option, the second the other. A screen *only
leads on* if exactly one option can be taken on it, and that is a choice. As long as screens only
lead on, they are part of the *reply*; so is the one after them, and it ends there, or before a
passage that it has stopped at already. The plays *come together* at the first passage where a
screen of the first play's reply stops and one of the second's does too (in the same call of a
flow). If there is none, they have parted for good: they differ on the first screen. Else they go on
side by side from that passage, taking the same options, and they differ on the first screen that a
player can tell apart (`game.check.visible`): text, cards, hands, options, ways on, endings. The
first screen after a choice is an exception: its text answers the choice, so only its options and
its meeting count (which are offered, can be taken, their words; motion and hands). Where the plays
come together on different screens of theirs, the later one gives the count, and it is an exception
if either is a first one. An option that would stop only one of two plays on an error is told apart
where it is offered.

`Differ.screens` is the least such number over all states that plays come to, and all ways on. It is
exact: the runs of an option split the states (`game.check.runs`), pairs of plays are followed as
sets as in `game.check.twins`, level by level, so what shows first shows first; and where nothing
new is left to follow, nothing ever differs but the reply. A pair that is not followed to its end
within the limit is undecided.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from game.check.explored import Tick
from game.check.masks import Set
from game.check.moves import image
from game.check.net import Edge
from game.check.pages import Page, Pages
from game.check.rows import asked
from game.check.runs import Run, Runs, TooMany
from game.check.twins import Pair, TooLong, Twins
from game.check.visible import Sight, offered, sights
from game.story.model import Row


class Differ(NamedTuple):
    """Two options of a screen, and the screen after which their futures first differ.

    `screens` counts from the choice: 1 is the very next screen. None with `decided` is never.
    """

    first: str
    second: str
    screens: int | None
    decided: bool


def differing(pages: Pages, *, steps: int, tick: Tick | None = None) -> list[Differ]:
    """For every two choices that can be taken on one screen: when they differ, latest first.

    `pages` is filled, with all that is printed observed. `steps` is as in
    `game.check.check.Limit`, for each pair.
    """
    found: dict[tuple[str, str], Differ] = {}
    futures = _Futures(pages, sights(pages.net))
    kinds = [branch.kind for branch in pages.net.branches]
    for n, edges in enumerate(pages.live.edges):
        if tick is not None:
            tick(n)
        choices = [e for e in edges if e.option is not None and kinds[e.branch] == "choice"]
        for a, b in combinations(choices, 2):
            one = futures.between(a, b, steps)
            if one is not None:
                key = (one.first, one.second)
                found[key] = _earlier(found.get(key), one)
    return sorted(found.values(), key=_rank, reverse=True)


def _earlier(one: Differ | None, other: Differ) -> Differ:
    """The same two options at two places (a flow that is called twice): the earlier counts."""
    if one is None:
        return other
    screens = [d.screens for d in (one, other) if d.screens is not None]
    return one._replace(screens=min(screens, default=None), decided=one.decided and other.decided)


def _rank(differ: Differ) -> tuple[bool, bool, int]:
    return not differ.decided, differ.screens is None, differ.screens or 0


_Sets = dict[Pair, Set]


class _Shows(Twins):
    """Where two plays can be told apart, by some of what can be seen."""

    def shows(self, pair: Pair) -> Set:
        """Where a pair's difference can be seen at its own node."""
        return self._shows(pair)


_Places = dict[Page, Set]


class _Meet(NamedTuple):
    """Two runs that come together: `edges` lead there at once, the one's and the other's."""

    edges: tuple[Edge, Edge]
    places: _Places
    """Where the two options can both be taken, and go on by those runs."""
    screens: int
    reply: bool
    """Whether it is the first screen for either."""


class _Futures(_Shows):
    def __init__(self, pages: Pages, all_: list[Sight]) -> None:
        super().__init__(pages, all_, 0)
        self._offer = _Shows(pages, offered(pages.net), 0)
        self._runs = Runs(pages.arriving, pages.live)
        self._replies: dict[int, list[tuple[Run, _Places]]] = {}
        self._made: list[Edge] = []
        """Edges made here: what is known of an edge goes by its `id`, so they are kept."""

    def between(self, a: Edge, b: Edge, steps: int) -> Differ | None:
        """When the futures of two options of a node differ; None if both can never be taken."""
        self.left = steps
        try:
            meets = self._meets(a, b)
            if not meets:
                return None
            parted = any(meet is None for meet in meets)
            screens = 1 if parted else self._by_levels([meet for meet in meets if meet])
        except (TooLong, TooMany):
            return Differ(a.option or "", b.option or "", None, decided=False)
        return Differ(a.option or "", b.option or "", screens, decided=True)

    def _meets(self, a: Edge, b: Edge) -> list[_Meet | None]:
        """How plays come together after the two options; None stands for those that never do."""
        out: list[_Meet | None] = []
        for one, its in self._reply(a):
            for other, others in self._reply(b):
                places = {
                    page: both for page, some in its.items() if (both := some & others.get(page, 0))
                }
                if places:
                    out.append(self._meet((a, one), (b, other), places))
        return out

    def _meet(
        self, first: tuple[Edge, Run], second: tuple[Edge, Run], places: _Places
    ) -> _Meet | None:
        at = _together(first[1], second[1])
        if at is None:
            return None
        edges = (_straight(*first, at[0]), _straight(*second, at[1]))
        self._made += edges
        return _Meet(edges, places, max(at) + 1, reply=min(at) == 0)

    def _reply(self, option: Edge) -> list[tuple[Run, _Places]]:
        """The runs of an option, each with the states in which it goes so."""
        found = self._replies.get(id(option))
        if found is None:
            runs = self._runs.to_decision(option)
            found = [(run, where) for run in runs if (where := self._where(option, run))]
            self._replies[id(option)] = found
        return found

    def _where(self, option: Edge, run: Run) -> _Places:
        pages, row = self.pages, _all(run.when)
        out: _Places = {}
        for page in pages.found[option.source].values():
            some = page.reached & self._open(page, option)
            if some and row is not None:
                known = pages.known(page.node, page.key, asked(row))
                some &= pages.masks.holds(row, known)
            if some:
                out[page] = some
        return out

    def _by_levels(self, meets: list[_Meet]) -> int | None:
        """The first screen on which plays that come together differ."""
        done: _Sets = {}
        next_: _Sets = {}
        level = 0
        last = max(meet.screens for meet in meets)
        while next_ or level < last:
            level += 1
            front, next_ = next_, {}
            for meet in meets:
                if meet.screens != level:
                    continue
                those = self._met(meet)
                if not meet.reply:
                    _add(front, those)
                elif any(some & self._offer.shows(pair) for pair, some in those.items()):
                    return level
                else:
                    self._follow(those.items(), next_, done)
            if self._level(front, next_, done):
                return level
        for pair, some in done.items():
            self._same[pair] = self._same.get(pair, 0) | some
        return None

    def _met(self, meet: _Meet) -> _Sets:
        """The pairs of plays that come together so."""
        out: _Sets = {}
        for page, where in meet.places.items() if meet.edges[0].target >= 0 else ():
            for guard, steps, to in self._after(Pair(page.node, page.key, ()), *meet.edges):
                self.left -= 1
                new = image(where & guard, steps) if to.differ else 0
                if new:
                    out[to] = out.get(to, 0) | new
            self._check()
        return out

    def _level(self, front: _Sets, next_: _Sets, done: _Sets) -> bool:
        """Whether a difference shows on a level; what follows one option later goes to `next_`."""
        nodes = self.pages.net.nodes
        todo = deque(front)
        while todo:
            pair = todo.popleft()
            those = front.pop(pair)
            if those & self._shows(pair):
                return True
            onward: _Sets = {}
            self._follow([(pair, those)], onward, done)
            if nodes[pair.node].stops:
                _add(next_, onward)
                continue
            todo += (to for to in onward if to not in front)
            _add(front, onward)
        return False

    def _follow(self, those: Iterable[tuple[Pair, Set]], into: _Sets, done: _Sets) -> None:
        """Each pair one edge further: what is new goes `into`, and is then `done`."""
        for pair, some in those:
            for guard, steps, to in self._onward(pair):
                self.left -= 1
                new = image(some & guard, steps) if to.differ else 0
                new &= ~(done.get(to, 0) | self._same.get(to, 0))
                if new:
                    done[to] = done.get(to, 0) | new
                    into[to] = into.get(to, 0) | new
            self._check()

    def _check(self) -> None:
        if self.left < 0:
            raise TooLong


def _together(one: Run, other: Run) -> tuple[int, int] | None:
    """Where in two runs the first passage stands that both come to."""
    at = {stop.node: n for n, stop in enumerate(other.stops)}
    for n, stop in enumerate(one.stops):
        if stop.node in at:
            return n, at[stop.node]
    return None


def _straight(option: Edge, run: Run, at: int) -> Edge:
    """An edge from before an option to a screen of a run of it."""
    stop = run.stops[at]
    return option._replace(target=stop.node, guard=_all(run.when), acts=stop.acts)


def _all(rows: tuple[Row, ...]) -> Row | None:
    return ("and", *rows) if rows else None


def _add(to: _Sets, more: _Sets) -> None:
    for pair, some in more.items():
        to[pair] = to.get(pair, 0) | some
