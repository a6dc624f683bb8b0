"""What a player reads for a key or a button: on the keyboard, or on the pad that is in use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import reduce
from typing import Literal, NamedTuple

from game.ui import words_keys
from game.ui.keymap import FIXED, NAMES, USUAL, Device, Keymap

Make = Literal["xbox", "playstation", "nintendo"]
"""Whose names a pad's buttons go by. That of an unknown pad is the first."""

_NAMED = re.compile(r"\{(\w+)\}")

_MAKERS: Mapping[str, Make] = {"054c": "playstation", "057e": "nintendo", "045e": "xbox"}
"""Makers by their USB numbers."""

_WORDS: tuple[tuple[str, Make], ...] = (
    *(("playstation", "playstation"), ("dualshock", "playstation"), ("dualsense", "playstation")),
    *(("ps3", "playstation"), ("ps4", "playstation"), ("ps5", "playstation")),
    *(("sony", "playstation"), ("nintendo", "nintendo"), ("switch", "nintendo")),
    ("joy-con", "nintendo"),
)

_AS_KEY: Mapping[str, str] = {"close": "escape", "quit": "escape", "menu": "escape"}
_RARE = frozenset({"ac back"})
"""Keys that are on few keyboards: they do what they do, and are not spoken of."""

_AS_BUTTON: Mapping[str, str] = {"close": "back", "quit": "menu"}
"""What does on a pad what stands in the bar."""


class Caps(NamedTuple):
    """The keymap, what was used last, and what is said in the bar about it."""

    keymap: Keymap = USUAL
    device: Device = "keys"
    make: Make = "xbox"
    said: str = ""

    def of(self, command: str, usual: str = "") -> str:
        """The key or button of a command. `usual` where the keyboard's map does not know it.

        >>> Caps().of("backlog"), Caps().of("close"), Caps(device="pad").of("close")
        ('B', 'Esc', 'B')
        """
        if self.device == "pad":
            command = _AS_BUTTON.get(command, command)
            if command == "menu":
                return self.name("pad", "start")
            return self.name("pad", self.keymap.pad.get(command, ""))
        if command in _AS_KEY:
            return self.name("keys", _AS_KEY[command])
        if command == "back" and usual:
            return usual  # there is a fixed key for it, which is easier to find
        if command in self.keymap.keys:
            return self.name("keys", self.keymap.keys[command])
        return usual

    def every(self, device: Device, command: str) -> str:
        """All keys or buttons that do something, those that are fixed first."""
        fixed = [name for name, does in FIXED[device].items() if does == command]
        fixed = [name for name in fixed if name not in _RARE]
        own = self.keymap.own(device).get(command, "")
        names = [*fixed, own] if own else fixed
        said = dict.fromkeys(self.name(device, name) for name in names)
        return reduce(_either, said) if said else ""

    def name(self, device: Device, name: str) -> str:
        """What a key or button is called."""
        if device == "pad":
            usual = words_keys.BUTTON["xbox"].get(name, name)
            return words_keys.BUTTON[self.make].get(name, usual)
        short = len(name) == 1 or (name[0:1] == "f" and name[1:].isdigit())
        return words_keys.KEY.get(name) or (name.upper() if short else name.title())

    def fill(self, text: str) -> str:
        """A text with the key or button of every command it names in braces.

        `{start}` is the pad's button for the pause, whatever is in use.

        >>> Caps().fill("{quick_save} and {quick_load}")
        'F5 and F9'
        """
        names = _NAMED.findall(text)
        caps = {name: self.of(name) or words_keys.NO_KEY for name in names}
        return text.format(**{**caps, "start": self.name("pad", "start")})

    def reaches(self, text: str) -> bool:
        """True if every command the text names has a key or button, or it names none."""
        return all(self.of(name) for name in _NAMED.findall(text) if name in NAMES)


def _either(one: str, other: str) -> str:
    return words_keys.KEY_OR.format(one=one, other=other)


def make_of(name: str, guid: str) -> Make:
    """Whose pad it is, from what it calls itself and SDL's number for it (32 digits of hex).

    >>> make_of("PS5 Controller", ""), make_of("", "030000005e0400008e02000010010000")
    ('playstation', 'xbox')
    """
    maker = _MAKERS.get(guid[10:12] + guid[8:10])
    if maker is not None:
        return maker
    said = name.lower()
    return next((make for word, make in _WORDS if word in said), "xbox")
