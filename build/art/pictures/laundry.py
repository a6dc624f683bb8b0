"""The lane behind the hotel: June at the sheets in sun and wind, and the lane without her."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from build.art.block import Block, smooth
from build.art.cast import likeness
from build.art.people.person import Person, hold, stand
from build.art.people.placing import place
from build.art.people.shared import HAND
from build.art.pictures.indoors import Points, edged, fingers, joint, turned
from build.art.pictures.wash_house import copper, keg, mangle, wicker_basket
from build.art.scenery import bricks, escarpment, rain, stack
from build.art.work import pictures_of

Field = NDArray[np.float32]
Weather = Literal["sun", "empty", "rain"]
SUN = (1130.0, 190.0)


def laundry(weather: Weather = "sun", ss: int = 2) -> Block:
    """The lane on a drying day; bare; or bare in the rain."""
    ground = "gold" if weather != "rain" else "teal"
    block = Block(1920, 1080, "coast61", ss, seed=67, ground=ground)
    _sky(block, weather)
    _far_side(block, weather)
    _yard(block, weather)
    if weather == "sun":
        _shadows(block)
        _far_line(block)
        _yardman(block)
    if weather == "empty":
        _hotel_shadow(block)
    _hotel(block)
    copper(block, 430, 690, alight=weather == "sun")
    _posts(block)
    if weather == "sun":
        _washing(block)
        mangle(block, 1484, 912, cloth=True)
        _june(block)
    else:
        _bare_lines(block)
        mangle(block, 1484, 912, cloth=False)
        wicker_basket(block, 930, 960, 150, full=False)
    if weather == "rain":
        _rain(block)
    return block


def _sky(block: Block, weather: Weather) -> None:
    """Sun and wind, or a wet sky."""
    sky = block.box(0, 0, 1920, 640)
    if weather == "rain":
        block.engrave(sky, "key", lambda _x, y: 0.35 + y / 1500, angle=76, pitch=10, wobble=1.2)
        return
    cx, cy = SUN
    block.rays(
        sky, cx, cy, "paper", n=66, tone=lambda x, y: 0.20 + np.hypot(x - cx, y - cy) / 1300, r0=70
    )
    block.rays(
        sky, cx, cy, "red", n=66, tone=lambda x, y: 1.38 - np.hypot(x - cx, y - cy) / 1500, r0=300
    )
    block.ellipse(cx, cy, 74, 74, "paper", 0.8)


def _far_side(block: Block, weather: Weather) -> None:
    """The escarpment, and the works' stacks."""
    escarpment(block, -60, 1980, 560, 250, 660, seed=12)
    for x, top, wide in ((1345, 280, 26), (1420, 320, 20), (640, 330, 20)):
        stack(block, x, 620, top, wide, lite="red" if weather != "rain" else "sand")
    fence = [(-10, 560), (1930, 548), (1930, 700), (-10, 712)]
    block.poly(fence, "key", 1)
    patch = block.mask(fence)
    for i in range(58):
        x = i * 34
        block.poly([(x, 566), (x + 27, 565), (x + 26, 705), (x + 1, 706)], "brown", 1, clip=patch)
        block.engrave(
            block.box(x, 566, x + 27, 705),
            "key",
            0.42 + (i * 7 % 5) * 0.09,
            90 + i % 3 * 2,
            7,
            seed=900 + i,
        )
    block.stroke([(0, 592), (1920, 580)], 8, "key")


def _yard(block: Block, weather: Weather) -> None:
    """Trodden dirt, with the light raking over it; puddles when it rains."""
    ground = [(-10, 700), (1930, 690), (1930, 1090), (-10, 1090)]
    block.poly(ground, "sand" if weather != "rain" else "key", 1)
    patch = block.mask(ground)
    if weather == "rain":
        block.engrave(
            patch, "teal", lambda x, y: 0.92 - 0.3 * np.sin(x / 150 + y / 60), 1, 12, wobble=3
        )
        block.engrave(
            patch, "paper", lambda x, y: 1.02 - 0.2 * np.sin(x / 110 + y / 40), 0, 17, wobble=3
        )
        return
    block.engrave(patch, "brown", lambda _x, y: 1.05 - (y - 690) / 640, angle=2, pitch=12, wobble=4)
    block.engrave(
        patch,
        "key",
        lambda x, y: 1.25 - (y - 690) / 380 - np.abs(x - 1100) / 2600,
        angle=-3,
        pitch=10,
        wobble=3,
    )
    block.chatter(patch, "key", 240, 4, (8, 26), (2, 5), 10)


