"""How far it is, at least, to where the value of a slot may show.

Counted in edges of the graph, whatever the conditions say. It is used to look first where a
difference shows soonest; what is looked at, and what is found, does not depend on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.check.live import Liveness, Slots, members
from game.check.rows import asked
from game.check.visible import Sight

NEVER = 1 << 20
"""More edges than lead anywhere."""


class Near:
    """The distances in one story, each worked out when first asked for."""

    def __init__(self, live: Liveness, sights: Sequence[Sight]) -> None:
        self._into: list[list[int]] = [[] for _ in sights]
        for n, edges in enumerate(live.edges):
            for edge in edges:
                self._into[edge.target].append(n)
        self._shown: dict[int, list[int]] = {}
        for n, sight in enumerate(sights):
            slots = sight.observed
            for row in sight.rows:
                slots |= asked(row)
            for slot in members(slots):
                self._shown.setdefault(slot, []).append(n)
        self._far: dict[int, list[int]] = {}

    def distance(self, slots: Slots, node: int) -> int:
        """The fewest edges from a node to where one of `slots`, of which there is one, may show."""
        return min(self._distances(slot)[node] for slot in members(slots))

    def _distances(self, slot: int) -> list[int]:
        far = self._far.get(slot)
        if far is None:
            far = [NEVER] * len(self._into)
            todo = list(self._shown.get(slot, ()))
            for n in todo:
                far[n] = 0
            for n in todo:
                for before in self._into[n]:
                    if far[before] == NEVER:
                        far[before] = far[n] + 1
                        todo.append(before)
            self._far[slot] = far
        return far
