"""The fronts of tops: collars, lapels, buttons, ties and seams, as marks on the cloth.

Each function gives inks with masks, for a `Material`'s `paint` (beneath the shade) or `over` it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from build.art.people.mesh import Array
from build.art.people.wardrobe.geometry import along_arm, is_arm, lumps
from build.art.people.wardrobe.kinds import Wearer

Marks = list[tuple[str, Array]]
Painter = Callable[[Any, Array], Marks]


class _At(NamedTuple):
    """Where the pixels are: un-posed, `a` being the distance from the middle."""

    x: Array
    a: Array
    y: Array
    z: Array
    arm: Array

    @property
    def front(self) -> Array:
        """True on the front of the trunk."""
        found: Array = (self.z > 0.25) & ~self.arm
        return found


def _at(g: Any) -> _At:
    x, y, z = g.r[..., 0], g.r[..., 1], g.r[..., 2]
    return _At(x, np.abs(x), y, z, is_arm(g.r))


def _line(d: Array, width: Any) -> Array:
    found: Array = np.abs(d) < width
    return found


def _tie(at: _At, low: float) -> Array:
    """A tie from its knot down."""
    wide = np.interp(at.y, [low, 4.9, 5.2, 5.35, 5.6], [0.20, 0.14, 0.085, 0.165, 0.12])
    found: Array = (at.a < wide) & (at.y < 5.5)
    return found


def _throat(at: _At) -> Array:
    """What an open collar leaves bare."""
    found: Array = at.front & (at.y > 4.86) & (at.y < 6.1) & (at.a < (at.y - 4.86) * 0.42)
    return found


def _collar_edge(at: _At, width: float) -> Array:
    """The edges of the two points of an open collar, and where they end."""
    inner = (at.y - 4.86) * 0.42
    tip = 5.02 + (at.a - inner) * 0.62
    within = at.front & (at.y > 4.84) & (at.y < 5.75)
    edge = _line(at.a - inner, width * 1.3)
    point = _line(at.y - tip, width) & (at.a > inner) & (at.a < inner + 0.36)
    outer = _line(at.a - inner - 0.36, width) & (at.y > tip)
    found: Array = within & (edge | point | outer)
    return found


def _closed_collar(at: _At, width: float) -> Array:
    """The two points of a collar that a tie closes."""
    inner = _line(at.a - 0.10 - (5.52 - at.y) * 0.55, width) & (at.y < 5.6)
    under = _line(at.y - 5.0 - (at.a - 0.38) * 0.9, width) & (at.a > 0.38)
    found: Array = at.front & (inner | under) & (at.a < 0.95) & (at.y > 4.99) & (at.y < 5.75)
    return found


def _placket(at: _At, low: float, high: float, width: float) -> Array:
    """The edge a shirt is buttoned at, and the buttons."""
    edge = _line(at.x - 0.09, width) & (at.y < high)
    marks = edge
    for y in np.arange(high - 0.35, low, -0.8):
        marks = marks | (np.hypot(at.x, at.y - y) < 0.045)
    found: Array = at.front & marks & (at.y > low)
    return found


def _bare(person: Wearer, t: Array, throat: Array) -> Marks:
    """Skin at the throat, with its shade and the hollow between the collar bones."""
    skin = person.o["skin"]
    return [(skin[0], throat), (skin[1], throat & (t < 0.66))]


# -- coats, jackets, cardigans: open in front over a shirt

_OPEN = {"jacket": 2.7, "coat": 2.9, "donkey": 3.9, "overalls": 4.2, "cardigan": 3.0}
"""How low they are open."""
_BUTTONS = {
    "jacket": (2.35, 1.35),
    "coat": (2.4, 1.2, 0, -1.2),
    "donkey": (3.4, 2.4, 1.4, 0.4),
    "overalls": (3.4, 2.4, 1.4),
    "cardigan": (2.4, 1.6, 0.8),
}


def _vee(at: _At, low: float) -> tuple[Array, Array]:
    """Where a coat may be open, and half as wide as it is there."""
    where = at.front & (at.y > low) & (at.y < 6.2)
    return where, (at.y - low) * 0.27


def coat_paint(person: Wearer) -> Painter:
    """What an open coat shows: a shirt, with a tie or an open collar."""
    o, low = person.o, _OPEN[person.o["top"]]
    shirt, shade = o["shirt_ink"]

    def paint(g: Any, t: Array) -> Marks:
        at = _at(g)
        where, half = _vee(at, low)
        vee = where & (at.a < half)
        marks: Marks = [(shirt, vee)]
        if shade != shirt:
            marks.append((shade, vee & (t < 0.55)))
        if o["tie"]:
            marks.append((o["tie"], vee & _tie(at, low)))
        else:
            marks += _bare(person, t, _throat(at) & vee)
        return marks

    return paint


def coat_over(person: Wearer, *, big: bool) -> Painter:
    """Lapels, edges, buttons and pockets of a coat, and the shirt's front inside it."""
    top, low, w = person.o["top"], _OPEN[person.o["top"]], 0.022 if big else 0.035

    def over(g: Any, t: Array) -> Marks:
        at = _at(g)
        where, half = _vee(at, low)
        marks: Marks = []
        if not person.o["tie"]:
            inside = where & (at.a < half)
            marks.append(("key", inside & (_collar_edge(at, w) | _placket(at, low, 4.86, w))))
        marks += _EDGES[top](person, at, where, half, w, t)
        closed = at.front & (at.y < low) & (at.y > -3.5)
        marks.append(("key", closed & _line(at.x - 0.02, w)))
        marks += _buttons(person, at, closed)
        if top == "donkey":
            marks += _yoke(person, g, at, where & (at.a < half), t)
        pocket = at.front & (at.z > 0.3) & (np.abs(at.y - 0.15) < 0.04)
        marks.append(("key", pocket & (at.a > 0.8) & (at.a < 1.5)))
        return marks

    return over


