"""The ship about the hatch: sky and shore behind her, her deck, the hold and its coaming."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from build.art.block import Block
from build.art.pictures.wharf_things import mix, quad, wire
from build.art.scenery import escarpment, rope, smoke, stack

Point = tuple[float, float]
Patch = tuple[slice, slice, np.ndarray]

# The hatch: its four corners at the deck, and those of the floor of the hold.
_FAR_L, _FAR_R, _NEAR_L, _NEAR_R = (812, 548), (1606, 548), (668, 1100), (1860, 1100)
_LOW_L, _LOW_R = (856, 776), (1566, 776)
_SHORE = 392


def sky(block: Block, *, dusk: bool) -> None:
    """Afternoon light from over the hills; or the dark, red where the works light it."""
    air = block.box(0, 0, 1920, _SHORE + 10)
    if dusk:
        _red_sky(block, air)
        return
    block.put(air, np.ones_like(air[2]), "gold")
    block.rays(
        air, 1235, 236, "paper", n=62, r0=30,
        tone=lambda x, y: np.clip(np.hypot(x - 1235, (y - 236) * 1.5) / 700, 0.16, 1.2),
    )  # fmt: skip
    block.engrave(air, "key", lambda x, y: 1.25 - np.abs(x - 1180) / 820 + y / 330, 3, 14)
    block.ellipse(1235, 236, 50, 50, "paper", 0.8)


def _red_sky(block: Block, air: Patch) -> None:
    """The furnaces' light on the underside of their own smoke."""
    block.put(air, np.ones_like(air[2]), "red")
    block.rays(
        air, 1270, 392, "gold", n=64, r0=10,
        tone=lambda x, y: 0.02 + np.hypot((x - 1270) / 560, (y - 392) / 330),
    )  # fmt: skip
    block.engrave(
        air, "key",
        lambda x, y: 0.08 + y / 250 - 0.42 * np.abs(x - 1270) / 900, -3, 13,
        wobble=2.6,
    )  # fmt: skip


def shore(block: Block, *, dusk: bool) -> None:
    """The escarpment, the works' stacks below it, and the inner harbour's edge."""
    whole = block.box(0, 0, 1920, _SHORE + 12)
    hill = "key" if dusk else "teal"
    escarpment(block, -60, 1990, 366, 134, _SHORE + 6, whole, 9, hill, "red" if dusk else "paper")
    _stacks(block, whole, dusk=dusk)
    roofs = [(1180, 400), (1180, 352), (1236, 330), (1236, 352), (1292, 330), (1292, 352),
             (1420, 352), (1420, 320), (1560, 320), (1560, 346), (1640, 326), (1640, 346),
             (1720, 326), (1720, 352), (1920, 352), (1920, 400)]  # fmt: skip
    block.poly(roofs, "key", 0.8)
    block.poly([(0, 400), (0, 352), (120, 340), (240, 356), (460, 356), (470, 400)], "key", 0.8)
    rng = np.random.default_rng(5)
    for _ in range(46 if dusk else 26):
        x, y = rng.uniform(1190, 1910), rng.uniform(358, 384)
        block.rect(x, y, x + rng.uniform(5, 11), y + 6, "gold", 0.4)
    if dusk:
        _open_hearth(block)


def _stacks(block: Block, whole: Patch, *, dusk: bool) -> None:
    """The stacks, their smoke going off to the left on the sea wind's back."""
    plumes = [(1512, 150, 30, -300, -120, 9, 42), (1592, 190, 26, -230, -150, 8, 34),
              (236, 196, 26, -210, -140, 8, 34)]  # fmt: skip
    for i, (x, top, _, dx, dy, n, r) in enumerate(plumes):
        ink, lit = ("red", "gold") if dusk else (("sand", "paper", "paper")[i], "paper")
        smoke(block, x, top - 8, dx, dy, n, 11, r, ink, "key", lit, seed=2 + i, clip=whole)
    for x, top, w, *_ in plumes:
        stack(block, x, 380, top, w, clip=whole, lite="gold" if dusk else "red")
    for x, top, w in ((1676, 236, 20), (300, 240, 18)):
        stack(block, x, 380, top, w, clip=whole, lite="gold" if dusk else "red")


