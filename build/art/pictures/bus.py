"""The works bus at dusk, seen from beside the driver, looking back down it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from build.art.block import Block
from build.art.pictures import bus_people
from build.art.pictures.indoors import Points, edged
from build.art.scenery import escarpment, smoke, stack
from build.art.work import pictures_of

Field = NDArray[np.float32]
VANISH = (960.0, 300.0)
FAR = 0.34
# Where the windows begin and end, as shares of the nearest pillar's distance.
BAYS = ((1.06, 0.78), (0.74, 0.575), (0.55, 0.45), (0.432, 0.365))


def bus(*, people: bool = True, ss: int = 2) -> Block:
    """The bus full, or with everybody got down."""
    block = Block(1920, 1080, "coast61", ss, seed=71, ground="key")
    _back(block)
    _side(block, 1)
    _side(block, -1)
    _ceiling(block)
    _floor(block)
    if people:
        bus_people.back_bench(block)
    for k in (0.45, 0.64, 0.95):
        for side in (-1, 1):
            _seat(block, k, side)
        if people:
            bus_people.row(block, k)
    if people:
        bus_people.in_the_aisle(block)
    else:
        bus_people.tin(block, 1010, 812, 0.7)
    return block


def _at(x: float, y: float, k: float) -> tuple[float, float]:
    """A point of the nearest cross-section, moved back along the bus."""
    return (VANISH[0] + (x - VANISH[0]) * k, VANISH[1] + (y - VANISH[1]) * k)


def _back(block: Block) -> None:
    """The back window: the works, smoke, and the sky going."""
    block.poly(
        [_at(-100, -60, FAR), _at(2020, -60, FAR), _at(2020, 1250, FAR), _at(-100, 1250, FAR)],
        "key",
        1,
    )
    left, top = _at(180, 30, FAR)
    right, low = _at(1740, 470, FAR)
    pane = block.box(left, top, right, low)
    block.put(pane, np.ones_like(pane[2]), "gold")
    block.rays(pane, right + 40, 330, "paper", n=90, tone=0.42, r0=20)
    for at, height, wide in ((800, 250, 12), (836, 270, 10), (1050, 262, 11)):
        smoke(block, at, height - 4, -70, -30, 6, 5, 16, "sand", "key", None, seed=at, clip=pane)
        stack(block, at, 352, height, wide, lite="red", clip=pane)
    roofs = [(left, 340), (740, 322), (776, 336), (850, 318), (900, 330), (960, 312), (1010, 332),
             (1100, 320),
             (right, 336), (right, low), (left, low)]  # fmt: skip
    block.poly(roofs, "key", 0.8, clip=pane)
    for i in range(16):
        x = left + 12 + i * 31
        block.rect(x, 340 + i % 3 * 5, x + 6, 346 + i % 3 * 5, "gold", 0.3, clip=pane)
    block.rect(VANISH[0] - 6, top, VANISH[0] + 6, low, "key", 0.6)


def _side(block: Block, side: int) -> None:
    """One wall: the escarpment and the sun on the right, the sea on the left."""
    x0 = VANISH[0] + side * 1060
    block.poly(
        [_at(x0, -60, 1.1), _at(x0, -60, FAR), _at(x0, 1250, FAR), _at(x0, 1250, 1.1)], "key", 1
    )
    for near, far in BAYS:
        quad = [_at(x0, 30, near), _at(x0, 30, far), _at(x0, 470, far), _at(x0, 470, near)]
        _rim(block, quad)
        pane = block.mask(quad)
        if side > 0:
            _west(block, pane)
        else:
            _east(block, pane)
        rail = [_at(x0, 170, near), _at(x0, 170, far)]
        block.stroke(rail, 7 * near, "key", (1, far / near), 0.4)
    sill = [_at(x0, 492, 1.1), _at(x0, 492, FAR)]
    block.stroke(sill, 22, "key", (1, 0.3), 0.5)
    block.stroke(
        [_at(x0, 488, 1.1), _at(x0, 488, FAR)], 7, "sand" if side < 0 else "brown", (1, 0.3), 0.5
    )
    panel = [_at(x0, 520, 1.1), _at(x0, 520, FAR), _at(x0, 900, FAR), _at(x0, 900, 1.1)]
    patch = block.mask(panel)
    ink = "red" if side < 0 else "brown"
    block.engrave(
        patch, ink, lambda _x, y: 0.62 + (y - 300) / 1200, angle=4 * side, pitch=12, wobble=1
    )


def _rim(block: Block, quad: Points) -> None:
    """The rubber round a window."""
    q = np.asarray(quad, float)
    block.stroke(np.vstack([q, q[:1]]), 12, "brown", wob=0.5)


def _west(block: Block, pane: tuple[slice, slice, NDArray[np.bool_]]) -> None:
    """The sun going down behind the escarpment."""
    block.put(pane, np.ones_like(pane[2]), "gold")
    block.rays(
        pane,
        1610,
        170,
        "paper",
        n=64,
        tone=lambda x, y: 0.14 + np.hypot(x - 1610, y - 170) / 700,
        r0=66,
    )
    block.rays(
        pane,
        1610,
        170,
        "red",
        n=64,
        tone=lambda x, y: 1.3 - np.hypot(x - 1610, y - 170) / 520,
        r0=150,
    )
    block.ellipse(1610, 170, 62, 62, "paper", 0.8, clip=pane)
    escarpment(block, 1240, 2100, 420, 240, 560, clip=pane, seed=14)


def _east(block: Block, pane: tuple[slice, slice, NDArray[np.bool_]]) -> None:
    """The sea, and the first lights."""
    block.put(pane, np.ones_like(pane[2]), "teal")
    block.engrave(
        pane, "key", lambda _x, y: 0.20 + np.abs(y - 300) / 330, angle=-2, pitch=10, wobble=1.4
    )
    sea = block.where(pane, ["teal", "key"])
    block.engrave(
        sea, "sand", lambda _x, y: np.where(y > 300, 0.86, 1.4), angle=1, pitch=12, wobble=2
    )
    for i in range(12):
        block.ellipse(60 + i * 46, 296 + (i * 7) % 9, 3.4, 3.4, "gold", 0.2, clip=pane)


def _ceiling(block: Block) -> None:
    """Roof ribs, and the two rails with their straps."""
    roof = [_at(-100, -60, 1.3), _at(2020, -60, 1.3), _at(2020, -60, FAR), _at(-100, -60, FAR)]
    block.poly(roof, "key", 1)
    for k in (0.98, 0.76, 0.6, 0.5, 0.42, 0.37):
        block.stroke([_at(-100, -40, k), _at(2020, -40, k)], 10 * k, "brown", wob=0.6)
        block.stroke([_at(900, -44, k), _at(2020, -40, k)], 5 * k, "gold", (0, 1), 0.5)
    for x in (640, 1280):
        block.stroke([_at(x, 40, 1.2), _at(x, 40, FAR)], 15, "key", (1, 0.3), 0.3)
        block.stroke(
            [_at(x, 39, 1.2), _at(x, 39, FAR)], 7, "gold" if x > 960 else "sand", (1, 0.3), 0.3
        )
        for k in (0.92, 0.74, 0.48, 0.41):
            _strap(block, *_at(x, 42, k), k)


def _strap(block: Block, x: float, y: float, k: float) -> None:
    """A leather strap with a loop."""
    block.stroke([(x, y), (x, y + 62 * k)], 13 * k, "key", wob=0.4)
    block.stroke([(x, y), (x, y + 60 * k)], 6 * k, "brown", wob=0.4)
    loop = [(x, y + 60 * k), (x - 17 * k, y + 104 * k), (x + 17 * k, y + 104 * k), (x, y + 60 * k)]
    block.stroke(loop, 10 * k, "key", wob=0.3)
    block.stroke(loop, 4 * k, "sand", wob=0.3)


def _floor(block: Block) -> None:
    """Wooden slats down the aisle, with the sun in bars across them."""
    floor = [_at(-100, 1250, FAR), _at(2020, 1250, FAR), _at(2020, 1250, 1.2), _at(-100, 1250, 1.2)]
    block.poly(floor, "key", 1)
    for i in range(15):
        x = 690 + i * 38.6
        block.stroke([_at(x, 1250, 0.9), _at(x, 1250, FAR)], 9, "brown", (1, 0.3), 0.8)
    for near, far in ((0.80, 0.70), (0.61, 0.54), (0.48, 0.44)):
        bar = [
            _at(760, 1250, near),
            _at(1240, 1250, near * 0.94),
            _at(1240, 1250, far * 0.94),
            _at(760, 1250, far),
        ]
        block.poly(bar, "gold", 1)
        block.engrave(block.mask(bar), "key", 0.55, angle=88, pitch=13, wobble=1)


def _seat(block: Block, k: float, side: int) -> None:
    """A bench for two: back, grab rail along its top, the end that stands in the aisle."""
    inner = VANISH[0] + side * 236
    outer = VANISH[0] + side * 1010
    back = [_at(inner, 520, k), _at(outer, 520, k), _at(outer, 1250, k), _at(inner, 1250, k)]
    edged(block, back, "red", 5)
    patch = block.mask(back)
    middle = (inner + outer) / 2
    cx, _ = _at(middle, 0, k)

    def dark(x: Field, y: Field) -> Field:
        turn = (x - cx) / (500 * k)
        return (0.48 + turn * 0.42 - (y - 520) / 2600).astype(np.float32)

    block.engrave(patch, "key", dark, angle=90 - 3 * side, pitch=10 * k + 2, wobble=1.4)
    for x in np.linspace(inner, outer, 7)[1:-1]:
        block.stroke([_at(float(x), 540, k), _at(float(x), 1200, k)], 5 * k, "key", wob=0.8)
    rail = [_at(inner, 512, k), _at(outer, 512, k)]
    block.stroke(rail, 22 * k, "key", wob=0.4)
    block.stroke(rail, 9 * k, "paper" if side < 0 else "sand", wob=0.4)
    post = [_at(inner, 500, k), _at(inner, 1250, k)]
    block.stroke(post, 26 * k, "key", wob=0.4)
    block.stroke(post, 9 * k, "gold" if side < 0 else "brown", wob=0.4)


def full() -> Block:
    """Going home."""
    return bus(people=True)


def empty() -> Block:
    """The terminus."""
    return bus(people=False)


PICTURES: dict[str, Callable[[], Block]] = {"bus": full, "bus_empty": empty}

WORKS = pictures_of("south-coast", PICTURES)
