"""A room, made from noise that dies away: a hall is duller and longer than a kitchen."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from build.audio.signals import RATE, Samples, filtered, folded, frames, high, low, padded, seeded


class Room(NamedTuple):
    """A room's answer to what sounds in it.

    `seconds` until its sound is 60 dB down, at middle frequencies; `dull`: hertz above which
    the walls swallow; `near`: milliseconds until the first wall answers.
    """

    seconds: float
    dull: float
    near: float


HALL = Room(1.9, 4200, 22)
FRONT_ROOM = Room(0.55, 5200, 6)
VERANDAH = Room(0.9, 4800, 10)
SHED = Room(2.6, 3000, 30)


def answer(room: Room) -> Samples:
    """The room's answer to a clap, in two channels: single walls first, then all of them."""
    rng = seeded("room", str(room))
    count = frames(room.seconds * 1.3)
    t = np.arange(count)[:, None] / RATE
    raw = rng.standard_normal((count, 2))
    # What is high dies first: two bands, the upper one falling twice as fast.
    slow = filtered(padded(raw, count * 2), low(1200, 1))[:count] * 10 ** (-3 * t / room.seconds)
    quick = filtered(padded(raw, count * 2), high(1200, 1))[:count]
    quick = quick * 10 ** (-3 * t / (room.seconds * 0.55))
    tail = (slow + quick) * np.minimum(1, t / 0.03)
    for _ in range(9):
        at = frames(room.near / 1000 * rng.uniform(0.5, 3.2))
        tail[at, rng.integers(2)] += rng.choice([-1, 1]) * rng.uniform(2, 5)
    shaped = filtered(padded(tail, count * 2), lambda f: low(room.dull, 1)(f) * high(160, 1)(f))
    kept = padded(shaped[: count + 2000], count)
    result: Samples = kept / np.sqrt((kept**2).sum(axis=0).mean())
    return result


def heard_in(sound: Samples, room: Room) -> Samples:
    """Only what the room answers, around the circle of the sound."""
    count = len(sound)
    walls = folded(answer(room), count)
    spectrum = np.fft.rfft(sound, axis=0) * np.fft.rfft(walls, axis=0)
    result: Samples = np.fft.irfft(spectrum, count, axis=0)
    return result
