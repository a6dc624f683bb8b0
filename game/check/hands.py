"""How many hands a single choice decides at a meeting, and whose.

Take a state that a play comes to and two choices that can be taken there. One play takes the first.
The other is that same play but for what the choice *set*: its effects, and those of entering what
comes before the next screen stops, are those of the second choice. From there on both do the same:
they go where the first goes, with the same effects. The first choice *decides*, rather than the
second, as many hands as differ between the two at some meeting on the way. So it is asked what is
traced back to the choice itself. What it decides by where it leads (other scenes with other
choices) is asked of those choices. Where an effect that the first play can do would take the other
out of its range, they are followed no further.

First a bound from the text alone (`game.check.traces`): hands that cannot be decided. Only where
that leaves more than `ENOUGH`, the exact number is found, over all states: in a net that goes on,
after the two choices, in a copy of the story with a second slot beside each that may differ, which
takes the values of the other play. The hands that differ there are a sum like any other, so its
largest value over all that is reached is exact, and so is the shortest way to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import permutations
from typing import Literal, NamedTuple

from game.check import search
from game.check.concrete import Concrete, State
from game.check.explored import Tick, explored
from game.check.live import Liveness, Slots, members
from game.check.moves import put_in
from game.check.net import Act, Edge, Net, Node
from game.check.pages import Page, Pages
from game.check.rows import asked, first_that_holds, negated, work_out
from game.check.runs import Run, Runs, TooMany, composed
from game.check.search import Target
from game.check.traces import most_hands, spread
from game.check.values import Arriving
from game.story.model import Meeting, Passage, Row

ENOUGH = 3
"""As many hands may hang on one choice (`WRITING.md`: a gesture cannot raise twelve hands)."""
MOST_EXACT = 60
"""Pairs of choices whose exact number is looked for."""


class Decides(NamedTuple):
    """How many hands `choice` decides `rather_than` another, at the meeting where it is most."""

    choice: str
    rather_than: str
    meeting: str
    people: tuple[str, ...]
    """Whose hands; `you` is the player's. Where it is a bound, those that could be among them."""
    proof: Literal["at most", "exactly", "undecided"]
    way: tuple[str, ...] = ()
    """Where it is exact: a shortest way to that meeting, which takes `choice`."""


def deciding(
    net: Net, arriving: Arriving, live: Liveness, *, pages: int, tick: Tick | None = None
) -> list[Decides]:
    """For every two choices of a screen that decide a hand between them: how many, most first.

    Of a pair the order that decides more is given. `pages` is as in `game.check.check.Limit`.
    """
    return _Hands(net, arriving, live, pages, tick or (lambda _: None)).found()


class _Pair(NamedTuple):
    node: int
    a: Edge
    b: Edge
    differ: dict[int, Slots]


class _Hands:
    def __init__(
        self, net: Net, arriving: Arriving, live: Liveness, pages: int, tick: Tick
    ) -> None:
        self.net = net
        self.live = live
        self.most_pages = pages
        self.tick = tick
        self.runs = Runs(arriving, live)
        self._known: dict[int, list[Run]] = {}
        self._left = MOST_EXACT

    def found(self) -> list[Decides]:
        best: dict[frozenset[str], Decides] = {}
        for decided in self._every():
            key = frozenset((decided.choice, decided.rather_than))
            known = best.get(key)
            if known is None or _rank(decided) > _rank(known):
                best[key] = decided
        some = [one for one in best.values() if one.people or one.proof == "undecided"]
        return sorted(some, key=_rank, reverse=True)

    def _every(self) -> Iterator[Decides]:
        for n, edges in enumerate(self.live.edges):
            choices = [e for e in edges if self.net.branches[e.branch].kind == "choice"]
            for a, b in permutations(choices, 2):
                try:
                    pair = _Pair(n, a, b, spread(self.live.edges, self._start(a, b)))
                except TooMany:
                    yield _decides(a, b, "", (), "undecided")
                    continue
                meeting, people = most_hands(self.net, pair.differ)
                if len(people) <= ENOUGH:
                    if people:
                        yield _decides(a, b, meeting, people, "at most")
                    continue
                exact = self._exact(pair)
                yield exact or _decides(a, b, meeting, people, "undecided")

    def _next(self, edge: Edge) -> list[Run]:
        runs = self._known.get(id(edge))
        if runs is None:
            runs = self._known[id(edge)] = [
                run for run in self.runs.to_next(edge) if run.stops[-1].node >= 0
            ]
        return runs

    def _start(self, a: Edge, b: Edge) -> dict[int, Slots]:
        """The slots that differ on the first screens after `a`, had `b` set them."""
        out: dict[int, Slots] = {}
        for one in self._next(a):
            for other in self._next(b):
                node, acts = one.stops[-1]
                first, second = composed(acts), composed(other.stops[-1].acts)
                for slot in first.keys() | second.keys():
                    own: Row = ("v", slot)
                    if first.get(slot, own) != second.get(slot, own):
                        out[node] = out.get(node, 0) | 1 << slot
        return out

    def _exact(self, pair: _Pair) -> Decides | None:
        """The exact number, or None where that is too much to find."""
        self._left -= 1
        if self._left < 0:
            return None
        doubled = _Doubled(self.net, pair, self._next(pair.a), self._next(pair.b))
        pages = explored(doubled.net, self.most_pages, self.tick, doubled.observed())
        if pages is None:
            return None
        scored = {
            page: pages.masks.values(score, pages.known(page.node, page.key, asked(score)))
            for n, score in doubled.scores.items()
            for page in pages.found[n].values()
        }
        most = max(
            (
                k
                for page, parts in scored.items()
                for k, those in parts.items()
                if page.reached & those
            ),
            default=0,
        )
        if not most:
            return _decides(pair.a, pair.b, "", (), "exactly")

        def of(page: Page) -> list[Target]:
            return [Target("most", scored.get(page, {}).get(most, 0) & page.all, None)]

        way = search.shortest(search.Levels(pages), of, {"most"})["most"]
        meeting, people = doubled.whose(pages, way, most)
        return _decides(pair.a, pair.b, meeting, people, "exactly", way)


