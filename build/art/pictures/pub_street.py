"""The street beside the corner hotel: the works and the escarpment, the road, the coal train."""

from __future__ import annotations

import numpy as np

from build.art.block import Block
from build.art.pictures.pub_front import EYE, LEFT, RIGHT, VANISH
from build.art.scenery import escarpment, sag, smoke, stack

STEP = 898


def sky(block: Block, *, night: bool) -> None:
    """Evening red behind the works, or the black of night with a last line of light."""
    air = block.box(0, 0, 1920, EYE + 40)
    if night:
        block.put(air, np.ones_like(air[2]), "key")
        block.engrave(air, "teal", lambda _x, y: np.clip(1.12 - y / 560, 0.5, 1.1), 4, 13, 2.4)
        return
    block.put(air, np.ones_like(air[2]), "red")
    block.engrave(air, "key", lambda _x, y: np.clip(0.30 + y / 330, 0, 1.2), -7, 12, 2.2)
    low = block.box(1200, 225, 1920, EYE + 40)
    block.engrave(low, "gold", lambda _x, y: np.clip(1.75 - y / 240, 0.12, 1.1), -4, 10, 1.8)


def works(block: Block, *, night: bool) -> None:
    """The escarpment, the chimneys before it and the sheds of the steelworks."""
    profile = [
        (0, 0.6),
        (0.12, 0.7),
        (0.2, 0.92),
        (0.36, 1),
        (0.46, 0.9),
        (0.5, 0.72),
        (0.7, 0.66),
        (0.82, 0.8),
        (1, 0.86),
    ]
    escarpment(
        block,
        1240,
        2010,
        410,
        250,
        440,
        seed=9,
        ink="teal",
        lite="key" if night else "sand",
        profile=profile,
    )
    if not night:
        for x, top, dx, dy, n, size, seed in (
            (1528, 176, -240, -196, 12, 62, 3),
            (1452, 236, -150, -120, 8, 34, 6),
            (1640, 150, -200, -170, 10, 66, 5),
        ):
            smoke(block, x, top - 12, dx, dy, n, 11, size, "sand", "key", "paper", seed=seed)
    lite = "teal" if night else "gold"
    for x, top, w in (
        (1452, 236, 20),
        (1528, 176, 28),
        (1584, 260, 18),
        (1640, 150, 32),
        (1730, 230, 24),
        (1832, 190, 30),
    ):
        stack(block, x, 430, top, w, lite=lite, bands=not night)
    _sheds(block, night=night)


def _sheds(block: Block, *, night: bool) -> None:
    """Saw-toothed roofs of the works along the end of the street, some windows lit."""
    if night:
        air = block.where(block.box(1300, 236, 1960, EYE + 44), ["key"])
        block.engrave(air, "teal", lambda _x, y: 0.95 - (y - 236) / 210, 2, 9, 1.8)
        return
    rng = np.random.default_rng(14)
    pts: list[tuple[float, float]] = [(1380, 440)]
    for k in range(9):
        x = 1380 + k * 64
        pts += [(x, 388 - 6 * (k % 3)), (x + 46, 356 - 7 * (k % 2)), (x + 46, 384)]
    block.poly([*pts, (1960, 380), (1960, 440)], "key", 0.8)
    for _ in range(34):
        left, top = rng.uniform(1400, 1910), rng.uniform(392, 418)
        block.rect(left, top, left + rng.uniform(5, 11), top + 6, "gold", 0.4)


def houses(block: Block, *, night: bool) -> None:
    """Weatherboard cottages and a shop across the street, running to the same vanishing point."""
    edges = (2010, 1836, 1734, 1668, 1622, 1596)
    for k in range(5):
        _cottage(block, edges[k + 1], edges[k], k, night=night)
    _wires(block)


def _far(x: float, height: float) -> tuple[float, float]:
    """A point of the house fronts across the street."""
    return x, EYE - (height - 16.2) * (x - VANISH) * 0.05


