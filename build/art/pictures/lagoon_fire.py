"""The fire at the lagoon, and who sits at it."""

from __future__ import annotations

from typing import Any

import numpy as np

from build.art.block import Block
from build.art.pictures.coast_folk import (
    CLOSED,
    DEEP,
    Person,
    Placed,
    Pose,
    hold,
    local,
    put,
    seated,
    sit,
    stand,
)
from build.art.pictures.coast_land import curve
from build.art.pictures.lagoon_folk import box
from build.art.pictures.lagoon_land import FIRE, lit_ground


def at_dusk(b: Block) -> None:
    """The far side of the ring, the fire, then the near side with its backs to us."""
    _far_side(b)
    _fire(b)
    _near_side(b)


def _fire(b: Block) -> None:
    """Sticks laid like spokes, flames of three inks, a billy on a bent wire."""
    x, y = FIRE
    t = np.linspace(0, 2 * np.pi, 40)
    hearth = np.stack([x + 236 * np.cos(t), y + 62 + 84 * np.sin(t)], 1)
    b.poly(hearth, "key", 3)
    lit_ground(b, b.mask(hearth))
    glow = b.box(x - 330, y - 250, x + 330, y + 60)
    glow = b.where(glow, ["key"])
    b.rays(
        glow,
        x,
        y - 30,
        "red",
        n=44,
        tone=lambda u, v: 0.34 + np.hypot(u - x, (v - y + 30) * 1.2) / 330,
        r0=30,
    )
    b.rays(
        glow,
        x,
        y - 30,
        "gold",
        n=44,
        tone=lambda u, v: 0.3 + np.hypot(u - x, (v - y + 30) * 1.2) / 200,
        r0=20,
    )
    for a in (172, 196, 8, -14, 150, 30):
        t = np.radians(a)
        b.stroke(
            [(x + 20 * np.cos(t), y), (x + 170 * np.cos(t), y + 54 * np.sin(t) + 14)],
            24,
            "key",
            (0.7, 1),
        )
        b.stroke(
            [(x + 20 * np.cos(t), y - 4), (x + 156 * np.cos(t), y + 48 * np.sin(t) + 8)],
            7,
            "brown",
            (0.4, 1),
        )
    for w, h, ink in ((112, 270, "key"), (102, 254, "red"), (72, 190, "gold"), (40, 118, "paper")):
        for dx, k in ((-0.5, 0.62), (0.55, 0.72), (0.02, 1.0)):
            cx = x + dx * w
            ww = w * 0.62
            tip = (cx + w * 0.12, y - h * k)
            b.blob(
                [
                    (cx - ww, y + 4),
                    (cx - ww * 0.8, y - h * k * 0.4),
                    tip,
                    (cx + ww * 0.5, y - h * k * 0.5),
                    (cx + ww, y + 4),
                    (cx, y + 16),
                ],
                ink,
                1,
            )
    b.stroke(curve([(x - 190, y + 20), (x - 150, y - 210), (x + 6, y - 262)]), 6, "key")
    b.stroke([(x + 4, y - 262), (x + 4, y - 236)], 4, "key")
    b.rect(x - 24, y - 236, x + 32, y - 176, "key", 0.8)
    b.rect(x - 20, y - 232, x - 12, y - 180, "gold", 0.6)
    b.rect(x + 20, y - 232, x + 27, y - 180, "red", 0.6)
    rng = np.random.default_rng(3)
    for _ in range(50):
        b.gouge(
            x + rng.normal() * 70,
            y - rng.uniform(150, 420),
            -90 + rng.normal() * 26,
            rng.uniform(5, 12),
            3,
            "gold",
        )


def _lit(x: float) -> tuple[float, float, float]:
    """Light from the fire for somebody at x: from the side, and from below the chin."""
    k = float(np.clip((FIRE[0] - x) / 340, -1, 1))
    return (k * 0.8, -0.3, 0.6 - 0.15 * abs(k))


