"""Shawls, over the head or the shoulders."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from build.art.people.mesh import Array, Mesh
from build.art.people.wardrobe.geometry import lathe
from build.art.people.wardrobe.kinds import SHAWL, Wearer

_WIDE = 2.35


def shawl(person: Wearer) -> list[Mesh | None]:
    """The shawl of somebody, if they wear one."""
    worn = person.o["shawl"]
    if not worn:
        return []
    v, f = lathe(_rings(person, over_head=worn != "shoulders"), 64)
    rest = v.copy()
    angle = np.arctan2(v[:, 0], v[:, 2] - 0.3)
    out = np.stack([np.sin(angle), 0 * angle, np.cos(angle)], 1)
    fold = 0.09 * np.sin(angle * 9 + v[:, 1] * 1.3) * np.clip((6.2 - v[:, 1]) / 3, 0, 1)
    v = v + out * fold[:, None]
    head = np.clip((v[:, 1] - 5.7) / 0.9, 0, 1)[:, None]
    placed = person.b.attach(person.fit(v), "head") * head
    placed = placed + person.b.attach(v, "spine02") * (1 - head)
    return [Mesh(placed, f, rest, SHAWL, keep=_open)]


def _rings(person: Wearer, *, over_head: bool) -> Sequence[Sequence[float]]:
    rx, rz, _, zc = person.head_ring(7.5, 0.16)
    rings: Sequence[Sequence[float]] = [
        (0.02, 0.02, 8.66, 0.40),
        (0.30, 0.40, 8.64, 0.42),
        (0.58, 0.74, 8.50, 0.45),
        (rx * 0.93, rz * 0.97, 8.2, zc),
        (rx + 0.02, rz + 0.02, 7.8, zc - 0.02),
        (rx + 0.08, rz + 0.04, 7.3, zc - 0.05),
        (rx + 0.14, rz + 0.04, 6.7, zc - 0.08),
        (rx + 0.34, rz + 0.10, 6.2, zc - 0.1),
        (1.7, 1.05, 5.75, 0.2),
        (_WIDE - 0.1, 1.25, 5.2, 0.25),
        (_WIDE + 0.25, 1.5, 4.2, 0.35),
        (_WIDE + 0.35, 1.65, 3.0, 0.4),
        (_WIDE + 0.25, 1.75, 1.6, 0.4),
        (_WIDE + 0.2, 1.8, 0.6, 0.4),
    ][::-1]
    if over_head:
        return rings
    low = [ring for ring in rings if ring[2] < 6.0]
    return [*low[:-1], (1.15, 0.8, 5.95, 0.15)]


def _open(r: Array) -> Array:
    x, y, z = r[:, 0], r[:, 1], r[:, 2]
    oval = 0.76 * np.sqrt(np.clip(1 - ((y - 7.15) / 1.28) ** 2, 0, 1)) + 0.02
    face = (z > 0.35) & (y > 5.9) & (np.abs(x) < oval)
    front = (z > 0.2) & (y <= 5.9) & (np.abs(x) < 0.03 + 0.22 * np.clip(4.6 - y, 0, 9))
    tail = y < 0.7 + 0.45 * np.clip(z, -1, 2) + np.abs(x) * 0.1
    kept: Array = ~face & ~front & ~tail
    return kept
