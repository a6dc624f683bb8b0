"""Enters made files into `assets/LICENCES.md`: whose they are, and their checksums."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

ASSETS = Path(__file__).resolve().parents[1] / "assets"
LIST = ASSETS / "LICENCES.md"
_ROW = re.compile(r"^\| `(?P<path>[^`]+)` \|.*\|\n", re.MULTILINE)


def enter(files: Iterable[str], origin: str, listing: Path = LIST) -> None:
    """Give each file (its path under the list's folder) a row of our own work, in the list's order.

    `origin` says what makes it. Rows of other files stay as they are.
    """
    text = listing.read_text(encoding="utf-8")
    rows = {row["path"]: row[0] for row in _ROW.finditer(text)}
    first = _ROW.search(text)
    assert first is not None, "the list has no table"
    for file in files:
        digest = hashlib.sha256((listing.parent / file).read_bytes()).hexdigest()
        licence = "CC-BY-SA-4.0 | The authors of One Out, All Out"
        rows[file] = f"| `{file}` | {licence} | {origin} | `{digest}` |\n"
    table = "".join(rows[path] for path in sorted(rows))
    rest = _ROW.sub("", text)
    listing.write_text(rest[: first.start()] + table + rest[first.start() :], encoding="utf-8")
