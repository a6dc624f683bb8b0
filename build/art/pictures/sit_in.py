"""The lounge of the hotel: a sit-in over lemonade and pies.

A reconstruction: the dossier found no record of a sit-in in a hotel of Wollongong.
Lemonade and pies could be asked for lawfully before March 1963.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from build.art.block import Block
from build.art.lettering import font
from build.art.people.person import along_arm, hold, is_arm, stand
from build.art.pictures import pub_things as things
from build.art.pictures.pub_people import FOLDED, at_table, put, who
from build.art.work import pictures_of

_EDGE = 614.0
_SUN = (-0.56, 0.42, 0.72)
_TABLE = [(560.0, _EDGE), (1300.0, _EDGE), (1540.0, 858.0), (330.0, 858.0)]


def sit_in(ss: int = 2) -> Block:
    """Five at a table: June, Dulcie, Roy, Alby, and Frank; the publican in the door."""
    block = Block(1920, 1080, "coast61", ss, seed=62, ground="key")
    _wall(block)
    _window(block)
    _bar_door(block)
    _quirk(block)
    hands = [_sitter(block, *seat) for seat in _seats()]
    _table(block)
    for where, ink in hands:
        block.a[where] = ink
    _on_the_table(block)
    _near(block)
    return block


def _wall(block: Block) -> None:
    """A dark papered wall, struck by the sun through the slats of a blind."""
    wall = block.box(0, 0, 1920, 720)
    block.engrave(
        wall, "teal", lambda x, _y: np.clip(0.86 + (x - 700) / 2600, 0.8, 1.1), 90, 22, 1.4
    )
    block.rect(0, 596, 1920, 604, "brown", 0.8)
    patch = block.mask([(600, 96), (1130, 150), (1190, 700), (640, 660)])
    for k in range(15):
        y = 92 + 40 * k
        slat = [(560, y), (1210, y + 74), (1210, y + 98), (560, y + 24)]
        block.poly(slat, "gold", 1.2, clip=patch)
    lit = block.where(patch, ["gold"])
    block.engrave(
        lit, "paper", lambda x, _y: np.clip(0.25 + (x - 600) / 620, 0.2, 1.1), 6.5, 7, 1.2
    )


def _window(block: Block) -> None:
    """The window at the left with its blind: the only light."""
    x0, y0, x1, y1 = 250, 60, 560, 600
    block.rect(x0 - 30, y0 - 30, x1 + 30, y1 + 26, "key", 1)
    block.rect(x0 - 20, y0 - 20, x1 + 20, y1 + 16, "brown", 1)
    glass = block.box(x0, y0, x1, y1)
    block.put(glass, np.ones_like(glass[2]), "paper")
    block.rays(
        glass,
        300,
        190,
        "gold",
        n=44,
        tone=lambda x, y: np.clip(1.2 - np.hypot(x - 300, y - 190) / 430, 0.2, 1),
        r0=50,
    )
    for k in range(16):
        y = y0 + 34 * k
        block.rect(x0, y, x1, y + 11, "key", 1)
        block.rect(x0, y + 2, x1, y + 5, "sand", 0.8)
    for x in (x0 + 62, x1 - 62):
        block.rect(x - 3, y0, x + 3, y1, "key", 0.6)
    for x, way in ((x0 - 44, 1), (x1 + 40, -1)):
        _curtain(block, x, way, y0 - 20, y1 + 40)


def _curtain(block: Block, x: float, way: int, y0: float, y1: float) -> None:
    """A printed curtain hanging at the side of the window."""
    pts = [(x - 34, y0), (x + 40, y0), (x + 30 + 10 * way, y1), (x - 40, y1)]
    block.poly(pts, "key", 1)
    cloth = [(x - 29, y0 + 4), (x + 35, y0 + 4), (x + 25 + 10 * way, y1 - 5), (x - 35, y1 - 5)]
    block.poly(cloth, "red", 1)
    face = block.mask(cloth)
    block.engrave(face, "key", lambda a, _b: 0.62 + 0.34 * np.sin(a / 6.5), 89, 15, 2)


def _bar_door(block: Block) -> None:
    """The door through to the bar, where the lounge's sign hangs."""
    block.rect(1196, 96, 1480, 720, "key", 1)
    block.rect(1206, 106, 1470, 720, "brown", 1)
    block.engrave(block.box(1206, 106, 1470, 720), "key", 0.45, 88, 9)
    block.rect(1226, 190, 1450, 720, "key", 0.8)
    room = block.box(1232, 196, 1444, 720)
    block.put(room, np.ones_like(room[2]), "red")
    block.engrave(room, "key", lambda _x, y: np.clip(0.75 - (y - 196) / 560, 0.1, 0.8), 0, 11, 1.4)
    block.rect(1226, 116, 1450, 180, "key", 0.8)
    block.text("LOUNGE", 1338, 148, 50, font(things.GOTHIC), "gold", spacing=9, fit=200)


