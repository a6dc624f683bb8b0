"""The order of the boxes in each layer, so that few lines cross.

Medians of neighbours, swept down and up, then swaps of neighbours: section 3 of Gansner,
Koutsofios, North and Vo (1993). The best order met is kept.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from itertools import pairwise

_SWEEPS = 24
_SWAPS_UP_TO = 1500
"""Boxes beyond which swapping neighbours takes too long to be worth it."""


def ordered(layers: Sequence[Sequence[str]], below: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The layers reordered. `below` has what each hangs on in the next layer."""
    above: dict[str, list[str]] = {name: [] for row in layers for name in row}
    for name, those in below.items():
        for other in those:
            above[other].append(name)
    now = _first(layers, below, above)
    swaps = sum(map(len, layers)) <= _SWAPS_UP_TO
    best, fewest = [list(row) for row in now], _crossings(now, below)
    for sweep in range(_SWEEPS):
        if not fewest:
            break
        down = sweep % 2 == 0
        rows = range(1, len(now)) if down else range(len(now) - 2, -1, -1)
        for at in rows:
            beside = now[at - 1 if down else at + 1]
            now[at] = _by_median(now[at], beside, above if down else below)
        if swaps:
            _swap(now, above, below)
        count = _crossings(now, below)
        if count < fewest:
            best, fewest = [list(row) for row in now], count
    return best


def _first(
    layers: Sequence[Sequence[str]],
    below: Mapping[str, Sequence[str]],
    above: Mapping[str, Sequence[str]],
) -> list[list[str]]:
    """A first order: as a reader meets the boxes who always goes on with the leftmost."""
    at = {name: n for n, row in enumerate(layers) for name in row}
    out: list[list[str]] = [[] for _ in layers]
    seen: set[str] = set()
    for root in [n for row in layers for n in row if not above[n]] + [n for r in layers for n in r]:
        stack = [root]
        while stack:
            name = stack.pop()
            if name in seen:
                continue
            seen.add(name)
            out[at[name]].append(name)
            stack += reversed(below.get(name, ()))
    return out


def _by_median(
    row: Sequence[str], beside: Sequence[str], near: Mapping[str, Sequence[str]]
) -> list[str]:
    place = {name: n for n, name in enumerate(beside)}
    wish: dict[str, float] = {}
    for n, name in enumerate(row):
        at = sorted(place[other] for other in near.get(name, ()) if other in place)
        middle = len(at) // 2
        if not at:
            # Nothing pulls it: it stays about where it stands.
            wish[name] = n / max(1, len(row)) * len(beside)
        elif len(at) % 2:
            wish[name] = at[middle]
        else:
            wish[name] = (at[middle - 1] + at[middle]) / 2
    return sorted(row, key=wish.__getitem__)


def _swap(
    now: list[list[str]], above: Mapping[str, Sequence[str]], below: Mapping[str, Sequence[str]]
) -> None:
    """Swap neighbours while that takes crossings away, at most a few times round."""
    for _ in range(3):
        better = False
        for at, row in enumerate(now):
            up = {name: n for n, name in enumerate(now[at - 1])} if at else {}
            down = {name: n for n, name in enumerate(now[at + 1])} if at + 1 < len(now) else {}
            for n in range(len(row) - 1):
                one, other = row[n], row[n + 1]
                before = after = 0
                for near, place in ((above, up), (below, down)):
                    a = [place[k] for k in near.get(one, ()) if k in place]
                    b = [place[k] for k in near.get(other, ()) if k in place]
                    before += sum(i > j for i in a for j in b)
                    after += sum(i < j for i in a for j in b)
                if after < before:
                    row[n], row[n + 1] = other, one
                    better = True
        if not better:
            return


def _crossings(now: Sequence[Sequence[str]], below: Mapping[str, Sequence[str]]) -> int:
    total = 0
    for row, under in pairwise(now):
        place = {name: n for n, name in enumerate(under)}
        met: list[int] = []
        for name in row:
            heads = [place[other] for other in below.get(name, ()) if other in place]
            total += sum(len(met) - bisect_left(met, head + 1) for head in heads)
            for head in heads:
                insort(met, head)
    return total
