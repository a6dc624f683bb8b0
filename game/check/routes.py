"""The endings of a reader who keeps to one lens, each with whether a vote was lost on the way.

*Keeping to a lens* is: on each screen, take an option of that lens that can be taken; if there is
none, take any choice, or let the vote fall as it does; leave a scene out only where nothing else
can be done. Where several can be taken, each is a route of its own, so what is asked is asked of
all such routes together. Votes are as played.

The routes are those of the story's own net with stronger guards: an option of another lens is open
only where none of this lens is. A slot more remembers whether a vote was lost. Both are nets like
any other, so the exact search over sets finds every ending with and without a vote lost, and a
shortest way to each; it comes to an end however often routes go round, as states are finitely many.
Above what fits in sets, each ending is sought on its own (`game.check.refine`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.check import search
from game.check.explored import Tick, explored
from game.check.live import Liveness
from game.check.net import Act, Edge, Goal, Net, Node
from game.check.pages import Page, Pages
from game.check.refine import Refinement, Sought
from game.check.rows import FALSE, TRUE, both, negated
from game.check.search import Target
from game.check.values import Arriving
from game.story.model import Lens, Row, Slot

Way = tuple[str, ...]
"""The ids of the options taken from the start."""


class Routes(NamedTuple):
    """The endings, by their ids, of all routes that keep to `lens`, each with a shortest way."""

    lens: Lens
    offered: bool
    """Whether any choice of the story has that lens: if not, every route keeps to it."""
    losing: Mapping[str, Way]
    """Endings reached after at least one vote was lost."""
    unbeaten: Mapping[str, Way]
    """Endings reached without."""

    @property
    def endings(self) -> dict[str, Way]:
        """Every ending that such a route reaches."""
        return {**self.losing, **self.unbeaten}


class _Ended(NamedTuple):
    ending: str
    lost: bool


def routes(
    story_net: Net, lens: Lens, *, pages: int, expansions: int, tick: Tick | None = None
) -> Routes | None:
    """All routes that keep to `lens`; None where that is not decided within the limits.

    `pages` and `expansions` are as in `game.check.check.Limit`.
    """
    lenses = _lenses(story_net)
    kept = _kept_to(story_net, {id_ for id_, one in lenses.items() if one == lens})
    found = explored(kept, pages, tick)
    ways = _one_by_one(kept, expansions) if found is None else _ways(found)
    if ways is None:
        return None
    return Routes(
        lens,
        lens in lenses.values(),
        {ended.ending: way for ended, way in ways.items() if ended.lost},
        {ended.ending: way for ended, way in ways.items() if not ended.lost},
    )


def _lenses(net: Net) -> dict[str, Lens | None]:
    return {
        choice.id: choice.lens
        for passage in net.story.passages.values()
        for choice in passage.choices
    }


def _kept_to(net: Net, liked: set[str]) -> Net:
    """The net of those who take an option in `liked` wherever they can."""
    lost = len(net.slots)
    slots = (*net.slots, Slot("lost", "flag", 0, 1, 0))
    nodes = tuple(_narrowed(net, node, liked, lost) for node in net.nodes)
    return net._replace(slots=slots, nodes=nodes)


def _narrowed(net: Net, node: Node, liked: set[str], lost: int) -> Node:
    goals: tuple[Goal, ...] = ()
    if node.ending:
        flag: Row = ("v", lost)
        goals = (Goal(1, flag), Goal(0, negated(flag)))
    if not node.stops:
        return node._replace(goals=goals)
    first = [edge for edge in node.edges if edge.option in liked]
    skips = [edge for edge in node.edges if net.branches[edge.branch].kind == "skip"]
    others = [edge for edge in node.edges if edge not in first and edge not in skips]
    edges = []
    left: Row | None = None
    for rank in (first, others, skips):
        edges += [_result(net, _also(edge, left), lost) for edge in rank if left != FALSE]
        left = _none_open(left, rank)
    return node._replace(edges=tuple(edges), goals=goals)


def _none_open(left: Row | None, edges: list[Edge]) -> Row | None:
    """When `left` holds and none of `edges` is open."""
    for edge in edges:
        if left == FALSE or edge.guard is None:
            return FALSE
        left = both(left, negated(edge.guard))
    return left


def _also(edge: Edge, row: Row | None) -> Edge:
    return edge if row is None else edge._replace(guard=both(row, edge.guard))


def _result(net: Net, edge: Edge, lost: int) -> Edge:
    """A vote that is lost is remembered."""
    if net.branches[edge.branch].kind != "result" or not (edge.option or "").endswith("/lost"):
        return edge
    return edge._replace(acts=(*edge.acts, Act(lost, TRUE, None)))


def _ended(net: Net, n: int) -> list[tuple[_Ended, Row | None]]:
    node = net.nodes[n]
    return [(_Ended(node.passage, bool(goal.branch)), goal.row) for goal in node.goals]


def _ways(pages: Pages) -> dict[_Ended, Way]:
    def of(page: Page) -> list[Target]:
        return [
            Target(ended, pages.holds(page, row), None)
            for ended, row in _ended(pages.net, page.node)
        ]

    wanted = {
        target.key
        for here in pages.found
        for page in here.values()
        for target in of(page)
        if page.reached & target.where
    }
    found = search.shortest(search.Levels(pages), of, set(wanted))
    return {key: way for key, way in found.items() if isinstance(key, _Ended)}


def _one_by_one(net: Net, expansions: int) -> dict[_Ended, Way] | None:
    arriving = Arriving(net)
    goals = [
        Sought(ended, n, row, None)
        for n in range(len(net.nodes))
        if arriving.at[n]
        for ended, row in _ended(net, n)
    ]
    found = Refinement(arriving, Liveness(arriving), goals, expansions).run()
    if found.undecided:
        return None
    return {key: way for key, way in found.ways.items() if isinstance(key, _Ended)}
