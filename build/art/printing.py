"""From a cut block to a print: one plate an ink, pulled one over another on textured paper."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from PIL import Image
from scipy import ndimage as ndi

from build.art.arrays import Bools, Floats, Indices
from build.art.noise import noise
from build.art.palette import rgb


class Press(NamedTuple):
    """How roughly it is printed; all may be 0 for a clean proof."""

    misreg: float = 2.2
    """How far a plate may lie off its place, in pixels."""
    rough: float = 1.1
    """How far the knife tears an edge."""
    salt: float = 1.0
    """How much a plate starves of ink, in specks."""
    grain: float = 0.0
    """How much of the paper's fibres and of the ink's mottle shows. What ships has none: it would
    double the size, and what is left of it in a few colours is dirt."""


class _Sheet(NamedTuple):
    """What a print shows of its paper and of the press, one value a pixel."""

    fibres: Floats
    mottle: Floats
    specks: Floats


_TRAP = 7
"""How far, in pixels, a colour runs on beneath the key block."""


def print_block(
    block: Indices, inks: dict[str, str], ss: int, seed: int, press: Press, alpha: Bools | None
) -> Image.Image:
    """Print a block cut at `ss` times the print's size, where index 0 is paper and 1 the key."""
    rng = np.random.default_rng(seed)
    torn = _torn(block.shape, press.rough, ss, rng)
    block = block[torn]
    sheet = _sheet((block.shape[0] // ss, block.shape[1] // ss), rng)
    under = _trapped(block, ss)
    printed = _paper(sheet, rgb(inks["paper"]), press, rng)
    for number, ink in enumerate(inks.values()):
        plate = _coverage(under == number, ss) if number > 1 else None
        if plate is not None and plate.any():
            printed = _press_colour(printed, plate, rgb(ink), sheet, press, rng)
    printed = _press_key(printed, _coverage(block == 1, ss), rgb(inks["key"]), sheet, press, rng)
    pixels = np.clip(printed, 0, 255).astype(np.uint8)
    if alpha is None:
        return Image.fromarray(pixels)
    cover = (_coverage(alpha[torn], ss) * 255).astype(np.uint8)
    return Image.fromarray(np.dstack([pixels, cover]))


def _torn(
    shape: tuple[int, ...], rough: float, ss: int, rng: np.random.Generator
) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.int32]], ...]:
    """Where each pixel comes from, when the knife has torn the edges a little."""
    taken = []
    for axis, size in enumerate(shape):
        moved = noise(shape, 5 * ss, rng) * (rough * ss * 0.42)
        moved += noise(shape, 22 * ss, rng) * (rough * ss * 0.5)
        moved += np.arange(size, dtype=np.float32).reshape((-1, 1) if axis == 0 else (1, -1))
        taken.append(np.clip(moved, 0, size - 1).astype(np.int32))
    return tuple(taken)


def _trapped(block: Indices, ss: int) -> Indices:
    """The colours run on beneath the key block, so that a shifted plate seldom shows a gap.

    Worked out at the print's size, as no edge that this draws is ever seen.
    """
    small = block[::ss, ::ss]
    key = small == 1
    if not key.any() or key.all():
        return block
    distance, (rows, columns) = ndi.distance_transform_edt(key, return_indices=True)
    spread = np.where(distance > _TRAP, np.uint8(1), small[rows, columns])
    whole = spread.repeat(ss, 0).repeat(ss, 1)
    return np.where(block == 1, whole, block)


def _coverage(where: Bools, ss: int) -> Floats:
    """How much of each pixel of the print is inked."""
    rows, columns = where.shape[0] // ss, where.shape[1] // ss
    parts = where.reshape(rows, ss, columns, ss)
    return np.asarray(parts.mean((1, 3), dtype=np.float32))


def _sheet(shape: tuple[int, int], rng: np.random.Generator) -> _Sheet:
    fibres = noise(shape, 2.2, rng) * 0.5 + noise(shape, 1.0, rng) * 0.5
    mottle = noise(shape, 90, rng, 3)
    specks = ndi.gaussian_filter(rng.random(shape).astype(np.float32), 0.8)
    return _Sheet(fibres, mottle, (specks - specks.mean()) / specks.std())


def _paper(
    sheet: _Sheet, colour: tuple[int, int, int], press: Press, rng: np.random.Generator
) -> Floats:
    clouds = noise(sheet.fibres.shape, 260, rng)
    uneven = (sheet.fibres * 3.2 + clouds * 3.0) * np.float32(press.grain)
    return np.asarray(np.array(colour, np.float32) + uneven[..., None])


def _press_colour(
    printed: Floats,
    plate: Floats,
    colour: tuple[int, int, int],
    sheet: _Sheet,
    press: Press,
    rng: np.random.Generator,
) -> Floats:
    """Print a spot colour: a little off its place, starved in specks, not quite opaque."""
    turn, far = rng.uniform(0, 2 * np.pi), press.misreg * rng.uniform(0.55, 1.0)
    shift = (math.sin(turn) * far, math.cos(turn) * far)
    plate = ndi.shift(plate, shift, order=1, mode="nearest")
    starved = np.clip((sheet.specks + sheet.mottle * 0.9) * 0.9 - 3.0 + 0.35 * press.salt, 0, 1)
    cover = plate * np.clip(1 - starved * press.salt * 1.3, 0, 1)
    cover *= 0.965 + 0.03 * np.clip(sheet.mottle + sheet.fibres * 0.5, -1, 1)
    uneven = (sheet.mottle * 3.5 + sheet.fibres * 2.2) * np.float32(press.grain)
    return _laid(printed, cover, colour, uneven)


def _press_key(
    printed: Floats,
    plate: Floats,
    colour: tuple[int, int, int],
    sheet: _Sheet,
    press: Press,
    rng: np.random.Generator,
) -> Floats:
    """Print the key block, last; its large solids take the ink less evenly, as on a press."""
    solid = ndi.uniform_filter(plate, 15)
    salt = ndi.gaussian_filter(rng.standard_normal(plate.shape).astype(np.float32), 0.75)
    salt /= salt.std()
    starved = np.clip(salt + sheet.mottle * 0.8 - 3.15 + 0.55 * solid * press.salt, 0, 1)
    cover = plate * np.clip(1 - starved * press.salt * 0.8, 0, 1)
    uneven = np.clip(sheet.mottle * 2.5 + sheet.fibres * 2.0, -4, 6) * np.float32(press.grain)
    return _laid(printed, cover, colour, uneven)


def _laid(printed: Floats, cover: Floats, colour: tuple[int, int, int], uneven: Floats) -> Floats:
    """One ink laid over what is printed; worked colour by colour, as the sheet is large."""
    for channel, value in enumerate(colour):
        below = printed[..., channel]
        below += (value + uneven - below) * cover
    return printed
