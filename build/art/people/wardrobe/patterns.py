"""Patterns printed on cloth or woven into it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from build.art.people.mesh import Array
from build.art.people.wardrobe.fronts import Marks, Painter


def _stripes(x: Array, y: Array, _z: Array, size: float) -> Array:
    found: Array = np.sin(y * size) + 0 * x > 0.1
    return found


def _dots(x: Array, y: Array, _z: Array, size: float) -> Array:
    u, v = x * size, y * size
    found: Array = np.hypot(u - np.round(u), v - np.round(v)) < 0.26
    return found


def _star(x: Array, y: Array, z: Array, _size: float) -> Array:
    turn = np.arctan2(x, y - 3.8) / (2 * np.pi) * 5
    point = 0.55 + 0.45 * np.abs((turn % 1) * 2 - 1)
    found: Array = (z > 0.2) & (np.hypot(x, y - 3.8) < 0.75 * point)
    return found


def _triangle(x: Array, y: Array, z: Array, _size: float) -> Array:
    found: Array = (z > 0.2) & (y < 4.6) & (np.abs(x) < (y - 3.2) * 0.6) & (y > 3.2)
    return found


def _flowers(x: Array, y: Array, _z: Array, size: float) -> Array:
    u, v = x * size + 0.5 * (np.floor(y * size) % 2), y * size
    u, v = u - np.round(u), v - np.round(v)
    petals = 0.20 + 0.10 * np.cos(5 * np.arctan2(v, u))
    r = np.hypot(u, v)
    found: Array = (r < petals) & (r > 0.07)
    return found


_PATTERNS: dict[str, Callable[[Array, Array, Array, float], Array]] = {
    "stripe": _stripes,
    "dots": _dots,
    "star": _star,
    "triangle": _triangle,
    "flowers": _flowers,
}


def printed(pattern: tuple[Any, ...]) -> Painter:
    """A pattern: its name, its ink, and its size where it has one."""
    name, ink = pattern[:2]
    size = pattern[2] if len(pattern) > 2 else 2.0

    def paint(g: Any, _t: Array) -> Marks:
        x, y, z = g.r[..., 0], g.r[..., 1], g.r[..., 2]
        return [(ink, _PATTERNS[name](x, y, z, size))]

    return paint


def plaid(g: Any, t: Array) -> Marks:
    """The check of a shawl, with a darker border."""
    x, y, z = g.r[..., 0], g.r[..., 1], g.r[..., 2]
    across = np.abs(((y + 0.08 * np.abs(x)) / 0.85) % 1 - 0.5) < 0.03
    down = np.abs((np.arctan2(x, z - 0.3) * 2.6) % 1 - 0.5) < 0.042
    foot = y - 0.1 * np.abs(x)
    return [("key", (across | down) & (t < 0.95)), ("key", (foot < 1.62) & (foot > 1.50))]


def together(*painters: Painter) -> Painter:
    """One pattern over another."""

    def paint(g: Any, t: Array) -> Marks:
        return [mark for painter in painters for mark in painter(g, t)]

    return paint
