"""A small file of names and values: one JSON object, a line for each.

Every value stands for itself, so there is no version to compare. Of a damaged file, what still
stands in it whole is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from game.whole import write_whole

_LARGEST = 64 * 1024
"""Bytes. A file of a few hundred is written; a larger one is none of ours."""

_PAIR = re.compile(r'"(\w{1,40})"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d{1,9}(?=\s*[,}])|true|false|null)')


def read_pairs(path: Path) -> dict[str, object]:
    """The names and values at `path`; none if there is no file. Raises OSError."""
    return _pairs(_text(path))


def write_pairs(path: Path, pairs: Mapping[str, object]) -> None:
    """Keep names and values at `path`. A damaged file is kept beside it. Raises OSError."""
    text = _text(path)
    content = json.dumps(dict(pairs), indent=1, sort_keys=True) + "\n"
    damaged = path.with_name(f"{path.stem}.damaged{path.suffix}")
    keep = damaged if text and _whole(text) is None else None
    write_whole(path, content.encode(), keep=keep, named_later=True)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST).decode("utf-8", "replace")
    except FileNotFoundError:
        return ""


def _whole(text: str) -> dict[str, object] | None:
    """The object that the text is, or None if it is none."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _pairs(text: str) -> dict[str, object]:
    """Names and values; of a damaged text, those that still stand in it whole."""
    found = _whole(text)
    if found is not None:
        return found
    pairs: dict[str, object] = {}
    for name, value in _PAIR.findall(text):
        known = _whole(f'{{"{name}": {value}}}')
        pairs.update(known or {})
    return pairs
