"""How large a story is, in the units its author thinks in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.story.model import Passage, Story, Text


class Size(NamedTuple):
    """Counts. `words` are all that screens could show: texts, choices, hands, endings."""

    scenes: int
    passages: int
    choices: int
    endings: int
    words: int


def size(story: Story) -> Size:
    """The size of `story`."""
    passages = story.passages.values()
    return Size(
        scenes=len(story.scenes),
        passages=len(passages),
        choices=sum(len(p.choices) for p in passages),
        endings=sum(p.ending is not None for p in passages),
        words=sum(len(text.split()) for p in passages for text in _texts(p)),
    )


def _texts(passage: Passage) -> Iterator[str]:
    for paragraph in passage.paragraphs:
        yield _plain(paragraph.text)
        yield _plain(paragraph.otherwise or ())
    for choice in passage.choices:
        yield _plain(choice.text)
        yield _plain(choice.locked or ())
    if passage.meeting is not None:
        yield _plain(passage.meeting.motion)
        for voter in passage.meeting.voters:
            for line in voter.lines:
                yield _plain(line.text)
    if passage.ending is not None:
        yield passage.ending.title
        yield passage.ending.debrief


def _plain(text: Text) -> str:
    """The text with one word where a variable is printed."""
    return "".join(piece if isinstance(piece, str) else "1" for piece in text)
