"""What the game says of itself when it speaks, and where nothing speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# Translators: the voice that reads everything aloud; in the bar, so a short word.
SPEECH_BAR, SPEECH_KEY = "Speech", "V"
SPEECH_ON = (
    "Speech is on. V turns it off, R says the screen again, Control is for silence, and F1 tells "
    "all the keys."
)
SPEECH_OFF = "Speech is off."
# Translators: said where only the end of a long text is read.
SPEECH_LATEST = "The latest of it. R says all of it."
# Translators: {control} is what has the focus: a choice, a setting, a word of the bar.
SPEECH_HERE = "You are at {control}"
SPOKEN_PICTURE = "Picture: {description}"
SPOKEN_CHOICE = "{number}: {text}"
SPOKEN_LOCKED = "Locked: {text}"
# Translators: for example "Paper: Dark, 2 of 2".
SPOKEN_SETTING = "{setting}: {value}, {place} of {many}"
# Translators: {mark} is the number of a save, or its letter.
SPOKEN_CARD = "{mark}: {text}"
SPOKEN_PAIR = "{term}: {meaning}"
# Translators: {text} is the choice that was taken, in what was read before.
SPOKEN_TAKEN = "Then: {text}"
# Translators: {hand} is "Hand up", "Hand down" or "Does not vote".
SPOKEN_HAND = "{name}: {hand}. {reason}"
# Translators: a word of the bar, and the key for it.
SPOKEN_KEY = "{label}: {key}"
# Translators: Own context. Keys as they are printed on a keyboard, each with what a voice says.
KEYS_SPOKEN: Sequence[tuple[str, str]] = (
    ("Esc", "Escape"),
    ("Ctrl", "Control"),
    ("+", "plus"),
    ("-", "minus"),
    ("\u2212", "minus"),
)
NO_SPEECH: Mapping[str, str] = {
    "package": (
        "Nothing is spoken: no speech service answers here, and the package prismatoid is not "
        "installed."
    ),
    "service": "Nothing is spoken: no screen reader and no speech service answers here.",
    "lost": "Nothing is spoken any more: the speech service is gone.",
}
