"""Where what ships with the game comes from: its libraries, and every file under `assets`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_LIST = "LICENCES.md"
_ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \| ([^|]+) \|", re.MULTILINE)
_TEXT = "the licence text itself"

LIBRARIES: dict[str, str] = {
    "pygame-ce": "LGPL 2.1",
    "SDL": "zlib",
    "platformdirs": "MIT",
    "pydantic": "MIT",
    "PyYAML": "MIT",
    "accesskit": "MIT or Apache 2.0",
    "prismatoid": "MPL 2.0",
    "Python": "PSF 2",
}
"""What the game is made with, by the name it is installed under, and its licence."""


class Origin(NamedTuple):
    """Files of one maker, as the list of licences names them. `kind` is their folder."""

    kind: str
    whose: str
    licence: str
    origin: str
    files: tuple[str, ...]


def origins(assets: Path) -> list[Origin]:
    """What the list of licences in a folder of assets says, files of one maker together.

    Nothing where there is no list: a broken installation, which plays all the same.
    """
    try:
        text = (assets / _LIST).read_text(encoding="utf-8")
    except OSError:
        return []
    found: dict[tuple[str, str, str, str], list[str]] = {}
    for file, licence, whose, origin in _ROW.findall(text):
        if licence.strip() == _TEXT:
            continue
        kind, _, name = file.partition("/")
        # Code marks are for the page the list is read on; a window would show them as they stand.
        made = origin.strip().replace("`", "")
        key = (kind if name else "", whose.strip(), licence.strip(), made)
        found.setdefault(key, []).append(name or file)
    return [Origin(*key, tuple(files)) for key, files in found.items()]
