"""The milk bar's room: window, tiles, bentwood chairs, and what stands on the counter."""

from __future__ import annotations

import numpy as np

from build.art.block import Block
from build.art.lettering import font
from build.art.pictures.coast_land import Point, curve
from build.art.scenery import escarpment

_TALL = "league-gothic-400-normal.ttf"
_WINDOW = (340, 150, 900, 520)
_FLOOR = 660


def walls(b: Block) -> None:
    """Daylight in one window; black tiles with a teal band; a mirror; a list of what there is."""
    _tiles(b)
    _window(b)
    _door(b)
    _list(b)
    _ceiling(b)


def _tiles(b: Block) -> None:
    """Small tiles, each catching the window a little less than the last."""
    rng = np.random.default_rng(2)
    for row in range(13):
        y = 120 + row * 44
        for k in range(44):
            x = 10 + k * 44 + (row % 2) * 22
            near = np.exp(-(((x - 620) / 760) ** 2))
            ink = "red" if row in (7, 8) else "teal"
            if rng.random() < 0.25 + 0.75 * near:
                b.poly(
                    [(x + 2, y + 2), (x + 41, y + 2), (x + 41, y + 41), (x + 2, y + 41)], ink, 0.8
                )
            b.gouge(x + 7, y + 9, 3, 24 * near + 4, 3, "paper" if near > 0.6 else ink)
    b.engrave(
        b.box(0, 110, 1920, 700),
        "key",
        lambda x, y: 1.1 - np.abs(x - 620) / 1300 + 0.05 * np.sin(y / 20),
        angle=-12,
        pitch=9,
        wobble=2,
    )


def _window(b: Block) -> None:
    """The shop window from inside: a verandah opposite, the range, and letters reversed."""
    x0, y0, x1, y1 = _WINDOW
    b.rect(x0 - 24, y0 - 24, x1 + 24, y1 + 24, "key", 1)
    glass = b.box(x0, y0, x1, y1)
    b.put(glass, np.ones_like(glass[2]), "gold")
    b.rays(
        glass,
        470,
        210,
        "paper",
        n=48,
        tone=lambda x, y: np.clip(np.hypot(x - 470, y - 210) / 520, 0.15, 1),
    )
    b.ellipse(470, 210, 40, 40, "paper", 0.6, clip=glass)
    escarpment(b, x0 - 60, x1 + 200, 430, 150, 470, clip=glass, seed=16)
    for k, (x, w, top) in enumerate(((330, 180, 386), (510, 150, 366), (662, 260, 392))):
        b.rect(x, top, x + w, y1, "key", 0.8, clip=glass)
        b.rect(x + 5, top + 6, x + w - 5, y1, ("brown", "red", "sand")[k], 0.8, clip=glass)
        b.poly(
            [(x - 6, top + 40), (x + w + 6, top + 40), (x + w + 16, top + 62), (x - 16, top + 62)],
            "key",
            0.8,
            clip=glass,
        )
        for j in range(4):
            b.rect(x + 14 + j * w / 4, top + 62, x + 18 + j * w / 4, y1, "key", 0.4, clip=glass)
    b.rect(x0, 488, x1, y1, "sand", 0.6, clip=glass)
    b.engrave(b.box(x0, 488, x1, y1), "brown", 0.6, angle=0, pitch=8)
    for x in (x0 + 280,):
        b.rect(x - 8, y0, x + 8, y1, "key", 0.6)
    _glass_letters(b)
    b.rect(x0 - 40, y1, x1 + 40, y1 + 18, "sand", 0.8)
    b.rect(x0 - 40, y1 + 15, x1 + 40, y1 + 24, "key", 0.8)


