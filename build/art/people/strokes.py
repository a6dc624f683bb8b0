"""The sheet a face is cut on: its pixels in the mesh's own places, and the cuts laid there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Protocol

import numpy as np

from build.art.people.body import Body
from build.art.people.expressions import Mood
from build.art.people.looks import Look, look_of
from build.art.people.mesh import Array

Marks = list[tuple[str, Array]]
Points = Sequence[tuple[float, float]]


class Dressed(Protocol):
    """What a face needs to know of its person."""

    b: Body
    o: dict[str, Any]
    mood: Mood
    look: Any
    seed: int


class Sheet:
    """The pixels of one piece of a face, and the marks cut there, back to front."""

    def __init__(self, g: Any, t: Array, person: Dressed) -> None:
        self.x, self.y, self.z = g.r[..., 0], g.r[..., 1], g.r[..., 2]
        self.a: Array = np.abs(self.x)
        self.t, self.m, self.scale = t, g.m, float(g.scale)
        self.front: Array = self.z > 0.85
        self.look: Look = look_of(person.look)
        self.mood, self.age, self.male = person.mood, person.b.age, person.b.male > 0.5
        self.skin: tuple[str, ...] = tuple(person.o["skin"])
        self.rouge: str | None = person.o["lips"]
        self.marks: Marks = []

    def put(self, ink: str, where: Array) -> None:
        """Lay an ink where a mask says, on the front of the face."""
        self.marks.append((ink, where & self.front))

    def line(
        self, points: Points, width: float, side: int = 0, taper: tuple[float, float] = (0, 0)
    ) -> Array:
        """Where a tapered cut runs; side 0 cuts it on both sides of the face, +-1 on one."""
        p = np.asarray(points, float)
        width = max(width, 1.5 / self.scale)
        across = self.a if side == 0 else self.x * side
        lo, hi = p.min(0) - width, p.max(0) + width
        box = (across > lo[0]) & (across < hi[0]) & (self.y > lo[1]) & (self.y < hi[1])
        out = np.zeros(self.x.shape, bool)
        if not box.any():
            return out
        px, py = across[box], self.y[box]
        best = np.full(px.shape, 9.0)
        lengths = np.hypot(*np.diff(p, axis=0).T)
        begun, whole = np.r_[0, np.cumsum(lengths)], lengths.sum()
        for i, (q, r) in enumerate(pairwise(p)):
            d = r - q
            u = np.clip(((px - q[0]) * d[0] + (py - q[1]) * d[1]) / max(d @ d, 1e-9), 0, 1)
            far = np.hypot(px - q[0] - u * d[0], py - q[1] - u * d[1])
            v = (begun[i] + u * lengths[i]) / whole
            end = np.where(v < 0.5, taper[0], taper[1])
            half = 0.5 * width * (end + (1 - end) * np.sin(np.pi * np.clip(v, 0.0, 0.999)) ** 0.7)
            best = np.minimum(best, far - half)
        out[box] = best < 0
        return out

    def cut(self, points: Points, width: float, ink: str = "key", **k: Any) -> None:
        """Cut a tapered line."""
        self.put(ink, self.line(points, width, **k))


def bow(points: Points, n: int = 9) -> list[tuple[float, float]]:
    """A smooth curve through three or more points."""
    p = np.asarray(points, float)
    u = np.r_[0, np.cumsum(np.hypot(*np.diff(p, axis=0).T))]
    k = min(len(p) - 1, 2)
    t = np.linspace(0, u[-1], n)
    if k < 2:
        return [(float(np.interp(v, u, p[:, 0])), float(np.interp(v, u, p[:, 1]))) for v in t]
    cx, cy = (np.polyfit(u, p[:, c], min(3, len(p) - 1)) for c in (0, 1))
    return [(float(np.polyval(cx, v)), float(np.polyval(cy, v))) for v in t]
