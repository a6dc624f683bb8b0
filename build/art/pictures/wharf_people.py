"""Number three gang: each man is the same man in every picture of the wharf."""

from __future__ import annotations

from typing import Any

import numpy as np

from build.art.block import Block
from build.art.cast import likeness
from build.art.people.body import Mesh
from build.art.people.person import LEGS, PROP2, SHOE, Person, curl, hold, stand
from build.art.people.placing import place

# What a man is, and what he puts on for work: any of it may be changed for a picture.
_WHO: dict[str, dict[str, Any]] = {
    "roy": {
        **likeness("roy"),
        "hat": "trilby", "hat_ink": ("brown", "brown"),
        "top": "shirt", "shirt_ink": ("paper", "sand"), "sleeves": "rolled", "tie": "braces",
    },
    "merv": {
        **likeness("merv"),
        "top": "shirt", "shirt_ink": ("red", "red"), "tie": "braces", "sleeves": "rolled",
    },
    "alby": {
        **likeness("alby"),
        "top": "tshirt", "shirt_ink": ("teal", "teal"), "sleeves": "short",
    },
    "les": {
        "age": 41, "seed": 44, "weight": 0.6, "face": {"nose-hump": 0.5, "chin-prominent": 0.5},
        "hair": "quiff", "hair_ink": ("key", "brown"),
        "top": "waistcoat", "top_ink": ("key", "key"), "shirt_ink": ("paper", "sand"),
        "sleeves": "rolled",
    },
    "ilija": {
        "age": 33, "seed": 12, "weight": 0.5, "muscle": 0.7,
        "face": {"cheek-bones": 0.5, "nose-hump": 0.6, "chin-width": 0.6,
                 "head-square": 0.4},
        "hair": "wavy", "hair_ink": ("brown", "brown"),
        "top": "shirt", "shirt_ink": ("teal", "teal"), "tie": "braces", "sleeves": "rolled",
    },
    "clarrie": {
        "age": 57, "seed": 86, "weight": 0.7, "glasses": True,
        "face": {"head-round": 0.4, "nose-point-width": 0.4, "mouth-scale-horiz": -0.2},
        "hair": "receding", "hair_ink": ("sand", "brown"),
        "top": "waistcoat", "top_ink": ("brown", "brown"), "shirt_ink": ("paper", "sand"),
        "tie": "red",
    },
    "norm": {
        "age": 49, "seed": 38, "weight": 0.45, "face": {"head-fat": -0.4, "nose-scale-vert": 0.4},
        "hair": "short", "hair_ink": ("sand", "brown"), "glasses": True,
        "top": "waistcoat", "top_ink": ("key", "key"), "shirt_ink": ("sand", "brown"),
        "tie": "teal",
    },
    "col": {
        "age": 45, "seed": 91, "weight": 0.75, "face": {"head-fat": 0.5, "nose-hump": -0.3},
        "hair": "crop", "hair_ink": ("brown", "brown"), "hat": "flatcap",
        "hat_ink": ("sand", "brown"), "top": "donkey", "top_ink": ("key", "key"),
    },
    "frank": {
        "age": 31, "seed": 31, "weight": 0.5, "face": {"chin-width": 0.3, "nose-point-width": 0.3},
        "hair": "short", "hair_ink": ("key", "brown"), "hat": "flatcap",
        "hat_ink": ("key", "key"), "top": "donkey", "top_ink": ("teal", "teal"),
    },
}  # fmt: skip

# Boots are black, with no more than a glint.
_BOOT = {"lo": 0.86, "hi": 1.3}


def gang(name: str, **how: Any) -> Person:
    """A man of the gang, dressed and posed for this picture."""
    hands = {"L": (46, 58, 36), "R": (50, 62, 38)}
    base = {"male": 1, "legs_ink": ("key", "key"), "edge": "teal", "hands": hands}
    look = {**base, **_WHO[name], **how}
    if look["top"] in {"shirt", "tshirt"} and "extra" not in look:
        look["extra"] = _belt
    return Person(**look)


def _belt(man: Person) -> list[Mesh]:
    """A leather belt, and the trousers' own waist beneath it, where the shirt goes in."""
    return [_ring(man, PROP2, 0.3, (1.5, 1.96)), _ring(man, LEGS, 0.27, (0.7, 1.52))]


