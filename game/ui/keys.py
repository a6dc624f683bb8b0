"""What a key press is called, and what it does."""

from __future__ import annotations

import pygame

from game.ui.keymap import USUAL, Keymap

_DIGITS = [
    (pygame.KSCAN_1, pygame.K_KP_1),
    (pygame.KSCAN_2, pygame.K_KP_2),
    (pygame.KSCAN_3, pygame.K_KP_3),
    (pygame.KSCAN_4, pygame.K_KP_4),
    (pygame.KSCAN_5, pygame.K_KP_5),
    (pygame.KSCAN_6, pygame.K_KP_6),
    (pygame.KSCAN_7, pygame.K_KP_7),
    (pygame.KSCAN_8, pygame.K_KP_8),
    (pygame.KSCAN_9, pygame.K_KP_9),
]

_SIGNS = {"+": "+", "=": "+", "-": "-", "\u2212": "-"}
"""Signs that are one key's whatever layout they are typed on, with or without Shift."""

_SILENCE = (pygame.K_LCTRL, pygame.K_RCTRL)
"""The keys with which every screen reader is silenced. Their own press may count them as held."""

_SAME = {pygame.K_KP_PLUS: "+", pygame.K_EQUALS: "+", pygame.K_KP_MINUS: "-"}

_HELD = pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_GUI

_MODIFIERS = frozenset(
    {
        *(pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT),
        *(pygame.K_RALT, pygame.K_LGUI, pygame.K_RGUI, pygame.K_MODE, pygame.K_CAPSLOCK),
        *(pygame.K_NUMLOCK, pygame.K_SCROLLLOCK),
    }
)


def command_of(event: pygame.event.Event, keymap: Keymap = USUAL) -> str | None:
    """The command of a key press: a name, or a digit from "1" to "9"; None if it has none."""
    if event.key in _SILENCE:
        return "silence"
    if event.key == pygame.K_RETURN and event.mod & pygame.KMOD_ALT:
        return "full"
    if event.key == pygame.K_TAB and event.mod & pygame.KMOD_SHIFT and not event.mod & _HELD:
        return "previous"
    name = name_of(event)
    return None if name is None else keymap.command("keys", name)


def name_of(event: pygame.event.Event) -> str | None:
    """What a keymap calls the key that was pressed; None if it goes with another key."""
    key, typed = event.key, getattr(event, "unicode", "")
    if typed in _SIGNS:
        return _SIGNS[typed]
    if event.mod & _HELD or key in _MODIFIERS:
        return None
    return _digit_of(event) or _SAME.get(key) or pygame.key.name(key).lower() or None


def is_modifier(event: pygame.event.Event) -> bool:
    """True for Shift and its like: a press of one means nothing by itself."""
    return event.key in _MODIFIERS


def _digit_of(event: pygame.event.Event) -> str | None:
    """The digit of a key, by place as well as by sign: a French row of digits types others."""
    for digit, (row, pad) in enumerate(_DIGITS, 1):
        if event.key in (pygame.K_0 + digit, pad) or getattr(event, "scancode", 0) == row:
            return str(digit)
    return None
