"""A story's compiled form: JSON that opens without parsing what is not played yet.

A file of lines. The first says what it is and how to know that it is whole and fresh; the second
holds the story without its passages, and where each passage's line starts; then one line for each
passage. Opening reads the file and parses two lines; a passage is parsed when it is first entered.
So a story of ten thousand passages starts as fast as one of ten, and playing needs neither YAML
nor pydantic.

The form belongs to a program's version and is rebuilt from the sources whenever it is not what
this version would have written: it is a cache, never an archive.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from game.story.model import (
    Act,
    Card,
    Choice,
    Condition,
    Credit,
    Cut,
    Debrief,
    Declared,
    Effect,
    Ending,
    HandLine,
    Jump,
    Meeting,
    Note,
    Paragraph,
    Passage,
    Person,
    Picture,
    Place,
    Record,
    Row,
    Scene,
    Skip,
    Slot,
    Sound,
    Source,
    Story,
    Text,
    Voter,
)

VERSION = 4
"""Raised whenever what is written here changes, or what compiling means."""


class Stale(Exception):
    """The bytes are not a whole compiled story of this version."""


class Meta(NamedTuple):
    """The first line: which sources it was made from."""

    fingerprint: str
    files: tuple[str, ...]


def encode(story: Story, files: Sequence[str]) -> bytes:
    """The compiled form of `story`, made from `files` (names relative to its folder)."""
    lines = [_dump(passage) for passage in story.passages.values()]
    offsets, at = [], 0
    for line in lines:
        offsets.append(at)
        at += len(line) + 1
    offsets.append(at)
    head = _dump([*story[:-1], list(story.passages), offsets])
    body = b"\n".join([head, *lines, b""])
    meta = {
        "one_out_story": VERSION,
        "fingerprint": story.fingerprint,
        "files": list(files),
        "crc": zlib.crc32(body),
    }
    return _dump(meta) + b"\n" + body


def meta(data: bytes) -> Meta:
    """What a compiled story was made from; raises `Stale` if the bytes are not one, whole."""
    first, newline, _ = data.partition(b"\n")
    try:
        said = json.loads(first)
        if said["one_out_story"] != VERSION or not newline:
            raise Stale
        if said["crc"] != zlib.crc32(memoryview(data)[len(first) + 1 :]):
            raise Stale
        return Meta(said["fingerprint"], tuple(said["files"]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Stale from error


def decode(data: bytes) -> Story:
    """The story of a compiled form that `meta` has found whole."""
    start = data.index(b"\n") + 1
    end = data.index(b"\n", start)
    head = json.loads(data[start:end])
    *fields, ids, offsets = head
    return _story(fields, _LazyPassages(data, end + 1, ids, offsets))


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


class _LazyPassages(Mapping[str, Passage]):
    """Passages that are made when they are asked for, in the order of the story."""

    def __init__(self, data: bytes, start: int, ids: list[str], offsets: list[int]) -> None:
        self._data, self._start, self._offsets = data, start, offsets
        self._number = {id_: n for n, id_ in enumerate(ids)}
        self._made: dict[str, Passage] = {}

    def __getitem__(self, id_: str) -> Passage:
        made = self._made.get(id_)
        if made is None:
            n = self._number[id_]
            first, last = self._offsets[n], self._offsets[n + 1] - 1
            line = self._data[self._start + first : self._start + last]
            made = self._made[id_] = _passage(json.loads(line))
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._number)

    def __len__(self) -> int:
        return len(self._number)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._number


# From JSON's lists back to the model, in the model's order of fields.


def _row(row: Any) -> Row:
    return tuple(_row(part) if type(part) is list else part for part in row)


def _text(text: Any) -> Text:
    return tuple(text)


def _optional_text(text: Any) -> Text | None:
    return None if text is None else tuple(text)


def _place(at: Any) -> Place | None:
    return None if at is None else Place(*at)


def _condition(it: Any) -> Condition | None:
    return None if it is None else Condition(_row(it[0]), it[1], Place(*it[2]))


def _effects(those: Any) -> tuple[Effect, ...]:
    return tuple(Effect(slot, _row(row), source, Place(*at)) for slot, row, source, at in those)


def _paragraph(it: Any) -> Paragraph:
    return Paragraph(it[0], _condition(it[1]), _text(it[2]), _optional_text(it[3]))


def _choice(it: Any) -> Choice:
    id_, text, to, condition, locked, effects, once, lens, place = it
    return Choice(
        id_,
        _text(text),
        to,
        _condition(condition),
        _optional_text(locked),
        _effects(effects),
        once,
        lens,
        Place(*place),
    )


def _meeting(it: Any) -> Meeting:
    motion, moved_by, reaching, over, under, voters, carried, lost = it
    return Meeting(
        _text(motion),
        moved_by,
        reaching,
        over,
        under,
        tuple(
            Voter(
                person,
                always,
                tuple(HandLine(i, _condition(c), hand, _text(t)) for i, c, hand, t in lines),
            )
            for person, always, lines in voters
        ),
        carried,
        lost,
    )


def _passage(it: Any) -> Passage:
    passage = Passage(*it)
    return passage._replace(
        place=Place(*passage.place),
        paragraphs=tuple(map(_paragraph, passage.paragraphs)),
        notes=tuple(passage.notes),
        effects=_effects(passage.effects),
        choices=tuple(map(_choice, passage.choices)),
        jumps=tuple(Jump(to, _condition(condition)) for to, condition in passage.jumps),
        meeting=None if passage.meeting is None else _meeting(passage.meeting),
        ending=None if passage.ending is None else Ending(*passage.ending),
        skip=None if passage.skip is None else Skip(*passage.skip),
    )


def _pairs(those: Any) -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in those)


def _scene(it: Any) -> Scene:
    scene = Scene(*it)
    return scene._replace(
        notes=tuple(scene.notes),
        content_notes=_pairs(scene.content_notes),
        know=tuple(Card(i, _paragraph(p)) for i, p in scene.know),
    )


def _story(fields: list[Any], passages: Mapping[str, Passage]) -> Story:
    s = Story._make([*fields, passages])
    return s._replace(
        player=(s.player[0], s.player[1]),
        content_notes=_pairs(s.content_notes),
        scale=tuple(s.scale),
        acts=tuple(Act(*act) for act in s.acts),
        cut=None if s.cut is None else Cut(s.cut[0], tuple(s.cut[1]), tuple(s.cut[2])),
        debrief=Debrief(
            tuple(Record(i, label, text, tuple(of)) for i, label, text, of in s.debrief[0]),
            s.debrief[1],
            tuple(s.debrief[2]),
        ),
        credits=tuple(Credit(*credit) for credit in s.credits),
        slots=tuple(
            Slot(name, kind, low, high, start, tuple(words), about, tuple(values), _place(place))
            for name, kind, low, high, start, words, about, values, place in s.slots
        ),
        people={i: Person(p[0], p[1], p[2], p[3], tuple(p[4])) for i, p in s.people.items()},
        groups={i: tuple(people) for i, people in s.groups.items()},
        scenes={i: _scene(scene) for i, scene in s.scenes.items()},
        notes={i: Note(n[0], n[1], n[2], tuple(n[3])) for i, n in s.notes.items()},
        sources={i: Source(*source) for i, source in s.sources.items()},
        pictures={i: Picture(*picture) for i, picture in s.pictures.items()},
        sounds={i: Sound(*sound) for i, sound in s.sounds.items()},
        unreachable=tuple(Declared(id_, why, Place(*at)) for id_, why, at in s.unreachable),
    )
