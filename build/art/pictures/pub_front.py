"""The front of the corner hotel, by day or shut for the night."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from build.art.block import Block
from build.art.lettering import font
from build.art.scenery import bricks

Point = tuple[float, float]
Patch = tuple[slice, slice, NDArray[np.bool_]]

# Eye height, and the lines to which both walls run away from the cut-off corner.
EYE = 400
EYE_DM = 16.2
LEFT, RIGHT = 430, 1010
VANISH = 1550
_VANISH_LEFT = -560
_SCALE = 28.0
DOOR = (560, 880)
_GOTHIC = "league-gothic-400-normal.ttf"


def near(x: float) -> float:
    """How large a thing stands against the wall at x: 1 at the corner, 0 where the street ends."""
    if x > RIGHT:
        return (VANISH - x) / (VANISH - RIGHT)
    if x < LEFT:
        return (x - _VANISH_LEFT) / (LEFT - _VANISH_LEFT)
    return 1.0


def at(x: float, height: float, out: float = 1.0) -> Point:
    """A point of the wall at x, so many decimetres up; `out` above 1 stands out from the wall."""
    return x, EYE - (height - EYE_DM) * _SCALE * near(x) * out


def panel(x0: float, x1: float, low: float, high: float) -> list[Point]:
    """A rectangle on one of the walls."""
    return [at(x0, low), at(x0, high), at(x1, high), at(x1, low)]


def walls(block: Block, *, night: bool) -> None:
    """The whole mass of the house, black, with what the light picks out of brick and tile."""
    mass = [at(-20, 0), at(-20, 44), at(LEFT, 44), at(RIGHT, 44), at(1490, 44), at(1490, 0)]
    block.poly([*mass, at(RIGHT, 0), at(LEFT, 0)], "key", 0)
    side = "teal" if night else "brown"
    _courses(block, side, 27.5, 43.0)
    _tiles(block, night=night)
    _parapet(block, "teal" if night else "red")


def _courses(block: Block, ink: str, low: float, high: float) -> None:
    """Brickwork of the side wall above the awning, each brick drawn towards the vanishing point."""
    rng = np.random.default_rng(31)
    for row in range(int((high - low) / 0.95)):
        up = low + row * 0.95
        x = RIGHT + rng.uniform(4, 20)
        while x < 1480:
            wide = max(4.0, 46 * near(x) ** 1.4) * rng.uniform(0.7, 1.15)
            if rng.random() < 0.30 + 0.5 * (1 - near(x)):
                block.poly(panel(x, x + wide * 0.86, up, up + 0.68), ink, 0.5)
            x += wide
    bricks(
        block,
        [(LEFT, -10), (RIGHT, -10), (RIGHT, 62), (LEFT, 62)],
        ink,
        bh=17,
        bw=44,
        tone=lambda x, _y: 0.28 + 0.3 * (x - LEFT) / 600,
    )


def _tiles(block: Block, *, night: bool) -> None:
    """Glazed tiles to the height of a man's shoulder: a period fashion, easy to hose down."""
    ink = "teal"
    for x0, x1 in ((LEFT, DOOR[0] - 26), (DOOR[1] + 26, RIGHT)):
        block.poly(panel(x0, x1, 1.4, 14.5), ink, 0.8)
        _grid(block, panel(x0, x1, 1.4, 14.5), 9 if x1 - x0 < 120 else 10, x0, x1)
        for up in (12.2, 13.4):
            block.poly(panel(x0, x1, up, up + 0.45), "gold" if not night else "teal", 0.6)
    far = panel(-20, LEFT, 1.4, 14.5)
    block.poly(far, ink, 0.8)
    block.engrave(block.mask(far), "key", lambda x, _y: np.clip(x / 560 - 0.12, 0.08, 0.75), 6, 9)
    for k in range(1, 9):
        up = 1.4 + 13.1 * k / 9
        block.stroke([at(-20, up), at(LEFT, up)], 3, "key", (0.5, 1), 0.5)
    for k in range(18):
        x = LEFT - 30 * k + 0.5 * k * k
        block.stroke([at(x, 1.4), at(x, 14.5)], 2.6, "key", wob=0.4)
    long = panel(RIGHT, 1460, 1.4, 14.5)
    block.poly(long, ink, 0.8)
    _side_grid(block)
    shade = block.mask(long)
    block.engrave(shade, "key", lambda x, _y: np.clip((x - 1010) / 520 + 0.12, 0.1, 0.9), -12, 8)
    if night:
        for x0, x1 in ((-20, LEFT), (LEFT, DOOR[0]), (DOOR[1], RIGHT)):
            block.engrave(block.mask(panel(x0, x1, 0, 15)), "key", 0.36, 4, 7)


