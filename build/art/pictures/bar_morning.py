"""The front bar in the morning: nobody, the stools up, the sun through the open door."""

from __future__ import annotations

import numpy as np

from build.art.block import Block
from build.art.lettering import font
from build.art.pictures import pub_things as things

# All lines of the room run to a point in the doorway, at a person's eye height.
_VX, _VY = 690.0, 430.0
_DOOR = (596, 226, 792, 652)
_BACK = (330, 120, 1100, 652)


def bar_morning(ss: int = 2) -> Block:
    """The bar before opening, seen from the drinkers' side."""
    block = Block(1920, 1080, "coast61", ss, seed=531, ground="key")
    _back_wall(block)
    _floor(block)
    _sunlight(block)
    _counter(block)
    _back_bar(block)
    _tables(block)
    _mop(block)
    return block


def _toward(x: float, y: float, k: float) -> tuple[float, float]:
    """The point a share k of the way from (x, y) to where the lines meet."""
    return x + (_VX - x) * k, y + (_VY - y) * k


def _back_wall(block: Block) -> None:
    """The far wall in shade, its tiles caught by the light about the door."""
    x0, y0, x1, y1 = _BACK
    wall = block.box(x0, y0, x1, y1)
    block.put(wall, np.ones_like(wall[2]), "brown")
    for k in range(17):
        block.stroke([(x0 + 48 * k, y0), (x0 + 48 * k, y1)], 3, "key", wob=0.6)
    for k in range(12):
        block.stroke([(x0, y0 + 48 * k), (x1, y0 + 48 * k)], 3, "key", wob=0.6)
    block.rect(x0, 312, x1, 352, "teal", 0.8)
    for k in range(15):
        x = x0 + 48 * k
        block.poly([(x, 332), (x + 24, 317), (x + 48, 332), (x + 24, 347)], "sand", 0.6)
    for y in (312, 352):
        block.stroke([(x0, y), (x1, y)], 5, "key")
    block.engrave(
        wall,
        "key",
        lambda x, y: np.clip(1.15 - np.hypot(x - _VX, (y - 430) * 0.7) / 330, 0, 1.1),
        32,
        9,
    )
    things.clock(block, 936, 250, 54, 8, 20)
    things.notice(block, 944, 384, 132, (("BAR SHUT", 28, "red"), ("6.30 TO 7.30", 22, "key")), 1)
    _doorway(block)


def _doorway(block: Block) -> None:
    """The door stands open on a street white with sun."""
    x0, y0, x1, y1 = _DOOR
    block.rect(x0 - 26, y0 - 26, x1 + 26, y1, "key", 0.8)
    block.rect(x0 - 17, y0 - 17, x1 + 17, y1, "red", 0.8)
    block.rect(x0 - 7, y0 - 7, x1 + 7, y1, "key", 0.8)
    view = block.box(x0, y0 + 62, x1, y1)
    block.put(view, np.ones_like(view[2]), "paper")
    block.rect(x0, y0, x1, y0 + 52, "gold", 0.8)
    _mirrored(block, "BAR", (x0 + x1) / 2, y0 + 26, 46)
    _street(block)
    for x, way in ((x0, -1), (x1, 1)):
        leaf = [(x, y0 + 62), (x + way * 84, y0 + 22), (x + way * 84, y1 + 66), (x, y1)]
        block.poly(leaf, "key", 0.8)
        inner = [
            (x + way * 6, y0 + 72),
            (x + way * 78, y0 + 38),
            (x + way * 78, y1 + 52),
            (x + way * 6, y1),
        ]
        block.poly(inner, "red", 0.8)
        face = block.mask(inner)
        block.engrave(face, "key", 0.44, 86, 8, 1.6)
        glass = [
            (x + way * 16, y0 + 92),
            (x + way * 66, y0 + 70),
            (x + way * 66, 452),
            (x + way * 16, 444),
        ]
        block.poly(glass, "key", 0.6)
        pane = [
            (x + way * 20, y0 + 98),
            (x + way * 62, y0 + 80),
            (x + way * 62, 446),
            (x + way * 20, 439),
        ]
        block.poly(pane, "gold", 0.6)
        block.engrave(block.mask(pane), "paper", 0.5, 60, 8)


def _mirrored(block: Block, words: str, x: float, y: float, size: float) -> None:
    """Lettering on glass, read from behind."""
    plate = Block(300, 100, "coast61", block.ss, ground="paper")
    plate.text(words, 150, 50, size, font(things.GOTHIC), "key", spacing=10)
    cut = (plate.a == plate.ix["key"])[:, ::-1]
    block.paste(cut, int((x - 150) * block.ss), int((y - 50) * block.ss), "key")


