"""`one-out map`: the story's graph as a drawing that any browser opens."""

from __future__ import annotations

from pathlib import Path

from game.commands import OK, PROBLEM, STOPPED, USAGE, RefusedError, reports
from game.commands.check import examine
from game.export.map import draw
from game.story.diagnostics import StoryError
from game.story.load import open_story
from game.story.shelf import find
from game.terminal.paper import Paper
from game.whole import write_whole


def run(out: Paper, name: str, *, to: str | None, plain: bool) -> int:
    """Draw the map of a story into the file `to`; `plain` leaves out what the check finds."""
    try:
        path = find(name)
    except StoryError as why:
        raise reports.not_found(why) from None
    try:
        story = open_story(path)
    except StoryError as why:
        raise reports.not_playable(why) from None
    target = Path(f"{story.id}.svg" if to is None else to)
    if target.is_dir():
        raise RefusedError(f"{target} is a folder: name the file to write, as in -o map.svg", USAGE)
    played = free = None
    stopped = False
    if not plain:
        findings = examine(story)
        played, free, stopped = findings.played, findings.free, findings.stopped
    try:
        write_whole(target, draw(story, played, free).encode())
    except OSError as why:
        raise RefusedError(f"cannot write {target}: {why.strerror or why}", PROBLEM) from None
    out.say(f"Drew {target}: open it in a browser.")
    if stopped:
        out.say("The check was stopped, so the map marks only what was found until then.")
    return STOPPED if stopped else OK
