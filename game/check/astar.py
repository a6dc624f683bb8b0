"""A shortest way through the real story, led by distances that are never too long.

A* (Hart, Nilsson and Raphael 1968): of all states met, that is looked at next whose way so far and
distance left are least together. The distances of an abstraction never shrink by more than a step
takes (they are consistent), so each state is met by a shortest way before it is looked at, and the
first that shows what is looked for ends a shortest way. A distance of 255 is a proof that nothing
is ahead: so where no state is left to look at, there is no way at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from heapq import heappop, heappush
from typing import NamedTuple

from game.check.abstract import Distances
from game.check.concrete import Concrete, Merged, Part, State

Way = tuple[str, ...]
Back = dict[State, tuple[State, str | None] | None]
"""Where each state was come to from, and by which option."""
Shown = Callable[[State, Back, int], bool]
"""Whether a state, come to after so many options, shows what is looked for."""


class Bounds(NamedTuple):
    """How far to look."""

    budget: int
    """States that may be looked at."""
    below: int = 255
    """Only ways of fewer options are looked for."""
    weight: int = 1
    """With 0, what has been walked does not count: some way is found sooner, and need not be a
    shortest one."""


class Looked(NamedTuple):
    """What a search came to."""

    way: Way | None
    whole: bool
    """True if nothing was left to look at: without a way, there is none."""


def astar(  # noqa: C901 - one loop
    concrete: Concrete,
    distances: Distances,
    shown: Shown,
    bounds: Bounds,
    blocked: Counter[int],
    merged: Merged | None = None,
) -> Looked:
    """A shortest way to a state that `shown` takes, as far as `bounds` go.

    `blocked` counts the slots of conditions that stood in the way of what the abstraction takes
    for a shortest one.
    """
    budget, below, weight = bounds
    start = concrete.start
    heap: list[tuple[int, int, int, State]] = [(distances.of(start), 0, 0, start)]
    back: Back = {start: None}
    depth = {start: 0}
    done: set[State] = set()
    looked = serial = 0
    while heap:
        whole, _, _, state = heappop(heap)
        if state in done:
            continue
        done.add(state)
        so_far = depth[state]
        if shown(state, back, so_far):
            return Looked(way_to(state, back), whole=False)
        looked += 1
        if looked > budget:
            return Looked(None, whole=False)
        for move in concrete.moves(state[0]):
            values = concrete.after(move, state[1])
            if values is None:
                continue
            node = move.edge.target
            new = (node, values if merged is None else merged.of(node, values))
            cost = so_far + (move.edge.option is not None)
            if cost >= depth.get(new, 1 << 30):
                continue
            left = distances.of(new)
            if left == 255 or cost + left >= below:
                continue
            failing = [part for part in move.parts if not part.holds(state[1])]
            if failing:
                # Only what the abstraction takes for a shortest way is worth a closer look.
                if cost * weight + left <= whole:
                    count_slots(failing, blocked)
                continue
            depth[new] = cost
            back[new] = (state, move.edge.option)
            serial -= 1
            heappush(heap, (cost * weight + left, left, serial, new))
    return Looked(None, whole=True)


def count_slots(failing: Iterable[Part], blocked: Counter[int]) -> None:
    """Count the slots that stood in the way."""
    for part in failing:
        blocked.update(part.slots)


def most_wanted(blocked: Counter[int], keep: int, many: int = 2) -> list[int]:
    """Those counted most often that are not kept yet."""
    more = [slot for slot in blocked if not keep >> slot & 1]
    return sorted(more, key=lambda slot: (-blocked[slot], slot))[:many]


def way_to(state: State, back: Back) -> Way:
    """The options that led to a state."""
    out: list[str] = []
    while True:
        before = back[state]
        if before is None:
            return tuple(reversed(out))
        state, option = before
        if option is not None:
            out.append(option)
