"""The labour council's hall in Wollongong, 1961: an evening meeting, and the hall after it.

An old man reads from the platform; June stands at the back, by the urn, and is not on the list.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from build.art.block import Block
from build.art.cast import likeness
from build.art.people.person import COAT, HAIR, HAT, SHIRT, SKIN, Person, hold, sit, stand
from build.art.people.shared import SHARED
from build.art.pictures.hall_chairs import left_behind, trestle
from build.art.pictures.hall_room import LAMP, platform, room, table
from build.art.pictures.wharf_people import arms_folded, hands_on_hips, joint, put
from build.art.pictures.wharf_things import mug, quad, urn
from build.art.work import pictures_of

_EASY = {"L": (46, 58, 36), "R": (50, 62, 38)}


def union_hall(ss: int = 2, *, empty: bool = False) -> Block:
    """The hall full of men and women; or with its chairs stacked."""
    block = Block(1920, 1080, "coast61", ss, seed=81, ground="key")
    room(block, empty=empty)
    if empty:
        table(block, "brown")
        left_behind(block)
        return block
    _platform_party(block)
    _rows(block, (0, 1))
    _along_the_walls(block)
    _rows(block, (2, 3, 4))
    _at_the_urn(block)
    return block


def _who(**how: Any) -> Person:
    """Somebody at the meeting, in the clothes of the year."""
    base = {"legs_ink": ("key", "key"), "edge": "brown", "hands": _EASY}
    return Person(**{**base, **how})


def _platform_party(block: Block) -> None:
    """The chairman and the minute-taker at their table; the speaker, on his feet."""
    light = (-0.3, 0.62, 0.6)
    rest = hold(hold(stand(head=(2, -14, 0)), "L", fore=(-0.6, -0.1, 1)), "R", fore=(-0.6, -0.1, 1))
    chair = _who(male=1, age=61, seed=104, weight=0.7, hair="receding", hair_ink=("paper", "sand"),
                 top="jacket", top_ink=("key", "key"), tie="red", pose=sit(rest))  # fmt: skip
    put(block, chair, (1484, 398), 22, -20, light=light, halo=("key", 2))
    minutes = _who(male=0, age=34, seed=105, hair="set", hair_ink=("red", "brown"), top="blouse",
                   shirt_ink=("paper", "sand"), legs="skirt", pose=sit(rest),
                   lips="red")  # fmt: skip
    put(block, minutes, (1336, 402), 21, -16, light=light, halo=("key", 2))
    platform(block, empty=False)
    table(block, "teal")
    _speaker(block)


def _speaker(block: Block) -> None:
    """Clarrie, the old secretary, reading from a sheet that he holds in both hands."""
    pose = stand(head=(10, -6, 0))
    for side in ("L", "R"):
        pose = hold(pose, side, fore=(-0.3, 0.34, 1), upper=(0.3, -1, 0.2))
    man = _who(
        **likeness("clarrie"), top="waistcoat", top_ink=("key", "key"), tie="teal",
        shirt_ink=("paper", "sand"), legs_ink=("brown", "brown"), gaze=(0, -12), glasses=True,
        hands={"L": (50, 60, 40), "R": (50, 60, 40)}, pose=pose,
    )  # fmt: skip
    put(block, man, (1138, 246), 26, -10, light=(0.3, 0.5, 0.8), halo=("key", 3), cast=0.06)
    (x0, y0), (x1, y1) = joint(man, "finger3-1.R"), joint(man, "finger3-1.L")
    sheet = [(x0 - 4, y0 - 34), (x1 + 4, y1 - 38), (x1 + 8, y1 + 12), (x0 - 8, y0 + 14)]
    quad(block, sheet, "paper", 3)
    for k in range(4):
        block.stroke(
            [(x0 + 4, y0 - 22 + 8 * k), (x1 - 6 - 5 * (k == 3), y1 - 25 + 8 * k)], 2, "key"
        )
    for x, y in ((x0 - 5, y0), (x1 + 5, y1)):
        block.ellipse(x, y, 7, 8, "key", 0.3)
        block.ellipse(x, y, 5, 6, "paper", 0.3)


# Those along the walls, in the lamp's light: place, size, turn, and who they are.
_STANDING: list[tuple[tuple[float, float], float, float, dict[str, Any]]] = [
    ((640, 408), 24, 46, {"male": 1, "age": 28, "seed": 111, "hair": "quiff", "top": "shirt",
                          "shirt_ink": ("teal", "teal"), "tie": "braces",
                          "pose": arms_folded((0, 10, 0))}),
    ((1688, 404), 27, -50, {"male": 1, "age": 52, "seed": 112, "hair": "receding",
                            "top": "jacket", "top_ink": ("teal", "teal"), "tie": "red",
                            "pose": stand(head=(0, -8, 0))}),
    ((566, 392), 30, 44, {"male": 1, "age": 60, "seed": 121, **SHARED,
                          "hair": "short", "hair_ink": ("paper", "sand"), "top": "jacket",
                          "top_ink": ("brown", "brown"), "tie": "gold",
                          "pose": stand(head=(-2, 8, 0))}),
    ((1770, 388), 36, -54, {"male": 0, "age": 50, "seed": 114, "hair": "set",
                            "hair_ink": ("paper", "sand"), "top": "coat", "legs": "dress",
                            "top_ink": ("red", "red"), "pose": arms_folded((0, -6, 0))}),
    ((480, 372), 38, 48, {"male": 0, "age": 46, "seed": 71, **SHARED,
                          "hair": "updo", "hair_ink": ("key", "brown"), "top": "blouse",
                          "shirt_ink": ("paper", "sand"), "legs": "skirt",
                          "legs_ink": ("teal", "teal"), "pose": hands_on_hips((-2, 6, 0))}),
    ((372, 350), 46, 52, {"male": 1, "age": 38, "seed": 116, "hair": "wavy",
                          "hair_ink": ("key", "brown"), "top": "donkey",
                          "top_ink": ("key", "key"), "edge": "gold",
                          "pose": arms_folded((0, 8, 0))}),
    ((236, 330), 56, 58, {"male": 1, "age": 55, "seed": 117, "weight": 0.8, "hair": "crop",
                          "hair_ink": ("sand", "brown"), "beard": "moustache", "top": "waistcoat",
                          "top_ink": ("key", "key"), "shirt_ink": ("paper", "sand"),
                          "sleeves": "rolled", "pose": stand(head=(0, 6, 0))}),
]  # fmt: skip


def _along_the_walls(block: Block) -> None:
    """Those who found no seat, and the trestle that the pamphlets are on."""
    trestle(block)
    for at, size, yaw, how in _STANDING:
        way = 0.76 if at[0] < 960 else -0.76
        put(block, _who(**how), at, size, yaw, light=(way, 0.4, 0.42), halo=("key", 3))


def _at_the_urn(block: Block) -> None:
    """June at the back, on her feet by the urn and its cups, her own coat buttoned."""
    _tea(block, 1392, 868)
    pose = stand(head=(-4, -16, 0))
    for side in ("L", "R"):
        pose = hold(pose, side, fore=(-0.62, -0.30, 0.9), upper=(0.26, -1, 0.2))
    june = _who(
        **likeness("june"), top="coat", top_ink=("gold", "gold"), legs="skirt",
        shirt_ink=("paper", "sand"), gaze=(-8, 4), hands={"L": (38, 48, 30), "R": (42, 50, 34)},
        pose=pose,
    )  # fmt: skip
    put(block, june, (1306, 556), 60, -48, light=(-0.5, 0.5, 0.66), halo=("key", 4))


def _tea(block: Block, x: float, y: float) -> None:
    """A trestle with a cloth, the urn on it, and cups for sixty."""
    block.rect(x - 40, y - 4, x + 420, y + 240, "key", 1)
    quad(block, [(x - 30, y), (x + 410, y), (x + 440, y + 56), (x - 60, y + 56)], "paper", 5)
    fall = [(x - 60, y + 60), (x + 440, y + 60), (x + 430, 1100), (x - 50, 1100)]
    quad(block, fall, "sand", 5)
    block.engrave(block.mask(fall), "brown", lambda px, _y: 0.7 + 0.3 * np.sin(px / 23), 88, 9)
    block.engrave(block.mask(fall), "key", lambda px, _y: 0.35 + (px - x) / 560, 3, 10)
    urn(block, x + 128, y + 26, 1.1, lit=-1)
    for k in range(9):
        row = k % 2
        mug(block, x + 236 + 22 * k, y + 22 + 24 * row, 0.86, ("paper", "teal", "paper")[k % 3],
            lit=-1)  # fmt: skip


# Rows of seated backs: head height, size, how many, and where the row runs.
_ROWS = [
    (700, 15, 15, (700, 1700)),
    (738, 20, 13, (620, 1780)),
    (796, 29, 10, (470, 1860)),
    (886, 43, 8, (250, 1960)),
    (1010, 66, 6, (60, 2010)),
]


def _rows(block: Block, which: tuple[int, ...]) -> None:
    """The meeting, from behind: each row nearer, the lamp along every edge of it."""
    for row in which:
        y, size, count, (x0, x1) = _ROWS[row]
        rng = np.random.default_rng(400 + row)
        for i in rng.permutation(count):
            x = x0 + (x1 - x0) * (i + 0.5) / count + rng.normal() * size * 0.8
            dip = 30 if row == 4 and abs(x - LAMP[0]) < 160 else 0
            _sitter(block, rng, (x, y + rng.normal() * size * 0.35 + dip), size)


def _sitter(block: Block, rng: np.random.Generator, at: tuple[float, float], size: float) -> None:
    """One back in the audience; some turn to a neighbour, and then we see a face."""
    woman = bool(rng.random() < 0.42)
    local = bool(rng.random() < 0.3)
    aside = float(rng.choice([0.0, 0.0, 58.0, -58.0]))
    ink = [("teal", "teal"), ("red", "red"), ("key", "key"), ("brown", "brown"), ("key", "key")]
    coat = ink[int(rng.integers(5))]
    how: dict[str, Any] = {
        "seed": int(rng.integers(1000, 9000)), "age": int(rng.integers(22, 66)),
        "weight": float(rng.uniform(0.35, 0.7)), "male": 0 if woman else 1,
        **(SHARED if local else {}),
        "hair_ink": [("key", "brown"), ("brown", "brown"), ("paper", "sand")][int(rng.integers(3))],
        "edge": "gold", "pose": stand(head=(float(rng.uniform(-8, 0)), aside * 0.45, 0)),
    }  # fmt: skip
    if woman:
        hair = ["set", "bun", "updo", "bun"][int(rng.integers(4))]
        scarf = "headscarf" if rng.random() < 0.2 else None
        how |= {"hair": hair, "hat": scarf, "hat_ink": ("gold", "gold"), "top": "cardigan",
                "top_ink": coat, "legs": "skirt"}  # fmt: skip
    else:
        hair = ["short", "crop", "receding", "quiff"][int(rng.integers(4))]
        how |= {"hair": hair, "top": "jacket" if rng.random() < 0.7 else "donkey", "top_ink": coat}
    yaw = 180 + (960 - at[0]) * 0.016 + aside * 0.95
    side = float(np.clip((LAMP[0] - at[0]) / 700, -0.9, 0.9))
    dark = {"lo": 0.46, "hi": 0.92}
    put(
        block, _who(**how), at, size, yaw, light=(side, 0.8, -0.12), halo=("gold", 2),
        over={COAT: dark, SHIRT: dark, HAT: dark, HAIR: {"lo": 0.46, "hi": 1.0},
              SKIN: {"lo": 0.3, "hi": 0.56}},
    )  # fmt: skip


PICTURES: dict[str, Callable[[], Block]] = {
    "union_hall": union_hall,
    "union_hall_empty": partial(union_hall, empty=True),
}

WORKS = pictures_of("south-coast", PICTURES)
