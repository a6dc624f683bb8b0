"""Hills against the sky."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from build.art.arrays import Points
from build.art.block import Block, Clip
from build.art.noise import drift

_ILLAWARRA = (
    (0, 0.62), (0.10, 0.66), (0.17, 0.80), (0.21, 0.97), (0.30, 1.0), (0.335, 0.92), (0.36, 0.70),
    (0.47, 0.64), (0.58, 0.70), (0.66, 0.82), (0.74, 0.86), (0.80, 0.84), (0.86, 0.72), (1, 0.66),
)  # fmt: skip
"""Mount Kembla's flat head, the saddle, Mount Keira: share of the width, share of the height."""


def ridge(
    x0: float, x1: float, y: float, amp: float, seed: int, n: int = 60, rough: float = 0.5
) -> Points:
    """A skyline from left to right, up to about `amp` off the height y."""
    rng = np.random.default_rng(seed)
    t = np.linspace(0, 1, n)
    height, strength = np.zeros(n), 1.0
    for bends in (2, 4, 8, 16, 32):
        knots = rng.uniform(-1, 1, bends + 1)
        height += strength * np.interp(t * bends, np.arange(bends + 1), knots)
        strength *= rough
    return np.stack([x0 + (x1 - x0) * t, y - amp * height], 1)


def escarpment(
    B: Block,
    x0: float,
    x1: float,
    y: float,
    h: float,
    base: float,
    clip: Clip | None = None,
    seed: int = 4,
    ink: str = "teal",
    lite: str = "paper",
    profile: Sequence[tuple[float, float]] | None = None,
) -> None:
    """The Illawarra escarpment: a flat-topped wall of cliff above forest that runs down to `base`.

    It stands on the height y, `h` high where `profile` (share of the width, share of the height)
    says 1.
    """
    rng = np.random.default_rng(seed)
    along, up = np.array(profile or _ILLAWARRA).T
    u = np.linspace(0, 1, 140)
    rim = np.stack(
        [x0 + u * (x1 - x0), y - h * (np.interp(u, along, up) + 0.012 * drift(140, rng))], 1
    )
    B.poly(np.vstack([rim, [(x1, base), (x0, base)]]), ink, 0.8, clip)
    _cliff(B, rim, h, lite, clip, rng)

    def foot(share: float) -> float:
        return float(y - h * np.interp(share, along, up))

    for share in np.linspace(0.01, 0.99, 26) + rng.normal(size=26) * 0.01:
        top = foot(share) + h * rng.uniform(0.19, 0.30)
        _gully(B, x0 + share * (x1 - x0), top, base, (share - 0.5) * (x1 - x0), clip, rng)
    for share in rng.random(int((x1 - x0) * h / 190)):
        top = foot(share) + h * 0.19
        at = top + (base - top) * rng.random() ** 0.8
        lean = 78 - (share - 0.5) * 60 + rng.normal() * 14
        leaf = "key" if rng.random() < 0.5 else lite
        size = rng.uniform(5, 14), rng.uniform(1.6, 3.2)
        B.gouge(x0 + share * (x1 - x0), at, lean, *size, leaf, clip=clip)


def _cliff(
    B: Block, rim: Points, h: float, lite: str, clip: Clip | None, rng: np.random.Generator
) -> None:
    """Upright cuts just under the rim, and the line where the forest begins."""
    for x, y in rim[rng.random(len(rim)) < 0.95]:
        from_ = (x + rng.normal() * 2, y + rng.uniform(5, 10))
        size = h * rng.uniform(0.06, 0.15), rng.uniform(2.0, 4.2)
        B.gouge(*from_, 90 + rng.normal() * 5, *size, lite, clip=clip)
    B.stroke(rim + np.array([0, h * 0.17]), 2.4, "key", clip=clip)


def _gully(
    B: Block,
    x: float,
    top: float,
    base: float,
    outward: float,
    clip: Clip | None,
    rng: np.random.Generator,
) -> None:
    """A black gully between two spurs, running down and out."""
    slope = outward * 0.12 + rng.normal() * abs(outward) * 0.012
    u = np.linspace(0, 1, 9)
    way_x = x + slope * u**1.5 + rng.normal() * 6 * np.sin(u * 3)
    way_y = top + (base - top) * rng.uniform(0.35, 1.0) * u
    B.stroke(np.stack([way_x, way_y], 1), rng.uniform(9, 26), "key", (0, 1), 1.6, clip=clip)
