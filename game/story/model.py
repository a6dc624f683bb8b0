"""The story as it is played: typed, immutable, every name resolved.

Every class is a `NamedTuple`, so a story's compiled form (`game.story.compiled`) is plain JSON
arrays and reading it back costs one call for each value.

Expressions are *rows*: nested tuples whose first item is the operator. They hold slot numbers
instead of names and small whole numbers instead of every kind of value (a flag is 0 or 1, a
`one_of` or a stance is its place in the list), so that playing, proving and exporting all read
the same thing:

    ("k", 3)                       the constant 3
    ("v", slot)                    the value in that slot
    ("+", a, b)  ("-", a, b)       arithmetic on two value rows
    ("min", a, b) ("max", a, b)    `up_to`, `down_to`
    ("count", (slot, ...), mask)   how many of these slots hold a value whose bit is set in mask
    ("==", a, b) and != < <= > >=  comparisons of two value rows
    ("in", a, mask)                the value of row a has its bit set in mask
    ("not", c) ("and", c, ...) ("or", c, ...)

`("k", 0)` and `("k", 1)` are also the conditions false and true, `("v", slot)` a flag.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Row = tuple[object, ...]
"""An expression row, as the module's docstring lists them."""

SlotKind = Literal["flag", "number", "one_of", "stance", "seen", "visits", "once"]
Hand = Literal["up", "down", "abstain"]
Label = Literal["documented", "likely", "disputed", "invented"]
Lens = Literal["alone", "together", "apart"]


class Place(NamedTuple):
    """Where something stands in the author's files: lines and columns count from 1."""

    file: str
    line: int
    column: int


class Slot(NamedTuple):
    """One thing the state remembers: `name` is the variable, person, passage or choice."""

    name: str
    kind: SlotKind
    low: int
    high: int
    start: int
    words: tuple[str, ...] = ()
    """What `{name}` prints for each value, for a `one_of`; the words of the scale for a stance."""
    about: str = ""
    values: tuple[str, ...] = ()
    """The ids of the values, for a `one_of` or a stance."""
    place: Place | None = None
    """Where the variable or the person is declared; None for what the engine keeps."""


class Effect(NamedTuple):
    """Sets `slot` to `value`; leaving the slot's range is a fault (a stance's row never does)."""

    slot: int
    value: Row
    source: str
    place: Place


class Condition(NamedTuple):
    """A condition, with the author's own words for it."""

    row: Row
    source: str
    place: Place


Piece = str | int
"""Part of a text: words as they are, or the number of the slot to print."""

Text = tuple[Piece, ...]
"""A text with its reads. A line feed in a piece separates two lines of print."""


class Paragraph(NamedTuple):
    """A stretch of text: `text` where `condition` holds (or there is none), else `otherwise`."""

    id: str
    condition: Condition | None
    text: Text
    otherwise: Text | None


class Choice(NamedTuple):
    """An option an author wrote. `once` is the slot of its flag, or -1. `id` is the stable id."""

    id: str
    text: Text
    to: str
    condition: Condition | None
    locked: Text | None
    effects: tuple[Effect, ...]
    once: int
    lens: Lens | None
    place: Place


class Jump(NamedTuple):
    """An onward jump: taken if `condition` holds or is None."""

    to: str
    condition: Condition | None


class HandLine(NamedTuple):
    """Why a hand is up or down. `condition` is None on the last line of a person."""

    id: str
    condition: Condition | None
    hand: Hand
    text: Text


class Voter(NamedTuple):
    """Somebody who votes. `always` says that no condition moves this hand."""

    person: str
    always: bool
    lines: tuple[HandLine, ...]


class Meeting(NamedTuple):
    """A motion and who votes on it.

    Carried when `up / (up + down)` is more than `over / under` (or at least, where `reaching`).
    """

    motion: Text
    moved_by: str | None
    reaching: bool
    over: int
    under: int
    voters: tuple[Voter, ...]
    carried: str
    lost: str


class Ending(NamedTuple):
    """How a story ends. The ending's id is its passage's."""

    title: str
    debrief: str


class Skip(NamedTuple):
    """Leaving a scene out, offered on the screen that stops at the passage that has it."""

    to: str
    why: str


