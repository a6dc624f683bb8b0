"""The band: what each plays on, from where in the room, and what it can reach.

Programs are those of General MIDI. The compass is written as a player would know it; a score that
leaves it is refused.
"""

from __future__ import annotations

from typing import NamedTuple

from build.audio.music.notation import pitch
from build.audio.signals import Curve, band, high, low, peak, shelf


class Instrument(NamedTuple):
    """One desk of the band.

    `pan` goes from -1 to 1, `hall` is the share that goes to the room, `late` milliseconds behind
    the beat, `colour` how its sound is filtered. `breath`: it swells on long notes and breathes;
    `vibrato` how far it does so then, from 0 to 127; `strum` milliseconds from string to string.
    """

    program: int
    lowest: str
    highest: str
    pan: float = 0.0
    level: float = 0.0
    hall: float = 0.3
    late: float = 0.0
    colour: Curve | None = None
    breath: bool = False
    vibrato: int = 0
    strum: float = 0.0
    drums: bool = False

    def reaches(self, one: int) -> bool:
        """True if it has the pitch."""
        return self.drums or pitch(self.lowest) <= one <= pitch(self.highest)


CORNET = Instrument(56, "e3", "c6", -0.18, -2, 0.42, 4, shelf(3500, -7), breath=True, vibrato=10)
SECOND_CORNET = CORNET._replace(pan=-0.4, level=-4.0, late=7, vibrato=6)
MUTED_CORNET = Instrument(59, "e3", "c6", 0.3, -6, 0.5, 6, shelf(4500, -4), breath=True, vibrato=12)
HORN = Instrument(60, "b2", "f5", -0.5, -3, 0.55, 6, shelf(2500, -4), breath=True)
TROMBONE = Instrument(57, "e2", "c5", 0.45, -3, 0.42, 5, shelf(2800, -6), breath=True, vibrato=4)
EUPHONIUM = Instrument(57, "e2", "bb4", 0.25, -4, 0.45, 8, low(1500, 1.5), breath=True, vibrato=8)
TUBA = Instrument(58, "d1", "f4", 0.1, 0, 0.35, 3, low(1800), breath=True)
CONCERTINA = Instrument(23, "c3", "c6", 0.28, -3, 0.25, 2, high(180), breath=True)
MOUTH_ORGAN = Instrument(
    22, "c4", "c7", 0.2, -5, 0.32, 14, lambda f: shelf(5000, -5)(f) * high(250)(f), breath=True,
    vibrato=22,
)  # fmt: skip
GUITAR = Instrument(25, "e2", "e5", -0.35, 0, 0.18, 0, high(90), strum=11)
SOFT_GUITAR = Instrument(24, "e2", "e5", -0.25, 1, 0.25, 0, high(80), strum=14)
PIANO = Instrument(
    1, "a0", "c8", -0.1, 0, 0.22, 0,
    lambda f: shelf(4000, -6)(f) * peak(900, 0.8, 2)(f) * high(60)(f), strum=4,
)  # fmt: skip
"""An upright in a front room: less treble, more box."""
DOUBLE_BASS = Instrument(32, "e1", "g3", 0.05, 2, 0.12, -3, low(2500))
BOWED_BASS = Instrument(43, "e1", "g3", 0.15, -3, 0.4, 8, low(1600), breath=True)
VOICES = Instrument(53, "f2", "f5", 0.0, -5, 0.6, 10, band(120, 3500, 1), breath=True)
CLARINET = Instrument(71, "d3", "g6", 0.4, -5, 0.45, 6, shelf(3500, -4), breath=True, vibrato=6)
FIDDLE = Instrument(110, "g3", "e7", -0.45, -7, 0.4, 8, shelf(3500, -6), breath=True, vibrato=14)
DRUMS = Instrument(48, "a0", "c8", 0.12, -2, 0.4, 0, low(9000, 1), drums=True)
"""A band's side drum, bass drum and cymbals: the orchestra's kit."""
BRUSHES = Instrument(40, "a0", "c8", 0.18, -4, 0.3, 2, low(8000, 1), drums=True)
