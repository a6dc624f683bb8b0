"""The print that stands where a scene has no picture: hills, stacks, a row of houses, the sun.

Cut from a seed (the scene's name), so that each scene has its own and always the same.
"""

from __future__ import annotations

import math
from itertools import pairwise

from game.ui.inks import Ink
from game.ui.lino import Chance, Cut, Outline, Point, blob, gouge, grown, seed_of, wavering

SKIES: tuple[tuple[Ink, Ink, Ink], ...] = (
    ("gold", "paper", "red"),
    ("red", "gold", "paper"),
    ("gold", "sand", "paper"),
    ("sand", "paper", "red"),
)
"""What a sky is printed in: itself, its rays, the sun."""


def scenery(width: int, height: int, name: str) -> list[Cut]:
    """The print as shapes, back to front, filling `width` by `height` pixels."""
    # A strip shows the middle of a taller sheet: the ridge and what stands before it.
    whole = max(height, round(width / 3.4))
    cuts = _sheet(width, whole, name)
    if whole == height:
        return cuts
    lift = min(whole - height, whole * 0.27)
    return [Cut(cut.ink, [(x, y - lift) for x, y in cut.outline]) for cut in cuts]


def _sheet(width: int, height: int, name: str) -> list[Cut]:
    chance = Chance(seed_of(name))
    unit = height / 100
    sky, ray, sun = SKIES[chance.whole(0, len(SKIES) - 1)]
    horizon = height * chance.between(0.50, 0.56)
    at = (width * chance.between(0.58, 0.76), horizon - 13 * unit)
    cuts = [Cut(sky, [(0, 0), (width, 0), (width, height), (0, height)])]
    cuts += rays(at, width, height, ray, chance)
    cuts += sun_of(at, 11 * unit, sun, chance)
    ridge = _ridge(width, horizon, unit, chance)
    cuts += _escarpment(ridge, width, height, unit, chance)
    ground = height - 21 * unit
    cuts += _foothill(width, height, ground, unit, chance)
    cuts += _stacks(width, ground, unit, chance)
    cuts += _houses(width, ground, unit, chance)
    cuts += _foreground(width, height, ground, unit, chance)
    return cuts


def rays(at: Point, width: int, height: int, ink: Ink, chance: Chance) -> list[Cut]:
    """The light that goes out from a point, over a sheet of that size."""
    far = math.hypot(width, height)
    cuts = []
    count = 30
    for n in range(count):
        turn = 2 * math.pi * (n + chance.between(-0.14, 0.14)) / count
        half = math.pi / count * chance.between(0.42, 0.6)
        near = height * chance.between(0.16, 0.19)
        spread = [
            (far, turn - half),
            (far, turn + half),
            (near, turn + half * 0.3),
            (near, turn - half * 0.3),
        ]
        edge = [(at[0] + math.cos(a) * r, at[1] + math.sin(a) * r) for r, a in spread]
        cuts.append(Cut(ink, wavering(edge, chance, height * 0.004, height * 0.09)))
    return cuts


def sun_of(at: Point, radius: float, ink: Ink, chance: Chance) -> list[Cut]:
    """The sun with its key line."""
    return [
        Cut("key", blob(*at, radius * 1.12, radius * 1.12, chance, 0.02)),
        Cut(ink, blob(*at, radius, radius, chance, 0.025)),
    ]


def _ridge(width: int, horizon: float, unit: float, chance: Chance) -> Outline:
    """The top of the escarpment from left to right: flat country that breaks off in steps."""
    out: Outline = []
    x, high = -5 * unit, horizon - chance.between(12, 20) * unit
    while x < width + 6 * unit:
        out.append((x, high + chance.between(-0.8, 0.8) * unit))
        if chance.unit() < 0.2:
            high = min(
                horizon + 3 * unit, max(horizon - 27 * unit, high + chance.between(-9, 9) * unit)
            )
            x += chance.between(1, 3) * unit
        else:
            x += chance.between(3, 6) * unit
    return out


