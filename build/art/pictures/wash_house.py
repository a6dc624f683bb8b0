"""What a laundry of 1961 behind a hotel has in it: the copper, the mangle, the baskets."""

from __future__ import annotations

import math
from functools import partial

import numpy as np
from numpy.typing import NDArray

from build.art.block import Block, smooth
from build.art.pictures.indoors import Points, edged, turned
from build.art.scenery import bricks, smoke

Tones = NDArray[np.float32]


def _below(tone: float, top: float, reach: float, _x: Tones, y: Tones) -> Tones:
    """A tone that falls off downwards."""
    return np.asarray(tone - (y - top) / reach, np.float32)


def _across(tone: float, middle: float, reach: float, x: Tones, _y: Tones) -> Tones:
    """A tone that rises to the right."""
    return np.asarray(tone + (x - middle) / reach, np.float32)


def copper(block: Block, x: float, y: float, *, alight: bool) -> None:
    """A copper set in brick, its fire-hole under it; y is where it meets the yard."""
    base = [(x - 130, y - 190), (x + 130, y - 190), (x + 140, y + 80), (x - 140, y + 80)]
    edged(block, base, "key", 5)
    bricks(block, base, "red", "key", 24, 56, seed=5, tone=lambda gx, _gy: 0.45 + (gx - x) / 300)
    block.rect(x - 44, y - 30, x + 44, y + 60, "key", 1)
    fire = block.box(x - 34, y - 16, x + 34, y + 52)
    if alight:
        block.put(fire, np.ones_like(fire[2]), "red")
        block.rays(
            fire, x, y + 60, "gold", n=22, tone=lambda gx, gy: np.hypot(gx - x, gy - y - 60) / 90
        )
    for i in range(4):
        block.rect(x - 30 + i * 18, y - 20, x - 25 + i * 18, y + 52, "key", 0.4)
    if alight:
        smoke(block, x - 6, y - 214, 60, -300, 9, 26, 70, "paper", "key", "sand", seed=4)
    block.ellipse(x, y - 190, 126, 34, "key", 0.6)
    block.ellipse(x, y - 192, 116, 28, "gold", 0.6)
    block.ellipse(x, y - 190, 104, 22, "key", 0.6)
    block.ellipse(x + 4, y - 187, 92, 16, "paper" if alight else "teal", 0.6)
    block.stroke([(x + 60, y - 190), (x - 40, y - 300)], 17, "key")
    block.stroke([(x + 60, y - 190), (x - 38, y - 298)], 8, "sand")


def mangle(block: Block, x: float, y: float, *, cloth: bool) -> None:
    """A standing mangle: iron frame, two wooden rollers, a wheel with a handle."""
    for side in (-1, 1):
        leg = [
            (side * 92, -330),
            (side * 116, -330),
            (side * 118, -150),
            (side * 150, 0),
            (side * 118, 0),
            (side * 90, -150),
        ]
        points = turned(leg, x, y, 0)
        edged(block, points, "key", 4)
        block.stroke(
            turned([(side * 104, -320), (side * 106, -150), (side * 132, -10)], x, y, 0),
            5,
            "sand",
            wob=0.6,
        )
    top = turned(
        [(-130, -336), (-60, -382), (60, -382), (130, -336), (120, -318), (-120, -318)], x, y, 0
    )
    edged(block, top, "key", 4)
    block.stroke(
        turned([(-112, -336), (-54, -370), (54, -370), (112, -336)], x, y, 0), 5, "sand", wob=0.5
    )
    block.stroke(turned([(0, -380), (0, -430)], x, y, 0), 12, "key")
    block.stroke(turned([(-34, -430), (34, -430)], x, y, 0), 16, "key")
    block.stroke(turned([(-28, -432), (28, -432)], x, y, 0), 5, "gold")
    for low in (-250, -196):
        roller = turned(
            [(-104, low - 25), (104, low - 25), (104, low + 25), (-104, low + 25)], x, y, 0
        )
        edged(block, roller, "sand", 4)
        block.engrave(
            block.mask(roller),
            "brown",
            partial(_below, 0.85, y + low, 60),
            1,
            8,
            wobble=0.8,
        )
        block.engrave(
            block.mask(roller),
            "key",
            partial(_below, 1.15, y + low, 34),
            0,
            7,
            wobble=0.8,
        )
    _tray(block, x, y, cloth=cloth)
    _wheel(block, x + 168, y - 222, 118)


def _tray(block: Block, x: float, y: float, *, cloth: bool) -> None:
    """The board under the rollers, a pressed towel coming through."""
    block.poly(
        turned([(-130, -160), (130, -160), (140, -140), (-140, -140)], x, y, 0), "brown", 0.8
    )
    if not cloth:
        return
    towel = turned(
        [(-76, -222), (70, -222), (78, -150), (86, -40), (-60, -34), (-72, -150)], x, y, 0
    )
    edged(block, towel, "paper", 4)
    block.engrave(
        block.mask(towel), "key", lambda gx, _gy: 0.72 + (gx - x) / 220, 88, 9, wobble=1.6
    )
    block.poly(turned([(-70, -70), (84, -76), (85, -60), (-68, -54)], x, y, 0), "red", 0.5)


