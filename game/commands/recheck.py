"""A check in a process of its own, so that it can be given up at once and holds nothing up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, Any

import game
from game.check.report import Entry, Page, headline
from game.commands.progress import wipe
from game.story.model import Place


class Recheck:
    """At most one check at a time. Whoever made it must `cancel` in the end."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._printed: IO[bytes] | None = None

    def start(self, path: Path) -> None:
        """Begin to check the story at `path`, and give up the check that is running."""
        self.cancel()
        # A file, not a pipe: a result of some megabytes would fill a pipe, and nobody reads yet.
        self._printed = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `_end`
        self._process = subprocess.Popen(
            [*_one_out(), "check", str(path.absolute()), "--json"],
            stdin=subprocess.DEVNULL,
            stdout=self._printed,
            env=_surroundings(),
            # Ctrl-C is for whoever watches, who then ends this. It would print a traceback here
            # if it came while Python starts.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )

    def poll(self) -> tuple[Page | None] | None:
        """None while there is no result; then, once, a page without the proofs.

        The page is None where the check came to nothing, say because a file was saved meanwhile
        that cannot be read.
        """
        if self._process is None or self._process.poll() is None or self._printed is None:
            return None
        self._printed.seek(0)
        printed = self._printed.read()
        self._end()
        return (_page(printed),)

    def cancel(self) -> None:
        """Give up the check that is running, if one is."""
        if self._process is not None:
            if self._process.poll() is None:
                self._process.kill()
                self._process.wait()
                wipe()
            self._end()

    def _end(self) -> None:
        if self._printed is not None:
            self._printed.close()
        self._process = self._printed = None


def _one_out() -> list[str]:
    """The command that this program answers to."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "game.cli"]


def _surroundings() -> dict[str, str]:
    """The environment of a process that is to find this very copy of the game."""
    root = str(Path(game.__file__).resolve().parents[1])
    path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
    return {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"}


def _page(printed: bytes) -> Page | None:
    """What `check --json` printed, as a page without ways, oddities and proofs."""
    try:
        (story,) = json.loads(printed)["stories"]
        problems = tuple(_entry(entry) for entry in story["problems"])
        return Page(headline(story["title"], len(problems)), problems, (), ())
    except (ValueError, TypeError, KeyError):
        return None


def _entry(entry: dict[str, Any]) -> Entry:
    place = Place(entry["file"], entry["line"], entry["column"])
    return Entry(entry["code"], entry["message"], entry["mend"], place, entry["source"])
