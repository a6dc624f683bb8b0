"""Sounds made for the tests, and a record of all that was mixed."""

from __future__ import annotations

import array
import math
import time
import wave
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from game.audio.cue import Cue
from game.audio.device import RATE
from game.audio.player import Player
from game.audio.playing import Times

QUICK = Times(over=0.2, brief=0.08, duck=0.1, rise=0.12, linger=0.2)
FULL = 12000
"""The amplitude of a test's tone."""


def tone(path: Path, hertz: int, seconds: float = 0.5, amplitude: int = FULL) -> Cue:
    """A sine on both channels that repeats without a seam if its periods fill the seconds."""
    frames = round(seconds * RATE)
    turn = 2 * math.pi * hertz / RATE
    samples = array.array("h", (round(amplitude * math.sin(turn * n)) for n in range(frames)))
    stereo = array.array("h", bytes(4 * frames))
    stereo[::2] = stereo[1::2] = samples
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(stereo.tobytes())
    return cue(path)


def cue(path: Path) -> Cue:
    """The cue of a file."""
    stat = path.stat()
    return Cue(path.stem, path, (stat.st_mtime_ns, stat.st_size))


def until(true: Callable[[], object], seconds: float = 5) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it never came to it"
        time.sleep(0.005)


class Tape:
    """All that the device was given. Players made by it are closed with it.

    `hurry` lets SDL write as fast as it can, for what does not depend on the clock.
    """

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._path = path
        self._players: list[Player] = []
        self._environment = monkeypatch
        monkeypatch.setenv("SDL_AUDIODRIVER", "disk")
        monkeypatch.setenv("SDL_DISKAUDIOFILE", str(path))

    def hurry(self) -> None:
        self._environment.setenv("SDL_DISKAUDIODELAY", "1")

    def player(self, times: Times = QUICK) -> Player:
        self._players.append(Player(times))
        return self._players[-1]

    def close(self) -> None:
        while self._players:
            self._players.pop().close()

    @property
    def now(self) -> int:
        """How many frames were heard so far, but for some that are not written yet.

        Where the computer is busy that is less than the clock says.
        """
        return self._path.stat().st_size // 4 if self._path.exists() else 0

    def wait(self, seconds: float) -> int:
        """Let so much more be heard; `now` after it."""
        end = self.now + round(seconds * RATE)
        until(lambda: self.now >= end, seconds * 5 + 5)
        return self.now

    def calm(self, player: Player) -> int:
        """Let it be heard until nothing fades any more, and a little longer; `now` after it.

        Where the computer is busy, fades take longer than they are meant to.
        """
        time.sleep(0.05)
        playing = player._playing

        def still() -> bool:
            clock, decks = playing._clock, playing._decks.values()
            ramps = [playing._duck, *playing._turned.values()]
            ramps += [voice.share for deck in decks for voice in deck._voices]
            waits = player._fresh or playing._decoding or playing._ready
            return not waits and all(ramp.over(clock) for ramp in ramps)

        until(still)
        return self.wait(0.15)

    def samples(self) -> array.array[int]:
        """The left channel, all of it."""
        self.close()
        data = self._path.read_bytes()
        return array.array("h", data[: len(data) // 4 * 4])[::2]


def loudness(samples: Sequence[int], seconds: float = 0.04) -> list[float]:
    """The power of each stretch of so many seconds, as the amplitude a sine of it would have."""
    long = round(seconds * RATE)
    starts = range(0, len(samples) - long + 1, long)
    return [math.sqrt(2 * sum(s * s for s in samples[n : n + long]) / long) for n in starts]


def steepest(samples: Sequence[int]) -> int:
    """The largest difference of a sample from the line through the two before it.

    A sine bends by its amplitude times (2 pi f / rate)^2; a click does by all of its height.
    """
    return max(
        abs(c - 2 * b + a) for a, b, c in zip(samples, samples[1:], samples[2:], strict=False)
    )
