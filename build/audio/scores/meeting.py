"""Meeting: a side drum, low brass holding its breath, the four notes in the minor, unanswered."""

from __future__ import annotations

from build.audio.music import instruments as band
from build.audio.music.harmony import chart, voices
from build.audio.music.notation import Line, Note, rests, tune
from build.audio.music.patterns import bass, drumming, held
from build.audio.music.performance import Tempo
from build.audio.music.score import Part, Piece
from build.audio.room import SHED

_FIRST = "Dm | Dm | Gm | A7 | Dm | Bb | Gm A7 | Dm"
_SECOND = "F | C/E | Bb/D | F/C | Gm | Dm/F | A7 | A7"
_CHORDS = chart(f"{_FIRST} | {_SECOND} | {_FIRST}")
_RISE = tune("""
    mp a3q. bb3e d4h | bb3q. d4e f4h | < g4q f4q e4q d4q | mf > e4h. rq |
    mp a3q. bb3e d4h | < bb3q. d4e f4q g4q | mf a4q. g4e > f4q e4q | mp d4h. rq |
""")
_ASK = tune("""
    mf c5q. a4e f4h | g4q. e4e c4h | < d4q f4q bb4q. a4e | f a4h. rq |
    bb4q. g4e d5h | a4q. f4e d4h | > e4q. f4e g4q e4q | mp c#4h. rq |
""")
_UNDER = tune("""
    p d3w | d3w | bb2h d3h | e3h. rq | f3w | d3h f3h | g3h e3h | d3h. rq |
""")


def piece() -> Piece:
    """The cue, 24 bars."""
    return Piece("meeting", Tempo(84, slower={15: 0.96, 23: 0.92}), 24, _parts(), SHED)


def _parts() -> list[Part]:
    inner = voices(_CHORDS, [("d3", "a3"), ("f3", "d4"), ("a3", "f4")])
    chords = held(inner, 46)
    drums = drumming("........ | ......t.", 4, loudness=50).then(
        drumming("t...t.tt | t.t.tttt", 12, loudness=54),
        drumming("b..t.t.t | b.t.ttss", 8, loudness=56),
    )
    return [
        Part("horn", band.HORN, _RISE.then(rests(32), _RISE.moved(louder=6))),
        Part("second trombone", band.TROMBONE, rests(64).then(_UNDER.moved(louder=8)), -4),
        Part("muted cornet", band.MUTED_CORNET, rests(32).then(_ASK, rests(32))),
        Part("trombone", band.TROMBONE, rests(32).then(_last(chords[0].notes, 32, 64)), -4),
        Part("euphonium", band.EUPHONIUM, _UNDER.then(_UNDER.moved(semitones=0), _UNDER), -2),
        Part("bowed bass", band.BOWED_BASS, bass(_CHORDS, leading=False, loudness=58)),
        Part("concertina", band.CONCERTINA, chords[2], -9),
        Part("drums", band.DRUMS, drums),
    ]


def _last(notes: tuple[Note, ...], first: float, end: float) -> Line:
    """The notes between two beats, and rest after them."""
    kept = tuple(n.moved(-first) for n in notes if first <= n.start and n.start + n.length <= end)
    return Line(kept, 64)
