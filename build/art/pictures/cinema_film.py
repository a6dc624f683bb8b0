"""The film that is showing: an invented western, as a poster and as a picture on the screen."""

from __future__ import annotations

from typing import Any

import numpy as np

from build.art.block import Block
from build.art.lettering import font
from build.art.pictures.coast_land import Line, Point, curve

# No film of this name is known to us; nor is one of the second title.
TITLE = "SIX MILES TO SUNDOWN"
NEXT = "THE LAMP IN THE TOWER"
_BOLD = "anton-400-normal.ttf"
_TALL = "league-gothic-400-normal.ttf"


def desert(b: Block, x0: float, y0: float, x1: float, y1: float, *, sky: str = "gold") -> None:
    """A low sun, three tables of rock, and one rider coming on."""
    w, h = x1 - x0, y1 - y0
    frame = b.box(x0, y0, x1, y1)
    b.put(frame, np.ones_like(frame[2]), sky)
    cx, cy = x0 + 0.62 * w, y0 + 0.56 * h
    b.rays(
        frame,
        cx,
        cy,
        "paper",
        n=46,
        tone=lambda x, y: np.clip(np.hypot(x - cx, y - cy) / (0.62 * w), 0.25, 1.05),
    )
    b.ellipse(cx, cy, 0.15 * h, 0.15 * h, "red", 0.6, clip=frame)

    def at(u: float, v: float) -> Point:
        return x0 + u * w, y0 + v * h

    mesas = (
        [(0, 0.66), (0.02, 0.40), (0.17, 0.38), (0.22, 0.66)],
        [(0.26, 0.66), (0.31, 0.50), (0.43, 0.49), (0.46, 0.66)],
        [(0.8, 0.66), (0.84, 0.30), (0.97, 0.28), (1.0, 0.5), (1.0, 0.66)],
    )
    for m in mesas:
        b.poly([at(u, v) for u, v in m], "key", 0.8, clip=frame)
        for k in range(5):
            u = m[1][0] + (m[2][0] - m[1][0]) * (0.5 + k * 0.11)
            b.gouge(*at(u, m[1][1] + 0.02), 90, h * 0.18, w * 0.006 + 1, "red", clip=frame)
    b.poly([at(0, 0.66), at(1, 0.64), at(1, 1), at(0, 1)], "red", 0.8, clip=frame)
    ground = b.mask([at(0, 0.66), at(1, 0.64), at(1, 1), at(0, 1)])
    b.engrave(
        ground,
        "key",
        lambda _, y: 1.1 - (y - y0 - 0.64 * h) / (0.4 * h),
        angle=-3,
        pitch=max(5, h / 42),
    )
    _rider(b, at(0.30, 0.83), h * 0.52, frame)


_HORSE: list[Point] = [
    (-46, 60),
    (-40, 66),
    (-22, 64),
    (0, 61),
    (20, 64),
    (30, 72),
    (38, 84),
    (43, 88),
    (45, 84),
    (50, 80),
    (58, 68),
    (55, 64),
    (50, 66),
    (45, 70),
    (42, 62),
    (38, 50),
    (32, 40),
    (22, 36),
    (0, 34),
    (-24, 36),
    (-38, 40),
    (-46, 48),
]


def _rider(b: Block, foot: Point, tall: float, frame: Any) -> None:
    """Horse and rider from the side, at a walk, all in black with the sun along them."""
    x, y = foot
    k = tall / 100

    def at(pts: Line) -> list[Point]:
        return [(x + u * k, y - v * k) for u, v in pts]

    legs = (
        [(-38, 46), (-44, 24), (-38, 0)],
        [(-30, 42), (-22, 22), (-28, 0)],
        [(26, 42), (34, 22), (30, 0)],
        [(34, 44), (44, 30), (40, 12)],
    )
    for leg in legs:
        b.stroke(curve(at(leg)), 9 * k, "key", (1.3, 0.6), 0.3, clip=frame)
    b.poly(curve(at([*_HORSE, _HORSE[0]])), "key", 0.4, clip=frame)
    b.stroke(curve(at([(-44, 60), (-56, 50), (-56, 24)])), 6 * k, "key", (1, 0.3), 0.4, clip=frame)
    b.blob(at([(-10, 62), (-13, 84), (-8, 96), (4, 97), (9, 86), (8, 62)]), "key", 0.4, clip=frame)
    b.stroke(curve(at([(4, 90), (14, 78), (26, 74)])), 6 * k, "key", (1, 0.8), 0.3, clip=frame)
    b.stroke(
        curve(at([(0, 62), (10, 48), (6, 30), (13, 27)])), 8 * k, "key", (1.2, 0.7), 0.3, clip=frame
    )
    b.stroke(at([(24, 75), (52, 72)]), 2 * k, "key", (1, 1), 0.3, clip=frame)
    b.ellipse(*at([(0, 104)])[0], 6.5 * k, 8 * k, "key", 0.3, clip=frame)
    b.blob(
        at([(-18, 108), (-8, 110), (-6, 119), (6, 119), (8, 110), (19, 110), (0, 105)]),
        "key",
        0.3,
        clip=frame,
    )
    b.stroke(at([(7, 92), (9, 72)]), 2.6 * k, "gold", (0, 0), 0.3, clip=frame)
    b.stroke(curve(at([(32, 72), (40, 84), (52, 76)])), 2.4 * k, "gold", (0, 0), 0.3, clip=frame)


