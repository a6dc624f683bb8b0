"""Passages that no way leads to, whatever any condition says, and on which of them others hang.

They are no part of the net (`game.check.net`), which holds whatever the start leads to. That is a
plain fact about the graph, and the commonest slip: a passage written before what leads to it. All
that hangs on it is one problem, told of the passage where it begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.story.model import Passage, Story


class Astray:
    """Where the ways of a story come from."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._into: dict[str, list[str]] = {id_: [] for id_ in story.passages}
        for id_, passage in story.passages.items():
            for to in _targets(passage):
                if to != id_:
                    self._into[to].append(id_)

    def root(self, branch: str) -> Passage:
        """The passage on which a branch hangs: nothing leads there, or only a circle through it."""
        passage, _, rest = branch.partition("/")
        if passage in self._into:
            behind = {passage: None}
        else:  # a card, of a scene
            scene = rest.partition("/")[0]
            behind = {p.id: None for p in self.story.passages.values() if p.scene == scene}
        todo = list(behind)
        for one in todo:
            new = [source for source in self._into[one] if source not in behind]
            behind.update(dict.fromkeys(new))
            todo += new
        first = [one for one in behind if not self._into[one]]
        order = {id_: n for n, id_ in enumerate(self.story.passages)}
        return self.story.passages[min(first or behind, key=order.__getitem__)]


def _targets(passage: Passage) -> Iterator[str]:
    yield from (choice.to for choice in passage.choices)
    yield from (jump.to for jump in passage.jumps)
    if passage.call is not None:
        yield passage.call
    if passage.meeting is not None:
        yield from (passage.meeting.carried, passage.meeting.lost)
    if passage.skip is not None:
        yield passage.skip.to
