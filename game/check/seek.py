"""What is looked for as goals to be sought one by one (`game.check.refine`).

The same as `game.check.targets` finds on pages, but for traps, which `game.check.snares` looks for.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.check.live import Liveness
from game.check.moves import put_in
from game.check.net import Act, Edge, Net
from game.check.refine import Sought
from game.check.rows import FALSE, both, negated
from game.check.targets import Key
from game.check.values import Arriving
from game.story.model import Row


def goals_of(net: Net, arriving: Arriving, live: Liveness) -> tuple[list[Sought], dict[int, Act]]:
    """The same targets as goals to be sought one by one, but for traps; and the acts of faults."""
    out: list[Sought] = []
    acts: dict[int, Act] = {}
    for n, node in enumerate(net.nodes):
        if not arriving.at[n]:
            continue
        out += [Sought(Key("branch", g.branch), n, g.row, None) for g in node.goals]
        for edge in live.edges[n]:
            if edge.branch >= 0:
                key = Key("branch", edge.branch)
                out.append(Sought(key, n, edge.guard, edge, taken=True))
            if id(edge) in live.risky:
                for act, row in _faulty(net, edge):
                    acts[id(act)] = act
                    out.append(Sought(Key("fault", id(act)), n, row, edge))
        guards = [edge.guard for edge in live.edges[n]]
        shut: Row | None = None
        for guard in guards:
            shut = FALSE if guard is None or shut == FALSE else both(shut, negated(guard))
        if node.stops and not node.ending:
            nowhere = shut is not None and not arriving.fields.narrow(arriving.at[n], shut)
            if not nowhere:
                out.append(Sought(Key("stuck", n), n, shut, None))
    return out, acts


def _faulty(net: Net, edge: Edge) -> Iterator[tuple[Act, Row]]:
    """For each effect of an edge: when it is the first to leave its range."""
    set_: dict[int, Row] = {}
    before = edge.guard
    for act in edge.acts:
        row, slot = put_in(act.row, set_), net.slots[act.slot]
        out: Row = ("or", ("<", row, ("k", slot.low)), (">", row, ("k", slot.high)))
        if act.effect is not None:
            whole = both(before, out)
            assert whole is not None
            yield act, whole
        before = both(before, negated(out))
        set_[act.slot] = row