class Passage(NamedTuple):
    """One passage, with exactly one of choices, jumps (and a call), meeting, ending, returns."""

    id: str
    scene: str
    flow: str | None
    place: Place
    paragraphs: tuple[Paragraph, ...]
    speaker: str | None
    mood: str | None
    picture: str | None
    music: str | None
    ambience: str | None
    sound: str | None
    notes: tuple[str, ...]
    effects: tuple[Effect, ...]
    seen: int
    """The slot of `seen`, or -1 where nobody asks."""
    visits: int
    """The slot of `visits`, or -1."""
    choices: tuple[Choice, ...]
    call: str | None
    """The first passage of the flow that is called, if one is."""
    jumps: tuple[Jump, ...]
    meeting: Meeting | None
    ending: Ending | None
    returns: bool
    skip: Skip | None


class Card(NamedTuple):
    """Something the player's character knows tonight."""

    id: str
    paragraph: Paragraph


class Scene(NamedTuple):
    """A scene: what its passages share."""

    id: str
    title: str
    act: str | None
    place: str | None
    when: str | None
    picture: str | None
    music: str | None
    ambience: str | None
    notes: tuple[str, ...]
    content_notes: tuple[tuple[str, str], ...]
    know: tuple[Card, ...]


class Person(NamedTuple):
    """Somebody in the story. `stance` is the slot of their stance, or -1."""

    id: str
    name: str
    about: str
    stance: int
    groups: tuple[str, ...]


class Act(NamedTuple):
    """A part of the story that fits a lesson; `stop` is shown at the natural stop after it."""

    id: str
    title: str
    minutes: int
    stop: str


class Note(NamedTuple):
    """A margin note ("what is true here")."""

    id: str
    label: Label
    text: str
    sources: tuple[str, ...]


class Source(NamedTuple):
    """Where something is known from: the citation, and what kind of source it is."""

    id: str
    text: str
    kind: str


class Picture(NamedTuple):
    """A picture; `file` is in the story's folder, or None where there is none yet."""

    id: str
    description: str
    file: str | None


class Sound(NamedTuple):
    """Music or a sound, with words for those who do not hear it."""

    id: str
    caption: str
    kind: Literal["music", "ambience", "effect"]
    file: str | None


class Record(NamedTuple):
    """A line of the debrief's ledger."""

    id: str
    label: Label
    text: str
    sources: tuple[str, ...]


class Debrief(NamedTuple):
    """For the talk afterwards."""

    record: tuple[Record, ...]
    against: str
    questions: tuple[str, ...]


class Cut(NamedTuple):
    """The classroom cut: scenes left out, and the passages whose outcome the class decides."""

    minutes: int
    skips: tuple[str, ...]
    votes: tuple[str, ...]


class Credit(NamedTuple):
    """A line of the credits."""

    role: str
    who: str


class Declared(NamedTuple):
    """A branch that is unreachable on purpose, the reason, and where its author says so."""

    branch: str
    reason: str
    place: Place


class Story(NamedTuple):
    """A whole story, valid and resolved. `fingerprint` is the hash of its source files."""

    id: str
    title: str
    fingerprint: str
    language: str
    year: int
    place: str
    summary: str
    start: str
    player: tuple[str, str]
    portraits: Mapping[str, Mapping[str, str]]
    """Images of people in the story's folder by what they show: a mood, or a hand in a meeting. The
    player's are those of `you`."""
    reading_age: int
    minutes: int
    content_notes: tuple[tuple[str, str], ...]
    scale: tuple[str, ...]
    acts: tuple[Act, ...]
    cut: Cut | None
    debrief: Debrief
    credits: tuple[Credit, ...]
    poster: str | None
    """The picture that stands for the story on the shelf, if it has one."""
    slots: tuple[Slot, ...]
    people: Mapping[str, Person]
    groups: Mapping[str, tuple[str, ...]]
    scenes: Mapping[str, Scene]
    notes: Mapping[str, Note]
    sources: Mapping[str, Source]
    pictures: Mapping[str, Picture]
    sounds: Mapping[str, Sound]
    unreachable: tuple[Declared, ...]
    passages: Mapping[str, Passage]
    """Every passage by its id. Read from a compiled story, passages are made when asked for."""

    @property
    def cover(self) -> str | None:
        """The picture that stands for the story: its poster, or else the one it opens with."""
        if self.poster is not None:
            return self.poster
        first = self.passages[self.start]
        return first.picture or self.scenes[first.scene].picture
