"""Who waits outside the picture theatre."""

from __future__ import annotations

from typing import Any

from build.art.block import Block
from build.art.pictures.cinema_front import counter, pavement
from build.art.pictures.coast_folk import (
    CLOSED,
    Pose,
    hold,
    lady_hat,
    local,
    person,
    put,
    stand,
)
from build.art.pictures.coast_land import curve, moved

_FROM_AWNING = (-0.45, 0.62, 0.62)
_FIST = {"L": (60, 74, 44), "R": (60, 74, 44)}


def queue(b: Block) -> None:
    """The seller, the queue from far to near, and the dark shapes at the kerb."""
    _seller(b)
    _far(b)
    _middle(b)
    _family(b)
    _car(b)
    _kerb(b)


def _clasped(nod: float = 0, turn: float = 0) -> Pose:
    """Standing with one hand over the other."""
    pose: Pose = stand(head=(nod, turn, 0))
    for side in ("L", "R"):
        pose = hold(
            pose, side, fore=(-0.5, -0.25, 0.9), upper=(0.2, -1, 0.1), wrist=(-0.8, -0.2, 0.7)
        )
    return pose


def _seller(b: Block) -> None:
    """She sells the tickets, behind the glass."""
    who = person(
        male=0,
        age=47,
        seed=203,
        hair="perm",
        hair_ink=("brown", "brown"),
        top="blouse",
        shirt_ink=("teal", "teal"),
        legs="skirt",
        pose=stand(head=(6, 22, 0)),
    )
    put(b, who, (738, 470), 27, yaw=18, light=(0.1, 0.7, 0.6), big=True, line=1.2)
    for x in (694, 792):
        b.rect(x - 4, 346, x + 4, 590, "key", 0.4)
    counter(b)
    pavement(b)


def _far(b: Block) -> None:
    """At the window: a couple being served, then two girls and a man."""
    rows: tuple[tuple[float, float, float, float, dict[str, Any]], ...] = (
        (
            872,
            476,
            26,
            -96,
            {
                "male": 1,
                "age": 30,
                "seed": 211,
                "hair": "quiff",
                "top": "jacket",
                "top_ink": ("teal", "teal"),
                "tie": "red",
            },
        ),
        (
            922,
            488,
            26,
            -60,
            {
                "male": 0,
                "age": 28,
                "seed": 212,
                "hair": "set",
                "hair_ink": ("gold", "brown"),
                "top": "coat",
                "top_ink": ("red", "red"),
                "legs": "skirt",
            },
        ),
        (
            984,
            496,
            27,
            -84,
            {
                "male": 1,
                "age": 52,
                "seed": 213,
                "hat": "trilby",
                "hat_ink": ("brown", "brown"),
                "top": "coat",
                "top_ink": ("key", "key"),
            },
        ),
        (
            1030,
            504,
            27,
            -40,
            {
                "male": 0,
                "age": 19,
                "seed": 214,
                "hair": "bob",
                "hair_ink": ("key", "brown"),
                "top": "cardigan",
                "top_ink": ("gold", "gold"),
                "legs": "skirt",
                "legs_ink": ("red", "red"),
            },
        ),
        (
            1078,
            500,
            28,
            20,
            {
                "male": 0,
                "age": 20,
                "seed": 216,
                "hair": "long",
                "hair_ink": ("brown", "brown"),
                "top": "jumper",
                "top_ink": ("paper", "sand"),
                "legs": "skirt",
                "legs_ink": ("teal", "teal"),
            },
        ),
    )
    for x, y, s, yaw, who in rows[::-1]:
        put(
            b,
            person(pose=_clasped(), **who),
            (x, y),
            s,
            yaw=yaw,
            light=_FROM_AWNING,
            big=True,
            line=1.3,
            halo=("key", 2),
        )


def _middle(b: Block) -> None:
    """A young pair, and a man who has come straight from work."""
    pair = person(
        male=1,
        age=22,
        seed=221,
        hair="quiff",
        hair_ink=("key", "key"),
        top="jacket",
        top_ink=("sand", "brown"),
        shirt_ink=("paper", "sand"),
        tie="key",
        pose=_clasped(0, -10),
    )
    put(b, pair, (1500, 474), 37, yaw=-50, light=_FROM_AWNING, big=True)
    girl = person(
        male=0,
        age=21,
        seed=222,
        hair="set",
        hair_ink=("brown", "brown"),
        top="dress",
        shirt_ink=("paper", "sand"),
        pattern=("dots", "red", 3.2),
        legs="dress",
        sleeves="short",
        pose=_clasped(0, 8),
    )
    put(b, girl, (1584, 506), 38, yaw=-64, light=_FROM_AWNING, big=True)


