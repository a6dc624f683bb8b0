"""Lancashire, 1862: a mill without smoke, and the people it fed, with their hands up."""

from __future__ import annotations

from typing import Any

import numpy as np

from build.art.block import Block
from build.art.people.person import COAT, HAIR, HAT, SHAWL, SKIN, Person
from build.art.people.placing import place
from build.art.people.poses import fist, raise_palm, stand
from build.art.scenery import cobbles
from build.art.work import Work

WIDTH, HEIGHT = 1200, 1500
_SUN = (600, 700)


def poster(ss: int = 2) -> Block:
    """A mill hand in her shawl looks at us; behind her the hands, and the cold chimney."""
    block = Block(WIDTH, HEIGHT, "lancs62", ss, seed=622, ground="rust")
    _sky(block)
    _mill(block)
    cobbles(block, [(0, 1500), (0, 1130), (1200, 1130), (1200, 1500)], (600, 980), seed=9)
    _rows(block)
    _hannah(block)
    return block


def _sky(block: Block) -> None:
    sky = block.box(0, 0, WIDTH, 1180)
    block.rays(
        sky, *_SUN, "straw", n=70, r0=30,
        tone=lambda x, y: np.clip(np.hypot(x - _SUN[0], y - _SUN[1]) / 640, 0.08, 1.2),
    )  # fmt: skip
    block.rays(
        sky, *_SUN, "key", n=70, r0=200,
        tone=lambda x, y: 1.5 - np.hypot(x - _SUN[0], y - _SUN[1]) / 640,
    )  # fmt: skip
    block.rect(0, 0, WIDTH, 300, "key", 0)
    block.engrave(block.box(0, 280, WIDTH, 460), "key", lambda _x, y: (y - 250) / 230, 0, 13)


def _mill(block: Block) -> None:
    """Five floors of windows, one of them lit, and a chimney that has nothing to say."""
    for left, right, top in ((0, 470, 600), (730, 1200, 640)):
        block.rect(left - 10, top, right + 10, 1150, "key", 1.2)
        block.rect(left - 10, top - 16, right + 10, top + 4, "key", 1)
        block.engrave(block.box(left, top, right, 1150), "slate", 0.92, 0, 9)
        for y in range(int(top) + 46, 1120, 96):
            for x in range(int(left) + 24, int(right) - 40, 62):
                lit = (x, y) == (int(left) + 24 + 62 * 3, int(top) + 46 + 96 * 2)
                block.rect(x, y, x + 40, y + 58, "straw" if lit else "slate", 0.8)
                block.rect(x + 17, y, x + 22, y + 58, "key", 0.5)
                block.rect(x, y + 26, x + 40, y + 31, "key", 0.5)
    chimney = [(176, 620), (190, 330), (262, 330), (276, 620)]
    block.poly(chimney, "key", 1)
    block.rect(178, 318, 274, 350, "key", 0.8)
    for k in range(24):
        y = 366 + k * 11
        block.gouge(236, y, 2, 20 + 8 * (k % 3), 3.4, "rust")


def _folk(seed: int, *, up: bool) -> Person:
    rng = np.random.default_rng(seed)
    woman = rng.random() < 0.62
    pose = stand(head=(float(rng.uniform(-6, 2)), float(rng.uniform(-14, 14)), 0))
    hands: dict[str, str] = {}
    if up:
        side = "R" if rng.random() < 0.6 else "L"
        pose = raise_palm(pose, side) if rng.random() < 0.7 else fist(pose, side)
        hands[side] = "vote" if rng.random() < 0.8 else "fist"
    ink = ("slate", "rust", "key", "brown")[int(rng.integers(4))]
    worn: dict[str, Any] = {"edge": "straw", "legs_ink": ("key", "key"), "hands": hands}
    if woman:
        worn.update(
            male=0, hair="bun", shawl="head", shawl_ink=(ink, ink), top="blouse", legs="skirt",
            skirt_flare=0.8, shirt_ink=("paper", "straw"),
        )  # fmt: skip
    else:
        worn.update(
            male=1, hair="short", hat=("flatcap", "bowler")[seed % 2], hat_ink=("key", "key"),
            top=("jacket", "waistcoat")[seed % 2], top_ink=(ink, ink), tie="straw",
            shirt_ink=("paper", "sand"), look={"moustache": ("", "full")[seed % 2]},
        )  # fmt: skip
    return Person(seed=seed, age=int(rng.integers(18, 62)), pose=pose, **worn)


def _rows(block: Block) -> None:
    """Three rows across the street, each nearer, hands up all over."""
    dim = {mat: {"lo": 0.42, "hi": 0.9} for mat in (COAT, HAT, SHAWL, HAIR)}
    for row, (y, scale, count) in enumerate(((905, 23, 13), (985, 33, 9), (1090, 46, 6))):
        for k in range(count):
            x = (k + 0.5 * (row % 2) + 0.25) / count * (WIDTH + 160) - 80
            if row == 2 and abs(x - 600) < 210:
                continue
            folk = _folk(6200 + row * 40 + k, up=(k * 7 + row) % 3 > 0)
            place(
                block, folk, x, y + 14 * ((k * 5) % 3), scale, yaw=(600 - x) * 0.02,
                light=(0.1, 0.75, 0.55), halo=("key", 3), big=scale > 30,
                over={**dim, SKIN: {"lo": 0.12, "hi": 0.42}},
            )  # fmt: skip


def _hannah(block: Block) -> None:
    hannah = Person(
        male=0, age=33, seed=6208, weight=0.42, skin=("paper", "sand"), hair="bun",
        hair_ink=("key", "rust"), shawl="head", shawl_ink=("slate", "slate"), top="blouse",
        shirt_ink=("paper", "straw"), legs="skirt", legs_ink=("rust", "rust"), skirt_flare=0.8,
        apron=True, expr="hard", pose=raise_palm(stand(head=(-3, 3, 0)), "R"),
        hands={"R": "vote"}, face={"cheek-bones": 0.9, "cheek-volume": -0.4, "eye-scale": 1.0},
        look={"brow": 1.0, "brow_arch": 0.8},
    )  # fmt: skip
    place(
        block, hannah, 600, 760, 80, yaw=8, light=(-0.45, 0.5, 0.74), halo=("key", 6), big=True,
        cast=0.14, ao=0.8,
    )  # fmt: skip


WORKS = (Work("poster/lancashire", "pictures/lancashire/poster.webp", poster, "poster"),)
