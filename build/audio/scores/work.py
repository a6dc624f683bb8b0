"""Work: the rise on a mouth organ over a guitar that walks, as one whistles going down a ladder."""

from __future__ import annotations

from build.audio.music import instruments as band
from build.audio.music.harmony import chart, voices
from build.audio.music.notation import Line, rests, together, tune
from build.audio.music.patterns import afterbeats, bass, drumming, strummed
from build.audio.music.performance import Tempo
from build.audio.music.score import Part, Piece
from build.audio.room import VERANDAH
from build.audio.scores.tune import CALL_CHORDS, RISE, RISE_CHORDS

_CHORDS = chart(f"F | F C7 | {RISE_CHORDS} | {CALL_CHORDS} | {RISE_CHORDS} | Bb | F | C7 | F")
_TURN = tune("mf f5q. e5e d5h | c5q. a4e f4h | mp g4q a4q bb4q g4q | f4h. rq |")
_RIFF = tune("""
    mp f3e a3e c4e a3e f3e a3e c4q | g3e bb3e d4e bb3e a3q rq |
    f3e a3e c4e a3e d4q c4q | e3e g3e bb3e g3e c4h |
""")


def piece() -> Piece:
    """The cue, 30 bars."""
    return Piece("work", Tempo(112, slower={29: 0.95}, swing=0.6), 30, _parts(), VERANDAH)


def _parts() -> list[Part]:
    inner = voices(_CHORDS, [("f3", "c4"), ("a3", "f4"), ("c4", "a4")])
    off = together(*afterbeats(_CHORDS, inner, loudness=46))
    return [
        Part("guitar", band.GUITAR, strummed(_CHORDS, inner, push=True, loudness=60)),
        Part("bass", band.DOUBLE_BASS, bass(_CHORDS)),
        Part("mouth organ", band.MOUTH_ORGAN, _tune()),
        Part("second guitar", band.SOFT_GUITAR, rests(40).then(_RIFF, _RIFF, rests(48)), -2),
        Part("concertina", band.CONCERTINA, _from(off, 72), -4),
        Part("brushes", band.BRUSHES, drumming("t.s.t.s. | t.s.t.ss", 30, loudness=58)),
    ]


def _tune() -> Line:
    return rests(8).then(RISE.moved(semitones=12), rests(32), RISE.moved(semitones=12), _TURN)


def _from(line: Line, beat: float) -> Line:
    return Line(tuple(note for note in line.notes if note.start >= beat), line.beats)
