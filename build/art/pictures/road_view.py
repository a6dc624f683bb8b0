"""What lies past the windscreen of `road` by day: the escarpment, the road and the sea."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from build.art.block import Block
from build.art.pictures.coast_folk import hold, local, put, stand
from build.art.pictures.coast_land import curve, glitter, sea
from build.art.scenery import escarpment, ridge, smoke, stack

_HORIZON = 372
_SUN = (1216, 236)
# The road's two edges, from far to near; it bends twice round the foot of the range.
_LEFT = [(1100, 404), (1076, 412), (1108, 424), (1168, 442), (1160, 470), (1060, 520), (820, 620)]
_RIGHT = [(1106, 404), (1090, 412), (1136, 424), (1222, 442), (1262, 470), (1290, 520), (1380, 640)]
_WALL = [
    (0, 0.92),
    (0.1, 0.98),
    (0.22, 1.0),
    (0.36, 0.97),
    (0.44, 0.84),
    (0.55, 0.80),
    (0.66, 0.72),
    (0.74, 0.66),
    (0.8, 0.5),
    (0.88, 0.34),
    (0.95, 0.2),
    (1, 0.04),
]


def by_day(b: Block, *, people: bool) -> None:
    """Sun ahead, the range a black and teal wall on the left, the sea on the right."""
    sky = b.box(0, 0, 1920, _HORIZON + 4)
    x, y = _SUN
    b.rays(
        sky, x, y, "paper", n=58, tone=lambda u, v: np.clip(np.hypot(u - x, v - y) / 640, 0.2, 1.1)
    )
    b.ellipse(x, y, 58, 58, "key", 1)
    b.ellipse(x, y, 52, 52, "paper", 0.8)
    _clouds(b)
    _water(b)
    _range(b)
    _works(b)
    _shore(b)
    _tar(b)
    _fence(b, "paper")
    if people:
        _walkers(b)


def _clouds(b: Block) -> None:
    """Long bars of cloud, black below."""
    for cx, cy, w in ((1560, 190, 300), (1420, 312, 250), (1700, 330, 200), (980, 110, 170)):
        top = [(cx - w, cy), (cx - w * 0.4, cy - 16), (cx + w * 0.2, cy - 9), (cx + w, cy)]
        b.blob([*top, (cx + w * 0.3, cy + 12), (cx - w * 0.5, cy + 9)], "key", 1)
        b.blob([(p[0] * 0.96 + cx * 0.04, p[1] - 3) for p in top] + [(cx, cy + 2)], "red", 1)


def _water(b: Block) -> None:
    """The Tasman, with the sun's road across it."""
    water = b.box(960, _HORIZON, 1920, 720)
    b.put(water, np.ones_like(water[2]), "teal")
    sea(b, water, _HORIZON, "key", near=17, seed=8)
    glitter(b, water, _SUN[0] + 60, (_HORIZON + 5, 640), (150, 420), "gold", 240)
    glitter(b, water, _SUN[0] + 30, (_HORIZON + 3, 600), (60, 300), "paper", 190)
    b.rect(960, _HORIZON - 2, 1920, _HORIZON + 3, "key", 0.6)


def _range(b: Block) -> None:
    """Three folds of the range, each nearer and blacker."""
    escarpment(b, 500, 1270, 400, 190, 470, seed=9, ink="teal", lite="gold", profile=_WALL)
    escarpment(b, -260, 1150, 430, 330, 700, seed=6, ink="teal", lite="paper", profile=_WALL)
    near = ridge(-40, 960, 470, 30, 4)
    near[:, 1] += np.interp(near[:, 0], [-40, 500, 960], [-60, -30, 40])
    b.poly(np.vstack([near, [(1000, 760), (-40, 760)]]), "key", 1)
    rng = np.random.default_rng(12)
    for _ in range(420):
        x = rng.uniform(0, 940)
        y = np.interp(x, near[:, 0], near[:, 1]) + 6 + 210 * rng.random() ** 1.6
        ink = "gold" if rng.random() < 0.22 else "teal"
        b.gouge(x, y, -58 + rng.normal() * 20, rng.uniform(7, 20), rng.uniform(2, 4), ink)


def _works(b: Block) -> None:
    """The stacks of the works, small, where the road is going."""
    for x, top, w in ((1128, 346, 8), (1146, 356, 7), (1168, 350, 8)):
        smoke(b, x, top - 4, 110, -34, 6, 4, 13, "sand", seed=x)
        stack(b, x, 398, top, w, lite="red", bands=False)


