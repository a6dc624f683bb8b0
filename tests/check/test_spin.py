"""Another program's verdicts: the model checker SPIN over whole stories, and the oracle's beside.

Needs `spin` and `gcc`. See `game.check.promela` for how a branch is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import count, islice
from pathlib import Path

import pytest

from game.check.check import check
from game.check.findings import Checked, Reached
from game.check.promela import Mark, promela, reached
from game.check.promela_parts import whole
from game.check.promela_steps import ENDED, Steps, lost
from game.play.program import Program
from game.play.screen import step
from game.story.load import load_story
from game.story.model import Story
from tests.check.grown import grown_story
from tests.check.oracle import Found, TooManyStates, search
from tests.check.spin import REPORT, Run, TooLarge, compiled, decided, run, searched
from tests.check.test_oracle import DOOR, FLOW, MEETING
from tests.corpus.made import made_story
from tests.corpus.written import program
from tests.story.test_generated import load

pytestmark = pytest.mark.spin

STORIES = Path(__file__).parents[2] / "stories"
SHIPPED = sorted(path.parent.name for path in STORIES.glob("*/story.yaml"))

TOGETHER = 25
"""How many generated stories share one model. The C compiler is most of the time."""


def by_playing(found: Found, n: int) -> set[Mark]:
    """The same of what the oracle found for the story number `n`."""
    return {
        *(Mark(n, "branch", branch) for branch in found.branches),
        *(Mark(n, "stuck", passage) for passage in found.stuck),
        *(Mark(n, "fault", f"{slot}@{place}") for slot, place in found.faults),
    }


def by_check(checked: Checked, n: int) -> set[Mark]:
    """The same of what the check says."""
    places = [(fault.slot, fault.place) for fault in checked.range_faults]
    return {
        *(Mark(n, "branch", id_) for id_, v in checked.verdicts.items() if isinstance(v, Reached)),
        *(Mark(n, "stuck", stuck.passage) for stuck in checked.stuck),
        *(Mark(n, "fault", f"{slot}@{p.file}:{p.line}:{p.column}") for slot, p in places),
    }


def compare(folder: Path, stories: list[Story], *, free: bool) -> None:
    model = promela([whole(story) for story in stories], free_meetings=free)
    found = [search(Program(story), free_meetings=free) for story in stories]
    agree(searched(folder, model), found)


def agree(one: Run, found: list[Found]) -> None:
    """Hold what SPIN says of whole stories against the oracle."""
    assert one.marks == {mark for n, each in enumerate(found) for mark in by_playing(each, n)}
    assert one.states == sum(each.states for each in found)
    caught = {one.model.key(n, state) for n, each in enumerate(found) for state in each.caught}
    steps = Steps(one.steps)
    assert steps.states - steps.leading_to({ENDED}) == caught
    assert len(steps.states) == one.states, "two states have one key"


@pytest.mark.parametrize("free", [False, True], ids=["as-played", "free"])
@pytest.mark.parametrize("body", [DOOR, MEETING, FLOW], ids=["door", "meeting", "flow"])
def test_spin_reaches_what_is_known_to_be_reached(tmp_path: Path, body: str, free: bool) -> None:
    compare(tmp_path, [program(tmp_path, body).story], free=free)


@cache
def generated() -> list[Story]:
    """A hundred made and a hundred grown stories."""
    made = (load(made_story(seed).files) for seed in count())
    grown = (load(grown_story(seed)) for seed in count())
    return [*islice(filter(small, made), 100), *islice(filter(small, grown), 100)]


def small(story: Story) -> bool:
    try:
        return search(Program(story), free_meetings=True, most=20_000).states > 1
    except TooManyStates:
        return False


@pytest.mark.parametrize("free", [False, True], ids=["as-played", "free"])
@pytest.mark.parametrize("first", range(0, 200, TOGETHER))
def test_spin_and_the_oracle_agree_on_generated_stories(
    tmp_path: Path, first: int, free: bool
) -> None:
    compare(tmp_path, generated()[first : first + TOGETHER], free=free)


@pytest.mark.usefixtures("no_clock")
@pytest.mark.parametrize("free", [False, True], ids=["as-played", "free"])
@pytest.mark.parametrize("name", SHIPPED)
def test_spin_and_the_check_agree_on_a_shipped_story(
    tmp_path: Path, name: str, free: bool, record_property: Callable[[str, object], None]
) -> None:
    story = load_story(STORIES / name)
    said = decided(tmp_path, story, free=free)
    record_property(REPORT, f"{name}, {'votes open' if free else 'as played'}: {said.report()}")
    checked = check(story, free_meetings=free, problems_only=True)
    assert checked.complete
    assert said.marks == by_check(checked, 0)
    assert bool(lost(said.steps)) == bool(checked.traps)
    if said.how == "the unsliced model":
        try:
            found = search(Program(story), free_meetings=free)
        except TooManyStates:
            return  # too many for the oracle, and what the check says is compared
        agree(said.runs[0], [found])


def test_from_a_trap_spin_reaches_no_ending(tmp_path: Path) -> None:
    caught = ((one, sorted(search(Program(one)).caught)) for one in generated())
    parts = [
        whole(one, *states) for one, states in islice(filter(lambda c: c[1], caught), TOGETHER)
    ]
    assert len(parts) == TOGETHER
    marks = searched(tmp_path, promela(parts)).marks
    assert not [mark for mark in marks if mark.id.endswith("/ending")]


def test_a_model_can_start_from_any_state(tmp_path: Path) -> None:
    one = program(tmp_path, FLOW)
    inside = step(one, step(one, step(one, one.start, "seat/wait"), "gate/on"), "seat/wait")
    found = searched(tmp_path, promela([whole(one.story, inside)]))
    assert {mark.id for mark in found.marks} == {"stop", "again/to/home", "home", "home/ending"}
    assert found.states == 1


def test_a_search_that_was_cut_short_is_not_taken_for_a_whole_one(tmp_path: Path) -> None:
    model = promela([whole(program(tmp_path, DOOR).story)])
    compiled(tmp_path, model)
    with pytest.raises(ValueError, match="not exhaustive"):
        reached(model, run(tmp_path, "./pan", "-E", "-m20"))


def test_a_search_that_goes_too_deep_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = program(tmp_path, DOOR).story
    monkeypatch.setattr("tests.check.spin.DEPTHS", (20, 1_000))
    compare(tmp_path, [story], free=False)
    monkeypatch.setattr("tests.check.spin.DEPTHS", (20,))
    with pytest.raises(TooLarge, match="deeper than 20"):
        compare(tmp_path, [story], free=False)
