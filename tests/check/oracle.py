"""What the check must find, found by playing everything.

Deliberately naive: breadth first over the real engine, one state at a time, with nothing but
`view` and `step`. Slow, and simple enough to be believed; `game.check` is held against it.

What counts as reached:

- What is *shown* (a passage entered, a line printed, a card, a hand, an onward jump, an ending) is
  reached with the options that lead to its screen.
- What is *taken* (a choice, a meeting's result, a skip) is reached with itself as the last option.
  A choice whose own effect leaves its range cannot be taken.
- On a screen that an entering effect broke off, what came before the effect was shown, and nothing
  else. A stuck screen is complete.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.play.program import Program
from game.play.screen import RangeFault, step, view
from game.play.state import State
from game.play.view import Fault, View

FaultAt = tuple[str, str]
"""A range fault: the slot's name, and where the effect stands (`file:line:column`)."""


class TooManyStates(Exception):
    """The story has more states than were asked for."""


class Found(NamedTuple):
    """Everything that can happen, each with the fewest options that lead to it."""

    branches: dict[str, int]
    stuck: dict[str, int]
    """By the passage that the stuck screen stops at."""
    faults: dict[FaultAt, int]
    """The last of the options is the one whose effect it is, if it is a choice's."""
    trapped: frozenset[str]
    """The passages entered on the screens of states from which no ending can be reached."""
    way_in: int | None
    """The fewest options that lead to such a state; None where there is none."""
    caught: frozenset[State]
    """Those states."""
    states: int


def search(
    program: Program,
    *,
    free_meetings: bool = False,
    most: int = 1_000_000,
    starts: Sequence[State] = (),
) -> Found:
    """Play everything, breadth first, from the beginning or from `starts`.

    Raises TooManyStates beyond `most`.
    """
    branches: dict[str, int] = {}
    stuck: dict[str, int] = {}
    faults: dict[FaultAt, int] = {}
    depths = dict.fromkeys(starts or (program.start,), 0)
    before: dict[State, list[State]] = {}
    entered: dict[State, tuple[str, ...]] = {}
    ended: list[State] = []
    todo = deque(depths)
    while todo:
        state = todo.popleft()
        depth = depths[state]
        screen = view(program, state, free_meetings=free_meetings)
        entered[state] = screen.passages
        for branch in shown(program, state, screen):
            branches.setdefault(branch, depth)
        if screen.ending is not None:
            ended.append(state)
        if screen.fault is not None and screen.fault.kind == "stuck":
            stuck.setdefault(screen.passage, depth)
        elif screen.fault is not None:
            faults.setdefault(fault_at(screen.fault), depth)
        for option in (o.id for o in screen.options if o.available):
            try:
                after = step(program, state, option, free_meetings=free_meetings)
            except RangeFault as fault:
                faults.setdefault(fault_at(fault.fault), depth + 1)
                continue
            branches.setdefault(option, depth + 1)
            before.setdefault(after, []).append(state)
            if after not in depths:
                depths[after] = depth + 1
                todo.append(after)
        if len(depths) > most:
            raise TooManyStates
    caught = frozenset(depths.keys() - _all_before(ended, before))
    return Found(
        branches,
        stuck,
        faults,
        frozenset(passage for state in caught for passage in entered[state]),
        min((depths[state] for state in caught), default=None),
        caught,
        len(depths),
    )


def shown(program: Program, state: State, screen: View) -> Iterator[str]:
    """The stable ids of what the screen of `state` shows."""
    yield from screen.passages
    yield from (line.id for line in screen.lines)
    yield from _jumps(program, state, screen)
    yield from (card.id for card in screen.know)
    if screen.meeting is not None:
        yield from (hand.line for hand in screen.meeting.hands)
    if screen.ending is not None:
        yield f"{screen.ending.id}/ending"


def _jumps(program: Program, state: State, screen: View) -> Iterator[str]:
    """The onward jumps that were taken, read off the passages that were entered in turn."""
    stack = list(state.stack)
    for id_, after in zip(screen.passages, screen.passages[1:], strict=False):
        passage = program.story.passages[id_]
        if passage.call is not None:
            stack.append(id_)
        else:
            yield f"{stack.pop() if passage.returns else id_}/to/{after}"


def fault_at(fault: Fault) -> FaultAt:
    """Which effect left its range."""
    return fault.message.split(" would be ")[0], fault.at


def _all_before(ended: list[State], before: dict[State, list[State]]) -> set[State]:
    """The states from which one of `ended` can be reached."""
    safe, back = set(ended), list(ended)
    while back:
        for state in before.get(back.pop(), ()):
            if state not in safe:
                safe.add(state)
                back.append(state)
    return safe


class Replayed(NamedTuple):
    """What the engine showed when a witness was played."""

    state: State
    reached: frozenset[str]
    """On the last screen, and the last option."""
    fault: FaultAt | None
    """The fault of the last screen, or of the effects of the last option."""
    stuck: str | None


def replay(program: Program, witness: tuple[str, ...], *, free_meetings: bool = False) -> Replayed:
    """Play the options of a witness; raises NotAvailable if one of them cannot be taken."""
    state, fault = program.start, None
    for n, option in enumerate(witness):
        try:
            state = step(program, state, option, free_meetings=free_meetings)
        except RangeFault as error:
            assert n == len(witness) - 1, f"{option} leaves a range before the witness ends"
            fault = fault_at(error.fault)
    screen = view(program, state, free_meetings=free_meetings)
    if fault is not None:
        return Replayed(state, frozenset(), fault, None)
    stuck = None
    if screen.fault is not None:
        if screen.fault.kind == "stuck":
            stuck = screen.passage
        else:
            fault = fault_at(screen.fault)
    return Replayed(state, frozenset({*shown(program, state, screen), *witness[-1:]}), fault, stuck)


def all_branches(program: Program) -> set[str]:
    """The stable ids of every branch of the story, written from the story alone."""
    out: set[str] = set()
    for passage in program.story.passages.values():
        out.add(passage.id)
        for paragraph in passage.paragraphs:
            out.add(paragraph.id)
            if paragraph.otherwise is not None:
                out.add(f"{paragraph.id}/else")
        out.update(choice.id for choice in passage.choices)
        out.update(f"{passage.id}/to/{jump.to}" for jump in passage.jumps)
        if passage.meeting is not None:
            out.update((f"{passage.id}/carried", f"{passage.id}/lost"))
            out.update(line.id for voter in passage.meeting.voters for line in voter.lines)
        if passage.skip is not None:
            out.add(f"{passage.id}/skip")
        if passage.ending is not None:
            out.add(f"{passage.id}/ending")
    for scene in program.story.scenes.values():
        for card in scene.know:
            out.add(card.id)
            if card.paragraph.otherwise is not None:
                out.add(f"{card.id}/else")
    return out
