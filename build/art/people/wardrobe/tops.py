"""What is worn on the upper body: cut, folds, hem."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from build.art.people.mesh import Array, Mesh
from build.art.people.wardrobe.bottoms import skirt_flow
from build.art.people.wardrobe.collars import collar
from build.art.people.wardrobe.geometry import along_arm, is_arm, lumps
from build.art.people.wardrobe.kinds import COAT, SHIRT, Wearer, female, skirted


@dataclass(frozen=True)
class Cut:
    """How a garment is cut, in decimetres."""

    thick: float = 0.15
    mat: int = SHIRT
    hem: float | None = None
    """How far down its skirts hang; None: it has none."""
    low: float = -9
    """Where it ends on the body, over trousers."""
    boxy: bool = False
    padded: bool = False
    slim: bool = False
    """Lies closer on a woman."""


CUTS: dict[str, Cut] = {
    "jacket": Cut(0.22, COAT, -1.0, boxy=True, padded=True),
    "coat": Cut(0.32, COAT, -4.2, boxy=True, padded=True),
    "donkey": Cut(0.34, COAT, -0.8, boxy=True, padded=True),
    "cardigan": Cut(0.16, COAT, -0.2, slim=True),
    "overalls": Cut(0.18, COAT, boxy=True),
    "jumper": Cut(0.18, COAT, 0.2),
    "waistcoat": Cut(0.19, low=0.62, boxy=True),
    "shirt": Cut(0.10, low=1.15),
    "tshirt": Cut(0.07, low=0.9),
    "blouse": Cut(0.12, low=1.0, slim=True),
    "dress": Cut(0.10, low=0.9, slim=True),
}
_OTHER = Cut()
_COLLARED = ("jacket", "coat", "donkey", "waistcoat", "shirt", "overalls")


def cut_of(person: Wearer) -> Cut:
    """How somebody's top is cut."""
    return CUTS.get(person.o["top"], _OTHER)


def thickness(person: Wearer) -> float:
    """How far the cloth stands from the body."""
    cut = cut_of(person)
    return cut.thick * (0.8 if cut.slim and female(person) else 1)


def top(person: Wearer) -> list[Mesh | None]:
    """The top of somebody, with its hem and collar."""
    name = person.o["top"]
    if not name:
        return []
    made = [_body(person)]
    hem = cut_of(person).hem
    if name in ("jacket", "coat") and person.o["hem"] != -1.1:
        hem = person.o["hem"]
    if hem is not None:
        made.append(_skirts(person, hem))
    if name in _COLLARED:
        made += collar(person)
    return made


def _body(person: Wearer) -> Mesh | None:
    seed, floor = person.seed + 5, 0.5 if skirted(person) else -0.1

    def folds(r: Array, n: Array) -> Array:
        arm, along = is_arm(r), along_arm(r)
        elbow = 0.15 * np.exp(-(((along - 2.3) / 0.7) ** 2))
        wrist = 0.08 * np.exp(-(((along - 3.9) / 0.4) ** 2))
        waist = 0.07 + 0.08 * np.exp(-(((r[:, 1] - 2.0) / 0.9) ** 2))
        deep = np.where(arm, elbow + wrist + 0.07, waist)
        wave = np.where(arm, lumps(r, seed, 3.0, (1, 1.2, 1)), lumps(r, seed, 2.6, (1.3, 0.55, 1)))
        moved: Array = n * (deep * (1 - 2 * np.abs(wave).clip(0, 1) ** 0.8))[:, None]
        return moved

    def where(_x: Array, y: Array, _z: Array) -> Array:
        found: Array = (y > floor) & (y < 6.3)
        return found

    return person.b.part(
        ["helper-tights"], where, inflate=lambda r: _depth(person, r), smooth=10,
        mat=cut_of(person).mat, bump=folds, keep=lambda r: _keep(person, r),
    )  # fmt: skip


def _depth(person: Wearer, r: Array) -> Array:
    cut, thick = cut_of(person), thickness(person)
    x, y, arm = np.abs(r[:, 0]), r[:, 1], is_arm(r)
    a: Array = thick * np.clip((6.15 - y) / 0.55, 0.18, 1)  # lies in at the neck
    a = a + np.where(arm, thick * 0.35 * (along_arm(r) > 0.3), 0)
    if cut.boxy:
        a = a + 0.16 * np.clip((3.2 - y) / 1.5, 0, 1) * ~arm
    if cut.padded:
        a = a + 0.10 * np.exp(-(((x - 1.75) / 0.4) ** 2) - ((y - 5.35) / 0.3) ** 2)
    return a


_SLEEVES = {"short": 2.7, "rolled": 3.05}


def _keep(person: Wearer, r: Array) -> Array:
    name, arm = person.o["top"], is_arm(r)
    neck = 5.55 if name in ("tshirt", "dress", "blouse") else 5.72
    kept: Array = (r[:, 1] < neck + 0.12 * (r[:, 2] < 0.3)) | (np.abs(r[:, 0]) > 0.98)
    if person.o["neck"] == "low":
        kept &= ~((r[:, 2] > 0.4) & (np.abs(r[:, 0]) < (r[:, 1] - 4.3) * 0.75))
    if not skirted(person) or name in ("dress", "blouse"):
        kept &= (r[:, 1] > cut_of(person).low) | arm
    return ((along_arm(r) < _SLEEVES.get(person.o["sleeves"], 4.22)) | ~arm) & kept


def _skirts(person: Wearer, hem: float) -> Mesh | None:
    """What of a coat hangs below the waist."""
    seed, out = person.seed + 5, thickness(person) * 0.75 + 0.1
    over_skirt = skirted(person)

    def depth(r: Array) -> Array:
        below = np.clip(1.5 - r[:, 1], 0, 9)
        waves = 0.03 * lumps(r, seed, 3.0, (1, 0.3, 1)) * np.clip(below, 0, 3)
        own = out + 0.05 * below + waves
        return np.asarray(np.maximum(own, skirt_flow(person, r) + 0.10) if over_skirt else own)

    def where(_x: Array, y: Array, _z: Array) -> Array:
        found: Array = y > hem - 0.6
        return found

    def keep(r: Array) -> Array:
        kept: Array = r[:, 1] > hem + 0.04 * np.sin(r[:, 0] * 3)
        return kept

    return person.b.part(
        ["helper-skirt"], where, mat=cut_of(person).mat, smooth=3, inflate=depth, keep=keep
    )
