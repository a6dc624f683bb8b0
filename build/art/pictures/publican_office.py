"""The publican's office, at night: June, with his towels, reads what he left under the lamp."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from build.art.block import Block
from build.art.lettering import font
from build.art.people.person import hold, stand
from build.art.pictures import pub_things as things
from build.art.pictures.pub_people import GRIP, put, who
from build.art.work import pictures_of

_LAMP = (1286.0, 438.0)
_DESK = 664.0


def publican_office(ss: int = 2) -> Block:
    """A safe, a desk, an account book, a calendar; one lamp."""
    block = Block(1920, 1080, "coast61", ss, seed=9, ground="key")
    _wall(block)
    _door(block)
    _safe(block)
    _calendar(block)
    _june(block)
    _desk(block)
    _book(block)
    _lamp(block)
    _desk_things(block)
    return block


def _wall(block: Block) -> None:
    """Papered wall, lit only near the lamp."""
    x, y = _LAMP
    wall = block.box(0, 0, 1920, _DESK)
    block.engrave(
        wall,
        "red",
        lambda a, b: np.clip(0.25 + np.hypot(a - x + 130, (b - y) * 1.1) / 520, 0.2, 1.2),
        90,
        24,
        1.2,
    )
    rng = np.random.default_rng(6)
    for row in range(9):
        for k in range(16):
            cx, cy = 480 + 62 * k + 31 * (row % 2), 60 + 66 * row
            if math.hypot(cx - x + 130, cy - y) < 470 * rng.uniform(0.75, 1):
                for a in (-128, -90, -52):
                    block.gouge(cx, cy, a, 14, 6, "gold")
                block.gouge(cx, cy + 14, -90, 13, 3, "gold")


def _door(block: Block) -> None:
    """The door behind her, its frosted glass, and the publican's shape coming."""
    block.rect(1392, 70, 1690, 700, "key", 1)
    block.rect(1404, 82, 1678, 700, "brown", 1)
    block.engrave(
        block.box(1404, 82, 1678, 700), "key", lambda a, _b: 0.62 - (a - 1404) / 700, 89, 9, 1.8
    )
    block.rect(1434, 112, 1648, 480, "key", 0.8)
    glass = block.box(1441, 119, 1641, 473)
    block.put(glass, np.ones_like(glass[2]), "sand")
    block.engrave(glass, "gold", 0.5, 60, 8, 1)
    block.poly(
        [
            (1474, 480),
            (1482, 402),
            (1520, 370),
            (1528, 344),
            (1574, 344),
            (1582, 370),
            (1620, 398),
            (1632, 480),
        ],
        "key",
        2,
        clip=glass,
    )
    block.ellipse(1550, 306, 40, 52, "key", 1.4, clip=glass)
    shade = block.box(1441, 236, 1641, 473)
    block.engrave(shade, "key", lambda a, b: 0.80 + 0.14 * np.sin((a + b) / 60), 62, 11, 1)
    plate = Block(300, 100, "coast61", block.ss, ground="paper")
    plate.text("OFFICE", 150, 50, 56, font(things.GOTHIC), "key", spacing=6)
    cut = (plate.a == plate.ix["key"])[:, ::-1]
    block.paste(cut, int(1391 * block.ss), int(140 * block.ss), "key")
    block.ellipse(1432, 560, 15, 15, "key", 0.4)
    block.ellipse(1430, 558, 10, 10, "gold", 0.4)


def _safe(block: Block) -> None:
    """A black iron safe as high as a man's chest; its edges catch the lamp."""
    block.poly([(352, 250), (690, 250), (728, 276), (728, 700), (352, 700)], "key", 1)
    block.poly([(692, 262), (720, 282), (720, 690), (692, 690)], "teal", 0.8)
    block.engrave(block.box(692, 262, 720, 690), "key", 0.4, 0, 9, 1)
    block.rect(360, 258, 686, 690, "teal", 0.8)
    face = block.box(360, 258, 686, 690)
    block.engrave(face, "key", lambda a, _b: np.clip(0.10 + (a - 360) / 520, 0.1, 0.8), 3, 10, 2)
    for grow, ink in ((0, "key"), (6, "gold"), (10, "key"), (14, "teal")):
        block.rect(388 + grow, 292 + grow, 664 - grow, 690, ink, 0.8)
    block.engrave(
        block.box(402, 306, 650, 690),
        "key",
        lambda a, _b: np.clip(0.02 + (a - 380) / 480, 0, 0.7),
        -4,
        9,
        2,
    )
    for r, ink in ((46, "key"), (41, "gold"), (34, "key"), (12, "gold")):
        block.ellipse(562, 424, r, r, ink, 0.5)
    for k in range(20):
        a = k * math.pi / 10
        block.stroke(
            [
                (562 + 25 * math.cos(a), 424 + 25 * math.sin(a)),
                (562 + 31 * math.cos(a), 424 + 31 * math.sin(a)),
            ],
            3,
            "paper",
            wob=0,
        )
    block.stroke([(562, 548), (610, 522)], 20, "key")
    block.stroke([(562, 548), (606, 524)], 11, "gold")
    block.ellipse(562, 548, 18, 18, "key", 0.4)
    block.ellipse(562, 548, 12, 12, "gold", 0.4)
    for y in (350, 600):
        block.rect(382, y, 400, y + 52, "key", 0.6)
        block.rect(385, y + 4, 391, y + 48, "gold", 0.5)


