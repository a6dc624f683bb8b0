"""The corpus: every story does what its plan says, in every way a story can be played."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from game.play.program import Program
from game.story import compiled
from game.story.diagnostics import TABLE, StoryError
from game.story.load import load_story
from game.story.model import Story
from tests.corpus.plan import HERE, Plan, plans, read_plan
from tests.corpus.play import Differs, play, printed, refused, saved, straight

DOCS = HERE.parent.parent / "docs"

PLANS = [read_plan(path) for path in plans()]
PLAYED = [plan for plan in PLANS if not plan.wrong]
WRONG = [plan for plan in PLANS if plan.wrong]


@cache
def story(plan: Plan) -> Story:
    """The story of a plan, which must load."""
    try:
        return load_story(plan.story)
    except StoryError as error:
        pytest.fail(f"{plan.name} does not load:\n\n{error}", pytrace=False)


@cache
def unpacked(plan: Plan) -> Story:
    """The story of a plan, from its compiled form."""
    data = compiled.encode(story(plan), [])
    assert compiled.meta(data).fingerprint == story(plan).fingerprint
    return compiled.decode(data)


WAYS: dict[str, Callable[[Plan], None]] = {
    "straight": lambda plan: play(plan, Program(story(plan)), straight),
    "saved": lambda plan: play(plan, Program(story(plan)), saved),
    "compiled": lambda plan: play(plan, Program(unpacked(plan)), straight),
    "terminal": lambda plan: printed(plan, Program(story(plan))),
}


def fail_if_told(check: Callable[[], None]) -> None:
    """Fail with the words of `Differs` alone: a trace would say nothing about the story."""
    told = None
    try:
        check()
    except Differs as differs:
        told = str(differs)
    if told is not None:
        pytest.fail(told, pytrace=False)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("plan", PLAYED, ids=lambda plan: plan.name)
def test_story_does_what_its_plan_says(plan: Plan, way: str) -> None:
    fail_if_told(lambda: WAYS[way](plan))


@pytest.mark.parametrize("plan", WRONG, ids=lambda plan: plan.name)
def test_story_is_refused_as_its_plan_says(plan: Plan, tmp_path: Path) -> None:
    path = plan.story
    if plan.grow is not None:
        path = tmp_path / path.name
        shutil.copyfile(plan.story, path)
        with path.open("ab") as file:
            file.write(b"\n" * (int(plan.grow.value) - path.stat().st_size))
    with pytest.raises(StoryError) as error:
        load_story(path)
    fail_if_told(lambda: refused(plan, error.value.diagnostics))


@pytest.mark.parametrize(
    "plan", [plan for plan in WRONG if plan.grow is None], ids=lambda plan: plan.name
)
def test_report_shows_where_in_the_line_it_is(plan: Plan) -> None:
    with pytest.raises(StoryError) as error:
        load_story(plan.story)
    for found in error.value.diagnostics:
        said = found.as_json()
        column, length = found.place.column, found.length
        assert said["source"] == found.source
        assert 1 <= column <= max(1, len(found.source))
        assert length >= 1
        assert f"{found.place.file}:{found.place.line}:{column}: {found.code} " in str(found)


def test_every_story_has_a_plan() -> None:
    planned = {plan.story for plan in PLANS}
    stories = {
        path
        for folder in HERE.iterdir()
        if folder.is_dir()
        for path in folder.iterdir()
        if path.suffix == ".yaml" or (path.is_dir() and path.name != "__pycache__")
    }
    assert stories == planned


def test_no_two_stories_of_the_corpus_have_one_id() -> None:
    ids = [story(plan).id for plan in PLAYED]
    assert sorted({one for one in ids if ids.count(one) > 1}) == []


@pytest.mark.parametrize("code", TABLE)
def test_every_diagnostic_has_an_example(code: str) -> None:
    shown = {said.value.split()[0] for plan in WRONG for said in plan.wrong}
    named = {plan.story.name.partition("-")[0] for plan in WRONG}
    assert code in shown
    assert code in named, f"no file wrong/{code}-....yaml shows {code}"


def test_example_is_named_after_what_it_shows() -> None:
    misnamed = [
        plan.name
        for plan in WRONG
        if plan.story.name.partition("-")[0] not in {said.value.split()[0] for said in plan.wrong}
    ]
    assert misnamed == []


@pytest.mark.parametrize("code", TABLE)
def test_every_diagnostic_has_a_heading_in_the_docs(code: str) -> None:
    page = (DOCS / "diagnostics.md").read_text(encoding="utf-8")
    headings = [line.lstrip("#").split() for line in page.splitlines() if line.startswith("#")]
    assert any(code in (word.strip(":.,`") for word in words) for words in headings)
