"""Brick walls and cobbled streets."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from build.art.arrays import Points, PointsLike
from build.art.block import Block

Chance = Callable[[float, float], float]
"""For a place, how likely something is there: 0 to 1."""


def bricks(
    B: Block,
    pts: PointsLike,
    ink: str,
    mortar: str = "key",
    bh: float = 16,
    bw: float = 38,
    miss: float = 0.0,
    seed: int = 2,
    tone: Chance | None = None,
    lite: str | None = None,
) -> None:
    """A brick wall in a polygon, each brick a slab cut by hand, `bh` by `bw` with its mortar.

    A brick stays uncut with the chance `miss`, or 1 - `tone` where that is given; one in eight is
    inked in `lite`.
    """
    rng = np.random.default_rng(seed)
    wall = B.mask(pts)
    B.poly(pts, mortar, 0)
    (x0, y0), (x1, y1) = _corners(pts)
    for course, y in enumerate(np.arange(y0, y1, bh)):
        x = x0 - bw * (course % 2) * 0.5 - rng.uniform(0, 4)
        while x < x1:
            wide = bw + rng.normal() * 2
            if rng.random() < (1 - miss if tone is None else tone(x, y)):
                shade = lite if lite is not None and rng.random() < 0.12 else ink
                tilt, sink = rng.normal(size=2)
                left, right = x + 1.5, x + wide - 1.5
                top, bottom = y + 1.5, y + bh - 1.5
                slab = [(left, top), (right, top + tilt), (right, bottom), (left, bottom + sink)]
                B.poly(slab, shade, 0.7, wall)
            x += wide


def cobbles(
    B: Block,
    pts: PointsLike,
    vp: tuple[float, float],
    base: str = "key",
    lite: str = "slate",
    hi: str = "straw",
    rows: int = 24,
    seed: int = 5,
    ymin: float | None = None,
    glow: Chance | None = None,
) -> None:
    """Setts in rows, growing from the height of the vanishing point `vp` to the polygon's foot.

    `rows` says how many there would be at the size of the nearest; none lies above `ymin`. The
    more `glow` a place has, the more setts are cut there, and the more of them in `hi`.
    """
    rng = np.random.default_rng(seed)
    street = B.mask(pts)
    B.poly(pts, base, 0)
    (x0, y0), (x1, y1) = _corners(pts)
    top = (y0 if ymin is None else ymin) + 3
    y = y1
    while y > top:
        near = (y - vp[1]) / (y1 - vp[1])
        high, wide = max(3.0, 34 * 24 / rows * near), max(6.0, 66 * 24 / rows * near)
        x = x0 - rng.uniform(0, wide)
        while x < x1 + wide:
            across = wide * rng.uniform(0.75, 1.2)
            bright = glow(x + across / 2, y) if glow else 0.5
            if rng.random() < 0.35 + bright * 0.65:
                sett = _sett(x + across / 2, y - high / 2, across, high, rng.uniform(0.25, 0.75))
                B.poly(sett, hi if rng.random() < bright * 0.85 else lite, 0.5, street)
            x += across
        y -= high


def _sett(cx: float, cy: float, wide: float, high: float, cut: float) -> Points:
    """A rounded stone, cut off flat where it is no longer lit."""
    t = np.linspace(0, 2 * np.pi, 11)[:-1]
    c, s = np.cos(t), np.sin(t)
    x = cx + wide * 0.44 * np.sign(c) * np.abs(c) ** 0.6
    y = cy + high * 0.40 * np.sign(s) * np.abs(s) ** 0.6
    return np.stack([x, np.minimum(y, cy + high * (0.5 - cut))], 1)


def _corners(pts: PointsLike) -> tuple[tuple[float, float], tuple[float, float]]:
    """The least and the greatest x and y of a polygon."""
    p = np.asarray(pts, np.float64)
    (x0, y0), (x1, y1) = p.min(0).tolist(), p.max(0).tolist()
    return (x0, y0), (x1, y1)
