"""Union banners: fringed cloth on two poles, its words cut one letter at a time.

Gold fringe and "8 Hours": a New South Wales union's banner of about 1913-19, State Library of New
South Wales, "One hundred" (2010), object 60.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from build.art.block import Block
from build.art.lettering import font

_ANTON = font("anton-400-normal.ttf")


class Cloth(NamedTuple):
    """Where a banner hangs, its cloth, and where its poles stand."""

    x0: float
    y0: float
    x1: float
    y1: float
    ink: str
    foot: float


def banner(block: Block, cloth: Cloth, words: tuple[str, ...], light: float) -> None:
    """A banner of one to three lines; `light` is the x its folds are lit from."""
    x0, y0, x1, y1, ink, _ = cloth
    _poles(block, cloth)
    u = np.linspace(0, 1, 40)
    wave = 9 * np.sin(u * np.pi * 5) + 12 * np.sin(np.pi * u)
    low = np.stack([x0 + (x1 - x0) * u, y1 + wave], 1)
    shape = np.vstack([[(x0, y0), (x1, y0)], low[::-1]])
    middle = np.array([(x0 + x1) / 2, (y0 + y1) / 2])
    block.poly((shape - middle) * [1.03, 1.05] + middle, "key", 1)
    block.poly(shape, ink, 0.8)
    area = block.mask(shape)
    fold = (x1 - x0) / 5
    block.engrave(
        area, "key",
        lambda x, _y: 0.82 + 0.34 * np.cos((x - x0) / fold * np.pi * 2) - np.abs(x - light) / 2600,
        90, 8,
    )  # fmt: skip
    _fringe(block, low)
    block.rect(x0 + 12, y0 + 10, x1 - 12, y0 + 17, "gold", 0.5)
    high = (y1 - y0 - 34) / len(words)
    for i, word in enumerate(words):
        size = high * (0.92 if i == 0 or len(words) == 1 else 0.8)
        bow = 10 if i == 0 else -4
        _line(block, word, (middle[0], y0 + 26 + high * (i + 0.5), (x1 - x0) * 0.84), size, bow)


def _poles(block: Block, cloth: Cloth) -> None:
    """Two poles with gilt spear heads, and the bar the cloth is laced to."""
    x0, y0, x1, _, _, foot = cloth
    for x in (x0 - 10, x1 + 10):
        block.stroke([(x, y0 - 30), (x, foot)], 15, "key")
        block.stroke([(x - 1, y0 - 28), (x - 1, foot - 4)], 7, "brown")
        block.poly([(x - 12, y0 - 28), (x, y0 - 62), (x + 12, y0 - 28)], "key", 0.4)
        block.poly([(x - 7, y0 - 29), (x, y0 - 52), (x + 7, y0 - 29)], "gold", 0.3)
    block.stroke([(x0 - 20, y0 - 8), (x1 + 20, y0 - 8)], 14, "key")
    block.stroke([(x0 - 16, y0 - 9), (x1 + 16, y0 - 9)], 6, "brown")


def _fringe(block: Block, low: np.ndarray) -> None:
    """Gold fringe along the lower edge."""
    count = int((low[-1, 0] - low[0, 0]) / 9)
    for i in range(count):
        x = low[0, 0] + (low[-1, 0] - low[0, 0]) * i / (count - 1)
        y = float(np.interp(x, low[:, 0], low[:, 1]))
        block.gouge(x, y + 1, 92, 20, 6, "key")
        block.gouge(x + 2, y + 1, 92, 15, 3.4, "gold")


def _line(
    block: Block, word: str, where: tuple[float, float, float], size: float, bow: float
) -> None:
    """One line of lettering bowed like the cloth: black behind, then the light letters."""
    from PIL import ImageFont

    cx, y, wide = where
    face = ImageFont.truetype(_ANTON, int(size))
    gap = size * 0.08
    total = sum(face.getlength(c) + gap for c in word) - gap
    k = min(1.0, wide / total)
    x = cx - total * k / 2
    for letter in word:
        step = face.getlength(letter) * k
        q = (x + step / 2 - cx) / (wide / 2)
        if letter.strip():
            turn = math.degrees(math.atan(4 * bow * q / wide))
            at = (x + step / 2, y + bow * q * q)
            block.text(letter, at[0] + 4, at[1] + 4, size * k, _ANTON, "key", angle=turn)
            block.text(letter, at[0], at[1], size * k, _ANTON, "paper", angle=turn)
        x += step + gap * k
