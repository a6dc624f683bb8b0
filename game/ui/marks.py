"""What each kind of shape is cut as: ballots, frames, ribbons, arrows."""

from __future__ import annotations

import math
from collections.abc import Callable

from game.ui.banners import banner, torn
from game.ui.blank import Blank
from game.ui.geometry import Rect
from game.ui.hands import hand_abstain, hand_down, hand_up, hand_waiting
from game.ui.inks import Ink
from game.ui.lino import Chance, Cut, Outline, gouge
from game.ui.page import ShapeKind
from game.ui.tracks import (
    plate,
    rail,
    rail_now,
    rail_point,
    stop,
    stop_end,
    stop_here,
    stop_vote,
    stub,
)


def cuts_of(kind: ShapeKind, w: int, h: int, unit: float, *, hot: bool, seed: int) -> list[Cut]:
    """The shapes that make up one mark in a box of its own, back to front."""
    return _DRAW[kind](Blank(w, h, unit, hot, Chance(seed + 1)))


def _framed(b: Blank, edge: Ink, ink: Ink, thick: float, by: float) -> list[Cut]:
    """A piece of paper with a cut border, heavier to the right and heaviest below."""
    thick *= b.unit
    right, below = thick * 1.25, thick * 1.55
    inner = Rect(round(thick), round(thick), round(b.w - thick - right), round(b.h - thick - below))
    return [b.slab(edge, b.whole.inset(round(by * b.unit)), by), b.slab(ink, inner, by)]


def _ballot(b: Blank) -> list[Cut]:
    return _framed(b, "key", "gold", 5, 1.3) if b.hot else _framed(b, "key", "paper", 3.4, 1.2)


def _locked(b: Blank) -> list[Cut]:
    return _framed(b, "grey", "paper", 1.5, 0.7)


def _frame(b: Blank) -> list[Cut]:
    return _framed(b, "key", "paper", 2.5, 0.9)


def _tag(b: Blank) -> list[Cut]:
    return _framed(b, "red", "block", 3, 1.0)


def _chip(b: Blank) -> list[Cut]:
    return [b.slab("block", b.whole.inset(1))]


def _chip_rim(b: Blank) -> list[Cut]:
    """Paper round a chip that stands on a print."""
    return [b.slab("cut", b.whole.inset(1), 0.6)]


def _button(b: Blank) -> list[Cut]:
    return [b.slab("gold", b.whole.inset(1))] if b.hot else []


def _digit(b: Blank) -> list[Cut]:
    if not b.hot:
        return [b.slab("block", b.whole.inset(1))]
    # The number of the hot ballot points at its words, so that colour is not what tells it.
    tip = [(0.03, 0.03), (0.8, 0.03), (0.98, 0.5), (0.8, 0.97), (0.03, 0.97)]
    return [b.outline("block", b.at(tip))]


def _arrow(b: Blank) -> list[Cut]:
    ink: Ink = "black" if b.hot else "key"
    return [b.outline(ink, b.at([(0.24, 0.2), (0.82, 0.5), (0.24, 0.8), (0.36, 0.5)]), 0.5)]


def _arrow_down(b: Blank) -> list[Cut]:
    ink: Ink = "black" if b.hot else "key"
    return [b.outline(ink, b.at([(0.2, 0.28), (0.5, 0.4), (0.8, 0.28), (0.5, 0.82)]), 0.5)]


def _ribbon(b: Blank) -> list[Cut]:
    """A band with two swallow tails that come out from behind it."""
    tail, h = b.h * 0.47, b.h
    cuts: list[Cut] = []
    for ink, left, top, notch, foot in (
        ("block", 0.0, 0.22, 0.45, 1.0),
        ("red", 0.34, 0.31, 0.66, 0.91),
    ):
        side = [(1.0, top), (left, top), (notch, 0.6), (left, foot), (1.0, foot)]
        points: Outline = [(x * tail, y * h) for x, y in side]
        shade: Ink = "red" if ink == "red" else "block"
        cuts.append(b.outline(shade, points))
        cuts.append(b.outline(shade, [(b.w - x, y) for x, y in points]))
    band = Rect(round(tail * 0.8), 0, round(b.w - tail * 1.6), round(h * 0.9))
    return [*cuts, b.slab("block", band, 0.9)]


def _taper(b: Blank, start: float, y: float, length: float, thick: float) -> list[Cut]:
    """Two cuts that start `start` pixels from the middle and run out to either side."""
    half = b.w / 2
    return [
        Cut("key", gouge(half - start, y, math.pi, length, thick)),
        Cut("key", gouge(half + start, y, 0, length, thick)),
    ]


def _rule(b: Blank) -> list[Cut]:
    return _taper(b, 4 * b.unit, b.h / 2, b.w / 2 - 8 * b.unit, b.h * 0.7)


