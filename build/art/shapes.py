"""Outlines of the cuts that a knife and a gouge make, and the pixels inside them."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage as ndi

from build.art.arrays import Bools, Points, PointsLike
from build.art.curves import resample


def wobbled(
    pts: PointsLike, amp: float, rng: np.random.Generator, step: float = 9, *, closed: bool = True
) -> Points:
    """The knife's way along a ruled line: it drifts a little, and keeps the corners."""
    if amp <= 0:
        return np.asarray(pts, np.float64)
    ruled = resample(pts, step, closed)
    loose = rng.standard_normal(ruled.shape)
    mode = "wrap" if closed else "nearest"
    return np.asarray(ruled + ndi.gaussian_filter1d(loose, 2.2, axis=0, mode=mode) * 2.4 * amp)


def ellipse(
    centre: tuple[float, float],
    radii: tuple[float, float],
    arc: tuple[float, float] = (0, 360),
    turn: float = 0,
) -> Points:
    """An ellipse, or an arc of one (closed by its chord), turned by `turn` degrees."""
    whole = arc[1] - arc[0] >= 360
    t = np.radians(np.linspace(arc[0], arc[1], 64, endpoint=not whole))
    x, y = radii[0] * np.cos(t), radii[1] * np.sin(t)
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    return np.stack([centre[0] + x * c - y * s, centre[1] + x * s + y * c], 1)


def ribbon(way: Points, width: float, taper: tuple[float, float]) -> Points:
    """A line with a width of its own at each end; with a taper of (0, 0), two points."""
    along = np.gradient(way, axis=0)
    along /= np.maximum(np.hypot(along[:, 0], along[:, 1])[:, None], 1e-6)
    across = np.stack([-along[:, 1], along[:, 0]], 1)
    u = np.linspace(0, 1, len(way))
    half = width / 2 * (taper[0] + (taper[1] - taper[0]) * u)
    if not any(taper):
        half = width / 2 * np.sin(np.pi * u) ** 0.7
    return np.vstack([way + across * half[:, None], (way - across * half[:, None])[::-1]])


def v_cut(
    start: tuple[float, float], degrees: float, size: tuple[float, float], bend: float
) -> Points:
    """One cut of a V-tool: it enters as a point, widens, and leaves blunt."""
    a = math.radians(degrees)
    length, width = size
    u = np.linspace(0, 1, 9)
    bow = bend * np.sin(np.pi * u)
    way = np.stack(
        [
            start[0] + math.cos(a) * length * u - math.sin(a) * bow,
            start[1] + math.sin(a) * length * u + math.cos(a) * bow,
        ],
        1,
    )
    half = width / 2 * np.minimum(1, u * 1.7) * np.where(u > 0.9, 0.75, 1)
    across = np.array([-math.sin(a), math.cos(a)])
    return np.vstack([way + half[:, None] * across, (way - half[:, None] * across)[::-1]])


def inside(outline: Points, size: tuple[int, int]) -> Bools:
    """Which pixels of a canvas of this width and height lie inside an outline."""
    canvas = Image.new("L", size)
    ImageDraw.Draw(canvas).polygon([(x, y) for x, y in outline.tolist()], fill=1)
    return np.asarray(canvas) > 0


def bounds(outline: Points, width: int, height: int) -> tuple[int, int, int, int] | None:
    """The pixels an outline may touch (x0, y0, x1, y1; the last not counted), if any."""
    low = np.floor(outline.min(0)).astype(int)
    high = np.ceil(outline.max(0)).astype(int) + 1
    x0, y0 = max(int(low[0]), 0), max(int(low[1]), 0)
    x1, y1 = min(int(high[0]), width), min(int(high[1]), height)
    return (x0, y0, x1, y1) if x1 > x0 and y1 > y0 else None
