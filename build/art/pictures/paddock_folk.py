"""Who is at work in the bean paddock: three children behind Ivy, and the others along the rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import itemgetter
from typing import Any

import numpy as np

from build.art.block import Block
from build.art.people.mesh import rot
from build.art.pictures.coast_folk import Person, Placed, Pose, hold, local, put, stand
from build.art.pictures.coast_land import Point
from build.art.pictures.paddock_ivy import gripping, ivy
from build.art.pictures.paddock_land import on_soil
from build.art.pictures.paddock_rows import bag, beans, sack

Placing = tuple[float, Callable[[Block], object]]
Options = dict[str, Any]
LIGHT = (0.62, 0.46, 0.6)

BAGS = (
    (13.6, 9.5, True), (-5.0, 12.5, True), (33.0, 14.5, True), (23.1, 20, True),
    (-5.4, 20, False), (32.6, 27, True), (-24.4, 21, True), (23.4, 40, True),
)  # fmt: skip


def standing(*, people: bool = True) -> list[Placing]:
    """Everything that stands among the rows, with the scale it stands at, far things first."""
    things: list[Placing] = []
    for k, (across, scale, tied) in enumerate(BAGS):
        things.append((scale, partial(bag, across=across, scale=scale, tied=tied, seed=k)))
    if people:
        things += [(scale, partial(_picker, at=(x, scale), yaw=yaw, **o))
                   for x, scale, yaw, o in _PICKERS]  # fmt: skip
        things += [(14.9, _carrier), (37.0, _girl), (29.0, _boy), (41.0, _smallest), (56.0, ivy)]
    return sorted(things, key=itemgetter(0))


def afoot(b: Block, who: Person, across: float, scale: float, yaw: float, **how: Any) -> Placed:
    """Stand somebody on the soil: their lowest sole is where the ground is."""
    low = min(float(mesh.v[:, 1].min()) for mesh in who.meshes)
    head = who.b.joint("head")
    feet = (who.b.joint("foot.L") + who.b.joint("foot.R")) / 2
    ahead = float((rot("y", yaw) @ (head - feet))[0])
    b.blob(_shadow(across, scale), "key", 1)
    at = on_soil(across + ahead, scale, float(head[1]) - low)
    return put(b, who, at, scale, yaw=yaw, light=LIGHT, **how)


def _shadow(across: float, scale: float) -> list[Point]:
    """The shadow at somebody's feet, towards us and to the left."""
    x, y = on_soil(across, scale)
    shape = [(-1.5, -0.3), (1.4, -0.3), (0.4, 0.3), (-1.6, 1.0), (-3.6, 1.2), (-3.0, 0.2)]
    return [(x + u * scale, y + v * scale) for u, v in shape]


def bending(lean: float, nod: float = 0, turn: float = 0) -> Pose:
    """Bent from the hips to a bush, both hands among the leaves."""
    pose = stand(head=(nod, turn, 0), stance=0.12)
    pose["spine05"] = ("rot", "x", lean * 0.6)
    pose["spine03"] = ("rot", "x", lean * 0.4)
    for side, out in (("L", 0.06), ("R", 0.16)):
        pose = hold(pose, side, fore=(out - 0.1, -0.75, 0.8), upper=(out, -1, 0.35))
    return pose


# ------------------------------------------------------------------ the children
def _girl(b: Block) -> None:
    """The eldest, eleven: a straw hat, a faded dress; she strips a bush and listens."""
    who = local(
        male=0, age=12, seed=411, height=1.03, hair="bob", hat="akubra",
        hat_ink=("gold", "sand"), band_ink="red", top="dress", shirt_ink=("paper", "sand"),
        legs="dress", sleeves="short", pattern=("dots", "red", 4.2),
        pose=bending(36, -24, 6), hands={"L": (40, 50, 30), "R": (46, 56, 34)},
        gaze=(10, 4), face={"head-oval": 0.4, "cheek-volume": 0.2},
    )  # fmt: skip
    placed = afoot(b, who, -5.2, 37, 40, big=True, cast=0.08, line=1.6)
    for bone in ("finger3-1.L", "finger3-1.R"):
        x, y = placed.px(bone)
        beans(b, (x + 4, y + 14), (8, 9), 26, np.random.default_rng(7))


