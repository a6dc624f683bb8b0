"""Vi, June, Dulcie, Len and Roy, each with a view of their own, and the back of the player."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from build.art.block import Block, smooth
from build.art.cast import likeness
from build.art.people.person import Person, hold, sit, stand
from build.art.people.placing import place
from build.art.people.shared import HAND, INK
from build.art.pictures.indoors import (
    Point,
    basin,
    basin_front,
    card,
    edged,
    fan,
    fingers,
    flat_iron,
    joint,
    turned,
)

Options = dict[str, Any]
Light = tuple[float, float, float]

# Where June's hand comes down: the grip of the iron.
IRON = (654.0, 640.0)


def _toward(light: Light, x: float) -> Light:
    """The light from a head at x; `light` is where it hangs, how high, how far out."""
    aside = (light[0] - x) / 470
    return (max(-0.75, min(0.75, aside)), light[1], light[2])


def _cards_up(pose: Options, high: float = 0.30) -> Options:
    """Both forearms up from the table, hands before the chest."""
    for side in ("L", "R"):
        pose = hold(
            pose, side, fore=(-0.42, high, 1), upper=(0.34, -1, 0.24), wrist=(-0.5, high, 0.8)
        )
    seated: Options = sit(pose)
    return seated


def _in_the_basin(pose: Options) -> Options:
    """Seated with knees and feet together, hands in the lap."""
    seated: Options = sit(_cards_up(pose, -0.3), knees=0.04, feet=0.9)
    return seated


def _chair(block: Block, x: float, y: float) -> None:
    """A kitchen chair, seen from its side: back posts behind the sitter, seat and legs under."""
    for dx in (96, 128):
        block.stroke([(x + dx, y - 250), (x + dx - 14, y + 300)], 16, "key")
        block.stroke([(x + dx - 2, y - 246), (x + dx - 16, y + 296)], 6, "brown")
    for rail in (-220, -160):
        block.stroke([(x + 80, y + rail), (x + 136, y + rail)], 12, "brown")
    edged(block, [(x - 130, y), (x + 92, y - 6), (x + 96, y + 22), (x - 134, y + 26)], "brown", 4)
    for dx in (-112, 92):
        block.stroke([(x + dx, y + 22), (x + dx, y + 300)], 18, "key")
        block.stroke([(x + dx - 3, y + 22), (x + dx - 3, y + 296)], 6, "brown")


def behind_the_table(block: Block, light: Light) -> None:
    """Roy on the woodbox, Len who came by the back, Vi dealing, June on her feet."""
    _roy(block, light)
    _len(block, light)
    _june(block, light)
    _vi(block, light)


def _roy(block: Block, light: Light) -> None:
    """Thirty-four, arms folded on the matter, half a joke in his face."""
    x, y = 742, 412
    person = Person(
        **likeness("roy"),
        top="shirt", shirt_ink=("paper", "sand"), sleeves="rolled", tie="braces",
        legs_ink=("key", "key"), gaze=(10, 0), expr={"mouthSmile": 0.55, "browOuterUp": 0.4},
        pose=_cards_up(stand(head=(0, 14, 4)), -0.25), hands={"L": (60, 70, 50), "R": (60, 70, 50)},
    )  # fmt: skip
    _set(block, person, (x, y), 45, 16, light)


def _len(block: Block, light: Light) -> None:
    """Fifty-eight, his Council-day suit and tie, courteous as a knife."""
    x, y = 1146, 398
    person = Person(
        **likeness("len"), top="jacket", top_ink=("teal", "teal"), shirt_ink=("paper", "paper"),
        tie="red", legs_ink=("key", "key"), gaze=(-12, -3),
        expr={"browOuterUp": 0.5, "mouthPress": 0.4},
        pose=_cards_up(stand(head=(2, -18, -3)), 0.42),
        hands={"L": (70, 70, 40), "R": (70, 70, 40)},
    )  # fmt: skip
    _set(block, person, (x, y), 51, -12, light)
    hx, hy = joint(person, "finger3-1.L")
    fan(block, hx - 2, hy + 4, 62, 4, -4)
    fingers(block, hx + 10, hy + 4, 0.74, HAND, 186)


def _vi(block: Block, light: Light) -> None:
    """Sixty-three, her good cardigan, a trick in her hand that she has not won."""
    x, y = 938, 364
    person = Person(
        **likeness("vi"), top="cardigan", top_ink=("red", "red"), legs="dress",
        shirt_ink=("paper", "sand"), gaze=(-2, -4),
        expr={"browDown": 0.7, "mouthSmile": 0.7, "browOuterUp": 0.5},
        pose=_cards_up(stand(head=(4, -6, 0)), 0.34), hands={"L": (68, 70, 40), "R": (60, 66, 40)},
    )  # fmt: skip
    _set(block, person, (x, y), 63, 4, light)
    _collar(block, *joint(person, "neck01"))
    hx, hy = joint(person, "finger3-1.L")
    fan(block, hx - 6, hy + 8, 78, 5, 6)
    fingers(block, hx + 12, hy + 6, 0.9, HAND, 188)
    hx, hy = joint(person, "finger3-1.R")
    card(block, hx + 12, hy - 6, 26, 74)
    fingers(block, hx - 10, hy + 4, 0.86, HAND, 10)


def _collar(block: Block, x: float, y: float) -> None:
    """Vi's pressed collar, its brooch and its buttons."""
    for side in (-1, 1):
        wing = [
            (x, y + 44),
            (x + side * 56, y + 26),
            (x + side * 66, y + 68),
            (x + side * 34, y + 92),
        ]
        edged(block, wing, "paper", 2.5)
        block.stroke([(x + side * 52, y + 64), (x + side * 34, y + 80)], 3, "sand", (0, 0))
    edged(block, turned([(-9, -9), (9, -9), (9, 9), (-9, 9)], x, y + 46, 45), "gold", 3)
    for drop in (110, 150):
        block.ellipse(x + 1, y + drop, 5, 5, "key", 0.3)
    block.stroke([(x + 8, y + 84), (x + 9, y + 190)], 2.5, "key", (1, 0.4))


