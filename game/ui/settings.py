"""What the player has set: a plain value, and which values there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from game.translation import LANGUAGES, Language
from game.ui.look import SCALES, SIZES, SPACINGS, Family, Scale

Contrast = Literal["usual", "high"]
Paper = Literal["light", "dark"]
Motion = Literal["full", "reduced"]
Pictures = Literal["shown", "hidden"]
Frame = Literal["window", "full"]
LanguageSet = Literal["system"] | Language
Spoken = Literal["off", "on"]
Skipping = Literal["ask", "stop"]
Auto = Literal["off", "on"]
Sound = Literal["on", "off"]
Captions = Literal["hidden", "shown"]
Apart = Literal["on", "off"]
Value = int | str

VOLUMES = (0, 20, 40, 60, 80, 100)

Name = Literal[
    "text",
    "face",
    "spacing",
    "scale",
    "contrast",
    "paper",
    "motion",
    "pictures",
    "frame",
    "sound",
    "music",
    "ambience",
    "effects",
    "captions",
    "apart",
    "voice",
    "rate",
    "skip",
    "auto",
    "pace",
    "language",
]
Group = Literal["text", "look", "sound", "speech", "play"]


class Settings(NamedTuple):
    """What can be set, each to one of `CHOICES`.

    `rate` counts from 1, the slowest, to 5, `pace` in words a minute; other numbers are in percent.
    Sound is on at first: a player who does not look for it would never hear it. What is heard then
    is soft and fades in, the first page asks, and one key ends it. `apart` says whether there is
    sound while another window has the focus.
    """

    text: int = 100
    face: Family = "atkinson"
    spacing: int = 100
    contrast: Contrast = "usual"
    paper: Paper = "light"
    motion: Motion = "full"
    pictures: Pictures = "shown"
    voice: Spoken = "off"
    rate: int = 3
    frame: Frame = "window"
    skip: Skipping = "ask"
    auto: Auto = "off"
    pace: int = 160
    language: LanguageSet = "system"
    scale: Scale = "auto"
    sound: Sound = "on"
    music: int = 60
    ambience: int = 60
    effects: int = 60
    captions: Captions = "hidden"
    apart: Apart = "on"

    def value(self, name: Name) -> Value:
        """What one of them is set to."""
        value: Value = getattr(self, name)
        return value

    def having(self, name: Name, value: Value) -> Settings:
        """The same with one of them set to a value of `CHOICES`. Raises `ValueError` for others."""
        if value not in CHOICES[name]:
            raise ValueError(f"{name} is none of {CHOICES[name]}: {value!r}")
        return self._replace(**{name: value})  # type: ignore[arg-type]  # one of CHOICES[name]


CHOICES: Mapping[Name, tuple[Value, ...]] = {
    "text": SIZES,
    "face": ("atkinson", "lexend", "literata"),
    "spacing": SPACINGS,
    "scale": SCALES,
    "contrast": ("usual", "high"),
    "paper": ("light", "dark"),
    "motion": ("full", "reduced"),
    "pictures": ("shown", "hidden"),
    "voice": ("off", "on"),
    "rate": (1, 2, 3, 4, 5),
    "frame": ("window", "full"),
    "skip": ("ask", "stop"),
    "auto": ("off", "on"),
    "pace": (80, 120, 160, 200, 250),
    "language": ("system", *LANGUAGES),
    "sound": ("on", "off"),
    "music": VOLUMES,
    "ambience": VOLUMES,
    "effects": VOLUMES,
    "captions": ("hidden", "shown"),
    "apart": ("on", "off"),
}
"""The values of each setting, in the order in which they are offered."""

GROUPS: Mapping[Group, tuple[Name, ...]] = {
    "text": ("language", "text", "face", "spacing", "scale"),
    "look": ("contrast", "paper", "motion", "pictures", "frame"),
    "sound": ("sound", "music", "ambience", "effects", "captions", "apart"),
    "speech": ("voice", "rate"),
    "play": ("skip", "auto", "pace"),
}
"""What is set under which heading, in this order."""


def beside(name: Name, value: Value, step: int, *, around: bool = False) -> Value:
    """The value `step` places on; past an end the end itself, or from the start if `around`.

    >>> beside("paper", "light", 1), beside("paper", "dark", 1), beside("text", 200, 1, around=True)
    ('dark', 'dark', 100)
    """
    values = CHOICES[name]
    place = values.index(value) + step
    return values[place % len(values) if around else min(len(values) - 1, max(0, place))]
