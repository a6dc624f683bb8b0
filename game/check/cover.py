"""A small set of whole plays that together take every branch, for testers and for the window.

Greedy, as usual for set cover (Chvátal, *A greedy heuristic for the set-covering problem*, 1979):
again and again the play that shows most of what no other has shown. Candidates begin as the check's
shortest witnesses of what is left do, so each round shows something new and there is an end; what
few plays show counts for more, or it would be left to a play each. The plays are few and may not be
the fewest.

What a play covers is not believed but read off: it is walked through the real engine, and covers
what its screens show. That nothing reachable is left out is checked at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from typing import NamedTuple

from game.check.collect import Collector, Weight
from game.check.findings import Checked, Reached
from game.check.live import members
from game.check.plays import Bits, Plays, Run
from game.check.witness import shown_on_the_way, walk
from game.play.program import Program
from game.story.model import Story

Progress = Callable[[float, str], None]

SEEDS = 30
"""Beginnings tried for each play."""
EFFORT = 30_000
"""Options followed for one play after which no more beginnings are tried: where plays are long,
fewer will do."""
SAMPLE = 15_000
"""Choices of plays by chance that are looked at to see what is rare."""
LONG = 100
"""Choices after which such a play is broken off."""


class NotCovered(Exception):
    """The engine does not bear out what the check found. The message says where."""


class Playthrough(NamedTuple):
    """A whole play: a list of options from the start to an ending."""

    name: str
    """The ending's passage and a number: `footpath-1`. The story's id where there is no ending."""
    options: tuple[str, ...]
    covers: tuple[str, ...]
    """Every branch that it shows or takes, in the order of the story."""
    ending: str | None
    """The ending's passage; None where no ending can be reached from its last screen, or is farther
    than `game.check.homeward` looks."""
    free: bool
    """True if it can only be played where a class decides the votes."""


class Cover(NamedTuple):
    """Playthroughs, and for every branch that can be reached the name of one that covers it.

    Plays with free meetings come last, and cover what cannot be reached as played.
    """

    playthroughs: tuple[Playthrough, ...]
    where: Mapping[str, str]

    def new(self, name: str) -> tuple[str, ...]:
        """The branches for which a playthrough is named: none before it covers them."""
        return tuple(branch for branch, where in self.where.items() if where == name)


def cover(
    story: Story, played: Checked, free: Checked | None = None, *, progress: Progress | None = None
) -> Cover:
    """Playthroughs that together take every branch that `played` says can be reached.

    `free` is what the check found with free meetings, where that was asked. The same story and
    findings give the same playthroughs. Raises `NotCovered` if a witness is none.
    """
    named: dict[str, int] = {}
    playthroughs: list[Playthrough] = []
    where: dict[str, str] = {}
    for checked in (played,) if free is None else (played, free):
        ways = {
            id_: verdict.witness
            for id_, verdict in checked.verdicts.items()
            if isinstance(verdict, Reached) and id_ not in where
        }
        for options in _Choosing(story, checked, ways, progress).chosen() if ways else ():
            one = _replayed(story, checked, options)
            base = one.ending or story.id
            named[base] = named.get(base, 0) + 1
            one = one._replace(name=f"{base}-{named[base]}")
            playthroughs.append(one)
            for branch in one.covers:
                if branch in ways:
                    where.setdefault(branch, one.name)
        if ways.keys() - where.keys():
            raise NotCovered(f"no play shows {min(ways.keys() - where.keys())}")
    order = [branch for branch in played.verdicts if branch in where]
    return Cover(tuple(playthroughs), {branch: where[branch] for branch in order})


def _replayed(story: Story, checked: Checked, options: Sequence[str]) -> Playthrough:
    """The play of these options in the real engine, and what that shows."""
    walked = walk(Program(story), options, free_meetings=checked.free)
    if walked.refused is not None:
        raise NotCovered(f"the engine does not offer {walked.refused}")
    shown = shown_on_the_way(story, walked)
    ending = walked.last.ending
    return Playthrough(
        "",
        tuple(options),
        tuple(branch for branch in checked.verdicts if branch in shown),
        None if ending is None else ending.id,
        checked.free,
    )


class _Choosing:
    """The choice of plays for the branches of `ways`, each given with its shortest witness."""

    def __init__(
        self,
        story: Story,
        checked: Checked,
        ways: Mapping[str, tuple[str, ...]],
        progress: Progress | None,
    ) -> None:
        self.names = tuple(checked.verdicts)
        self.plays = Plays(story, self.names, free=checked.free)
        self.collector = Collector(self.plays)
        self.progress = progress
        self.ways = {self.plays.number[branch]: way for branch, way in ways.items()}
        self.wanted: Bits = sum(1 << n for n in self.ways)
        self.worth = _worth(self.ways, self.plays)
        self.rarest = sorted(self.ways, key=lambda n: (-self.worth[n], n))

    def chosen(self) -> Iterator[tuple[str, ...]]:
        """The plays, those first that show most of what none before them has shown."""
        runs, left = self._greedy(), self.wanted
        while left:
            run = max(runs, key=lambda run: (run.got & left).bit_count())
            runs.remove(run)
            left &= ~run.got
            yield run.options

    def _greedy(self) -> list[Run]:
        runs: list[Run] = []
        left, weight = self.wanted, _weighing(self.worth)
        while left:
            tried = self._tried(left, weight)
            run = max(tried, key=lambda run: (run.at.ends, weight(run.got & left)))
            runs.append(run)
            left &= ~run.got
            self._tick(left)
        return runs

    def _tried(self, left: Bits, weight: Weight) -> Iterator[Run]:
        """Plays that each show something that is left, the rarest first."""
        seeds = {self.ways[n]: n for n in self.rarest if left >> n & 1}
        limit = self.collector.steps + EFFORT
        for way, n in list(seeds.items())[:SEEDS]:
            begun = self.plays.run(way)
            if begun is None or not begun.got >> n & 1:
                raise NotCovered(f"the engine does not show {self.names[n]} by {', '.join(way)}")
            yield self.collector.richest(begun, left, weight)
            if self.collector.steps >= limit:
                break

    def _tick(self, left: Bits) -> None:
        if self.progress is not None:
            done = 1 - left.bit_count() / self.wanted.bit_count()
            self.progress(done, "looking for few plays that show all")


def _worth(ways: Mapping[int, object], plays: Plays) -> dict[int, int]:
    """What each branch counts: the more, the fewer plays show it."""
    shown = dict.fromkeys(ways, 0)
    # The same sample every time: the same story is to have the same playthroughs.
    chance = Random("cover")
    taken = many = 0
    while taken < SAMPLE:
        got, choices = _by_chance(plays, chance)
        taken, many = taken + choices + 1, many + 1
        for n in members(got):
            if n in shown:
                shown[n] += 1
    return {n: 10 * many // (2 * count + 1) + 1 for n, count in shown.items()}


def _weighing(worth: Mapping[int, int]) -> Weight:
    """What a set of branches counts."""
    known: dict[Bits, int] = {}

    def weight(those: Bits) -> int:
        found = known.get(those)
        if found is None:
            found = known[those] = sum(worth[n] for n in members(those))
        return found

    return weight


def _by_chance(plays: Plays, chance: Random) -> tuple[Bits, int]:
    """What a play shows that takes any option as likely as another, and how many it takes."""
    run, choices = plays.start, 0
    while run.at.onward and choices < LONG:
        run = run.after(*run.at.onward[chance.randrange(len(run.at.onward))])
        choices += 1
    return run.got, choices
