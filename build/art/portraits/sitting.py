"""Half-figures for the dialogue: one person, four moods, transparent, with a paper cut-out edge."""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image

from build.art.block import Block
from build.art.cast import CAST, Member
from build.art.cast_south import SOUTH
from build.art.people.body import Pose
from build.art.people.expressions import MOODS
from build.art.people.mesh import Mesh
from build.art.people.person import Person
from build.art.people.placing import place
from build.art.people.poses import Way, fold_arms, hold, stand
from build.art.portraits.held import INKS, PROP, THINGS

WIDTH, HEIGHT = 880, 960
MOOD_NAMES = ("neutral", "warm", "hard", "worried")
UNSPOKEN = ("mum", "jean")  # they stand in scenes and have no lines of their own

PORTRAITS: tuple[tuple[str, str], ...] = tuple(
    (person, mood) for person in CAST if person not in UNSPOKEN for mood in MOOD_NAMES
)

_LIGHT = (-0.52, 0.44, 0.76)
_SCALE = 142.0  # pixels a decimetre: the head is about two fifths of the height


# A right hand in the picture: its shape, the ways of fore-arm and upper arm, the palm's turn.
RAISED: dict[str, tuple[str, Way, Way, float]] = {
    "cards": ("cards", (-0.28, 0.75, 0.8), (0.2, -1, 0.45), 60),
    "counting": ("point", (0.02, 0.95, 0.6), (0.32, -1, 0.4), 55),
    "palm": ("vote", (-0.12, 1, 0.5), (0.16, -1, 0.4), -60),
    "polishing": ("glass", (-0.30, 0.50, 0.9), (0.28, -1, 0.4), 10),
    "writing": ("pencil", (-0.45, 0.45, 0.9), (0.25, -1, 0.35), 0),
}


def figure(name: str, mood: str = "neutral", pose: Any = None, **changes: Any) -> Person:
    """Somebody of the cast as a person to place in a scene; `changes` override their entry."""
    person = dict(CAST[name].person)
    person.update(changes)
    return Person(pose=pose, expr=mood, **person)


def _arms(name: str, pose: Pose) -> tuple[Pose, dict[str, str]]:
    """The arms of a portrait, and the shapes of its hands."""
    if name == "folded":
        return fold_arms(pose), {}
    if not name:
        return pose, {}
    shape, fore, upper, roll = RAISED[name]
    return hold(pose, "R", fore=fore, upper=upper, roll=roll), {"R": shape}


def _frame(p: Person) -> Mesh:
    """Nothing to be seen, as wide as the print: so every mood is cut on a sheet of one size.

    The grain of a cut depends on its sheet; without this the clothes would shimmer between moods.
    """
    centre = p.b.joint("neck01")
    corners = np.array([centre + way for way in ((-9, -9, 0), (9, 9, 0))])
    return Mesh(corners, np.array([[0, 1, 1]]), mat=PROP)


def _sitter(member: Member, mood: str) -> Person:
    """The person of a portrait: the same pose and clothes in every mood."""
    head = [a + b for a, b in zip(member.head, MOODS[mood].head, strict=True)]
    pose, hands = _arms(member.arms, stand(head=(head[0], head[1], head[2]), arms=0.10, elbow=0.25))

    def carried(p: Person) -> list[Mesh]:
        return [mesh for name in member.held for mesh in THINGS[name](p)] + [_frame(p)]

    return Person(
        pose=pose, expr=mood, gaze=member.gaze, hands=hands, extra=carried, **member.person
    )


def portrait(person: str, mood: str, ss: int = 2) -> Image.Image:
    """One portrait, 880 by 960, with alpha."""
    member = {**CAST, **SOUTH}[person]
    block = Block(WIDTH, HEIGHT, "coast61", ss, seed=5, ground="paper")
    block.a[:] = 255
    sitter = _sitter(member, mood)
    place(
        block, sitter, WIDTH / 2 - 14, 482, _SCALE, at="neck01", yaw=member.yaw, light=_LIGHT,
        hatch_pitch=9, line=3, cast=0.12, ao=0.8, halo=("paper", 7), big=True, pitch=2,
        over={PROP: INKS[member.held[0]]} if member.held else None,
    )  # fmt: skip
    alpha = block.a != 255
    y, x = np.mgrid[0 : HEIGHT * ss, 0 : WIDTH * ss].astype(np.float32) / ss
    alpha &= y < HEIGHT - 26 + np.sin(x / 31) * 5 + np.sin(x / 11) * 3
    block.a[block.a == 255] = block.ix["paper"]
    return block.pull(alpha=alpha)