def _street(block: Block) -> None:
    """Roofs, a pole and the chimneys, pale across the road."""
    for x, w, h in ((600, 64, 26), (668, 58, 34), (730, 66, 22)):
        block.poly(
            [(x, 470), (x, 440), (x + w / 2, 440 - h), (x + w, 440), (x + w, 470)], "gold", 0.6
        )
        block.stroke([(x - 3, 442), (x + w / 2, 440 - h), (x + w + 3, 442)], 5, "red", wob=0.5)
    block.rect(700, 306, 712, 440, "red", 0.5)
    block.rect(752, 340, 762, 440, "red", 0.5)
    for k in range(4):
        block.ellipse(712 + 16 * k, 300 - 7 * k, 14 + 3 * k, 9 + 2 * k, "sand", 0.8)
    block.rect(596, 470, 792, 476, "key", 0.5)
    for k in range(7):
        block.stroke(
            [(602 + 9 * k, 500 + 22 * k), (700 + 13 * k, 498 + 22 * k)], 4, "sand", (0, 0), 0.5
        )


def _floor(block: Block) -> None:
    """A floor of black and buff tiles, nearly lost where the sun does not reach."""
    block.poly(
        [(_BACK[0], 652), (_BACK[2], 652), (1960, 1040), (1960, 1100), (-40, 1100), (-40, 820)],
        "key",
        0,
    )
    for i, j, tile in _squares():
        if (i + j) % 2 == 0:
            block.poly(tile, "brown", 0.6)
    shade = block.where(block.box(0, 652, 1920, 1080), ["brown"])
    block.engrave(
        shade, "key", lambda x, _y: np.clip(0.72 - np.abs(x - 820) / 1300, 0.12, 0.7), 8, 8, 2
    )


def _squares() -> list[tuple[int, int, list[tuple[float, float]]]]:
    """The tiles of the floor in perspective."""
    out = []
    rows = [222 * 3.1 / (3.1 - 0.23 * k) + _VY for k in range(10)]
    for j in range(9):
        ka, kb = (rows[j] - _VY) / 222, (rows[j + 1] - _VY) / 222
        for i in range(-14, 16):
            a, b = _VX + 62 * i, _VX + 62 * (i + 1)
            out.append(
                (
                    i,
                    j,
                    [
                        (_VX + (a - _VX) * ka, rows[j]),
                        (_VX + (b - _VX) * ka, rows[j]),
                        (_VX + (b - _VX) * kb, rows[j + 1]),
                        (_VX + (a - _VX) * kb, rows[j + 1]),
                    ],
                )
            )
    return out


def _sunlight(block: Block) -> None:
    """The one light: a long plank of sun from the door across the tiles."""
    plank = [(600, 652), (790, 652), (1330, 1100), (640, 1100)]
    sun = block.mask(plank)
    block.put(sun, np.ones_like(sun[2]), "paper")
    for i, j, tile in _squares():
        if (i + j) % 2 == 0:
            block.poly(tile, "gold", 0.6, clip=sun)
    for i, _, tile in _squares():
        if -8 < i < 12:
            block.stroke([tile[0], tile[3]], 2.6, "brown", wob=0.5, clip=sun)
            block.stroke([tile[0], tile[1]], 2.6, "brown", wob=0.5, clip=sun)
    block.engrave(
        sun,
        "key",
        lambda x, y: np.clip(
            1.7 - 1.5 * np.abs(x - (695 + (y - 652) * 0.65)) / (95 + (y - 652) * 0.57), 0.3, 1.2
        ),
        62,
        10,
        2,
    )


def _counter(block: Block) -> None:
    """The counter down the right side, its tiled front and its long lit edge."""
    far, near = (1090.0, 560.0), (1960.0, 742.0)
    foot_far, foot_near = (1090.0, 668.0), (1960.0, 1140.0)
    front = [far, near, foot_near, foot_far]
    block.poly(front, "key", 0.8)
    tiles = [
        (far[0], far[1] + 16),
        (near[0], near[1] + 50),
        (1960, 1120),
        (foot_far[0], foot_far[1] - 4),
    ]
    block.poly(tiles, "teal", 0.8)
    face = block.mask(tiles)
    for k in range(16):
        u = (k / 15) ** 1.6
        x = far[0] + 870 * u
        block.stroke([(x, 540), (x, 1120)], 2.4 + 3 * u, "key", wob=0.5, clip=face)
    for k in range(1, 6):
        block.stroke(
            [(far[0], far[1] + 16 + 15 * k), (1960, near[1] + 50 + 60 * k)],
            2.4,
            "key",
            (0.7, 1.8),
            clip=face,
        )
    block.engrave(face, "key", lambda x, _y: np.clip(1.25 - (x - 1080) / 560, 0.12, 1.1), 24, 9, 2)
    top = [(1090, 548), (1200, 536), (1960, 640), (1960, 770), (1090, 572)]
    block.poly(top, "key", 0.8)
    inner = [(1096, 551), (1200, 541), (1960, 652), (1960, 742), (1096, 566)]
    block.poly(inner, "sand", 0.8)
    wood = block.mask(inner)
    block.engrave(wood, "brown", lambda x, _y: np.clip(1.2 - (x - 1090) / 900, 0.3, 1.1), 9, 8, 2)
    block.engrave(wood, "key", lambda x, _y: np.clip(1.35 - (x - 1090) / 560, 0.1, 1.1), 8, 10, 2)
    block.stroke([(1092, 568), (1960, 756)], 7, "gold", (0.5, 1.6), 0.7)
    for x, y, s in ((1246, 578, 0.72), (1294, 588, 0.78)):
        things.tap(block, x, y, s)
    for k in range(6):
        y = 626 - 15 * k
        block.rect(1400, y - 13, 1556 - 5 * (k % 2), y, "key", 1)
        block.rect(1403, y - 11, 1553 - 5 * (k % 2), y - 2, "paper" if k % 3 else "sand", 1)
        block.rect(1500, y - 11, 1512, y - 2, "red", 0.4)


