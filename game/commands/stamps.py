"""Whether a file of a story was saved: when each was changed last, and its size."""

from __future__ import annotations

import contextlib
from pathlib import Path

from game.story.files import HEAD, story_folder

Stamps = dict[Path, tuple[int, int]]
"""When each file was changed last (nanoseconds), and its size in bytes."""

_TEXT = frozenset({".yaml", ".yml"})
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp"})
_SOUNDS = frozenset({".ogg", ".wav"})


def stamps(path: Path) -> Stamps:
    """The files of the story at `path` as they are now: its texts, pictures and sounds.

    Of the folder around a story that is one file, nothing else counts.
    """
    folder = story_folder(path)
    alone = path.is_file() and path.name != HEAD
    files = [path] if alone else sorted(p for p in folder.rglob("*") if _counts(folder, p))
    found: Stamps = {}
    for file in files:
        with contextlib.suppress(OSError):  # just renamed by an editor
            stat = file.stat()
            found[file] = (stat.st_mtime_ns, stat.st_size)
    return found


def _counts(folder: Path, path: Path) -> bool:
    """Whether a file in a story's folder is one of the author's, by its name."""
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and path.suffix in _TEXT | _PICTURES | _SOUNDS
