"""Makes works, as many at a time as there are processors."""

from __future__ import annotations

import importlib
import multiprocessing
import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from build.art.catalogue import Entry
from build.art.formats import write
from build.art.work import Work


def make_all(entries: Iterable[Entry], to: Path, at_once: int | None = None) -> Iterator[Path]:
    """Make and write each; the files' paths, in the order in which they are ready."""
    # Each process starts afresh, so no work can depend on what was made before it.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(at_once or os.cpu_count(), context, max_tasks_per_child=1) as pool:
        waiting = [pool.submit(_make, entry.module, entry.work.name, to) for entry in entries]
        for ready in as_completed(waiting):
            yield ready.result()


def _make(module: str, name: str, to: Path) -> Path:
    """In a process of its own: a work is found there by its name, as functions do not travel."""
    works: tuple[Work, ...] = importlib.import_module(module).WORKS
    work = next(work for work in works if work.name == name)
    return write(work, work.make(), to)
