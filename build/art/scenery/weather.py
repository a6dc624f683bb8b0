"""Weather."""

from __future__ import annotations

import numpy as np

from build.art.block import Block, Clip


def rain(
    B: Block,
    patch: Clip,
    ink: str,
    n: int = 500,
    ang: float = 104,
    ln: tuple[float, float] = (24, 70),
    wd: tuple[float, float] = (1.2, 2.4),
    seed: int = 9,
) -> None:
    """Rain over a patch: `n` cuts at about one angle, their lengths and widths between two each."""
    rng = np.random.default_rng(seed)
    rows, columns, _ = patch
    for _ in range(n):
        x = rng.uniform(columns.start, columns.stop) / B.ss
        y = rng.uniform(rows.start, rows.stop) / B.ss
        size = rng.uniform(*ln), rng.uniform(*wd)
        B.gouge(x, y, ang + rng.normal() * 1.2, *size, ink)
