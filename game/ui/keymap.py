"""Which key and which button of a pad does what: a plain value that a player can change.

Keys go by pygame's names of them ("page up"), buttons by the names in `BUTTONS`. Some of both are
fixed, so that nobody can lock themselves out: those of `FIXED`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Device = Literal["keys", "pad"]
DEVICES: tuple[Device, ...] = ("keys", "pad")


class Command(NamedTuple):
    """Something that can be done, with its usual key and button; "" for none."""

    name: str
    key: str = ""
    button: str = ""


COMMANDS: tuple[Command, ...] = (
    Command("take", "space", "a"),
    Command("back", "backspace", "b"),
    Command("rollback", "", "left shoulder"),
    Command("forward", "f", "right shoulder"),
    Command("page_up", "page up", "left trigger"),
    Command("page_down", "page down", "right trigger"),
    Command("home", "home"),
    Command("end", "end"),
    Command("next", "", "left stick"),
    Command("notes", "n", "x"),
    Command("backlog", "b", "y"),
    Command("know", "k", "right stick"),
    Command("picture", "p"),
    Command("credits", "c"),
    Command("map", "o"),
    Command("skip", "t"),
    Command("auto", "a"),
    Command("mute", "m"),
    Command("voice", "v"),
    Command("repeat", "r"),
    Command("look_back", "d"),
    Command("keep", "e"),
    Command("save", "s"),
    Command("load", "l"),
    Command("delete", "delete"),
    Command("quick_save", "f5"),
    Command("quick_load", "f9"),
    Command("larger", "+"),
    Command("smaller", "-"),
    Command("settings", "f10", "back"),
    Command("full", "f11"),
    Command("menu", "f1"),
    Command("hide", "h"),
)
"""Every command that a key of one's own can be given, in the order in which they are listed."""

NAMES = tuple(command.name for command in COMMANDS)

BUTTONS = (
    *("a", "b", "x", "y", "left shoulder", "right shoulder", "left trigger", "right trigger"),
    *("left stick", "right stick", "back", "start", "guide", "up", "down", "left", "right"),
    *("misc", "paddle 1", "paddle 2", "paddle 3", "paddle 4", "touchpad"),
)
"""The buttons of a pad, by where an Xbox pad has them. A stick is a button when pressed in."""

FIXED: Mapping[Device, Mapping[str, str]] = {
    "keys": {
        "up": "up",
        "down": "down",
        "left": "left",
        "right": "right",
        "return": "take",
        "enter": "take",
        "escape": "menu",
        "tab": "next",
        "ac back": "back",
        **{str(digit): str(digit) for digit in range(1, 10)},
    },
    "pad": {
        "up": "up",
        "down": "down",
        "left": "west",
        "right": "east",
        "start": "menu",
        "scroll up": "scroll_up",
        "scroll down": "scroll_down",
    },
}
"""What always does the same. "scroll up" and "scroll down" are the right stick's."""

_NEEDED: Mapping[Device, frozenset[str]] = {"keys": frozenset(), "pad": frozenset({"take"})}
"""Commands that must keep a key or button besides the fixed ones."""

_LONGEST = 24
"""Characters in the name of a key."""


class Keymap(NamedTuple):
    """The keys and buttons that are not fixed: the one each command has, "" for none."""

    keys: Mapping[str, str]
    pad: Mapping[str, str]

    def own(self, device: Device) -> Mapping[str, str]:
        """What each command has on a device."""
        return self.keys if device == "keys" else self.pad

    def command(self, device: Device, name: str) -> str | None:
        """What a key or button does; None if nothing.

        >>> USUAL.command("keys", "f10"), USUAL.command("pad", "start"), USUAL.command("keys", "z")
        ('settings', 'menu', None)
        """
        return FIXED[device].get(name) or self.owner(device, name)

    def owner(self, device: Device, name: str) -> str | None:
        """The command that has been given a key or button that is not fixed."""
        own = self.own(device)
        return next((command for command in NAMES if name and own.get(command) == name), None)

    def can_have(self, device: Device, command: str, name: str) -> bool:
        """False if another command needs that key or button, and would be left without one."""
        owner = self.owner(device, name)
        left = self.own(device).get(command, "")
        return owner in (None, command) or bool(left) or owner not in _NEEDED[device]

    def having(self, device: Device, command: str, name: str) -> Keymap:
        """The same with a key or button given to a command. Whoever had it gets what that had.

        Raises ValueError where `can_have` is false, for what is fixed and for what is unknown.

        >>> changed = USUAL.having("keys", "notes", "b")
        >>> changed.keys["notes"], changed.keys["backlog"]
        ('b', 'n')
        """
        if command not in NAMES or not allowed(device, name):
            raise ValueError(f"{name!r} cannot be given to {command!r}")
        if not self.can_have(device, command, name):
            raise ValueError(f"{self.owner(device, name)} needs {name!r}")
        own = dict(self.own(device))
        owner = self.owner(device, name)
        if owner is not None:
            own[owner] = own[command]
        own[command] = name
        return self._replace(keys=own) if device == "keys" else self._replace(pad=own)


def usual(device: Device) -> dict[str, str]:
    """What each command has on a device at first."""
    return {c.name: c.key if device == "keys" else c.button for c in COMMANDS}


USUAL = Keymap(usual("keys"), usual("pad"))
"""As it is until a player changes it."""


def allowed(device: Device, name: str) -> bool:
    """True if a command can be given that key or button: it is one, and is not fixed.

    >>> allowed("keys", "page up"), allowed("keys", "return"), allowed("pad", "y")
    (True, False, True)
    """
    if name in FIXED[device]:
        return False
    if device == "pad":
        return name in BUTTONS
    return 0 < len(name) <= _LONGEST and name.isprintable() and name == name.lower()


def mended(given: Mapping[Device, Mapping[str, str]]) -> Keymap:
    """The keymap that is nearest to what was read from somewhere: usual where that says nothing.

    A key that is given twice is the first command's; the usual key of a command goes before
    nobody's own. A command that needs a button has one.
    """
    made = {device: _mended(device, given.get(device, {})) for device in DEVICES}
    return Keymap(made["keys"], made["pad"])


def _mended(device: Device, given: Mapping[str, str]) -> dict[str, str]:
    own: dict[str, str] = {}
    for command in NAMES:
        name = given.get(command)
        if name == "" or (name and allowed(device, name) and name not in own.values()):
            own[command] = name
    for command, name in usual(device).items():
        if command not in own:
            own[command] = "" if name in own.values() else name
    for command in NAMES:
        if command in _NEEDED[device] and not own[command]:
            name = usual(device)[command]
            own = {other: "" if had == name else had for other, had in own.items()}
            own[command] = name
    return own
