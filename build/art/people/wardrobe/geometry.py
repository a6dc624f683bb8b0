"""Where the arms are, folds and locks, and turned shapes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from build.art.people.mesh import Array, Mesh
from build.art.people.wardrobe.kinds import PROP


def arm_uv(r: Array) -> tuple[Array, Array]:
    """How far along an arm a point is, and how far to the side of its axis."""
    ax = np.abs(r[..., 0])
    u = (ax - 1.68) * 0.636 + (5.25 - r[..., 1]) * 0.772
    p = (ax - 1.68) * 0.772 + (r[..., 1] - 5.25) * 0.636
    return u, p


def is_arm(r: Array) -> Array:
    """True where a point belongs to an arm."""
    u, p = arm_uv(r)
    found: Array = ((u > 0.05) & (p > -0.62)) | (np.abs(r[..., 0]) > 2.6)
    return found


def along_arm(r: Array) -> Array:
    """0 at the shoulder, about 2.3 at the elbow and 4.3 at the wrist."""
    x, y, z = np.abs(r[..., 0]), r[..., 1], r[..., 2]
    up = (x - 1.68) * 0.636 + (5.25 - y) * 0.772
    d = np.array([1.18, -1.04, 1.63])
    d = d / np.linalg.norm(d)
    lo = 2.28 + (x - 3.13) * d[0] + (y - 3.49) * d[1] + (z - 0.13) * d[2]
    return np.where(up < 2.28, up, np.maximum(lo, 2.0))


def lumps(r: Array, seed: int, freq: float = 1.6, stretch: Sequence[float] = (1, 0.5, 1)) -> Array:
    """Smooth noise in three dimensions from a few random waves: folds of cloth, locks of hair."""
    rng = np.random.default_rng(seed)
    out: Any = 0
    for _ in range(6):
        k = rng.normal(size=3) * freq * np.array(stretch)
        out = out + np.sin(r @ k + rng.uniform(0, 6.28))
    found: Array = out / 6**0.5
    return found


def _bands(rows: int, across: int) -> list[list[int]]:
    """The triangles between rows of a shape that is closed all round."""
    faces = []
    for i in range(rows - 1):
        for j in range(across):
            a, b = i * across + j, i * across + (j + 1) % across
            faces += [[a, b, a + across], [b, b + across, a + across]]
    return faces


def sheet(rows: int, across: int, *, closed: bool = True) -> Array:
    """The triangles of rows of points: round a shape, or side by side."""
    if closed:
        return np.array(_bands(rows, across))
    faces = []
    for i in range(rows - 1):
        for j in range(across - 1):
            a = i * across + j
            faces += [[a, a + 1, a + across], [a + 1, a + across + 1, a + across]]
    return np.array(faces)


def lathe(rings: Sequence[Sequence[float]], nseg: int = 40) -> tuple[Array, Array]:
    """A turned shape of rings (rx, rz, y, zc [, tilt]) from below; its points and triangles."""
    t = np.linspace(0, 2 * np.pi, nseg, endpoint=False)
    rows = []
    for ring in rings:
        rx, rz, y, zc = ring[:4]
        tilt = ring[4] if len(ring) > 4 else 0
        zz = np.cos(t) * rz
        rows.append(np.stack([np.sin(t) * rx, y + zz * tilt, zc + zz], 1))
    return np.vstack(rows), sheet(len(rings), nseg)


def tube(pts: Any, rad: Any, nseg: int = 12, mat: int = PROP, flat: float = 1.0) -> Mesh:
    """A round bar along points as they stand: a stick, a rope."""
    p = np.asarray(pts, float)
    radii = np.broadcast_to(rad, len(p))
    t = np.gradient(p, axis=0)
    t /= np.linalg.norm(t, axis=1, keepdims=True)
    up = np.array([0, 0, 1.0]) if abs(t[0, 2]) < 0.9 else np.array([1.0, 0, 0])
    th = np.linspace(0, 2 * np.pi, nseg, endpoint=False)[:, None]
    rows = []
    for i in range(len(p)):
        a = np.cross(t[i], up)
        a /= np.linalg.norm(a)
        b = np.cross(a, t[i])
        rows.append(p[i] + radii[i] * (np.cos(th) * a + flat * np.sin(th) * b))
    faces = _bands(len(p), nseg)
    for base in (0, (len(p) - 1) * nseg):
        faces += [[base, base + j, base + j + 1] for j in range(1, nseg - 1)]
    return Mesh(np.vstack(rows), np.array(faces), mat=mat)


def solid(
    rings: Sequence[Sequence[float]],
    centre: Any,
    axis: Any = (0, 1, 0),
    nseg: int = 24,
    mat: int = PROP,
) -> Mesh:
    """A turned object (bucket, glass, mug) from (height, radius) rings about an axis."""
    ax = np.asarray(axis, float)
    ax /= np.linalg.norm(ax)
    a = np.cross(ax, [0, 0, 1.0])
    length = np.linalg.norm(a)
    a = a / length if length > 0.1 else np.array([1.0, 0, 0])
    b = np.cross(ax, a)
    t = np.linspace(0, 2 * np.pi, nseg, endpoint=False)
    round_ = np.cos(t)[:, None] * a + np.sin(t)[:, None] * b
    v = np.vstack([np.asarray(centre) + ax * h + r * round_ for h, r in rings])
    rest = np.vstack([np.stack([t * 0 + h, t, t * 0 + r], 1) for h, r in rings])
    return Mesh(v, sheet(len(rings), nseg), rest, mat)
