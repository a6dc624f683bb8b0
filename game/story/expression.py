"""Conditions and effects: from an author's line to typed rows.

The line is taken apart (`game.story.tokens`), slips are mended (`game.story.slips`), Python's own
parser finds its structure, and `game.story.reader` reads that: nothing is ever run.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.story.assignment import assigned
from game.story.diagnostics import near
from game.story.model import Row
from game.story.reader import Reader
from game.story.scope import FUNCTIONS, ExpressionProblem, Scope
from game.story.slips import mend, mend_comparisons
from game.story.tokens import Report, Token, scan
from game.story.word_order import check_order

__all__ = ["ExpressionProblem", "parse_condition", "parse_effect"]

MOST_CHARACTERS = 500
MOST_PARTS = 100
"""So many names, numbers and operators may stand in one expression; brackets are not counted."""


def parse_condition(source: str, scope: Scope) -> tuple[Row | None, list[ExpressionProblem]]:
    """The row of a condition, or None and everything that is wrong with it."""
    report = Report("a condition")
    row: Row | None = None
    tokens = _tokens(source, scope, report)
    if tokens is not None:
        reader = _reader(source, mend_comparisons(tokens, report), scope, report)
        if reader is not None:
            row = reader.condition(reader.root)
            scope.read |= reader.read
    return (None if report.problems else row), _sorted(report)


def parse_effect(
    source: str, scope: Scope
) -> tuple[int | None, Row | None, list[ExpressionProblem]]:
    """The slot an effect sets and the row of its value, or None and everything that is wrong.

    An effect reads what its value names, but for the slot it sets: a number that only ever
    changes itself is read by nothing.
    """
    report = Report("an effect")
    slot: int | None = None
    row: Row | None = None
    tokens = _tokens(source, scope, report)
    place = None if tokens is None else _setting(tokens, report)
    if tokens is not None and place is not None and not _two_effects(tokens, place, report):
        target = _target(tokens[:place], tokens[place], report)
        value = mend_comparisons(tokens[place + 1 :], report)
        if not value:
            why = f"something is missing after `{tokens[place].text}`"
            report.unreadable(tokens[place].start, tokens[place].end, why, "Write the value.")
        reader = _reader(source, value, scope, report)
        if target is not None:
            slot, row = assigned(target, tokens[place].text, reader, scope, report)
        elif reader is not None:
            reader.anything(reader.root)
        if reader is not None:
            scope.read |= reader.read - {slot}
    if report.problems:
        slot = row = None
    return slot, row, _sorted(report)


def _sorted(report: Report) -> list[ExpressionProblem]:
    return sorted(report.problems, key=lambda problem: problem.offset)


def _tokens(source: str, scope: Scope, report: Report) -> list[Token] | None:
    """The tokens as they were meant, or None where the line is empty or over a limit."""
    if len(source) > MOST_CHARACTERS:
        report.add("F05", 0, len(source), size=len(source), limit=MOST_CHARACTERS)
        return None
    tokens = mend(scan(source, scope, report), scope, report)
    if not tokens and not report.problems:
        report.add("F09", 0, len(source))
    parts = [token for token in tokens if token.text not in ("(", ")", ",")]
    if len(parts) > MOST_PARTS:
        over = parts[MOST_PARTS]
        report.add(
            "F10",
            over.start,
            over.end,
            what=f"the parts of {report.where}",
            found=len(parts),
            limit=MOST_PARTS,
            mend="Set a flag to one half of it first.",
        )
        return None
    return tokens or None


def _reader(source: str, tokens: Sequence[Token], scope: Scope, report: Report) -> Reader | None:
    """A reader of `tokens`, or None where they cannot be read."""
    if not report.fatal and check_order(tokens, report):
        try:
            return Reader(source, tokens, scope, report)
        except (SyntaxError, ValueError, MemoryError, RecursionError):
            mend = "Write it in simpler parts."
            report.unreadable(tokens[0].start, tokens[-1].end, "this is no expression", mend)
    _names(tokens, scope, report)
    return None


def _names(tokens: Sequence[Token], scope: Scope, report: Report) -> None:
    """Look at the names alone where the rest cannot be read: one report should tell all."""
    others = {*FUNCTIONS, "stance", "among", "true", "false", "True", "False", "you"}
    for token in tokens:
        name = token.text
        if token.kind != "name" or name in others or name in scope.words:
            continue
        if name in scope.types:
            scope.read.add(scope.types[name][0])
        elif not (name in scope.groups or name in scope.people or name in scope.passages):
            hint = near(name, [*scope.types, *sorted(scope.words)])
            report.add("N02", token.start, token.end, name=name, near=hint)


def _setting(tokens: list[Token], report: Report) -> int | None:
    """Where the `=`, `+=` or `-=` of an effect stands in `tokens`; None, reported, without one."""
    depth = 0
    for index, token in enumerate(tokens):
        if token.kind != "mark":
            continue
        depth += (token.text == "(") - (token.text == ")")
        if depth == 0 and token.text in ("=", "+=", "-="):
            return index
    words = [token.text for token in tokens[:3]]
    if len(tokens) > 1 and words[1] == "==":
        tokens[1] = tokens[1]._replace(text="=")
        report.foreign(tokens[1].start, tokens[1].end, "`==`", "To set something, write `=`.")
        return 1
    if len(tokens) == 3 and words[1] == words[2] and words[1] in ("+", "-"):
        mend = f"Write `{words[0]} {words[1]}= 1`."
        report.foreign(tokens[1].start, tokens[2].end, f"`{words[1] * 2}`", mend)
    elif not report.fatal:
        mend = "An effect sets something: `fund = 3`, `fund += 1`."
        report.unreadable(tokens[0].start, tokens[-1].end, "this changes nothing", mend)
    return None


def _two_effects(tokens: Sequence[Token], place: int, report: Report) -> bool:
    """Report it if a second effect stands behind the one that is set at `place`."""
    depth = 0
    for before, name, sign in zip(
        tokens[place + 1 :], tokens[place + 2 :], tokens[place + 3 :], strict=False
    ):
        depth += (before.text == "(") - (before.text == ")")
        joined = depth == 0 and before.text in ("and", ",", ";")
        if joined and name.kind == "name" and sign.text in ("=", "+=", "-="):
            mend_ = "Write each effect on a line of its own, starting with `- `."
            report.unreadable(before.start, tokens[-1].end, "these are two effects", mend_)
            return True
    return False


def _target(tokens: Sequence[Token], sign: Token, report: Report) -> Token | None:
    """The one name left of `sign`, or None where something else stands there."""
    if len(tokens) == 1 and tokens[0].kind in ("name", "broken"):
        return tokens[0] if tokens[0].kind == "name" else None
    start, end = (tokens[0].start, tokens[-1].end) if tokens else (sign.start, sign.end)
    why = f"left of `{sign.text}` stands the one name that is set"
    report.unreadable(start, end, why, "Write it so: `fund = 3`.")
    return None
