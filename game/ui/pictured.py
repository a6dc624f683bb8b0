"""Which pictures of a story are more than words."""

from __future__ import annotations

from game.story.model import Story


def has_file(story: Story, picture: str | None) -> bool:
    """True if the picture is declared with a file; without one its scene has a print instead."""
    declared = story.pictures.get(picture or "")
    return declared is not None and declared.file is not None
