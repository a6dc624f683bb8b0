"""The kinds of array that cutting and printing work on."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

Bools: TypeAlias = npt.NDArray[np.bool_]
Floats: TypeAlias = npt.NDArray[np.float32]
Indices: TypeAlias = npt.NDArray[np.uint8]
"""A number of an ink for each pixel."""
Points: TypeAlias = npt.NDArray[np.float64]
"""Points of a line or an outline: x and y, one pair a row."""
PointsLike: TypeAlias = npt.ArrayLike
"""Anything that becomes Points: a list of pairs will do."""

Field: TypeAlias = Callable[[Floats, Floats], npt.ArrayLike]
"""Something that varies over the picture, as a function of x and y."""
Tone: TypeAlias = float | Field
"""How much of the ground stays clear: 0 = solid ink, 1 = none."""


class Patch(NamedTuple):
    """A part of a block: which rows and columns, and which pixels of those."""

    rows: slice
    columns: slice
    inside: Bools


def values(tone: Tone, x: Floats, y: Floats) -> Floats:
    """A tone at these points."""
    found = tone(x, y) if callable(tone) else tone
    return np.broadcast_to(np.asarray(found, np.float32), x.shape)
