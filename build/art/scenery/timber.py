"""Boards."""

from __future__ import annotations

import numpy as np

from build.art.arrays import PointsLike
from build.art.block import Block


def boards(
    B: Block,
    pts: PointsLike,
    ink: str = "key",
    lite: str = "brown",
    vp: tuple[float, float] = (960, 420),
    n: int = 26,
    seed: int = 3,
    *,
    knots: bool = True,
) -> None:
    """Floorboards in a polygon that run to the vanishing point `vp`: their grain, `n` deep."""
    rng = np.random.default_rng(seed)
    B.poly(pts, ink, 0)
    floor = B.mask(pts)
    p = np.asarray(pts, np.float64)
    x0, x1, y1 = float(p[:, 0].min()), float(p[:, 0].max()), float(p[:, 1].max())
    far = np.array(vp)
    for _ in range(n * 7):
        near = np.array([rng.uniform(x0 - 600, x1 + 600), y1 + 40])
        u = rng.uniform(0, 0.95)
        ends = [near + (far - near) * u, near + (far - near) * (u + rng.uniform(0.04, 0.22))]
        B.stroke(ends, 4.2 * (1 - u) + 0.8, lite, (0, 0), 0.5, clip=floor)
        if knots and rng.random() < 0.06:
            x, y = ends[1]
            B.ellipse(x, y, 7 * (1 - u) + 1.5, 2.4 * (1 - u) + 0.8, lite, 0.4, clip=floor)
