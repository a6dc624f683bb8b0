"""From where an ending can be reached, and the traps: from where none can.

Backwards from every reached ending, along the links that `game.check.search` has found, to the
least fixpoint: what is in it can reach an ending, since each step added goes along a real link.
What was reached and is not in it can not, since a way from it to an ending would have been
followed. Those are *caught*: also on a screen where nothing can be chosen, and where every option
leads to a range fault.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from game.check.masks import Set
from game.check.pages import Page, Pages


def caught(pages: Pages, tick: Callable[[int], None] | None = None) -> dict[Page, Set]:
    """The reached valuations from which no ending can be reached; no page with none of them."""
    safe = {
        page: page.reached
        for node, found in zip(pages.net.nodes, pages.found, strict=True)
        for page in found.values()
        if node.ending and page.reached
    }
    todo = deque(safe)
    fresh = dict(safe)
    rounds = 0
    while todo:
        page = todo.popleft()
        new = fresh.pop(page)
        for link in page.into:
            source = link.source
            rest = source.reached & ~safe.get(source, 0)
            more = link.preimage(new) & rest if rest else 0
            if more:
                # The very object where it is all of it: these numbers can be long, and are many.
                safe[source] = source.reached if more == rest else safe.get(source, 0) | more
                if source not in fresh:
                    todo.append(source)
                fresh[source] = fresh.get(source, 0) | more
        rounds += 1
        if tick is not None and not rounds & 1023:
            tick(rounds)
    return {
        page: rest
        for found in pages.found
        for page in found.values()
        if (rest := page.reached & ~safe.get(page, 0))
    }


def traps(pages: Pages, those: dict[Page, Set]) -> dict[Page, int]:
    """The caught pages by the trap they belong to: a number for each.

    Two nodes are in one trap if a way leads from one to the other, caught both before and after.
    """
    trap = {page.node: page.node for page in those}

    def root(n: int) -> int:
        while trap[n] != n:
            n = trap[n]
        return n

    for page, some in those.items():
        for link in pages.links(page):
            here, there = root(page.node), link.target.node
            if there in trap and root(there) != here and link.image(some):
                trap[root(there)] = here
    return {page: root(page.node) for page in those}
