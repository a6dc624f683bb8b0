"""Sunday dinner at Mrs Maher's: a white cloth, two sons, and a police tunic on a chair."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from build.art.block import Block
from build.art.people.person import Person, hold, sit, stand
from build.art.people.placing import place
from build.art.pictures.dinner import (
    bowl_of_peas,
    cutlery,
    fork,
    gravy,
    knife,
    newspaper,
    outside_slices,
    plate,
    platter,
    shaker,
)
from build.art.pictures.indoors import Points, edged, fingers, joint, turned
from build.art.pictures.tunic import peaked_cap, tunic
from build.art.scenery import escarpment
from build.art.work import pictures_of

Field = NDArray[np.float32]
WINDOW = (968.0, 58.0, 1300.0, 392.0)
CLOTH = [(470.0, 640.0), (1392.0, 640.0), (1560.0, 940.0), (250.0, 940.0)]
FAIR = ("paper", "sand")


def roast(ss: int = 2) -> Block:
    """The table at one o'clock, Mum on her feet."""
    block = Block(1920, 1080, "coast61", ss, seed=53, ground="teal")
    _wall(block)
    _window(block)
    _dresser(block)
    _sideboard(block)
    _mother(block)
    _vince(block)
    _cloth(block)
    _dinner(block)
    fork(block, 936, 574, 1.0)
    _chair(block)
    _frank(block)
    return block


def _wall(block: Block) -> None:
    """Papered wall: a small stamped flower, lost in the dark away from the window."""
    wall = block.box(0, 0, 1920, 700)

    def dark(x: Field, y: Field) -> Field:
        far = np.hypot((x - 1134) / 1.25, y - 250)
        share: Field = (1.02 - (far - 190) / 600).astype(np.float32)
        return share

    for row in range(14):
        for column in range(40):
            x = column * 50 + 25 * (row % 2)
            y = row * 48 + 18
            for turn in (20, 140, 260):
                block.gouge(x, y, turn, 13, 4.5, "sand")
    block.engrave(wall, "key", dark, angle=90, pitch=8, wobble=1.0)
    block.rect(-10, 0, 1930, 26, "key", 1.2)
    block.rect(-10, 600, 1930, 1090, "key", 1)


def _window(block: Block) -> None:
    """The one light: sun over the escarpment, lace at the sides."""
    left, top, right, low = WINDOW
    block.rect(left - 34, top - 28, right + 34, low + 34, "key", 1.4)
    pane = block.box(left, top, right, low)
    block.put(pane, np.ones_like(pane[2]), "gold")
    block.rays(pane, 1180, 150, "paper", n=52, tone=0.35, r0=46)
    block.ellipse(1180, 150, 44, 44, "paper", 0.8, clip=pane)
    escarpment(block, left - 60, right + 90, 376, 170, 420, clip=pane, seed=8)
    _clothesline(block, pane)
    for x in (left + 166,):
        block.rect(x - 7, top, x + 7, low, "key", 0.8)
    block.rect(left, 232, right, 244, "key", 0.8)
    for side, edge in ((1, left), (-1, right)):
        _lace(block, edge, side, top, low)
    block.rect(left - 52, low + 2, right + 52, low + 22, "paper", 1)
    block.rect(left - 52, low + 18, right + 52, low + 40, "key", 1)


def _clothesline(block: Block, pane: Any) -> None:
    """The back fence, where the mint is."""
    block.rect(900, 352, 1400, 400, "key", 1, clip=pane)
    for i in range(26):
        block.rect(930 + i * 15, 346 + (i % 3), 941 + i * 15, 394, "brown", 0.6, clip=pane)
    for i in range(34):
        block.gouge(970 + i * 10, 392, -90 + (i % 7 - 3) * 12, 22 + i % 5 * 4, 5, "teal", clip=pane)


