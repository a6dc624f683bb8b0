"""Gear of a wharf: chain, wire and hook, mugs and an urn, drums and lamps."""

from __future__ import annotations

import math
from collections.abc import Sequence

from build.art.block import Block

Point = tuple[float, float]


def mix(a: Point, b: Point, u: float) -> Point:
    """The point a share of the way from one to another."""
    return a[0] + (b[0] - a[0]) * u, a[1] + (b[1] - a[1]) * u


def quad(block: Block, pts: Sequence[Point], ink: str, edge: float = 4, wob: float = 0.8) -> None:
    """A flat shape with a black outline round it."""
    cx = sum(p[0] for p in pts) / len(pts)
    cy = sum(p[1] for p in pts) / len(pts)
    out = []
    for x, y in pts:
        far = max(math.hypot(x - cx, y - cy), 1)
        out.append((x + (x - cx) / far * edge * 1.3, y + (y - cy) / far * edge * 1.3))
    block.poly(out, "key", wob)
    block.poly(pts, ink, wob)


def chain(block: Block, a: Point, b: Point, size: float, ink: str = "sand") -> None:
    """A chain under load: links alternately seen flat and on edge."""
    long = math.hypot(b[0] - a[0], b[1] - a[1])
    rot = math.degrees(math.atan2(b[1] - a[1], b[0] - a[0]))
    count = max(2, round(long / (size * 1.7)))
    for i in range(count):
        x, y = mix(a, b, (i + 0.5) / count)
        if i % 2:
            block.ellipse(x, y, size * 1.2, size * 0.42, "key", 0.2, rot=rot)
            block.ellipse(x, y, size * 0.95, size * 0.2, ink, 0.2, rot=rot)
            continue
        block.ellipse(x, y, size * 1.3, size * 0.82, "key", 0.2, rot=rot)
        block.ellipse(x, y, size * 1.06, size * 0.6, ink, 0.2, rot=rot)
        block.ellipse(x, y, size * 0.62, size * 0.24, "key", 0.2, rot=rot)


def wire(block: Block, pts: Sequence[Point], width: float, ink: str = "paper") -> None:
    """A wire fall: a black line with a lit edge."""
    block.stroke(pts, width, "key", wob=0.2)
    lit = [(x - width * 0.12, y) for x, y in pts]
    block.stroke(lit, width * 0.3, ink, wob=0.2)


def hook(block: Block, x: float, y: float, s: float) -> None:
    """A cargo hook below its ball, hung with its shank at (x, y)."""
    block.ellipse(x, y - 34 * s, 25 * s, 29 * s, "key", 0.3)
    block.ellipse(x - 2 * s, y - 35 * s, 20 * s, 24 * s, "red", 0.3)
    for i in range(4):
        block.gouge(x - 13 * s + i * 3 * s, y - 50 * s + i * 4 * s, 75, 20 * s, 4 * s, "paper")
    block.rect(x - 7 * s, y - 10 * s, x + 7 * s, y + 18 * s, "key", 0.3)
    turn = [(0, 10), (22, 26), (24, 50), (4, 66), (-20, 56), (-24, 40)]
    curve = [(x + dx * s, y + dy * s) for dx, dy in turn]
    block.stroke(curve, 19 * s, "key", (1, 0.5), 0.2, curve=True)
    block.stroke(curve, 9 * s, "sand", (1, 0.4), 0.2, curve=True)


def mug(block: Block, x: float, y: float, s: float, ink: str = "paper", *, lit: int = 1) -> None:
    """An enamel mug standing on (x, y); lit from the right when `lit` is 1, from the left at -1."""
    w, h = 17 * s, 34 * s
    block.ellipse(x - lit * (w + 6 * s), y - h * 0.52, 11 * s, 12 * s, "key", 0.2)
    block.ellipse(x - lit * (w + 6 * s), y - h * 0.52, 7.5 * s, 8.5 * s, ink, 0.2)
    block.ellipse(x - lit * (w + 5 * s), y - h * 0.52, 4 * s, 5 * s, "key", 0.2)
    quad(block, [(x - w, y - h), (x + w, y - h), (x + w * 0.94, y), (x - w * 0.94, y)], ink, 3 * s)
    for i in range(4):
        top = y - h + 6 * s + i * 1.5 * s
        block.gouge(x - lit * (w - 2 * s - i * 4 * s), top, 90, h * 0.8 - i * 4 * s, 3.6 * s, "key")
    block.ellipse(x, y - h, w + 2.5 * s, 6.5 * s, "key", 0.2)
    block.ellipse(x, y - h, w, 4.4 * s, "teal", 0.2)
    block.ellipse(x, y - h + 1 * s, w - 4 * s, 2.8 * s, "key", 0.2)


def urn(block: Block, x: float, y: float, s: float, *, lit: int = 1) -> None:
    """A tea urn of tinned copper standing on (x, y), its tap to the front."""
    _urn_body(block, x, y, s)
    _urn_light(block, x, y, s, lit)
    block.rect(x - 11 * s, y - 62 * s, x + 11 * s, y - 34 * s, "key", 0.4)
    block.rect(x - 6 * s, y - 58 * s, x + 6 * s, y - 36 * s, "paper", 0.4)
    block.rect(x - 20 * s, y - 68 * s, x + 20 * s, y - 58 * s, "key", 0.4)
    block.rect(x - 16 * s, y - 66 * s, x + 16 * s, y - 61 * s, "red", 0.3)


