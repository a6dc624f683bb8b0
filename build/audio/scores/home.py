"""Home: a piano left open in a front room, and somebody who half remembers the call."""

from __future__ import annotations

from build.audio.music import instruments as band
from build.audio.music.harmony import chart, voices
from build.audio.music.notation import rests, tune
from build.audio.music.patterns import bass, held, picked
from build.audio.music.performance import Tempo
from build.audio.music.score import Part, Piece
from build.audio.room import FRONT_ROOM

_VERSE = "Bb | Gm | Eb Bb/D | F7 | Bb | Eb | Bb/F F7 | Bb"
_BRIDGE = "Gm | Cm | F7 | Bb | Eb | Bb/D | Cm F7 | Bb"
_CHORDS = chart(f"{_VERSE} | {_BRIDGE} | {_VERSE}")
_TUNE = tune("""
    p rh f4q. g4e | bb4h g4q. bb4e | d5q c5q bb4q a4q | c5w |
    mp rh f4q. g4e | < bb4h eb5q. d5e | mp d5q bb4q > c5q a4q | p bb4h. rq |
""")
_MIDDLE = tune("""
    mp d5q. bb4e d5h | c5q. eb5e g5h | mf f5q eb5q > c5q a4q | mp d5h. rq |
    eb5q. c5e eb5q g5q | f5q. d5e bb4h | > c5q. bb4e a4q c5q | p bb4h. rq |
""")


def piece() -> Piece:
    """The cue, 24 bars."""
    slower = {7: 0.95, 15: 0.9, 22: 0.94, 23: 0.86}
    return Piece("home", Tempo(80, slower=slower, swing=0.54), 24, _parts(), FRONT_ROOM)


def _parts() -> list[Part]:
    inner = voices(_CHORDS, [("d3", "bb3"), ("f3", "d4"), ("bb3", "f4")])
    clarinet = rests(64).then(_TUNE.moved(semitones=-12, louder=-6))
    return [
        Part("piano left", band.PIANO, picked(_CHORDS, inner, lowest="bb1", loudness=50)),
        Part("piano right", band.PIANO, _TUNE.then(rests(32), _TUNE.moved(louder=-4))),
        Part("mouth organ", band.MOUTH_ORGAN, rests(32).then(_MIDDLE, rests(32)), -2),
        Part("clarinet", band.CLARINET, clarinet, -3),
        Part("bass", band.DOUBLE_BASS, bass(_CHORDS, leading=False, loudness=56), -3),
        *(
            Part(f"inner {n}", band.SOFT_GUITAR, line, -9)
            for n, line in enumerate(held(inner[:2], 40))
        ),
    ]
