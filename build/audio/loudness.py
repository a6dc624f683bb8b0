"""How loud a sound is, as broadcasters measure it, and whether it repeats without being heard to.

Loudness is that of ITU-R BS.1770-4, true peak its annex 2: the highest point between the samples.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pyloudnorm

from build.audio.signals import RATE, Samples, decibels, denser, frames

_AROUND = 0.05
"""Seconds on either side of the seam that are looked at."""


def integrated(sound: Samples) -> float:
    """Loudness over the whole sound, in LUFS.

    It is measured over two turns, as it is heard: the gates look at windows of 400 ms, and those
    that begin before the seam end after it.
    """
    meter = pyloudnorm.Meter(RATE)
    return float(meter.integrated_loudness(np.concatenate([sound, sound])))


def true_peak(sound: Samples) -> float:
    """The highest point of the waveform, in dBTP, sampled four times as densely."""
    return decibels(float(np.abs(denser(sound)).max()))


def offset(sound: Samples) -> float:
    """How far the middle of the waveform lies from nought, at most of the channels."""
    return float(np.abs(sound.mean(axis=0)).max())


class Seam(NamedTuple):
    """How the end of a sound meets its start.

    `step` is the step between the last and the first frame, `usual` the largest one within; `jump`
    is the change in dB of the energy of 50 ms across it, `swing` the largest such change within.
    `click` is the energy of 5 ms around the seam above 8 kHz, in dB over the median within.
    """

    step: float
    usual: float
    jump: float
    swing: float
    click: float


def seam(sound: Samples) -> Seam:
    """Measure the place where a sound repeats."""
    steps = np.abs(np.diff(sound, axis=0)).max(axis=1)
    step = float(np.abs(sound[0] - sound[-1]).max())
    window = frames(_AROUND)
    turned = np.roll(sound, window * 20, axis=0)
    energy = _energies(turned, window)
    changes = np.abs(np.diff(energy))
    return Seam(step, float(steps.max()), float(changes[19]), float(changes.max()), _click(sound))


def _energies(sound: Samples, window: int) -> Samples:
    """The energy of each window, in dB."""
    count = len(sound) // window
    power = (sound[: count * window] ** 2).mean(axis=1).reshape(count, window).mean(axis=1)
    result: Samples = 10 * np.log10(power + 1e-9)
    return result


def _click(sound: Samples) -> float:
    """How much sharper the seam is than the sound usually is, in dB."""
    turned = np.roll(sound, len(sound) // 2, axis=0)
    second = np.abs(np.diff(turned, 3, axis=0)).max(axis=1)
    middle = len(sound) // 2
    near = second[middle - 110 : middle + 110].max()
    window = 220
    count = len(second) // window
    usual = np.median(second[: count * window].reshape(count, window).max(axis=1))
    return 20 * float(np.log10(near / max(float(usual), 1e-9)))


def quietest(sound: Samples, seconds: float = 0.1) -> float:
    """The effective value of the quietest stretch, in dB: a gap shows here."""
    return float(_energies(sound, frames(seconds)).min())
