"""What plays on the open device, brought step by step to what is wished for.

Everything here but the decoding happens in the thread of `game.audio.player`.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pygame

from game.audio import words
from game.audio.cue import LONGEST, Cue, Kind
from game.audio.deck import Deck, set_gain
from game.audio.device import NoDevice, close_device, open_device
from game.audio.ramp import Ramp
from game.audio.sound_file import SoundRefused, seconds_of
from game.audio.wish import TRACKS, Track, Wish

DUCKED = 0.32
"""The share of their amplitude that music and ambience have under speech: 10 dB less."""

_TICK = 0.02
_AT_ONCE = 0.08
_LONGEST_STEP = 0.03
"""Seconds that a fade goes on in one step. Where the computer is busy the thread comes late to its
turn: then a fade takes longer, rather than being heard to jump."""

_STALE = 0.4
"""Seconds after which an effect that could not be played is forgotten."""
_KEPT = 12
"""Effects that stay decoded: 21 MB if each is as long as it may be, 1 MB as they usually are."""

_Asked = tuple[Cue, float]
"""An effect, and when it was asked for."""


class Times(NamedTuple):
    """Seconds that things take."""

    over: float = 2.0
    """Fading over from one cue into the next, and into the first."""
    brief: float = 0.25
    """Fading out what the player has turned off, and turning a level."""
    duck: float = 0.25
    rise: float = 0.8
    """Coming back when nobody speaks any more."""
    linger: float = 8.0
    """The device stays open so long after the last sound."""


class Playing:
    """The device, while it is open, and what plays on it. `wake` is called when a file is ready."""

    def __init__(self, times: Times, wake: Callable[[], None]) -> None:
        self.problem = ""
        """Why there is no device, in the system's words."""
        self.refused: dict[Path, str] = {}
        """Why files are not played."""
        self._times = times
        self._wake = wake
        self._open = False
        self._until = 0.0
        self._clock = 0.0
        self._stepped = 0.0
        self._decks: dict[Track, Deck] = {"music": Deck((0, 1)), "ambience": Deck((2, 3))}
        self._turned: dict[Track, Ramp] = {track: Ramp(0, 0) for track in TRACKS}
        self._duck = Ramp(1, 1)
        self._decoding: tuple[Cue, threading.Thread] | None = None
        self._arrived: deque[tuple[Cue, pygame.mixer.Sound | str]] = deque()
        self._ready: dict[Cue, pygame.mixer.Sound] = {}
        self._effects: dict[Cue, pygame.mixer.Sound] = {}

    def step(self, wish: Wish, effects: Iterable[_Asked]) -> float | None:
        """Come nearer to the wish. Seconds until the next step; None: when something is new."""
        try:
            return self._step(wish, effects)
        except pygame.error as why:  # the device went away under our hands
            self._shut()
            self.problem = str(why)
            return None

    def _step(self, wish: Wish, effects: Iterable[_Asked]) -> float | None:
        now = self._tick()
        asked = [one for one in effects if wish.gain("effect") > 0 and now - one[1] < _STALE]
        targets = {track: self._target(wish, track) for track in TRACKS}
        if not self._open and not self._open_for(asked, targets.values()):
            return None
        self._take_arrived(targets.values())
        for track, cue in targets.items():
            # What failed to be decoded just now is no target any more.
            self._go_on(track, None if cue is None or cue.path in self.refused else cue, wish)
        for cue, _ in asked:
            self._strike(cue, wish.gain("effect"))
        return self._rest(moving=self._turn(wish))

    def lose(self) -> None:
        """The device is gone: close it, and open another when there is something to hear."""
        self._shut()
        self.problem = ""

    def retry(self) -> None:
        """Try again to open a device, where that failed."""
        self.problem = ""

    def close(self) -> None:
        """Fade out in no time, and close the device."""
        with contextlib.suppress(pygame.error):  # the device went away meanwhile
            self._fade_out(time.monotonic() + _AT_ONCE)
        self._shut()

    def _fade_out(self, end: float) -> None:
        while self._sounding and self._tick() < end:
            for track, deck in self._decks.items():
                deck.stop(self._clock, _AT_ONCE)
                deck.tick(self._clock, self._gain(track))
            time.sleep(_TICK / 2)

    def _tick(self) -> float:
        """The time now. The clock of the fades goes on with it, but never by a leap."""
        now = time.monotonic()
        self._clock += min(now - self._stepped, _LONGEST_STEP)
        self._stepped = now
        return now

    # -- the device

    def _open_for(self, asked: list[_Asked], targets: Iterable[Cue | None]) -> bool:
        if self.problem or not (asked or any(targets)):
            return False
        try:
            open_device()
        except NoDevice as why:
            self.problem = str(why)
            return False
        self._open = True
        self._until = time.monotonic()
        return True

    def _shut(self) -> None:
        if self._decoding is not None:
            self._decoding[1].join()
            self._decoding = None
        for deck in self._decks.values():
            deck.drop()
        self._arrived.clear()
        self._ready.clear()
        self._effects.clear()
        if self._open:
            self._open = False
            close_device()

    @property
    def _sounding(self) -> bool:
        return any(deck.playing for deck in self._decks.values())

    def _rest(self, *, moving: bool) -> float | None:
        now = time.monotonic()
        if moving or self._ready:  # what is ready waits for a channel
            return _TICK
        if self._sounding or self._decoding is not None:
            self._until = max(self._until, now)
            return None
        left = self._until + self._times.linger - now
        if left <= 0:
            self._shut()
            return None
        return left

    # -- music and ambience

    def _target(self, wish: Wish, track: Track) -> Cue | None:
        cue = wish.target(track)
        return None if cue is None or cue.path in self.refused else cue

    def _go_on(self, track: Track, cue: Cue | None, wish: Wish) -> None:
        """Fade over to a cue as soon as it is decoded, or out if there is none."""
        deck, now = self._decks[track], self._clock
        if cue is None:
            deck.stop(now, self._times.over if wish.gain(track) > 0 else self._times.brief)
        elif deck.cue == cue or deck.take_back(cue, now, self._times.over):
            return
        elif cue not in self._ready:
            self._decode(track, cue)
        elif deck.make_room(now, self._times.brief):
            deck.start(cue, self._ready.pop(cue), now, self._times.over)

    def _decode(self, kind: Kind, cue: Cue) -> None:
        """Decode a file in a thread of its own, one at a time: a fade must not wait for it."""
        if self._decoding is not None:
            return

        def work() -> None:
            self._arrived.append((cue, _load(cue, kind)))
            self._wake()

        thread = threading.Thread(target=work, name="audio file", daemon=True)
        self._decoding = (cue, thread)
        thread.start()

    def _take_arrived(self, targets: Iterable[Cue | None]) -> None:
        wanted = set(targets)
        while self._arrived:
            cue, sound = self._arrived.popleft()
            self._decoding = None
            if isinstance(sound, str):
                self.refused[cue.path] = sound
            else:
                self._ready[cue] = sound
        for cue in [cue for cue in self._ready if cue not in wanted]:
            del self._ready[cue]

    # -- how loud

    def _gain(self, track: Track) -> float:
        return self._turned[track].at(self._clock) * self._duck.at(self._clock)

    def _turn(self, wish: Wish) -> bool:
        """Turn everything to its loudness. True if some of it is still on its way."""
        now = self._clock
        duck = DUCKED if wish.ducked else 1.0
        if self._duck.end != duck:
            seconds = self._times.duck if wish.ducked else self._times.rise
            self._duck = Ramp(self._duck.at(now), duck, now, seconds if self._sounding else 0)
        moving = not self._duck.over(now)
        for track, deck in self._decks.items():
            gain = wish.gain(track)
            # What is turned off fades out from where it stood.
            if 0 < gain != self._turned[track].end:
                seconds = self._times.brief if deck.playing else 0
                self._turned[track] = Ramp(self._turned[track].at(now), gain, now, seconds)
            moving = not self._turned[track].over(now) or moving
            moving = deck.tick(now, self._gain(track)) or moving
        return moving

    # -- effects

    def _strike(self, cue: Cue, gain: float) -> None:
        """Play an effect on a channel that is free; where none is, it would not be heard."""
        if cue.path in self.refused:
            return
        sound = self._effects.get(cue)
        if sound is None:
            loaded = _load(cue, "effect")
            if isinstance(loaded, str):
                self.refused[cue.path] = loaded
                return
            while len(self._effects) >= _KEPT:
                del self._effects[next(iter(self._effects))]
            sound = self._effects[cue] = loaded
        for number in range(4, pygame.mixer.get_num_channels()):
            channel = pygame.mixer.Channel(number)
            if not channel.get_busy():
                set_gain(sound, gain)
                channel.play(sound)
                self._until = max(self._until, time.monotonic() + sound.get_length())
                return


def _load(cue: Cue, kind: Kind) -> pygame.mixer.Sound | str:
    """The sound decoded for the open device, or the reason it is not played."""
    try:
        seconds = seconds_of(cue.path, LONGEST[kind])
        sound = pygame.mixer.Sound(cue.path)
        return sound if sound.get_length() < seconds + 1 else words.LIES
    except SoundRefused as why:
        return str(why)
    except (pygame.error, OSError, ValueError, MemoryError) as why:
        return words.UNDECODED.format(why=why)
