"""What a player can see of the values: which conditions show, and what is printed.

Two plays can be told apart at a node where a condition that shows something holds in one and not in
the other: a paragraph, a card, a hand, an option that is there or can be taken, the way that a jump
goes. Or where a text that prints a slot is shown, and the slot differs. The passages entered are
seen too: to be in different ones is to be told apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.check.live import Slots
from game.check.net import Net
from game.check.rows import both, negated
from game.story.model import Condition, Passage, Row, Text


class Printed(NamedTuple):
    """A text that prints slots, where `row` holds (or always, if that is None)."""

    row: Row | None
    slots: Slots


class Sight(NamedTuple):
    """What can be seen at a node."""

    rows: tuple[Row, ...]
    printed: tuple[Printed, ...]

    @property
    def observed(self) -> Slots:
        """Every slot that is printed."""
        out = 0
        for one in self.printed:
            out |= one.slots
        return out


def sights(net: Net) -> list[Sight]:
    """What can be seen at each node of the net."""
    out = []
    for node in net.nodes:
        rows = [goal.row for goal in node.goals if goal.row is not None]
        rows += [edge.guard for edge in node.edges if edge.guard is not None]
        # A passage that does something on entering prints at its second node. Jumps do nothing.
        entering = any(edge.option is None and edge.acts for edge in node.edges)
        printed = () if entering else tuple(_printed(net, node.passage, stops=node.stops))
        out.append(Sight(tuple(rows), printed))
    return out


def offered(net: Net) -> list[Sight]:
    """Of what can be seen at each node, what a screen offers there: options, and hands."""
    kinds = [branch.kind for branch in net.branches]
    out = []
    for node in net.nodes:
        rows = [g.row for g in node.goals if g.row is not None and kinds[g.branch] == "hand"]
        rows += [edge.guard for edge in node.edges if edge.guard is not None]
        passage = net.story.passages[node.passage]
        out.append(Sight(tuple(rows), tuple(_options(passage)) if node.stops else ()))
    return out


def _printed(net: Net, id_: str, *, stops: bool) -> Iterator[Printed]:
    passage = net.story.passages[id_]
    for paragraph in passage.paragraphs:
        yield from _either(paragraph.condition, paragraph.text, paragraph.otherwise)
    if not stops:
        return
    for card in net.story.scenes[passage.scene].know:
        one = card.paragraph
        yield from _either(one.condition, one.text, one.otherwise)
    yield from _options(passage)


def _options(passage: Passage) -> Iterator[Printed]:
    for choice in passage.choices:
        gone: Row | None = None if choice.once < 0 else ("not", ("v", choice.once))
        row = choice.condition and choice.condition.row
        shown = gone if choice.locked is not None else both(gone, row)
        yield from _shown(shown, choice.text)
        if choice.locked is not None and row is not None:
            yield from _shown(both(gone, negated(row)), choice.locked)
            if choice.once >= 0:
                # Taken, it is gone; not taken, it is there, locked or not.
                yield Printed(None, 1 << choice.once)
    if passage.meeting is not None:
        yield from _shown(None, passage.meeting.motion)
        for voter in passage.meeting.voters:
            before: Row | None = None
            for line in voter.lines:
                row = line.condition and line.condition.row
                yield from _shown(both(before, row), line.text)
                before = before if row is None else both(before, negated(row))


def _either(condition: Condition | None, text: Text, otherwise: Text | None) -> Iterator[Printed]:
    row = condition and condition.row
    yield from _shown(row, text)
    if otherwise is not None and row is not None:
        yield from _shown(negated(row), otherwise)


def _shown(row: Row | None, text: Text) -> Iterator[Printed]:
    slots = 0
    for piece in text:
        if isinstance(piece, int):
            slots |= 1 << piece
    if slots:
        yield Printed(row, slots)