def _open_hearth(block: Block) -> None:
    """A mill's long open side, alight from end to end, and its light on the water."""
    for i in range(9):
        x = 1196 + i * 42
        block.rect(x, 356, x + 32, 392, "paper" if i in {2, 3, 6} else "gold", 0.7)
        block.gouge(x + 16, 352, 270, 26, 5, "gold")
    for i in range(40):
        x = 1160 + (i * 47) % 520
        block.gouge(x, 398 + (i * 7) % 22, 0, 30 + (i * 13) % 44, 4, "gold" if i % 3 else "red")


def far_deck(block: Block, *, dusk: bool) -> None:
    """Bulwark, deck, winch, mast and derricks beyond the hatch."""
    lite = "red" if dusk else "gold"
    block.rect(-10, _SHORE + (34 if dusk else 4), 1930, 470, "key", 0.8)
    block.rect(-10, _SHORE + (34 if dusk else 4), 1930, _SHORE + (39 if dusk else 10), lite, 0.6)
    for i in range(40):
        x = -20 + i * 50
        block.gouge(x, 420, 90 + (i % 5) - 2, 44, 4, "teal" if i % 3 else "brown")
    deck = [(-10, 470), (1930, 470), (1930, 1090), (-10, 1090)]
    block.poly(deck, "key", 0)
    area = block.mask(deck)
    for i in range(34):
        far = -240 + i * 72
        near = 960 + (far - 960) * 2.6
        u = 0.05 + 0.5 * ((i * 37) % 10) / 10
        line = [mix((far, 472), (near, 1090), u), mix((far, 472), (near, 1090), u + 0.4)]
        block.stroke(line, 5, "brown", (0, 0), 0.6, clip=area)
    _winch(block, 1446, 540, lite)
    _mast(block, lite, dusk=dusk)


def _winch(block: Block, x: float, y: float, lite: str) -> None:
    """A steam winch's barrel and frame."""
    for dx in (-86, 70):
        quad(block, [(x + dx, y - 92), (x + dx + 22, y - 92), (x + dx + 34, y),
                     (x + dx - 10, y)], "teal", 4)  # fmt: skip
    block.rect(x - 80, y - 76, x + 84, y - 22, "key", 0.8)
    for i in range(13):
        block.gouge(x - 72 + i * 11, y - 72, 92, 46, 5, lite if i % 2 else "sand")
    for side in (-1, 1):
        block.ellipse(x + side * 104, y - 50, 20, 34, "key", 0.5)
        block.ellipse(x + side * 104 + 3, y - 50, 12, 25, "brown", 0.5)
    block.stroke([(x + 52, y - 96), (x + 64, y - 148)], 9, "key")
    block.ellipse(x + 66, y - 154, 10, 10, "red", 0.4)


def _mast(block: Block, lite: str, *, dusk: bool) -> None:
    """A mast at the right, and derricks: over the hatch, or topped and stowed."""
    block.rect(1700, -10, 1764, 560, "key", 1)
    for i in range(30):
        block.gouge(1752, i * 19 - 6, 176, 14 + (i * 7) % 20, 4, lite)
    block.stroke([(1700, 500), (1112 if not dusk else 1600, -50)], 34, "key", (1.2, 0.8))
    lit = [(1690, 500), (1104 if not dusk else 1590, -50)]
    block.stroke(lit, 6, lite, (0.6, 1), 0.5)
    if dusk:
        block.stroke([(1776, 500), (1880, -50)], 30, "key", (1.2, 0.8))
        block.stroke([(1770, 500), (1872, -50)], 5, lite, (0.6, 1), 0.5)
        wire(block, [(1612, -10), (1660, 470)], 6, lite)
    wire(block, [(1728, 20), (1496, 478)], 6, lite)
    block.rect(1684, 250, 1780, 268, "key", 0.6)
    block.rect(1690, 254, 1774, 258, lite, 0.4)


