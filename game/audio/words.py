"""Why a sound is not played, as players read it; `game.translation` puts other languages here."""

from __future__ import annotations

# Translators: Own context. Why a sound is not played, after its file’s name and "is not played:".
LARGE = "it is larger than {size} MB"
# Translators: Own context. The same.
UNREAD = "it cannot be read ({why})"
# Translators: Own context. The same.
SHORT = "it is cut short"
RATE = (
    "it has {channels} channels at {rate} Hz: one or two channels at {least} to {most} Hz can be "
    "played"
)
LONG = "it plays longer than {seconds} seconds"
EMPTY = "it is empty"
KIND = "it is neither an Ogg Vorbis nor a WAV file"
OGG = "it is a damaged Ogg file"
SEVERAL = "it holds more than one stream"
NOT_VORBIS = "it is an Ogg file, but not Vorbis"
COMPRESSED = "it is a compressed WAV file"
WAV = "it is a damaged WAV file"
LIES = "it is longer than it says"
# Translators: Own context. The same.
UNDECODED = "it cannot be decoded ({why})"
