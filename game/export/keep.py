"""Where a page goes that a player keeps."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from game.debrief.look_back import LookBack
from game.whole import write_whole

_TITLE = 40
"""Characters of an ending's title that a file is named by."""


def name_of(back: LookBack, kept_on: date) -> str:
    """What the page of a play is called: `south-coast-roy-goes-in-2026-11-27`."""
    title = "" if back.ending is None else back.ending.title
    plain = re.sub(r"[^a-z0-9]+", "-", title.lower())[:_TITLE].strip("-")
    return "-".join(filter(None, (back.story.id, plain, kept_on.isoformat())))


def kept(folder: Path, name: str, page: str, before: Path | None = None) -> Path:
    """Write `page` into `folder` as `name.html`, and return its path. Raises OSError.

    Nothing that lies there is replaced but `before`, an earlier page of the same play: a file of
    that name gets a neighbour with a number.
    """
    content = page.encode("utf-8")
    path, number = before or folder / f"{name}.html", 1
    while path != before and path.exists():
        if path.read_bytes() == content:
            return path
        number += 1
        path = folder / f"{name}-{number}.html"
    write_whole(path, content)
    return path
