"""What makes a story too large to be decided, for its author: where it remembers most at once.

That is the passage at which the values that are undecided and still read (`game.check.live`) could
combine in the most ways. Not all of those need to occur, so this is where to look first, and no
proof of anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import log2

from game.check import words
from game.check.live import Liveness, members
from game.check.values import Arriving
from game.story.model import Slot

NAMED = 4
"""Variables of several values that are named, the widest first; the others are counted."""


def burden(live: Liveness, arriving: Arriving) -> str:
    """Where a story remembers most, and what: `at hub, fund (21 values) and 9 flags`."""

    def wide(node: int, slot: int) -> int:
        return len(arriving.fields.values(arriving.at[node], slot))

    def heavy(node: int) -> float:
        return sum(log2(wide(node, slot)) for slot in members(live.active[node]))

    worst = max(range(len(live.net.nodes)), key=heavy)
    slots = [(live.net.slots[slot], wide(worst, slot)) for slot in members(live.active[worst])]
    *said, last = list(_said(slots)) or ["nothing but the place"]
    listed = f"{', '.join(said)} and {last}" if said else last
    return f"at {live.net.nodes[worst].passage}, {listed}"


def _said(slots: Iterable[tuple[Slot, int]]) -> Iterator[str]:
    counted = {"stance": 0, "flag": 0, "seen": 0, "once": 0}
    wide = []
    for slot, values in slots:
        if slot.kind in counted:
            counted[slot.kind] += 1
        else:
            wide.append((slot, values))
    wide.sort(key=lambda one: -one[1])
    for slot, values in wide[:NAMED]:
        yield f"{words.name(slot)} ({values} values)"
    more = len(wide) - NAMED
    if more > 0:
        yield "another variable" if more == 1 else f"{more} more variables"
    for kind, (one, many) in _KINDS.items():
        if counted[kind]:
            yield one if counted[kind] == 1 else many.format(counted[kind])


_KINDS = {
    "stance": ("the stance of one person", "the stances of {} people"),
    "flag": ("one flag", "{} flags"),
    "seen": ("one passage asked about with seen", "{} passages asked about with seen"),
    "once": ("one choice with once", "{} choices with once"),
}
