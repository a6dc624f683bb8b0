"""The author's own lines, for showing what a finding is about."""

from __future__ import annotations

from pathlib import Path

from game.check.report import Entry
from game.story.diagnostics import Diagnostic
from game.story.files import story_folder
from game.story.lines import Lines
from game.story.model import Place


class AuthorsFiles:
    """The files of the story at `path`, a folder or a file, as the author wrote them."""

    def __init__(self, path: Path) -> None:
        self.folder = story_folder(path)
        self._read: dict[str, Lines] = {}

    def line(self, place: Place) -> str:
        """The author's line at `place`; nothing where it cannot be read."""
        lines = self._read.get(place.file)
        if lines is None:
            try:
                text = (self.folder / place.file).read_text("utf-8-sig", "replace")
            except (OSError, ValueError):
                text = ""
            lines = self._read[place.file] = Lines(place.file, text)
        return lines.line(place.line)

    def shown(self, code: str, what: str, place: Place, source: str = "") -> str:
        """What is wrong at `place`, with the line there and `source` underlined in it."""
        line = self.line(place)
        at = line.find(source, place.column - 1) if source else -1
        if at < 0:  # `source` is words of ours, or goes on over lines
            at, source = max(0, min(place.column - 1, len(line))), ""
        length = len(source) or len(line[at:].partition(":")[0].rstrip()) or 1
        return str(Diagnostic(f"{code}:", what, "", place._replace(column=at + 1), length, line))

    def told(self, entry: Entry) -> str:
        """All of an entry, unwrapped."""
        out = [self.shown(entry.code, entry.what, entry.place, entry.source)]
        out += [f"  {entry.words}"] if entry.words else []
        out += [f"  {entry.lead}"] if entry.way else []
        out += [f"  {number:>3}. {words}" for number, words in enumerate(entry.way, start=1)]
        if entry.option_ids:
            out.append(f"  {entry.typed}")
        return "\n".join(out)
