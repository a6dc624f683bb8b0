"""The words of the shelf, of what stands before a story, of credits and sources."""

from __future__ import annotations

from collections.abc import Mapping

from game.translation import Plural
from game.ui.wording import duration

# Translators: the heading of a poster whose story has a fault.
TORN = "This story cannot be played"
# Translators: {where} is a scene and a choice of the story, in the story’s language.
KEPT_PLACE_AT = "Go on: {where}"
CONTENT_LINE = "Content notes: {note}"
# Translators: {minutes} is, for example, "about 35 minutes", {age} a number of years.
FACTS = "{minutes}, for readers from {age}"
CREDITS_BAR, CREDITS_KEY = "Credits", "C"

CREDITS = "Credits and sources"
PROGRAM, PROGRAM_LICENCE = "Program", "Version {version}, MIT licence"
STORIES_AND_ART, STORIES_LICENCE = "Stories and pictures", "CC BY-SA 4.0, but for what follows"
# Translators: Own context. Headings: kinds of things that others have made.
ASSETS: Mapping[str, str] = {
    "fonts": "Typefaces",
    "art": "Pictures",
    "pictures": "Pictures",
    "portraits": "Portraits",
    "icons": "Icons",
    "music": "Music",
    "sounds": "Sounds",
    "audio": "Music and sounds",
}
ORIGIN = "{licence}, from {origin}"
# Translators: a heading above the names of programs; what each is for stands beside it.
LIBRARIES = "Made with"
LIBRARY: Mapping[str, str] = {
    "pygame-ce": "The window, type and sound; {licence}",
    "SDL": "Under pygame-ce; {licence} licence",
    "platformdirs": "Where saves and settings are kept; {licence}",
    "pydantic": "Checks the stories’ files; {licence}",
    "PyYAML": "Reads the stories’ files; {licence}",
    "accesskit": "Tells screen readers what stands here; {licence}",
    "prismatoid": "Speech; {licence}",
    "Python": "The language; {licence}",
}
SOURCES = "Sources"
SOURCES_ABOUT = "Each once, with the margin notes that cite it."
# Translators: {those} are margin notes, by their first words, and the record.
CITED_IN = "Cited in: {those}"
# Translators: stands between two of those that cite a source.
CITES_BETWEEN = "; "
# Translators: {words} begin a margin note, in the story’s language; {label} is, for example,
# "Documented".
NOTE_CITES = "“{words}” ({label})"
RECORD_CITES = "the record in the debrief"
ABOUT_STORY = "Content notes and sources"
# Translators: a line of two columns; {age} is a number of years.
READING_AGE, READING_AGE_IS = "For readers", "from {age}"
# Translators: a label; beside it stands, for example, "about 35 minutes".
LENGTH = "Length"
WHEN_AND_WHERE = "Place and time"
CONTENT_NOTES = "Content notes"
# Translators: a heading above content notes that hold for one scene each.
IN_SCENES = "In single scenes"
INVENTED = "What is invented"
# Translators: {entry} is the text "What’s true" of the bar.
INVENTED_HOW = Plural(
    "1 margin note says what is documented, likely, disputed or invented. "
    "\u201c{entry}\u201d shows that of the screen while you play.",
    "{count} margin notes say what is documented, likely, disputed or invented. "
    "\u201c{entry}\u201d shows those of the screen while you play.",
)
INVENTED_NONE = "No margin notes say what is documented and what is invented."


def facts(minutes: int, age: int, *, opens: bool = False) -> str:
    """How long something plays and for whom, in words; `opens` where they open a sentence."""
    words = FACTS.format(minutes=duration(minutes), age=age)
    return words[:1].upper() + words[1:] if opens else words
