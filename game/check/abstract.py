"""A story of which only some slots are kept: it can do more than the story, never less.

What a condition asks of slots that are not kept is taken as given, and effects on them are left
out; effects on kept slots are kept whole (with a slot, those its effects read are kept too). So
each step of the story is a step here, and no way here is longer than the story's: a goal that
cannot be reached here cannot be reached at all, with the kept slots as the reason, and the distance
to it from here is a lower bound of the real one (an admissible, consistent heuristic for A*).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from game.check import search
from game.check.concrete import Merged, State, Values
from game.check.layout import Layout
from game.check.live import Liveness, Slots, members
from game.check.masks import Set
from game.check.net import Edge, Net
from game.check.pages import Page, Pages
from game.check.rows import asked, parts
from game.check.values import Arriving
from game.story.model import Row

MOST = 16
"""Bits of a set, as a power of two: what fits stays quick to go through for many goals."""


MOST_HELD = 1 << 26
"""Bytes of distances that are remembered; beyond, they are measured again when needed."""


class TooWide(Exception):
    """The kept slots have too many values together."""


def closed(net: Net, keep: Iterable[int]) -> Slots:
    """`keep`, and whatever the effects on kept slots read."""
    kept: Slots = 0
    for slot in keep:
        kept |= 1 << slot
    acts = [act for node in net.nodes for edge in node.edges for act in edge.acts]
    while True:
        more = kept
        for act in acts:
            if kept >> act.slot & 1:
                more |= asked(act.row)
        if more == kept:
            return kept
        kept = more


def kept_part(row: Row | None, keep: Slots) -> Row | None:
    """What of a condition asks kept slots alone; None if that is nothing."""
    those = [part for part in parts(row) if not asked(part) & ~keep]
    if not those:
        return None
    return those[0] if len(those) == 1 else ("and", *those)


Places = list[list[tuple[int, dict[int, int]]]]
"""For each node: slots, and what each value of theirs adds to the place of a valuation."""


def place_of(state: State, places: Places) -> int:
    """The place of a state's valuation in the sets of its node; -1 if it has none."""
    node, values = state
    place = 0
    for slot, adds in places[node]:
        add = adds.get(values[slot])
        if add is None:
            return -1
        place += add
    return place


class Distances(NamedTuple):
    """How many options it takes at least from each state to where a goal shows."""

    at: list[bytearray | None]
    places: Places

    def of(self, state: State) -> int:
        """A lower bound; 255 where the goal cannot be reached."""
        row = self.at[state[0]]
        place = -1 if row is None else place_of(state, self.places)
        return 255 if row is None or place < 0 else row[place]


