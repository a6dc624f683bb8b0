"""Effects: what may be set to what, and the row of the new value."""

from __future__ import annotations

import ast

from game.story.diagnostics import near
from game.story.interval import interval
from game.story.model import Row
from game.story.reader import Reader, is_condition
from game.story.scope import Scope, Type
from game.story.terms import Term, as_type, called, listing, outside, report_unknown
from game.story.tokens import Report, Token

_LIMITS = {"up_to": "min", "down_to": "max"}


def assigned(
    target: Token, sign: str, reader: Reader | None, scope: Scope, report: Report
) -> tuple[int | None, Row | None]:
    """The slot that `target` is and the row of what it becomes, None where something is reported.

    `reader` is at the right side of the `=`, `+=` or `-=` that `sign` is, unless that side could
    not be read.
    """
    known = scope.types.get(target.text)
    if known is None:
        _no_target(target, scope, report)
        if reader is not None:
            reader.anything(reader.root)
        return None, None
    if reader is None:
        return None, None
    effect = _Effect(target, *known, reader, scope, report)
    return known[0], effect.becomes() if sign == "=" else effect.moves(sign[0])


def _no_target(target: Token, scope: Scope, report: Report) -> None:
    name = target.text
    if name in scope.people or name == "you":
        problem, mend = "has no stance to set", "Give the person a `stance`, or use a variable."
    elif name in scope.words or name in ("true", "false", "True", "False"):
        problem, mend = "is a value and cannot be set", "The name that is set stands on the left."
    elif name in scope.groups:
        problem, mend = "is a group and cannot be set", "Set each person's stance on its own."
    elif name in scope.passages:
        problem, mend = "is a passage and cannot be set", "It is seen when it is entered."
    else:
        report.add("N02", target.start, target.end, name=name, near=near(name, scope.types))
        return
    report.add("X05", target.start, target.end, what=f"`{name}`", problem=problem, mend=mend)