def _lapels(person: Wearer, at: _At, where: Array, half: Array, w: float, t: Array) -> Marks:
    low = _OPEN[person.o["top"]]
    wide = np.interp(at.y, [low, low + 1.2, 4.75, 4.76, 5.5], [0, 0.42, 0.62, 0.42, 0.5])
    notch = (np.abs(at.y - 4.76) < w) & (at.a > half + 0.40) & (at.a < half + 0.64)
    edge = where & (_line(at.a - half - wide, w) | notch) & (at.a < 1.35)
    light = where & _line(at.a - half - wide + 0.035, w * 0.5) & (at.a < 1.3) & (t > 0.5)
    return [
        ("key", where & _line(at.a - half, w * 1.2)),
        ("key", edge),
        (_bright(person), light),
    ]


def _plain_edge(thick: float) -> Callable[..., Marks]:
    def edge(_p: Wearer, at: _At, where: Array, half: Array, w: float, _t: Array) -> Marks:
        return [("key", where & _line(at.a - half, w * thick))]

    return edge


_EDGES: dict[str, Callable[..., Marks]] = {
    "jacket": _lapels,
    "coat": _lapels,
    "donkey": _plain_edge(1.3),
    "cardigan": _plain_edge(1.6),
    "overalls": _plain_edge(1.6),
}


def _bright(person: Wearer) -> str:
    """The ink that shows on the cloth: its own, or sand where that is black."""
    ink: str = person.o["top_ink"][0]
    return ink if ink != "key" else "sand"


def _buttons(person: Wearer, at: _At, closed: Array) -> Marks:
    marks: Marks = []
    for y in _BUTTONS[person.o["top"]]:
        d = np.hypot(at.x - 0.16, at.y - y)
        marks += [("key", closed & (d < 0.075)), (_bright(person), closed & (d < 0.035))]
    return marks


def _yoke(person: Wearer, g: Any, at: _At, vee: Array, t: Array) -> Marks:
    """Leather across the shoulders of a donkey jacket."""
    edge = 4.40 - 0.12 * (at.z < 0.2)
    yoke = (at.y > edge) & ~vee & (along_arm(g.r) < 0.95)
    wave = (at.y + 0.25 * np.sin(at.a * 2)) * 44 + 2 * lumps(g.r, person.seed, 2.0)
    grain = np.sin(wave) > np.clip(2.5 - t * 2.0, 0.55, 1.5)
    ink = person.o["edge"] if person.o["edge"] != person.o["top_ink"][0] else "paper"
    seam = _line(at.y - 4.40, 0.03) & ~vee & (at.a < 2.2)
    return [("key", yoke & ~grain), (ink, yoke & grain), ("key", seam)]


# -- waistcoats


def _armhole(at: _At) -> Array:
    """How far out a waistcoat reaches: it narrows over the shoulder."""
    return np.asarray(1.40 + 0.16 * np.clip((3.6 - at.y) / 1.4, 0, 1) - 0.05 * (at.y - 5.2))


def _opening(at: _At) -> Array:
    return np.asarray((at.y - 3.3) * 0.24 + 0.02)


def waistcoat_paint(person: Wearer) -> Painter:
    """The waistcoat over its shirt."""
    cloth, shade = person.o["top_ink"]

    def paint(g: Any, t: Array) -> Marks:
        at = _at(g)
        vee = (at.z > 0.25) & (at.a < _opening(at))
        body = (at.a < _armhole(at)) & (at.y < 5.62)
        marks: Marks = [(cloth, body & ~vee), (shade, body & ~vee & (t < 0.70))]
        if person.o["tie"]:
            return [*marks, (person.o["tie"], vee & _tie(at, 3.3))]
        return [*marks, *_bare(person, t, _throat(at) & vee)]

    return paint


