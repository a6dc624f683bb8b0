"""The inks a story is printed in, read from `palettes/NAME.toml`. Needs only Python."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent / "palettes"
ROLES = ("accent", "bright", "cool")
_HEX = re.compile(r"#[0-9A-F]{6}")


class Palette(NamedTuple):
    """A story's inks in the order of their plates (paper first, key second), as `#RRGGBB`."""

    name: str
    inks: dict[str, str]
    roles: dict[str, str]
    """Which ink is the story's accent, its bright one and its cool one."""


def names() -> list[str]:
    """The palettes there are."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


@cache
def load(name: str) -> Palette:
    """The palette of this name; a `ValueError` says what is wrong with its file.

    >>> load("coast61").inks["paper"]
    '#F3E7CE'
    """
    path = FOLDER / f"{name}.toml"
    if not path.is_file():
        raise ValueError(f"no palette is called {name!r}: there are {', '.join(names())}")
    with path.open("rb") as file:
        read = tomllib.load(file)
    try:
        palette = Palette(name, dict(read["inks"]), dict(read["roles"]))
    except KeyError as missing:
        raise ValueError(f"{path.name}: there is no table [{missing.args[0]}]") from None
    _check(palette, path.name)
    return palette


def _check(palette: Palette, file: str) -> None:
    inks = palette.inks
    if list(inks)[:2] != ["paper", "key"]:
        raise ValueError(f"{file}: the first inks must be paper and key, in this order")
    for ink, value in inks.items():
        if not _HEX.fullmatch(str(value)):
            raise ValueError(f"{file}: {ink} = {value!r} is no colour of the form #RRGGBB")
    if tuple(palette.roles) != ROLES:
        raise ValueError(f"{file}: [roles] must name {', '.join(ROLES)}, in this order")
    for role, ink in palette.roles.items():
        if ink not in inks:
            raise ValueError(f"{file}: {role} = {ink!r}, but no ink is called that")


def rgb(colour: str) -> tuple[int, int, int]:
    """The red, green and blue of `#RRGGBB`, 0 to 255.

    >>> rgb("#1A1614")
    (26, 22, 20)
    """
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def contrast(one: str, other: str) -> float:
    """How well one colour stands out from another, 1 to 21: WCAG 2.2, "contrast ratio".

    >>> contrast("#FFFFFF", "#000000")
    21.0
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """WCAG 2.2, "relative luminance"."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (value / 255 for value in rgb(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
