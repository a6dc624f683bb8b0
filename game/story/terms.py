"""The parts of a condition that are values, and how two of them compare.

A *term* is a value with its type. A word such as `pub` has no type of its own, since several
`one_of`s may have that value: what it is compared with tells.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from game.story.diagnostics import near
from game.story.interval import interval
from game.story.model import Row
from game.story.scope import MOST_VISITS, NUMBER, Scope, Type
from game.story.tokens import Report


class Term(NamedTuple):
    """A value as it stands in the source from `start` to `end`.

    `kind` is `typed` (with a type and a row), `word` (the id of a value), `visits` (of `name`),
    `unknown` (a name that nothing has) or `broken` (reported already).
    """

    kind: Literal["typed", "word", "visits", "unknown", "broken"]
    start: int
    end: int
    name: str
    """The author's words for it."""
    type: Type = NUMBER
    row: Row = ("k", 0)

    @property
    def constant(self) -> int | None:
        """Its value, if that is fixed."""
        return self.row[1] if self.row[0] == "k" and isinstance(self.row[1], int) else None

    @property
    def listed(self) -> bool:
        """True for a stance or a `one_of`."""
        return self.kind == "typed" and bool(self.type.values)

    def __str__(self) -> str:
        """The term for a message: `` `les` (a stance) ``."""
        if self.kind == "typed" and not (self.type.kind == "number" and self.name.isdigit()):
            return f"`{self.name}` ({called(self.type)})"
        return f"`{self.name}`"


def called(type_: Type) -> str:
    """A type in words."""
    if type_.kind == "one_of":
        return f"one of {listing(type_.values)}"
    return f"a {type_.kind}"


def listing(words: tuple[str, ...], most: int = 8) -> str:
    """Words for a message, the first of them if they are many."""
    shown = ", ".join(words[:most])
    return f"{shown}, ..." if len(words) > most else shown


_FLIPPED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def report_unknown(term: Term, beside: Term | None, scope: Scope, report: Report) -> None:
    """Report a name that nothing has, with the name nearest to it that would fit there."""
    values = beside.type.values if beside is not None and beside.listed else ()
    others = ["seen", "visits", "count", "true", "false", *sorted(scope.words)]
    hint = near(term.name, values) or near(term.name, scope.types) or near(term.name, others)
    if term.name.lower() in ("yes", "no", "on", "off"):
        hint = "A flag is `true` or `false`. "
    elif not hint and values:
        hint = f"The values here: {listing(values)}. "
    report.add("N02", term.start, term.end, name=term.name, near=hint)


def compare(sign: str, left: Term, right: Term, scope: Scope, report: Report) -> Row | None:
    """The row of `left sign right`, or None where that is reported."""
    for term, beside in ((left, right), (right, left)):
        if term.kind == "unknown":
            report_unknown(term, beside, scope, report)
    if not {left.kind, right.kind}.isdisjoint(("unknown", "broken")):
        return None
    if "visits" in (left.kind, right.kind):
        if left.kind != "visits":
            left, right, sign = right, left, _FLIPPED[sign]
        return _compare_visits(sign, left, right, scope, report)
    if _fixed(left) and _fixed(right):
        what = f"`{left.name} {sign} {right.name}`"
        problem = "compares two fixed values, so it never changes"
        mend = "Put a variable or a person on one side."
        report.add("X05", left.start, right.end, what=what, problem=problem, mend=mend)
        return None
    left, right = as_type(left, right.type), as_type(right, left.type)
    if _comparable(sign, left, right, report) and _within(left, right, scope, report):
        return (sign, left.row, right.row)
    return None


def as_type(term: Term, type_: Type) -> Term:
    """`term` with the type and row it has as a value of `type_`, if it is a word that is one."""
    if term.kind == "word" and term.name in type_.values:
        row: Row = ("k", type_.values.index(term.name))
        return term._replace(kind="typed", type=type_, row=row)
    return term


def _within(left: Term, right: Term, scope: Scope, report: Report) -> bool:
    """Whether what is fixed is something the other side can be. Reports it if not."""
    fixed, other = (left, right) if left.constant is not None else (right, left)
    if fixed.constant is None or other.listed:
        return True
    low, high = interval(other.row, scope.slots)
    if low <= fixed.constant <= high:
        return True
    outside(fixed, f"`{other.name}`", (low, high), report, variable=other.row[0] == "v")
    return False


def outside(
    value: Term, what: str, bounds: tuple[int, int], report: Report, *, variable: bool = False
) -> None:
    """Report a value outside `bounds`, which are all that `what` (a variable?) can have."""
    low, high = bounds
    mend = f"Write a number from {low} to {high}" if low < high else f"It is always {low}"
    report.add(
        "X04",
        value.start,
        value.end,
        value=f"`{value.name}`",
        what=what,
        range=f"{low} to {high}",
        mend=f"{mend}, or give the variable a wider range." if variable else f"{mend}.",
    )


def _fixed(term: Term) -> bool:
    return term.kind == "word" or term.constant is not None


def _comparable(sign: str, left: Term, right: Term, report: Report) -> bool:
    """Whether the two have one type, and an order if `sign` asks for it. Reports it if not."""
    start, end = min(left.start, right.start), max(left.end, right.end)
    mend = ""
    if left.kind == right.kind == "typed" and "flag" not in (left.type.kind, right.type.kind):
        same = left.type.kind == right.type.kind and left.type.values == right.type.values
        if same and (sign in ("==", "!=") or (left.type.ordered and right.type.ordered)):
            return True
        if same:
            unordered = left if not left.type.ordered else right
            report.add(
                "X05",
                start,
                end,
                what=f"`{unordered.name}`",
                problem=f"has values without an order, so `{sign}` says nothing about it",
                mend="Write `==` or `!=`, or give the variable `ordered: true`.",
            )
            return False
    for term, other in ((left, right), (right, left)):
        if not term.listed:
            continue
        if other.kind == "word":
            mend = near(other.name, term.type.values)
        mend += f"`{term.name}` can be: {listing(term.type.values)}."
        break
    else:
        if "flag" in (left.type.kind, right.type.kind):
            flag = left if left.type.kind == "flag" else right
            mend = f"A flag stands alone: `{flag.name}`, or `not {flag.name}`."
        else:
            mend = "Numbers compare with numbers, people with stances, a `one_of` with its values."
    report.add("X03", start, end, left=left, right=right, mend=mend)
    return False


def _compare_visits(sign: str, left: Term, right: Term, scope: Scope, report: Report) -> Row | None:
    """A comparison of `visits`, which says how far its passage needs to be counted."""
    number = right.constant if right.kind == "typed" and right.type.kind == "number" else None
    call = f"visits({left.name})"
    if number is None:
        report.add(
            "X03",
            min(left.start, right.start),
            max(left.end, right.end),
            left=f"`{call}`",
            right=f"`visits({right.name})`" if right.kind == "visits" else right,
            mend=f"Compare it with a fixed number: `{call} >= 2`.",
        )
        return None
    if not 0 <= number <= MOST_VISITS:
        outside(right, f"`{call}`", (0, MOST_VISITS), report)
        return None
    threshold = number if sign in ("<", ">=") else number + 1
    return (sign, ("v", scope.visits_slot(left.name, threshold)), ("k", number))
