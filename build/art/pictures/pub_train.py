"""The coal train at the end of the street."""

from __future__ import annotations

import numpy as np

from build.art.block import Block
from build.art.scenery import smoke


def coal_train(block: Block) -> None:
    """A steam engine with coal waggons over the crossing at the end of the street.

    Steam still worked the coal to Port Kembla in 1961 (background; no class is copied).
    """
    base = 470.0
    smoke(block, 1534, 228, 190, -205, 13, 34, 122, "sand", "key", "paper", seed=12)
    smoke(block, 1532, 226, 70, -110, 5, 20, 46, "gold", "key", "paper", seed=15)
    for k in range(3):
        _waggon(block, 1772 + k * 122, base)
    _engine(block, 1472, base)
    block.rect(1330, base + 2, 1960, base + 12, "key", 0.6)
    block.rect(1330, base + 4, 1960, base + 7, "sand", 0.6)


def _waggon(block: Block, x: float, base: float) -> None:
    """A hopper of coal."""
    tub = [(x, base - 104), (x + 114, base - 104), (x + 100, base - 26), (x + 12, base - 26)]
    block.poly(tub, "key", 0.6)
    inner = block.mask(
        [(x + 6, base - 98), (x + 107, base - 98), (x + 96, base - 31), (x + 17, base - 31)]
    )
    block.put(inner, np.ones_like(inner[2]), "brown")
    block.engrave(inner, "key", 0.45, 90, 14, 0.8)
    rng = np.random.default_rng(int(x))
    heap = [
        (x + 2, base - 102),
        *[(x + 8 + 14 * i, base - 112 - rng.uniform(0, 20)) for i in range(8)],
        (x + 112, base - 102),
    ]
    block.poly(heap, "key", 1.2)
    for _ in range(12):
        block.gouge(x + rng.uniform(8, 98), base - rng.uniform(102, 122), 20, 11, 3.4, "sand")
    for wheel in (24, 88):
        for r, ink in ((17, "key"), (11, "sand"), (7, "key")):
            block.ellipse(x + wheel, base - 14, r, r, ink, 0.5)


def _engine(block: Block, x: float, base: float) -> None:
    """A goods engine running left, its lamp before it."""
    block.poly(
        [(x + 24, base - 168), (x + 206, base - 168), (x + 206, base - 84), (x + 24, base - 84)],
        "key",
        0.8,
    )
    block.ellipse(x + 26, base - 126, 18, 43, "key", 0.6)
    block.poly(
        [(x + 192, base - 214), (x + 286, base - 214), (x + 280, base - 50), (x + 192, base - 50)],
        "key",
        0.8,
    )
    block.rect(x + 208, base - 190, x + 252, base - 146, "gold", 0.5)
    block.blob(
        [
            (x + 218, base - 146),
            (x + 220, base - 168),
            (x + 231, base - 178),
            (x + 243, base - 168),
            (x + 246, base - 146),
        ],
        "key",
        0.5,
    )
    block.poly(
        [(x + 48, base - 166), (x + 40, base - 230), (x + 88, base - 230), (x + 80, base - 166)],
        "key",
        0.6,
    )
    for dome in (124, 164):
        block.ellipse(x + dome, base - 166, 20, 22, "key", 0.5)
    boiler = block.box(x + 26, base - 166, x + 192, base - 88)
    block.engrave(
        boiler, "sand", lambda _xx, yy: 1.02 - 0.75 * np.exp(-(((yy - base + 148) / 12) ** 2)), 0, 9
    )
    for band in (70, 110, 150, 186):
        block.rect(x + band, base - 166, x + band + 5, base - 86, "key", 0.4)
    block.rect(x - 8, base - 78, x + 286, base - 56, "key", 0.6)
    block.rect(x - 6, base - 75, x + 284, base - 69, "red", 0.5)
    for wheel in (58, 122, 186):
        for r, ink in ((34, "key"), (27, "sand"), (22, "key")):
            block.ellipse(x + wheel, base - 33, r, r, ink, 0.5)
        for a in range(0, 180, 45):
            dx, dy = 22 * np.cos(np.radians(a)), 22 * np.sin(np.radians(a))
            block.stroke(
                [(x + wheel - dx, base - 33 - dy), (x + wheel + dx, base - 33 + dy)],
                2.6,
                "sand",
                wob=0.2,
            )
    block.stroke([(x + 58, base - 26), (x + 186, base - 38)], 9, "key", wob=0.4)
    block.stroke([(x + 58, base - 26), (x + 186, base - 38)], 5, "paper", wob=0.4)
    block.poly(
        [(x - 16, base - 56), (x + 24, base - 56), (x + 24, base - 4), (x - 32, base - 4)],
        "key",
        0.6,
    )
    block.ellipse(x + 12, base - 168, 15, 15, "key", 0.4)
    block.ellipse(x + 10, base - 168, 11, 11, "paper", 0.4)