def _boy(b: Block) -> None:
    """Nine, in his brother's shirt."""
    who = local(
        male=1, age=9, seed=412, height=0.99, head_scale=1.17, hair="crop", hat="akubra",
        hat_ink=("brown", "brown"), top="shirt", shirt_ink=("paper", "sand"), sleeves="rolled",
        legs_ink=("sand", "brown"), pose=bending(28, -22, 2),
        hands={"L": (40, 50, 30), "R": (46, 56, 34)}, face={"head-round": 0.4, "ear-wing": 0.5},
    )  # fmt: skip
    afoot(b, who, 22.0, 29, -30, big=True, cast=0.08, line=1.5)


def _smallest(b: Block) -> None:
    """Six: she has stopped with a full tin, and looks who has come."""
    pose = stand(head=(5, -6, 0))
    for side in ("L", "R"):
        pose = hold(pose, side, fore=(-0.42, 0.05, 1), upper=(0.24, -1, 0.1))
    who = local(
        male=0, age=6, seed=413, height=0.87, head_scale=1.26, hair="wavy", hat="akubra",
        hat_ink=("sand", "sand"), band_ink="teal", top="dress", shirt_ink=("gold", "gold"),
        legs="dress", sleeves="short", pattern=("flowers", "red", 4.6), pose=pose, gaze=(6, 8),
        hands={"L": (30, 40, 30), "R": (30, 40, 30)}, face={"head-round": 0.5, "cheek-volume": 0.4},
    )  # fmt: skip
    placed = afoot(b, who, 12.4, 41, -10, big=True, cast=0.08, line=1.7)
    left, right = placed.px("finger3-1.R"), placed.px("finger3-1.L")
    _tin(b, (left[0] + right[0]) / 2, (left[1] + right[1]) / 2 - 4, 41)
    gripping(b, (left[0] + right[0]) / 2 - 38, left[1] + 22, 0.56, 4)
    gripping(b, (left[0] + right[0]) / 2 + 38, right[1] + 22, 0.56, 176)


def _tin(b: Block, x: float, y: float, s: float) -> None:
    """A kerosene tin cut down for a bucket, beans to the top."""
    w, h = 1.05 * s, 1.8 * s
    b.rect(x - w - 4, y - h * 0.4 - 4, x + w + 4, y + h * 0.6 + 4, "key", 0.6)
    b.rect(x - w, y - h * 0.4, x + w, y + h * 0.6, "paper", 0.6)
    b.engrave(b.box(x - w, y - h * 0.4, x + w, y + h * 0.6), "key",
              lambda u, _v: 0.5 + (u - x) / w * 0.4, angle=88, pitch=7)  # fmt: skip
    b.ellipse(x, y - h * 0.4, w, w * 0.3, "key", 0.4)
    beans(b, (x, y - h * 0.46), (w * 0.8, w * 0.24), s * 0.75, np.random.default_rng(3))


# ------------------------------------------------------------------ the others
_WOMAN: Options = {"male": 0, "top": "blouse", "legs": "skirt", "sleeves": "rolled"}
_MAN: Options = {"male": 1, "top": "shirt", "sleeves": "rolled", "hair": "short"}

