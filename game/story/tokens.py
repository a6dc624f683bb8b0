"""The words and marks of a condition or an effect, before Python's parser sees them.

Python's parser stops at the first thing it does not know, says so in terms of Python, and gives
positions in bytes. So a line is taken apart here first: what is not part of the language is
reported, every slip of them, and taken for what the author will have meant, so that the rest of
the line can be checked in the same go. Nothing but known words and marks reaches the parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from game.story.scope import ExpressionProblem, Scope


class Token(NamedTuple):
    """One word or mark, and where it stands in the source.

    A `passage` or `group` is a name of its own kind, which may be a word that Python reserves; a
    `broken` one has been reported and may mean anything.
    """

    kind: Literal["name", "passage", "group", "number", "mark", "broken"]
    text: str
    start: int
    end: int

    @property
    def python(self) -> str:
        """What Python's parser is given for it."""
        return self.text if self.kind in ("name", "number", "mark") else "_"


class Report:
    """Collects the problems of one expression."""

    def __init__(self, where: str) -> None:
        self.where = where
        """What the expression is, in words: `a condition`, `an effect`."""
        self.problems: list[ExpressionProblem] = []
        self.fatal = False
        """True if the rest cannot be understood."""

    def add(self, code: str, start: int, end: int, **fields: object) -> None:
        """Report `code` for the characters from `start` up to `end`."""
        problem = ExpressionProblem(code, start, max(1, end - start), fields)
        if problem not in self.problems:
            self.problems.append(problem)

    def unreadable(self, start: int, end: int, why: str, mend: str) -> None:
        """Report something that is not an expression."""
        self.add("X01", start, end, why=why, mend=mend)

    def foreign(self, start: int, end: int, what: str, mend: str, where: str = "") -> None:
        """Report something that is no part of the language, or not of this place."""
        self.add("X02", start, end, what=what, where=where or self.where, mend=mend)


WORDS = frozenset(("and", "or", "not", "in"))
"""The words of the language that are operators."""

_PATTERN = re.compile(
    r"""
      (?P<space> \s+ )
    | (?P<quoted> [A-Za-z]{0,2} (?: "[^"]*"? | '[^']*'? )
                | [\u201c\u201d\u201e] [^\u201c\u201d]* [\u201c\u201d]?
                | [\u2018\u2019\u201a] [^\u2018\u2019]* [\u2018\u2019]? )
    | (?P<name> [^\W\d]\w* )
    | (?P<number> \.?\d[\w.]* )
    | (?P<mark> && | \|\| | ={2,3} | !={1,2} | <= | >= | =< | => | <>
              | := | [-+*/%]= | \*\* | // | . )
    """,
    re.VERBOSE | re.DOTALL,
)
_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_PLAIN_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,8})")

_SAME = frozenset("== != < <= > >= = += -= + - ( ) , * / // ** % . [ ] { } := *= /= %=".split())
"""Marks of the language, and those whose neighbours tell what was meant (`game.story.slips`)."""

_MEANT = {
    "&&": "and",
    "&": "and",
    "||": "or",
    "|": "or",
    "!": "not",
    "===": "==",
    "!==": "!=",
    "<>": "!=",
    "=<": "<=",
    "=>": ">=",
    "\u2264": "<=",
    "\u2265": ">=",
    "\u2260": "!=",
    "\u2212": "-",
    "\u2013": "-",
    "\u2014": "-",
}


def scan(source: str, scope: Scope, report: Report) -> list[Token]:
    """The tokens of `source`; what is not part of the language is reported."""
    tokens: list[Token] = []
    for found in _PATTERN.finditer(source):
        kind, text, start, end = found.lastgroup, found.group(), found.start(), found.end()
        if kind == "space":
            if "\n" in text and start > 0 and end < len(source):
                why = f"{report.where} is one line, and a new one starts here"
                report.unreadable(end, end + 1, why, "Write it all on one line.")
        elif kind == "name":
            tokens.append(_name(text, start, end, report))
        elif kind == "number":
            tokens.append(_number(text, start, end, report))
        elif kind == "quoted":
            tokens.append(_quoted(text, start, end, scope, report))
        elif text in _SAME:
            tokens.append(Token("mark", text, start, end))
        elif text in _MEANT:
            meant = _MEANT[text]
            report.foreign(start, end, f"`{text}`", f"Write `{meant}`.")
            tokens.append(Token("mark", meant, start, end))
        else:
            report.foreign(start, end, *_unknown_mark(text))
            report.fatal = True
    return tokens


def _name(text: str, start: int, end: int, report: Report) -> Token:
    small = text.lower()
    if small in WORDS:
        if text != small:
            report.foreign(start, end, f"`{text}`", f"Write `{small}`, in small letters.")
        return Token("mark", small, start, end)
    if not _PLAIN_NAME.fullmatch(text):
        report.add("N02", start, end, name=text, near="")
        return Token("broken", text, start, end)
    return Token("name", text, start, end)


def _number(text: str, start: int, end: int, report: Report) -> Token:
    if _PLAIN_NUMBER.fullmatch(text):
        return Token("number", text, start, end)
    mend = "Numbers here are whole, written in figures: 0, 3, 12."
    if text.isascii() and text.isdigit():
        long = len(text) > 9
        mend = "The longest number has nine figures." if long else f"Write `{int(text)}`."
    report.foreign(start, end, f"the number `{text[:40]}`", mend)
    return Token("broken", text, start, end)


def _quoted(text: str, start: int, end: int, scope: Scope, report: Report) -> Token:
    inner = text.strip("\"'\u201c\u201d\u201e\u2018\u2019\u201a")
    if inner in scope.types or inner in scope.words or inner in scope.passages:
        report.foreign(start, end, "text in quotes", f"Write `{inner}` without quotes.")
        return Token("name", inner, start, end)
    mend = "Names and values stand without quotes. A condition cannot look at words."
    report.foreign(start, end, "text in quotes", mend)
    return Token("broken", text, start, end)


def _unknown_mark(text: str) -> tuple[str, str]:
    """What an unknown character is called, and what to do about it."""
    if not text.isprintable():
        return f"the invisible character U+{ord(text):04X}", "Delete it and write the line again."
    mends = {
        ";": "One line holds one condition or one effect.",
        "?": "Take it out: a condition is a question already.",
        ":": "Take it out.",
        "#": "Put remarks on a line of their own.",
        "~": "Write `not`.",
    }
    return f"`{text}`", mends.get(text, "Take it out.")


def joined(tokens: Sequence[Token]) -> tuple[str, Callable[[int], int]]:
    """The tokens as Python's parser is given them, and which token stands at a column of that."""
    columns: dict[int, int] = {}
    column = 0
    words = []
    for index, token in enumerate(tokens):
        word = token.python
        words.append(word)
        columns[column] = columns[column + len(word)] = index
        column += len(word) + 1
    return " ".join(words), columns.__getitem__