def hold(block: Block, *, dusk: bool) -> None:
    """The well of the hold: black sides, and the light that falls to its floor."""
    well = [_FAR_L, _FAR_R, _NEAR_R, _NEAR_L]
    block.poly(well, "key", 0)
    inside = block.mask(well)
    wall = [(_FAR_L[0], 590), (_FAR_R[0], 590), _LOW_R, _LOW_L]
    for i in range(22):
        a, b = mix(wall[0], wall[1], i / 21), mix(wall[3], wall[2], i / 21)
        block.stroke([mix(a, b, 0.12), mix(a, b, 0.9)], 6, "teal" if i % 3 else "brown", (0.9, 0))
    _right_side(block, inside, dusk=dusk)
    floor = [_LOW_L, _LOW_R, (1800, 1090), (700, 1090)]
    for i in range(40):
        far = _LOW_L[0] - 60 + i * 22
        near = 1210 + (far - 1210) * 1.9
        block.stroke([(far, 778), (near, 1090)], 3, "brown", (0.3, 1), 0.8, clip=inside)
    if not dusk:
        _sunlight(block, floor)


def _right_side(block: Block, inside: Patch, *, dusk: bool) -> None:
    """Frames of the ship's side going down into the dark, and the ladder."""
    for i in range(9):
        a = mix(_FAR_R, _NEAR_R, 0.06 + i * 0.11)
        block.stroke([(a[0] - 8, a[1] + 60), (a[0] - 58, a[1] + 250)], 8, "teal", (0.9, 0.1),
                     clip=inside)  # fmt: skip
    foot, head = (1482, 786), (1462, 594)
    lite = "red" if dusk else "sand"
    for dx in (0, 40):
        block.stroke([(head[0] + dx, head[1]), (foot[0] + dx, foot[1])], 7, lite, wob=0.5)
    for i in range(11):
        x, y = mix(head, foot, (i + 0.5) / 11)
        block.stroke([(x, y), (x + 40, y)], 5, lite, wob=0.4)


def _sunlight(block: Block, floor: Sequence[Point]) -> None:
    """A square of afternoon on the boards, with the bundle's shadow lying in it."""
    patch = [(902, 822), (1452, 812), (1560, 1062), (842, 1076)]
    block.poly(patch, "gold", 1.4)
    lit = block.mask(patch)
    block.engrave(
        lit, "paper", lambda x, y: 0.1 + np.hypot((x - 1140) / 330, (y - 950) / 150), 88, 13
    )
    for i in range(26):
        far = 856 + i * 25
        near = 1210 + (far - 1210) * 1.9
        block.stroke([(far, 778), (near, 1090)], 4.5, "key", (0.6, 1), 0.8, clip=lit)
    for y in (868, 934, 1010):
        for i in range(6):
            x = 850 + i * 130 + (y % 7) * 9
            block.gouge(x, y, 0, 46, 5, "key", clip=lit)
    block.poly([(930, 884), (1400, 872), (1456, 1004), (896, 1018)], "key", 1.6, clip=lit)
    block.chatter(block.mask(floor), "gold", 60, 88, (8, 24), (1.5, 3))


def coaming(block: Block) -> None:
    """The steel lip of the hatch, red-leaded, its upper edge bright."""
    far = [(_FAR_L[0] - 22, 512), (_FAR_R[0] + 22, 512), (_FAR_R[0], 590), (_FAR_L[0], 590)]
    _lip(block, far, (0, 1))
    right = [(_FAR_R[0] + 22, 512), (_NEAR_R[0] + 90, 1090), _NEAR_R, (_FAR_R[0], 590)]
    _lip(block, right, (0, 1))


def _lip(block: Block, pts: Sequence[Point], edge: tuple[int, int]) -> None:
    """One length of coaming."""
    quad(block, pts, "red", 4)
    face = block.mask(pts)
    slope = np.degrees(np.arctan2(pts[1][1] - pts[0][1], pts[1][0] - pts[0][0]))
    block.engrave(
        face, "key", lambda x, y: 0.42 + 0.2 * np.sin(x / 60 + y / 90), float(slope) + 86, 9
    )
    block.stroke([pts[edge[0]], pts[edge[1]]], 9, "paper", wob=0.6)
    for i in range(9):
        x, y = mix(mix(pts[0], pts[1], (i + 0.5) / 9), mix(pts[3], pts[2], (i + 0.5) / 9), 0.55)
        block.ellipse(x, y, 5, 5, "key", 0.3)


