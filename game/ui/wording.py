"""Every word the window itself says, in English; `game.translation` puts other languages here.

Look a text up where a page is built: a copy of it, in a constant or a default argument, stays
English. What comes in a number is a `Plural`. A comment that begins with "Translators:" stands
with the text in the catalogues.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from game.debrief import words
from game.translation import LANGUAGES, Plural
from game.ui.settings import VOLUMES, Name, Value

if TYPE_CHECKING:
    from game.story.model import Hand

GAME = "One Out, All Out"
CONTINUE = "Go on where you stopped"
BEGIN = "Begin"
BEGIN_AGAIN = "Begin again from the start"
QUIT = "Quit"
TO_FIRST_SCENE = "Begin the first scene"
BEFORE_YOU_BEGIN = "Before you begin"
YOU_ARE = "You are {name}"
MINUTES = Plural("about a minute", "about {count} minutes")
# Translators: where and when a story is set, and how long it plays.
STORY_ABOUT = "{place}, {year}, {minutes}"
NO_STORIES = "There are no stories on the shelf."
NO_STORIES_MEND = (
    "Put a story’s folder into your stories folder, or name its path on the command line."
)

# Translators: keys as they are printed on a keyboard.
LEFT_KEY, ESCAPE_KEY = "Left", "Esc"
BACK, BACKLOG, NOTES, KNOW, PICTURE = "Back", "Backlog", "What’s true", "What you know", "Picture"
SMALLER, LARGER, FULL, MENU = "Smaller", "Larger", "Full screen", "Menu"
MORE = "More below"
# Translators: who is speaking, above what the player's own character says.
YOU = "You"
PLACE_AND_TIME = "{place}, {when}"

NOTES_TITLE = "What’s true here"
NO_NOTES = "There are no margin notes to this screen."
KNOW_TITLE = "What you know tonight"
NO_KNOW = "Nothing yet that is not on the screen."
BACKLOG_TITLE = "What has happened"
NO_BACKLOG = "This is the first screen: nothing lies behind you yet."
PICTURE_TITLE = "The picture"
NO_PICTURE = "This screen has no picture."
PICTURE_REFUSED = "{file} is not shown: {why}."
CLOSE = "Back to the story"
CLOSE_PLAIN = "Go back"

MENU_TITLE = "Pause"
RESUME = "Go on playing"
RESTART = "Start again from the beginning"
SURE_TITLE = "Start again?"
SURE = (
    "You go back to the first screen. The place you have reached is kept until you make "
    "your first choice there."
)
SURE_YES, SURE_NO = "Yes, start again", "No, go on playing"
QUIT_SAVED = "Quit: your place is saved"

SAVE_TITLE, LOAD_TITLE = "Save your place", "Load a place"
SAVE_KEY, LOAD_KEY = "S", "L"
DELETE_ONE = "Delete this save"
LOAD_OFFER = "Load a saved place"
SAVE_BAR, LOAD_BAR = "Save", "Load"
SAVE_WORDS = (
    "Your place is kept by itself at every choice. Save one here if you want to come back to it "
    "later and try something else."
)
LOAD_WORDS = "Nothing is lost by loading: the place you leave is kept here too."
NOTHING_SAVED = "Nothing has been saved in this story yet."
KEPT_AS: dict[str, str] = {
    "autosave": "Where you stopped",
    "quicksave": "Quick save",
    "left": "The place you left",
}
HERE = "Where you are now"
EMPTY = "Empty"
ENDED = "Ending: {title}"
DAMAGED = "Damaged"
DAMAGED_WHY = "{problem} It can be deleted; nothing else is lost by that."
DAMAGED_BEFORE = "{problem} The save before it opens: delete this one, and that takes its place."
SAVED_AT = "{when}, {choices}"
SAVED_IN = "Saved in {slot}"
DELETED = "Deleted"
NOT_SAVED_TITLE, NOT_LOADED_TITLE, NOT_DELETED_TITLE = "Not saved", "Not loaded", "Not deleted"
CHOICES = Plural("1\u00a0choice", "{count}\u00a0choices")
# Translators: {day} is "Today", "Yesterday" or a date, {time} is made by the text for it.
AT, TODAY, YESTERDAY = "{day} at {time}", "Today", "Yesterday"
# Translators: 24 hours; {hour:02} has two digits at least, {hour} may have one.
TIME = "{hour:02}:{minute:02}"
# Translators: {date} is made by the texts "{day} {month} {year}" and "1 {month} {year}".
ON_DAY = "{weekday} {date}"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
REPLACE_TITLE = "Replace this save?"
REPLACE = "What is saved there now is given up for the place you have reached."
REPLACE_YES, REPLACE_NO = "Yes, replace it", "No, leave it as it is"
DELETE_TITLE = "Delete this save?"
DELETE_SAVE = "It cannot be brought back. Your other saves stay as they are."
DELETE_YES, DELETE_NO = "Yes, delete it", "No, leave it as it is"
PLACE_NOT_KEPT_TITLE = "Load all the same?"
PLACE_NOT_KEPT = "The place you are at cannot be kept now, so loading would lose it. {why}"
PLACE_NOT_KEPT_YES, PLACE_NOT_KEPT_NO = "Yes, load and lose it", "No, go back"
QUICK_SAVED, NOT_QUICK_SAVED = "Quick save made", "Not saved"
QUICK_LOADED = "Quick save loaded"
NOT_QUICK_LOADED = "So the quick save was not loaded: that would have lost the place you are at."

MOTION = "The motion"
# Translators: a label above the words of a motion.
MOTION_MOVED = "The motion. Moved by {name}"
# Translators: {needs} is, for example, "more than half of those voting".
NEEDS = "Needed to carry: {needs}"
MOVED_AND_NEEDS = "Moved by {name}. Needed to carry: {needs}"
TO_MEETING = "Call the vote"
RAISING = "Show all hands"
REASONS = "Why each hand is up or down"
HAND = words.HAND
HAND_AND_WHY: Mapping[Hand, str] = {
    "up": "{name}, hand up: {reason}",
    "down": "{name}, hand down: {reason}",
    "abstain": "{name}, does not vote: {reason}",
}
WAITING = "Not yet"
TALLY, TALLY_OUT = words.TALLY, words.TALLY_OUT
# Translators: {tally} is, for example, "5 up, 4 down".
TALLY_CARRIED, TALLY_LOST = "{tally}: Carried", "{tally}: Lost"
GO_ON = "Go on"
# Translators: {title} is an act's; {minutes}, for example, "about 20 minutes".
ACT_ENDS = "End of the act: {title}"
ACT_STOP = "A good place to stop. What you have done is saved."
ACT_NEXT = "Next: {title}, {minutes}."

PLAY_AGAIN = "Play again from the start"
BACK_ONE = "Go back one choice"
CHOSEN_TITLE = "What you chose"
LOOK_BACK = "Look back"
LOOK_BACK_OFFER = "Look back on what you did"
TO_ENDING = "Back to the ending"
KEEP = "Keep this page"
KEEP_OFFER = "Keep all this as a page"
KEPT_TITLE = "The page is kept"
KEPT_HOW = (
    "Any browser opens it, without a network, and it prints on A4. The whole play stands in it."
)
KEPT_SOON = "Its turning points are added when they are worked out, if you stay here until then."
NOT_KEPT_TITLE = "The page could not be kept"
NOT_KEPT = "{path}: {why}."
GO_BACK_TO = "Go back to this choice"
GO_BACK_TITLE = "Go back to this choice?"
GO_BACK = (
    "You stand again before choice {number} of {many}. What you chose there and after it is "
    "undone, and your place is saved there. A page that you have kept stays."
)
GO_BACK_YES, GO_BACK_NO = "Yes, go back to choice {number}", "No, stay here"
LABEL = words.LABEL

TROUBLE_TITLE = "The story stops here"
TROUBLE = "This is a fault in the story, not in anything you did. Your place is saved."
TROUBLE_RANGE = (
    "A number left the range its author gave it, so that choice could not be carried out."
)
TROUBLE_STUCK = "This screen has nothing to choose and is not an ending."
TROUBLE_WHERE = "For whoever wrote it: {at}"
NOT_SAVED = "Your place could not be saved: {why}. You can go on; it is tried again at each choice."

SETTINGS = "Settings"
# Translators: "While away" is while another window has the focus. "Auto-forward" goes on by itself.
SETTING: Mapping[Name, str] = {
    "text": "Text size",
    "face": "Typeface",
    "spacing": "Line spacing",
    "scale": "Interface size",
    "contrast": "Contrast",
    "paper": "Paper",
    "motion": "Hands at a vote",
    "pictures": "Pictures",
    "voice": "Speech",
    "rate": "Pace of speech",
    "frame": "Window",
    "skip": "Skip",
    "auto": "Auto-forward",
    "pace": "Words a minute",
    "language": "Language",
    "sound": "Sound",
    "music": "Music",
    "ambience": "Surroundings",
    "effects": "Sound effects",
    "captions": "Sound captions",
    "apart": "While away",
}
# Translators: what settings are set to: short words. "On" and "Off" are those of speech, sound,
# music and more; "Shown" and "Hidden" those of sound captions, "Shown" also of pictures.
VALUE: Mapping[Name, Mapping[Value, str]] = {
    "text": {size: f"{size}%" for size in (100, 110, 125, 150, 175, 200)},
    "face": {
        "atkinson": "Atkinson Hyperlegible",
        "lexend": "Lexend (dyslexia)",
        "literata": "Literata (serif)",
    },
    "spacing": {100: "Usual", 120: "Wide", 140: "Widest"},
    "scale": {"auto": "Auto", **{size: f"{size}%" for size in (100, 125, 150, 175, 200)}},
    "contrast": {"usual": "Usual", "high": "High"},
    "paper": {"light": "Light", "dark": "Dark"},
    "motion": {"full": "One by one", "reduced": "All at once"},
    "pictures": {"shown": "Shown", "hidden": "Left out"},
    "voice": {"off": "Off", "on": "On"},
    "rate": {1: "Slowest", 2: "Slower", 3: "Usual", 4: "Faster", 5: "Fastest"},
    "frame": {"window": "In a window", "full": "Full screen"},
    "skip": {"ask": "Can choose as before", "stop": "Stops at choices"},
    "auto": {"off": "Off", "on": "On"},
    "pace": {80: "80", 120: "120", 160: "160", 200: "200", 250: "250"},
    "language": {"system": "As the system", **dict(LANGUAGES.items())},
    "sound": {"on": "On", "off": "Off"},
    "music": {0: "Off", **{volume: f"{volume}%" for volume in VOLUMES[1:]}},
    "ambience": {0: "Off", **{volume: f"{volume}%" for volume in VOLUMES[1:]}},
    "effects": {0: "Off", **{volume: f"{volume}%" for volume in VOLUMES[1:]}},
    "captions": {"hidden": "Hidden", "shown": "Shown"},
    "apart": {"on": "Plays on", "off": "Falls silent"},
}
STORIES_STAY = "The stories are in English."
# Translators: the name of a setting and what it is set to, for a screen reader.
SETTING_NOW = "{setting}: {value}"
SAMPLE = "Roy has bet Les two bob he can put three ton of plate down on an egg."
SETTING_NOT_KEPT = "What you set holds until you close the game, and could not be kept: {why}."
FIRST_TITLE = "Set this to suit you"
FIRST = "This is asked once. {settings} brings it back, with more that can be set."
FIRST_HOW = "Up and Down choose, Left and Right change. Or click. {voice} reads all this aloud."
FIRST_DONE = "Go on with this"

HELP_TITLE = "Keys"
# Translators: keys, by the commands they do (they are filled in), and what they do.
HELP_LINES = (
    ("Up and Down, Enter", "move among the choices, take one"),
    ("1 to 9", "take the choice with that number"),
    ("Tab", "move on to the bar at the bottom"),
    ("{page_up}, {page_down}, {home}, {end}", "read up and down, as the wheel or a finger does"),
    ("{back} or Left", "go back one choice"),
    ("{forward}", "go forward again, after going back"),
    ("{page_up}, {page_down}", "at the top and the end of a page: back and forward"),
    ("{backlog}", "backlog: everything read and chosen"),
    ("{notes} and {know}", "what is true here; what you know tonight"),
    ("{picture}", "what the picture shows"),
    ("{map}", "the route map: what you have seen"),
    ("{skip}", "skip what you have read"),
    ("{auto}", "auto-forward: go on by itself"),
    ("{credits}", "credits and sources"),
    ("{look_back} and {keep}", "after an ending: look back; keep that as a page"),
    ("{save} and {load}", "save your place, load another"),
    ("{quick_save} and {quick_load}", "quick save, quick load"),
    ("{larger} and {smaller}", "larger and smaller text"),
    ("{mute}", "sound off, and on again"),
    ("{voice}", "speech on and off"),
    ("{repeat}, Ctrl", "hear the screen again, be silent"),
    ("{settings}", "settings: type, contrast, paper, motion, pictures, sound, speech, keys"),
    ("{full}", "full screen"),
    ("Esc", "this pause, and out of any sheet"),
)

HIDE = "Hide this"
CHECKING = "The check is running."
SOUND = "Checked: no problems."
UNSOUND = Plural(
    "Checked: 1 problem. See the terminal.", "Checked: {count} problems. See the terminal."
)
UNCHECKED = "The check came to nothing. See the terminal."
NOT_READ = Plural(
    "Not read: 1 problem. See the terminal.", "Not read: {count} problems. See the terminal."
)
BROKEN_TITLE = "The saved files have a fault: you see the story as it was before"
CUT_TITLE = "The edit cuts this play short"
# Translators: for authors, who write in English; {why} is in English.
CUT = "{made} of {choices} choices could be made again. Then {option} could not: {why}."
CUT_MEND = "You can play on from here. Mend it instead, and you stand where you were."

SUBTITLE = "Stories from the history of working people. What you do in them is up to you."
KEPT_PLACE = "Your place is kept"
UNREADABLE = "Cannot be played: {why}"
SKIPS = "Leaves this scene out"
WINDOW_TITLE = "{story} \u2013 One Out, All Out"

# Translators: these follow "Playing in the terminal:" and begin in lower case.
NO_DISPLAY = "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
NO_DISPLAY_HERE = "there is no display to open a window on"
NO_PYGAME = "pygame is not installed ({why})"
NO_WINDOW = "no window can be opened ({why})"

# Translators: these say why a picture is not shown, after its file's name and "is not shown:".
PICTURE_LARGE = "it is larger than {size} MB"
PICTURE_UNREAD = "it cannot be read ({why})"
PICTURE_UNDECODED = "it cannot be decoded ({why})"
PICTURE_SHORT = "it is cut short"
PICTURE_SIDES = "it is {width} by {height} pixels, and {limit} is the limit for a side"
PICTURE_KIND = "it is not a PNG, JPEG, GIF or WebP file"
PICTURE_WEBP = "it is not a WebP file this program knows"
PICTURE_JPEG = "it is a damaged JPEG file"


def choices(count: int) -> str:
    """So many choices, in words."""
    return CHOICES.of(count)


def day_and_time(when: str, now: datetime) -> str:
    """An ISO time as people say it, where `now` is; nothing if it is no time.

    >>> from datetime import UTC
    >>> now = datetime(2026, 3, 2, 12, tzinfo=UTC)
    >>> day_and_time("2026-03-01T17:10:00+00:00", now)
    'Yesterday at 17:10'
    >>> day_and_time("2026-02-06T09:05:00+00:00", now)
    'Friday 6 February 2026 at 09:05'
    """
    try:
        then = datetime.fromisoformat(when).astimezone(now.tzinfo)
    except (ValueError, OverflowError, OSError):  # a save may come from a stranger
        return ""
    if then.date() == now.date():
        day = TODAY
    elif then.date() == (now - timedelta(days=1)).date():
        day = YESTERDAY
    else:
        day = ON_DAY.format(weekday=WEEKDAYS[then.weekday()], date=words.on_day(then))
    return AT.format(day=day, time=TIME.format(hour=then.hour, minute=then.minute))


def duration(minutes: int) -> str:
    """How long something plays, in words."""
    return MINUTES.of(minutes)


# What only a screen reader says.

# Translators: names of parts of the screen, and what is said of a choice.
CHOICES_READ = "Choices"
HANDS_READ = "Hands"
BAR_READ = "More that can be done"
CHOSEN_READ = "Chosen"
LOCKED_READ = "Closed to you."
