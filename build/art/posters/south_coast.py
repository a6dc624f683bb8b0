"""South Coast, 1961: the step of a hotel, the scraper, and the man who is not let in."""

from __future__ import annotations

from typing import Any

import numpy as np

from build.art.block import Block
from build.art.people.person import COAT, HAIR, HAT, LEGS, SHIRT
from build.art.people.placing import place
from build.art.people.poses import hold, stand
from build.art.portraits import figure
from build.art.scenery import escarpment, smoke, stack
from build.art.work import Work

WIDTH, HEIGHT = 1200, 1500
_SUN = (600, 640)
_DOOR = (236, 400, 964, 1400)  # left, top, right, foot


def poster(ss: int = 2) -> Block:
    """Seen from inside: the bright doorway, and Roy in it with his hat on."""
    block = Block(WIDTH, HEIGHT, "coast61", ss, seed=611, ground="key")
    _wall(block)
    _outside(block)
    _frame(block)
    _step(block)
    _roy(block)
    _scraper(block, 352, 1392)
    _going_in(block)
    return block


def _wall(block: Block) -> None:
    block.engrave(block.box(0, 300, 1200, 1500), "red", lambda _x, y: 1.28 - y / 2300, 0, 15)
    block.rect(0, 0, 1200, 320, "key", 0)


def _outside(block: Block) -> None:
    left, top, right, foot = _DOOR
    door = block.box(left, top, right, foot)
    block.put(door, np.ones_like(door[2]), "gold")
    block.rays(
        door, *_SUN, "paper", n=58, r0=84,
        tone=lambda x, y: np.clip(np.hypot(x - _SUN[0], y - _SUN[1]) / 560, 0.2, 1.2),
    )  # fmt: skip
    block.ellipse(*_SUN, 92, 92, "paper", 0.8, clip=door)
    escarpment(block, left - 40, right + 40, 960, 250, 1130, clip=door, seed=6)
    for x, y, wide, seed in ((310, 760, 34, 2), (392, 806, 28, 3), (884, 744, 36, 5)):
        smoke(block, x, y - 8, 150, -150, 9, 12, 46, "sand", "key", "paper", seed=seed, clip=door)
        stack(block, x, 1150, y, wide, clip=door, lite="red")
    block.rect(left, 1100, right, foot, "teal", 1, clip=door)
    block.engrave(block.box(left, 1100, right, foot), "key", lambda _x, y: (y - 1060) / 420, 1, 12)


def _frame(block: Block) -> None:
    left, top, right, foot = _DOOR
    for x, side in ((left, -1), (right, 1)):
        block.rect(x - 34, top - 34, x + 34, foot + 20, "key", 1)
        block.rect(x + side * 8 - 6, top - 20, x + side * 8 + 6, foot, "gold", 0.8)
    block.rect(left - 60, top - 60, right + 60, top + 14, "key", 1)
    block.rect(left - 40, top - 30, right + 40, top - 18, "gold", 0.8)


def _step(block: Block) -> None:
    stone = [(60, 1500), (250, 1376), (950, 1376), (1140, 1500)]
    block.poly(stone, "paper", 1)
    block.engrave(block.mask(stone), "sand", 0.55, 2, 11)
    block.engrave(
        block.mask(stone), "key", lambda x, _y: 1.25 - np.abs(x - 600) / 560, 1, 13, wobble=2
    )
    block.rect(250, 1366, 950, 1380, "key", 0.8)


def _roy(block: Block) -> None:
    roy = figure(
        "roy", pose=stand(head=(-4, 2, 0), arms=0.1), legs_ink=("key", "key"), edge="gold",
        shirt_ink=("teal", "teal"), top="shirt",
    )  # fmt: skip
    place(
        block, roy, 604, 622, 47, yaw=6, light=(-0.5, 0.5, 0.72), halo=("key", 5), big=True,
        cast=0.12, ao=0.8,
    )  # fmt: skip


def _scraper(block: Block, x: float, y: float) -> None:
    """The iron boot scraper: two posts with curled feet, and the blade between."""
    for side in (-1, 1):
        post = [(x + side * 62, y + 34), (x + side * 58, y - 74), (x + side * 70, y - 96)]
        block.stroke(post, 22, "key", curve=True)
        block.stroke(post, 9, "gold", curve=True)
        block.ellipse(x + side * 72, y - 98, 17, 17, "key", 0.5)
        block.ellipse(x + side * 72, y - 98, 8, 8, "gold", 0.4)
    block.rect(x - 66, y - 18, x + 66, y + 4, "key", 0.8)
    block.rect(x - 60, y - 14, x + 60, y - 8, "paper", 0.6)


def _going_in(block: Block) -> None:
    """Two of the gang, near and black, who go in past him."""
    dark: dict[str, Any] = {
        "top_ink": ("key", "key"), "shirt_ink": ("key", "key"), "hat_ink": ("key", "key"),
        "legs_ink": ("key", "key"), "edge": "gold",
    }  # fmt: skip
    deep = {mat: {"lo": 0.6, "hi": 1.05} for mat in (COAT, SHIRT, HAT, LEGS, HAIR)}
    pose = hold(stand(head=(6, -8, 0)), "R", fore=(0.1, -0.5, 0.8))
    for name, x, y, scale, yaw in (("col", 118, 560, 68, 152), ("ilija", 1098, 600, 66, 212)):
        man = figure(name, pose=pose, **{**dark, "hat": "flatcap", "top": "jacket"})
        place(
            block, man, x, y, scale, yaw=yaw, light=(0.5 if x < 600 else -0.5, 0.5, 0.4),
            halo=("gold", 4), big=True, over=deep,
        )  # fmt: skip


WORKS = (Work("poster/south-coast", "pictures/south-coast/poster.webp", poster, "poster"),)
