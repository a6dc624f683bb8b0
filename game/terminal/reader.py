"""Reading answers, from a keyboard or from a pipe."""

from __future__ import annotations

import io
from typing import TextIO

from game.terminal.paper import Paper

_LONGEST = 500
"""Characters of an answer. A pipe may hold anything."""


class Reader:
    """Lines from `stream`, which may be None where a program has no input at all."""

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")

    def ask(self, paper: Paper, prompt: str) -> str | None:
        """The answer to `prompt` without the blanks around it, or None where no more will come.

        An answer that nobody typed is printed, so that what was printed can be read as a whole.
        """
        paper.prompt(prompt)
        if self._stream is None or paper.closed:
            return None
        try:
            answer = self._stream.readline(_LONGEST)
            typed = self._stream.isatty()
        except (OSError, ValueError):  # the terminal has gone, or was closed
            return None
        if not answer:
            paper.line()
            return None
        if not typed:
            paper.line(answer.strip())
        return answer.strip()
