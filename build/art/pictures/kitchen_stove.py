"""The stove of the kitchen by the lagoon: cast iron, blacked till it shines."""

from __future__ import annotations

import math

import numpy as np

from build.art.block import Block
from build.art.pictures.indoors import edged


def stove(block: Block, x: float, y: float, *, alight: bool) -> None:
    """The whole range, standing with its feet at y, x its middle: 420 wide, 400 high."""
    _pipe(block, x - 110, y - 395)
    block.rect(x - 222, y - 400, x + 222, y - 358, "key", 1)
    block.rect(x - 200, y - 360, x + 200, y - 34, "key", 1)
    for foot in (-188, 160):
        shape = [(x + foot, y - 36), (x + foot + 30, y - 36), (x + foot + 24, y), (x + foot - 8, y)]
        block.poly(shape, "key", 0.8)
    _top(block, x, y)
    _firebox(block, x - 98, y - 236, alight=alight)
    _oven(block, x + 96, y - 205)
    _ash_door(block, x - 98, y - 92)
    _shine(block, x, y)


def _pipe(block: Block, x: float, y: float) -> None:
    """The flue, with the long light that a black pipe takes."""
    block.rect(x - 34, -10, x + 34, y + 8, "key", 1)
    block.rect(x - 44, y - 22, x + 44, y + 8, "key", 1)
    block.rect(x - 22, 0, x - 15, y - 24, "paper", 1.2)
    block.rect(x - 10, 0, x - 6, y - 30, "sand", 1.2)
    block.rect(x + 22, 0, x + 26, y - 26, "brown", 1)
    block.stroke([(x - 38, y - 12), (x + 30, y - 12)], 5, "sand", (1, 0), 0.5)


def _top(block: Block, x: float, y: float) -> None:
    """Hotplate edge and mantel rail."""
    block.stroke([(x - 216, y - 393), (x + 216, y - 393)], 5, "paper", (1, 0.5), 0.7)
    for i in range(22):
        left = x - 206 + i * 19
        block.gouge(left, y - 383, 88, 17, 4.5, "sand" if i < 15 else "brown")
    block.stroke([(x - 226, y - 352), (x + 226, y - 352)], 15, "key", wob=0.5)
    block.stroke([(x - 218, y - 354), (x + 196, y - 354)], 6, "gold", (1, 0.5), 0.5)
    for end in (-214, 214):
        block.ellipse(x + end, y - 352, 13, 13, "key", 0.4)
        block.ellipse(x + end - 2, y - 354, 8, 8, "gold", 0.4)


def _panel(block: Block, x: float, y: float, wide: float, tall: float) -> None:
    """A cast door: raised edge, bevel cut lighter at left and top."""
    box = [(x - wide, y - tall), (x + wide, y - tall), (x + wide, y + tall), (x - wide, y + tall)]
    edged(block, box, "key", 3)
    block.stroke([(x - wide, y - tall), (x + wide, y - tall)], 4.5, "paper", (1, 0.4), 0.6)
    block.stroke([(x - wide, y - tall), (x - wide, y + tall)], 4.5, "paper", (1, 0.4), 0.6)
    block.stroke([(x + wide, y - tall), (x + wide, y + tall)], 3, "brown", wob=0.5)
    block.stroke([(x - wide, y + tall), (x + wide, y + tall)], 3, "brown", wob=0.5)


def _firebox(block: Block, x: float, y: float, *, alight: bool) -> None:
    """The fire door with its bars; the fire behind them when it is alight."""
    _panel(block, x, y, 84, 86)
    if alight:
        grate = block.box(x - 66, y - 56, x + 66, y + 60)
        block.put(grate, np.ones_like(grate[2]), "red")
        block.rays(
            grate, x, y + 66, "gold", n=26, tone=lambda gx, gy: np.hypot(gx - x, gy - y - 66) / 105
        )
        block.rays(
            grate,
            x,
            y + 66,
            "paper",
            n=26,
            tone=lambda gx, gy: 0.35 + np.hypot(gx - x, gy - y - 66) / 80,
        )
    for i in range(6):
        left = x - 66 + i * 26.4
        block.rect(left - 3.5, y - 60, left + 3.5, y + 64, "key", 0.6)
    block.rect(x - 70, y - 8, x + 70, y + 2, "key", 0.6)
    block.ellipse(x + 74, y, 9, 15, "key", 0.4)
    block.ellipse(x + 72, y - 2, 5, 9, "gold", 0.4)


def _oven(block: Block, x: float, y: float) -> None:
    """The oven door: a cast wreath of leaves round a boss."""
    _panel(block, x, y, 88, 118)
    for i in range(18):
        a = i / 18 * 2 * math.pi
        cx, cy = x + 54 * math.cos(a), y + 66 * math.sin(a)
        ink = (
            "paper" if math.cos(a - 3.9) > 0.1 else "sand" if math.cos(a - 3.9) > -0.6 else "brown"
        )
        block.gouge(cx, cy, math.degrees(a) + 62, 25, 7, ink, bend=4)
    block.ellipse(x, y, 24, 24, "sand", 0.5)
    block.ellipse(x + 2, y + 2, 20, 20, "key", 0.5)
    block.ellipse(x - 6, y - 7, 7, 6, "paper", 0.4)
    block.rect(x - 72, y - 8, x - 52, y + 8, "key", 0.4)
    block.stroke([(x - 84, y - 3), (x - 50, y - 3)], 7, "gold", wob=0.4)


def _ash_door(block: Block, x: float, y: float) -> None:
    """The small door under the fire."""
    _panel(block, x, y, 84, 40)
    for i in range(5):
        block.gouge(x - 52 + i * 26, y - 18, 90, 36, 5, "brown")


def _shine(block: Block, x: float, y: float) -> None:
    """Polish: long slanting lights across the iron, where somebody has rubbed for years."""
    for i in range(9):
        left = x - 186 + i * 11
        block.gouge(left + 148, y - 340 + i * 3, 116, 120 - i * 9, 4.2 - i * 0.25, "sand")
    for i in range(7):
        block.gouge(x + 186 - i * 7, y - 80 - i * 6, -64, 60 - i * 5, 3.4, "sand")
