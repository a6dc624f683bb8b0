"""The words of the route map, the endings, skipping, and going on by itself."""

from __future__ import annotations

from game.translation import Plural

# Translators: where a story branches, drawn as a line with stops; in the bar too.
MAP, MAP_KEY, MAP_TITLE = "Route map", "O", "Route map"
MAP_WORDS = (
    "Only what you have seen stands here, in this play and before it. A number beside a choice is "
    "the stop it led to."
)
# Translators: what the marks of the map mean: tracks taken in this play, and in earlier ones.
MAP_HERE, MAP_NOW, MAP_BEFORE = "You are here", "This time", "Before"
# Translators: a motion, at a vote.
MAP_CARRIED, MAP_LOST = "Carried", "Lost"
# Translators: the same: a choice never taken, a stop with a vote, a stop with an ending.
MAP_UNTRIED, MAP_VOTE, MAP_ENDING = "Not tried", "A vote", "An ending"
UNTRIED = Plural("1 way not tried yet", "{count} ways not tried yet")
SCENES_LEFT = Plural("1 scene not seen yet", "{count} scenes not seen yet")
# Translators: a stop of the route map, as of a bus.
STOP_NAME = "Stop {number}"
STOP_CHOSEN = "You chose: {ways}"
# Translators: {way} is a sentence, the choice taken; {numbers} are the stops to which it led.
STOP_TO = "{way} To {numbers}."
STOP_ON_THE_WAY = "On your way this time"
STOP_WORDS = "What you read here"
STOP_TAKEN = "What you chose here"
STOP_GO_BACK = "Go back to this choice"
# Translators: {numbers} are one number, or several with commas.
STOP_NUMBERS = "{numbers} and {last}"

ENDINGS_TITLE, ENDINGS_OFFER = "Endings", "Look at the endings"
ENDINGS_MORE = Plural(
    "{reached} of {all} endings reached. One more.",
    "{reached} of {all} endings reached. {count} more.",
)
ENDINGS_ALL = Plural("The one ending reached.", "All {count} endings reached.")
ENDINGS_NONE = "You have come to no ending of this story yet. Those you reach stand here."
ENDING_WHEN = "First reached: {when}"
ENDING_BLANK = "Not reached yet"
ENDING_CHANGED = "The story was changed since: this is the page as it can still be read."


def endings_count(reached: int, left: int) -> str:
    """How many endings there are, and how many were not reached.

    >>> endings_count(4, 2), endings_count(6, 0)
    ('4 of 6 endings reached. 2 more.', 'All 6 endings reached.')
    """
    if not left:
        return ENDINGS_ALL.of(reached)
    return ENDINGS_MORE.of(left, reached=reached, all=reached + left)


SKIP, SKIP_NOTHING = "Skip what you have read", "Nothing read to skip"
SKIP_TITLE = "Choose as you did before?"
SKIP_WORDS = (
    "Here you have a choice, so nothing is skipped unasked. You can let what you chose the last "
    "time be chosen again. You can go back from there, one choice at a time."
)
SKIP_STAY = "No, stay here"
SKIP_UNTRIED = "As before, to the next choice with something not tried"
SKIP_FAR = "As before, as far as it goes"
SKIP_MADE = Plural("1 choice made for you.", "{count} choices made for you.")
SKIP_TO_NEW = "You stop at something new."
# Translators: {scene} is the title of a scene, in the story’s language.
SKIP_TO = "You stop in: {scene}."
SKIP_TO_VOTE = "You stop before the vote in: {scene}."
SKIP_TO_ENDING = "You stop at the ending in: {scene}."
# Translators: a short notice, after skipping.
SKIPPED = Plural("1 choice made as before", "{count} choices made as before")
AUTO_KEY = "A"
# Translators: the story goes on by itself wherever there is but one way; in the bar.
AUTO_ON = "Auto-forward: on"
