"""Chords by their names, and parts written from them: who sings what, moving as little as can be.

A chart is `F | Dm | Bb F/A | C7 |`: the chords of a bar share it equally.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement, pairwise
from typing import NamedTuple

from build.audio.music.notation import LOUDNESS, Line, NotationError, Note, pitch

_KINDS = {
    "": (0, 4, 7),
    "m": (0, 3, 7),
    "7": (0, 4, 7, 10),
    "m7": (0, 3, 7, 10),
    "maj7": (0, 4, 7, 11),
    "6": (0, 4, 7, 9),
    "m6": (0, 3, 7, 9),
    "sus4": (0, 5, 7),
    "5": (0, 7),
    "dim": (0, 3, 6),
    "9": (0, 4, 10, 14),
    "add9": (0, 4, 7, 14),
}
_CHORD = re.compile(r"(?P<root>[A-G][#b]?)(?P<kind>[a-z0-9]*)(/(?P<bass>[A-G][#b]?))?")


class Chord(NamedTuple):
    """A chord of a chart, in pitch classes; the first of `classes` is its root."""

    start: float
    length: float
    classes: tuple[int, ...]
    bass: int


def chart(text: str, metre: float = 4) -> list[Chord]:
    """The chords that a text names. `-` in place of one goes on with the last."""
    chords: list[Chord] = []
    for number, bar in enumerate(part for part in text.split("|") if part.strip()):
        names = bar.split()
        share = metre / len(names)
        for place, name in enumerate(names):
            if name == "-" and chords:
                chords[-1] = chords[-1]._replace(length=chords[-1].length + share)
            else:
                chords.append(_chord(name, number * metre + place * share, share))
    return chords


def _chord(name: str, start: float, length: float) -> Chord:
    found = _CHORD.fullmatch(name)
    if found is None or found["kind"] not in _KINDS:
        raise NotationError(f"{name!r} is no chord")
    root = _pitch_class(found["root"])
    classes = tuple((root + step) % 12 for step in _KINDS[found["kind"]])
    return Chord(start, length, classes, _pitch_class(found["bass"] or found["root"]))


def _pitch_class(name: str) -> int:
    return pitch(f"{name[0].lower()}{name[1:]}4") % 12


def moved(chords: Sequence[Chord], beats: float = 0, semitones: int = 0) -> list[Chord]:
    """The same chords later, or in another key."""
    return [
        Chord(
            chord.start + beats,
            chord.length,
            tuple((one + semitones) % 12 for one in chord.classes),
            (chord.bass + semitones) % 12,
        )
        for chord in chords
    ]


def voices(
    chords: Sequence[Chord], names: Sequence[tuple[str, str]], *, under: Line | None = None
) -> list[Line]:
    """A part for each compass in `names` (lowest and highest pitch), from the lowest part up.

    Of all ways to set the chords, the one that moves least, with no fifths or octaves in parallel
    and every third there, found by going through the chart once (Viterbi). The parts keep below
    the tune `under`, if one is given.
    """
    compasses = [(pitch(low), pitch(high)) for low, high in names]
    ways = [list(_settings(chord, compasses, _ceiling(chord, under))) for chord in chords]
    for chord, found in zip(chords, ways, strict=True):
        if not found:
            raise NotationError(f"the chord at beat {chord.start} has no room in {names}")
    best: list[_Scored] = [(_taste(way, chords[0]), (way,)) for way in ways[0]]
    for chord, options in zip(chords[1:], ways[1:], strict=True):
        best = [_reached(best, way, chord) for way in options]
    path = min(best)[1]
    return [_part(chords, [way[number] for way in path]) for number in range(len(compasses))]


_Way = tuple[int, ...]
_Scored = tuple[float, tuple[_Way, ...]]


def _settings(chord: Chord, compasses: Sequence[tuple[int, int]], top: int) -> Iterator[_Way]:
    """Every way to share a chord out, lowest part first."""
    low, high = compasses[0][0], max(top_of for _, top_of in compasses)
    tones = [p for p in range(low, min(high, top) + 1) if p % 12 in chord.classes]
    for way in combinations_with_replacement(tones, len(compasses)):
        fits = all(a <= p <= b for p, (a, b) in zip(way, compasses, strict=True))
        if fits and all(upper - lower <= 12 for lower, upper in pairwise(way)):
            yield way


def _ceiling(chord: Chord, tune: Line | None) -> int:
    """The highest pitch that is not above the tune while a chord sounds."""
    end = chord.start + chord.length
    notes = tune.notes if tune is not None else ()
    sounding = [n for n in notes if n.start < end and n.start + n.length > chord.start]
    return min((max(note.pitches) for note in sounding), default=127)


def _taste(way: _Way, chord: Chord) -> float:
    """How ill a setting sounds by itself."""
    there = {p % 12 for p in way} | {chord.bass}
    missing = [one for one in chord.classes if one not in there]
    third = len(chord.classes) > 2 and chord.classes[1] in missing
    unisons = len(way) - len(set(way))
    muddy = sum(upper - lower < 3 for lower, upper in pairwise(way) if lower < 52)
    return 12 * third + 4 * len(missing) + 6 * unisons + 5 * muddy


def _reached(best: Sequence[_Scored], way: _Way, chord: Chord) -> _Scored:
    """The cheapest path to a setting."""
    cost, path = min((cost + _motion(path[-1], way), path) for cost, path in best)
    return cost + _taste(way, chord), (*path, way)


def _motion(before: _Way, after: _Way) -> float:
    """How ill one setting follows another: leaps, and perfect intervals moved in parallel."""
    steps = [abs(b - a) for a, b in zip(before, after, strict=True)]
    leaps = float(sum(s + max(0, s - 4) ** 1.5 for s in steps))
    return leaps + 30 * len(parallels(before, after))


def parallels(before: _Way, after: _Way) -> list[tuple[int, int]]:
    """The pairs of parts that go from a fifth or octave to another one."""
    count = range(len(before))
    return [
        (i, j)
        for i in count
        for j in count[i + 1 :]
        if before[i] != after[i]
        and (before[j] - before[i]) % 12 in (0, 7)
        and (after[j] - after[i]) % 12 == (before[j] - before[i]) % 12
        and before[j] != before[i]
    ]


def _part(chords: Sequence[Chord], pitches: Sequence[int]) -> Line:
    notes: list[Note] = []
    for chord, one in zip(chords, pitches, strict=True):
        notes.append(Note(chord.start, chord.length, (one,), LOUDNESS["mp"]))
    return Line(tuple(notes), chords[-1].start + chords[-1].length)
