"""Where the lines of a graver stand, and how one object's lines differ from another's."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from build.art.arrays import Bools, Floats
from build.art.noise import noise

_TABLE = 4096
"""Random numbers drawn for the lines of a cut: line k has those at k and at multiples of k."""


def cutlines(
    h: Floats,
    tone: Floats,
    jitter: float = 0.25,
    along: Floats | None = None,
    rng: np.random.Generator | None = None,
    seg: float = 90,
    drift: float = 0.0,
) -> Bools:
    """True where ink stands.

    Lines run where `h` is whole, and are 1 - `tone` wide. `jitter` makes their widths uneven, from
    stroke to stroke where `along` is given (how far along its line a pixel lies); a stroke is about
    `seg` long. `drift` lets each line stand off its place by up to half of this share of the pitch.
    """
    table = (rng or np.random.default_rng(0)).random(_TABLE).astype(np.float32)
    line = np.floor(h).astype(np.int32)
    uneven = _of_line(table, line) - np.float32(0.5)
    if along is not None:
        offset = _of_line(table, line * 7 + 13) * 9
        stroke = np.floor(along / seg + offset).astype(np.int32)
        uneven = uneven * 0.6 + (_of_line(table, line * 31 + stroke * 17) - 0.5) * 0.7
    centre = (h - line) * 2 - 1
    if drift:
        centre -= (_of_line(table, line * 5 + 3) - 0.5) * drift
    return np.asarray(tone + uneven * jitter < 1 - np.abs(centre))


def _of_line(table: Floats, line: np.ndarray[tuple[int, ...], np.dtype[np.int32]]) -> Floats:
    return np.asarray(table[line & (_TABLE - 1)])


class Hand(NamedTuple):
    """How one object's lines are cut: no two in a picture alike."""

    lean: float
    """Degrees that the lines are off the angle asked for."""
    pitch: float
    """Factor of the pitch."""
    reach: float
    """How long the lines' waves are, in pixels of the picture."""
    swing: float
    """Factor of the waves' height."""
    drift: float
    """How uneven the lines' distances are: see `cutlines`."""

    def waves(
        self, shape: tuple[int, ...], ss: int, rng: np.random.Generator
    ) -> Callable[[float], Floats]:
        """The lines' waves on a canvas of this shape, by the height asked for."""
        slow, quick = noise(shape, self.reach * ss, rng), noise(shape, 9 * ss, rng)

        def at(height: float) -> Floats:
            waves = slow * np.float32(height * 2 * self.swing)
            return np.asarray(waves + quick * np.float32(height * 0.35), np.float32)

        return at


def hand(rng: np.random.Generator, extent: float, vary: float = 1.0) -> Hand:
    """A way to cut an object this large (in pixels of the picture).

    Its lines lean by four degrees at most, and so that across the object they are not off by more
    than 14 pixels: a wall's boards stay level.
    """
    most = min(4.0, math.degrees(math.atan2(14, max(extent, 1) / 2)))
    lean, pitch, reach, drift = rng.uniform(-1, 1, 4)
    length = 46 * 2.0 ** (reach * 1.1 * vary)
    return Hand(
        lean=lean * most * vary,
        pitch=1 + pitch * 0.13 * vary,
        reach=length,
        # Long waves may be higher for the same slope, and slope is what the eye sees.
        swing=(length / 46) ** 0.6 * rng.uniform(1 - 0.5 * vary, 1 + 0.15 * vary),
        drift=(0.34 + 0.16 * drift) * vary,
    )
