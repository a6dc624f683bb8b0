"""Who is at home at the lagoon: by day, at their work."""

from __future__ import annotations

from typing import Any

import numpy as np

from build.art.block import Block
from build.art.pictures.coast_folk import hold, known, local, put, sit, stand
from build.art.pictures.coast_land import Point, curve
from build.art.pictures.lagoon_hut import line_ends
from build.art.scenery import sag

_DAY = (-0.62, 0.5, 0.6)


# ------------------------------------------------------------------ the washing
def washing(b: Block) -> None:
    """A line of children's things, from the tree to the hut, on a forked prop."""
    a, c = line_ends()
    rope = sag(a[0], a[1], c[0], c[1], 30)
    b.stroke(rope, 5, "key", wob=0.3)
    b.stroke([(470, 740), (490, 258)], 10, "key", (1, 0.8))
    b.stroke([(472, 730), (489, 268)], 3, "sand")
    inks = ("red", "paper", "teal", "paper", "red", "red", "paper", "teal", "red", "paper")
    kinds = ("dress", "shirt", "pants", "dress", "sock", "sock", "shirt", "pants", "dress", "shirt")
    x = 372.0
    for ink, kind in zip(inks, kinds, strict=True):
        w = {"dress": 84, "shirt": 78, "pants": 58, "sock": 24}[kind]
        y = float(np.interp(x + w / 2, rope[:, 0], rope[:, 1]))
        _garment(b, kind, x, y, w, ink)
        x += w + (19 if kind != "sock" else 12)


_SHAPES: dict[str, list[Point]] = {
    "dress": [
        (0.28, 0),
        (0.72, 0),
        (1.06, 0.22),
        (0.94, 0.34),
        (0.76, 0.28),
        (0.78, 0.5),
        (1.02, 1.2),
        (-0.06, 1.24),
        (0.2, 0.5),
        (0.24, 0.28),
        (0.06, 0.34),
        (-0.06, 0.2),
    ],
    "shirt": [
        (0.24, 0),
        (0.76, 0),
        (1.14, 0.5),
        (0.96, 0.6),
        (0.78, 0.36),
        (0.8, 1.02),
        (0.2, 1.04),
        (0.22, 0.36),
        (0.04, 0.6),
        (-0.14, 0.5),
    ],
    "pants": [(0, 0), (1, 0), (1.08, 1.0), (0.6, 1.02), (0.5, 0.4), (0.42, 1.04), (-0.06, 1.02)],
    "sock": [(0, 0), (1, 0), (0.9, 2.2), (1.5, 2.7), (1.2, 3.0), (0.1, 2.6)],
}


def _garment(b: Block, kind: str, x: float, y: float, w: float, ink: str) -> None:
    """One small garment, lifted by the wind off the water, with its pegs."""
    shape = np.asarray(_SHAPES[kind], float)
    p = np.stack(
        [x + shape[:, 0] * w + shape[:, 1] * w * 0.16, y + shape[:, 1] * w - shape[:, 0] * 4], 1
    )
    mid = p.mean(0)
    b.poly((p - mid) * 1.08 + mid + [2, 2], "key", 0.6)
    b.poly(p, ink, 0.8)
    patch = b.mask(p)
    b.engrave(
        patch,
        "key",
        lambda s, t: 1.22 - (s - x) / (w * 1.7) + 0.16 * np.sin(t / 11),
        angle=66 + (x * 7) % 40,
        pitch=7,
        wobble=2,
    )
    for k in (0.18, 0.8):
        b.rect(x + w * k - 3, y - 8, x + w * k + 3, y + 8, "key", 0.3)


# ------------------------------------------------------------------ people by day
def by_day(b: Block) -> None:
    """From the tap to the net."""
    _tap(b)
    washing(b)
    _hanging_out(b)
    _doorway(b)
    _mending(b)


