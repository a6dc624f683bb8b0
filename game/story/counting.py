"""`count(...)`: how many people stand where.

Its body is worked out once for every stance of the scale, and what is kept is a bit for each: so
counting in play is looking bits up.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from game.story.diagnostics import near
from game.story.model import Row
from game.story.scope import Scope
from game.story.terms import listing
from game.story.tokens import Report

if TYPE_CHECKING:
    from game.story.reader import Reader

_BODY = "`count(...)`"


def people_for_whom(reader: Reader, call: ast.Call, scope: Scope, report: Report) -> Row | None:
    """The row of a `count`, or None where something is reported."""
    start, end = reader.span(call)
    group = _group(reader, call, scope, report)
    body = call.args[0] if call.args else None
    if body is None:
        why = "`count` asks which people"
        report.unreadable(start, end, why, "Write `count(stance >= ...)`.")
        return None
    for extra in call.args[1:]:
        if reader.token(extra).kind == "broken":
            continue
        name = reader.written(extra)
        mend = f"To name a group write `among={name}`."
        report.foreign(*reader.span(extra), f"`{name}`", mend, _BODY)
    mask = _Body(reader, scope, report).mask(body)
    if report.problems or group is None or mask is None:
        return None
    slots = scope.voters(group or None)
    if not slots:
        report.add(
            "X05",
            start,
            end,
            what=f"the group `{group}`" if group else "`count`",
            problem="has nobody with a stance" if group else "has nobody to ask",
            mend="Give people a `stance`, and name their `groups`.",
        )
        return None
    return ("count", slots, mask)


def _group(reader: Reader, call: ast.Call, scope: Scope, report: Report) -> str | None:
    """The group that is asked, `""` for everyone, or None where something is reported."""
    group: str | None = ""
    for number, keyword in enumerate(call.keywords):
        start, end = reader.span(keyword)
        if keyword.arg != "among" or number > 0:
            mend = "After the condition only `among=` can stand, once."
            report.foreign(start, end, f"`{keyword.arg}=`", mend, _BODY)
            continue
        token = reader.token(keyword.value) if isinstance(keyword.value, ast.Name) else None
        if token is None or token.kind != "group":
            why = "`among=` names one group"
            report.unreadable(*reader.span(keyword.value), why, "Write the id of a group.")
            group = None
        elif token.text not in scope.groups:
            report.add(
                "N04",
                token.start,
                token.end,
                what="group",
                name=token.text,
                near=near(token.text, scope.groups),
                section="groups",
            )
            group = None
        else:
            group = token.text
    return group


class _Body:
    """Reads the condition in a `count` as a mask: the bit of each stance for which it holds."""

    def __init__(self, reader: Reader, scope: Scope, report: Report) -> None:
        self._reader = reader
        self._scale = scope.scale
        self._scope = scope
        self._report = report
        self._all = (1 << len(scope.scale)) - 1

    def mask(self, node: ast.expr) -> int | None:
        """The mask of `node`, or None where something is reported."""
        match node:
            case ast.BoolOp(op=op, values=parts):
                masks = [self.mask(part) for part in parts]
                whole = self._all if isinstance(op, ast.And) else 0
                for mask in masks:
                    if mask is None:
                        return None
                    whole = whole & mask if isinstance(op, ast.And) else whole | mask
                return whole
            case ast.UnaryOp(op=ast.Not(), operand=part):
                mask = self.mask(part)
                return None if mask is None else self._all & ~mask
            case ast.Compare():
                return self._comparison(node)
        self._stranger(node, alone=True)
        return None

    def _comparison(self, node: ast.Compare) -> int | None:
        whole: int | None = self._all
        operands = [node.left, *node.comparators]
        for left, op, right in zip(operands, node.ops, operands[1:], strict=False):
            if isinstance(op, (ast.In, ast.NotIn)):
                mask = self._membership(left, right)
                if mask is not None and isinstance(op, ast.NotIn):
                    mask = self._all & ~mask
            else:
                mask = self._pair(left, op, right)
            whole = None if whole is None or mask is None else whole & mask
        return whole

    def _membership(self, left: ast.expr, right: ast.expr) -> int | None:
        asked = self._stance(left)
        if not isinstance(right, ast.Tuple):
            why = "`in` needs values in brackets, with commas"
            mend = f"For one value write `stance == {self._reader.written(right)}`."
            self._report.unreadable(*self._reader.span(right), why, mend)
            return None
        items = [self._stance(item) for item in right.elts]
        if asked is None or None in items:
            return None
        if asked >= 0 or -1 in items:
            self._fixed(left, right)
            return None
        return sum({1 << item for item in items if item is not None})

    def _pair(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> int | None:
        a, b = self._stance(left), self._stance(right)
        if a is None or b is None:
            return None
        if (a < 0) == (b < 0):
            self._fixed(left, right)
            return None
        return sum(
            1 << n
            for n in range(len(self._scale))
            if _holds(op, n if a < 0 else a, n if b < 0 else b)
        )

    def _stance(self, node: ast.expr) -> int | None:
        """The place of a stance on the scale, -1 for `stance` itself, None where it is neither."""
        if isinstance(node, ast.Name):
            token = self._reader.token(node)
            if token.kind == "name" and token.text == "stance":
                return -1
            if token.kind == "name" and token.text in self._scale:
                return self._scale.index(token.text)
        self._stranger(node)
        return None

    def _fixed(self, left: ast.expr, right: ast.expr) -> None:
        start, _ = self._reader.span(left)
        _, end = self._reader.span(right)
        mend = "Compare the word `stance` with a stance of the scale."
        problem = "is the same for everybody"
        self._report.add("X05", start, end, what="this comparison", problem=problem, mend=mend)

    def _stranger(self, node: ast.expr, *, alone: bool = False) -> None:
        """Report what cannot stand in a `count`."""
        start, end = self._reader.span(node)
        token = self._reader.token(node)
        known = f"The stances are {listing(self._scale)}."
        if not isinstance(node, ast.Name):
            mend = f"Compare `stance` with a stance. {known}"
            self._report.foreign(start, end, f"`{self._reader.written(node)}`", mend, _BODY)
        elif token.kind != "name":
            return
        elif alone:
            stance = token.text if token.text in self._scale else self._scale[-1:] or ("...",)
            word = stance if isinstance(stance, str) else stance[0]
            what = f"`{token.text}` alone"
            self._report.foreign(start, end, what, f"Write `stance >= {word}`.", _BODY)
        elif token.text in self._scope.types or token.text in self._scope.words:
            mend = f"Only `stance` and the stances can: {listing(self._scale)}."
            self._report.foreign(start, end, f"`{token.text}`", mend, _BODY)
        else:
            hint = near(token.text, ["stance", *self._scale]) or f"{known} "
            self._report.add("N02", start, end, name=token.text, near=hint)


def _holds(op: ast.cmpop, a: int, b: int) -> bool:
    match op:
        case ast.Eq():
            return a == b
        case ast.NotEq():
            return a != b
        case ast.Lt():
            return a < b
        case ast.LtE():
            return a <= b
        case ast.Gt():
            return a > b
        case _:
            return a >= b