def _grid(block: Block, pts: list[Point], rows: int, x0: float, x1: float) -> None:
    """Joints of the tiles on a wall that faces us."""
    top, foot = pts[1][1], pts[0][1]
    for k in range(1, rows):
        y = top + (foot - top) * k / rows
        block.stroke([(x0, y), (x1, y)], 3, "key", wob=0.5)
    for k in range(1, int((x1 - x0) / 32)):
        x = x0 + k * 32
        block.stroke([(x, top), (x, foot)], 3, "key", wob=0.5)


def _side_grid(block: Block) -> None:
    """Joints of the tiles on the wall that runs away."""
    for k in range(1, 10):
        up = 1.4 + 13.1 * k / 10
        block.stroke([at(RIGHT, up), at(1460, up)], 3, "key", (1, 0.4), 0.5)
    x = float(RIGHT)
    while x < 1450:
        x += max(5.0, 30 * near(x))
        block.stroke([at(x, 1.4), at(x, 14.5)], 2.6 * near(x) + 0.6, "key", wob=0.4)


def _parapet(block: Block, ink: str) -> None:
    """The moulding at the top of the side wall, which draws the roof's line on the sky."""
    for low, high in ((41.2, 41.7), (42.6, 43.4)):
        block.poly(panel(1190, 1490, low, high), ink, 0.6)


def upstairs(block: Block, lit: int | None) -> None:
    """Sash windows of the bedrooms; one may have its lamp on."""
    for k, (x0, x1) in enumerate(((1052, 1112), (1180, 1230), (1292, 1338), (1392, 1416))):
        block.poly(panel(x0 - 6, x1 + 6, 28.2, 41), "key", 0.5)
        block.poly(panel(x0 - 6, x1 + 5, 28.0, 28.7), "sand" if lit is None else "teal", 0.5)
        _sash(block, x0, x1, "gold" if lit == k else "key", lit=lit == k)


def _sash(block: Block, x0: float, x1: float, glass: str, *, lit: bool) -> None:
    """One sash window of the side wall."""
    mid = (x0 + x1) / 2
    block.poly(panel(x0, x1, 29, 40), glass, 0.5)
    if lit:
        block.poly(panel(x0, x1, 36.5, 40), "sand", 0.5)
        block.poly([at(x0, 40), at(x0 + 9, 40), at(x0 + 4, 29), at(x0, 29)], "paper", 0.6)
        block.poly([at(x1, 40), at(x1 - 9, 40), at(x1 - 4, 29), at(x1, 29)], "paper", 0.6)
        head, foot = at(mid + 4, 34.6)[1], at(mid + 4, 29)[1]
        block.ellipse(mid + 4, head + 6, 6, 9, "key", 0.4)
        block.poly(
            [(mid - 9, foot), (mid - 6, head + 18), (mid + 14, head + 20), (mid + 16, foot)],
            "key",
            0.5,
        )
        block.poly(panel(mid - 1.5, mid + 1.5, 29, 40), "key", 0.3)
        block.poly(panel(x0, x1, 34.2, 34.7), "key", 0.3)
        return
    for low, high in ((29.4, 34), (35, 39.6)):
        block.stroke([at(x0 + 4, low), at(x1 - 4, high)], 3, "teal", (0, 0), 0.4)
    block.poly(panel(x0, x1, 34.2, 34.7), "brown", 0.3)


def awning(block: Block, *, night: bool) -> None:
    """The awning over the footpath: boards beneath, a deep fascia that points like a bow."""
    glow = "teal" if night else "gold"
    tip_l, tip_r = (LEFT - 60, 150), (RIGHT + 70, 150)
    under = [(-20, 300), tip_l, tip_r, at(1470, 24), at(RIGHT, 24), at(LEFT, 24), at(-20, 24)]
    block.poly(under, "key", 0)
    rng = np.random.default_rng(8)
    for k in range(26):
        x = tip_l[0] + (tip_r[0] - tip_l[0]) * k / 25
        foot = LEFT + (RIGHT - LEFT) * k / 25
        cut = rng.uniform(0.25, 0.7)
        bright = 6 * max(0.15, 1 - abs(foot - 720) / 330)
        block.stroke(
            [(x + (foot - x) * cut, 150 + 32 * cut), (foot, 184)], bright, glow, (0.2, 1), 0.4
        )
    _fascia(block, tip_l, tip_r, night=night)


