"""What stands about in a hotel of 1961: glasses, taps, a till, a lamp, a mop."""

from __future__ import annotations

import math

import numpy as np

from build.art.block import Block
from build.art.lettering import font

GOTHIC = "league-gothic-400-normal.ttf"
ANTON = "anton-400-normal.ttf"


def middy(
    block: Block, x: float, y: float, s: float = 1.0, full: float = 0.82, drink: str = "gold"
) -> None:
    """A ten-ounce glass standing with its foot at (x, y); `full` 0 is an empty one."""
    rim = 58 if full == 0 else 4 + 50 * full
    outer = [(x - 14 * s, y), (x - 18 * s, y - rim * s), (x + 18 * s, y - rim * s), (x + 14 * s, y)]
    block.poly(outer, "key", 0.5)
    top = y - 4 * s - 50 * s * full
    k = 11 + 4.5 * full
    if full > 0:
        block.poly(
            [(x - 11 * s, y - 4 * s), (x - k * s, top), (x + k * s, top), (x + 11 * s, y - 4 * s)],
            drink,
            0.4,
        )
        if drink == "gold":
            block.blob(
                [
                    (x - 18 * s, top + 4 * s),
                    (x - 15 * s, top - 11 * s),
                    (x, top - 15 * s),
                    (x + 15 * s, top - 11 * s),
                    (x + 18 * s, top + 4 * s),
                ],
                "paper",
                0.5,
            )
    else:
        block.stroke([(x - 15 * s, y - 53 * s), (x + 15 * s, y - 53 * s)], 2.4 * s, "sand", wob=0.3)
        block.stroke([(x - 10 * s, y - 5 * s), (x + 10 * s, y - 5 * s)], 4 * s, "sand", wob=0.3)
    block.gouge(x - 9 * s, y - 42 * s, 87, 32 * s, 3.6 * s, "paper")
    block.gouge(x + 8 * s, y - 30 * s, 93, 20 * s, 2.4 * s, "key" if full else "sand")


def lemonade(block: Block, x: float, y: float, s: float = 1.0) -> None:
    """A small bottle of lemonade with a straw, its label without a maker's name."""
    side = [
        (x - 15 * s, y),
        (x - 15 * s, y - 62 * s),
        (x - 6 * s, y - 92 * s),
        (x - 6 * s, y - 118 * s),
    ]
    pts = side + [(2 * x - a, b) for a, b in side[::-1]]
    block.stroke([(x + 2 * s, y - 112 * s), (x + 13 * s, y - 158 * s)], 6 * s, "key")
    block.stroke([(x + 2 * s, y - 112 * s), (x + 13 * s, y - 156 * s)], 3.4 * s, "paper")
    block.poly(
        [
            (x + (a - x) * 1.24, b + (2 if b < y - 99 else 1) * s * (-1 if b < y - 99 else 1))
            for a, b in pts
        ],
        "key",
        0.5,
    )
    block.poly(pts, "teal", 0.5)
    block.rect(x - 15 * s, y - 54 * s, x + 15 * s, y - 22 * s, "paper", 0.4)
    block.rect(x - 15 * s, y - 47 * s, x + 15 * s, y - 30 * s, "red", 0.4)
    block.gouge(x - 9 * s, y - 84 * s, 88, 26 * s, 4 * s, "paper")
    block.rect(x + 9 * s, y - 62 * s, x + 15 * s, y - 1 * s, "key", 0.4)


def pie(block: Block, x: float, y: float, s: float = 1.0) -> None:
    """A meat pie on a thick plate, a fork hole and a blot of sauce in its lid."""
    block.ellipse(x, y, 66 * s, 21 * s, "key", 0.6)
    block.ellipse(x, y - 2 * s, 61 * s, 18 * s, "paper", 0.6)
    block.ellipse(x, y - 1 * s, 46 * s, 12 * s, "key", 0.5)
    block.poly(
        [
            (x - 34 * s, y - 4 * s),
            (x - 41 * s, y - 26 * s),
            (x + 41 * s, y - 26 * s),
            (x + 34 * s, y - 4 * s),
        ],
        "brown",
        0.6,
    )
    for k in range(-3, 4):
        block.stroke(
            [(x + 10 * k * s, y - 25 * s), (x + 8.5 * k * s, y - 6 * s)], 2.6 * s, "key", (1, 0.4)
        )
    block.ellipse(x, y - 27 * s, 44 * s, 13 * s, "key", 0.6)
    block.ellipse(x, y - 29 * s, 40 * s, 10.5 * s, "gold", 0.8)
    block.ellipse(x + 6 * s, y - 30 * s, 15 * s, 4.5 * s, "red", 0.8)
    for a in range(200, 340, 20):
        dx, dy = math.cos(math.radians(a)) * 36 * s, math.sin(math.radians(a)) * 9 * s
        block.gouge(x + dx, y - 29 * s + dy, a + 180, 8 * s, 2.4 * s, "brown")


