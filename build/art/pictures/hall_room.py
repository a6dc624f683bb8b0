"""The labour council's hall in Wollongong: walls, platform, banners, lamp and floor."""

from __future__ import annotations

import numpy as np

from build.art.block import Block
from build.art.pictures.banners import Cloth, banner
from build.art.pictures.wharf_things import mix, quad, wire

Point = tuple[float, float]

LAMP = (1146.0, 92.0)
_LEFT, _RIGHT, _FOOT = 560, 1640, 600
_STAGE = 636


def room(block: Block, *, empty: bool) -> None:
    """The hall by lamplight; when it is empty, by the one lamp."""
    _end_wall(block, empty=empty)
    for side in (-1, 1):
        _side_wall(block, side, empty=empty)
    _floor(block, empty=empty)
    banner(block, Cloth(688, 184, 1004, 338, "red", 606), ("UNITY",), LAMP[0])
    banner(block, Cloth(1296, 184, 1572, 338, "teal", 606), ("8 HOURS",), LAMP[0])
    _lamp(block)
    platform(block, empty=empty)


def _reach(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """How far a point of the end wall lies from the lamp's light."""
    return np.hypot((x - LAMP[0]) / 560, (y - LAMP[1] - 60) / 470)


def _end_wall(block: Block, *, empty: bool) -> None:
    """Plaster that the lamp rays over, boarded to shoulder height."""
    wall = block.box(_LEFT - 10, 0, _RIGHT + 10, _FOOT + 50)
    block.put(wall, np.ones_like(wall[2]), "brown" if empty else "gold")
    if empty:
        block.rays(wall, *LAMP, "gold", n=76, r0=10, tone=lambda x, y: 0.1 + _reach(x, y) * 1.5)
    block.rays(
        wall, *LAMP, "paper", n=76, r0=10,
        tone=lambda x, y: (0.5 if empty else 0.12) + _reach(x, y) * (1.5 if empty else 1.1),
    )  # fmt: skip
    block.rays(
        wall, *LAMP, "key", n=76, r0=10,
        tone=lambda x, y: (1.16 if empty else 1.5) - _reach(x, y) * 0.95,
    )  # fmt: skip
    boards = block.box(_LEFT - 10, 430, _RIGHT + 10, _FOOT + 50)
    block.put(boards, np.ones_like(boards[2]), "brown")
    block.engrave(
        boards, "key", lambda x, _y: 0.72 - np.abs(x - LAMP[0]) / 1100, 90, 19, wobble=0.7
    )
    block.rect(_LEFT - 10, 420, _RIGHT + 10, 438, "key", 0.8)
    block.rect(_LEFT - 10, 424, _RIGHT + 10, 430, "paper" if not empty else "gold", 0.6)
    block.rect(0, -10, 1920, 26, "key", 1)


def _side_wall(block: Block, side: int, *, empty: bool) -> None:
    """A long wall running towards us, with tall windows full of night."""
    near, far = (-40, _LEFT) if side < 0 else (1960, _RIGHT)
    wall = [(far, 0), (near, -500), (near, 1090), (far, _FOOT + 46)]
    block.poly(wall, "key", 0)
    area = block.mask(wall)
    for i in range(26):
        u = 0.02 + (i / 25) ** 1.5
        x = far + (near - far) * u
        block.stroke([(x, 452 + 60 * u), (x, _FOOT + 40 + 440 * u)], 3 + 8 * u,
                     "brown" if i % 3 else "teal", (1, 0.4), 0.8, clip=area)  # fmt: skip
    a, b = (far, 426), (near, 470)
    block.stroke([a, b], 10, "key", (1, 3), clip=area)
    block.stroke([(a[0], a[1] + 2), (b[0], b[1] + 6)], 4, "gold", (1, 2.4), clip=area)
    for u0, u1 in ((0.1, 0.34), (0.5, 0.94)):
        _window(block, (far, near), (u0, u1), empty=empty)


def _window(block: Block, ends: Point, span: Point, *, empty: bool) -> None:
    """A sash window at night: black panes in a lit frame, the street a few cuts of teal."""
    far, near = ends
    xs = [far + (near - far) * u for u in span]
    tops, feet = [70 - 190 * u for u in span], [386 + 40 * u for u in span]
    pane = [(xs[0], tops[0]), (xs[1], tops[1]), (xs[1], feet[1]), (xs[0], feet[0])]
    quad(block, pane, "teal", 12)
    area = block.mask(pane)
    block.engrave(area, "key", lambda _x, y: 0.1 + y / 900, 76 if far < 960 else 104, 13)
    edge = "brown" if empty else "gold"
    block.stroke([pane[0], pane[3]], 8, edge, wob=0.5)
    block.stroke([pane[3], pane[2]], 9, edge, wob=0.5)
    for k in (0.35, 0.68):
        block.stroke([mix(pane[0], pane[3], k), mix(pane[1], pane[2], k)], 9, "key")
    block.stroke([mix(pane[0], pane[1], 0.5), mix(pane[3], pane[2], 0.5)], 9, "key")


def _lamp(block: Block) -> None:
    """One big enamelled shade over the platform."""
    x, y = LAMP
    wire(block, [(x, -10), (x, y - 46)], 8, "paper")
    quad(block, [(x - 16, y - 56), (x + 16, y - 56), (x + 30, y - 34), (x + 104, y),
                 (x - 104, y), (x - 30, y - 34)], "teal", 5)  # fmt: skip
    block.ellipse(x, y + 3, 100, 15, "key", 0.4)
    block.ellipse(x, y + 4, 90, 11, "paper", 0.4)
    block.ellipse(x, y + 14, 26, 25, "key", 0.3)
    block.ellipse(x, y + 14, 20, 20, "paper", 0.3)
    for i in range(7):
        block.gouge(x - 88 + i * 11, y - 6 - i * 4, -18 - i * 3, 24, 4, "paper")


def platform(block: Block, *, empty: bool) -> None:
    """The platform's lit floor and its boarded front."""
    top = [(800, 598), (1580, 598), (1636, _STAGE), (752, _STAGE)]
    quad(block, top, "sand", 4)
    face = block.mask(top)
    block.engrave(face, "brown", lambda x, _y: 1.05 - np.abs(x - LAMP[0]) / 620, 0, 8)
    block.rect(746, _STAGE, 1642, _STAGE + 104, "key", 1)
    block.rect(750, _STAGE + 2, 1638, _STAGE + 10, "gold" if empty else "paper", 0.7)
    for x in range(756, 1630, 38):
        block.rect(x, _STAGE + 20, min(x + 30, 1632), _STAGE + 100, "red", 1)
    front = block.where(block.box(750, _STAGE + 16, 1640, _STAGE + 104), ["red"])
    block.engrave(front, "key", lambda _x, y: 1.0 - (y - _STAGE) / 110, 90, 8)


def table(block: Block, cloth: str) -> None:
    """The officers' table on the platform: a cloth, the water jug, glasses, papers."""
    top = [(1262, 506), (1536, 506), (1560, 530), (1240, 530)]
    quad(block, top, "paper", 4)
    quad(block, [(1240, 530), (1560, 530), (1552, 614), (1248, 614)], cloth, 4)
    drop = block.box(1240, 532, 1560, 614)
    block.engrave(
        block.where(drop, [cloth]), "key",
        lambda x, y: 0.74 + 0.36 * np.cos(x / 19) - (y - 530) / 300, 88, 8,
    )  # fmt: skip
    jug(block, 1396, 520, 0.86)
    for x in (1436, 1456):
        block.poly([(x - 8, 500), (x + 8, 500), (x + 6, 521), (x - 6, 521)], "key", 0.3)
        block.poly([(x - 5, 503), (x + 5, 503), (x + 3, 518), (x - 3, 518)], "teal", 0.3)
    for x in (1290, 1500):
        quad(block, [(x - 30, 514), (x + 26, 511), (x + 32, 523), (x - 28, 525)], "sand", 2.5)


def jug(block: Block, x: float, y: float, s: float) -> None:
    """A glass water jug, three parts full."""
    block.ellipse(x + 26 * s, y - 34 * s, 17 * s, 22 * s, "key", 0.3)
    block.ellipse(x + 26 * s, y - 34 * s, 10 * s, 15 * s, "paper", 0.3)
    body = [(-22, 0), (-27, -24), (-19, -58), (-25, -72), (20, -72), (18, -58), (26, -24), (21, 0)]
    pts = [(x + a * s, y + b * s) for a, b in body]
    quad(block, pts, "paper", 4 * s)
    water = [(x + a * s, y + max(b, -50) * s) for a, b in body]
    block.poly(water, "teal", 0.3)
    for i in range(3):
        block.gouge(x + (-14 + i * 6) * s, y - 46 * s, 88, (40 - i * 8) * s, 4 * s, "paper")


def _floor(block: Block, *, empty: bool) -> None:
    """Boards running to the platform, lit in a pool before it."""
    floor = [(-10, 700), (_LEFT, _FOOT + 44), (_RIGHT, _FOOT + 44), (1930, 700), (1930, 1090),
             (-10, 1090)]  # fmt: skip
    block.poly(floor, "key", 0)
    area = block.mask(floor)
    lit = block.mask([(760, 700), (1640, 700), (1800, 1090), (420, 1090)])
    if empty:
        block.put(lit, np.ones_like(lit[2]), "gold")
        block.rays(
            lit, LAMP[0], 420, "paper", n=150,
            tone=lambda x, y: 0.1 + np.hypot((x - LAMP[0]) / 420, (y - 800) / 160),
        )  # fmt: skip
        block.engrave(
            lit, "key",
            lambda x, y: 1.3 - np.hypot((x - 1130) / 540, (y - 800) / 250), 2, 13, wobble=2.2,
        )  # fmt: skip
    for i in range(44):
        near = (-1500 + i * 122, 1100)
        line = [mix(near, (LAMP[0], 420), 0.6), near]
        block.stroke(line, 6, "key" if empty else "brown", (0.4, 1), 0.8, clip=area)
