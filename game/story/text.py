"""Printed text: lines joined, straight quotes turned, `{reads}` resolved."""

from __future__ import annotations

import re

from game.story.diagnostics import near
from game.story.model import Piece, Text
from game.story.scope import ExpressionProblem, Scope

_DASHES = "\u2012\u2013\u2014\u2015"
_OPENERS = "([{\u201c\u2018\u00ab"
_STOPS = ",.;:!?)]}\u2026\u201d\u2019\u00bb" + _DASHES
_TURNED = {'"': ("\u201c", "\u201d"), "'": ("\u2018", "\u2019")}

_SPECIAL = re.compile(
    r"""
    (?= [{}"'.\n] )  # at most places none of the rest need be tried
    (?:
      (?P<brace> \{\{ | \}\} )
    | (?P<read> \{ (?P<name> [^{}\n]* ) \} )
    | (?P<stray> [{}] )
    | (?P<quote> ["'] )
    | (?P<dots> \.\.\. )
    | (?P<lines> \n \s* )
    )
    """,
    re.VERBOSE,
)
_ELISION = re.compile(
    r"(?:em|im|er|ow|til|tis|twas|cause|bout|[0-9][0-9]s?)\b(?!')|n'(?!\S)", re.IGNORECASE
)
"""What an apostrophe begins with that stands for letters left out: 'em, 'twas, '61."""
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_NOTHING = Scope((), (), {}, ())
_PRINTABLE = ("number", "one_of")
_BRACES = "To print a brace, write it twice: `{{` or `}}`."


def parse_text(source: str, scope: Scope) -> tuple[Text, list[ExpressionProblem]]:
    """The text as it is printed, and what is wrong with it.

    A line break is a space, an empty line starts a new line of print. A part that is wrong is left
    as the author wrote it.
    """
    begin = len(source) - len(source.lstrip())
    end = len(source.rstrip())
    printer = _Printer()
    problems: list[ExpressionProblem] = []
    last = begin
    for found in _SPECIAL.finditer(source, begin, end):
        kind, written = found.lastgroup, found.group()
        before = source[last : found.start()]
        printer.say(before.rstrip() if kind == "lines" else before)
        last = found.end()
        if kind == "brace":
            printer.say(written[0])
        elif kind == "quote":
            printer.quote(written, source[last:end])
        elif kind == "dots":
            printer.say("\u2026")
        elif kind == "lines":
            printer.say("\n" if written.count("\n") > 1 else " ")
        elif kind == "stray":
            problems.append(_stray(source, found.start(), end))
            printer.say(written)
        else:
            slot, problem = _read(found["name"], found.start(), scope)
            if problem is None:
                printer.read(slot)
            else:
                problems.append(problem)
                printer.say(written)
    printer.say(source[last:end])
    return printer.text(), problems


class _Printer:
    """Collects the pieces of a text, and knows enough of what went before to turn quotes."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._words: list[str] = []
        self._before = ""
        """The last two characters said."""
        self._open: set[str] = set()

    def say(self, words: str) -> None:
        if words:
            self._words.append(words)
            self._before = (self._before + words[-2:])[-2:]
            if words == "\n":
                self._open.clear()

    def read(self, slot: int) -> None:
        self._flush()
        self._pieces.append(slot)
        self._before = "x"  # what is printed for it ends like a word

    def text(self) -> Text:
        self._flush()
        return tuple(self._pieces)

    def quote(self, mark: str, rest: str) -> None:
        """Say a straight quotation mark as an opening or a closing one."""
        opens = self._opens(mark, rest)
        if opens:
            self._open.add(mark)
        else:
            self._open.discard(mark)
        self.say(_TURNED[mark][0 if opens else 1])

    def _opens(self, mark: str, rest: str) -> bool:
        if mark == "'" and _ELISION.match(rest):
            return False
        following = rest.lstrip("\"'")[:1]
        before = self._before[-1:]
        at_edge = not following or following.isspace()
        if not before or before.isspace() or before in _OPENERS:
            return not (at_edge and (mark == "'" or mark in self._open))
        if self._before == "--" or before in _DASHES:
            # a dash also breaks speech off, and then the quotation ends here
            return not at_edge and following not in _STOPS and mark not in self._open
        return mark == '"' and before in "-/" and not at_edge and mark not in self._open

    def _flush(self) -> None:
        if self._words:
            self._pieces.append("".join(self._words))
            self._words.clear()


def _read(name: str, offset: int, scope: Scope) -> tuple[int, ExpressionProblem | None]:
    """The slot that `{name}` prints, or what is wrong with it."""
    length = len(name) + 2

    def cannot(what: str, mend: str) -> ExpressionProblem:
        return ExpressionProblem("X06", offset, length, {"what": what, "mend": mend})

    stripped = name.strip()
    slot, type_ = scope.types.get(stripped, (-1, None))
    if type_ is not None and type_.kind in _PRINTABLE and stripped == name:
        scope.read.add(slot)
        return slot, None
    if type_ is not None and type_.kind in _PRINTABLE:
        problem = cannot(f"`{{{name}}}`", f"Write `{{{stripped}}}`, without spaces.")
    elif type_ is not None:
        mend = "Write one paragraph for each case, with `if` and `else`."
        problem = cannot(f"the {type_.kind} `{name}`", mend)
    elif not stripped:
        problem = cannot("empty braces", _BRACES)
    elif not _NAME.fullmatch(stripped):
        mend = f"Only the name of one variable can stand in braces. {_BRACES}"
        problem = cannot(f"`{_short(name)}`", mend)
    elif stripped in scope.words:
        problem = cannot(f"`{stripped}`, which is a value", "Write the words themselves.")
    elif stripped in scope.people:
        problem = cannot(f"`{stripped}`, which is a person", "Write the name itself.")
    else:
        names = [n for n, (_, its) in scope.types.items() if its.kind in _PRINTABLE]
        fields: dict[str, object] = {"name": _short(stripped), "near": near(stripped, names)}
        problem = ExpressionProblem("N02", offset + 1, len(name), fields)
    return -1, problem


def _stray(source: str, offset: int, end: int) -> ExpressionProblem:
    brace = source[offset]
    if brace == "}":
        why, length = "`}` closes nothing", 1
    else:
        why = "`{` is never closed"
        written = _NAME.match(source, offset + 1, end)
        length = (written.end() if written else offset + 1) - offset
    return ExpressionProblem("X01", offset, length, {"why": why, "mend": _BRACES})


def _short(words: str, most: int = 40) -> str:
    return words if len(words) <= most else words[:most] + "\u2026"


def flat(source: str) -> str:
    """A text outside play (a summary, a note): lines joined, quotes turned, braces as they are."""
    braced = source.replace("{", "{{").replace("}", "}}")
    text, _ = parse_text(braced, _NOTHING)
    return "".join(piece for piece in text if isinstance(piece, str))
