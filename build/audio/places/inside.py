"""Places under a roof: bar, kitchen, house, bus, theatre, hall."""

from __future__ import annotations

from functools import partial

import numpy as np

from build.audio.room import FRONT_ROOM, HALL, SHED, Room, heard_in
from build.audio.signals import Samples, band, frames, place, seeded, times
from build.audio.sources import (
    bed,
    cricket,
    crowd,
    engine,
    footsteps,
    puff,
    scattered,
    struck,
    swelling,
    throat,
)

_TILES = Room(0.9, 7000, 8)


def _in(mix: Samples, room: Room, share: float) -> Samples:
    """The sounds, and what the room answers."""
    done: Samples = mix + heard_in(mix, room) * share
    return done


def bar() -> Samples:
    """Many men talking in a tiled room, glasses, a till, taps, boots."""
    rng, count = seeded("bar"), frames(34)
    mix = crowd(count, rng, 26, male=0.95) * 0.16
    scattered(mix, rng, 1.1, _glass, (0.03, 0.14))
    scattered(
        mix, rng, 0.6, lambda: struck(rng, [rng.uniform(110, 180)], 0.14, 36, 0.4), (0.08, 0.2)
    )
    scattered(mix, rng, 0.2, lambda: puff(rng, 1.1, band(700, 5200, 1)), (0.05, 0.1))
    for at, pan in ((7.2, 0.5), (20.4, 0.5), (29.1, 0.5)):
        place(mix, till(), at, pan, 0.22)
    for at in (12.5, 25.0):
        place(mix, _laugh(), at, rng.uniform(-0.5, 0.5), 0.2)
    return _in(mix, _TILES, 0.35)


_GLASSES = seeded("glasses")


def _glass() -> Samples:
    hertz = _GLASSES.uniform(2200, 4200)
    return struck(_GLASSES, [hertz, hertz * 1.47, hertz * 2.09], 0.35, 14, 0.2)


def till() -> Samples:
    """Keys, the bell, the drawer."""
    rng = seeded("till")
    sound = np.zeros(frames(1.5))
    for number, at in enumerate((0.0, 0.13, 0.24)):
        key = struck(rng, [420 + 40 * number, 1300], 0.08, 60, 0.8)
        sound[frames(at) : frames(at) + len(key)] += key * 0.6
    bell = struck(rng, [2093, 4180, 6290], 1.0, 4.5, 0.1)
    sound[frames(0.36) : frames(0.36) + len(bell)] += bell * 0.8
    drawer = struck(rng, [170, 380, 910], 0.4, 14, 1.0)
    sound[frames(0.52) : frames(0.52) + len(drawer)] += drawer
    return sound


def _laugh() -> Samples:
    """Three men at once."""
    rng, mix = seeded("laugh"), np.zeros(frames(1.8))
    for _ in range(3):
        pitch, t = rng.uniform(120, 190), times(1.8)
        ha = (np.sin(2 * np.pi * rng.uniform(4.2, 5.2) * t + rng.random()) > 0.1) * np.exp(-t * 1.6)
        buzz = sum(np.sin(2 * np.pi * pitch * k * t * (1 - 0.06 * t)) / k for k in range(1, 9))
        mix += np.asarray(buzz) * ha
    return mix * 0.4


def stove() -> Samples:
    """A wood stove by day, cards on a table, an iron, water a long way off."""
    rng, count = seeded("stove"), frames(30)
    mix = _fire(count, "stove", 0.6)
    for at, pan in ((2.2, 0.1), (3.1, -0.2), (9.6, 0.2), (10.7, 0.0), (17.3, -0.1), (24.2, 0.2)):
        place(mix, puff(rng, 0.16, band(1200, 7000, 1), 0.05), at, pan, 0.16)
        place(mix, struck(rng, [190, 420], 0.1, 42, 0.5), at + 0.1, pan, 0.12)
    for at in (6.0, 14.0, 21.5, 28.0):
        place(mix, struck(rng, [310, 890, 1710], 0.5, 9, 0.5), at, 0.5, 0.12)
        place(mix, puff(rng, 1.2, band(500, 4000, 1)), at - 1.4, 0.4, 0.05)
    mix += bed(count, rng, band(200, 1500, 1), 0.02) * swelling(count, 5, 2)
    return _in(mix, FRONT_ROOM, 0.2)


def kitchen() -> Samples:
    """The kitchen at night: the fire low, the wind at the tin, crickets, a clock."""
    rng, count = seeded("kitchen"), frames(32)
    mix = _fire(count, "kitchen", 0.3)
    mix += bed(count, rng, band(150, 900, 1), 0.10) * (0.2 + swelling(count, 3, 2))
    scattered(mix, rng, 1.6, lambda: cricket(rng), (0.008, 0.02))
    for second in range(32):
        tick = struck(rng, [2300 if second % 2 else 1900, 5200], 0.03, 120, 0.3)
        place(mix, tick, second + 0.02, -0.5, 0.05)
    for at in (8.0, 19.7, 27.4):
        place(mix, struck(rng, [140, 520, 1240], 0.7, 7, 0.2), at, 0.6, 0.06)
    return _in(mix, FRONT_ROOM, 0.2)


