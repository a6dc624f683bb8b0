"""Everything a net can come to, as pages filled to the end: for questions of the shape alone.

The questions of `game.check.shape` are put as nets of their own: the story's with a guard, an
effect or a slot more. Each step of the check is exact for any net, so what is asked of such a net
is as exact as what the check says of the story's.
"""

from __future__ import annotations

from collections.abc import Callable

from game.check import search
from game.check.layout import plan
from game.check.live import Liveness, Slots
from game.check.net import Net, Node
from game.check.pages import Pages
from game.check.values import Arriving
from game.check.visible import sights

Tick = Callable[[int], None]


def explored(
    net: Net,
    most: int,
    tick: Tick | None = None,
    observed: Callable[[Node], Slots] = lambda _: 0,
) -> Pages | None:
    """The pages of `net`, filled; None where there are more than `most` of them.

    None without trying, too, where a sample says that there are far too many. `observed` is as for
    `Liveness`.
    """
    arriving = Arriving(net)
    live = Liveness(arriving, observed)
    planned = plan(arriving, live)
    if not planned.hopeful:
        return None
    pages = Pages(arriving, live, planned.layout)
    try:
        search.fill(pages, most, tick)
    except search.TooLarge:
        return None
    return pages


def printed(net: Net) -> Callable[[Node], Slots]:
    """For `observed`: what is printed at each node of `net`, so that texts can be told apart."""
    seen = {id(node): one.observed for node, one in zip(net.nodes, sights(net), strict=True)}
    return lambda node: seen[id(node)]
