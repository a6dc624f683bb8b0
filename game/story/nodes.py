"""From the text of one file, through libyaml's events, to plain data and a mark for every node.

Nothing of PyYAML's loaders runs, so nothing but mappings, lists, texts, whole numbers, flags and
"nothing" can come out (`docs/story-format.md`, section 1). An event costs more than all that is
done with it; the loops here add as little as they can: one look at its type, no calls but those
that must be. They do not look for anchors and tags, because a node's mark stands before them and
they can be found by it afterwards.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import Any, NamedTuple, NoReturn, TypeAlias

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from game.story.diagnostics import Problems
from game.story.lines import Lines
from game.story.syntax import Fault, explain, unreadable

try:
    from yaml._yaml import CParser

    def _events_of(text: str) -> Callable[[], Any]:
        get: Callable[[], Any] = CParser(text).get_event
        return get

except ImportError:  # PyYAML without libyaml: the same events, about ten times slower
    from yaml.loader import BaseLoader

    def _events_of(text: str) -> Callable[[], Any]:
        return BaseLoader(text).get_event


MOST_NODES = 1_000_000
"""Keys, values and containers in one file."""
DEEPEST = 24
"""Containers inside one another."""

_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")
_PROPERTY = re.compile(r"[&!][^\s,\[\]{}]*|<<(?=\s*:)")
"""An anchor, a tag or a merge key, where a node begins."""
_CHUNK = 1 << 14
"""Events between two counts of the nodes."""


class Dropped:
    """Stands for a key that cannot stay, so that the nodes after it keep their numbers.

    `name` is the text of a key that stands twice, or None for a key that is no text. `size` is the
    number of nodes the key is made of.
    """

    __slots__ = ("name", "size")

    def __init__(self, name: str | None, size: int) -> None:
        self.name = name
        self.size = size


Raw: TypeAlias = "dict[str | Dropped, Raw] | list[Raw] | str | int | None"
"""What a file says, with the keys that cannot stay. (A bool is an int to a type checker.)"""


class Nodes(NamedTuple):
    """The nodes of a file."""

    data: Raw
    marks: array[int]
    """Characters before each key, value and container, in the order of the page."""
    dropped: int
    """How many keys are `Dropped`."""


def read_nodes(lines: Lines, problems: Problems) -> Nodes | None:
    """The nodes of a text, or None where what it says cannot be known.

    What is wrong goes to `problems`: Y03, Y05 to Y08, Y10 and Y11. Raises `StoryError` where that
    is too much.
    """
    reading = _Reading(lines, problems)
    try:
        data = _document(reading)
    except _Stop:
        return None
    except MarkedYAMLError as error:
        at, begun = error.problem_mark, error.context_mark
        reading.report(
            explain(
                lines.text,
                at.index if at else len(lines.text),
                begun.index if begun else None,
                f"{error.context or ''}: {error.problem or ''}",
                reading.marks[-1] if reading.marks else 0,
            )
        )
        return None
    except YAMLError:  # the reader's own, which does not say where
        reading.report(unreadable(lines.text))
        return None
    _find_properties(reading)
    return Nodes(data, reading.marks, reading.dropped) if reading.usable else None


class _Stop(Exception):
    """The rest of the file is not worth reading; what is wrong has been reported."""


class _Reading:
    """The reading of one file, from the parser's first event to its last."""

    __slots__ = ("dropped", "events", "lines", "mark", "marks", "problems", "usable")

    def __init__(self, lines: Lines, problems: Problems) -> None:
        self.lines = lines
        self.problems = problems
        self.marks: array[int] = array("I")
        self.mark = self.marks.append
        self.dropped = 0
        self.usable = True
        self.events: Iterator[Any] = chain.from_iterable(self.chunks())

    def chunks(self) -> Iterator[Iterator[Any]]:
        """The parser's events, and between them a look at how many nodes there are."""
        events = iter(_events_of(self.lines.text), None)
        for first in events:
            yield iter((first,))
            yield islice(events, _CHUNK)
            if len(self.marks) > MOST_NODES:
                self.flood()

    def flood(self) -> NoReturn:
        size, limit = f"more than {MOST_NODES:,} keys and values", f"{MOST_NODES:,}"
        what = f"`{self.lines.file}`"
        self.problems.add("Y05", self.lines.place(0), what=what, size=size, limit=limit)
        raise _Stop

    def too_deep(self, event: Any) -> NoReturn:
        self.add("Y06", event.start_mark.index, limit=DEEPEST)
        raise _Stop

    def drop(self, name: str | None, size: int) -> Dropped:
        self.dropped += 1
        return Dropped(name, size)

    def add(self, code: str, at: int, length: int = 1, **fields: object) -> None:
        self.problems.add(code, self.lines.place(at), length, **fields)

    def report(self, fault: Fault) -> None:
        self.add(fault.code, fault.at, fault.length, **fault.fields)


