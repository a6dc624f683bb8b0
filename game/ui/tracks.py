"""The marks of a route map: rails, stops, and where a way goes on that was not taken."""

from __future__ import annotations

from game.ui.blank import Blank
from game.ui.geometry import Rect
from game.ui.inks import Ink
from game.ui.lino import Cut


def rail(b: Blank) -> list[Cut]:
    """A stretch of rail, upright or lying."""
    return [b.slab("key", b.whole, 0.5)]


def rail_now(b: Blank) -> list[Cut]:
    """A stretch of the way that is gone now: broader, and red within."""
    edge = max(1, round(2.2 * b.unit))
    upright = b.h > b.w
    inner = b.whole.inset(edge, 0) if upright else b.whole.inset(0, edge)
    return [b.slab("key", b.whole, 0.5), b.slab("red", inner, 0.4)]


def rail_point(b: Blank) -> list[Cut]:
    """The point at which a rail comes in to a stop."""
    return [b.outline("key", b.at([(0, 0), (1, 0.5), (0, 1)]), 0.3)]


def stub(b: Blank) -> list[Cut]:
    """A way that nobody has gone: it breaks off."""
    thick = max(2, round(b.h * 0.34))
    y = (b.h - thick) // 2
    cuts = []
    for start, end in ((0.0, 0.42), (0.54, 0.8), (0.9, 1.0)):
        x, right = round(b.w * start), round(b.w * end)
        cuts.append(b.slab("key", Rect(x, y, max(2, right - x), thick), 0.4))
    return cuts


def _ring(b: Blank, ink: Ink, thick: float) -> list[Cut]:
    radius = min(b.w, b.h) / 2 - 0.5
    inner = radius - thick * b.unit
    return [
        b.round("key", b.w / 2, b.h / 2, radius, radius),
        b.round(ink, b.w / 2, b.h / 2, inner, inner),
    ]


def stop(b: Blank) -> list[Cut]:
    """Where one has chosen: a ring with room for a number."""
    return _ring(b, "gold" if b.hot else "paper", 3.2)


def stop_here(b: Blank) -> list[Cut]:
    """Where one is: a ring round a ring, gold."""
    radius = min(b.w, b.h) / 2 - 0.5
    red = radius - 2.2 * b.unit
    gold = radius - 6.4 * b.unit
    return [
        b.round("key", b.w / 2, b.h / 2, radius, radius),
        b.round("red", b.w / 2, b.h / 2, red, red),
        b.round("gold", b.w / 2, b.h / 2, gold, gold),
    ]


def stop_vote(b: Blank) -> list[Cut]:
    """A meeting: eight corners, as round a table."""
    near, far = 0.3, 0.7
    points = [(near, 0), (far, 0), (1, near), (1, far), (far, 1), (near, 1), (0, far), (0, near)]
    inner = [(0.5 + (x - 0.5) * 0.8, 0.5 + (y - 0.5) * 0.8) for x, y in points]
    ink: Ink = "gold" if b.hot else "paper"
    return [b.outline("key", b.at(points)), b.outline(ink, b.at(inner), 0.4)]


def stop_end(b: Blank) -> list[Cut]:
    """An ending: the end of the line, a square block in a thin frame."""
    thin = max(1, round(2.2 * b.unit))
    ink: Ink = "gold" if b.hot else "paper"
    return [
        b.slab("key", b.whole.inset(1), 0.7),
        b.slab(ink, b.whole.inset(1 + thin), 0.5),
        b.slab("key", b.whole.inset(2 + 2 * thin), 0.5),
        b.slab(ink, b.whole.inset(2 + 3 * thin), 0.4),
    ]


def plate(b: Blank) -> list[Cut]:
    """What the words of a stop stand on while it has the focus."""
    if not b.hot:
        return []
    edge = max(1, round(2.6 * b.unit))
    return [b.slab("key", b.whole.inset(1), 0.8), b.slab("gold", b.whole.inset(1 + edge), 0.6)]
