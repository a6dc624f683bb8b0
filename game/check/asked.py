"""Where the author's conditions are asked, and after what.

A line that is looked at only where those above it have failed (an onward jump, a line of a hand) is
asked in the states in which they have; a choice that is offered once, in those in which it was not
taken; every other condition whenever its passage is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.check.net import Edge, Goal, Net
from game.check.rows import negated
from game.check.standing import Case
from game.story.branches import Branch
from game.story.model import Condition


class Asking(NamedTuple):
    """What a branch needs at one node."""

    own: Condition | None
    """The condition that stands at the branch itself; None at an else, or where there is none."""
    case: Case
    """Where it is asked."""
    above: tuple[Condition, ...] = ()
    """What must have failed before, in order. `case` has it."""


def of_goal(branch: Branch, goal: Goal, node: int) -> Asking:
    """What a goal of a node needs. `branch` is the one it shows."""
    above, own = goal.conditions, None
    if above and not branch.id.endswith("/else"):
        *before, own = above
        above = tuple(before)
    return Asking(own, after(node, above), above)


def of_edge(net: Net, edge: Edge) -> Asking:
    """What an edge needs."""
    own, here = edge.condition, Case(edge.source)
    kind = net.branches[edge.branch].kind if edge.branch >= 0 else None
    if kind == "jump":
        above = _above(net, edge)
        return Asking(own, after(edge.source, above), above)
    if kind == "choice" and edge.guard is not None and (own is None or edge.guard != own.row):
        # It is offered once: its guard is that it was not taken, and what it asks itself.
        return Asking(own, here.and_(edge.guard if own is None else edge.guard[1]))  # type: ignore[arg-type]
    return Asking(own, here)


def after(node: int, failed: Sequence[Condition]) -> Case:
    """The states at a node in which these conditions have failed."""
    return Case(node, tuple(negated(one.row) for one in failed))


def _above(net: Net, edge: Edge) -> tuple[Condition, ...]:
    """The conditions that stand above that of an onward jump."""
    passage, _, to = net.branches[edge.branch].id.partition("/to/")
    found = []
    for jump in net.story.passages[passage].jumps:
        if jump.to == to:
            break
        if jump.condition is not None:
            found.append(jump.condition)
    return tuple(found)
