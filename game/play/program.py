"""A story made ready to run: passages with their conditions turned into functions.

A `Program` compiles a passage when it is first entered, so that starting a long story costs no
more than starting a short one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from game.play.evaluate import condition as compile_condition
from game.play.evaluate import render
from game.play.evaluate import value as compile_value
from game.play.state import State
from game.play.view import KnownCard, Line, Option
from game.story.model import (
    Choice,
    Condition,
    Effect,
    Hand,
    Meeting,
    Paragraph,
    Passage,
    Skip,
    Story,
    Text,
)

Values = Sequence[int]
Test = Callable[[Values], bool]
T = TypeVar("T")


class Program:
    """What runs: a story and its compiled passages. The same story gives the same play."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.start = State(story.start, tuple(slot.start for slot in story.slots))
        self._nodes: dict[str, Node] = {}
        self.last_settled: tuple[State, object] | None = None
        """The last state whose screen was made, and the screen: `view` and `step` of one state
        follow each other, and need the same."""

    def node(self, passage: str) -> Node:
        """The compiled passage of that id."""
        node = self._nodes.get(passage)
        if node is None:
            node = self._nodes[passage] = Node(self, self.story.passages[passage])
        return node

    def printed(self, text: Text) -> str | Callable[[Values], str]:
        """A text: itself if it reads nothing, else what renders it."""
        if all(isinstance(piece, str) for piece in text):
            return "".join(str(piece) for piece in text)
        slots = self.story.slots
        return lambda values: render(text, values, slots)

    def name_of(self, person: str) -> str:
        """A person's name as it is printed; the player's for `you`."""
        return self.story.player[0] if person == "you" else self.story.people[person].name


def said(text: str | Callable[[Values], str], values: Values) -> str:
    """A printed text with the values as they are."""
    return text if isinstance(text, str) else text(values)


def _test(condition: Condition | None) -> Test | None:
    return None if condition is None else compile_condition(condition.row)


class Change:
    """A compiled effect."""

    __slots__ = ("effect", "high", "low", "slot", "value")

    def __init__(self, program: Program, effect: Effect) -> None:
        slot = program.story.slots[effect.slot]
        self.effect = effect
        self.slot = effect.slot
        self.low, self.high = slot.low, slot.high
        self.value: Callable[[Values], int] = compile_value(effect.value)


class Lines:
    """A compiled paragraph: the line it prints, if it prints one."""

    __slots__ = ("id", "no", "test", "yes")

    def __init__(self, program: Program, paragraph: Paragraph) -> None:
        self.id = paragraph.id
        self.test = _test(paragraph.condition)
        self.yes = program.printed(paragraph.text)
        self.no = None if paragraph.otherwise is None else program.printed(paragraph.otherwise)

    @property
    def fixed(self) -> Line | None:
        """The line, if it is always the same."""
        if self.test is None and isinstance(self.yes, str):
            return Line(self.id, self.yes)
        return None

    def line(self, values: Values) -> Line | None:
        """The line it prints with these values."""
        if self.test is None or self.test(values):
            return Line(self.id, said(self.yes, values))
        return None if self.no is None else Line(f"{self.id}/else", said(self.no, values))


class Offer:
    """A compiled choice."""

    __slots__ = ("changes", "choice", "locked", "once", "test", "text", "to")

    def __init__(self, program: Program, choice: Choice) -> None:
        self.choice = choice
        self.to = choice.to
        self.once = choice.once
        self.test = _test(choice.condition)
        self.text = program.printed(choice.text)
        self.locked = None if choice.locked is None else program.printed(choice.locked)
        self.changes = tuple(Change(program, effect) for effect in choice.effects)

    @property
    def fixed(self) -> Option | None:
        """The option, if it is always the same."""
        if self.test is None and self.once < 0 and isinstance(self.text, str):
            return Option(self.choice.id, self.text, "choice", None, self.choice.lens)
        return None

    def available(self, values: Values) -> bool:
        """True if it can be taken."""
        if self.once >= 0 and values[self.once]:
            return False
        return self.test is None or self.test(values)

    def option(self, values: Values) -> Option | None:
        """The option as it is shown, or None if it is not."""
        if self.once >= 0 and values[self.once]:
            return None
        choice = self.choice
        if self.test is None or self.test(values):
            return Option(choice.id, said(self.text, values), "choice", None, choice.lens)
        if self.locked is None:
            return None
        reason = said(self.locked, values)
        return Option(choice.id, said(self.text, values), "choice", reason, choice.lens)