def at_the_end(block: Block, light: Light) -> None:
    """Dulcie with her feet in the basin; June's iron on the end where the cards are not."""
    _dulcie(block, light)
    x, y = IRON
    flat_iron(block, x, y + 50, 0.9)
    fingers(block, x - 4, y - 10, 0.84, HAND, 84)


def _mug(block: Block, at: Point) -> None:
    """Dulcie's tea, in both hands."""
    x, y = at[0] + 16, at[1] + 4
    edged(
        block, [(x - 24, y - 44), (x + 24, y - 44), (x + 21, y + 18), (x - 21, y + 18)], "paper", 4
    )
    block.stroke([(x + 10, y - 36), (x + 9, y + 12)], 8, "sand", (0.6, 0.6))
    block.ellipse(x, y - 44, 26, 8, "key", 0.3)
    block.ellipse(x, y - 43, 21, 5, "brown", 0.3)
    fingers(block, x - 12, y - 6, 0.8, HAND, 4)


def _june(block: Block, light: Light) -> None:
    """Twenty-seven, on her feet, working while she argues."""
    x, y = 566, 312
    pose = hold(
        stand(lean=8, head=(8, 12, 0)), "R", fore=(-0.30, -0.62, 1), upper=(0.10, -0.8, 0.75)
    )
    pose = hold(pose, "L", fore=(-0.9, -0.35, 0.3), upper=(0.95, -0.8, -0.25))
    person = Person(
        **likeness("june"), top="blouse", shirt_ink=("gold", "gold"), sleeves="short",
        legs="skirt", legs_ink=("key", "key"), apron=True, gaze=(12, 0),
        expr={"browDown": 0.5, "jawOpen": 0.22}, pose=pose,
        hands={"R": (84, 88, 60), "L": (14, 14, 10)},
    )  # fmt: skip
    _set(block, person, (x, y), 58, 34, light)


def _dulcie(block: Block, light: Light) -> None:
    """Thirty-nine, a delegate, off her feet for an hour and listening to all of it."""
    x, y = 1512, 376
    person = Person(
        **likeness("dulcie"), top="dress", shirt_ink=("teal", "teal"),
        pattern=("dots", "paper", 3.0), sleeves="short", legs="dress", shoe_ink=INK[1:],
        gaze=(-10, 0), expr={"mouthFrown": 0.2, "browOuterUp": 0.5},
        pose=_in_the_basin(stand(head=(0, -12, 0))), hands={"L": (30, 40, 26), "R": (34, 40, 26)},
    )  # fmt: skip
    _chair(block, x + 20, y + 330)
    basin(block, x - 138, y + 614, 136)
    _set(block, person, (x, y), 53, -36, light)
    basin_front(block, x - 138, y + 614, 136)
    _mug(block, joint(person, "finger3-1.R"))


def player(block: Block) -> None:
    """Frank from behind: shoulder, ear, and the cards he was told to hold."""
    person = Person(
        male=1, age=31, seed=31, hair="short", hair_ink=("key", "brown"), top="jacket",
        top_ink=("key", "key"), edge="brown", shirt_ink=("key", "key"), legs_ink=("key", "key"),
        pose=sit(hold(stand(head=(4, 6, 0)), "R", fore=(-0.1, 0.5, 1), upper=(0.3, -1, 0.5))),
    )  # fmt: skip
    place(
        block, person, 424, 676, 86, yaw=152, light=(0.72, 0.55, -0.1), halo=("gold", 3), big=True
    )
    hx, hy = joint(person, "finger3-1.R")
    for turn, face in ((-24, "AS"), (-4, "KH"), (16, "10D")):
        a = math.radians(turn)
        card(block, hx + 52 * math.sin(a), hy - 30 - 52 * math.cos(a), turn, 104, face)
    palm = [(hx - 74, hy + 34), (hx - 78, hy - 2), (hx - 62, hy - 30), (hx - 34, hy - 36),
            (hx - 4, hy - 14),
            (hx + 20, hy + 30), (hx + 2, hy + 66), (hx - 44, hy + 62)]  # fmt: skip
    edged(block, smooth(np.asarray(palm), 6), "sand", 4)
    for i in range(4):
        block.stroke(
            [(hx - 66 + i * 4, hy - 12 + i * 15), (hx - 42 + i * 4, hy - 10 + i * 15)],
            4,
            "key",
            (1, 0),
        )
    block.stroke([(hx - 36, hy + 58), (hx - 4, hy + 50), (hx + 12, hy + 32)], 8, "brown", (0, 0))
    thumb = [(hx - 30, hy + 20), (hx - 26, hy - 4), (hx - 4, hy - 40), (hx + 10, hy - 44),
             (hx + 14, hy - 30),
             (hx + 2, hy), (hx + 4, hy + 24)]  # fmt: skip
    edged(block, smooth(np.asarray(thumb), 6), "sand", 3)
    block.stroke([(hx + 4, hy - 40), (hx + 10, hy - 34)], 4, "paper", (1, 1))


def _set(block: Block, person: Person, at: Point, scale: float, yaw: float, light: Light) -> None:
    """Cut one of them in the light of the room."""
    toward = _toward(light, at[0])
    place(
        block, person, at[0], at[1], scale, yaw=yaw, light=toward, halo=("key", 3), big=True,
        cast=0.2,
        ao=0.85,
    )  # fmt: skip
