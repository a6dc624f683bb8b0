"""The form of a save: JSON with a checksum, read as if a stranger had written it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import NamedTuple

from game.play import words

VERSION = 1
"""The version of the form. It rises when an older program would misread a newer save."""

LARGEST = 8 * 1024 * 1024
"""Bytes of the largest save that is read: some two hundred thousand choices."""

_MARK = "one_out_save"
_LONGEST_ID = 200  # three ids of 48 and what joins them
_LONGEST_TEXT = 8_000


class SaveError(Exception):
    """A save that cannot be written or opened. The message is for the player."""


class DamagedSaveError(SaveError):
    """Bytes that are not a save any more. The message says how it shows."""


class NewerSaveError(SaveError):
    """A save written by a later version of this program."""


class Save(NamedTuple):
    """What is kept of a playthrough.

    `choices` are stable ids, enough to play everything again. `state` is where they led in the
    story with this `fingerprint`, in its JSON form. `when` is an ISO time with its zone, `label`
    the words that tell the player which save this is.
    """

    story: str
    title: str
    fingerprint: str
    choices: tuple[str, ...]
    state: object
    when: str
    label: str


def encode(save: Save) -> bytes:
    """The bytes of the file."""
    content: dict[str, object] = {_MARK: VERSION, **save._asdict()}
    content["checksum"] = _checksum(content)
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def decode(content: bytes) -> Save:
    """The save in these bytes. Raises DamagedSaveError or NewerSaveError, and nothing else."""
    if len(content) > LARGEST:
        raise DamagedSaveError(words.TOO_LARGE.format(size=LARGEST // 1024 // 1024))
    try:
        found = json.loads(content.decode())
    except UnicodeDecodeError:
        raise DamagedSaveError(words.NO_TEXT) from None
    except (ValueError, RecursionError):
        raise DamagedSaveError(words.BROKEN_OFF) from None
    if not isinstance(found, dict) or type(found.get(_MARK)) is not int:
        raise DamagedSaveError(words.NO_SAVE)
    if found[_MARK] > VERSION:
        # Before the checksum: a later version may count it differently.
        raise NewerSaveError(words.NEWER)
    checksum = found.pop("checksum", None)
    try:
        right = checksum == _checksum(found)
    except (ValueError, RecursionError):  # a lone surrogate, say
        right = False
    if not right:
        raise DamagedSaveError(words.CHECKSUM)
    return _typed(found)


def _typed(found: Mapping[str, object]) -> Save:
    choices = found.get("choices")
    if not isinstance(choices, list) or not all(
        isinstance(c, str) and len(c) <= _LONGEST_ID for c in choices
    ):
        raise DamagedSaveError(words.CHOICES_UNREADABLE)
    texts: dict[str, str] = {}
    for key in ("story", "title", "fingerprint", "when", "label"):
        value = found.get(key)
        if not isinstance(value, str) or len(value) > _LONGEST_TEXT:
            raise DamagedSaveError(words.UNREADABLE.format(key=key))
        texts[key] = value
    return Save(
        story=texts["story"],
        title=texts["title"],
        fingerprint=texts["fingerprint"],
        choices=tuple(choices),
        state=found.get("state"),
        when=texts["when"],
        label=texts["label"],
    )


def _checksum(content: Mapping[str, object]) -> str:
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