def _calendar(block: Block) -> None:
    """The brewery's calendar, its name left off: October 1961 began on a Sunday."""
    x0, x1, y0, y1 = 752, 888, 196, 470
    block.rect(x0 - 6, y0 - 6, x1 + 6, y1 + 6, "key", 1)
    block.rect(x0, y0, x1, y1, "paper", 1)
    scene = block.box(x0 + 8, y0 + 8, x1 - 8, y0 + 122)
    block.put(scene, np.ones_like(scene[2]), "gold")
    block.rays(scene, 820, y0 + 100, "paper", n=30, tone=0.5, r0=20)
    block.poly(
        [(760, 318), (760, 290), (800, 270), (846, 284), (880, 266), (880, 318)],
        "teal",
        1,
        clip=scene,
    )
    things.middy(block, 820, y0 + 116, 1.05)
    gothic = font(things.GOTHIC)
    block.text("OCTOBER 1961", (x0 + x1) / 2, y0 + 140, 30, gothic, "red", fit=118)
    for k, letter in enumerate("SMTWTFS"):
        block.text(letter, x0 + 16 + 17.4 * k, y0 + 164, 15, gothic, "red")
    for day in range(1, 32):
        column, row = (day - 1) % 7, (day - 1) // 7
        ink = "red" if column == 0 else "key"
        block.text(str(day), x0 + 16 + 17.4 * column, y0 + 183 + 18 * row, 16, gothic, ink)
    # Friday the thirteenth is ringed: the brewery's day.
    block.ellipse(x0 + 16 + 17.4 * 5, y0 + 201, 11, 10, "red", 0.4)
    block.ellipse(x0 + 16 + 17.4 * 5, y0 + 201, 8.5, 7.5, "paper", 0.3)
    block.text("13", x0 + 16 + 17.4 * 5, y0 + 201, 16, gothic, "key")
    block.ellipse((x0 + x1) / 2, y0 - 10, 6, 6, "gold", 0.3)


def _june(block: Block) -> None:
    """June at the desk: a finger on the page, the clean towels on her other arm."""
    pose = hold(stand(head=(15, 4, 0)), "R", fore=(-0.28, -0.72, 0.8), upper=(0.24, -1, 0.3))
    pose = hold(pose, "L", fore=(-0.62, 0.02, 0.9), upper=(0.3, -1, 0.1))
    woman = who(
        "june",
        top="cardigan",
        top_ink=("teal", "teal"),
        shirt_ink=("paper", "sand"),
        legs="dress",
        pose=pose,
        hands=GRIP,
        gaze=(2, -14),
    )
    put(
        block,
        woman,
        1000,
        332,
        67,
        yaw=16,
        halo=("gold", 2.4),
        light=(0.5, 0.3, 0.85),
        ao=0.6,
        cast=0.06,
    )
    x, y = woman.px("wrist.L")
    for k in range(5):
        top = y - 22 - 25 * k
        wide = 132 - 4 * (k % 2)
        block.rect(x - wide + 40, top - 23, x + wide - 30, top, "key", 1.4)
        block.rect(x - wide + 45, top - 19, x + wide - 35, top - 4, "paper", 1.4)
        fold = block.box(x - wide + 45, top - 19, x + wide - 35, top - 4)
        block.engrave(fold, "sand", lambda a, _b: np.clip(0.55 + (a - x) / 240, 0.2, 1), 1, 6, 1)
        block.rect(x + 56, top - 19, x + 70, top - 4, "red", 0.6)


def _desk(block: Block) -> None:
    """A wide desk, bright in the lamp's circle and black beyond."""
    top = [(560, _DESK), (1560, _DESK), (1800, 840), (330, 840)]
    block.poly([(548, _DESK - 6), (1572, _DESK - 6), (1824, 850), (306, 850)], "key", 0.8)
    block.poly(top, "sand", 0.8)
    wood = block.mask(top)

    def far(a: Any, b: Any) -> Any:
        return np.hypot(a - 1120, (b - 740) * 2.2)

    block.engrave(wood, "paper", lambda a, b: np.clip(far(a, b) / 260, 0.1, 1.1), 1, 10, 2.2)
    block.engrave(
        wood, "brown", lambda a, b: np.clip(1.55 - far(a, b) / 360, 0.3, 1.2), -1, 12, 2.4
    )
    block.engrave(wood, "key", lambda a, b: np.clip(1.75 - far(a, b) / 330, 0.02, 1.2), 2, 11, 2.2)
    block.rect(300, 846, 1830, 1100, "key", 0.5)
    block.stroke([(318, 852), (1812, 852)], 6, "gold", wob=0.8)
    for x in (420, 860, 1300):
        front = block.box(x, 884, x + 390, 1066)
        block.engrave(
            front,
            "brown",
            lambda a, b: np.clip(0.62 + np.abs(a - 1060) / 1500 + (b - 884) / 700, 0.6, 1),
            1.5,
            13,
            2.8,
        )
        block.stroke([(x, 884), (x + 390, 884)], 5, "sand" if x == 860 else "brown", (0.6, 0.3))
        block.rect(x + 150, 944, x + 240, 962, "key", 0.6)
        block.rect(x + 154, 948, x + 236, 956, "gold" if x == 860 else "brown", 0.5)


