"""The bean paddock's sky, hills, sea and soil, and the perspective that everything stands in.

Places on the ground are told by (across, scale): decimetres from the middle line, and how many
pixels a decimetre has there, which falls as things are further off.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from build.art.block import Block
from build.art.pictures.coast_land import Point, glitter, sea
from build.art.scenery import ridge

HORIZON = 310.0
MIDDLE = 860.0
EYE = 16.0  # decimetres above the soil
FAR = 2.8  # the scale at the paddock's end
YARD = -16.2  # to the left of it, and further off than YARD_AT, is the grower's yard
YARD_AT = 16.0
_SUN = (1306.0, 172.0)


def on_soil(across: float, scale: float, up: float = 0) -> Point:
    """Where a place on the ground, or so many decimetres over it, comes out."""
    return MIDDLE + across * scale, HORIZON + (EYE - up) * scale


def in_yard(across: float, scale: float) -> bool:
    """True where no beans grow."""
    return across < YARD and scale < YARD_AT


def sky(b: Block) -> None:
    """A gold morning: the sun is over the sea, and its rays go across the whole sheet."""
    x, y = _SUN
    b.rays(
        b.box(0, 0, 1920, HORIZON + 30),
        x,
        y,
        "paper",
        n=70,
        tone=lambda u, v: np.clip(np.hypot(u - x, v - y) / 1050, 0.2, 0.95),
    )
    b.ellipse(x, y, 88, 88, "paper", 1)
    ring = np.linspace(0, 6.3, 70)
    b.stroke(np.stack([x + 95 * np.cos(ring), y + 95 * np.sin(ring)], 1), 5, "key")
    for cx, cy, w in ((1640, 258, 220), (760, 236, 120), (1830, 200, 150)):
        top = [(cx - w, cy), (cx - w * 0.4, cy - 13), (cx + w * 0.2, cy - 8), (cx + w, cy)]
        b.blob([*top, (cx + w * 0.3, cy + 9), (cx - w * 0.5, cy + 7)], "key", 1)
        b.blob([(p[0] * 0.96 + cx * 0.04, p[1] - 3) for p in top] + [(cx, cy + 2)], "red", 1)


def far_side(b: Block) -> None:
    """A strip of sea, the wooded hills that come down to it, and the fence at the end."""
    water = b.box(700, HORIZON, 1920, HORIZON + 50)
    b.put(water, np.ones_like(water[2]), "teal")
    sea(b, water, HORIZON - 1, "key", near=7, seed=8)
    glitter(b, water, _SUN[0], (HORIZON + 4, HORIZON + 40), (50, 150), "paper", 120)
    b.rect(700, HORIZON - 2, 1920, HORIZON + 2, "key", 0.5)
    _hill(b, [(-20, 120), (240, 150), (520, 176), (760, 250), (960, 306), (1090, 336)], 11, "teal")
    _hill(b, [(1530, 336), (1680, 292), (1800, 262), (1940, 236)], 14, "teal")
    _hill(b, [(-20, 230), (300, 240), (600, 274), (800, 330), (900, 352)], 23, "key")
    b.poly(np.vstack([ridge(-20, 1940, 344, 9, 6), [(1940, 366), (-20, 366)]]), "key", 0.8)


def _hill(b: Block, rim: list[Point], seed: int, ink: str) -> None:
    """A wooded hill: crowns of gums along its rim, and more of them cut down its side."""
    rng = np.random.default_rng(seed)
    at = np.asarray(rim, float)
    x = np.linspace(at[0, 0], at[-1, 0], int((at[-1, 0] - at[0, 0]) / 7))
    y = np.interp(x, at[:, 0], at[:, 1])
    y = y + 5 * np.sin(x / 31 + seed) - rng.uniform(0, 9, len(x))
    hill = [*zip(x.tolist(), y.tolist(), strict=True), (x[-1], 370), (x[0], 370)]
    b.poly(np.asarray(hill) - [0, 5], "key", 0.6)
    b.poly(hill, ink, 0.6)
    patch = b.mask(hill)
    for _ in range(int((x[-1] - x[0]) * 1.1)):
        u = rng.uniform(x[0], x[-1])
        top = float(np.interp(u, x, y))
        v = top + (372 - top) * rng.random() ** 1.1
        r = rng.uniform(5, 13)
        crown = [(u - r, v), (u - r * 0.5, v - r * 0.8), (u + r * 0.6, v - r * 0.7), (u + r, v)]
        b.blob([*crown, (u, v + r * 0.35)], "key", 0.5, patch)
        lit = "gold" if rng.random() < 0.34 else ("teal" if ink == "key" else "paper")
        if ink == "key" or rng.random() < 0.5:
            b.gouge(u + r * 0.7, v - r * 0.5, 196, r * 1.2, 3, lit, 2, patch)


def soil(b: Block) -> None:
    """Warm soil, its furrows running to one point; and the yard's trodden ground."""
    ground = [(-20, 362), (1940, 362), (1940, 1100), (-20, 1100)]
    b.poly(ground, "sand", 0.6)
    patch = b.mask(ground)

    def furrow(x: Any, y: Any) -> Any:
        """How far across a place is, as 40 pixels a decimetre."""
        return (x - MIDDLE) / (y - HORIZON) * EYE * 40

    b.engrave(patch, "brown", lambda _x, y: 0.5 + (y - 360) / 2400, pitch=30, curve=furrow, seed=5)
    b.engrave(patch, "key", 0.80, pitch=52, curve=furrow, wobble=2.4, seed=9)
    _clods(b)
    _yard(b)


def _clods(b: Block) -> None:
    """Small clods and stones in the furrows."""
    rng = np.random.default_rng(40)
    for _ in range(700):
        s = 9 + 60 * rng.random() ** 1.2
        x, y = rng.uniform(-20, 1940), HORIZON + EYE * s
        r = s * rng.uniform(0.06, 0.2)
        b.blob([(x - r, y), (x - r * 0.4, y - r), (x + r * 0.7, y - r * 0.7), (x + r, y)], "key", 0)
        b.gouge(x + r * 0.6, y - r * 0.5, 190, r * 1.1, r * 0.4 + 0.6, "paper")


def _yard(b: Block) -> None:
    """The yard on the left, where the beans end: swept by wheels, with grass along its edge."""
    edge = [on_soil(YARD, s) for s in np.linspace(3, YARD_AT, 12)]
    low = edge[-1][1]
    shape = [*edge, (-20, low), (-20, 356)]
    b.poly(shape, "sand", 0.8)
    patch = b.mask(shape)
    b.engrave(
        patch, "key", lambda x, y: 0.98 - (y - 350) / 420 - x / 4000, angle=-2, pitch=9, wobble=3
    )
    rng = np.random.default_rng(8)
    for _ in range(330):
        s = rng.uniform(4, YARD_AT + 0.7)
        x, y = on_soil(YARD, s) if rng.random() < 0.45 else (rng.uniform(-20, 640), low + 4)
        x += rng.normal() * 6
        b.gouge(x, y + 2, -90 + rng.normal() * 24, s * rng.uniform(0.8, 1.9), 3.4, "key")
        if rng.random() < 0.4:
            b.gouge(x + 3, y, -84 + rng.normal() * 24, s * rng.uniform(0.6, 1.4), 2.4, "gold")