def _tap(b: Block) -> None:
    """The one tap, far along the bank, and two who have walked to it."""
    b.rect(868, 516, 875, 572, "key", 0.4)
    b.stroke([(871, 520), (858, 522), (857, 532)], 5, "key")
    carry = hold(stand(), "R", fore=(0.1, -0.9, 0.3))
    woman = local(
        male=0,
        age=30,
        seed=88,
        hair="bob",
        top="blouse",
        shirt_ink=("red", "red"),
        legs="skirt",
        pose=carry,
    )
    boy = local(
        male=1,
        age=12,
        seed=89,
        height=0.8,
        hair="crop",
        top="shirt",
        shirt_ink=("paper", "sand"),
        sleeves="short",
        pose=stand(),
    )
    put(b, woman, (830, 492), 12, yaw=30, light=_DAY, line=1, halo=("key", 2))
    put(b, boy, (800, 510), 12, yaw=40, light=_DAY, line=1, halo=("key", 2))
    for x, y in ((850, 596), (808, 606)):
        b.rect(x, y - 16, x + 13, y, "key", 0.3)
        b.rect(x + 2, y - 14, x + 8, y - 2, "gold", 0.3)


def _hanging_out(b: Block) -> None:
    """A woman pegging out, her arms up; a girl with the basket."""
    up = stand(head=(-10, -12, 0))
    for side in ("L", "R"):
        up = hold(up, side, upper=(0.42, 0.35, 0.6), fore=(-0.1, 1, 0.35))
    woman = local(
        male=0,
        age=34,
        seed=93,
        hair="bob",
        top="blouse",
        shirt_ink=("gold", "gold"),
        sleeves="short",
        legs="skirt",
        legs_ink=("teal", "teal"),
        apron=True,
        pose=up,
        hands={"L": (60, 60, 40), "R": (60, 60, 40)},
    )
    put(b, woman, (706, 424), 31, yaw=36, light=_DAY, big=True, line=1.4)
    girl = local(
        male=0,
        age=11,
        seed=95,
        height=0.78,
        hair="bob",
        top="dress",
        shirt_ink=("red", "red"),
        legs="dress",
        sleeves="short",
        pose=hold(hold(stand(head=(0, 12, 0)), "L", fore=(-0.4, 0.0, 1)), "R", fore=(-0.4, 0.0, 1)),
    )
    put(b, girl, (598, 520), 32, yaw=24, light=_DAY, big=True, line=1.4)
    b.blob([(x - 146, y) for x, y in ((720, 604), (786, 598), (780, 640), (730, 642))], "key", 0.8)
    b.blob([(x - 146, y) for x, y in ((725, 606), (780, 602), (775, 634), (734, 637))], "sand", 0.8)
    b.engrave(b.box(570, 600, 640, 642), "brown", 0.6, angle=40, pitch=6)
    b.blob(
        [(x - 146, y) for x, y in ((724, 606), (742, 586), (764, 590), (783, 603))], "paper", 0.8
    )


def _doorway(b: Block) -> None:
    """Vi on her step with the teapot, and a lad splitting wood beyond."""
    pose = hold(hold(stand(head=(4, -14, 0)), "R", fore=(-0.3, 0.1, 1)), "L", fore=(-0.4, 0.2, 1))
    vi = known(
        "vi",
        top="dress",
        shirt_ink=("teal", "teal"),
        legs="dress",
        apron="bib",
        pose=pose,
        hands={"L": (60, 70, 40), "R": (60, 70, 40)},
    )
    placed = put(b, vi, (1404, 442), 33, yaw=-16, light=_DAY, big=True, line=1.5)
    _teapot(b, *placed.px("finger3-1.R"))


def _teapot(b: Block, x: float, y: float) -> None:
    """Enamel, white with a red lid, held by its handle."""
    x, y = x - 34, y + 2
    b.stroke(
        curve([(x + 22, y - 16), (x + 42, y - 18), (x + 40, y + 8), (x + 20, y + 8)]), 7, "key"
    )
    b.stroke([(x - 20, y + 4), (x - 46, y - 20)], 15, "key", (1, 0.5))
    b.stroke([(x - 20, y + 2), (x - 44, y - 20)], 8, "paper", (1, 0.5))
    b.blob(
        [
            (x - 26, y + 18),
            (x - 28, y - 8),
            (x - 12, y - 26),
            (x + 12, y - 26),
            (x + 28, y - 8),
            (x + 26, y + 18),
        ],
        "key",
        0.4,
    )
    b.blob(
        [
            (x - 22, y + 15),
            (x - 24, y - 7),
            (x - 10, y - 21),
            (x + 10, y - 21),
            (x + 22, y - 8),
            (x + 20, y + 15),
        ],
        "paper",
        0.4,
    )
    b.engrave(b.box(x + 2, y - 20, x + 24, y + 16), "key", 0.7, angle=86, pitch=6)
    b.rect(x - 14, y - 30, x + 14, y - 24, "red", 0.4)
    b.ellipse(x, y - 34, 5, 5, "key", 0.3)


