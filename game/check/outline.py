"""What the check of a story depends on, without its words: mending a sentence then costs nothing.

Most saves change what a story says and not what can happen in it. The *outline* is everything that
the check reads: ids, conditions as they are written and as they are meant, effects, where things
lead, and of each text the slots that it prints. The places of all that are listed beside it, in the
same order. So where two stories have one outline, what was found of the one holds for the other
with each place put in the place of its counterpart (`moved`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from game.story.model import (
    Choice,
    Condition,
    Effect,
    Meeting,
    Paragraph,
    Passage,
    Place,
    Story,
    Text,
)


class Outline(NamedTuple):
    """`digest` names the outline; `places` are those of all that is in it."""

    digest: str
    places: tuple[Place, ...]


def outline(story: Story) -> Outline:
    """The outline of `story`."""
    walk = _Walk()
    told = walk.story(story)
    digest = hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()
    return Outline(digest, tuple(walk.places))


def moved(before: Iterable[Place], after: Iterable[Place]) -> Callable[[Place], Place] | None:
    """Where a place of the one story is in the other; None if that cannot be told.

    The place that stands for a whole file, its first line, stays where it is.
    """
    to: dict[Place, Place] = {}
    for old, new in zip(before, after, strict=True):
        if to.setdefault(old, new) != new:
            return None

    def place(old: Place) -> Place:
        return to.get(old) or _whole_file(old)

    return place


def _whole_file(place: Place) -> Place:
    if (place.line, place.column) != (1, 1):
        raise KeyError(place)
    return place


class _Walk:
    """Goes through a story, always in the same order."""

    def __init__(self) -> None:
        self.places: list[Place] = []

    def story(self, story: Story) -> tuple[Any, ...]:
        slots = [(s.name, s.kind, s.low, s.high, s.start, s.values) for s in story.slots]
        self.places += [s.place for s in story.slots if s.place is not None]
        passages = [self.passage(passage) for passage in story.passages.values()]
        cards = [
            [(card.id, self.paragraph(card.paragraph)) for card in scene.know]
            for scene in story.scenes.values()
        ]
        people = [(one.id, one.stance) for one in story.people.values()]
        groups = list(story.groups.items())
        return story.id, story.start, slots, people, groups, passages, cards, list(story.scenes)

    def passage(self, passage: Passage) -> tuple[Any, ...]:
        self.places.append(passage.place)
        return (
            (passage.id, passage.scene, passage.flow, passage.place.file),
            [self.paragraph(one) for one in passage.paragraphs],
            [self.effect(one) for one in passage.effects],
            (passage.seen, passage.visits, passage.call, passage.returns),
            [self.choice(one) for one in passage.choices],
            [(jump.to, self.condition(jump.condition)) for jump in passage.jumps],
            None if passage.meeting is None else self.meeting(passage.meeting),
            passage.ending is not None,
            None if passage.skip is None else passage.skip.to,
        )

    def paragraph(self, one: Paragraph) -> tuple[Any, ...]:
        return one.id, self.condition(one.condition), _prints(one.text), _prints(one.otherwise)

    def choice(self, one: Choice) -> tuple[Any, ...]:
        self.places.append(one.place)
        return (
            (one.id, one.to, one.once, one.lens),
            self.condition(one.condition),
            (_prints(one.text), _prints(one.locked)),
            [self.effect(effect) for effect in one.effects],
        )

    def meeting(self, meeting: Meeting) -> tuple[Any, ...]:
        voters = [
            (
                voter.person,
                voter.always,
                [
                    (line.id, self.condition(line.condition), line.hand, _prints(line.text))
                    for line in voter.lines
                ],
            )
            for voter in meeting.voters
        ]
        rule = (meeting.reaching, meeting.over, meeting.under, meeting.carried, meeting.lost)
        return _prints(meeting.motion), rule, voters

    def condition(self, condition: Condition | None) -> tuple[Any, ...] | None:
        if condition is None:
            return None
        self.places.append(condition.place)
        return condition.row, condition.source

    def effect(self, effect: Effect) -> tuple[Any, ...]:
        self.places.append(effect.place)
        return effect.slot, effect.value, effect.source


def _prints(text: Text | None) -> list[int] | None:
    """The slots that a text prints."""
    return None if text is None else [piece for piece in text if isinstance(piece, int)]
