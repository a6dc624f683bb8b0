"""The front of the picture theatre: its awning, box office, doors and posters, a night of 1962."""

from __future__ import annotations

import numpy as np

from build.art.block import Block
from build.art.lettering import font
from build.art.pictures.cinema_film import TITLE, bulbs, poster, sign
from build.art.pictures.coast_land import curve, fade, stars
from build.art.scenery import bricks

_TALL = "league-gothic-400-normal.ttf"
_BOLD = "anton-400-normal.ttf"
PAVEMENT = 760


def front(b: Block) -> None:
    """Everything but the people."""
    _street_end(b)
    _upper(b)
    _foyer(b)
    _box_office(b)
    _doors(b)
    _posters(b)
    _awning(b)
    pavement(b)


def _street_end(b: Block) -> None:
    """Night, and the next buildings of the street, shut."""
    stars(b, b.box(0, 0, 1920, 330), 260, 8)
    for x0, x1, top in ((-20, 330, 150), (1640, 1940, 190)):
        b.rect(x0, top, x1, PAVEMENT, "key", 1)
        b.stroke([(x0, top), (x1, top)], 5, "teal")
        for k in range(22):
            y = top + 24 + k * 26
            b.stroke([(x0, y), (x1, y + 3)], 3, "teal", (0.2, 1) if x0 < 0 else (1, 0.2), 1)
    for x, y in ((60, 240), (200, 236), (1720, 280), (1830, 286)):
        b.rect(x - 8, y - 8, x + 72, y + 110, "key", 0.8)
        b.rect(x, y, x + 64, y + 100, "teal", 0.8)
        b.engrave(b.box(x, y, x + 64, y + 100), "key", 0.42, angle=84, pitch=9)
        b.rect(x + 29, y, x + 35, y + 100, "key", 0.4)


def _upper(b: Block) -> None:
    """Brick above the awning, a stepped parapet, and the name in tubes of light."""
    top = [
        (330, 210),
        (330, 96),
        (600, 96),
        (600, 50),
        (820, 50),
        (820, -30),
        (1560, -30),
        (1560, 50),
        (1640, 96),
        (1640, 210),
    ]
    bricks(
        b,
        top,
        "red",
        "key",
        bh=17,
        bw=44,
        seed=7,
        tone=lambda x, y: np.clip(
            0.5 + (y - 20) / 210 + 0.5 * np.exp(-(((x - 1190) / 360) ** 2)), 0, 1
        ),
        lite="brown",
    )
    b.stroke([(330, 96), (600, 96), (600, 50), (820, 50)], 7, "gold")
    b.stroke([(1560, 50), (1640, 96)], 7, "gold")
    b.rect(862, 24, 1524, 150, "key", 1)
    for r in (0, 8):
        b.stroke(
            [
                (874 + r, 36 + r),
                (1512 - r, 36 + r),
                (1512 - r, 138 - r),
                (874 + r, 138 - r),
                (874 + r, 36 + r),
            ],
            3,
            "red" if r else "gold",
        )
    board = b.box(890, 52, 1496, 124)
    b.rays(board, 1193, 90, "red", n=44, tone=lambda x, _y: np.abs(x - 1193) / 420 + 0.4)
    sign(b, "CORONET", (1193, 89), 96, "paper", 520)


def _foyer(b: Block) -> None:
    """The lit wall below the awning: this is where the light comes from."""
    wall = b.box(330, 300, 1640, PAVEMENT)
    b.put(wall, np.ones_like(wall[2]), "gold")
    for cx in (560, 960, 1400):
        part = b.box(cx - 330, 300, cx + 330, PAVEMENT)
        b.rays(
            part,
            cx,
            292,
            "paper",
            n=62,
            tone=fade(cx, 292, 330, 0.12),
        )
    b.engrave(
        b.box(330, 560, 1640, PAVEMENT),
        "brown",
        lambda _, y: 1.24 - (y - 560) / 330,
        angle=90,
        pitch=13,
    )
    for x in range(330, 1650, 73):
        b.rect(x, 640, x + 66, PAVEMENT - 4, "teal", 0.6)
        b.stroke([(x + 6, 650), (x + 60, 646)], 3, "paper", (0, 0))
        b.engrave(b.box(x, 640, x + 66, PAVEMENT - 4), "key", 0.66, angle=14, pitch=9)
    b.rect(330, 626, 1640, 640, "key", 0.8)


def _box_office(b: Block) -> None:
    """A half-round booth of glass and chrome, its window lit."""
    x0, x1 = 636, 850
    b.rect(x0 - 10, 330, x1 + 10, PAVEMENT, "key", 1)
    b.rect(x0, 346, x1, 590, "paper", 0.8)
    b.rays(
        b.box(x0, 346, x1, 590), 743, 330, "gold", n=60, tone=lambda _x, y: 1.0 - (y - 346) / 300
    )
    for x in (x0 + 58, x1 - 58):
        b.rect(x - 4, 346, x + 4, 590, "key", 0.5)
    b.rect(x0 - 4, 312, x1 + 4, 352, "key", 0.8)
    b.text("TICKETS", 743, 332, 30, font(_BOLD), "gold", spacing=4)
    counter(b)


