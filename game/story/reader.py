"""From the tree of an expression to typed rows.

Only the kinds of node named here are read; any other is reported.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from game.story.counting import people_for_whom
from game.story.diagnostics import near
from game.story.model import Row
from game.story.scope import FLAG, FUNCTIONS, NUMBER, Scope
from game.story.terms import Term, compare, report_unknown
from game.story.tokens import Report, Token, joined

SIGNS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_VALUE = "the place of a value"
_MOST_MASKED = 255


class Reader:
    """Reads one expression whose tokens follow each other as they must.

    Raises SyntaxError and what else Python's parser may raise, where it cannot read them.
    """

    def __init__(self, source: str, tokens: Sequence[Token], scope: Scope, report: Report) -> None:
        text, self._at = joined(tokens)
        self.root = ast.parse(text, mode="eval").body
        self.read: set[int] = set()
        """The slots that the expression reads."""
        self._source = source
        self._tokens = tokens
        self._scope = scope
        self._report = report

    def span(self, node: ast.expr | ast.keyword) -> tuple[int, int]:
        """Where `node` starts and ends in the source."""
        first = self._at(node.col_offset)
        last = first if node.end_col_offset is None else self._at(node.end_col_offset)
        part = self._tokens[first : last + 1]
        return min(token.start for token in part), max(token.end for token in part)

    def written(self, node: ast.expr) -> str:
        """The author's words for `node`."""
        start, end = self.span(node)
        return self._source[start:end]

    def token(self, node: ast.expr) -> Token:
        """The token that `node` starts with."""
        return self._tokens[self._at(node.col_offset)]

    # conditions

    def condition(self, node: ast.expr) -> Row | None:
        """The row of a condition, or None where something is reported."""
        match node:
            case ast.BoolOp(op=op, values=parts):
                rows = [self.condition(part) for part in parts]
                return joint("and" if isinstance(op, ast.And) else "or", rows)
            case ast.UnaryOp(op=ast.Not(), operand=part):
                return negated(self.condition(part))
            case ast.Compare():
                return self._comparison(node)
        term = self.term(node)
        if term.kind == "typed" and term.type.kind == "flag":
            return term.row
        if term.kind == "unknown":
            report_unknown(term, None, self._scope, self._report)
        elif term.kind != "broken":
            self._not_a_condition(term)
        return None

    def _not_a_condition(self, term: Term) -> None:
        name, what = term.name, str(term)
        if term.kind == "visits":
            what = f"`visits({name})`"
            mend = f"Compare it: `visits({name}) >= 1`."
        elif term.kind == "word":
            owners = (n for n, (_, type_) in self._scope.types.items() if name in type_.values)
            mend = f"Say what it is compared with: `{next(owners, 'name')} == {name}`."
        elif term.listed:
            mend = f"Compare it: `{name} == {term.type.values[-1]}`."
        else:
            mend = "Compare it: `fund > 0`." if term.constant is not None else ""
            mend = mend or f"Compare it: `{name} > 0`."
        self._report.foreign(term.start, term.end, what, mend, "a condition by itself")

    def _comparison(self, node: ast.Compare) -> Row | None:
        operands = [node.left, *node.comparators]
        rows: list[Row | None] = []
        for left, op, right in zip(operands, node.ops, operands[1:], strict=False):
            if isinstance(op, (ast.In, ast.NotIn)):
                row = self._membership(left, right)
                rows.append(row if isinstance(op, ast.In) else negated(row))
            else:
                sign = SIGNS[type(op)]
                a, b = self.term(left), self.term(right)
                rows.append(compare(sign, a, b, self._scope, self._report))
        return joint("and", rows)

    def _membership(self, left: ast.expr, right: ast.expr) -> Row | None:
        term = self.term(left)
        if not isinstance(right, ast.Tuple):
            start, end = self.span(right)
            self._report.unreadable(
                start,
                end,
                "`in` needs values in brackets, with commas",
                f"For one value write `{self.written(left)} == {self.written(right)}`.",
            )
            return None
        items = [self.term(item) for item in right.elts]
        rows = [compare("==", term, item, self._scope, self._report) for item in items]
        places = [_fixed_right(row) for row in rows]
        if rows[0] is None or not all(0 <= place <= _MOST_MASKED for place in places):
            return joint("or", rows)
        return ("in", rows[0][1], sum({1 << place for place in places}))

    def anything(self, node: ast.expr) -> None:
        """Report what is wrong with `node`, whatever it is meant to be."""
        if is_condition(node):
            self.condition(node)
            return
        term = self.term(node)
        if term.kind == "unknown":
            report_unknown(term, None, self._scope, self._report)

    # values

    def term(self, node: ast.expr) -> Term:
        """The value `node` is, of kind `broken` where something is reported."""
        start, end = self.span(node)
        words = self._source[start:end]
        broken = Term("broken", start, end, words)
        match node:
            case ast.Name():
                return self._name(node, broken)
            case ast.Constant(value=int(n)):
                type_ = FLAG if isinstance(n, bool) else NUMBER
                return broken._replace(kind="typed", type=type_, row=("k", int(n)))
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int(n))):
                return broken._replace(kind="typed", row=("k", -n))
            case ast.BinOp(op=ast.Add() | ast.Sub()):
                return self._sum(node, broken)
            case ast.Call(func=ast.Name()):
                return self._call(node, broken)
        self._no_value(node, broken)
        return broken

    def _no_value(self, node: ast.expr, broken: Term) -> None:
        """Report what is no value, and what is wrong inside it."""
        start, end, words = broken.start, broken.end, broken.name
        match node:
            case ast.UnaryOp(op=ast.USub() | ast.UAdd() as sign, operand=part):
                minus = isinstance(sign, ast.USub)
                mend = f"Write `0 - {self.written(part)}`." if minus else "Leave it out."
                what = f"`{'-' if minus else '+'}` before `{self.written(part)}`"
                self._report.foreign(start, end, what, mend)
                self.anything(part)
            case ast.BinOp(left=left, right=right):
                mend = "Numbers can be added and taken away only."
                self._report.foreign(start, end, f"`{words}`", mend)
                self.anything(left)
                self.anything(right)
            case ast.BoolOp() | ast.Compare() | ast.UnaryOp():
                mend = "Set a flag to it first, and look at the flag."
                self._report.foreign(start, end, "a condition", mend, _VALUE)
                self.condition(node)
            case ast.Tuple():
                mend = "A list stands only after `in`."
                self._report.foreign(start, end, "a list", mend, _VALUE)
            case _:
                self._report.foreign(start, end, f"`{words}`", "Take it out.")

    def _name(self, node: ast.Name, broken: Term) -> Term:
        token, scope = self.token(node), self._scope
        name, start, end = token.text, broken.start, broken.end
        named = broken._replace(name=name)
        if token.kind != "name":
            return broken
        if name in scope.types:
            slot, type_ = scope.types[name]
            self.read.add(slot)
            return named._replace(kind="typed", type=type_, row=("v", slot))
        if name in scope.words:
            return named._replace(kind="word")
        if name in ("true", "false"):
            return named._replace(kind="typed", type=FLAG, row=("k", int(name == "true")))
        if name in FUNCTIONS:
            self._report.unreadable(start, end, f"`{name}` needs brackets", f"Write `{name}(...)`.")
        elif name == "stance":
            mend = "It stands inside `count(...)` only. One person's stance is their name."
            self._report.foreign(start, end, "`stance`", mend)
        elif name in scope.groups:
            mend = f"Write `count(stance >= ..., among={name})`."
            self._report.foreign(start, end, f"the group `{name}`", mend)
        elif name in scope.people or name == "you":
            problem = "has no stance, so nothing can be asked of it or done to it"
            mend = "Give the person a `stance`." if name != "you" else "Use a variable."
            self._report.add("X05", start, end, what=f"`{name}`", problem=problem, mend=mend)
        elif name in scope.passages:
            mend = f"To ask whether it was entered, write `seen({name})`."
            self._report.foreign(start, end, f"the passage `{name}`", mend)
        else:
            return named._replace(kind="unknown")
        return broken

    def _sum(self, node: ast.BinOp, broken: Term) -> Term:
        sign = "+" if isinstance(node.op, ast.Add) else "-"
        parts = [self.term(node.left), self.term(node.right)]
        sound = True
        for term in parts:
            if term.kind == "typed" and term.type.kind == "number":
                continue
            sound = False
            if term.kind == "unknown":
                report_unknown(term, None, self._scope, self._report)
            elif term.kind != "broken":
                what, mend = str(term), "Only numbers are added and taken away."
                if term.kind == "visits":
                    what = f"`visits({term.name})`"
                    mend = "Compare it with a fixed number, on its own."
                elif term.type.kind == "stance":
                    mend = f"A stance moves in an effect of its own: `{term.name} {sign}= 1`."
                self._report.foreign(term.start, term.end, what, mend, "arithmetic")
        if not sound:
            return broken
        a, b = parts[0].constant, parts[1].constant
        row: Row = (sign, parts[0].row, parts[1].row)
        if a is not None and b is not None:
            row = ("k", a + b if sign == "+" else a - b)
        return broken._replace(kind="typed", row=row)

    # calls

    def _call(self, node: ast.Call, broken: Term) -> Term:
        token = self.token(node)
        name, start, end = token.text, broken.start, broken.end
        if token.kind != "name":
            return broken
        if name in ("seen", "visits"):
            return self._passage(node, name, broken)
        if name == "count":
            row = people_for_whom(self, node, self._scope, self._report)
            return broken if row is None else broken._replace(kind="typed", row=row)
        if name in FUNCTIONS:
            mend = f"It stands in an effect, right after the `=`: `fund = {name}(10, fund + 2)`."
            self._report.foreign(start, end, f"`{name}(...)`", mend, "this place")
            return broken
        if name in self._scope.types:
            mend = f"Write `{name}` without brackets."
        else:
            known = "There are seen, visits, count; in effects up_to, down_to."
            mend = near(name, FUNCTIONS) + known
        self._report.foreign(start, end, f"`{name}(...)`", mend)
        return broken

    def _passage(self, node: ast.Call, function: str, broken: Term) -> Term:
        argument = node.args[0] if len(node.args) == 1 and not node.keywords else None
        token = self.token(argument) if isinstance(argument, ast.Name) else None
        if token is None or token.kind != "passage":
            if token is None or token.kind != "broken":
                why = f"`{function}` asks about one passage"
                mend = f"Write `{function}(passage)`."
                self._report.unreadable(broken.start, broken.end, why, mend)
            return broken
        passage = token.text
        if passage not in self._scope.passages:
            hint = near(passage, self._scope.passages)
            self._report.add("N01", token.start, token.end, name=passage, near=hint)
            return broken
        if function == "visits":
            return broken._replace(kind="visits", name=passage)
        slot = self._scope.seen_slot(passage)
        return broken._replace(kind="typed", type=FLAG, row=("v", slot))


