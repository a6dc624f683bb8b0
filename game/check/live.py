"""Which slots still matter at which node.

A slot is *live* at a node if some way on from there may read it before it is set anew. What is not
live cannot be told apart by anything that follows, so two states that differ only in slots that
are not live have the same branches, endings and faults ahead, at the same distances: leaving those
slots out of a state is exact, and a shortest way stays one. A slot that can have only one value at
a node (`game.check.values`) is known there and needs no room either. What remains is *undecided
and still read*, and only that costs states.

This is the liveness analysis of compilers, run backwards over the net to its least fixpoint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from game.check.net import Edge, Net, Node
from game.check.rows import asked
from game.check.values import Arriving

Slots = int
"""A set of slots: bit n is slot n."""


def members(slots: Slots) -> Iterator[int]:
    """The numbers of the slots in a set."""
    while slots:
        bit = slots & -slots
        yield bit.bit_length() - 1
        slots ^= bit


class Liveness:
    """What is live at each node, and what of it is undecided (`active`)."""

    def __init__(
        self,
        arriving: Arriving,
        observed: Callable[[Node], Slots] = lambda _: 0,
        net: Net | None = None,
    ) -> None:
        """`observed` says what else is read at a node: to tell texts apart, what they print.

        `net` is one that can do whatever that of `arriving` can, where it is another.
        """
        self.net: Net = net or arriving.net
        self.edges: list[list[Edge]] = []
        """The edges of each node that may be taken at all."""
        self.risky: set[int] = set()
        """Edges (by `id`) an effect of which may leave its range."""
        self._guard: dict[int, Slots] = {}
        """What the guard of each open edge asks, where value sets do not settle it."""
        self._open_edges(arriving)
        self.live: list[Slots] = self._fixpoint(arriving, observed)
        self.active: list[Slots] = self._undecided(arriving)

    def _open_edges(self, arriving: Arriving) -> None:
        for n, node in enumerate(self.net.nodes):
            open_ = []
            for edge in node.edges if arriving.at[n] else ():
                out, fault = arriving.through(edge, arriving.at[n])
                if fault:
                    self.risky.add(id(edge))
                if out or fault:
                    open_.append(edge)
                    if edge.guard is not None and arriving.open(n, edge.guard):
                        self._guard[id(edge)] = asked(edge.guard)
            self.edges.append(open_)

    def before(self, edge: Edge, live: Slots) -> Slots:
        """What must be known before `edge`, if `live` must be after it."""
        for act in reversed(edge.acts):
            bit = 1 << act.slot
            if live & bit or id(edge) in self.risky:
                live = live & ~bit | asked(act.row)
        return live | self._guard.get(id(edge), 0)

    def _fixpoint(self, arriving: Arriving, observed: Callable[[Node], Slots]) -> list[Slots]:
        into: list[list[Edge]] = [[] for _ in self.net.nodes]
        live: list[Slots] = []
        for n, node in enumerate(self.net.nodes):
            here = 0
            if arriving.at[n]:
                here = observed(node)
                # What value sets settle is asked no more: a condition that never holds there, or
                # always, costs no state.
                for goal in node.goals:
                    if goal.row is not None and arriving.open(n, goal.row):
                        here |= asked(goal.row)
                for edge in self.edges[n]:
                    here |= self.before(edge, 0)
                    into[edge.target].append(edge)
            live.append(here)
        todo: list[int] = list(range(len(live)))
        waiting: Sequence[bool] = [True] * len(live)
        while todo:
            n = todo.pop()
            waiting[n] = False  # type: ignore[index]
            for edge in into[n]:
                more = live[edge.source] | self.before(edge, live[n])
                if more != live[edge.source]:
                    live[edge.source] = more
                    if not waiting[edge.source]:
                        waiting[edge.source] = True  # type: ignore[index]
                        todo.append(edge.source)
        return live

    def _undecided(self, arriving: Arriving) -> list[Slots]:
        # Every field of a node that anything arrives at has a bit, so that taking its lowest place
        # from each borrows from no other: what is left of a field is not 0 if it had more bits.
        fields, out = arriving.fields, []
        lowest = sum(1 << base for base in fields.base)
        all_of: dict[Slots, int] = {}
        for n, here in enumerate(self.live):
            found, sets = 0, arriving.at[n]
            if here and sets:
                if here not in all_of:
                    all_of[here] = sum(fields.field[slot] for slot in members(here))
                many = sets & (sets - lowest) & all_of[here]
                while many:
                    slot = fields.slot_at[many.bit_length() - 1]
                    found |= 1 << slot
                    many &= ~fields.field[slot]
            out.append(found)
        return out
