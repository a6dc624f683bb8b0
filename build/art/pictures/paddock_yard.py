"""The grower's yard: the shed with its platform scale, and a small grey tractor with him on it."""

from __future__ import annotations

from typing import Any

import numpy as np

from build.art.block import Block
from build.art.pictures.coast_folk import hold, person, put, sit, stand
from build.art.pictures.coast_land import Line, Point
from build.art.pictures.paddock_rows import sack

_SHED = 458.0  # where its front stands


def shed(b: Block) -> None:
    """Corrugated iron on posts, its gable to us, and the door slid open."""
    y = _SHED
    roof = [(120, 252), (330, 168), (532, 250), (532, 268), (330, 188), (120, 272)]
    wall = [(140, y), (140, 250), (330, 176), (516, 250), (516, y)]
    b.poly((np.asarray(wall) - [330, 330]) * 1.03 + [330, 330], "key", 0.8)
    b.poly(wall, "paper", 0.8)
    patch = b.mask(wall)
    b.engrave(patch, "sand", lambda x, _: 0.3 + x / 2200, angle=90, pitch=13, vary=0.3)
    b.engrave(patch, "key", lambda x, y: 0.34 + x / 1250 + (y - 200) / 2400, 90, 11, vary=0.3)
    rng = np.random.default_rng(6)
    for _ in range(26):
        x, top = rng.uniform(150, 510), rng.uniform(230, 420)
        b.gouge(x, top, 90 + rng.normal() * 2, rng.uniform(16, 46), 5, "red", clip=patch)
    for high in (318, 388):
        b.stroke([(140, high), (516, high)], 3, "key", clip=patch)
    b.poly(roof, "key", 0.8)
    b.stroke([(126, 262), (330, 179), (526, 259)], 6, "red", wob=0.6)
    _door(b, y)


def _door(b: Block, y: float) -> None:
    """The opening, black; the scale stands in it, and bags that have been weighed."""
    b.rect(352, 290, 490, y + 2, "key", 0.8)
    b.rect(336, 282, 512, 291, "key", 0.6)
    b.stroke([(340, 286), (508, 286)], 2.4, "paper")
    for x, high in ((468, 62), (482, 56)):
        sack(b, [(x - 15, y), (x - 17, y - high), (x + 17, y - high), (x + 16, y)], 9, x + 6)
    _scale(b, 396, y)


def _scale(b: Block, x: float, y: float) -> None:
    """A platform scale: plate, pillar, and the beam with its sliding weight; no name on it."""
    b.rect(x - 34, y - 13, x + 42, y - 2, "red", 0.5)
    b.rect(x - 38, y - 18, x + 46, y - 11, "paper", 0.5)
    for wheel in (x - 26, x + 34):
        b.ellipse(wheel, y, 7, 7, "key", 0.3)
        b.ellipse(wheel, y, 4, 4, "paper", 0.3)
    b.rect(x - 32, y - 128, x - 20, y - 16, "red", 0.5)
    b.rect(x - 29, y - 126, x - 26, y - 18, "gold", 0.3)
    b.rect(x - 40, y - 138, x + 44, y - 130, "paper", 0.5)
    b.rect(x + 12, y - 144, x + 22, y - 124, "gold", 0.4)
    b.stroke([(x + 40, y - 132), (x + 40, y - 108)], 3, "paper")
    b.ellipse(x + 40, y - 104, 7, 4, "paper", 0.3)


# ------------------------------------------------------------------ the tractor
_UNIT = 11.0
_AT: Point = (584, 486)


def _on(points: Line) -> Any:
    """Decimetres from the ground beneath the seat, as places on the sheet."""
    return np.asarray(points, float) * [_UNIT, -_UNIT] + np.asarray(_AT)


def tractor(b: Block, *, people: bool) -> None:
    """A small grey tractor from behind; the man on it has his back to us."""
    b.poly(_on([(-9, 0.4), (8, 0.4), (3, -2.6), (-15, -2.6)]), "key", 1)
    _front(b)
    _wheel(b, -1)
    _wheel(b, 1)
    _axle(b)
    if people:
        _grower(b)
    _seat(b)


def _grey(b: Block, points: Line, dark: float = 0.5, angle: float = 84) -> None:
    """Grey paint: paper with black cuts."""
    shape = _on(points)
    middle = shape.mean(0)
    b.poly((shape - middle) * 1.12 + middle, "key", 0.4)
    b.poly(shape, "paper", 0.4)
    b.engrave(b.mask(shape), "key", dark, angle=angle, pitch=5)


