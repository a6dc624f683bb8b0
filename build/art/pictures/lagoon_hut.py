"""Vi's hut: palings, flattened tin and sacking, swept and kept."""

from __future__ import annotations

from typing import Any

import numpy as np

from build.art.block import Block
from build.art.pictures.coast_land import Point, Tone
from build.art.scenery import smoke

Quad = tuple[Point, Point, Point, Point]
_FRONT: Quad = ((1110, 338), (1520, 268), (1520, 770), (1110, 664))
_SIDE: Quad = ((1520, 268), (1830, 330), (1830, 690), (1520, 770))
_ROOF: Quad = ((1190, 214), (1650, 104), (1556, 282), (1066, 366))


def on(q: Quad, u: float, v: float) -> Point:
    """The point of a wall at u along and v down."""
    p = np.asarray(q, float)
    top = p[0] + (p[1] - p[0]) * u
    low = p[3] + (p[2] - p[3]) * u
    x, y = top + (low - top) * v
    return float(x), float(y)


def cell(q: Quad, u: Point, v: Point) -> list[Point]:
    """A rectangle on a wall, in its perspective."""
    return [on(q, u[0], v[0]), on(q, u[1], v[0]), on(q, u[1], v[1]), on(q, u[0], v[1])]


def hut(b: Block, *, dusk: bool) -> None:
    """The whole hut, back to front."""
    _chimney(b, dusk=dusk)
    _side(b, dusk=dusk)
    _palings(b, dusk=dusk)
    _tins(b, dusk=dusk)
    _window(b, dusk=dusk)
    _door(b, dusk=dusk)
    _roof(b, dusk=dusk)
    _yard(b, dusk=dusk)
    _geraniums(b, dusk=dusk)


def _chimney(b: Block, *, dusk: bool) -> None:
    """A pipe of drums, with wood smoke."""
    drift = (-520, -46) if dusk else (-120, -110)
    smoke(b, 1590, 70, *drift, 8, 10, 40, "paper" if not dusk else "teal", "key", None, seed=12)
    b.rect(1568, 62, 1612, 190, "key", 1)
    for k in range(6):
        b.gouge(1574 + k * 5, 80, 90, 96, 2.6, "sand" if k < 3 and not dusk else "brown")
    b.rect(1560, 56, 1620, 70, "key", 0.8)


def _side(b: Block, *, dusk: bool) -> None:
    """The gable wall, away from the light."""
    b.poly([_SIDE[0], (1660, 128), *_SIDE[1:]], "key", 1)
    rng = np.random.default_rng(6)
    for k in range(34):
        u = k / 33
        top = 0.02 - 0.36 * (1 - abs(u - 0.45) / 0.55) if abs(u - 0.45) < 0.55 else 0.02
        a, c = on(_SIDE, u, top + 0.05), on(_SIDE, u, 0.97)
        b.stroke([a, c], rng.uniform(1.5, 4), "brown", (0.6, 1), 0.8)
    for across, down in (((0.1, 0.42), (0.3, 0.5)), ((0.52, 0.86), (0.56, 0.8))):
        b.poly(cell(_SIDE, across, down), "teal" if not dusk else "key", 0.8)
        b.engrave(b.mask(cell(_SIDE, across, down)), "key", 0.55, angle=11, pitch=8)


def _palings(b: Block, *, dusk: bool) -> None:
    """Split palings, no two of a width, the light raking them."""
    b.poly(list(_FRONT), "key", 1)
    rng = np.random.default_rng(9)
    u = 0.0
    while u < 1:
        w = rng.uniform(0.026, 0.05)
        ink = (
            rng.choice(["brown", "sand", "brown", "paper"], p=[0.4, 0.36, 0.14, 0.1])
            if not dusk
            else "brown"
        )
        if not dusk or rng.random() < 0.75:
            p = cell(
                _FRONT,
                (u + 0.004, min(u + w, 1) - 0.003),
                (rng.uniform(0.0, 0.02), rng.uniform(0.95, 1.0)),
            )
            b.poly(p, str(ink), 1)
            light = 0.78 - 0.3 * u if not dusk else 0.34 + 0.2 * rng.random()
            b.engrave(b.mask(p), "key", _grain(light), angle=87 + rng.normal() * 3, pitch=7)
        u += w
    for v in (0.30, 0.72):
        b.stroke([on(_FRONT, 0, v), on(_FRONT, 1, v)], 4, "key")


def _grain(light: float) -> Tone:
    """The tone of split wood under this much light."""
    return lambda x, y: light + 0.14 * np.sin(y / 37 + x / 9)