def _decides(
    a: Edge,
    b: Edge,
    meeting: str,
    people: tuple[str, ...],
    proof: Literal["at most", "exactly", "undecided"],
    way: tuple[str, ...] = (),
) -> Decides:
    return Decides(a.option or "", b.option or "", meeting, people, proof, way)


def _rank(decided: Decides) -> tuple[bool, int]:
    return decided.proof == "undecided", len(decided.people)


class _Doubled:
    """The net in which a second play is carried along after `a` was taken, as if `b` had been."""

    def __init__(self, net: Net, pair: _Pair, first: list[Run], second: list[Run]) -> None:
        slots: Slots = 0
        for some in pair.differ.values():
            slots |= some
        self.old = net
        self.doubles = {slot: len(net.slots) + n for n, slot in enumerate(members(slots))}
        self.to_other: dict[int, Row] = {slot: ("v", n) for slot, n in self.doubles.items()}
        self.copy = {n: len(net.nodes) + k for k, n in enumerate(sorted(pair.differ))}
        self.scores: dict[int, Row] = {}
        """For the copy of each meeting: how many hands differ there."""
        nodes = [node._replace(goals=()) for node in net.nodes]
        home = nodes[pair.node]
        nodes[pair.node] = home._replace(edges=(*home.edges, *self._entries(pair, first, second)))
        nodes += [self._copied(n, net.nodes[n]) for n in self.copy]
        doubled = tuple(net.slots[slot] for slot in self.doubles)
        self.net = net._replace(slots=net.slots + doubled, nodes=tuple(nodes))

    def _entries(self, pair: _Pair, first: list[Run], second: list[Run]) -> Iterator[Edge]:
        for one in first:
            node, acts = one.stops[-1]
            for other in second if node in self.copy else ():
                set_ = composed(other.stops[-1].acts)
                rows = [*one.when, *other.when]
                rows += [e.guard for e in (pair.a, pair.b) if e.guard is not None]
                others = tuple(
                    Act(n, set_.get(slot, ("v", slot)), None) for slot, n in self.doubles.items()
                )
                # The other play's come first: their rows ask what was before.
                yield pair.a._replace(
                    target=self.copy[node],
                    guard=("and", *rows) if rows else None,
                    acts=(*others, *acts),
                )

    def _copied(self, n: int, node: Node) -> Node:
        edges = tuple(
            edge._replace(
                source=self.copy[n],
                target=self.copy[edge.target],
                acts=tuple(self._both(edge.acts)),
            )
            for edge in node.edges
            if edge.target in self.copy  # elsewhere nothing differs any more
        )
        meeting = self.old.story.passages[node.passage].meeting
        if node.stops and meeting is not None:
            score: Row = ("sum", *((row, 1) for _, row in self._differing(meeting)))
            self.scores[self.copy[n]] = score
        return node._replace(edges=edges, goals=())

    def observed(self) -> Callable[[Node], Slots]:
        """What the scores ask at the copies of meetings: all of it must be known there."""
        asks = {id(self.net.nodes[n]): asked(score) for n, score in self.scores.items()}
        return lambda node: asks.get(id(node), 0)

    def _both(self, acts: Iterable[Act]) -> Iterator[Act]:
        for act in acts:
            yield act
            if act.slot in self.doubles:
                yield Act(self.doubles[act.slot], put_in(act.row, self.to_other), act.effect)

    def _differing(self, meeting: Meeting) -> Iterator[tuple[str, Row]]:
        """For each voter: when the two plays have another hand of theirs."""
        for voter in meeting.voters:
            whens = first_that_holds(
                [line.condition and line.condition.row for line in voter.lines]
            )
            apart: list[Row] = []
            for hand in ("up", "down", "abstain"):
                rows = tuple(
                    ("k", 1) if when is None else when
                    for when, line in zip(whens, voter.lines, strict=True)
                    if line.hand == hand
                )
                here: Row = ("or", *rows) if rows else ("k", 0)
                apart.append(("and", here, negated(put_in(here, self.to_other))))
            yield voter.person, ("or", *apart)

    def whose(self, pages: Pages, way: tuple[str, ...], most: int) -> tuple[str, tuple[str, ...]]:
        """The meeting that `way` leads to, and the people whose hands differ there."""
        concrete = Concrete(self.net, pages.live.edges)
        states = _settled(concrete, [concrete.start])
        for option in way:
            after = [to for state in states for to in _taken(concrete, state, option)]
            states = _settled(concrete, after)
        for n, values in states:
            if n in self.scores and work_out(self.scores[n], dict(enumerate(values))) == most:
                passage: Passage = self.old.story.passages[self.net.nodes[n].passage]
                assert passage.meeting is not None
                return passage.id, tuple(
                    person
                    for person, row in self._differing(passage.meeting)
                    if work_out(row, dict(enumerate(values)))
                )
        raise AssertionError("a way leads to what it was found for")


def _taken(concrete: Concrete, state: State, option: str | None) -> Iterator[State]:
    for edge, values in concrete.steps(state, lambda _: None):
        if edge.option == option:
            yield edge.target, values


def _settled(concrete: Concrete, states: list[State]) -> list[State]:
    """Where states run on to by silent edges."""
    out: list[State] = []
    while states:
        state = states.pop()
        if concrete.net.nodes[state[0]].stops:
            out.append(state)
        else:
            states += _taken(concrete, state, None)
    return out
