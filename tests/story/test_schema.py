"""The JSON Schema: valid, useful to an editor, and of one mind with the loader."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from game.story.diagnostics import Problems
from game.story.schema import FORMS, Kind, schema
from game.story.tree import read_tree
from tests.corpus.plan import HERE, plans, read_plan
from tests.corpus.written import HEAD, HOME, ONWARD

CLONE = HERE.parent.parent
KINDS: tuple[Kind, ...] = ("story", "scene", "part")
ANY = Draft202012Validator(schema())


def files_of(story: Path) -> list[Path]:
    return sorted(story.rglob("*.yaml")) if story.is_dir() else [story]


PLANS = [read_plan(path) for path in plans()]
GOOD = [file for plan in PLANS if not plan.wrong for file in files_of(plan.story)]
# What a schema can see: the form of each file for itself. Names and how passages hang together are
# the loader's to check, and so is whatever YAML itself cannot read.
FORM = [
    plan.story
    for plan in PLANS
    if plan.story.name.startswith(("F01", "F02", "F03", "F04", "F05", "F06", "F08", "F09"))
]
SHIPPED = [
    file
    for folder in (CLONE / "stories", CLONE / "game" / "story" / "template")
    for file in sorted(folder.rglob("*.yaml"))
]


def data(path: Path) -> Any:
    problems = Problems()
    read = read_tree(path.read_bytes(), path.name, problems)
    assert read is not None
    assert not problems
    return read.data


def name(path: Path) -> str:
    return path.relative_to(CLONE).as_posix()


@pytest.mark.parametrize("kind", [None, *KINDS])
def test_the_schema_is_one(kind: Kind | None) -> None:
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("path", SHIPPED, ids=name)
def test_every_shipped_file_is_valid(path: Path) -> None:
    assert [error.message for error in ANY.iter_errors(data(path))] == []


def test_there_are_shipped_files() -> None:
    assert SHIPPED


@pytest.mark.parametrize("path", GOOD, ids=name)
def test_every_file_of_a_story_that_plays_is_valid(path: Path) -> None:
    assert [error.message for error in ANY.iter_errors(data(path))] == []


@pytest.mark.parametrize("path", FORM, ids=name)
def test_every_file_of_a_wrong_form_is_refused(path: Path) -> None:
    kind: Kind = "scene" if "no-head" in path.name else "story"
    validator = Draft202012Validator(schema("story" if kind == "scene" else kind))
    assert list(validator.iter_errors(data(path)))


def test_a_number_is_taken_where_a_text_is_wanted() -> None:
    made = yaml.safe_load(
        f"passages:\n  smoko: {{text: {{a: 1, b: {{if: seen(home), text: 2}}}}, to: home}}\n{HOME}"
    )
    assert list(ANY.iter_errors(made)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_schema_of_its_own(kind: Kind) -> None:
    made = {
        "story": HEAD + ONWARD,
        "scene": f"scene: wharf\ntitle: The wharf\n{ONWARD}",
        "part": "groups: {wharf: Those who load.}",
    }
    valid = [
        other
        for other, text in made.items()
        if not list(Draft202012Validator(schema(kind)).iter_errors(yaml.safe_load(text)))
    ]
    assert valid == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "scene: wharf\ntitle: The wharf\n",
        f"scene: wharf\n{ONWARD}",
        f"scene: wharf\ntitle: The wharf\nvariables: {{}}\n{ONWARD}",
        "format: 1\nid: small\n",
        "passages: []",
        "characters: {}",
        "- a list",
        f"passages:\n  smoko: {{to: home, txt: A.}}\n{HOME}",
        f"passages:\n  smoko: {{choices: {{go: {{text: Go.}}}}}}\n{HOME}",
        f"passages:\n  Smoko: {{to: home}}\n{HOME}",
        f"passages:\n  smoko: {{to: home, effects: [3]}}\n{HOME}",
    ],
)
def test_the_schema_tells_the_kinds_apart_and_refuses_what_is_none(text: str) -> None:
    assert list(ANY.iter_errors(yaml.safe_load(text)))


def properties(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of a schema, with where it stands."""
    if isinstance(value, dict):
        for key, one in value.get("properties", {}).items():
            yield f"{path}/{key}", one
        for key, one in value.items():
            yield from properties(one, f"{path}/{key}")
    elif isinstance(value, list):
        for n, one in enumerate(value):
            yield from properties(one, f"{path}/{n}")


@pytest.mark.parametrize("kind", [None, *KINDS])
def test_every_property_has_a_description(kind: Kind | None) -> None:
    found = list(properties(schema(kind)))
    assert found
    silent = [path for path, one in found if len(str(one.get("description", ""))) < 10]
    assert silent == []


def test_every_field_of_every_form_is_a_property() -> None:
    for kind, form in FORMS.items():
        made = schema(kind)  # type: ignore[arg-type]
        fields = {field.alias or key for key, field in form.model_fields.items()}
        assert set(made["properties"]) == fields


def test_what_must_be_there_is_required() -> None:
    required = set(schema("story")["required"])
    assert required == {
        *("format", "id", "title", "language", "year", "place", "summary", "start", "player"),
        *("reading_age", "minutes", "content_notes", "credits"),
    }
    assert set(schema("scene")["required"]) == {"scene", "title", "passages"}
    assert "required" not in schema("part")


def test_no_key_is_allowed_that_is_not_known() -> None:
    def open_objects(value: Any, path: str = "") -> Iterator[str]:
        if isinstance(value, dict):
            if "properties" in value and value.get("additionalProperties") is not False:
                yield path
            for key, one in value.items():
                yield from open_objects(one, f"{path}/{key}")
        elif isinstance(value, list):
            for n, one in enumerate(value):
                yield from open_objects(one, f"{path}/{n}")

    assert list(open_objects(schema())) == []


def test_a_word_of_a_few_is_offered_to_the_editor() -> None:
    definitions = schema()["$defs"]
    lens = definitions["ChoiceForm"]["properties"]["lens"]
    words = [word for one in (lens, *lens.get("anyOf", ())) for word in one.get("enum", ())]
    assert words == ["alone", "together", "apart"]


def test_pydantic_names_are_not_shown_to_authors() -> None:
    def titles(value: Any) -> Iterator[Any]:
        if isinstance(value, dict):
            # A property may be called `title`; then its value is a schema.
            if isinstance(value.get("title"), str):
                yield value["title"]
            for one in value.values():
                yield from titles(one)
        elif isinstance(value, list):
            for one in value:
                yield from titles(one)

    assert list(titles(schema())) == ["A story file of One Out, All Out"]
