"""Rope."""

from __future__ import annotations

import numpy as np

from build.art.arrays import PointsLike
from build.art.block import Block
from build.art.curves import lengths, sag

__all__ = ["rope", "sag"]


def rope(B: Block, pts: PointsLike, w: float, ink: str = "paper", line: str = "key") -> None:
    """A laid rope along points, `w` thick, with the strands' twist cut into it."""
    way = np.asarray(pts, np.float64)
    B.stroke(way, w + 5, line, wob=0)
    B.stroke(way, w, ink, wob=0)
    along = lengths(way)
    at = np.arange(0, along[-1], w * 0.75)
    xs, ys = np.interp(at, along, way[:, 0]), np.interp(at, along, way[:, 1])
    for x, y in zip(xs.tolist(), ys.tolist(), strict=True):
        twist = [(x - w * 0.42, y + w * 0.40), (x + w * 0.42, y - w * 0.40)]
        B.stroke(twist, 2.2, line, (0, 0), 0)
