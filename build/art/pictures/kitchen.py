"""The kitchen in the camp by the lagoon: at two o'clock, by lamp, and in the morning, empty."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from build.art.block import Block
from build.art.lettering import font
from build.art.pictures import kitchen_people
from build.art.pictures.indoors import (
    basin,
    card,
    edged,
    flat_iron,
    folded,
    palings,
    shade,
    table_top,
    tin_sheet,
)
from build.art.pictures.kitchen_stove import stove
from build.art.scenery import boards
from build.art.work import pictures_of

Hour = Literal["afternoon", "lamp", "morning"]
Field = NDArray[np.float32]

# Where the light comes in: the shutter, or the lamp that hangs before it.
LIGHT_AT = (985.0, 196.0)
TABLE = [(590.0, 646.0), (1290.0, 646.0), (1384.0, 826.0), (480.0, 826.0)]


def kitchen(hour: Hour = "afternoon", ss: int = 2) -> Block:
    """The room with the five at the table, or with nobody in the morning."""
    block = Block(1920, 1080, "coast61", ss, seed=41, ground="key")
    _shell(block, hour)
    stove(block, 1368, 712, alight=hour != "morning")
    _on_the_stove(block)
    if hour == "morning":
        _morning(block)
    else:
        light = (LIGHT_AT[0], 0.64, 0.46) if hour == "lamp" else (LIGHT_AT[0], 0.40, 0.62)
        kitchen_people.behind_the_table(block, light)
        _table(block)
        kitchen_people.at_the_end(block, light)
        _foreground(block)
    return block


def _glow(reach: float) -> Callable[[Any, Any], Any]:
    """How dark a point of the wall is: 0 at the light, 1 at `reach` and beyond."""

    def tone(x: Field, y: Field) -> Field:
        far = np.hypot((x - LIGHT_AT[0]) / 1.25, y - LIGHT_AT[1] - 120)
        share: Field = np.clip(far / reach, 0.0, 1.2).astype(np.float32)
        return share

    return tone


def _shell(block: Block, hour: Hour) -> None:
    """Walls, tin, roof and floor, and the light they take."""
    reach = {"afternoon": 800.0, "lamp": 500.0, "morning": 760.0}[hour]
    glow = _glow(reach)
    palings(block, -20, 1940, (70, 704), glow)
    _tins(block, glow, behind_stove=glow if hour == "lamp" else _near)
    _calendar(block, 486, 232)
    _window(block, hour)
    _roof(block)
    floor = [(-10, 700), (1930, 700), (1930, 1090), (-10, 1090)]
    boards(block, floor, "key", "brown", vp=(960, 330), n=24)
    block.stroke([(0, 702), (1920, 702)], 9, "key")
    if hour == "lamp":
        _rays(block, "gold", 150, 26)
        _lamp(block)
    else:
        _rays(block, "gold", 170, 30)
        _chinks(block)


def _tins(
    block: Block, glow: Callable[[Any, Any], Any], behind_stove: Callable[[Any, Any], Any]
) -> None:
    """Flattened tins nailed over the worst of the palings."""
    tin_sheet(block, [(214, 236), (432, 226), (438, 470), (220, 478)], "teal", glow, 88)
    tin_sheet(block, [(396, 404), (566, 398), (572, 640), (402, 646)], "sand", glow, 4)
    tin_sheet(block, [(1112, 206), (1330, 200), (1336, 640), (1116, 640)], "sand", behind_stove, 90)
    tin_sheet(block, [(1320, 212), (1640, 204), (1634, 640), (1326, 640)], "sand", behind_stove, 88)
    tin_sheet(block, [(1630, 396), (1840, 402), (1836, 622), (1626, 616)], "teal", glow, 2)


def _near(x: Field, y: Field) -> Field:
    """The tin behind the stove throws back what light there is."""
    share: Field = np.clip(0.26 + (x - 1120) / 950 + (y - 200) / 1500, 0, 1.3)
    return share


def _window(block: Block, hour: Hour) -> None:
    """A shutter of tin propped out on a stick: the lagoon, or the night."""
    left, right, top, low = 868, 1108, 118, 278
    block.rect(left - 20, top - 18, right + 20, low + 20, "key", 1.4)
    view = block.box(left, top, right, low)
    if hour == "lamp":
        block.put(view, np.ones_like(view[2]), "key")
        block.engrave(view, "teal", 0.80, angle=2, pitch=10, wobble=2.5)
    else:
        block.put(view, np.ones_like(view[2]), "paper")
        block.rays(view, 985, 300, "gold", n=44, tone=0.62)
        hills = [(left, 214), (910, 196), (960, 208), (1020, 190), (1070, 204), (right, 198)]
        block.poly([*hills, (right, 240), (left, 240)], "teal", 0.8, clip=view)
        block.rect(left, 234, right, low, "paper", 0.6, clip=view)
        block.engrave(block.box(left, 236, right, low), "teal", 0.52, angle=1, pitch=8, wobble=2.4)
        for x in (878, 894, 1084, 1097):
            block.stroke([(x, low), (x + 5, 206)], 3.4, "key", (1, 0.2), 0.8, clip=view)
    flap = [
        (left - 26, top - 26),
        (right + 26, top - 26),
        (right + 6, top + 22),
        (left - 6, top + 22),
    ]
    edged(block, flap, "brown", 4)
    block.engrave(block.mask(flap), "key", 0.55, angle=88, pitch=12, wobble=1)
    block.stroke([(1076, low + 4), (1092, top + 10)], 9, "key")
    block.stroke([(1075, low + 2), (1091, top + 12)], 4, "sand")
    block.rect(left - 26, low + 4, right + 26, low + 22, "key", 1)
    block.rect(left - 22, low + 6, right + 22, low + 11, "sand", 0.8)


def _roof(block: Block) -> None:
    """Iron on round poles, almost lost in the dark."""
    block.rect(-10, -10, 1930, 84, "key", 1)
    under = block.box(0, 0, 1920, 62)
    block.engrave(under, "brown", lambda x, _y: 0.84 + np.abs(x - 985) / 2400, 82, 17, wobble=0.8)
    block.rect(-10, 60, 1930, 92, "key", 1.6)
    for y, ink, wide in ((68, "sand", 4), (76, "brown", 5)):
        block.stroke([(150, y), (985, y - 2), (1800, y)], wide, ink, (0, 0), 1.4)


def _rays(block: Block, ink: str, inner: float, count: int) -> None:
    """The light itself, cut across the wall in tapering rays."""
    cx, cy = LIGHT_AT
    wall = block.where(block.box(380, 92, 1600, 700), ["key", "brown", "sand"])

    def tone(x: Field, y: Field) -> Field:
        far = np.hypot((x - cx) / 1.2, y - cy)
        share: Field = (0.42 + (far - inner) / 330).astype(np.float32)
        return share

    block.rays(wall, cx, cy, ink, n=count * 2, tone=tone, r0=inner * 0.86)


def _chinks(block: Block) -> None:
    """Daylight through the gaps."""
    rng = np.random.default_rng(block.seed + 9)
    for _ in range(26):
        x = float(rng.uniform(20, 1900))
        y = float(rng.uniform(110, 520))
        if abs(x - 985) < 170:
            continue
        long = float(rng.uniform(50, 200))
        block.stroke([(x, y), (x + 3, y + long)], float(rng.uniform(3, 6)), "paper", (0, 0), 0.5)


def _lamp(block: Block) -> None:
    """A hurricane lamp on a wire."""
    x, y = LIGHT_AT[0], LIGHT_AT[1] - 34
    block.stroke([(x, 0), (x, y - 80)], 4, "key", wob=0.4)
    block.stroke([(x + 2, 0), (x + 2, y - 80)], 2, "sand", wob=0.4)
    glass = [
        (x - 26, y + 28),
        (x - 38, y - 4),
        (x - 24, y - 42),
        (x + 24, y - 42),
        (x + 38, y - 4),
        (x + 26, y + 28),
    ]
    edged(block, glass, "paper", 6)
    block.blob(
        [(x - 13, y + 24), (x - 15, y + 4), (x, y - 28), (x + 15, y + 4), (x + 13, y + 24)], "gold"
    )
    for side in (-1, 1):
        block.stroke(
            [(x + side * 44, y + 44), (x + side * 50, y), (x + side * 30, y - 60)], 6, "key"
        )
    edged(block, [(x - 42, y + 60), (x - 30, y + 28), (x + 30, y + 28), (x + 42, y + 60)], "red", 5)
    edged(block, [(x - 24, y - 42), (x - 14, y - 74), (x + 14, y - 74), (x + 24, y - 42)], "red", 5)
    block.stroke([(x - 30, y + 40), (x - 22, y + 34)], 4, "paper", (0, 0))


def _on_the_stove(block: Block) -> None:
    """A kettle, and the second iron heating while the first is used."""
    x, y = 1440, 312
    belly = [
        (x - 56, y),
        (x - 62, y - 34),
        (x - 40, y - 62),
        (x + 40, y - 62),
        (x + 62, y - 34),
        (x + 56, y),
    ]
    block.stroke([(x - 52, y - 22), (x - 92, y - 62)], 17, "key", (1, 0.6))
    edged(block, belly, "key", 4)
    block.stroke([(x - 46, y - 50), (x - 52, y - 10)], 6, "paper", (0, 0))
    block.stroke([(x - 32, y - 55), (x - 36, y - 8)], 4, "sand", (0, 0))
    block.stroke(
        [(x - 44, y - 62), (x - 30, y - 100), (x + 30, y - 100), (x + 44, y - 62)],
        8,
        "key",
        curve=True,
    )
    block.stroke([(x - 30, y - 98), (x + 26, y - 98)], 3, "sand", (0, 0))
    block.ellipse(x, y - 66, 12, 8, "key")
    flat_iron(block, 1340, y, 0.72)


def _table(block: Block) -> None:
    """The table, the tricks already taken, the towels and the iron's blanket."""
    table_top(block, TABLE, "sand", "brown", 30)
    block.engrave(
        block.mask(TABLE),
        "key",
        lambda x, _y: 1.22 - np.abs(x - 900) / 560,
        angle=2,
        pitch=7,
        wobble=1.2,
    )
    blanket = [(580, 656), (812, 656), (792, 748), (520, 748)]
    edged(block, blanket, "paper", 3)
    block.engrave(block.mask(blanket), "teal", 0.72, angle=4, pitch=22, wobble=1.2)
    for x, y, turn in ((1010, 706, -14), (1040, 712, 22), (1070, 704, 52)):
        card(block, x, y, turn, 58)
    for x, y, turn, face in ((900, 744, 8, "JS"), (950, 752, -16, "9S"), (926, 774, 30, "QH")):
        card(block, x, y, turn, 66, face)
    front = [(490, 856), (1376, 856), (1376, 1090), (490, 1090)]
    block.engrave(block.mask(front), "key", 0.10, angle=90, pitch=11)
    block.rect(490, 950, 1376, 1090, "key", 0)
    for left in (1316, 520):
        block.poly([(left, 852), (left + 36, 852), (left + 28, 1090), (left, 1090)], "brown", 1)
        block.rect(left - 2, 852, left + 15, 1090, "key", 1)


