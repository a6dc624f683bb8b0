"""What can be wrong with a story, and how it is said.

`TABLE` is the one list of diagnostics: each has a code, what is wrong and how to mend it, with
names in braces for what differs. `docs/diagnostics.md` explains each, and a test holds that every
code has an example file that shows it.

The letters: Y, the file as a file and as YAML; F, the form of what is written; N, names; X,
conditions and effects; G, how passages hang together.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import NamedTuple

from game.story.lines import Lines
from game.story.model import Place


class Kind(NamedTuple):
    """One row of the table: templates for `str.format`."""

    wrong: str
    mend: str


TABLE: dict[str, Kind] = {
    # the file, as a file and as YAML
    "Y01": Kind("cannot read {what}: {why}", "Check the name and that you may read it."),
    "Y02": Kind(
        "byte {offset} is not UTF-8 text",
        "Save the file as UTF-8 (in most editors: Save with encoding, UTF-8).",
    ),
    "Y03": Kind("this is not YAML: {why}", "{mend}"),
    "Y04": Kind(
        "`{key}` stands twice here (first on line {first})",
        "Give one of the two another name, or put what they hold together.",
    ),
    "Y05": Kind(
        "{what} is too large: {size}, the limit is {limit}",
        "Split a large file over several; of a large story make two.",
    ),
    "Y06": Kind("nested more than {limit} deep", "Take levels out: a story needs far fewer."),
    "Y07": Kind(
        "anchors, aliases and merge keys (`&`, `*`, `<<`) are not part of the format",
        "Write the text out, or use a flow for passages that are used twice. "
        "A text that starts with `*` or `&` needs quotes.",
    ),
    "Y08": Kind(
        "the tag `{tag}` is not part of the format",
        "Take it out. A text that starts with `!` needs quotes.",
    ),
    "Y09": Kind(
        "`{path}` leads out of the story's folder", "Keep every file of a story inside its folder."
    ),
    "Y10": Kind("a second document starts here", "Remove the line `---`, or make it another file."),
    "Y11": Kind("a key must be plain text", "Write a name before the colon."),
    # form
    "F01": Kind("`{key}` is missing{where}", "Add `{key}:`. {about}"),
    "F02": Kind("`{key}` cannot stand{where}", "{near}The keys here: {known}."),
    "F03": Kind("{what} should be {expected}, and this is {found}", "{mend}"),
    "F04": Kind("`{name}` cannot be an id", "{mend}"),
    "F05": Kind("this text has {size} characters; the limit is {limit}", "Shorten or split it."),
    "F06": Kind(
        "`{value}` is not one of the words that can stand here", "{near}Use one of: {known}."
    ),
    "F07": Kind(
        "passage `{passage}` {has}",
        "Give it exactly one of: choices, to, meeting, ending, return.",
    ),
    "F08": Kind("this is format {found}; this program reads format 1", "Write `format: 1`."),
    "F09": Kind("this is empty", "Write something here, or take the line out."),
    "F10": Kind("{what}: {found}, the limit is {limit}", "{mend}"),
    "F11": Kind("{why}", "{mend}"),
    # names
    "N01": Kind(
        "there is no passage `{name}`",
        "{near}Write a passage with this id, or name one that is there.",
    ),
    "N02": Kind(
        "nothing is called `{name}`", "{near}Names are declared under `variables` and `people`."
    ),
    "N03": Kind("`{name}` is already {what} ({first})", "Ids are for one thing each: rename one."),
    "N04": Kind(
        "there is no {what} `{name}`", "{near}Declare it under `{section}`, or name one that is."
    ),
    "N05": Kind(
        "nothing reads the variable `{name}`",
        "Use it in a condition or a text, or take it out.",
    ),
    "N06": Kind("`{name}` is never used", "{mend}"),
    "N07": Kind(
        "there is no branch `{name}`",
        "{near}A branch is named as in `passage`, `passage/choice` or `passage/text/paragraph`.",
    ),
    # conditions and effects
    "X01": Kind("this cannot be read: {why}", "{mend}"),
    "X02": Kind("{what} cannot stand in {where}", "{mend}"),
    "X03": Kind("{left} cannot be compared with {right}", "{mend}"),
    "X04": Kind("{value} is outside what {what} can be ({range})", "{mend}"),
    "X05": Kind("{what} {problem}", "{mend}"),
    "X06": Kind("text cannot print {what}", "{mend}"),
    # how passages hang together
    "G01": Kind(
        "these passages lead round in a circle without a choice: {circle}",
        "Put a choice, a meeting or an ending somewhere in it.",
    ),
    "G02": Kind("flow `{flow}` calls itself: {circle}", "A flow may call others, never itself."),
    "G03": Kind("{what}", "{mend}"),
    "G04": Kind(
        "flow `{flow}` can neither return nor end",
        "Give one of its passages `return: true` or an `ending`.",
    ),
    "G05": Kind(
        "`return` in `{passage}`, which is in no flow", "Move it to a flow, or write `to`."
    ),
    "G06": Kind("{who}'s hand: {problem}", "{mend}"),
    "G07": Kind("{who} {problem}", "{mend}"),
    "G08": Kind("the story has no ending", "Give at least one passage an `ending`."),
    "G09": Kind("the classroom cut: {problem}", "{mend}"),
}


class Diagnostic(NamedTuple):
    """One thing that is wrong, with its place and its mend; `length` counts characters."""

    code: str
    wrong: str
    mend: str
    place: Place
    length: int
    source: str
    """The author's own line."""

    def __str__(self) -> str:
        """The diagnostic as a person reads it: place, what is wrong, the line, the mend."""
        where = f"{self.place.file}:{self.place.line}:{self.place.column}"
        out = [f"{where}: {self.code} {self.wrong}"]
        if self.source.strip():
            number = str(self.place.line)
            start, shown = _window(self.source, self.place.column - 1)
            lead = len(shown[: self.place.column - 1 - start].expandtabs(4))
            body = shown.expandtabs(4)
            length = max(1, min(self.length, len(body) - lead))
            out.append(f"  {number} | {body}")
            out.append(f"  {' ' * len(number)} | {' ' * lead}{'^' * length}")
        if self.mend:
            out.append(f"  {self.mend}")
        return "\n".join(out)

    def as_json(self) -> dict[str, object]:
        """The diagnostic for an editor: lines and columns count from 1."""
        return {
            "code": self.code,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "length": self.length,
            "message": self.wrong,
            "mend": self.mend,
            "source": self.source,
        }