def _front(b: Block) -> None:
    """Bonnet, front wheels and steering wheel, as far as they show past the seat."""
    for side in (-1, 1):
        x, y = _on([(side * 4.9, 2.3)])[0]
        b.ellipse(x, y, 1.3 * _UNIT, 2.4 * _UNIT, "key", 0.4)
        b.stroke(_on([(side * 1.5, 4), (side * 4.6, 3.2)]), 5, "key")
    _grey(b, [(-2.3, 5), (-2.3, 11.6), (-1.4, 12.6), (1.4, 12.6), (2.3, 11.6), (2.3, 5)], 0.55)


def _wheel(b: Block, side: int) -> None:
    """A rear wheel from behind: the tread's bars, and the guard over it."""
    a, c = side * 5.0, side * 8.0
    tyre = [(a, 1.0), (a, 11.4), (a + side * 0.4, 12.6), (c - side * 0.4, 12.6), (c, 11.4),
            (c, 1.0), (c - side * 0.4, 0), (a + side * 0.4, 0)]  # fmt: skip
    b.poly(_on(tyre), "key", 0.5)
    for k in range(9):
        low = 0.6 + k * 1.3
        b.stroke(_on([(a + side * 0.3, low), (a + side * 1.5, low + 0.9)]), 4, "brown", wob=0.3)
        b.stroke(_on([(c - side * 0.3, low), (c - side * 1.5, low + 0.9)]), 4, "sand", wob=0.3)
    _grey(
        b,
        [(side * 4.0, 11.2), (side * 4.5, 13.4), (side * 5.6, 14.2), (side * 7.4, 14.0),
         (side * 8.4, 12.6), (side * 8.5, 11.0), (side * 7.9, 12.2), (side * 6.8, 12.9),
         (side * 5.4, 12.9), (side * 4.8, 11.6)],
        0.66 if side > 0 else 0.42,
        angle=8,
    )  # fmt: skip


def _axle(b: Block) -> None:
    """The axle's housing, the draw bar, and the arms of the hitch."""
    _grey(
        b, [(-5, 5.2), (-5, 7.2), (-2, 8.2), (2, 8.2), (5, 7.2), (5, 5.2), (2, 4), (-2, 4)], 0.4, 4
    )
    for side in (-1, 1):
        b.stroke(_on([(side * 2.2, 6), (side * 3.4, 3)]), 6, "key")
        b.stroke(_on([(side * 2.3, 5.8), (side * 3.4, 3.2)]), 2.4, "paper")
    b.stroke(_on([(-3.6, 3), (3.6, 3)]), 6, "key")
    b.stroke(_on([(-3.4, 3.1), (3.4, 3.1)]), 2.2, "gold")
    x, y = _on([(3.2, 8.8)])[0]
    b.ellipse(x, y, 5, 5, "red", 0.3)


def _seat(b: Block) -> None:
    """The pan seat on its spring, in front of the man from here."""
    pan = [(-2.4, 11.6), (-2.3, 9.9), (-1.2, 9.2), (1.2, 9.2), (2.3, 9.9), (2.4, 11.6), (1.4, 11.0),
           (-1.4, 11.0)]  # fmt: skip
    b.stroke(_on([(0, 9.2), (0, 7.6)]), 8, "key")
    b.poly(_on(pan), "key", 0.6)
    b.engrave(b.mask(_on(pan)), "sand", 0.66, angle=4, pitch=6)


def _grower(b: Block) -> None:
    """A heavy man in a felt hat; both hands are on the wheel, before him."""
    pose = sit(stand(head=(4, 6, 0)), knees=0.5)
    for side in ("L", "R"):
        pose = hold(pose, side, fore=(-0.25, 0.1, 1), upper=(0.4, -1, 0.4))
    who = person(
        male=1, age=52, seed=402, weight=0.8, hat="akubra", hat_ink=("sand", "sand"),
        hair_ink=("key", "key"), top="waistcoat", top_ink=("key", "key"), edge="gold",
        shirt_ink=("paper", "sand"), legs_ink=("teal", "teal"), pose=pose,
    )  # fmt: skip
    hips = float(who.b.joint("head")[1] - who.b.joint("upperleg01.L")[1])
    x, y = _AT
    put(b, who, (x, y - (10.4 + hips) * _UNIT), _UNIT, yaw=186, light=(0.6, 0.5, 0.5), line=1.1,
        halo=("key", 2))  # fmt: skip
