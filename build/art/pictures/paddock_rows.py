"""Rows of bush beans, knee high and more, and the hessian bags that stand between them.

Bush ("French") beans need no poles; pickers strip them into tins and fill bags of hessian.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from build.art.block import Block, smooth
from build.art.pictures.coast_land import Point
from build.art.pictures.paddock_land import (
    FAR,
    MIDDLE,
    YARD,
    YARD_AT,
    in_yard,
    on_soil,
)

APART = 9.5  # decimetres from row to row
FIRST = -0.65  # how far across one of them is
_DEEP = 2240.0  # decimetres off times the scale there
_NEAREST = 74.0
_SMALLEST = 8.0
_LEAF = np.array(
    [
        (0.06, 0),
        (0, 0.26),
        (0.16, 0.44),
        (0.42, 0.40),
        (0.7, 0.2),
        (1.08, 0.0),
        (0.7, -0.2),
        (0.42, -0.40),
        (0.16, -0.44),
        (0, -0.26),
    ],
    float,
)


def rows_at(scale: float) -> list[float]:
    """How far across are the rows that can be seen at a scale."""
    low = np.ceil((-60 - MIDDLE) / scale / APART - FIRST / APART)
    high = np.floor((1980 - MIDDLE) / scale / APART - FIRST / APART)
    found = [FIRST + APART * k for k in np.arange(low, high + 1)]
    return [float(x) for x in found if not in_yard(float(x), scale)]


def steps() -> list[float]:
    """The scales at which bushes stand, from far to near."""
    off = np.arange(_DEEP / _NEAREST, _DEEP / _SMALLEST, 2.5)
    return [float(_DEEP / z) for z in off[::-1]]


def shade(b: Block) -> None:
    """The rows' shadows, on the side away from the sun."""
    for across in rows_at(FAR):
        nearest = _NEAREST
        far = YARD_AT if across < YARD else FAR
        strip = [
            on_soil(across - 3.0, far),
            on_soil(across + 1.7, far),
            on_soil(across + 1.7, nearest),
            on_soil(across - 3.0, nearest),
        ]
        if max(p[0] for p in strip) > -50 and min(p[0] for p in strip) < 1970:
            b.poly(strip, "key", 2.5 if abs(across) < 40 else 1.0)


def far_rows(b: Block) -> None:
    """Where bushes are too small to be told apart: bands that run together."""
    rng = np.random.default_rng(77)
    for across in rows_at(FAR):
        if across < YARD:
            continue
        band = [on_soil(across - 2.6, FAR), on_soil(across + 2.6, FAR)]
        band += [on_soil(across + 2.6, 9), on_soil(across - 2.6, 9, 4)]
        b.poly(band, "key", 0.6)
        for _ in range(46):
            s = FAR + 6.4 * rng.random() ** 0.8
            x, y = on_soil(across + rng.uniform(-2, 2.4), s, rng.uniform(0.6, 4.4))
            ink = "gold" if rng.random() < 0.36 else "teal"
            b.gouge(x, y, rng.uniform(150, 230), s * 1.5, s * 0.42, ink)


def bushes(b: Block, scale: float) -> None:
    """One bush of every row, at one distance."""
    rng = np.random.default_rng(int(scale * 1000))
    for across in rows_at(scale):
        x, y = on_soil(across + rng.normal() * 0.25, scale)
        _bush(b, (x, y), scale, rng)


def _bush(b: Block, foot: Point, s: float, rng: Any) -> None:
    """A bush: black within, with leaves that the sun catches from the right."""
    x, y = foot
    tall = rng.uniform(4.4, 5.6)
    angles = np.linspace(np.pi, 0, 11)
    reach = rng.uniform(0.86, 1.12, 11)
    dome = np.stack(
        [x + 2.05 * s * reach * np.cos(angles), y - tall * s * reach * np.sin(angles)], 1
    )
    b.poly([*dome.tolist(), (x + 1.3 * s, y + 0.1 * s), (x - 1.3 * s, y + 0.1 * s)], "key", 0)
    if y - tall * s > 1110:
        return
    for _ in range(int(np.clip(s * 0.9, 9, 40))):
        a, r = rng.uniform(0.05, np.pi - 0.05), rng.random() ** 0.55
        at = (x + 2.1 * s * r * np.cos(a), y - tall * s * r * np.sin(a))
        sun = 0.5 * np.cos(a) * r + 0.5 * np.sin(a) * r + rng.normal() * 0.2
        _leaf(b, at, s, rng, sun=float(sun))
    if s > 17:
        for _ in range(3):
            _pod(b, (x + rng.uniform(-1.9, 1.9) * s, y - rng.uniform(1.4, 3.8) * s), s, rng)


def _leaf(b: Block, at: Point, s: float, rng: Any, *, sun: float) -> None:
    """One leaf, pointed, hanging outwards."""
    size = s * rng.uniform(0.7, 1.12)
    turn = rng.uniform(-0.3, 1.1) if rng.random() < 0.5 else rng.uniform(2.0, 3.4)
    c, d = np.cos(turn), np.sin(turn)
    shape = (_LEAF * size) @ np.array([[c, d], [-d, c]])
    middle = shape.mean(0)
    b.poly((shape - middle) * 1.25 + middle + at, "key", 0)
    ink = "gold" if sun > 0.62 else "teal"
    b.poly(shape + at, ink, 0)
    if s > 15:
        rib = np.array([(0.06, 0), (0.86, 0)]) * size @ np.array([[c, d], [-d, c]]) + at
        b.poly([*rib, rib[1] + [0, s * 0.05], rib[0] + [0, s * 0.09]], "key", 0)
    if ink == "teal" and sun > 0.3:
        x, y = shape[2] + at
        b.gouge(x, y, np.degrees(turn) + 180, size * 0.4, size * 0.1 + 0.8, "gold")


