"""The game's own poster: hands up in rows, and one place left for whoever looks at it."""

from __future__ import annotations

from functools import partial

import numpy as np

from build.art.block import Block
from build.art.lettering import font
from build.art.people.person import Person
from build.art.people.placing import place
from build.art.people.poses import raise_palm, stand
from build.art.portraits.standing import EVERYBODY
from build.art.work import Work

_ROWS = (
    ("6", "orr", "2", "ilija", "4", "clarrie", "7", "arch", "3", "norm", "1", "tasker"),
    ("col", "jean", "merv", "les", "5", "8", "len", "ivy"),
    ("dulcie", "roy", "vi", "june", "alby"),
)
"""From the back to the front."""
_DOWN = {"clarrie", "norm", "len", "vi"}
"""Not everybody's hand goes up."""


def poster(ss: int = 2, *, wide: bool = True) -> Block:
    """Wide, or upright."""
    size = (1920, 1080) if wide else (1200, 1500)
    block = Block(*size, "coast61", ss, seed=100, ground="red")
    _ground(block)
    _people(block)
    _words(block)
    return block


def _ground(block: Block) -> None:
    w, h = block.w, block.h
    sheet, middle = block.box(0, 0, w, h), (w / 2, h * 0.62)
    far = float(np.hypot(w, h))
    block.rays(
        sheet, *middle, "gold", n=76, r0=10,
        tone=lambda x, y: np.hypot(x - middle[0], y - middle[1]) / far * 2.3,
    )  # fmt: skip
    block.rays(
        sheet, *middle, "key", n=76, r0=far * 0.16,
        tone=lambda x, y: 1.5 - np.hypot(x - middle[0], y - middle[1]) / far * 2.2,
    )  # fmt: skip


def _figure(name: str, turn: float) -> Person:
    pose = stand(head=(-4, turn, 0), arms=0.12)
    hands: dict[str, str] = {}
    if name not in _DOWN:
        side = "R" if turn >= 0 else "L"
        pose, hands = raise_palm(pose, side, out=0.3), {side: "vote"}
    return Person(pose=pose, expr="neutral", hands=hands, **EVERYBODY[name].person)


def _people(block: Block) -> None:
    w, h = block.w, block.h
    wide = w > h
    for row, names in enumerate(_ROWS):
        those = names if wide else names[: len(names) - (3, 2, 0)[row]]
        scale = (21, 33, 54)[row] * (1 if wide else 0.98)
        y = h * ((0.535, 0.59, 0.665)[row] if wide else (0.54, 0.595, 0.66)[row])
        places = len(those) + (row == 2)  # the gap
        gap = places // 2
        for k, name in enumerate(those):
            seat = k + 1 if row == 2 and k >= gap else k
            x = (seat + 0.5) / places * w * 1.04 - w * 0.02
            if row == 1 and abs(x - w / 2) < w * 0.08:
                continue  # nobody stands behind the open place
            lean = 1 if x < w / 2 else -1
            place(
                block, _figure(name, 6 * lean), x, y + 10 * (k % 2), scale,
                yaw=(w / 2 - x) / w * 20, light=(0.25 * lean, 0.6, 0.75), halo=("key", 4),
                big=scale > 30, cast=0.13, ao=0.85,
            )  # fmt: skip


def _words(block: Block) -> None:
    """The motto, on a banner across the top."""
    w, h = block.w, block.h
    top, low = h * 0.045, h * (0.265 if w > h else 0.22)
    left, right = w * 0.09, w * 0.91
    u = np.linspace(0, 1, 40)
    hem = np.stack([left + (right - left) * u, low + 8 * np.sin(u * 17)], 1)
    cloth = np.vstack([[(left, top), (right, top)], hem[::-1]])
    middle = cloth.mean(0)
    block.poly((cloth - middle) * [1.012, 1.08] + middle, "key", 1)
    block.poly(cloth, "paper", 1)
    for k in range(90):
        x = left + (right - left) * (k + 0.5) / 90
        y = float(np.interp(x, hem[:, 0], hem[:, 1]))
        block.gouge(x, y, 91, h * 0.026, 9, "key")
        block.gouge(x + 1, y, 91, h * 0.021, 5, "gold")
    block.rect(left, top - 14, right, top + 4, "key", 0.8)
    block.rect(left + 6, top - 10, right - 6, top - 3, "gold", 0.6)
    face, y = font("anton-400-normal.ttf"), (top + low) / 2
    words = (("ONE OUT", "key", -1), ("ALL OUT", "red", 1))
    for text, ink, side in words:
        x = w / 2 + side * (right - left) * 0.245
        block.text(text, x, y, (low - top) * 0.76, face, ink, fit=(right - left) * 0.42)


WORKS = (
    Work("poster/game", "pictures/game/poster.webp", poster, "poster"),
    Work(
        "poster/game-upright", "pictures/game/upright.webp", partial(poster, wide=False), "poster"
    ),
)