def _cottage(block: Block, x0: float, x1: float, k: int, *, night: bool) -> None:
    """One house of the far side: weatherboard, an iron roof, a window."""
    ink = "teal" if night else ("brown", "sand", "brown", "teal", "brown")[k]
    wide = x1 - x0
    eave = 27 + (k % 2) * 3
    block.poly([_far(x0, 0), _far(x0, eave), _far(x1, eave), _far(x1, 0)], "key", 0.8)
    a, b = x0 + wide * 0.16, x1 - wide * 0.1
    roof = [
        _far(x0 - wide * 0.08, eave - 1),
        _far(a, eave + 9),
        _far(b, eave + 9),
        _far(x1 + wide * 0.04, eave - 1),
    ]
    block.poly(roof, "key", 0.8)
    if not night:
        inner = block.mask(roof)
        block.engrave(inner, "red", 0.42, 78, 4 + wide / 22, 0.6)
    face = block.mask([_far(x0 + 3, 3), _far(x0 + 3, eave - 2), _far(x1, eave - 2), _far(x1, 3)])
    block.engrave(face, ink, 0.88 if night else 0.7, -8 - 4 * k, 5 + wide / 30, 0.8)
    block.engrave(
        face, "key", lambda x, _y: np.clip(1.0 - (x - x0) / wide, 0.15, 0.9), 84, 6 + wide / 40
    )
    a, b = x0 + wide * 0.3, x0 + wide * 0.55
    block.poly([_far(a - 4, 7), _far(a - 4, 21), _far(b + 4, 21), _far(b + 4, 7)], "key", 0.5)
    if not night:
        block.poly([_far(a, 8), _far(a, 20), _far(b, 20), _far(b, 8)], "sand", 0.5)
        block.poly([_far(a + 3, 8), _far(a + 3, 19), _far(b, 19), _far(b, 8)], "key", 0.5)


def _wires(block: Block) -> None:
    """Telegraph poles with their wires."""
    ink = "key"
    for x, top, foot, w in ((1770, -20, 640, 15), (1618, 170, 500, 8), (1560, 270, 446, 5)):
        block.rect(x - w / 2, top, x + w / 2, foot, ink, 0.8)
        for d in (18, 44):
            half = w * 4.4
            y = max(top, -10) + d * w / 12
            block.poly(
                [
                    (x - half, y),
                    (x + half, y - 4),
                    (x + half, y + w * 0.5),
                    (x - half, y + w * 0.6),
                ],
                ink,
                0.5,
            )
    for y0, y1 in ((14, 176), (44, 194)):
        for side in (-1, 1):
            block.stroke(sag(1770 + side * 58, y0, 1618 + side * 30, y1, 12), 3, ink, (1, 0.6), 0)
            block.stroke(
                sag(1618 + side * 30, y1, 1560 + side * 18, y1 * 0.4 + 205, 6),
                2.2,
                ink,
                (1, 0.6),
                0,
            )


def ground(block: Block, *, night: bool) -> None:
    """Footpath, kerb and road; by day the door throws its light across them."""
    block.poly(
        [
            (-20, 640),
            (LEFT, 838),
            (RIGHT, 838),
            (VANISH, EYE + 4),
            (VANISH + 40, EYE + 4),
            (1960, 560),
            (1960, 1100),
            (-20, 1100),
        ],
        "key",
        0,
    )
    if night:
        _wet(block)
        return
    _paving(block)
    _pool(block)


def _paving(block: Block) -> None:
    """Footpath in slabs, kerb, and the road's asphalt in short cuts that shrink with distance."""
    rng = np.random.default_rng(23)
    kerb = [(1330.0, 1100.0), (1528.0, 440.0)]
    for _ in range(430):
        near_ = rng.random() ** 0.6
        y = EYE + 30 + 680 * near_
        edge = kerb[1][0] - (y - 440) * 0.3
        x = rng.uniform(edge + 40 * near_, 1960)
        block.gouge(
            x,
            y,
            178 + rng.normal() * 4,
            10 + 70 * near_,
            1.2 + 3 * near_,
            "brown" if rng.random() < 0.75 else "sand",
        )
    block.poly([kerb[0], kerb[1], (1531, 440), (1384, 1100)], "brown", 0.8)
    block.poly([(1310, 1100), kerb[1], (1529, 440), kerb[0]], "sand", 0.8)
    for k in range(6):
        x = RIGHT + 60 + 40 * k
        block.stroke([(x - 130 + 20 * k, 1100), (1500 + 3 * k, 470)], 3.4, "brown", (1, 0.1), 0.8)
    for k in range(9):
        y = 520 + 7 * k * k
        right = 1525 - (y - 440) * 0.3
        left = max(RIGHT + 30 - 80 * (k > 7), right - 60 - 26 * k)
        block.stroke([(left, y), (right, y + 2)], 1.5 + k * 0.35, "brown", (0.6, 1), 0.8)


def _pool(block: Block) -> None:
    """The light from the door on the footpath, and the long shadows of those going in."""
    wedge = [(452, 940), (1000, 940), (1170, 1100), (300, 1100)]
    pool = block.mask(wedge)
    block.put(pool, np.ones_like(pool[2]), "gold")
    block.engrave(
        pool, "paper", lambda _x, y: np.clip(0.35 + (y - 940) / 260, 0.3, 0.9), 1.5, 9, 1.4
    )
    for x0, x1, a, b in ((594, 646, 470, 590), (676, 742, 640, 800)):
        block.poly([(x0, 940), (x1, 940), (b, 1100), (a, 1100)], "key", 2.5, clip=pool)
    block.engrave(
        pool,
        "key",
        lambda x, y: np.clip(1.55 - np.abs(x - 730) / (250 + (y - 940) * 0.9), 0.1, 1.2),
        3,
        12,
        2.2,
    )


