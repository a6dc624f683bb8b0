"""Places under the sky: wharf, street, pit top, camp."""

from __future__ import annotations

import numpy as np

from build.audio.signals import RATE, Samples, band, frames, place, seeded
from build.audio.sources import (
    bed,
    cricket,
    engine,
    footsteps,
    frog,
    gull,
    magpie,
    puff,
    scattered,
    shunt,
    struck,
    swelling,
    throat,
)


def wharf() -> Samples:
    """The sea at the piles, a winch, steel put down, gulls, somebody whistling two notes."""
    rng, count = seeded("wharf"), frames(36)
    mix = bed(count, rng, band(70, 1400, 0.8), 0.30) * (0.35 + swelling(count, 6, 2))
    mix += bed(count, rng, band(900, 6500, 0.9), 0.06) * swelling(count, 6, 5, -0.14)
    scattered(mix, rng, 0.2, lambda: gull(rng), (0.05, 0.22))
    scattered(mix, rng, 1.0, lambda: puff(rng, 0.5, band(250, 1100, 1)), (0.06, 0.2))
    for at, pan in ((3.5, -0.4), (15.2, 0.3), (27.0, -0.1)):
        place(mix, _winch(), at, pan, 0.16)
    for at in (6.9, 18.5, 30.6):
        steel = struck(rng, [rng.uniform(230, 330), 741, 1420, 2210], 1.8, 3.6, 0.6)
        place(mix, steel, at, rng.uniform(-0.5, 0.5), 0.34)
        place(mix, struck(rng, [62, 124], 0.5, 9, 0.2), at, 0, 0.4)
    place(mix, _whistle(), 22.0, 0.5, 0.09)
    return mix


def _winch() -> Samples:
    """Runs up, holds, and stops."""
    rng, count = seeded("winch"), frames(3.2)
    u = np.linspace(0, 1, count)
    speed = 26 + 30 * np.minimum(1, u * 4) * np.minimum(1, (1 - u) * 6)
    turn = 2 * np.pi * np.cumsum(speed) / RATE
    teeth = np.sign(np.sin(turn * 7)) * 0.4 + np.sin(turn) + 0.6 * np.sin(turn * 2)
    grind = teeth + 0.5 * rng.standard_normal(count)
    loud: Samples = grind * np.minimum(1, u * 12) * np.minimum(1, (1 - u) * 9)
    return loud


def _whistle() -> Samples:
    """A fourth, down and up again."""
    notes = []
    for hertz, seconds in ((1568, 0.4), (1175, 0.7), (1568, 0.9)):
        u = np.linspace(0, 1, frames(seconds))
        shake = 1 + 0.008 * np.sin(2 * np.pi * 5.5 * u * seconds)
        turn = 2 * np.pi * np.cumsum(hertz * shake) / RATE
        notes.append(np.sin(turn) * np.sin(np.pi * u) ** 0.5)
    return np.concatenate(notes)


def street() -> Samples:
    """A coal train over the crossing, a car, people passing."""
    rng, count = seeded("street"), frames(34)
    mix = bed(count, rng, band(80, 900, 0.9), 0.10)
    mix += bed(count, rng, band(1500, 6000, 1), 0.02)
    rails = np.zeros((count, 2))
    for number in range(28):
        at = 2 + number * 0.62
        for gap in (0.0, 0.17):
            joint = struck(rng, [rng.uniform(150, 180), 430, 1130], 0.4, 13, 0.6)
            near = np.sin(np.pi * (number + 1) / 29) ** 1.5
            place(rails, joint, at + gap, -0.7 + 1.4 * number / 28, 0.20 * near)
    roll = bed(count, rng, band(50, 600, 1), 0.5) * _passing(count, 10.5, 6)
    mix += rails + roll
    car = engine(count, rng, 46)[:, None] * _passing(count, 26, 2.4) * 0.16
    mix += car + bed(count, rng, band(400, 3000, 1), 0.12) * _passing(count, 26, 2.0)
    for at, pan in ((0.6, -0.6), (22.5, 0.5), (30.2, 0.1)):
        place(mix, footsteps(rng, 7, 0.52), at, pan, 0.14)
    place(mix, throat(frames(5), rng) * 3, 23.0, 0.4, 0.12)
    return mix


def _passing(count: int, middle: float, width: float) -> Samples:
    """Louder while something goes by, around the loop."""
    t = np.arange(count) / RATE
    length = count / RATE
    off = np.minimum(np.abs(t - middle), length - np.abs(t - middle))
    shape: Samples = np.exp(-((off / width) ** 2))
    return shape[:, None]


def pit_top() -> Samples:
    """The fan that never stops, skips tipped, a bell for the cage, boots."""
    rng, count = seeded("pit_top"), frames(32)
    mix: Samples = engine(count, rng, 31)[:, None] * np.array([0.10, 0.08])
    mix = mix + bed(count, rng, band(120, 700, 1), 0.26) * (0.8 + 0.2 * swelling(count, 9, 1))
    for at in (5.0, 16.4, 27.3):
        place(mix, shunt(rng), at, rng.uniform(-0.6, 0.6), 0.22)
    for at in (2.0, 2.6, 21.0, 21.6, 22.2):
        place(mix, struck(rng, [1180, 2960, 4410], 1.6, 3.2, 0.1), at, 0.35, 0.10)
    for at, pan in ((9.0, -0.5), (12.2, 0.2), (24.5, 0.6)):
        place(mix, footsteps(rng, 9, 0.48), at, pan, 0.15)
    coal = bed(count, rng, band(700, 5200, 1), 0.3)
    mix += coal * _passing(count, 18.5, 1.1) + coal * _passing(count, 29.5, 0.9) * 0.7
    return mix


def bush_camp() -> Samples:
    """She-oaks, frogs in the lagoon, crickets, a fire, a magpie early."""
    rng, count = seeded("bush_camp"), frames(38)
    mix = bed(count, rng, band(900, 5200, 0.8), 0.10) * (0.3 + swelling(count, 3, 1.5))
    mix += bed(count, rng, band(60, 240, 1), 0.05)
    scattered(mix, rng, 2.2, lambda: cricket(rng), (0.015, 0.05))
    scattered(mix, rng, 0.55, lambda: frog(rng), (0.05, 0.2))
    scattered(
        mix, rng, 5.0, lambda: struck(rng, [rng.uniform(900, 2600)], 0.03, 160, 0.9), (0.02, 0.2)
    )
    scattered(mix, rng, 0.5, lambda: puff(rng, 0.9, band(300, 2600, 1)), (0.03, 0.08))
    for at, pan in ((8.0, -0.6), (24.0, 0.6)):
        place(mix, magpie(rng), at, pan, 0.09)
    return mix