def poster(b: Block, x0: float, y0: float, x1: float, y1: float, *, second: bool = False) -> None:
    """A daybill in its lit frame."""
    w, h = x1 - x0, y1 - y0
    b.rect(x0 - 12, y0 - 12, x1 + 12, y1 + 12, "key", 0.8)
    b.rect(x0 - 8, y0 - 8, x1 + 8, y1 + 8, "brown", 0.6)
    b.rect(x0, y0, x1, y1, "paper", 0.5)
    if second:
        _tower(b, x0 + 5, y0 + 5, x1 - 5, y0 + h * 0.7)
    else:
        desert(b, x0 + 5, y0 + 5, x1 - 5, y0 + h * 0.7)
    words = ("THE LAMP", "IN THE TOWER") if second else ("SIX MILES", "TO SUNDOWN")
    for k, s in enumerate(words):
        b.text(
            s,
            (x0 + x1) / 2,
            y0 + h * (0.79 + 0.13 * k),
            h * 0.12,
            font(_BOLD),
            "key" if second else "red",
            fit=w * 0.86,
        )


def _tower(b: Block, x0: float, y0: float, x1: float, y1: float) -> None:
    """A lighthouse, its beam, and a woman on the rocks in black."""
    w, h = x1 - x0, y1 - y0
    frame = b.box(x0, y0, x1, y1)
    b.put(frame, np.ones_like(frame[2]), "teal")
    b.rays(frame, x0 + 0.68 * w, y0 + 0.2 * h, "gold", n=18, tone=0.62)
    b.poly(
        [
            (x0 + 0.6 * w, y1),
            (x0 + 0.63 * w, y0 + 0.26 * h),
            (x0 + 0.74 * w, y0 + 0.26 * h),
            (x0 + 0.79 * w, y1),
        ],
        "key",
        0.5,
        clip=frame,
    )
    b.rect(x0 + 0.635 * w, y0 + 0.13 * h, x0 + 0.735 * w, y0 + 0.26 * h, "paper", 0.5, clip=frame)
    b.poly(
        [(x0, y1), (x0, y0 + 0.8 * h), (x0 + 0.4 * w, y0 + 0.86 * h), (x1, y0 + 0.8 * h), (x1, y1)],
        "key",
        0.8,
        clip=frame,
    )
    cx, cy, k = x0 + 0.28 * w, y0 + 0.86 * h, h / 100
    b.blob(
        [
            (cx - 10 * k, cy),
            (cx - 6 * k, cy - 30 * k),
            (cx - 3 * k, cy - 42 * k),
            (cx + 4 * k, cy - 42 * k),
            (cx + 6 * k, cy - 28 * k),
            (cx + 13 * k, cy),
        ],
        "key",
        0.4,
        clip=frame,
    )
    b.ellipse(cx, cy - 48 * k, 5 * k, 6 * k, "key", 0.3, clip=frame)
    b.blob(
        [
            (cx, cy - 38 * k),
            (cx + 20 * k, cy - 44 * k),
            (cx + 30 * k, cy - 36 * k),
            (cx + 10 * k, cy - 32 * k),
        ],
        "red",
        0.5,
        clip=frame,
    )


def bulbs(b: Block, pts: Any, r: float) -> None:
    """A string of lamps, each cut out of its own small star."""
    for x, y in pts:
        b.ellipse(x, y, r * 1.5, r * 1.5, "key", 0.3)
        b.ellipse(x, y, r, r, "paper", 0.3)


def sign(b: Block, words: str, at: Point, size: float, ink: str, fit: float) -> None:
    """Tall letters with a black drop, as on a fascia."""
    b.text(words, at[0] + 4, at[1] + 4, size, font(_TALL), "key", spacing=size * 0.08, fit=fit)
    b.text(words, at[0], at[1], size, font(_TALL), ink, spacing=size * 0.08, fit=fit)


def scalloped(x0: float, x1: float, y: float, n: int, drop: float) -> list[Point]:
    """The lower edge of a curtain."""
    pts = []
    for k in range(n):
        a = x0 + (x1 - x0) * k / n
        c = x0 + (x1 - x0) * (k + 1) / n
        pts += [(a, y), ((a + c) / 2, y + drop)]
    return [(float(x), float(v)) for x, v in curve([*pts, (x1, y)])]