def _tins(b: Block, *, dusk: bool) -> None:
    """Kerosene tins, opened and hammered flat, nailed like shingles."""
    for u0, v0, n, m in ((0.40, 0.02, 3, 3), (0.0, 0.62, 4, 3), (0.80, 0.40, 3, 4)):
        for i in range(n):
            for j in range(m):
                p = cell(
                    _FRONT,
                    (u0 + i * 0.066, u0 + i * 0.066 + 0.064),
                    (v0 + j * 0.115, v0 + j * 0.115 + 0.112),
                )
                ink = (
                    ("teal", "paper", "sand", "teal", "red")[(i * 3 + j * 2 + n) % 5]
                    if not dusk
                    else ("teal", "brown")[(i + j) % 2]
                )
                b.poly((np.asarray(p) - np.mean(p, 0)) * 1.06 + np.mean(p, 0), "key", 0.6)
                b.poly(p, ink, 0.8)
                patch = b.mask(p)
                b.engrave(
                    patch,
                    "key",
                    0.72 if not dusk else 0.4,
                    angle=(-9, 80, 40)[(i + j) % 3],
                    pitch=8,
                    wobble=3,
                )
                for x, y in p:
                    b.ellipse(x, y, 2.4, 2.4, "key", 0)


def _window(b: Block, *, dusk: bool) -> None:
    """One window: sacking drawn back, and hemmed."""
    u, v = (0.12, 0.34), (0.20, 0.52)
    frame = cell(_FRONT, (u[0] - 0.02, u[1] + 0.02), (v[0] - 0.03, v[1] + 0.03))
    pane = cell(_FRONT, u, v)
    b.poly(frame, "key", 0.8)
    b.poly(
        cell(_FRONT, (u[0] - 0.012, u[1] + 0.012), (v[0] - 0.02, v[1] + 0.02)),
        "paper" if not dusk else "brown",
        0.6,
    )
    b.poly(pane, "gold" if dusk else "key", 0.6)
    if dusk:
        x, y = on(_FRONT, 0.23, 0.38)
        b.rays(b.mask(pane), x, y, "paper", n=26, tone=lambda s, t: np.hypot(s - x, t - y) / 70)
        b.rect(x - 6, y + 6, x + 6, y + 26, "key", 0.4)
        b.blob([(x - 8, y + 6), (x, y - 24), (x + 8, y + 6)], "paper", 0.4)
    for a, c in ((u[0], u[0] + 0.07), (u[1] - 0.07, u[1])):
        k = 0.05 if a == u[0] else -0.05
        q = [
            on(_FRONT, a, v[0]),
            on(_FRONT, c, v[0]),
            on(_FRONT, c - max(k, 0), 0.40),
            on(_FRONT, c + min(k, 0) * 0, v[1]),
            on(_FRONT, a, v[1]),
        ]
        b.poly(q, "sand" if not dusk else "brown", 0.8)
        b.engrave(b.mask(q), "brown" if not dusk else "key", 0.55, angle=84, pitch=6)
        b.engrave(b.mask(q), "key", 0.8, angle=4, pitch=7)


def _geraniums(b: Block, *, dusk: bool) -> None:
    """Two tins of geraniums at the corner of the wall."""
    for x, y in ((1530, 806), (1500, 786)):
        b.rect(x - 19, y - 40, x + 19, y + 2, "key", 0.6)
        b.rect(x - 15, y - 36, x + 15, y - 2, "teal" if not dusk else "brown", 0.6)
        b.engrave(b.box(x, y - 38, x + 17, y), "key", 0.6, angle=2, pitch=6)
        for k in range(17):
            dx, dy = (k * 17) % 56 - 28, (k * 29) % 44
            ink = "red" if k % 4 == 1 else ("key" if dusk or k % 3 == 0 else "teal")
            b.ellipse(x + dx, y - 46 - dy, 10, 7, "key", 0.5)
            b.ellipse(x + dx - 1, y - 47 - dy, 7.5, 5, ink, 0.5)


