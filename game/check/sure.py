"""That no trap exists, proved where there are too many states to look at each.

In an abstraction (`game.check.abstract`) more can be reached than in the story. If from all of that
an ending can be reached by *sure* links alone, then so it can from whatever the story reaches. A
link is sure if the story can take that step whatever the slots that are not kept: nothing that its
condition asks is taken as given, but for what value sets settle, and no effect can leave its range.
Where this does not succeed, the slots that make links unsure are kept too, and it is tried again.
"""

from __future__ import annotations

from collections import Counter

from game.check.abstract import Abstraction
from game.check.live import Liveness, Slots, members
from game.check.masks import Set
from game.check.pages import Link, Page
from game.check.refine import Refinement
from game.check.rows import asked
from game.check.values import Arriving
from game.story.model import Row


def no_trap(arriving: Arriving, live: Liveness, refinement: Refinement) -> bool:
    """True if from every state some ending can be reached; False if that was not proved."""
    keep: Slots = 0
    while True:
        abstraction = refinement.abstraction(keep)
        if abstraction is None:
            return False
        keep = abstraction.keep
        unsure = _Unsure(arriving, live, abstraction)
        left = unsure.left()
        if not left:
            return True
        wanted = Counter(
            slot
            for page in left
            for link in abstraction.pages.links(page)
            for row in unsure.given(link)
            for slot in members(asked(row) & ~keep)
        )
        if not wanted:
            return False
        for slot in sorted(wanted, key=lambda s: (-wanted[s], s))[:2]:
            keep |= 1 << slot


class _Unsure:
    def __init__(self, arriving: Arriving, live: Liveness, abstraction: Abstraction) -> None:
        self.arriving = arriving
        self.abstraction = abstraction
        self.risky = {
            (edge.source, edge.target, edge.branch)
            for edges in live.edges
            for edge in edges
            if id(edge) in live.risky
        }

    def given(self, link: Link) -> list[Row]:
        """What the story may ask for this link that the abstraction does not know."""
        edge = link.edge
        sets = self.arriving.at[edge.source]
        return [
            row
            for row in self.abstraction.given.get(id(edge), ())
            if self.arriving.fields.narrow(sets, row, holds=False)
        ]

    def left(self) -> list[Page]:
        """The pages from some of which no ending is surely reached."""
        pages = self.abstraction.pages
        safe: dict[Page, Set] = {}
        for node, found in zip(pages.net.nodes, pages.found, strict=True):
            if node.ending:
                safe.update((page, page.reached) for page in found.values())
        todo = list(safe)
        while todo:
            page = todo.pop()
            for link in page.into:
                edge = link.edge
                if self.given(link) or (edge.source, edge.target, edge.branch) in self.risky:
                    continue
                source = link.source
                known = safe.get(source, 0)
                more = link.preimage(safe[page]) & source.reached & ~known
                if more:
                    safe[source] = known | more
                    todo.append(source)
        return [
            page
            for found in pages.found
            for page in found.values()
            if page.reached & ~safe.get(page, 0)
        ]
