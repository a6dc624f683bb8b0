"""Game pads, by SDL's mappings: what is plugged in, and which button was pressed.

pygame's `controller` module has them; pygame-ce keeps it as part of its SDL 2 modules, with every
pad that SDL knows by the same names of buttons. Where it is missing there are no pads.
"""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING, NamedTuple

import pygame

from game.ui.caps import Make, make_of
from game.ui.sticks import Sticks

if TYPE_CHECKING:
    from pygame._sdl2.controller import Controller

_BUTTONS = (
    *("a", "b", "x", "y", "back", "guide", "start", "left stick", "right stick"),
    *("left shoulder", "right shoulder", "up", "down", "left", "right"),
    *("misc", "paddle 1", "paddle 2", "paddle 3", "paddle 4", "touchpad"),
)
"""Buttons by SDL's numbers of them (`SDL_GameControllerButton`)."""

_AXES = ("left x", "left y", "right x", "right y", "left trigger", "right trigger")
"""Axes by SDL's numbers of them (`SDL_GameControllerAxis`)."""

EVENTS = frozenset(
    {
        pygame.CONTROLLERBUTTONDOWN,
        pygame.CONTROLLERBUTTONUP,
        pygame.CONTROLLERAXISMOTION,
        pygame.CONTROLLERDEVICEADDED,
        pygame.CONTROLLERDEVICEREMOVED,
    }
)


class _Pad(NamedTuple):
    controller: Controller
    make: Make


class Pads:
    """All pads, which are one to the player: whichever is pressed, it does the same."""

    def __init__(self) -> None:
        self._pads: dict[int, _Pad] = {}
        self._sticks = Sticks()
        self._opened = False
        self.make: Make = "xbox"
        """Whose pad was pressed last."""
        self.gone = False
        """True once one has been unplugged, until somebody asks `was_unplugged`."""

    def __len__(self) -> int:
        return len(self._pads)

    def open(self) -> bool:
        """Look for pads from now on. False where that cannot be done."""
        try:
            from pygame._sdl2 import controller

            controller.init()
        except (ImportError, pygame.error):
            return False
        self._opened = True
        for index in range(controller.get_count()):
            self._plug(index)
        return True

    def close(self) -> None:
        """Let go of them."""
        self._pads.clear()
        if self._opened:
            from pygame._sdl2 import controller

            self._opened = False
            controller.quit()
            pygame.joystick.quit()

    def answer(self, event: pygame.event.Event) -> str | None:
        """Take an event of `EVENTS`; the button that was pressed with it, if one was."""
        now = time.monotonic()
        if event.type == pygame.CONTROLLERDEVICEADDED:
            self._plug(event.device_index)
        elif event.type == pygame.CONTROLLERDEVICEREMOVED:
            # SDL has let go of all that was held on it before it tells of this.
            self.gone = self._pads.pop(event.instance_id, None) is not None or self.gone
        elif event.type == pygame.CONTROLLERAXISMOTION:
            if 0 <= event.axis < len(_AXES):
                button = self._sticks.tilt(_AXES[event.axis], event.value / 32767, now)
                return self._from(event.instance_id, button)
        elif 0 <= event.button < len(_BUTTONS):
            button = _BUTTONS[event.button]
            if event.type == pygame.CONTROLLERBUTTONUP:
                self._sticks.let_go(button)
            else:
                self._sticks.press(button, now)
                return self._from(event.instance_id, button)
        return None

    def was_unplugged(self) -> bool:
        """True if a pad was unplugged since this was last asked."""
        gone, self.gone = self.gone, False
        return gone

    def rest(self) -> None:
        """Nothing is held any more."""
        self._sticks.rest()

    def due(self) -> float | None:
        """Seconds until something that is held comes again; None if nothing does."""
        return self._sticks.due(time.monotonic())

    def again(self) -> str | None:
        """The button that is held and has come again by now."""
        return self._sticks.again(time.monotonic())

    def _from(self, instance: int, button: str | None) -> str | None:
        if button is not None and instance in self._pads:
            self.make = self._pads[instance].make
        return button

    def _plug(self, index: int) -> None:
        """Open the pad that SDL has at a place; nothing if it is none, or is gone again."""
        from pygame._sdl2 import controller

        with contextlib.suppress(pygame.error, IndexError):
            if controller.get_init() and controller.is_controller(index):
                found = controller.Controller(index)
                stick = found.as_joystick()
                make = make_of(found.name, stick.get_guid())
                self._pads[stick.get_instance_id()] = _Pad(found, make)