def _shadows(block: Block) -> None:
    """The sun is behind the sheets, so the yard is mostly their shadow."""
    shapes = [
        [(566, 742), (900, 730), (860, 1090), (120, 1090)],
        [(1290, 752), (1700, 740), (2040, 1090), (1330, 1090)],
        [(-10, 760), (420, 730), (300, 1090), (-10, 1090)],
        [(950, 900), (1110, 890), (1230, 1090), (900, 1090)],
    ]
    for shape in shapes:
        points = block.wob(np.asarray(shape, float), 7, 26)
        block.poly(points, "key", 0)
        block.engrave(
            block.mask(points),
            "brown",
            lambda _x, y: 0.98 - (y - 730) / 2600,
            angle=-3,
            pitch=15,
            wobble=4,
        )


def _hotel_shadow(block: Block) -> None:
    """Late: the hotel's own shadow has come most of the way across."""
    shape = [
        (-10, 728),
        (760, 722),
        (985, 770),
        (1080, 858),
        (1500, 930),
        (1560, 1090),
        (-10, 1090),
    ]
    points = block.wob(np.asarray(shape, float), 5, 26)
    block.poly(points, "key", 0)
    block.engrave(block.mask(points), "brown", 0.93, angle=-3, pitch=16, wobble=4)


def _yardman(block: Block) -> None:
    """A man rolling a keg along the fence, a long way off."""
    pose = hold(
        hold(stand(lean=16, head=(6, 0, 0)), "L", fore=(0, -0.5, 1)), "R", fore=(0, -0.5, 1)
    )
    person = Person(
        male=1, age=50, seed=34, hat="flatcap", hat_ink=("key", "key"), top="waistcoat",
        top_ink=("key", "key"), shirt_ink=("paper", "sand"), sleeves="rolled",
        legs_ink=("key", "key"), pose=pose,
    )  # fmt: skip
    place(block, person, 1254, 516, 22, yaw=62, light=(0.2, 0.6, 0.5), halo=("sand", 2), line=1.2)
    keg(block, 1312, 690, 34)


def _hotel(block: Block) -> None:
    """The back of the hotel on the left: brick, a verandah post, a door, a window with a blind."""
    wall = [(-10, -10), (330, -10), (330, 770), (-10, 830)]
    bricks(block, wall, "brown", "key", 22, 54, seed=7, tone=lambda x, _y: -0.25 + 1.0 * x / 340)
    block.poly([(-10, 84), (470, 150), (470, 172), (-10, 128)], "key", 1)
    roof = [(-10, -10), (300, -10), (486, 138), (486, 158), (-10, 96)]
    block.poly(roof, "key", 1)
    block.engrave(
        block.mask(roof), "red", lambda x, _y: 0.9 - x / 900, angle=38, pitch=17, wobble=0.8
    )
    door = [(60, 260), (230, 270), (230, 786), (60, 812)]
    edged(block, door, "key", 6)
    block.stroke([(232, 270), (232, 780)], 9, "sand")
    block.engrave(block.mask(door), "teal", lambda x, _y: 0.95 - x / 700, angle=90, pitch=12)
    for x, y in ((262, 828), (340, 846), (300, 756)):
        keg(block, x, y, 46)
    block.stroke([(462, 160), (462, 730)], 26, "key")
    block.stroke([(468, 166), (468, 726)], 7, "sand")


def _posts(block: Block) -> None:
    """Two clothes posts with crosstrees, and the props that lift the lines."""
    for x, top, low in ((560, 150, 770), (1700, 120, 800)):
        block.stroke([(x, top), (x, low)], 30, "key")
        block.stroke([(x + 5, top + 6), (x + 5, low - 4)], 9, "sand")
        block.stroke([(x - 74, top + 34), (x + 74, top + 24)], 24, "key")
        block.stroke([(x - 68, top + 30), (x + 70, top + 21)], 8, "sand")


def _line(y: float, sag: float) -> Points:
    """A line from post to post."""
    u = np.linspace(0, 1, 40)
    return np.stack([500 + 1270 * u, y - 26 * u + sag * 4 * u * (1 - u)], 1)


def _rope(block: Block, points: Points) -> None:
    """A wire line."""
    block.stroke(points, 7, "key", wob=0.3)
    block.stroke(points, 2.6, "paper", wob=0.3)


