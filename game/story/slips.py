"""Slips of the pen that show in how words and marks follow each other.

Each is reported with its mend and read as what was meant, so that one report tells all.
"""

from __future__ import annotations

import keyword
from collections.abc import Sequence

from game.story.scope import Scope
from game.story.tokens import WORDS, Report, Token
from game.story.word_order import COMPARISONS

_RESERVED = frozenset(keyword.kwlist) - WORDS - {"True", "False"}
_RESERVED_MENDS = {
    "if": "A condition says only when. For two cases write two effects, paragraphs or choices, "
    "each with its own `if`.",
    "for": "To count people, write `count(stance >= ...)`.",
    "None": "Every name always has a value: compare with one of those.",
    "lambda": "Write the condition itself.",
}


def mend(tokens: Sequence[Token], scope: Scope, report: Report) -> list[Token]:
    """`tokens` as they were meant, every slip reported. `report.fatal` where that is unclear."""
    out: list[Token] = []
    rest = list(tokens)
    while rest:
        token = rest.pop(0)
        if token.kind == "name":
            _name(token, rest, out, scope, report)
        elif token.kind == "mark":
            _mark(token, out, report)
        else:
            out.append(token)
    return out


def _name(token: Token, rest: list[Token], out: list[Token], scope: Scope, report: Report) -> None:
    text, start, end = token.text, token.start, token.end
    following = rest[0].text if rest else ""
    if out and _is_mark(out[-1], "=") and len(out) > 1 and out[-2].text == "among":
        out.append(token._replace(kind="group"))
    elif text == "is":
        negated = following == "not"
        if negated:
            end = rest.pop(0).end
        meant = "!=" if negated else "=="
        report.foreign(start, end, "`is not`" if negated else "`is`", f"Write `{meant}`.")
        out.append(Token("mark", meant, start, end))
    elif text in ("seen", "visits"):
        out.append(token)
        _passage(token, rest, out, report)
    elif text in _RESERVED:
        if text != "else" or not report.fatal:
            report.foreign(start, end, f"`{text}`", _RESERVED_MENDS.get(text, "Take it out."))
        report.fatal = True
    else:
        if rest and _is_mark(rest[0], "."):
            _dotted(token, rest, scope, report)
        out.append(token)


def _passage(token: Token, rest: list[Token], out: list[Token], report: Report) -> None:
    """What follows `seen` or `visits`: a passage in brackets, whatever the passage is called."""
    if rest and _is_mark(rest[0], "("):
        out.append(rest.pop(0))
        if rest and rest[0].kind in ("name", "mark") and rest[0].text.isidentifier():
            out.append(rest.pop(0)._replace(kind="passage"))
        return
    passage = rest[0].text if rest and rest[0].kind == "name" else ""
    report.unreadable(
        token.start,
        rest[0].end if passage else token.end,
        f"`{token.text}` needs its passage in brackets",
        f"Write `{token.text}({passage or 'passage'})`.",
    )
    if not passage:
        report.fatal = True
        return
    place = rest.pop(0)
    out.append(Token("mark", "(", place.start, place.start))
    out.append(place._replace(kind="passage"))
    out.append(Token("mark", ")", place.end, place.end))


def _dotted(token: Token, rest: list[Token], scope: Scope, report: Report) -> None:
    """Take `.part` off, as in `les.stance`, and say that a name has no parts."""
    start, end, parts = rest[0].start, rest[0].end, ""
    while rest and _is_mark(rest[0], "."):
        end = rest.pop(0).end
        parts += "."
        if rest and rest[0].kind == "name":
            parts += rest[0].text
            end = rest.pop(0).end
    mend = "Names have no parts."
    known = scope.types.get(token.text)
    if known is not None:
        mend = f"Write `{token.text}`."
        if known[1].kind == "stance":
            mend = f"Write `{token.text}`: a person's name stands for their stance."
    report.foreign(start, end, f"`{parts}`", mend)
    if rest and _is_mark(rest[0], "("):
        report.fatal = True


def _mark(token: Token, out: list[Token], report: Report) -> None:
    text, start, end = token.text, token.start, token.end
    before = out[-1] if out else None
    operand = before is not None and (before.kind != "mark" or before.text == ")")
    if text == ":=":
        sets = report.where == "an effect" and len(out) == 1
        mend = "To set something, write `=`." if sets else "To compare, write `==`."
        report.foreign(start, end, "`:=`", mend)
        text = "=" if sets else "=="
    elif text in ("*=", "/=", "%="):
        report.foreign(start, end, f"`{text}`", "A number moves by `+=` and `-=` only.")
        report.fatal = True
    elif text == "[":
        if operand:
            report.foreign(start, end, "`[`", "Names have no parts.")
            report.fatal = True
        else:
            report.foreign(start, end, "`[`", "Write round brackets: `(`...`)`.")
        text = "("
    elif text == "]":
        text = ")"
    elif text in "{}":
        if text == "{":
            mend = "Write the name without braces: those belong in printed text."
            report.foreign(start, end, "`{`", mend)
        return
    elif text in COMPARISONS and before is not None and before.text in ("and", "or"):
        _repeat_left(token, out, report)
    out.append(token._replace(text=text))


def _repeat_left(token: Token, out: list[Token], report: Report) -> None:
    """In `trust > 2 and < 5`, say that `trust` must be written again, and take it as written."""
    joint = out[-1].text
    left = _left_of_comparison(out[:-1])
    words = " ".join(part.text for part in left).replace("( ", "(").replace(" )", ")")
    report.unreadable(
        token.start,
        token.end,
        f"nothing stands between `{joint}` and `{token.text}`",
        f"Write it out: `{joint} {words or 'name'} {token.text} ...`.",
    )
    out.extend(left or [Token("broken", "", token.start, token.end)])


def _left_of_comparison(tokens: Sequence[Token]) -> list[Token]:
    """What stands left of the comparison that `tokens` end with, or nothing."""
    depth, compared = 0, -1
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.kind != "mark":
            continue
        if token.text == ")":
            depth += 1
        elif token.text == "(":
            depth -= 1
            if depth < 0:
                return list(tokens[index + 1 : compared]) if compared > 0 else []
        elif depth == 0:
            if token.text in ("and", "or", "=") or (token.text == "not" and compared != index + 1):
                return list(tokens[index + 1 : compared]) if compared > 0 else []
            if token.text in COMPARISONS or token.text == "not":
                compared = index
    return list(tokens[:compared]) if compared > 0 else []


def mend_comparisons(tokens: Sequence[Token], report: Report) -> list[Token]:
    """Read `=` as `==`, except after `among`, and report it."""
    out: list[Token] = []
    for token in tokens:
        if _is_mark(token, "=") and not (out and out[-1].text == "among"):
            if len(out) > 1 and _is_mark(out[-2], ",") and out[-1].kind == "name":
                named = out.pop()
                mend = "In brackets only `among=` can stand so, for the group of a `count`."
                report.foreign(named.start, token.end, f"`{named.text}=`", mend)
                out.append(named._replace(kind="broken"))
            else:
                report.foreign(token.start, token.end, "`=`", "To compare, write `==`.")
            out.append(token._replace(text="=="))
            continue
        if token.kind == "mark" and token.text in ("+=", "-="):
            mend = "Only an effect changes something, and only once."
            report.foreign(token.start, token.end, f"`{token.text}`", mend)
            report.fatal = True
        out.append(token)
    return out


def _is_mark(token: Token, text: str) -> bool:
    return token.kind == "mark" and token.text == text
