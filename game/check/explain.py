"""Why a branch cannot be reached, in the author's words.

The reason is the *nearest* one: where the branch's own place is reached, what of its condition
never holds there, or what above it always does; where it is not, the same of the last step towards
it from somewhere that is. What is said to arrive there (`game.check.standing`) is everything that
can, so what is needed and not among it cannot be had. Where each part may hold and only all of them
never do, the nearest miss is told: all parts but one, and what that one comes to then, with a
shortest play that gets as far.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from game.check import words
from game.check.asked import Asking, after, of_edge, of_goal
from game.check.astray import Astray
from game.check.findings import Reason
from game.check.live import Liveness
from game.check.misses import Misses
from game.check.net import Edge, Net
from game.check.rows import negated
from game.check.standing import Case, Standing
from game.story.model import Place


class _Site(NamedTuple):
    """Somewhere a branch would show: what it needs there, and the step, if it is one."""

    asking: Asking
    edge: Edge | None

    @property
    def node(self) -> int:
        return self.asking.case.node


class _Draft(NamedTuple):
    """A reason, and what a play that comes nearest comes to."""

    reason: Reason
    nearest: Case | None = None


class Explainer:
    """Finds reasons. `reached` says for each node whether a play gets there."""

    def __init__(self, live: Liveness, reached: Sequence[bool], standing: Standing) -> None:
        self.net: Net = live.net
        self.live = live
        self.reached = reached
        self.standing = standing
        self.misses = Misses(self.net, standing)
        self._astray: Astray | None = None
        self.stopped = False
        """Whether it was interrupted, so that nearest plays are missing."""
        self._known: dict[int, _Draft] = {}
        """The reasons of edges, by their `id`, without a lead."""
        self.sites: dict[int, list[_Site]] = {}
        self.into: list[list[Edge]] = [[] for _ in self.net.nodes]
        for n, node in enumerate(self.net.nodes):
            for goal in node.goals:
                site = _Site(of_goal(self.net.branches[goal.branch], goal, n), None)
                self.sites.setdefault(goal.branch, []).append(site)
            for edge in node.edges:
                self.into[edge.target].append(edge)
                if edge.branch >= 0:
                    site = _Site(of_edge(self.net, edge), edge)
                    self.sites.setdefault(edge.branch, []).append(site)

    def reasons(self, branches: Iterable[int]) -> dict[int, Reason]:
        """Why each of the branches of those numbers cannot be reached."""
        drafts = {branch: self._draft(branch) for branch in branches}
        try:
            ways = self.standing.ways([one.nearest for one in drafts.values() if one.nearest])
        except KeyboardInterrupt:
            ways, self.stopped = {}, True  # the reasons stand without them
        return {
            branch: reason if nearest is None else reason._replace(way=ways.get(nearest, ()))
            for branch, (reason, nearest) in drafts.items()
        }

    def _draft(self, branch: int) -> _Draft:
        about = self.net.branches[branch]
        sites = self.sites.get(branch, [])
        for site in sites:
            if self.reached[site.node]:
                return self._here(site, about.place, "")
        for edge in self._steps_towards([site.node for site in sites]):
            place = self.net.story.passages[self.net.nodes[edge.source].passage].place
            lead = f"the nearest way here is {self._step(edge)}, which "
            return self._here(_Site(of_edge(self.net, edge), edge), place, lead)
        if self._astray is None:
            self._astray = Astray(self.net.story)
        root = self._astray.root(about.id)
        said = f"nothing that can be entered leads to {root.id}"
        return _Draft(Reason(said, root.place, root.id))

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

    def _step(self, edge: Edge) -> str:
        if edge.option is not None:
            return edge.option
        if edge.branch >= 0:
            return self.net.branches[edge.branch].id
        return self.net.nodes[edge.source].passage

    def _here(self, site: _Site, place: Place, lead: str) -> _Draft:
        """The reason of a site whose node is reached; `place` is for what has no place itself."""
        # What lies behind one step is explained by that step, over and over.
        draft = None if site.edge is None else self._known.get(id(site.edge))
        if draft is None:
            draft = self._result(site) or self._shut_out(site) or self._fault(site)
            draft = draft or self._own(site)
        if draft is None:
            draft = _Draft(self._unsaid(site, place))
        if site.edge is not None:
            self._known[id(site.edge)] = draft
        reason = draft.reason
        return draft._replace(reason=reason._replace(words=lead + reason.words))

    def _unsaid(self, site: _Site, place: Place) -> Reason:
        """What was proved of the way there, and shows in no value that is known here."""
        if site.asking.own is None and site.asking.above:
            fails = site.asking.above[-1]
            said = f"needs {fails.source} to fail, and no play brings that about here"
            return Reason(said, fails.place, fails.source)
        source = self.net.nodes[site.node].passage
        return Reason("needs what no play brings about here", place, source)

    def _result(self, site: _Site) -> _Draft | None:
        """A meeting's result, for which the hands are not enough or too many."""
        edge = site.edge
        passage = self.net.story.passages[self.net.nodes[site.node].passage]
        if passage.meeting is None or edge is None or edge.guard is None:
            return None
        from game.check import votes  # it needs the engine, and few stories need it

        carried = edge.option == f"{passage.id}/carried"
        found = votes.obstacle(passage.meeting, site.node, self.standing, carried=carried)
        return _Draft(Reason(found.words, passage.place, passage.id), found.nearest)

    def _shut_out(self, site: _Site) -> _Draft | None:
        """A condition above that always holds when it is asked."""
        above = site.asking.above
        for n, condition in enumerate(above):
            asked = after(site.node, above[:n])
            fails = negated(condition.row)
            if self.standing.may(asked.and_(fails)):
                continue
            if site.asking.own is None and len(above) == 1 and site.edge is None:
                arrives = self.misses.arrives(asked, fails) or "it always holds"
                said = f"needs {condition.source} to fail, and here {arrives}"
            else:
                when = "when it is asked" if n else "here"
                said = f"comes after {condition.source}, which always holds {when}"
            return _Draft(Reason(said, condition.place, condition.source))
        return None

    def _fault(self, site: _Site) -> _Draft | None:
        """A step that could be taken, were it not for an effect that leaves its range."""
        (own, case, _), edge = site
        case = case if own is None else case.and_(own.row)
        if edge is None or id(edge) not in self.live.risky or not self.standing.may(case):
            return None
        fields = self.standing.arriving.fields
        sets = self.standing.arriving.at[edge.source]
        for row in case.rows:
            sets = fields.narrow(sets, row)
        for act in edge.acts:
            sets, leaves = fields.after(sets, act.slot, act.row)
            if leaves and act.effect is not None:
                said = f"always takes {words.name(self.net.slots[act.slot])} out of its range"
                return _Draft(Reason(said, act.effect.place, act.effect.source))
        return None

    def _own(self, site: _Site) -> _Draft | None:
        """A condition that never holds when it is asked."""
        own, case, _ = site.asking
        if own is None:
            return None
        if self.standing.may(case.and_(own.row)):
            # Not ruled out by what is known here, and still by what was proved.
            said = f"needs {own.source}, and no play brings that about here"
            return _Draft(Reason(said, own.place, own.source))
        here = Case(site.node)
        alone = not self.standing.may(here.and_(own.row))
        asked, when = (here, "here") if alone else (case, "when it is asked")
        said, nearest = self.misses.of(own, asked, when)
        return _Draft(Reason(said, own.place, own.source), nearest)
