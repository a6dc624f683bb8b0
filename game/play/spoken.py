"""A screen passage by passage: who has the word where, and where something else begins.

`View` is one screen's text in one piece, with one face. Where several passages make a screen, each
has its own speaker, and a name over all of them would give one person another's words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.play.view import Line, View
from game.story.model import Story


class Stretch(NamedTuple):
    """What one passage says on a screen: `at` counts the passages entered on it, from 0.

    `speaker` is who begins to speak with it, None where nobody does or the one before goes on.
    `apart` is true where its picture is not that of the stretch before, which is another place or
    time, and where whoever spoke before is done and nobody is named in their stead.
    """

    at: int
    speaker: str | None
    lines: tuple[Line, ...]
    apart: bool


def stretches(story: Story, view: View) -> Iterator[Stretch]:
    """Every passage of the screen that says something, in order."""
    lines, speaking, shown = list(view.lines), None, None
    for at, name in enumerate(view.passages):
        own = []
        while lines and lines[0].id.startswith(f"{name}/"):
            own.append(lines.pop(0))
        here = story.passages[name]
        speaker = here.speaker if here.speaker != speaking else None
        if not own and (speaker is None or at + 1 < len(view.passages)):
            continue
        picture = here.picture or (shown if here.flow else story.scenes[here.scene].picture)
        done = speaking is not None and here.speaker is None
        yield Stretch(at, speaker, tuple(own), done or (shown is not None and picture != shown))
        speaking, shown = here.speaker, picture
