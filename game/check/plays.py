"""Plays as the real engine shows them: each screen made once, and what it shows as one number.

A screen is made once for all states that have the same ahead of them (`game.check.telling`). The
branches that a play has shown are a whole number with a bit for each. Nothing is claimed here: a
play is a list of options that were offered one after another, and it has shown what its screens
show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.check.live import Liveness
from game.check.net import Net, net
from game.check.telling import Key, telling
from game.check.values import Arriving
from game.check.witness import on_screen
from game.play.program import Program
from game.play.screen import RangeFault, step, view
from game.play.state import State
from game.story.model import Story

Bits = int
"""A set of branches: bit n is the branch of that number."""


class Seen:
    """A screen, for all states that have the same ahead of them; where its options lead, if asked.

    There is one for each key, so the same is the same object.
    """

    __slots__ = ("_onward", "_options", "_plays", "ends", "shows", "state")

    def __init__(self, plays: Plays, state: State) -> None:
        screen = view(plays.program, state, free_meetings=plays.free)
        shown = on_screen(plays.program.story, screen, list(state.stack))
        self.state = state
        """One of the states."""
        self.shows: Bits = sum(1 << plays.number[branch] for branch in shown)
        self.ends = screen.ending is not None
        open_ = screen.options if screen.fault is None else ()
        self._options = tuple(option.id for option in open_ if option.available)
        self._plays = plays
        self._onward: tuple[tuple[str, Bits, Seen], ...] | None = None

    @property
    def onward(self) -> tuple[tuple[str, Bits, Seen], ...]:
        """The options that can be taken without a fault: each with its own bit, and where to."""
        if self._onward is None:
            self._onward = tuple(self._steps())
        return self._onward

    def _steps(self) -> Iterator[tuple[str, Bits, Seen]]:
        plays = self._plays
        for option in self._options:
            try:
                after = step(plays.program, self.state, option, free_meetings=plays.free)
            except RangeFault:
                continue
            yield option, 1 << plays.number[option], plays.seen(after)


class Way(NamedTuple):
    """The options of a play, the last one first: plays share their beginnings."""

    before: Way | None
    option: str


class Run(NamedTuple):
    """A play up to some screen: where it stands, what it has shown, and its way."""

    at: Seen
    got: Bits
    way: Way | None

    def after(self, option: str, bit: Bits, to: Seen) -> Run:
        """The play one option further."""
        return Run(to, self.got | bit | to.shows, Way(self.way, option))

    @property
    def options(self) -> tuple[str, ...]:
        """The options taken, in order."""
        out, way = [], self.way
        while way is not None:
            out.append(way.option)
            way = way.before
        return tuple(reversed(out))


class Plays:
    """The plays of a story; with `free`, those in which both results of a meeting are open."""

    def __init__(self, story: Story, branches: Iterable[str], *, free: bool) -> None:
        """`branches` are the ids of all there are, in the order of their bits."""
        self.program = Program(story)
        self.free = free
        self.number = {branch: n for n, branch in enumerate(branches)}
        self.net: Net = net(story, free_meetings=free)
        self._key = telling(Liveness(Arriving(self.net)))
        self._seen: dict[Key, Seen] = {}

    def seen(self, state: State) -> Seen:
        """The screen of a state."""
        key = self._key(state)
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = Seen(self, state)
        return found

    @property
    def start(self) -> Run:
        """The play that has not begun: the first screen."""
        first = self.seen(self.program.start)
        return Run(first, first.shows, None)

    def run(self, options: Iterable[str]) -> Run | None:
        """The play that takes these options; None if one of them cannot be taken."""
        run = self.start
        for option in options:
            offered = next((one for one in run.at.onward if one[0] == option), None)
            if offered is None:
                return None
            run = run.after(*offered)
        return run
