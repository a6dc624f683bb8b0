"""The inks a screen is printed with. No other colours are drawn."""

from __future__ import annotations

from typing import Literal

Colour = tuple[int, int, int]
Ink = Literal["paper", "key", "red", "gold", "teal", "sand", "brown", "grey", "shade"]

INKS: dict[Ink, Colour] = {
    "paper": (0xF3, 0xE7, 0xCE),
    "key": (0x1A, 0x16, 0x14),
    "red": (0xC7, 0x3E, 0x2A),
    "gold": (0xE4, 0xA5, 0x31),
    "teal": (0x2B, 0x6B, 0x70),
    "sand": (0xE0, 0xB4, 0x8C),
    "brown": (0x8E, 0x4E, 0x30),
    # Key over paper, thinned: what is said under one's breath, and a locked choice. Still 7:1.
    "grey": (0x4C, 0x44, 0x3C),
    # Paper in shadow, for grain and for the track of a scroll bar: never behind words.
    "shade": (0xE2, 0xD3, 0xB4),
}


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
