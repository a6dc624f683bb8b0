"""The wharf gate, Port Kembla, 1961: the morning shift walking in.

On foot and on bicycles, as the shift goes home in "The Steelworker" (Film Australia, 1956).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from build.art.block import Block
from build.art.people.person import LEGS, Person
from build.art.people.shared import SHARED
from build.art.pictures.gate_place import place_of_work
from build.art.pictures.wharf_people import gang, joint, put, walk
from build.art.pictures.wharf_things import bag
from build.art.work import pictures_of

Point = tuple[float, float]

_SUN = (0.52, 0.42, 0.74)


def wharf_gate(ss: int = 2) -> Block:
    """Men coming through the gate towards us, on foot and pushing bicycles, the sun on them."""
    block = Block(1920, 1080, "coast61", ss, seed=91, ground="key")
    place_of_work(block)
    _far(block)
    _middle(block)
    _near(block)
    return block


def _stranger(rng: np.random.Generator) -> Person:
    """Somebody off the same shift."""
    inks = [("teal", "teal"), ("key", "key"), ("brown", "brown"), ("key", "key"), ("red", "red")]
    local = bool(rng.random() < 0.25)
    stride = float(rng.choice([-0.22, 0.22]))
    hat = [None, "flatcap", "trilby", "flatcap", "akubra"][int(rng.integers(5))]
    how: dict[str, Any] = {
        "male": 1, "seed": int(rng.integers(1000, 9000)), "age": int(rng.integers(20, 62)),
        "weight": float(rng.uniform(0.35, 0.75)), "hat": hat,
        "hat_ink": inks[int(rng.integers(4))], "edge": "sand",
        **(SHARED if local else {}),
        "hair": ["short", "crop", "quiff"][int(rng.integers(3))],
        "top": ["jacket", "donkey", "waistcoat"][int(rng.integers(3))],
        "top_ink": inks[int(rng.integers(5))], "shirt_ink": ("paper", "sand"),
        "legs_ink": inks[int(rng.integers(3))],
        "pose": walk((0, float(rng.normal() * 8), 0), stride),
    }  # fmt: skip
    return Person(**how)


def _far(block: Block) -> None:
    """The mass of them, out on the road beyond the gate and coming between its posts."""
    rng = np.random.default_rng(31)
    for y, size, count, x0, x1 in ((372, 8.5, 11, 850, 1120), (366, 11, 9, 836, 1136),
                                   (356, 14, 8, 800, 1176)):  # fmt: skip
        for i in rng.permutation(count):
            x = x0 + (x1 - x0) * (i + 0.5) / count + rng.normal() * 6
            put(
                block, _stranger(rng), (x, y + rng.normal() * 4), size, float(rng.normal() * 14),
                light=_SUN, halo=("key", 1.6), line=1.0,
            )  # fmt: skip


def _middle(block: Block) -> None:
    """Half a dozen inside the gate, spreading out across the road."""
    rng = np.random.default_rng(58)
    spots = [(706, 344, 20, 6), (1262, 342, 20, -8), (868, 338, 20, 4), (1040, 334, 23, -4),
             (1420, 330, 27, -14), (590, 326, 29, 12)]  # fmt: skip
    for x, y, size, yaw in spots:
        man = _stranger(rng)
        put(block, man, (x, y), size, yaw, light=_SUN, halo=("key", 2.4))
    norm = gang("norm", hat="trilby", hat_ink=("key", "key"), pose=walk((0, -6, 0), 0.24))
    put(block, norm, (944, 334), 25, 2, light=_SUN, halo=("key", 3))


def _shadow(block: Block, feet: Point, size: float) -> None:
    """A man's shadow, thrown back along the road behind him."""
    x, y = feet
    for k in (-1.1, 0.9):
        foot = x + k * size
        tip = (foot - 0.16 * (foot - 300), y - size * 6.5)
        block.stroke([(foot, y), tip], size * 1.3, "key", (1, 0.7), 1.2)


