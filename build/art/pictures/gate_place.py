"""The wharf gate at Port Kembla, seen from inside: hills, stacks, fence, gatehouse, road."""

from __future__ import annotations

import numpy as np

from build.art.block import Block
from build.art.lettering import font
from build.art.pictures.wharf_things import mix, quad
from build.art.scenery import escarpment, smoke, stack

Point = tuple[float, float]

_BASE = 446
_POSTS = (836, 1172)


def place_of_work(block: Block) -> None:
    """All of it, ready for the men."""
    _sky(block)
    _hills(block)
    _works(block)
    _ground(block)
    _gatehouse(block)
    _fence(block)
    _gates(block)


def _sky(block: Block) -> None:
    """First sun behind us: a pale sky, barred with black where the smoke has lain all night."""
    air = block.box(0, 0, 1920, _BASE)
    block.put(air, np.ones_like(air[2]), "gold")
    block.engrave(air, "paper", lambda x, y: 1.2 - y / 260 + np.abs(x - 980) / 1900, 2, 21,
                  wobble=1.6)  # fmt: skip
    block.engrave(
        air, "key",
        lambda x, y: 0.2 + y / 240 - np.abs(x - 980) / 5200 + 0.16 * np.sin(x / 210 + y / 50),
        -3, 24, wobble=2.4,
    )  # fmt: skip


def _hills(block: Block) -> None:
    """The escarpment, lit full in the face."""
    whole = block.box(0, 0, 1920, _BASE + 4)
    escarpment(block, -80, 2000, 356, 196, _BASE + 4, whole, 14, "teal", "paper")
    block.chatter(
        block.where(block.box(0, 200, 1920, _BASE), ["teal"]), "gold", 240, 80, (7, 18), (2, 3.6)
    )


def _works(block: Block) -> None:
    """Stacks in a row, their smoke leaning out to sea over the gate."""
    whole = block.box(0, 0, 1920, _BASE + 4)
    stacks = [(1236, 118, 36), (1330, 176, 30), (1440, 84, 40), (1560, 196, 28), (402, 214, 26),
              (470, 250, 22)]  # fmt: skip
    for i, (at, top, _) in enumerate(stacks[:5]):
        ink, line = (("sand", "key"), ("paper", "key"), ("brown", "key"))[i % 3]
        smoke(block, at, top - 10, 260, -110 + 10 * i, 8, 14, 44, ink, line, "paper", 20 + i, whole)
    for at, top, w in stacks:
        stack(block, at, _BASE, top, w, clip=whole, lite="red")
    roofs = [(1090, 460), (1090, 392), (1150, 364), (1150, 392), (1210, 364), (1210, 392),
             (1400, 392), (1400, 350), (1500, 330), (1500, 380), (1700, 380), (1700, 352),
             (1930, 352), (1930, 460)]  # fmt: skip
    block.poly(roofs, "key", 0.8)
    rng = np.random.default_rng(6)
    for _ in range(34):
        x, y = rng.uniform(1100, 1900), rng.uniform(398, 436)
        block.rect(x, y, x + rng.uniform(8, 15), y + 8, "gold", 0.4)
    for left, eaves, w in ((548, 424, 70), (630, 430, 62), (704, 426, 66), (784, 434, 58)):
        x, y = left + 0.0, eaves + 0.0
        block.poly([(x - 6, y + 4), (x + w / 2, y - 30), (x + w + 6, y + 4)], "key", 0.6)
        block.poly([(x + 4, y + 2), (x + w / 2, y - 23), (x + w - 4, y + 2)], "red", 0.6)
        block.rect(x, y + 2, x + w, y + 30, "key", 0.6)
        block.rect(x + 4, y + 5, x + w - 4, y + 30, "paper", 0.6)
        block.rect(x + w * 0.4, y + 10, x + w * 0.62, y + 30, "key", 0.4)


def _ground(block: Block) -> None:
    """The wharf road: rails let into it, puddles, and the sun raking over it from our side."""
    block.rect(-10, _BASE, 1930, 1090, "key", 0.6)
    area = block.box(0, _BASE + 2, 1920, 1080)
    road = [(846, _BASE + 4), (1112, _BASE + 4), (1840, 1090), (120, 1090)]
    block.poly(road, "sand", 1)
    lit = block.mask(road)
    block.engrave(lit, "brown", lambda _x, y: 0.3 + (y - 450) / 1100, 1, 13, wobble=2)
    block.engrave(
        lit, "key", lambda x, y: 1.2 - np.abs(x - 980) / 760 - (y - 450) / 1900, 2, 15, wobble=2.6
    )
    for far, near in ((930, 560), (962, 760), (1016, 1200), (1046, 1400)):
        block.stroke([(far, _BASE + 6), (near, 1090)], 6, "key", (0.5, 4), 0.5, clip=area)
        block.stroke([(far + 2, _BASE + 6), (near + 6, 1090)], 3, "paper", (0.3, 2.2), 0.5,
                     clip=area)  # fmt: skip
    rng = np.random.default_rng(12)
    for _ in range(120):
        y = rng.uniform(480, 1080)
        x = rng.choice([rng.uniform(-20, 500), rng.uniform(1460, 1940)])
        block.gouge(x, y, 0, rng.uniform(14, 20 + (y - 440) * 0.12), 3.4, "brown", clip=area)