GRANDFATHER: dict[str, Any] = {
    "male": 1,
    "age": 62,
    "seed": 81,
    "hair": "short",
    "hair_ink": ("paper", "sand"),
    "hat": "akubra",
    "hat_ink": ("brown", "brown"),
    "top": "waistcoat",
    "top_ink": ("key", "key"),
    "shirt_ink": ("paper", "sand"),
    "beard": "moustache",
}
"""The man who mends nets by day, and of an evening sits outside."""


def _mending(b: Block) -> None:
    """A grandfather with a net over his knees, the girl who holds the twine, a boy who watches."""
    box(b, 975, 850, 160, 150)
    pose = sit(stand(head=(4, -10, 0)), knees=0.42)
    pose = hold(pose, "R", fore=(-0.42, 0.16, 1), upper=(0.3, -1, 0.25), wrist=(-0.7, 0.1, 0.8))
    pose = hold(pose, "L", fore=(-0.3, 0.28, 1), upper=(0.36, -1, 0.25), wrist=(-0.7, 0.2, 0.8))
    old = local(
        **GRANDFATHER,
        band_ink="key",
        sleeves="rolled",
        hands={"L": (50, 60, 40), "R": (56, 66, 40)},
        pose=pose,
    )
    man = put(b, old, (990, 540), 56, yaw=-14, light=_DAY, big=True)
    girl = local(
        male=0,
        age=12,
        seed=101,
        height=0.82,
        hair="bob",
        hair_ink=("key", "brown"),
        top="dress",
        shirt_ink=("red", "red"),
        legs="dress",
        sleeves="short",
        pose=hold(
            hold(stand(head=(8, -26, 0)), "R", fore=(-0.3, 0.25, 1)), "L", fore=(-0.4, 0.1, 1)
        ),
        pattern=("dots", "paper", 3.4),
        hands={"L": (60, 70, 40), "R": (60, 70, 40)},
    )
    child = put(b, girl, (1196, 572), 58, yaw=-24, light=_DAY, big=True)
    hands = [man.px("finger3-1.R"), man.px("finger3-1.L")]
    net(b, hands, "paper")
    b.stroke(curve([hands[1], (1120, 690), child.px("finger3-1.R")]), 3, "paper")


def box(b: Block, x: float, y: float, w: float, h: float) -> None:
    """A fruit case to sit on."""
    b.rect(x - w / 2, y, x + w / 2, y + h, "key", 1)
    for k in range(3):
        b.rect(
            x - w / 2 + 8, y + 8 + k * h / 3, x + w / 2 - 8, y + h / 3 - 6 + k * h / 3, "brown", 0.8
        )


def net(b: Block, hands: list[Any], ink: str) -> None:
    """Mesh that hangs from two hands over the knees and runs out along the ground."""
    (xa, ya), (xb, yb) = hands
    v = np.linspace(0, 1, 30)
    left = np.stack([xa - 60 * v - 250 * v**2, ya + 300 * v + 60 * np.sin(v * 6) * v], 1)
    right = np.stack([xb + 40 * v + 60 * v**2, yb + 330 * v], 1)

    def at(s: float, t: float) -> Any:
        k = t * 29
        i = min(int(k), 28)
        p = left[i] + (left[i + 1] - left[i]) * (k - i)
        q = right[i] + (right[i + 1] - right[i]) * (k - i)
        return p + (q - p) * s + [0, 34 * np.sin(s * np.pi) * (0.4 + t)]

    n, m = 15, 22
    for i in range(-m, n + 1):
        for sign in (1, -1):
            pts = []
            for j in range(m + 1):
                s = (i + j) / n if sign > 0 else (n - i - j) / n
                if 0 <= s <= 1:
                    pts.append(at(s, j / m))
            if len(pts) > 2:
                b.stroke(np.asarray(pts), 5, "key", wob=0.3)
                b.stroke(np.asarray(pts), 2.6, ink, wob=0.3)
    for k in range(12):
        x, y = at(k / 11, 1)
        b.ellipse(x, y + 4, 11, 8, "key", 0.4)
        b.ellipse(x - 1, y + 3, 7, 5, "gold", 0.4)
