"""The inside of the car of `road`: the shell that frames the windscreen, and who rides in it."""

from __future__ import annotations

from typing import Any

import numpy as np

from build.art.block import Block
from build.art.pictures.coast_folk import (
    CLOSED,
    SKIN,
    hold,
    known,
    lady_hat,
    person,
    put,
    seated,
    sit,
    stand,
)
from build.art.pictures.coast_land import around, curve, moved, rounded

_GLASS = [(310, 118), (1610, 118), (1730, 560), (1600, 622), (330, 622), (190, 560)]
_LEFT = [(-60, 170), (120, 150), (40, 560), (-60, 580)]
_RIGHT = [(1800, 150), (1980, 170), (1980, 580), (1880, 560)]


def shell(b: Block, *, night: bool) -> None:
    """Black, but for three openings; then what the light finds in it."""
    panes = [rounded(p, r) for p, r in ((_GLASS, 74), (_LEFT, 30), (_RIGHT, 30))]
    around(b, [b.mask(p, 0.8) for p in panes], "key")
    edge = "teal" if night else "paper"
    for p in panes:
        ring = np.vstack([p, p[:1]])
        b.stroke(moved(ring, 0, -11), 3.4, edge, wob=0.8)
    _bonnet(b, night=night)
    _roof(b, night=night)
    _dash(b, night=night)
    _mirror(b, night=night)
    _wheel(b, night=night)


def _bonnet(b: Block, *, night: bool) -> None:
    """The curve of the bonnet just over the dash, with the sky lying on it."""
    glass = b.mask(rounded(_GLASS, 74))
    hump = [(360, 640), (470, 590), (700, 566), (960, 560), (1260, 566), (1480, 590), (1580, 640)]
    b.poly(curve(hump), "key", 0.6, clip=glass)
    for k, (w, ink) in enumerate(((9, "gold"), (4, "red"), (3, "red"))):
        line = [(x + (960 - x) * 0.06 * k, y + 8 + 13 * k) for x, y in hump[1:-1]]
        b.stroke(
            curve(line),
            w * (0.5 if night else 1),
            "sand" if night else ink,
            (0, 0),
            0.6,
            clip=glass,
        )


def _roof(b: Block, *, night: bool) -> None:
    """Lining, its seams and the two sun visors."""
    ink = "teal" if night else "brown"
    for k, y in enumerate((20, 52, 80)):
        seam = [(180 - k * 10, y + 24), (960, y), (1740 + k * 10, y + 24)]
        b.stroke(curve(seam), 3, ink, (0.3, 0.3), 0.5)
    for k in range(120):
        x = 210 + k * 12.6
        rise = 34 + ((k * 37) % 50) + ((x - 960) / 780) ** 2 * 20
        b.gouge(x, rise, 4 + (x - 960) * 0.012, 15, 2, ink)
    for x0, x1 in ((420, 860), (1150, 1560)):
        flap = rounded([(x0, 92), (x1, 92), (x1 - 16, 150), (x0 + 16, 150)], 22)
        b.poly(moved(flap, 0, 4), "key", 0.6)
        b.poly(flap, "brown", 0.8)
        b.engrave(
            b.mask(flap),
            "key",
            lambda _, y: np.clip((y - 84) / 190 if not night else (y - 110) / 190, 0, 1),
            angle=1,
            pitch=7,
        )
        b.stroke([(x0 + 24, 142), (x1 - 24, 142)], 3, "sand", (0.2, 0.6))


def _dash(b: Block, *, night: bool) -> None:
    """A painted metal dash: two dials before the driver, a grille, a lid with a lock."""
    b.poly(
        curve(
            [(180, 640), (520, 618), (960, 612), (1400, 618), (1740, 640), (1740, 760), (180, 760)]
        ),
        "key",
        1,
    )
    top = curve([(210, 636), (520, 622), (960, 617), (1400, 622), (1710, 636)])
    b.stroke(top, 5, "gold" if not night else "teal", (0.4, 0.4))
    for y in (652, 664):
        b.stroke(
            [(240, y + 6), (960, y), (1680, y + 6)], 3, "red" if not night else "brown", (0.3, 0.3)
        )
    for k in range(15):
        b.rect(1020 + k * 12, 676, 1025 + k * 12, 722, "sand" if not night else "brown", 0.5)
    for cx, r in ((1400, 40), (1494, 34)):
        b.ellipse(cx, 686, r, r, "gold" if night else "paper", 0.6)
        b.ellipse(cx, 686, r - 6, r - 6, "key" if not night else "paper", 0.6)
        for k in range(9):
            a = np.radians(150 + k * 30)
            p = [(cx + q * np.cos(a), 686 + q * np.sin(a)) for q in (r - 16, r - 9)]
            b.stroke(p, 3, "paper" if not night else "key", wob=0)
        b.stroke([(cx, 686), (cx - r * 0.45, 686 - r * 0.35)], 4, "red", (1, 0.4), 0)


