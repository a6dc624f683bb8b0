"""Turning points: for a played route, at which choice each ending went out of reach.

Which endings can still be reached from a state is known exactly (`game.check.fates`), and can only
grow less along a route. So each ending that is lost goes out of reach at one option: it could be
reached from the screen before, and cannot be after. From that screen, then, some other option still
led there: what can be reached from a screen is what can be reached after one of its options. And
on no later screen did any. So *where it went out of reach* and *the last choice that could still
have led there* are the same choice, and it is always one that the player had: where only one option
can be taken, nothing is lost by taking it. That holds for the result of a meeting that the hands
decide, and for all that happens on the way to the next screen, which is certain once an option is
taken. To a class, which decides its votes itself, a vote is a choice as any other.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from game.check.fates import Fates
from game.play.program import Program
from game.play.screen import RangeFault, step, view
from game.play.state import State
from game.play.view import Option, View

Status = Literal["reached", "open", "lost", "never", "undecided"]
"""Of an ending, at the end of a route: it came to this one; it can still come to it; it went out of
reach on the way; no play comes to it; or that was not worked out."""


class Other(NamedTuple):
    """An option that was not taken, and how many more lead on to the ending, at the least."""

    option: Option
    away: int


class TurningPoint(NamedTuple):
    """The choice at which an ending went out of reach."""

    step: int
    """How many options were taken before: 0 is the first choice of the route."""
    passage: str
    """Where the screen stopped."""
    scene: str
    chosen: Option
    others: tuple[Other, ...]
    """Every option of that screen that still led to the ending, the nearest first. Never empty."""
    way: tuple[str, ...]
    """One shortest way to the ending from that screen: options by their ids, beginning with the
    first of `others`. After the first `step` options of the route, it can be played."""


class EndingsFate(NamedTuple):
    """What became of one ending."""

    ending: str
    """Its passage."""
    title: str
    status: Status
    away: int | None
    """How many options lead to it from where the route stands, at the least; None if none do."""
    lost: TurningPoint | None
    """Where it went out of reach, for one that is lost."""


class Turning(NamedTuple):
    """A route, and what became of each ending of the story, in the story's order."""

    choices: tuple[str, ...]
    within: tuple[frozenset[str], ...] | None
    """The endings within reach: at the start, and after each choice. None if not worked out."""
    endings: tuple[EndingsFate, ...]


def turning(
    program: Program,
    choices: Iterable[str],
    fates: Fates | None,
    *,
    free_meetings: bool = False,
) -> Turning:
    """What became of each ending on the route that takes `choices`, by their ids.

    `fates` are the story's, for meetings that are as free as here; None where nobody has worked
    them out or the story is too large: then an ending that the route did not come to is undecided.

    Raises `NotAvailable` and `RangeFault` where the route cannot be played, ValueError for the
    fates of something else.
    """
    taken = tuple(choices)
    states = [program.start]
    for option in taken:
        states.append(step(program, states[-1], option, free_meetings=free_meetings))
    if fates is None:
        return Turning(taken, None, _undecided(program, states[-1], free=free_meetings))
    if (fates.story, fates.free) != (program.story.fingerprint, free_meetings):
        raise ValueError("these are the fates of another story, or of votes decided otherwise")
    route = _Route(program, taken, states, fates)
    return Turning(
        taken,
        tuple(map(fates.within, states)),
        tuple(route.fate(n, ending) for n, ending in enumerate(fates.endings)),
    )


def _undecided(program: Program, last: State, *, free: bool) -> tuple[EndingsFate, ...]:
    here = view(program, last, free_meetings=free).ending
    out = []
    for passage in program.story.passages.values():
        if passage.ending is not None:
            at_it = here is not None and here.id == passage.id
            status: Status = "reached" if at_it else "undecided"
            title = passage.ending.title
            out.append(EndingsFate(passage.id, title, status, 0 if at_it else None, None))
    return tuple(out)


class _Route:
    def __init__(
        self, program: Program, choices: tuple[str, ...], states: list[State], fates: Fates
    ) -> None:
        self.program = program
        self.choices = choices
        self.states = states
        self.fates = fates
        self.away = [fates.away(state) for state in states]

    def fate(self, n: int, ending: str) -> EndingsFate:
        """What became of the ending with this number."""
        written = self.program.story.passages[ending].ending
        assert written is not None, "the fates are this story's"
        along = [away[n] for away in self.away]
        lost: TurningPoint | None = None
        status: Status = "open"
        if along[0] is None:
            status = "never"
        elif along[-1] is None:
            status, lost = "lost", self._lost(along.index(None) - 1, ending)
        elif along[-1] == 0:
            status = "reached"
        return EndingsFate(ending, written.title, status, along[-1], lost)

    def _lost(self, at: int, ending: str) -> TurningPoint:
        state, chosen = self.states[at], self.choices[at]
        screen = self._view(state)
        others = []
        for option in screen.options:
            away = self._after(state, option, ending)
            if away is not None:
                others.append(Other(option, away))
        others.sort(key=lambda other: other.away)
        return TurningPoint(
            at,
            screen.passage,
            screen.scene,
            next(option for option in screen.options if option.id == chosen),
            tuple(others),
            self._way(state, ending),
        )

    def _way(self, state: State, ending: str) -> tuple[str, ...]:
        """The options of one shortest way from `state`: each brings the ending nearer by one."""
        out: list[str] = []
        away = self.fates.away_from(state, ending)
        while away:
            for option in self._view(state).options:
                if self._after(state, option, ending) == away - 1:
                    break
            else:
                raise AssertionError(f"no option leads from {state.passage} to {ending}")
            out.append(option.id)
            state = self._step(state, option.id)
            away -= 1
        return tuple(out)

    def _after(self, state: State, option: Option, ending: str) -> int | None:
        """How far the ending is after an option; None if it cannot be taken, or leads nowhere."""
        if not option.available:
            return None
        try:
            after = self._step(state, option.id)
        except RangeFault:
            return None
        return self.fates.away_from(after, ending)

    def _view(self, state: State) -> View:
        return view(self.program, state, free_meetings=self.fates.free)

    def _step(self, state: State, option: str) -> State:
        return step(self.program, state, option, free_meetings=self.fates.free)
