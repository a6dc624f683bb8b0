"""Spectacles of wire."""

from __future__ import annotations

import numpy as np

from build.art.people.mesh import Mesh
from build.art.people.wardrobe.geometry import tube
from build.art.people.wardrobe.kinds import GLASS, Wearer


def spectacles(person: Wearer) -> list[Mesh | None]:
    """Two rounds, a bridge and two arms, if somebody wears them."""
    if not person.o["glasses"]:
        return []
    made: list[Mesh | None] = []
    t = np.linspace(0, 2 * np.pi, 25)
    for side in (-1, 1):
        x = side * 0.32 + 0.235 * np.cos(t)
        y = 7.27 + 0.2 * np.sin(t) + 0.015 * np.cos(2 * t)
        z = 1.56 - 0.12 * np.abs(0.235 * np.cos(t) * side + 0.05)
        made.append(_wire(person, np.stack([x, y, z], 1), 0.026))
        arm = [[side * 0.55, 7.32, 1.48], [side * 0.74, 7.36, 1.1], [side * 0.82, 7.36, 0.45]]
        made.append(_wire(person, np.array(arm), 0.024))
    bridge = np.array([[-0.09, 7.31, 1.6], [0, 7.34, 1.64], [0.09, 7.31, 1.6]])
    made.append(_wire(person, bridge, 0.024))
    return made


def _wire(person: Wearer, points: object, rad: float) -> Mesh:
    return tube(person.b.attach(person.fit(points), "head"), rad, 6, GLASS)
