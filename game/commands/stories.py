"""`one-out stories`: what is on the shelf."""

from __future__ import annotations

import json

from game import places
from game.commands import OK
from game.commands.language import speak
from game.story.shelf import Shelved, shelf
from game.terminal import words
from game.terminal.pages import duration
from game.terminal.paper import Paper


def run(out: Paper, *, as_json: bool) -> int:
    """List the stories; one that cannot be played is listed with the reason."""
    stories = shelf()
    if as_json:
        listed = [{**story._asdict(), "path": str(story.path)} for story in stories]
        out.line(json.dumps(listed, indent=2, ensure_ascii=False))
        return OK
    speak()
    for story in stories:
        _entry(out, story)
    if not stories:
        out.say(words.NO_STORIES_YET)
    out.say(words.YOUR_STORIES.format(folder=places.stories()))
    return OK


def _entry(out: Paper, story: Shelved) -> None:
    if story.problem is None:
        out.line(f"{story.id}: {story.title}")
        out.say(f"{story.place}, {story.year}. {duration(story.minutes)}", first="  ")
        out.say(story.summary, first="  ")
    else:
        out.line(words.UNPLAYABLE.format(story=story.id))
        out.say(story.problem, first="  ")
        out.line(f"  one-out validate {story.path}")
    out.gap()
