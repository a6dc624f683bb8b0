"""What is wrong though every branch can be reached: conditions that decide nothing, and the like.

Each is proved. A condition (or a part of one) is *always true where it stands* if it holds in all
that is reached there; that it never holds is said of the branch, which then cannot be reached. A
variable is *never changed* if value sets have only its start. Two are *always equal* if they start
equal and every step sets both to the same, or neither: by induction they never part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.check import words
from game.check.findings import Oddity
from game.check.live import Liveness
from game.check.net import Edge, Net
from game.check.rows import parts, reads
from game.check.values import Arriving
from game.story.model import Condition, Place, Row

AlwaysHolds = Callable[[int, Row], bool]
"""Whether a condition holds in all that is reached at a node."""

WRITTEN = ("flag", "number", "one_of", "stance")
"""The kinds of slot that an author declares."""


def oddities(
    arriving: Arriving, live: Liveness, always: AlwaysHolds, twins: list[tuple[Edge, Edge]]
) -> tuple[Oddity, ...]:
    """Everything odd, in the order of the kinds."""
    net = arriving.net
    return (
        *_never_changed(arriving),
        *_always_equal(net, live),
        *_always_true(net, live, always),
        *(_twins(net, a, b) for a, b in twins),
    )


def _first_reads(net: Net) -> dict[int, Place]:
    """Where each slot is first asked."""
    out: dict[int, Place] = {}
    for node in net.nodes:
        asking = [condition for goal in node.goals for condition in goal.conditions]
        asking += [edge.condition for edge in node.edges if edge.condition is not None]
        for condition in asking:
            for slot in reads(condition.row):
                out.setdefault(slot, condition.place)
    return out


def _never_changed(arriving: Arriving) -> Iterator[Oddity]:
    net, fields = arriving.net, arriving.fields
    everywhere = 0
    for sets in arriving.at:
        everywhere |= sets
    asked = _first_reads(net)
    for n, slot in enumerate(net.slots):
        if slot.kind in WRITTEN and not fields.many(everywhere, n):
            said = (
                f"{words.name(slot)} is never changed: it is always {words.value(slot, slot.start)}"
            )
            yield Oddity("never-changed", said, asked.get(n, _anywhere(net)))


def _always_equal(net: Net, live: Liveness) -> Iterator[Oddity]:
    """Slots of one range that start equal and are always set together, to constants or alike."""
    told: dict[int, list[object]] = {n: [] for n in range(len(net.slots))}
    for edges in live.edges:
        for edge in edges:
            last: dict[int, Row] = {}
            for act in edge.acts:
                # What reads a slot could tell two apart: only plain constants are compared.
                last[act.slot] = act.row if act.row[0] == "k" else ("own", act.slot)
            for slot, row in last.items():
                told[slot].append((id(edge), row))
    alike: dict[object, list[int]] = {}
    for n, about in enumerate(net.slots):
        if about.kind in WRITTEN and told[n]:
            shape = (about.kind, about.low, about.high, about.start, about.values, tuple(told[n]))
            alike.setdefault(shape, []).append(n)
    asked = _first_reads(net)
    for first, *others in alike.values():
        for other in others:
            one, two = words.name(net.slots[first]), words.name(net.slots[other])
            said = f"{one} and {two} are always equal: one of them is enough"
            yield Oddity("always-equal", said, asked.get(other, _anywhere(net)))


def _always_true(net: Net, live: Liveness, always: AlwaysHolds) -> Iterator[Oddity]:
    sites: dict[tuple[str, Place], tuple[Condition, list[int]]] = {}
    for n, node in enumerate(net.nodes):
        if not live.edges[n] and not node.ending:
            continue
        found = [one for goal in node.goals for one in goal.conditions[-1:]]
        found += [edge.condition for edge in node.edges if edge.condition is not None]
        for condition in dict.fromkeys(found):
            _, nodes = sites.setdefault((condition.source, condition.place), (condition, []))
            nodes.append(n)
    for condition, nodes in sites.values():
        for part in parts(condition.row):
            if not reads(part) or not all(always(n, part) for n in nodes):
                continue
            said = words.condition(part, net.slots)
            if part is condition.row:
                yield Oddity("always-true", f"{said} always holds here", condition.place)
            else:
                where = f"{said} always holds here, so it adds nothing to {condition.source}"
                yield Oddity("always-true", where, condition.place)


def _twins(net: Net, a: Edge, b: Edge) -> Oddity:
    passage, to = net.nodes[a.source].passage, net.nodes[a.target].passage
    choices = {choice.id: choice for choice in net.story.passages[passage].choices}
    first, second = a.option or "", b.option or ""
    short = second.rsplit("/", 1)[1]
    said = (
        f"{first} and {short} come to the same: from {to} on, nothing that is printed, offered or "
        "reached differs"
    )
    return Oddity("twins", said, choices[second].place if second in choices else _anywhere(net))


def _anywhere(net: Net) -> Place:
    for passage in net.story.passages.values():
        return Place(passage.place.file, 1, 1)
    return Place("story.yaml", 1, 1)