def _fascia(block: Block, tip_l: Point, tip_r: Point, *, night: bool) -> None:
    """The painted board along the awning's edge."""
    face = "teal" if night else "red"
    top = 70
    for pts in (
        [(-20, 262), (-20, 206), (tip_l[0], top), tip_l],
        [tip_l, (tip_l[0], top), (tip_r[0], top), tip_r],
        [tip_r, (tip_r[0], top), (VANISH - 60, 361), (VANISH - 60, 376)],
    ):
        block.poly(pts, "key", 1)
        inner = np.asarray(pts, float)
        inner = inner + (inner.mean(0) - inner) * np.array([0.012, 0.2])
        block.poly(inner, face, 0.8)
        block.engrave(
            block.mask(inner), "key", lambda x, _y: 0.30 + 0.35 * np.sin(x / 210) ** 2, 2, 9
        )
    block.stroke([(tip_l[0], top + 9), (tip_r[0], top + 9)], 5, "sand", wob=0.6)
    block.stroke([(tip_r[0], top + 9), (VANISH - 60, 363)], 5, "sand", (1, 0.2), 0.6)


def doorway(block: Block, *, night: bool) -> None:
    """The corner door: open and blazing, or two shut leaves."""
    x0, x1 = DOOR
    block.poly(panel(x0 - 30, x1 + 30, 0, 23.6), "key", 1)
    block.poly(panel(x0 - 22, x1 + 22, 1, 23.2), "brown" if not night else "key", 0.8)
    block.poly(panel(x0 - 10, x1 + 10, 0, 22.8), "key", 0.8)
    _transom(block, night=night)
    if night:
        _leaves(block)
    else:
        _inside(block)


def _transom(block: Block, *, night: bool) -> None:
    """The glass over the door, with the name of the house on it."""
    x0, x1 = DOOR
    block.poly(panel(x0, x1, 19.9, 22.6), "key" if night else "gold", 0.8)
    y = at(x0, 21.25)[1]
    ink = "teal" if night else "key"
    block.text("BREAKWATER HOTEL", (x0 + x1) / 2, y, 64, font(_GOTHIC), ink, spacing=3, fit=296)


def _inside(block: Block) -> None:
    """What the open door shows: the bright room, its far shelves and lamp."""
    x0, x1 = DOOR
    room = block.mask(panel(x0, x1, 0.6, 19.3))
    block.put(room, np.ones_like(room[2]), "gold")
    block.rays(
        room,
        735,
        350,
        "paper",
        n=46,
        tone=lambda x, y: np.clip(np.hypot(x - 735, y - 350) / 330, 0.05, 1.05),
        r0=8,
    )
    block.ellipse(735, 342, 44, 26, "paper", 0.8, clip=room)
    block.poly([(690, 338), (735, 308), (780, 338)], "key", 0.6, clip=room)
    block.stroke([(735, 296), (735, 314)], 5, "key", wob=0)
    for x, leaf in ((x0, 1), (x1, -1)):
        _open_leaf(block, x, leaf)


def _open_leaf(block: Block, x: float, way: int) -> None:
    """A leaf of the door standing open inwards, on edge to us."""
    top, foot = at(x, 19.3)[1], at(x, 0.6)[1]
    far = x + way * 44
    block.poly([(x, top), (far, top + 26), (far, foot - 34), (x, foot)], "brown", 0.8)
    leaf = block.mask([(x, top), (far, top + 26), (far, foot - 34), (x, foot)])
    block.engrave(leaf, "key", 0.5, 84, 7)
    inner = x + way * 9
    block.poly(
        [(inner, top + 40), (far - way * 8, top + 52), (far - way * 8, 560), (inner, 566)],
        "paper",
        0.6,
    )
    block.stroke([(far, top + 26), (far, foot - 34)], 6, "key", wob=0.6)