def _glass_letters(b: Block) -> None:
    """Gilt letters on the glass: they face the street."""
    for words, cx in (("MILK", 480), ("BAR", 762)):
        t = Block(300, 120, "coast61", b.ss, ground="paper")
        t.text(words, 150, 60, 92, font(_TALL), "key", spacing=10, fit=220)
        m = (t.a == t.ix["key"])[:, ::-1]
        x, y = int((cx - 150) * b.ss), int(262 * b.ss)
        b.paste(m, x + 4 * b.ss, y + 4 * b.ss, "key")
        b.paste(m, x, y, "red")


def _door(b: Block) -> None:
    """The street door, with strips against the flies."""
    b.rect(1000, 130, 1190, _FLOOR, "key", 1)
    b.rect(1014, 144, 1176, _FLOOR, "paper", 0.8)
    b.rays(b.box(1014, 144, 1176, _FLOOR), 470, 210, "gold", n=60, tone=0.5)
    inks = ("red", "teal", "key", "red", "key", "teal")
    for k in range(15):
        x = 1018 + k * 11
        b.stroke(
            curve([(x, 144), (x + 3, 320), (x - 2, 480), (x + 2, _FLOOR)]),
            5.5,
            inks[k % 6],
            (1, 1),
            0.6,
        )


def _list(b: Block) -> None:
    """The board over the tables at the right."""
    b.rect(1216, 160, 1466, 356, "key", 1)
    b.rect(1226, 170, 1456, 346, "paper", 0.8)
    for k, (s, ink) in enumerate(
        (("MILK SHAKES", "red"), ("ICES  TEA", "key"), ("HOT PIES", "key"))
    ):
        b.text(s, 1341, 202 + k * 56, 50, font(_TALL), ink, spacing=4, fit=204)


def _ceiling(b: Block) -> None:
    """Pressed tin above, and a fan."""
    b.rect(-10, -10, 1930, 112, "key", 1)
    for k in range(27):
        x = 20 + k * 74
        b.poly(
            [
                (x, 104),
                (x + 60, 104),
                (960 + (x + 60 - 960) * 0.92, 62),
                (960 + (x - 960) * 0.92, 62),
            ],
            "brown",
            0.8,
        )
        b.gouge(x + 10, 96, -3, 42, 3, "sand")
    b.engrave(
        b.box(0, 50, 1920, 112), "key", lambda x, _y: 1.0 - np.abs(x - 700) / 1250, angle=2, pitch=8
    )
    b.rect(1206, 0, 1214, 40, "sand", 0.4)
    for a in (8, 172, 40, 140):
        t = np.radians(a)
        b.stroke([(1210, 44), (1210 + 210 * np.cos(t), 44 + 34 * np.sin(t))], 20, "key", (0.5, 1.2))
        b.stroke(
            [(1210, 43), (1210 + 204 * np.cos(t), 42 + 34 * np.sin(t))], 10, "sand", (0.5, 1.2)
        )
    b.ellipse(1210, 44, 22, 14, "key")
    b.ellipse(1208, 42, 14, 9, "gold")


def chair(b: Block, x: float, y: float, s: float) -> None:
    """A bentwood chair from behind: two hoops, a round seat, splayed legs; y is its seat."""
    for width, ink in ((11, "key"), (5.5, "sand")):
        w = width * s
        for r, top in ((1.0, 150), (0.52, 118)):
            hoop = [
                (x - 52 * r * s, y),
                (x - 56 * r * s, y - top * 0.62 * s),
                (x - 34 * r * s, y - top * s),
                (x + 34 * r * s, y - top * s),
                (x + 56 * r * s, y - top * 0.62 * s),
                (x + 52 * r * s, y),
            ]
            b.stroke(curve(hoop), w, ink, wob=0.4)
        for dx, out in ((-46, -12), (46, 12)):
            b.stroke(
                [(x + dx * s, y), (x + (dx + out) * s, y + 170 * s)], w * 1.1, ink, (1, 0.8), 0.4
            )
    b.ellipse(x, y, 66 * s, 17 * s, "key", 0.6)
    b.ellipse(x - 1, y - 2, 58 * s, 12 * s, "brown", 0.6)


