"""A story as boxes and lines: what a map shows, before it is known where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from game.export.marks import Marked, Marks
from game.story.model import Choice, Condition, Effect, Passage, Place, Scene, Story, Text

Shape = Literal["passage", "meeting", "ending", "choice", "result", "skip", "jump"]


class Item(NamedTuple):
    """One box. `branch` is the stable id it stands for; `tip` is shown when it is pointed at."""

    branch: str
    shape: Shape
    band: str
    head: str
    body: str
    note: str
    """A line under the words: a condition, or the flow that is called."""
    link: str
    """The branch that `note` leads to, if it is a link."""
    tip: str
    marks: tuple[Marked, ...]

    @property
    def look(self) -> tuple[str, ...]:
        """What changes how the box is drawn, besides its badges: marks, or that a `part` has one.

        What is wrong inside a box calls for attention to it, and does not make it unreachable.
        What is meant so does not call.
        """
        own = [one.mark for one in self.marks if not one.inner]
        part = any(one.inner and one.mark != "declared" for one in self.marks)
        return (*own, "part") if part else tuple(own)


class Way(NamedTuple):
    """A line from one box to another."""

    tail: str
    head: str
    tip: str


class Band(NamedTuple):
    """A scene or a flow. `under` is said in small letters; `links` are branches named there."""

    id: str
    title: str
    under: str
    links: tuple[str, ...]


class Chart(NamedTuple):
    """Everything a map shows."""

    items: tuple[Item, ...]
    ways: tuple[Way, ...]
    bands: tuple[Band, ...]


def chart(story: Story, marks: Marks) -> Chart:
    """The boxes and lines of `story`, in the order of its pages."""
    passages = list(story.passages.values())
    items = [item for passage in passages for item in _items(story, passage, marks)]
    ways = [way for passage in passages for way in _ways(passage)]
    return Chart(tuple(items), tuple(ways), tuple(_bands(story)))


def plain(story: Story, text: Text) -> str:
    """A text on one line, with the name of a variable in braces where it is printed."""
    pieces = (p if isinstance(p, str) else f"{{{story.slots[p].name}}}" for p in text)
    return " ".join("".join(pieces).split())


def _items(story: Story, passage: Passage, marks: Marks) -> Iterator[Item]:
    yield _passage(story, passage, marks)
    band = _band(passage)
    for choice in passage.choices:
        yield Item(
            choice.id, "choice", band, "", plain(story, choice.text), _short(choice), "",
            _choice_tip(story, choice), _marks(marks, choice.id, choice.effects),
        )  # fmt: skip
    for result in ("carried", "lost") if passage.meeting is not None else ():
        id_ = f"{passage.id}/{result}"
        yield Item(id_, "result", band, "", result.capitalize(), "", "", id_, marks.of(id_))
    if passage.skip is not None:
        id_ = f"{passage.id}/skip"
        tip = f"{id_}\n{passage.skip.why}"
        yield Item(id_, "skip", band, "", "Leave the scene out", "", "", tip, marks.of(id_))
    for jump in passage.jumps if len(passage.jumps) > 1 else ():
        id_ = f"{passage.id}/to/{jump.to}"
        words = "else" if jump.condition is None else f"if {jump.condition.source}"
        yield Item(id_, "jump", band, "", words, "", "", f"{id_}\n{words}", marks.of(id_))


def _passage(story: Story, passage: Passage, marks: Marks) -> Item:
    shape: Shape = "passage"
    body = plain(story, passage.paragraphs[0].text) if passage.paragraphs else ""
    if passage.meeting is not None:
        shape, body = "meeting", f"Motion: {plain(story, passage.meeting.motion)}"
    elif passage.ending is not None:
        shape, body = "ending", f"The end: {passage.ending.title}"
    note = link = ""
    if passage.call is not None:
        flow = story.passages[passage.call].flow
        note, link = f"runs {flow}", passage.call
    elif passage.returns:
        note = "returns"
    found = _marks(marks, passage.id, passage.effects)
    inner = [p.id for p in passage.paragraphs]
    inner += [f"{p.id}/else" for p in passage.paragraphs if p.otherwise is not None]
    if passage.meeting is not None:
        inner += [line.id for voter in passage.meeting.voters for line in voter.lines]
    if passage.ending is not None:
        inner.append(f"{passage.id}/ending")
    of_it = {one.mark for one in found}
    if not of_it & {"unreachable", "declared", "class", "undecided"}:
        found += tuple(one for one in marks.inside(inner) if one.mark not in of_it)
    tip = [_at(passage.id, passage.place), *(plain(story, p.text) for p in passage.paragraphs)]
    tip += _changes(passage.effects)
    return Item(
        passage.id, shape, _band(passage), passage.id, body, note, link, "\n".join(tip), found
    )


def _ways(passage: Passage) -> Iterator[Way]:
    for choice in passage.choices:
        yield Way(passage.id, choice.id, f"{passage.id}: {choice.id.rpartition('/')[2]}")
        yield Way(choice.id, choice.to, f"{choice.id} leads to {choice.to}")
    if passage.meeting is not None:
        for result, to in (("carried", passage.meeting.carried), ("lost", passage.meeting.lost)):
            id_ = f"{passage.id}/{result}"
            yield Way(passage.id, id_, id_)
            yield Way(id_, to, f"{id_} leads to {to}")
    if passage.skip is not None:
        id_ = f"{passage.id}/skip"
        yield Way(passage.id, id_, id_)
        yield Way(id_, passage.skip.to, f"{id_} leads to {passage.skip.to}")
    for jump in passage.jumps:
        if len(passage.jumps) == 1:
            yield Way(passage.id, jump.to, f"{passage.id} goes on to {jump.to}")
        else:
            id_ = f"{passage.id}/to/{jump.to}"
            yield Way(passage.id, id_, id_)
            yield Way(id_, jump.to, f"{passage.id} goes on to {jump.to}")


def _bands(story: Story) -> Iterator[Band]:
    """The scenes from the first to the last, then the flows, each as one band."""
    passages = list(story.passages.values())
    for scene in _in_order(story):
        if any(_band(p) == scene for p in passages):
            yield Band(scene, story.scenes[scene].title, _when(story, story.scenes[scene]), ())
    for flow in dict.fromkeys(p.flow for p in passages if p.flow is not None):
        starts = {p.id for p in passages if p.flow == flow}
        callers = tuple(p.id for p in passages if p.call in starts)
        yield Band(f"flow {flow}", f"Flow: {flow}", "called from", callers)


def _in_order(story: Story) -> list[str]:
    """The scenes, each after those that lead to it where that is possible."""
    leads: dict[str, set[str]] = {name: set() for name in story.scenes}
    for passage in story.passages.values():
        for way in _ways(passage):
            head = story.passages.get(way.head)
            if head is not None and head.flow is None and head.scene != passage.scene:
                leads[head.scene].add(passage.scene)
    out: list[str] = []
    left = list(story.scenes)
    first = story.passages[story.start].scene
    while left:
        free = [name for name in left if not leads[name] & set(left)]
        name = first if first in left else (free or left)[0]
        left.remove(name)
        out.append(name)
    return out


def _when(story: Story, scene: Scene) -> str:
    act = next((a.title for a in story.acts if a.id == scene.act), None)
    return ". ".join(part for part in (act, scene.place, scene.when) if part)


def _band(passage: Passage) -> str:
    return passage.scene if passage.flow is None else f"flow {passage.flow}"


def _marks(marks: Marks, branch: str, effects: Iterable[Effect]) -> tuple[Marked, ...]:
    found = {one.mark: one for one in marks.of(branch)}
    for effect in effects:
        for one in marks.of(f"{effect.place.file}:{effect.place.line}"):
            found.setdefault(one.mark, one)
    return tuple(found.values())


def _short(choice: Choice) -> str:
    parts = [] if choice.condition is None else [f"if {choice.condition.source}"]
    if choice.once >= 0:
        parts.insert(0, "once")
    return ", ".join(parts)


def _choice_tip(story: Story, choice: Choice) -> str:
    lines = [_at(choice.id, choice.place), plain(story, choice.text)]
    lines += _asks(choice.condition)
    if choice.locked is not None:
        lines.append(f"locked: {plain(story, choice.locked)}")
    if choice.once >= 0:
        lines.append("once")
    if choice.lens is not None:
        lines.append(f"lens: {choice.lens}")
    return "\n".join([*lines, *_changes(choice.effects)])


def _at(branch: str, place: Place) -> str:
    return f"{branch} ({place.file}:{place.line})"


def _asks(condition: Condition | None) -> list[str]:
    return [] if condition is None else [f"if {condition.source}"]


def _changes(effects: Iterable[Effect]) -> list[str]:
    return [f"effect: {effect.source}" for effect in effects]
