"""Who is in the milk bar: those with glasses before them, and the two who wait."""

from __future__ import annotations

from typing import Any

import numpy as np

from build.art.block import Block
from build.art.pictures.coast_folk import (
    CLOSED,
    SKIN,
    Person,
    Placed,
    Pose,
    hold,
    lady_hat,
    local,
    person,
    put,
    sit,
    stand,
)
from build.art.pictures.coast_land import curve, moved
from build.art.pictures.milk_bar_room import tall_glass

_SUN = (-0.7, 0.42, 0.58)
# Faces against the window keep their features.
_CLEAR: dict[int, dict[str, Any]] = {SKIN: {"shift": 0.10}}
_FIST = {"L": (50, 60, 40), "R": (50, 60, 40)}


def _drinking(nod: float, turn: float) -> Pose:
    """Sitting at a table, forearms on it."""
    pose: Pose = sit(stand(head=(nod, turn, 0)))
    for side in ("L", "R"):
        pose = hold(pose, side, fore=(-0.4, 0.1, 1), upper=(0.3, -1, 0.35))
    return pose


def served(b: Block) -> None:
    """Two tables of people: four have looked up, one has not."""
    by_window: tuple[tuple[float, float, float, float, dict[str, Any]], ...] = (
        (
            470,
            430,
            29,
            34,
            {
                "male": 1,
                "age": 24,
                "seed": 401,
                "hair": "quiff",
                "top": "jumper",
                "top_ink": ("red", "red"),
            },
        ),
        (
            600,
            434,
            29,
            -40,
            {
                "male": 0,
                "age": 22,
                "seed": 403,
                "hair": "set",
                "hair_ink": ("gold", "brown"),
                "top": "dress",
                "shirt_ink": ("paper", "sand"),
                "legs": "dress",
                "pattern": ("dots", "teal", 3.4),
            },
        ),
        (
            1290,
            462,
            34,
            10,
            {
                "male": 1,
                "age": 55,
                "seed": 405,
                "hair": "receding",
                "hair_ink": ("paper", "sand"),
                "top": "jacket",
                "top_ink": ("brown", "brown"),
                "tie": "key",
                "weight": 0.7,
            },
        ),
        (
            1400,
            446,
            34,
            -34,
            {
                "male": 0,
                "age": 50,
                "seed": 407,
                "hair": "set",
                "hair_ink": ("brown", "brown"),
                "top": "cardigan",
                "top_ink": ("teal", "teal"),
                "shirt_ink": ("paper", "sand"),
                "legs": "skirt",
            },
        ),
        (
            1530,
            470,
            36,
            -60,
            {
                "male": 1,
                "age": 36,
                "seed": 409,
                "hair": "short",
                "hat": "akubra",
                "hat_ink": ("sand", "brown"),
                "top": "shirt",
                "shirt_ink": ("teal", "teal"),
                "sleeves": "rolled",
            },
        ),
    )
    for x, y, s, yaw, who in by_window:
        put(
            b,
            person(pose=_drinking(4, -yaw * 0.2), hands=_FIST, **who),
            (x, y),
            s,
            yaw=yaw,
            light=_SUN,
            big=True,
            line=1.5,
            halo=("key", 2),
        )
    for x0, x1, y in ((430, 690, 590), (1230, 1640, 634)):
        b.ellipse((x0 + x1) / 2, y, (x1 - x0) / 2, 20, "key", 0.6)
        b.ellipse((x0 + x1) / 2, y - 3, (x1 - x0) / 2 - 6, 14, "paper", 0.6)
    for x, y, s, ink in (
        (500, 592, 0.6, "red"),
        (596, 596, 0.6, "gold"),
        (1310, 632, 0.72, "gold"),
        (1390, 640, 0.72, "red"),
        (1500, 636, 0.72, "paper"),
    ):
        tall_glass(b, x, y, s, ink)


_HER = (962, 402)
_HOW: dict[str, Any] = {
    "light": _SUN,
    "big": True,
    "halo": ("key", 4),
    "yaw": -4,
    "over": _CLEAR,
}


def _woman() -> Person:
    """She has her good coat and hat on, one hand on the counter and one on her bag."""
    pose = stand(head=(-2, 4, 0))
    pose = hold(pose, "R", fore=(-0.1, -0.06, 1), upper=(0.25, -1, 0.35), wrist=(-0.2, -0.2, 1))
    pose = hold(pose, "L", fore=(-0.55, 0.24, 0.8), upper=(0.3, -1, 0.2), wrist=(-0.8, 0.1, 0.7))
    return local(
        male=0,
        age=36,
        seed=421,
        hair="bun",
        hair_ink=("key", "brown"),
        extra=lady_hat("felt", 0.3),
        hat_ink=("red", "red"),
        band_ink="paper",
        top="coat",
        top_ink=("teal", "teal"),
        shirt_ink=("paper", "sand"),
        legs="skirt",
        lips="red",
        face={"chin-width": 0.2, "cheek-bones": 0.4},
        hands=CLOSED,
        pose=pose,
        gaze=(0, 2),
    )


