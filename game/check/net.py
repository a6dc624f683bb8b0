"""A story as a transition system: where one can be, and how one gets from there to elsewhere.

A *node* is a passage together with the passages that have called a flow on the way to it. Flows
do not call themselves, so there are finitely many, and a node and the values of the slots are all
that a state holds. A passage that does something on entering has two nodes: the one that is
arrived at, and the one that stands after its effects. So every range fault lies on an *edge*, and
the states at arrival are those of `game.play.state`.

An edge is taken by an option (one choice more in a play) or silently (a jump, a call, a return,
entering). Exactly one silent edge is open in a node that has any, unless an effect of it leaves
its range; and silent edges make no circle, which the loader sees to (diagnostic G01). So running
on to where a screen stops is following silent edges, as section 9 of the specification says it.

A *goal* is a branch that shows where a node is reached with values for which its row holds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from game.check.rows import both, carried, first_that_holds, negated
from game.story.branches import Branch, branches
from game.story.model import Condition, Effect, Passage, Row, Slot, Story

Calls = tuple[str, ...]


class Act(NamedTuple):
    """Sets `slot` to `row`. `effect` is the author's, or None for what the engine keeps."""

    slot: int
    row: Row
    effect: Effect | None


class Goal(NamedTuple):
    """A branch (by its number) that shows here where `row` holds, or always if that is None."""

    branch: int
    row: Row | None
    conditions: tuple[Condition, ...] = ()
    """The author's conditions that `row` is made of, for explaining."""


class Edge(NamedTuple):
    """A way from one node to another. `option` is None for a silent one; `branch` may be -1."""

    source: int
    target: int
    option: str | None
    branch: int
    guard: Row | None
    acts: tuple[Act, ...]
    condition: Condition | None = None
    """The author's condition, for explaining: `guard` holds it and what else is asked."""


class Node(NamedTuple):
    """A place to be. `arrival` says that it is one the engine's state can stand at."""

    passage: str
    calls: Calls
    arrival: bool
    stops: bool
    """True if a screen stops here: then every edge has an option."""
    ending: bool
    edges: tuple[Edge, ...]
    goals: tuple[Goal, ...]


class Net(NamedTuple):
    """The whole story. Node 0 is where it starts."""

    story: Story
    slots: tuple[Slot, ...]
    branches: tuple[Branch, ...]
    nodes: tuple[Node, ...]


def net(
    story: Story, *, free_meetings: bool = False, interned: Callable[[Row], Row] | None = None
) -> Net:
    """The transition system of `story`; with `free_meetings`, both results of meetings are open.

    `interned` may put equal rows in each other's place.
    """
    return _Builder(story, interned or _itself, free_meetings=free_meetings).built()


def _itself(row: Row) -> Row:
    return row


