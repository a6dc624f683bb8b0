"""How what is wrong with a story is told on the command line."""

from __future__ import annotations

from collections.abc import Iterable

from game.commands import PROBLEM, USAGE, RefusedError
from game.story.diagnostics import Diagnostic, StoryError


def not_found(error: StoryError) -> RefusedError:
    """The refusal of a name that is no story."""
    (found,) = error.diagnostics
    return RefusedError(f"{found.wrong}. {found.mend}", USAGE)


def not_playable(error: StoryError) -> RefusedError:
    """The refusal to play a story with problems."""
    summary = counted(error.diagnostics)
    return RefusedError(f"this story has problems.\n\n{error}\n\n{summary}", PROBLEM)


def counted(diagnostics: Iterable[Diagnostic]) -> str:
    """How many there are, as in "3 problems in 2 files"."""
    files = [found.place.file for found in diagnostics]
    return f"{amount(len(files), 'problem')} in {amount(len(set(files)), 'file')}."


def amount(number: int, what: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
