"""How far a player may be taken on over what was read before.

Nothing is chosen for anybody unasked: where there is more than one way on, or where another is
shown and shut, this stops. `as_before` is for those who ask to choose as they chose the last time.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from game.play.program import Program
from game.play.screen import RangeFault, step, view
from game.play.seen import Seen
from game.play.state import State
from game.play.view import View

_MOST = 5_000
"""Screens that are looked at ahead. A story that goes round longer than that goes on for ever."""

Stop = Literal["choice", "new", "meeting", "ending", "fault", "round"]


class Skip(NamedTuple):
    """The options to take, in order, and why it goes no further: what is at the end of them.

    `choices` is how many of them were choices, which somebody else might have made otherwise.
    """

    options: tuple[str, ...]
    stop: Stop
    choices: int
    last: View


def only_way(shown: View) -> str | None:
    """The one option there is on a screen; None at a choice, a meeting, an ending or a fault."""
    if shown.meeting is not None or shown.ending is not None or shown.fault is not None:
        return None
    if len(shown.options) != 1 or not shown.options[0].available:
        return None
    return shown.options[0].id


def read_on(program: Program, state: State, seen: Seen) -> Skip:
    """From `state` over screens that were read, as long as there is only one way on."""
    return _ahead(program, state, seen, as_before=False, untried=False)


def as_before(program: Program, state: State, seen: Seen, *, untried: bool) -> Skip:
    """The same, choosing what was chosen the last time where there is a choice.

    With `untried` it stops at the next choice where something was never chosen.
    """
    return _ahead(program, state, seen, as_before=True, untried=untried)


def _ahead(program: Program, state: State, seen: Seen, *, as_before: bool, untried: bool) -> Skip:
    options: list[str] = []
    choices = 0
    been = {state}
    shown = view(program, state)
    while True:
        option = only_way(shown)
        stop = _why_stop(shown) if option is None else None
        if stop == "choice" and as_before:
            chosen = _chosen_before(shown, seen)
            if chosen is not None and not (untried and options and _untried(shown, seen)):
                option, stop = chosen, None
        if option is None or stop is not None:
            return Skip(tuple(options), stop or "choice", choices, shown)
        try:
            after = step(program, state, option)
        except RangeFault:
            return Skip(tuple(options), "fault", choices, shown)
        ahead = view(program, after)
        if after in been or len(options) >= _MOST:
            return Skip(tuple(options), "round", choices, shown)
        choices += only_way(shown) is None
        options.append(option)
        if not seen.knows(ahead):
            return Skip(tuple(options), "new", choices, ahead)
        been.add(after)
        state, shown = after, ahead


def _why_stop(shown: View) -> Stop:
    if shown.fault is not None:
        return "fault"
    if shown.ending is not None:
        return "ending"
    return "choice" if shown.meeting is None else "meeting"


def _chosen_before(shown: View, seen: Seen) -> str | None:
    """What was chosen here the last time, if it can be again."""
    last = seen.last.get(shown.passage)
    return next((one.id for one in shown.options if one.id == last and one.available), None)


def _untried(shown: View, seen: Seen) -> bool:
    """True if something can be chosen here that never was. Leaving a scene out is none."""
    return any(
        one.available and one.kind == "choice" and one.id not in seen.ways for one in shown.options
    )
