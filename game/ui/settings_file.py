"""The settings on disk: one JSON object, a line for each setting.

What cannot be read is as it would be without the file, and the rest is taken. Writing changes only
what the player has changed: what a newer version put there, and this one cannot read, is still
there for that version.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from game.ui.pairs_file import read_pairs, write_pairs
from game.ui.settings import CHOICES, Name, Settings, Value


def read_settings(path: Path) -> Settings:
    """The settings at `path`, those that cannot be read from there as they are at first."""
    try:
        return _settings(read_pairs(path))
    except OSError:
        return Settings()


def write_settings(path: Path, settings: Settings) -> None:
    """Keep the settings at `path`. A damaged file is kept beside it. Raises OSError."""
    pairs = read_pairs(path)
    stood = _settings(pairs)
    for name in CHOICES:
        if name not in pairs or settings.value(name) != stood.value(name):
            pairs[name] = settings.value(name)
    write_pairs(path, pairs)


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