def _escarpment(ridge: Outline, width: int, height: int, unit: float, chance: Chance) -> list[Cut]:
    below: Outline = [(width + 8 * unit, height), (-8 * unit, height)]
    lifted = [(x, y - 1.5 * unit) for x, y in ridge]
    cuts = [Cut("key", [*lifted, *below]), Cut("teal", [*ridge, *below])]
    for (x, y), (x1, y1) in pairwise(ridge):
        # The cliff under the edge: black clefts, and white cuts that lean with the slope.
        for n in range(3):
            share = (n + chance.unit()) / 3
            px, py = x + (x1 - x) * share, y + (y1 - y) * share
            length = chance.between(4, 9) * unit
            cuts.append(
                Cut(
                    "paper",
                    gouge(px, py + 1.4 * unit, chance.between(1.4, 1.75), length, 0.9 * unit),
                )
            )
        if chance.unit() < 0.72:
            deep = chance.between(10, 26) * unit
            start = (x + chance.between(0, 3) * unit, y + chance.between(3, 9) * unit)
            cuts.append(
                Cut(
                    "key",
                    gouge(*start, chance.between(1.35, 1.9), deep, chance.between(1.6, 3.2) * unit),
                )
            )
    rows = 7
    for row in range(rows):
        # Rainforest on the slope: short cuts, shorter and fewer the lower they are.
        y = max(p[1] for p in ridge) + (row + 1) * 4.2 * unit
        x = chance.between(0, 5) * unit
        while x < width:
            cuts.append(
                Cut(
                    "paper",
                    gouge(
                        x,
                        y + chance.between(-2, 2) * unit,
                        1.57 + chance.between(-0.5, 0.5),
                        chance.between(1.4, 3) * unit,
                        0.75 * unit,
                    ),
                )
            )
            x += chance.between(3, 7 + row) * unit
    return cuts


def _foothill(width: int, height: int, ground: float, unit: float, chance: Chance) -> list[Cut]:
    """The dark country between the cliffs and the houses, so that the print reads."""
    turn, long = chance.between(0, 6), chance.between(60, 90) * unit
    top: Outline = []
    x = -8 * unit
    while x < width + 8 * unit:
        wave = math.sin(x / long + turn) * 4 + math.sin(x / long * 2.7 + turn) * 1.6
        top.append((x, ground - (13 + wave + chance.between(-0.5, 0.5)) * unit))
        x += 4 * unit
    below: Outline = [(width + 9 * unit, height), (-9 * unit, height)]
    cuts = [
        Cut("paper", [*[(px, py - 0.7 * unit) for px, py in top], *below]),
        Cut("key", [*top, *below]),
    ]
    for px, py in top:
        for n in range(4):
            at = (
                px + chance.between(-2, 2) * unit,
                py + (2 + n * 3.4 + chance.between(-1, 1)) * unit,
            )
            length = chance.between(2.2, 4.6) * unit
            cuts.append(
                Cut("teal", gouge(*at, 0.5 + chance.between(-0.5, 0.3), length, 0.9 * unit))
            )
    return cuts


def _stacks(width: int, ground: float, unit: float, chance: Chance) -> list[Cut]:
    cuts: list[Cut] = []
    x = width * chance.between(0.08, 0.2)
    for _ in range(2 + chance.whole(0, 1) if width > ground else 2):
        high, wide = chance.between(34, 50) * unit, chance.between(4.4, 5.6) * unit
        top = ground - high
        cuts += _smoke(x + wide * 0.5, top, unit, chance)
        body: Outline = [
            (x - wide * 0.18, ground + 9 * unit),
            (x, top),
            (x + wide, top),
            (x + wide * 1.18, ground + 9 * unit),
        ]
        cuts.append(Cut("paper", grown(body, 0.9 * unit)))
        cuts.append(Cut("key", wavering(body, chance, 0.2 * unit, 4 * unit)))
        for band in (0.07, 0.17):
            y = top + high * band
            cuts.append(
                Cut(
                    "red",
                    [
                        (x + 0.2 * unit, y),
                        (x + wide - 0.2 * unit, y),
                        (x + wide, y + 2.2 * unit),
                        (x, y + 2.2 * unit),
                    ],
                )
            )
        for n in range(11):
            y = top + high * 0.3 + n * high * 0.062
            cuts.append(
                Cut(
                    "brown",
                    gouge(x + wide * 0.62, y, 0.1, wide * chance.between(0.25, 0.42), 0.7 * unit),
                )
            )
        x += chance.between(13, 24) * unit
    return cuts


