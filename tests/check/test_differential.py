"""The check against the oracle, on stories that nobody wrote.

A thousand in a plain run. Ten thousand, or as many as you like, by one command:

    ONE_OUT_EXAMPLES=10000 python -m pytest -o faulthandler_timeout=0 tests/check -k generated

Agreed on, as played and with free meetings: which branches can be reached and by how few options;
whether there are traps, with which passages, and the shortest way into one; stuck screens and range
faults with their shortest ways; which choices do not matter. And every witness is played through
the engine.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path

import pytest

from game.check import layout, values
from game.check.check import check
from game.check.findings import (
    Checked,
    Oddity,
    RangeFault,
    Reached,
    Stuck,
    Trap,
    Undecided,
    Unreachable,
)
from game.check.live import Liveness
from game.check.net import net
from game.check.refine import Refinement
from game.check.values import Arriving
from game.play.program import Program
from game.story.load import load_story
from tests.check.agreement import (
    Files,
    disagreements,
    found_both_ways,
    smallest,
    written_out,
    wrong,
)
from tests.check.grown import grown_story
from tests.check.oracle import search
from tests.check.test_oracle import DOOR, FLOW
from tests.corpus.made import made_story
from tests.corpus.plan import Plan, plans, read_plan
from tests.corpus.written import story

EXAMPLES = int(os.environ.get("ONE_OUT_EXAMPLES", "0")) or 1_000
CHUNKS = 10
MOST = 3_000
"""States of a generated story; larger ones are passed over, and do not count as examples."""


def made_files(seed: int) -> Files:
    return made_story(seed).files


MAKERS: dict[str, Callable[[int], Files]] = {"made": made_files, "grown": grown_story}


def agree(maker: str, seeds: Iterable[int], many: int) -> None:
    """Hold the check against the oracle on `many` stories of a maker; a failing one is written."""
    for seed in seeds:
        files = MAKERS[maker](seed)
        found = wrong(files, MOST)
        if found:
            least = smallest(files, lambda less: bool(wrong(less, MOST)))
            said = "\n".join(wrong(least, MOST) or ())
            pytest.fail(f"seed {seed} of {maker}: {found}\n\n{said}\n\n{written_out(least)}")
        many -= found is not None
        if many <= 0:
            break


@pytest.mark.parametrize("chunk", range(CHUNKS))
@pytest.mark.parametrize("maker", MAKERS)
def test_check_and_oracle_agree_on_a_generated_story(maker: str, chunk: int) -> None:
    agree(maker, count(chunk, CHUNKS), EXAMPLES // len(MAKERS) // CHUNKS)


def in_many_pages(patch: pytest.MonkeyPatch) -> None:
    """The method for large stories: no set of more than a few bits; value sets that know less."""
    patch.setattr(layout, "DENSE", 2)
    patch.setattr(layout, "PAGED", 1)
    patch.setattr(values, "MOST_JOINT", 4)


def goal_by_goal(patch: pytest.MonkeyPatch) -> None:
    """The method for larger ones still, alone, and without the search that finds what is near."""
    planned, near = layout.plan, Refinement._look_near
    patch.setattr("game.check.memo.plan", lambda *given: planned(*given)._replace(hopeful=False))
    patch.setattr(Refinement, "_look_near", lambda self: near(self, 0))
    patch.setattr("game.check.check._Check._everywhere", lambda *_: False)


METHODS = [in_many_pages, goal_by_goal]


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.__name__)
def test_check_and_oracle_agree_on_a_generated_story_by_the_method_for_large_ones(
    maker: str, method: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    method(monkeypatch)
    agree(maker, count(), EXAMPLES // 10)


def test_the_methods_for_large_stories_are_those_that_are_tested(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arriving = Arriving(net(story(tmp_path, WITH_NEVER)))
    live = Liveness(arriving)
    assert not layout.plan(arriving, live).layout.unfolded
    in_many_pages(monkeypatch)
    assert layout.plan(arriving, live).layout.unfolded
    # Only the search over all states counts them.
    flow = story(tmp_path / "flow", FLOW)
    assert check(flow).states is not None
    goal_by_goal(monkeypatch)
    assert check(flow).states is None


PLAYED = [plan for plan in map(read_plan, plans()) if not plan.wrong]


@pytest.mark.parametrize("plan", PLAYED, ids=lambda plan: plan.name)
def test_check_and_oracle_agree_on_a_story_of_the_corpus(plan: Plan) -> None:
    whole = load_story(plan.story)
    found = found_both_ways(whole, 20_000)
    assert found is not None
    for free, each in found.items():
        assert disagreements(whole, check(whole, free_meetings=free), each) == []


# --- a check that errs is caught -----------------------------------------------------------------


def _a_choice_more(checked: Checked) -> Checked:
    """A witness that is not a shortest one."""
    reached = checked.verdicts["smoko/go"]
    assert isinstance(reached, Reached)
    longer = reached._replace(witness=("smoko/put", *reached.witness))
    return checked._replace(verdicts={**checked.verdicts, "smoko/go": longer})


def _another_way(checked: Checked) -> Checked:
    """A witness as long as the shortest that shows something else."""
    reached = checked.verdicts["smoko/ask"]
    assert isinstance(reached, Reached)
    other = reached._replace(witness=("smoko/put",))
    return checked._replace(verdicts={**checked.verdicts, "smoko/ask": other})


def _a_wrong_proof(checked: Checked) -> Checked:
    branch = checked.verdicts["home"].branch
    reason = next(v.reason for v in checked.verdicts.values() if isinstance(v, Unreachable))
    verdicts = {**checked.verdicts, "home": Unreachable(branch, reason)}
    return checked._replace(verdicts=verdicts)


def _a_wrong_witness(checked: Checked) -> Checked:
    """Something that cannot be reached is said to be."""
    verdict = Reached(checked.verdicts["never"].branch, ("smoko/ask",))
    return checked._replace(verdicts={**checked.verdicts, "never": verdict})


def _undecided(checked: Checked) -> Checked:
    verdict = Undecided(checked.verdicts["home"].branch, "it is large")
    return checked._replace(verdicts={**checked.verdicts, "home": verdict})


def _a_branch_forgotten(checked: Checked) -> Checked:
    verdicts = {id_: verdict for id_, verdict in checked.verdicts.items() if id_ != "never"}
    return checked._replace(verdicts=verdicts)


def _a_trap_too_many(checked: Checked) -> Checked:
    return checked._replace(traps=(*checked.traps, Trap((), ("smoko",))))


def _a_trap_with_a_passage_less(checked: Checked) -> Checked:
    traps = tuple(trap._replace(passages=trap.passages[:-1]) for trap in checked.traps)
    return checked._replace(traps=traps)


def _stuck_where_it_is_not(checked: Checked) -> Checked:
    place = checked.verdicts["smoko"].branch.place
    return checked._replace(stuck=(Stuck("smoko", place, ()),))


def _a_fault_elsewhere(checked: Checked) -> Checked:
    place = checked.verdicts["smoko"].branch.place
    return checked._replace(range_faults=(RangeFault("fund", "fund += 1", place, ()),))


ERRORS: list[tuple[Callable[[Checked], Checked], str]] = [
    (_a_choice_more, "has not the fewest options"),
    (_another_way, "does not show it"),
    (_a_wrong_proof, "said to be unreachable"),
    (_a_wrong_witness, "has not the fewest options"),
    (_undecided, "undecided"),
    (_a_branch_forgotten, "in one and not the other"),
    (_a_trap_too_many, "does not lead into one"),
    (_a_trap_with_a_passage_less, "traps: "),
    (lambda checked: checked._replace(traps=()), "traps: "),
    (_stuck_where_it_is_not, "stuck screens: "),
    (_a_fault_elsewhere, "range faults: "),
    (lambda checked: checked._replace(range_faults=()), "range faults: "),
    (lambda checked: checked._replace(undecided=("traps",), complete=False), "not complete"),
    (lambda checked: checked._replace(complete=False), "not complete"),
]

WITH_NEVER = DOOR.replace(
    "      look: {text: Look., to: cellar}\n",
    "      look: {text: Look., to: cellar}\n"
    "      dig: {text: Dig., if: fund == 2 and not asked, to: never}\n",
).replace("  home:\n", "  never: {to: cellar}\n  home:\n")
"""A story with a branch that cannot be reached, a trap and a range fault."""


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error[0].__name__.strip("_<>"))
def test_a_check_that_errs_is_caught(
    tmp_path: Path, error: tuple[Callable[[Checked], Checked], str]
) -> None:
    err, words = error
    whole = story(tmp_path, WITH_NEVER)
    found, checked = search(Program(whole)), check(whole)
    assert disagreements(whole, checked, found) == []
    said = disagreements(whole, err(checked), found)
    assert any(words in one for one in said), said


def test_a_check_that_takes_choices_for_twins_is_caught(tmp_path: Path) -> None:
    whole = story(tmp_path, FLOW)
    found, checked = search(Program(whole)), check(whole)
    assert disagreements(whole, checked, found) == []
    place = checked.verdicts["gate"].branch.place
    odd = Oddity("twins", "gate/on and off come to the same: all of it", place)
    said = disagreements(whole, checked._replace(oddities=(odd,)), found)
    assert said == ["choices that do not matter: [('gate/on', 'gate/off')] instead of []"]
