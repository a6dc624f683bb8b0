"""What lies past the windscreen of `road` by night: stars, and a gate in the headlamps."""

from __future__ import annotations

from typing import Any

import numpy as np

from build.art.block import Block
from build.art.pictures.coast_folk import hold, local, put, stand
from build.art.pictures.coast_land import curve, fade, moved, sea, stars
from build.art.scenery import ridge


def by_night(b: Block, *, people: bool) -> None:
    """Stars over the range; the headlamps find a gate, and the man who opens it."""
    stars(b, b.box(100, 60, 1900, 400), 900, 5, ((560, 80), (1500, 330)))
    far = ridge(0, 1920, 330, 40, 9)
    far[:, 1] -= np.interp(far[:, 0], [0, 500, 900, 1300, 1920], [120, 96, 40, 0, -24])
    b.poly(np.vstack([far, [(1920, 720), (0, 720)]]), "key", 0.8)
    b.stroke(moved(far, 0, 2), 3, "teal")
    rng = np.random.default_rng(4)
    for _ in range(240):
        x = rng.uniform(120, 1300)
        y = np.interp(x, far[:, 0], far[:, 1]) + rng.uniform(8, 90)
        b.gouge(x, y, 84 + rng.normal() * 9, rng.uniform(8, 24), rng.uniform(1.6, 2.8), "teal")
    water = b.box(1330, 372, 1920, 420)
    sea(b, water, 374, "teal", near=6)
    _camp(b)
    _gums(b)
    _track(b)
    _gate(b)
    if people:
        _gate_man(b)


def _camp(b: Block) -> None:
    """Pickers' fires, far off along the river flat."""
    for x, y, r in ((700, 416, 7), (772, 408, 5), (1420, 432, 6), (1476, 428, 5), (860, 412, 4)):
        b.rays(
            b.box(x - r * 5, y - r * 5, x + r * 5, y + r * 3),
            x,
            y,
            "red",
            n=16,
            tone=fade(x, y, r * 4.2),
        )
        b.poly([(x - r, y + r * 0.5), (x, y - r * 1.6), (x + r, y + r * 0.5)], "gold", 0.4)


def _gums(b: Block) -> None:
    """Pale trunks behind the gate, as far up as the lamps reach."""
    rng = np.random.default_rng(8)
    for x, w, top in (
        (1046, 9, 300),
        (1188, 14, 236),
        (1238, 8, 290),
        (1330, 17, 214),
        (1424, 10, 280),
        (966, 8, 330),
        (1500, 8, 330),
    ):
        lean = rng.normal() * 14
        b.stroke(
            curve([(x, 458), (x + lean, 380), (x + lean * 0.4, top)]), w + 6, "key", (1, 0.4), 0.8
        )
        b.stroke(curve([(x, 458), (x + lean, 380), (x + lean * 0.4, top)]), w, "sand", (1, 0.2), 1)
        b.stroke(curve([(x + 2, 456), (x + lean + 2, 390)]), w * 0.45, "paper", (1, 0), 1)
        for k in range(16):
            a = rng.uniform(0, 360)
            b.gouge(
                x + lean * 0.4 + rng.normal() * 26,
                top + rng.normal() * 22,
                a,
                17,
                4,
                "teal" if k % 3 else "sand",
            )


