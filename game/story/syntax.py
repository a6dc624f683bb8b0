"""What is wrong with a text that is not YAML, in words for somebody who only wanted to write.

The parser says where it gave up and what it looked for. What the author did is mostly to be seen
in the text around that place, so the text is asked first and the parser's words only then.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple


class Fault(NamedTuple):
    """A diagnostic to be: its code, how many characters stand before it, what fills its words."""

    code: str
    at: int
    length: int
    fields: dict[str, object]


_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KEY = re.compile(r"""\s*(?:- +)*[^\s"'#\[\]{},][^"'\[\]{},]*?:(?=\s)""")
_SQUEEZED = re.compile(r"\s*(?:- +)*[A-Za-z0-9_-]+:(?=[^\s:/])")
_CLOSED = re.compile(r"""(["'}\]])[ \t]*$""")

_QUOTE_ALL = (
    'Put the whole text in double quotes: "like this". Or write `|` after the colon, and the text '
    "on the lines below, indented."
)
_ALIGN = (
    "Keys that belong together start in one column; what belongs to a key stands two further in."
)


def unreadable(text: str) -> Fault:
    """The fault of a text with a character that YAML does not take."""
    found = _UNPRINTABLE.search(text)
    at = found.start() if found else 0
    code = ord(text[at]) if found else 0
    return _not_yaml(
        at,
        1,
        f"the character U+{code:04X} stands here, which cannot be seen or printed",
        "Take it out. It often comes with text copied from another program.",
    )


class _Stuck(NamedTuple):
    """Where the parser gave up, and what it said."""

    text: str
    at: int
    start: int
    """Where what it was reading began."""
    said: str
    last: int
    """Where the last node begins that it had read."""

    @property
    def line_start(self) -> int:
        return self.text.rfind("\n", 0, self.at) + 1

    @property
    def before(self) -> str:
        """The line up to where it gave up."""
        return self.text[self.line_start : self.at]

    @property
    def opening(self) -> str:
        return self.text[self.start : self.start + 1]


def explain(text: str, at: int, begun: int | None, said: str, last: int) -> Fault:
    """The fault of a text that the parser gave up on.

    `at` is where it gave up, `begun` where what it was reading began, `said` its own words for
    both, `last` where the last node begins that it had read: all in characters from the start.
    """
    stuck = _Stuck(text, at, at if begun is None else begun, said, last)
    for words, fault in _BY_WORDS:
        if words in said:
            return fault(stuck)
    closed = _CLOSED.search(stuck.before)
    if closed and text[at : at + 1] not in ("", "\n", "\r"):
        return _after_closing(stuck, closed.group(1))
    return _out_of_place(stuck)


def _not_yaml(at: int, length: int, why: str, mend: str) -> Fault:
    return Fault("Y03", at, max(1, length), {"why": why, "mend": mend})


def _first_line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[at : end if end >= 0 else len(text)].rstrip()


def _reference(stuck: _Stuck) -> Fault:
    return Fault("Y07", stuck.start, 1, {})


def _tag(stuck: _Stuck) -> Fault:
    tag = re.split(r"[\s,\[\]{}]", _first_line(stuck.text, stuck.start), maxsplit=1)[0] or "!"
    return Fault("Y08", stuck.start, len(tag), {"tag": tag})


def _directive(stuck: _Stuck) -> Fault:
    return _cannot_start(stuck._replace(at=stuck.start))


def _cannot_start(stuck: _Stuck) -> Fault:
    char = stuck.text[stuck.at : stuck.at + 1]
    if char == "\t":
        return _tab(stuck)
    named = "a backtick" if char == "`" else f"`{char}`"
    return _not_yaml(stuck.at, 1, f"a text cannot begin with {named}", _QUOTE_ALL)


def _tab(stuck: _Stuck) -> Fault:
    return _not_yaml(
        stuck.at,
        1,
        "a tab stands where only spaces may",
        "Indent with spaces, two for each level (most editors can turn tabs into spaces).",
    )


def _in_quotes(stuck: _Stuck) -> Fault:
    quote = stuck.opening
    if "end of stream" in stuck.said or "document" in stuck.said:
        mend = "Put the same quote at the end of the text."
        if quote == "'":
            mend += " Where it is an apostrophe, put double quotes round the whole text."
        length = len(_first_line(stuck.text, stuck.start))
        why = f"the quote `{quote}` is opened and never closed"
        return _not_yaml(stuck.start, length, why, mend)
    return _not_yaml(
        stuck.text.rfind("\\", 0, stuck.at + 1) if "\\" in stuck.text[: stuck.at + 1] else stuck.at,
        2,
        "in double quotes a backslash begins a code, and this is none",
        r"Write two backslashes (`\\`) for one, or use single quotes.",
    )


def _in_block(stuck: _Stuck) -> Fault:
    if stuck.opening in ("|", ">"):
        why = f"something after `{stuck.opening}` on the same line"
    else:
        why = "this block of text is not indented evenly"
    return _not_yaml(
        stuck.at,
        len(_first_line(stuck.text, stuck.at)),
        why,
        "Begin the text on the next line, with spaces before it, and go on in that column.",
    )


def _colon(stuck: _Stuck) -> Fault:
    """A colon where none may stand; the reason is often on the line above."""
    if _KEY.match(stuck.before):
        return _not_yaml(
            stuck.at, 1, "a colon and a space inside a text without quotes", _QUOTE_ALL
        )
    length = len(stuck.before.lstrip())
    begin = stuck.at - length
    if not length:
        return Fault("Y11", stuck.at, 1, {})
    above = stuck.text[: stuck.line_start].rstrip()
    start = above.rfind("\n") + 1
    squeezed = _SQUEEZED.match(above, start)
    if squeezed:
        colon = squeezed.end() - 1
        return _not_yaml(colon, 1, "there is no space after this colon", "Write `key: text`.")
    words = above[start:].lstrip(" ")
    if words and len(above) - len(words) - start >= begin - stuck.line_start:
        return _without_colon(stuck._replace(start=len(above) - len(words)))
    why = "this key is indented under something that is already a text"
    return _not_yaml(begin, length, why, _ALIGN)


def _without_colon(stuck: _Stuck) -> Fault:
    line = _first_line(stuck.text, stuck.start)
    if line[:1] in ('"', "'"):
        why = "this text in quotes stands where a key should be"
    else:
        why = "there is no `:` after this key"
    return _not_yaml(
        stuck.start,
        len(line),
        why,
        "Write `key: text`, with a space after the colon. "
        "A text that goes on over more lines needs more indentation than its key.",
    )


def _list(stuck: _Stuck) -> Fault:
    return _not_yaml(
        stuck.at,
        1,
        "a list cannot start here",
        "Start the list on a line of its own, each entry with `- ` before it. "
        "A text that begins with `- ` needs quotes.",
    )


_BY_WORDS: tuple[tuple[str, Callable[[_Stuck], Fault]], ...] = (
    ("an alias", _reference),
    ("an anchor", _reference),
    (" tag", _tag),
    ("directive", _directive),
    ("cannot start any token", _cannot_start),
    ("a tab character", _tab),
    ("quoted scalar", _in_quotes),
    ("block scalar", _in_block),
    ("values are not allowed", _colon),
    ("could not find expected ':'", _without_colon),
    ("sequence entries are not allowed", _list),
)
"""What the parser says and whose fault that is; the first that fits counts."""


def _after_closing(stuck: _Stuck, closing: str) -> Fault:
    """Words after a text that had seemed to end: at a quote, or at a bracket."""
    text, at, last = stuck.text, stuck.at, stuck.last
    length = len(_first_line(text, at))
    if closing in "}]":
        opened = "{" if closing == "}" else "["
        why = f"text after `{closing}`: a text that begins with `{opened}` needs quotes"
        return _not_yaml(at, length, why, _QUOTE_ALL)
    if text[last : last + 1] == closing and "\n" in text[last:at]:
        length = len(_first_line(text, last))
        why = f"the text that opens with `{closing}` here ends where the next `{closing}` stands"
        return _not_yaml(last, length, why, f"Close it with `{closing}` where it ends.")
    why = "the text goes on after the quote that ended it"
    if closing == "'":
        mend = "A text that begins with an apostrophe needs double quotes round the whole."
    else:
        mend = (
            "A text that begins with somebody's words needs single quotes round the whole: "
            """'"Stop," he says.' (an apostrophe inside is then written twice)."""
        )
    return _not_yaml(at, length, why, mend)


def _out_of_place(stuck: _Stuck) -> Fault:
    """A line, or part of one, that does not fit what it stands in."""
    at, opening = stuck.at, stuck.opening
    line = _first_line(stuck.text, at)
    if "flow" in stuck.said and opening in ("[", "{"):
        closing = "]" if opening == "[" else "}"
        return _not_yaml(
            stuck.start,
            len(_first_line(stuck.text, stuck.start)),
            f"what opens with `{opening}` here is not closed, or a comma is missing in it",
            f"Put commas between its parts and `{closing}` at its end. "
            f"A text that begins with `{opening}` needs quotes.",
        )
    if "block collection" in stuck.said:
        return _not_yaml(
            at,
            len(line),
            "this stands in a list and does not begin with `- `",
            "Put `- ` before it, or indent it less, if it is not part of the list.",
        )
    if line == ":" or line.startswith(": "):
        return Fault("Y11", at, 1, {})
    if stuck.before.strip():
        return _not_yaml(at, len(line), "this cannot stand here", _QUOTE_ALL)
    if line.startswith("- ") or line == "-":
        mend = "Put a key before the list: `key:`, then its lines."
        return _not_yaml(at, 1, "an entry of a list among keys", mend)
    return _not_yaml(at, len(line), "this line does not fit what stands above it", _ALIGN)
