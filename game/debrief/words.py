"""What a debrief says besides the story's own words, on the screen and on paper alike."""

from __future__ import annotations

from collections.abc import Iterable

from game.debrief.look_back import Standing, Vote
from game.play.view import MeetingView
from game.story.model import Hand, Label, Lens, Source

TITLE = "Looking back"
KEPT = "{many}. Kept on {day}."
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
NO_TURNING = "They could not be worked out."
STOOD_WITH_YOU = "Who stood with you"
MOVED = "{start} at the start, {end} at the end"
STAYED = "As at the start: {those}."
ONE_STAYED = "{name} ({words})"
STANDING_HEAD = ("Who", "At the start", "At the end")
RECORD = "What the record says"
NOTES = "What was true on your way"
AGAINST = "The case against"
QUESTIONS = "To talk about"
PLAY = "The play"
CREDITS = "Who made this"
YOU = "You"
SOURCES = "Sources: {sources}"
LABEL: dict[Label, str] = {
    "documented": "Documented",
    "likely": "Likely",
    "disputed": "Disputed",
    "invented": "Invented",
}
HAND: dict[Hand, str] = {"up": "Hand up", "down": "Hand down", "abstain": "Does not vote"}
TALLY = "{up} up, {down} down"
TALLY_OUT = "{up} up, {down} down, {out} not voting"
CARRIED, LOST = "Carried", "Lost"
BY_CLASS = "The class decided: {result}"
MOVED_BY = "Moved by {name}."
NEEDS = "Needed to carry: {needs}."


def choices(number: int) -> str:
    """So many choices."""
    return "1 choice" if number == 1 else f"{number} choices"


def stayed(those: Iterable[Standing]) -> str:
    """Those whose stance is what it was, as one sentence."""
    named = (ONE_STAYED.format(name=one.name, words=one.end) for one in those)
    return STAYED.format(those=", ".join(named))


def tally(meeting: MeetingView) -> str:
    """The count of a vote."""
    out = len(meeting.hands) - meeting.up - meeting.down
    return (TALLY_OUT if out else TALLY).format(up=meeting.up, down=meeting.down, out=out)


def outcome(vote: Vote) -> str:
    """What a vote came to, and by what count, unless a class decided it against the count."""
    carried = vote.option.endswith("/carried")
    result = (CARRIED if carried else LOST).lower()
    if carried != vote.meeting.carried:
        return f"{BY_CLASS.format(result=result)}."
    return f"{tally(vote.meeting)}: {result}."


def sources(those: Iterable[Source]) -> str:
    """Where something is known from, as one line."""
    return SOURCES.format(sources="\u00a0\u00b7 ".join(source.text for source in those))
