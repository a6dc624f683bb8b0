"""The words of sound, and the headings of the settings."""

from __future__ import annotations

from collections.abc import Mapping

from game.ui.settings import Group

# Translators: Own context. Headings of the settings. "Look" is how it looks, "Play" how it plays.
GROUP: Mapping[Group, str] = {
    "text": "Text",
    "look": "Look",
    "sound": "Sound",
    "speech": "Speech",
    "play": "Play",
}
MUTE, MUTE_KEY = "Sound on or off", "M"
# Translators: short notices, when a key has just done that.
SOUND_OFF, SOUND_ON = "Sound off", "Sound on"
NO_DEVICE = "No sound device can be opened here, so nothing is heard."
NOT_PLAYED = "{file} is not played: {why}."
# Translators: why a sound is not played, after its file’s name and "is not played:".
NOT_THERE = "it is not there"
# Translators: what is heard, in the story’s language, for those who do not hear it.
CAPTION = "({caption})"