def _foreground(block: Block) -> None:
    """The basin for Dulcie's feet is hers; here are the towels done and the player's back."""
    folded(block, 1196, 742, 150, 6)
    kitchen_people.player(block)


def _morning(block: Block) -> None:
    """Nobody: the basin upside the right way on the table, a cloth folded, two cups."""
    _bars_of_light(block)
    _bare_table(block)
    top = block.where(block.mask(TABLE), ["sand", "brown"])
    block.engrave(top, "paper", lambda x, _y: 0.30 + np.abs(x - 860) / 420, 108, 34, wobble=0.8)
    basin(block, 850, 716, 118, water=False)
    folded(block, 1130, 778, 190, 2)
    _stools(block)
    _cup(block, 1010, 700)
    _cup(block, 712, 776)


def _bars_of_light(block: Block) -> None:
    """The sun comes in under the eaves and between the palings, in bars along the floor."""
    rng = np.random.default_rng(block.seed + 77)
    for i in range(19):
        x = 200 + i * 84 + float(rng.normal() * 14)
        far = 985 + (x - 985) * 0.72
        wide = float(rng.uniform(6, 22))
        bar = [(far, 712), (far + wide * 0.5, 712), (x + wide + 20, 1085), (x, 1085)]
        block.poly(bar, "paper" if wide > 15 else "gold", 1.4)
        grain = block.mask(bar)
        block.engrave(grain, "key", lambda _gx, gy: 0.62 + (gy - 712) / 500, 90 + (985 - x) / 22, 7)


