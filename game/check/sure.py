"""From where an ending is surely reached, and from where never, as an abstraction shows it.

In an abstraction (`game.check.abstract`) more can be reached than in the story. If from some of
that an ending can be reached by *sure* links alone, then so it can from whatever of it the story
reaches. A link is sure if the story can take that step whatever the slots that are not kept:
nothing that its condition asks is taken as given, but for what value sets settle, and no effect can
leave its range, but for effects that are kept (where those do is cut from the link). On the other
side, from where no link at all leads on to what is safe, nothing in the story does either. Between
the two it is open, and more slots must be kept or single states be looked at (`game.check.snares`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from game.check.abstract import Abstraction, Distances
from game.check.concrete import State
from game.check.live import Liveness, Slots, members
from game.check.masks import Set, union
from game.check.net import Edge
from game.check.pages import Link, Page
from game.check.rows import asked, parts
from game.check.values import Arriving


class Sure:
    """What an abstraction tells of endings. `base` are nodes known to be safe altogether."""

    def __init__(
        self, arriving: Arriving, live: Liveness, abstraction: Abstraction, base: Collection[int]
    ) -> None:
        self.arriving = arriving
        self.live = live
        self.abstraction = abstraction
        self.merged = abstraction.merged(live)
        self._missing: dict[int, Slots] = {}
        self.safe = self._safe(base)
        self._ahead: Distances | None = None

    @property
    def ahead(self) -> Distances:
        """How many options it takes at least to what is safe; 255 where it cannot be reached."""
        if self._ahead is None:
            self._ahead = self.abstraction.measured(self.safe)
        return self._ahead

    @property
    def altogether(self) -> set[int]:
        """The nodes of which all is safe."""
        return {n for n in range(len(self.abstraction.pages.found)) if not self.open(n)}

    def has(self, state: State) -> bool:
        """Whether a state of the story is surely safe."""
        return self.abstraction.among(state, self.safe)

    def open(self, node: int) -> dict[Page, Set]:
        """What can be at a node of the abstraction, and is not surely safe."""
        return {
            page: rest
            for page in self.abstraction.pages.found[node].values()
            if (rest := page.reached & ~self.safe.get(page, 0))
        }

    def open_to(self, node: int, edge: Edge) -> dict[Page, Set]:
        """What of that may take `edge`, one of the story's."""
        found = {}
        for page, rest in self.open(node).items():
            guard = union(
                link.guard
                for link in self.abstraction.pages.links(page)
                if self.abstraction.origin[id(link.edge)] is edge
            )
            if rest & guard:
                found[page] = rest & guard
        return found

    def missing(self, edge: Edge) -> Slots:
        """The slots that would have to be kept for an edge of the story to be sure."""
        known = self._missing.get(id(edge))
        if known is None:
            known = self._missing[id(edge)] = self._asked(edge)
        return known

    def _asked(self, edge: Edge) -> Slots:
        keep, fields = self.abstraction.keep, self.arriving.fields
        sets, missing = self.arriving.at[edge.source], 0
        for row in parts(edge.guard):
            if asked(row) & ~keep and fields.narrow(sets, row, holds=False):
                missing |= asked(row)
        if id(edge) in self.live.risky:
            for act in edge.acts:
                missing |= 1 << act.slot
        return missing & ~keep

    def _unsure(self, link: Link) -> Slots:
        return self.missing(self.abstraction.origin[id(link.edge)])

    def _safe(self, base: Collection[int]) -> dict[Page, Set]:
        pages = self.abstraction.pages
        safe: dict[Page, Set] = {}
        for n, (node, found) in enumerate(zip(pages.net.nodes, pages.found, strict=True)):
            if node.ending or n in base:
                safe.update((page, page.reached) for page in found.values() if page.reached)
        todo = list(safe)
        while todo:
            page = todo.pop()
            for link in page.into:
                source = link.source
                rest = source.reached & ~safe.get(source, 0)
                if not rest or self._unsure(link):
                    continue
                more = link.preimage(safe[page]) & rest
                if more:
                    safe[source] = safe.get(source, 0) | more
                    todo.append(source)
        return safe

    def wanted(self, node: int) -> Counter[int]:
        """The slots that stand between a node and safety: those of links that are not sure."""
        out: Counter[int] = Counter()
        todo = list(self.open(node))
        seen = set(todo)
        for page in todo:
            rest = page.reached & ~self.safe.get(page, 0)
            for link in self.abstraction.pages.links(page):
                to = link.target
                if link.preimage(self.safe.get(to, 0)) & rest:
                    out.update(members(self._unsure(link)))
                if to not in seen:
                    seen.add(to)
                    todo.append(to)
        return out
