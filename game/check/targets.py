"""What is looked for on each page: branches, stuck screens, range faults and traps.

Each has a key, which says what was found whichever page it is found on.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from game.check.live import Slots
from game.check.masks import Set
from game.check.net import Act
from game.check.pages import Page, Pages
from game.check.rows import asked
from game.check.search import Target


class Key(NamedTuple):
    """What a target shows: the number of a branch, of a stuck node, of a trap, or an effect's."""

    kind: Literal["branch", "stuck", "fault", "trap"]
    number: int


class Targets:
    """The targets of pages, found once for all pages of a node that cannot differ."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.acts: dict[int, Act] = {}
        """The faults found, by the number in their key."""
        self.traps: dict[Page, tuple[int, Set]] = {}
        self._fixed: dict[tuple[int, int], list[Target]] = {}
        self._mark: dict[int, int] = {}

    def of(self, page: Page) -> list[Target]:
        """Everything to look for on a page."""
        pages = self.pages
        mark = self._mark.get(page.node)
        if mark is None:
            mark = self._mark[page.node] = self._marked(page.node)
        fixed = self._fixed.get((page.node, page.key & mark))
        if fixed is None:
            fixed = self._fixed[page.node, page.key & mark] = self._goals(page)
        out = [
            Target(Key("branch", link.edge.branch), link.guard, link.edge.option)
            for link in pages.links(page)
            if link.edge.branch >= 0
        ]
        for edge, act, where in page.faults:
            self.acts[id(act)] = act
            out.append(Target(Key("fault", id(act)), where, edge.option))
        if page in self.traps:
            trap, where = self.traps[page]
            out.append(Target(Key("trap", trap), where, None))
        return fixed + out

    def _marked(self, n: int) -> int:
        """The bits of a key that the targets of a node ask."""
        read: Slots = 0
        node = self.pages.net.nodes[n]
        for row in [*(goal.row for goal in node.goals), *(edge.guard for edge in node.edges)]:
            read |= 0 if row is None else asked(row)
        return self.pages.mark(n, read)

    def _goals(self, page: Page) -> list[Target]:
        pages, node = self.pages, self.pages.net.nodes[page.node]
        out = []
        for goal in node.goals:
            where = pages.holds(page, goal.row)
            if where:
                out.append(Target(Key("branch", goal.branch), where, None))
        if node.stops and not node.ending:
            rest = page.all
            for edge in pages.live.edges[page.node]:
                rest &= ~pages.holds(page, edge.guard)
                if not rest:
                    break
            if rest:
                out.append(Target(Key("stuck", page.node), rest, None))
        return out
