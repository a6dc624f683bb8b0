"""`one-out check --shape`: what the routes, votes and options of a story come to."""

from __future__ import annotations

from typing import Any

from game.check.shape import Shape, shape
from game.check.shape_words import Statement, as_data, statements
from game.commands.progress import Progress
from game.story.model import Story
from game.terminal.paper import Paper

_MARKS = {True: "yes", False: "no", None: "-"}
_INDENT = " " * 6


def data(story: Story) -> dict[str, Any]:
    """The shape of `story` as plain data. Raises KeyboardInterrupt if somebody stops it."""
    return as_data(_found(story))


def print_shape(out: Paper, story: Story) -> None:
    """Print the section about the shape. Raises KeyboardInterrupt if somebody stops it."""
    found = _found(story)
    out.heading("Shape")
    for one in statements(found):
        _statement(out, one)
        out.gap()


def _found(story: Story) -> Shape:
    progress = Progress()
    try:
        return shape(story, progress=progress)
    finally:
        progress.clear()


def _statement(out: Paper, one: Statement) -> None:
    out.say(one.words, first=f"{_MARKS[one.holds]:<{len(_INDENT)}}")
    for line in one.details:
        if "  " in line:  # a row of a table
            out.line(_INDENT + line)
        else:
            out.say(line, first=_INDENT)
    if one.way:
        # Not wrapped: it is there to be copied.
        out.line(f"{_INDENT}To play it: --choices {','.join(one.way)}")
