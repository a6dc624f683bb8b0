"""The player's keys and buttons on disk: one JSON object, a line for each that is not the usual.

It stands beside the settings. Whatever cannot be read is as usual, and nothing that the file says
can take a fixed key away (`game.ui.keymap.mended`).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from game.ui.keymap import DEVICES, NAMES, USUAL, Keymap, mended, usual
from game.ui.pairs_file import read_pairs, write_pairs


def keys_file(settings: Path) -> Path:
    """The file that goes with a file of settings."""
    return settings.with_name("keys.json")


def read_keymap(path: Path) -> Keymap:
    """The keymap at `path`; the usual one where there is no file."""
    try:
        return _keymap(read_pairs(path))
    except OSError:
        return USUAL


def write_keymap(path: Path, keymap: Keymap) -> None:
    """Keep the keymap at `path`. A damaged file is kept beside it. Raises OSError."""
    pairs = read_pairs(path)
    for device in DEVICES:
        own, first = keymap.own(device), usual(device)
        for command in NAMES:
            pairs.pop(f"{device}_{command}", None)
            if own[command] != first[command]:
                pairs[f"{device}_{command}"] = own[command]
    write_pairs(path, pairs)


def _keymap(pairs: Mapping[str, object]) -> Keymap:
    given = {
        device: {
            command: value
            for command in NAMES
            if isinstance(value := pairs.get(f"{device}_{command}"), str)
        }
        for device in DEVICES
    }
    return mended(given)
