"""What a player has seen of a story, as a route: scenes, the stops in them, the ways between.

A stop is a passage at which screens end: there one chooses, a meeting votes, or the story is over.
What was not seen has no name here: of ways not taken, scenes and endings only the number is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from game.play.playthrough import Playthrough
from game.play.seen import Seen
from game.story.branches import declared_unreachable
from game.story.model import Passage, Story, Text
from game.ui import wording, words_seen

Kind = Literal["choice", "meeting", "ending"]

_LONGEST = 58
"""Characters of a stop's first words."""


class Way(NamedTuple):
    """An option that was taken, and the stops it led to.

    `now` is the one to which it led in this play, the last time; empty if it was not taken in it.
    """

    text: str
    to: tuple[str, ...]
    now: str


class Stop(NamedTuple):
    """A stop that was seen. `words` are the first of its text, or its title.

    `step` is how many choices were made before it in this play, None where it does not lie on it.
    """

    id: str
    number: int
    scene: str
    kind: Kind
    words: str
    ways: tuple[Way, ...]
    untried: int
    here: bool
    step: int | None

    @property
    def passed(self) -> bool:
        """True if this play has gone on from here, so that one can go back to it."""
        return self.step is not None and not self.here


class Stretch(NamedTuple):
    """A scene, and what was seen of it."""

    scene: str
    title: str
    under: str
    stops: tuple[Stop, ...]


class Route(NamedTuple):
    """Everything that was seen, in the order of the story's pages."""

    stretches: tuple[Stretch, ...]
    scenes_left: int
    endings: tuple[str, ...]
    """The titles of the endings that were reached."""
    endings_left: int

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All stops, by their numbers."""
        return tuple(stop for stretch in self.stretches for stop in stretch.stops)

    def stop(self, passage: str) -> Stop | None:
        """The stop at a passage."""
        return next((stop for stop in self.stops if stop.id == passage), None)


class _Play(NamedTuple):
    """The present play: where it is, its steps by stop, and where options led in it."""

    here: str
    steps: dict[str, int]
    led: dict[str, str]


def route(playthrough: Playthrough, seen: Seen) -> Route:
    """The route of whoever has seen this and is playing that."""
    story = playthrough.program.story
    play = _play(playthrough)
    unreachable = frozenset(declared_unreachable(story))
    met = {one.id: one for one in story.passages.values() if one.id in seen.passages}
    by_scene: dict[str, list[Passage]] = {}
    for one in met.values():
        by_scene.setdefault(one.scene, [])
        if _kind(one) is not None:
            by_scene[one.scene].append(one)
    stretches: list[Stretch] = []
    number = 0
    for scene in story.scenes.values():
        if scene.id not in by_scene:
            continue
        stops = []
        for passage in by_scene[scene.id]:
            number += 1
            stops.append(_stop(story, seen, play, passage, number, unreachable))
        place, when = scene.place or story.place, scene.when or str(story.year)
        under = wording.PLACE_AND_TIME.format(place=place, when=when)
        stretches.append(Stretch(scene.id, scene.title or story.title, under, tuple(stops)))
    reached = [one.ending.title for one in met.values() if one.ending is not None]
    used = {one.scene for one in story.passages.values()}
    return Route(
        tuple(stretches), len(used - by_scene.keys()), tuple(reached), endings_left(story, seen)
    )


def endings_left(story: Story, seen: Seen) -> int:
    """How many endings were not reached. Those that nobody can reach do not count."""
    no_way = declared_unreachable(story)
    return sum(
        one.ending is not None and one.id not in seen.passages and one.id not in no_way
        for one in story.passages.values()
    )


def first_words(story: Story, seen: Seen, passage: Passage) -> str:
    """The first words of a passage, as far as they were read; its scene's title if it has none."""
    text = next(read_texts(seen, passage), "")
    return _short(text) or story.scenes[passage.scene].title or story.title


def read_texts(seen: Seen, passage: Passage) -> Iterator[str]:
    """The paragraphs of a passage that were read, in the order of the page."""
    for paragraph in passage.paragraphs:
        if paragraph.id in seen.lines:
            yield plain(paragraph.text)
        if paragraph.otherwise is not None and f"{paragraph.id}/else" in seen.lines:
            yield plain(paragraph.otherwise)


def plain(text: Text) -> str:
    """A text without the values that were printed in it, which differ from play to play."""
    words = "".join(piece if isinstance(piece, str) else "\u2026" for piece in text)
    return words.replace("\u2026.", "\u2026")


def _short(text: str) -> str:
    """The first words of a text, as far as they stand on a map."""
    line = text.split("\n", maxsplit=1)[0]
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:.\u2013\u2014\u2026") + "\u2026"


def _play(playthrough: Playthrough) -> _Play:
    steps: dict[str, int] = {}
    led: dict[str, str] = {}
    shown = [*(past.view.passage for past in playthrough.backlog()), playthrough.view.passage]
    for step, passage in enumerate(shown):
        steps[passage] = step
        if step:
            led[playthrough.choices[step - 1]] = passage
    return _Play(shown[-1], steps, led)


def _kind(passage: Passage) -> Kind | None:
    if passage.ending is not None:
        return "ending"
    if passage.meeting is not None:
        return "meeting"
    return "choice" if passage.choices else None


def _stop(
    story: Story,
    seen: Seen,
    play: _Play,
    passage: Passage,
    number: int,
    unreachable: frozenset[str],
) -> Stop:
    offered = [(choice.id, plain(choice.text)) for choice in passage.choices]
    words = first_words(story, seen, passage)
    kind = _kind(passage)
    assert kind is not None, "only what is a stop is asked for"
    if passage.meeting is not None:
        results = (("carried", words_seen.MAP_CARRIED), ("lost", words_seen.MAP_LOST))
        offered = [(f"{passage.id}/{result}", said) for result, said in results]
        words = _short(plain(passage.meeting.motion))
    elif passage.ending is not None:
        words = passage.ending.title
    ways, untried = _ways(story, seen, play, offered, unreachable)
    if passage.skip is not None and f"{passage.id}/skip" in seen.ways:
        skip = [(f"{passage.id}/skip", passage.skip.why)]
        ways = (*ways, *_ways(story, seen, play, skip, unreachable)[0])
    here = passage.id == play.here
    step = play.steps.get(passage.id)
    return Stop(passage.id, number, passage.scene, kind, words, ways, untried, here, step)


def _ways(
    story: Story,
    seen: Seen,
    play: _Play,
    offered: Iterable[tuple[str, str]],
    unreachable: frozenset[str],
) -> tuple[tuple[Way, ...], int]:
    """The options that were taken, and how many others there are.

    Options with the same words are one: which of them it is hangs on what went before.
    """
    alike: dict[str, list[str]] = {}
    for id_, text in offered:
        if id_ not in unreachable:
            alike.setdefault(text, []).append(id_)
    ways = []
    for text, ids in alike.items():
        if any(id_ in seen.ways for id_ in ids):
            now = next((play.led[id_] for id_ in ids if id_ in play.led), "")
            ways.append(Way(text, _known(story, seen, ids), now))
    return tuple(ways), len(alike) - len(ways)


def _known(story: Story, seen: Seen, options: Iterable[str]) -> tuple[str, ...]:
    """The stops to which options led, in the order of the pages."""
    there = {stop for option in options for stop in seen.ways.get(option, ())}
    known = there & story.passages.keys()
    if len(known) < 2:
        return tuple(known)
    return tuple(passage for passage in story.passages if passage in known)
