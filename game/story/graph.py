"""How passages hang together: what can be seen without asking what any condition allows.

Whether a branch can really be reached is the check's question (`game.check`); here are the faults
that stand whatever the values are: a circle of jumps without a choice, a flow that calls itself, a
way into or out of a flow that is no call or return.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from game.story.diagnostics import Problems
from game.story.gather import Gathered
from game.story.model import Passage

DEEPEST = 16
"""Calls that may stand in each other."""


def check(all_: Gathered, passages: Mapping[str, Passage], problems: Problems) -> None:
    """Report what is wrong with how the passages of a story hang together."""
    if len(passages) > 50_000:
        problems.add(
            "F10",
            all_.head.spot.key_place,
            what="passages",
            found=len(passages),
            limit=50_000,
            mend="Split the story in two.",
        )
        return
    if not passages:
        problems.add("G08", all_.head.spot.key_place)
        return
    _flows_are_closed(all_, passages, problems)
    order = _call_order(all_, problems)
    if order is not None:
        _no_circles(all_, passages, order, problems)
    if not any(p.ending for p in passages.values()):
        problems.add("G08", all_.head.spot.key_place)


def targets(passage: Passage) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Where a passage can lead besides calls and returns, with the keys under the passage."""
    for choice in passage.choices:
        yield choice.to, ("choices", choice.id.rsplit("/", 1)[1], "to")
    for n, jump in enumerate(passage.jumps):
        yield jump.to, ("to", n, "to") if len(passage.jumps) > 1 else ("to",)
    if passage.meeting:
        yield passage.meeting.carried, ("meeting", "carried")
        yield passage.meeting.lost, ("meeting", "lost")


def _flows_are_closed(all_: Gathered, passages: Mapping[str, Passage], problems: Problems) -> None:
    for passage in passages.values():
        spot = all_.passages[passage.id].spot
        ways = [(to, spot.at(*keys)) for to, keys in targets(passage)]
        if passage.skip is not None:
            scene = all_.scenes[passage.scene].spot
            ways.append((passage.skip.to, scene.at("skip", "to")))
        for to, at in ways:
            if to not in passages or passages[to].flow == passage.flow:
                continue
            inside = passages[to].flow
            problems.add(
                "G03",
                at.place,
                len(to),
                what=f"`{to}` belongs to the flow `{inside}`"
                if inside
                else f"`{to}` is outside the flow `{passage.flow}`",
                mend=f"Enter it with `call: {inside}`."
                if inside
                else "Leave a flow with `return: true`.",
            )
    for name, (flow, spot) in all_.flows.items():
        if flow.start not in flow.passages:
            at = spot.at("start")
            at.wrong(
                problems,
                "G03",
                what=f"`{flow.start}` is no passage of the flow `{name}`",
                mend="Start a flow with one of its own passages.",
            )
        if not any(p.return_ or p.ending for p in flow.passages.values()):
            spot.wrong_key(problems, "G04", flow=name)


def _calls(all_: Gathered) -> dict[str, dict[str, str]]:
    """For each flow, the flows it calls and a passage of it that does."""
    return {
        name: {p.call: id_ for id_, p in flow.form.passages.items() if p.call in all_.flows}
        for name, flow in all_.flows.items()
    }


def _call_order(all_: Gathered, problems: Problems) -> list[str] | None:
    """The flows, each after those it calls; None (and G02) if one calls itself."""
    calls = _calls(all_)
    circle = _circle(calls, {name: list(to) for name, to in calls.items()})
    if circle is not None:
        spot = all_.passages[calls[circle[-1]][circle[0]]].spot.at("call")
        said = " -> ".join((*circle, circle[0]))
        spot.wrong(problems, "G02", flow=circle[0], circle=said)
        return None
    order: list[str] = []
    depth: dict[str, int] = {}
    while len(order) < len(calls):
        for name, to in calls.items():
            if name not in depth and all(f in depth for f in to):
                depth[name] = 1 + max((depth[f] for f in to), default=0)
                order.append(name)
    deepest = max(order, key=depth.__getitem__, default=None)
    if deepest is not None and depth[deepest] > DEEPEST:
        problems.add(
            "F10",
            all_.flows[deepest].spot.key_place,
            what="calls within calls",
            found=depth[deepest],
            limit=DEEPEST,
            mend="Take a level out.",
        )
        return None
    return order


def _no_circles(
    all_: Gathered, passages: Mapping[str, Passage], order: Iterable[str], problems: Problems
) -> None:
    """Report a circle of jumps, calls and returns that offers no choice (G01).

    A call leads to the flow's start, and also straight on to its own `to` if the flow can be run
    through without a choice: `order` has each flow after those it calls, so that this is known.
    """
    through: set[str] = set()
    onward: dict[str, list[str]] = {}
    for passage in passages.values():
        onward[passage.id] = [j.to for j in passage.jumps] if passage.call is None else []
    starts = {name: flow.form.start for name, flow in all_.flows.items()}
    for name in [*order, None]:
        members = [p for p in passages.values() if p.flow == name]
        for passage in members:
            called = all_.passages[passage.id].form.call
            if passage.call is not None and called is not None:
                onward[passage.id] = [passage.call]
                if called in through:
                    onward[passage.id] += [j.to for j in passage.jumps]
        if name is not None and _runs_through(starts[name], onward, passages, name):
            through.add(name)
    graph = {p: [t for t in to if t in onward] for p, to in onward.items()}
    circle = _circle(graph, graph)
    if circle is not None:
        spot = all_.passages[circle[0]].spot
        at = spot.at("to" if passages[circle[0]].call is None else "call")
        said = " -> ".join((*circle, circle[0]))
        at.wrong_key(problems, "G01", circle=said)


def _runs_through(
    start: str, onward: Mapping[str, list[str]], passages: Mapping[str, Passage], flow: str
) -> bool:
    """True if a `return` of the flow can be reached from its start by jumps alone."""
    todo, done = [start], {start}
    while todo:
        here = passages.get(todo.pop())
        if here is None or here.flow != flow:
            continue
        if here.returns:
            return True
        for to in onward[here.id]:
            if to not in done:
                done.add(to)
                todo.append(to)
    return False


def _circle(names: Iterable[str], edges: Mapping[str, list[str]]) -> list[str] | None:
    """The first circle along `edges`, without repeating its first name; None if there is none.

    Depth first with a stack of our own: a story's chain of jumps may be longer than Python's.
    """
    done: set[str] = set()
    for root in names:
        if root in done:
            continue
        path: list[str] = [root]
        on_path = {root}
        ways = [iter(edges[root])]
        while ways:
            for to in ways[-1]:
                if to in on_path:
                    return path[path.index(to) :]
                if to not in done:
                    path.append(to)
                    on_path.add(to)
                    ways.append(iter(edges[to]))
                    break
            else:
                ways.pop()
                last = path.pop()
                on_path.discard(last)
                done.add(last)
    return None