def _document(reading: _Reading) -> Raw:
    """The data of the only document, or None if there is none."""
    data: Raw = None
    for event in reading.events:
        if type(event) is DocumentStartEvent:
            if reading.marks:
                reading.add("Y10", event.start_mark.index, 3)  # type: ignore[union-attr]
                raise _Stop
            if event.tags:
                at = reading.lines.text.find("%TAG")
                reading.add("Y08", max(0, at), 4, tag="%TAG")
            root: Any = next(reading.events)
            reading.mark(root.start_mark.index)
            data = _value(reading, root, 1)
    return data


def _value(reading: _Reading, event: Any, depth: int) -> Raw:
    """What a node says that begins with `event`, which has its mark."""
    kind: type[object] = type(event)
    if kind is ScalarEvent:
        return event.value if event.style else _plain(event.value)
    if kind is MappingStartEvent:
        return _mapping(reading, event, depth)
    if kind is SequenceStartEvent:
        return _sequence(reading, event, depth)
    reading.usable = False  # an alias: nothing can be put in its place
    reading.add("Y07", event.start_mark.index, len(event.anchor) + 1)
    return None


def _mapping(reading: _Reading, start: Any, depth: int) -> dict[str | Dropped, Raw]:
    if depth > DEEPEST:
        reading.too_deep(start)
    events, mark = reading.events, reading.mark
    out: dict[str | Dropped, Raw] = {}
    event: Any
    key: Any
    value: Any
    for event in events:
        kind: type[object] = type(event)
        if kind is ScalarEvent:
            mark(event.start_mark.index)
            key = event.value
            if not key or key in out:
                key = _odd_key(reading, event, out)
        elif kind is MappingEndEvent:
            break
        else:
            key = _no_text(reading, event, depth)
        event = next(events)  # noqa: PLW2901
        mark(event.start_mark.index)
        if type(event) is ScalarEvent:
            value = event.value
            # Nothing, and every number, sorts before ":".
            if (value < ":" or value in _WORDS) and not event.style:
                value = _plain(value)
            elif "\n" in value and event.style != "|":
                value = _unfolded(value)
            out[key] = value
        else:
            out[key] = _value(reading, event, depth + 1)
    return out


def _sequence(reading: _Reading, start: Any, depth: int) -> list[Raw]:
    if depth > DEEPEST:
        reading.too_deep(start)
    events, mark = reading.events, reading.mark
    out: list[Raw] = []
    event: Any
    value: Any
    for event in events:
        kind: type[object] = type(event)
        if kind is SequenceEndEvent:
            break
        mark(event.start_mark.index)
        if kind is ScalarEvent:
            value = event.value
            if (value < ":" or value in _WORDS) and not event.style:
                value = _plain(value)
            elif "\n" in value and event.style != "|":
                value = _unfolded(value)
            out.append(value)
        else:
            out.append(_value(reading, event, depth + 1))
    return out


def _plain(value: str) -> str | int | None:
    """What an unquoted scalar says."""
    if value in _WORDS:
        return _WORDS[value]
    return int(value) if _WHOLE.fullmatch(value) else _unfolded(value)


def _unfolded(value: str) -> str:
    """A folded text as the author wrote it: YAML has made one line feed of an empty line.

    With two, the text reads like a literal block's, and nobody after this needs to know how it
    was written.
    """
    return value.replace("\n", "\n\n")


def _odd_key(reading: _Reading, event: Any, out: dict[str | Dropped, Raw]) -> str | Dropped:
    """A key that stands twice, or is nothing, or is the text that is empty."""
    key: str = event.value
    if key in out:
        return reading.drop(key, 1)
    if event.style:
        return key
    reading.add("Y11", event.start_mark.index)
    return reading.drop(None, 1)


def _no_text(reading: _Reading, event: Any, depth: int) -> Dropped:
    """A key that is a mapping, a list or an alias, with all that is in it."""
    before = len(reading.marks)
    reading.mark(event.start_mark.index)
    if type(event) is not AliasEvent:
        reading.add("Y11", event.start_mark.index)
    _value(reading, event, depth + 1)
    return reading.drop(None, len(reading.marks) - before)


def _find_properties(reading: _Reading) -> None:
    """Report anchors, tags and merge keys. An `&` or `!` at no mark is a letter of some text."""
    text = reading.lines.text
    signs = [at for sign in ("&", "!", "<<") for at in _all(text, sign)]
    if not signs:
        return
    for at in sorted(set(reading.marks).intersection(signs)):
        found = _PROPERTY.match(text, at)
        if found is not None:
            name = found.group()
            code = "Y08" if name[0] == "!" else "Y07"
            reading.add(code, at, len(name), tag=name)
            reading.usable = reading.usable and name != "<<"


def _all(text: str, sign: str) -> Iterator[int]:
    """Every place where `sign` stands in `text`."""
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)
