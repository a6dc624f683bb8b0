"""Stories that nobody wrote, and what is wrong with the fates or the turning points of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from game.check.fates import Fates, decode, encode
from game.check.foresee import foresee
from game.debrief.turning import EndingsFate, TurningPoint, turning
from game.play.program import Program
from game.play.state import State
from game.story.model import Story
from tests.check.grown import grown_story
from tests.corpus.made import made_story
from tests.debrief.ahead import Ahead
from tests.story.test_generated import load

MAKERS: dict[str, Callable[[int], dict[str, Any]]] = {
    "made": lambda seed: made_story(seed).files,
    "grown": grown_story,
}
MOST = 400
"""States of a generated story; larger ones are passed over, and do not count."""
ROUTES = 4


def wrong(maker: str, seed: int) -> list[str] | None:
    """What is wrong with fates and turning points of one story; None if it is too large."""
    story = load(MAKERS[maker](seed))
    out: list[str] = []
    for free in (False, True):
        ahead = Ahead(Program(story), free_meetings=free)
        states = ahead.states(MOST)
        if states is None:
            return None
        fates = foresee(story, free_meetings=free)
        assert fates is not None
        fates = decode(encode(fates), story, free_meetings=free)
        out += (f"free={free}: {said}" for said in wrong_fates(fates, ahead, states))
        chance = Random(seed)
        for _ in range(ROUTES):
            route = ahead.route(chance)
            out += (f"free={free}: {said}" for said in wrong_turning(story, fates, ahead, route))
    return out


def wrong_fates(fates: Fates, ahead: Ahead, states: list[State]) -> Iterator[str]:
    """Where fates say otherwise than playing on from each of `states`."""
    for state in states:
        found = ahead.away(state)
        said = dict(zip(fates.endings, fates.away(state), strict=True))
        if said != {ending: found.get(ending) for ending in fates.endings}:
            yield f"{state}: {said} instead of {found}"


def wrong_turning(story: Story, fates: Fates, ahead: Ahead, route: list[str]) -> Iterator[str]:
    """Where the turning points of `route` are not those found by playing on from its states."""
    states = [ahead.program.start]
    for option in route:
        states.append(ahead.after(states[-1])[option])
    found = [ahead.away(state) for state in states]
    said = turning(Program(story), route, fates, free_meetings=ahead.free)
    if said.within != tuple(map(frozenset, found)):
        yield f"{route}: {said.within} within reach instead of {found}"
    endings = [id_ for id_, passage in story.passages.items() if passage.ending is not None]
    if [one.ending for one in said.endings] != endings:
        yield f"{route}: the endings are {endings}"
    for one in said.endings:
        for problem in _wrong_ending(one, ahead, states, found):
            yield f"{route}, {one.ending}: {problem}"


def _wrong_ending(
    one: EndingsFate, ahead: Ahead, states: list[State], found: list[dict[str, int]]
) -> Iterator[str]:
    along = [one.ending in those for those in found]
    if ahead.ending(states[-1]) == one.ending:
        right = "reached"
    elif along[-1]:
        right = "open"
    else:
        right = "lost" if any(along) else "never"
    if (one.status, one.away) != (right, found[-1].get(one.ending)):
        yield f"{one.status} and {one.away} away instead of {right}"
    if (one.lost is not None) != (right == "lost"):
        yield f"a turning point for one that is {right}, or none for one that is lost"
    elif one.lost is not None:
        yield from _wrong_point(one.ending, one.lost, ahead, states, along)


def _wrong_point(
    ending: str, point: TurningPoint, ahead: Ahead, states: list[State], along: list[bool]
) -> Iterator[str]:
    last = max(n for n, open_ in enumerate(along) if open_)
    if point.step != last:
        yield f"lost at {point.step} instead of {last}"
        return
    here = states[last]
    after = {option: ahead.away(to).get(ending) for option, to in ahead.after(here).items()}
    led = {option: far for option, far in after.items() if far is not None}
    said = [(other.option.id, other.away) for other in point.others]
    if dict(said) != led or not led or len(said) != len(led):
        yield f"{said} led there instead of {led}"
    if [far for _, far in said] != sorted(far for _, far in said):
        yield f"{said} are not by their distance"
    if point.way[:1] != (said[0][0],) or len(point.way) != min(led.values()) + 1:
        yield f"{point.way} is not a shortest way by the first of {said}"
    for option in point.way:
        here = ahead.after(here)[option]
    if ahead.ending(here) != ending:
        yield f"{point.way} does not lead there"
