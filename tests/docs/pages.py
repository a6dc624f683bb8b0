"""Reads the pages in docs/ whose examples run: their fenced blocks, and what each is for.

An HTML comment right above a fence, which nobody sees on the rendered page, says what the block is:

    <!-- story: kettle.yaml -->            the whole of this file
    <!-- into: kettle.yaml -->             entries for sections of this file; each takes the place
                                           of the entry with its id, if there is one
    <!-- into: kettle.yaml, passages/breakfast/choices -->    the same, further in
    <!-- wrong: kettle.yaml, Y03 -->       as `into`, until the next block; gives these reports
    <!-- file: tea.yaml, as latin-1 -->    the whole of this file, in another encoding
    <!-- file: tea.yaml, 9 MiB -->         the block, and comments until the file is so large

A block with `...` among its words is not complete, and `and the next` says that the story loads
only with the block that follows. `<!-- play: 1,2 -> words -->` plays the story so and wants the
words on the last screen. A fence of `console` holds commands and what they print; a line `...`
stands for any lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

DOCS = Path(__file__).resolve().parents[2] / "docs"

SECTIONS = frozenset(
    "passages people variables notes sources groups pictures sounds flows acts".split()
)
"""The keys of a story file that hold ids: what is put in goes into them, not in their place."""

_COMMENT = re.compile(r"<!-- (story|into|wrong|file|play): (.*?) -->")
_HEADING = re.compile(r"(##+) (.*)")
_KEY = re.compile(r"( *)([A-Za-z_][\w-]*|\"[^\"]*\"):")


class Block(NamedTuple):
    """One step of a page."""

    kind: str
    """story, into, wrong, file, play, console, or the language of a fence without a comment."""
    said: str
    """What the comment says after the kind."""
    text: str
    heading: str
    line: int
    """Where it stands in the page, from 1: the fence, or the comment of a `play`."""

    @property
    def file(self) -> str:
        """The file that the comment names."""
        return self.said.split(",")[0].strip()

    @property
    def more(self) -> tuple[str, ...]:
        """What the comment says besides the file."""
        return tuple(part.strip() for part in self.said.split(",")[1:])


def blocks(page: str) -> Iterator[Block]:
    """The steps of a page, in its order."""
    heading, comment = "", None
    lines = iter(enumerate(page.split("\n"), start=1))
    for number, line in lines:
        if found := _HEADING.fullmatch(line):
            heading = found.group(2)
        elif found := _COMMENT.fullmatch(line):
            if found.group(1) == "play":
                yield Block("play", found.group(2), "", heading, number)
            else:
                comment = found
        elif line.startswith("```"):
            inside = []
            for _, inner in lines:
                if inner.startswith("```"):
                    break
                inside.append(inner + "\n")
            kind, said = comment.groups() if comment else (line[3:].strip(), "")
            yield Block(kind, said, "".join(inside), heading, number)
            comment = None
        elif line:
            comment = None


def put(text: str, fragment: str, path: str = "") -> str:
    """`text` with the entries of `fragment`: each in the place of its namesake, or at the end.

    >>> print(put("people:\\n  edie: {name: Edie}\\n", "people:\\n  jack: {name: Jack}\\n"), end="")
    people:
      edie: {name: Edie}
      jack: {name: Jack}
    """
    lines = text.splitlines()
    if path:
        start, end = 0, len(lines)
        for key in path.split("/"):
            start, end = _entries(lines, start, end)[key]
            start += 1
        _put_entries(lines, start, end, fragment.splitlines())
        return "\n".join(lines) + "\n"
    new = fragment.splitlines()
    for key, (first, last) in _entries(new, 0, len(new)).items():
        there = _entries(lines, 0, len(lines))
        if key in SECTIONS and key in there:
            start, end = there[key]
            _put_entries(lines, start + 1, end, new[first + 1 : last])
        elif key in there:
            start, end = there[key]
            lines[start:end] = new[first:last]
        else:
            at = there["passages"][0] if "passages" in there else len(lines)
            lines[at:at] = [*new[first:last], ""]
    return "\n".join(lines) + "\n"


def _put_entries(lines: list[str], start: int, end: int, new: list[str]) -> None:
    for key, (first, last) in _entries(new, 0, len(new)).items():
        there = _entries(lines, start, end)
        entry = new[first:last]
        if key in there:
            old = there[key]
            lines[old[0] : old[1]] = entry
            end += len(entry) - (old[1] - old[0])
        else:
            spaced = [""] if any(not line for line in lines[start:end]) else []
            lines[end:end] = [*spaced, *entry]
            end += len(spaced) + len(entry)


def _entries(lines: list[str], start: int, end: int) -> dict[str, tuple[int, int]]:
    """The keys that stand leftmost in these lines: each with its lines, empty ones after it not."""
    out: dict[str, tuple[int, int]] = {}
    column: int | None = None
    last = ""
    for n in range(start, end):
        found = _KEY.match(lines[n])
        if column is None and found:
            column = len(found.group(1))
        if found and len(found.group(1)) == column:
            last = found.group(2)
            out[last] = (n, n + 1)
        elif lines[n].strip() and last:
            out[last] = (out[last][0], n + 1)
    return out


def write(block: Block, folder: Path) -> None:
    """Write the file of a block, into `folder`."""
    path = folder / block.file
    path.parent.mkdir(parents=True, exist_ok=True)
    if block.kind in ("into", "wrong"):
        inside = next((part for part in block.more if "/" in part), "")
        text = put(path.read_text("utf-8"), block.text, inside)
    else:
        text = block.text
    encoding = "utf-8"
    for part in block.more:
        if part.startswith("as "):
            encoding = part.removeprefix("as ")
        if size := re.fullmatch(r"(\d+) MiB", part):
            line = "# and so on\n"
            text += line * (int(size.group(1)) * 2**20 // len(line))
    path.write_bytes(text.encode(encoding))


def commands(console: str) -> list[tuple[str, str]]:
    """The commands of a console, and what it shows below each."""
    parts = re.split(r"(?m)^\$ (.*)\n", console)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def matches(printed: str, shown: str) -> bool:
    """Whether this is what the page shows: `...` on a line of its own stands for any lines."""
    parts = re.split(r"(?m)^\.\.\.(?:\n|\Z)", shown.rstrip())
    return re.fullmatch("(?s:.*)".join(map(re.escape, parts)), printed.rstrip()) is not None
