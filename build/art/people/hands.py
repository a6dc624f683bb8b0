"""The shapes that hands take: every finger bent and fanned for itself, the thumb set against them.

A shape is a name of SHAPES, three bends (knuckle, middle, tip) for all fingers, or a `Hand`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from build.art.people.body import Body, Pose
from build.art.people.mesh import Array, data

Bend = tuple[float, float, float]


@dataclass(frozen=True)
class Hand:
    """Degrees of bend at each joint from forefinger to little finger, the fan, and the thumb."""

    fingers: tuple[Bend, Bend, Bend, Bend]
    fan: float = 0.0  # + spreads the fingers further than the mesh does
    thumb: Bend = (8, 10, 12)  # at its root across the palm, then its two joints
    thumb_in: float = 0.0  # how far the thumb's root swings beneath the palm


SHAPES: dict[str, Hand] = {
    "relaxed": Hand(((14, 22, 12), (22, 28, 16), (29, 34, 18), (34, 36, 18)), 1, (4, 12, 14), 10),
    "fist": Hand(((78, 98, 62), (82, 100, 64), (84, 102, 64), (86, 100, 62)), 1, (26, 40, 44), 34),
    "point": Hand(((4, 6, 4), (72, 96, 60), (78, 98, 60), (82, 98, 60)), 0, (24, 42, 38), 32),
    "two": Hand(((2, 4, 3), (0, 5, 3), (78, 98, 60), (80, 98, 60)), 3, (30, 44, 40), 36),
    "three": Hand(((2, 5, 4), (0, 4, 3), (2, 7, 5), (78, 98, 60)), 4, (28, 44, 40), 36),
    "open": Hand(((-4, 4, 3), (-2, 5, 3), (-3, 6, 4), (-5, 8, 5)), 2, (-12, 2, -4), -6),
    "vote": Hand(((-2, 6, 4), (1, 7, 5), (2, 9, 6), (0, 12, 8)), -1.5, (0, 8, 6), 4),
    "flat": Hand(((-6, 6, 5), (-4, 7, 5), (-4, 8, 6), (-5, 10, 7)), 0, (-4, 8, 8), 0),
    "glass": Hand(((34, 42, 26), (40, 44, 26), (44, 46, 26), (48, 48, 26)), 0, (6, 22, 18), 42),
    "mug": Hand(((58, 84, 44), (62, 86, 44), (66, 86, 44), (68, 84, 44)), 0, (14, 30, 20), 30),
    "pencil": Hand(((46, 42, 20), (52, 50, 26), (60, 66, 36), (64, 70, 38)), 1, (14, 28, 24), 40),
    "cards": Hand(((52, 50, 28), (50, 54, 30), (50, 58, 32), (52, 60, 34)), -2, (2, 20, 10), 44),
    "hip": Hand(((12, 24, 14), (16, 28, 16), (20, 32, 18), (24, 34, 18)), -1, (-8, 6, 4), 0),
    "grip": Hand(((62, 80, 46), (66, 84, 48), (70, 84, 48), (74, 82, 46)), 1, (20, 30, 30), 34),
}
_FINGERS = (2, 3, 4, 5)


def shaped(hand: str | Hand | Bend) -> Hand:
    """A hand by its name, or by three bends common to its fingers."""
    if isinstance(hand, Hand):
        return hand
    if isinstance(hand, str):
        return SHAPES[hand]
    a, b, c = hand
    closed = min(1.0, max(hand) / 90)
    steps = [(a + 5 * k * (1 - closed), b + 4 * k * (1 - closed), c) for k in range(4)]
    return Hand(
        (steps[0], steps[1], steps[2], steps[3]),
        fan=0.0,
        thumb=(4 + 22 * closed, 10 + 30 * closed, 10 + 32 * closed),
        thumb_in=8 + 26 * closed,
    )


class _Frame:
    """One hand's own directions, un-posed: along its fingers, across its knuckles, off its back."""

    def __init__(self, body: Body, side: str) -> None:
        self.heads, self.tails = body.joints("h"), body.joints("e")
        self.side = side
        across = self.at("finger5-1") - self.at("finger2-1")
        self.across: Array = across if side == "R" else -across
        self.along: Array = self.at("finger3-2") - self.at("finger3-1")
        self.back: Array = np.cross(self.along, self.across)
        self.sign = 1.0 if side == "R" else -1.0

    def at(self, bone: str) -> Array:
        """Where a bone of this hand begins."""
        out: Array = self.heads[data()["bmap"][f"{bone}.{self.side}"]]
        return out

    def hinge(self, finger: int) -> Array:
        """The axis that a finger bends about: square to its own length."""
        own = self.at(f"finger{finger}-3") - self.at(f"finger{finger}-1")
        return np.cross(own, np.cross(self.across, own))


def curl(
    body: Body,
    side: str,
    deg: str | Hand | Bend = (60, 80, 60),
    thumb: float | None = None,
    skip: Collection[int] = (),
) -> Pose:
    """The pose of one hand's bones.

    `thumb` overrides its bend; `skip` leaves fingers as they are.
    """
    hand, frame = shaped(deg), _Frame(body, side)
    spec: Pose = {}
    for k, bends in zip(_FINGERS, hand.fingers, strict=True):
        if k in skip:
            continue
        hinge, fan = frame.hinge(k), (k - 3.4) * hand.fan * frame.sign
        for joint, bend in enumerate(bends, 1):
            turn: tuple[Any, ...] = ("axis", hinge, -bend)
            if joint == 1:
                turn = ("axis", frame.back, fan, hinge, -bend)
            spec[f"finger{k}-{joint}.{side}"] = turn
    if 1 not in skip:
        spec.update(_thumb(frame, hand, thumb))
    return spec


