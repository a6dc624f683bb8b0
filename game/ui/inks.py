"""The inks a screen is printed with. No other colours are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from game.ui.settings import Contrast, Paper

Colour = tuple[int, int, int]
Ink = Literal[
    "paper",
    "key",
    "grey",
    "shade",
    "grain",
    "block",
    "cut",
    "black",
    "gold",
    "red",
    "teal",
    "sand",
    "brown",
]
Inks = Mapping[Ink, Colour]
"""A colour for every ink: a theme."""

INKS: Inks = {
    "paper": (0xF3, 0xE7, 0xCE),
    "key": (0x1A, 0x16, 0x14),
    # Key over paper, thinned: what is said under one's breath, and a locked choice. Still 7:1.
    "grey": (0x4C, 0x44, 0x3C),
    # Paper in shadow, for the track of a scroll bar and for grain: never behind words.
    "shade": (0xE2, 0xD3, 0xB4),
    "grain": (0xE2, 0xD3, 0xB4),
    # The ground of the bar, of tags and of numbers, and what is cut out of it.
    "block": (0x1A, 0x16, 0x14),
    "cut": (0xF3, 0xE7, 0xCE),
    # What stands on gold: dark in every theme.
    "black": (0x1A, 0x16, 0x14),
    "gold": (0xE4, 0xA5, 0x31),
    "red": (0xC7, 0x3E, 0x2A),
    "teal": (0x2B, 0x6B, 0x70),
    "sand": (0xE0, 0xB4, 0x8C),
    "brown": (0x8E, 0x4E, 0x30),
}
"""The usual theme. Prints are pulled with these inks in every theme."""

_LONDON: Inks = {
    **INKS,
    "paper": (0xF1, 0xEA, 0xDF),
    "key": (0x15, 0x13, 0x1F),
    "gold": (0xF2, 0xC2, 0x30),
    "red": (0xE5, 0x35, 0x6B),
    "teal": (0x2A, 0x5C, 0xA8),
    "sand": (0xE3, 0xB5, 0x92),
    "brown": (0x7E, 0x44, 0x33),
}

_LANCASHIRE: Inks = {
    **INKS,
    "paper": (0xEF, 0xE5, 0xD0),
    "key": (0x1B, 0x19, 0x1A),
    "gold": (0xE3, 0xB2, 0x4C),
    "red": (0xA9, 0x45, 0x2C),
    "teal": (0x58, 0x77, 0x83),
    "sand": (0xDD, 0xB5, 0x92),
    "brown": (0x7A, 0x46, 0x30),
}


def inks_of(year: int) -> Inks:
    """The inks a poster about that year is printed in: rust and slate, the usual, pink and blue."""
    if year < 1900:
        return _LANCASHIRE
    return INKS if year < 1970 else _LONDON


_DARK: Inks = {
    **INKS,
    "paper": (0x16, 0x13, 0x11),
    "key": (0xEC, 0xDF, 0xC6),
    "grey": (0xB9, 0xAC, 0x98),
    "shade": (0x3A, 0x33, 0x2C),
    "grain": (0x20, 0x1C, 0x19),
    "block": (0x2B, 0x24, 0x1F),
    "gold": (0xEE, 0xB2, 0x45),
    "teal": (0x4E, 0x9A, 0x9F),
}

_HIGH: Inks = {
    **INKS,
    "paper": (0xFF, 0xFF, 0xFF),
    "key": (0x00, 0x00, 0x00),
    "grey": (0x22, 0x22, 0x22),
    "shade": (0xC8, 0xC8, 0xC8),
    "grain": (0xFF, 0xFF, 0xFF),
    "block": (0x00, 0x00, 0x00),
    "cut": (0xFF, 0xFF, 0xFF),
    "black": (0x00, 0x00, 0x00),
    "gold": (0xFF, 0xC8, 0x2E),
}

_HIGH_DARK: Inks = {
    **_HIGH,
    "paper": (0x00, 0x00, 0x00),
    "key": (0xFF, 0xFF, 0xFF),
    "grey": (0xE0, 0xE0, 0xE0),
    "shade": (0x50, 0x50, 0x50),
    "grain": (0x00, 0x00, 0x00),
    "block": (0x1C, 0x1C, 0x1C),
    "teal": (0x5C, 0xB8, 0xBE),
}

THEMES: Mapping[tuple[Paper, Contrast], Inks] = {
    ("light", "usual"): INKS,
    ("dark", "usual"): _DARK,
    ("light", "high"): _HIGH,
    ("dark", "high"): _HIGH_DARK,
}
"""The inks for each paper and contrast that can be set."""

PRINTED: tuple[tuple[Ink, Ink], ...] = (
    ("key", "paper"),
    ("grey", "paper"),
    ("paper", "key"),
    ("cut", "block"),
    ("gold", "block"),
    ("black", "gold"),
)
"""Which inks letters are printed in, and on what. Each pair is at least 7:1 in every theme."""


def contrast(a: Colour, b: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it.

    >>> round(contrast((0, 0, 0), (255, 255, 255)))
    21
    """

    def luminance(colour: Colour) -> float:
        parts = [c / 255 for c in colour]
        red, green, blue = [
            p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        ]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)
