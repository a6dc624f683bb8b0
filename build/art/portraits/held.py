"""What people carry in their portraits, and the inks it is printed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from build.art.people.mesh import Mesh
from build.art.people.person import Person, solid, tube

PROP = 12  # the material number of things carried


def _pencils(p: Person) -> list[Mesh]:
    """Two pencils behind an ear."""
    out = []
    for dy, dz in ((0.0, 0.0), (0.075, -0.02)):
        ends = np.array([[-0.88, 7.52 + dy, 1.16 + dz], [-0.94, 7.66 + dy, 0.15 + dz]])
        out.append(tube(p.b.attach(p.fit(ends), "head"), 0.052, 6, PROP))
    return out


def _cards(p: Person) -> list[Mesh]:
    """Five playing cards fanned in the right hand, their backs to us."""
    hold_at = p.b.joint("finger3-2.R") * 0.6 + p.b.joint("finger1-3.R") * 0.4
    corners = ((-0.29, 0.0), (0.29, 0.0), (0.29, 0.88), (-0.29, 0.88))
    out = []
    for i in range(5):
        lean = np.radians(-34 + 18 * i)
        up = np.array([np.sin(lean), np.cos(lean), 0.10])
        side = np.array([np.cos(lean), -np.sin(lean), 0.2])
        low = hold_at + np.array([0, -0.14, 0.1 * i - 0.1])
        v = np.array([low + side * a + up * b for a, b in corners])
        rest = np.array([[a, b, i] for a, b in corners])
        out.append(Mesh(v, np.array([[0, 1, 2], [0, 2, 3]]), rest, PROP))
    return out


def _card_backs(g: Any, _t: Any) -> list[tuple[str, Any]]:
    """A printed back within a paper margin."""
    x, y = g.r[..., 0], g.r[..., 1]
    inside = (np.abs(x) < 0.23) & (y > 0.06) & (y < 0.82)
    lattice = np.abs(np.sin(x * 22 + y * 22) * np.sin(x * 22 - y * 22)) < 0.16
    return [("teal", inside), ("paper", inside & lattice)]


def _pencil(p: Person) -> list[Mesh]:
    """A pencil held to write, in the right hand."""
    tip = p.b.joint("finger2-3.R", tail=True) * 0.6 + p.b.joint("finger1-3.R", tail=True) * 0.4
    root = p.b.joint("finger2-1.R")
    along = (root - tip) / np.linalg.norm(root - tip)
    return [tube(np.array([tip - along * 0.35, tip + along * 1.25]), 0.05, 6, PROP)]


def _glass(p: Person) -> list[Mesh]:
    """A seven-ounce glass that is being polished, in the right hand."""
    middle = p.b.joint("finger3-2.R") * 0.5 + p.b.joint("finger1-3.R") * 0.5
    rings = [(-0.55, 0.0), (-0.55, 0.24), (0.72, 0.33), (0.72, 0.29), (-0.40, 0.21), (-0.42, 0.0)]
    return [solid(rings, middle, (0.05, 1, 0.1), 24, PROP)]


_CARD = {"light": "paper", "mid": "paper", "paint": _card_backs}
_PENCIL = {"light": "gold", "mid": "gold", "shine": "paper"}
_GLASS = {"light": "paper", "mid": "teal", "split": (0.5, 0.95), "lo": 0.2, "hi": 0.4}
INKS = {"cards": _CARD, "pencil": _PENCIL, "pencils": _PENCIL, "glass": _GLASS}
THINGS: dict[str, Callable[[Person], list[Mesh]]] = {
    "pencils": _pencils,
    "pencil": _pencil,
    "cards": _cards,
    "glass": _glass,
}
