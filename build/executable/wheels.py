"""The packages from the index that are in a built program, as the build's environment has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

ROOT = "one-out-all-out"
BOOTLOADER = "pyinstaller"
"""Its bootloader, a small C program, is what a built program's file begins with."""

_LICENCES = {
    # What their metadata says only in words.
    "pygame-ce": "LGPL-2.1-or-later",
    "pyyaml": "MIT",
    "accesskit": "(MIT OR Apache-2.0) AND BSD-3-Clause",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
}
_HOMES = {"prismatoid": "https://github.com/ethindp/prism"}
"""Where those that do not tell are at home: their source."""
_TEXT = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)


class Wheel(NamedTuple):
    """A package; `texts` are its licence files where it brings them along."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[Path, ...]


def shipped(names: list[str]) -> Iterator[Wheel]:
    """The packages called `names` that are installed, in the order of their names."""
    for name in sorted(names):
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # for another system
        texts = tuple(
            Path(str(file.locate()))
            for file in found.files or ()
            if ".dist-info" in str(file) and _TEXT.search(str(file).partition(".dist-info")[2])
        )
        yield Wheel(name, found.version, _licence(name, found), _home(name, found), texts)


def locked(lock: Path) -> list[str]:
    """The names of the packages that a lock file pins."""
    pins = re.findall(r"^([A-Za-z0-9._-]+)==", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return [pin.lower().replace("_", "-") for pin in pins]


def _licence(name: str, found: metadata.Distribution) -> str:
    said = _field(found, "License-Expression") or _field(found, "License")
    return _LICENCES.get(name) or said.splitlines()[0]


def _home(name: str, found: metadata.Distribution) -> str:
    urls: list[str] = found.metadata.get_all("Project-URL") or []
    pairs = {label.strip(): url.strip() for label, _, url in (one.partition(",") for one in urls)}
    for label in ("Source", "Source Code", "Repository", "Homepage", "Home", "homepage"):
        if label in pairs:
            return pairs[label]
    return _field(found, "Home-page") or _HOMES.get(name, "")


def _field(found: metadata.Distribution, name: str) -> str:
    """A field of a package's metadata; nothing where it is not there."""
    values: list[str] = found.metadata.get_all(name) or [""]
    return values[0]