def tap(
    block: Block, x: float, y: float, s: float = 1.0, hand: tuple[float, float] | None = None
) -> None:
    """A beer tap on its chromed column; the handle leans to the hand that pulls it."""
    block.rect(x - 13 * s, y - 8 * s, x + 13 * s, y, "key", 0.5)
    block.rect(x - 9 * s, y - 96 * s, x + 9 * s, y - 4 * s, "key", 0.5)
    block.rect(x - 6 * s, y - 92 * s, x - 1 * s, y - 8 * s, "paper", 0.4)
    block.rect(x + 1 * s, y - 92 * s, x + 4 * s, y - 8 * s, "sand", 0.4)
    spout = [(x, y - 86 * s), (x - 30 * s, y - 86 * s), (x - 34 * s, y - 58 * s)]
    block.stroke(spout, 13 * s, "key", wob=0.3)
    block.stroke(spout, 6 * s, "sand", wob=0.3)
    end = hand or (x + 3 * s, y - 152 * s)
    block.stroke([(x, y - 96 * s), end], 24 * s, "key", (0.6, 1), 0.3)
    block.stroke([(x, y - 96 * s), end], 16 * s, "red", (0.5, 1), 0.3)
    block.stroke(
        [(x - 3 * s, y - 108 * s), (end[0] - 4 * s, end[1] + 10 * s)], 4 * s, "paper", (0, 1), 0.2
    )


def lamp(block: Block, x: float, y: float, s: float = 1.0, *, lit: bool = True) -> None:
    """An enamelled shade on a flex; (x, y) is the middle of its mouth."""
    block.stroke([(x, -20), (x, y - 62 * s)], 6 * s, "sand" if lit else "teal", wob=0.3)
    shade = [
        (x - 104 * s, y),
        (x - 84 * s, y - 22 * s),
        (x - 24 * s, y - 52 * s),
        (x - 16 * s, y - 76 * s),
        (x + 16 * s, y - 76 * s),
        (x + 24 * s, y - 52 * s),
        (x + 84 * s, y - 22 * s),
        (x + 104 * s, y),
    ]
    block.poly([(x + (a - x) * 1.05, y + (b - y) * 1.08 + 3 * s) for a, b in shade], "key", 0.6)
    block.poly(shade, "teal", 0.6)
    face = block.mask(shade)
    block.engrave(
        face, "key", lambda a, _b: np.clip(1.1 - (a - x + 70 * s) / (150 * s), 0.1, 1), 88, 8 * s
    )
    block.ellipse(x, y, 103 * s, 13 * s, "key", 0.5)
    block.ellipse(x, y + 2 * s, 97 * s, 10 * s, "paper" if lit else "sand", 0.5)
    if lit:
        block.ellipse(x, y + 8 * s, 20 * s, 18 * s, "paper", 0.4)
    else:
        block.ellipse(x, y + 2 * s, 90 * s, 7 * s, "key", 0.5)