def chairs(b: Block) -> None:
    """Empty ones, standing between her and the people who have been served."""
    for x, y, s in ((640, 668, 1.1), (786, 692, 1.3), (1290, 706, 1.15)):
        chair(b, x, y, s)


# ------------------------------------------------------------------ the counter
_TOP: list[Point] = [(-20, 700), (1940, 700), (1940, 812), (-20, 830)]


def counter(b: Block) -> None:
    """Marbled laminate with a steel edge; our side of it is dark."""
    b.rect(-20, 690, 1940, 1100, "key", 1)
    b.poly(_TOP, "sand", 1)
    top = b.mask(np.asarray(_TOP))
    b.engrave(top, "paper", lambda x, _y: 0.3 + np.abs(x - 700) / 900, angle=-4, pitch=15, wobble=7)
    b.engrave(
        top,
        "key",
        lambda x, y: 1.30 - np.abs(x - 760) / 1300 - (y - 700) / 420,
        angle=3,
        pitch=10,
        wobble=3,
    )
    b.stroke([(-20, 700), (1940, 700)], 7, "key")
    b.poly([(-20, 828), (1940, 810), (1940, 842), (-20, 860)], "key", 0.8)
    for k, ink in enumerate(("paper", "gold", "teal")):
        b.stroke([(-20, 838 + k * 8), (1940, 820 + k * 8)], 4 - k, ink, (0.6, 1))
    b.rect(-20, 868, 1940, 1100, "key", 1)
    for k in range(7):
        x = 60 + k * 270
        b.rect(x, 900, x + 240, 1100, "brown", 1)
        b.engrave(
            b.box(x, 900, x + 240, 1100),
            "key",
            lambda s, t: 0.55 - (t - 900) / 300 - np.abs(s - 760) / 3000,
            angle=90 if k % 2 else 3,
            pitch=9,
        )


def tall_glass(b: Block, x: float, y: float, s: float, ink: str) -> None:
    """A fluted glass on its foot, full, with two straws.  y is where it stands."""
    h = 128 * s
    b.stroke([(x + 6 * s, y - h), (x + 30 * s, y - h - 62 * s)], 7 * s, "key", wob=0.3)
    b.stroke([(x + 6 * s, y - h), (x + 29 * s, y - h - 59 * s)], 4 * s, "paper", wob=0.3)
    b.stroke([(x, y - h), (x + 12 * s, y - h - 66 * s)], 7 * s, "key", wob=0.3)
    b.stroke([(x, y - h), (x + 12 * s, y - h - 63 * s)], 4 * s, "red", wob=0.3)
    b.poly(
        [
            (x - 33 * s, y - h),
            (x + 33 * s, y - h),
            (x + 17 * s, y - 20 * s),
            (x + 26 * s, y),
            (x - 26 * s, y),
            (x - 17 * s, y - 20 * s),
        ],
        "key",
        0.5,
    )
    b.poly(
        [
            (x - 27 * s, y - h + 8 * s),
            (x + 27 * s, y - h + 8 * s),
            (x + 12 * s, y - 22 * s),
            (x - 12 * s, y - 22 * s),
        ],
        ink,
        0.5,
    )
    for k in (-0.5, 0.1, 0.6):
        b.stroke(
            [(x + 26 * k * s, y - h + 14 * s), (x + 13 * k * s, y - 26 * s)],
            3.4 * s,
            "key" if k > 0 else "paper",
            (1, 0.6),
            0.3,
        )
    b.blob(
        [
            (x - 31 * s, y - h + 4 * s),
            (x - 24 * s, y - h - 18 * s),
            (x, y - h - 26 * s),
            (x + 22 * s, y - h - 17 * s),
            (x + 31 * s, y - h + 4 * s),
        ],
        "key",
        0.4,
    )
    b.blob(
        [
            (x - 26 * s, y - h + 3 * s),
            (x - 20 * s, y - h - 13 * s),
            (x, y - h - 20 * s),
            (x + 18 * s, y - h - 12 * s),
            (x + 26 * s, y - h + 3 * s),
        ],
        "paper",
        0.4,
    )
    b.ellipse(x, y - 3 * s, 21 * s, 5 * s, "sand", 0.3)


