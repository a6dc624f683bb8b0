"""Why a play of an edited story stopped before its last choice, in words for the story's author."""

from __future__ import annotations

from typing import NamedTuple

from game.play.playthrough import Playthrough
from game.play.screen import RangeFault, step
from game.play.view import Fault
from game.story.model import Passage, Place


class CutShort(NamedTuple):
    """Of `choices` choices `made` could be made again; then `option` could not be.

    `place` and `source` are where to look in the author's files: `source` are the words that stand
    there.
    """

    made: int
    choices: int
    option: str
    why: str
    place: Place
    source: str


def cut_short(playthrough: Playthrough, choices: int, option: str) -> CutShort:
    """What keeps `option` from being taken where `playthrough` stands.

    `option` is the id at which `Playthrough.replay` stopped, and `choices` how many it was given.
    Raises ValueError if nothing does.
    """
    why, place, source = _why(playthrough, option)
    return CutShort(len(playthrough.choices), choices, option, why, place, source)


_Why = tuple[str, Place, str]


def _why(playthrough: Playthrough, option: str) -> _Why:
    view, passages = playthrough.view, playthrough.program.story.passages
    passage = option.rpartition("/")[0]
    here = passages[view.passage]
    if view.fault is not None:
        return _fault(view.fault)
    if passage not in passages:
        return f"there is no passage {passage} now", here.place, here.id
    if here.id != passage:
        return f"the story is at {here.id} there now, not at {passage}", here.place, here.id
    if any(shown.id == option and shown.available for shown in view.options):
        return _effect(playthrough, option)
    return _not_offered(playthrough, here, option)


def _not_offered(playthrough: Playthrough, here: Passage, option: str) -> _Why:
    """Why the passage where the story stands does not let it be taken."""
    name = option.rpartition("/")[2]
    choice = next((one for one in here.choices if one.id == option), None)
    if choice is None:
        if here.meeting is not None and name in ("carried", "lost"):
            return f"the vote at {here.id} is not {name} now", here.place, here.id
        what = "skip" if name == "skip" else f"choice {name}"
        return f"{here.id} has no {what} now", here.place, here.id
    spent = choice.once >= 0 and option in playthrough.choices
    if spent or choice.condition is None:
        return "it can be taken only once, and was", choice.place, name
    condition = choice.condition
    return "its condition does not hold there now", condition.place, condition.source


def _effect(playthrough: Playthrough, option: str) -> _Why:
    """Why an option that can be taken cannot be carried out."""
    try:
        step(playthrough.program, playthrough.state, option)
    except RangeFault as stopped:
        return _fault(stopped.fault)
    raise ValueError(f"{option} can be taken here")


def _fault(fault: Fault) -> _Why:
    file, line, column = fault.at.rsplit(":", 2)
    return fault.message, Place(file, int(line), int(column)), fault.source
