"""What a screen shows, as plain values.

The window, the terminal player, the browser and the tests all draw the same `View`. It is built
from a program and a state alone (`game.play.screen.view`), and holds no reference to either.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from game.story.model import Hand, Lens


class Line(NamedTuple):
    """Printed text: one paragraph. A line feed separates two lines of print."""

    id: str
    text: str


class Option(NamedTuple):
    """Something the player can do, or sees and cannot.

    `id` is what `step` takes: the stable id of a choice (`smoko/ask_roy`), of a meeting's result
    (`vote/carried`, `vote/lost`) or of a skip (`smoko/skip`). `locked` is the reason, for a
    choice that is shown and cannot be taken.
    """

    id: str
    text: str
    kind: Literal["choice", "result", "skip"]
    locked: str | None = None
    lens: Lens | None = None

    @property
    def available(self) -> bool:
        """True if the option can be taken."""
        return self.locked is None


class RaisedHand(NamedTuple):
    """One voter's hand and the reason. `line` is the stable id of the hand line."""

    person: str
    name: str
    hand: Hand
    reason: str
    line: str


class MeetingView(NamedTuple):
    """A vote: the hands in the order they go up. `up` and `down` are counts; `needs` in words."""

    motion: str
    moved_by: str | None
    needs: str
    hands: tuple[RaisedHand, ...]
    up: int
    down: int
    carried: bool


class EndingView(NamedTuple):
    """An ending. Its id is the passage's."""

    id: str
    title: str
    debrief: str


class Fault(NamedTuple):
    """Why a screen could not be completed: arithmetic that left its range, or nothing to choose.

    `message` is for people; `at` is `file:line:column` in the author's files, `source` the
    author's own line.
    """

    kind: Literal["range", "stuck"]
    message: str
    at: str
    source: str


class KnownCard(NamedTuple):
    """A what-you-know card."""

    id: str
    text: str


class View(NamedTuple):
    """One screen.

    `options` are in the author's order, choices and results first, a skip last. A screen has
    options that can be taken, or an `ending`, or a `fault`.
    """

    passage: str
    """The passage the screen stopped at."""
    passages: tuple[str, ...]
    """Every passage entered on this screen, in order."""
    scene: str
    lines: tuple[Line, ...]
    options: tuple[Option, ...]
    meeting: MeetingView | None
    ending: EndingView | None
    fault: Fault | None
    speaker: str | None
    mood: str | None
    picture: str | None
    music: str | None
    ambience: str | None
    sound: str | None
    notes: tuple[str, ...]
    know: tuple[KnownCard, ...]

    @property
    def numbered(self) -> tuple[Option, ...]:
        """What a player can take by number (1 is the first): all that is available but the skip."""
        return tuple(o for o in self.options if o.locked is None and o.kind != "skip")
