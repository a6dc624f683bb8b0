"""The playthroughs that together take every branch, printed for whoever plays them by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.check.phrases import OPEN
from game.commands.reports import amount
from game.story.model import Story
from game.terminal.paper import Paper

if TYPE_CHECKING:
    from game.check.cover import Cover, Playthrough


def print_cover(out: Paper, story: Story, cover: Cover | None) -> None:
    """Print each playthrough, if there are any: where it ends, what it adds, and how to play it."""
    if cover is None:
        return
    out.heading("To play all of it")
    many = len(cover.playthroughs)
    takes = "takes" if many == 1 else "together take"
    out.say(f"{amount(many, 'playthrough')} {takes} every branch that can be reached.")
    for one in cover.playthroughs:
        out.gap()
        out.say(f"{one.name}: {_told(story, cover, one)}")
        # One line, however long, so that it can be copied whole.
        out.line(f"  --choices {','.join(one.options)}" if one.options else "  without a choice")
    out.gap()


def _told(story: Story, cover: Cover, one: Playthrough) -> str:
    """Where a playthrough ends, after how many choices, and what it is good for."""
    ending = story.passages[one.ending].ending if one.ending is not None else None
    where = "without an ending" if ending is None else f'to "{ending.title}"'
    new = len(cover.new(one.name))
    adds = f"adds {new:,} {'branch' if new == 1 else 'branches'}"
    words = f"{amount(len(one.options), 'choice')} {where}, {adds}."
    return f"{words} It can be played only {OPEN}." if one.free else words
