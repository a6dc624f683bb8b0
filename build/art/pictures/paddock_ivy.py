"""Ivy, near us, sewing a bag shut with a needle as long as her hand."""

from __future__ import annotations

from typing import Any

import numpy as np

from build.art.block import Block, smooth
from build.art.cast_south import IVY
from build.art.people.shared import HAND
from build.art.pictures.coast_folk import hold, person, put, stand
from build.art.pictures.coast_land import curve
from build.art.pictures.indoors import edged, turned
from build.art.pictures.paddock_rows import beans, sack

_SCALE = 56.0
_AT = (1078.0, 384.0)
_LIP = 748.0  # how high on the sheet the bag's upper edge lies
_SEWN = (1106.0, _LIP - 8)  # the last stitch


def ivy(b: Block) -> None:
    """Upright, looking at us; one hand at the bag, the other drawing the twine through."""
    pose = stand(head=(-4, 6, 2), stance=0.08)
    pose = hold(pose, "R", upper=(0.9, -0.45, 0.1), fore=(-0.05, 0.7, 0.6), roll=160)
    pose = hold(pose, "L", upper=(0.2, -1, 0.25), fore=(-0.3, -0.3, 1), wrist=(-0.3, -0.55, 0.8),
                roll=-30)  # fmt: skip
    who = person(**{
        **IVY.person, "pose": pose, "legs_ink": ("red", "red"), "gaze": (-8, 0),
        "hands": {"R": "grip", "L": "mug"},
    })  # fmt: skip
    placed = put(b, who, _AT, _SCALE, yaw=16, light=(0.62, 0.46, 0.6), big=True, halo=("key", 5))
    _bag(b)
    x, y = placed.px("finger3-1.L")
    gripping(b, x - 4, y + 22, 1.0, 94)
    _needle(b, np.array(placed.px("finger2-1.R")), np.array(placed.px("finger5-1.R")))


def _needle(b: Block, first: Any, last: Any) -> None:
    """A bag needle through her fist: flat and bent at its point, twine in its eye."""
    along = (first - last) / np.hypot(*(first - last))
    middle = (first + last) / 2 + np.array([0.0, -2.0])
    fist = b.mask(np.asarray(_ring(middle, 31, 27)))
    kept = b.a[fist.rows, fist.columns].copy()
    tip, eye = middle + along * 82, middle - along * 48
    _twine(b, curve([eye + along * 7, (eye + _SEWN) / 2 + [10, 26], _SEWN]))
    square = np.array([along[1], -along[0]])
    way = curve([eye, middle, middle + along * 58, tip + square * 9])
    b.stroke(way, 20, "key", (1, 0.6), 0)
    b.stroke(way, 9, "paper", (1, 0.3), 0)
    b.stroke([eye + along * 4, eye + along * 14], 3, "key", wob=0)
    there = b.a[fist.rows, fist.columns]
    there[fist.inside] = kept[fist.inside]


def _ring(at: Any, rx: float, ry: float) -> Any:
    """The points of an ellipse."""
    t = np.linspace(0, 2 * np.pi, 40)
    return np.stack([at[0] + rx * np.cos(t), at[1] + ry * np.sin(t)], 1)


def gripping(b: Block, x: float, y: float, scale: float, turn: float) -> None:
    """The back of a hand and its four fingers over an edge, with the sun on the knuckles."""
    back = [(-34, -17), (-16, -24), (8, -25), (14, 0), (8, 24), (-16, 23), (-34, 15)]
    edged(b, turned(smooth(np.asarray(back), 5), x, y, turn, scale), HAND[0], 2)
    for i in range(4):
        dy, long = (i - 1.5) * 11.8, (26, 30, 28, 20)[i]
        shape = [(-4, dy - 6), (long - 6, dy - 5.4), (long, dy), (long - 6, dy + 5.4), (-4, dy + 6)]
        tip = turned(smooth(np.asarray(shape), 5), x, y, turn, scale)
        b.poly(tip, HAND[0], 0.3)
        b.stroke([*tip, tip[0]], 1.8 * scale, HAND[1], wob=0.2)
        b.poly(turned([(-9, dy - 5), (4, dy - 5), (4, dy + 5), (-9, dy + 5)], x, y, turn, scale),
               HAND[0], 0.2)  # fmt: skip
        for near, far in ((-20, -4), (2, long - 10)):
            cut = turned([(near, dy - 2.4), (far, dy - 2)], x, y, turn, scale)
            b.stroke(cut, 3.2 * scale, "sand", (0.2, 0.6), 0.2)