def _back_bar(block: Block) -> None:
    """Shelves behind the counter, in the dark: a few bottles and glasses keep a glint."""
    rng = np.random.default_rng(44)
    for level in (0, 1):
        a = (1150.0, 420.0 - 96 * level)
        b = (1960.0, 330.0 - 210 * level)
        block.stroke([a, b], 11, "brown", (0.6, 1.6), 0.7)
        x = a[0] + 22
        while x < 1900:
            u = (x - a[0]) / (b[0] - a[0])
            foot = a[1] + (b[1] - a[1]) * u - 4
            s = 0.55 + 0.75 * u
            tall = rng.uniform(70, 104) * s
            ink = ("teal", "brown", "red", "teal", "sand")[rng.integers(5)]
            w = 14 * s
            pts = [
                (x - w, foot),
                (x - w, foot - tall * 0.58),
                (x - w * 0.35, foot - tall * 0.75),
                (x - w * 0.35, foot - tall),
                (x + w * 0.35, foot - tall),
                (x + w * 0.35, foot - tall * 0.75),
                (x + w, foot - tall * 0.58),
                (x + w, foot),
            ]
            block.poly(pts, ink, 0.5)
            block.rect(x, foot - tall * 0.58, x + w, foot, "key", 0.5)
            block.gouge(
                x - w * 0.55, foot - tall * 0.5, 90, tall * 0.36, 3 * s, "paper" if u < 0.4 else ink
            )
            x += w * 2 + rng.uniform(6, 16) * s


def _tables(block: Block) -> None:
    """Two tables at the left with the stools up on them, black against the lit wall."""
    for x, y, s, lit in ((452, 610, 0.72, "gold"), (196, 742, 1.35, "brown")):
        block.rect(x - 9 * s, y, x + 9 * s, y + 190 * s, "key", 0.6)
        block.rect(x + 2 * s, y, x + 7 * s, y + 184 * s, lit, 0.5)
        block.ellipse(x, y + 192 * s, 70 * s, 14 * s, "key", 0.6)
        block.ellipse(x + 8 * s, y + 190 * s, 54 * s, 8 * s, lit, 0.6)
        block.ellipse(x, y + 6 * s, 140 * s, 26 * s, "key", 0.6)
        block.ellipse(x + 6 * s, y - 2 * s, 130 * s, 18 * s, lit, 0.6)
        block.ellipse(x - 6 * s, y, 126 * s, 16 * s, "key", 0.6)
        for dx in (-58, 54):
            things.stool(block, x + dx * s, y - 4 * s, 0.92 * s, lit)


def _mop(block: Block) -> None:
    """A bucket in the sun, with the mop left standing in it, and their shadow on the tiles."""
    block.poly([(1000, 884), (1110, 880), (1330, 1050), (1216, 1070)], "key", 2)
    block.stroke([(1000, 800), (1075, 396)], 24, "key", wob=0.6)
    block.stroke([(1000, 800), (1075, 396)], 13, "sand", wob=0.6)
    block.stroke([(1001, 770), (1070, 404)], 4, "paper", wob=0.5)
    rng = np.random.default_rng(3)
    for k in range(22):
        x = 936.0 + 6 * k
        block.stroke(
            [(1000 + (x - 1000) * 0.3, 742), (x, 792), (x + rng.normal() * 8, 838)],
            10,
            "key",
            (1, 0.5),
            0.6,
            curve=True,
        )
    for k in range(18):
        x = 944 + 6.4 * k
        block.stroke(
            [(1000 + (x - 1000) * 0.3, 746), (x, 792), (x + rng.normal() * 8, 832)],
            4.6,
            "paper" if k < 11 else "sand",
            (1, 0.4),
            0.5,
            curve=True,
        )
    things.bucket(block, 1004, 900, 1.15)
