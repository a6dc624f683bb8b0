"""What hangs on the wall of the shelf: a banner with its fringe, and a poster that was torn off."""

from __future__ import annotations

from game.ui.blank import Blank
from game.ui.geometry import Rect
from game.ui.lino import Cut, Outline

CORDS, POLE, EDGE, FRINGE = 12, 6, 8, 9
"""The parts of a banner in units: cords and pole above the cloth, its edge, its fringe."""


def banner(b: Blank) -> list[Cut]:
    """Cloth on a pole that hangs from two cords, black with a red edge and a gold fringe."""
    u, chance = b.unit, b.chance
    top, foot = (CORDS + POLE) * u, b.h - FRINGE * u
    left, right = 6 * u, b.w - 6 * u
    cuts = [
        b.outline("black", [(x - u, 0), (x + u, 0), (x + u, top), (x - u, top)], 0.3)
        for x in (b.w * 0.1, b.w * 0.9)
    ]
    step = 5.2 * u
    for n in range(max(1, round((right - left) / step))):
        x = left + n * (right - left) / max(1, round((right - left) / step))
        tip = foot + (FRINGE - 1) * u * chance.between(0.7, 1)
        cuts.append(
            Cut("black", [(x - u, foot - u), (x + step, foot - u), (x + step / 2, tip + u)])
        )
        cuts.append(Cut("gold", [(x, foot - u), (x + step - u, foot - u), (x + step / 2, tip - u)]))
    cloth = Rect(round(left), round(top), round(right - left), round(foot - top))
    cuts += [b.slab("black", cloth, 1.0), b.slab("red", cloth.inset(round(2 * u)), 0.8)]
    cuts.append(b.slab("block", cloth.inset(round(EDGE * u * 0.7)), 0.8))
    pole = Rect(round(3 * u), round(CORDS * u), round(b.w - 6 * u), max(2, round(POLE * u)))
    cuts += [
        b.slab("black", pole.inset(0, -round(u)), 0.5),
        b.slab("gold", pole.inset(round(u)), 0.4),
    ]
    for x in (4.5 * u, b.w - 4.5 * u):
        middle = (CORDS + POLE / 2) * u
        cuts += [
            b.round("black", x, middle, 4.5 * u, 5.5 * u),
            b.round("gold", x, middle, 3 * u, 4 * u),
        ]
    return cuts


def torn(b: Blank) -> list[Cut]:
    """What is left of a poster: bare paper, torn across, with the corners still pasted."""
    u, chance = b.unit, b.chance
    line: Outline = []
    x, y = float(b.w), b.h * 0.62
    while x > 0:
        line.append((x, y))
        x -= chance.between(7, 17) * u
        y += chance.between(-9, 11) * u
        y = min(b.h * 0.86, max(b.h * 0.46, y))
    line.append((0.0, y))
    above: Outline = [(0, 0), (b.w, 0), *line]
    rim = 3 * u
    inner: Outline = [(rim, rim), (b.w - rim, rim)]
    inner += [(min(b.w - rim, max(rim, px)), py - 2 * rim) for px, py in line]
    cuts = [Cut("grey", above), Cut("paper", inner)]
    for side in (-1, 1):
        # The lower corners are still on the wall.
        at = 0.0 if side < 0 else float(b.w)
        far = at - side * b.w * chance.between(0.16, 0.26)
        high = b.h - b.h * chance.between(0.16, 0.22)
        cuts.append(b.outline("grey", [(at, b.h), (far, b.h), (at, high)], 1.2))
        middle = ((at * 2 + far) / 3, (b.h * 2 + high) / 3)
        small = [
            (px + (middle[0] - px) * 0.3, py + (middle[1] - py) * 0.3)
            for px, py in ((at, b.h), (far, b.h), (at, high))
        ]
        cuts.append(b.outline("paper", small, 0.8))
    return cuts