class Ballot:
    """A compiled hand line."""

    __slots__ = ("hand", "id", "test", "text")

    def __init__(
        self, program: Program, id_: str, condition: Condition | None, hand: Hand, text: Text
    ) -> None:
        self.id = id_
        self.test = _test(condition)
        self.hand = hand
        self.text = program.printed(text)


class Vote:
    """A compiled meeting."""

    __slots__ = ("meeting", "motion", "voters")

    def __init__(self, program: Program, meeting: Meeting) -> None:
        self.meeting = meeting
        self.motion = program.printed(meeting.motion)
        self.voters = tuple(
            (
                voter.person,
                program.name_of(voter.person),
                tuple(
                    Ballot(program, one.id, one.condition, one.hand, one.text)
                    for one in voter.lines
                ),
            )
            for voter in meeting.voters
        )

    def hands(self, values: Values) -> list[tuple[str, str, Ballot]]:
        """Who votes how, with these values: person, name, and the line that decides."""
        return [(person, name, _first(lines, values)) for person, name, lines in self.voters]


def _first(ballots: tuple[Ballot, ...], values: Values) -> Ballot:
    for ballot in ballots:
        if ballot.test is None or ballot.test(values):
            return ballot
    raise AssertionError("the last hand line has no condition: the linker sees to it")


class Node:
    """A compiled passage. What never differs is made once, here."""

    __slots__ = (
        "ambience",
        "call",
        "cards",
        "changes",
        "counts",
        "ending",
        "fixed_cards",
        "fixed_lines",
        "fixed_options",
        "id",
        "jumps",
        "lines",
        "marks",
        "mood",
        "music",
        "notes",
        "offers",
        "passages",
        "picture",
        "plain",
        "returns",
        "scene",
        "scene_notes",
        "skip",
        "sound",
        "speaker",
        "vote",
    )

    def __init__(self, program: Program, passage: Passage) -> None:
        scene = program.story.scenes[passage.scene]
        self.id = passage.id
        self.scene = passage.scene
        self.passages = (passage.id,)
        self.speaker = passage.speaker
        self.mood = passage.mood
        self.picture = passage.picture
        self.music = passage.music
        self.ambience = passage.ambience
        self.sound = passage.sound
        self.notes = passage.notes
        self.scene_notes = scene.notes
        # On entering: a flag to set, a count to raise (no further than anybody can tell), changes.
        self.marks = passage.seen
        self.counts = passage.visits
        self.changes = tuple(Change(program, effect) for effect in passage.effects)
        self.lines = tuple(Lines(program, paragraph) for paragraph in passage.paragraphs)
        self.fixed_lines = _all_fixed([one.fixed for one in self.lines])
        self.jumps = tuple((_test(jump.condition), jump.to) for jump in passage.jumps)
        self.call = passage.call
        self.returns = passage.returns
        self.offers = {one.id: Offer(program, one) for one in passage.choices}
        self.vote = None if passage.meeting is None else Vote(program, passage.meeting)
        self.ending = passage.ending
        self.skip: Skip | None = passage.skip
        self.fixed_options = (
            _all_fixed([one.fixed for one in self.offers.values()])
            if passage.skip is None and passage.meeting is None
            else None
        )
        self.cards = tuple(Lines(program, card.paragraph) for card in scene.know)
        fixed = _all_fixed([card.fixed for card in self.cards])
        self.fixed_cards = (
            None if fixed is None else tuple(KnownCard(line.id, line.text) for line in fixed)
        )
        self.plain = not (self.jumps or self.call or self.returns)
        """True if a screen stops here."""


def _all_fixed(those: list[T | None]) -> tuple[T, ...] | None:
    """All of them, if none is None."""
    fixed = [one for one in those if one is not None]
    return tuple(fixed) if len(fixed) == len(those) else None
