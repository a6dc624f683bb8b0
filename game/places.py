"""Where this program keeps its files: the platform's own folders.

`ONE_OUT_HOME` in the environment puts everything in one folder instead: for a school's shared
drive, for a memory stick, for tests.

None of these functions makes a folder: whoever writes first does.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

HOME = "ONE_OUT_HOME"
"""The environment variable that names the one folder to use instead of the platform's."""

_NAME = "one-out-all-out"


def data() -> Path:
    """What must last: saves and the player's own stories."""
    home = _home()
    if home is not None:
        return home
    from platformdirs import user_data_path  # late: most commands never ask

    return user_data_path(_NAME, appauthor=False)


def cache() -> Path:
    """What can be made again: compiled stories."""
    home = _home()
    if home is not None:
        return home / "cache"
    from platformdirs import user_cache_path

    return user_cache_path(_NAME, appauthor=False)


def saves() -> Path:
    """The saves of all stories, a folder for each."""
    return data() / "saves"


def settings() -> Path:
    """What the player has set in the window: a file."""
    return data() / "settings.json"


def trials() -> Path:
    """Where an author stands in stories that are watched: never among a player's saves."""
    return data() / "trials"


def stories() -> Path:
    """The stories a player has put in: a folder or a `.yaml` file for each."""
    return data() / "stories"


def pages() -> Path:
    """Pages that a player keeps: in the documents, where people look for what they have kept."""
    home = _home()
    if home is not None:
        return home / "pages"
    from platformdirs import user_documents_path

    documents = user_documents_path()
    return (documents / "One Out, All Out") if documents.is_dir() else data() / "pages"


def shipped_stories() -> Path:
    """The stories that come with the program."""
    package = Path(__file__).resolve().parent
    installed = package / "shipped" / "stories"
    return installed if installed.is_dir() else package.parent / "stories"


def ahead() -> Path | None:
    """What a built program brings along worked out: compiled stories, and what leads where in them.

    None where there is nothing of the kind, as in a clone.
    """
    folder = Path(__file__).resolve().parent / "shipped" / "ahead"
    return folder if folder.is_dir() else None


def stories_beside() -> Path | None:
    """The folder `stories` next to a built program: for a memory stick, for a school's share.

    On macOS it lies next to the bundle. None in an install from source, which has no such place.
    """
    if not getattr(sys, "frozen", False):
        return None
    program = Path(sys.executable).resolve()
    bundle = next((folder for folder in program.parents if folder.suffix == ".app"), program)
    return bundle.parent / "stories"


def _home() -> Path | None:
    named = os.environ.get(HOME, "")
    return Path(named).expanduser().absolute() if named else None
