"""How a line is played: with the unevenness of people, the same at every run.

A player drifts ahead of the beat and behind it over some notes, is a few milliseconds off on each,
leans on the first beat of a bar and into the middle of a phrase, and breathes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from build.audio.music.instruments import Instrument
from build.audio.music.notation import Line, NotationError, Note

Event = tuple[float, int, tuple[int, ...]]
"""Seconds, the order at the same time, and the bytes of a MIDI message."""

_DRIFT, _JITTER = 0.006, 0.004
"""Seconds of standard deviation."""
_BREATH = 0.12
"""Seconds that a wind player takes off the last note of a phrase."""


@dataclass(frozen=True)
class Tempo:
    """How the beats lie in time. `slower` maps a bar, from 0, to the share of its tempo."""

    bpm: float
    metre: float = 4
    slower: Mapping[int, float] = field(default_factory=dict)
    swing: float = 0.5
    """Where in a beat its second half begins: 0.5 straight, 0.62 a lilt, 0.67 triplets."""

    def seconds(self, beat: float) -> float:
        """The time of a beat. Each bar has a tempo of its own."""
        whole, part = divmod(beat, 1)
        beat = whole + self._swung(part)
        bar, rest = divmod(beat, self.metre)
        held = sum(self._bar(number) for number in self.slower if number < bar)
        plain = sum(number < bar for number in self.slower)
        return (
            held
            + (bar - plain) * self.metre * 60 / self.bpm
            + rest / self.metre * self._bar(int(bar))
        )

    def _bar(self, number: int) -> float:
        return self.metre * 60 / self.bpm / self.slower.get(number, 1.0)

    def _swung(self, part: float) -> float:
        if part < 0.5:
            return part * self.swing / 0.5
        return self.swing + (part - 0.5) * (1 - self.swing) / 0.5


def perform(
    line: Line, instrument: Instrument, tempo: Tempo, rng: np.random.Generator
) -> list[Event]:
    """The MIDI events of a line. Raises `NotationError` if the instrument cannot reach a note."""
    events: list[Event] = []
    drift = 0.0
    notes = line.notes
    shape = _phrases(notes)
    for number, note in enumerate(notes):
        following = notes[number + 1] if number + 1 < len(notes) else None
        drift = 0.8 * drift + 0.6 * _DRIFT * float(rng.standard_normal())
        late = instrument.late / 1000 + drift + _JITTER * float(rng.standard_normal())
        start = max(0.0, tempo.seconds(note.start) + late)
        end = max(start + 0.05, _end(note, following, instrument, tempo))
        loud = note.loudness + shape[number] + _lean(note, tempo) + 2.5 * float(rng.normal())
        events += _struck(note, instrument, start, end, loud)
        if instrument.breath:
            events += _swell(instrument, start, end)
    return sorted(events)


def _struck(
    note: Note, instrument: Instrument, start: float, end: float, loudness: float
) -> Iterable[Event]:
    """The keys going down and up, string after string where it is strummed."""
    channel = 9 if instrument.drums else 0
    ordered = sorted(note.pitches, reverse=note.start % 1 >= 0.5)
    for place, one in enumerate(ordered):
        if not instrument.reaches(one):
            raise NotationError(f"{instrument.program} has no pitch {one}, at beat {note.start}")
        at = start + place * instrument.strum / 1000
        inner = 5 if 0 < place < len(ordered) - 1 else 0
        velocity = int(np.clip(round(loudness - inner), 12, 124))
        yield at, 2, (0x90 | channel, one, velocity)
        yield max(at + 0.04, end), 1, (0x80 | channel, one, 0)


def _end(note: Note, following: Note | None, instrument: Instrument, tempo: Tempo) -> float:
    start, end = tempo.seconds(note.start), tempo.seconds(note.start + note.length)
    if note.short:
        return start + 0.45 * (end - start)
    if not instrument.breath:
        return end - 0.02
    if following is None or following.start > note.start + note.length + 0.01:
        return max(start + 0.1, end - _BREATH)
    repeated = set(following.pitches) & set(note.pitches)
    return end - 0.045 if repeated else end + 0.015


def _lean(note: Note, tempo: Tempo) -> float:
    """What the place in the bar does to a note."""
    beat = note.start % tempo.metre
    if note.accent:
        return 12
    if beat < 0.01:
        return 4
    if tempo.metre == 4 and abs(beat - 2) < 0.01:
        return 2
    return 0 if abs(beat - round(beat)) < 0.01 else -4


def _phrases(notes: tuple[Note, ...]) -> list[float]:
    """For each note how much louder it is for its place in its phrase: 6 more in the middle."""
    breaks = [0]
    breaks += [
        number + 1
        for number, (one, two) in enumerate(pairwise(notes))
        if two.start > one.start + one.length + 0.2
    ]
    shape: list[float] = []
    for begin, end in pairwise([*breaks, len(notes)]):
        count = end - begin
        shape += [6 * float(np.sin(np.pi * (k + 0.5) / count)) - 3 for k in range(count)]
    return shape


def _swell(instrument: Instrument, start: float, end: float) -> Iterable[Event]:
    """Breath and bellows: a note of half a second and more grows and dies away."""
    channel = 9 if instrument.drums else 0
    if end - start < 0.5:
        yield start - 0.001, 0, (0xB0 | channel, 11, 112)
        yield start - 0.001, 0, (0xB0 | channel, 1, 0)
        return
    bend: Callable[[float], float] = lambda share: 100 + 24 * np.sin(np.pi * share**0.7) ** 0.8  # noqa: E731
    for step in range(13):
        share = step / 12
        at = start - 0.001 + share * (end - start)
        yield at, 0, (0xB0 | channel, 11, round(bend(share)))
        shaking = instrument.vibrato * min(1.0, max(0.0, (share - 0.25) * 2))
        yield at, 0, (0xB0 | channel, 1, round(shaking))