def _wheel(block: Block, x: float, y: float, r: float) -> None:
    """A spoked wheel turned a little away from us."""
    t = np.linspace(0, 2 * math.pi, 60)
    rim = np.stack([x + r * 0.62 * np.cos(t), y + r * np.sin(t)], 1)
    block.stroke(rim, 22, "key", wob=0.4)
    block.stroke(rim, 9, "red", wob=0.4)
    for i in range(6):
        a = i / 6 * 2 * math.pi + 0.3
        end = (x + r * 0.58 * math.cos(a), y + r * 0.94 * math.sin(a))
        block.stroke([(x, y), end], 13, "key", wob=0.4)
        block.stroke([(x, y), end], 5, "red", wob=0.4)
    block.ellipse(x, y, 16, 20, "key", 0.4)
    block.ellipse(x - 2, y - 2, 9, 12, "gold", 0.4)
    hx, hy = x + r * 0.5, y - r * 0.62
    block.stroke([(hx, hy), (hx + 46, hy - 8)], 19, "key", wob=0.4)
    block.stroke([(hx + 4, hy), (hx + 44, hy - 8)], 10, "sand", wob=0.4)


def wicker_basket(block: Block, x: float, y: float, wide: float, *, full: bool) -> None:
    """A washing basket: woven, with two handles; wrung sheets heaped in it when it is full."""
    tall = wide * 0.66
    if full:
        _heap(block, x, y - tall, wide)
    u = np.linspace(0, math.pi, 26)
    near = np.stack([x + wide * np.cos(u), y - tall + wide * 0.20 * np.sin(u)], 1)
    low = np.stack([x + wide * 0.78 * np.cos(u), y + wide * 0.12 * np.sin(u)], 1)
    side: Points = np.vstack([near, low[::-1]])
    if not full:
        block.ellipse(x, y - tall, wide, wide * 0.22, "key", 0.6)
    edged(block, side, "sand", 5)
    patch = block.mask(side)
    rows = 7
    for row in range(rows):
        k = (row + 0.5) / rows
        middle = y - tall + (tall + wide * 0.02) * k
        for i in range(15):
            a = math.pi * (i + 0.5 * (row % 2)) / 14
            reach = wide * (1 - 0.22 * k)
            px = x + reach * math.cos(a)
            py = middle + wide * 0.18 * math.sin(a)
            block.stroke([(px - 17, py - 4), (px + 17, py - 4)], 9, "key", (0, 0), 0.5, clip=patch)
            block.stroke(
                [(px - 14, py - 6), (px + 14, py - 6)], 3, "paper", (0, 0), 0.5, clip=patch
            )
    block.engrave(patch, "key", lambda gx, _gy: 0.55 + (gx - x + wide * 0.6) / wide, 90, 10)
    block.stroke(near, 19, "key", wob=0.5)
    block.stroke(near, 9, "sand", wob=0.5)


def _heap(block: Block, x: float, y: float, wide: float) -> None:
    """Wet linen heaped up."""
    for dx, dy, r, seed in ((-0.45, -0.05, 0.42, 1), (0.4, -0.08, 0.46, 2), (0.0, -0.22, 0.5, 3)):
        rng = np.random.default_rng(seed)
        t = np.linspace(0, 2 * math.pi, 14)[:-1]
        rr = wide * r * (1 + 0.10 * rng.standard_normal(13))
        points = smooth(
            np.stack([x + wide * dx + rr * np.cos(t), y + wide * dy + rr * 0.62 * np.sin(t)], 1), 6
        )
        edged(block, points, "paper", 5)
        patch = block.mask(points)
        cx = x + wide * dx
        block.engrave(
            patch,
            "key",
            partial(_across, 0.95, cx, wide * 0.9),
            52 + seed * 30,
            9,
            wobble=3,
        )
        for i in range(4):
            px = cx + (i - 1.5) * wide * 0.16
            block.stroke(
                [
                    (px, y + wide * (dy - 0.2)),
                    (px + 14, y + wide * dy),
                    (px + 4, y + wide * (dy + 0.24)),
                ],
                6,
                "key",
                (0, 0),
                curve=True,
                clip=patch,
            )


def keg(block: Block, x: float, y: float, r: float) -> None:
    """A wooden beer keg on its side, hooped."""
    t = np.linspace(0, 2 * math.pi, 40)
    round_ = np.stack([x + r * 1.15 * np.cos(t), y + r * np.sin(t)], 1)
    edged(block, round_, "brown", 5)
    block.engrave(
        block.mask(round_),
        "key",
        lambda gx, gy: 0.95 + (x - gx) / (r * 5) - (gy - y) / (r * 2.2),
        2,
        8,
    )
    for dx in (-0.62, 0.60):
        hoop = [(x + dx * r, y - r * 0.82), (x + dx * r * 1.2, y), (x + dx * r, y + r * 0.82)]
        block.stroke(hoop, r * 0.20, "key", curve=True)
        block.stroke(hoop, r * 0.08, "gold", curve=True)
    block.ellipse(x, y - r * 0.3, r * 0.12, r * 0.12, "key", 0.3)