_PICKERS: tuple[tuple[float, float, float, Options], ...] = (
    (-5.3, 10.4, 40, {**_WOMAN, "age": 30, "seed": 421, "hat": "headscarf",
     "hat_ink": ("red", "red"), "shirt_ink": ("paper", "sand"), "pose": bending(50)}),
    (37.0, 10.5, -40, {**_MAN, "age": 24, "seed": 422, "hat": "akubra",
     "hat_ink": ("brown", "brown"), "shirt_ink": ("gold", "gold"), "pose": bending(46)}),
    (33.5, 13.0, 20, {**_WOMAN, "age": 58, "seed": 423, "hat": "headscarf",
     "hat_ink": ("paper", "sand"), "shirt_ink": ("red", "red"), "legs_ink": ("teal", "teal"),
     "pose": stand(head=(0, 10, 0))}),
    (51.0, 12.0, 40, {**_MAN, "age": 35, "seed": 424, "hat": "akubra",
     "hat_ink": ("sand", "brown"), "shirt_ink": ("paper", "sand"), "pose": bending(52)}),
    (63.5, 11.0, -30, {**_WOMAN, "age": 22, "seed": 425, "hat": "headscarf",
     "hat_ink": ("paper", "sand"), "shirt_ink": ("red", "red"), "pose": bending(40)}),
    (44.5, 17.5, -34, {**_MAN, "age": 47, "seed": 426, "hat": "akubra",
     "hat_ink": ("brown", "brown"), "top": "waistcoat", "top_ink": ("key", "key"),
     "shirt_ink": ("paper", "sand"), "pose": bending(36)}),
    (39.6, 22.0, -24, {**_WOMAN, "age": 44, "seed": 427, "tin": True, "hat": "akubra",
     "hat_ink": ("gold", "sand"), "shirt_ink": ("paper", "sand"), "legs_ink": ("red", "red"),
     "pattern": "check", "pose": stand(head=(14, -8, 0), elbow=0.7)}),
    (-28.0, 25.0, 34, {**_MAN, "age": 63, "seed": 428, "tin": True, "hat": "akubra",
     "hair_ink": ("paper", "sand"), "hat_ink": ("sand", "brown"), "shirt_ink": ("red", "red"),
     "beard": "moustache", "pose": stand(head=(12, 10, 0), elbow=0.6)}),
    (-30.2, 19.5, 40, {**_WOMAN, "age": 39, "seed": 429, "hat": "headscarf",
     "hat_ink": ("paper", "sand"), "shirt_ink": ("gold", "gold"), "pose": bending(44)}),
)  # fmt: skip


def _picker(b: Block, at: Point, yaw: float, *, tin: bool = False, **who: Any) -> None:
    """One of the others, some way off; with a tin to carry beans in, or with both hands busy."""
    scale = at[1]
    line = max(1.0, scale * 0.055)
    placed = afoot(b, local(**who), at[0], scale, yaw, line=line, halo=("key", 2), big=scale > 20)
    if tin:
        x, y = placed.px("finger3-2.L")
        for side in (-1, 1):
            b.stroke([(x, y), (x + side * scale * 0.8, y + scale)], 3, "key", wob=0)
        _tin(b, x, y + scale * 1.5, scale * 0.8)


def _carrier(b: Block) -> None:
    """A young man with a full bag on his shoulder, on the way to the scale."""
    pose = hold(
        stand(head=(0, -10, 0), stance=0.16), "L", upper=(0.5, -0.1, 0.5), fore=(-0.3, 0.9, -0.2)
    )
    who = local(**_MAN, age=27, seed=431, weight=0.45, muscle=0.8, hat="akubra",
                hat_ink=("sand", "brown"), shirt_ink=("teal", "teal"), pose=pose)  # fmt: skip
    s = 14.8
    placed = afoot(b, who, -5.4, s, 214, line=1.2, halo=("key", 2))
    x, y = placed.px("upperarm01.L")
    shape = [(-3.3, 2.9), (-3.8, 0), (-3.5, -3.2), (-4.1, -4.4), (-2.8, -3.8), (-1.0, -4.0),
             (0.2, -4.7), (-0.2, -3.4), (0.3, 0), (-0.5, 2.9)]  # fmt: skip
    sack(b, [(x + u * s, y + v * s) for u, v in shape], s, x + 20)
