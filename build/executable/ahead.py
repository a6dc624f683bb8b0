"""Works out ahead what a player's first start would else have to: run with the game on the path.

    python ahead.py STORIES TO

`TO` gets the compiled form of every story of the folder `STORIES`, and what leads where in it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from game.check.fates import encode
from game.check.foresee import foresee
from game.check.version import version
from game.debrief.kept import file_name
from game.story import compiled
from game.story.build import build
from game.story.load import ahead_name


def make(stories: Path, to: Path) -> None:
    """Write the files. Raises `StoryError`: a story with a problem never ships."""
    to.mkdir(parents=True, exist_ok=True)
    for path in sorted(stories.iterdir()):
        if not (path / "story.yaml").is_file():
            continue
        story, sources = build(path)
        names = [one.name for one in sources]
        (to / ahead_name(path)).write_bytes(compiled.encode(story, names))
        for free in (False, True):
            fates = foresee(story, free_meetings=free)
            if fates is not None:
                (to / file_name(story, free_meetings=free)).write_bytes(encode(fates, version()))


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]))
