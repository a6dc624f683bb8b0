"""The pick-up shed: iron walls, a timber roof, and the doors open on the sea at seven."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from build.art.block import Block
from build.art.pictures.wharf_things import mix, quad, wire

Point = tuple[float, float]
Patch = tuple[slice, slice, np.ndarray]

# The doorway, and the point all the shed's long lines run to.
LEFT, RIGHT, HEAD, SILL = 742, 1262, 128, 618
SUN = (1014.0, 372.0)
_FAR = (1010.0, 410.0)


def room(block: Block) -> None:
    """The whole empty shed, ready for people."""
    _walls(block)
    _roof(block)
    _outside(block)
    _floor(block)
    _doors(block)


def _walls(block: Block) -> None:
    """Corrugated iron, its ribs catching the light less and less away from the doors."""
    block.rect(0, 0, 1920, 1080, "key", 0)
    end = [(470, 0), (1550, 0), (1550, 640), (470, 640)]
    face = block.mask(end)
    block.put(face, np.ones_like(face[2]), "teal")
    block.engrave(
        face, "key",
        lambda x, y: 0.74 - np.maximum(LEFT - x, x - RIGHT) / 310 + (y - 300) / 2400,
        90, 15, wobble=0.7,
    )  # fmt: skip
    for side in (-1, 1):
        _side_wall(block, side)


def _side_wall(block: Block, side: int) -> None:
    """One long wall in perspective: girts along it, ribs down it."""
    near, far = (-30, 470) if side < 0 else (1950, 1550)
    wall = [(far, 60), (near, -420), (near, 1090), (far, 640)]
    area = block.mask(wall)
    for i in range(30):
        u = (i / 29) ** 1.6
        x = far + (near - far) * u
        ink = "teal" if i % 3 else "brown"
        block.stroke([(x, 60 - 480 * u), (x, 640 + 450 * u)], 3 + 9 * u, ink, (0.3, 0.9), 1.2,
                     clip=area)  # fmt: skip
        block.rect(x - 2 - 6 * u, -10, x + 4 * u, 1090, "key", 0.8, clip=area)
    for k in (0.24, 0.56):
        a, b = mix(wall[0], wall[3], k), mix(wall[1], wall[2], k)
        block.stroke([a, b], 12, "key", (1, 3), clip=area)
        block.stroke([(a[0], a[1] + 3), (b[0], b[1] + 8)], 4, "brown", (1, 2.4), clip=area)


def _roof(block: Block) -> None:
    """Hardwood trusses, one behind another."""
    for i, u in enumerate((0.0, 0.24, 0.62)):
        y = 96 - 170 * u
        x0, x1 = 470 - 500 * u, 1550 + 400 * u
        wide = 16 + 20 * u
        block.rect(x0, y - wide, x1, y + wide * 0.4, "key", 1)
        block.rect(x0, y + wide * 0.1, x1, y + wide * 0.32, "brown" if i else "gold", 0.7)
        for k in range(7):
            a = (x0 + (x1 - x0) * k / 6, y - wide)
            block.stroke([a, (a[0] + (60 if k < 3 else -60), a[1] - 130)], 12 + 10 * u, "brown")
            block.stroke([(a[0] + 5, a[1]), (a[0] + (65 if k < 3 else -55), a[1] - 130)], 8, "key")


def _outside(block: Block) -> None:
    """Sunrise over the harbour: the sun, the sea, a ship alongside with her derricks up."""
    door = block.box(LEFT, HEAD, RIGHT, SILL)
    block.put(door, np.ones_like(door[2]), "gold")
    block.rays(
        door, *SUN, "paper", n=58, r0=30,
        tone=lambda x, y: np.clip(np.hypot(x - SUN[0], y - SUN[1]) / 330, 0.12, 1.1),
    )  # fmt: skip
    block.ellipse(*SUN, 60, 60, "paper", 0.8, clip=door)
    sea = block.box(LEFT, 452, RIGHT, 560)
    block.put(sea, np.ones_like(sea[2]), "teal")
    rng = np.random.default_rng(8)
    for _ in range(190):
        y = rng.uniform(456, 556)
        x = SUN[0] + rng.normal() * (30 + (y - 450) * 1.4)
        block.gouge(x, y, 0, rng.uniform(12, 44), rng.uniform(2, 4.6), "paper", clip=sea)
    for _ in range(60):
        block.gouge(rng.uniform(LEFT, RIGHT), rng.uniform(462, 556), 0, 30, 3, "key", clip=sea)
    _ship(block, door)
    block.rect(LEFT, 548, RIGHT, SILL, "key", 0.8, clip=door)
    for i in range(24):
        a = (LEFT + 10 + i * 22, 552)
        b = (_FAR[0] + (a[0] - _FAR[0]) * 1.5, SILL)
        block.stroke([a, b], 5, "gold" if i % 3 else "paper", (0.4, 1), 0.6, clip=door)


def _ship(block: Block, door: Patch) -> None:
    """The bow of a steel ship lying at the jetty, black against the light."""
    hull = [(1116, 420), (1142, 392), (1270, 380), (1270, 556), (1150, 556), (1128, 500)]
    block.poly(hull, "key", 0.8, clip=door)
    block.poly([(1140, 512), (1270, 512), (1270, 548), (1150, 548)], "red", 0.8, clip=door)
    for i in range(6):
        block.gouge(1128 + i * 3, 424 + i * 14, 80, 34, 4, "gold", clip=door)
    block.rect(1196, 196, 1210, 400, "key", 0.6, clip=door)
    for end in ((1110, 246), (1262, 216)):
        block.stroke([(1202, 388), end], 11, "key", (1.2, 0.7), clip=door)
        block.stroke([(1202, 206), end], 3, "key", clip=door)
    for x in (800, 842):
        block.rect(x - 7, 470, x + 7, 556, "key", 0.6, clip=door)
        block.ellipse(x, 470, 13, 7, "key", 0.4, clip=door)


def _floor(block: Block) -> None:
    """Worn hardwood, and the light of the doors laid down across it."""
    whole = [(-10, 640), (470, 616), (1550, 616), (1930, 640), (1930, 1090), (-10, 1090)]
    block.poly(whole, "key", 0)
    area = block.mask(whole)
    rng = np.random.default_rng(4)
    for _ in range(150):
        x = rng.uniform(-700, 2700)
        u = rng.uniform(0.02, 0.9)
        line = [mix((x, 1100), _FAR, u), mix((x, 1100), _FAR, u + rng.uniform(0.03, 0.12))]
        block.stroke(line, 6 * (1 - u) + 1, "brown", (0, 0), 0.5, clip=area)
    lit = [(LEFT + 6, SILL), (RIGHT - 6, SILL), (1640, 1090), (390, 1090)]
    block.poly(lit, "gold", 1)
    pool = block.mask(lit)
    block.rays(
        pool, *_FAR, "paper", n=150,
        tone=lambda x, y: 0.12 + np.hypot((x - 1010) / 460, (y - 660) / 420),
    )  # fmt: skip
    for i in range(27):
        x = -560 + i * 122
        block.stroke([mix((x, 1100), _FAR, 0.7), (x, 1100)], 7, "key", (0.4, 1), 0.8, clip=pool)
    for i in range(26):
        y = 650 + (i * 97) % 420
        x = 500 + (i * 211) % 1040
        block.gouge(x, y, 0, 24 + (y - 600) * 0.1, 4, "key", clip=pool)
    block.engrave(pool, "key", lambda _x, y: 1.16 - (y - 640) / 560, 1, 12, wobble=1.4)


def _doors(block: Block) -> None:
    """The two sliding leaves run back against the wall, and the frame."""
    for x0, x1 in ((486, LEFT - 18), (RIGHT + 18, 1534)):
        quad(block, [(x0, HEAD - 4), (x1, HEAD - 4), (x1, SILL + 8), (x0, SILL + 8)], "red", 5)
        leaf = block.box(x0, HEAD - 4, x1, SILL + 8)
        block.engrave(leaf, "key", _away_from(x1 if x1 < 960 else x0), 90, 17, wobble=0.8)
        for y in (HEAD + 20, 360, SILL - 22):
            block.rect(x0, y - 12, x1, y + 12, "key", 0.8)
            block.rect(x0 + 4, y - 6, x1 - 4, y + 4, "red", 0.6)
        block.stroke([(x0 + 8, SILL - 20), (x1 - 8, 372)], 14, "key")
        block.stroke([(x0 + 8, SILL - 20), (x1 - 8, 372)], 6, "red")
    for x, way in ((LEFT, -1), (RIGHT, 1)):
        block.rect(x - 16, HEAD - 14, x + 16, SILL + 10, "key", 0.8)
        block.rect(x - way * 14 - 3, HEAD, x - way * 14 + 4, SILL + 6, "paper", 0.6)
    block.rect(474, HEAD - 26, 1546, HEAD, "key", 0.8)
    block.rect(474, HEAD - 18, 1546, HEAD - 12, "brown", 0.6)


def _away_from(edge: float) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
    """Light that falls off to either side of an upright edge."""
    return lambda x, _y: 0.7 - np.abs(x - edge) / 290


def notices(block: Block, font: str) -> None:
    """The roster, pinned up on the right-hand door."""
    quad(block, [(1316, 150), (1500, 150), (1500, 244), (1316, 244)], "paper", 5)
    block.text("No 3 GANG", 1408, 174, 32, font, "key", fit=152)
    block.rect(1332, 192, 1484, 195, "red", 0.3)
    for i in range(3):
        block.rect(1334, 203 + i * 12, 1430 + (i * 23) % 52, 208 + i * 12, "key", 0.5)


def lamp(block: Block, x: float, y: float, top: float) -> None:
    """An enamel shade on its flex, put out at daylight."""
    wire(block, [(x, top), (x, y - 30)], 5, "brown")
    quad(block, [(x - 12, y - 34), (x + 12, y - 34), (x + 58, y), (x - 58, y)], "teal", 4)
    block.stroke([(x - 50, y - 2), (x + 54, y - 2)], 5, "paper", wob=0.4)
