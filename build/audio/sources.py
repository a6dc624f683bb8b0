"""What sounds are made of: struck things, noise that is shaped, throats, birds, engines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from build.audio.signals import (
    RATE,
    Curve,
    Samples,
    band,
    filtered,
    frames,
    high,
    low,
    noise,
    padded,
    place,
    times,
)

Chance = np.random.Generator


def struck(
    rng: Chance, hertz: Sequence[float], seconds: float, decay: float, click: float = 0.0
) -> Samples:
    """A thing that rings at these frequencies, the higher ones dying sooner; `click`: the blow."""
    t = times(seconds)
    sound = np.zeros(len(t))
    for number, one in enumerate(hertz):
        fall = np.exp(-t * decay * (one / hertz[0]) ** 0.7)
        sound += np.sin(2 * np.pi * one * t + rng.random() * 6) * fall / (number + 1)
    return sound + click * rng.standard_normal(len(t)) * np.exp(-t * 400)


def puff(rng: Chance, seconds: float, curve: Curve, rise: float = 0.2) -> Samples:
    """Noise that swells and dies away: a wave, a breath, a sheet of paper."""
    count = frames(seconds)
    u = np.linspace(0, 1, count)
    shape = np.minimum(1, u / rise) * np.maximum(0, 1 - u) ** 1.5
    return noise(count, rng, curve) * shape


def scattered(
    mix: Samples,
    rng: Chance,
    rate: float,
    make: Callable[[], Samples],
    levels: tuple[float, float] = (0.3, 1.0),
) -> None:
    """Lay so many a second about the mix, anywhere from left to right."""
    count = round(rate * len(mix) / RATE)
    for _ in range(count):
        at, pan = rng.random() * len(mix) / RATE, rng.uniform(-0.9, 0.9)
        place(mix, make(), at, pan, rng.uniform(*levels))


def bed(count: int, rng: Chance, curve: Curve, level: float) -> Samples:
    """Steady noise, another on each side."""
    return np.stack([noise(count, rng, curve) for _ in range(2)], axis=1) * level


def swelling(count: int, turns: int, sharp: float, phase: float = 0.0) -> Samples:
    """A control that goes up and down so many times in a turn of the loop, between 0 and 1."""
    t = np.arange(count) / count
    wave: Samples = (0.5 + 0.5 * np.sin(2 * np.pi * (turns * t + phase))) ** sharp
    return wave[:, None]


def _drifting(count: int, points: int, rng: Chance) -> Samples:
    """A control of so many chance values that goes round."""
    at = np.linspace(0, count, points, endpoint=False)
    return np.interp(np.arange(count), at, rng.random(points), period=count)


def throat(count: int, rng: Chance, *, male: float = 0.6) -> Samples:
    """One person talking, not to be understood: a buzz through vowels, chopped into syllables."""
    seconds = count / RATE
    pitch = rng.uniform(90, 140) if rng.random() < male else rng.uniform(170, 235)
    syllables = round(seconds * rng.uniform(3.2, 5.0))
    spoken = _drifting(count, syllables, rng) ** 1.5
    talking = _drifting(count, max(4, syllables // 8), rng) > 0.55
    envelope = filtered(spoken * talking, low(9, 1)).clip(0)
    cycles = np.cumsum(pitch * (1 + 0.12 * (_drifting(count, syllables, rng) - 0.5))) / RATE
    cycles *= round(cycles[-1]) / cycles[-1]
    buzz = 2 * (cycles % 1) - 1 + 0.25 * rng.standard_normal(count)
    voice = np.zeros(count)
    for bottom, top, share in ((300, 800, 1.0), (900, 2100, 0.5), (2300, 3000, 0.2)):
        middle = rng.uniform(bottom, top)
        voice += share * filtered(buzz, band(middle * 0.82, middle * 1.2, 2))
    said: Samples = voice * envelope
    return said


def crowd(count: int, rng: Chance, people: int, *, male: float = 0.6) -> Samples:
    """So many people talking at once, the room taking the edge off."""
    mix = np.zeros((count, 2))
    for _ in range(people):
        place(mix, throat(count, rng, male=male), 0, rng.uniform(-0.9, 0.9), rng.uniform(0.3, 1))
    soft = filtered(mix, low(2200, 1.5))
    result: Samples = soft / np.sqrt((soft**2).mean())
    return result


def gull(rng: Chance) -> Samples:
    """Three to five cries."""
    cries = []
    for _ in range(int(rng.integers(3, 6))):
        u = np.linspace(0, 1, frames(rng.uniform(0.16, 0.3)))
        hertz = rng.uniform(1300, 1700) * (1 + 0.35 * np.sin(np.pi * u) - 0.25 * u)
        turn = 2 * np.pi * np.cumsum(hertz) / RATE
        cry = np.sin(turn) + 0.6 * np.sin(2 * turn) + 0.3 * np.sin(3 * turn)
        cries += [cry * np.sin(np.pi * u) ** 0.8, np.zeros(frames(0.12))]
    return np.concatenate(cries)


def cricket(rng: Chance) -> Samples:
    """A chirp of a few pulses."""
    t = times(rng.uniform(0.25, 0.5))
    pulses = (np.sin(2 * np.pi * rng.uniform(26, 34) * t) > 0.2) * np.sin(np.pi * t / t[-1])
    chirp: Samples = np.sin(2 * np.pi * rng.uniform(3900, 4800) * t)
    return chirp * filtered(pulses, low(120, 1))


def frog(rng: Chance) -> Samples:
    """A frog's double knock."""
    one = struck(rng, [rng.uniform(500, 760), 1320], 0.12, 38, 0.1)
    return np.concatenate([one, np.zeros(frames(0.05)), one * 0.7])