def _pod(b: Block, at: Point, s: float, rng: Any) -> None:
    """A bean that hangs."""
    x, y = at
    bow = rng.normal() * 0.25 * s
    line = smooth(np.array([(x, y), (x + bow, y + 0.6 * s), (x + bow * 1.3, y + 1.3 * s)]),
                  closed=False)  # fmt: skip
    b.stroke(line, s * 0.34, "key", (0.8, 0.2), 0)
    b.stroke(line, s * 0.19, "paper" if rng.random() < 0.4 else "gold", (0.8, 0.2), 0)


def bag(b: Block, across: float, scale: float, *, tied: bool = True, seed: int = 1) -> None:
    """A full hessian bag on its end; or one that is still open, with beans to its mouth."""
    rng = np.random.default_rng(seed)
    x, y = on_soil(across, scale)
    w, h = 2.4 * scale, 7.6 * scale * rng.uniform(0.9, 1.05)
    lean = rng.normal() * 0.25 * scale

    def at(u: float, v: float) -> Point:
        """A place on the bag: shares of half its width and of its height."""
        return x + u * w + lean * v, y - v * h

    _ground_shadow(b, x, y, w, h)
    top = [(-0.7, 0.98), (-0.84, 1.08), (-0.62, 1.0), (0.0, 0.985), (0.62, 1.0), (0.84, 1.08),
           (0.7, 0.98)] if tied else [(-0.8, 0.97), (0.8, 0.97)]  # fmt: skip
    side = [(0.96, 0.78), (1.08, 0.45), (1.02, 0.12), (0.84, 0.0)]
    outline = [(-u, v) for u, v in side[::-1]] + top + side
    sack(b, [at(u, v) for u, v in outline], scale, x + w * 0.4)
    if tied:
        seam(b, at(-0.7, 0.94), at(0.7, 0.94), scale)
        return
    b.ellipse(*at(0, 0.96), w * 0.8, w * 0.26, "key", 0.4)
    beans(b, at(0, 0.98), (w * 0.68, w * 0.2), scale, rng)


def seam(b: Block, left: Point, right: Point, scale: float) -> None:
    """A seam sewn with twine: slanting stitches over the gathered edge."""
    a, c = np.asarray(left), np.asarray(right)
    b.stroke([a, c], max(1.6, scale * 0.1), "key", wob=0.4)
    for k in np.linspace(0.04, 0.96, 9):
        x, y = a + (c - a) * k
        wide = max(1.4, scale * 0.09)
        b.stroke([(x - scale * 0.08, y + scale * 0.26), (x + scale * 0.08, y - scale * 0.26)], wide,
                 "key", wob=0)  # fmt: skip


def beans(b: Block, at: Point, size: Point, scale: float, rng: Any) -> None:
    """Beans heaped in a mouth of this size."""
    for _ in range(44):
        a, r = rng.uniform(0, 6.3), rng.random() ** 0.5
        x, y = at[0] + size[0] * r * np.cos(a), at[1] + size[1] * r * np.sin(a)
        turn, ln = np.radians(rng.uniform(-50, 50)), scale * 0.5
        line = [(x - ln * np.cos(turn), y - ln * np.sin(turn)), (x, y + ln * 0.12),
                (x + ln * np.cos(turn), y + ln * np.sin(turn))]  # fmt: skip
        ink = ("gold", "paper", "teal")[int(rng.integers(3))]
        b.stroke(line, scale * 0.3 + 1, "key", (0.3, 0.3), 0)
        b.stroke(line, scale * 0.18 + 0.4, ink, (0.3, 0.3), 0)


def _ground_shadow(b: Block, x: float, y: float, w: float, h: float) -> None:
    """The shadow of something upright: towards us and to the left."""
    b.poly([(x - w, y - 4), (x + w * 0.9, y - 2), (x + w * 0.2, y + h * 0.34),
            (x - w * 1.7, y + h * 0.34)], "key", 1.2)  # fmt: skip


def sack(b: Block, shape: Any, scale: float, lit: float) -> None:
    """Hessian: sand, woven both ways, darker away from the sun."""
    outline = smooth(np.asarray(shape, float), 6)
    middle = outline.mean(0)
    rim = 1 + 5.0 / max(np.ptp(outline[:, 0]), 20) + 0.02
    b.poly((outline - middle) * rim + middle, "key", 0.6)
    b.poly(outline, "sand", 0.6)
    patch = b.mask(outline)
    wide = float(np.ptp(outline[:, 0]))
    pitch = float(np.clip(scale * 0.16, 4, 9))

    def round_(x: Any, y: Any) -> Any:
        """Lighter to the right, and dark below."""
        return 1.0 - np.abs(x - lit) / wide * 0.85 - (y - middle[1]) / (wide * 9)

    b.engrave(patch, "brown", lambda x, y: round_(x, y) + 0.06, angle=84, pitch=pitch * 1.1)
    b.engrave(patch, "brown", lambda x, y: round_(x, y) + 0.12, angle=3, pitch=pitch)
    b.engrave(patch, "key", lambda x, y: round_(x, y) + 0.22, angle=78, pitch=pitch * 1.5)
