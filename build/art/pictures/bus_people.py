"""Who rides home: wharf, works and hospital, in hats, with bags and tins."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from build.art.block import Block, smooth
from build.art.cast import likeness
from build.art.people.person import Person, fist, hold, sit, stand
from build.art.people.placing import place
from build.art.people.shared import HAND, INK, SHARED
from build.art.pictures.indoors import edged, fingers, joint, turned

Options = dict[str, Any]
FAIR = ("paper", "sand")
VANISH = (960.0, 300.0)


def _hands_in_lap(turn: float = 0, nod: float = 0) -> Options:
    """Seated, both hands forward on what is carried."""
    pose = stand(head=(nod, turn, 0))
    for side in ("L", "R"):
        pose = hold(pose, side, fore=(-0.85, -0.12, 1), upper=(0.3, -1, 0.24))
    seated: Options = sit(pose, knees=0.14)
    return seated


# Seat by seat: how far back, how far across, and who.
RIDERS: list[tuple[float, float, float, Options]] = [
    (0.45, -430, 8, {
        "male": 1, "age": 44, "seed": 131, "hat": "trilby", "hat_ink": ("sand", "brown"),
        "top": "jacket", "top_ink": ("teal", "teal"), "skin": FAIR, "pose": _hands_in_lap(-16),
    }),
    (0.45, 430, -6, {
        "male": 1, "age": 29, "seed": 132, "hair": "quiff", "top": "shirt", **SHARED,
        "hair_ink": ("key", "key"), "shirt_ink": ("sand", "sand"), "pose": _hands_in_lap(20),
    }),
    (0.45, 780, -10, {
        "male": 1, "age": 51, "seed": 133, "hat": "flatcap", "hat_ink": ("brown", "brown"),
        "top": "donkey", "top_ink": ("key", "key"), "skin": FAIR, "pose": _hands_in_lap(0),
    }),
    (0.64, -800, 14, {
        "male": 1, "age": 36, "seed": 141, "hat": "flatcap", "hat_ink": ("teal", "teal"),
        "top": "jacket", "top_ink": ("brown", "brown"), "skin": FAIR, "pose": _hands_in_lap(10),
        "beard": "moustache", "hair_ink": ("key", "key"),
    }),
    (0.64, -440, 6, {
        "male": 0, "age": 34, "seed": 142, "hair": "set", "hair_ink": ("key", "brown"),
        "top": "cardigan", "top_ink": ("teal", "teal"), "legs": "dress", "skin": FAIR,
        "lips": "red",
        "pose": _hands_in_lap(-12), "expr": {"mouthSmile": 0.4},
    }),
    (0.64, 440, -8, {
        "male": 1, "age": 23, "seed": 143, "hair": "wavy", "hair_ink": ("key", "key"), **SHARED,
        "top": "shirt", "shirt_ink": ("gold", "gold"), "pose": _hands_in_lap(-14),
        "face": {"nose-scale-horiz": 0.7, "chin-width": 0.3, "head-oval": 0.4},
        "expr": {"mouthSmile": 0.7, "browOuterUp": 0.4}, "gaze": (-8, 0),
    }),
    (0.64, 800, -14, {
        "male": 1, "age": 61, "seed": 144, "hat": "trilby", "hat_ink": ("brown", "brown"),
        "glasses": True, "top": "jacket", "top_ink": ("key", "key"), "skin": FAIR, "tie": "red",
        "pose": _hands_in_lap(-4, 6),
    }),
    (0.95, -436, 12, {
        "male": 1, "age": 56, "seed": 151, "lap": "bag", **SHARED,
        "hat": "akubra",
        "hat_ink": ("sand", "brown"), "hair_ink": ("paper", "sand"), "top": "jacket",
        "top_ink": ("teal", "teal"),
        "shirt_ink": ("paper", "sand"), "pose": _hands_in_lap(8), "gaze": (10, 0),
        "face": {"nose-scale-horiz": 0.8, "nose-flaring": 0.4, "head-square": 0.4,
        "cheek-bones": 0.4},
        "expr": {"browDown": 0.2, "mouthPress": 0.3},
    }),
    (0.95, -800, 16, {
        "male": 1, "age": 50, "seed": 152, "lap": "newspaper", "hat": "flatcap",
        "hat_ink": ("brown", "brown"),
        "hair_ink": ("paper", "sand"), "top": "jacket", "top_ink": ("key", "key"), "edge": "red",
        "shirt_ink": ("sand", "sand"), "skin": FAIR, "pose": _hands_in_lap(-14, 10),
        "face": {"head-square": 0.6, "nose-scale-depth": 0.5},
    }),
    (0.95, 440, -14, {
        "male": 1, "age": 47, "seed": 153, "lap": "tin", "hat": "flatcap",
        "hat_ink": ("key", "key"), "top": "donkey",
        "top_ink": ("brown", "brown"), "shirt_ink": ("paper", "sand"), "skin": FAIR,
        "gaze": (-12, 0),
        "pose": _hands_in_lap(-16), "expr": {"mouthSmile": 0.3, "browOuterUp": 0.3},
        "face": {"nose-hump": 0.6, "head-square": 0.5},
    }),
    (0.95, 806, -18, {
        **likeness("dulcie"), "lap": "parcel", "top": "coat", "top_ink": ("red", "red"),
        "legs": "dress", "shirt_ink": ("paper", "sand"), "pose": _hands_in_lap(-8),
    }),
]  # fmt: skip


def row(block: Block, k: float) -> None:
    """Everybody on one row of seats, the aisle seats last."""
    riders = [r for r in RIDERS if r[0] == k]
    for _, across, yaw, options in sorted(riders, key=lambda r: -abs(r[1])):
        _ride(block, k, across, yaw, options)


def _ride(block: Block, k: float, across: float, yaw: float, options: Options) -> None:
    """Seat one of them."""
    kind = {"legs_ink": ("key", "key"), "hands": {"L": (60, 66, 40), "R": (60, 66, 40)}, **options}
    lap = kind.pop("lap", None)
    person = Person(**kind)
    x, y = VANISH[0] + across * k, VANISH[1] + 116 * k
    place(
        block, person, x, y, 66 * k, yaw=yaw, light=(0.72, 0.42, 0.55),
        halo=("key", max(2.0, 4 * k)),
        big=k > 0.4, cast=0.2, ao=0.85,
    )  # fmt: skip
    if lap:
        _held(block, person, lap, kind["skin"])


def _held(block: Block, person: Person, lap: str, skin: tuple[str, ...]) -> None:
    """What somebody in the front row has on their knees, under both hands."""
    left, right = joint(person, "finger3-1.R"), joint(person, "finger3-1.L")
    x, y = (left[0] + right[0]) / 2, (left[1] + right[1]) / 2
    if lap == "parcel":
        knee, other = joint(person, "lowerleg01.R"), joint(person, "lowerleg01.L")
        block.rect(knee[0] + 26, knee[1] + 20, other[0] - 40, knee[1] + 150, "key", 1)
    else:
        block.ellipse(x, y + 216, 58, 74, "key", 1)
    LAPS[lap](block, x, y)
    ink = HAND if skin == INK else (skin[0], skin[1])
    fingers(block, left[0], left[1] + 4, 1.0, ink, 62)
    fingers(block, right[0], right[1] + 4, 1.0, ink, 118)


def back_bench(block: Block) -> None:
    """Heads along the back seat, against the glass."""
    for x, seed, hat in (
        (846, 121, "flatcap"),
        (912, 122, None),
        (1010, 123, "trilby"),
        (1076, 124, None),
    ):
        person = Person(
            male=1, age=30 + seed % 7 * 5, seed=seed, hat=hat, hat_ink=("key", "key"),
            hair_ink=("key", "key"),
            **(SHARED if seed % 2 else {"skin": FAIR}), top="jacket", top_ink=("key", "key"),
            legs_ink=("key", "key"),
            pose=_hands_in_lap(),
        )  # fmt: skip
        place(block, person, x, 352, 20, light=(0.8, 0.4, 0.4), halo=("gold", 1.6), line=1.2)


def in_the_aisle(block: Block) -> None:
    """A tall man standing, one hand in a strap, his bag in the other."""
    pose = fist(stand(head=(2, -14, 3)), "L", high=0.50, out=0.60, fwd=0.35)
    person = Person(
        male=1, age=40, seed=160, hair="receding", hair_ink=("key", "key"), top="waistcoat",
        top_ink=("key", "key"), shirt_ink=("paper", "sand"), sleeves="rolled",
        legs_ink=("teal", "teal"),
        skin=FAIR, pose=pose, hands={"L": (84, 88, 60), "R": (80, 84, 60)},
        expr={"jawOpen": 0.25, "mouthSmile": 0.3}, face={"nose-hump": 0.4, "head-oval": 0.4},
    )  # fmt: skip
    place(
        block,
        person,
        968,
        286,
        42,
        yaw=-10,
        light=(0.75, 0.4, 0.5),
        halo=("key", 3),
        big=True,
        cast=0.2,
    )
    x, y = joint(person, "finger3-1.R")
    gladstone(block, x + 4, y + 62, 0.62)


def _newspaper(block: Block, x: float, y: float) -> None:
    """An evening paper, folded small."""
    y += 62
    sheet = turned([(-120, -52), (96, -64), (128, 40), (-100, 60)], x, y, 0)
    edged(block, sheet, "paper", 5)
    block.stroke(turned([(-104, -34), (82, -46)], x, y, 0), 15, "key", wob=0.8)
    for line in range(6):
        top = -14 + line * 11
        block.stroke(
            turned([(-100 + line * 3, top), (-6 + line * 3, top - 5)], x, y, 0), 4, "key", wob=0.6
        )
        block.stroke(
            turned([(12 + line * 3, top - 6), (88 + line * 4, top - 11)], x, y, 0),
            4,
            "key",
            wob=0.6,
        )


def _parcel(block: Block, x: float, y: float) -> None:
    """A parcel in brown paper, tied across both ways."""
    y += 66
    box = [(x - 128, y - 62), (x + 116, y - 70), (x + 132, y + 64), (x - 120, y + 72)]
    edged(block, box, "sand", 5)
    block.engrave(block.mask(box), "brown", 0.70, angle=24, pitch=13, wobble=3)
    block.engrave(
        block.mask(box), "key", lambda gx, gy: 0.85 + (gx - x) / 300 - (gy - y) / 500, 14, 9
    )
    for line in ([(x - 124, y + 6), (x + 124, y - 4)], [(x - 6, y - 66), (x + 8, y + 68)]):
        block.stroke(line, 9, "key", wob=0.5)
        block.stroke(line, 4, "paper", wob=0.5)
    for turn in (-38, 218):
        a = math.radians(turn)
        block.stroke(
            [(x, y), (x + 46 * math.cos(a), y - 34), (x + 10 * math.cos(a), y - 6)],
            7,
            "key",
            curve=True,
        )


def gladstone(block: Block, x: float, y: float, scale: float) -> None:
    """A gladstone bag: y is its middle."""
    body = [
        (-104, 70),
        (-112, 20),
        (-84, -46),
        (-40, -62),
        (40, -62),
        (84, -46),
        (112, 20),
        (104, 70),
    ]
    block.stroke(
        turned([(-34, -62), (-26, -96), (26, -96), (34, -62)], x, y, 0, scale),
        15 * scale,
        "key",
        curve=True,
    )
    block.stroke(
        turned([(-34, -62), (-26, -94), (26, -94), (34, -62)], x, y, 0, scale),
        6 * scale,
        "sand",
        curve=True,
    )
    points = turned(body, x, y, 0, scale)
    edged(block, points, "brown", 5 * scale)
    patch = block.mask(points)
    block.engrave(
        patch,
        "key",
        lambda gx, gy: 0.62 + (gx - x) / (230 * scale) - (gy - y) / (300 * scale),
        70,
        8 * scale + 1,
    )
    block.engrave(
        patch, "gold", lambda gx, _gy: 1.25 - (gx - x) / (210 * scale), 84, 12 * scale + 1
    )
    block.stroke(
        turned([(-88, -40), (0, -52), (88, -40)], x, y, 0, scale), 13 * scale, "key", curve=True
    )
    block.stroke(
        turned([(-84, -42), (0, -54), (84, -42)], x, y, 0, scale), 4 * scale, "gold", curve=True
    )
    for dx in (-58, 58):
        strap = turned(
            [(dx - 11, -50), (dx + 11, -50), (dx + 13, 66), (dx - 13, 66)], x, y, 0, scale
        )
        edged(block, strap, "key", 2)
        block.stroke(
            turned([(dx + 6, -44), (dx + 8, 60)], x, y, 0, scale), 3 * scale, "sand", wob=0.4
        )
        cx, cy = float(x + dx * scale), float(y - 8 * scale)
        block.rect(cx - 12 * scale, cy - 9 * scale, cx + 12 * scale, cy + 9 * scale, "gold", 0.4)
        block.rect(cx - 6 * scale, cy - 4 * scale, cx + 6 * scale, cy + 4 * scale, "key", 0.3)


def _bag(block: Block, x: float, y: float) -> None:
    """A gladstone bag held by its handle."""
    gladstone(block, x, y + 104, 1.15)


def _tin(block: Block, x: float, y: float) -> None:
    """A tin held by its wire."""
    tin(block, x, y + 136, 1.1)


def tin(block: Block, x: float, y: float, scale: float) -> None:
    """A tucker tin with a wire handle and a billy lid."""
    arch = [
        (x + 62 * scale * math.cos(a), y - 64 * scale - 62 * scale * math.sin(a))
        for a in np.linspace(0, math.pi, 16)
    ]
    block.stroke(arch, 8 * scale, "key", wob=0.3)
    block.stroke(arch, 3 * scale, "paper", wob=0.3)
    body = turned([(-74, -64), (74, -64), (70, 66), (-70, 66)], x, y, 0, scale)
    edged(block, body, "sand", 5 * scale)
    block.engrave(block.mask(body), "key", lambda gx, _gy: 0.72 + (gx - x) / (150 * scale), 90, 9)
    lid = smooth(
        np.asarray(
            turned(
                [(-78, -64), (-60, -82), (60, -82), (78, -64), (60, -56), (-60, -56)],
                x,
                y,
                0,
                scale,
            )
        ),
        6,
    )
    edged(block, lid, "paper", 4 * scale)
    for low in (-34, 44):
        block.stroke(turned([(-72, low), (72, low)], x, y, 0, scale), 4 * scale, "key", wob=0.4)


LAPS: dict[str, Callable[[Block, float, float], None]] = {
    "bag": _bag,
    "newspaper": _newspaper,
    "parcel": _parcel,
    "tin": _tin,
}