def _quirk(block: Block) -> None:
    """The publican in the door, his arms folded, looking on."""
    arm: dict[str, Any] = {"upper": (0.3, -1, 0.2)}
    pose = hold(stand(head=(6, 10, 0)), "L", fore=(-0.8, 0.05, 0.7), **arm)
    pose = hold(pose, "R", fore=(-0.8, 0.1, 0.8), **arm)
    fists = {"L": (70, 80, 50), "R": (70, 80, 50)}
    man = who(
        "quirk",
        top="waistcoat",
        top_ink=("key", "key"),
        shirt_ink=("paper", "sand"),
        tie="red",
        sleeves="rolled",
        legs_ink=("key", "key"),
        pose=pose,
        hands=fists,
    )
    put(block, man, 1336, 258, 43, yaw=-34, halo=("key", 3), light=_SUN)


def _seats() -> tuple[tuple[Any, float, float, float, float], ...]:
    """Who sits facing us: person, x, y of the head, scale, turn; from the far side to the near.

    June has on Dulcie's good coat, Alby a tie.
    """
    alby = who(
        "alby",
        top="cardigan",
        top_ink=("gold", "gold"),
        shirt_ink=("paper", "sand"),
        tie="key",
        hands=FOLDED,
        pose=at_table((0, 8, 0)),
        gaze=(6, 0),
    )
    roy = who(
        "roy",
        top="jacket",
        top_ink=("teal", "teal"),
        shirt_ink=("paper", "sand"),
        tie="red",
        hands=FOLDED,
        pose=at_table((-2, 4, 0)),
        gaze=(4, 0),
    )
    dulcie = who(
        "dulcie",
        top="cardigan",
        top_ink=("brown", "brown"),
        shirt_ink=("paper", "sand"),
        legs="dress",
        hands=FOLDED,
        pose=at_table((0, -6, 0)),
        expr={"browOuterUp": 0.5, "browInnerUp": 0.4},
    )
    june = who(
        "june",
        top="coat",
        top_ink=("red", "red"),
        shirt_ink=("paper", "sand"),
        legs="skirt",
        legs_ink=("teal", "teal"),
        hands=FOLDED,
        pose=at_table((-2, -6, 0)),
    )
    return (
        (alby, 724, 352, 50, 14),
        (roy, 912, 344, 54, 6),
        (dulcie, 1112, 374, 56, -16),
        (june, 512, 386, 69, 26),
    )


def _sitter(
    block: Block, man: Any, x: float, y: float, scale: float, yaw: float
) -> tuple[tuple[np.ndarray, np.ndarray], np.ndarray]:
    """Lay a sitter down; give back the pixels of the forearms, which lie over the table's edge."""
    put(block, man, x, y, scale, yaw=yaw, halo=("key", 3), light=_SUN)
    if man.o["top"] in ("cardigan", "jacket") and not man.o["tie"] and abs(yaw) < 20:
        _buttons(block, man, scale)
    upper = 2.7 if abs(yaw) < 20 else 1.1  # who sits at the end has her elbow on the cloth as well
    arm = is_arm(man.g.r) & (along_arm(man.g.r) > upper) & (man.g.m > 0)
    left, top = int((x + man.off[0]) * block.ss), int((y + man.off[1]) * block.ss)
    rows, columns = np.nonzero(arm)
    rows, columns = rows + top, columns + left
    seen = (
        (rows > (_EDGE - 9) * block.ss)
        & (rows < 800 * block.ss)
        & (columns > 0)
        & (columns < block.a.shape[1])
    )
    where = (rows[seen], columns[seen])
    return where, block.a[where].copy()


def _buttons(block: Block, man: Any, scale: float) -> None:
    """The front of a shirt or blouse, down the opening of the coat."""
    (x0, y0), (x1, y1) = man.px("neck01"), man.px("spine02")
    k = 0.55 * scale / max(1.0, y1 - y0)
    top = (x0 + (x1 - x0) * k, y0 + 0.55 * scale)
    foot = (x0 + (x1 - x0) * 3 * k, y0 + 1.75 * scale)
    block.stroke([top, foot], 2.6, "key", (0.6, 1), 0.5)
    for u in (0.2, 0.55, 0.9):
        x, y = top[0] + (foot[0] - top[0]) * u - 5, top[1] + (foot[1] - top[1]) * u
        block.ellipse(x, y, 3, 3, "key", 0.2)
        block.gouge(x + 14, y - 8, 40, 0.34 * scale, 2.6, "sand")


