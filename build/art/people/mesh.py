"""Triangles of the public-domain human mesh, and the turns that move them.

Axes: +x is the person's left, +y up, +z the way the person faces.  Units are decimetres.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Keep = Callable[[Array], Array]

_FILE = Path(__file__).resolve().parents[1] / "data" / "people_cc0.npz"


@cache
def data() -> dict[str, Any]:
    """The packed mesh: vertices, faces, targets, bones and weights, with name-to-number maps."""
    with np.load(_FILE) as packed:
        out: dict[str, Any] = {name: packed[name] for name in packed.files}
    out["verts"] = out["verts"].astype(np.float64)
    for key, names in (("tmap", "tnames"), ("bmap", "bones"), ("gmap", "gnames")):
        out[key] = {name: i for i, name in enumerate(out[names].tolist())}
    return out


def rot(axis: str, degrees: float) -> Array:
    """The matrix that turns by so many degrees about x, y or z."""
    a = np.radians(degrees)
    c, s = np.cos(a), np.sin(a)
    return {
        "x": np.array([[1, 0, 0], [0, c, -s], [0, s, c]]),
        "y": np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]]),
        "z": np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]]),
    }[axis]


def turn_about(axis: Any, degrees: float) -> Array:
    """The matrix that turns by so many degrees about any axis."""
    ax = np.asarray(axis, float)
    ax = ax / np.linalg.norm(ax)
    a = np.radians(degrees)
    k = np.array([[0, -ax[2], ax[1]], [ax[2], 0, -ax[0]], [-ax[1], ax[0], 0]])
    out: Array = np.eye(3) + np.sin(a) * k + (1 - np.cos(a)) * k @ k
    return out


def aim_matrix(a: Any, b: Any) -> Array:
    """The shortest turn that brings direction a to direction b."""
    a = np.asarray(a, float) / np.linalg.norm(a)
    b = np.asarray(b, float) / np.linalg.norm(b)
    v = np.cross(a, b)
    c = a @ b
    if c < -0.9999:
        ax = np.cross(a, [0, 0, 1.0])
        ax /= np.linalg.norm(ax)
        half: Array = 2 * np.outer(ax, ax) - np.eye(3)
        return half
    k = np.array([[0, -v[2], v[1]], [v[2], 0, -v[0]], [-v[1], v[0], 0]])
    out: Array = np.eye(3) + k + k @ k / (1 + c)
    return out


def vnormals(v: Array, f: Array) -> Array:
    """The mean normal at every vertex."""
    fn = np.cross(v[f[:, 1]] - v[f[:, 0]], v[f[:, 2]] - v[f[:, 0]])
    n = np.zeros_like(v)
    for k in range(3):
        for c in range(3):
            n[:, c] += np.bincount(f[:, k], fn[:, c], len(v))
    out: Array = n / np.maximum(np.linalg.norm(n, axis=1, keepdims=True), 1e-9)
    return out


class Mesh:
    """Triangles with the un-posed place `r` of every vertex and one material a face."""

    def __init__(
        self,
        v: Any,
        f: Any,
        r: Array | None = None,
        mat: Any = 1,
        n: Array | None = None,
        keep: Keep | None = None,
    ) -> None:
        self.keep = keep  # of un-posed places: pixels where it is false are cut away
        self.v: Array = np.asarray(v, float)
        self.f: Array = np.asarray(f, np.int64)
        self.r: Array = self.v.copy() if r is None else r
        self.mat: Array = (
            np.full(len(self.f), mat, np.int16) if np.isscalar(mat) else np.asarray(mat, np.int16)
        )
        self.n: Array = vnormals(self.v, self.f) if n is None else n