def near_deck(block: Block) -> None:
    """The near side: coaming running down the left, the deck the hatchman stands on."""
    deck = [(-10, 600), (760, 600), (600, 1090), (-10, 1090)]
    area = block.mask(deck)
    for i in range(16):
        a, b = (60 + i * 46, 600), (-420 + i * 68, 1090)
        block.stroke([a, b], 4, "brown", (0.2, 1), 0.8, clip=area)
    left = [(_FAR_L[0] - 22, 512), (_FAR_L[0], 590), (_NEAR_L[0], 1100), (_NEAR_L[0] - 76, 1100)]
    quad(block, left, "red", 4)
    face = block.mask(left)
    block.engrave(face, "key", lambda x, _y: 0.3 + (x - 560) / 420, 14, 9)
    block.stroke([left[0], left[3]], 11, "paper", (0.5, 1), 0.6)


def gear(block: Block) -> None:
    """Hatch boards stacked out of the way, and a coil of rope."""
    for i in range(5):
        y, nudge = 742 - i * 30, (0, 9, -6, 5, -3)[i]
        lid = [(70 + nudge, y - 34), (352 + nudge, y - 34), (330 + nudge, y), (22 + nudge, y)]
        x0, x1 = 22 + nudge, 330 + nudge
        quad(block, [(x0, y), (x1, y), (x1, y + 22), (x0, y + 22)], "brown", 4)
        end = block.box(x0, y, x1, y + 22)
        block.engrave(block.where(end, ["brown"]), "key", 0.5, 3, 7, seed=30 + i)
        quad(block, lid, "sand" if i == 4 else "brown", 4)
        block.stroke([lid[3], lid[2]], 4, "paper", (0, 1), 0.5)
    top = block.where(block.box(40, 586, 360, 624), ["sand"])
    block.engrave(top, "brown", lambda x, _y: 0.3 + x / 600, 2, 9)
    block.rect(150, 600, 230, 610, "key", 0.5)
    _coil(block, 190, 980)


def _coil(block: Block, x: float, y: float) -> None:
    """A manila rope flaked down in a coil."""
    block.ellipse(x, y + 20, 168, 62, "key", 0.8)
    for i in range(6):
        up, r = i * 15, 150 - (i % 2) * 8 - i * 3
        turn = np.linspace(0, 2 * np.pi, 60)
        ring = np.stack([x + r * np.cos(turn), y - up + r * 0.34 * np.sin(turn)], 1)
        rope(block, ring, 15, "sand")
    block.ellipse(x, y - 76, 104, 32, "key", 0.6)


def left_behind(block: Block) -> None:
    """After knock-off: the lip of the hatch, a cluster lamp, half an eggshell and nobody."""
    coaming(block)
    near_deck(block)
    gear(block)
    _lamp(block)
    for x, flip in ((742, 1), (778, -1)):
        _shell(block, x, 648, flip)


def _lamp(block: Block) -> None:
    """A cargo cluster hung in the hatch: the one light left on."""
    x, y = 1180, 610
    pool = block.mask([(920, 800), (1440, 800), (1620, 1090), (760, 1090)])
    block.rays(
        pool, x, y, "gold", n=70,
        tone=lambda px, py: 0.2 + np.hypot((px - x) / 420, (py - 900) / 190),
    )  # fmt: skip
    wire(block, [(x, 250), (x, y - 40)], 6, "gold")
    quad(block, [(x - 20, y - 46), (x + 20, y - 46), (x + 66, y), (x - 66, y)], "red", 4)
    for dx in (-40, 0, 40):
        block.ellipse(x + dx, y + 4, 17, 19, "key", 0.4)
        block.ellipse(x + dx, y + 4, 12, 14, "paper", 0.4)


def _shell(block: Block, x: float, y: float, flip: int) -> None:
    """Half an eggshell with a broken edge."""
    cup = [(x - 15, y), (x - 8, y - 6), (x - 3, y), (x + 4, y - 7), (x + 9, y - 1), (x + 15, y - 5),
           (x + 12, y + 13), (x, y + 20), (x - 12, y + 13)]  # fmt: skip
    block.poly([(x + (a - x) * 1.3 * flip, y + (b - y) * 1.3) for a, b in cup], "key", 0.3)
    block.poly([(x + (a - x) * flip, b) for a, b in cup], "paper", 0.3)