def _seat(b: Block, who: Person, at: tuple[float, float], scale: float, yaw: float) -> Placed:
    """Somebody of the far side, on a case or a log."""
    return put(b, who, at, scale, yaw=yaw, light=_lit(at[0]), big=True, halo=("key", 3), cast=0.12)


def _far_side(b: Block) -> None:
    """A man standing, one with a guitar, Vi, June, a grandfather and a boy."""
    _standing(b)
    for x, y, w in (
        (724, 800, 130),
        (880, 770, 120),
        (1136, 768, 120),
        (1268, 786, 130),
        (1400, 850, 90),
    ):
        box(b, x, y, w, 120)
    common: dict[str, Any] = {"hands": CLOSED}
    man = local(
        male=1,
        age=26,
        seed=111,
        hair="quiff",
        top="jumper",
        top_ink=("teal", "teal"),
        shirt_ink=("paper", "sand"),
        pose=_strum(),
        face={"chin-width": 0.3},
        hands={"L": (60, 70, 40), "R": (40, 50, 30)},
    )
    vi = local(
        male=0,
        age=63,
        seed=52,
        weight=0.75,
        hair="bun",
        hair_ink=("paper", "sand"),
        top="cardigan",
        top_ink=("red", "red"),
        shirt_ink=("paper", "sand"),
        legs="skirt",
        legs_ink=("teal", "teal"),
        skin=DEEP,
        face={"head-fat": 0.5, "chin-width": 0.4},
        pose=seated(0, 12, 0),
        expr={"mouthSmile": 0.4},
        **common,
    )
    old = local(
        male=1,
        age=62,
        seed=81,
        hair="short",
        hair_ink=("paper", "sand"),
        hat="akubra",
        hat_ink=("brown", "brown"),
        top="waistcoat",
        top_ink=("key", "key"),
        shirt_ink=("paper", "sand"),
        beard="moustache",
        pose=seated(4, -8, 0),
        **common,
    )
    june = local(
        male=0,
        age=27,
        seed=115,
        hair="bob",
        top="blouse",
        shirt_ink=("gold", "gold"),
        legs="skirt",
        pose=seated(-2, -20, 0),
        expr={"mouthSmile": 0.5},
        **common,
    )
    boy = local(
        male=1,
        age=11,
        seed=118,
        height=0.76,
        hair="crop",
        top="jumper",
        top_ink=("paper", "sand"),
        skin=DEEP,
        pose=seated(0, -10, 0),
        **common,
    )
    _seat(b, vi, (900, 478), 40, 14)
    _seat(b, june, (1128, 474), 40, -16)
    _seat(b, man, (742, 500), 43, 30)
    _guitar(b, man)
    _hand(b, man)
    _seat(b, old, (1256, 492), 44, -30)
    _seat(b, boy, (1388, 590), 44, -40)


def _standing(b: Block) -> None:
    """A young man on his feet with a mug, beside the tree."""
    pose = hold(stand(head=(4, 14, 0)), "R", fore=(-0.35, 0.4, 1), upper=(0.3, -1, 0.2))
    who = local(
        male=1,
        age=23,
        seed=131,
        hair="wavy",
        top="shirt",
        shirt_ink=("red", "red"),
        sleeves="rolled",
        pose=pose,
        hands={"R": (60, 70, 44)},
        skin=DEEP,
    )
    placed = put(b, who, (578, 402), 40, yaw=34, light=_lit(578), big=True, cast=0.12)
    x, y = placed.px("finger3-1.R")
    b.rect(x - 14, y - 22, x + 14, y + 8, "key", 0.5)
    b.rect(x - 10, y - 18, x + 10, y + 5, "paper", 0.5)


