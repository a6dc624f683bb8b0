"""What the delegate holds: a roster board, one pencil at work and one behind the ear."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from build.art.people.body import Mesh
from build.art.people.person import PROP, PROP2, Person, tube

_Floats = NDArray[np.float64]


def roster_and_pencils(man: Person) -> list[Mesh]:
    """The board across his left forearm, the pencils; in the man's own space."""
    left, right = man.b.joint("finger3-1.L"), man.b.joint("finger2-2.R")
    ear = np.array([[-0.95, 7.66, 1.25], [-0.98, 7.56, 0.5], [-0.92, 7.48, -0.3]])
    return [
        _board(left + np.array([-0.55, 0.55, 0.1])),
        tube(right + np.array([[0.42, -0.75, 0.5], [-0.55, 1.0, -0.1]]), 0.075, 8, PROP2),
        tube(man.b.attach(man.fit(ear), "head"), 0.075, 8, PROP2),
    ]


def _board(at: _Floats) -> Mesh:
    """A sheet on a board, leaning back against the forearm; its rest space is the sheet."""
    wide, high = 1.25, 1.5
    across = np.array([0.96, 0.0, -0.28])
    up = np.array([0.12, 0.8, 0.58])
    back = np.cross(across, up) * 0.09
    flat = [(-wide, -high), (wide, -high), (wide, high), (-wide, high)]
    front = [at + across * u + up * v for u, v in flat]
    v = np.array([*front, *(p - back for p in front)])
    r = np.array([(*q, 1.0) for q in flat] + [(*q, 0.0) for q in flat])
    f = [[0, 1, 2], [0, 2, 3], [5, 4, 7], [5, 7, 6]]
    for a, b in ((0, 1), (1, 2), (2, 3), (3, 0)):
        f += [[a, a + 4, b], [b, a + 4, b + 4]]
    return Mesh(v, np.array(f), r, PROP)


def _writing(g: Any, _tone: _Floats) -> list[tuple[str, NDArray[np.bool_]]]:
    """The roster: a red head line and the lines of names, some shorter than others."""
    x, y = g.r[..., 0], g.r[..., 1]
    row = np.floor((y + 1.5) / 0.36)
    line = (np.abs((y + 1.5) / 0.36 - row - 0.5) < 0.2) & (np.abs(y) < 1.25)
    long = x < 0.95 - 0.3 * (row % 3)
    return [("key", line & (x > -1.0) & long), ("red", (y > 1.02) & (y < 1.24) & (np.abs(x) < 1))]


# How the board and the pencils are inked.
IN_HAND: dict[int, dict[str, Any]] = {
    PROP: {"light": "paper", "mid": "paper", "lo": -0.2, "hi": 0.2, "over": _writing},
    PROP2: {"light": "gold", "mid": "gold", "lo": 0.2, "hi": 0.5, "split": (0.2, 0.4)},
}
