"""Where the characters of a YAML scalar's value stand in the file.

The value and the author's text are walked side by side, by the rules of YAML 1.1 for quotes,
folded lines and blocks, so that a name inside a condition can be underlined where it was written.
"""

from __future__ import annotations

import re

_BREAK = r"(?:\r\n|[\r\n\x85\u2028\u2029])"
_FOLD = re.compile(rf"[ \t]*{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*")
_BREAKS = re.compile(_BREAK)
_REST = re.compile(r"[^\r\n\x85\u2028\u2029]*")
_CODES = {"x": 2, "u": 4, "U": 8}
"""Hexadecimal digits after these escapes."""


def position(text: str, at: int, value: str, offset: int) -> int:
    """Where character `offset` of the scalar at `at` of `text`, which says `value`, was written.

    An offset beyond the value gives the place after its last character.
    """
    offset = max(0, min(offset, len(value)))
    opening = text[at : at + 1]
    if opening in ("|", ">"):
        return _in_block(text, at, value, offset)
    if opening in ('"', "'"):
        return _in_flow(text, at + 1, offset, opening)
    return _in_flow(text, at, offset, "")


def span(text: str, at: int, value: str | None) -> int:
    """How many characters from `at` to underline: the scalar's first line, quotes and all.

    `value` is None for a container, of which the first line counts.
    """
    rest = len(_line(text, at)[0].rstrip())
    if value and text[at : at + 1] not in ("|", ">"):
        quoted = text[at : at + 1] in ('"', "'")
        end = position(text, at, value, len(value)) + (1 if quoted else 0)
        rest = min(rest, end - at)
    return max(1, rest)


def _in_flow(text: str, source: int, offset: int, quote: str) -> int:
    """Plain and quoted scalars. `source` is where the first character stands."""
    done = 0
    while done < offset and source < len(text):
        char = text[source]
        fold = _FOLD.match(text, source) if char.isspace() else None
        if fold:
            breaks = len(_BREAKS.findall(fold.group()))
            done += max(1, breaks - 1)
            if done > offset:
                break
            source = fold.end()
        elif char == "\\" and quote == '"':
            joined = _BREAKS.match(text, source + 1)
            if joined:
                source = _joined(text, joined.end())
            else:
                source += 2 + _CODES.get(text[source + 1 : source + 2], 0)
                done += 1
        else:
            source += 2 if char == quote == "'" else 1
            done += 1
    return source


def _joined(text: str, source: int) -> int:
    """Past the indentation of the line that a backslash joined on."""
    while text[source : source + 1] in (" ", "\t"):
        source += 1
    return source


def _in_block(text: str, at: int, value: str, offset: int) -> int:
    """Block scalars. `at` is where the `|` or `>` stands."""
    folded = text[at] == ">"
    first = value.lstrip("\n")
    own = len(first) - len(first.lstrip(" "))
    indent: int | None = None
    done = 0
    end = _line(text, at)[1]
    while stop := _BREAKS.match(text, end):
        source = stop.end()
        words, end = _line(text, source)
        if indent is None and words.strip(" "):
            # What the first line of the value does not have of the author's spaces is indentation.
            indent = max(0, len(words) - len(words.lstrip(" ")) - own)
        content = "" if indent is None else words[indent:]
        if folded and content:
            # Between two lines stands one space, or a line feed for each empty line.
            while value[done : done + 1] == "\n":
                done += 1
            if value[done : done + 1] == " " != content[0]:
                done += 1
            if offset < done:
                return stop.start()
        if content and offset <= done + len(content):
            return source + (indent or 0) + offset - done
        if not folded:
            if offset <= done:
                return source
            done += len(content) + 1
        else:
            done += len(content)
    return end


def _line(text: str, start: int) -> tuple[str, int]:
    """What stands from `start` to the end of its line, and where that end is."""
    found = _REST.match(text, start)
    words = found.group() if found else ""
    return words, start + len(words)
