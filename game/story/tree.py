"""One story file as plain data that knows where everything in it was written.

A *path* is the keys and list positions that lead to a value from the top of the file:
`["passages", "smoko", "text"]`. Every key and value has a number, in the order of the page, and a
mark (`game.story.nodes`); which number a path has is worked out when somebody asks for a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.story.diagnostics import Problems
from game.story.lines import Lines
from game.story.model import Place
from game.story.nodes import Dropped, Raw, read_nodes
from game.story.scalars import position, span

LARGEST = 8 * 1024 * 1024
"""Bytes in one file."""

_CONTAINERS = (dict, list)
_Kids = dict[int, dict[object, int]]
"""The numbers of the keys, or of the entries by their position, of each container by its `id`."""
_NONE: dict[object, int] = {}
_BOM = "\ufeff"


class Tree:
    """One file, read. The data is the reader's to look at and nobody's to change."""

    __slots__ = ("_kids", "_lines", "_marks", "_raw", "data")

    def __init__(self, lines: Lines, raw: Raw, data: object, marks: Sequence[int]) -> None:
        self.data = data
        """What the file says: dicts with keys of text, lists, str, int, bool and None."""
        self._lines = lines
        self._raw = raw
        self._marks = marks
        self._kids: _Kids = {}

    @property
    def file(self) -> str:
        """The file's name as its author knows it: from the story's folder, with `/`."""
        return self._lines.file

    @property
    def text(self) -> str:
        """The whole text of the file, without a byte order mark."""
        return self._lines.text

    def place(self, path: Sequence[str | int]) -> Place:
        """Where the value at `path` begins; for a path that is not there, its nearest ancestor."""
        return self._lines.place(self._mark(self._find(path)[0]))

    def key_place(self, path: Sequence[str | int]) -> Place:
        """Where the key that leads to `path` begins; for an entry of a list, the entry."""
        node, parent, _, found = self._find(path)
        named = found and type(parent) is dict
        return self._lines.place(self._mark(node - 1 if named else node))

    def text_place(self, path: Sequence[str | int], offset: int) -> Place:
        """Where character `offset` (from 0) of the text at `path` stands in the file.

        Follows escapes, doubled quotes, folded lines and the indentation of blocks. Where lines
        were folded, and no one character stands for the break, it is the place of the break.
        """
        node, _, value, found = self._find(path)
        at = self._mark(node)
        if found and isinstance(value, str):
            if self.text[at : at + 1] != "|":
                # As `game.story.nodes` unfolded it, back to what YAML makes of it.
                offset -= value.count("\n\n", 0, offset)
                value = value.replace("\n\n", "\n")
            at = position(self.text, at, value, offset)
        return self._lines.place(at)

    def length(self, path: Sequence[str | int]) -> int:
        """How many characters to underline from `place(path)`: its first line, at least 1."""
        node, _, value, _ = self._find(path)
        at = self._mark(node)
        first: object = value
        if isinstance(value, dict) and value and self.text[at : at + 1] != "{":
            first = next(iter(value))  # a block mapping begins with its first key
        if isinstance(first, int):
            return len(str(first))  # `true` and `True` have as many letters
        return span(self.text, at, first if isinstance(first, str) else None)

    def _find(self, path: Sequence[str | int]) -> tuple[int, Raw, Raw, bool]:
        """The number of the node at `path`, its parent, its value, and whether all is there.

        Where a step of the path is missing, the same of the value that was reached.
        """
        if not self._kids:
            _number(self._raw, 0, self._kids)
        node = 0
        parent: Raw = None
        value = self._raw
        for step in path:
            below = self._kids.get(id(value), _NONE).get(step)
            if below is None:
                return node, parent, value, False
            if isinstance(value, dict) and isinstance(step, str):
                node, parent, value = below + 1, value, value[step]
            elif isinstance(value, list) and isinstance(step, int):
                node, parent, value = below, value, value[step]
        return node, parent, value, True

    def _mark(self, node: int) -> int:
        return self._marks[node] if node < len(self._marks) else 0


def read_tree(data: bytes, file: str, problems: Problems) -> Tree | None:
    """Read one file. Everything wrong with it goes to `problems` (codes Y02 to Y11).

    Returns None where what the file says cannot be known. A key that stands twice, a key that is
    no text, an anchor or a tag is reported and does not stop the reading. Raises `StoryError` where
    so much is wrong that `problems` ends the report.
    """
    if len(data) > LARGEST:
        size, limit = f"{len(data) / 2**20:.1f} MiB", f"{LARGEST >> 20} MiB"
        problems.add("Y05", Place(file, 1, 1), what=f"`{file}`", size=size, limit=limit)
        return None
    try:
        text = data.decode().lstrip(_BOM)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode().lstrip(_BOM)
        lines = problems.know(file, data.decode(errors="replace").lstrip(_BOM))
        problems.add("Y02", lines.place(len(before)), offset=error.start)
        return None
    lines = problems.know(file, text)
    nodes = read_nodes(lines, problems)
    if nodes is None:
        return None
    said: object = nodes.data
    if nodes.dropped:
        _report_twice(nodes.data, nodes.marks, lines, problems)
        said = _without_dropped(nodes.data)
    return Tree(lines, nodes.data, said, nodes.marks)


def _number(value: Raw, node: int, kids: _Kids) -> int:
    """Number the keys and entries below `value`, which is `node`, as they stand on the page.

    Fills `kids` by the `id` of each container; returns the number after the last.
    """
    node += 1
    if isinstance(value, dict):
        own = kids[id(value)] = {}
        for key, below in value.items():
            own[key] = node
            node += 1 if isinstance(key, str) else key.size
            node = _number(below, node, kids) if isinstance(below, _CONTAINERS) else node + 1
    elif isinstance(value, list):
        own = kids[id(value)] = {}
        for n, below in enumerate(value):
            own[n] = node
            node = _number(below, node, kids) if isinstance(below, _CONTAINERS) else node + 1
    return node


def _report_twice(raw: Raw, marks: Sequence[int], lines: Lines, problems: Problems) -> None:
    kids: _Kids = {}
    _number(raw, 0, kids)
    for container, key, name in _twice(raw):
        own = kids[id(container)]
        first = lines.place(marks[own[name]]).line
        problems.add("Y04", lines.place(marks[own[key]]), len(name), key=name, first=first)


def _twice(value: Raw) -> Iterator[tuple[Raw, Dropped, str]]:
    """Every mapping in which a key stands again, that key, and its name."""
    if isinstance(value, dict):
        for key in value:
            if isinstance(key, Dropped) and key.name is not None:
                yield value, key, key.name
    if isinstance(value, dict | list):
        for below in value.values() if isinstance(value, dict) else value:
            yield from _twice(below)


def _without_dropped(value: Raw) -> object:
    """The data without keys that cannot stay: of two with one name, the first is kept."""
    if isinstance(value, dict):
        return {k: _without_dropped(v) for k, v in value.items() if isinstance(k, str)}
    if isinstance(value, list):
        return [_without_dropped(v) for v in value]
    return value
