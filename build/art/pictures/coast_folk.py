"""The people of the coast pictures: what they have in common, and the hats that women wore."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from build.art.block import Block
from build.art.cast import likeness
from build.art.people.body import Mesh
from build.art.people.person import BAND, HAT, SKIN, Person, hold, lathe, sit, stand
from build.art.people.placing import place
from build.art.people.shared import SHARED

__all__ = [
    "CLOSED",
    "SKIN",
    "Person",
    "Placed",
    "Pose",
    "hold",
    "known",
    "lady_hat",
    "local",
    "person",
    "put",
    "seated",
    "sit",
    "stand",
]

Pose = dict[str, Any]
# A person who has been laid on a block, and can tell where a joint came out: `px(bone)`.
Placed = Any
Ring = tuple[float, ...]


def person(**who: Any) -> Person:
    """A person in plain dark legs unless told otherwise."""
    who.setdefault("legs_ink", ("key", "key"))
    return Person(**who)


def local(**who: Any) -> Person:
    """An Aboriginal person of the coast."""
    face = {"nose-scale-horiz": 0.75, "eyebrows-trans-forward": 0.35, "mouth-lowerlip-volume": 0.3}
    face.update(who.pop("face", {}))
    who.update(SHARED)
    who.setdefault("hair_ink", ("key", "brown"))
    return person(face=face, **who)


def known(name: str, **how: Any) -> Person:
    """Somebody of the cast, as in their portrait, dressed and posed for this picture."""
    return person(**{**likeness(name), **how})


def put(b: Block, who: Person, at: tuple[float, float], scale: float, **how: Any) -> Placed:
    """Lay a person on the block, with the head's joint at a point."""
    how.setdefault("halo", ("key", 3))
    how.setdefault("cast", 0.2)
    how.setdefault("ao", 0.85)
    return place(b, who, at[0], at[1], scale, **how)


# ------------------------------------------------------------------ hats
_BRIMS: dict[str, tuple[list[Ring], float, float]] = {
    # crown rings (half width, half depth, height, centre) as shares of the head, brim, its dip
    "felt": (
        [
            (1.0, 1.0, 7.72),
            (1.0, 1.0, 8.06),
            (1.0, 1.0, 8.15),
            (0.94, 0.95, 8.5),
            (0.66, 0.7, 8.74),
            (0.02, 0.02, 8.8),
        ],
        0.30,
        0.20,
    ),
    "straw": (
        [
            (1.0, 1.0, 7.74),
            (1.0, 1.0, 8.06),
            (0.98, 0.98, 8.3),
            (0.9, 0.9, 8.56),
            (0.6, 0.6, 8.66),
            (0.02, 0.02, 8.68),
        ],
        0.62,
        0.10,
    ),
    "pillbox": (
        [
            (0.9, 0.86, 8.0),
            (0.94, 0.9, 8.2),
            (0.92, 0.88, 8.66),
            (0.8, 0.76, 8.74),
            (0.02, 0.02, 8.76),
        ],
        0.0,
        0.0,
    ),
}


def _brim(size: tuple[float, float, float], wide: float, dip: float) -> tuple[Any, Any]:
    """The brim: up a little at the back, down over the brow."""
    rx, rz, zc = size
    t = np.linspace(0, 2 * np.pi, 49)[:-1]
    rows = []
    for out, up in (
        (0.0, 0.0),
        (wide * 0.6, 0.02),
        (wide, 0.07),
        (wide, 0.02),
        (wide * 0.5, -0.04),
    ):
        bend = 0.05 * np.sin(t) ** 2 - dip * np.clip(np.cos(t), 0, 1)
        y = 7.80 + up + bend * (out / wide)
        rows.append(np.stack([np.sin(t) * (rx + out), y, zc + np.cos(t) * (rz + out)], 1))
    n = len(t)
    faces = []
    for i in range(4):
        for j in range(n):
            a, c = i * n + j, i * n + (j + 1) % n
            faces += [[a, c, a + n], [c, c + n, a + n]]
    return np.vstack(rows), np.array(faces)


def lady_hat(kind: str, flower: float = 0.0) -> Callable[[Person], list[Mesh]]:
    """A woman's hat of about 1960, to be given as a person's `extra`.

    `flower`: how large a bow or flower stands at its left side (0 = none).
    """

    def meshes(p: Person) -> list[Mesh]:
        rx, rz, _, zc = p.head_ring(7.85, 0.24)
        rings, wide, dip = _BRIMS[kind]
        crown = [(rx * q[0], rz * q[1], q[2], zc) for q in rings]
        m = p.on_head(lathe(crown, 48), HAT)
        middle = m.r[m.f].mean(1)
        low = 8.08 if wide else 8.22
        m.mat = np.where(middle[:, 1] < low, BAND, HAT).astype(np.int16)
        made = [m]
        if wide:
            made.append(p.on_head(_brim((rx, rz, zc), wide, dip), HAT))
        if flower:
            made += _flower(p, rx, zc, flower)
        return made

    return meshes


def _flower(p: Person, rx: float, zc: float, size: float) -> list[Mesh]:
    """Petals: a few small balls in a ring on the hat's side."""
    made = []
    for k in range(6):
        a = k * np.pi / 3
        centre = (zc + 0.30 + size * 0.62 * np.cos(a), 8.1 + size * 0.62 * np.sin(a))
        u = np.linspace(-1, 1, 7)
        r = size * 0.46 * np.sqrt(np.maximum(1 - u * u, 0.001))
        rings = [(q, q, centre[1] + size * 0.46 * v, centre[0]) for q, v in zip(r, u, strict=True)]
        v, f = lathe(rings, 12)
        v[:, 0] += rx + 0.05
        made.append(p.on_head((v, f), BAND))
    return made


# ------------------------------------------------------------------ poses
def at_rest(pose: Pose) -> Pose:
    """Hands together in the lap."""
    fore = (-0.62, -0.30, 1)
    for side in ("L", "R"):
        pose = hold(pose, side, fore=fore, upper=(0.34, -1, 0.28), wrist=(-0.8, -0.25, 0.8))
    return pose


def seated(nod: float = 0, turn: float = 0, tilt: float = 0) -> Pose:
    """Sitting, hands together, the head as told."""
    return at_rest(sit(stand(head=(nod, turn, tilt))))


CLOSED = {"L": (38, 48, 30), "R": (42, 50, 34)}