def _thumb(frame: _Frame, hand: Hand, bend: float | None) -> Pose:
    """The thumb: its root swings under the palm, its joints bend across it."""
    root, mid, tip = hand.thumb if bend is None else (bend * 0.4, bend, bend)
    own = frame.at("finger1-3") - frame.at("finger1-1")
    hinge = np.cross(own, frame.along)
    s = frame.side
    return {
        f"finger1-1.{s}": ("axis", frame.along, hand.thumb_in * frame.sign, hinge, root),
        f"finger1-2.{s}": ("axis", hinge, mid),
        f"finger1-3.{s}": ("axis", hinge, tip),
    }


def fingers(body: Body, hands: dict[str, Any] | None, pose: Pose) -> Pose:
    """A pose with its hands filled in; a hand given as None is left as the mesh has it."""
    out = dict(pose)
    for side in ("L", "R"):
        hand = (hands or {}).get(side, "relaxed")
        if hand is not None:
            for bone, turn in curl(body, side, hand).items():
                out.setdefault(bone, turn)
    return out


# ------------------------------------------------------------------ nails and knuckles
@cache
def _bone(name: str) -> tuple[Array, Array]:
    """Where a bone of the base mesh begins and ends."""
    d = data()
    i = d["bmap"][name]
    ends = []
    for which in ("h", "e"):
        p, ix = d[which + "ptr"], d[which + "idx"]
        ends.append(d["verts"][ix[p[i] : p[i + 1]]].mean(0))
    return ends[0], ends[1]


def _back_of(side: str) -> Array:
    """The direction off the back of the base mesh's hand."""
    first, last = _bone("finger2-1." + side)[0], _bone("finger5-1." + side)[0]
    along = _bone("finger3-2." + side)[0] - _bone("finger3-1." + side)[0]
    back = np.cross(along, last - first)
    back = back / np.linalg.norm(back)
    out: Array = back if back[1] > 0 else -back
    return out


def _palm_marks(r: Array, t: Array, hand: Array, side: str, mid: str) -> list[tuple[str, Array]]:
    """The palm: its hollow in a middle ink, not in black like a hole, and its two great lines."""
    wrist, middle = _bone("wrist." + side)[0], _bone("finger3-1." + side)[0]
    first, last = _bone("finger2-1." + side)[0], _bone("finger5-1." + side)[0]
    length = float(np.linalg.norm(middle - wrist))
    along = (middle - wrist) / length
    back = _back_of(side)
    across = last - first
    across = across - along * (across @ along)
    across /= np.linalg.norm(across)
    q = r - wrist
    u, v, h = q @ along / length, q @ across, q @ back
    palm = hand & (h < 0.0) & (u > 0.15) & (u < 1.12) & (np.abs(v) < 0.42)
    lines = np.abs(u - 0.86 + 0.55 * (v + 0.05) ** 2 - 0.22 * v) < 0.011
    lines &= np.abs(v) < 0.26
    ball = np.abs(np.hypot(u - 0.38, 0.9 * (v + 0.42)) - 0.42) < 0.011
    return [(mid, palm & (t < 0.52) & (t > 0.06)), ("key", palm & (lines | (ball & (v > -0.25))))]


def hand_marks(r: Array, t: Array, scale: float, inks: tuple[str, ...]) -> list[tuple[str, Array]]:
    """Nails, knuckles and palms, where hands are drawn large enough for them."""
    marks: list[tuple[str, Array]] = []
    light = inks[-1] if inks[0] == "brown" else "paper"
    if scale < 95 or not (np.abs(r[..., 0]) > 4.2).any():
        return marks
    for side, sign in (("L", 1), ("R", -1)):
        hand = r[..., 0] * sign > 4.2
        if hand.any():
            marks += _palm_marks(r, t, hand, side, inks[1])
            for k in (1, 2, 3, 4, 5):
                marks += _finger_marks(r, t, hand, f"finger{k}", side, light)
    return marks


def _finger_marks(
    r: Array, t: Array, hand: Array, finger: str, side: str, light: str
) -> list[tuple[str, Array]]:
    """The nail of one finger and the creases over its two upper joints."""
    begin, end = _bone(f"{finger}-3.{side}")
    length = float(np.linalg.norm(end - begin))
    along = (end - begin) / length
    back = _back_of(side)
    if finger == "finger1":  # the thumb's nail faces forward and up
        back = back + np.array([0.0, 0.2, 1.1])
    back = back - along * (back @ along)
    back /= np.linalg.norm(back)
    across = np.cross(along, back)
    q = r - begin
    u, w, h = q @ along / length, q @ across, q @ back
    near = hand & (np.abs(w) < 0.12) & (h > 0.034)
    far = np.hypot((u - 0.80) / 0.30, w / 0.058)
    out = [(light, near & (far < 0.75) & (t > 0.40)), ("key", near & (far < 1.0) & (far > 0.78))]
    for joint in (2, 3):
        at = _bone(f"{finger}-{joint}.{side}")[0]
        p = r - at
        v, c, top = p @ along, p @ across, p @ back
        over = hand & (top > 0.02) & (np.abs(c) < 0.060)
        bow = 0.25 * c * c / 0.06
        width = 0.0075 * (1 - (c / 0.07) ** 2)
        out += [("key", over & (np.abs(v - off + bow) < width)) for off in (-0.028, 0.018)]
    return out
