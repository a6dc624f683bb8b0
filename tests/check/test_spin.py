"""Another program's verdicts: the model checker SPIN over whole stories, and the oracle's beside.

Needs `spin` and `gcc`. See `game.check.promela` for how a branch is asked.
"""

from __future__ import annotations

import re
import subprocess
from functools import cache
from itertools import count, islice
from pathlib import Path

import pytest

from game.check.promela import KEPT_BESIDE, Mark, promela, reached
from game.play.program import Program
from game.play.screen import step
from game.play.state import State
from game.story.load import load_story
from game.story.model import Story
from tests.check.grown import grown_story
from tests.check.oracle import Found, TooManyStates, search
from tests.check.test_oracle import DOOR, FLOW, MEETING
from tests.corpus.made import made_story
from tests.corpus.written import program
from tests.story.test_generated import load

pytestmark = pytest.mark.spin

STORIES = Path(__file__).parents[2] / "stories"
SHIPPED = sorted(path.parent.name for path in STORIES.glob("*/story.yaml"))

TOGETHER = 25
"""How many generated stories share one model. The C compiler is most of the time."""


def run(folder: Path, *command: str, seconds: int = 300) -> str:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=seconds, check=False
    )
    assert done.returncode == 0, f"{command[0]}: {done.stdout[-2_000:]}{done.stderr[-2_000:]}"
    return done.stdout


def by_spin(
    folder: Path, stories: list[Story], *, free: bool, starts: list[State] | None = None
) -> tuple[set[Mark], int]:
    """What SPIN reaches, and how many states the stories have together."""
    model = promela(stories, free_meetings=free, starts=starts or ())
    (folder / "story.pml").write_text(model.text, encoding="utf-8")
    # -o3: a statement a transition, so that each is reached, or not, by itself.
    run(folder, "spin", "-o3", "-a", "story.pml")
    # Without optimising: the compiler's time for one huge function would be most of the test's.
    options = ("SAFETY", "NOREDUCE", "NOFAIR", "NOBOUNDCHECK", "VECTORSZ=4096", "MEMLIM=4096")
    run(folder, "gcc", "-O0", "-w", *(f"-D{one}" for one in options), "-o", "pan", "pan.c")
    output = run(folder, "./pan", "-E", "-m1000000", "-w22")
    stored = re.search(r"([\d.e+]+) states, stored", output)
    assert stored is not None
    return reached(model, output), int(float(stored[1])) - KEPT_BESIDE


def by_playing(found: Found, n: int) -> set[Mark]:
    """The same of what the oracle found for the story number `n`."""
    return {
        *(Mark(n, "branch", branch) for branch in found.branches),
        *(Mark(n, "stuck", passage) for passage in found.stuck),
        *(Mark(n, "fault", f"{slot}@{place}") for slot, place in found.faults),
    }


def compare(folder: Path, stories: list[Story], *, free: bool) -> None:
    found = [search(Program(story), free_meetings=free) for story in stories]
    marks, states = by_spin(folder, stories, free=free)
    assert marks == {mark for n, one in enumerate(found) for mark in by_playing(one, n)}
    assert states == sum(one.states for one in found)


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


@pytest.mark.parametrize("free", [False, True], ids=["as-played", "free"])
@pytest.mark.parametrize("name", SHIPPED)
def test_spin_and_the_oracle_agree_on_a_shipped_story(
    tmp_path: Path, name: str, free: bool
) -> None:
    compare(tmp_path, [load_story(STORIES / name)], free=free)


def test_from_a_trap_spin_reaches_no_ending(tmp_path: Path) -> None:
    stories, starts = [], []
    for one in generated():
        caught = search(Program(one)).caught
        if caught:
            stories.append(one)
            starts.append(min(caught))
    assert len(stories) > 20
    marks, _ = by_spin(tmp_path, stories, free=False, starts=starts)
    assert not [mark for mark in marks if mark.id.endswith("/ending")]


def test_a_model_can_start_from_any_state(tmp_path: Path) -> None:
    one = program(tmp_path, FLOW)
    inside = step(one, step(one, step(one, one.start, "seat/wait"), "gate/on"), "seat/wait")
    marks, states = by_spin(tmp_path, [one.story], free=False, starts=[inside])
    assert {mark.id for mark in marks} == {"stop", "again/to/home", "home", "home/ending"}
    assert states == 1


def test_a_search_that_was_cut_short_is_not_taken_for_a_whole_one(tmp_path: Path) -> None:
    model = promela([program(tmp_path, DOOR).story])
    (tmp_path / "story.pml").write_text(model.text, encoding="utf-8")
    run(tmp_path, "spin", "-o3", "-a", "story.pml")
    run(tmp_path, "gcc", "-O0", "-w", "-DSAFETY", "-o", "pan", "pan.c")
    with pytest.raises(ValueError, match="not exhaustive"):
        reached(model, run(tmp_path, "./pan", "-E", "-m20"))
