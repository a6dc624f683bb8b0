"""The net unfolded: pages, and links from page to page that move whole sets at once.

A *page* is a node together with the values of its unfolded slots (none, where all fit in registers:
then each node has one page). What can be there is a set of valuations, one whole number. A *link*
is an edge as it acts on such sets (`game.check.moves`), forwards and backwards.
"""

from __future__ import annotations

from game.check.layout import Layout
from game.check.live import Liveness, Slots, members
from game.check.masks import Known, Set, union
from game.check.moves import Compiled, Move, Step, Worked, image, preimage, put_in
from game.check.net import Act, Edge
from game.check.rows import asked
from game.check.values import Arriving
from game.story.model import Row


class Link:
    """An edge between two pages. `guard` is where it can be taken without a fault."""

    __slots__ = ("edge", "guard", "source", "steps", "target")

    def __init__(
        self, edge: Edge, guard: Set, steps: tuple[Step, ...], source: Page, target: Page
    ) -> None:
        self.edge = edge
        self.guard = guard
        self.steps = steps
        self.source = source
        self.target = target

    def image(self, those: Set) -> Set:
        """Where the valuations `those` come to by this link."""
        return image(those & self.guard, self.steps)

    def preimage(self, those: Set) -> Set:
        """Every valuation that this link takes to one of `those`."""
        return preimage(those, self.steps) & self.guard


class Page:
    """A node with the values of its unfolded slots. `links` are made when first asked for."""

    __slots__ = ("_links", "all", "faults", "into", "key", "node", "order", "reached")

    def __init__(self, node: int, key: int, order: tuple[int, int], all_: Set) -> None:
        self.node = node
        self.key = key
        self.order = order
        self.all = all_
        self.reached: Set = 0
        self.into: list[Link] = []
        self.faults: list[tuple[Edge, Act, Set]] = []
        self._links: list[Link] | None = None


