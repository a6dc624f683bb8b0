"""The questions about a story's shape, answered by playing: state by state, through the engine.

Deliberately naive, as `tests.check.oracle`; the definitions are those of `game.check.routes`,
`game.check.hands` and `game.check.futures`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from typing import NamedTuple

from game.play.program import Change, Program
from game.play.screen import RangeFault, step, view
from game.play.state import State
from game.play.view import View

Values = tuple[int, ...]


class TooMany(Exception):
    """More states than were asked for."""


def states(program: Program, most: int) -> list[State]:
    """Every state that a play comes to."""
    found = {program.start: None}
    todo = [program.start]
    for state in todo:
        for option in view(program, state).options:
            after = _next(program, state, option.id) if option.available else None
            if after is not None and after not in found:
                found[after] = None
                todo.append(after)
        if len(found) > most:
            raise TooMany
    return todo


def _next(program: Program, state: State, option: str) -> State | None:
    try:
        return step(program, state, option)
    except RangeFault:
        return None


def _choices(program: Program, state: State) -> dict[str, State]:
    """The choices that can be taken, and where each leads."""
    screen = view(program, state)
    found = {
        o.id: _next(program, state, o.id)
        for o in screen.options
        if o.available and o.kind == "choice"
    }
    return {id_: after for id_, after in found.items() if after is not None}


# Routes.


def endings(program: Program, lens: str) -> dict[tuple[str, bool], int]:
    """The endings of all routes that keep to `lens`, with whether a vote was lost: how far."""
    start = (program.start, False)
    depth = {start: 0}
    todo = deque([start])
    out: dict[tuple[str, bool], int] = {}
    while todo:
        state, lost = todo.popleft()
        screen = view(program, state)
        if screen.ending is not None:
            out.setdefault((screen.ending.id, lost), depth[state, lost])
        for option in _kept_to(screen, lens):
            after = _next(program, state, option)
            if after is not None:
                new = (after, lost or option.endswith("/lost"))
                if new not in depth:
                    depth[new] = depth[state, lost] + 1
                    todo.append(new)
    return out


def _kept_to(screen: View, lens: str) -> list[str]:
    open_ = [o for o in screen.options if o.available]
    liked = [o.id for o in open_ if o.lens == lens]
    others = [o.id for o in open_ if o.kind != "skip"]
    return liked or others or [o.id for o in open_]


# Hands.


class Swayed(NamedTuple):
    """The hands that differ at a meeting."""

    meeting: str
    people: tuple[str, ...]


def swayed(program: Program, those: Sequence[State]) -> dict[tuple[str, str], set[Swayed]]:
    """For each choice and another of its screen: every set of hands that it decides."""
    out: dict[tuple[str, str], set[Swayed]] = {}
    for state in those:
        for (a, first), (b, second) in permutations(_choices(program, state).items(), 2):
            found = out.setdefault((a, b), set())
            one = _entered(program, view(program, first), first.values)
            other = _entered(program, view(program, second), second.values)
            if one is not None and other is not None:
                found |= set(_followed(program, first, other))
    return out


def _followed(program: Program, first: State, other: Values) -> Iterator[Swayed]:
    """What differs if `other` were the values at the first screen of `first`, and ever after."""
    todo = [(first, other)]
    seen = set(todo)
    for state, values in todo:
        screen = view(program, state)
        if screen.meeting is not None:
            vote = program.node(screen.passage).vote
            assert vote is not None
            real = [hand.hand for hand in screen.meeting.hands]
            people = tuple(
                person
                for (person, _, ballot), hand in zip(vote.hands(values), real, strict=True)
                if ballot.hand != hand
            )
            if people:
                yield Swayed(screen.passage, people)
        for option in (o.id for o in screen.options if o.available):
            after, its = _next(program, state, option), _chosen(program, screen, option, values)
            if after is not None and its is not None:
                entered = _entered(program, view(program, after), its)
                if entered is not None and (after, entered) not in seen:
                    seen.add((after, entered))
                    todo.append((after, entered))


def _chosen(program: Program, screen: View, option: str, values: Values) -> Values | None:
    offer = program.node(screen.passage).offers.get(option)
    if offer is None:
        return values
    after = list(values)
    if offer.once >= 0:
        after[offer.once] = 1
    return _changed(offer.changes, after)


def _entered(program: Program, screen: View, values: Values) -> Values | None:
    """The values where a screen stops, from those before the passages entered on it."""
    now: Values | None = values
    for id_ in screen.passages:
        node, after = program.node(id_), list(now or ())
        if node.marks >= 0:
            after[node.marks] = 1
        if node.counts >= 0:
            high = program.story.slots[node.counts].high
            after[node.counts] = min(high, after[node.counts] + 1)
        now = _changed(node.changes, after)
        if now is None:
            return None
    return now


def _changed(changes: Sequence[Change], values: list[int]) -> Values | None:
    for change in changes:
        values[change.slot] = change.value(values)
        if not change.low <= values[change.slot] <= change.high:
            return None
    return tuple(values)


# Futures.

Stop = tuple[str, str, tuple[str, ...]]
"""Where a screen stops: what kind of stop, the passage, the calls."""


def differ(program: Program, those: Sequence[State]) -> dict[tuple[str, str], int | None]:
    """For every two choices that can both be taken: after how many screens they differ."""
    out: dict[tuple[str, str], int | None] = {}
    for state in those:
        for (a, first), (b, second) in combinations(_choices(program, state).items(), 2):
            best = out.get((a, b))
            found = _differ(program, first, second)
            out[a, b] = min((n for n in (best, found) if n is not None), default=None)
    return out


def _differ(program: Program, first: State, second: State) -> int | None:
    one, other = _reply(program, first), _reply(program, second)
    stops = [stop for stop, _ in other]
    for n, (stop, state) in enumerate(one):
        if stop in stops:
            if stop[0] == "error":
                return None
            k = stops.index(stop)
            return _side_by_side(program, (state, other[k][1]), max(n, k) + 1, reply=not min(n, k))
    return 1


def _reply(program: Program, state: State) -> list[tuple[Stop, State]]:
    out: list[tuple[Stop, State]] = []
    while True:
        screen = view(program, state)
        stop = _stop(program, state, screen)
        if stop in [one for one, _ in out]:
            return out
        out.append((stop, state))
        open_ = [o for o in screen.options if o.available]
        if len(open_) != 1 or open_[0].kind != "choice":
            return out
        after = _next(program, state, open_[0].id)
        if after is None:
            return [*out, (("error", f"after {stop[1]}", stop[2]), state)]
        state = after


def _stop(program: Program, state: State, screen: View) -> Stop:
    calls = list(state.stack)
    for id_ in screen.passages[:-1]:
        passage = program.story.passages[id_]
        if passage.call is not None:
            calls.append(id_)
        elif passage.returns:
            calls.pop()
    error = screen.fault is not None and screen.fault.kind == "range"
    return "error" if error else "stop", screen.passage, tuple(calls)


def _side_by_side(
    program: Program, pair: tuple[State, State], level: int, *, reply: bool
) -> int | None:
    front: list[tuple[State, State]] = [pair]
    # What was looked at as a reply is looked at again, as a whole screen, if it comes round.
    seen = set() if reply else {pair}
    first = True
    while front:
        onward = []
        for one, other in front:
            screens = view(program, one), view(program, other)
            look = _offer if first and reply else _below if first else _look
            if look(screens[0]) != look(screens[1]):
                return level
            for option in (o.id for o in screens[0].options if o.available):
                after = _next(program, one, option), _next(program, other, option)
                if (after[0] is None) != (after[1] is None):
                    return level
                if after[0] is not None and after[1] is not None and after[0] != after[1]:
                    onward.append((after[0], after[1]))
        front = [new for new in dict.fromkeys(onward) if new not in seen]
        seen.update(front)
        level, first = level + 1, False
    return None


def _offer(screen: View) -> tuple[object, ...]:
    """What a screen offers."""
    return screen.options, screen.meeting


def _below(screen: View) -> tuple[object, ...]:
    """What a screen shows from the passage on that it stops at."""
    lines = [line for line in screen.lines if line.id.startswith(f"{screen.passage}/")]
    return *_offer(screen), lines, screen.know, screen.ending


def _look(screen: View) -> tuple[object, ...]:
    fault = None if screen.fault is None else screen.fault.kind
    seen = (screen.passages, screen.lines, screen.options, screen.meeting, screen.ending, fault)
    return (*seen, None if fault == "range" else screen.know)
