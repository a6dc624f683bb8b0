"""Hats, caps and scarves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from build.art.people.mesh import Array, Mesh
from build.art.people.wardrobe.geometry import lathe, sheet, solid, tube
from build.art.people.wardrobe.kinds import BAND, HAT, Wearer

_RISE = 0.07
"""Hats sit so much higher than the head they are measured on, to leave the brow free."""


class _Head(NamedTuple):
    """The head a hat is made for: its half-widths, and how far forward its middle is."""

    rx: float
    rz: float
    zc: float


def hat(person: Wearer) -> list[Mesh | None]:
    """What somebody has on their head."""
    name = person.o["hat"]
    if not name:
        return []
    rx, rz, _, zc = person.head_ring(7.85, 0.10)
    return _HATS[name](person, _Head(rx, rz, zc))


def _set_on(person: Wearer, v: Array, f: Array, rest: Array | None = None) -> Mesh:
    return person.on_head((v + np.array([0, _RISE, 0]), f), HAT, v if rest is None else rest)


def _flatcap(person: Wearer, head: _Head) -> list[Mesh | None]:
    rx, rz, zc = head
    rings = [
        (rx, rz, 7.72, zc, 0.08),
        (rx + 0.04, rz + 0.03, 7.86, zc, 0.08),
        (rx + 0.20, rz + 0.22, 8.05, zc + 0.04, 0.04),
        (rx + 0.22, rz + 0.26, 8.22, zc + 0.06, -0.02),
        (rx + 0.10, rz + 0.14, 8.44, zc + 0.02, -0.10),
        (rx * 0.6, rz * 0.6, 8.58, zc - 0.05, -0.12),
        (0.05, 0.05, 8.60, zc - 0.1, 0),
    ]
    t = np.radians(np.linspace(-62, 62, 25))
    c = np.cos(t * 1.25).clip(0, 1)
    peak = []
    for e, dy in ((0, 0), (0.22, -0.03), (0.42, -0.12), (0.44, -0.16), (0.2, -0.10)):
        x = np.sin(t) * (rx + 0.06 + e * 0.75 * c)
        z = zc + np.cos(t) * (rz + 0.06 + e * 1.15 * c)
        peak.append(np.stack([x, 7.84 + 0.10 * np.cos(t) + dy * c - 0.02, z], 1))
    v = np.vstack(peak)
    return [
        _set_on(person, *lathe(rings, 48)),
        _set_on(person, v, sheet(len(peak), 25, closed=False)),
    ]


class _Felt(NamedTuple):
    """A hat with a crown and a brim: how wide the brim is, and how it dips in front."""

    crown: Callable[[_Head], Sequence[tuple[float, ...]]]
    brim: float
    dip: float
    pinched: bool = False


def _tophat(head: _Head) -> Sequence[tuple[float, ...]]:
    rx, rz, zc = head
    sizes = ((1, 7.8), (0.97, 8.4), (1.0, 9.4), (0.9, 9.48))
    return [(rx * k, rz * k, y, zc) for k, y in sizes] + [(0.02, 0.02, 9.46, zc)]


def _bowler(head: _Head) -> Sequence[tuple[float, ...]]:
    rx, rz, zc = head
    sizes = ((1, 7.8), (1, 8.15), (0.92, 8.5), (0.65, 8.75))
    return [(rx * k, rz * k, y, zc) for k, y in sizes] + [(0.02, 0.02, 8.85, zc)]


def _soft(head: _Head) -> Sequence[tuple[float, ...]]:
    rx, rz, zc = head
    return [
        (rx, rz, 7.75, zc),
        (rx * 0.97, rz * 0.98, 8.1, zc),
        (rx * 0.86, rz * 0.95, 8.5, zc - 0.03, -0.05),
        (rx * 0.72, rz * 0.86, 8.72, zc - 0.05, -0.10),
        (rx * 0.35, rz * 0.62, 8.60, zc - 0.05, -0.10),
        (0.02, 0.3, 8.55, zc, -0.08),
    ]


_FELTS = {
    "tophat": _Felt(_tophat, 0.32, 0.10),
    "bowler": _Felt(_bowler, 0.30, 0.12),
    "trilby": _Felt(_soft, 0.42, 0.14, pinched=True),
    "akubra": _Felt(_soft, 0.66, 0.14, pinched=True),
}


def _felt(person: Wearer, head: _Head) -> list[Mesh | None]:
    kind = _FELTS[person.o["hat"]]
    rx, rz, zc = head
    v, f = lathe(kind.crown(head), 48)
    rest = v.copy()
    if kind.pinched:
        front = np.clip((v[:, 2] - zc) / rz, 0, 1) * np.clip((v[:, 1] - 8.1) / 0.5, 0, 1)
        v[:, 0] *= 1 - 0.35 * front
    crown = _set_on(person, v, f, rest)
    height = crown.r[crown.f].mean(1)[:, 1]
    crown.mat = np.where((height < 8.02) & (height > 7.7), BAND, HAT).astype(np.int16)
    t = np.linspace(0, 2 * np.pi, 49)[:-1]
    wide = kind.brim
    roll = 0.16 * np.sin(t) ** 2 - kind.dip * np.clip(np.cos(t), 0, 1)
    roll = roll + 0.10 * np.clip(-np.cos(t), 0, 1)
    rows = []
    for e, up in ((0, 0), (wide * 0.6, 0.02), (wide, 0.06), (wide, 0.02), (wide * 0.5, -0.03)):
        x, z = np.sin(t) * (rx + e), zc + np.cos(t) * (rz + e * 1.05)
        rows.append(np.stack([x, 7.80 + up + roll * (e / wide), z], 1))
    return [crown, _set_on(person, np.vstack(rows), sheet(len(rows), 48))]


def _helmet(person: Wearer, head: _Head) -> list[Mesh | None]:
    """A miner's helmet, with its lamp."""
    rx, rz, zc = head
    crown = [
        (rx + 0.10, rz + 0.12, 7.82, zc, 0.04),
        (rx + 0.10, rz + 0.12, 8.15, zc),
        (rx * 0.95, rz * 0.98, 8.5, zc),
        (rx * 0.62, rz * 0.66, 8.76, zc),
        (0.02, 0.02, 8.84, zc),
    ]
    t = np.linspace(0, 2 * np.pi, 49)[:-1]
    front = np.clip(np.cos(t), 0, 1) ** 2
    rows = []
    for e, dy in ((0.08, 0), (0.26, -0.04), (0.26, -0.08)):
        x, z = np.sin(t) * (rx + 0.04 + e), zc + np.cos(t) * (rz + 0.04 + e * (1 + 0.8 * front))
        rows.append(np.stack([x, 7.84 + dy - 0.05 * front, z], 1))
    ends = person.fit(
        np.array([[0, 8.22 + _RISE, zc + rz + 0.08], [0, 8.26 + _RISE, zc + rz + 1.0]])
    )
    centre, ahead = person.b.attach(ends, "head")
    lamp = [(0, 0.05), (0, 0.21), (0.14, 0.24), (0.15, 0.15), (0.15, 0.0)]
    return [
        _set_on(person, *lathe(crown, 40)),
        _set_on(person, np.vstack(rows), sheet(len(rows), 48)),
        solid(lamp, centre, ahead - centre, 20, BAND),
    ]


