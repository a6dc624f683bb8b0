"""A witness played in the real engine: what is read on the way, and what is shown at its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.play.playthrough import Past
from game.play.program import Program
from game.play.screen import RangeFault, step, view
from game.play.state import State
from game.play.view import Fault, View
from game.story.model import Story


class Walk(NamedTuple):
    """A list of options, taken from the start."""

    steps: tuple[Past, ...]
    """Each screen, and what was chosen on it."""
    last: View
    """The screen it ends on. Where an effect of the last option fails, the one that offers it."""
    fault: Fault | None
    """The fault it runs into, if it does: on the last screen, or in the last option's effects."""
    refused: str | None
    """The first option that the engine does not offer there. A true witness has none."""


def walk(program: Program, witness: Iterable[str], *, free_meetings: bool = False) -> Walk:
    """Take the options of `witness`, each by its id, as far as that goes."""
    state: State = program.start
    screen = view(program, state, free_meetings=free_meetings)
    steps: list[Past] = []
    for option in witness:
        chosen = next((o for o in screen.options if o.id == option and o.available), None)
        if chosen is None:
            return Walk(tuple(steps), screen, screen.fault, option)
        try:
            state = step(program, state, option, free_meetings=free_meetings)
        except RangeFault as why:
            return Walk((*steps, Past(screen, chosen)), screen, why.fault, None)
        steps.append(Past(screen, chosen))
        screen = view(program, state, free_meetings=free_meetings)
    return Walk(tuple(steps), screen, screen.fault, None)


def shown(story: Story, walked: Walk) -> set[str]:
    """The branches that a walk ends with: the last option, and all of the last screen."""
    found: set[str] = set()
    calls: list[str] = []
    for screen in _screens(walked):
        found = on_screen(story, screen, calls)
    return found | {past.chosen.id for past in walked.steps[-1:]}


def shown_on_the_way(story: Story, walked: Walk) -> set[str]:
    """Every branch that a walk shows or takes, from its first screen to its last."""
    found: set[str] = set()
    calls: list[str] = []
    for screen in _screens(walked):
        found |= on_screen(story, screen, calls)
    taken = [past.chosen.id for past in walked.steps]
    if walked.steps and walked.steps[-1].view is walked.last:
        taken.pop()  # its effects failed: it was not taken
    return found.union(taken)


def on_screen(story: Story, screen: View, calls: list[str]) -> set[str]:
    """The branches that a screen shows; its options are none of them, since they are taken later.

    `calls` are the passages whose calls it begins inside of, the innermost last; the list is
    brought up to date. Where an effect broke the screen off, what came before it was shown.
    """
    found = {*screen.passages, *(line.id for line in screen.lines)}
    found.update(_jumps(story, screen, calls))
    if screen.fault is None or screen.fault.kind == "stuck":
        found.update(card.id for card in screen.know)
    if screen.meeting is not None:
        found.update(hand.line for hand in screen.meeting.hands)
    if screen.ending is not None:
        found.add(f"{screen.ending.id}/ending")
    return found


def _screens(walked: Walk) -> Iterator[View]:
    """Each screen of a walk once: a last option that fails has none of its own."""
    yield from (past.view for past in walked.steps)
    if not walked.steps or walked.steps[-1].view is not walked.last:
        yield walked.last


def _jumps(story: Story, screen: View, calls: list[str]) -> Iterator[str]:
    """The jumps taken on a screen: a call's own is taken where the flow returns."""
    for name, onto in zip(screen.passages, screen.passages[1:], strict=False):
        passage = story.passages[name]
        if passage.call is not None:
            calls.append(name)
        else:
            yield f"{calls.pop() if passage.returns else name}/to/{onto}"
