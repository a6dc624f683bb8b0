"""Chimney stacks, and the smoke that stands over them."""

from __future__ import annotations

import numpy as np

from build.art.block import Block, Clip


def stack(
    B: Block,
    x: float,
    base: float,
    top: float,
    w: float,
    ink: str = "key",
    lite: str = "gold",
    clip: Clip | None = None,
    *,
    bands: bool = True,
) -> None:
    """A tapering brick stack, lit from the left in short cuts, with two bands below its rim."""
    foot, head = w * 0.62, w * 0.42
    B.poly([(x - foot, base), (x - head, top), (x + head, top), (x + foot, base)], ink, 0.8, clip)
    B.rect(x - w * 0.55, top - 6, x + w * 0.55, top + 8, ink, 0.6, clip)
    for course, y in enumerate(np.arange(top + 14, base + 5, 9)):
        down = (y - top) / max(base - top, 1)
        left = x - w * (0.36 + 0.16 * down)
        B.gouge(left, y, 2, w * 0.34 * (1 - 0.3 * (course % 3)), 2.6, lite, clip=clip)
    if bands:
        for y in (top + 22, top + 34):
            B.rect(x - w * 0.46, y, x + w * 0.46, y + 5, lite, 0.5, clip)


def smoke(
    B: Block,
    x: float,
    y: float,
    dx: float,
    dy: float,
    n: int,
    r0: float,
    r1: float,
    ink: str,
    line: str = "key",
    lite: str | None = None,
    seed: int = 1,
    clip: Clip | None = None,
) -> None:
    """A plume of `n` rolls from (x, y) to (x + dx, y + dy), growing from r0 to r1.

    Each is carved beneath with `line`, and above with `lite` if there is one.
    """
    rng = np.random.default_rng(seed)
    for i in reversed(range(n)):
        u = i / max(1, n - 1)
        cx = x + dx * u + rng.normal() * r1 * 0.18
        cy = y + dy * u**0.8 + rng.normal() * r1 * 0.16
        r = r0 + (r1 - r0) * u
        _roll(B, cx, cy, r, (ink, line), clip, rng)
        _arcs(B, (cx, cy, r), int(3 + r / 9), (0.1, 1.25), line, clip, rng)
        if lite:
            _arcs(B, (cx, cy, r), int(2 + r / 14), (3.3, 4.8), lite, clip, rng)


def _roll(
    B: Block,
    cx: float,
    cy: float,
    r: float,
    inks: tuple[str, str],
    clip: Clip | None,
    rng: np.random.Generator,
) -> None:
    """One billow: its outline, and its body a little up and to the left inside it."""
    ink, line = inks
    t = np.linspace(0, 2 * np.pi, 22)[:-1]
    lumpy = 1 + 0.10 * np.sin(t * 5 + rng.uniform(0, 6)) + 0.06 * rng.standard_normal(21)
    edge = np.stack([np.cos(t) * 1.18, np.sin(t) * 0.88], 1) * (r * lumpy)[:, None]
    B.blob(edge + np.array([cx, cy]), line, 0.5, clip)
    B.blob(edge * 0.93 + np.array([cx - r * 0.03, cy - r * 0.05]), ink, 0.5, clip)


def _arcs(
    B: Block,
    roll: tuple[float, float, float],
    n: int,
    between: tuple[float, float],
    ink: str,
    clip: Clip | None,
    rng: np.random.Generator,
) -> None:
    """Short cuts round a billow, between two angles (radians, clockwise from the right)."""
    cx, cy, r = roll
    for _ in range(n):
        a, q = rng.uniform(*between), r * rng.uniform(0.5, 0.88)
        t = np.linspace(a, a + rng.uniform(0.4, 0.8), 8)
        way = np.stack([cx + q * 1.15 * np.cos(t), cy + q * 0.85 * np.sin(t)], 1)
        B.stroke(way, max(1.6, r * 0.055), ink, (0, 0), 0, clip=clip)
