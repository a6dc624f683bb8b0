"""Makes a new story from the template: small, whole, and full of comments for its author."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

TEMPLATE = Path(__file__).with_name("template")
"""A story like any other; its id and title are the author's to give."""

_ID = re.compile(r"[a-z][a-z0-9-]{0,47}")
_HEAD = "story.yaml"


class NameProblemError(Exception):
    """A name that no story can have. The message says which it could."""


class AlreadyThereError(Exception):
    """Something stands where the story should go."""


def new_story(folder: Path) -> None:
    """Make `folder`, holding a story whose id is the folder's name.

    The folder appears whole or not at all. Raises NameProblemError, AlreadyThereError, OSError.
    """
    name = folder.name
    if not _ID.fullmatch(name):
        raise NameProblemError(
            f"`{name}` cannot be a story's id: 1 to 48 of a-z, 0-9 and -, starting with a letter."
            + (f" Perhaps: one-out new {folder.with_name(_like(name))}" if _like(name) else "")
        )
    if os.path.lexists(folder):  # a dangling link is in the way too
        raise AlreadyThereError(f"{folder} is there already, and nothing was changed.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        prefix=f".{name}-", dir=folder.parent, ignore_cleanup_errors=True
    ) as scratch:
        made = Path(scratch, name)
        for source in sorted(TEMPLATE.rglob("*.yaml")):
            target = made / source.relative_to(TEMPLATE)
            target.parent.mkdir(parents=True, exist_ok=True)
            text = source.read_text("utf-8")
            target.write_text(_named(text, name) if source.name == _HEAD else text, "utf-8")
        made.rename(folder)


def _named(head: str, name: str) -> str:
    title = name.replace("-", " ").strip().capitalize()
    head = re.sub(r"(?m)^id: \S+", f"id: {name}", head, count=1)
    return re.sub(r"(?m)^title: .*$", f'title: "{title}"', head, count=1)


def _like(name: str) -> str:
    """The id most like a name, or nothing: `My Story!` is `my-story`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-0123456789")[:48]