def _smoke(x: float, y: float, unit: float, chance: Chance) -> list[Cut]:
    puffs = []
    size = 3.2 * unit
    for n in range(6):
        puffs.append((x + n * chance.between(3.6, 4.8) * unit, y - (2 + n * 2.5) * unit, size))
        size += 0.95 * unit
    seeds = [chance.whole(1, 1 << 20) for _ in puffs]
    cuts = [
        Cut("key", blob(px, py, s * 1.42 + unit * 0.9, s * 1.02 + unit * 0.9, Chance(k)))
        for (px, py, s), k in zip(puffs, seeds, strict=True)
    ]
    cuts += [
        Cut("paper", blob(px, py, s * 1.42, s * 1.02, Chance(k)))
        for (px, py, s), k in zip(puffs, seeds, strict=True)
    ]
    for px, py, s in puffs[1:]:
        # The shadow under each puff, cut along its curve.
        for n in range(3):
            turn = 0.5 + n * 0.42
            cuts.append(
                Cut(
                    "key",
                    gouge(
                        px + math.cos(turn) * s * 1.1,
                        py + math.sin(turn) * s * 0.7,
                        2.9 + chance.between(-0.3, 0.3),
                        s * 0.8,
                        0.6 * unit,
                    ),
                )
            )
    return cuts


def _houses(width: int, ground: float, unit: float, chance: Chance) -> list[Cut]:
    cuts: list[Cut] = []
    x = width * chance.between(0.34, 0.44)
    end = width * chance.between(0.9, 0.99)
    while x < end:
        wide, high = chance.between(10, 14) * unit, chance.between(6.5, 9) * unit
        top = ground - high + chance.between(3, 7) * unit
        wall: Outline = [
            (x, top),
            (x + wide, top),
            (x + wide, ground + 9 * unit),
            (x, ground + 9 * unit),
        ]
        roof: Outline = [
            (x - 1.2 * unit, top + 0.6 * unit),
            (x + wide * 0.28, top - 4.6 * unit),
            (x + wide * 0.86, top - 4.6 * unit),
            (x + wide + 1.4 * unit, top + 0.6 * unit),
        ]
        cuts.append(Cut("key", grown(wall, 1.0 * unit)))
        cuts.append(
            Cut(
                ("paper", "sand")[chance.whole(0, 1)], wavering(wall, chance, 0.15 * unit, 3 * unit)
            )
        )
        cuts.append(Cut("key", grown(roof, 1.1 * unit)))
        cuts.append(Cut("red", wavering(roof, chance, 0.15 * unit, 3 * unit)))
        tiles = [x + wide * (0.2 + n * 0.19) for n in range(4)]
        cuts += [
            Cut("key", gouge(tile, top - 3.6 * unit, 1.45, 3.2 * unit, 0.55 * unit))
            for tile in tiles
        ]
        for share in (0.2, 0.62):
            pane = x + wide * share
            cuts.append(
                Cut(
                    "key",
                    [
                        (pane, top + 2.6 * unit),
                        (pane + 2.3 * unit, top + 2.6 * unit),
                        (pane + 2.3 * unit, top + 5.6 * unit),
                        (pane, top + 5.6 * unit),
                    ],
                )
            )
            cuts.append(
                Cut(
                    "gold",
                    [
                        (pane + 0.5 * unit, top + 3.1 * unit),
                        (pane + 1.8 * unit, top + 3.1 * unit),
                        (pane + 1.8 * unit, top + 5.1 * unit),
                        (pane + 0.5 * unit, top + 5.1 * unit),
                    ],
                )
            )
        x += wide + chance.between(-0.4, 4) * unit
    return cuts


def _foreground(width: int, height: int, ground: float, unit: float, chance: Chance) -> list[Cut]:
    """The quay and the water: half of the sheet's foot is black."""
    edge: Outline = [(-5.0, ground + 6 * unit)]
    x = 0.0
    while x < width + 8 * unit:
        edge.append((x, ground + (6 + chance.between(-0.6, 0.9)) * unit))
        x += 5 * unit
    cuts = [
        Cut(
            "paper",
            [
                *[(px, py - 0.8 * unit) for px, py in edge],
                (width + 9 * unit, height),
                (-9 * unit, height),
            ],
        ),
        Cut("key", [*edge, (width + 9 * unit, height), (-9 * unit, height)]),
    ]
    for row in range(4):
        y = ground + (9.5 + row * 3.4) * unit
        x = chance.between(-8, 0) * unit
        while x < width:
            ink: Ink = "paper" if chance.unit() < 0.25 else "teal"
            length = chance.between(5, 15) * unit
            cuts.append(
                Cut(
                    ink,
                    gouge(
                        x,
                        y + chance.between(-0.7, 0.7) * unit,
                        chance.between(-0.06, 0.06),
                        length,
                        chance.between(0.8, 1.5) * unit,
                    ),
                )
            )
            x += length + chance.between(1, 6) * unit
    return cuts