class _Effect:
    """One name, its slot and type, and the expression it is set to or moved by."""

    def __init__(
        self, target: Token, slot: int, type_: Type, reader: Reader, scope: Scope, report: Report
    ) -> None:
        self._target = target
        self._name = target.text
        self._slot = slot
        self._type = type_
        self._reader = reader
        self._scope = scope
        self._report = report

    def becomes(self) -> Row | None:
        """The row of `name = ...`."""
        node = self._reader.root
        limit = self._limit(node)
        if limit is not None and isinstance(node, ast.Call):
            return self._limited(limit, node)
        if self._type.kind == "flag" and is_condition(node):
            return self._reader.condition(node)
        row = self._fitting(node)
        return None if row is None else self._within(row, node)

    def moves(self, sign: str) -> Row | None:
        """The row of `name += ...` or `name -= ...`."""
        node = self._reader.root
        if self._type.kind not in ("number", "stance"):
            self._fault(
                self._target.start,
                self._target.end,
                f"is {called(self._type)} and does not move in steps",
                f"Set it: `{self._name} = ...`.",
            )
            self._reader.anything(node)
            return None
        limit = self._limit(node)
        if limit is not None:
            mend = f"Write `{self._name} = {limit}(limit, {self._name} {sign} ...)`."
            where = f"an effect with `{sign}=`"
            self._report.foreign(*self._reader.span(node), f"`{limit}(...)`", mend, where)
            return None
        step = self._reader.term(node)
        if step.kind != "typed" or step.type.kind != "number":
            self._no_step(step, sign)
            return None
        own: Row = ("v", self._slot)
        row: Row = (sign, own, step.row)
        if self._type.kind == "stance":
            slot = self._scope.slots[self._slot]
            return ("max", ("k", slot.low), ("min", ("k", slot.high), row))
        return self._within(row, node, f"{self._name} {sign} {step.name}")

    def _no_step(self, step: Term, sign: str) -> None:
        if step.kind == "unknown":
            report_unknown(step, None, self._scope, self._report)
        elif step.kind != "broken":
            what = f"visits({step.name})" if step.kind == "visits" else step.name
            problem = f"moves by a number and not by `{what}`"
            mend = f"Write `{self._name} {sign}= 1`."
            if step.kind == "word" and self._type.kind == "stance":
                mend += f" To set the stance, write `{self._name} = {step.name}`."
            self._fault(step.start, step.end, problem, mend)

    def _limit(self, node: ast.expr) -> str | None:
        """`up_to` or `down_to`, if `node` calls one of them."""
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            token = self._reader.token(node)
            if token.kind == "name" and token.text in _LIMITS:
                return token.text
        return None

    def _limited(self, function: str, call: ast.Call) -> Row | None:
        start, end = self._reader.span(call)
        if len(call.args) != 2 or call.keywords:
            why = f"`{function}` takes a limit and a value"
            self._report.unreadable(start, end, why, f"Write `{function}(limit, value)`.")
            return None
        if not self._type.ordered:
            problem = "has values without an order, so it has no limit"
            self._fault(start, end, problem, f"Set it: `{self._name} = ...`.")
            return None
        limit, value = self._fitting(call.args[0]), self._fitting(call.args[1])
        if limit is None or value is None:
            return None
        if limit[0] != "k":
            span = self._reader.span(call.args[0])
            mend = f"Write `{function}(limit, value)`, with a fixed limit."
            if value[0] == "k":
                first, second = (self._reader.written(argument) for argument in call.args)
                mend = f"The limit comes first: `{function}({second}, {first})`."
            what, problem = f"the limit of `{function}`", "must be a fixed value"
            self._report.add("X05", *span, what=what, problem=problem, mend=mend)
            return None
        if self._within(limit, call.args[0]) is None:
            return None
        return self._within((_LIMITS[function], limit, value), call)

    def _fitting(self, node: ast.expr) -> Row | None:
        """The row of `node`, if it is of the type of what is set."""
        if self._limit(node) is not None:
            mend = "Only one of `up_to` and `down_to` can stand in an effect, right after the `=`."
            what = f"`{self._reader.written(node)}`"
            self._report.foreign(*self._reader.span(node), what, mend, "this place")
            return None
        term = as_type(self._reader.term(node), self._type)
        same = term.type.kind == self._type.kind and term.type.values == self._type.values
        if term.kind == "typed" and same:
            return term.row
        if term.kind == "unknown":
            beside = term._replace(kind="typed", type=self._type)
            report_unknown(term, beside, self._scope, self._report)
        elif term.kind != "broken":
            what = f"`visits({term.name})`" if term.kind == "visits" else str(term)
            self._fault(term.start, term.end, f"cannot become {what}", self._possible(term))
        return None

    def _possible(self, term: Term) -> str:
        if self._type.kind == "flag":
            return f"`{self._name}` is a flag: write `true`, `false` or a condition."
        if self._type.kind == "number":
            if term.kind == "visits":
                return f"Ask only how it compares: `visits({term.name}) >= 2`."
            return f"`{self._name}` is a number: write a number, or a sum."
        hint = near(term.name, self._type.values)
        return f"{hint}`{self._name}` can be: {listing(self._type.values)}."

    def _within(self, row: Row, node: ast.expr, words: str = "") -> Row | None:
        """`row`, if what is set can ever have that value."""
        slot = self._scope.slots[self._slot]
        low, high = interval(row, self._scope.slots)
        if high >= slot.low and low <= slot.high:
            return row
        start, end = self._reader.span(node)
        value = Term("typed", start, end, words or self._reader.written(node))
        bounds = slot.low, slot.high
        outside(value, f"`{self._name}`", bounds, self._report, variable=True)
        return None

    def _fault(self, start: int, end: int, problem: str, mend: str) -> None:
        self._report.add("X05", start, end, what=f"`{self._name}`", problem=problem, mend=mend)