def _twine(b: Block, way: Any) -> None:
    """Twine, drawn taut."""
    b.stroke(way, 8, "key", wob=0.2)
    b.stroke(way, 3.6, "paper", wob=0.2)


def _bag(b: Block) -> None:
    """Her bag: half its mouth is sewn, and beans show in the rest."""
    y = _LIP
    shape = [(960, 1300), (948, 1120), (962, 930), (990, 800), (996, y + 8), (982, y - 26),
             (1012, y - 2), (1100, y + 4), (1200, y - 10), (1246, y - 40), (1254, y - 6),
             (1262, 810), (1300, 940), (1312, 1120), (1300, 1300)]  # fmt: skip
    b.blob([(1003, y + 8), (1010, y - 22), (1060, y - 32), (1112, y - 8), (1100, y + 12)], "key", 1)
    sack(b, shape, _SCALE, 1190)
    mouth = [(1004, y + 6), (1016, y - 20), (1060, y - 28), (1104, y - 6), (1060, y + 10)]
    b.blob(mouth, "key", 0.6)
    beans(b, (1054, y - 9), (36, 11), 42, np.random.default_rng(12))
    lip = curve([(1000, y + 8), (1050, y + 13), (1108, y)])
    b.stroke(lip, 14, "key", wob=0.5)
    b.stroke(lip, 7, "sand", wob=0.5)
    _stitches(b)
    _folds(b)
    _mark(b)


def _stitches(b: Block) -> None:
    """Where it is shut: the two edges rolled together, and twine over and over them."""
    edge = curve([_SEWN, (1160, _LIP - 8), (1208, _LIP - 18), (1242, _LIP - 30)])
    b.stroke(edge + np.array([0, 22]), 5, "key", wob=0.6)
    for k in np.linspace(0, len(edge) - 1, 8).astype(int):
        x, y = edge[k]
        _twine(b, [(x - 7, y + 26), (x + 8, y - 6)])


def _folds(b: Block) -> None:
    """Where the cloth is drawn together beneath the seam, and lumps of beans push it out."""
    rng = np.random.default_rng(17)
    for k in range(9):
        x = 1010 + k * 28 + rng.normal() * 7
        ln = rng.uniform(24, 130)
        b.stroke(
            [(x, _LIP + 26), (x + (x - 1130) * 0.16, _LIP + 26 + ln)],
            rng.uniform(3, 7),
            "key",
            (1, 0),
        )
    for _ in range(46):
        x, y = rng.uniform(985, 1280), rng.uniform(830, 1080)
        b.stroke([(x, y), (x + 12, y + 5), (x + 22, y + 3)], 3.4, "key", (0, 0), 0)


def _mark(b: Block) -> None:
    """An initial daubed on in mud: so each family knew its own bags at the scale."""
    for line, wide in (
        ([(1178, 856), (1174, 905), (1177, 958)], 21),
        ([(1150, 866), (1178, 860), (1204, 863)], 15),
        ([(1146, 954), (1176, 950), (1208, 956)], 16),
    ):
        b.stroke(line, wide, "brown", (0.9, 0.8), 1.4, curve=True)
    for x, y in ((1156, 976), (1194, 970), (1199, 986)):
        b.stroke([(x, y - 12), (x + 1, y + 10)], 5, "brown", (1, 0.3))
