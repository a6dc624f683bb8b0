"""Conditions, and parts of them, that decide nothing: always true, or never, where they stand.

A condition of the author's and its parts (those of `and`, `or` and `not`) are looked at in all
states in which the whole is asked (`game.check.asked`), from the outermost in: where one is always
true, or never, what is inside it is not looked at. So of parts that never vary only two kinds
remain: in an `and` one that always holds, in an `or` one that never does. Either could be left out,
and nothing would change. (The other two would settle the whole.)

Left to `unreachable`, which says it better: a whole that never holds, and one that always does
where that shuts out an else, or the lines below. Said only of what some play comes to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from game.check import words
from game.check.asked import of_edge, of_goal
from game.check.findings import Oddity
from game.check.net import Net
from game.check.standing import Case, Standing
from game.story.model import Condition, Row


class Site(NamedTuple):
    """A condition of the author's, and the cases in which it is asked."""

    condition: Condition
    cases: tuple[Case, ...]
    shuts_out: bool
    """True if there is a branch that shows only where it fails."""


def idle(net: Net, standing: Standing, fixed: Callable[[Row], bool]) -> Iterator[Oddity]:
    """Every condition, and every outermost part of one, that is always true or never is.

    `fixed` says of which rows that is told already.
    """
    groups = words.groups(net.story)
    for site in _sites(net):
        row, source = site.condition.row, site.condition.source
        # Cases that are left open count, and of one at least it must be sure that it comes about.
        cases = [case for case in site.cases if standing.may(case)]
        if fixed(row) or not any(map(standing.sure, cases)):
            continue
        whole = _truths(standing, cases, row)
        if whole == {1} and not site.shuts_out:
            said = f"{source} always holds here"
            yield Oddity("always-true", said, site.condition.place, source)
        if len(whole) < 2 or any(standing.open(case, row) for case in cases):
            continue
        for part, holds in _constant(standing, cases, row):
            if fixed(part):
                continue
            said = words.condition(part, net.slots, groups)
            said += " always holds" if holds else " never holds"
            code = "always-true" if holds else "always-false"
            said += f" here, so it adds nothing to {source}"
            yield Oddity(code, said, site.condition.place, source)


def _constant(standing: Standing, cases: list[Case], row: Row) -> Iterator[tuple[Row, bool]]:
    """The outermost parts of `row`, which itself varies, that do not."""
    for part in row[1:] if row[0] in ("and", "or", "not") else ():
        assert isinstance(part, tuple)
        truths = _truths(standing, cases, part)
        if len(truths) == 1:
            yield part, truths == {1}
        else:
            yield from _constant(standing, cases, part)


def _truths(standing: Standing, cases: list[Case], row: Row) -> set[int]:
    found: set[int] = set()
    for case in cases:
        found |= standing.truths(case, row)
        if len(found) == 2:
            break
    return found


def _sites(net: Net) -> Iterator[Site]:
    """Every condition with all cases in which it is asked, in the order of the story."""
    found: dict[Condition, tuple[dict[Case, None], bool]] = {}
    for n, node in enumerate(net.nodes):
        otherwise = {net.branches[goal.branch].id for goal in node.goals}
        for goal in node.goals:
            branch = net.branches[goal.branch]
            asking = of_goal(branch, goal, n)
            if asking.own is not None:
                shuts_out = branch.kind == "hand" or f"{branch.id}/else" in otherwise
                found.setdefault(asking.own, ({}, shuts_out))[0][asking.case] = None
        for edge in node.edges:
            asking = of_edge(net, edge)
            if asking.own is not None:
                shuts_out = net.branches[edge.branch].kind == "jump"
                found.setdefault(asking.own, ({}, shuts_out))[0][asking.case] = None
    for condition, (cases, shuts_out) in found.items():
        yield Site(condition, tuple(cases), shuts_out)
