"""The people of the hotel's pictures: each is the same person in every one of them."""

from __future__ import annotations

from typing import Any

import numpy as np

from build.art.block import Block
from build.art.cast import likeness
from build.art.people.person import SKIN, Person, hold, sit, stand
from build.art.people.placing import place

# What a person is: body, face, skin, hair.  Clothes and pose are the picture's.
_WHO: dict[str, dict[str, Any]] = {
    **{name: likeness(name) for name in ("roy", "len", "vi", "june", "dulcie", "alby", "frank")},
    "quirk": {
        "male": 1,
        "age": 56,
        "seed": 21,
        "weight": 0.82,
        "jitter": 0.5,
        "face": {"mouth-angles-down": 0.4, "head-fat": 0.5},
        "hair": "receding",
        "hair_ink": ("key", "sand"),
    },
    "jean": {
        "male": 0,
        "age": 38,
        "seed": 29,
        "weight": 0.5,
        "face": {"cheek-bones": 0.4, "nose-hump": 0.2},
        "hair": "set",
        "hair_ink": ("gold", "brown"),
        "lips": "red",
    },
    "les": {
        "male": 1,
        "age": 41,
        "seed": 44,
        "weight": 0.6,
        "face": {"nose-hump": 0.5, "chin-prominent": 0.5},
        "hair": "quiff",
        "hair_ink": ("key", "brown"),
    },
    "ilija": {
        "male": 1,
        "age": 37,
        "seed": 12,
        "weight": 0.58,
        "muscle": 0.7,
        "face": {"cheek-bones": 0.5, "nose-hump": 0.6, "chin-width": 0.8},
        "hair": "short",
        "hair_ink": ("key", "brown"),
    },
    "norm": {
        "male": 1,
        "age": 49,
        "seed": 38,
        "weight": 0.35,
        "face": {"head-fat": -0.4, "nose-scale-vert": 0.4},
        "hair": "short",
        "hair_ink": ("sand", "brown"),
        "glasses": True,
    },
}


def who(name: str, **how: Any) -> Any:
    """Somebody of the story, dressed and posed for this picture: a Person.

    Placing adds to it what its type does not know (`px`, `g`).
    """
    return Person(**{**_WHO[name], **how})


def put(block: Block, man: Any, x: float, y: float, scale: float, **how: Any) -> Any:
    """Lay a person down with their head at (x, y), cut so that the face reads."""
    how.setdefault("cast", 0.14)
    how.setdefault("ao", 0.8)
    how.setdefault("big", scale > 28)
    place(block, man, x, y, scale, **how)
    if 22 < scale < 48:
        _features(block, man, x, y, scale)
    return man


def _features(block: Block, man: Any, x: float, y: float, scale: float) -> None:
    """Brows and mouth of a face at middle distance, no thinner than a cut that prints."""
    rest = man.g.r
    across, up = np.abs(rest[..., 0]), rest[..., 1]
    front = (man.g.m == SKIN) & (rest[..., 2] > 1.0)
    mouth = (np.abs(up - 6.607 + 0.1 * across**2) < 1.25 / scale) & (across < 0.24)
    brow = (
        (np.abs(up - 7.60 + 0.5 * (across - 0.34) ** 2) < 1.3 / scale)
        & (across > 0.13)
        & (across < 0.54)
    )
    rows, columns = np.nonzero(front & (mouth | brow))
    rows = rows + int((y + man.off[1]) * block.ss)
    columns = columns + int((x + man.off[0]) * block.ss)
    tall, wide = block.a.shape
    seen = (rows >= 0) & (rows < tall) & (columns >= 0) & (columns < wide)
    block.a[rows[seen], columns[seen]] = block.ix["key"]


def walk(head: tuple[float, float, float] = (0, 0, 0), stride: float = 0.34) -> dict[str, Any]:
    """A man in mid-step, his left leg before him."""
    pose = dict(stand(head=head))
    for side, way in (("L", 1), ("R", -1)):
        out = 0.04 if side == "L" else -0.04
        pose["upperleg01." + side] = (out, -1, stride * way)
        pose["lowerleg01." + side] = (out, -1, stride * way - 0.30)
        pose["upperarm01." + side] = (4 * out, -1, -0.22 * way)
        pose["lowerarm01." + side] = (3 * out, -1, 0.25 - 0.16 * way)
        pose["wrist." + side] = (3 * out, -1, 0.25 - 0.16 * way)
    return pose


def drink(
    side: str = "R",
    high: float = 0.5,
    head: tuple[float, float, float] = (0, 0, 0),
    other: float = -0.25,
) -> dict[str, Any]:
    """Standing at a counter, one hand carrying a glass, the other resting."""
    rest = "L" if side == "R" else "R"
    pose = hold(stand(head=head), side, fore=(-0.15, high, 1), upper=(0.3, -1, 0.25))
    return dict(hold(pose, rest, fore=(-0.35, other, 1), upper=(0.3, -1, 0.2)))


def at_table(head: tuple[float, float, float] = (0, 0, 0), lean: float = 4) -> dict[str, Any]:
    """Sitting, both forearms on a table, hands folded towards each other."""
    arm: dict[str, Any] = {
        "fore": (-0.62, -0.24, 1), "upper": (0.34, -1, 0.3), "wrist": (-0.8, -0.2, 0.8),
    }  # fmt: skip
    return dict(sit(hold(hold(stand(head=head, lean=lean), "L", **arm), "R", **arm)))


FOLDED = {"L": (38, 48, 30), "R": (42, 50, 34)}
GRIP = {"L": (62, 72, 40), "R": (62, 72, 40)}
