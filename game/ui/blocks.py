"""What a page says, before it has a size: paragraphs, headings, boxes, ballots."""

from __future__ import annotations

from typing import Literal, NamedTuple

from game.story.model import Hand
from game.ui.inks import Ink
from game.ui.look import Style


class Para(NamedTuple):
    """A paragraph. Its line feeds separate lines of print, set as paragraphs of their own."""

    text: str
    style: Style = "body"
    ink: Ink = "key"


class Title(NamedTuple):
    """The large lettering at the head of a sheet, in capitals."""

    text: str
    style: Literal["title", "heading", "name"] = "heading"


class Name(NamedTuple):
    """Who speaks, on a ribbon."""

    text: str


class Chip(NamedTuple):
    """A short word in a cut frame: the standing of a note."""

    text: str


class Taken(NamedTuple):
    """An option that was chosen, as the backlog prints it; in a list, without a frame."""

    text: str
    framed: bool = True


class Pair(NamedTuple):
    """A term and what it means, side by side."""

    term: str
    meaning: str


class Rule(NamedTuple):
    """A cut line across the column."""


class Box(NamedTuple):
    """Blocks that belong together, in a frame."""

    blocks: tuple[Block, ...]


class Offer(NamedTuple):
    """Something to choose. `number` is its digit key, 0 for none; `locked` the reason it is shut.

    `also` is said under it in small type. One that stands among other blocks is taken with the
    mouse, its digit or Tab: there the arrow keys read on.
    """

    id: str
    text: str
    number: int = 0
    locked: str | None = None
    also: str = ""


class Cell(NamedTuple):
    """A value that a setting can have; `chosen` where it has it."""

    id: str
    text: str
    chosen: bool


class Row(NamedTuple):
    """A setting: its name, and its values side by side."""

    id: str
    label: str
    cells: tuple[Cell, ...]


class Heading(NamedTuple):
    """A small heading over settings that belong together, and what is to be said of them."""

    text: str
    remark: str = ""


Block = Para | Title | Name | Chip | Taken | Pair | Rule | Box | Offer


class BarEntry(NamedTuple):
    """A command in the bar. Where there is no room, entries of the lowest `rank` go first.

    Without a command it is only something said there.
    """

    command: str
    label: str
    key: str
    rank: int


class HandCard(NamedTuple):
    """A voter. `shown` is false until the hand has gone up (or not)."""

    name: str
    hand: Hand
    reason: str
    shown: bool
