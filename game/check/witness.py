"""A witness played in the real engine: what is read on the way, and what is shown at its end."""

from __future__ import annotations

from collections.abc import Iterable
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
    found = {walked.steps[-1].chosen.id} if walked.steps else set()
    screen = walked.last
    found.update(screen.passages)
    found.update(line.id for line in screen.lines)
    found.update(card.id for card in screen.know)
    if screen.meeting is not None:
        found.update(hand.line for hand in screen.meeting.hands)
    if screen.ending is not None:
        found.add(f"{screen.ending.id}/ending")
    return found | _jumps(story, walked)


def _jumps(story: Story, walked: Walk) -> set[str]:
    """The jumps taken on the last screen: a call's own is taken where the flow returns."""
    found: set[str] = set()
    calls: list[str] = []
    screens = [past.view for past in walked.steps]
    if not screens or screens[-1] is not walked.last:
        screens.append(walked.last)
    for screen in screens:
        found.clear()
        for name, onto in zip(screen.passages, screen.passages[1:], strict=False):
            passage = story.passages[name]
            if passage.call is not None:
                calls.append(name)
            elif passage.returns:
                found.add(f"{calls.pop()}/to/{onto}")
            else:
                found.add(f"{name}/to/{onto}")
    return found
