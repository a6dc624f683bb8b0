"""What is to be heard: a cue, where its file is, and how loud each kind of sound is."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

from game.story.model import Sound

Kind = Literal["music", "ambience", "effect"]

LONGEST: Mapping[Kind, float] = {"music": 120.0, "ambience": 60.0, "effect": 10.0}
"""Seconds that a sound may play. Decoded, each takes 10 MB a minute."""

INTERFACE = "interface"
"""The folder of the interface's own sounds, below that of all shipped ones."""

_Stamp = tuple[int, int]


class Cue(NamedTuple):
    """A sound's id, its file, and the file's time and size: a file that was changed is another."""

    id: str
    path: Path
    stamp: _Stamp


class Levels(NamedTuple):
    """How loud each kind is, from 0 (not to be heard) to 100."""

    music: int = 60
    ambience: int = 60
    effect: int = 60

    def gain(self, kind: Kind) -> float:
        """The share of its amplitude that a sound of a kind is played with.

        Half as much sounds more than half as loud, so the steps at the lower end are smaller.

        >>> [round(Levels(music=level).gain("music"), 2) for level in (0, 20, 60, 100)]
        [0.0, 0.09, 0.46, 1.0]
        """
        level: int = getattr(self, kind)
        return math.pow(level / 100, 1.5)


def declared(sound: Sound, folder: Path | None, shipped: Path | None) -> Cue | None:
    """The cue of a story's sound, or None where it has no file.

    A `file` is one in `folder`, the story's. A sound without one is the shipped recording of its
    id, where there is one in `shipped`: `docs/story-format.md`, section 2.
    """
    if sound.file is None:
        return shipped_cue(sound.id, shipped)
    if folder is None:
        return None
    path = (folder / sound.file).resolve()
    return _cue(sound.id, path) if path.is_relative_to(folder.resolve()) else None


def shipped_cue(name: str, shipped: Path | None) -> Cue | None:
    """The shipped recording of a name, or None where there is none."""
    return None if shipped is None else _cue(name, shipped / f"{name}.ogg")


def _cue(name: str, path: Path) -> Cue | None:
    try:
        stat = path.stat()
    except (OSError, ValueError):
        return None
    return Cue(name, path, (stat.st_mtime_ns, stat.st_size))