def _table(block: Block) -> None:
    """A white cloth, the largest bright shape of the picture, its fall in shadow."""
    block.poly([(330, 850), (1540, 850), (1500, 1100), (372, 1100)], "key", 0.8)
    fall = block.mask([(338, 858), (1532, 858), (1500, 1010), (372, 1010)])
    block.put(fall, np.ones_like(fall[2]), "sand")
    block.engrave(fall, "brown", lambda x, y: 0.72 + 0.34 * np.sin(x / 47 + y / 160), 80, 8, 1.2)
    block.engrave(
        fall,
        "key",
        lambda x, y: np.clip(1.3 - (x - 330) / 850 - (y - 860) / 300, 0.0, 1.1),
        4,
        11,
        2.2,
    )
    for k in range(11):
        x = 392 + 108 * k
        block.stroke([(x, 860), (x + 14 - 3 * k, 1000)], 11 + 3 * (k % 3), "key", (0, 1), 1.2)
    block.poly(
        [(a + (935 - a) * -0.008, b + (3 if b > 700 else -5)) for a, b in _TABLE], "key", 0.8
    )
    block.poly(_TABLE, "paper", 0.8)
    cloth = block.mask(_TABLE)
    block.engrave(
        cloth, "sand", lambda x, _y: np.clip(1.4 - (x - 330) / 1100, 0.35, 1.1), 3, 11, 2.6
    )
    block.engrave(
        cloth,
        "key",
        lambda x, y: np.clip(1.75 - (x - 400) / 1050 - (y - 640) / 900, 0.25, 1.1),
        8,
        14,
        2.2,
    )
    for k in range(9):
        x = 420 + 130 * k
        block.stroke([(935 + (x - 935) * 0.62, _EDGE + 4), (x, 852)], 2.4, "sand", wob=0.8)


def _on_the_table(block: Block) -> None:
    """Pies, lemonade, and a printed card."""
    for x, y, s in (
        (716, 800, 1.0),
        (852, 716, 0.8),
        (1190, 728, 0.85),
        (1228, 812, 1.1),
        (560, 826, 1.15),
    ):
        block.ellipse(x + 34 * s, y + 6 * s, 66 * s, 17 * s, "key", 1)
        things.pie(block, x, y, s)
    for x, y, s in (
        (760, 706, 0.9),
        (944, 700, 0.9),
        (1092, 704, 0.9),
        (1262, 748, 1.0),
        (604, 726, 0.98),
    ):
        block.poly(
            [
                (x - 12 * s, y),
                (x + 14 * s, y - 4),
                (x + 96 * s, y + 15 * s),
                (x + 86 * s, y + 26 * s),
            ],
            "key",
            1,
        )
        things.lemonade(block, x, y, s)
    _card(block, 1010, 838)


def _card(block: Block, x: float, y: float) -> None:
    """A folded card standing on the cloth."""
    block.poly([(x - 90, y), (x + 150, y - 6), (x + 240, y + 12), (x + 70, y + 16)], "key", 1)
    block.poly(
        [(x + 132, y - 4), (x + 122, y - 112), (x + 150, y - 104), (x + 168, y - 12)], "key", 0.8
    )
    block.poly(
        [(x - 148, y + 5), (x - 136, y - 117), (x + 128, y - 117), (x + 140, y + 5)], "key", 0.8
    )
    block.poly([(x - 142, y), (x - 131, y - 112), (x + 123, y - 112), (x + 134, y)], "paper", 0.8)
    block.stroke([(x - 124, y - 101), (x + 116, y - 101)], 4, "red", wob=0.5)
    block.stroke([(x - 130, y - 10), (x + 122, y - 10)], 4, "red", wob=0.5)
    block.text("PIES & SAUCE", x - 4, y - 68, 50, font(things.ANTON), "key", fit=224)
    block.text(
        "LEMONADE   TEA   ICES", x - 4, y - 28, 28, font(things.GOTHIC), "red", spacing=2, fit=216
    )


def _near(block: Block) -> None:
    """Frank at the near corner, his back to us, large and dark, in his good jacket."""
    man = who(
        "frank",
        top="jacket",
        top_ink=("key", "key"),
        edge="gold",
        legs_ink=("key", "key"),
        hands=FOLDED,
        pose=at_table((0, -16, 0)),
    )
    put(block, man, 1530, 470, 80, yaw=-146, halo=("gold", 3), light=(-0.9, 0.35, 0.1))
    _chair(block)


def _chair(block: Block) -> None:
    """The back of the near chair, between us and the sitter."""
    for x in (1560, 1846):
        block.rect(x - 15, 640, x + 15, 1100, "key", 0.8)
        block.rect(x - 11, 644, x - 3, 1100, "gold", 0.8)
        block.ellipse(x, 636, 18, 16, "key", 0.6)
        block.ellipse(x - 3, 633, 9, 8, "gold", 0.5)
    for y in (690, 790, 890):
        rail = [
            (1560, y),
            (1640, y + 13),
            (1766, y + 13),
            (1846, y),
            (1846, y + 40),
            (1766, y + 54),
            (1640, y + 54),
            (1560, y + 40),
        ]
        block.poly(rail, "key", 0.8)
        inner = [
            (1572, y + 7),
            (1642, y + 19),
            (1764, y + 19),
            (1834, y + 7),
            (1834, y + 34),
            (1764, y + 47),
            (1642, y + 47),
            (1572, y + 34),
        ]
        block.poly(inner, "brown", 0.8)
        block.engrave(
            block.mask(inner),
            "key",
            lambda a, _b: np.clip(1.2 - (a - 1560) / 300, 0.15, 1),
            2,
            7,
            2,
        )


PICTURES: dict[str, Callable[[], Block]] = {"sit_in": sit_in}

WORKS = pictures_of("south-coast", PICTURES)