def _lace(block: Block, edge: float, side: int, top: float, low: float) -> None:
    """A net curtain gathered to one side."""
    inner = edge + side * 86
    shape = [
        (edge, top),
        (inner, top),
        (edge + side * 58, (top + low) / 2),
        (edge + side * 74, low),
        (edge, low),
    ]
    edged(block, shape, "paper", 3)
    patch = block.mask(shape)
    block.engrave(patch, "teal", 0.60, angle=90 + side * 4, pitch=11, wobble=2.2)
    for i in range(13):
        y = top + 14 + i * 26
        block.ellipse(edge + side * (52 if i % 2 else 62), y, 5, 5, "key", 0.3, clip=patch)
        block.ellipse(edge + side * 24, y + 8, 3.5, 3.5, "key", 0.3, clip=patch)


def _dresser(block: Block) -> None:
    """A dresser with the good plates."""
    left, right = 330, 700
    block.rect(left, 190, right, 640, "key", 1.2)
    block.rect(left - 20, 168, right + 20, 196, "key", 1)
    block.rect(left - 12, 174, right + 12, 180, "sand", 0.8)
    for shelf in (330, 470):
        for i in range(5):
            x = left + 44 + i * 70
            block.ellipse(x, shelf - 46, 33, 44, "paper", 0.6)
            block.ellipse(x, shelf - 46, 27, 37, "key", 0.5)
            block.ellipse(x + 1, shelf - 45, 24, 34, "paper", 0.5)
            block.ellipse(x + 1, shelf - 45, 14, 21, "teal", 0.5, a0=20, a1=300)
            ring = block.box(x - 34, shelf - 92, x + 34, shelf)
            block.engrave(block.where(ring, ["paper"]), "key", 0.30 + x / 1100, angle=60, pitch=7)
        block.rect(left + 6, shelf, right - 6, shelf + 15, "brown", 0.8)
        block.rect(left + 6, shelf + 2, right - 6, shelf + 6, "sand", 0.6)


def _sideboard(block: Block) -> None:
    """A sideboard on the right with the cap on it and a wedding photograph."""
    block.rect(1330, 452, 1930, 960, "key", 1)
    face = block.box(1340, 478, 1880, 930)
    block.put(face, np.ones_like(face[2]), "gold")
    block.engrave(face, "brown", 0.52, angle=91, pitch=13, wobble=4.5)
    block.engrave(
        face, "key", lambda x, y: 1.35 - (x - 1340) / 560 - (y - 478) / 900, angle=89, pitch=9
    )
    block.rect(1320, 446, 1930, 476, "key", 1)
    block.stroke([(1324, 458), (1860, 458)], 10, "gold", (1, 0.4))
    for x in (1680,):
        block.rect(x - 5, 478, x + 5, 930, "key", 0.6)
        block.ellipse(x - 24, 600, 10, 10, "key", 0.4)
        block.ellipse(x - 26, 598, 6, 6, "paper", 0.4)
    _photograph(block, 1690, 378)
    peaked_cap(block, 1468, 440, 1.05)


def _photograph(block: Block, x: float, y: float) -> None:
    """Mum and Dad in 1928, in an oval."""
    edged(
        block, [(x - 52, y - 66), (x + 52, y - 66), (x + 54, y + 62), (x - 54, y + 62)], "brown", 5
    )
    block.ellipse(x, y - 4, 40, 52, "paper", 0.6)
    oval = block.mask(np.asarray(_oval(x, y - 4, 40, 52)))
    for dx, top, ink in ((-15, -26, "key"), (17, -14, "sand")):
        chest = turned(
            [(-26, 80), (-22, 22), (-8, 14), (8, 14), (22, 22), (26, 80)], x + dx, y + top + 8, 0
        )
        edged(block, chest, ink, 2)
        block.ellipse(x + dx, y + top + 2, 13, 16, "key", 0.4, clip=oval)
        block.ellipse(x + dx + 1, y + top + 5, 9, 12, "sand", 0.4, clip=oval)
    block.poly(
        [(x - 54, y + 48), (x + 54, y + 48), (x + 54, y + 62), (x - 54, y + 62)], "brown", 0.4
    )


