"""Sunday dinner itself: the joint, the plates, the peas, the boat, the paper beside them."""

from __future__ import annotations

import math

import numpy as np

from build.art.block import Block, smooth
from build.art.pictures.indoors import edged, fingers, turned

# A hand that holds a knife or a fork is drawn with it.
FAIR = ("paper", "sand")


def fork(block: Block, x: float, y: float, scale: float) -> None:
    """A carving fork with an outside slice on it, brown at its edge."""
    slice_ = turned(
        [(-60, 0), (-52, -22), (0, -30), (52, -18), (62, 6), (20, 20), (-40, 18)],
        x + 84,
        y + 62,
        12,
    )
    edged(block, smooth(np.asarray(slice_), 5), "brown", 4)
    block.engrave(
        block.mask(smooth(np.asarray(slice_), 5)), "sand", 0.70, angle=16, pitch=9, wobble=2
    )
    block.stroke([(x - 26, y - 14), (x + 60, y + 48)], 13 * scale, "key")
    block.stroke([(x - 20, y - 10), (x + 56, y + 44)], 5 * scale, "paper")
    for dx in (-8, 8):
        block.stroke([(x + 52, y + 42), (x + 84 + dx, y + 74)], 5, "key", (1, 0.4))
    fingers(block, x, y + 4, 0.9, FAIR, 196)


def knife(block: Block, x: float, y: float) -> None:
    """A knife held up in a fist, as boys hold one."""
    block.stroke([(x, y + 40), (x - 8, y - 34)], 15, "key")
    block.stroke([(x, y + 38), (x - 7, y - 30)], 7, "sand")
    blade = [(x - 16, y - 30), (x - 24, y - 116), (x - 12, y - 128), (x - 1, y - 32)]
    edged(block, blade, "paper", 4)
    block.stroke([(x - 8, y - 40), (x - 15, y - 116)], 3, "key", (1, 0.5))


def plate(block: Block, x: float, y: float, wide: float) -> None:
    """A dinner plate with one blue band, printed in the sea's ink."""
    flat = wide * 0.40
    block.ellipse(x + 8, y + 8, wide + 4, flat + 5, "key", 0.6)
    block.ellipse(x, y, wide, flat, "paper", 0.6)
    block.ellipse(x, y, wide - 8, flat - 5, "teal", 0.5)
    block.ellipse(x, y, wide - 15, flat - 8, "paper", 0.5)
    block.ellipse(x, y + 1, wide * 0.70, flat * 0.68, "key", 0.5, a0=10, a1=200)
    block.ellipse(x, y, wide * 0.68, flat * 0.64, "paper", 0.5)


def outside_slices(block: Block, x: float, y: float) -> None:
    """The outside slices: brown all round, three of them, one over another."""
    for dx, dy, turn in ((-34, -6, -8), (22, -14, 10), (2, 10, 2)):
        shape = smooth(
            np.asarray(
                turned(
                    [(-54, 4), (-40, -17), (6, -22), (50, -11), (54, 10), (8, 20), (-38, 17)],
                    x + dx,
                    y + dy,
                    turn,
                )
            ),
            5,
        )
        edged(block, shape, "brown", 3.5)
        core = (np.asarray(shape) - [x + dx, y + dy]) * 0.66 + [x + dx + 3, y + dy - 1]
        block.poly(core, "red", 0.5)
        block.engrave(block.mask(core), "sand", 0.42, angle=turn + 8, pitch=7, wobble=1.4)
        block.engrave(
            block.where(block.mask(shape), ["brown"]), "key", 0.74, angle=turn + 70, pitch=6
        )
    for i in range(3):
        block.ellipse(x + 60 - i * 4, y + 6 + i * 9 - 9, 14, 10, "key", 0.4)
        block.ellipse(x + 59 - i * 4, y + 5 + i * 9 - 9, 11, 8, "gold", 0.4)


