"""A way to write tunes as text: `c4q. d4e f4h | d4q. f4e a4h |`.

A note is its letter, `#` or `b`, the octave (c4 is middle C) and its value: `w h q e s` from the
whole note to the sixteenth, with `.` for a dot and `t` for one of a triplet. After the value may
stand `~` (tied to the next note of that pitch), `^` (accented), `'` (short). `r` in place of a
pitch is a rest; pitches with commas between them sound together: `c4,e4,g4h`.

`pp p mp mf f ff` say how loud it is from there on; with `<` or `>` between two of them the
loudness goes from one to the other. `|` ends a bar, and it is an error if the bar is not full.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

VALUES: dict[str, int | Fraction] = {
    "w": 4,
    "h": 2,
    "q": 1,
    "e": Fraction(1, 2),
    "s": Fraction(1, 4),
}
"""Beats; a quarter note is one, whatever the metre."""

LOUDNESS = {"pp": 40, "p": 52, "mp": 64, "mf": 76, "f": 90, "ff": 104}
"""MIDI velocities."""

_STEPS = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11}
_PITCH = re.compile(r"(?P<step>[a-g])(?P<shift>#|b)?(?P<octave>\d)")
_NOTE = re.compile(
    r"(?P<pitches>r|[a-g#b\d,]*\d)(?P<value>[whqes])(?P<more>\.|t)?(?P<marks>[~^']*)"
)


class NotationError(Exception):
    """A tune is written wrongly; the message says where."""


class Note(NamedTuple):
    """Pitches that sound together. `start` and `length` are in beats, `loudness` is a velocity."""

    start: float
    length: float
    pitches: tuple[int, ...]
    loudness: float = LOUDNESS["mf"]
    accent: bool = False
    short: bool = False

    def moved(self, beats: float = 0, semitones: int = 0, louder: float = 0) -> Note:
        """The same note at another time, pitch or loudness."""
        return self._replace(
            start=self.start + beats,
            pitches=tuple(pitch + semitones for pitch in self.pitches),
            loudness=self.loudness + louder,
        )


class Line(NamedTuple):
    """Notes after each other, and how many beats they last with their rests."""

    notes: tuple[Note, ...]
    beats: float

    def moved(self, beats: float = 0, semitones: int = 0, louder: float = 0) -> Line:
        """The same line, each note moved."""
        notes = tuple(note.moved(beats, semitones, louder) for note in self.notes)
        return Line(notes, self.beats)

    def then(self, *others: Line) -> Line:
        """This line and others after it."""
        whole = self
        for other in others:
            notes = whole.notes + other.moved(whole.beats).notes
            whole = Line(notes, whole.beats + other.beats)
        return whole

    def stretched(self, factor: float) -> Line:
        """The same line with longer or shorter values."""
        notes = tuple(
            note._replace(start=note.start * factor, length=note.length * factor)
            for note in self.notes
        )
        return Line(notes, self.beats * factor)


def rests(beats: float) -> Line:
    """Nothing, for so long."""
    return Line((), beats)


def together(*lines: Line) -> Line:
    """Several lines for one player."""
    notes = sorted(note for line in lines for note in line.notes)
    return Line(tuple(notes), max(line.beats for line in lines))


def pitch(name: str) -> int:
    """A pitch's MIDI number.

    >>> pitch("c4"), pitch("bb3"), pitch("f#2")
    (60, 58, 42)
    """
    found = _PITCH.fullmatch(name)
    if found is None:
        raise NotationError(f"{name!r} is no pitch")
    shift = {"#": 1, "b": -1, None: 0}[found["shift"]]
    return 12 * (int(found["octave"]) + 1) + _STEPS[found["step"]] + shift


def tune(text: str, metre: float = 4) -> Line:
    """The line that a text means. `metre` is the beats of a bar. Raises `NotationError`.

    >>> [note.pitches for note in tune("c4q e4q g4h |").notes]
    [(60,), (64,), (67,)]
    """
    reader = _Reader(Fraction(metre))
    for token in text.split():
        reader.take(token)
    return reader.line()


class _Reader:
    """Reads one token after the other."""

    def __init__(self, metre: Fraction) -> None:
        self._metre = metre
        self._now = self._bar = Fraction(0)
        self._notes: list[Note] = []
        self._tied = False
        self._marks: list[tuple[float, str]] = []

    def take(self, word: str) -> None:
        """Read a word."""
        if word == "|":
            self._end_bar()
        elif word in LOUDNESS or word in "<>":
            self._marks.append((float(self._now), word))
        else:
            self._note(word)

    def line(self) -> Line:
        """What was read."""
        if self._now != self._bar:
            self._end_bar()
        notes = tuple(note._replace(loudness=self._loudness(note.start)) for note in self._notes)
        return Line(notes, float(self._now))

    def _end_bar(self) -> None:
        if self._now - self._bar != self._metre:
            bar = int(self._bar / self._metre) + 1
            raise NotationError(f"bar {bar} has {self._now - self._bar} beats, not {self._metre}")
        self._bar = self._now

    def _note(self, token: str) -> None:
        found = _NOTE.fullmatch(token)
        if found is None:
            raise NotationError(f"{token!r} is no note, in beat {float(self._now)}")
        more = {".": Fraction(3, 2), "t": Fraction(2, 3), None: Fraction(1)}[found["more"]]
        length = Fraction(VALUES[found["value"]]) * more
        if found["pitches"] != "r":
            self._sound(found["pitches"], float(length), found["marks"])
        self._now += length

    def _sound(self, names: str, length: float, marks: str) -> None:
        pitches = tuple(pitch(name) for name in names.split(","))
        last = self._notes[-1] if self._notes else None
        if self._tied and last is not None and last.pitches == pitches:
            self._notes[-1] = last._replace(length=last.length + length)
        else:
            start = float(self._now)
            note = Note(start, length, pitches, accent="^" in marks, short="'" in marks)
            self._notes.append(note)
        self._tied = "~" in marks

    def _loudness(self, beat: float) -> float:
        """How loud it is at a beat, between the marks around it."""
        at, level, swells = 0.0, float(LOUDNESS["mf"]), False
        for when, mark in self._marks:
            if mark in "<>":
                at, swells = (when, True) if when <= beat else (at, swells)
            elif when <= beat:
                at, level, swells = when, LOUDNESS[mark], False
            elif swells:
                return level + (LOUDNESS[mark] - level) * (beat - at) / (when - at)
            else:
                break
        return level