def magpie(rng: Chance) -> Samples:
    """A few sliding notes of a magpie's."""
    notes = []
    for _ in range(int(rng.integers(3, 6))):
        u = np.linspace(0, 1, frames(rng.uniform(0.12, 0.34)))
        hertz = rng.uniform(700, 1500) * (1 + rng.uniform(-0.25, 0.25) * u)
        turn = 2 * np.pi * np.cumsum(hertz) / RATE
        notes += [(np.sin(turn) + 0.4 * np.sin(2.01 * turn)) * np.sin(np.pi * u), np.zeros(1800)]
    return np.concatenate(notes)


def engine(count: int, rng: Chance, hertz: float, strength: float = 1.0) -> Samples:
    """A motor that turns over: a whole number of turns in the loop."""
    turns = round(hertz * count / RATE)
    phase = turns * np.arange(count) / count
    sound = sum(np.sin(2 * np.pi * phase * k + rng.random() * 6) / k for k in (1, 2, 3, 4, 6, 8))
    rough = 0.7 + 0.3 * _drifting(count, max(8, count // RATE * 3), rng)
    return np.asarray(sound * rough * strength)


def footsteps(rng: Chance, steps: int, pace: float) -> Samples:
    """Boots on boards or a road."""
    walk = np.zeros(frames(steps * pace + 0.4))
    for number in range(steps):
        at = frames(number * pace + rng.normal() * 0.012)
        step = struck(rng, [rng.uniform(90, 130), 240], 0.16, 34, 0.5) * rng.uniform(0.6, 1)
        walk[max(0, at) : max(0, at) + len(step)] += step[: len(walk) - max(0, at)]
    return walk


def shunt(rng: Chance) -> Samples:
    """Trucks taking up their slack one after the other."""
    train = np.zeros(frames(3.2))
    for number in range(11):
        at = frames(0.05 + 0.23 * number + rng.normal() * 0.01)
        blow = struck(rng, [rng.uniform(140, 190), 410, 977], 0.5, 11, 0.7) * (0.5 + 0.05 * number)
        train[at : at + len(blow)] += blow[: len(train) - at]
    return train


def quiet_tail(sound: Samples, seconds: float) -> Samples:
    """The sound with its end faded out."""
    count = min(len(sound), frames(seconds))
    done = sound.copy()
    fade = np.linspace(1, 0, count) ** 2
    done[-count:] *= fade if sound.ndim == 1 else fade[:, None]
    return done


__all__ = [
    "Chance", "bed", "cricket", "crowd", "engine", "footsteps", "frog", "gull", "high", "low",
    "magpie", "padded", "puff", "quiet_tail", "scattered", "shunt", "struck", "swelling", "throat",
]  # fmt: skip
