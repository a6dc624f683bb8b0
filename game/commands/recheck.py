"""Checks in a process of their own, so that they can be given up at once and hold nothing up.

The process stays from save to save, and what one check has worked out serves the next
(`game.check.memo`). A check that is given up takes its process with it.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

import game
from game.check.report import Entry, Page, headline
from game.commands.progress import wipe
from game.story.model import Place


class Recheck:
    """At most one check at a time. Whoever made it must `close` it in the end."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._printed: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._running = False

    def start(self, path: Path) -> None:
        """Begin to check the story at `path`, and give up the check that is running."""
        self.cancel()
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._begin()
        assert self._process is not None
        assert self._process.stdin is not None
        self._running = True
        with contextlib.suppress(OSError):  # `poll` finds out that the process has ended
            self._process.stdin.write(json.dumps(str(path.absolute())).encode() + b"\n")
            self._process.stdin.flush()

    def poll(self) -> tuple[Page | None] | None:
        """None while there is no result; then, once, a page without the proofs.

        The page is None where the check came to nothing, say because a file was saved meanwhile
        that cannot be read.
        """
        if not self._running:
            return None
        try:
            printed = self._printed.get_nowait()
        except queue.Empty:
            if self._process is not None and self._process.poll() is None:
                return None
            printed = b""
        self._running = False
        return (_page(printed),)

    def cancel(self) -> None:
        """Give up the check that is running, if one is."""
        if self._running:
            self.close()

    def close(self) -> None:
        """End the process, whatever it is at."""
        process, self._process = self._process, None
        if process is not None:
            if process.poll() is None:
                process.kill()
                if self._running:
                    wipe()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()
        self._running = False
        self._printed = queue.SimpleQueue()

    def _begin(self) -> None:
        self._process = process = subprocess.Popen(
            [*_one_out(), "check", "--stay"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=_surroundings(),
            # Ctrl-C is for whoever watches, who then ends this. It would print a traceback here
            # if it came while Python starts.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        assert process.stdout is not None
        # A result of some megabytes fills a pipe, so somebody must be reading.
        threading.Thread(target=_read, args=(process.stdout, self._printed), daemon=True).start()


def _read(printed: IO[bytes], into: queue.SimpleQueue[bytes]) -> None:
    with contextlib.suppress(OSError, ValueError):  # closed meanwhile
        for line in printed:
            into.put(line)


def stay(requests: Iterable[str], results: IO[str]) -> None:
    """Check the story at each path in `requests`, one a line as JSON; a line of JSON for each.

    Only problems are looked for: nothing else is shown at a save.
    """
    from game.check.as_data import as_data
    from game.check.memo import Memo
    from game.commands.check import examine
    from game.story.diagnostics import StoryError
    from game.story.load import open_story

    memos = {False: Memo(), True: Memo()}
    for line in requests:
        path = Path(json.loads(line))
        stories = []
        with contextlib.suppress(StoryError):  # saved meanwhile, as something that is no story
            stories.append(
                as_data(examine(open_story(path), memos=memos, problems_only=True), path)
            )
        results.write(json.dumps({"stories": stories}) + "\n")
        results.flush()


def _one_out() -> list[str]:
    """The command that this program answers to."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "game.cli"]


def _surroundings() -> dict[str, str]:
    """The environment of a process that is to find this very copy of the game."""
    root = str(Path(game.__file__).resolve().parents[1])
    path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
    return {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"}


def _page(printed: bytes) -> Page | None:
    """What the process printed, as a page without ways, oddities and proofs."""
    try:
        (story,) = json.loads(printed)["stories"]
        problems = tuple(_entry(entry) for entry in story["problems"])
        return Page(headline(story["title"], len(problems)), problems, (), ())
    except (ValueError, TypeError, KeyError):
        return None


def _entry(entry: dict[str, Any]) -> Entry:
    place = Place(entry["file"], entry["line"], entry["column"])
    return Entry(entry["code"], entry["message"], entry["mend"], place, entry["source"])
