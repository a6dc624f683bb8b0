"""Which options come to the same, found by telling every state from every other.

Two states are alike if their screens are, and each option leads from both to states that are
alike. Begun from all screens that look the same, states are told apart until nothing changes
(partition refinement); slow and simple, as `tests.check.oracle`.
"""

from __future__ import annotations

from collections.abc import Hashable
from itertools import combinations

from game.play.program import Program
from game.play.screen import RangeFault, step, view
from game.play.state import State

FAULT = State("", ())
"""Where an option leads whose effect leaves its range."""


def twins(program: Program, *, free_meetings: bool = False) -> set[tuple[str, str]]:
    """Pairs of choices that lead to states alike wherever both can be taken, as somewhere they can.

    In the order of the page.
    """
    after: dict[State, dict[str, State]] = {FAULT: {}}
    kind: dict[State, Hashable] = {FAULT: None}
    todo = [program.start]
    while todo:
        state = todo.pop()
        if state in after:
            continue
        screen = view(program, state, free_meetings=free_meetings)
        # What a fault says, and of which effect, is for authors.
        fault = screen.fault and screen.fault.kind
        kind[state] = screen._replace(fault=None), fault
        after[state] = ways = {}
        for option in (o.id for o in screen.options if o.available):
            try:
                ways[option] = step(program, state, option, free_meetings=free_meetings)
            except RangeFault:
                ways[option] = FAULT
        todo += ways.values()
    kind = _refined(kind, after)
    choices = {choice.id for p in program.story.passages.values() for choice in p.choices}
    verdicts: dict[tuple[str, str], bool] = {}
    for ways in after.values():
        open_ = [one for one, to in ways.items() if to is not FAULT and one in choices]
        for pair in combinations(open_, 2):
            same = kind[ways[pair[0]]] == kind[ways[pair[1]]]
            verdicts[pair] = verdicts.get(pair, True) and same
    return {pair for pair, same in verdicts.items() if same}


def _refined(
    kind: dict[State, Hashable], after: dict[State, dict[str, State]]
) -> dict[State, Hashable]:
    many = 0
    while len(set(kind.values())) != many:
        many = len(set(kind.values()))
        numbers: dict[Hashable, int] = {}
        told = {
            state: (kind[state], *((option, kind[to]) for option, to in ways.items()))
            for state, ways in after.items()
        }
        kind = {state: numbers.setdefault(what, len(numbers)) for state, what in told.items()}
    return kind