def platter(block: Block, x: float, y: float) -> None:
    """What is left of the leg, with potatoes round it."""
    block.ellipse(x + 8, y + 10, 152, 52, "key", 0.6)
    block.ellipse(x, y, 148, 47, "paper", 0.6)
    block.ellipse(x, y, 136, 40, "key", 0.5)
    block.ellipse(x, y + 1, 132, 38, "paper", 0.5)
    joint = [
        (-92, 6),
        (-84, -40),
        (-40, -68),
        (20, -66),
        (62, -40),
        (104, -34),
        (112, -18),
        (70, -8),
        (56, 14),
        (-20, 26),
    ]
    shape = smooth(np.asarray(turned(joint, x, y, 0)), 6)
    edged(block, shape, "brown", 4)
    patch = block.mask(shape)
    block.engrave(
        patch, "key", lambda gx, gy: 0.55 + (gx - x) / 190 - (gy - y) / 160, 24, 8, wobble=2.4
    )
    block.engrave(patch, "gold", lambda gx, gy: 1.05 - (gx - x) / 260 + (gy - y + 40) / 200, 40, 11)
    cut = smooth(
        np.asarray(turned([(-90, 4), (-82, -36), (-60, -44), (-56, -6), (-66, 14)], x, y, 0)), 6
    )
    edged(block, cut, "red", 3)
    block.engrave(block.mask(cut), "sand", 0.5, angle=80, pitch=8)
    for dx, dy in ((-66, 26), (-18, 34), (34, 30), (84, 18), (-112, 10)):
        block.ellipse(x + dx, y + dy, 22, 15, "key", 0.5)
        block.ellipse(x + dx - 1, y + dy - 1, 18, 11.5, "gold", 0.5)
        block.gouge(x + dx - 8, y + dy - 4, 10, 16, 4, "paper")


def bowl_of_peas(block: Block, x: float, y: float) -> None:
    """The peas over which they shake hands."""
    u = np.linspace(0, math.pi, 20)
    bowl = np.stack([x + 84 * np.cos(u), y + 46 * np.sin(u)], 1)
    edged(block, bowl, "paper", 4)
    block.engrave(block.mask(bowl), "key", lambda gx, _gy: 0.65 + (gx - x) / 170, 86, 8)
    block.ellipse(x, y, 90, 30, "key", 0.5)
    block.ellipse(x, y, 84, 26, "paper", 0.5)
    rng = np.random.default_rng(block.seed + 5)
    for _ in range(190):
        a, r = float(rng.uniform(0, 6.28)), float(rng.uniform(0, 1)) ** 0.5
        px, py = x + 70 * r * math.cos(a), y - 6 + 18 * r * math.sin(a)
        block.ellipse(px, py, 5.4, 4.8, "key", 0.2)
        block.ellipse(px - 0.6, py - 0.6, 4.2, 3.6, "teal", 0.2)
        block.ellipse(px - 1.4, py - 1.6, 1.4, 1.2, "gold", 0.1)


def gravy(block: Block, x: float, y: float) -> None:
    """The gravy boat."""
    boat = [(-70, -34), (-30, -22), (40, -26), (66, -20), (48, 14), (22, 26), (-22, 26), (-46, 10)]
    shape = smooth(np.asarray(turned(boat, x, y, 0)), 6)
    block.stroke(
        [(x + 52, y - 14), (x + 88, y - 16), (x + 78, y + 14), (x + 44, y + 12)],
        10,
        "key",
        curve=True,
    )
    block.stroke(
        [(x + 54, y - 12), (x + 82, y - 12), (x + 74, y + 10), (x + 46, y + 10)],
        4,
        "paper",
        curve=True,
    )
    edged(block, shape, "paper", 4)
    block.engrave(block.mask(shape), "key", lambda gx, _gy: 0.75 + (gx - x) / 160, 70, 8)
    block.blob([(x - 54, y - 28), (x - 10, y - 20), (x + 44, y - 20), (x, y - 10)], "brown")


def shaker(block: Block, x: float, y: float) -> None:
    """Salt, or pepper."""
    edged(block, [(x - 12, y - 34), (x + 12, y - 34), (x + 15, y), (x - 15, y)], "paper", 3.5)
    block.ellipse(x, y - 36, 13, 9, "key", 0.3)
    block.rect(x + 2, y - 30, x + 12, y - 2, "sand", 0.4)


def newspaper(block: Block, x: float, y: float) -> None:
    """The paper, folded to an edge with room to write on, and a pencil."""
    sheet = turned([(-118, -34), (104, -42), (124, 30), (-128, 40)], x, y, 0)
    edged(block, sheet, "paper", 4)
    for column in range(3):
        for row in range(6):
            left = x - 104 + column * 62 - row * 2
            line = [(left, y - 22 + row * 9), (left + 46, y - 24 + row * 9)]
            block.stroke(line, 3, "key", wob=0.6)
    block.stroke(turned([(-118, -34), (104, -42)], x, y + 4, 0), 3, "sand", wob=0.5)
    block.stroke([(x + 34, y + 44), (x + 132, y - 8)], 13, "key", (0.4, 1))
    block.stroke([(x + 42, y + 40), (x + 130, y - 7)], 7, "red")


def cutlery(block: Block, x: float, y: float) -> None:
    """Your knife."""
    block.stroke([(x - 60, y + 26), (x + 46, y - 20)], 14, "key", (1, 0.7))
    block.stroke([(x - 56, y + 24), (x - 14, y + 6)], 8, "sand")
    block.stroke([(x - 12, y + 5), (x + 42, y - 19)], 7, "paper", (1, 0.5))
