"""Printing that any terminal can take: wrapped, in its encoding, quiet once nobody reads."""

from __future__ import annotations

import codecs
import errno
import io
import os
import shutil
import unicodedata
from typing import TextIO

WIDEST = 75
"""Characters of the longest line. Longer ones are tiring to read."""

NARROWEST = 20

_PIPE_WIDTH = 72
_CONTROLS: dict[int, str | None] = {
    # A story from a stranger may not move the cursor, ring the bell or rename the window.
    **dict.fromkeys((*range(32), *range(127, 160)), "\N{REPLACEMENT CHARACTER}"),
    # Nor may it turn the rest of a line round.
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
    ord("\t"): " ",
    ord("\n"): "\n",
    ord("\r"): None,
}
_PLAIN = {
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{EN DASH}": "-",
    "\N{EM DASH}": "--",
    "\N{MINUS SIGN}": "-",
}


class Paper:
    """Lines printed to `stream`, which may be None where a program has no output at all."""

    def __init__(self, stream: TextIO | None, *, width: int | None = None) -> None:
        self._stream = stream
        self._blank = True
        self._terminal = terminal = stream is not None and _is_terminal(stream)
        if width is None:
            width = shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns if terminal else _PIPE_WIDTH
        self.width = max(NARROWEST, min(width, WIDEST))
        self._bold = (
            terminal
            and os.name != "nt"  # an older Windows console prints the codes themselves
            and not os.environ.get("NO_COLOR")
            and os.environ.get("TERM", "dumb") != "dumb"
        )
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_ERRORS)

    @property
    def closed(self) -> bool:
        """True once nobody reads: the other end of a pipe, or the terminal, has gone."""
        return self._stream is None

    def line(self, text: str = "") -> None:
        """Print `text` as it is, with no wrapping, and without anything that steers a terminal."""
        self._put(text.translate(_CONTROLS) + "\n")
        self._blank = not text

    def say(self, text: str, *, first: str = "", rest: str | None = None) -> None:
        """Print `text` wrapped; `first` leads its first line, `rest` (`first`'s blank) the others.

        A line feed in `text` starts a new line of print.
        """
        rest = " " * cells(first) if rest is None else rest
        for part in text.translate(_CONTROLS).split("\n"):
            for line in wrap(part, self.width, first, rest) if part else [""]:
                self.line(line)
            first = rest

    def heading(self, text: str) -> None:
        """Print a heading, bold where the terminal has it, with empty lines around it."""
        self.gap()
        for line in wrap(text.translate(_CONTROLS), self.width):
            self._put(f"\x1b[1m{line}\x1b[0m\n" if self._bold else f"{line}\n")
        self._blank = False
        self.gap()

    def gap(self) -> None:
        """Leave one empty line, never two, and none at the top."""
        if not self._blank:
            self.line()

    def prompt(self, text: str) -> None:
        """Print `text`, with the answer to follow on the same line."""
        self._put(text)
        self._blank = False
        self.flush()

    def flush(self) -> None:
        """Hand on what has been printed. Raises OSError if it cannot be, say for a full disk."""
        if self._stream is not None:
            try:
                self._stream.flush()
            except OSError as why:
                self._stop(self._stream, why)

    def _put(self, text: str) -> None:
        if self._stream is not None:
            try:
                self._stream.write(text)
            except OSError as why:
                self._stop(self._stream, why)

    def _stop(self, stream: TextIO, why: OSError) -> None:
        """Print nothing more; raise `why` unless it only says that nobody reads."""
        self._stream = None
        # Python flushes once more when it ends, and would complain of what is left over then.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        gone = {errno.EPIPE}
        gone |= {errno.EIO} if self._terminal else set()
        gone |= {errno.EINVAL} if os.name == "nt" else set()
        if why.errno not in gone:
            raise why


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The lines of `text`, each at most `width` cells wide with its lead.

    >>> wrap("Four minutes left. Clarrie is coming.", 20, "- ", "  ")
    ['- Four minutes left.', '  Clarrie is coming.']
    """
    lines: list[str] = []
    line, used, empty = first, cells(first), True
    for word in text.split(" "):
        size = cells(word)
        if not empty and used + 1 + size > width:
            lines.append(line)
            line, used, empty = rest, cells(rest), True
        if not empty:
            line, used = line + " ", used + 1
        for piece in _pieces(word, max(2, width - used), max(2, width - cells(rest))):
            if used + cells(piece) > width and not empty:
                lines.append(line)
                line, used = rest, cells(rest)
            line, used, empty = line + piece, used + cells(piece), False
    lines.append(line)
    return lines


def cells(text: str) -> int:
    """Columns that `text` takes on a terminal: East Asian characters take two."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _pieces(word: str, room: int, width: int) -> list[str]:
    """`word` cut where it is wider than a line: the first piece into `room`, the others `width`."""
    if cells(word) <= room:
        return [word]
    pieces, piece, used = [], "", 0
    for c in word:
        size = cells(c)
        if used + size > room:
            pieces.append(piece)
            piece, used, room = "", 0, width
        piece, used = piece + c, used + size
    return [*pieces, piece]


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:  # closed
        return False


def _plainly(error: UnicodeError) -> tuple[str, int]:
    """What an encoding without a character prints for it: a likeness, or a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    out = []
    for c in error.object[error.start : error.end]:
        likeness = unicodedata.normalize("NFKD", _PLAIN.get(c, c)).encode("ascii", "ignore")
        out.append(likeness.decode() or "?")
    return "".join(out), error.end


_ERRORS = "one-out-plainly"
codecs.register_error(_ERRORS, _plainly)
