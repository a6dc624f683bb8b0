"""The settings on disk: one JSON object, a line for each setting.

Every setting stands for itself, so there is no version to compare. What cannot be read is as it
would be without the file, and the rest is taken. Writing changes only what the player has changed:
what a newer version put there, and this one cannot read, is still there for that version.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from game.ui.settings import CHOICES, Name, Settings, Value
from game.whole import write_whole

_LARGEST = 64 * 1024
"""Bytes. A file of a few hundred is written; a larger one is none of ours."""

_PAIR = re.compile(r'"(\w{1,40})"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d{1,9}\b|true|false|null)')


def read_settings(path: Path) -> Settings:
    """The settings at `path`, those that cannot be read from there as they are at first."""
    try:
        return _settings(_pairs(_text(path)))
    except OSError:
        return Settings()


def write_settings(path: Path, settings: Settings) -> None:
    """Keep the settings at `path`. A damaged file is kept beside it. Raises OSError."""
    text = _text(path)
    pairs = _pairs(text)
    stood = _settings(pairs)
    for name in CHOICES:
        if name not in pairs or settings.value(name) != stood.value(name):
            pairs[name] = settings.value(name)
    content = json.dumps(pairs, indent=1, sort_keys=True) + "\n"
    damaged = path.with_name(f"{path.stem}.damaged{path.suffix}")
    keep = damaged if text and _whole(text) is None else None
    write_whole(path, content.encode(), keep=keep)


def _text(path: Path) -> str:
    """What the file holds; nothing if there is none. Raises OSError if it cannot be read."""
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


def _settings(pairs: Mapping[str, object]) -> Settings:
    settings = Settings()
    for name in CHOICES:
        value = _nearest(name, pairs.get(name))
        if value is not None:
            settings = settings.having(name, value)
    return settings


def _nearest(name: Name, value: object) -> Value | None:
    """The value this version has for one that was read. Of numbers the nearest is as good."""
    values = CHOICES[name]
    if isinstance(value, int):
        steps = [step for step in values if isinstance(step, int)]
        return min(steps, key=lambda step: abs(step - value), default=None)
    return value if isinstance(value, str) and value in values else None
