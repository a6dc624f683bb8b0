"""Short sounds: what the window itself sounds like, and what is heard once in a scene.

The window's are a printer's: wood type, a roller, paper, a hand on a bench.
"""

from __future__ import annotations

import numpy as np

from build.audio.places.inside import chair, till
from build.audio.room import FRONT_ROOM, SHED, Room, heard_in
from build.audio.signals import Samples, band, frames, gain, padded, place, seeded
from build.audio.sources import crowd, footsteps, puff, quiet_tail, struck


def _two(sound: Samples, room: Room | None = None, share: float = 0.25) -> Samples:
    """In two channels, with what a room answers, and an end that is silent."""
    mix = np.stack([sound, sound], axis=1) if sound.ndim == 1 else sound
    if room is not None:
        longer = padded(mix, len(mix) + frames(room.seconds * 0.5))
        mix = longer + heard_in(padded(longer, len(longer) * 2), room)[: len(longer)] * share
    return quiet_tail(mix, 0.06)


def focus() -> Samples:
    """A piece of wood type set down."""
    return _two(padded(struck(seeded("focus"), [1180, 2760], 0.07, 85, 0.35), frames(0.12)))


def choose() -> Samples:
    """The bed of the press closing: two woods and a little iron."""
    rng = seeded("choose")
    sound = padded(struck(rng, [330, 790, 1490], 0.16, 30, 0.6), frames(0.32))
    second = struck(rng, [520, 1240], 0.12, 42, 0.4)
    sound[frames(0.055) : frames(0.055) + len(second)] += second * 0.7
    return _two(sound, FRONT_ROOM, 0.12)


def page() -> Samples:
    """A sheet taken off the pile."""
    rng = seeded("page")
    sound = padded(puff(rng, 0.26, band(1400, 8500, 1), 0.35) * 0.5, frames(0.4))
    edge = puff(rng, 0.08, band(3000, 11000, 1), 0.1)
    sound[frames(0.2) : frames(0.2) + len(edge)] += edge * 0.5
    return _two(sound)


def hand() -> Samples:
    """A sleeve, and a seat that gives."""
    rng = seeded("hand")
    sound = padded(puff(rng, 0.22, band(500, 3200, 1), 0.4) * 0.6, frames(0.45))
    creak = struck(rng, [210, 560], 0.14, 28, 0.25)
    sound[frames(0.1) : frames(0.1) + len(creak)] += creak * 0.5
    return _two(sound, FRONT_ROOM, 0.12)


def hands_up() -> Samples:
    """A hall putting its hands up."""
    rng, mix = seeded("hands_up"), np.zeros((frames(2.4), 2))
    for _ in range(60):
        at, pan = rng.triangular(0.05, 0.6, 1.6), rng.uniform(-0.9, 0.9)
        place(mix, puff(rng, rng.uniform(0.16, 0.34), band(450, 3400, 1), 0.4), at, pan, 0.12)
    for _ in range(7):
        place(mix, chair(), rng.uniform(0.2, 1.5), rng.uniform(-0.9, 0.9), 0.1)
    return _two(quiet_tail(mix, 0.5), SHED, 0.3)


def chairs() -> Samples:
    """A hall getting up."""
    rng, mix = seeded("chairs_all"), np.zeros((frames(3.4), 2))
    for _ in range(34):
        place(
            mix,
            chair(),
            rng.triangular(0.0, 0.7, 2.4),
            rng.uniform(-0.9, 0.9),
            rng.uniform(0.1, 0.4),
        )
    place(mix, footsteps(rng, 5, 0.4), 1.2, 0.2, 0.2)
    return _two(quiet_tail(mix, 0.8), SHED, 0.3)


def murmur() -> Samples:
    """A hall that has heard something."""
    count = frames(4)
    mix = crowd(count, seeded("murmur"), 36, male=0.7)
    u = np.linspace(0, 1, count)
    shape = np.minimum(1, u * 5) * (1 - u) ** 1.2
    return _two(mix * shape[:, None] * 0.4, SHED, 0.3)


def gavel() -> Samples:
    """Three knocks on a trestle."""
    rng, sound = seeded("gavel"), np.zeros(frames(1.6))
    for number in range(3):
        knock = struck(rng, [240, 610, 1180], 0.3, 20, 0.8)
        at = frames(0.42 * number)
        sound[at : at + len(knock)] += knock
    return _two(sound, SHED, 0.4)


def door() -> Samples:
    """A bar door: hinge, boots, the spring closing it."""
    rng, sound = seeded("door"), np.zeros(frames(1.8))
    for at, part, level in (
        (0.0, puff(rng, 0.5, band(500, 2200, 2), 0.3), 0.4),
        (0.25, footsteps(rng, 2, 0.3), 0.6),
        (1.0, struck(rng, [120, 310, 780], 0.4, 14, 0.9), 0.9),
    ):
        start = frames(at)
        sound[start : start + len(part)] += part[: len(sound) - start] * level
    return _two(sound, FRONT_ROOM, 0.3)


def drawer() -> Samples:
    """The till."""
    return _two(till() * gain(-3), FRONT_ROOM, 0.25)