def _oval(x: float, y: float, rx: float, ry: float) -> Points:
    """Points round an ellipse."""
    t = np.linspace(0, 2 * math.pi, 36)
    return np.stack([x + rx * np.cos(t), y + ry * np.sin(t)], 1)


def _mother(block: Block) -> None:
    """Sixty, up and down all through the meal, serving him before herself."""
    pose = hold(stand(lean=5, head=(12, 20, 2)), "L", fore=(-0.05, -0.42, 1), upper=(0.25, -1, 0.4))
    pose = hold(pose, "R", fore=(-0.35, -0.30, 1), upper=(0.35, -1, 0.2))
    person = Person(
        male=0, age=60, seed=95, weight=0.6, skin=FAIR, hair="set", hair_ink=("sand", "paper"),
        face={"nose-hump": 0.3, "head-round": 0.4, "cheek-bones": 0.4}, top="dress",
        shirt_ink=("red", "red"), pattern=("dots", "paper", 2.4), legs="dress", apron="bib",
        gaze=(16, -8),
        expr={"mouthSmile": 0.9, "browOuterUp": 0.4}, pose=pose, sleeves="rolled",
        hands={"L": (70, 76, 50), "R": (70, 76, 50)},
    )  # fmt: skip
    place(
        block, person, 752, 262, 60, yaw=22, light=(0.62, 0.42, 0.55), halo=("key", 3), big=True,
        cast=0.2, ao=0.8,
    )  # fmt: skip


def _vince(block: Block) -> None:
    """Twenty-eight, in his shirt, pleased with the house at Corrimal."""
    pose = stand(head=(2, -8, 0))
    pose = hold(pose, "L", fore=(-0.30, 0.34, 1), upper=(0.34, -1, 0.25), wrist=(-0.3, 0.6, 1))
    pose = hold(pose, "R", fore=(-0.30, -0.2, 1), upper=(0.34, -1, 0.25))
    person = Person(
        male=1, age=28, seed=31, weight=0.55, skin=FAIR, hair="crop", hair_ink=("key", "brown"),
        face={"chin-width": 0.5, "nose-hump": 0.4, "head-square": 0.4}, top="shirt",
        shirt_ink=("paper", "sand"), sleeves="rolled", tie="key", legs_ink=("key", "key"),
        gaze=(-8, 2),
        expr={"mouthSmile": 0.7, "cheekSquint": 0.4, "browOuterUp": 0.3}, pose=sit(pose),
        hands={"L": (78, 84, 50), "R": (78, 84, 50)},
    )  # fmt: skip
    place(
        block, person, 1236, 388, 65, yaw=-36, light=(-0.62, 0.5, 0.50), halo=("key", 4), big=True,
        cast=0.2, ao=0.8,
    )  # fmt: skip
    x, y = joint(person, "neck01")
    _shirt_collar(block, x - 26, y + 44)
    x, y = joint(person, "finger3-1.L")
    knife(block, x, y - 4)
    fingers(block, x - 6, y, 0.94, FAIR, 184)


def _shirt_collar(block: Block, x: float, y: float) -> None:
    """The two wings of a collar, and the knot between them."""
    for side, wide in ((-1, 34), (1, 62)):
        wing = [
            (x, y + 6),
            (x + side * wide, y - 16),
            (x + side * (wide + 8), y + 20),
            (x + side * 26, y + 52),
        ]
        edged(block, wing, "paper", 3)
        block.stroke([(x + side * wide, y + 16), (x + side * 26, y + 42)], 3.4, "sand", (0, 0))
    block.poly([(x - 11, y + 8), (x + 12, y + 8), (x + 8, y + 34), (x - 7, y + 34)], "key", 0.4)


