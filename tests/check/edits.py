"""Edits of a story, as values after loading: what an author does between two saves."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from game.story.model import Passage, Story

Path = tuple[str | int, ...]


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Everything in a passage that is no tuple, with the way to it."""
    if not isinstance(value, tuple):
        yield path, value
        return
    names = getattr(value, "_fields", range(len(value)))
    for name, part in zip(names, value, strict=True):
        yield from leaves(part, (*path, name))


def put(value: Any, path: Path, new: Any) -> Any:
    """`value` with `new` at the end of the way."""
    if not path:
        return new
    name, *rest = path
    if isinstance(name, str):
        return value._replace(**{name: put(getattr(value, name), tuple(rest), new)})
    return (*value[:name], put(value[name], tuple(rest), new), *value[name + 1 :])


def reworded(story: Story, chance: Random) -> Story:
    """One leaf of one passage changed: a word, a number, a place, a way on."""
    passage = story.passages[chance.choice(list(story.passages))]
    path, old = chance.choice([(p, v) for p, v in leaves(passage) if p != ("id",)])
    new: Any = old
    match old:
        case bool():
            new = not old
        case int() if "place" in path:
            new = old + 1
        case str() if path[-1] in ("to", "carried", "lost"):
            new = chance.choice(list(story.passages))
        case str() if path[-1] != "file" and not {"row", "value"}.intersection(path):
            new = f"{old} again"
    return with_passage(story, put(passage, path, new))


def simpler(story: Story, chance: Random) -> Story:
    """A choice that has lost its effects or its condition, or leads elsewhere."""
    passage = chance.choice([one for one in story.passages.values() if one.choices])
    n = chance.randrange(len(passage.choices))
    choice = passage.choices[n]
    new = chance.choice(
        [
            choice._replace(effects=()),
            choice._replace(condition=None, locked=None),
            choice._replace(to=chance.choice([one.to for one in passage.choices])),
        ]
    )
    choices = (*passage.choices[:n], new, *passage.choices[n + 1 :])
    return with_passage(story, passage._replace(choices=choices))


def with_passage(story: Story, passage: Passage) -> Story:
    """`story` with `passage` in the place of the one of that id, and another fingerprint."""
    passages = {**story.passages, passage.id: passage}
    return story._replace(passages=passages, fingerprint=f"{hash(passage):x}")
