"""Which key does what."""

from __future__ import annotations

import pygame

COMMANDS: dict[int, str] = {
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_BACKSPACE: "back",
    pygame.K_AC_BACK: "back",
    pygame.K_RETURN: "take",
    pygame.K_KP_ENTER: "take",
    pygame.K_SPACE: "take",
    pygame.K_PAGEUP: "page_up",
    pygame.K_PAGEDOWN: "page_down",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_TAB: "next",
    pygame.K_b: "backlog",
    pygame.K_c: "credits",
    pygame.K_n: "notes",
    pygame.K_k: "know",
    pygame.K_p: "picture",
    pygame.K_d: "look_back",
    pygame.K_e: "keep",
    pygame.K_h: "hide",
    pygame.K_s: "save",
    pygame.K_l: "load",
    pygame.K_DELETE: "delete",
    pygame.K_v: "voice",
    pygame.K_r: "repeat",
    pygame.K_F5: "quick_save",
    pygame.K_F9: "quick_load",
    pygame.K_F10: "settings",
    pygame.K_ESCAPE: "menu",
    pygame.K_F1: "menu",
    pygame.K_F11: "full",
    pygame.K_PLUS: "larger",
    pygame.K_EQUALS: "larger",
    pygame.K_MINUS: "smaller",
    pygame.K_KP_PLUS: "larger",
    pygame.K_KP_MINUS: "smaller",
}

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


_SILENCE = (pygame.K_LCTRL, pygame.K_RCTRL)
"""The keys with which every screen reader is silenced. Their own press may count them as held."""

_TYPED = {"+": "larger", "=": "larger", "-": "smaller", "\u2212": "smaller"}


def command_of(event: pygame.event.Event) -> str | None:
    """The command of a key press: a name, or a digit from "1" to "9"; None if it has none."""
    key, typed = event.key, getattr(event, "unicode", "")
    if key in _SILENCE:
        return "silence"
    if typed in _TYPED:
        return _TYPED[typed]
    held = event.mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT | pygame.KMOD_GUI)
    if held:
        return "full" if key == pygame.K_RETURN and event.mod & pygame.KMOD_ALT else None
    if key == pygame.K_TAB and event.mod & pygame.KMOD_SHIFT:
        return "previous"
    return _digit_of(event) or COMMANDS.get(key)


def _digit_of(event: pygame.event.Event) -> str | None:
    """The digit of a key, by place as well as by sign: a French row of digits types others."""
    for digit, (row, pad) in enumerate(_DIGITS, 1):
        if event.key in (pygame.K_0 + digit, pad) or getattr(event, "scancode", 0) == row:
            return str(digit)
    return None
