"""After: the theme slowly, on a verandah; the last bar waits for the first."""

from __future__ import annotations

from build.audio.music import instruments as band
from build.audio.music.harmony import chart, voices
from build.audio.music.notation import Line, rests
from build.audio.music.patterns import bass, held, picked
from build.audio.music.performance import Tempo
from build.audio.music.score import Part, Piece
from build.audio.room import VERANDAH
from build.audio.scores.tune import CALL, CALL_CHORDS, RISE, RISE_CHORDS, TENOR

_CHORDS = chart(f"{RISE_CHORDS} | {CALL_CHORDS} | {RISE_CHORDS}")


def piece() -> Piece:
    """The cue, 24 bars."""
    slower = {7: 0.96, 15: 0.94, 22: 0.95, 23: 0.84}
    return Piece("after", Tempo(76, slower=slower, swing=0.56), 24, _parts(), VERANDAH)


def _parts() -> list[Part]:
    inner = voices(_CHORDS, [("f3", "c4"), ("a3", "f4"), ("c4", "a4")])
    guitar = picked(_CHORDS, inner, order="0.1.2.3.2.1.3.2.", loudness=52)
    return [
        Part("guitar", band.SOFT_GUITAR, guitar),
        Part("mouth organ", band.MOUTH_ORGAN, RISE.moved(semitones=12, louder=-6).then(rests(64))),
        Part("concertina", band.CONCERTINA, rests(32).then(CALL.moved(louder=-10), rests(32)), -2),
        Part("voices", band.VOICES, rests(64).then(RISE.moved(louder=2)), 0),
        Part("euphonium", band.EUPHONIUM, rests(64).then(TENOR.moved(louder=-8)), -3),
        Part("bass", band.DOUBLE_BASS, _from(bass(_CHORDS, loudness=58), 32), -2),
        Part("horn", band.HORN, _from(held(inner[:1], 40)[0], 64), -4),
    ]


def _from(line: Line, beat: float) -> Line:
    return Line(tuple(note for note in line.notes if note.start >= beat), line.beats)
