"""`one-out watch`: a story checked again whenever a file of it is saved."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import NoReturn

from game.check import report
from game.check.authors import AuthorsFiles
from game.commands import reports
from game.commands.check import examine, print_page
from game.story.diagnostics import StoryError
from game.story.load import open_story
from game.story.shelf import find
from game.terminal.paper import Paper

_EVERY = 0.3
"""Seconds between looks at the files."""

Stamps = dict[Path, tuple[int, int]]
"""When each file was changed last, and its size."""


def run(out: Paper, name: str) -> NoReturn:
    """Check the story now, and again at every save, until Ctrl-C."""
    try:
        path = find(name)
    except StoryError as why:
        raise reports.not_found(why) from None
    while True:
        before = stamps(path)
        _look(out, path)
        out.say("Waiting for the next save. Ctrl-C ends this.")
        out.gap()
        out.flush()
        _wait(path, before)


def stamps(path: Path) -> Stamps:
    """The story's files as they are now. A story that is one file has only that."""
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if _counts(path, p))
    found: Stamps = {}
    for file in files:
        with contextlib.suppress(OSError):  # just renamed by an editor
            stat = file.stat()
            found[file] = (stat.st_mtime_ns, stat.st_size)
    return found


def _counts(folder: Path, path: Path) -> bool:
    """Whether a file in a story's folder is one of the author's, by its name."""
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and path.suffix in (".yaml", ".yml")


def _wait(path: Path, before: Stamps) -> None:
    """Return when the files have changed, and then have stayed the same for a moment.

    An editor may write a file in several steps, or several files at once: one save, one check.
    """
    now = before
    while now == before:
        time.sleep(_EVERY)
        now = stamps(path)
    while True:
        time.sleep(_EVERY)
        later = stamps(path)
        if later == now and later:
            return
        now = later


def _look(out: Paper, path: Path) -> None:
    """One short report. What is wrong with the files is said, never raised."""
    try:
        story = open_story(path)
    except StoryError as why:
        for line in str(why).split("\n"):
            out.line(line)
        out.heading(reports.counted(why.diagnostics))
        return
    findings = examine(story)
    if findings.stopped:
        raise KeyboardInterrupt
    print_page(out, report.page(findings), AuthorsFiles(path), short=True)