def is_condition(node: ast.expr) -> bool:
    """True for what can only be a condition: a comparison, or conditions joined."""
    negation = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    return negation or isinstance(node, (ast.BoolOp, ast.Compare))


def joint(sign: str, rows: Sequence[Row | None]) -> Row | None:
    """`rows` joined by `and` or `or`, what is always so left out. None if one of them is."""
    idle, deciding = (("k", 1), ("k", 0)) if sign == "and" else (("k", 0), ("k", 1))
    parts: list[object] = []
    for row in rows:
        if row is None:
            return None
        parts.extend(row[1:] if row[0] == sign else [row] if row != idle else [])
    if deciding in parts:
        return deciding
    if len(parts) == 1 and isinstance(parts[0], tuple):
        return parts[0]
    return (sign, *parts) if parts else idle


def _fixed_right(row: Row | None) -> int:
    """The constant that a comparison row ends with, -1 if it does not."""
    match row:
        case (_, _, ("k", int(n))):
            return n
    return -1


def negated(row: Row | None) -> Row | None:
    """The opposite of a condition's row. None if that is."""
    if row is None:
        return None
    if row in (("k", 0), ("k", 1)):
        return ("k", 1 if row == ("k", 0) else 0)
    if row[0] == "not" and isinstance(row[1], tuple):
        return row[1]
    return ("not", row)