def _shore(b: Block) -> None:
    """Beach and rocks below the road, with the surf in three lines."""
    sand = [
        (1090, 398),
        (1180, 404),
        (1330, 436),
        (1400, 480),
        (1480, 560),
        (1640, 720),
        (1190, 720),
    ]
    for out, ink in ((52, "paper"), (36, "key"), (26, "paper"), (10, "key")):
        b.poly(
            [*curve([(x + out * (y - 380) / 130, y) for x, y in sand[:-1]]), sand[-1]],
            ink,
            2,
        )
    b.poly([*curve(sand[:-1]), sand[-1]], "sand", 1)
    rng = np.random.default_rng(5)
    for _ in range(46):
        k = rng.random()
        x, y = 1180 + 300 * k + rng.normal() * 14, 428 + 190 * k**1.3
        r = 5 + 18 * k
        b.blob(
            [(x - r, y), (x - r * 0.4, y - r * 0.8), (x + r * 0.6, y - r * 0.6), (x + r, y)],
            "key",
            1,
        )
        b.gouge(x - r * 0.3, y - r * 0.5, 10, r * 0.8, r * 0.2 + 1, "gold")


def _tar(b: Block, *, lit: bool = False) -> None:
    """The road itself, dark, with light laid along it."""
    band = np.vstack([curve(_LEFT), curve(_RIGHT)[::-1]])
    verge = np.vstack(
        [curve([(x - 10 - (y - 400) * 0.34, y) for x, y in _LEFT]), curve(_RIGHT)[::-1]]
    )
    _grass(b)
    b.poly(verge, "brown", 1)
    b.poly(band, "key", 1)
    patch = b.mask(band)
    rng = np.random.default_rng(3)
    for _ in range(330):
        k = rng.random() ** 0.7
        y = 430 + 200 * k
        xl = np.interp(y, [430, 442, 470, 520, 620], [1120, 1168, 1160, 1060, 820])
        xr = np.interp(y, [430, 442, 470, 520, 640], [1160, 1222, 1262, 1290, 1380])
        x = xl + (xr - xl) * rng.random()
        ink = "paper" if lit or rng.random() < 0.24 else "sand"
        b.stroke(
            [(x, y), (x + 14 + 40 * k, y - 2 * k)], 1.6 + 2.6 * k, ink, (0, 0), 0.3, clip=patch
        )
    _middle_line(b, patch)


def _grass(b: Block) -> None:
    """The bank on the hill's side of the road, black, with the light on its blades."""
    bank = [*curve(_LEFT), (700, 620), (900, 440), (1000, 404)]
    b.poly(bank, "key", 1)
    patch = b.mask(bank)
    rng = np.random.default_rng(15)
    for _ in range(170):
        x, y = rng.uniform(860, 1160), rng.uniform(410, 590)
        ink = "gold" if rng.random() < 0.3 else "teal"
        b.gouge(x, y, -70 + rng.normal() * 16, 6 + (y - 400) * 0.09, 2.4, ink, clip=patch)


def _middle_line(b: Block, patch: Any) -> None:
    """The broken line that Dulcie watches."""
    for a, c, w in (
        ((1196, 446), (1204, 456), 5),
        ((1204, 466), (1190, 488), 8),
        ((1176, 508), (1140, 552), 13),
    ):
        b.stroke([a, c], w, "paper", (0.7, 1), 0.3, clip=patch)


def _fence(b: Block, ink: str) -> None:
    """White posts on the seaward side, with one rail."""
    posts = [
        (1142, 424, 9),
        (1190, 434, 12),
        (1240, 446, 17),
        (1276, 472, 26),
        (1302, 520, 42),
        (1352, 604, 66),
    ]
    for (x, y, h), (u, v, g) in pairwise(posts):
        b.poly([(x, y - h * 0.8), (u, v - g * 0.8), (u, v - g * 0.6), (x, y - h * 0.62)], ink, 0.5)
    for x, y, h in posts:
        w = h * 0.15
        b.rect(x - w - 2, y - h - 2, x + w + 2, y + 2, "key", 0.4)
        b.rect(x - w, y - h, x + w, y, ink, 0.4)
        b.rect(x, y - h, x + w, y, "key", 0.3)


def _walkers(b: Block) -> None:
    """Three people home from the rocks with rods, on the verge."""
    for x, y in ((1012, 480), (1018, 484)):
        b.stroke([(x, y), (x + 62, y - 150)], 2.6, "key", (1, 0.5), 0.2)
    light = (0.6, 0.4, 0.7)
    carry = hold(stand(), "R", fore=(0.1, 0.5, 0.8))
    boy = local(
        male=1,
        age=12,
        seed=6,
        height=0.8,
        hair="short",
        top="shirt",
        shirt_ink=("gold", "gold"),
        pose=stand(),
    )
    man = local(
        male=1,
        age=44,
        seed=7,
        hair="short",
        hat="akubra",
        hat_ink=("sand", "brown"),
        top="shirt",
        shirt_ink=("paper", "sand"),
        pose=carry,
    )
    woman = local(
        male=0,
        age=40,
        seed=8,
        hair="bun",
        top="cardigan",
        top_ink=("red", "red"),
        legs="skirt",
        legs_ink=("teal", "teal"),
    )
    for who, x, y, s, yaw in (
        (woman, 1012, 432, 10.2, 24),
        (boy, 1086, 448, 9.4, 10),
        (man, 1050, 424, 10.6, 14),
    ):
        put(b, who, (x, y), s, yaw=yaw, light=light, line=1.0, halo=("key", 2))
