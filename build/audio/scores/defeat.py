"""Defeat: the rise turned over, falling; a euphonium alone, then the horns, then nothing."""

from __future__ import annotations

from build.audio.music import instruments as band
from build.audio.music.harmony import chart, voices
from build.audio.music.notation import Line, rests, tune
from build.audio.music.patterns import held, picked
from build.audio.music.performance import Tempo
from build.audio.music.score import Part, Piece
from build.audio.room import HALL

_CHORDS = chart(
    "Dm | Bb | Gm | A7 | Dm/F | Gm | Dm/A A7 | Dm | Bb | F/A | Gm | Dm/F | Eb | Bb/D | A7 | Dm"
)
_FALL = tune("""
    p f4q. e4e d4h | d4q. c4e bb3h | mp bb3q d4q c4q bb3q | > a3h. rq |
    p f4q. e4e d4h | < g4q. f4e d4h | mp f4q. e4e > d4q c#4q | p d4h. rq |
""")
_MORE = tune("""
    mp d4q. f4e bb4h | a4q. f4e c4h | > bb3q d4q g4q. f4e | mp f4h. rq |
    g4q. eb4e bb3h | f4q. d4e bb3h | > c#4q. d4e e4q c#4q | p d4h. rq |
""")


def piece() -> Piece:
    """The cue, 16 bars."""
    slower = {7: 0.9, 14: 0.94, 15: 0.85}
    return Piece("defeat", Tempo(60, slower=slower), 16, _parts(), HALL)


def _parts() -> list[Part]:
    inner = voices(_CHORDS, [("d3", "a3"), ("f3", "d4"), ("a3", "f4")])
    soft = held(inner, 38)
    names = ("first horn", "second horn", "third horn")
    return [
        Part("euphonium", band.EUPHONIUM, _FALL.then(rests(32)), 2),
        Part("cornet", band.CORNET, rests(32).then(_MORE), -3),
        Part(
            "piano", band.PIANO, picked(_CHORDS, inner, lowest="d2", order="0...2...", loudness=40)
        ),
        *(
            Part(name, band.HORN, _late(line), -4)
            for name, line in zip(names, reversed(soft), strict=True)
        ),
    ]


def _late(line: Line) -> Line:
    """From the fifth bar on: at first nobody joins in."""
    return Line(tuple(note for note in line.notes if note.start >= 16), line.beats)
