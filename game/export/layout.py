"""Where the boxes of a graph stand when it is drawn from top to bottom in bands.

The method is Sugiyama's (Gansner, Koutsofios, North and Vo, "A Technique for Drawing
Directed Graphs", 1993), with two changes that suit stories. Each band (a scene) has layers of its
own, so that a scene is one stretch of the picture. And what leads to the same box over several
layers shares one trunk: a story parts and meets again, and ten ways into a hub are one line there.

Nothing here depends on chance or on the order of a set: the same graph gives the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from game.export.columns import columns
from game.export.order import ordered

GAP = 14.0
"""Between two boxes of a layer."""

ROW = 34.0
"""Between two layers: room for the lines to turn."""

PAD = 26.0
"""Inside a band, above its first layer and below its last."""

_THIN = 10.0
"""The width that a line takes where it passes a layer."""


class Box(NamedTuple):
    """Something to be placed: its name, its band and its size."""

    name: str
    band: str
    width: float
    height: float


class Line(NamedTuple):
    """A line from one box to another."""

    tail: str
    head: str


class Spot(NamedTuple):
    """Where a box stands: its centre's x, and its top."""

    x: float
    top: float


class Route(NamedTuple):
    """The points a line goes through, from its tail to its head; `back` if it leads upwards.

    Points come in pairs: leaving a box or a layer, reaching the next.
    """

    points: tuple[tuple[float, float], ...]
    back: bool


class Placed(NamedTuple):
    """The whole picture. `bands` has each band's top and bottom."""

    spots: dict[str, Spot]
    routes: dict[Line, Route]
    bands: dict[str, tuple[float, float]]
    width: float
    height: float


def place(boxes: Sequence[Box], lines: Iterable[Line], bands: Sequence[str]) -> Placed:
    """Place `boxes` in `bands`, in the order given, and route `lines` between them."""
    by_name = {box.name: box for box in boxes}
    kept = list(dict.fromkeys(line for line in lines if line.tail != line.head))
    layer, rows = _layers(boxes, kept, bands)
    chains, below = _chains(kept, layer)
    names: list[list[str]] = [[] for _ in range(sum(rows.values()))]
    for box in boxes:
        names[layer[box.name]].append(box.name)
    for name in below:
        if name not in by_name:
            names[layer[name]].append(name)
    order = ordered(names, below)
    width = {n: by_name[n].width if n in by_name else _THIN for row in order for n in row}
    x = columns(order, below, width, GAP, thin={n for n in width if n not in by_name})
    top, band_at, height = _rows(order, by_name, bands, rows)
    spots = {box.name: Spot(x[box.name], top[layer[box.name]]) for box in boxes}
    tall = [max((by_name[n].height for n in row if n in by_name), default=0.0) for row in order]
    routes = {
        line: _route(line, chain, by_name, spots, (x, layer, top, tall))
        for line, chain in chains.items()
    }
    right = max((spot.x + by_name[name].width / 2 for name, spot in spots.items()), default=0.0)
    right = max([right, *(px + _THIN for r in routes.values() for px, _ in r.points)])
    return Placed(spots, routes, band_at, right, height)


def _layers(
    boxes: Sequence[Box], lines: Sequence[Line], bands: Sequence[str]
) -> tuple[dict[str, int], dict[str, int]]:
    """The layer of each box, counted through all bands; how many layers each band has."""
    band_of = {box.name: box.band for box in boxes}
    layer: dict[str, int] = {}
    rows: dict[str, int] = {}
    start = 0
    for band in bands:
        members = [box.name for box in boxes if box.band == band]
        inside: dict[str, list[str]] = {name: [] for name in members}
        for line in lines:
            if band_of[line.tail] == band_of[line.head] == band:
                inside[line.tail].append(line.head)
        depth = _depths(members, inside)
        rows[band] = max(depth.values(), default=-1) + 1
        layer.update({name: start + depth[name] for name in members})
        start += rows[band]
    return layer, rows


