"""Sky, sea and ground of the coast: what several of its pictures are cut from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from build.art.block import Block, smooth

Point = tuple[float, float]
# A line of points: any sequence of (x, y), or an array of them.
Line = Any
Patch = Any
Tone = Callable[[Any, Any], Any]


def around(b: Block, holes: list[Patch], ink: str) -> None:
    """Ink the whole sheet but for some openings."""
    shut = np.ones(b.a.shape, bool)
    for sy, sx, m in holes:
        shut[sy, sx] &= ~m
    b.a[shut] = b.ix[ink]


def stars(
    b: Block, patch: Patch, n: int, seed: int, band: tuple[Point, Point] | None = None
) -> None:
    """Stars as points of the knife, thicker along a band."""
    rng = np.random.default_rng(seed)
    sy, sx, _ = patch
    x0, x1 = sx.start / b.ss, sx.stop / b.ss
    y0, y1 = sy.start / b.ss, sy.stop / b.ss
    for k in range(n):
        x, y = rng.uniform(x0, x1), rng.uniform(y0, y1)
        if band and k % 2:
            u = rng.random()
            x = band[0][0] + (band[1][0] - band[0][0]) * u + rng.normal() * 26
            y = band[0][1] + (band[1][1] - band[0][1]) * u + rng.normal() * 26
        r = rng.choice([1.3, 1.8, 2.4, 3.6], p=[0.45, 0.32, 0.17, 0.06])
        ink = "gold" if rng.random() < 0.12 else "paper"
        b.poly([(x - r, y), (x, y - r * 1.3), (x + r, y), (x, y + r * 1.3)], ink, 0, clip=patch)


def sea(
    b: Block, patch: Patch, horizon: float, ink: str, *, near: float = 15, seed: int = 3
) -> None:
    """Swell: short level cuts, finer towards the horizon."""
    rng = np.random.default_rng(seed)
    sy, sx, _ = patch
    x0, x1, y1 = sx.start / b.ss, sx.stop / b.ss, sy.stop / b.ss
    y = horizon + 3
    while y < y1:
        k = (y - horizon) / max(y1 - horizon, 1)
        pitch = 4 + near * k
        x = x0 - rng.uniform(0, 90)
        while x < x1:
            ln = rng.uniform(20, 60) + 150 * k * rng.random()
            lift = rng.uniform(-0.3, 0.3) * pitch
            crest = [(x, y + lift), (x + ln * 0.45, y + lift - pitch * 0.3), (x + ln, y + lift)]
            b.stroke(crest, pitch * 0.52, ink, (0, 0), 0.4, curve=True, clip=patch)
            x += ln + rng.uniform(4, 26) + 30 * k
        y += pitch


def glitter(
    b: Block, patch: Patch, x: float, y: Point, wide: Point, ink: str, n: int = 220
) -> None:
    """The sun's road on water: dashes that spread as they come nearer."""
    rng = np.random.default_rng(int(x))
    for _ in range(n):
        k = rng.random() ** 0.8
        yy = y[0] + (y[1] - y[0]) * k
        w = wide[0] + (wide[1] - wide[0]) * k
        xx = x + rng.normal() * w * 0.5
        ln = (8 + 40 * k) * rng.uniform(0.5, 1.2)
        b.stroke([(xx - ln / 2, yy), (xx + ln / 2, yy)], 2 + 4.5 * k, ink, (0, 0), 0.3, clip=patch)


def rounded(pts: Line, r: float) -> Any:
    """A polygon with its corners taken off by a curve."""
    p = np.asarray(pts, float)
    out = []
    n = len(p)
    for i in range(n):
        a, c, d = p[i - 1], p[i], p[(i + 1) % n]
        u = (a - c) / np.hypot(*(a - c))
        v = (d - c) / np.hypot(*(d - c))
        t = np.linspace(0, 1, 9)[:, None]
        q0, q2 = c + u * r, c + v * r
        out.append((1 - t) ** 2 * q0 + 2 * (1 - t) * t * c + t * t * q2)
    return np.vstack(out)


def curve(pts: Line) -> Any:
    """A flowing open line through points."""
    return smooth(pts, closed=False)


def fade(x: float, y: float, reach: float, base: float = 0.0) -> Tone:
    """A tone that rises evenly with the distance from a point."""
    return lambda u, v: base + np.hypot(u - x, v - y) / reach


def moved(line: Line, dx: float, dy: float) -> Any:
    """The same points elsewhere."""
    return np.asarray(line, float) + np.array([dx, dy])
