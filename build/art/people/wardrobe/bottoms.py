"""Trousers, skirts, aprons and shoes."""

from __future__ import annotations

import numpy as np

from build.art.people.mesh import Array, Mesh
from build.art.people.wardrobe.geometry import lumps
from build.art.people.wardrobe.kinds import APRON, LEGS, SHIRT, SHOE, Wearer, female, skirted

_WIDTH = {"trousers": 0.24, "jeans": 0.09, "flares": 0.16}


def skirt_flow(person: Wearer, r: Array) -> Array:
    """How far a skirt stands out."""
    flare, seed = person.o["flare"], person.seed + 5
    below = np.clip(1.6 - r[:, 1], 0, 9)
    round_ = np.arctan2(r[:, 0], r[:, 2] - 0.1) * 11 + lumps(r, seed, 0.6)
    waves = 0.09 * np.sin(round_) * np.clip(below / 3, 0, 1.6) * flare * 1.8
    return np.asarray(0.14 + flare * below * 0.22 + waves)


def bottoms(person: Wearer) -> list[Mesh | None]:
    """All that is worn below the waist."""
    made: list[Mesh | None] = []
    name = person.o["legs"]
    if name in _WIDTH:
        made.append(_trousers(person, name))
    elif skirted(person):
        made.append(_skirt(person))
    if person.o["apron"]:
        made += _apron(person)
    made.append(person.b.part(["body"], _feet, inflate=_thick, smooth=24, mat=SHOE))
    return made


def _feet(_x: Array, y: Array, _z: Array) -> Array:
    found: Array = y < -6.9
    return found


def _thick(r: Array) -> Array:
    """How thick leather is: more over the toes, which smoothing draws in and no shoe shows."""
    return np.asarray(0.12 + 0.16 * np.clip((r[:, 2] - 0.5) / 0.9, 0, 1))


def _trousers(person: Wearer, name: str) -> Mesh | None:
    wide, seed = _WIDTH[name], person.seed + 1

    def depth(r: Array) -> Array:
        hang = 0.05 * np.clip((-3 - r[:, 1]) / 4, 0, 1) * (name != "jeans")
        return np.asarray(wide + hang + 0.05 * lumps(r, seed, 2.2, (1, 1.2, 1)))

    def where(x: Array, y: Array, _z: Array) -> Array:
        found: Array = (y < 2.4) & (np.abs(x) < 3)
        return found

    def keep(r: Array) -> Array:
        kept: Array = (r[:, 1] > -7.75) & (r[:, 1] < 1.9)
        return kept

    return person.b.part(["helper-tights"], where, mat=LEGS, smooth=12, inflate=depth, keep=keep)


def _skirt(person: Wearer) -> Mesh | None:
    hem = -6.6 if person.o["flare"] > 0.6 else -4.5  # to the ankle, or below the knee
    mat = LEGS if person.o["legs"] == "skirt" else SHIRT

    def keep(r: Array) -> Array:
        kept: Array = r[:, 1] > hem
        return kept

    return person.b.part(
        ["helper-skirt"], None, mat=mat, smooth=2, inflate=lambda r: skirt_flow(person, r),
        keep=keep,
    )  # fmt: skip


def _apron(person: Wearer) -> list[Mesh | None]:
    """Tied at the waist, and with a bib if it is one."""
    hem = -5.2 if female(person) and person.o["flare"] > 0.6 else -2.8

    def depth(r: Array) -> Array:
        return skirt_flow(person, r) + 0.10 if skirted(person) else 0.30 + 0 * r[:, 0]

    def front(_x: Array, _y: Array, z: Array) -> Array:
        found: Array = z > 0.1
        return found

    def keep(r: Array) -> Array:
        side = np.abs(r[:, 0]) < 1.05 - 0.06 * r[:, 1]
        kept: Array = (r[:, 1] > hem) & (r[:, 2] > 0.35) & side
        return kept

    made = [person.b.part(["helper-skirt"], front, mat=APRON, smooth=2, inflate=depth, keep=keep)]
    if person.o["apron"] == "bib":
        made.append(_bib(person))
    return made


def _bib(person: Wearer) -> Mesh | None:
    def where(x: Array, y: Array, z: Array) -> Array:
        found: Array = (z > 0.2) & (y > 1) & (y < 5.2) & (np.abs(x) < 1.4)
        return found

    def keep(r: Array) -> Array:
        strap = (r[:, 1] >= 4.5) & (np.abs(np.abs(r[:, 0]) - 0.75) < 0.11)
        kept: Array = (r[:, 1] < 4.5) & (np.abs(r[:, 0]) < 0.85) | strap
        return kept

    from build.art.people.wardrobe.tops import thickness  # which hangs its own skirts over these

    return person.b.part(
        ["helper-tights"], where, mat=APRON, smooth=8, inflate=thickness(person) + 0.10, keep=keep
    )
