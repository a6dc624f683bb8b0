"""The words of sound, and the headings of the settings."""

from __future__ import annotations

from collections.abc import Mapping

from game.ui.settings import Group

GROUP: Mapping[Group, str] = {
    "text": "Text",
    "look": "Look",
    "sound": "Sound",
    "speech": "Speech",
    "play": "Play",
}
MUTE, MUTE_KEY = "Sound on or off", "M"
SOUND_OFF, SOUND_ON = "Sound off", "Sound on"
NO_DEVICE = "No sound device can be opened here, so nothing is heard."
NOT_PLAYED = "{file} is not played: {why}."
NOT_THERE = "it is not there"
CAPTION = "({caption})"