def _ring(man: Person, ink: int, out: float, span: tuple[float, float]) -> Mesh:
    """A band of cloth or leather about the waist, between two heights."""

    def near(x: np.ndarray, y: np.ndarray, _z: np.ndarray) -> np.ndarray:
        low: np.ndarray = (y > 0.1) & (y < 2.8) & (np.abs(x) < 3)
        return low

    def keep(r: np.ndarray) -> np.ndarray:
        y = r[:, 1]
        band: np.ndarray = (y > span[0]) & (y < span[1]) & (np.abs(r[:, 0]) < 2)
        return band

    ring: Mesh | None = man.b.part(
        ["helper-tights"], near, inflate=out, smooth=10, mat=ink, keep=keep
    )
    assert ring is not None, "the mesh has tights"
    return ring


def put(
    block: Block, man: Person, at: tuple[float, float], scale: float, yaw: float, **how: Any
) -> Person:
    """Lay a person down with their head at a point, cut so that the face reads."""
    how.setdefault("cast", 0.14)
    how.setdefault("ao", 0.8)
    how.setdefault("big", scale > 21)
    how["over"] = {SHOE: _BOOT, **how.get("over", {})}
    place(block, man, at[0], at[1], scale, yaw=yaw, **how)
    return man


def joint(man: Person, bone: str) -> tuple[float, float]:
    """Where a joint of somebody laid down came out on the block."""
    x, y = vars(man)["px"](bone)
    return float(x), float(y)


def fingers(man: Person, side: str, raised: tuple[int, ...]) -> Person:
    """Close one hand, but for the fingers raised (2 is the first finger, 5 the little one)."""
    pose = {k: v for k, v in man.p.items() if not (k.startswith("finger") and k.endswith(side))}
    pose |= curl(man.b, side, (82, 92, 60), thumb=38, skip=raised)
    man.b.pose(pose)
    man.p = pose
    man.meshes = man.build()
    return man


Way = tuple[float, float, float]
Pose = dict[str, Any]


def arm(pose: Pose, side: str, upper: Way, fore: Way, wrist: Way, roll: float = 0) -> Pose:
    """Aim one arm, x counting outwards; `roll` turns the hand over."""
    k = 1 if side == "L" else -1
    out = dict(pose)
    for bone, way, turn in (
        ("upperarm01", upper, 0.0),
        ("lowerarm01", fore, 0.0),
        ("lowerarm02", fore, roll / 2),
        ("wrist", wrist, roll),
    ):
        out[f"{bone}.{side}"] = (k * way[0], way[1], way[2], k * turn)
    return out


def both_arms(pose: Pose, upper: Way, fore: Way, wrist: Way) -> Pose:
    """Aim both arms alike."""
    return arm(arm(pose, "L", upper, fore, wrist), "R", upper, fore, wrist)


def arms_folded(head: Way = (0, 0, 0), **how: Any) -> Pose:
    """Standing with both forearms across the chest."""
    pose = hold(stand(head=head, **how), "L", fore=(-0.95, 0.12, 0.62), upper=(0.2, -1, 0.35))
    return dict(hold(pose, "R", fore=(-0.95, 0.02, 0.8), upper=(0.2, -1, 0.42)))


def hands_on_hips(head: Way = (0, 0, 0), **how: Any) -> Pose:
    """Standing square, both fists at the belt."""
    pose = stand(head=head, **how)
    return both_arms(pose, (0.62, -1, -0.22), (-0.62, -0.8, 0.42), (-0.9, -0.5, 0.3))


def thumbs_in_braces(head: Way = (0, 0, 0), **how: Any) -> Pose:
    """Standing with both hands up at the chest."""
    pose = stand(head=head, **how)
    return both_arms(pose, (0.5, -1, 0.05), (-0.5, 0.62, 0.62), (-0.6, 0.3, 0.3))


def walk(head: Way = (0, 0, 0), stride: float = 0.34) -> Pose:
    """In mid-step; the left leg is before when the stride is positive."""
    pose = dict(stand(head=head))
    for side, k in (("L", 1), ("R", -1)):
        out, way = 0.04 * k, k * stride
        pose["upperleg01." + side] = (out, -1, way)
        pose["lowerleg01." + side] = (out, -1, way - 0.28)
        fore = (0.12, -1.0, 0.25 - 0.45 * way)
        pose = arm(pose, side, (0.16, -1, -0.6 * way), fore, fore)
    return pose
