"""What accompanies: patterns that turn chords into parts for guitar, piano, bass and drums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from build.audio.music.harmony import Chord
from build.audio.music.notation import LOUDNESS, Line, Note, pitch

KIT: Mapping[str, tuple[int, float]] = {
    "B": (36, 4),
    "b": (36, -14),
    "S": (38, 0),
    "s": (38, -20),
    "t": (38, -32),
    "r": (37, -10),
    "h": (42, -16),
    "o": (46, -16),
    "C": (49, -14),
    "w": (76, -12),
    "W": (77, -8),
    "m": (54, -22),
}
"""Letters of a drummer's pattern: the key of General MIDI's kit, and how loud it is struck."""


def drumming(pattern: str, bars: int, *, metre: float = 4, loudness: float = 64) -> Line:
    """A pattern's bars, one after the other and again, for so many bars.

    The letters of a bar share it equally; `.` is a rest and `|` stands between bars.
    """
    written = [bar.replace(" ", "") for bar in pattern.split("|") if bar.strip()]
    notes = []
    for number in range(bars):
        bar = written[number % len(written)]
        step = metre / len(bar)
        for place, letter in enumerate(bar):
            if letter != ".":
                key, louder = KIT[letter]
                at = number * metre + place * step
                notes.append(Note(at, min(step, 0.5), (key,), loudness + louder))
    return Line(tuple(notes), bars * metre)


def _beats(chord: Chord) -> Iterator[int]:
    """The whole beats that begin while a chord sounds."""
    first = -int(-chord.start // 1)
    yield from range(first, -int(-(chord.start + chord.length) // 1))


def _near(wanted: int, around: int, lowest: int) -> int:
    """The pitch of a class that is nearest to a pitch, and not too low."""
    options = [p for p in range(lowest, lowest + 24) if p % 12 == wanted]
    return min(options, key=lambda p: abs(p - around))


def bass(
    chords: Sequence[Chord],
    *,
    lowest: str = "e1",
    metre: int = 4,
    loudness: float = LOUDNESS["mf"],
    leading: bool = True,
) -> Line:
    """Two beats in a bar: the chord's bass and its fifth; a step leads into the next chord.

    In three there is one beat in the bar.
    """
    floor = pitch(lowest)
    notes: list[Note] = []
    last = floor + 7
    for chord, following in pairwise([*chords, chords[0]]):
        last = root = _near(chord.bass, last, floor)
        fifth = _near((chord.classes[0] + 7) % 12, root, floor)
        for beat in _beats(chord):
            place = beat % metre
            if place == 0 or beat == chord.start:
                notes.append(Note(beat, 1.6, (root,), loudness))
            elif metre == 4 and place == 2:
                notes.append(Note(beat, 1.6, (fifth,), loudness - 6))
        end = chord.start + chord.length
        if leading and chord.length >= metre and following.bass != chord.bass:
            target = _near(following.bass, root, floor)
            step = -2 if target > root else 2
            if abs(target - root) > 2:
                notes[-1] = notes[-1]._replace(length=0.9)
                notes.append(Note(end - 1, 0.9, (target + step,), loudness - 8))
    end = chords[-1].start + chords[-1].length
    kept = [note for note in notes if note.pitches[0] >= floor]
    return Line(tuple(sorted(kept)), end)


def strummed(
    chords: Sequence[Chord],
    inner: Sequence[Line],
    *,
    lowest: str = "e2",
    metre: int = 4,
    loudness: float = 62,
    push: bool = False,
) -> Line:
    """Bass on the strong beats and the chord after them: boom-chuck in four, a waltz in three.

    `inner` are the voices of the chord. With `push` an upstroke follows each second chord.
    """
    floor = pitch(lowest)
    notes: list[Note] = []
    for number, chord in enumerate(chords):
        hand = tuple(sorted({line.notes[number].pitches[0] for line in inner}))
        root = _near(chord.bass, floor + 7, floor)
        other = _near((chord.classes[0] + 7) % 12, root - 4, floor)
        for beat in _beats(chord):
            place = beat % metre
            if place == 0 or (metre == 4 and place == 2):
                low = root if place == 0 or chord.length < metre else other
                notes.append(Note(beat, 0.95, (low,), loudness + 6))
            else:
                notes.append(Note(beat, 0.7, hand, loudness))
                if push and place == metre - 1:
                    notes.append(Note(beat + 0.5, 0.35, hand[-3:], loudness - 14))
    return Line(tuple(notes), chords[-1].start + chords[-1].length)


def picked(
    chords: Sequence[Chord],
    inner: Sequence[Line],
    *,
    lowest: str = "e2",
    order: str = "0.2.1.3.",
    loudness: float = 60,
    metre: int = 4,
) -> Line:
    """Fingers on single strings: `order` names a string for each share of a bar, 0 the bass."""
    floor = pitch(lowest)
    notes: list[Note] = []
    step = metre / len(order)
    for number, chord in enumerate(chords):
        hand = [line.notes[number].pitches[0] for line in inner]
        strings = [_near(chord.bass, floor + 7, floor), *hand]
        at = chord.start
        while at < chord.start + chord.length - 0.01:
            letter = order[round(at % metre / step) % len(order)]
            if at == chord.start:
                notes.append(Note(at, 1.8, (strings[0],), loudness + 6))
            elif letter != ".":
                one = strings[int(letter) % len(strings)]
                notes.append(Note(at, 1.4, (one,), loudness + (3 if letter == "0" else 0)))
            at += step
    return Line(tuple(notes), chords[-1].start + chords[-1].length)


def held(parts: Sequence[Line], loudness: float) -> list[Line]:
    """Voices that stay where the next chord has the same pitch, as singers do, for two bars."""
    return [_joined(part, loudness) for part in parts]


def _joined(part: Line, loudness: float) -> Line:
    notes: list[Note] = []
    for note in part.notes:
        last = notes[-1] if notes else None
        touches = last is not None and abs(last.start + last.length - note.start) < 0.01
        if last is not None and touches and last.pitches == note.pitches and last.length < 8:
            notes[-1] = last._replace(length=last.length + note.length)
        else:
            notes.append(note._replace(loudness=loudness))
    return Line(tuple(notes), part.beats)


def afterbeats(
    chords: Sequence[Chord], inner: Sequence[Line], *, loudness: float = 56, metre: int = 4
) -> list[Line]:
    """What horns and concertinas play in a march: the chord, short, on the second and last beat."""
    wanted = (1, 3) if metre == 4 else (1, 2)
    parts: list[list[Note]] = [[] for _ in inner]
    for number, chord in enumerate(chords):
        for beat in _beats(chord):
            if beat % metre in wanted:
                for part, line in zip(parts, inner, strict=True):
                    pitches = line.notes[number].pitches
                    part.append(Note(beat, 0.8, pitches, loudness, short=True))
    return [Line(tuple(part), chords[-1].start + chords[-1].length) for part in parts]