def _gatehouse(block: Block) -> None:
    """The watchman's brick box, its window lit, the notice on its wall."""
    wall = [(96, 300), (500, 326), (500, 620), (96, 700)]
    quad(block, wall, "red", 6)
    area = block.mask(wall)
    for i in range(22):
        k = i / 21
        block.stroke([mix(wall[0], wall[3], k), mix(wall[1], wall[2], k)], 4, "key", wob=0.6)
    for i in range(22):
        for j in range(12):
            u = (j + 0.5 * (i % 2)) / 12
            a = mix(mix(wall[0], wall[3], i / 21), mix(wall[1], wall[2], i / 21), u)
            b = mix(mix(wall[0], wall[3], (i + 1) / 21), mix(wall[1], wall[2], (i + 1) / 21), u)
            block.stroke([a, b], 4, "key", wob=0.3, clip=area)
    block.engrave(area, "key", lambda x, _y: 0.3 + (x - 96) / 420, 84, 13)
    quad(block, [(60, 262), (548, 300), (540, 336), (60, 308)], "teal", 6)
    block.stroke([(60, 266), (548, 303)], 6, "paper", (0.3, 1), 0.5)
    quad(block, [(330, 400), (450, 404), (450, 520), (330, 526)], "gold", 8)
    block.rect(386, 400, 395, 526, "key", 0.5)
    block.stroke([(330, 462), (450, 460)], 7, "key")


def _fence(block: Block) -> None:
    """Chain wire and three strands of barb, running off either side."""
    for x0, x1 in ((500, 792), (1178, 1930)):
        top, foot = 318, _BASE + 30
        mesh = block.box(x0, top, x1, foot)
        block.engrave(mesh, "key", 0.84, 45, 13, wobble=0.4)
        block.engrave(mesh, "key", 0.84, -45, 13, wobble=0.4, seed=4)
        for x in range(x0, x1, 96):
            block.rect(x - 5, top - 40, x + 5, foot + 6, "key", 0.6)
            block.stroke([(x, top - 4), (x + 20, top - 42)], 7, "key")
        for i in range(3):
            y = top - 8 - i * 13
            block.stroke([(x0, y), (x1, y + 2)], 3.4, "key", wob=1)
            for x in range(x0 + 12, x1, 34):
                block.stroke([(x - 4, y - 5), (x + 4, y + 6)], 3, "key", wob=0)


def _gates(block: Block) -> None:
    """The two gate posts, their leaves thrown open, and the board over the road."""
    for x in _POSTS:
        block.rect(x - 16, 92, x + 16, _BASE + 40, "key", 0.8)
        block.rect(x + 4, 100, x + 10, _BASE + 34, "paper", 0.6)
        block.ellipse(x, 88, 20, 12, "key", 0.4)
    x0, x1 = _POSTS
    quad(block, [(x0 + 6, 100), (x1 - 6, 100), (x1 - 6, 166), (x0 + 6, 166)], "red", 6)
    block.stroke([(x0 + 10, 104), (x1 - 10, 104)], 5, "paper", (0.3, 1), 0.4)
    block.text("JETTY GATE", (x0 + x1) / 2, 135, 50, font("anton-400-normal.ttf"), "paper",
               spacing=7, fit=x1 - x0 - 60)  # fmt: skip
    for post, tip in ((_POSTS[0], 700), (_POSTS[1], 1300)):
        leaf = [(post, 322), (tip, 300), (tip, 548), (post, _BASE + 34)]
        for i in range(9):
            a, b = mix(leaf[0], leaf[1], i / 8), mix(leaf[3], leaf[2], i / 8)
            block.stroke([a, b], 8, "key")
            block.stroke([(a[0] + 2, a[1]), (b[0] + 2, b[1])], 2.6, "gold", wob=0.4)
        for k in (0, 0.5, 1):
            block.stroke([mix(leaf[0], leaf[3], k), mix(leaf[1], leaf[2], k)], 11, "key")
