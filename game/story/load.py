"""Loading a story: from the author's files, or from their compiled form where that is fresh.

Only `open_story` is for players. Where the compiled form is fresh it imports neither YAML nor
pydantic, and reads no more than the sources' bytes (to know that they are the same) and two lines.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from game.story import compiled, files
from game.story.diagnostics import Problems
from game.story.files import SourceFile
from game.story.model import Story
from game.whole import write_whole


def load_story(path: Path) -> Story:
    """The story of a folder or a file, from its sources.

    Raises `StoryError` with everything that is wrong with it.
    """
    from game.story.build import build

    return build(path)[0]


def open_story(path: Path, cache: Path | None = None) -> Story:
    """The story of a folder or a file, by way of its compiled form in the folder `cache`.

    `cache` is the platform's cache folder if not given; then what a built program brought along is
    looked at first. The compiled form is made anew when it is missing, damaged, of another version
    or of other sources; where it cannot be written, the story is played all the same. Raises
    `StoryError`.
    """
    if cache is None:
        from game import places

        story = _made_ahead(path, places.ahead(), places.shipped_stories())
        if story is not None:
            return story
        cache = places.cache()
    kept = cache / f"{files.fingerprint([('', os.fsencode(path.resolve()))])[:24]}.story"
    story = _fresh(path, kept)
    if story is None:
        from game.story.build import build

        story, sources = build(path)
        _keep(kept, compiled.encode(story, [one.name for one in sources]))
    return story


def ahead_name(path: Path) -> str:
    """What the compiled form of a shipped story is called among what was made ahead."""
    return f"{path.name}.story"


def _made_ahead(path: Path, ahead: Path | None, shipped: Path) -> Story | None:
    """A shipped story as a built program brought it along compiled, if it is one."""
    if ahead is None or path.parent != shipped:
        return None
    return _fresh(path, ahead / ahead_name(path))


def _fresh(path: Path, kept: Path) -> Story | None:
    """The story of the compiled form, if that is whole and made from these very sources."""
    try:
        data = kept.read_bytes()
        meta = compiled.meta(data)
        problems = Problems()
        sources = files.story_files(path, problems)
        # What the head includes is known from the last time: if that changed, so did the head.
        root = files.story_folder(path)
        named = {one.name for one in sources}
        sources += [SourceFile(name, root / name) for name in meta.files if name not in named]
        now = files.read_files(sources, problems)
        if problems or files.fingerprint(now) != meta.fingerprint:
            return None
        return compiled.decode(data)
    except (OSError, compiled.Stale):
        return None
    except (ValueError, TypeError, IndexError, KeyError, RecursionError):
        # Whole by its checksum and still not what this version writes: made by hand, or by a
        # version that forgot to count up. It is only a cache.
        return None


def _keep(kept: Path, data: bytes) -> None:
    """Write the compiled form; a cache that cannot be written is no error."""
    with contextlib.suppress(OSError):
        write_whole(kept, data)
