"""What is wrong though every branch can be reached: conditions that decide nothing, and the like.

Each is proved. A variable is *never changed* if no effect that can be done gives it anything but
its start: by induction it then never has another. It is *never read* if neither what is shown or
offered depends on it nor any variable on which that depends. For variables that are always equal
see `game.check.equal`, for conditions that decide nothing `game.check.idle`, and for choices
`game.check.twins`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.check import words
from game.check.equal import WRITTEN, equal, pairs
from game.check.findings import Oddity
from game.check.idle import idle
from game.check.live import Liveness, Slots
from game.check.moves import put_in
from game.check.net import Edge, Net
from game.check.rows import asked, reads
from game.check.standing import Case, Standing
from game.check.visible import Sight
from game.story.model import Place, Row


def oddities(
    live: Liveness,
    standing: Standing,
    sights: Sequence[Sight],
    twins: list[tuple[Edge, Edge]],
) -> tuple[Oddity, ...]:
    """Everything odd, in the order of the kinds. `sights` are of the nodes of the net."""
    net = live.net
    edges = [edge for n, those in enumerate(live.edges) if standing.reaches(n) for edge in those]
    fixed = _never_changed(net, edges, standing)
    unread = _never_read(net, sights)
    return (
        *(_about(net, n, "never-read", said) for n, said in unread.items()),
        *(
            _about(net, n, "never-changed", f"is never changed: it is {_start(net, n)}")
            for n in fixed
            if n not in unread
        ),
        *_always_equal(net, edges, standing),
        *idle(net, standing, lambda row: fixed.issuperset(reads(row))),
        *(_twins(net, a, b) for a, b in twins),
    )


def _about(net: Net, slot: int, code: str, said: str) -> Oddity:
    """Something odd about a variable or a person's stance, told where it is declared."""
    about = net.slots[slot]
    return Oddity(code, f"{words.name(about)} {said}", about.place or _anywhere(net), about.name)


def _start(net: Net, slot: int) -> str:
    return f"always {words.value(net.slots[slot], net.slots[slot].start)}"


def _never_changed(net: Net, edges: list[Edge], standing: Standing) -> set[int]:
    left = {n for n, slot in enumerate(net.slots) if slot.kind in WRITTEN}
    for edge in edges:
        set_: dict[int, Row] = {}
        case = Case(edge.source) if edge.guard is None else Case(edge.source, (edge.guard,))
        for act in edge.acts:
            row = set_[act.slot] = put_in(act.row, set_)
            if act.slot in left and _changes(net, standing, case, act.slot, row):
                left.discard(act.slot)
    return left


def _changes(net: Net, standing: Standing, case: Case, slot: int, row: Row) -> bool:
    about = net.slots[slot]
    if row[0] == "k":
        return row[1] != about.start and standing.may(case)
    inside = (("<=", ("k", about.low), row), ("<=", row, ("k", about.high)))
    return standing.may(case.and_(("!=", row, ("k", about.start)), *inside))


def _never_read(net: Net, sights: Sequence[Sight]) -> dict[int, str]:
    """The variables on which nothing that a player meets depends, and what uses them."""
    needed = 0
    into: dict[int, Slots] = {}
    for node, sight in zip(net.nodes, sights, strict=True):
        needed |= sight.observed
        for row in sight.rows:
            needed |= asked(row)
        for edge in node.edges:
            for act in edge.acts:
                into[act.slot] = into.get(act.slot, 0) | asked(act.row)
    grown = -1
    while grown != needed:
        grown = needed
        for slot, read in into.items():
            needed |= read if needed >> slot & 1 else 0
    out = {}
    for n, about in enumerate(net.slots):
        if about.kind not in WRITTEN or needed >> n & 1:
            continue
        users = [net.slots[slot] for slot, read in into.items() if slot != n and read >> n & 1]
        if users:
            names = " and ".join(map(words.name, users))
            out[n] = f"is never read: it only goes into {names}, which nothing reads either"
        else:
            out[n] = "is never read: nothing that is shown or offered asks for it"
    return out


def _always_equal(net: Net, edges: list[Edge], standing: Standing) -> Iterator[Oddity]:
    for first, other, same in pairs(equal(standing.arriving, edges), net.slots):
        one = words.name(net.slots[first])
        if not same:
            said = f"is always the opposite of {one}: one of them is enough"
        elif net.slots[other].kind == "stance":
            said = f"and {one} always take the same stance: nothing tells them apart"
        else:
            said = f"and {one} are always equal: one of them is enough"
        yield _about(net, other, "always-equal" if same else "always-opposite", said)


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
