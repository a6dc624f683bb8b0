"""The program's icon: a raised hand on a red block, in every size a system asks for."""

from __future__ import annotations

from functools import cache, partial

import numpy as np
from PIL import Image

from build.art import palette
from build.art.block import Block
from build.art.people.person import SHIRT, SKIN, Person
from build.art.people.placing import place
from build.art.people.poses import raise_palm, stand
from build.art.work import Work

SIZES = (16, 24, 32, 48, 64, 128, 256, 512, 1024)
_SIDE = 1024
_SMALL = 48
"""Up to this size lines are left out: they would only be grey."""


@cache
def _cut(*, plain: bool) -> Image.Image:
    """The icon at its largest, with round corners."""
    block = Block(_SIDE, _SIDE, "coast61", 1, seed=64, ground="red")
    whole = block.box(0, 0, _SIDE, _SIDE)
    if not plain:
        block.rays(
            whole,
            512,
            560,
            "key",
            n=40,
            r0=330,
            tone=lambda x, y: 1.25 - np.hypot(x - 512, y - 560) / 1500,
        )
    _hand(block, plain=plain)
    print_ = block.pull(misreg=0 if plain else 2.2)
    inks = palette.load("coast61").inks
    rim = Image.new("L", (_SIDE, _SIDE), 0)
    rim.paste(255, (0, 0, _SIDE, _SIDE))
    y, x = np.mgrid[0:_SIDE, 0:_SIDE]
    corner = 190
    dx = np.maximum(np.abs(x - 511.5) - (511.5 - corner), 0)
    dy = np.maximum(np.abs(y - 511.5) - (511.5 - corner), 0)
    distance = np.hypot(dx, dy)
    pixels = np.asarray(print_.convert("RGB")).copy()
    pixels[(distance > corner - 44) & (distance <= corner)] = palette.rgb(inks["key"])
    alpha = np.where(distance <= corner, 255, 0).astype(np.uint8)
    return Image.fromarray(np.dstack([pixels, alpha]))


def _hand(block: Block, *, plain: bool) -> None:
    """One hand and wrist, in gold and black."""
    person = Person(
        male=1,
        age=36,
        seed=105,
        pose=raise_palm(stand(), "R", out=0.05, fwd=0.05),
        hands={"R": "vote"},
        hand_scale=1.25,
        top="shirt",
        shirt_ink=("paper", "sand"),
        sleeves=None,
        skin=("gold", "gold"),
    )
    ink = {"light": "gold", "mid": "gold", "lo": -0.2 if plain else 0.16, "hi": 0.0}
    if not plain:
        ink["hi"] = 0.5
    place(
        block,
        person,
        530,
        600,
        440 if plain else 366,
        at="finger3-1.R",
        yaw=4,
        light=(-0.45, 0.5, 0.74),
        halo=("key", 22),
        big=False,
        line=0 if plain else 7,
        cast=0.1,
        hatch_pitch=22,
        over={SKIN: ink, SHIRT: {"lo": -0.2, "hi": 0.0} if plain else {}},
    )


def icon(side: int) -> Image.Image:
    """The icon, square."""
    return _cut(plain=side <= _SMALL).resize((side, side), Image.Resampling.LANCZOS)


WORKS = tuple(
    Work(
        f"icon/{side}",
        f"icons/icon-{side}.png",
        partial(icon, side),
        "icon",
        "coast61" if side > _SMALL else None,
    )
    for side in SIZES
)