def counter(b: Block) -> None:
    """The lower half of the booth; drawn again when somebody sits behind it."""
    x0, x1 = 636, 850
    b.rect(x0 - 18, 588, x1 + 18, 606, "sand", 0.8)
    b.rect(x0 - 18, 602, x1 + 18, 618, "key", 0.6)
    b.rect(x0, 612, x1, PAVEMENT, "red", 0.8)
    for k in range(5):
        y = 628 + k * 27
        b.stroke([(x0, y), (x1, y)], 8, "key")
        b.stroke([(x0, y - 1), (x1, y - 1)], 3, "gold")
    b.engrave(b.box(760, 612, x1, PAVEMENT), "key", 0.5, angle=90, pitch=8)


def _doors(b: Block) -> None:
    """Two pairs of doors with round lights; one pair hooked open on a red curtain."""
    for x0, wide in ((1010, 250), (392, 0)):
        if not wide:
            continue
        b.rect(x0 - 12, 340, x0 + wide + 12, PAVEMENT, "key", 1)
        b.rect(x0, 352, x0 + wide, PAVEMENT, "red", 0.8)
        cloth = b.box(x0, 352, x0 + wide, PAVEMENT)
        b.engrave(
            cloth,
            "key",
            lambda x, y: 0.55 + 0.42 * np.cos(x / 12) - (y - 352) / 1200,
            angle=90,
            pitch=8,
        )
        for k in (0, 1):
            x = x0 + k * (wide - 66)
            b.rect(x, 352, x + 66, PAVEMENT, "key", 0.6)
            b.rect(x + 6, 358, x + 60, PAVEMENT - 6, "brown", 0.6)
            b.engrave(b.box(x + 6, 358, x + 60, PAVEMENT - 6), "key", 0.6, angle=88, pitch=8)
            b.ellipse(x + 33, 440, 22, 30, "key")
            b.ellipse(x + 33, 440, 17, 25, "gold")
            b.rect(x + (52 if k == 0 else 8), 540, x + (58 if k == 0 else 14), 610, "paper", 0.4)


def _posters(b: Block) -> None:
    """Two bills a side."""
    poster(b, 430, 372, 580, 596)
    poster(b, 1310, 372, 1460, 596, second=True)
    for x, s in ((505, "NOW SHOWING"), (1385, "NEXT WEEK")):
        b.rect(x - 84, 334, x + 84, 362, "key", 0.6)
        b.text(s, x, 348, 25, font(_TALL), "gold", spacing=3)
    poster(b, 1494, 392, 1610, 580)


def _awning(b: Block) -> None:
    """A deep awning: its soffit studded with lamps, the film's name along its edge."""
    soffit = [(330, 300), (1640, 300), (1780, 252), (200, 252)]
    b.poly(soffit, "gold", 1)
    b.engrave(b.mask(soffit), "key", 0.74, angle=0, pitch=9)
    for row, (y, x0, x1, n, r) in enumerate(((290, 360, 1610, 26, 6), (268, 290, 1690, 24, 8))):
        bulbs(b, [(x0 + (x1 - x0) * (k + 0.5 * (row % 2)) / n, y) for k in range(n)], r)
    b.poly([(186, 158), (1796, 158), (1796, 256), (186, 256)], "key", 1.2)
    b.rect(200, 168, 1782, 246, "paper", 1)
    for y in (176, 238):
        b.stroke([(208, y), (1774, y)], 4, "red")
    b.text(TITLE, 990, 207, 62, font(_BOLD), "key", spacing=7, fit=1080)
    for x in (486, 1494):
        b.text("SAT 8 PM", x, 207, 50, font(_TALL), "red", spacing=4)
    bulbs(b, [(196 + k * 36.3, 256) for k in range(45)], 8)
    for x in (420, 1550):
        b.stroke([(x, 160), (x + (30 if x < 900 else -30), 60)], 5, "gold")


def pavement(b: Block) -> None:
    """The pavement bright below the awning, then the kerb, then the dark road."""
    slab = [(330, PAVEMENT), (1640, PAVEMENT), (1960, 930), (-40, 930)]
    b.rect(-20, PAVEMENT - 4, 1940, 1100, "key", 1)
    b.poly(slab, "sand", 1)
    patch = b.mask(slab)
    b.rays(patch, 960, 380, "paper", n=150, tone=lambda x, _y: 0.2 + np.abs(x - 960) / 800)
    b.engrave(
        patch,
        "key",
        lambda x, y: 1.34 - (y - PAVEMENT) / 240 - np.abs(x - 960) / 2600,
        angle=0,
        pitch=10,
    )
    for k in range(13):
        x = 330 + k * 109
        b.stroke([(x, PAVEMENT), (960 + (x - 960) * 1.53, 930)], 4, "key", (0.7, 1.2), clip=patch)
    b.rect(-20, 926, 1940, 940, "gold", 1.2)
    b.rect(-20, 938, 1940, 962, "key", 1)
    road = b.box(0, 962, 1920, 1080)
    rng = np.random.default_rng(4)
    for _ in range(260):
        u, v = 960 + rng.normal() * 430, rng.uniform(966, 1080)
        b.stroke(
            curve([(u, v), (u + 24, v - 2), (u + rng.uniform(40, 90), v)]),
            rng.uniform(2, 5),
            "gold" if rng.random() < 0.6 else "brown",
            (0, 0),
            0.4,
            clip=road,
        )
