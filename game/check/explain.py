"""Why a branch cannot be reached, in the author's words.

The reason is the *nearest* one: where the branch's own place is reached, the part of its condition
that never holds there; where it is not, the condition of the last step towards it from somewhere
that is. Value sets (`game.check.values`) give the range that arrives. Where each part of a
condition may hold alone, the sets say so and the reason is that they never hold together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.check import words
from game.check.findings import Reason
from game.check.live import Liveness
from game.check.net import Edge, Net, Node
from game.check.rows import reads
from game.check.values import Arriving
from game.story.model import Condition, Place, Row


class _Site(NamedTuple):
    """Somewhere a branch would show: the node, what it needs there, and the step, if it is one."""

    node: int
    row: Row | None
    conditions: tuple[Condition, ...]
    edge: Edge | None


class Explainer:
    """Finds reasons. `reached` says for each node whether a play gets there."""

    def __init__(self, arriving: Arriving, live: Liveness, reached: Sequence[bool]) -> None:
        self.net: Net = arriving.net
        self.arriving = arriving
        self.live = live
        self.reached = reached
        self.sites: dict[int, list[_Site]] = {}
        self.into: list[list[Edge]] = [[] for _ in self.net.nodes]
        for n, node in enumerate(self.net.nodes):
            for goal in node.goals:
                site = _Site(n, goal.row, goal.conditions, None)
                self.sites.setdefault(goal.branch, []).append(site)
            for edge in node.edges:
                self.into[edge.target].append(edge)
                if edge.branch >= 0:
                    self.sites.setdefault(edge.branch, []).append(_site_of(edge))

    def reason(self, branch: int) -> Reason:
        """Why the branch of that number cannot be reached."""
        about = self.net.branches[branch]
        sites = self.sites.get(branch, [])
        for site in sites:
            if self.reached[site.node]:
                return self._here(site, about.place, "")
        for edge in self._steps_towards([site.node for site in sites]):
            node = self.net.nodes[edge.source]
            return self._here(_site_of(edge), node_place(self.net, node), self._only_from(edge))
        return Reason("nothing that can be entered leads here", about.place, about.id)

    def _steps_towards(self, nodes: list[int]) -> Iterator[Edge]:
        """Edges from reached nodes towards `nodes`, the nearest first."""
        todo, seen = list(nodes), set(nodes)
        for n in todo:
            for edge in self.into[n]:
                if self.reached[edge.source]:
                    yield edge
                elif edge.source not in seen:
                    seen.add(edge.source)
                    todo.append(edge.source)

    def _only_from(self, edge: Edge) -> str:
        step = edge.option or (
            self.net.branches[edge.branch].id
            if edge.branch >= 0
            else self.net.nodes[edge.source].passage
        )
        return f"the nearest way here is {step}, which "

    def _here(self, site: _Site, place: Place, lead: str) -> Reason:
        condition = site.conditions[-1] if site.conditions else None
        source = condition.source if condition else self.net.nodes[site.node].passage
        at = condition.place if condition else place
        failing = self._failing(site)
        if failing is None:
            if site.edge is not None and site.edge.acts and id(site.edge) in self.live.risky:
                said = f"{lead}always leaves the range of a number"
            elif site.row is None:
                said = f"{lead}nothing that can be entered leads here"
            else:
                needs = words.condition(site.row, self.net.slots)
                said = f"{lead}needs {needs}, and no play brings that together here"
            return Reason(said, at, source)
        needs = words.condition(failing, self.net.slots)
        arrives = self._arrives(site.node, failing)
        said = f"{lead}needs {needs}"
        if arrives:
            said += f", and here {arrives}"
        else:
            said += ", which can never hold"
        return Reason(said, at, source)

    def _failing(self, site: _Site) -> Row | None:
        """The smallest part of what is needed that value sets alone rule out."""
        if site.row is None:
            return None
        fields, sets = self.arriving.fields, self.arriving.at[site.node]
        if fields.narrow(sets, site.row):
            return None
        row: Row = site.row
        while row[0] == "and":
            parts: list[Row] = list(row[1:])  # type: ignore[arg-type]
            alone = [part for part in parts if not fields.narrow(sets, part)]
            if not alone:
                break
            row = alone[0]
        return row

    def _arrives(self, node: int, row: Row) -> str:
        fields, sets = self.arriving.fields, self.arriving.at[node]
        said = []
        for slot in reads(row)[:4]:
            about, those = self.net.slots[slot], fields.values(sets, slot)
            if len(those) < about.high - about.low + 1:
                said.append(f"{words.name(about)} is {words.values(about, those)}")
        return " and ".join(said)


def _site_of(edge: Edge) -> _Site:
    conditions = () if edge.condition is None else (edge.condition,)
    return _Site(edge.source, edge.guard, conditions, edge)


def node_place(net: Net, node: Node) -> Place:
    """Where the passage of a node is written."""
    return net.story.passages[node.passage].place
