"""A screen laid out: plain values that say where everything stands.

A `Page` is made from what there is to say and the size of the window, and drawn by `game.ui.paint`.
Nothing here knows pygame, so layout is tested without a display.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from game.ui.geometry import Rect
from game.ui.inks import Ink
from game.ui.look import Style

ShapeKind = Literal[
    "ballot",
    "locked",
    "box",
    "frame",
    "chip",
    "ribbon",
    "tag",
    "rule",
    "underline",
    "tailpiece",
    "bar",
    "button",
    "digit",
    "arrow",
    "arrow_down",
    "cell",
    "cell_set",
    "tick",
    "pointer",
    "padlock",
    "hand_up",
    "hand_down",
    "hand_abstain",
    "hand_waiting",
    "cross",
    "banner",
    "chip_rim",
    "torn",
    "rail",
    "rail_now",
    "rail_point",
    "stub",
    "stop",
    "stop_here",
    "stop_vote",
    "stop_end",
    "plate",
]


class Words(NamedTuple):
    """One line of type. `control` is the control it belongs to, whose state changes its ink."""

    rect: Rect
    text: str
    style: Style
    ink: Ink = "key"
    control: str | None = None
    said: str | None = None
    """What the paragraph says that begins with this line, in its own small and capital letters;
    empty on the lines that go on with it, None for a line that stands by itself."""


class Shape(NamedTuple):
    """Something cut in lino: a ballot, a frame, a hand. `seed` makes its edge its own."""

    rect: Rect
    kind: ShapeKind
    control: str | None = None
    seed: int = 0


class Print(NamedTuple):
    """A small picture, by the name it is asked for with.

    Where there is none, a print is drawn that `scenery` seeds, or nothing if that is empty.
    """

    rect: Rect
    picture: str
    control: str | None = None
    scenery: str = ""


class Poster(NamedTuple):
    """What stands for a story: a picture, by the name it is asked for with, or a print cut for it.

    `name` seeds the print, and `year` gives it its inks.
    """

    rect: Rect
    name: str
    year: int
    picture: str | None = None
    control: str | None = None


Item = Words | Shape | Print | Poster


class Control(NamedTuple):
    """Something that can be done here. `number` is the digit key that does it, 0 for none.

    `flows` tells that it moves with the scrolled text.
    """

    id: str
    rect: Rect
    label: str
    number: int = 0
    flows: bool = False
    main: bool = True
    """False for what stands in the bar: Tab goes there, the arrow keys do not."""
    row: str = ""
    """The control it is a part of, for the pointer alone: that one has the focus for it."""
    peek: int = 0
    """Pixels from its top that are enough of it to be in view; 0: the whole of it."""


FIGURE = "figure:"
"""What a figure's file is asked for with."""


class Figure(NamedTuple):
    """Somebody who stands before a print: a picture cut out, by the path of its file."""

    rect: Rect
    file: str


class Art(NamedTuple):
    """Where the print is, which sides are carved against paper, and what it shows.

    `picture` is the id of a picture of the story; `scenery` seeds the print drawn where there is
    none or it has no file: that one is an ornament, and says nothing.
    """

    rect: Rect
    left_edge: bool
    bottom_edge: bool
    picture: str | None
    scenery: str
    figures: tuple[Figure, ...] = ()
    """Who stands before it, the farthest first."""


class Page(NamedTuple):
    """A screen. Items of `flow` are placed as if nothing were scrolled."""

    size: tuple[int, int]
    art: Art | None
    viewport: Rect
    content: int
    """The height of what flows, in pixels; more than the viewport's means that it scrolls."""
    flow: tuple[Item, ...]
    fixed: tuple[Item, ...]
    controls: tuple[Control, ...]
    track: Rect | None = None
    """Where the scroll bar runs, on a page that scrolls."""
    more: Rect | None = None
    """Where "more below" stands, on a page that scrolls."""
    seams: tuple[int, ...] = ()
    """Heights in the flow where a page may be turned without cutting a line: tops of lines."""
    source: object = None
    """What it was laid out from: a broadside, a hall, a panel or a gallery; None: nobody says."""

    @property
    def depth(self) -> int:
        """How far it can be scrolled, in pixels."""
        return max(0, self.content - self.viewport.h)

    def control(self, name: str) -> Control | None:
        """The control of that id, if there is one."""
        return next((c for c in self.controls if c.id == name), None)

    def whole(self, control: Control) -> Control:
        """The control with its parts: what is to be seen together."""
        rects = [control.rect, *(c.rect for c in self.controls if c.row == control.id)]
        x, y = min(r.x for r in rects), min(r.y for r in rects)
        right, bottom = max(r.right for r in rects), max(r.bottom for r in rects)
        return control._replace(rect=Rect(x, y, right - x, bottom - y))

    def visible(self, control: Control, scroll: int) -> bool:
        """True if the whole control (or as much of it as can be, or has to) is on the screen."""
        if not control.flows:
            return True
        top = control.rect.y - scroll
        room = min(control.peek or control.rect.h, self.viewport.h)
        return top >= self.viewport.y - 1 and top + room <= self.viewport.bottom + 1