def _track(b: Block) -> None:
    """Wheel ruts and grass: a pool of light that the lamps cut from the dark."""
    pool = [(620, 700), (700, 520), (900, 452), (1130, 440), (1360, 452), (1560, 520), (1640, 700)]
    patch = b.mask(curve(pool))
    b.put(patch, np.ones_like(patch[2]), "gold")
    b.rays(
        patch,
        1130,
        900,
        "paper",
        n=120,
        tone=lambda x, y: np.hypot((x - 1130) / 330, (y - 560) / 150),
    )

    def away(x: Any, y: Any) -> Any:
        """0 at the rim of the pool, rising inwards."""
        return 1.5 - np.hypot((x - 1130) / 470, (y - 560) / 118) * 1.25

    b.engrave(patch, "key", away, angle=2, pitch=8, wobble=2.2, jitter=0.6)
    rng = np.random.default_rng(2)
    for side in (-1, 1):
        rut = [(1130 + side * 64, 452), (1130 + side * 92, 520), (1130 + side * 150, 640)]
        b.stroke(curve(rut), 46, "key", (0.3, 1.3), 2, clip=patch)
        b.stroke(curve([(x + 6, y) for x, y in rut]), 12, "sand", (0.3, 1.3), 2, clip=patch)
    for _ in range(420):
        k = rng.random() ** 0.7
        y = 458 + 180 * k
        x = 1130 + rng.normal() * (170 + 190 * k)
        ink = "key" if rng.random() < 0.55 else "paper"
        b.gouge(x, y, -90 + rng.normal() * 20, 9 + 24 * k, 2 + 2.6 * k, ink)


def _wire(b: Block) -> None:
    """Four wires and split posts, either side."""
    for x0, x1, rise in ((420, 1004, -6), (1376, 1900, 6)):
        for k in range(4):
            y = 424 + k * 16
            b.stroke([(x0, y), (x1, y + rise * 0.5)], 2.4, "sand", (0.5, 1))
        for x in range(x0 + 10, x1, 84):
            b.rect(x - 8, 406, x + 8, 502, "key", 0.8)
            b.rect(x - 5, 409, x + 5, 500, "brown", 0.8)
            b.rect(x, 410, x + 4, 498, "sand", 0.6)


def _rail(b: Block, a: Any, c: Any, w: float) -> None:
    """One bar of the gate, with its under edge."""
    b.stroke([a, c], w + 5, "key", wob=0.4)
    b.stroke([a, c], w, "paper", (1.1, 0.8), 0.4)


def _gate(b: Block) -> None:
    """A gate of five rails standing open, hung on the right-hand post, lit flat and white."""
    _wire(b)
    for x in (1010, 1368):
        b.rect(x - 17, 360, x + 17, 524, "key", 1)
        b.rect(x - 12, 365, x + 12, 520, "paper", 0.8)
        for k in range(9):
            b.gouge(x - 8 + (k % 3) * 7, 370 + k * 14, 88, 28, 2.8, "key")
    for k in range(5):
        _rail(b, (1360, 398 + k * 21), (1204, 384 + k * 25), 10)
    _rail(b, (1352, 484), (1216, 384), 8)
    for x, top, low in ((1344, 390, 492), (1208, 374, 496)):
        _rail(b, (x, top), (x, low), 11)


def _gate_man(b: Block) -> None:
    """He has the gate open; the girl rides on it."""
    pose = hold(stand(head=(0, -4, 0)), "L", fore=(0.75, 0.05, 0.5), upper=(0.5, -1, 0.2))
    man = local(
        male=1,
        age=48,
        seed=64,
        hair="short",
        hat="akubra",
        hat_ink=("brown", "brown"),
        top="jacket",
        top_ink=("teal", "teal"),
        shirt_ink=("paper", "sand"),
        hands={"L": (70, 80, 50)},
        pose=pose,
    )
    lean = stand(head=(0, 10, -4))
    for side in ("L", "R"):
        lean = hold(lean, side, fore=(0.1, -0.2, 1), upper=(0.5, -0.9, 0.4))
    child = local(
        male=0,
        age=13,
        seed=77,
        height=0.88,
        hair="bob",
        hair_ink=("brown", "sand"),
        top="cardigan",
        top_ink=("red", "red"),
        shirt_ink=("paper", "sand"),
        legs="skirt",
        legs_ink=("sand", "brown"),
        pose=lean,
    )
    light = (-0.1, -0.05, 1)
    put(b, child, (1288, 340), 15.5, yaw=-10, light=light, big=False, line=1.1)
    for k in (1, 3):
        _rail(b, (1360, 398 + k * 21), (1204, 384 + k * 25), 10)
    put(b, man, (1124, 352), 17.5, yaw=4, light=light, big=True, line=1.1, halo=("paper", 2))
