"""Everything that is heard: its name, its file under `assets/audio`, and how it is made."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from build.audio.effects import short
from build.audio.mastering import AMBIENCE, MUSIC, mastered
from build.audio.places import inside, outside
from build.audio.signals import Samples, begun_where_calm, gain

Kind = Literal["music", "ambience", "effect", "interface"]

QUALITY: dict[Kind, float] = {"music": 0.22, "ambience": 0.12, "effect": 0.2, "interface": 0.2}
"""How well each is kept by Vorbis: about 85 kbit/s for music."""
PEAKS: dict[Kind, float] = {"effect": -9.0, "interface": -14.0}
"""How high a short sound may reach, in dB: the window's own are hardly there."""


@dataclass(frozen=True)
class Sound:
    """A made file."""

    name: str
    kind: Kind
    make: Callable[[], Samples]

    @property
    def file(self) -> str:
        """Its path under `assets/`."""
        folder = "audio/interface" if self.kind == "interface" else "audio"
        return f"{folder}/{self.name}.ogg"

    def master(self) -> Samples:
        """The sound as it is written."""
        sound = self.make()
        if self.kind == "music":
            return mastered(sound, MUSIC)
        if self.kind == "ambience":
            return begun_where_calm(mastered(sound, AMBIENCE, squeeze=1))
        done: Samples = sound * gain(PEAKS[self.kind]) / np.abs(sound).max()
        return done


def _score(name: str) -> Callable[[], Samples]:
    def play() -> Samples:
        from build.audio.music.score import played

        return played(importlib.import_module(f"build.audio.scores.{name}").piece())

    return play


_SCORES = ("theme", "work", "home", "meeting", "defeat", "after")
_PLACES = {
    "wharf": outside.wharf, "street": outside.street, "pit_top": outside.pit_top,
    "bush_camp": outside.bush_camp, "bar": inside.bar, "stove": inside.stove,
    "kitchen": inside.kitchen, "house": inside.house, "bus": inside.bus,
    "picture_theatre": inside.picture_theatre, "union_hall": inside.union_hall,
}  # fmt: skip
_EFFECTS = {
    "hands_up": short.hands_up, "chairs": short.chairs, "murmur": short.murmur,
    "gavel": short.gavel, "door": short.door, "till": short.drawer,
}  # fmt: skip
_INTERFACE = {
    "focus": short.focus, "choose": short.choose, "page": short.page, "hand": short.hand,
}  # fmt: skip

SOUNDS: dict[str, Sound] = {
    **{name: Sound(name, "music", _score(name)) for name in _SCORES},
    **{name: Sound(name, "ambience", make) for name, make in _PLACES.items()},
    **{name: Sound(name, "effect", make) for name, make in _EFFECTS.items()},
    **{name: Sound(name, "interface", make) for name, make in _INTERFACE.items()},
}
