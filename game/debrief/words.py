"""What a debrief says besides the story's own words: in a window, in a terminal and on paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from game.translation import Plural

if TYPE_CHECKING:
    from game.debrief.look_back import Standing, Vote
    from game.play.view import MeetingView
    from game.story.model import Hand, Label, Lens, Source

TITLE = "Looking back"
# Translators: a page was kept on {day}, after so many choices in a play.
KEPT = Plural("1 choice. Kept on {day}.", "{count} choices. Kept on {day}.")
NO_ENDING = "No ending yet"
NO_ENDING_YET = "This play has not come to an ending."
DEEDS: dict[Lens, str] = {
    "alone": "What you did alone",
    "together": "What you did with others",
    "apart": "Where you kept apart",
}
TURNING_POINTS = "Turning points"
WORKING = "The turning points are being worked out."
NOT_YET = "They are told of a play that has come to an ending: they name the others."
NOT_KEPT_YET = "They had not been worked out when this page was kept."
STOOD_WITH_YOU = "Who stood with you"
# Translators: {start} and {end} are the story's own words for where somebody stands.
MOVED = "{start} at the start, {end} at the end"
STAYED = "As at the start: {those}."
# Translators: what joins the names in a list of people.
COMMA = ", "
ONE_STAYED = "{name} ({words})"
STANDING_HEAD = ("Who", "At the start", "At the end")
RECORD = "What the record says"
NOTES = "What was true on your way"
AGAINST = "The case against"
QUESTIONS = "To talk about"
PLAY = "The play"
CREDITS = "Who made this"
# Translators: who is speaking, above what the player's own character says.
YOU = "You"
SOURCES = "Sources: {sources}"
# Translators: how sure it is that something happened.
LABEL: dict[Label, str] = {
    "documented": "Documented",
    "likely": "Likely",
    "disputed": "Disputed",
    "invented": "Invented",
}
HAND: dict[Hand, str] = {"up": "Hand up", "down": "Hand down", "abstain": "Does not vote"}
# Translators: hands that are up and down at a vote.
TALLY = "{up} up, {down} down"
TALLY_OUT = "{up} up, {down} down, {out} not voting"
# Translators: what became of a motion that was put to the vote; {tally} is the count.
TALLY_CARRIED, TALLY_LOST = "{tally}: carried.", "{tally}: lost."
CLASS_CARRIED, CLASS_LOST = "The class decided: carried.", "The class decided: lost."
MOVED_BY = "Moved by {name}."
# Translators: {needs} is, for example, "more than half of those voting".
NEEDS = "Needed to carry: {needs}."

TOLD = "{story}: turning points"
# Translators: an ending's title wherever it stands in a sentence; the quotes are your language's.
TITLED = "“{title}”"
NEVER = "No play comes to {ending}."
CAME_TO = Plural(
    "After 1 choice you came to {ending}.", "After {count} choices you came to {ending}."
)
SO_FAR = Plural("1 choice so far, and no ending yet.", "{count} choices so far, and no ending yet.")
TOO_MANY = "This story has too many states to say which of its other endings were within reach."
BOTH_WITHIN = "At the start, both endings were within reach."
ALL_WITHIN = Plural(
    "At the start, the one ending was within reach.",
    "At the start, all {count} endings were within reach.",
)
# Translators: {count} is how many were, {all} how many there are.
SOME_WITHIN = Plural(
    "At the start, {count} of {all} endings was within reach.",
    "At the start, {count} of {all} endings were within reach.",
)
NONE_LEFT = "From here no ending can be reached any more: the story has a fault."
STILL = "Still within reach:"
AWAY = Plural("{ending}, 1 choice away", "{ending}, {count} choices away")
AT_CHOICE = "Choice {number} of {many}"
AT_CHOICE_IN = "Choice {number} of {many}, {scene}"
# Translators: how many choices still led to the ending that the sentence names.
OUT_OF_REACH = Plural(
    "{ending} went out of reach. This still led there:",
    "{ending} went out of reach. These still led there:",
)
THE_VOTE, YOU_SKIPPED, YOU_CHOSE = (
    "The vote: {option}",
    "You skipped this: {option}",
    "You chose: {option}",
)
SKIP = "Skip this: {option}"
OTHER_AT_ONCE = "{option} (at once)"
OTHER = Plural("{option} (and 1 choice more)", "{option} (and {count} choices more)")

PAGE_WRITTEN = "Wrote {path}: open it in a browser."
# Translators: --choices is typed as it is.
TO_PLAY_IT = "To play it: --choices {choices}"

# Translators: a day of a month. English has no own form for the first of one; French has.
DATE, DATE_FIRST = "{day} {month} {year}", "1 {month} {year}"
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def on_day(day: date) -> str:
    """A day as people write it.

    >>> on_day(date(2026, 11, 27))
    '27 November 2026'
    """
    template = DATE_FIRST if day.day == 1 else DATE
    return template.format(day=day.day, month=MONTHS[day.month - 1], year=day.year)


def stayed(those: Iterable[Standing]) -> str:
    """Those whose stance is what it was, as one sentence."""
    named = (ONE_STAYED.format(name=one.name, words=one.end) for one in those)
    return STAYED.format(those=COMMA.join(named))


def tally(meeting: MeetingView) -> str:
    """The count of a vote."""
    out = len(meeting.hands) - meeting.up - meeting.down
    return (TALLY_OUT if out else TALLY).format(up=meeting.up, down=meeting.down, out=out)


def outcome(vote: Vote) -> str:
    """What a vote came to, and by what count, unless a class decided it against the count."""
    carried = vote.option.endswith("/carried")
    if carried != vote.meeting.carried:
        return CLASS_CARRIED if carried else CLASS_LOST
    return (TALLY_CARRIED if carried else TALLY_LOST).format(tally=tally(vote.meeting))


def sources(those: Iterable[Source]) -> str:
    """Where something is known from, as one line."""
    return SOURCES.format(sources="\u00a0\u00b7 ".join(source.text for source in those))