def waiting(b: Block) -> Placed:
    """The woman, and her daughter."""
    woman = put(b, _woman(), _HER, 70, **_HOW)
    girl = local(
        male=0,
        age=12,
        seed=423,
        height=0.8,
        hair="bob",
        hair_ink=("key", "brown"),
        top="cardigan",
        top_ink=("gold", "gold"),
        shirt_ink=("paper", "sand"),
        legs="skirt",
        pose=stand(head=(-8, -14, 0)),
    )
    put(b, girl, (1150, 574), 64, yaw=-14, light=_SUN, big=True, halo=("key", 4), over=_CLEAR)
    return woman


def arm(b: Block, woman: Placed) -> None:
    """Her right hand again, now on the counter."""
    again = Block(b.w, b.h, "coast61", b.ss, seed=b.seed, ground="gold")
    put(again, woman, _HER, 70, **_HOW)
    elbow, wrist, tip = (np.array(woman.px(k + ".R")) for k in ("lowerarm01", "wrist", "finger3-3"))
    line = np.array([elbow * 0.4 + wrist * 0.6, wrist, tip, moved(tip, 0, 40)])
    sy, sx, m = b.mask(np.vstack([moved(line, -50, 0), moved(line, 30, 0)[::-1]]))
    hers = m & ~np.isin(again.a[sy, sx], [b.ix["gold"], b.ix["teal"]])
    b.a[sy, sx][hers] = again.a[sy, sx][hers]


def hand_and_money(b: Block) -> None:
    """A note under three coins, set square on the counter; her gloves beside it."""
    b.poly([(900, 746), (1080, 742), (1100, 790), (896, 794)], "key", 0.8)
    b.poly([(906, 750), (1074, 746), (1092, 785), (903, 789)], "teal", 0.8)
    b.engrave(
        b.mask([(906, 750), (1074, 746), (1092, 785), (903, 789)]),
        "paper",
        0.62,
        angle=-24,
        pitch=8,
    )
    b.poly([(918, 757), (1064, 753), (1078, 779), (915, 783)], "teal", 0.6)
    b.ellipse(996, 768, 26, 10, "paper", 0.5)
    for k in range(4):
        b.stroke([(926 + k * 10, 764 + k * 5), (962, 763 + k * 5)], 2, "paper")
        b.stroke([(1030, 761 + k * 5), (1062 + k * 3, 760 + k * 5)], 2, "paper")
    for x, y in ((1046, 764), (1082, 776), (1064, 752)):
        b.ellipse(x, y + 4, 23, 12, "key", 0.4)
        b.ellipse(x, y, 21, 10, "gold", 0.4)
        b.ellipse(x - 2, y - 1, 13, 5.5, "paper", 0.4)
        b.ellipse(x, y + 0.5, 11, 4, "gold", 0.4)
    b.blob([(790, 752), (830, 736), (884, 744), (888, 766), (850, 776), (806, 776)], "key", 0.6)
    b.blob([(797, 754), (832, 741), (878, 748), (880, 762), (846, 770), (808, 770)], "paper", 0.6)
    for k in range(4):
        b.stroke([(832 + k * 7, 746 + k * 4), (878, 750 + k * 4)], 2.4, "key", (0, 1))


def server(b: Block) -> None:
    """The one who could serve her, near and dark, turned the other way to polish a glass."""
    pose = stand(head=(8, -30, 0))
    for side in ("L", "R"):
        pose = hold(pose, side, fore=(-0.5, 0.35, 0.8), upper=(0.4, -1, 0.2))
    who = person(
        male=0,
        age=44,
        seed=431,
        hair="bun",
        hair_ink=("key", "brown"),
        top="dress",
        shirt_ink=("red", "red"),
        edge="sand",
        legs="dress",
        apron="bib",
        pose=pose,
        hands=_FIST,
    )
    put(
        b,
        who,
        (1600, 452),
        84,
        yaw=128,
        light=(-0.9, 0.3, -0.12),
        big=True,
        halo=("gold", 3),
        ao=0.5,
    )
    waist = curve([(1494, 772), (1560, 786), (1640, 780), (1716, 764)])
    b.stroke(waist, 26, "key", wob=0.6)
    b.stroke(waist, 17, "paper", wob=0.6)
    for dx, dy in ((-66, -26), (58, -34), (-34, 118), (40, 128)):
        tail = curve([(1592, 784), (1592 + dx * 0.7, 784 + dy * 0.3), (1592 + dx, 784 + dy)])
        b.stroke(tail, 32, "key", (0.5, 1), 0.6)
        b.stroke(tail, 23, "paper", (0.5, 1), 0.6)
        b.stroke(tail, 3, "key", (0.4, 1), 0.4)
    b.ellipse(1592, 784, 17, 15, "key")
    b.ellipse(1591, 783, 12, 10, "paper")
