"""What a model for SPIN is made of (`game.check.promela`), and how a state is laid out in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from game.play.state import State
from game.story.model import Story

DEEPEST = 16
"""Calls that a stack has room for, at most."""


class Door(NamedTuple):
    """How plays come into a part of a story, by one passage."""

    dead: tuple[tuple[int, int], ...]
    """Slots that nothing reads any more from here, before they are set; and the one value that
    each is given, whichever it has."""
    states: tuple[State, ...]
    """Every state that a play can have here, coming from another part or beginning."""


class Part(NamedTuple):
    """What a model is made of: a story, or some of its passages."""

    story: Story
    starts: tuple[State, ...]
    """What a play begins with. With none, the part is left out."""
    passages: frozenset[str]
    doors: Mapping[str, Door]
    """The ways into other parts, by passage."""


def whole(story: Story, *starts: State) -> Part:
    """All of a story, from its beginning or from other states."""
    beginning = State(story.start, tuple(slot.start for slot in story.slots))
    return Part(story, starts or (beginning,), frozenset(story.passages), {})


class Layout:
    """What a state of a model holds, and how a story's passages are numbered in it."""

    def __init__(self, stories: Sequence[Story]) -> None:
        self._slots = [story.slots for story in stories]
        self.slots = max(map(len, self._slots))
        calling = [story for story in stories if any(one.call for one in story.passages.values())]
        self.deep = min(DEEPEST, max((len(story.passages) for story in calling), default=0))
        self.numbers: list[dict[str, int]] = []
        first = 1
        for story in stories:
            self.numbers.append({id_: first + n for n, id_ in enumerate(story.passages)})
            first += len(story.passages)
        self.names = [
            "at",
            *(f"v{n}" for n in range(self.slots)),
            *(f"stack[{n}]" for n in range(self.deep)),
            *(["calls"] if self.deep else []),
        ]

    def items(self, n: int, state: State) -> list[int]:
        """What a state of the story number `n` comes to, in the order of `names`."""
        number, slots = self.numbers[n], self._slots[n]
        values = [v - slot.low for v, slot in zip(state.values, slots, strict=True)]
        stack = [number[caller] for caller in state.stack]
        return [
            number[state.passage],
            *(values + [0] * (self.slots - len(values))),
            *(stack + [0] * (self.deep - len(stack))),
            *([len(stack)] if self.deep else []),
        ]
