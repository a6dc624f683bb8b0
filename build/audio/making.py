"""Makes sounds, as many at a time as there are processors."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from build.audio.catalogue import QUALITY, SOUNDS
from build.audio.files import write_ogg


def make_all(names: Sequence[str], to: Path, at_once: int | None = None) -> Iterator[Path]:
    """Make and write each; the files' paths, in the order of the names."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(at_once or os.cpu_count(), context, max_tasks_per_child=1) as pool:
        yield from pool.map(make, names, [to] * len(names))


def make(name: str, to: Path) -> Path:
    """Make one sound and write it to its place under this folder."""
    sound = SOUNDS[name]
    path = to / sound.file
    path.parent.mkdir(parents=True, exist_ok=True)
    write_ogg(path, sound.master(), QUALITY[sound.kind])
    return path
