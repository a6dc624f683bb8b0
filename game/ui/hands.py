"""The marks of a vote: a hand up, a hand down, none, and one that is yet to show.

They differ in shape first, in ink second, and a word stands beside each.
"""

from __future__ import annotations

from game.ui.blank import Blank
from game.ui.geometry import Rect
from game.ui.inks import Ink
from game.ui.lino import Cut, Outline, Point, grown


def _finger(x: float, top: float) -> Outline:
    wide, foot = 0.098, 0.5
    return [
        (x, foot),
        (x, top + wide * 0.5),
        (x + wide * 0.28, top),
        (x + wide * 0.72, top),
        (x + wide, top + wide * 0.5),
        (x + wide, foot),
    ]


_ARM: tuple[Point, ...] = (
    *((0.34, 1.0), (0.36, 0.74), (0.29, 0.60), (0.29, 0.46)),
    *((0.70, 0.46), (0.70, 0.62), (0.62, 0.76), (0.64, 1.0)),
)
_THUMB: tuple[Point, ...] = (
    *((0.60, 0.72), (0.66, 0.55), (0.80, 0.38), (0.87, 0.40)),
    *((0.86, 0.50), (0.74, 0.66), (0.63, 0.78)),
)
_FINGERS = (_finger(0.285, 0.19), _finger(0.392, 0.09), _finger(0.499, 0.07), _finger(0.606, 0.14))
OPEN: tuple[Outline, ...] = (list(_ARM), *_FINGERS, list(_THUMB))
"""A hand with the fingers up, in a square of side 1."""


def _roundel(b: Blank, ink: Ink) -> list[Cut]:
    radius = min(b.w, b.h) / 2
    inner = radius - 3 * b.unit
    return [
        b.round("key", b.w / 2, b.h / 2, radius - 0.5, radius - 0.5),
        b.round(ink, b.w / 2, b.h / 2, inner, inner),
    ]


def _hand(b: Blank, share: float, *, up: bool) -> list[Outline]:
    side = min(b.w, b.h) * share
    x, y = b.w / 2 - side * 0.53, b.h / 2 - side * (0.5 if up else 0.52)
    return [
        [(x + px * side, y + (py if up else 1 - py) * side) for px, py in outline]
        for outline in OPEN
    ]


def hand_up(b: Blank) -> list[Cut]:
    """A black hand on gold."""
    return [*_roundel(b, "gold"), *[Cut("black", part) for part in _hand(b, 0.82, up=True)]]


def hand_down(b: Blank) -> list[Cut]:
    """A hand that hangs."""
    rims = [Cut("key", grown(part, 1.2 * b.unit)) for part in _hand(b, 0.8, up=False)]
    return [*_roundel(b, "paper"), *rims, *[Cut("teal", part) for part in _hand(b, 0.77, up=False)]]


def hand_abstain(b: Blank) -> list[Cut]:
    """A bar: neither up nor down."""
    wide, high = round(b.w * 0.56), round(b.h * 0.14)
    bar = Rect(round(b.w / 2 - wide / 2), round(b.h / 2 - high / 2), wide, high)
    return [*_roundel(b, "paper"), b.slab("key", bar, 0.6)]


def hand_waiting(b: Blank) -> list[Cut]:
    """Three dots in a thin ring."""
    radius = min(b.w, b.h) / 2 - 2
    ring = [
        b.round("grey", b.w / 2, b.h / 2, radius, radius),
        b.round("paper", b.w / 2, b.h / 2, radius - 1.6 * b.unit, radius - 1.6 * b.unit),
    ]
    dot = radius * 0.1
    return ring + [b.round("grey", b.w * x, b.h / 2, dot, dot) for x in (0.32, 0.5, 0.68)]
