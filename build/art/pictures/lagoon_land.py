"""The lagoon itself: sky, works, water, the far huts and the she-oaks, by day and at dusk."""

from __future__ import annotations

from typing import Any

import numpy as np

from build.art.block import Block
from build.art.pictures.coast_land import Line, Point, curve, glitter, sea, stars
from build.art.scenery import escarpment, ridge, smoke, stack

SHORE = 404
_SUN = (760, 262)
_STACKS = ((900, 262, 22), (956, 300, 18), (1026, 250, 24), (1078, 320, 16))


def sky(b: Block, *, dusk: bool) -> None:
    """Gold with the sun in the smoke; or red to black, with the first stars."""
    if dusk:
        _evening(b)
    else:
        patch = b.box(0, 0, 1920, SHORE + 6)
        x, y = _SUN
        b.rays(
            patch,
            x,
            y,
            "paper",
            n=64,
            tone=lambda u, v: np.clip(np.hypot(u - x, v - y) / 720, 0.22, 1.1),
        )
        b.ellipse(x, y, 60, 60, "paper", 1)
        b.stroke(
            [(x + 66 * np.cos(t), y + 66 * np.sin(t)) for t in np.linspace(0, 6.3, 50)], 4, "key"
        )
    escarpment(b, -200, 760, 420, 150, 430, seed=7, ink="teal", lite="gold" if not dusk else "red")
    _works(b, dusk=dusk)


def _evening(b: Block) -> None:
    """Bars of red between bars of black, closing upwards."""
    patch = b.box(0, 0, 1920, SHORE + 6)
    b.put(patch, np.ones_like(patch[2]), "key")
    low = b.box(0, 120, 1920, SHORE + 6)
    b.engrave(low, "red", lambda _, y: 1.12 - (y - 110) / 250, angle=1.5, pitch=15, wobble=4)
    glow = b.box(0, 300, 1920, SHORE + 6)
    b.engrave(
        glow, "gold", lambda _, y: 1.2 - (y - 290) / 130, angle=0.6, pitch=11, wobble=3, seed=5
    )
    stars(b, b.box(300, 0, 1920, 230), 190, 5)


def _works(b: Block, *, dusk: bool) -> None:
    """Sheds and stacks across the water, and their smoke going inland."""
    lite = "gold" if dusk else "red"
    for k, (x, top, _) in enumerate(_STACKS):
        ink = ("sand", "paper")[k % 2] if not dusk else ("brown", "teal")[k % 2]
        side = "paper" if not dusk else "red"
        smoke(b, x, top - 10, 330 + 40 * k, -150 - 16 * k, 10, 11, 46, ink, "key", side, seed=3 + k)
    for x, top, w in _STACKS:
        stack(b, x, SHORE, top, w, lite=lite)
    saw = [(820, SHORE)]
    for k in range(9):
        saw += [(820 + k * 44, 366), (852 + k * 44, 346)]
    saw += [(1216, 366), (1260, 378), (1260, SHORE)]
    b.poly(saw, "key", 0.8)
    for k in range(26):
        x = 832 + k * 16
        b.rect(
            x,
            374 + (k % 3) * 4,
            x + 8,
            382 + (k % 3) * 4,
            "gold" if dusk or k % 3 == 0 else "teal",
            0.4,
        )
    if dusk:
        x, y = 1170, 352
        b.rays(
            b.box(x - 90, y - 80, x + 90, y + 10),
            x,
            y,
            "gold",
            n=26,
            tone=lambda u, v: np.hypot(u - x, v - y) / 84,
        )
        b.rect(1140, 352, 1204, SHORE, "key", 0.8)


def water(b: Block, *, dusk: bool) -> None:
    """The lagoon, from the reeds of the far side to the near bank."""
    far = ridge(0, 1920, SHORE - 4, 12, 5)
    b.poly(np.vstack([far, [(1920, SHORE + 12), (0, SHORE + 12)]]), "key", 0.8)
    patch = b.box(0, SHORE, 1920, 640)
    b.put(patch, np.ones_like(patch[2]), "key" if dusk else "teal")
    sea(b, patch, SHORE - 2, "red" if dusk else "key", near=10, seed=4)
    if dusk:
        glitter(b, patch, 1170, (SHORE + 4, 560), (30, 160), "gold", 120)
        glitter(b, patch, 640, (SHORE + 4, 560), (300, 700), "teal", 150)
    else:
        glitter(b, patch, _SUN[0], (SHORE + 4, 600), (70, 420), "paper", 330)
        glitter(b, patch, _SUN[0] + 20, (SHORE + 4, 540), (40, 200), "gold", 60)
    _far_huts(b, dusk=dusk)
    _reeds(b, dusk=dusk)


def _far_huts(b: Block, *, dusk: bool) -> None:
    """Other people's places along the far bank, each with its roof and its smoke."""
    rng = np.random.default_rng(21)
    for x, w in ((470, 54), (556, 44), (640, 60), (1330, 60), (250, 60), (160, 46)):
        y, h = SHORE + 6, 30
        b.poly([(x, y), (x, y - h), (x + w, y - h - 5), (x + w, y)], "key", 0.8)
        b.poly(
            [(x - 6, y - h), (x + 8, y - h - 15), (x + w + 4, y - h - 18), (x + w + 8, y - h - 4)],
            "red" if not dusk else "brown",
            0.8,
        )
        for k in range(5):
            b.gouge(x + 5 + k * w / 5, y - h + 4, 90, h - 8, 3, "brown" if dusk else "sand")
        b.rect(x + w * 0.56, y - h + 9, x + w * 0.56 + 9, y - 9, "gold", 0.5)
        b.rect(x + w - 8, y - h - 26, x + w - 3, y - h - 8, "key", 0.3)
        smoke(
            b,
            x + w - 5,
            y - h - 30,
            26,
            -34,
            4,
            3,
            8,
            "sand" if not dusk else "teal",
            seed=int(rng.integers(99)),
        )


