"""What the game says of itself when it speaks, and where nothing speaks."""

from __future__ import annotations

from collections.abc import Mapping

SPEECH_BAR, SPEECH_KEY = "Speech", "V"
SPEECH_ON = (
    "Speech is on. V turns it off, R says the screen again, Control is for silence, and F1 tells "
    "all the keys."
)
SPEECH_OFF = "Speech is off."
SPEECH_LATEST = "The latest of it. R says all of it."
SPEECH_HERE = "You are at {control}"
SPOKEN_PICTURE = "Picture: {description}"
SPOKEN_CHOICE = "{number}: {text}"
SPOKEN_LOCKED = "Locked: {text}"
SPOKEN_SETTING = "{setting}: {value}, {place} of {count}"
SPOKEN_CARD = "{mark}: {text}"
SPOKEN_PAIR = "{term}: {meaning}"
SPOKEN_TAKEN = "Then: {text}"
SPOKEN_HAND = "{name}: {hand}. {reason}"
SPOKEN_KEY = "{label}: {key}"
KEYS_SPOKEN: Mapping[str, str] = {
    "Esc": "Escape",
    "Ctrl": "Control",
    "+": "plus",
    "-": "minus",
    "\u2212": "minus",
}
NO_SPEECH: Mapping[str, str] = {
    "package": (
        "Nothing is spoken: no speech service answers here, and the package prismatoid is not "
        "installed."
    ),
    "service": "Nothing is spoken: no screen reader and no speech service answers here.",
    "lost": "Nothing is spoken any more: the speech service is gone.",
}
