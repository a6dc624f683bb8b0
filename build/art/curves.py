"""Lines through points."""

from __future__ import annotations

import numpy as np

from build.art.arrays import Points, PointsLike


def smooth(pts: PointsLike, n: int = 10, closed: bool = True) -> Points:  # noqa: FBT001, FBT002
    """A Catmull-Rom curve through points, with `n` points for each stretch."""
    p = np.asarray(pts, np.float64)
    if closed:
        q = np.vstack([p[-1], p, p[0], p[1]])
    else:
        q = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    t = np.linspace(0, 1, n, endpoint=False)[:, None]
    stretches = [_stretch(q[i : i + 4], t) for i in range(len(q) - 3)]
    curve = np.vstack(stretches)
    return curve if closed else np.vstack([curve, p[-1]])


def _stretch(q: Points, t: Points) -> Points:
    """From the second of four points to the third."""
    a, b, c, d = q
    square = 2 * a - 5 * b + 4 * c - d
    cube = 3 * b - a - 3 * c + d
    return np.asarray(0.5 * (2 * b + (c - a) * t + square * t * t + cube * t * t * t))


def resample(pts: PointsLike, step: float = 7, closed: bool = True) -> Points:  # noqa: FBT001, FBT002
    """The same line with a point about every `step`, corners kept."""
    p = np.asarray(pts, np.float64)
    if closed:
        p = np.vstack([p, p[:1]])
    way = lengths(p)
    if way[-1] < step:
        return np.asarray(pts, np.float64)
    even = np.linspace(0, way[-1], max(3, int(way[-1] / step)), endpoint=not closed)
    at = np.unique(np.concatenate([even, way[:-1] if closed else way]))
    return np.stack([np.interp(at, way, p[:, 0]), np.interp(at, way, p[:, 1])], 1)


def lengths(pts: Points) -> Points:
    """How far along the line each of its points lies."""
    steps = np.diff(pts, axis=0)
    return np.concatenate([[0.0], np.cumsum(np.hypot(steps[:, 0], steps[:, 1]))])


def sag(x0: float, y0: float, x1: float, y1: float, d: float, n: int = 24) -> Points:
    """A rope or a cable between two points that hangs through by `d` in the middle."""
    u = np.linspace(0, 1, n)
    return np.stack([x0 + (x1 - x0) * u, y0 + (y1 - y0) * u + d * 4 * u * (1 - u)], 1)
