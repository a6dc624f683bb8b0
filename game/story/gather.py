"""One story from many files: every section put together, every id known to be for one thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from game.story.authored import (
    FlowForm,
    HeadForm,
    NoteForm,
    PartForm,
    PassageForm,
    PersonForm,
    PictureForm,
    SceneForm,
    SoundForm,
    SourceForm,
    Variable,
)
from game.story.diagnostics import Problems
from game.story.model import Place
from game.story.tree import Tree

T = TypeVar("T")

MAIN = "main"
"""The scene of passages that stand outside scene files."""


class Spot(NamedTuple):
    """Where something stands: a file's tree, and the keys that lead there."""

    tree: Tree
    path: tuple[str | int, ...] = ()

    def at(self, *more: str | int) -> Spot:
        """The spot further down."""
        return Spot(self.tree, (*self.path, *more))

    @property
    def place(self) -> Place:
        """Where the value stands."""
        return self.tree.place(self.path)

    @property
    def key_place(self) -> Place:
        """Where the key stands that leads to the value."""
        return self.tree.key_place(self.path)

    @property
    def length(self) -> int:
        """Characters of the value's first line."""
        return self.tree.length(self.path)

    def wrong(self, problems: Problems, code: str, **fields: object) -> None:
        """Report `code`, with the value underlined."""
        problems.add(code, self.place, self.length, **fields)

    def wrong_key(self, problems: Problems, code: str, **fields: object) -> None:
        """Report `code`, with the key underlined."""
        problems.add(code, self.key_place, len(str(self.path[-1])), **fields)


class Found(NamedTuple, Generic[T]):
    """Something an author wrote, and where."""

    form: T
    spot: Spot


class FoundPassage(NamedTuple):
    """A passage, with the scene and the flow it stands in."""

    form: PassageForm
    spot: Spot
    scene: str
    flow: str | None


@dataclass
class Gathered:
    """Everything the files of one story declare."""

    head: Found[HeadForm]
    variables: dict[str, Found[Variable]] = field(default_factory=dict)
    people: dict[str, Found[PersonForm]] = field(default_factory=dict)
    groups: dict[str, Found[str]] = field(default_factory=dict)
    notes: dict[str, Found[NoteForm]] = field(default_factory=dict)
    sources: dict[str, Found[SourceForm]] = field(default_factory=dict)
    pictures: dict[str, Found[PictureForm]] = field(default_factory=dict)
    sounds: dict[str, Found[SoundForm]] = field(default_factory=dict)
    scenes: dict[str, Found[SceneForm]] = field(default_factory=dict)
    flows: dict[str, Found[FlowForm]] = field(default_factory=dict)
    passages: dict[str, FoundPassage] = field(default_factory=dict)


SECTIONS = ("variables", "people", "groups", "notes", "sources", "pictures", "sounds")
SINGULAR = {
    "variables": "a variable",
    "people": "a person",
    "groups": "a group",
    "notes": "a note",
    "sources": "a source",
    "pictures": "a picture",
    "sounds": "a sound",
    "scenes": "a scene",
    "flows": "a flow",
    "passages": "a passage",
}


def gather(
    head: Found[HeadForm], others: list[Found[SceneForm | PartForm]], problems: Problems
) -> Gathered:
    """Put the sections of all files together; the same id twice is reported (N03)."""
    out = Gathered(head)
    for found in (head, *others):
        form, spot = found
        if isinstance(form, SceneForm):
            _put(out.scenes, "scenes", form.scene, Found(form, spot), spot.at("scene"), problems)
            scene = form.scene
        else:
            scene = MAIN
            for section in SECTIONS:
                target = getattr(out, section)
                for key, value in getattr(form, section).items():
                    where = spot.at(section, key)
                    _put(target, section, key, Found(value, where), where, problems)
        for key, flow in form.flows.items():
            where = spot.at("flows", key)
            _put(out.flows, "flows", key, Found(flow, where), where, problems)
        for key, passage, where, of_flow in _passages(form, spot):
            one = FoundPassage(passage, where, scene, of_flow)
            _put(out.passages, "passages", key, one, where, problems)
    return out


def _passages(
    form: HeadForm | SceneForm | PartForm, spot: Spot
) -> Iterator[tuple[str, PassageForm, Spot, str | None]]:
    for key, passage in form.passages.items():
        yield key, passage, spot.at("passages", key), None
    for name, flow in form.flows.items():
        for key, passage in flow.passages.items():
            yield key, passage, spot.at("flows", name, "passages", key), name


def _put(
    target: dict[str, Any], section: str, key: str, value: Any, where: Spot, problems: Problems
) -> None:
    if key in target:
        problems.add(
            "N03",
            where.place if section == "scenes" else where.key_place,
            len(key),
            name=key,
            what=SINGULAR[section],
            first=first_place(target[key].spot),
        )
    else:
        target[key] = value


def first_place(spot: Spot) -> str:
    """`file:line` of something, for a message that points at it."""
    place = spot.key_place
    return f"{place.file}:{place.line}"


def one_space(spaces: Mapping[str, Mapping[str, Spot]], problems: Problems) -> None:
    """Report names that mean two things. `spaces` is what -> name -> where, in order of right."""
    owner: dict[str, tuple[str, Spot]] = {}
    for what, names in spaces.items():
        for name, spot in names.items():
            if name in owner:
                spot.wrong_key(
                    problems,
                    "N03",
                    name=name,
                    what=owner[name][0],
                    first=first_place(owner[name][1]),
                )
            else:
                owner[name] = (what, spot)
