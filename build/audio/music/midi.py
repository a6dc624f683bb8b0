"""Writes a Standard MIDI File of one track: a tick is a millisecond."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from build.audio.music.performance import Event

_TICKS, _TEMPO = 500, 500_000
"""Ticks in a beat, and microseconds: a thousand ticks a second."""


def midi_file(events: Sequence[Event], seconds: float) -> bytes:
    """The bytes of a file that plays the events, and lasts so long at least."""
    track = bytearray(b"\x00\xff\x51\x03" + _TEMPO.to_bytes(3, "big"))
    now = 0
    for at, _, message in sorted(events):
        tick = max(now, round(max(0.0, at) * 1000))
        track += _variable(tick - now) + bytes(message)
        now = tick
    track += _variable(max(0, round(seconds * 1000) - now)) + b"\xff\x2f\x00"
    head = struct.pack(">4sIHHH", b"MThd", 6, 0, 1, _TICKS)
    return head + struct.pack(">4sI", b"MTrk", len(track)) + bytes(track)


def _variable(number: int) -> bytes:
    """A number as MIDI writes lengths of time: seven bits a byte.

    >>> _variable(200).hex()
    '8148'
    """
    parts = [number & 0x7F]
    while number := number >> 7:
        parts.append(0x80 | number & 0x7F)
    return bytes(reversed(parts))
