"""Every branch of a story, listed from the story alone, and which are unreachable on purpose.

What is listed here the check must decide, so the list is made without asking what can be reached.
It stands beside the story, and not in the check, because the head of a story names branches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from game.story.diagnostics import nearest
from game.story.model import Declared, Paragraph, Passage, Place, Scene, Story

BranchKind = Literal[
    "passage", "paragraph", "else", "choice", "result", "jump", "hand", "skip", "ending", "card"
]


class Branch(NamedTuple):
    """Something that can happen, or not. `id` is the stable id of `docs/story-format.md`.

    A jump's id is `passage/to/target`; an ending's is its passage's with `/ending`.
    """

    id: str
    kind: BranchKind
    place: Place


def branches(story: Story) -> Iterator[Branch]:
    """The branches in the order of the page: those of each passage, then the cards of scenes."""
    return listed(story.passages, story.scenes)


def listed(passages: Mapping[str, Passage], scenes: Mapping[str, Scene]) -> Iterator[Branch]:
    """The branches of a story of these passages and scenes."""
    for passage in passages.values():
        yield from _of_passage(passage)
    nowhere = Place("story.yaml", 1, 1)
    homes: dict[str, Place] = {}
    for passage in passages.values():
        homes.setdefault(passage.scene, passage.place)
    for scene in scenes.values():
        for card in scene.know:
            for branch in _printed(card.paragraph, card.id, homes.get(scene.id, nowhere)):
                yield branch._replace(kind="card")


def declared_unreachable(story: Story) -> dict[str, Declared]:
    """The branches that are unreachable on purpose, each with the declaration that says so.

    A passage stands for everything that belongs to it. Where a branch of it is declared as well,
    that is the declaration of the branch: it says more.
    """
    out: dict[str, Declared] = {}
    for one in story.unreachable:
        if one.branch in story.passages:
            whole = _of_passage(story.passages[one.branch])
            out |= {branch.id: one for branch in whole}
    return out | {one.branch: one for one in story.unreachable}


class Names:
    """The ids of branches, to find the one that somebody means. Asked often, it stays quick."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._inside: dict[str, list[str]] = {}
        """By passage (and `know`, for cards): what follows its name and a slash."""
        self._ends: dict[str, list[str]] = {}
        """By the last part, the ids that end with it."""
        for id_ in ids:
            stem, _, rest = id_.partition("/")
            inside = self._inside.setdefault(stem, [])
            if rest:
                inside.append(rest)
                self._ends.setdefault(id_.rpartition("/")[2], []).append(id_)

    def near(self, name: str) -> str:
        """`Did you mean `x`? ` for the branch that somebody will have meant, or nothing."""
        stem, _, rest = name.partition("/")
        if not rest and len(alone := self._ends.get(name, [])) == 1:
            return _did_you_mean(alone[0])
        if stem not in self._inside:
            # The passage first: a slip in its short name is not one in a longer choice's.
            stem = nearest(stem, self._inside) or ""
        inside = self._inside.get(stem, [])
        if not rest:
            return _did_you_mean(stem) if stem not in ("", "know") else ""
        found = rest if rest in inside else nearest(rest, inside)
        if found is None and rest.startswith("text/") and "text" in inside:
            found = "text"
        return "" if found is None else _did_you_mean(f"{stem}/{found}")


def _did_you_mean(id_: str) -> str:
    return f"Did you mean `{id_}`? "


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
