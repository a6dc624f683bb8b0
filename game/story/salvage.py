"""Going on after a fault of form, so that one report holds everything that is wrong.

What is wrong is cut out of a copy of the data, as little as can be, until the rest has the form.
The names in the rest are then checked like any others; what was cut out is remembered, so that a
reference to it is not called a reference to nothing.
"""

from __future__ import annotations

import copy
from typing import Any

from pydantic import ValidationError

from game.story.authored import HeadForm, PartForm, SceneForm
from game.story.form import existing

Key = str | int
Form = HeadForm | SceneForm | PartForm

# What a head cannot be without, to be able to look at the rest of the file.
_STAND_INS: dict[str, object] = {
    "format": 1,
    "id": "unknown",
    "scene": "unknown",
    "title": "?",
    "language": "en",
    "year": 1,
    "place": "?",
    "summary": "?",
    "player": {"name": "?", "about": "?"},
    "reading_age": 12,
    "minutes": 1,
    "content_notes": {},
    "credits": [{"role": "?", "who": "?"}],
}
_ROUNDS = 12
"""Cutting goes from the inside out: no path of the format is deeper."""


def salvage(kind: type[Form], data: object) -> tuple[Form | None, frozenset[str]]:
    """The part of `data` that has the form, and the ids that were lost with the rest.

    None if nothing can be said about the rest: where the scale or the start of a story is wrong,
    every condition would seem to be.
    """
    rest: Any = copy.deepcopy(data)
    lost: set[str] = set()
    for _ in range(_ROUNDS):
        try:
            return kind.model_validate(rest), frozenset(lost)
        except ValidationError as error:
            cuts: list[tuple[tuple[Key, ...], bool]] = []
            for one in error.errors(include_url=False, include_input=False):
                loc, missing = one["loc"], one["type"] == "missing"
                if not loc or loc[0] in ("scale", "start") or loc == ("passages",):
                    return None, frozenset()
                # All paths before the first cut: after it they would lead elsewhere.
                cuts.append((existing(rest, loc, keep_last=missing), missing))
            for path, missing in cuts:
                _cut(rest, path, lost, missing=missing)
    return None, frozenset()


def _cut(data: Any, path: tuple[Key, ...], lost: set[str], *, missing: bool) -> None:
    """Take out what stands at `path`; where something is missing, what it is missing from."""
    if len(path) == 1 and path[0] in _STAND_INS:
        # A copy: the next cut may go through it.
        data[path[0]] = copy.deepcopy(_STAND_INS[str(path[0])])
        return
    if missing:
        path = path[:-1]
    lost.update(str(key) for key in path)
    above: list[Any] = [data]
    for key in path:
        inside = above[-1]
        there = (
            key in inside
            if isinstance(inside, dict)
            else (isinstance(inside, list) and key in range(len(inside)))
        )
        if not there:
            return  # it went with an earlier cut
        above.append(above[-1][key])
    # An entry of a list goes with its list: the places of the others must stay what they are.
    while path and not isinstance(above[len(path) - 1], dict):
        path = path[:-1]
    if len(path) == 1 and path[0] in _STAND_INS:
        data[path[0]] = copy.deepcopy(_STAND_INS[str(path[0])])
    elif path:
        del above[len(path) - 1][path[-1]]
