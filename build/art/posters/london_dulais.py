"""London and the Dulais valley, 1984: two people and one bucket, under a Welsh hall's bunting."""

from __future__ import annotations

import numpy as np

from build.art.block import Block
from build.art.lettering import font
from build.art.people.person import Person
from build.art.people.placing import place
from build.art.people.poses import fist, hold, raise_palm, stand
from build.art.work import Work

WIDTH, HEIGHT = 1200, 1500
_LAMP = (600, 470)


def poster(ss: int = 2) -> Block:
    """A young woman from London and a miner from the valley hold one collecting bucket."""
    block = Block(WIDTH, HEIGHT, "london84", ss, seed=841, ground="blue")
    _hall(block)
    _crowd(block)
    _two(block)
    _bucket(block, 606, 1180)
    return block


def _hall(block: Block) -> None:
    hall = block.box(0, 0, WIDTH, HEIGHT)
    block.rays(
        hall, *_LAMP, "pink", n=64, r0=20,
        tone=lambda x, y: np.clip(np.hypot(x - _LAMP[0], y - _LAMP[1]) / 900, 0.1, 1.1),
    )  # fmt: skip
    block.rays(
        hall, *_LAMP, "yellow", n=64, r0=20,
        tone=lambda x, y: np.clip(np.hypot(x - _LAMP[0], y - _LAMP[1]) / 420, 0.1, 1.2),
    )  # fmt: skip
    block.engrave(hall, "key", lambda _x, y: np.clip((y - 120) / 420, -0.3, 1.1), 0, 14)
    block.rect(0, 1010, WIDTH, HEIGHT, "key", 1.5)
    block.engrave(block.box(0, 1010, WIDTH, HEIGHT), "blue", lambda _x, y: 1.3 - y / 2100, 0, 18)
    for row, (y, sag, seed) in enumerate(((300, 70, 1), (392, 96, 2))):
        _bunting(block, y, sag, seed + row)


def _bunting(block: Block, y: float, sag: float, seed: int) -> None:
    u = np.linspace(0, 1, 17)
    x, drop = u * (WIDTH + 80) - 40, y + sag * 4 * u * (1 - u) - sag
    block.stroke(np.stack([x, drop], 1), 6, "key", wob=0)
    inks = ("yellow", "pink", "paper", "blue")
    for k in range(16):
        left, right = (x[k] + 6, drop[k]), (x[k + 1] - 6, drop[k + 1])
        tip = ((x[k] + x[k + 1]) / 2, (drop[k] + drop[k + 1]) / 2 + 70)
        block.poly([left, right, tip], "key", 1)
        middle = np.array([left, right, tip]).mean(0)
        block.poly((np.array([left, right, tip]) - middle) * 0.78 + middle, inks[(k + seed) % 4], 1)


