"""The fates of a story, kept by content: worked out once, read in milliseconds ever after.

A file belongs to a story's fingerprint and, in the cache, to this version of the program. Files
made ahead may lie beside the compiled stories of a program that is given away: whoever made them
has seen to it that they belong to that program, so of those only the form and the fingerprint are
asked. What cannot be read back, for whatever reason, was never there.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from game.check.fates import Fates, Stale, decode, encode
from game.check.version import version
from game.story.model import Story
from game.whole import forget_oldest, write_whole

Progress = Callable[[float, str], None]

_KEPT: Final = 64
"""Files kept at most: an author saves a story hundreds of times a day."""


def fates(
    story: Story,
    *,
    free_meetings: bool = False,
    progress: Progress | None = None,
    folder: Path | None = None,
    ahead: Path | None = None,
) -> Fates | None:
    """The fates of `story`, read where they are kept, else worked out and kept.

    `folder` is the platform's cache if not given, `ahead` what a built program brought along. None
    where the story has too many states for it.
    """
    from game import places

    folder = folder or places.cache()
    ahead = ahead or places.ahead()
    found = kept(story, free_meetings=free_meetings, folder=folder, ahead=ahead)
    if found is None:
        from game.check.foresee import foresee

        found = foresee(story, free_meetings=free_meetings, progress=progress)
        if found is not None:
            keep(story, found, folder)
    return found


def kept(
    story: Story, *, free_meetings: bool, folder: Path, ahead: Path | None = None
) -> Fates | None:
    """The fates kept for exactly this story, or None: nothing is worked out."""
    name = file_name(story, free_meetings=free_meetings)
    if ahead is not None:
        with contextlib.suppress(OSError, Stale):
            return decode((ahead / name).read_bytes(), story, free_meetings=free_meetings)
    with contextlib.suppress(OSError, Stale):
        data = (folder / name).read_bytes()
        return decode(data, story, free_meetings=free_meetings, made_by=version())
    return None


def keep(story: Story, found: Fates, folder: Path) -> None:
    """Keep fates in a cache; one that cannot be written is no error."""
    with contextlib.suppress(OSError):
        write_whole(folder / file_name(story, free_meetings=found.free), encode(found, version()))
        forget_oldest(folder, "*.fates", _KEPT)


def file_name(story: Story, *, free_meetings: bool) -> str:
    """What the file is called, wherever it lies."""
    return f"{story.fingerprint[:24]}-{'free' if free_meetings else 'played'}.fates"
