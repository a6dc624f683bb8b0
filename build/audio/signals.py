"""Sound as arrays: rows are frames at 44,100 Hz, columns left and right.

Filters here work on a circle, through the spectrum: what leaves at the end comes in at the start.
So whatever is put together from them repeats without a seam.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

RATE = 44_100

Samples = npt.NDArray[np.float64]
"""One channel, shape (frames,), or two, shape (frames, 2)."""

Curve = Callable[[Samples], Samples]
"""What a filter does to each frequency: hertz to the share of the amplitude that is left."""


def frames(seconds: float) -> int:
    """How many frames last so long."""
    return round(seconds * RATE)


def times(seconds: float) -> Samples:
    """The time of each frame, in seconds."""
    return np.arange(frames(seconds)) / RATE


def seeded(*names: str) -> np.random.Generator:
    """Chance that is the same at every run: named, so that no two things share theirs."""
    return np.random.default_rng(zlib.crc32("/".join(names).encode()))


def decibels(amplitude: float) -> float:
    """An amplitude, 1 being full scale, in dB."""
    return 20 * float(np.log10(max(amplitude, 1e-9)))


def gain(db: float) -> float:
    """The share of the amplitude that a gain in dB means."""
    return float(10 ** (db / 20))


def filtered(sound: Samples, curve: Curve) -> Samples:
    """The sound with each frequency turned up or down, around the circle."""
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    shape = curve(np.maximum(hertz, 0.5))
    if sound.ndim == 2:
        shape = shape[:, None]
    spectrum = np.fft.rfft(sound, axis=0) * shape
    result: Samples = np.fft.irfft(spectrum, len(sound), axis=0)
    return result


def low(hertz: float, slope: float = 2) -> Curve:
    """Lets through what is below; `slope` times 6 dB an octave are taken from what is above."""
    return lambda f: 1 / np.sqrt(1 + (f / hertz) ** (2 * slope))


def high(hertz: float, slope: float = 2) -> Curve:
    """Lets through what is above."""
    return lambda f: 1 / np.sqrt(1 + (hertz / f) ** (2 * slope))


def band(bottom: float, top: float, slope: float = 2) -> Curve:
    """Lets through what lies between."""
    under, over = high(bottom, slope), low(top, slope)
    return lambda f: under(f) * over(f)


def peak(hertz: float, width: float, db: float) -> Curve:
    """Turns up, or down, what lies around a frequency; `width` is in octaves."""
    return lambda f: 10 ** (db / 20 * np.exp(-((np.log2(f / hertz) / width) ** 2)))


def shelf(hertz: float, db: float) -> Curve:
    """Turns everything above a frequency up or down, bending around it over two octaves."""
    return lambda f: 10 ** (db / 20 / (1 + (hertz / f) ** 2))


def noise(count: int, rng: np.random.Generator, curve: Curve) -> Samples:
    """Noise with a spectrum of its own and an effective value of 1, repeating after `count`."""
    sound = filtered(rng.standard_normal(count), curve)
    result: Samples = sound / np.sqrt(np.mean(sound**2))
    return result


def padded(sound: Samples, count: int) -> Samples:
    """The sound, cut or filled with silence to so many frames."""
    room: Samples = np.zeros((count, *sound.shape[1:]))
    kept = min(count, len(sound))
    room[:kept] = sound[:kept]
    return room


def folded(sound: Samples, count: int) -> Samples:
    """The sound on a circle of so many frames: what hangs over its end sounds at its start."""
    turns = -(-len(sound) // count)
    whole = padded(sound, turns * count)
    result: Samples = whole.reshape(turns, count, *sound.shape[1:]).sum(axis=0)
    return result


def place(mix: Samples, sound: Samples, at: float, pan: float = 0.0, level: float = 1.0) -> None:
    """Add a sound of one or two channels to a mix on its circle, from `at` seconds on.

    `pan` goes from -1, left, to 1, right, at equal power; a sound of two channels leans so.
    """
    angle = (pan + 1) * np.pi / 4
    left, right = np.cos(angle), np.sin(angle)
    if sound.ndim == 1:
        sound = np.stack([sound * left, sound * right], axis=1)
    else:
        sound = sound * np.array([left, right]) * np.sqrt(2)
    start, count = frames(at) % len(mix), len(mix)
    if len(sound) > count:
        sound = folded(sound, count)
    room = min(len(sound), count - start)
    mix[start : start + room] += sound[:room] * level
    mix[: len(sound) - room] += sound[room:] * level


def begun_where_calm(sound: Samples) -> Samples:
    """A loop turned so that its seam lies where least happens, and in no attack."""
    window = 441
    sharp = np.abs(np.diff(sound, 3, axis=0)).max(axis=1)
    count = len(sharp) // window
    levels = sharp[: count * window].reshape(count, window).max(axis=1)
    around = levels + np.roll(levels, 1) + np.roll(levels, -1)
    calmest = int(np.argmin(around)) * window + window // 2
    result: Samples = np.roll(sound, -calmest, axis=0)
    return result


def denser(sound: Samples) -> Samples:
    """The waveform between the samples: four times as many frames, around the circle.

    Shape (frames, 4, channels). It is made block by block, each with some of its neighbours.
    """
    block, around = 1 << 15, 256
    count = len(sound)
    blocks = -(-count // block)
    whole = np.take(sound, np.arange(-around, blocks * block + around), axis=0, mode="wrap")
    result = np.empty((blocks * block, 4, sound.shape[1]))
    for number in range(blocks):
        piece = whole[number * block : (number + 1) * block + 2 * around]
        dense = np.fft.irfft(np.fft.rfft(piece, axis=0), len(piece) * 4, axis=0) * 4
        kept = dense[around * 4 : -around * 4].reshape(block, 4, -1)
        result[number * block : (number + 1) * block] = kept
    return result[:count]
