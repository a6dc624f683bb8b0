"""How prints are written: lossless WebP (or PNG) of the inks, with three steps between each two.

A print holds few colours and many hard edges. Reduced to its inks and what lies between them where
two meet, it takes half the bytes of a lossy WebP of the look before, keeps its inks exactly, and
is read five times as fast: docs/pictures.md has the measurements.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np
from PIL import Image

from build.art import palette
from build.art.block import Block
from build.art.work import Work

STEPS = (0.25, 0.5, 0.75)
"""How far from one ink to another a pixel on an edge may be."""

_WEBP = {"lossless": True, "quality": 90, "method": 3, "exact": False}


def write(work: Work, made: Block | Image.Image, to: Path) -> Path:
    """Write what was made to its place under this folder; the file's path."""
    path = to / work.file
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(made, Block):
        image = reduced(made.pull(), tuple(made.pal.values()))
    elif work.palette:
        image = reduced(made, tuple(palette.load(work.palette).inks.values()))
    else:
        image = made
    if path.suffix == ".webp":
        image.save(path, "WEBP", **_WEBP)
    elif path.suffix == ".png":
        image.save(path, "PNG", optimize=True)
    else:
        raise ValueError(f"{work.name}: nothing here writes {path.suffix} files")
    return path


def reduced(
    print_: Image.Image, inks: tuple[str, ...], steps: tuple[float, ...] = STEPS
) -> Image.Image:
    """A print in nothing but its inks and the steps between them.

    Where it is partly see-through, that too is in quarters, and the colour is an ink itself, which
    keeps the whole within the 256 colours that are written cheaply.
    """
    opaque = print_.convert("RGB")
    image = opaque.quantize(palette=_colours(inks, steps), dither=Image.Dither.NONE).convert("RGB")
    if print_.mode != "RGBA":
        return image
    alpha = np.asarray(print_.getchannel("A")).astype(np.int32)
    quarters = (alpha + 32) // 64
    flat = opaque.quantize(palette=_colours(inks, ()), dither=Image.Dither.NONE).convert("RGB")
    pixels = np.where((quarters < 4)[..., None], np.asarray(flat), np.asarray(image))
    pixels[quarters == 0] = palette.rgb(inks[0])
    cover = np.minimum(quarters * 64, 255).astype(np.uint8)
    return Image.fromarray(np.dstack([pixels, cover]))


@cache
def _colours(inks: tuple[str, ...], steps: tuple[float, ...]) -> Image.Image:
    """A palette image of the inks and of these steps between each two."""
    pure = [palette.rgb(ink) for ink in inks]
    colours = list(pure)
    for one, other in combinations(pure, 2):
        for step in steps:
            mixed = [round(a + (b - a) * step) for a, b in zip(one, other, strict=True)]
            colours.append((mixed[0], mixed[1], mixed[2]))
    image = Image.new("P", (1, 1))
    # What is left of the 256 repeats the first, so that nothing else is ever taken.
    colours += [pure[0]] * (256 - len(colours))
    image.putpalette([part for colour in colours for part in colour])
    return image
