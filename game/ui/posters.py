"""The print of a poster that has no picture: a crowd before the light, seen from behind.

Cut from a seed (the story's id), so that each story has its own and always the same. The crowd
stands in three sizes, a far mass, a middle row and a few who are near; some have a hand up.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from game.ui.geometry import Rect
from game.ui.hands import OPEN
from game.ui.inks import Ink
from game.ui.lino import Chance, Cut, Outline, Point, blob, gouge, grown, seed_of, slab, wavering
from game.ui.scenery import SKIES, rays, sun_of


class _Sheet(NamedTuple):
    """What is cut on: `unit` is a hundredth of the shorter side."""

    w: int
    h: int
    unit: float
    chance: Chance


def poster(width: int, height: int, name: str) -> list[Cut]:
    """The print as shapes, back to front, filling `width` by `height` pixels."""
    chance = Chance(seed_of(name))
    s = _Sheet(width, height, min(width, height) / 100, chance)
    sky, ray, sun = SKIES[chance.whole(0, len(SKIES) - 1)]
    light = (width * chance.between(0.3, 0.7), height * 0.5)
    cuts = [Cut(sky, [(0, 0), (width, 0), (width, height), (0, height)])]
    cuts += rays(light, width, height, ray, chance)
    cuts += sun_of(light, 15 * s.unit, sun, chance)
    cuts += _SKYLINES[chance.whole(0, len(_SKYLINES) - 1)](s)
    cuts += _row(s, 0.66, 2.9, 0.0, "teal")
    cuts.append(Cut("key", _outline(_box(-2, height * 0.7, width + 4, height * 0.32))))
    cuts += _row(s, 0.77, 5.2, 0.22, "brown")
    cuts.append(Cut("key", _outline(_box(-2, height * 0.88, width + 4, height * 0.14))))
    return cuts + _near(s)


# The town behind the crowd: one of three.


def _stacks(s: _Sheet) -> list[Cut]:
    """Chimneys over a long roof."""
    cuts = _wall(s, 0.58)
    x = s.w * s.chance.between(0.02, 0.1)
    while x < s.w:
        wide, high = s.chance.between(4, 6) * s.unit, s.chance.between(20, 34) * s.unit
        foot, top = s.h * 0.6, s.h * 0.58 - high
        body: Outline = [(x - wide * 0.2, foot), (x, top), (x + wide, top), (x + wide * 1.2, foot)]
        cuts += [Cut("paper", grown(body, 0.8 * s.unit)), Cut("key", body)]
        cuts.append(Cut("red", slab(_box(x, top + high * 0.1, wide, 1.8 * s.unit), s.chance, 0, 9)))
        x += s.chance.between(24, 44) * s.unit
    return cuts


def _gables(s: _Sheet) -> list[Cut]:
    """A terrace: roofs side by side, with lit windows."""
    cuts: list[Cut] = []
    x = -4 * s.unit
    while x < s.w + 4 * s.unit:
        wide, high = s.chance.between(15, 21) * s.unit, s.chance.between(14, 20) * s.unit
        top, foot = s.h * 0.62 - high, s.h * 0.64
        house: Outline = [(x, foot), (x, top), (x + wide / 2, top - 8 * s.unit)]
        house += [(x + wide, top), (x + wide, foot)]
        cuts.append(Cut("paper", grown(house, 0.9 * s.unit)))
        cuts.append(Cut("key", wavering(house, s.chance, 0.2 * s.unit, 5 * s.unit)))
        for share in (0.24, 0.6):
            pane = _box(x + wide * share, top + 3 * s.unit, 3 * s.unit, 4 * s.unit)
            cuts.append(Cut("gold", slab(pane, s.chance, 0.2 * s.unit, 4)))
        x += wide
    return cuts


def _saw_teeth(s: _Sheet) -> list[Cut]:
    """The roof of a mill or a shed, glass to one side."""
    cuts: list[Cut] = []
    tooth, x, top = 17 * s.unit, -5 * s.unit, s.h * 0.44
    while x < s.w + tooth:
        edge: Outline = [(x, s.h * 0.6), (x, top), (x + tooth, top + 11 * s.unit)]
        edge.append((x + tooth, s.h * 0.6))
        cuts.append(Cut("paper", grown(edge, 0.9 * s.unit)))
        cuts.append(Cut("key", wavering(edge, s.chance, 0.2 * s.unit, 6 * s.unit)))
        for n in range(4):
            start = (x + (2 + n * 3.4) * s.unit, top + (4.2 + n * 2.2) * s.unit)
            length = (9 - n) * s.unit
            cuts.append(Cut("teal", gouge(*start, math.pi / 2, length, 1.3 * s.unit)))
        x += tooth
    return cuts + _wall(s, 0.6)


_SKYLINES: tuple[Callable[[_Sheet], list[Cut]], ...] = (_stacks, _gables, _saw_teeth)


def _wall(s: _Sheet, top: float) -> list[Cut]:
    wall = _box(-2, s.h * top, s.w + 4, s.h * (0.72 - top))
    cuts = [Cut("key", slab(wall, s.chance, 0.4 * s.unit, 8 * s.unit))]
    for _ in range(round(s.w / s.unit / 4)):
        x = s.chance.between(0, s.w)
        y = s.h * s.chance.between(top + 0.015, top + 0.06)
        cuts.append(Cut("paper", gouge(x, y, 0, s.chance.between(2, 5) * s.unit, 0.6 * s.unit)))
    return cuts


def _box(x: float, y: float, w: float, h: float) -> Rect:
    return Rect(round(x), round(y), round(w), round(h))


def _outline(rect: Rect) -> Outline:
    return [
        (rect.x, rect.y),
        (rect.right, rect.y),
        (rect.right, rect.bottom),
        (rect.x, rect.bottom),
    ]


# The crowd.


def _row(s: _Sheet, at: float, size: float, hands: float, cloth: Ink) -> list[Cut]:
    """A row of people across the sheet, their heads at a height; a share of them has a hand up."""
    r = size * s.unit
    cuts: list[Cut] = []
    x = -r * s.chance.between(0.2, 1.2)
    while x < s.w + r:
        y = s.h * at + s.chance.between(-0.5, 0.5) * r
        if s.chance.unit() < hands:
            cuts += _raised(s, x + 1.7 * r, y + 0.4 * r, r * 1.15)
        cuts += _figure(s, x, y, r, cloth)
        x += r * s.chance.between(2.3, 3.2)
    return cuts


def _near(s: _Sheet) -> list[Cut]:
    """Those who stand nearest, and the black at the foot of the sheet."""
    r = 11 * s.unit
    cuts: list[Cut] = []
    count = max(2, round(s.w / (r * 3.7)))
    apart = s.w / count
    up = s.chance.whole(0, count - 1)
    for n in range(count):
        x = (n + 0.5 + s.chance.between(-0.12, 0.12)) * apart
        y = s.h - r * s.chance.between(1.5, 2.1)
        if n == up or s.chance.unit() < 0.3:
            cuts += _raised(s, x + 1.8 * r, y - 0.5 * r, r)
        cuts += _figure(s, x, y, r * s.chance.between(0.92, 1.06), ("teal", "red", "brown")[n % 3])
    return cuts


def _figure(s: _Sheet, x: float, y: float, r: float, cloth: Ink) -> list[Cut]:
    """Somebody from behind, lit round the edge: head at (x, y) with the radius `r`, shoulders."""
    half: list[Point] = [(0.42, 0.7), (0.5, 1.0), (1.35, 1.35), (1.95, 2.0), (2.15, 4.6)]
    right = [(x + px * r, y + py * r) for px, py in half]
    left = [(x - px * r, y + py * r) for px, py in reversed(half)]
    shoulders = [*right, *left]
    head = blob(x, y, r * 0.8, r, s.chance, 0.03)
    rim = 0.16 * r + 0.3 * s.unit
    cuts = [Cut("paper", grown(shoulders, rim)), Cut("paper", grown(head, rim))]
    cuts += [Cut("key", wavering(shoulders, s.chance, 0.04 * r, r)), Cut("key", head)]
    for n in range(4):
        # Cuts that follow the shoulder, away from the neck.
        for side in (1, -1):
            start = (x + side * (0.5 + n * 0.34) * r, y + (1.62 + n * 0.3) * r)
            angle = (0.75 if side > 0 else math.pi - 0.75) + s.chance.between(-0.15, 0.15)
            long = r * s.chance.between(0.7, 1.2)
            cuts.append(Cut(cloth, gouge(*start, angle, long, 0.3 * r)))
    return cuts + _HATS[s.chance.whole(0, len(_HATS) - 1)](s, x, y, r)


_SKINS: tuple[tuple[Ink, Ink], ...] = (("paper", "sand"), ("sand", "brown"), ("brown", "sand"))
"""What a hand is printed in, and the lines cut in it."""


def _raised(s: _Sheet, x: float, y: float, r: float) -> list[Cut]:
    """A hand held up beside a head, and the sleeve it comes out of."""
    skin, line = _SKINS[s.chance.whole(0, len(_SKINS) - 1)]
    side, top = 2.3 * r, y - 2.6 * r
    left = x - side * 0.5
    hand = [[(left + px * side, top + py * side) for px, py in part] for part in OPEN]
    wrist = top + side * 0.92
    sleeve: Outline = [(x - 0.5 * r, wrist), (x + 0.42 * r, wrist), (x + 0.7 * r, wrist + 3.4 * r)]
    sleeve.append((x - 0.9 * r, wrist + 3.4 * r))
    rim = 0.1 * r + 0.25 * s.unit
    cuts = [Cut("key", grown(part, rim)) for part in hand]
    cuts += [Cut(skin, part) for part in hand]
    for n in range(3):
        start = (left + side * (0.38 + n * 0.1), top + side * (0.56 + n * 0.05))
        cuts.append(Cut(line, gouge(*start, 1.2 + n * 0.2, 0.34 * r, 0.14 * r)))
    cuts += [Cut("paper", grown(sleeve, rim)), Cut("key", sleeve)]
    for n in range(3):
        start = (x - 0.3 * r + n * 0.25 * r, wrist + (0.5 + n * 0.3) * r)
        cuts.append(Cut("teal", gouge(*start, math.pi / 2, 1.3 * r, 0.2 * r)))
    return cuts


def _bare(s: _Sheet, x: float, y: float, r: float) -> list[Cut]:
    """Hair, cut along its fall."""
    cuts = []
    for n in range(5):
        turn = -0.5 + n * 0.25
        start = (x + math.sin(turn) * r * 0.75, y - math.cos(turn) * r * 0.72)
        angle = math.pi / 2 + turn * -0.7
        cuts.append(Cut("sand", gouge(*start, angle, r * s.chance.between(0.6, 0.95), 0.13 * r)))
    return cuts


def _cap(s: _Sheet, x: float, y: float, r: float) -> list[Cut]:
    """A flat cap, wider than the head."""
    crown = blob(x, y - 0.55 * r, r * 1.08, r * 0.52, s.chance, 0.03)
    cuts = [Cut("paper", grown(crown, 0.13 * r)), Cut("key", crown)]
    for n in range(4):
        start = (x + (-0.75 + n * 0.4) * r, y - 0.62 * r)
        cuts.append(Cut("brown", gouge(*start, -0.1 + n * 0.08, 0.4 * r, 0.14 * r)))
    return cuts


def _brim(s: _Sheet, x: float, y: float, r: float) -> list[Cut]:
    """A hat with a brim and a band."""
    crown: Outline = [(x - 0.72 * r, y - 0.4 * r), (x - 0.62 * r, y - 1.25 * r)]
    crown += [
        (x - 0.1 * r, y - 1.12 * r),
        (x + 0.62 * r, y - 1.25 * r),
        (x + 0.72 * r, y - 0.4 * r),
    ]
    edge = blob(x, y - 0.36 * r, r * 1.35, r * 0.24, s.chance, 0.02)
    band = _box(x - 0.7 * r, y - 0.68 * r, 1.4 * r, 0.2 * r)
    cuts = [Cut("paper", grown(crown, 0.13 * r)), Cut("paper", grown(edge, 0.12 * r))]
    cuts += [Cut("key", crown), Cut("key", edge)]
    return [*cuts, Cut("red", slab(band, s.chance, 0.02 * r, r))]


def _scarf(s: _Sheet, x: float, y: float, r: float) -> list[Cut]:
    """A headscarf, knotted behind."""
    cloth = blob(x, y - 0.08 * r, r * 0.86, r * 1.02, s.chance, 0.02)
    tail: Outline = [(x - 0.2 * r, y + 0.5 * r), (x + 0.2 * r, y + 0.5 * r)]
    tail += [(x + 0.62 * r, y + 1.75 * r), (x, y + 1.2 * r), (x - 0.62 * r, y + 1.75 * r)]
    cuts = [Cut("red", cloth), Cut("key", grown(tail, 0.12 * r)), Cut("red", tail)]
    for n in range(5):
        turn = -0.7 + n * 0.35
        start = (x + math.sin(turn) * r * 0.7, y - math.cos(turn) * r * 0.7)
        cuts.append(Cut("paper", gouge(*start, math.pi / 2 - turn * 0.8, 0.7 * r, 0.12 * r)))
    return cuts


_HATS: tuple[Callable[[_Sheet, float, float, float], list[Cut]], ...] = (_bare, _cap, _brim, _scarf)