def _book(block: Block) -> None:
    """The account book, open: two pages of figures, and her hand's shadow."""
    left = [(884, 716), (1056, 706), (1068, 796), (868, 808)]
    right = [(1056, 706), (1228, 714), (1262, 804), (1068, 796)]
    block.poly(
        [(872, 714), (1056, 702), (1240, 712), (1280, 816), (1068, 806), (852, 820)], "key", 0.8
    )
    for page in (left, right):
        block.poly(page, "paper", 0.8)
    for k in range(7):
        u = 0.14 + 0.115 * k
        for page, cols in ((left, (0.08, 0.52, 0.70, 0.88)), (right, (0.1, 0.54, 0.72, 0.9))):
            (ax, ay), (bx, by), (cx, cy), (dx, dy) = page
            lx, ly = ax + (dx - ax) * u, ay + (dy - ay) * u
            rx, ry = bx + (cx - bx) * u, by + (cy - by) * u
            for n, v in enumerate(cols):
                end = v + (0.36 if n == 0 else 0.11)
                block.stroke(
                    [
                        (lx + (rx - lx) * v, ly + (ry - ly) * v),
                        (lx + (rx - lx) * end, ly + (ry - ly) * end),
                    ],
                    3.2,
                    "red" if n == 3 and k in (4, 5) else "key",
                    (1, 0.5),
                    0.9,
                )
    block.stroke([(1056, 706), (1068, 798)], 4, "sand", wob=0.5)


def _lamp(block: Block) -> None:
    """A jointed desk lamp: its light falls left and down upon the book."""
    x, y = _LAMP
    block.stroke([(1416, 760), (1446, 560), (1346, 408)], 18, "key", wob=0.4)
    block.stroke([(1416, 760), (1446, 560), (1346, 408)], 9, "gold", wob=0.4)
    block.ellipse(1446, 560, 14, 14, "key", 0.4)
    block.ellipse(1444, 558, 8, 8, "gold", 0.4)
    block.ellipse(1416, 770, 84, 22, "key", 0.5)
    block.ellipse(1414, 764, 72, 15, "teal", 0.5)
    shade = [
        (x - 92, y + 34),
        (x - 26, y - 48),
        (x + 40, y - 66),
        (x + 76, y - 40),
        (x + 70, y + 6),
        (x + 54, y + 92),
    ]
    block.poly([(x + (a - x) * 1.09, y + (b - y) * 1.09) for a, b in shade], "key", 0.8)
    block.poly(shade, "red", 0.8)
    block.engrave(
        block.mask(shade),
        "key",
        lambda a, _b: np.clip(1.1 - (a - x + 60) / 150, 0.1, 1),
        50,
        10,
        1.6,
    )
    block.ellipse(x - 19, y + 63, 82, 20, "key", 0.5, rot=22)
    block.ellipse(x - 20, y + 65, 75, 15, "paper", 0.5, rot=22)
    for k in range(9):
        a = 74 + 12 * k
        block.gouge(
            x - 20 + 26 * math.cos(math.radians(a)),
            y + 84 + 8 * math.sin(math.radians(a)),
            a,
            74 + 16 * (k % 3),
            6,
            "gold",
        )


def _desk_things(block: Block) -> None:
    """A biscuit tin with the Christmas club in it, dockets on a spike."""
    block.rect(642, 676, 800, 772, "key", 0.8)
    block.rect(648, 690, 794, 766, "red", 0.8)
    block.rect(640, 668, 802, 694, "key", 0.8)
    block.rect(646, 673, 796, 688, "gold", 0.8)
    block.engrave(block.box(648, 694, 676, 766), "key", 0.5, 88, 7)
    block.text("XMAS CLUB", 724, 729, 38, font(things.GOTHIC), "paper", spacing=2, fit=122)
    block.ellipse(1530, 782, 46, 12, "key", 0.5)
    block.rect(1526, 640, 1533, 776, "key", 0.3)
    for k in range(6):
        y = 762 - 13 * k
        block.poly(
            [(1478 + 5 * (k % 2), y), (1572 + 6 * (k % 3), y - 6), (1580, y + 5), (1486, y + 11)],
            "key",
            1,
        )
        block.poly(
            [
                (1482 + 5 * (k % 2), y + 1),
                (1570 + 6 * (k % 3), y - 4),
                (1576, y + 3),
                (1488, y + 8),
            ],
            "paper" if k % 2 else "sand",
            0.8,
        )


PICTURES: dict[str, Callable[[], Block]] = {"publican_office": publican_office}

WORKS = pictures_of("south-coast", PICTURES)