class Pages:
    """The pages reached so far, and what they need to be linked."""

    def __init__(
        self, arriving: Arriving, live: Liveness, layout: Layout, worked: Worked | None = None
    ) -> None:
        self.net = live.net
        self.arriving = arriving
        self.live = live
        self.layout = layout
        self.worked = worked or Worked(layout, self.net.slots)
        self.masks = self.worked.masks
        self.found: list[dict[int, Page]] = [{} for _ in self.net.nodes]
        self.count = 0
        self.bits = 0
        """Bits of the sets and masks held: what the search takes of memory, and not much else."""
        self.rank = _ranks(live)
        self.sizes = [(1 << size) - 1 for size in layout.size]
        self._compiled: dict[tuple[int, int], Compiled] = {}
        self._asked: dict[int, int] = {}
        # Rows of the net live as long as it does, so their `id` names them.
        self._marks: dict[tuple[int, int], int] = {}
        self._held: dict[tuple[int, int, int], Set] = {}

    def start(self) -> tuple[Page, Set]:
        """The page of the first node as a play starts there, and the one valuation."""
        key = at = 0
        for slot in members(self.live.active[0]):
            about = self.net.slots[slot]
            if slot in self.layout.key_at:
                key |= (about.start - about.low) << self.layout.key_at[slot]
            else:
                at += self.worked.index[slot][about.start] * self.layout.stride[slot]
        return self.page(0, key), 1 << at

    def page(self, node: int, key: int) -> Page:
        """The page of `node` with that key."""
        page = self.found[node].get(key)
        if page is None:
            page = Page(node, key, (self.rank[node], self.count), self.sizes[node])
            self.found[node][key] = page
            self.count += 1
        return page

    def links(self, page: Page) -> list[Link]:
        """The links from a page."""
        if page._links is None:  # noqa: SLF001 - Page is this file's
            links = []
            for edge in self.live.edges[page.node]:
                moves, faults = self._moves(edge, page.key)
                for guard, steps, keep, put in moves:
                    target = self.page(edge.target, page.key & keep | put)
                    link = Link(edge, guard, steps, page, target)
                    links.append(link)
                    target.into.append(link)
                page.faults += [(edge, edge.acts[act], mask) for act, mask in faults]
            page._links = links  # noqa: SLF001
        return page._links  # noqa: SLF001

    def holds(self, page: Page, row: Row | None) -> Set:
        """Where on a page a condition of the net holds that its node asks."""
        if row is None:
            return page.all
        n = page.node
        mark = self._marks.get((n, id(row)))
        if mark is None:
            mark = self._marks[n, id(row)] = self.mark(n, asked(row))
        held = self._held.get((n, id(row), page.key & mark))
        if held is None:
            held = page.all & self.masks.holds(row, self.known(n, page.key, asked(row)))
            self._held[n, id(row), page.key & mark] = held
        return held

    def mark(self, node: int, slots: Slots) -> int:
        """The bits of a page's key that hold any of `slots`."""
        layout = self.layout
        if not layout.unfolded:
            return 0
        those = slots & self.live.active[node] & layout.unfolded
        return sum(layout.key_field[slot] for slot in members(those))

    def known(self, node: int, key: int, slots: Slots) -> dict[int, int]:
        """Which of `slots` are known at a page, and their values."""
        active, layout = self.live.active[node], self.layout
        out = {}
        for slot in members(slots):
            if not active >> slot & 1:
                low = self.net.slots[slot].low
                sets, fields = self.arriving.at[node], self.arriving.fields
                one = (sets & fields.field[slot]) >> fields.base[slot]
                out[slot] = low + one.bit_length() - 1
            elif slot in layout.key_at:
                low = self.net.slots[slot].low
                out[slot] = low + ((key & layout.key_field[slot]) >> layout.key_at[slot])
        return out

    def _moves(self, edge: Edge, key: int) -> Compiled:
        mark = self._asked.get(id(edge))
        if mark is None:
            mark = self._asked[id(edge)] = self.mark(edge.source, self._read(edge))
        compiled = self._compiled.get((id(edge), key & mark))
        if compiled is None:
            compiled = self._compiled[id(edge), key & mark] = self._once(edge, key)
            self.bits += sum(move.bits for move in compiled[0])
        return compiled

    def _once(self, edge: Edge, key: int) -> Compiled:
        """`_compile`, or what it gave when all that it depends on was the same."""
        here, wanted = self.live.active[edge.source], self.live.active[edge.target]
        known = self.known(edge.source, key, self._read(edge) | wanted & ~here)
        depends = (
            id(edge.guard),
            *((act.slot, id(act.row)) for act in edge.acts),
            id(edge) in self.live.risky,
            here,
            wanted,
            tuple(known.items()),
            self.sizes[edge.source],
            self.sizes[edge.target],
        )
        compiled = self.worked.compiled.get(depends)
        if compiled is None:
            compiled = self.worked.compiled[depends] = self._compile(edge, known)
            self.worked.rows += [edge.guard, edge.acts]
            self.worked.bits += sum(move.bits for move in compiled[0])
        return compiled

    @staticmethod
    def _read(edge: Edge) -> Slots:
        read = 0 if edge.guard is None else asked(edge.guard)
        for act in edge.acts:
            read |= asked(act.row)
        return read

    def _compile(self, edge: Edge, known: Known) -> Compiled:
        n, all_ = edge.source, self.sizes[edge.source]
        wanted = self.live.active[edge.target]
        guard = all_
        if edge.guard is not None:
            guard &= self.masks.holds(edge.guard, known)
        set_: dict[int, Row] = {}
        faults = []
        for index, act in enumerate(edge.acts):
            row = put_in(act.row, set_)
            if id(edge) in self.live.risky:
                out = guard & self._outside(act.slot, row, known)
                if out:
                    faults.append((index, out))
                    guard &= ~out
            set_[act.slot] = row
        if not guard:
            return [], faults
        moves = []
        here = self.live.active[n]
        low = ~self.layout.unfolded
        longer = all_ | self.sizes[edge.target]
        for part, keep, put in self.worked.keys(here, wanted, set_, known, guard):
            steps = self.worked.steps(here & low, wanted & low, set_, known, longer)
            moves.append(Move(part, steps, keep, put))
        return moves, faults

    def _outside(self, slot: int, row: Row, known: Known) -> Set:
        about = self.net.slots[slot]
        parts = self.masks.values(row, known)
        return union(mask for v, mask in parts.items() if not about.low <= v <= about.high)


def _ranks(live: Liveness) -> list[int]:
    """A number for each node, so that most edges lead up: depth first, last left first."""
    rank = [0] * len(live.edges)
    state = [0] * len(live.edges)
    at = len(rank)
    ways = [(0, iter(live.edges[0]))]
    state[0] = 1
    while ways:
        n, edges = ways[-1]
        for edge in edges:
            if not state[edge.target]:
                state[edge.target] = 1
                ways.append((edge.target, iter(live.edges[edge.target])))
                break
        else:
            ways.pop()
            at -= 1
            rank[n] = at
    return rank