def clock(block: Block, x: float, y: float, r: float, hour: int, minute: int) -> None:
    """A schoolhouse clock at the given time."""
    block.ellipse(x, y, r, r, "key", 0.8)
    block.ellipse(x, y, r * 0.92, r * 0.92, "brown", 0.6)
    block.ellipse(x, y, r * 0.8, r * 0.8, "paper", 0.6)
    for k in range(12):
        a = k * math.pi / 6
        q = (0.62, 0.74)
        block.stroke(
            [
                (x + r * q[0] * math.sin(a), y - r * q[0] * math.cos(a)),
                (x + r * q[1] * math.sin(a), y - r * q[1] * math.cos(a)),
            ],
            r * 0.07,
            "key",
            wob=0,
        )
    for turn, long, wide in (((hour + minute / 60) / 12, 0.42, 0.12), (minute / 60, 0.62, 0.08)):
        a = turn * 2 * math.pi
        block.stroke(
            [(x, y), (x + r * long * math.sin(a), y - r * long * math.cos(a))],
            r * wide,
            "key",
            (1, 0.6),
            0,
        )
    block.ellipse(x, y, r * 0.09, r * 0.09, "red", 0.2)


def till(block: Block, x: float, y: float, s: float = 1.0, lit: str = "gold") -> None:
    """A brass cash register seen a little from the side, its flags up at two and six."""
    body = [
        (x - 110 * s, y),
        (x - 110 * s, y - 96 * s),
        (x - 80 * s, y - 170 * s),
        (x + 80 * s, y - 170 * s),
        (x + 110 * s, y - 96 * s),
        (x + 110 * s, y),
    ]
    block.poly([(x + (a - x) * 1.05, y + (b - y) * 1.04) for a, b in body], "key", 0.8)
    block.poly(body, lit, 0.8)
    block.engrave(
        block.mask(body), "brown", lambda a, _b: 1.05 - (a - x + 60 * s) / (190 * s), 82, 9 * s, 1.4
    )
    block.engrave(
        block.mask(body), "key", lambda a, _b: 1.3 - (a - x + 110 * s) / (210 * s), 84, 12 * s, 1
    )
    block.rect(x - 86 * s, y - 226 * s, x + 86 * s, y - 168 * s, "key", 0.8)
    block.rect(x - 76 * s, y - 218 * s, x + 76 * s, y - 178 * s, "paper", 0.6)
    for k, flag in enumerate(("2/", "6")):
        fx = x - 30 * s + 62 * s * k
        block.rect(fx - 26 * s, y - 214 * s, fx + 26 * s, y - 182 * s, "key", 0.4)
        block.text(flag, fx, y - 198 * s, 30 * s, font(GOTHIC), "paper")
    for row in range(3):
        for k in range(6):
            kx = x - 66 * s + k * 26 * s + row * 2
            ky = y - 146 * s + row * 26 * s
            block.ellipse(kx, ky, 10 * s, 8 * s, "key", 0.3)
            block.ellipse(kx, ky - 1, 7 * s, 5 * s, "paper" if (k + row) % 4 else "red", 0.3)
    block.rect(x - 96 * s, y - 56 * s, x + 96 * s, y - 8 * s, "key", 0.6)
    block.rect(x - 90 * s, y - 50 * s, x + 90 * s, y - 14 * s, "brown", 0.6)
    block.rect(x - 20 * s, y - 36 * s, x + 20 * s, y - 28 * s, lit, 0.4)


def board(
    block: Block,
    x0: float,
    y0: float,
    x1: float,
    y1: float,
    heading: str,
    rows: tuple[tuple[str, str], ...],
) -> None:
    """A blackboard in a wooden frame, chalked in two columns."""
    block.rect(x0 - 14, y0 - 14, x1 + 14, y1 + 14, "key", 0.8)
    block.rect(x0 - 9, y0 - 9, x1 + 9, y1 + 9, "brown", 0.8)
    block.rect(x0, y0, x1, y1, "key", 0.8)
    wide = x1 - x0
    block.text(
        heading, (x0 + x1) / 2, y0 + 26, 40, font(GOTHIC), "paper", spacing=2, fit=wide * 0.86
    )
    block.stroke([(x0 + 10, y0 + 50), (x1 - 10, y0 + 48)], 2.5, "paper")
    block.stroke([((x0 + x1) / 2, y0 + 56), ((x0 + x1) / 2 + 2, y1 - 8)], 2, "paper")
    for k, (a, b) in enumerate(rows):
        y = y0 + 70 + k * (y1 - y0 - 76) / max(1, len(rows) - 0.4)
        ink = "gold" if k == 0 else "paper"
        block.text(
            a, x0 + wide * 0.25, y, 28, font(GOTHIC), ink, spacing=1, fit=wide * 0.4, angle=-1
        )
        block.text(
            b, x0 + wide * 0.75, y, 28, font(GOTHIC), ink, spacing=1, fit=wide * 0.4, angle=1
        )


