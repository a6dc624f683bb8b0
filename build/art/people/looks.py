"""What is cut into a face beyond its form: brows, eyes, lips, and the lines of a life."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Look:
    """The deliberate marks of one face.  Sizes are shares of the usual: 1 is as most people."""

    brow: float = 1.0  # weight
    brow_arch: float = 1.0
    brow_tilt: float = 0.0  # + lifts the outer end
    brow_up: float = 0.0  # decimetres
    brow_gap: float = 0.12  # from the middle to where a brow begins, decimetres
    brow_end: float = 0.60
    brow_ragged: float = 0.5
    brow_ink: str = "key"
    iris: str = "brown"
    lashes: float = 0.0
    hooded: float = 0.0  # how heavy the fold above the eye lies
    lip: tuple[str, str] | None = None  # upper and lower
    lip_full: float = 1.0
    lines: float | None = None  # age in lines; None takes it from the years
    pouches: float = 0.0  # beneath the eyes
    dimple: float = 0.0  # in the chin
    stubble: float = 0.0
    moustache: str = ""  # "trim", "full" or "pencil"
    freckles: int = 0
    mole: tuple[float, float] | None = None  # un-posed x, y
    tone: float = 0.0  # + takes more of the skin's second ink


def look_of(value: Look | dict[str, Any] | None) -> Look:
    """A look, given whole, by its differences from the usual, or not at all."""
    return value if isinstance(value, Look) else Look(**(value or {}))
