"""A press of the mouse or a finger: from where it went down to where it is let go.

What was pressed is done when it is let go over the same control. A press that moves along a page
that scrolls pulls the page with it, pixel by pixel, and does nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from game.ui.desk import Desk
from game.ui.screen import Screen

_SLOP = 8
"""Pixels at 720 lines that a mouse may move and still click; a finger may move twice as far."""


class _Press(NamedTuple):
    x: int
    y: int
    control: str | None
    screen: Screen
    finger: bool
    scroll: int
    """How far the page was scrolled then."""
    grip: Literal["", "thumb", "page", "lost"] = ""


class Pointer:
    """What is pressed now, if anything is. `take` is told the id of a control that was clicked."""

    def __init__(self, desk: Callable[[], Desk], take: Callable[[str | None], None]) -> None:
        self._desk = desk
        self._take = take
        self._press: _Press | None = None

    @property
    def held(self) -> bool:
        """True while something is pressed."""
        return self._press is not None

    def press(self, x: int, y: int, *, finger: bool = False) -> None:
        """It went down here."""
        desk = self._desk()
        control = desk.under(x, y, finger=finger)
        self._press = _Press(x, y, control and control.id, desk.screen, finger, desk.scroll)
        if desk.on_track(x, y):
            self._press = self._press._replace(grip="thumb")
            desk.thumb_to(y)
        elif finger:
            desk.point(x, y, finger=True)

    def move(self, x: int, y: int, *, held: bool) -> None:
        """It is here now, and pressed or not."""
        desk, press = self._desk(), self._press
        if not held or press is None:
            self._press = None
            desk.point(x, y)
            return
        far = desk.look.px(_SLOP) * (2 if press.finger else 1)
        if not press.grip and abs(y - press.y) > far and desk.page.depth:
            press = press._replace(grip="page")
        elif not press.grip and press.finger and max(abs(x - press.x), abs(y - press.y)) > 3 * far:
            press = press._replace(grip="lost")
        self._press = press
        if press.grip == "thumb":
            desk.thumb_to(y)
        elif press.grip == "page":
            desk.drag_to(press.scroll + press.y - y)

    def let_go(self, x: int, y: int) -> None:
        """It was let go here."""
        press, self._press = self._press, None
        if press is None or press.grip:
            return
        desk = self._desk()
        now = desk.under(x, y, finger=press.finger)
        if press.control == (now and now.id) and press.screen is desk.screen:
            self._take(press.control)

    def cancel(self) -> None:
        """The window is another one, or not before the player any more: nothing is pressed."""
        self._press = None