def _door(b: Block, *, dusk: bool) -> None:
    """The door stands open on a scrubbed step; inside, the black stove and its fire."""
    u, v = (0.60, 0.78), (0.16, 0.97)
    b.poly(cell(_FRONT, (u[0] - 0.02, u[1] + 0.02), (v[0] - 0.025, v[1])), "key", 0.8)
    b.poly(
        cell(_FRONT, (u[0] - 0.014, u[1] + 0.014), (v[0] - 0.018, v[1])),
        "sand" if not dusk else "gold",
        0.6,
    )
    gap = cell(_FRONT, u, v)
    b.poly(gap, "gold" if dusk else "key", 0.6)
    if dusk:
        x, y = on(_FRONT, 0.69, 0.45)
        b.rays(b.mask(gap), x, y, "paper", n=34, tone=lambda s, t: np.hypot(s - x, t - y) / 120)
    else:
        x, y = on(_FRONT, 0.66, 0.7)
        b.rect(x - 12, y - 12, x + 12, y + 4, "red", 0.6)
        b.gouge(x - 20, y - 40, -9, 50, 4, "sand")
    step = [on(_FRONT, u[0] - 0.03, 0.97), on(_FRONT, u[1] + 0.04, 0.97), (1470, 792), (1330, 758)]
    b.poly(step, "paper" if not dusk else "gold", 0.8)
    b.poly([step[3], step[2], (1470, 806), (1330, 772)], "key", 0.8)


def _roof(b: Block, *, dusk: bool) -> None:
    """Old corrugated iron, patched, with stones to hold it in a southerly."""
    q = _ROOF
    b.poly((np.asarray(q) - np.mean(q, 0)) * 1.02 + np.mean(q, 0), "key", 1)
    b.poly(list(q), "red" if not dusk else "key", 1)
    rng = np.random.default_rng(5)
    for s in range(9):
        p = cell(q, (s / 9, (s + 1) / 9 - 0.004), (0.02, 0.99))
        ink = ("red", "brown", "red", "sand", "brown")[s % 5] if not dusk else "brown"
        b.poly(p, ink, 0.8)
        edge = np.asarray(p)
        for k in range(7):
            a = edge[0] + (edge[1] - edge[0]) * (k + 0.5) / 7
            c = edge[3] + (edge[2] - edge[3]) * (k + 0.5) / 7
            b.stroke([a, c], 4.2 if not dusk else 5.6, "key", (0.5, 1.1), 0.8)
    for u, v in ((0.12, 0.3), (0.34, 0.62), (0.56, 0.2), (0.78, 0.5), (0.92, 0.3), (0.2, 0.8)):
        x, y = on(q, u, v)
        r = rng.uniform(11, 17)
        b.blob(
            [(x - r, y + 4), (x - r * 0.5, y - r), (x + r * 0.7, y - r * 0.8), (x + r, y + 4)],
            "key",
            1,
        )
        b.gouge(x - r * 0.5, y - r * 0.5, -8, r * 1.1, 4, "paper" if not dusk else "red")
    b.stroke([q[3], q[2]], 11, "key")
    b.stroke([q[3], q[2]], 5, "gold", wob=0.8)
    b.stroke([(1650, 108), (1834, 330)], 15, "key")
    b.stroke([(1656, 112), (1834, 326)], 6, "brown")


def _yard(b: Block, *, dusk: bool) -> None:
    """White-limed stones along the path, a water butt, a chopping block with its axe."""
    for k in range(8):
        x, y = 1320 - k * 40, 800 + k * 32
        r = 15 + k * 1.6
        b.blob(
            [
                (x - r, y),
                (x - r * 0.5, y - r * 0.9),
                (x + r * 0.6, y - r * 0.8),
                (x + r, y),
                (x, y + r * 0.4),
            ],
            "key",
            0.8,
        )
        b.blob(
            [
                (x - r + 4, y - 1),
                (x - r * 0.5, y - r * 0.75),
                (x + r * 0.5, y - r * 0.65),
                (x + r * 0.5, y),
            ],
            "paper" if not dusk else "gold",
            0.8,
        )
    b.rect(1556, 560, 1680, 800, "key", 1.2)
    for k in range(8):
        t = abs(k - 3.5) / 4
        b.rect(1564 + k * 14, 570, 1574 + k * 14, 790, "brown" if t > 0.4 or dusk else "sand", 0.8)
    for y in (604, 690, 770):
        b.rect(1552, y, 1684, y + 12, "key", 0.8)
        b.rect(1558, y + 3, 1640, y + 6, "teal" if dusk else "paper", 0.5)
    b.ellipse(1618, 562, 64, 15, "key", 0.6)
    b.ellipse(1614, 561, 52, 9, "teal" if not dusk else "gold", 0.6)


def line_ends() -> tuple[Any, Any]:
    """Where the clothes line is tied: the she-oak, and the hut's corner."""
    return (300, 300), on(_FRONT, 0.0, 0.06)