def _folk(seed: int) -> Person:
    """Somebody of the hall, with a hand up or a hand on a mate's shoulder."""
    rng = np.random.default_rng(seed)
    woman = rng.random() < 0.5
    pose = stand(head=(float(rng.uniform(-8, 4)), float(rng.uniform(-20, 20)), 0))
    pose = fist(pose, "R") if rng.random() < 0.45 else raise_palm(pose, "L")
    skin = (("paper", "sand"), ("sand", "brown"), ("brown", "brown", "sand"))[seed % 7 // 3]
    inks = ("pink", "yellow", "blue", "paper")
    ink = inks[int(rng.integers(4))]
    hair = ("perm", "bob", "set", "spiky") if woman else ("short", "mullet", "wavy", "crop")
    return Person(
        male=0 if woman else 1, age=int(rng.integers(19, 60)), seed=seed, skin=skin, pose=pose,
        hair=hair[int(rng.integers(4))], hair_ink=("key", "brown"), top="jumper",
        top_ink=(ink, ink), expr="warm", hands={"R": "fist", "L": "vote"},
    )  # fmt: skip


def _crowd(block: Block) -> None:
    for y, scale, count in ((640, 24, 9), (730, 33, 6)):
        for k in range(count):
            x = (k + 0.5) / count * (WIDTH + 120) - 60
            folk = _folk(840 + int(y) + k)
            place(
                block, folk, x, y + 18 * (k % 2), scale, yaw=(600 - x) * 0.03,
                light=(0.0, 0.7, 0.6), halo=("key", 3), big=scale > 30,
            )  # fmt: skip


def _two(block: Block) -> None:
    cass = Person(
        male=0, age=24, seed=4102, weight=0.42, skin=("paper", "sand"), hair="spiky",
        hair_ink=("pink", "pink"), top="jacket", top_ink=("key", "key"), edge="blue", hem=-0.2,
        shirt_ink=("yellow", "yellow"), legs="jeans", legs_ink=("blue", "blue"), lips="pink",
        expr="warm", face={"cheek-bones": 0.8, "eye-scale": 1.0, "chin-width": -0.2},
        look={"brow": 1.1, "brow_arch": 1.0, "lashes": 0.6},
        pose=hold(stand(head=(-4, 6, -3)), "L", fore=(-0.3, -0.35, 0.8), upper=(0.1, -1, 0.25)),
        hands={"L": "grip"},
    )  # fmt: skip
    dai = Person(
        male=1, age=49, seed=4211, weight=0.66, skin=("paper", "sand"), hair="short",
        hair_ink=("paper", "sand"), hat="helmet", hat_ink=("yellow", "yellow"), band_ink="paper",
        top="donkey", top_ink=("key", "key"), edge="sand", shirt_ink=("pink", "pink"),
        legs_ink=("key", "key"), expr="warm", look={"moustache": "full", "lines": 0.6},
        pose=hold(stand(head=(-4, -6, 2)), "R", fore=(-0.3, -0.35, 0.8), upper=(0.1, -1, 0.25)),
        hands={"R": "grip"},
    )  # fmt: skip
    for person, x, yaw in ((cass, 380, 16), (dai, 838, -16)):
        place(
            block, person, x, 700, 72, yaw=yaw, light=(0.0, 0.55, 0.75), halo=("key", 5),
            big=True, cast=0.14, ao=0.8,
        )  # fmt: skip
    for ink, x, y in (("yellow", 322, 944), ("pink", 352, 1010)):
        block.ellipse(x, y, 25, 25, "key", 0.5)
        block.ellipse(x, y, 19, 19, ink, 0.5)
        block.ellipse(x - 4, y - 4, 5, 5, "paper", 0.3)


def _bucket(block: Block, x: float, y: float) -> None:
    """One bucket with two hands on it, and what it says."""
    handle = [(x - 150, y - 6), (x - 96, y - 96), (x, y - 128), (x + 96, y - 96), (x + 150, y - 6)]
    block.stroke(handle, 22, "key", curve=True)
    block.stroke(handle, 10, "paper", curve=True)
    body = [(x - 172, y), (x + 172, y), (x + 132, y + 290), (x - 132, y + 290)]
    block.poly((np.array(body) - [x, y + 145]) * 1.05 + [x, y + 145], "key", 1)
    block.poly(body, "yellow", 1)
    shade = block.mask(body)
    block.engrave(shade, "key", lambda gx, _y: 1.3 - (gx - x + 60) / 260, 90, 12)
    block.ellipse(x, y, 176, 46, "key", 0.8)
    block.ellipse(x, y, 158, 34, "blue", 0.8)
    rng = np.random.default_rng(7)
    for _ in range(34):
        turn, far = rng.uniform(0, 2 * np.pi), rng.uniform(0, 1) ** 0.5
        cx, cy = x + 130 * far * np.cos(turn), y + 4 + 22 * far * np.sin(turn)
        block.ellipse(cx, cy, 15, 9, "key", 0.3)
        block.ellipse(cx, cy - 2, 11, 6, ("paper", "sand", "yellow")[int(rng.integers(3))], 0.3)
    face = font("anton-400-normal.ttf")
    block.poly([(x - 136, y + 88), (x + 130, y + 88), (x + 118, y + 226), (x - 120, y + 226)],
               "paper", 1.5)  # fmt: skip
    block.text("COAL", x - 2, y + 126, 66, face, "key", fit=210)
    block.text("NOT DOLE", x - 2, y + 190, 54, face, "pink", fit=216)


WORKS = (Work("poster/london-dulais", "pictures/london-dulais/poster.webp", poster, "poster"),)