class Abstraction:
    """The story with only the slots in `keep`."""

    def __init__(
        self, arriving: Arriving, open_: list[list[Edge]], keep: Slots, told: list[Slots]
    ) -> None:
        """`open_` are the edges of each node that may be taken at all; `told` what goals ask."""
        net = arriving.net
        self.arriving = arriving
        self.keep = keep
        self.origin: dict[int, Edge] = {}
        """By the `id` of an edge here: the edge of the story."""
        nodes = tuple(
            node._replace(edges=tuple(self._edge(edge) for edge in open_[n]), goals=())
            for n, node in enumerate(net.nodes)
        )
        observed = {id(node): told[n] & keep for n, node in enumerate(nodes)}
        live = Liveness(arriving, lambda node: observed[id(node)], net._replace(nodes=nodes))
        layout = Layout(arriving, live, 0)
        if layout.longest > 1 << MOST:
            raise TooWide
        self.pages = Pages(arriving, live, layout)
        search.fill(self.pages, len(nodes) + 1)
        self.places = self._adds()
        self._distances: dict[tuple[int, Row | None], Distances | None] = {}

    def _edge(self, edge: Edge) -> Edge:
        acts = tuple(act for act in edge.acts if self.keep >> act.slot & 1)
        here = edge._replace(guard=kept_part(edge.guard, self.keep), acts=acts)
        self.origin[id(here)] = edge
        return here

    def distances(self, node: int, row: Row | None) -> Distances | None:
        """The distances to where `row` holds at `node`; None if that is never."""
        row = kept_part(row, self.keep)
        if (node, row) not in self._distances:
            if self.held > MOST_HELD:
                self._distances.clear()
            self._distances[node, row] = self._measure(node, row)
        return self._distances[node, row]

    @property
    def held(self) -> int:
        """About how many bytes of sets and distances are held."""
        sizes = sum(self.pages.layout.size)
        return (self.pages.bits >> 3) + len(self._distances) * sizes

    def _measure(self, node: int, row: Row | None) -> Distances | None:
        page = self.pages.found[node].get(0)
        where = 0 if page is None else page.reached & self.pages.holds(page, row)
        if page is None or not where:
            return None
        found = self.measured({page: where})
        start, values = 0, tuple(slot.start for slot in self.pages.net.slots)
        return None if found.of((start, values)) == 255 else found

    def measured(self, where: Mapping[Page, Set]) -> Distances:
        """The distances to any of the valuations in `where`."""
        size = self.pages.layout.size
        at: list[bytearray | None] = [None] * len(size)
        for distance, layer in enumerate(self._layers(where)):
            for one, those in layer.items():
                row_ = at[one.node]
                if row_ is None:
                    row_ = at[one.node] = bytearray(b"\xff") * size[one.node]
                for place in places(those):
                    row_[place] = min(distance, 254)
        return Distances(at, self.places)

    def merged(self, live: Liveness) -> Merged:
        """Makes one of the story's states as `live` has it, but for what is read here.

        Here more may be read than in the story (a condition less strict may no longer be settled),
        and which values go together is known: so those slots must be left as they are.
        """
        here = self.pages.live.live
        return Merged(self.arriving, [a | b for a, b in zip(live.live, here, strict=True)])

    def among(self, state: State, where: Mapping[Page, Set]) -> bool:
        """Whether a state of the story is one of `where`."""
        page = self.pages.found[state[0]].get(0)
        those = 0 if page is None else where.get(page, 0)
        place = place_of(state, self.places) if those else -1
        return place >= 0 and bool(those >> place & 1)

    def _layers(self, where: Mapping[Page, Set]) -> list[dict[Page, Set]]:
        known: dict[Page, Set] = dict(where)
        front = dict(where)
        layers = []
        while front:
            layer = dict(front)
            todo = list(front)
            fresh = dict(front)
            after: dict[Page, Set] = {}
            while todo:
                one = todo.pop()
                those = fresh.pop(one, 0)
                for link in one.into if those else ():
                    source = link.source
                    more = link.preimage(those) & source.reached & ~known.get(source, 0)
                    if not more:
                        continue
                    if link.edge.option is None:
                        known[source] = known.get(source, 0) | more
                        layer[source] = layer.get(source, 0) | more
                        fresh[source] = fresh.get(source, 0) | more
                        todo.append(source)
                    else:
                        after[source] = after.get(source, 0) | more
            layers.append(layer)
            front = {}
            for one, more in after.items():
                new = more & ~known.get(one, 0)
                if new:
                    front[one] = new
                    known[one] = known.get(one, 0) | new
        return layers

    def values(self, page: Page, place: int) -> Values:
        """The valuation at a place of a page; slots that it does not hold are at any value."""
        layout, fields = self.pages.layout, self.arriving.fields
        sets = self.arriving.at[page.node]
        out = [(fields.values(sets, slot) or [0])[0] for slot in range(len(fields.slots))]
        for slot in members(self.pages.live.active[page.node]):
            index = place // layout.stride[slot] % layout.radix[slot]
            out[slot] = layout.values[slot][index]
        return tuple(out)

    def _adds(self) -> Places:
        layout = self.pages.layout
        return [
            [
                (slot, {v: n * layout.stride[slot] for n, v in enumerate(layout.values[slot])})
                for slot in members(active)
            ]
            for active in self.pages.live.active
        ]


def places(those: Set) -> Iterable[int]:
    """The places of the bits of a set."""
    written = bin(those)[:1:-1]
    place = written.find("1")
    while place >= 0:
        yield place
        place = written.find("1", place + 1)
