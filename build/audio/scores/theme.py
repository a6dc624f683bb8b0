"""The theme: what a band of wharfies could play on a truck, from one concertina to everybody."""

from __future__ import annotations

from build.audio.music import instruments as band
from build.audio.music.harmony import chart, moved, voices
from build.audio.music.notation import Line, rests, together, tune
from build.audio.music.patterns import afterbeats, bass, drumming, held, strummed
from build.audio.music.performance import Tempo
from build.audio.music.score import Part, Piece
from build.audio.scores.tune import CALL, CALL_CHORDS, RISE, RISE_CHORDS, TENOR

_VAMP = "F | F | Bb C7 | F"
_CHORDS = chart(f"{_VAMP} | {RISE_CHORDS} | {RISE_CHORDS} | {CALL_CHORDS} | {RISE_CHORDS}")
_WAIT, _VERSE = rests(16), rests(32)

_FIGURE = tune("p c4q. a3e c4h | rw | < bb3q. g3e bb3q g3q | mp a3h. rq |")
"""What the concertina tries over before it begins: the call, an octave down."""

_ANSWER = tune("""
    rh mf c4q. a3e | rh bb3q. g3e | rw | rh c3q d3q |
    rh c4q. a3e | rh f d4q. bb3e | mf c4h bb3q. g3e | a3q c4q f3h |
""")
"""The low brass answers the call in the time that it holds its note."""

_SECOND = tune("""
    mp a4q. f4e a4h | g4q. e4e g4h | > f4q d4q bb3q d4q | e4h. rq |
    mf a4q. f4e < a4q f4q | f g4q. a4e bb4h | a4q f4q > e4q. c4e | mf c4h. rq |
""")
_SECOND_RISE = tune("""
    mf a3q. bb3e c4h | a3q. d4e f4h | f f4q f4q e4q c4q | e4h. rq |
    mf a3q. bb3e c4h | f bb3q. d4e f4h | f4q. e4e d4q c4q | a3h. rq |
""")
_DESCANT = tune("""
    mf rh c5h | a4h d5h | f d5q c5q bb4q a4q | c5q. d5e e5h |
    mf rh a4h | bb4h d5q. f5e | f f5q. e5e d5q c5q | c5q a4q f4h |
""")


def piece() -> Piece:
    """The theme, 36 bars."""
    return Piece("theme", Tempo(98, slower={3: 0.97, 27: 0.97, 34: 0.95, 35: 0.9}), 36, _parts())


def _parts() -> list[Part]:
    inner = voices(_CHORDS, [("f3", "c4"), ("a3", "f4"), ("c4", "a4")])
    return [
        Part("concertina", band.CONCERTINA, _concertina(inner)),
        Part("guitar", band.GUITAR, strummed(_CHORDS, inner, push=True, loudness=58), -3),
        Part("cornet", band.CORNET, _cornet()),
        Part("second cornet", band.SECOND_CORNET, _second()),
        *_horns(),
        Part("trombone", band.TROMBONE, _VERSE.then(_WAIT, rests(32), _ANSWER, _last(TENOR))),
        Part(
            "euphonium", band.EUPHONIUM, _WAIT.then(_VERSE, TENOR, rests(32), TENOR.moved(louder=6))
        ),
        Part("tuba", band.TUBA, _tuba()),
        Part("voices", band.VOICES, rests(112).then(RISE.moved(semitones=0, louder=8)), 3),
        Part("drums", band.DRUMS, _drums(), -1),
    ]


def _last(line: Line) -> Line:
    return line.moved(louder=4)


def _concertina(inner: list[Line]) -> Line:
    """Alone, then with the tune, then under the cornet, then in among them."""
    first = _FIGURE.then(RISE.moved(louder=6))
    off = together(*afterbeats(_CHORDS[13:22], [_cut(line, 13, 22) for line in inner]))
    rest = together(*afterbeats(_CHORDS[22:32], [_cut(line, 22, 32) for line in inner]))
    last = rests(112).then(RISE.moved(semitones=12, louder=-4))
    return together(first, off, rest, last)


def _cut(line: Line, first: int, last: int) -> Line:
    return Line(line.notes[first:last], line.beats)


def _cornet() -> Line:
    return _WAIT.then(_VERSE, RISE, CALL, _DESCANT_OR_TUNE)


_DESCANT_OR_TUNE = RISE.moved(semitones=12, louder=10)._replace(beats=32)


def _second() -> Line:
    return _WAIT.then(_VERSE, rests(32), _SECOND, _SECOND_RISE.moved(semitones=0))


def _horns() -> list[Part]:
    """Two horns hold the chord: from the second half of the first verse on."""
    chords = moved(chart(RISE_CHORDS)[5:], -16)
    soft = held(voices(chords, [("f3", "c4"), ("a3", "e4")]), 48)
    full = chart(f"{RISE_CHORDS} | {CALL_CHORDS} | {RISE_CHORDS}")
    loud = held(voices(full, [("f3", "c4"), ("a3", "e4")]), 62)
    lines = [rests(32).then(a, b) for a, b in zip(soft, loud, strict=True)]
    names = ("first horn", "second horn")
    return [Part(n, band.HORN, line) for n, line in zip(names, reversed(lines), strict=True)]


def _tuba() -> Line:
    return bass(_CHORDS, lowest="c2", loudness=66)


def _drums() -> Line:
    light = drumming("b...t.t. | b...t.tt", 12, loudness=54)
    march = drumming("B.t.s.tt | B.t.s.t. | B.t.s.tt | B.tts.ss", 16, loudness=58)
    full = drumming("B.t.S.ts | B.t.S.t. | B.t.S.ts | B.ssS.SS", 7, loudness=64)
    end = drumming("B...s.ss ttttssSS", 1, loudness=62)
    return light.then(march, full, end)