def _depths(members: Sequence[str], inside: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Layers within one band: each box below all that lead to it, circles cut where they close."""
    order, forward = _acyclic(members, inside)
    depth = dict.fromkeys(members, 0)
    for name in order:
        for head in forward[name]:
            depth[head] = max(depth[head], depth[name] + 1)
    entered = {head for name in members for head in forward[name]}
    for name in reversed(order):  # what nothing here leads to stands just above what it leads to
        if name not in entered and forward[name]:
            depth[name] = min(depth[head] for head in forward[name]) - 1
    return depth


def _acyclic(
    members: Sequence[str], inside: Mapping[str, Sequence[str]]
) -> tuple[list[str], dict[str, list[str]]]:
    """The members, each before those it leads to, and the lines without those that close a circle.

    Depth first with a stack of our own: a scene may be deeper than Python's.
    """
    forward: dict[str, list[str]] = {name: [] for name in members}
    done: list[str] = []
    state: dict[str, int] = {}
    entered = {head for name in members for head in inside[name]}
    for root in [*(n for n in members if n not in entered), *members]:
        if root in state:
            continue
        state[root] = 1
        stack = [(root, iter(inside[root]))]
        while stack:
            name, heads = stack[-1]
            for head in heads:
                if state.get(head) == 1:
                    continue  # leads back
                forward[name].append(head)
                if head not in state:
                    state[head] = 1
                    stack.append((head, iter(inside[head])))
                    break
            else:
                state[name] = 2
                done.append(name)
                stack.pop()
    return done[::-1], forward


def _chains(
    lines: Sequence[Line], layer: dict[str, int]
) -> tuple[dict[Line, list[str]], dict[str, list[str]]]:
    """For each line what it goes through, the upper end first; what each hangs on below.

    Adds to `layer` the places where lines pass.
    """
    chains: dict[Line, list[str]] = {}
    below: dict[str, list[str]] = {}
    for line in lines:
        back = layer[line.tail] > layer[line.head]
        upper, lower = (line.head, line.tail) if back else (line.tail, line.head)
        passes = []
        for at in range(layer[upper] + 1, layer[lower]):
            # Lines to one head share the way; the mark keeps them apart from any box's name.
            name = f"\0{'back' if back else 'on'} {line.head} {at}"
            layer[name] = at
            passes.append(name)
        chain = [upper, *passes, lower]
        chains[line] = chain
        for one, other in pairwise(chain):
            those = below.setdefault(one, [])
            if other not in those:
                those.append(other)
            below.setdefault(other, [])
    return chains, below


def _rows(
    order: Sequence[Sequence[str]],
    by_name: Mapping[str, Box],
    bands: Sequence[str],
    rows: Mapping[str, int],
) -> tuple[list[float], dict[str, tuple[float, float]], float]:
    """The top of each layer, the top and bottom of each band, and the whole height."""
    top: list[float] = []
    band_at: dict[str, tuple[float, float]] = {}
    y = 0.0
    for band in bands:
        start = y
        y += PAD
        for _ in range(rows[band]):
            tall = max((by_name[n].height for n in order[len(top)] if n in by_name), default=0.0)
            top.append(y)
            y += tall + ROW
        y += PAD - (ROW if rows[band] else 0)
        band_at[band] = (start, y)
    return top, band_at, y


_Grid = tuple[Mapping[str, float], Mapping[str, int], Sequence[float], Sequence[float]]


def _route(
    line: Line,
    chain: Sequence[str],
    by_name: Mapping[str, Box],
    spots: Mapping[str, Spot],
    grid: _Grid,
) -> Route:
    x, layer, top, tall = grid
    upper, lower = chain[0], chain[-1]
    back = upper != line.tail
    # A line that leads back keeps to the right of those that come down.
    aside = 0.32 if back else 0.0
    toward = x[chain[1]] - spots[upper].x
    reach = max(0.0, by_name[upper].width / 2 - 24)
    leave = by_name[upper].width * aside if back else max(-reach, min(reach, toward * 0.35))
    points = [(spots[upper].x + leave, spots[upper].top + by_name[upper].height)]
    for name in chain[1:-1]:
        at = layer[name]
        points += [(x[name], top[at]), (x[name], top[at] + tall[at])]
    points.append((spots[lower].x + by_name[lower].width * aside, spots[lower].top))
    return Route(tuple(points[::-1] if back else points), back)
