"""Every branch of a story, listed from the story alone.

What is listed here must be decided, so the list is made without asking what can be reached.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.check.findings import Branch
from game.story.model import Paragraph, Passage, Place, Story


def branches(story: Story) -> Iterator[Branch]:
    """The branches in the order of the page: those of each passage, then the cards of scenes."""
    for passage in story.passages.values():
        yield from _of_passage(passage)
    nowhere = Place("story.yaml", 1, 1)
    homes: dict[str, Place] = {}
    for passage in story.passages.values():
        homes.setdefault(passage.scene, passage.place)
    for scene in story.scenes.values():
        for card in scene.know:
            for branch in _printed(card.paragraph, card.id, homes.get(scene.id, nowhere)):
                yield branch._replace(kind="card")


def _of_passage(passage: Passage) -> Iterator[Branch]:
    here = passage.place
    yield Branch(passage.id, "passage", here)
    for paragraph in passage.paragraphs:
        yield from _printed(paragraph, paragraph.id, here)
    for choice in passage.choices:
        yield Branch(choice.id, "choice", choice.place)
    for jump in passage.jumps:
        place = here if jump.condition is None else jump.condition.place
        yield Branch(f"{passage.id}/to/{jump.to}", "jump", place)
    if passage.meeting is not None:
        for voter in passage.meeting.voters:
            for line in voter.lines:
                place = here if line.condition is None else line.condition.place
                yield Branch(line.id, "hand", place)
        yield Branch(f"{passage.id}/carried", "result", here)
        yield Branch(f"{passage.id}/lost", "result", here)
    if passage.skip is not None:
        yield Branch(f"{passage.id}/skip", "skip", here)
    if passage.ending is not None:
        yield Branch(f"{passage.id}/ending", "ending", here)


def _printed(paragraph: Paragraph, id_: str, here: Place) -> Iterator[Branch]:
    condition = paragraph.condition
    place = here if condition is None else condition.place
    yield Branch(id_, "paragraph", place)
    if paragraph.otherwise is not None:
        yield Branch(f"{id_}/else", "else", place)
