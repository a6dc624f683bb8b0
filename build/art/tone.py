"""Tone on a block: cut lines, dots and rays, as masks of where the ink goes."""

from __future__ import annotations

import math
import zlib

import numpy as np

from build.art.arrays import Bools, Field, Floats, Patch, Tone, values
from build.art.cutting import cutlines, hand
from build.art.noise import noise


def seed_of(patch: Patch, ss: int, seed: int, *more: object) -> int:
    """A number for an object by its place and kind, so that what is cut before it is no matter.

    Rounded, so that a draft at another `ss` is cut alike.
    """
    rows, columns = patch.rows, patch.columns
    ends = (rows.start, rows.stop, columns.start, columns.stop)
    place = [round(end / ss / 8) for end in ends]
    return zlib.crc32(repr((seed, place, *more)).encode())


def engraved(
    grid: tuple[Floats, Floats],
    tone: Tone,
    rng: np.random.Generator,
    ss: int,
    *,
    angle: float,
    pitch: float,
    wobble: float,
    jitter: float,
    curve: Field | None,
    vary: float,
) -> Bools:
    """Hand-cut lines whose width follows the tone."""
    x, y = grid
    how = hand(rng, float(max(np.ptp(x), np.ptp(y))), vary)
    a = math.radians(angle + how.lean)
    pitch *= how.pitch
    along = x * math.cos(a) + y * math.sin(a)
    across = _across(grid, a, curve)
    height = how.waves(x.shape, ss, rng)(wobble / pitch)
    return cutlines(
        across / np.float32(pitch) + height, values(tone, x, y), jitter, along, rng, drift=how.drift
    )


def _across(grid: tuple[Floats, Floats], a: float, curve: Field | None) -> Floats:
    x, y = grid
    if curve is not None:
        return np.asarray(curve(x, y), np.float32)
    return np.asarray(y * math.cos(a) - x * math.sin(a), np.float32)


def dotted(grid: tuple[Floats, Floats], tone: Tone, *, pitch: float, angle: float) -> Bools:
    """Ben Day dots that grow together where the tone is dark."""
    x, y = grid
    a = math.radians(angle)
    u = (x * math.cos(a) + y * math.sin(a)) / pitch
    v = (-x * math.sin(a) + y * math.cos(a)) / pitch
    r = np.hypot(u - np.round(u), v - np.round(v))
    return np.asarray(r < 0.74 * np.sqrt(np.clip(1 - values(tone, x, y), 0, 1)))


def radiating(
    grid: tuple[Floats, Floats],
    centre: tuple[float, float],
    tone: Tone,
    rng: np.random.Generator,
    ss: int,
    *,
    count: int,
    jitter: float,
    from_: float,
) -> Bools:
    """Cuts that run out from a centre, none nearer to it than `from_`."""
    x, y = grid
    dx, dy = x - np.float32(centre[0]), y - np.float32(centre[1])
    r = np.hypot(dx, dy)
    h = np.arctan2(dy, dx) / (2 * np.pi) * count + noise(x.shape, 60 * ss, rng) * 0.12
    lines = cutlines(h, values(tone, x, y), jitter, along=r, rng=rng)
    return np.asarray(lines & (r > from_))


# ---- curves for `engrave(curve=...)`: lines that follow a form


def round_about(cx: float, cy: float, squash: float = 1.0) -> Field:
    """Lines in rings about a point: a barrel's end, a lamp's glow, a hollow."""
    return lambda x, y: np.hypot(x - cx, (y - cy) / squash)


def over_a_roll(x0: float, x1: float, bulge: float = 30) -> Field:
    """Level lines that bow down over something round standing between x0 and x1: a post, a tank."""
    middle, half = (x0 + x1) / 2, max(abs(x1 - x0) / 2, 1)
    return lambda x, y: y + bulge * np.clip((x - middle) / half, -1, 1) ** 2


def towards(vx: float, vy: float, spread: float = 620) -> Field:
    """Lines that run to a vanishing point: courses of brick, boards, ruts."""
    return lambda x, y: (y - vy) / np.maximum(np.abs(x - vx), 30) * spread
