"""Whether words and marks follow each other as they must.

Python's parser would say so too, in words that change from version to version and mean little to
somebody who writes stories.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.story.tokens import Report, Token

COMPARISONS = frozenset(("==", "!=", "<", "<=", ">", ">=", "in"))
_ARITHMETIC = frozenset(("+", "-", "*", "/", "//", "**", "%"))
_BETWEEN = COMPARISONS | _ARITHMETIC | {"and", "or"}
_NOT_AFTER = frozenset(("and", "or", "not", "(", ","))
MOST_DEEP = 20
"""So deep may brackets be nested."""


class _Fault(NamedTuple):
    """The token at fault, what is wrong, and the mend."""

    token: Token
    why: str
    mend: str


def check_order(tokens: Sequence[Token], report: Report) -> bool:
    """Report the first place in `tokens` where something is missing or too much.

    Returns True if there is none: then Python's parser can read them.
    """
    if not tokens:
        return False
    fault = _first_fault(tokens)
    if fault is not None:
        report.unreadable(fault.token.start, fault.token.end, fault.why, fault.mend)
    return fault is None


_CLOSE = "Write `)` where it ends."
_QUOTE = (
    " In a list in square brackets a comma ends an effect: put quotes around one that has a comma, "
    'as in ["fund = up_to(10, fund + 2)"].'
)
"""YAML has then cut the effect in two, and its author sees a bracket that is closed."""


def _first_fault(tokens: Sequence[Token]) -> _Fault | None:
    brackets: list[Token] = []
    before: Token | None = None
    complete = False  # something stands before that an operator can follow
    for index, token in enumerate(tokens):
        mark = token.text if token.kind == "mark" else ""
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if before is not None and complete:
            fault = _fault_after(before, token, following, inside=bool(brackets))
        else:
            fault = _fault_at_start(before, token, inside=bool(brackets))
        if fault is None and mark == ")" and not brackets:
            fault = _Fault(token, "`)` closes nothing", "Take it out, or open it with `(`.")
        if fault is None and mark == "(" and len(brackets) == MOST_DEEP:
            fault = _Fault(token, f"brackets stand more than {MOST_DEEP} deep", "Take some out.")
        if fault is not None:
            return fault
        if mark == "(":
            brackets.append(token)
        elif mark == ")":
            brackets.pop()
        # `not in` is one operator: its `in` follows what the `not` follows
        complete = mark in ("", ")") or (mark == "not" and complete)
        before = token
    if brackets:
        at = tokens.index(brackets[-1])
        cut = at > 0 and tokens[at - 1].text in ("up_to", "down_to")
        return _Fault(brackets[-1], "`(` is never closed", _CLOSE + _QUOTE * cut)
    if not complete:
        why = f"something is missing after `{tokens[-1].text}`"
        return _Fault(tokens[-1], why, "Write what belongs there.")
    return None


def _fault_at_start(before: Token | None, token: Token, *, inside: bool) -> _Fault | None:
    """What is wrong with `token` where a value or a condition should start."""
    last = before.text if before else ""
    if token.kind != "mark" or token.text in ("(", "+", "-"):
        return None
    if token.text == ")" and last == "," and inside:
        return None
    if token.text == "not":
        if before is None or last in _NOT_AFTER:
            return None
        return _Fault(token, f"`not` after `{last}`", "Put brackets round it: `(not ...)`.")
    if token.text == ")" and last == "(":
        return _Fault(token, "nothing stands between the brackets", "Write what belongs there.")
    return _Fault(token, f"something is missing before `{token.text}`", "Write what belongs there.")


def _fault_after(before: Token, token: Token, following: str, *, inside: bool) -> _Fault | None:
    """What is wrong with `token` after a whole value or condition."""
    mark = token.text if token.kind == "mark" else ""
    if mark == ")" or mark in _BETWEEN or (mark == "not" and following == "in"):
        return None
    if mark == "=" and before.text == "among" and inside:
        return None
    if mark == "(" and before.kind in ("name", "broken"):
        return None
    if mark == ",":
        mend = "Write `and` or `or`; a list stands in brackets."
        return None if inside else _Fault(token, "a comma outside brackets", mend)
    return _Fault(
        token,
        f"nothing says how `{before.text}` and `{token.text}` belong together",
        "Write `and`, `or` or a comparison between them, or take one out.",
    )