class _Builder:
    def __init__(self, story: Story, row: Callable[[Row], Row], *, free_meetings: bool) -> None:
        self.story = story
        self.row = row
        self.free = free_meetings
        self.branches = tuple(branches(story))
        self.number = {branch.id: n for n, branch in enumerate(self.branches)}
        self.nodes: list[Node | None] = []
        self.at: dict[tuple[str, Calls], int] = {}
        self.todo: list[tuple[int, str, Calls]] = []

    def built(self) -> Net:
        self._node(self.story.start, ())
        while self.todo:
            self._build(*self.todo.pop())
        nodes = tuple(node for node in self.nodes if node is not None)
        return Net(self.story, self.story.slots, self.branches, nodes)

    def some(self, row: Row | None) -> Row | None:
        """`row` interned, if there is one."""
        return None if row is None else self.row(row)

    def _node(self, passage: str, calls: Calls) -> int:
        n = self.at.get((passage, calls))
        if n is None:
            n = self.at[passage, calls] = len(self.nodes)
            self.nodes.append(None)
            self.todo.append((n, passage, calls))
        return n

    def _build(self, n: int, id_: str, calls: Calls) -> None:
        passage = self.story.passages[id_]
        entered = Goal(self.number[id_], None)
        acts = self._on_entering(passage)
        here = n
        if acts:
            here = len(self.nodes)
            self.nodes.append(None)
            enter = Edge(n, here, None, -1, None, acts)
            self.nodes[n] = Node(id_, calls, True, False, False, (enter,), (entered,))
        goals = [] if acts else [entered]
        goals += self._text(passage)
        stops = not (passage.jumps or passage.call or passage.returns)
        if stops:
            goals += self._cards(passage) + self._hands(passage)
            if passage.ending is not None:
                goals.append(Goal(self.number[f"{id_}/ending"], None))
            edges = self._options(here, passage, calls)
        else:
            edges = self._onward(here, passage, calls)
        self.nodes[here] = Node(
            id_, calls, not acts, stops, passage.ending is not None, tuple(edges), tuple(goals)
        )

    def _on_entering(self, passage: Passage) -> tuple[Act, ...]:
        acts = []
        if passage.seen >= 0:
            acts.append(Act(passage.seen, ("k", 1), None))
        if passage.visits >= 0:
            high = self.story.slots[passage.visits].high
            more: Row = ("min", ("k", high), ("+", ("v", passage.visits), ("k", 1)))
            acts.append(Act(passage.visits, self.row(more), None))
        acts += [Act(one.slot, self.row(one.value), one) for one in passage.effects]
        return tuple(acts)

    def _text(self, passage: Passage) -> list[Goal]:
        goals = []
        for paragraph in passage.paragraphs:
            goals += self._printed(
                paragraph.id, paragraph.condition, either=paragraph.otherwise is not None
            )
        return goals

    def _cards(self, passage: Passage) -> list[Goal]:
        goals = []
        for card in self.story.scenes[passage.scene].know:
            one = card.paragraph
            goals += self._printed(card.id, one.condition, either=one.otherwise is not None)
        return goals

    def _printed(self, id_: str, condition: Condition | None, *, either: bool) -> list[Goal]:
        if condition is None:
            return [Goal(self.number[id_], None)]
        goals = [Goal(self.number[id_], self.row(condition.row), (condition,))]
        if either:
            otherwise = self.number[f"{id_}/else"]
            goals.append(Goal(otherwise, self.row(negated(condition.row)), (condition,)))
        return goals

    def _hands(self, passage: Passage) -> list[Goal]:
        goals = []
        for voter in passage.meeting.voters if passage.meeting is not None else ():
            deciding = first_that_holds(
                [one.condition and one.condition.row for one in voter.lines]
            )
            asked: tuple[Condition, ...] = ()
            for line, when in zip(voter.lines, deciding, strict=True):
                asked = asked if line.condition is None else (*asked, line.condition)
                goals.append(Goal(self.number[line.id], self.some(when), asked))
        return goals

    def _options(self, n: int, passage: Passage, calls: Calls) -> list[Edge]:
        edges = []
        for choice in passage.choices:
            guard = choice.condition and choice.condition.row
            acts = tuple(Act(one.slot, self.row(one.value), one) for one in choice.effects)
            if choice.once >= 0:
                guard = both(("not", ("v", choice.once)), guard)
                acts = (Act(choice.once, ("k", 1), None), *acts)
            to = self._node(choice.to, calls)
            edges.append(
                Edge(
                    n,
                    to,
                    choice.id,
                    self.number[choice.id],
                    self.some(guard),
                    acts,
                    choice.condition,
                )
            )
        meeting = passage.meeting
        if meeting is not None:
            won = None if self.free else carried(meeting)
            lost = None if won is None else negated(won)
            for result, to_, row in (
                ("carried", meeting.carried, won),
                ("lost", meeting.lost, lost),
            ):
                id_ = f"{passage.id}/{result}"
                to, guard = self._node(to_, calls), self.some(row)
                edges.append(Edge(n, to, id_, self.number[id_], guard, ()))
        if passage.skip is not None:
            id_ = f"{passage.id}/skip"
            to = self._node(passage.skip.to, calls)
            edges.append(Edge(n, to, id_, self.number[id_], None, ()))
        return edges

    def _onward(self, n: int, passage: Passage, calls: Calls) -> list[Edge]:
        if passage.call is not None:
            to = self._node(passage.call, (*calls, passage.id))
            return [Edge(n, to, None, -1, None, ())]
        jumping = passage
        if passage.returns:
            jumping, calls = self.story.passages[calls[-1]], calls[:-1]
        rows = first_that_holds([jump.condition and jump.condition.row for jump in jumping.jumps])
        return [
            Edge(
                n,
                self._node(jump.to, calls),
                None,
                self.number[f"{jumping.id}/to/{jump.to}"],
                self.some(row),
                (),
                jump.condition,
            )
            for jump, row in zip(jumping.jumps, rows, strict=True)
        ]