def _sheet(block: Block, x: float, wide: float, drop: float, blow: float, seed: int) -> None:
    """A sheet pegged to the near line and full of wind: hem swung to the right."""
    rng = np.random.default_rng(seed)
    u = np.linspace(0, 1, 24)
    top = np.stack(
        [x + wide * u, 206 - 20 * (x + wide * u - 500) / 1270 + 18 * np.sin(np.pi * u) * 0.8], 1
    )
    v = np.linspace(0, 1, 24)
    belly = blow * (0.35 * np.sin(math.pi * v) + v**1.6)
    right = np.stack([x + wide + belly, top[-1, 1] + drop * v * (1 - 0.10 * v)], 1)
    left = np.stack([x + belly * 0.86 + 22 * np.sin(v * 3.1), top[0, 1] + drop * v], 1)
    hem = left[-1] + (right[-1] - left[-1]) * u[:, None]
    hem[:, 1] += 24 * np.sin(u * 9 + seed) - 16 * np.sin(np.pi * u)
    shape = np.vstack([top, right, hem[::-1], left[::-1]])
    edged(block, shape, "paper", 6)
    patch = block.mask(shape)

    def along(gx: Field, gy: Field) -> Field:
        t = np.clip((gy - 190) / drop, 0, 1)
        drift = blow * (0.35 * np.sin(math.pi * t) + t**1.6)
        share: Field = ((gx - drift - x) / wide).astype(np.float32)
        return share

    def folds(gx: Field, gy: Field) -> Field:
        s = along(gx, gy)
        t = np.clip((gy - 190) / drop, 0, 1)
        wave = 0.5 + 0.5 * np.sin(s * 13 + 1.7 * np.sin(t * 4 + seed) + seed)
        share: Field = (0.28 + 0.75 * wave + 0.34 * (1 - s)).astype(np.float32)
        return share

    block.engrave(
        patch, "key", folds, pitch=8, wobble=2,
        curve=lambda gx, gy: along(gx, gy) * wide * 0.55 + gy * 0.16, seed=seed,
    )  # fmt: skip
    block.engrave(
        patch, "sand", lambda gx, gy: folds(gx, gy) + 0.20, pitch=13, wobble=2,
        curve=lambda gx, gy: along(gx, gy) * wide * 0.7 - gy * 0.10, seed=seed + 1,
    )  # fmt: skip
    for _ in range(5):
        s = float(rng.uniform(0.1, 0.9))
        path = [
            (x + wide * s + blow * (0.35 * math.sin(math.pi * t) + t**1.6), 206 + drop * t)
            for t in np.linspace(0.02, float(rng.uniform(0.4, 0.9)), 12)
        ]
        block.stroke(path, 7, "key", (1, 0), 0.8)
    for s in (0.03, 0.34, 0.66, 0.97):
        peg(
            block, x + wide * s, 206 - 20 * (x + wide * s - 500) / 1270 + 14 * math.sin(math.pi * s)
        )


def peg(block: Block, x: float, y: float) -> None:
    """A dolly peg."""
    edged(block, [(x - 6, y - 20), (x + 6, y - 20), (x + 6, y + 22), (x - 6, y + 22)], "gold", 3)
    block.ellipse(x, y - 22, 8, 8, "key", 0.3)
    block.ellipse(x, y - 22, 5.5, 5.5, "gold", 0.3)
    block.stroke([(x, y), (x, y + 22)], 2.6, "key", wob=0)


def _far_line(block: Block) -> None:
    """A second line of bar towels, small, along the fence, and the yardman who carries coal in."""
    _rope(block, [(520, 468), (1000, 484), (1690, 452)])
    for i in range(12):
        x = 590 + i * 92
        y = 474 - abs(i - 5) * 1.5
        swing = 10 + (i * 5) % 9
        towel = [(x, y), (x + 60, y - 2), (x + 62 + swing, y + 92), (x + swing - 2, y + 98)]
        edged(block, towel, "paper", 3)
        block.engrave(block.mask(towel), "key", 0.66 + (i % 3) * 0.08, 84 - i, 8, seed=i)
        block.poly(
            [
                (x + 2 + swing * 0.7, y + 70),
                (x + 61 + swing * 0.7, y + 67),
                (x + 61 + swing * 0.8, y + 78),
                (x + 2 + swing * 0.8, y + 81),
            ],
            "red",
            0.4,
        )


def _washing(block: Block) -> None:
    """The near line, lifted by a prop."""
    _rope(block, _line(210, 12))
    _sheet(block, 590, 300, 470, 90, 3)
    _sheet(block, 1250, 330, 500, 120, 8)
    block.stroke([(1185, 200), (1212, 900)], 17, "key")
    block.stroke([(1187, 204), (1214, 894)], 7, "brown")
    block.stroke([(1178, 176), (1186, 206), (1200, 178)], 8, "key")


