"""Brings a mix to where it belongs: rumble off, peaks held, loudness to the tenth of a LU."""

from __future__ import annotations

import numpy as np

from build.audio.loudness import integrated, true_peak
from build.audio.signals import RATE, Samples, denser, filtered, gain, high

MUSIC, AMBIENCE = -18.0, -26.0
"""LUFS."""
PEAK = -2.2
"""dBTP that a master keeps below; Vorbis adds up to one."""


def mastered(mix: Samples, target: float, *, squeeze: float = 1.6, bottom: float = 38) -> Samples:
    """The mix at its loudness. `squeeze` is the ratio of the bus compressor; 1 leaves it out."""
    sound = filtered(mix, high(bottom, 3))
    sound = sound * gain(target - integrated(sound))
    if squeeze > 1:
        sound = _compressed(sound, target + 2, squeeze)
    for _ in range(3):
        sound = sound * gain(round(target - integrated(sound), 2))
        sound = _limited(sound, PEAK)
    return sound


def _compressed(sound: Samples, threshold: float, ratio: float) -> Samples:
    """A gentle bus compressor: it hears 60 ms around the circle, so it has no seam either."""
    power = filtered((sound**2).mean(axis=1), lambda f: np.exp(-((f / 5.0) ** 2)))
    level = 10 * np.log10(np.maximum(power, 1e-9))
    over = np.logaddexp(0, (level - threshold) / 3) * 3
    result: Samples = sound * (10 ** (-over * (1 - 1 / ratio) / 20))[:, None]
    return result


def _limited(sound: Samples, ceiling: float) -> Samples:
    """Turn down, for some milliseconds, what would go above the ceiling between samples."""
    for _ in range(6):
        if true_peak(sound) <= ceiling:
            return sound
        sound = sound * _way_down(sound, gain(ceiling))[:, None]
    return sound * gain(ceiling - true_peak(sound))


def _way_down(sound: Samples, ceiling: float) -> Samples:
    """A gain for each frame: 1, and less around those that are too high."""
    count = len(sound)
    highest = np.abs(denser(sound)).max(axis=(1, 2))
    need = np.minimum(1, ceiling / np.maximum(highest, 1e-9) * 0.995)
    reach = round(0.004 * RATE)
    for shift in (1, 2, 4, 8, 16, 32, 64, 128, reach - 128):
        need = np.minimum(need, np.minimum(np.roll(need, shift), np.roll(need, -shift)))
    width = 2 * reach + 1
    bell = np.zeros(count)
    bell[:width] = np.hanning(width + 2)[1:-1]
    spectrum = np.fft.rfft(need) * np.fft.rfft(np.roll(bell / bell.sum(), -reach))
    smooth: Samples = np.minimum(1, np.fft.irfft(spectrum, count))
    return smooth
