"""Lettering, cut as a mask, and the faces it is cut in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from build.art.arrays import Bools

_FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
_OWN = Path(__file__).resolve().parent / "data"


def font(name: str) -> str:
    """The path of a typeface's file: of the game's own, or of those that only pictures use."""
    own = _OWN / name
    return str(own if own.exists() else _FONTS / name)


@cache
def _face(path: str, size: int) -> ImageFont.FreeTypeFont:
    # The basic layout is the same whether or not Raqm is on the machine.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def letters(
    words: str, path: str, size: int, *, spacing: float = 0, fit: float | None = None
) -> Bools:
    """A line of lettering as a mask without margins; smaller if it must `fit` a width."""
    face = _face(path, size)
    wide = _width(words, face, spacing)
    if fit and wide > fit:
        spacing *= fit / wide
        face = _face(path, int(size * fit / wide))
        wide = _width(words, face, spacing)
    high = sum(face.getmetrics())
    margin = int(high * 0.2)
    canvas = Image.new("L", (int(wide) + 2 * margin, high + 2 * margin))
    draw = ImageDraw.Draw(canvas)
    x = float(margin)
    for part in words if spacing else [words]:
        draw.text((x, margin), part, font=face, fill=255)
        x += face.getlength(part) + spacing
    cut = canvas.crop(canvas.getbbox())
    return np.asarray(cut) > 127


def _width(words: str, face: ImageFont.FreeTypeFont, spacing: float) -> float:
    return face.getlength(words) + spacing * max(0, len(words) - 1)


def turned(mask: Bools, degrees: float) -> Bools:
    """A mask turned clockwise, on a canvas that holds all of it."""
    image = Image.fromarray(mask.astype(np.uint8) * 255)
    image = image.rotate(-degrees, expand=True, resample=Image.Resampling.BICUBIC)
    return np.asarray(image) > 127