def _chair(block: Block) -> None:
    """His chair, turned, and the tunic over its back."""
    for x in (1374, 1550):
        block.stroke([(x, 492), (x - 4, 1090)], 34, "key")
        block.stroke([(x - 2, 500), (x - 6, 1086)], 20, "brown")
        block.stroke([(x - 6, 506), (x - 10, 1086)], 4, "sand")
        block.ellipse(x, 492, 19, 17, "key", 0.4)
        block.ellipse(x - 1, 491, 13, 11, "brown", 0.4)
    block.stroke([(1374, 540), (1550, 532)], 40, "key")
    block.stroke([(1376, 538), (1548, 530)], 26, "brown")
    tunic(block, 1462, 548, 1.42)


def _cloth(block: Block) -> None:
    """The white cloth: it takes the window and throws it back."""
    edged(block, CLOTH, "paper", 5)
    patch = block.mask(CLOTH)
    block.engrave(
        patch,
        "sand",
        lambda x, y: 0.55 + (x - 300) / 1000 + (940 - y) / 900,
        angle=-4,
        pitch=12,
        wobble=3,
    )
    block.engrave(
        patch,
        "key",
        lambda x, y: 0.72 + (x - 250) / 1100 + (940 - y) / 700,
        angle=-8,
        pitch=9,
        wobble=2,
    )
    for u in (0.33, 0.66):
        a = np.asarray(CLOTH[0]) + (np.asarray(CLOTH[1]) - np.asarray(CLOTH[0])) * u
        b = np.asarray(CLOTH[3]) + (np.asarray(CLOTH[2]) - np.asarray(CLOTH[3])) * u
        block.stroke([a, b], 3.4, "sand", wob=1)
    _drop(block)


def _drop(block: Block) -> None:
    """The cloth's fall at the near edge, in soft folds."""
    u = np.linspace(0, 1, 40)
    top = np.stack([250 + 1310 * u, 940 + 0 * u], 1)
    low = np.stack([236 + 1340 * u, 1050 + 13 * np.sin(u * 40) + 8 * np.sin(u * 17)], 1)
    shape = np.vstack([top, low[::-1]])
    block.rect(200, 940, 1600, 1090, "key", 0)
    edged(block, shape, "paper", 4)
    patch = block.mask(shape)
    block.engrave(patch, "key", lambda x, _y: 0.55 + 0.42 * np.sin((x - 236) / 1340 * 40), 90, 10)
    block.rect(0, 1062, 1920, 1090, "key", 1)


def _dinner(block: Block) -> None:
    """The joint, the vegetables, his plate and yours."""
    platter(block, 876, 716)
    plate(block, 1156, 752, 124)
    outside_slices(block, 1156, 746)
    bowl_of_peas(block, 704, 790)
    gravy(block, 966, 838)
    newspaper(block, 1150, 872)
    plate(block, 560, 850, 110)
    for x, y in ((640, 706), (678, 698)):
        shaker(block, x, y)
    cutlery(block, 740, 880)


def _frank(block: Block) -> None:
    """You, from behind, at the near corner."""
    person = Person(
        male=1, age=31, seed=31, hair="short", hair_ink=("key", "brown"), top="waistcoat",
        top_ink=("key", "key"), edge="brown", shirt_ink=("paper", "sand"), legs_ink=("key", "key"),
        pose=sit(hold(stand(head=(3, 4, 0)), "R", fore=(-0.1, 0.1, 1), upper=(0.3, -1, 0.5))),
    )  # fmt: skip
    place(block, person, 392, 520, 82, yaw=128, light=(0.8, 0.5, 0.1), halo=("key", 4), big=True)
    x, y = joint(person, "finger3-1.R")
    fingers(block, x + 12, y + 6, 1.15, FAIR, 24)


PICTURES: dict[str, Callable[[], Block]] = {"roast": roast}

WORKS = pictures_of("south-coast", PICTURES)