def _crackle(rng: np.random.Generator) -> Samples:
    return struck(rng, [rng.uniform(700, 2400)], 0.04, 130, 1)


def _fire(count: int, name: str, strength: float) -> Samples:
    rng = seeded("fire", name)
    mix = bed(count, rng, band(90, 500, 1), 0.12 * strength)
    scattered(mix, rng, 6 * strength, partial(_crackle, rng), (0.02, 0.22))
    scattered(mix, rng, 0.4, lambda: puff(rng, 0.8, band(200, 1600, 1)), (0.04, 0.1))
    return mix


def house() -> Samples:
    """Knives and forks, a chair, a wireless in another room."""
    rng, count = seeded("house"), frames(30)
    mix = bed(count, rng, band(100, 500, 1), 0.03)
    scattered(mix, rng, 1.5, _cutlery, (0.04, 0.16))
    for at in (5.0, 19.0):
        place(mix, struck(rng, [150, 330, 700], 0.3, 18, 0.6), at, 0.3, 0.16)
    wireless = sum(throat(count, rng) for _ in range(1)) * 0.5
    place(mix, np.asarray(wireless), 0, 0.6, 0.05)
    place(mix, puff(rng, 2.4, band(900, 3000, 1)), 12.0, -0.4, 0.04)
    return _in(mix, FRONT_ROOM, 0.3)


_CUTLERY = seeded("cutlery")


def _cutlery() -> Samples:
    hertz = _CUTLERY.uniform(2600, 5200)
    return struck(_CUTLERY, [hertz, hertz * 1.33, hertz * 1.9], 0.18, 26, 0.7)


def bus() -> Samples:
    """An old bus in low gear, windows that rattle, a bell, men half asleep."""
    rng, count = seeded("bus"), frames(32)
    low_gear = engine(count, rng, 38)[:, None] * np.array([0.14, 0.12])
    mix: Samples = low_gear * (0.75 + 0.35 * swelling(count, 4, 1))
    mix += bed(count, rng, band(60, 420, 1), 0.22)
    rattle = bed(count, rng, band(1800, 6000, 1), 0.05)
    mix += rattle * swelling(count, 96, 6) * (0.3 + swelling(count, 7, 3))
    mix += crowd(count, rng, 5, male=0.8) * 0.03
    for at in (9.0, 24.0):
        place(mix, struck(rng, [1480, 3710, 5590], 0.8, 5, 0.1), at, -0.5, 0.14)
    for at in (4.4, 13.6, 21.2, 28.8):
        place(mix, struck(rng, [58, 91, 340], 0.5, 10, 0.5), at, rng.uniform(-0.5, 0.5), 0.3)
    return mix


def picture_theatre() -> Samples:
    """A projector, a Western's hooves and shots through a curtain, children."""
    rng, count = seeded("picture_theatre"), frames(34)
    ticks = swelling(count, 24 * 34, 9)
    mix = bed(count, rng, band(1200, 5000, 1), 0.10) * ticks
    mix += engine(count, rng, 48)[:, None] * np.array([0.03, 0.03])
    film = np.zeros((count, 2))
    for start in (3.0, 17.0):
        for number in range(26):
            hoof = struck(rng, [rng.uniform(190, 260)], 0.09, 44, 0.4)
            at = start + number * 0.19 + 0.05 * (number % 4 == 3)
            place(film, hoof, at, -0.4 + 0.03 * number, 0.2)
    for at in (9.4, 10.0, 25.8):
        place(film, puff(rng, 0.7, band(150, 2600, 1), 0.01), at, rng.uniform(-0.4, 0.4), 0.5)
    mix += heard_in(film, HALL) * 0.6
    mix += crowd(count, rng, 7, male=0.0) * 0.02
    scattered(mix, rng, 0.6, lambda: puff(rng, 0.25, band(2500, 9000, 1), 0.1), (0.02, 0.06))
    return mix


def union_hall() -> Samples:
    """A full hall before it comes to order: talk, chairs, coughs, an urn."""
    rng, count = seeded("union_hall"), frames(36)
    mix = crowd(count, rng, 40, male=0.7) * 0.13
    scattered(mix, rng, 0.5, chair, (0.05, 0.18))
    scattered(mix, rng, 0.15, _cough, (0.05, 0.12))
    for at, pan in ((8.0, -0.4), (26.0, 0.5)):
        place(mix, footsteps(rng, 8, 0.5), at, pan, 0.14)
    mix += bed(count, rng, band(1200, 5000, 1), 0.02)
    return _in(mix, SHED, 0.3)


_CHAIRS = seeded("chairs")


def chair() -> Samples:
    """A chair pushed on boards."""
    scrape = puff(_CHAIRS, _CHAIRS.uniform(0.2, 0.45), band(180, 1400, 1), 0.3)
    knock = struck(_CHAIRS, [_CHAIRS.uniform(140, 200), 460], 0.2, 26, 0.6)
    sound = np.zeros(len(scrape) + len(knock))
    sound[: len(scrape)] += scrape
    sound[len(scrape) :] += knock
    return sound


_COUGHS = seeded("coughs")


def _cough() -> Samples:
    one = puff(_COUGHS, 0.22, band(350, 2400, 1), 0.04)
    return np.concatenate([one, np.zeros(frames(0.1)), one * 0.7])
