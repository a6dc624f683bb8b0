"""Figures for a meeting: from the hips up, with one hand raised or both down, transparent."""

from __future__ import annotations

import numpy as np
from PIL import Image

from build.art.block import Block
from build.art.cast import CAST, Member
from build.art.cast_south import SOUTH
from build.art.people.person import Person
from build.art.people.placing import place
from build.art.people.poses import fold_arms, raise_palm, stand
from build.art.portraits.anybody import ANYBODY

WIDTH, HEIGHT = 560, 900
_SCALE = 73.0  # pixels a decimetre: a raised hand just stays within the height
_HEAD = 396
_LIGHT = (-0.5, 0.5, 0.72)
FOLDED = {"alby", "dulcie", "col", "3", "6"}  # who folds their arms while the hand is down

EVERYBODY: dict[str, Member] = {**CAST, **SOUTH, **ANYBODY}


def standing(name: str, *, up: bool, ss: int = 2) -> Image.Image:
    """Somebody of a meeting, 560 by 900, with alpha; their feet are below the lower edge."""
    member = EVERYBODY[name]
    turn = 1 if member.yaw > 0 else -1
    pose = stand(head=(member.head[0] * 0.5, 4 * turn, 0), arms=0.16, elbow=0.1)
    hands: dict[str, str] = {}
    if up:
        pose, hands = raise_palm(pose, "R", out=0.2, fwd=0.12), {"R": "vote"}
    elif name in FOLDED:
        pose = fold_arms(pose)
    person = Person(
        pose=pose, expr="neutral", hands=hands, gaze=(-6 * turn, 0),
        **member.person,
    )  # fmt: skip
    block = Block(WIDTH, HEIGHT, "coast61", ss, seed=5, ground="paper")
    block.a[:] = 255
    place(
        block, person, WIDTH * 0.55, _HEAD, _SCALE, yaw=9 * turn, light=_LIGHT, hatch_pitch=8,
        line=2.6, cast=0.12, ao=0.8, halo=("paper", 6), big=True, pitch=2,
    )  # fmt: skip
    alpha = block.a != 255
    block.a[block.a == 255] = block.ix["paper"]
    y = np.arange(HEIGHT * ss)[:, None]
    return block.pull(alpha=alpha & (y < HEIGHT * ss))
