"""The rows of the picture theatre, from behind: the front ones roped off, and who sits where."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from build.art.block import Block
from build.art.pictures.coast_folk import (
    SKIN,
    lady_hat,
    local,
    person,
    put,
    seated,
    sit,
    stand,
)
from build.art.pictures.coast_land import Tone, rounded
from build.art.scenery import rope, sag

Seat = tuple[float, float, dict[str, Any]]


def rows(b: Block) -> None:
    """Front row, second row, the rope, an empty row, and the backs of those behind it."""
    _front_row(b)
    _second_row(b)
    _rope(b)
    _behind(b)


def _seats(b: Block, y: float, n: int, span: tuple[float, float], tall: float, ink: str) -> None:
    """A row of seat backs, rounded, studded along the top."""
    x0, x1 = span
    w = (x1 - x0) / n
    b.rect(x0 + w * 0.1, y + tall * 0.14, x1 - w * 0.1, y + tall, "key", 0.6)
    for k in range(n):
        x = x0 + k * w
        p = rounded(
            [
                (x + w * 0.05, y),
                (x + w * 0.95, y),
                (x + w * 0.97, y + tall),
                (x + w * 0.03, y + tall),
            ],
            w * 0.2,
        )
        b.poly((p - [x + w / 2, y + tall / 2]) * 1.05 + [x + w / 2, y + tall / 2], "key", 0.6)
        b.poly(p, ink, 0.8)
        b.engrave(
            b.mask(p),
            "key",
            _plush(x, y, w, tall),
            angle=90 if k % 2 else 84,
            pitch=max(6, w / 15),
        )
        b.stroke(
            [(x + w * 0.16, y + 4), (x + w * 0.84, y + 4)], max(2, w * 0.026), "gold", (0.4, 0.4)
        )


def _plush(x: float, y: float, w: float, tall: float) -> Tone:
    """The tone of a padded back: light along its top and its middle."""
    return lambda s, t: 0.86 - (t - y) / (tall * 1.05) + 0.16 * np.sin((s - x) / w * 3.1)


def _front_row(b: Block) -> None:
    """Backs of heads against the screen; a small one asks a big one something."""
    rim = (0.0, 0.5, -0.75)
    for k, (x, male, age, hair) in enumerate(
        (
            (600, 1, 40, "short"),
            (706, 0, 36, "set"),
            (806, 1, 11, "crop"),
            (900, 0, 30, "bob"),
            (1084, 1, 50, "short"),
            (1190, 0, 60, "bun"),
            (1300, 1, 24, "quiff"),
            (1404, 0, 22, "bob"),
        )
    ):
        small = age < 14
        who = local(
            male=male,
            age=age,
            seed=300 + k,
            hair=hair,
            height=0.8 if small else 1,
            top="jacket" if male and not small else "dress" if not male else "shirt",
            top_ink=("key", "key"),
            shirt_ink=("key", "key"),
            edge=("gold", "sand", "red")[k % 3],
            legs="trousers" if male else "skirt",
            pose=seated(0, (-24, 10, 30, 0)[k % 4], 0),
        )
        put(
            b,
            who,
            (x, 444 + (26 if small else 0)),
            25,
            yaw=180 + (1010 - x) * 0.02,
            light=rim,
            big=False,
            line=1.2,
            halo=("gold", 2),
            ao=0.3,
        )
    _seats(b, 506, 10, (520, 1500), 74, "red")
    b.rect(520, 584, 1500, 700, "key", 1)


def _second_row(b: Block) -> None:
    """Nearer; of these, four have turned round in their seats and look at us."""
    lamp = (-0.52, 0.42, 0.74)
    people: tuple[tuple[float, float, float, dict[str, Any]], ...] = (
        (
            500,
            470,
            170,
            {
                "male": 1,
                "age": 33,
                "seed": 321,
                "hair": "short",
                "top": "jacket",
                "top_ink": ("teal", "teal"),
            },
        ),
        (
            640,
            468,
            -24,
            {
                "male": 0,
                "age": 58,
                "seed": 323,
                "hair": "bun",
                "hair_ink": ("paper", "sand"),
                "extra": lady_hat("pillbox"),
                "hat_ink": ("teal", "teal"),
                "band_ink": "gold",
                "top": "cardigan",
                "top_ink": ("teal", "teal"),
                "shirt_ink": ("paper", "sand"),
                "expr": {"mouthSmile": 0.05},
            },
        ),
        (
            800,
            462,
            186,
            {
                "male": 1,
                "age": 44,
                "seed": 325,
                "hair": "short",
                "hat": None,
                "top": "jacket",
                "top_ink": ("brown", "brown"),
            },
        ),
        (
            936,
            450,
            14,
            {
                "male": 1,
                "age": 36,
                "seed": 63,
                "hair": "wavy",
                "top": "jacket",
                "top_ink": ("paper", "sand"),
                "shirt_ink": ("paper", "paper"),
                "tie": "red",
                "face": {"nose-flaring": 0.5, "chin-width": 0.4},
            },
        ),
        (
            1086,
            466,
            -10,
            {
                "male": 0,
                "age": 27,
                "seed": 329,
                "hair": "set",
                "top": "blouse",
                "shirt_ink": ("red", "red"),
                "lips": "red",
                "expr": {"browDown": 0.2},
            },
        ),
        (
            1236,
            478,
            190,
            {
                "male": 0,
                "age": 40,
                "seed": 331,
                "hair": "bun",
                "extra": lady_hat("felt", 0.3),
                "hat_ink": ("gold", "gold"),
                "band_ink": "red",
                "top": "coat",
                "top_ink": ("red", "red"),
            },
        ),
        (
            1352,
            496,
            -26,
            {
                "male": 1,
                "age": 13,
                "seed": 333,
                "height": 0.86,
                "hair": "crop",
                "top": "shirt",
                "shirt_ink": ("paper", "sand"),
            },
        ),
        (
            1476,
            470,
            176,
            {
                "male": 1,
                "age": 60,
                "seed": 335,
                "hair": "receding",
                "hair_ink": ("paper", "sand"),
                "top": "jacket",
                "top_ink": ("teal", "teal"),
            },
        ),
    )
    for x, y, yaw, who in people:
        away = abs(yaw) > 90
        legs = "trousers" if who["male"] else "skirt"
        p = local(
            pose=seated(0, 0, 0) if away else sit(stand(head=(-5, -yaw * 0.75, yaw * 0.14))),
            legs=legs,
            gaze=(0, 0) if away else (0, 5),
            **who,
        )
        light = (0.0, 0.5, -0.6) if away else lamp
        put(
            b,
            p,
            (x, y),
            42,
            yaw=yaw,
            light=light,
            big=True,
            halo=("gold" if away else "key", 3),
            cast=0.14,
            over={} if away else {SKIN: {"shift": -0.08}},
        )
    _seats(b, 588, 10, (390, 1630), 130, "red")
    b.rect(390, 722, 1630, 1080, "key", 1)


def _rope(b: Block) -> None:
    """A rope of red plush across the aisle ends and along the row, on its brass hooks."""
    posts = (300, 760, 1250, 1720)
    for x0, x1 in pairwise(posts):
        rope(b, sag(x0, 640, x1, 640, 44), 17, ink="paper")
    for x in posts:
        b.rect(x - 12, 606, x + 12, 850, "key", 0.8)
        b.rect(x - 8, 610, x + 7, 850, "gold", 0.6)
        b.rect(x - 5, 614, x - 1, 850, "paper", 0.5)
        b.ellipse(x, 604, 22, 22, "key", 0.5)
        b.ellipse(x - 1, 603, 17, 17, "gold", 0.5)
        b.ellipse(x - 6, 598, 6, 5, "paper", 0.4)


def _behind(b: Block) -> None:
    """An empty row, then the heads of the dearer seats, edged by the screen."""
    _seats(b, 742, 9, (240, 1780), 170, "brown")
    rim = (0.1, 0.92, -0.16)
    near: tuple[tuple[float, float, float, dict[str, Any]], ...] = (
        (
            212,
            792,
            176,
            {
                "male": 1,
                "age": 50,
                "seed": 351,
                "hair": "receding",
                "top": "jacket",
                "edge": "gold",
            },
        ),
        (
            470,
            820,
            188,
            {"male": 0, "age": 45, "seed": 353, "hair": "set", "top": "cardigan", "edge": "red"},
        ),
        (
            1440,
            812,
            172,
            {"male": 0, "age": 24, "seed": 355, "hair": "bob", "top": "cardigan", "edge": "gold"},
        ),
        (
            1672,
            770,
            184,
            {"male": 1, "age": 27, "seed": 357, "hair": "quiff", "top": "jacket", "edge": "sand"},
        ),
        (
            1890,
            800,
            180,
            {
                "male": 1,
                "age": 62,
                "seed": 359,
                "hair": "short",
                "hat": "trilby",
                "hat_ink": ("key", "key"),
                "top": "coat",
                "edge": "gold",
            },
        ),
    )
    for x, y, yaw, who in near:
        legs = "trousers" if who["male"] else "skirt"
        p = person(
            pose=seated(),
            legs=legs,
            top_ink=("key", "key"),
            shirt_ink=("key", "key"),
            skin=("sand", "brown"),
            **who,
        )
        put(b, p, (x, y), 78, yaw=yaw, light=rim, big=True, halo=("gold", 3), ao=0.3, cast=0)
    _seats(b, 960, 7, (60, 1860), 200, "red")