def _window(line: str, column: int, width: int = 96) -> tuple[int, str]:
    """The part of a long line that shows `column`, and where it starts."""
    if len(line) <= width or column < width - 16:
        return 0, line[:width]
    start = column - width // 2
    return start, line[start : start + width]


class StoryError(Exception):
    """A story that cannot be played, with everything that is wrong with it."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n\n".join(str(d) for d in self.diagnostics))


class Problems:
    """Collects everything that is wrong with one story, to be reported at once."""

    MOST = 200
    """A report stops here: nobody reads further, and a hostile file could have a million."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, Place, str], Diagnostic] = {}
        self._files: dict[str, Lines] = {}

    def know(self, file: str, text: str) -> Lines:
        """Keep the text of a file, so that diagnostics can show its lines."""
        lines = self._files[file] = Lines(file, text)
        return lines

    def add(self, code: str, place: Place, length: int = 1, **fields: object) -> None:
        """Report `code` at `place`; `fields` fill the table's templates.

        Raises `StoryError` with everything found when there is too much of it to go on.
        """
        kind = TABLE[code]
        lines = self._files.get(place.file)
        source = lines.line(place.line) if lines else ""
        found = Diagnostic(
            code,
            kind.wrong.format(**fields),
            kind.mend.format(**fields).strip(),
            place,
            max(1, length),
            source,
        )
        self._found.setdefault((code, place, found.wrong), found)
        if len(self._found) >= self.MOST:
            raise StoryError(self.found)

    def __bool__(self) -> bool:
        return bool(self._found)

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """Everything found, in the order of the files, then of the lines."""
        order = {file: n for n, file in enumerate(self._files)}
        return tuple(
            sorted(self._found.values(), key=lambda d: (order.get(d.place.file, -1), *d.place[1:]))
        )

    def stop_if_any(self) -> None:
        """Raise `StoryError` with everything found so far, if anything was."""
        if self._found:
            raise StoryError(self.found)


def near(name: str, known: Iterable[str]) -> str:
    """`Did you mean `x`? ` for the known name most like `name`, whatever its case, or nothing."""
    best = nearest(name, known)
    return f"Did you mean `{best}`? " if best is not None else ""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, whatever its case; None if none is like it."""
    small = name[:48].lower()  # no id is longer
    by_small = {word.lower(): word for word in known}
    if len(by_small) > 1000:
        # comparing takes 20 microseconds each: ask only those that look alike at first sight
        alike = (w for w in by_small if w[:1] == small[:1] and abs(len(w) - len(small)) <= 2)
        by_small = {word: by_small[word] for word in itertools.islice(alike, 1000)}
    import difflib  # which whoever plays does without

    best = difflib.get_close_matches(small, by_small, n=1, cutoff=0.6)
    return by_small[best[0]] if best else None