def _near(block: Block) -> None:
    """Merv with his tin; Les and his bicycle; Roy and Frank, in the middle of the road."""
    for x, y, size in ((500, 960, 41), (752, 1100, 50), (1136, 1110, 52), (1392, 1030, 44)):
        _shadow(block, (x, y), size)
    trousers = {LEGS: {"lo": 0.36, "hi": 0.8}}
    merv = gang("merv", hat="flatcap", hat_ink=("brown", "brown"), legs_ink=("brown", "brown"),
                pose=walk((0, 14, 0), 0.25))  # fmt: skip
    put(block, merv, (500, 316), 41, 16, light=_SUN, halo=("key", 3), over=trousers)
    _les(block)
    roy = gang("roy", legs_ink=("teal", "teal"), pose=walk((0, 10, 0), 0.26),
               expr={"mouthSmile": 0.5})  # fmt: skip
    put(block, roy, (752, 284), 50, 8, light=_SUN, halo=("key", 4), over=trousers)
    frank = gang("frank", top_ink=("key", "key"), edge="gold", hat_ink=("teal", "teal"),
                 legs_ink=("brown", "brown"), pose=walk((0, -16, 0), -0.26),
                 expr={"mouthSmile": 0.35},
                 hands={"L": (70, 84, 60), "R": (50, 60, 40)})  # fmt: skip
    put(block, frank, (1136, 290), 52, -8, light=_SUN, halo=("key", 4), over=trousers)
    grip = joint(frank, "finger3-1.L")
    bag(block, grip[0], grip[1] + 10, 0.86)


def _les(block: Block) -> None:
    """Les, wheeling a bicycle in with one hand on the bars."""
    _bicycle(block, 1552, 1020)
    les = gang("les", legs_ink=("key", "key"), pose=walk((0, -8, 0), 0.24))
    put(block, les, (1392, 312), 44, -12, light=_SUN, halo=("key", 3))
    _bars(block, 1556, 672)


def _bicycle(block: Block, x: float, y: float) -> None:
    """A heavy roadster coming at us a little aside: back wheel, frame, front wheel."""
    _wheel(block, x + 96, y - 190, (40, 118))
    for a, b in (((x + 92, y - 210), (x + 30, y - 330)), ((x + 30, y - 330), (x + 6, y - 300)),
                 ((x + 92, y - 300), (x + 10, y - 318))):  # fmt: skip
        block.stroke([a, b], 17, "key")
        block.stroke([a, b], 7, "red")
    saddle = [(x + 66, y - 330), (x + 110, y - 338), (x + 122, y - 322), (x + 80, y - 312)]
    block.blob(saddle, "key")
    block.stroke([(x + 70, y - 329), (x + 112, y - 333)], 5, "brown", wob=0.3)
    _wheel(block, x, y - 150, (48, 146))
    block.stroke([(x + 2, y - 150), (x + 4, y - 336)], 17, "key")
    block.stroke([(x + 4, y - 150), (x + 6, y - 336)], 7, "red")


def _wheel(block: Block, x: float, y: float, r: Point) -> None:
    """A wheel turned three parts towards us: tyre, rim and a few spokes."""
    rx, ry = r
    turn = np.linspace(0, 2 * np.pi, 40)
    ring = np.stack([x + rx * np.cos(turn), y + ry * np.sin(turn)], 1)
    for wide, ink in ((18, "key"), (9, "brown")):
        block.stroke(ring, wide, ink, wob=0.2)
    block.stroke(ring * [1, 1] + [3, 0], 3, "paper", wob=0.2)
    for i in range(10):
        a = i * np.pi / 5
        block.stroke([(x, y), (x + rx * np.cos(a), y + ry * np.sin(a))], 2.4, "sand", wob=0.2)
    block.ellipse(x, y, 9, 13, "key", 0.2)


def _bars(block: Block, x: float, y: float) -> None:
    """The handlebars, the lamp bracket and the bell."""
    bar = [(x - 84, y + 26), (x - 72, y - 4), (x - 34, y - 8), (x + 6, y + 4), (x + 52, y - 8),
           (x + 82, y + 2), (x + 86, y + 30)]  # fmt: skip
    block.stroke(bar, 17, "key", wob=0.3, curve=True)
    block.stroke(bar, 7, "paper", wob=0.3, curve=True)
    for gx, gy in ((x - 84, y + 30), (x + 86, y + 34)):
        block.ellipse(gx, gy, 11, 22, "key", 0.3)
    block.ellipse(x + 6, y + 34, 26, 26, "key", 0.3)
    block.ellipse(x + 6, y + 34, 19, 19, "gold", 0.3)
    block.ellipse(x + 2, y + 30, 8, 8, "paper", 0.3)


PICTURES: dict[str, Callable[[], Block]] = {"wharf_gate": wharf_gate}

WORKS = pictures_of("south-coast", PICTURES)
