"""What the terminal player says besides the story's own words.

The letters that are typed are the same in every language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.translation import Plural

if TYPE_CHECKING:
    from game.story.model import Hand, Label

LABEL: dict[Label, str] = {
    "documented": "Documented",
    "likely": "Likely",
    "disputed": "Disputed",
    "invented": "Invented for this story",
}
STORY_HEAD = "{title}. {place}, {year}"
YOU_ARE = "You are {name}. {about}"
MINUTES = Plural("About a minute.", "About {count} minutes.")
CONTAINS = "Before you start, this story contains:"
SCENE_CONTAINS = "This scene contains:"
SCENE_HEAD = "{title}. {where}"
# Translators: who speaks, above what they say.
YOU_SAY, SAYS = "You:", "{name}:"
THE_END = "The end: {title}"
SKIP = "Skip this: {why}"
LOCKED = "{option} [Not possible: {why}]"
# Translators: {why} is for the story's author, in English.
FAULT = "The story has a fault here and cannot go on: {why}"
FAULT_KEPT = "Your choices are kept. You can go back and choose something else."
NO_BACKLOG = "This is the first screen: nothing lies behind it."
NOTE = "{label}. {text}"
NO_NOTES = "Nothing stands in the margin here."
NO_KNOW = "There is nothing more to know here."
RECORD = "The record"
AGAINST = "What can be said against it"
QUESTIONS = "Questions"
NO_RECORD = "This story has none."
CREDITS = "Credits"
CREDIT = "{role}: {who}"
SOURCE = "Source: {source}"
# Translators: what stands in brackets where a picture or a sound begins.
PICTURE = "Picture: {description}"
SOUND = {
    "music": "Music: {caption}",
    "ambience": "Ambience: {caption}",
    "effect": "Effect: {caption}",
}
MOTION = "The motion: {motion}"
# Translators: {needs} is, for example, "more than half of those voting".
NEEDS = "To carry, it needs {needs}."
MOVED_AND_NEEDS = "Moved by {name}. To carry, it needs {needs}."
HAND: dict[Hand, str] = {
    "up": "{name}, hand up. {reason}",
    "down": "{name}, hand down. {reason}",
    "abstain": "{name}, does not vote. {reason}",
}

# Translators: the letters are what is typed; leave them as they are.
HELP = """\
A number: do what stands beside it.
b: back to the screen before.
l: everything read so far.
n: what is true here, with sources.
k: what you know.
s: skip, where it is offered.
r, a: the record; play again. Where the story has ended.
c: credits.
q: quit. Every choice is saved when you make it."""
RESUMED = "{story}, where you left it"
HOW = "Type a number and press Enter. Type h for help."
FOR_HELP = "Type h for help."
FIRST_SCREEN = "This is the first screen."
# Translators: short, in the line where one types; the letters are what is typed.
ENTER, RECORD_KEY, AGAIN_KEY, QUIT_KEY = "or Enter", "r record", "a again", "q quit"
BACK_KEY, NOTES_KEY, KNOW_KEY = "b back", "n notes", "k what you know"
NOT_ALL_SAVED = "Not everything could be saved; the last save that worked is kept."
# Translators: {title} is an act's.
ACT_ENDS = "End of the act: {title}"
ACT_STOP = "A good place to stop: q leaves, and the same command goes on from here."
SAVED = "Saved. The same command goes on from here."
NOTHING_TO_SAVE = "Nothing was chosen yet, so there is nothing to save."

# Translators: these may follow "Choice 2 cannot be taken:", so they begin in lower case;
# {offered} is one of the sentences "The story has ended." and "These are: ...".
NO_NUMBER = "there is no number {number} here. {offered}"
IS_LOCKED = "`{word}` is locked here: {why} {offered}"
NOT_OFFERED = "`{word}` is not offered here. {offered}"
HAS_ENDED = "The story has ended."
OFFERED = "These are: {options}."
NOTHING_OFFERED = "Nothing is: the story is stuck."
NOT_TAKEN = "Choice {number} cannot be taken: {why}"
STOPS = "The story stops: {why}"

CANNOT_PLAY = "{story} cannot be played: {why}"
NO_STORIES = "There are no stories to play. Make one: one-out new my-story"
CHOOSE = "(1-{last}, q quit) "
TYPE_A_NUMBER = "Type a number from 1 to {last}, or q to leave."
IN_TERMINAL = "Playing in the terminal: {why}."
NO_STORIES_YET = "There are no stories yet. Make one: one-out new my-story"
STOPPED = "stopped."
# Translators: {why} is in English, for those who make the game.
OWN_FAULT = "this is a fault of the game, not yours: {why}."
OWN_FAULT_KEPT = "Your saves are safe. Please report it with the file {file}"
YOUR_STORIES = "Your own stories go into {folder}"
UNPLAYABLE = "{story}: cannot be played"