def step(block: Block, *, night: bool) -> None:
    """The long stone step of the corner, hollowed in the middle by boots."""
    lit = "teal" if night else "sand"
    top = [
        (486, 838),
        (1000, 838),
        (1216, STEP + 40),
        (1216, STEP + 62),
        (380, STEP + 62),
        (380, STEP + 40),
    ]
    block.poly(top, "key", 0.8)
    slab = [(496, 844), (994, 844), (1200, STEP + 40), (396, STEP + 40)]
    block.poly(slab, lit if not night else "key", 0.8)
    face = block.mask(slab)
    if night:
        block.engrave(face, "teal", lambda _x, y: 0.9 - 0.5 * (y - 844) / 100, 1, 9)
        return
    block.poly([(548, 846), (884, 846), (1000, STEP + 40), (480, STEP + 40)], "paper", 0.8)
    block.engrave(
        face, "brown", lambda x, _y: np.clip(1.25 - np.abs(x - 720) / 420, 0.3, 1.2), 1, 8
    )
    block.engrave(
        face, "key", lambda x, _y: np.clip(1.45 - np.abs(x - 700) / 430, 0.12, 1.2), -2, 11
    )
    block.rect(384, STEP + 40, 1212, STEP + 45, "gold", 0.6)
    block.poly(
        [(380, STEP + 45), (1216, STEP + 45), (1216, STEP + 74), (380, STEP + 74)], "key", 0.8
    )


def scraper(block: Block, x: float, y: float, size: float, lit: str) -> None:
    """An iron boot scraper let into the stone: two scrolled uprights, and a blade worn hollow."""
    s = size
    block.poly(
        [
            (x - 92 * s, y + 6 * s),
            (x + 92 * s, y + 6 * s),
            (x + 104 * s, y + 22 * s),
            (x - 104 * s, y + 22 * s),
        ],
        "key",
        0.6,
    )
    for side in (-1, 1):
        post = x + side * 70 * s
        block.rect(post - 11 * s, y - 74 * s, post + 11 * s, y + 14 * s, "key", 0.5)
        for r, ink in ((30, "key"), (22, lit), (15, "key"), (8, lit)):
            block.ellipse(post + side * 14 * s, y - 80 * s, r * s, r * s, ink, 0.5)
        block.rect(post - 7 * s, y - 66 * s, post - 2 * s, y + 8 * s, lit, 0.4)
    blade = [
        (x - 70 * s, y - 52 * s),
        (x - 20 * s, y - 46 * s),
        (x + 24 * s, y - 45 * s),
        (x + 70 * s, y - 52 * s),
        (x + 70 * s, y - 16 * s),
        (x - 70 * s, y - 16 * s),
    ]
    block.poly(blade, "key", 0.6)
    block.stroke(
        [
            (x - 62 * s, y - 46 * s),
            (x - 16 * s, y - 40 * s),
            (x + 26 * s, y - 39 * s),
            (x + 62 * s, y - 46 * s),
        ],
        7 * s,
        "paper" if lit != "teal" else lit,
        (0.6, 0.3),
        0.4,
        curve=True,
    )
    block.stroke([(x - 60 * s, y - 22 * s), (x + 56 * s, y - 22 * s)], 4 * s, lit, (1, 0.2), 0.4)


def _wet(block: Block) -> None:
    """A wet road: the one window and the engine's lamp stand in it as broken strokes."""
    rng = np.random.default_rng(41)
    road = block.where(block.box(0, EYE + 30, 1920, 1080), ["key"])
    block.engrave(
        road,
        "teal",
        lambda x, y: 1.06 - 0.22 * np.clip((x - 900) / 700, 0, 1) - 0.10 * np.sin(y / 17) ** 2,
        1,
        12,
        2.6,
    )
    for x, wide, tall, ink in ((1312, 74, 1080, "gold"), (1600, 56, 820, "sand")):
        y = 520.0 if ink == "gold" else 500.0
        while y < tall:
            k = (y - 440) / 640
            half = wide * (0.25 + k) * rng.uniform(0.25, 1)
            shift = rng.normal() * 14 * k
            block.stroke(
                [(x + shift - half, y), (x + shift + half, y + rng.normal() * 2)],
                4 + 9 * k,
                "paper" if rng.random() < 0.22 else ink,
                (0, 0),
                0.6,
            )
            y += 7 + 17 * k
