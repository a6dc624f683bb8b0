"""The fewest options that lead to each node, at the least, by what is known of nodes before it.

A way to a node goes along edges, and through the nodes on them. So it has no fewer options than the
least over the edges that lead there, of what their source has at the least and the edge's own; nor
fewer than what was proved of the node itself. The greatest such numbers are found as Dijkstra finds
distances: what is proved only raises them, and never falls along an edge.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush

from game.check.net import Edge


def floors(edges: Sequence[Sequence[Edge]], proved: Mapping[int, int]) -> dict[int, int]:
    """For each node that the first leads to: a number of options that no way there goes below.

    `proved` are such numbers of single nodes.
    """
    out: dict[int, int] = {}
    todo = [(proved.get(0, 0), 0)]
    while todo:
        least, node = heappop(todo)
        if node in out:
            continue
        out[node] = least
        for edge in edges[node]:
            if edge.target not in out:
                after = least + (edge.option is not None)
                heappush(todo, (max(after, proved.get(edge.target, 0)), edge.target))
    return out