def _headscarf(person: Wearer, _head: _Head) -> list[Mesh | None]:
    edge = ([-0.6, 0, 0.45, 0.75, 0.95, 1.15, 1.5], [6.0, 6.05, 6.3, 6.5, 7.5, 7.86, 8.0])

    def keep(r: Array) -> Array:
        face = (r[:, 2] > 0.95) & (r[:, 1] < 7.3)
        kept: Array = (r[:, 1] > np.interp(r[:, 2], *edge)) & ~face
        return kept

    def depth(r: Array) -> Array:
        behind = 0.12 * np.clip(0.2 - r[:, 2], 0, 1)
        return np.asarray(0.17 + 0.05 * np.sin(r[:, 1] * 6 - r[:, 2] * 9) + behind)

    def where(x: Array, y: Array, _z: Array) -> Array:
        found: Array = (y > 5.9) & (np.abs(x) < 1)
        return found

    knot = [[-0.80, 6.75, 0.55], [-0.66, 6.3, 0.85], [-0.3, 6.02, 1.15], [0, 5.95, 1.25]]
    knot += [[0.3, 6.02, 1.15], [0.66, 6.3, 0.85], [0.80, 6.75, 0.55]]
    under = person.b.attach(person.fit(np.array(knot)), "head")
    return [
        person.b.part(["body"], where, mat=HAT, smooth=30, subdiv=1, keep=keep, inflate=depth),
        tube(under, [0.14, 0.12, 0.10, 0.14, 0.10, 0.12, 0.14], 10, HAT, 0.6),
    ]


def _beanie(person: Wearer, _head: _Head) -> list[Mesh | None]:
    def depth(r: Array) -> Array:
        ribs = 0.03 * np.sin(np.arctan2(r[:, 0], r[:, 2] - 0.4) * 26)
        return np.asarray(0.30 + ribs + 0.10 * (r[:, 1] < 7.75))

    def keep(r: Array) -> Array:
        kept: Array = r[:, 1] > np.interp(r[:, 2], [-0.5, 0.5, 1.5], [7.2, 7.45, 7.72])
        return kept

    def where(x: Array, y: Array, _z: Array) -> Array:
        found: Array = (y > 7.1) & (np.abs(x) < 1)
        return found

    return [person.b.part(["body"], where, mat=HAT, smooth=30, subdiv=1, inflate=depth, keep=keep)]


_HATS: dict[str, Callable[[Wearer, _Head], list[Mesh | None]]] = {
    "flatcap": _flatcap,
    **dict.fromkeys(_FELTS, _felt),
    "helmet": _helmet,
    "headscarf": _headscarf,
    "bonnet": _headscarf,
    "beanie": _beanie,
}
