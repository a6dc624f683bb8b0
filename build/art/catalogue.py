"""What is made: each module in one of these folders offers `WORKS`, a tuple of Work."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import NamedTuple

from build.art.work import Work

HERE = Path(__file__).resolve().parent
FOLDERS = ("pictures", "posters", "portraits", "ornaments", "icons")


class Entry(NamedTuple):
    """A work, and the module that offers it."""

    module: str
    work: Work


def catalogue(folders: tuple[str, ...] = FOLDERS) -> dict[str, Entry]:
    """Every work by its name, folder by folder; a ValueError if two share a name or a file."""
    entries: dict[str, Entry] = {}
    files: dict[str, str] = {}
    for module in _modules(folders):
        for work in getattr(importlib.import_module(module), "WORKS", ()):
            if work.name in entries:
                raise ValueError(f"two works are called {work.name}: the other is in {module}")
            if work.file in files:
                raise ValueError(f"{work.name} and {files[work.file]} both make {work.file}")
            files[work.file] = work.name
            entries[work.name] = Entry(module, work)
    return entries


def _modules(folders: tuple[str, ...]) -> list[str]:
    return [
        f"build.art.{folder}.{path.stem}"
        for folder in folders
        for path in sorted((HERE / folder).glob("*.py"))
        if not path.stem.startswith("_")
    ]
