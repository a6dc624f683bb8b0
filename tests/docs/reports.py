"""What the program says about the stories of a page."""

from __future__ import annotations

from pathlib import Path

from game.story.diagnostics import Diagnostic, StoryError
from game.story.load import load_story


def reports(story: Path) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a story."""
    try:
        load_story(story)
    except StoryError as error:
        return error.diagnostics
    return ()