def waistcoat_over(person: Wearer) -> Painter:
    """Its edges, buttons and pockets, and the shade of its cloth."""

    def over(g: Any, t: Array) -> Marks:
        at, w = _at(g), 0.025
        vee = (at.z > 0.25) & (at.a < _opening(at))
        body = (at.a < _armhole(at)) & (at.y < 5.62)
        marks: Marks = [
            ("key", body & (at.z > 0.25) & _line(at.a - _opening(at), w * 1.3) & (at.y > 3.3)),
            ("key", body & (t < 0.36 + 0.1 * np.sin(at.y * 9)) & ~vee),
            ("key", (at.z > 0.25) & (at.y < 3.3) & (at.y > 0.5) & _line(at.x - 0.02, w)),
            ("key", _line(at.a - _armhole(at), w * 1.3) & (at.y > 2.4) & (at.y < 5.6)),
            ("key", at.arm & _line(along_arm(g.r) - 2.98, 0.03)),
        ]
        for y in (2.95, 2.4, 1.85, 1.3):
            marks.append(("key", (at.z > 0.25) & (np.hypot(at.x - 0.12, at.y - y) < 0.06)))
        pocket = at.front & (np.abs(at.y - 1.7 - 0.1 * at.a) < 0.05)
        marks.append(("key", pocket & (at.a > 0.55) & (at.a < 1.1)))
        if not person.o["tie"]:
            marks.append(("key", vee & (_collar_edge(at, w) | _placket(at, 3.3, 4.86, w))))
        return marks

    return over


# -- shirts, blouses, dresses


def shirt_paint(person: Wearer) -> Painter:
    """A shirt's open throat, or its tie, or braces."""
    tie, sleeve = person.o["tie"], person.o["pattern"] == "check"

    def paint(g: Any, t: Array) -> Marks:
        at = _at(g)
        marks: Marks = []
        if sleeve:
            squares = (np.abs(np.sin(at.x * 7)) < 0.09) | (np.abs(np.sin(at.y * 7)) < 0.09)
            marks.append(("key", ~at.arm & squares))
        if tie and tie != "braces":
            return [*marks, (tie, (at.z > 0.3) & _tie(at, 1.6) & (at.y > 1.7))]
        return [*marks, *_bare(person, t, _throat(at))]

    return paint


def shirt_over(person: Wearer) -> Painter:
    """Collar, placket, pocket and seams of a shirt, and braces."""
    tie = person.o["tie"]

    def over(g: Any, _t: Array) -> Marks:
        at, w = _at(g), 0.022
        marks: Marks = [("key", _line(at.a - 1.72, w) & (at.y > 4.2) & (at.y < 5.6))]
        if tie and tie != "braces":
            marks.append(("key", _closed_collar(at, w)))
        else:
            marks.append(("key", _placket(at, 1.4, 4.86, w) | _collar_edge(at, w)))
        pocket = at.front & (at.x > 0.42) & (at.x < 1.1) & (at.y > 3.2) & (at.y < 4.1)
        rim = _line(at.x - 0.44, w) | _line(at.x - 1.08, w) | _line(at.y - 3.22, w)
        marks.append(("key", pocket & (rim | _line(at.y - 3.98, w * 1.4))))
        if tie == "braces":
            strap = _line(at.a - 0.78 - 0.03 * (at.y - 3), 0.11)
            marks.append(("key", ~at.arm & strap & (at.y < 5.6)))
        return marks

    return over


def blouse_paint(person: Wearer) -> Painter:
    """A round collar of its own cloth, a little open at the throat."""

    def paint(g: Any, t: Array) -> Marks:
        at = _at(g)
        return _bare(person, t, _throat(at) & (at.y > 5.12) & (at.a < (at.y - 5.12) * 0.5))

    return paint


def blouse_over(_person: Wearer) -> Painter:
    """The collar's two rounds, the buttons and the gathers at the shoulders."""

    def over(g: Any, t: Array) -> Marks:
        at, w = _at(g), 0.022
        lobe = np.hypot(at.a - 0.44, (at.y - 5.42) * 0.86)
        round_ = at.front & _line(lobe - 0.42, w) & (at.y < 5.62)
        throat = at.front & _line(at.a - (at.y - 5.12) * 0.5, w) & (at.y > 5.12) & (at.y < 5.9)
        gather = at.front & (np.sin(at.x * 26 + at.y * 2) > 0.86) & (at.y > 4.5) & (at.y < 5.0)
        return [
            ("key", round_ | throat | _placket(at, 1.2, 5.1, w)),
            ("key", gather & (lobe > 0.5) & (t < 0.8)),
        ]

    return over


def neckline_over(_person: Wearer) -> Painter:
    """The band at the neck and sleeves of a singlet, a jumper or a T-shirt."""

    def over(_g: Any, _t: Array) -> Marks:
        at = _at(_g)
        band = 5.34 - 0.28 * np.clip(1 - (at.a / 0.8) ** 2, 0, 1)
        found = (
            at.front & (at.a < 0.95) & (_line(at.y - band, 0.02) | _line(at.y - band - 0.13, 0.02))
        )
        return [("key", found)]

    return over
