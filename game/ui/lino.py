"""The hand of the cutter: edges that waver, cuts that taper. Pure numbers, the same every time.

Everything here gives points of polygons; `game.ui.press` fills them. A seed makes an edge its own,
and the same seed always gives the same edge, so that nothing flickers when it is drawn again.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Sequence
from typing import NamedTuple

from game.ui.geometry import Rect
from game.ui.inks import Ink

Point = tuple[float, float]
Outline = list[Point]


class Cut(NamedTuple):
    """One filled shape."""

    ink: Ink
    outline: Outline


def seed_of(word: str) -> int:
    """A seed that is the same in every run (`hash` is not)."""
    return zlib.crc32(word.encode())


class Chance:
    """A small generator of numbers, so that a print does not depend on Python's."""

    def __init__(self, seed: int) -> None:
        self._state = (seed * 2654435761 + 0x9E3779B9) & 0xFFFFFFFF or 1

    def unit(self) -> float:
        """The next number, 0 up to 1."""
        x = self._state
        x ^= (x << 13) & 0xFFFFFFFF
        x ^= x >> 17
        x ^= (x << 5) & 0xFFFFFFFF
        self._state = x
        return x / 0x100000000

    def between(self, low: float, high: float) -> float:
        """The next number from a range."""
        return low + (high - low) * self.unit()

    def whole(self, low: int, high: int) -> int:
        """The next whole number, both ends included."""
        return low + int(self.unit() * (high - low + 1))


def wavering(points: Sequence[Point], chance: Chance, by: float, step: float) -> Outline:
    """The closed outline through `points`, wandering `by` pixels, with a point at each `step`."""
    out: Outline = []
    for (x0, y0), (x1, y1) in zip(points, [*points[1:], points[0]], strict=True):
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        across = ((y0 - y1) / length, (x1 - x0) / length)
        count = max(1, round(length / step))
        for n in range(count):
            along = (n + (chance.between(-0.3, 0.3) if n else 0)) / count
            off = chance.between(-by, by)
            out.append(
                (x0 + (x1 - x0) * along + across[0] * off, y0 + (y1 - y0) * along + across[1] * off)
            )
    return out


def slab(rect: Rect, chance: Chance, by: float, step: float) -> Outline:
    """A rectangle cut by hand."""
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    return wavering([(x, y), (right, y), (right, bottom), (x, bottom)], chance, by, step)


def gouge(x: float, y: float, angle: float, length: float, width: float) -> Outline:
    """One tapered cut that starts at a point. `angle` is in radians, clockwise from the right."""
    along, across = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
    out = []
    for share, half in ((0, 0.12), (0.25, 0.5), (0.55, 0.42), (1, 0)):
        for side in (1,) if share == 1 else (1, -1):
            at = (x + along[0] * length * share, y + along[1] * length * share)
            out.append(
                (at[0] + across[0] * width * half * side, at[1] + across[1] * width * half * side)
            )
    left, right = out[0:6:2], out[1:6:2]
    return [*left, out[6], *reversed(right)]


def blob(x: float, y: float, rx: float, ry: float, chance: Chance, by: float = 0.06) -> Outline:
    """A round shape cut by hand."""
    count = 22
    out = []
    for n in range(count):
        turn = 2 * math.pi * n / count
        reach = 1 + chance.between(-by, by)
        out.append((x + math.cos(turn) * rx * reach, y + math.sin(turn) * ry * reach))
    return out


def grown(points: Sequence[Point], by: float) -> Outline:
    """An outline moved outwards from its middle by about `by` pixels: a key line round a shape."""
    cx = sum(p[0] for p in points) / len(points)
    cy = sum(p[1] for p in points) / len(points)
    out = []
    for x, y in points:
        far = math.hypot(x - cx, y - cy) or 1.0
        out.append((x + (x - cx) / far * by, y + (y - cy) / far * by))
    return out
