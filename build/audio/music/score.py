"""A piece: its parts, its tempo and its room; and how it becomes sound that repeats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from build.audio.music.instruments import Instrument
from build.audio.music.midi import midi_file
from build.audio.music.notation import Line
from build.audio.music.performance import Event, Tempo, perform
from build.audio.music.synthesiser import synthesise
from build.audio.room import HALL, Room, heard_in
from build.audio.signals import (
    RATE,
    Samples,
    filtered,
    folded,
    frames,
    gain,
    padded,
    place,
    seeded,
)

_UPBEAT = 0.08
"""Seconds between the start of the file and the first beat, so that the seam is in no attack."""


class Part(NamedTuple):
    """What one player plays. `level` in dB is added to the instrument's own."""

    name: str
    instrument: Instrument
    line: Line
    level: float = 0.0


class Piece(NamedTuple):
    """A piece of so many bars, which then begins again."""

    name: str
    tempo: Tempo
    bars: int
    parts: Sequence[Part]
    room: Room = HALL

    @property
    def seconds(self) -> float:
        """How long it plays once."""
        return self.tempo.seconds(self.bars * self.tempo.metre)


def played(piece: Piece) -> Samples:
    """The mix of a piece: each part played alone, coloured, placed and answered by the room."""
    count = frames(piece.seconds)
    dry, wet = np.zeros((count, 2)), np.zeros((count, 2))
    for part in piece.parts:
        sound = _part(piece, part, count)
        place(dry, sound, _UPBEAT, part.instrument.pan)
        place(wet, sound, _UPBEAT, part.instrument.pan * 0.6, part.instrument.hall)
    return dry + heard_in(wet, piece.room)


def _part(piece: Piece, part: Part, count: int) -> Samples:
    """One part, dry, with what rings on after the end laid over the start."""
    instrument = part.instrument
    rng = seeded(piece.name, part.name)
    channel = 9 if instrument.drums else 0
    events: list[Event] = [(0.0, -1, (0xC0 | channel, instrument.program))]
    events += perform(part.line, instrument, piece.tempo, rng)
    sound = synthesise(midi_file(events, piece.seconds + 4))
    if instrument.colour is not None:
        # Filters go round in a circle, and quickly where its length is a power of two.
        sound = filtered(padded(sound, 1 << (len(sound) + RATE).bit_length()), instrument.colour)
    return folded(sound, count) * gain(instrument.level + part.level)
