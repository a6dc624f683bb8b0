"""Collars that stand round the neck."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from build.art.people.mesh import Array, Mesh
from build.art.people.wardrobe.geometry import lathe
from build.art.people.wardrobe.kinds import COAT, SHIRT, Wearer

_SHIRT = (
    (0.74, 0.58, 5.50, 0.27, -0.30),
    (0.68, 0.56, 5.80, 0.26, -0.28),
    (0.66, 0.55, 6.00, 0.25, -0.24),
    (0.72, 0.61, 5.98, 0.25, -0.24),
    (0.86, 0.74, 5.62, 0.27, -0.34),
)
_COLLAR = (
    (1.10, 0.80, 5.40, 0.20, -0.30),
    (0.88, 0.70, 5.72, 0.20, -0.22),
    (0.80, 0.66, 5.92, 0.18, -0.16),
    (0.88, 0.74, 5.90, 0.18, -0.16),
    (1.22, 0.98, 5.46, 0.18, -0.30),
)


def collar(person: Wearer) -> list[Mesh | None]:
    """A shirt's collar, and a coat's over it. Open at the throat where there is no tie."""
    open_ = not person.o["tie"] or person.o["tie"] == "braces"
    gap = (0.16, 0.62) if open_ and person.o["top"] != "overalls" else (0.02, 0.30)
    made: list[Mesh | None] = [_ring(person, _SHIRT, SHIRT, gap)]
    if person.o["top"] in ("jacket", "coat", "donkey"):
        made.append(_ring(person, _COLLAR, COAT, (0.40, 1.2)))
    return made


def _ring(
    person: Wearer, rings: Sequence[Sequence[float]], mat: int, gap: tuple[float, float]
) -> Mesh:
    """Turned down all round, with a gap in front that widens downwards."""
    v, f = lathe(rings, 48)

    def keep(r: Array) -> Array:
        half = gap[0] + gap[1] * np.clip(5.85 - r[:, 1], 0, 1)
        kept: Array = ~((r[:, 2] > 0.3) & (np.abs(r[:, 0]) < half))
        return kept

    fitted = person.fit(v, 5.75, 6.05)
    return Mesh(person.b.skin_rigid(fitted, "neck01", "spine01"), f, v, mat, keep=keep)
