"""The words of the shelf, of what stands before a story, of credits and sources."""

from __future__ import annotations

from collections.abc import Mapping

from game.ui.wording import duration

TORN = "This story cannot be played"
KEPT_PLACE_AT = "Go on: {where}"
CONTENT_LINE = "Content notes: {note}"
FACTS = "{minutes}, for readers from {age}"
CREDITS_BAR, CREDITS_KEY = "Credits", "C"

CREDITS = "Credits and sources"
PROGRAM, PROGRAM_LICENCE = "Program", "Version {version}, MIT licence"
STORIES_AND_ART, STORIES_LICENCE = "Stories and pictures", "CC BY-SA 4.0, but for what follows"
ASSETS: Mapping[str, str] = {
    "fonts": "Typefaces",
    "art": "Pictures",
    "pictures": "Pictures",
    "music": "Music",
    "sounds": "Sounds",
    "audio": "Music and sounds",
}
ORIGIN = "{licence}, from {origin}"
LIBRARIES = "Made with"
LIBRARY: Mapping[str, str] = {
    "pygame-ce": "The window, type and sound; {licence}",
    "SDL": "Under pygame-ce; {licence} licence",
    "accesskit": "Shows the window to screen readers; {licence}",
    "prismatoid": "Speaks, where it is installed; {licence}",
    "platformdirs": "Where saves and settings are kept; {licence}",
    "pydantic": "Checks the stories’ files; {licence}",
    "PyYAML": "Reads the stories’ files; {licence}",
    "Python": "The language; {licence}",
}
SOURCES = "Sources"
SOURCES_ABOUT = "Each once, with the margin notes that cite it."
CITED_IN = "Cited in: {those}"
NOTE_CITES = "“{words}” ({label})"
RECORD_CITES = "the record in the debrief"
ABOUT_STORY = "Content notes and sources"
READING_AGE, READING_AGE_IS = "For readers", "from {age}"
LENGTH = "Length"
WHEN_AND_WHERE = "Place and time"
CONTENT_NOTES = "Content notes"
IN_SCENES = "In single scenes"
INVENTED = "What is invented"
INVENTED_HOW = (
    "{count} margin notes say what is documented, likely, disputed or invented. "
    "\u201c{entry}\u201d shows those of the screen while you play."
)
INVENTED_NONE = "No margin notes say what is documented and what is invented."


def facts(minutes: int, age: int, *, opens: bool = False) -> str:
    """How long something plays and for whom, in words; `opens` where they open a sentence."""
    words = FACTS.format(minutes=duration(minutes), age=age)
    return words[:1].upper() + words[1:] if opens else words