def _leaves(block: Block) -> None:
    """The two leaves shut, panelled, with a bar of brass and the upper glass dark."""
    x0, x1 = DOOR
    mid = (x0 + x1) / 2
    for a, b in ((x0, mid - 3), (mid + 3, x1)):
        block.poly(panel(a, b, 0.6, 19.3), "brown", 0.8)
        leaf = block.mask(panel(a, b, 0.6, 19.3))
        block.engrave(leaf, "key", lambda x, _y: 0.22 + 0.16 * np.sin(x / 37), 89, 8, 2.2)
        block.poly(panel(a + 26, b - 26, 10.4, 18), "key", 0.8)
        block.poly(panel(a + 30, b - 30, 10.7, 17.7), "teal", 0.7)
        glass = block.mask(panel(a + 30, b - 30, 10.7, 17.7))
        block.engrave(glass, "key", lambda _x, y: 0.12 + 0.5 * (y - 340) / 260, 62, 9, 1.2)
        block.text("BAR", (a + b) / 2, at(a, 14.4)[1], 58, font(_GOTHIC), "sand", spacing=4)
        block.poly(panel(a + 26, b - 26, 2, 8.6), "key", 0.8)
        block.poly(panel(a + 34, b - 34, 2.5, 8.1), "brown", 0.8)
        panelled = block.mask(panel(a + 34, b - 34, 2.5, 8.1))
        block.engrave(panelled, "key", 0.4, 91, 7, 1.8)
    for x in (mid - 24, mid + 14):
        block.rect(x, 560, x + 9, 690, "key", 0.5)
        block.rect(x + 2, 564, x + 6, 686, "gold", 0.4)


def side_windows(block: Block, *, night: bool) -> None:
    """The long bar windows of both side walls."""
    for x0, x1 in ((60, 190), (250, 385), (1066, 1156), (1216, 1292), (1344, 1396)):
        block.poly(panel(x0 - 7, x1 + 7, 9.2, 21.8), "key", 0.8)
        if night:
            block.poly(panel(x0, x1, 9.8, 21.2), "key", 0.6)
            for k in (0.2, 0.45, 0.7):
                x = x0 + (x1 - x0) * k
                block.stroke([at(x, 11), at(x + 16 * near(x), 19.5)], 3.4, "teal", (0, 0), 0.4)
        else:
            block.poly(panel(x0, x1, 9.8, 21.2), "gold", 0.6)
            block.poly(panel(x0, x1, 9.8, 14.6), "sand", 0.6)
            _etched(block, x0, x1)
        _drinkers(block, x0, x1)
        mid = (x0 + x1) / 2
        block.poly(panel(mid - 3 * near(mid), mid + 3 * near(mid), 9.8, 21.2), "key", 0.4)
        block.poly(panel(x0, x1, 14.4, 14.9), "key", 0.4)


def _etched(block: Block, x0: float, x1: float) -> None:
    """Frosted lower panes, cut with a border of lines."""
    pane = block.mask(panel(x0 + 5, x1 - 5, 10.2, 14.2))
    block.engrave(pane, "paper", 0.45, 55, 8, 0.6)


def _drinkers(block: Block, x0: float, x1: float) -> None:
    """Heads and hats of those inside, black on the bright upper panes."""
    rng = np.random.default_rng(int(x0))
    clip = block.mask(panel(x0, x1, 14.9, 21.2))
    x = x0 + rng.uniform(4, 16)
    while x < x1:
        s = 22 * near(x)
        y = at(x, rng.uniform(15.8, 17.2))[1]
        block.ellipse(x, y, 0.42 * s, 0.6 * s, "key", 0.4, clip=clip)
        block.poly(
            [
                (x - 1.2 * s, y + 2.4 * s),
                (x - 0.9 * s, y + 0.9 * s),
                (x, y + 0.6 * s),
                (x + 0.9 * s, y + 0.9 * s),
                (x + 1.2 * s, y + 2.4 * s),
            ],
            "key",
            0.6,
            clip=clip,
        )
        if rng.random() < 0.7:
            block.ellipse(x, y - 0.38 * s, 0.85 * s, 0.13 * s, "key", 0.4, clip=clip)
            block.ellipse(x, y - 0.55 * s, 0.46 * s, 0.36 * s, "key", 0.4, clip=clip)
        x += s * rng.uniform(1.5, 2.9)
