"""A pad that is plugged into SDL itself, and pulled out again: the nearest to a real one."""

from __future__ import annotations

import ctypes

import pygame

from game.ui.wait import sdl

_GAMEPAD = 1
"""SDL_JOYSTICK_TYPE_GAMECONTROLLER."""


class VirtualPad:
    """Plugged in when it is made. `pygame.joystick` must have been opened."""

    def __init__(self) -> None:
        library = sdl()
        assert library is not None
        self._sdl = library
        library.SDL_JoystickFromInstanceID.restype = ctypes.c_void_p
        library.SDL_JoystickSetVirtualButton.argtypes = [
            *(ctypes.c_void_p, ctypes.c_int, ctypes.c_uint8),
        ]
        library.SDL_JoystickSetVirtualAxis.argtypes = [
            *(ctypes.c_void_p, ctypes.c_int, ctypes.c_int16),
        ]
        self._index = library.SDL_JoystickAttachVirtual(_GAMEPAD, 6, 15, 0)
        assert self._index >= 0
        assert library.SDL_IsGameController(self._index)
        self._instance = library.SDL_JoystickGetDeviceInstanceID(self._index)

    @property
    def _stick(self) -> ctypes.c_void_p:
        stick = self._sdl.SDL_JoystickFromInstanceID(self._instance)
        assert stick, "whoever plays has opened it"
        return ctypes.c_void_p(stick)

    def button(self, number: int, *, down: bool) -> None:
        """Press one of its buttons, or let it go."""
        assert self._sdl.SDL_JoystickSetVirtualButton(self._stick, number, int(down)) == 0

    def axis(self, number: int, value: int) -> None:
        """Move one of its axes, to a place from -32768 to 32767."""
        assert self._sdl.SDL_JoystickSetVirtualAxis(self._stick, number, value) == 0

    def unplug(self) -> None:
        """Pull it out."""
        found = [
            index
            for index in range(pygame.joystick.get_count())
            if self._sdl.SDL_JoystickGetDeviceInstanceID(index) == self._instance
        ]
        for index in found:
            assert self._sdl.SDL_JoystickDetachVirtual(index) == 0
