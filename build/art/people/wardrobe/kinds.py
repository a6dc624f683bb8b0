"""Which materials a figure has, and what dressing needs to know of a person."""

from __future__ import annotations

from typing import Any, Protocol

from build.art.people.body import Body
from build.art.people.mesh import Array, Mesh

SKIN, EYE, HAIR, HAT, BAND, SHIRT, COAT, LEGS, SHOE, SHAWL, APRON, PROP, PROP2, TEETH, GLASS = (
    range(1, 16)
)


class Wearer(Protocol):
    """Somebody to dress: a Person, while it is being made."""

    o: dict[str, Any]
    """The options, by name."""
    b: Body
    seed: int

    def head_ring(self, y: float, margin: float = 0.05) -> tuple[float, float, float, float]:
        """Half-widths, height and depth of the head at a height."""
        ...

    def fit(self, v: Any, y0: float = 6.9, y1: float = 8.6) -> Array:
        """Points written on the mesh's head, moved to this person's own."""
        ...

    def on_head(self, vf: tuple[Array, Array], mat: int, rest: Array | None = None) -> Mesh:
        """A thing that the head carries."""
        ...


def female(person: Wearer) -> bool:
    """True if the body is more of a woman's."""
    return bool(person.b.male < 0.5)


def skirted(person: Wearer) -> bool:
    """True if they wear a skirt or a dress."""
    return person.o["legs"] in ("skirt", "dress")