def _mirror(b: Block, *, night: bool) -> None:
    """The mirror, with the driver's eyes in it."""
    b.rect(1000, 100, 1012, 172, "key", 0.5)
    frame = rounded([(886, 164), (1126, 164), (1134, 232), (878, 232)], 26)
    b.poly((frame - [1006, 198]) * 1.08 + [1006, 198], "key", 0.6)
    b.poly(frame, "sand" if night else "paper", 0.6)
    inner = b.mask((frame - [1006, 198]) * [0.95, 0.86] + [1006, 198])
    b.put(inner, np.ones_like(inner[2]), "key" if night else "teal")
    other = Block(b.w, b.h, "coast61", b.ss, seed=2, ground="key" if night else "teal")
    frank = person(
        male=1,
        age=31,
        seed=31,
        hair="quiff",
        top="jacket",
        top_ink=("brown", "brown"),
        gaze=(-6, 2),
        pose=stand(),
    )
    light = (0.3, -0.2, 0.9) if night else (-0.6, 0.3, 0.8)
    put(other, frank, (1030, 233), 62, yaw=-14, light=light, big=True)
    sy, sx, m = inner
    b.a[sy, sx][m] = other.a[sy, sx][m]


def _wheel(b: Block, *, night: bool) -> None:
    """A thin rim with a horn ring, leaning away."""
    cx, cy = 1440, 716
    for r, w, ink in (
        (188, 24, "key"),
        (188, 15, "paper" if not night else "sand"),
        (186, 5, "key"),
        (112, 10, "key"),
        (112, 5, "gold"),
    ):
        t = np.radians(np.linspace(0, 360, 90))
        b.stroke(np.stack([cx + r * np.cos(t), cy + r * 0.8 * np.sin(t)], 1), w, ink, wob=0.4)
    for a in (170, 10, 90):
        u = np.radians(a)
        q = [(cx + k * np.cos(u), cy + k * 0.8 * np.sin(u)) for k in (30, 178)]
        b.stroke(q, 16, "key", wob=0.3)
        b.stroke(q, 7, "paper" if not night else "sand", wob=0.3)


def _seat(b: Block, *, night: bool) -> None:
    """The back of the front bench, pleated, with piping along its top."""
    top = [(250, 776), (420, 752), (960, 744), (1500, 752), (1690, 776)]
    seat = [*curve(top).tolist(), (1740, 1100), (200, 1100)]
    b.poly(moved(seat, 0, -9), "key", 1)
    b.poly(seat, "brown", 1)
    patch = b.mask(seat)
    for k in range(31):
        x = 240 + k * 48
        b.stroke([(x, 750), (960 + (x - 960) * 1.04, 1100)], 5, "key", (0.6, 1), clip=patch)
    tone = (
        (lambda _x, y: 1.05 - (y - 750) / 300)
        if not night
        else (lambda _x, y: 0.52 - (y - 750) / 420)
    )
    b.engrave(patch, "key", tone, angle=4, pitch=8, wobble=2)
    b.stroke(curve(top), 9, "key")
    b.stroke(curve(top), 4, "sand" if not night else "teal")


def riders(b: Block, *, night: bool) -> None:
    """Frank driving, Vi beside him with her bag, Dulcie behind her and leaning in."""
    light = (0.45, -0.35, 0.35) if night else (0.8, 0.32, 0.12)
    edge = "gold"
    common: dict[str, Any] = {"light": light, "big": True, "halo": (edge, 3)}
    _frank(b, common, night=night)
    _vi(b, common)
    _seat(b, night=night)
    _dulcie(b, common)


def _frank(b: Block, common: dict[str, Any], *, night: bool) -> None:
    """The driver's back, and his hands at the wheel."""
    arms = sit(stand(head=(2, -6, 0)))
    for side in ("L", "R"):
        arms = hold(
            arms, side, fore=(-0.15, 0.5, 1), upper=(0.55, -0.75, 0.55), wrist=(-0.3, 0.2, 1)
        )
    frank = person(
        male=1,
        age=31,
        seed=31,
        hair="short",
        hair_ink=("key", "brown"),
        top="jacket",
        top_ink=("key", "key"),
        edge="brown" if night else "gold",
        hands={"L": (70, 84, 50), "R": (70, 84, 50)},
        pose=arms,
    )
    shade = {SKIN: {"lo": 0.6, "hi": 1.25}}
    put(b, frank, (1452, 470), 66, yaw=186, over=shade, **common)
    b.ellipse(1456, 442, 13, 36, "key")
    for k in range(4):
        b.gouge(1449 + k * 4, 414 + k * 3, 88, 44, 1.8, "brown")


def _vi(b: Block, common: dict[str, Any]) -> None:
    """Aunty Vi, hat on, bag on her knees."""
    vi = known(
        "vi",
        extra=lady_hat("felt", 0.3),
        hat_ink=("teal", "teal"),
        band_ink="red",
        top="coat",
        top_ink=("red", "red"),
        shirt_ink=("paper", "sand"),
        legs="skirt",
        hands=CLOSED,
        pose=seated(-2, -30, 0),
        expr={"mouthSmile": 0.1},
    )
    put(b, vi, (890, 486), 66, yaw=118, **common)


def _dulcie(b: Block, common: dict[str, Any]) -> None:
    """Dulcie, nearest, her eyes on the line in the road."""
    pose = hold(sit(stand(head=(0, -16, 0))), "R", fore=(-0.5, 0.35, 1), upper=(0.3, -0.8, 0.6))
    dulcie = known(
        "dulcie",
        hair="bun",  # the hat sits on it
        extra=lady_hat("straw", 0.0),
        hat_ink=("paper", "sand"),
        band_ink="teal",
        top="cardigan",
        top_ink=("teal", "teal"),
        shirt_ink=("paper", "sand"),
        legs="skirt",
        pose=pose,
        hands={"R": (30, 40, 24)},
    )
    put(b, dulcie, (548, 512), 92, yaw=106, **common)
