"""Beards and moustaches of some depth. Trimmed ones are drawn: `look` in `looks`."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from build.art.people.mesh import Array, Mesh
from build.art.people.wardrobe.geometry import lumps
from build.art.people.wardrobe.kinds import HAIR, Wearer

_DEPTH = {"moustache": 0.13, "full": 0.17, "chops": 0.14, "walrus": 0.13}


def _moustache(x: Array, y: Array, z: Array) -> Array:
    found: Array = (y < 6.86 - 0.22 * x) & (y > 6.655 - 0.15 * x) & (x < 0.42) & (z > 1.15)
    return found


def _walrus(x: Array, y: Array, z: Array) -> Array:
    found: Array = (y < 6.88 - 0.30 * x) & (y > 6.60 - 0.22 * x) & (x < 0.33) & (z > 1.15)
    return found


def _chops(x: Array, y: Array, z: Array) -> Array:
    found: Array = (y < 7.2) & (y > 6.25) & (z > 0.5) & (z < 1.12) & (x > 0.42)
    return found


def _full(x: Array, y: Array, z: Array) -> Array:
    lip = (y > 6.45) & (y < 6.66) & (x < 0.27)
    edge = np.interp(z, [0.3, 0.6, 0.9, 1.2, 1.6], [6.9, 6.95, 6.72, 6.62, 6.5])
    found: Array = _moustache(x, y, z) | ((y < edge) & (y > 5.7) & (z > 0.35) & ~lip)
    return found


_WHERE: dict[str, Callable[[Array, Array, Array], Array]] = {
    "moustache": _moustache,
    "walrus": _walrus,
    "chops": _chops,
    "full": _full,
}


def beard(person: Wearer) -> list[Mesh | None]:
    """The beard of somebody, if they have one."""
    name, seed = person.o["beard"], person.seed
    if not name:
        return []

    def keep(r: Array) -> Array:
        ragged = 0.02 * np.sin(r[:, 0] * 60 + r[:, 1] * 40) > -0.03
        kept: Array = _WHERE[name](np.abs(r[:, 0]), r[:, 1], r[:, 2]) & ragged
        return kept

    def depth(r: Array) -> Array:
        chin = 0.22 * np.clip((6.4 - r[:, 1]) / 0.5, 0, 1) if name == "full" else 0
        return np.asarray(_DEPTH[name] * (1 + 0.12 * lumps(r, seed, 9, (1, 0.3, 1))) + chin)

    def where(x: Array, y: Array, z: Array) -> Array:
        found: Array = (y > 5.5) & (y < 7.3) & (z > 0.2) & (np.abs(x) < 0.85)
        return found

    return [person.b.part(["body"], where, mat=HAIR, keep=keep, subdiv=1, inflate=depth)]
