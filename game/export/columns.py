"""The x of every box, once the order of each layer stands.

Each layer in turn moves as near as it can to the boxes it hangs together with, in the sense of
least squares and without changing its order: isotonic regression by pooling adjacent violators
(Barlow and others, 1972). Lines passing through pull hardest, so that long lines are straight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

_ROUNDS = 160
"""A long line is straight only when its pull has run along all of it."""


def columns(
    order: Sequence[Sequence[str]],
    below: Mapping[str, Sequence[str]],
    width: Mapping[str, float],
    gap: float,
    *,
    thin: set[str],
) -> dict[str, float]:
    """The centre of each box, the leftmost edge at 0. `thin` are lines that pass a layer."""
    near: dict[str, list[tuple[str, float]]] = {name: [] for row in order for name in row}
    up: dict[str, list[tuple[str, float]]] = {name: [] for name in near}
    down: dict[str, list[tuple[str, float]]] = {name: [] for name in near}
    for name, those in below.items():
        for other in those:
            pull = (1.0, 1.5, 12.0)[(name in thin) + (other in thin)]
            down[name].append((other, pull))
            up[other].append((name, pull))
    for name in near:
        near[name] = up[name] + down[name]
    apart = [[(width[a] + width[b]) / 2 + gap for a, b in pairwise(row)] for row in order]
    x: dict[str, float] = {}
    for row, steps in zip(order, apart, strict=True):
        at = -(sum(steps)) / 2
        for name, step in zip(row, [*steps, 0.0], strict=True):
            x[name] = at
            at += step
    for turn in range(_ROUNDS):
        pulls = near if turn >= 8 else (up if turn % 2 == 0 else down)
        rows = range(len(order)) if turn % 2 == 0 else range(len(order) - 1, -1, -1)
        for at_row in rows:
            _settle(order[at_row], apart[at_row], pulls, x)
    _straighten(order, below, width, gap, x, thin)
    left = min((x[name] - width[name] / 2 for name in x), default=0.0)
    return {name: round(value - left, 1) for name, value in x.items()}


def _settle(
    row: Sequence[str],
    apart: Sequence[float],
    pulls: Mapping[str, Sequence[tuple[str, float]]],
    x: dict[str, float],
) -> None:
    """Move a layer as near to its wishes as its order and widths allow."""
    shift = 0.0
    blocks: list[tuple[float, float, int]] = []  # the place wished for, its weight, how many
    shifts = []
    for n, name in enumerate(row):
        weight = sum(pull for _, pull in pulls[name])
        wish = sum(x[other] * pull for other, pull in pulls[name]) / weight if weight else x[name]
        shifts.append(shift)
        wish, weight, count = wish - shift, weight or 0.05, 1
        while blocks and blocks[-1][0] > wish:
            before, its, many = blocks.pop()
            wish = (wish * weight + before * its) / (weight + its)
            weight, count = weight + its, count + many
        blocks.append((wish, weight, count))
        if n < len(apart):
            shift += apart[n]
    place = [wish for wish, _, count in blocks for _ in range(count)]
    for name, at, by in zip(row, place, shifts, strict=True):
        x[name] = at + by


def _straighten(
    order: Sequence[Sequence[str]],
    below: Mapping[str, Sequence[str]],
    width: Mapping[str, float],
    gap: float,
    x: dict[str, float],
    thin: set[str],
) -> None:
    """Put each stretch of a long line on one x, as far as what stands beside it leaves room."""

    def room(name: str) -> tuple[float, float]:
        row, n = where[name]
        low, high = float("-inf"), float("inf")
        if n:
            low = x[row[n - 1]] + (width[row[n - 1]] + width[name]) / 2 + gap
        if n + 1 < len(row):
            high = x[row[n + 1]] - (width[row[n + 1]] + width[name]) / 2 - gap
        return low, high

    where = {name: (row, n) for row in order for n, name in enumerate(row)}
    passed: set[str] = set()
    for name in (n for row in order for n in row if n in thin):
        if name in passed:
            continue
        run = [name]
        low, high = room(name)
        if low > high:  # rounding
            continue
        while True:
            ahead = [n for n in below.get(run[-1], ()) if n in thin]
            reach = room(ahead[0]) if len(ahead) == 1 else (high, low)
            if max(low, reach[0]) > min(high, reach[1]) or not ahead:
                break
            low, high = max(low, reach[0]), min(high, reach[1])
            run.append(ahead[0])
        passed.update(run)
        middle = sorted(x[n] for n in run)[len(run) // 2]
        for one in run:
            x[one] = max(low, min(high, middle))