def _strum() -> Pose:
    """Arms round a guitar."""
    pose: Pose = sit(stand(head=(10, 6, 0)))
    for side, fore, upper in (
        ("R", (-0.75, -0.15, 0.75), (0.4, -1, 0.2)),
        ("L", (0.45, 0.3, 0.9), (0.45, -1, 0.25)),
    ):
        pose = hold(pose, side, fore=fore, upper=upper)
    return pose


_GUITAR = (
    (-104, 0),
    (-84, 62),
    (-24, 70),
    (18, 46),
    (58, 52),
    (84, 0),
    (58, -50),
    (18, -44),
    (-24, -68),
    (-84, -60),
)


def _guitar(b: Block, man: Placed) -> None:
    """A plain guitar across the knee, its neck under the far hand."""
    (xa, ya), (xb, yb) = man.px("wrist.R"), man.px("finger3-1.L")
    ya += 40
    ang = float(np.arctan2(yb - ya, xb - xa))
    c, s = np.cos(ang), np.sin(ang)
    neck = float(np.hypot(xb - xa, yb - ya)) + 40

    def at(u: float, v: float) -> tuple[float, float]:
        return xa + u * c - v * s, ya + u * s + v * c

    b.blob([at(u * 1.07, v * 1.09) for u, v in _GUITAR], "key", 0.6)
    body = [at(u, v) for u, v in _GUITAR]
    b.blob(body, "gold", 0.6)
    b.engrave(b.mask(np.asarray(body)), "brown", 0.66, angle=float(np.degrees(ang)), pitch=8)
    b.ellipse(*at(26, 0), 19, 19, "key")
    b.stroke([at(70, 0), at(neck, 0)], 22, "key")
    b.stroke([at(72, 0), at(neck - 3, 0)], 13, "brown")
    for v in (-4, 0, 4):
        b.stroke([at(-56, v), at(neck - 6, v)], 1.8, "paper", wob=0)
    b.rect(at(-60, 0)[0] - 5, at(-60, 0)[1] - 18, at(-60, 0)[0] + 5, at(-60, 0)[1] + 18, "key", 0.4)


def _hand(b: Block, man: Placed) -> None:
    """The playing arm again, now in front of the guitar."""
    again = Block(b.w, b.h, "coast61", b.ss, seed=b.seed, ground="gold")
    _seat(again, man, (742, 500), 43, 30)
    elbow, wrist = man.px("lowerarm01.R"), man.px("wrist.R")
    tip = man.px("finger3-3.R", tail=True)
    arm = np.array([elbow, wrist, tip, tip])
    arm[3] += (arm[2] - arm[1]) * 0.5
    side = np.array([[-1, -1], [0.3, -1], [0.6, -0.6], [0.6, 0.6]]) * 30
    sy, sx, m = b.mask(np.vstack([arm + side, (arm - side * [1, -1] + [0, 30])[::-1]]))
    mine = m & (again.a[sy, sx] != b.ix["gold"]) & (again.a[sy, sx] != b.ix["teal"])
    b.a[sy, sx][mine] = again.a[sy, sx][mine]


def _near_side(b: Block) -> None:
    """Two with their backs to us, black, rimmed by the fire: a woman and her small girl."""
    woman = local(
        male=0,
        age=36,
        seed=121,
        hair="bun",
        top="cardigan",
        top_ink=("key", "key"),
        edge="gold",
        legs="skirt",
        pose=seated(0, 10, 0),
    )
    girl = local(
        male=0,
        age=10,
        seed=123,
        height=0.74,
        hair="bob",
        top="dress",
        shirt_ink=("key", "key"),
        edge="red",
        legs="dress",
        pose=seated(0, -10, 0),
    )
    how: dict[str, Any] = {
        "light": (-0.92, 0.15, -0.12),
        "big": True,
        "halo": ("gold", 3),
        "ao": 0.3,
    }
    put(b, girl, (1404, 820), 66, yaw=206, **how)
    put(b, woman, (1560, 700), 76, yaw=212, **how)
