"""The nearest ending from somewhere in a story.

A* over the states of `game.check.plays`. A state's distance is taken for that of its passage in the
story without its conditions, which no real way can fall short of: so the first ending that is found
is a nearest one, and where the search runs out of states there is none. It looks at no more than
`FAR` states: where that is too few, a play stays without an ending, and says so.
"""

from __future__ import annotations

from collections import deque
from heapq import heappop, heappush

from game.check.net import Net
from game.check.plays import Plays, Run, Seen

FAR = 200_000
"""States that are looked at on the way to an ending."""


class Homeward:
    """Ways to endings."""

    def __init__(self, plays: Plays) -> None:
        self._left = _distances(plays.net)
        self._caught: set[Seen] = set()
        """From here no ending can be reached; or none was found, where a search was given up."""

    def ended(self, begun: Run) -> Run | None:
        """The play gone on with to a nearest ending; None if there is none, or none so near."""
        if begun.at in self._caught:
            return None
        least = self._least(begun.at)
        heap = [] if least is None else [(least, 0, 0, begun)]
        done: set[Seen] = set()
        serial = 0
        while heap and len(done) < FAR:
            _, _, depth, run = heappop(heap)
            if run.at.ends:
                return run
            if run.at in done:
                continue
            done.add(run.at)
            for option, bit, to in run.at.onward:
                least = self._least(to)
                if least is not None and to not in done and to not in self._caught:
                    serial -= 1  # of equals the latest first: it goes straight on
                    after = run.after(option, bit, to)
                    heappush(heap, (depth + 1 + least, serial, depth + 1, after))
        # With nothing left to look at, nothing that was looked at leads to an ending.
        self._caught |= {begun.at} if heap else done
        return None

    def _least(self, at: Seen) -> int | None:
        """No ending is nearer than that; None if there is none at all."""
        return self._left.get((at.state.passage, at.state.stack))


def _distances(net: Net) -> dict[tuple[str, tuple[str, ...]], int]:
    """How many options lie between each place a state can stand at and an ending, at the least."""
    into: list[list[tuple[int, int]]] = [[] for _ in net.nodes]
    for n, node in enumerate(net.nodes):
        for edge in node.edges:
            into[edge.target].append((n, edge.option is not None))
    far: dict[int, int] = {}
    todo = deque((n, 0) for n, node in enumerate(net.nodes) if node.ending)
    while todo:
        n, distance = todo.popleft()
        if n in far:
            continue
        far[n] = distance
        for before, costs in into[n]:
            # Silent steps cost nothing and go to the front: what is nearer is settled first.
            (todo.append if costs else todo.appendleft)((before, distance + costs))
    return {
        (node.passage, node.calls): far[n]
        for n, node in enumerate(net.nodes)
        if node.arrival and n in far
    }
