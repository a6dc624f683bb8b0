"""A bar for work that takes more than a moment, on a terminal and nowhere else."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import time
from typing import TextIO

_PATIENCE = 1.0
"""Seconds before anything is shown."""

_STEP = 0.1
_WIDTH = 24
_WORDS = 40
_WIDEST = len("[] ") + _WIDTH + _WORDS


def _room(stream: TextIO) -> int:
    """Columns that a bar may take there. One that goes on over two lines cannot be taken away."""
    columns = 0
    with contextlib.suppress(OSError, ValueError, AttributeError):
        columns = os.get_terminal_size(stream.fileno()).columns
    return min(_WIDEST, (columns or shutil.get_terminal_size().columns) - 1)


def wipe() -> None:
    """Take away a bar that its own process, ended before its time, has left on the terminal."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{' ' * _room(sys.stderr)}\r")
            sys.stderr.flush()


class Progress:
    """Shows how far something is, on `stream` (standard error) if that is a terminal."""

    def __init__(self, stream: TextIO | None = None, *, patience: float = _PATIENCE) -> None:
        self._stream = stream = sys.stderr if stream is None else stream
        self._terminal = False
        with contextlib.suppress(ValueError, AttributeError):  # closed; or there is none
            self._terminal = stream.isatty()
        self._next = time.monotonic() + patience
        self._shown = 0

    def __call__(self, part: float, words: str) -> None:
        """Say that `part` (0 to 1) is done, and what is being done."""
        now = time.monotonic()
        if not self._terminal or now < self._next:
            return
        self._next = now + _STEP
        room, words = _room(self._stream), words[:_WORDS]
        wide = max(0, min(_WIDTH, room - len("[] ") - len(words)))
        done = round(max(0.0, min(part, 1.0)) * wide)
        said = f"[{'#' * done}{'.' * (wide - done)}] {words}"[:room]
        self._put(f"\r{said:<{self._shown}}")
        self._shown = len(said)

    def clear(self) -> None:
        """Take the bar away."""
        if self._shown:
            self._put(f"\r{' ' * self._shown}\r")
            self._shown = 0

    def _put(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except (OSError, ValueError):  # nobody looks any more
            self._terminal = False
