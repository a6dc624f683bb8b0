"""How much there is to read: the shortest, the longest and the average route, in words.

Exact: two states that agree in every slot that something ahead may still read (`game.check.live`,
with what texts print counted as read) have the same screens ahead, so one of them stands for both,
and each is looked at once. Shortest and longest follow from the last screen back to the first;
the average is what a reader gets who takes each open option as often as the others. Where a story
can go round in a circle there is no longest route and no average, and that is said.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from heapq import heappop, heappush
from typing import NamedTuple

from game.check.live import Liveness
from game.check.net import Node, net
from game.check.telling import telling
from game.check.values import Arriving
from game.play.program import Program
from game.play.screen import RangeFault, step, view
from game.play.view import View
from game.story.model import Paragraph, Story, Text

WORDS_A_MINUTE = 200
"""How fast a story is read: a little slower than print without choices (Brysbaert, 2019: 238)."""

MOST = 1_000_000
"""Screens looked at: half a minute's work for a large story."""


class Route(NamedTuple):
    """Words read and choices made from the first screen to an ending."""

    words: int
    choices: int


class Reading(NamedTuple):
    """What there is to read. No scene is left out, and every option shown is read.

    `longest` and `average` are None where the story can go round in a circle.
    """

    shortest: Route
    longest: Route | None
    average: Route | None


class _Screen(NamedTuple):
    words: int
    ends: bool
    onward: tuple[int, ...]


def reading(
    story: Story,
    *,
    most: int = MOST,
    progress: Callable[[float, str], None] | None = None,
) -> Reading | None:
    """How much there is to read in `story`; None where it is too much to work out, or no end."""
    screens = _screens(story, most, progress)
    if screens is None:
        return None
    order = _order(screens)
    if order is None:
        shortest = _nearest(screens)
        return None if shortest is None else Reading(shortest, None, None)
    return _routes(screens, order)


def words(screen: View) -> int:
    """The words of a screen: its text, the hands, every option that is shown, the ending."""
    texts = [line.text for line in screen.lines]
    texts += [option.text for option in screen.options]
    texts += [option.locked for option in screen.options if option.locked]
    if screen.meeting is not None:
        texts += [screen.meeting.motion, *(hand.reason for hand in screen.meeting.hands)]
    if screen.ending is not None:
        texts += [screen.ending.title, screen.ending.debrief]
    return sum(len(text.split()) for text in texts)


def told(found: Reading) -> Iterator[str]:
    """How much there is to read, in words."""
    yield f"To read: the shortest route has {_route(found.shortest)},"
    if found.longest is None or found.average is None:
        yield "and there is no longest, because the story can go round in a circle."
    else:
        yield f"the longest {_route(found.longest)},"
        yield f"and by chance one reads {_route(found.average)}."


def _route(route: Route) -> str:
    minutes = max(1, round(route.words / WORDS_A_MINUTE))
    return (
        f"{route.words:,} words ({minutes} minute{'' if minutes == 1 else 's'}, "
        f"{route.choices} choice{'' if route.choices == 1 else 's'})"
    )


def _screens(
    story: Story, most: int, progress: Callable[[float, str], None] | None
) -> list[_Screen] | None:
    """Every screen that differs in what can follow, the first one first."""
    program = Program(story)
    graph = net(story)
    key = telling(Liveness(Arriving(graph), lambda node: _printed(story, node)))
    numbers = {key(program.start): 0}
    todo = deque([program.start])
    out: list[_Screen] = []
    while todo:
        state = todo.popleft()
        screen = view(program, state)
        onward = []
        for option in screen.numbered if screen.fault is None else ():
            try:
                after = step(program, state, option.id)
            except RangeFault:
                continue
            known = key(after)
            if known not in numbers:
                if len(numbers) >= most:
                    return None
                numbers[known] = len(numbers)
                todo.append(after)
            onward.append(numbers[known])
        out.append(_Screen(words(screen), screen.ending is not None, tuple(onward)))
        if progress is not None and len(out) % 500 == 0:
            progress(len(out) / len(numbers), "counting words")
    return out


def _printed(story: Story, node: Node) -> int:
    """The slots that the texts of a node print, as a set of bits."""
    passage = story.passages[node.passage]
    texts = _texts(passage.paragraphs)
    for choice in passage.choices:
        texts += [choice.text, choice.locked or ()]
    if passage.meeting is not None:
        texts.append(passage.meeting.motion)
        texts += [line.text for voter in passage.meeting.voters for line in voter.lines]
    found = 0
    for text in texts:
        for piece in text:
            if isinstance(piece, int):
                found |= 1 << piece
    return found


def _texts(paragraphs: tuple[Paragraph, ...]) -> list[Text]:
    return [text for p in paragraphs for text in (p.text, p.otherwise or ())]


def _order(screens: list[_Screen]) -> list[int] | None:
    """The screens, each after all that it leads to; None if some lead round in a circle."""
    waiting = [len(screen.onward) for screen in screens]
    into: list[list[int]] = [[] for _ in screens]
    for n, screen in enumerate(screens):
        for to in screen.onward:
            into[to].append(n)
    order = [n for n, count in enumerate(waiting) if not count]
    for n in order:
        for before in into[n]:
            waiting[before] -= 1
            if not waiting[before]:
                order.append(before)
    return order if len(order) == len(screens) else None


def _routes(screens: list[_Screen], order: list[int]) -> Reading | None:
    least: list[Route | None] = [None] * len(screens)
    most: list[Route | None] = [None] * len(screens)
    mean: list[tuple[float, float]] = [(0.0, 0.0)] * len(screens)
    for n in order:
        count, ends, onward = screens[n]
        if ends:
            least[n] = most[n] = Route(count, 0)
            mean[n] = (count, 0.0)
            continue
        ahead = [to for to in onward if least[to] is not None]  # not into a dead end
        if not ahead:
            continue
        low = min(route for to in ahead if (route := least[to]) is not None)
        high = max(route for to in ahead if (route := most[to]) is not None)
        least[n] = Route(count + low.words, 1 + low.choices)
        most[n] = Route(count + high.words, 1 + high.choices)
        mean[n] = (
            count + sum(mean[to][0] for to in ahead) / len(ahead),
            1 + sum(mean[to][1] for to in ahead) / len(ahead),
        )
    shortest = least[0]
    if shortest is None:
        return None
    return Reading(shortest, most[0], Route(round(mean[0][0]), round(mean[0][1])))


def _nearest(screens: list[_Screen]) -> Route | None:
    """The shortest route where there are circles: Dijkstra's way."""
    todo, done = [(screens[0].words, 0, 0)], set()
    while todo:
        count, choices, n = heappop(todo)
        if screens[n].ends:
            return Route(count, choices)
        if n in done:
            continue
        done.add(n)
        for to in screens[n].onward:
            if to not in done:
                heappush(todo, (count + screens[to].words, choices + 1, to))
    return None
