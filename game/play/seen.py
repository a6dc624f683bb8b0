"""What a player has seen of a story, over all plays of it: ids, never words.

Of a story that was edited since, ids that are no longer there are kept and mean nothing: whoever
reads this asks the story first, and an edit that is taken back brings them back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from game.play.playthrough import Playthrough
from game.play.view import View
from game.story.model import Passage, Story

_LONGEST_ROUTE = 2_000
"""Choices of a play that are kept with its ending. A longer one is an ending without its route."""

_LONGEST_ID = 200


class Reached(NamedTuple):
    """An ending that was reached: when for the first time (ISO, with its zone), and how."""

    when: str
    choices: tuple[str, ...] = ()


class Seen:
    """What was seen. It only grows, and two of them can be put together."""

    def __init__(self) -> None:
        self.passages: set[str] = set()
        """Passages that were entered, those that a screen only passed through as well."""
        self.lines: set[str] = set()
        """The ids of what was printed: lines, and why a hand was up or down."""
        self.ways: dict[str, set[str]] = {}
        """Options that were taken, and the passages at which the screens after them stopped."""
        self.last: dict[str, str] = {}
        """The option that was taken last, by the passage at which its screen stopped."""
        self.endings: dict[str, Reached] = {}
        """The endings that were reached, by their passages."""

    def __bool__(self) -> bool:
        """True if there is anything in it."""
        return bool(self.passages or self.lines or self.ways)

    def note(self, view: View, choices: tuple[str, ...] = (), when: str = "") -> None:
        """`view` is shown. At an ending, `choices` led there and `when` is the time."""
        self.passages.update(view.passages)
        self.lines.update(lines_of(view))
        if view.ending is not None and view.ending.id not in self.endings:
            kept = choices if len(choices) <= _LONGEST_ROUTE else ()
            self.endings[view.ending.id] = Reached(when, kept)

    def note_way(self, before: View, option: str, after: View) -> None:
        """`option` was taken on one screen and led to another."""
        self.ways.setdefault(option, set()).add(after.passage)
        self.last[before.passage] = option

    def note_play(self, playthrough: Playthrough, when: str = "") -> None:
        """Everything on the way of a play, and the screen where it stands."""
        past = playthrough.backlog()
        shown = [*(one.view for one in past), playthrough.view]
        for (view, chosen), after in zip(past, shown[1:], strict=True):
            self.note(view)
            self.note_way(view, chosen.id, after)
        self.note(playthrough.view, playthrough.choices, when)

    def knows(self, view: View) -> bool:
        """True if all that `view` says has been seen."""
        return self.passages.issuperset(view.passages) and self.lines.issuperset(lines_of(view))

    def add(self, other: Seen) -> None:
        """Put another's together with this. What was taken last is the other's."""
        self.passages |= other.passages
        self.lines |= other.lines
        for option, stops in other.ways.items():
            self.ways.setdefault(option, set()).update(stops)
        self.last.update(other.last)
        for ending, reached in other.endings.items():
            mine = self.endings.get(ending)
            if mine is None or "" < reached.when < mine.when:
                self.endings[ending] = reached

    # -- as JSON

    def to_json(self) -> dict[str, object]:
        """Its one JSON form, the same for the same content."""
        return {
            "passages": sorted(self.passages),
            "lines": sorted(self.lines),
            "ways": {option: sorted(stops) for option, stops in sorted(self.ways.items())},
            "last": dict(sorted(self.last.items())),
            "endings": {
                ending: {"when": when, "choices": list(choices)}
                for ending, (when, choices) in sorted(self.endings.items())
            },
        }

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> Seen:
        """What a JSON form says, as if a stranger had written it. Raises ValueError if it is none.

        >>> Seen.from_json({"passages": ["smoko"]}).passages
        {'smoko'}
        """
        seen = cls()
        seen.passages = set(_ids(data.get("passages", [])))
        seen.lines = set(_ids(data.get("lines", [])))
        for option, stops in _pairs(data.get("ways", {})):
            seen.ways[option] = set(_ids(stops))
        for passage, last in _pairs(data.get("last", {})):
            seen.last[passage] = _id(last)
        for ending, said in _pairs(data.get("endings", {})):
            reached = dict(_pairs(said))
            choices = tuple(_ids(reached.get("choices", [])))
            seen.endings[ending] = Reached(_id(reached.get("when", "")), choices)
        return seen


def reached_endings(story: Story, seen: Seen) -> list[Passage]:
    """The endings that were reached and are still there, the first one reached first."""
    there = [story.passages[ending] for ending in seen.endings if ending in story.passages]
    found = [one for one in there if one.ending is not None]
    return sorted(found, key=lambda one: (seen.endings[one.id].when, one.id))


def lines_of(view: View) -> Iterator[str]:
    """The ids of all that a screen prints of its passages, the reasons of hands included."""
    for line in view.lines:
        yield line.id
    if view.meeting is not None:
        for hand in view.meeting.hands:
            yield hand.line


def _id(found: object) -> str:
    if isinstance(found, str) and len(found) <= _LONGEST_ID:
        return found
    raise ValueError(f"{str(found)[:40]!r} is no id")


def _ids(found: object) -> list[str]:
    if isinstance(found, list):
        return [_id(one) for one in found]
    raise ValueError("a list is missing")


def _pairs(found: object) -> list[tuple[str, object]]:
    if isinstance(found, dict):
        return [(_id(name), value) for name, value in found.items()]
    raise ValueError("an object is missing")