def _cup(block: Block, x: float, y: float) -> None:
    """A tin mug."""
    body = [(x - 26, y - 46), (x + 26, y - 46), (x + 23, y), (x - 23, y)]
    block.stroke([(x + 24, y - 38), (x + 46, y - 30), (x + 22, y - 10)], 7, "key", curve=True)
    edged(block, body, "paper", 4)
    block.engrave(block.mask(body), "key", lambda gx, _gy: 1.0 - (gx - x + 26) / 75, 88, 8)
    block.ellipse(x, y - 46, 29, 10, "key", 0.4)
    block.ellipse(x, y - 45, 24, 6.5, "teal", 0.4)


def _calendar(block: Block, x: float, y: float) -> None:
    """Vi's calendar, where the sinks are counted."""
    edged(block, [(x - 48, y), (x + 48, y - 4), (x + 50, y + 130), (x - 46, y + 134)], "paper", 4)
    block.rect(x - 44, y + 3, x + 45, y + 44, "red", 0.6)
    block.text("1961", x, y + 24, 32, font("anton-400-normal.ttf"), "paper", fit=74)
    for row in range(5):
        for day in range(7):
            left = x - 38 + day * 12
            block.rect(left, y + 54 + row * 15, left + 6, y + 61 + row * 15, "key", 0.4)
    block.ellipse(x, y - 8, 5, 5, "gold", 0.3)


def _bare_table(block: Block) -> None:
    """The table scrubbed."""
    table_top(block, TABLE, "sand", "brown", 30)
    for left in (1316, 500):
        block.poly([(left, 852), (left + 36, 852), (left + 28, 1090), (left, 1090)], "brown", 1)
        block.rect(left - 2, 852, left + 15, 1090, "key", 1)


def _stools(block: Block) -> None:
    """A box and a chair pushed in."""
    edged(block, [(700, 930), (900, 930), (930, 1090), (670, 1090)], "brown", 5)
    shade(block, [(700, 930), (900, 930), (930, 1090), (670, 1090)], ["brown"], 0.5, 4)


def afternoon() -> Block:
    """Sunday, two o'clock."""
    return kitchen("afternoon")


def by_lamp() -> Block:
    """The same people after dark."""
    return kitchen("lamp")


def morning() -> Block:
    """The room before anybody is up."""
    return kitchen("morning")


PICTURES: dict[str, Callable[[], Block]] = {
    "kitchen": afternoon,
    "kitchen_lamp": by_lamp,
    "kitchen_morning": morning,
}

WORKS = pictures_of("south-coast", PICTURES)