def _underline(b: Blank) -> list[Cut]:
    return [b.slab("red", b.whole, 0.4)]


def _tailpiece(b: Blank) -> list[Cut]:
    """Tapered cuts and, between them, a lozenge."""
    half, middle, side = b.w / 2, b.h / 2, b.h * 0.42
    lozenge = [(-1, 0), (0, -1), (1, 0), (0, 1)]
    return [
        *_taper(b, side * 1.7, middle, half * 0.8, 5 * b.unit),
        *_taper(b, side * 1.7, middle + 6 * b.unit, half * 0.34, 3 * b.unit),
        b.outline("key", [(half + x * side, middle + y * side) for x, y in lozenge]),
        b.outline("red", [(half + x * side / 2, middle + y * side / 2) for x, y in lozenge], 0.4),
    ]


def _bar(b: Blank) -> list[Cut]:
    top = 3 * b.unit
    return [b.outline("block", [(-9, top), (b.w + 9, top), (b.w + 9, b.h + 9), (-9, b.h + 9)], 1.4)]


def _cell(b: Blank) -> list[Cut]:
    return _framed(b, "key", "paper", 1.5, 0.6)


def _cell_set(b: Blank) -> list[Cut]:
    return [b.slab("key", b.whole.inset(1))]


def _tick(b: Blank) -> list[Cut]:
    """A tick as high as it is wide, in the middle of what may be a taller cell."""
    points = [(0.1, 0.52), (0.24, 0.4), (0.42, 0.6), (0.8, 0.12), (0.92, 0.24), (0.44, 0.88)]
    top = (b.h - b.w) / 2
    return [b.outline("paper", [(x * b.w, top + y * b.w) for x, y in points], 0.4)]


def _pointer(b: Blank) -> list[Cut]:
    """What the name of a setting with the focus stands on: gold that points at its values."""
    if not b.hot:
        return []
    tip, thick = b.h * 0.42, 2.6 * b.unit
    edge = [(0, 0), (b.w - tip, 0), (b.w, b.h / 2), (b.w - tip, b.h), (0, b.h)]
    right, low = b.w - tip - thick * 0.4, b.h - thick
    inner = [(thick, thick), (right, thick), (b.w - thick * 1.6, b.h / 2)]
    return [b.outline("key", edge), b.outline("gold", [*inner, (right, low), (thick, low)])]


def _cross(b: Blank) -> list[Cut]:
    """Two strokes of the knife, from corner to corner."""
    thick = 0.11
    cuts = []
    for x0, x1 in ((0.18, 0.82), (0.82, 0.18)):
        side = thick if x1 > x0 else -thick
        stroke = [(x0 + side, 0.18 - thick / 2), (x1 + side / 2, 0.82 - thick)]
        stroke += [(x1 - side, 0.82 + thick / 2), (x0 - side / 2, 0.18 + thick)]
        cuts.append(b.outline("key", b.at(stroke), 0.4))
    return cuts


def _padlock(b: Blank) -> list[Cut]:
    body = Rect(round(b.w * 0.2), round(b.h * 0.44), round(b.w * 0.6), round(b.h * 0.42))
    middle = b.w * 0.5
    return [
        b.round("grey", middle, b.h * 0.42, b.w * 0.24, b.h * 0.27),
        b.round("paper", middle, b.h * 0.42, b.w * 0.14, b.h * 0.17),
        b.slab("grey", body, 0.6),
        b.round("paper", middle, b.h * 0.62, b.w * 0.06, b.h * 0.08),
    ]


_DRAW: dict[ShapeKind, Callable[[Blank], list[Cut]]] = {
    "ballot": _ballot,
    "locked": _locked,
    "box": _locked,
    "frame": _frame,
    "chip": _chip,
    "ribbon": _ribbon,
    "tag": _tag,
    "rule": _rule,
    "underline": _underline,
    "tailpiece": _tailpiece,
    "bar": _bar,
    "button": _button,
    "digit": _digit,
    "arrow": _arrow,
    "arrow_down": _arrow_down,
    "cell": _cell,
    "cell_set": _cell_set,
    "tick": _tick,
    "pointer": _pointer,
    "padlock": _padlock,
    "hand_up": hand_up,
    "hand_down": hand_down,
    "hand_abstain": hand_abstain,
    "hand_waiting": hand_waiting,
    "cross": _cross,
    "banner": banner,
    "chip_rim": _chip_rim,
    "torn": torn,
    "rail": rail,
    "rail_now": rail_now,
    "rail_point": rail_point,
    "stub": stub,
    "stop": stop,
    "stop_here": stop_here,
    "stop_vote": stop_vote,
    "stop_end": stop_end,
    "plate": plate,
}
