"""The JSON Schema of story files, for editors that complete and check as authors type."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel

from game.story.authored import HeadForm, PartForm, SceneForm
from game.story.fields import TAG

Kind = Literal["story", "scene", "part"]
FORMS: dict[str, type[BaseModel]] = {"story": HeadForm, "scene": SceneForm, "part": PartForm}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: Kind | None = None) -> dict[str, Any]:
    """The schema of one kind of file; without a kind, one that tells the kinds apart by their keys.

    The kinds are those of section 1 of the specification: `story` is `story.yaml`.
    """
    if kind is not None:
        made = _tidy(FORMS[kind].model_json_schema(by_alias=True))
        return {"$schema": DIALECT, "$id": f"one-out-{kind}", **made}
    definitions: dict[str, Any] = {}
    for form in FORMS.values():
        made = _tidy(form.model_json_schema(by_alias=True))
        definitions |= made.pop("$defs")
        definitions[form.__name__] = made
    return {
        "$schema": DIALECT,
        "$id": "one-out",
        "title": "A story file of One Out, All Out",
        "if": {"required": ["scene"]},
        "then": {"$ref": "#/$defs/SceneForm"},
        "else": {
            "if": {"required": ["format"]},
            "then": {"$ref": "#/$defs/HeadForm"},
            "else": {"$ref": "#/$defs/PartForm"},
        },
        "$defs": definitions,
    }


def _tidy(value: Any) -> Any:
    """A schema as an author's editor should show it.

    pydantic writes the class's docstring as the description of a field's type and its name as the
    title; where a field has words of its own, they are what helps.
    """
    if isinstance(value, list):
        return [_tidy(one) for one in value]
    if not isinstance(value, dict):
        return value
    out = {
        key: _tidy(one)
        for key, one in value.items()
        # Only a word: under `properties`, `title` is a key of ours.
        if not (key == "title" and isinstance(one, str))
        and not (key == "discriminator" and _ours(one))
    }
    if "patternProperties" in out:
        out["additionalProperties"] = False  # a key that is no id is none
    if out.get("default", 0) is None:
        del out["default"]
    return out


def _ours(discriminator: Any) -> bool:
    return TAG in str(discriminator)
