"""Things that stand in rooms and yards: planks, tables, basins, irons, cards, cloth."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from build.art.block import Block, smooth
from build.art.lettering import font
from build.art.people.person import Person

Point = tuple[float, float]
Points = Sequence[Point] | NDArray[np.float64]
Tone = Callable[[NDArray[np.float32], NDArray[np.float32]], NDArray[np.float32]]


def edged(block: Block, points: Points, ink: str, rim: float = 4.0) -> None:
    """A flat shape with a key line of `rim` pixels round it."""
    shape = np.asarray(points, float)
    middle = shape.mean(0)
    away = shape - middle
    far = np.maximum(np.hypot(away[:, 0], away[:, 1])[:, None], 1.0)
    block.poly(shape + away / far * rim * 1.3, "key", 0.5)
    block.poly(shape, ink, 0.5)


def turned(points: Points, x: float, y: float, degrees: float, scale: float = 1.0) -> Points:
    """Points about (0, 0), scaled, turned clockwise and laid at (x, y)."""
    a = math.radians(degrees)
    c, s = math.cos(a), math.sin(a)
    q = np.asarray(points, float) * scale
    return np.stack([x + q[:, 0] * c - q[:, 1] * s, y + q[:, 0] * s + q[:, 1] * c], 1)


def _lit(
    glow: Tone, least: float, share: float, x: NDArray[np.float32], y: NDArray[np.float32]
) -> NDArray[np.float32]:
    """A tone that has more of its ink where it is dark."""
    return np.asarray(least + share * glow(x, y), np.float32)


def palings(block: Block, left: float, right: float, edges: Point, glow: Tone) -> None:
    """A wall of split palings between two heights; `glow` is 0 in light and 1 in the dark."""
    rng = np.random.default_rng(block.seed + 61)
    top, bottom = edges
    x = left
    number = 0
    while x < right:
        wide = float(rng.uniform(46, 84))
        lean = float(rng.normal() * 5)
        quad = [(x, top), (x + wide - 5, top), (x + wide - 5 + lean, bottom), (x + lean, bottom)]
        patch = block.mask(quad, wob=0.8)
        wave = float(rng.uniform(0.0, 0.16))
        block.engrave(
            patch,
            "brown",
            partial(_lit, glow, 0.30 + wave, 0.85),
            angle=90 + float(rng.normal() * 2.5),
            pitch=float(rng.uniform(7, 13)),
            wobble=float(rng.uniform(1.4, 3.4)),
            seed=block.seed + number,
        )
        block.engrave(
            patch,
            "sand",
            partial(_lit, glow, 0.78 + wave, 1.2),
            angle=90 + float(rng.normal() * 2.5),
            pitch=float(rng.uniform(9, 15)),
            wobble=2.0,
            seed=block.seed + 300 + number,
        )
        if float(np.min(glow(np.array([x]), np.array([top + 300.0])))) < 0.75:
            _paling_marks(block, quad, rng)
        x += wide
        number += 1


def _paling_marks(block: Block, quad: Points, rng: np.random.Generator) -> None:
    """A knot and two nail heads."""
    q = np.asarray(quad, float)
    wide = q[1, 0] - q[0, 0]
    middle = q[0, 0] + wide / 2
    if rng.random() < 0.6:
        y = float(rng.uniform(q[0, 1] + 40, q[2, 1] - 40))
        turn = float(rng.normal() * 20)
        block.ellipse(middle, y, wide * 0.20, wide * 0.34, "key", 0.8, rot=turn)
        block.ellipse(middle, y, wide * 0.08, wide * 0.16, "brown", 0.6, rot=turn)
    for dx in (-0.25, 0.25):
        block.ellipse(middle + wide * dx, q[0, 1] + 26 + float(rng.normal() * 3), 3, 3, "key", 0.3)


def tin_sheet(block: Block, quad: Points, ink: str, glow: Tone, angle: float = 0.0) -> None:
    """A kerosene tin cut open, flattened and nailed up: seams, dents, nail heads."""
    q = np.asarray(quad, float)
    edged(block, q, ink, 4)
    patch = block.mask(q)
    block.engrave(patch, "key", lambda x, y: 1.02 - 0.72 * glow(x, y), angle, 8, wobble=0.7)
    for u in (0.25, 0.5, 0.75):
        a = q[0] + (q[1] - q[0]) * u
        b = q[3] + (q[2] - q[3]) * u
        block.stroke([a, b], 4, "key", wob=1.2)
        aside = np.array([4.0, 0.0])
        block.stroke([a + aside, b + aside], 2, "paper" if ink != "paper" else "sand", (0, 0), 1)
    for i in range(4):
        for u in np.linspace(0.04, 0.96, 5):
            p = q[i] + (q[(i + 1) % 4] - q[i]) * u + (q.mean(0) - q[i]) * 0.035
            block.ellipse(float(p[0]), float(p[1]), 3.2, 3.2, "key", 0.2)


def table_top(block: Block, quad: Points, ink: str, grain: str, thick: float = 26) -> None:
    """A scrubbed table: top, grain, front edge; `quad` goes from back left round to front left."""
    q = np.asarray(quad, float)
    edged(block, q, ink, 4)
    patch = block.mask(q)
    block.engrave(patch, grain, 0.80, angle=1.2, pitch=13, wobble=3.4)
    for u in (0.3, 0.62):
        a = q[0] + (q[3] - q[0]) * u
        b = q[1] + (q[2] - q[1]) * u
        block.stroke([a, b], 3, "key", wob=1)
    front = [q[3], q[2], q[2] + [0, thick], q[3] + [0, thick]]
    block.poly(front, "key", 0.8)
    block.stroke([q[3] + [4, 4], q[2] + [-4, 4]], 4, "paper", wob=0.6)


def shade(
    block: Block, quad: Points, inks: Sequence[str], tone: float | Tone, angle: float
) -> None:
    """Black cuts over the part of a shape that shows some inks: a shadow that falls on it."""
    patch = block.where(block.mask(quad), list(inks))
    block.engrave(patch, "key", tone, angle=angle, pitch=8, wobble=1.6)


def basin(block: Block, x: float, y: float, wide: float, *, water: bool = True) -> None:
    """An enamel basin with a dark rim, three-quarters from above."""
    flat = wide * 0.34
    deep = wide * 0.68
    u = np.linspace(0, math.pi, 24)
    bowl = np.stack(
        [x + wide * (0.70 + 0.30 * np.abs(np.cos(u))) * np.cos(u), y + deep * np.sin(u)], 1
    )
    edged(block, bowl, "paper", 5)
    patch = block.mask(bowl)
    block.engrave(patch, "key", lambda gx, _gy: 1.05 - (gx - x + wide) / (wide * 2.2), 84, 9)
    block.ellipse(x, y, wide + 7, flat + 6, "key", 0.6)
    block.ellipse(x, y, wide, flat, "teal", 0.6)
    block.ellipse(x, y, wide - 9, flat - 6, "key", 0.5)
    block.ellipse(x, y + 3, wide - 14, flat - 9, "paper", 0.5)
    if water:
        pool = block.mask(_round(x, y + 8, wide - 22, flat - 14))
        block.put(pool, np.ones_like(pool[2]), "teal")
        block.engrave(pool, "paper", 0.70, angle=3, pitch=9, wobble=3.2)


def basin_front(block: Block, x: float, y: float, wide: float) -> None:
    """The near half of a basin with water in it: laid over feet that stand in it."""
    flat = wide * 0.34
    u = np.linspace(0, math.pi, 24)
    near = np.stack([x + (wide - 22) * np.cos(u), y + 6 + (flat - 12) * np.sin(u)], 1)
    low = np.stack(
        [x + wide * 0.72 * np.cos(u), y + wide * 0.44 + flat * 0.7 * np.sin(u)],
        1,
    )
    wall = np.vstack([np.stack([x + wide * np.cos(u), y + flat * np.sin(u)], 1)[::-1], low])
    edged(block, wall, "paper", 4)
    tone: Tone = lambda gx, _gy: 0.95 - (gx - x) / (wide * 1.6)  # noqa: E731
    block.engrave(block.mask(wall), "key", tone, angle=80, pitch=9)
    block.poly(near, "teal", 0.5)
    block.engrave(block.mask(near), "paper", 0.66, angle=3, pitch=9, wobble=3.2)
    rim = np.stack([x + (wide + 3) * np.cos(u), y + (flat + 2) * np.sin(u)], 1)
    block.stroke(rim, 17, "key", wob=0.4)
    block.stroke(rim, 9, "teal", wob=0.4)


def joint(person: Person, bone: str) -> Point:
    """Where a joint of somebody placed has come out on the block."""
    at: Point = person.px(bone)
    return at


def _round(x: float, y: float, rx: float, ry: float) -> Points:
    """Points round an ellipse."""
    t = np.linspace(0, 2 * math.pi, 40)
    return np.stack([x + rx * np.cos(t), y + ry * np.sin(t)], 1)


def flat_iron(block: Block, x: float, y: float, scale: float = 1.0, turn: float = 0.0) -> None:
    """A sad iron, from the side: sole, body, handle on two posts."""
    sole = [(-62, 0), (52, 0), (66, -8), (40, -34), (-58, -34)]
    edged(block, turned(sole, x, y, turn, scale), "key", 3)
    edge = turned([(-60, -5), (56, -5)], x, y, turn, scale)
    block.stroke(edge, 4 * scale, "paper", wob=0.4)
    for top in (-14, -23):
        cut = turned([(-52, top), (30, top)], x, y, turn, scale)
        block.stroke(cut, 2.4 * scale, "sand", (0, 0), 0.4)
    for post in (-40, 26):
        pole = turned([(post, -32), (post, -62)], x, y, turn, scale)
        block.stroke(pole, 10 * scale, "key", wob=0.3)
    bar = turned([(-54, -66), (42, -66)], x, y, turn, scale)
    block.stroke(bar, 19 * scale, "key", wob=0.3)
    block.stroke(bar, 10 * scale, "red", wob=0.3)


def card(
    block: Block, x: float, y: float, turn: float, size: float, face: str | None = None
) -> None:
    """One playing card; `face` is rank and suit ("QH"), or None for its back."""
    shape = [(-0.32, -0.48), (0.32, -0.48), (0.32, 0.48), (-0.32, 0.48)]
    edged(block, turned(shape, x, y, turn, size), "paper", 2.5)
    if face is None:
        inner = turned(np.asarray(shape) * 0.80, x, y, turn, size)
        block.poly(inner, "red", 0.4)
        block.engrave(block.mask(inner), "paper", 0.62, angle=45 + turn, pitch=6, wobble=0.6)
        return
    ink = "red" if face[-1] in "HD" else "key"
    corner = turned([(-0.20, -0.33)], x, y, turn, size)[0]
    block.text(
        face[:-1], corner[0], corner[1], size * 0.22, font("anton-400-normal.ttf"), ink, angle=turn
    )
    pip = turned([(-0.20, -0.12), (0.06, 0.10)], x, y, turn, size)
    _suit(block, face[-1], pip[0], size * 0.075, turn, ink)
    _suit(block, face[-1], pip[1], size * 0.16, turn, ink)


def _suit(
    block: Block, suit: str, at: Point | NDArray[np.float64], size: float, turn: float, ink: str
) -> None:
    """One pip."""
    lobes: dict[str, list[Point]] = {
        "H": [(0, 1), (-0.9, -0.1), (-0.8, -0.8), (-0.35, -0.95), (0, -0.5), (0.35, -0.95),
              (0.8, -0.8), (0.9, -0.1)],
        "D": [(0, 1.1), (-0.75, 0), (0, -1.1), (0.75, 0)],
        "S": [(0, -1.1), (-0.85, 0.1), (-0.7, 0.65), (-0.15, 0.4), (-0.35, 1.1), (0.35, 1.1),
              (0.15, 0.4), (0.7, 0.65), (0.85, 0.1)],
        "C": [(-0.4, -0.45), (0, -1.1), (0.4, -0.45), (0.95, 0.1), (0.6, 0.6), (0.15, 0.4),
              (0.35, 1.1), (-0.35, 1.1), (-0.15, 0.4), (-0.6, 0.6), (-0.95, 0.1)],
    }  # fmt: skip
    shape = np.asarray(lobes[suit])
    points = shape if suit == "D" else smooth(shape, 4)
    block.poly(turned(points, float(at[0]), float(at[1]), turn, size), ink, 0.2)


def fan(block: Block, x: float, y: float, size: float, count: int, turn: float = 0.0) -> None:
    """A hand of cards seen from behind it."""
    for i in range(count):
        lean = (i - (count - 1) / 2) * 15 + turn
        a = math.radians(lean)
        card(block, x + math.sin(a) * size * 0.5, y - math.cos(a) * size * 0.5, lean, size)


def fingers(
    block: Block, x: float, y: float, scale: float, skin: tuple[str, str], turn: float
) -> None:
    """Four fingers laid over something held: knuckles up, nails inward."""
    for i in range(4):
        dy = (i - 1.5) * 11.5
        long = (40, 44, 41, 32)[i]
        shape = [
            (-16, dy - 6),
            (long - 16, dy - 5),
            (long - 9, dy),
            (long - 16, dy + 5),
            (-16, dy + 6),
        ]
        points = turned(smooth(np.asarray(shape), 5), x, y, turn, scale)
        edged(block, points, skin[0], 2.2)
        low = turned([(-14, dy + 3), (long - 14, dy + 2.6)], x, y, turn, scale)
        block.stroke(low, 5.4 * scale, skin[1], (1, 0.3), 0.3)
        knuckle = turned([(4, dy - 3.4), (5.5, dy + 1)], x, y, turn, scale)
        block.stroke(knuckle, 2.2 * scale, "key", (0, 1), 0.2)


def folded(block: Block, x: float, y: float, wide: float, layers: int, stripe: str = "red") -> None:
    """A pile of folded towels or cloths, striped at one edge."""
    tall = wide * 0.15
    for i in range(layers):
        low = y - i * tall
        dx = math.sin(i * 2.3) * 5
        shape = [
            (x - wide / 2 + dx, low - tall * 0.9),
            (x + wide / 2 + dx, low - tall),
            (x + wide / 2 + dx + 3, low),
            (x - wide / 2 + dx - 2, low),
        ]
        edged(block, shape, "paper", 3)
        block.ellipse(x - wide / 2 + dx, low - tall * 0.48, tall * 0.5, tall * 0.46, "key", 0.3)
        block.ellipse(
            x - wide / 2 + dx + 3, low - tall * 0.48, tall * 0.4, tall * 0.36, "paper", 0.3
        )
        block.stroke(
            [(x - wide * 0.48 + dx, low - tall * 0.45), (x + wide * 0.42, low - tall * 0.5)],
            3,
            "key",
            (1, 0),
        )
        for band in (0.28, 0.36):
            left = x + wide * band + dx
            block.rect(left, low - tall * 0.9, left + wide * 0.035, low - 2, stripe, 0.3)