def _family(b: Block) -> None:
    """A family in their good clothes: her mother, the father, the mother and two children."""
    gran = local(
        male=0,
        age=66,
        seed=231,
        hair="bun",
        hair_ink=("paper", "sand"),
        extra=lady_hat("felt", 0.28),
        hat_ink=("red", "red"),
        band_ink="gold",
        top="coat",
        top_ink=("teal", "teal"),
        shirt_ink=("paper", "sand"),
        legs="skirt",
        hands=CLOSED,
        pose=_clasped(0, 10),
        expr={"mouthSmile": 0.15},
    )
    father = local(
        male=1,
        age=38,
        seed=233,
        hair="wavy",
        top="jacket",
        top_ink=("key", "key"),
        edge="sand",
        shirt_ink=("paper", "paper"),
        tie="red",
        pose=stand(head=(-2, 10, 0)),
        hands=_FIST,
        face={"chin-width": 0.4},
    )
    mother = local(
        male=0,
        age=34,
        seed=235,
        hair="set",
        extra=None,
        top="coat",
        top_ink=("red", "red"),
        shirt_ink=("paper", "sand"),
        legs="skirt",
        hands=CLOSED,
        pose=_clasped(0, -8),
        expr={"mouthSmile": 0.2},
        lips="red",
    )
    boy = local(
        male=1,
        age=13,
        seed=237,
        height=0.84,
        hair="short",
        top="shirt",
        shirt_ink=("paper", "sand"),
        tie="teal",
        legs_ink=("brown", "brown"),
        pose=stand(head=(0, -10, 0)),
    )
    girl = local(
        male=0,
        age=11,
        seed=239,
        height=0.76,
        hair="bob",
        top="dress",
        shirt_ink=("gold", "gold"),
        legs="dress",
        sleeves="short",
        pose=_clasped(0, 6),
    )
    how: dict[str, Any] = {"light": _FROM_AWNING, "big": True}
    put(b, gran, (1394, 466), 44, yaw=-34, **how)
    put(b, father, (1148, 424), 49, yaw=-26, **how)
    put(b, mother, (1280, 456), 48, yaw=-14, **how)
    put(b, boy, (1048, 556), 49, yaw=-30, **how)
    put(b, girl, (1222, 600), 50, yaw=-12, **how)


def _car(b: Block) -> None:
    """A rounded sedan at the kerb, black, with the awning's light along it."""
    roof = [
        (-40, 800),
        (60, 716),
        (250, 700),
        (410, 724),
        (500, 800),
        (640, 826),
        (690, 880),
        (700, 980),
        (690, 1100),
        (-40, 1100),
    ]
    b.poly(moved(curve(roof), 5, -6), "gold", 0.6)
    b.poly(curve(roof), "key", 0.8)
    glass = [(40, 800), (100, 738), (250, 724), (390, 744), (452, 806), (240, 812)]
    b.poly(glass, "teal", 0.8)
    b.engrave(b.mask(glass), "key", 0.5, angle=-24, pitch=10)
    b.rect(236, 724, 250, 812, "key", 0.6)
    for k, y in enumerate((836, 862, 1010)):
        b.stroke(
            curve([(-20, y), (300, y - 6), (600, y + 8), (680, y + 40)]),
            7 - k,
            "gold" if k != 1 else "red",
            (0.4, 0),
        )
    b.ellipse(648, 912, 30, 36, "key")
    b.ellipse(652, 910, 22, 28, "sand")
    b.ellipse(656, 906, 12, 16, "paper")
    b.stroke([(560, 1010), (710, 1014)], 18, "key")
    b.stroke([(560, 1006), (708, 1010)], 9, "paper", (0.4, 1))
    b.ellipse(470, 1060, 92, 92, "key")
    b.ellipse(470, 1064, 60, 60, "brown")
    b.ellipse(470, 1064, 46, 46, "sand")
    b.ellipse(470, 1064, 22, 22, "key")


def _kerb(b: Block) -> None:
    """Nearest: a man's back and a woman's hat, black against it all."""
    back = (-0.75, 0.55, -0.32)
    man = person(
        male=1,
        age=45,
        seed=243,
        hat="trilby",
        hat_ink=("key", "key"),
        band_ink="key",
        top="coat",
        top_ink=("key", "key"),
        edge="gold",
        pose=stand(head=(0, 20, 0)),
        weight=0.65,
    )
    put(b, man, (1750, 452), 76, yaw=192, light=back, big=True, halo=("gold", 3), ao=0.3)
    lad = person(
        male=1,
        age=19,
        seed=245,
        hair="quiff",
        top="shirt",
        shirt_ink=("key", "key"),
        edge="red",
        sleeves="rolled",
        pose=_clasped(0, -20),
    )
    put(
        b,
        lad,
        (368, 560),
        58,
        yaw=150,
        light=(0.75, 0.55, -0.32),
        big=True,
        halo=("gold", 3),
        ao=0.3,
    )
