"""From meshes to what each pixel sees: material, normal, depth and un-posed place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from build.art.people.mesh import Array, Mesh, rot

try:
    from numba import njit as _njit
except ImportError:  # slow, and right all the same

    def _njit(**_: bool) -> Callable[[Any], Any]:
        """The function as it is."""
        return lambda function: function


class GBuf:
    """What each pixel sees.  `z` depth, `n` normal, `r` un-posed place, `m` material (0 none)."""

    z: Array
    n: Array
    r: Array
    m: Array
    V: Array
    scale: float
    proj: Callable[[Array], Array]

    def layers(self) -> tuple[Array, Array, Array, Array]:
        """The four arrays, in the order the rasteriser fills them."""
        return self.z, self.n, self.r, self.m


def _blank(h: int, w: int) -> tuple[Array, Array, Array, Array]:
    """Layers that see nothing."""
    return (
        np.full((h, w), -1e9),
        np.zeros((h, w, 3)),
        np.zeros((h, w, 3)),
        np.zeros((h, w), np.int16),
    )


@_njit(cache=True)
def _raster(p: Any, f: Any, n: Any, r: Any, m: Any, z: Any, zn: Any, zr: Any, zm: Any) -> None:
    """Draw triangles, the nearest winning."""
    h, w = z.shape
    for t in range(f.shape[0]):
        a, b, c = f[t, 0], f[t, 1], f[t, 2]
        x0, y0, x1, y1, x2, y2 = p[a, 0], p[a, 1], p[b, 0], p[b, 1], p[c, 0], p[c, 1]
        area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
        if abs(area) < 1e-9:
            continue
        xa = max(int(np.floor(min(x0, x1, x2))), 0)
        xb = min(int(np.ceil(max(x0, x1, x2))), w - 1)
        ya = max(int(np.floor(min(y0, y1, y2))), 0)
        yb = min(int(np.ceil(max(y0, y1, y2))), h - 1)
        for y in range(ya, yb + 1):
            for x in range(xa, xb + 1):
                px, py = x + 0.5, y + 0.5
                w0 = ((x1 - px) * (y2 - py) - (x2 - px) * (y1 - py)) / area
                w1 = ((x2 - px) * (y0 - py) - (x0 - px) * (y2 - py)) / area
                w2 = 1 - w0 - w1
                if min(w0, w1, w2) < -1e-6:
                    continue
                depth = w0 * p[a, 2] + w1 * p[b, 2] + w2 * p[c, 2]
                if depth > z[y, x]:
                    z[y, x] = depth
                    zm[y, x] = m[t]
                    for k in range(3):
                        zn[y, x, k] = w0 * n[a, k] + w1 * n[b, k] + w2 * n[c, k]
                        zr[y, x, k] = w0 * r[a, k] + w1 * r[b, k] + w2 * r[c, k]


def _cut_away(g: GBuf, mesh: Mesh, keep: Callable[[Array], Array], p: Array) -> None:
    """Draw a mesh less what its `keep` throws away; its far side shows through the hole."""
    h, w = g.z.shape
    x0, y0 = np.clip(np.floor(p[:, :2].min(0)).astype(int) - 1, 0, [w, h])
    x1, y1 = np.clip(np.ceil(p[:, :2].max(0)).astype(int) + 2, 0, [w, h])
    if x1 <= x0 or y1 <= y0:
        return
    part = np.s_[y0:y1, x0:x1]
    p[:, :2] -= [x0, y0]
    near = _blank(y1 - y0, x1 - x0)
    normals = mesh.n @ g.V.T
    standing = keep(mesh.r[mesh.f].reshape(-1, 3)).reshape(-1, 3)
    some = standing.any(1)
    _raster(p, mesh.f[some], normals, mesh.r, mesh.mat[some], *near)
    z, _, r, m = near
    hole = (m > 0) & ~keep(r.reshape(-1, 3)).reshape(z.shape)
    if hole.any():
        whole = standing.all(1)
        far = _blank(y1 - y0, x1 - x0)
        _raster(p, mesh.f[whole], normals, mesh.r, mesh.mat[whole], *far)
        for layer, behind in zip(near, far, strict=True):
            layer[hole] = behind[hole]
    seen = (m > 0) & (z > g.z[part])
    for layer, drawn in zip(g.layers(), near, strict=True):
        layer[part][seen] = drawn[seen]


def render(
    meshes: Iterable[Mesh | None],
    yaw: float = 0,
    pitch: float = 0,
    scale: float = 50.0,
    size: tuple[int, int] = (800, 1000),
    origin: tuple[float, float] | None = None,
    look: Any = None,
    persp: float = 0.0,
    roll: float = 0,
) -> GBuf:
    """Project meshes.  `look` (a point of the world) lands at pixel `origin`.

    yaw > 0 turns the person to the viewer's right; scale is pixels a decimetre.
    """
    w, h = size
    view = rot("z", roll) @ rot("x", pitch) @ rot("y", yaw)
    point = np.zeros(3) if look is None else np.asarray(look, float)
    ox, oy = origin if origin is not None else (w / 2, h / 2)
    g = GBuf()
    g.z, g.n, g.r, g.m = _blank(h, w)
    g.V = view
    g.scale = scale

    def proj(p: Array) -> Array:
        q = (np.atleast_2d(p) - point) @ view.T
        k = scale / (1 - persp * q[:, 2]) if persp else np.full(len(q), scale)
        return np.stack([ox + q[:, 0] * k, oy - q[:, 1] * k, q[:, 2]], 1)

    g.proj = proj
    for mesh in meshes:
        if mesh is None:
            continue
        if mesh.keep is None:
            _raster(proj(mesh.v), mesh.f, mesh.n @ view.T, mesh.r, mesh.mat, *g.layers())
        else:
            _cut_away(g, mesh, mesh.keep, proj(mesh.v))
    g.n /= np.maximum(np.linalg.norm(g.n, axis=2, keepdims=True), 1e-9)
    back = g.n[..., 2] < 0  # open garments: show the inside the right way round
    g.n[back] *= -1
    return g
