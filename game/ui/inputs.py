"""What comes from keys, pads, the mouse and fingers, and what it means to a desk.

Whoever sees the events hands them in. Commands that are not the desk's own (`Obey`) are done by
whoever made this: the window's frame, speech.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.ui import words_keys
from game.ui.caps import Caps
from game.ui.desk import Desk
from game.ui.keymap import Device
from game.ui.keys import command_of, is_modifier, name_of
from game.ui.pads import EVENTS as PAD_EVENTS
from game.ui.pads import Pads
from game.ui.pointer import Pointer
from game.ui.wheel import Wheel

FULL = "bar:full"
"""The control that turns full screen on and off."""

AWAY = {pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN}
"""After these nobody tells the window what is let go."""

_BACK = {
    pygame.WINDOWFOCUSGAINED,
    pygame.WINDOWRESTORED,
    pygame.WINDOWSHOWN,
    pygame.KEYDOWN,
    pygame.MOUSEBUTTONDOWN,
    pygame.FINGERDOWN,
    pygame.CONTROLLERBUTTONDOWN,
}
"""What tells that a player who looked elsewhere is back."""

_MOUSE = {pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP}

_FINGER = {pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP}

_MOUSE_AS_TOUCH = -1
"""The number of the touch screen that a mouse is to SDL, for programs that know only fingers."""

Obey = Callable[[str], bool]
"""Does a command if it is one of its own; True if it was."""


class Inputs:
    """All that the player has in hand. `now` tells the time in seconds."""

    def __init__(self, desk: Desk, obey: Obey, now: Callable[[], float]) -> None:
        self._desk = desk
        self._obey = obey
        self._now = now
        self._pointer = Pointer(lambda: desk, self._click)
        self._finger: tuple[int, int] | None = None
        self._wheel = Wheel()
        self.pads = Pads()
        """The game pads; none until somebody opens them."""
        self.acted = False
        """True once the player has done something, until somebody sets it back."""

    def answer(self, event: pygame.event.Event) -> None:
        """Do what an event means, if it is one of these."""
        kind = event.type
        self._desk.attended = (self._desk.attended or kind in _BACK) and kind not in AWAY
        if kind in AWAY:
            self.rest()
        elif kind in PAD_EVENTS:
            self._answer_pad(event)
        elif kind == pygame.KEYDOWN:
            self._answer_key(event)
        elif kind == pygame.MOUSEWHEEL:
            self._turn_wheel(getattr(event, "precise_y", event.y))
        elif kind in _FINGER:
            self._answer_finger(event)
        elif kind in _MOUSE and not getattr(event, "touch", False):
            # What SDL makes of a finger for programs that know only mice is not done twice.
            self._answer_mouse(event)

    def rest(self) -> None:
        """Nothing is pressed or held any more, whatever was when the window changed or went."""
        self._pointer.cancel()
        self._finger = None
        self.pads.rest()

    def again(self) -> None:
        """Press once more what is held on a pad, if its time has come."""
        if (button := self.pads.again()) is not None:
            self._press_pad(button)

    def call_keys(self) -> None:
        """Name the keys as the player has them now."""
        self._desk.call(self._desk.caps._replace(keymap=self._desk.preferences.keymap))

    def take(self, control: str | None) -> None:
        """Do what a control does, as if it had been clicked; None: something that is none."""
        if control != FULL or not self._obey("full"):
            self._desk.click(control)

    # -- keys and pads

    def _answer_key(self, event: pygame.event.Event) -> None:
        self.acted = True
        self._use("keys")
        if not self._desk.screen.captures:
            self._do(command_of(event, self._desk.preferences.keymap))
        elif not is_modifier(event):
            self._desk.captured("keys", name_of(event))

    def _answer_pad(self, event: pygame.event.Event) -> None:
        button = self.pads.answer(event)
        if self.pads.was_unplugged():
            self._use("pad" if self.pads else "keys", words_keys.PAD_GONE)
        if button is not None:
            self._press_pad(button)

    def _press_pad(self, button: str) -> None:
        self.acted = True
        self._use("pad")
        if self._desk.screen.captures:
            self._desk.captured("pad", button)
        else:
            self._do(self._desk.preferences.keymap.command("pad", button))

    def _do(self, command: str | None) -> None:
        if self._desk.halt() or command is None:
            return
        if command == "take" and self._desk.hot == FULL:
            command = "full"
        if not self._obey(command):
            self._desk.command(command)

    def _use(self, device: Device | None, said: str = "") -> None:
        """Name keys as they are on what is used now (None: as before), and say this in the bar."""
        before = self._desk.caps
        make = self.pads.make if device == "pad" else before.make
        keymap = self._desk.preferences.keymap
        self._desk.call(Caps(keymap, device or before.device, make, said))

    # -- the mouse and fingers

    def _answer_mouse(self, event: pygame.event.Event) -> None:
        if event.type == pygame.MOUSEMOTION:
            self._pointer.move(*event.pos, held=bool(event.buttons[0]))
        elif event.button == 1 and event.type == pygame.MOUSEBUTTONDOWN:
            self._pointer.press(*event.pos)
        elif event.button == 1:
            self._pointer.let_go(*event.pos)

    def _answer_finger(self, event: pygame.event.Event) -> None:
        """One finger counts, the first; others rest on the glass meanwhile."""
        finger = (event.touch_id, event.finger_id)
        if event.touch_id == _MOUSE_AS_TOUCH or self._finger not in (None, finger):
            return
        width, height = pygame.display.get_window_size()
        at = (round(event.x * width), round(event.y * height))
        if event.type == pygame.FINGERDOWN:
            self._finger = finger
            self._pointer.press(*at, finger=True)
        elif self._finger is None:
            return
        elif event.type == pygame.FINGERMOTION:
            self._pointer.move(*at, held=True)
        else:
            self._finger = None
            self._pointer.let_go(*at)

    def _click(self, control: str | None) -> None:
        self.acted = True
        self._use(None)
        self.take(control)

    def _turn_wheel(self, notches: float) -> None:
        top, end = self._desk.ends
        command = self._wheel.turn(notches, self._now(), top=top, end=end)
        self._desk.wheel(notches)
        if command is not None:
            self._desk.command(command)