def notice(
    block: Block,
    x: float,
    y: float,
    w: float,
    lines: tuple[tuple[str, float, str], ...],
    angle: float = 0,
) -> None:
    """A printed card with lines of (text, size, ink), its top middle at (x, y)."""
    tall = sum(size * 1.25 for _, size, _ in lines) + 22
    a = math.radians(angle)

    def turn(dx: float, dy: float) -> tuple[float, float]:
        return x + dx * math.cos(a) - dy * math.sin(a), y + dx * math.sin(a) + dy * math.cos(a)

    for grow, ink in ((5, "key"), (0, "paper")):
        block.poly(
            [
                turn(-w / 2 - grow, -grow),
                turn(w / 2 + grow, -grow),
                turn(w / 2 + grow, tall + grow),
                turn(-w / 2 - grow, tall + grow),
            ],
            ink,
            0.8,
        )
    dy = 12.0
    for text, size, ink in lines:
        dy += size * 0.62
        cx, cy = turn(0, dy)
        block.text(
            text,
            cx,
            cy,
            size,
            font(ANTON if size > 26 else GOTHIC),
            ink,
            angle=angle,
            fit=w * 0.86,
            spacing=1,
        )
        dy += size * 0.63


def bucket(block: Block, x: float, y: float, s: float = 1.0) -> None:
    """A galvanised bucket, foot at (x, y)."""
    block.ellipse(x, y - 2 * s, 54 * s, 14 * s, "key", 0.6)
    side = [
        (x - 50 * s, y - 4 * s),
        (x - 66 * s, y - 112 * s),
        (x + 66 * s, y - 112 * s),
        (x + 50 * s, y - 4 * s),
    ]
    block.poly([(x + (a - x) * 1.08, b) for a, b in side], "key", 0.6)
    block.poly(side, "teal", 0.6)
    patch = block.mask(side)
    block.engrave(patch, "paper", lambda a, _b: 0.45 + (a - x + 40 * s) / (110 * s), 90, 9 * s, 1)
    block.engrave(patch, "key", lambda a, _b: 1.35 - (a - x + 66 * s) / (110 * s), 88, 8 * s, 1.4)
    block.ellipse(x, y - 112 * s, 68 * s, 18 * s, "key", 0.5)
    block.ellipse(x, y - 111 * s, 60 * s, 13 * s, "sand", 0.5)
    block.ellipse(x + 4 * s, y - 107 * s, 52 * s, 9 * s, "key", 0.5)
    arc = [
        (x - 66 * s, y - 112 * s),
        (x - 72 * s, y - 60 * s),
        (x - 30 * s, y - 44 * s),
        (x + 30 * s, y - 48 * s),
        (x + 66 * s, y - 112 * s),
    ]
    block.stroke(arc, 6 * s, "key", curve=True)
    block.stroke(arc, 2.6 * s, "paper", curve=True)


def stool(block: Block, x: float, y: float, s: float = 1.0, lit: str = "sand") -> None:
    """A wooden stool turned over, its seat down on a table at (x, y), legs in the air."""
    for dx, top, ink in ((-36, -34, "brown"), (34, 40, "brown"), (-50, -64, lit), (48, 66, lit)):
        leg = [(x + dx * s, y - 14 * s), (x + top * s, y - 190 * s)]
        block.stroke(leg, 17 * s, "key", (1, 0.8), 0.4)
        block.stroke(leg, 9 * s, ink, (1, 0.8), 0.4)
    for x0, x1, up in ((-56, 30, 92), (42, 60, 76), (-44, -38, 70)):
        rail = [(x + x0 * s, y - up * s), (x + x1 * s, y - (up + 6) * s)]
        block.stroke(rail, 11 * s, "key")
        block.stroke(rail, 5 * s, lit)
    block.ellipse(x, y - 10 * s, 76 * s, 18 * s, "key", 0.6)
    block.ellipse(x, y - 15 * s, 70 * s, 12 * s, lit, 0.6)
    block.ellipse(x + 6 * s, y - 11 * s, 64 * s, 10 * s, "key", 0.6)
