"""Smooth unevenness, the same for the same generator: what keeps a cut from looking ruled."""

from __future__ import annotations

import numpy as np
from PIL import Image

from build.art.arrays import Floats

_COARSE = 16
"""Features this wide are drawn small and enlarged: nobody sees the difference."""


def noise(
    shape: tuple[int, ...], cell: float, rng: np.random.Generator, octaves: int = 1
) -> Floats:
    """Value noise, about -1 to 1, with features about `cell` pixels wide."""
    height, width = shape
    if cell >= _COARSE:
        times = int(cell // 8)
        small = noise((height // times + 2, width // times + 2), cell / times, rng, octaves)
        size = (small.shape[1] * times, small.shape[0] * times)
        return _resized(small, size, Image.Resampling.BILINEAR)[:height, :width].copy()
    out = np.zeros(shape, np.float32)
    strength, total = 1.0, 0.0
    for _ in range(octaves):
        out += np.float32(strength) * _octave(height, width, cell, rng)
        total += strength
        strength /= 2
        cell = max(cell / 2, 1)
    return out / np.float32(total)


def _octave(height: int, width: int, cell: float, rng: np.random.Generator) -> Floats:
    """Random values on a grid, with smooth passages between them."""
    rows, columns = max(2, int(height / cell) + 3), max(2, int(width / cell) + 3)
    grid = rng.standard_normal((rows, columns)).astype(np.float32)
    size = (int(columns * max(cell, 1)) + 1, int(rows * max(cell, 1)) + 1)
    return _resized(grid, size, Image.Resampling.BICUBIC)[:height, :width]


def _resized(values: Floats, size: tuple[int, int], how: Image.Resampling) -> Floats:
    return np.asarray(Image.fromarray(values).resize(size, how), np.float32)


def drift(count: int, rng: np.random.Generator) -> Floats:
    """Uneven values in a row, each a little like its neighbours; about -0.5 to 0.5."""
    loose = rng.standard_normal(count)
    return np.convolve(loose, np.array([1, 2, 3, 2, 1]) / 9, "same").astype(np.float32)