def _urn_body(block: Block, x: float, y: float, s: float) -> None:
    """The drum of the urn, its lid, its knob and the two handles."""
    for side in (-1, 1):
        hx = x + side * 86 * s
        block.ellipse(hx, y - 170 * s, 22 * s, 30 * s, "key", 0.4)
        block.ellipse(hx, y - 170 * s, 13 * s, 20 * s, "brown", 0.4)
        block.ellipse(hx, y - 170 * s, 7 * s, 13 * s, "key", 0.4)
    sides = [(-78, 0), (-82, -40), (-82, -210), (-74, -232), (74, -232), (82, -210), (82, -40)]
    body = [(x + dx * s, y + dy * s) for dx, dy in [*sides, (78, 0)]]
    quad(block, body, "sand", 5 * s)
    lid = [(-80, -232), (-66, -256), (-24, -272), (24, -272), (66, -256), (80, -232)]
    quad(block, [(x + dx * s, y + dy * s) for dx, dy in lid], "gold", 5 * s)
    block.ellipse(x, y - 284 * s, 15 * s, 15 * s, "key", 0.3)
    block.ellipse(x - 2 * s, y - 285 * s, 10 * s, 10 * s, "red", 0.3)
    for dy in (-20, -222):
        block.rect(x - 84 * s, y + (dy - 5) * s, x + 84 * s, y + (dy + 5) * s, "key", 0.5)


def _urn_light(block: Block, x: float, y: float, s: float, lit: int) -> None:
    """The turn of the metal: black on the side away, bare paper on the side that is lit."""
    body = block.box(x - 80 * s, y - 228 * s, x + 80 * s, y - 2 * s)
    where = block.where(body, ["sand"])
    block.engrave(where, "paper", lambda px, _py: 1.15 - lit * (px - x) / (70 * s), 90, 7 * s)
    block.engrave(
        where, "key", lambda px, _py: 0.78 + lit * (px - x) / (62 * s), 0, 6.2 * s, wobble=0.9
    )
    lid = block.where(block.box(x - 80 * s, y - 272 * s, x + 80 * s, y - 230 * s), ["gold"])
    block.engrave(lid, "key", lambda px, _py: 0.8 + lit * (px - x) / (70 * s), 8, 6 * s)


def tin(block: Block, x: float, y: float, s: float) -> None:
    """An old tin set beneath a tap."""
    quad(block, [(x - 24 * s, y - 30 * s), (x + 24 * s, y - 30 * s), (x + 22 * s, y),
                 (x - 22 * s, y)], "teal", 4 * s)  # fmt: skip
    block.ellipse(x, y - 30 * s, 27 * s, 8 * s, "key", 0.3)
    block.ellipse(x, y - 30 * s, 22 * s, 5 * s, "paper", 0.3)
    block.ellipse(x, y - 29 * s, 15 * s, 3 * s, "key", 0.3)
    for i in range(5):
        block.gouge(x + (8 + i * 3) * s, y - 22 * s, 90, 18 * s, 2.4 * s, "paper")


def drum(block: Block, box: tuple[float, float, float, float], ink: str, lit: int = 1) -> None:
    """A paint drum stood on end, within a box (left, top, right, foot)."""
    x0, y0, x1, y1 = box
    cx, rx = (x0 + x1) / 2, (x1 - x0) / 2
    ry = rx * 0.26
    block.ellipse(cx, y1, rx + 5, ry + 4, "key", 0.5)
    block.rect(x0 - 5, y0, x1 + 5, y1, "key", 0.6)
    block.ellipse(cx, y1, rx, ry, ink, 0.5)
    block.rect(x0, y0, x1, y1, ink, 0.6)
    side = block.where(block.box(x0, y0, x1, y1 + ry), [ink])
    block.engrave(side, "key", lambda x, _y: 0.62 + lit * (x - cx) / (rx * 0.95), 90, 9)
    for k in (0.3, 0.66):
        y = y0 + (y1 - y0) * k
        bow = [(cx + rx * math.cos(t), y + ry * math.sin(t)) for t in (i * 0.26 for i in range(13))]
        block.stroke(bow, 9, "key", wob=0.4)
        block.stroke([(px, py - 4) for px, py in bow], 3, "paper", (0, 0.4), 0.3)
    block.ellipse(cx, y0, rx + 4, ry + 3, "key", 0.5)
    block.ellipse(cx, y0, rx - 3, ry - 3, "sand", 0.5)


def bag(block: Block, x: float, y: float, s: float, lit: str = "gold") -> None:
    """A Gladstone bag hanging from a hand at (x, y)."""
    block.ellipse(x, y + 8 * s, 26 * s, 20 * s, "key", 0.4)
    block.ellipse(x, y + 8 * s, 17 * s, 12 * s, "brown", 0.4)
    block.ellipse(x, y + 10 * s, 12 * s, 9 * s, "key", 0.4)
    body = [(x - 62 * s, y + 24 * s), (x + 62 * s, y + 24 * s), (x + 82 * s, y + 122 * s),
            (x - 82 * s, y + 122 * s)]  # fmt: skip
    quad(block, body, "brown", 5 * s)
    area = block.mask(body)
    block.engrave(area, "key", lambda px, _py: 0.3 + (px - x) / (150 * s), 84, 8 * s)
    block.rect(x - 66 * s, y + 16 * s, x + 66 * s, y + 30 * s, "key", 0.6)
    block.stroke([(x - 58 * s, y + 20 * s), (x + 62 * s, y + 20 * s)], 5 * s, lit, (0, 1), 0.4)
    block.rect(x - 9 * s, y + 22 * s, x + 9 * s, y + 40 * s, lit, 0.4)