def near_things(b: Block) -> None:
    """What stands between us and her: mixer, jars, glasses, the till."""
    _mixer(b)
    _jars(b)
    for x, y, s, ink in (
        (476, 832, 0.92, "paper"),
        (578, 846, 1.02, "red"),
        (690, 838, 0.94, "gold"),
    ):
        tall_glass(b, x, y, s, ink)
    _till(b)


def _mixer(b: Block) -> None:
    """A milk-shake mixer of three spindles with its beakers, black at the left."""
    b.poly(
        [
            (60, 880),
            (80, 470),
            (110, 430),
            (330, 430),
            (350, 480),
            (340, 560),
            (120, 560),
            (130, 880),
        ],
        "key",
        1,
    )
    b.stroke(curve([(84, 470), (112, 438), (330, 440)]), 6, "gold")
    b.stroke([(92, 480), (76, 860)], 6, "teal", (1, 0.4))
    for k in range(5):
        b.stroke([(140, 468 + k * 17), (320, 468 + k * 17)], 4, "teal", (0.3, 1))
    for x in (176, 244, 312):
        _beaker(b, x)
    b.poly([(40, 880), (60, 800), (380, 800), (400, 880)], "key", 1)
    b.stroke([(70, 812), (376, 808)], 4, "gold")


def _beaker(b: Block, x: float) -> None:
    """One steel beaker under its spindle."""
    body = [(x - 33, 618), (x + 33, 618), (x + 24, 794), (x - 24, 794)]
    b.rect(x - 5, 556, x + 5, 620, "sand", 0.4)
    b.poly([(x - 38, 612), (x + 38, 612), (x + 28, 800), (x - 28, 800)], "key", 0.6)
    b.poly(body, "sand", 0.6)
    b.engrave(b.mask(body), "key", lambda s, _t: 0.9 - (s - x + 30) / 64, angle=90, pitch=7)
    b.stroke([(x - 24, 626), (x - 18, 786)], 6, "paper", (0.5, 1))


def _jars(b: Block) -> None:
    """Two glass jars of sweets."""
    rng = np.random.default_rng(7)
    for x, y, w in ((1226, 838, 62), (1330, 850, 66)):
        b.rect(x - w, y - 150, x + w, y, "key", 0.8)
        b.rect(x - w + 5, y - 146, x + w - 5, y - 5, "teal", 0.6)
        for _ in range(64):
            p = (x + rng.uniform(-w + 13, w - 13), y - 12 - rng.uniform(0, 104))
            ink = rng.choice(["red", "gold", "paper", "sand"])
            b.ellipse(*p, 10, 8, "key", 0.3)
            b.ellipse(p[0] - 1, p[1] - 1, 7.5, 5.5, str(ink), 0.3)
        b.stroke([(x - w + 12, y - 138), (x - w + 12, y - 14)], 6, "paper", (1, 0.4))
        b.rect(x - w - 6, y - 170, x + w + 6, y - 146, "key", 0.6)
        b.rect(x - w, y - 166, x + w, y - 152, "gold", 0.6)


def _till(b: Block) -> None:
    """The till, black, at the far right, with its rows of keys."""
    b.poly([(1660, 900), (1640, 620), (1700, 520), (1940, 520), (1940, 900)], "key", 1)
    b.stroke(curve([(1646, 622), (1704, 528), (1940, 528)]), 6, "gold")
    b.rect(1722, 548, 1930, 606, "paper", 0.6)
    b.text("NO SALE", 1826, 577, 44, font(_TALL), "red", spacing=4)
    for r in range(4):
        for k in range(6):
            b.ellipse(
                1690 + k * 42 - r * 4, 660 + r * 44, 14, 12, "sand" if (r + k) % 3 else "red", 0.4
            )
