"""The commands of `one-out`, one module each, imported when the command is typed."""

from __future__ import annotations

OK = 0
"""Exit code: done."""

PROBLEM = 1
"""Exit code: a problem was found, in a story or in what was asked."""

USAGE = 2
"""Exit code: the command itself was wrong."""

STOPPED = 130
"""Exit code: stopped with Ctrl-C, as shells count it."""


class RefusedError(Exception):
    """A command that is not done. The message is for whoever typed it, `code` the exit code."""

    def __init__(self, message: str, code: int = PROBLEM) -> None:
        super().__init__(message)
        self.code = code
