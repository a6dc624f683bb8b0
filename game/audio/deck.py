"""Two channels that fade over from one sound into the next, each sound repeated without a gap."""

from __future__ import annotations

import contextlib

import pygame

from game.audio.cue import Cue
from game.audio.ramp import Ramp, equal_power


class _Voice:
    """A sound on a channel, faded in by `share`, which goes from 0 to 1 and back to 0."""

    def __init__(self, channel: int, cue: Cue, sound: pygame.mixer.Sound) -> None:
        self.cue = cue
        self.sound = sound
        self.channel = pygame.mixer.Channel(channel)
        self.number = channel
        self.share = Ramp(0, 0)

    @property
    def leaving(self) -> bool:
        """True if it is fading out."""
        return self.share.end == 0


class Deck:
    """What plays on two channels of the open device. All times are in seconds of one clock."""

    def __init__(self, channels: tuple[int, int]) -> None:
        self._channels = channels
        self._voices: list[_Voice] = []

    @property
    def playing(self) -> bool:
        """True while anything is heard."""
        return bool(self._voices)

    @property
    def cue(self) -> Cue | None:
        """What plays, or is fading in."""
        return next((voice.cue for voice in self._voices if not voice.leaving), None)

    def take_back(self, cue: Cue, now: float, seconds: float) -> bool:
        """Fade in again what is still fading out. False if that is another sound."""
        voice = next((voice for voice in self._voices if voice.cue == cue), None)
        if voice is None:
            return False
        self.stop(now, seconds)
        voice.share = voice.share.towards(1, now, seconds)
        return True

    def make_room(self, now: float, brief: float) -> bool:
        """True if a channel is free. If not, the sound that fades out does so at once."""
        if len(self._voices) < len(self._channels):
            return True
        faintest = min(self._voices, key=lambda voice: voice.share.at(now))
        if not faintest.leaving or faintest.share.begun + faintest.share.seconds > now + brief:
            faintest.share = faintest.share.towards(0, now, brief)
        return False

    def start(self, cue: Cue, sound: pygame.mixer.Sound, now: float, seconds: float) -> None:
        """Fade over into a sound. There must be room for it."""
        self.stop(now, seconds)
        used = {voice.number for voice in self._voices}
        free = next(number for number in self._channels if number not in used)
        voice = _Voice(free, cue, sound)
        voice.share = Ramp(0, 1, now, seconds)
        # A channel that starts is at its loudest; so the sound itself is turned down and up.
        sound.set_volume(0)
        voice.channel.play(sound, loops=-1)
        self._voices.append(voice)

    def stop(self, now: float, seconds: float) -> None:
        """Fade out what plays."""
        for voice in self._voices:
            if not voice.leaving:
                voice.share = voice.share.towards(0, now, seconds)

    def drop(self) -> None:
        """Stop everything at once."""
        for voice in self._voices:
            with contextlib.suppress(pygame.error):  # the device is gone, and its channels with it
                voice.channel.stop()
        self._voices.clear()

    def tick(self, now: float, gain: float) -> bool:
        """Turn everything to its loudness; `gain` is that of the deck. True if it is on its way."""
        for voice in list(self._voices):
            share = voice.share.at(now)
            if voice.leaving and voice.share.over(now):
                voice.channel.stop()
                self._voices.remove(voice)
            else:
                set_gain(voice.sound, gain * equal_power(share))
        return any(not voice.share.over(now) for voice in self._voices)


def set_gain(sound: pygame.mixer.Sound, gain: float) -> None:
    """Set a sound to the nearest of SDL's 128 steps; what is to be heard at all has one at least.

    pygame cuts off what lies between two steps.
    """
    step = round(gain * 128)
    sound.set_volume((max(1, step) + 0.25) / 128 if gain > 0 else 0)