def _reeds(b: Block, *, dusk: bool) -> None:
    """Reeds at the near edge."""
    rng = np.random.default_rng(31)
    for _ in range(150):
        x = rng.choice([rng.uniform(0, 560), rng.uniform(960, 1100)])
        y = 560 + rng.normal() * 22
        tip = (x + rng.normal() * 16, y - rng.uniform(40, 110))
        b.stroke([(x, y), tip], rng.uniform(3, 6), "key", (1, 0), 0.6)
        if rng.random() < 0.4:
            b.stroke(
                [(x + 3, y), (tip[0] + 3, tip[1] + 16)], 2, "red" if dusk else "gold", (1, 0), 0.4
            )


def ground(b: Block, *, dusk: bool) -> None:
    """The yard: swept sand by day, with the marks of the broom; by dusk the door's light."""
    bank = [(-20, 570), (320, 560), (700, 556), (1000, 566), (1200, 600), (1940, 640)]
    yard = [*curve(bank).tolist(), (1940, 1100), (-20, 1100)]
    b.poly(yard, "key" if dusk else "sand", 1.5)
    patch = b.mask(yard)
    if dusk:
        _lit_ground(b, patch)
        return
    rng = np.random.default_rng(14)
    for _ in range(150):  # arcs of the broom
        cx, cy = rng.uniform(500, 1900), rng.uniform(600, 1060)
        r, a = rng.uniform(70, 130), rng.uniform(200, 260)
        t = np.radians(np.linspace(a, a + 70, 9))
        b.stroke(
            np.stack([cx + r * np.cos(t), cy + r * 0.35 * np.sin(t)], 1),
            3.2,
            "brown",
            (0, 0),
            0.4,
            clip=patch,
        )
    for shade in _SHADOWS:
        b.poly(shade, "key", 2)
    b.engrave(
        patch,
        "key",
        lambda x, y: 1.34 - (y - 560) / 360 + (x - 900) / 3200,
        angle=-3,
        pitch=13,
        wobble=4,
    )


def _lit_ground(b: Block, patch: Any) -> None:
    """Cuts that ring the hut's door and thin out into the dark."""
    cx, cy = _DOORSTEP

    def far(x: Any, y: Any) -> Any:
        """How far out, as it lies on the ground."""
        return np.hypot(x - cx, (y - cy) / 0.42)

    b.engrave(patch, "red", lambda x, y: 0.30 + far(x, y) / 1150, pitch=17, wobble=3, curve=far)
    b.engrave(
        patch, "gold", lambda x, y: 0.26 + far(x, y) / 640, pitch=17, wobble=3, curve=far, seed=4
    )


# They all run away from the sun.
_SHADOWS: tuple[list[Point], ...] = (
    [(1500, 770), (1830, 690), (1940, 690), (1940, 1000), (1700, 900)],
    [(1556, 800), (1680, 780), (1780, 900), (1660, 900)],
    [(1380, 930), (1500, 916), (1760, 1090), (1560, 1090)],
    [(640, 790), (690, 800), (600, 960), (500, 940)],
    [(700, 850), (790, 850), (740, 1080), (620, 1080)],
    [(120, 900), (330, 900), (130, 1100), (-160, 1100)],
)

_DOORSTEP: Point = (1380, 770)


def she_oaks(b: Block, *, dusk: bool) -> None:
    """One large trunk at the left, and needles that hang across the top of the sheet."""
    trunk = [(210, 1100), (236, 800), (226, 560), (268, 330), (250, 120), (276, -20)]
    b.stroke(curve(trunk), 128, "key", (1.25, 0.55), 2)
    lite = "red" if dusk else "gold"
    rng = np.random.default_rng(44)
    for _ in range(300):  # furrowed bark
        k = rng.random()
        p = np.array(curve(trunk))
        x, y = p[int(k * (len(p) - 1))]
        off = rng.uniform(-0.45, 1) * (60 - 26 * k)
        b.gouge(
            x + off,
            y,
            92 + rng.normal() * 6,
            rng.uniform(22, 56),
            rng.uniform(2.5, 5),
            lite if rng.random() < 0.6 else "brown",
        )
    for line in (
        [(256, 250), (420, 120), (620, 40), (760, 34)],
        [(262, 90), (430, -10), (700, -40)],
        [(250, 380), (120, 250), (-20, 210)],
        [(1990, 60), (1800, 30), (1620, 60)],
        [(1990, -20), (1760, -30), (1500, 4)],
    ):
        _bough(b, line, lite, rng)


def _bough(b: Block, line: Line, lite: str, rng: Any) -> None:
    """A bough, and the needles it lets down in bunches."""
    p = np.array(curve(line))
    b.stroke(p, 26, "key", (1, 0.2), 1)
    for _ in range(int(len(p) * 3.2)):
        x, y = p[rng.integers(3, len(p))]
        lean = rng.normal() * 10
        for _ in range(9):
            ln = rng.uniform(50, 150)
            a = 90 + lean + rng.normal() * 9
            ink = rng.choice(["key", "teal", lite], p=[0.62, 0.30, 0.08])
            b.gouge(
                x + rng.normal() * 12,
                y + rng.uniform(-14, 10),
                a,
                ln,
                rng.uniform(2.4, 4.6),
                ink,
                bend=rng.normal() * 7,
            )