def _june(block: Block) -> None:
    """Twenty-seven, quick, both arms up at the line, looking over her shoulder at who has come."""
    wicker_basket(block, 760, 980, 170, full=True)
    pose = stand(lean=-2, head=(-2, 34, 4), stance=0.12)
    pose = hold(pose, "L", fore=(-0.10, 0.10, 1.0), upper=(0.30, -0.8, 0.55), wrist=(-0.1, 0.2, 1))
    pose = hold(pose, "R", fore=(0.0, 1.0, 0.30), upper=(0.20, 0.70, 0.70), wrist=(0.0, 1, 0.4))
    person = Person(
        **likeness("june"), top="blouse",
        shirt_ink=("red", "red"), sleeves="short", legs="skirt", legs_ink=("teal", "teal"),
        apron="bib",
        gaze=(4, 0), expr={"mouthSmile": 0.45, "browDown": 0.35}, pose=pose,
        hands={"L": (60, 66, 40), "R": (60, 66, 40)},
    )  # fmt: skip
    place(
        block, person, 1064, 366, 64, yaw=-46, light=(0.60, 0.5, 0.45), halo=("key", 4), big=True,
        cast=0.2, ao=0.85,
    )  # fmt: skip
    _hem(block, *joint(person, "finger3-1.L"))
    x, y = joint(person, "finger3-1.R")
    peg(block, x + 20, y + 4)
    fingers(block, x + 4, y + 2, 0.94, HAND, 12)


def _hem(block: Block, x: float, y: float) -> None:
    """The corner of the sheet, gathered in her hand."""
    shape = [(842, 486), (x - 20, y - 26), (x + 6, y - 6), (x, y + 30), (906, 664), (876, 640)]
    points = smooth(np.asarray(shape), 6)
    edged(block, points, "paper", 5)
    patch = block.mask(points)
    for i in range(6):
        start = (850 + i * 8, 520 + i * 25)
        block.stroke([start, (x - 6, y + 2 + i * 3)], 6, "key", (1, 0), 0.8, clip=patch)
    fingers(block, x - 2, y + 2, 0.98, HAND, 4)


def _bare_lines(block: Block) -> None:
    """The lines with nothing on them but pegs and the bag."""
    points = np.asarray(_line(210, 34))
    _rope(block, points)
    _rope(block, [(520, 468), (1000, 492), (1690, 452)])
    for x in (640, 700, 716, 1010, 1120, 1136, 1390, 1460):
        peg(block, x, float(np.interp(x, points[:, 0], points[:, 1])))
    _peg_bag(block, 900, float(np.interp(900, points[:, 0], points[:, 1])))


def _peg_bag(block: Block, x: float, y: float) -> None:
    """A bag of striped ticking on a coat-hanger hook."""
    block.stroke([(x, y - 8), (x + 10, y + 8), (x, y + 26)], 5, "key", curve=True)
    shape = [(-62, 30), (0, 22), (62, 30), (72, 150), (56, 190), (-56, 190), (-72, 150)]
    points = smooth(np.asarray(turned(shape, x, y, 2)), 6)
    edged(block, points, "paper", 5)
    patch = block.mask(points)
    for i in range(9):
        dx = -60 + i * 15
        block.stroke([(x + dx, y + 22), (x + dx * 1.15, y + 196)], 5, "red", wob=0.8, clip=patch)
    block.engrave(patch, "key", lambda gx, _gy: 0.55 + (gx - x) / 130, 84, 9)
    block.ellipse(x, y + 62, 44, 22, "key", 0.5)
    for dx, turn in ((-22, -20), (-4, 10), (16, -6), (30, 24)):
        a = math.radians(turn)
        peg(block, x + dx + 4 * math.sin(a), y + 52)


def _rain(block: Block) -> None:
    """Rain over everything."""
    rain(block, block.box(0, 0, 1920, 1080), "paper", 360, 104, (30, 90), (1.4, 2.6))
    rain(block, block.box(0, 0, 1920, 1080), "teal", 380, 104, (30, 90), (1.6, 3.0), seed=12)


def in_sun() -> Block:
    """A drying day."""
    return laundry("sun")


def bare() -> Block:
    """The lines bare."""
    return laundry("empty")


def in_rain() -> Block:
    """The lines bare, and rain."""
    return laundry("rain")


PICTURES: dict[str, Callable[[], Block]] = {
    "laundry": in_sun,
    "laundry_empty": bare,
    "laundry_rain": in_rain,
}

WORKS = pictures_of("south-coast", PICTURES)
