"""`pytest --story PATH`: every branch of anybody's story is a test."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from game.check import cache, pytest_plugin
from game.check.check import check
from game.check.cover import Playthrough, cover
from game.check.findings import Reached, Undecided, Verdict
from game.check.outline import outline
from game.story.branches import Branch, branches
from game.story.load import load_story
from game.story.model import Story
from game.story.new import TEMPLATE, new_story
from tests.check.troubled import declared, story, troubled

pytest_plugins = ["pytester"]

CLONE = Path(__file__).parents[2]

# Loaded here, before pytester notes which modules there are: it forgets all that come later, and
# PyYAML's, half of which is C, cannot be loaded twice.
SHIPPED = load_story(CLONE / "stories" / "south-coast")
ITEMS = len(list(branches(load_story(TEMPLATE)))) + 6


Run = Callable[..., pytest.RunResult]


@pytest.fixture
def run(pytester: pytest.Pytester, home: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs pytest as somebody who has the game installed, in a folder of their own."""
    monkeypatch.setenv("ONE_OUT_HOME", str(home))
    monkeypatch.setenv("PYTHONPATH", str(CLONE))
    return lambda *words: pytester.runpytest_subprocess("-p", pytest_plugin.__name__, *words)


def test_every_branch_of_a_sound_story_is_an_item_that_passes(run: Run, tmp_path: Path) -> None:
    new_story(tmp_path / "mine")
    done = run("--story", tmp_path / "mine")
    done.assert_outcomes(passed=ITEMS)


def test_items_have_ids_that_can_be_read(run: Run, tmp_path: Path) -> None:
    done = run("--story", troubled(tmp_path), "--collect-only", "-q")
    said = done.outlines
    for name in (
        "troubled/main/yard[choice tell]",
        "troubled/main/yard[paragraph]",
        "troubled/main/yard[passage]",
        "troubled/main/told_her[paragraph after]",
        "troubled/main/told_her[else after]",
        "troubled/main/told_her[to vote]",
        "troubled/main/vote[hand dora moved]",
        "troubled/main/vote[result lost]",
        "troubled/main/home[ending]",
        "troubled[no trap]",
        "troubled[no range fault, votes open]",
    ):
        assert any(line.endswith(f"::{name}") for line in said), name
    assert len(set(said)) == len(said)


def test_cards_and_skips_have_ids_of_their_own() -> None:
    names = [pytest_plugin.readable(SHIPPED, branch) for branch in branches(SHIPPED)]
    assert "south-coast/meeting[card promise]" in names
    assert "south-coast/meeting[card promise else]" in names
    assert "south-coast/monday/monday[skip]" in names
    assert len(set(names)) == len(names)


def test_what_cannot_be_reached_fails_with_its_reason(run: Run, tmp_path: Path) -> None:
    done = run("--story", troubled(tmp_path), "-k", "tell")
    done.assert_outcomes(failed=1, deselected=len(list(branches(story(tmp_path)))) + 5)
    done.stdout.fnmatch_lines(
        [
            "troubled.yaml:31:13: unreachable: choice yard/tell",
            "  31 |         if: trust >= 3 and told",
            "  Needs trust >= 3*",
        ]
    )
    done.stdout.no_fnmatch_line("*Traceback*")


def test_what_only_a_class_reaches_fails_and_says_so(run: Run, tmp_path: Path) -> None:
    done = run("--story", troubled(tmp_path), "-k", "beaten and ending")
    done.assert_outcomes(failed=1, deselected=len(list(branches(story(tmp_path)))) + 5)
    done.stdout.fnmatch_lines(["*It can be reached where a class decides the votes."])


def test_traps_stuck_screens_and_range_faults_fail_both_ways(run: Run, tmp_path: Path) -> None:
    done = run("--story", troubled(tmp_path), "-k", "no")
    done.assert_outcomes(failed=6, deselected=len(list(branches(story(tmp_path)))))
    done.stdout.fnmatch_lines(
        ["troubled.yaml:48:3: trap: from wall *", "*1. yard: Wait by the wall."]
    )
    done.stdout.fnmatch_lines(["troubled.yaml:52:3: stuck: nothing can be chosen in door"])
    done.stdout.fnmatch_lines(["*range: trust can leave its range; it can be 0 to 3"])


def test_what_cannot_be_reached_fails_with_the_nearest_play(run: Run, tmp_path: Path) -> None:
    story(tmp_path)
    done = run("--story", tmp_path / "troubled.yaml", "-k", "yard and tell")
    done.stdout.fnmatch_lines(
        [
            "troubled.yaml:31:13: unreachable: choice yard/tell",
            "  The nearest play, 1 choice:",
            "    1. yard: Help Dora.",
            "  To play it: --choices yard/help",
        ]
    )


def test_what_is_declared_unreachable_passes_where_that_is_proved(run: Run, tmp_path: Path) -> None:
    path = declared(tmp_path, "yard/tell: It is too early.", "told_her: She listens next time.")
    done = run("--story", path, "-k", "tell or told_her", "-v")
    done.assert_outcomes(passed=6, deselected=len(list(branches(story(tmp_path)))))
    done.stdout.fnmatch_lines(["*::troubled/main/yard[[]choice tell[]] PASSED*"])


def test_what_only_a_class_reaches_passes_where_it_is_declared(run: Run, tmp_path: Path) -> None:
    path = declared(tmp_path, "vote/lost: Only a class loses this.", "beaten: It is theirs.")
    done = run("--story", path, "-k", "beaten or lost")
    assert done.parseoutcomes()["passed"] == 4
    assert "failed" not in done.parseoutcomes()


def test_what_is_declared_unreachable_and_reached_fails_with_the_way(
    run: Run, tmp_path: Path
) -> None:
    done = run("--story", declared(tmp_path, "wall: Nobody waits."), "-k", "wall and choice")
    assert done.parseoutcomes()["failed"] == 1
    done.stdout.fnmatch_lines(
        [
            "*_ troubled/main/wall[[]choice stay[]] _*",
            "troubled.yaml:22:3: reachable: choice wall/stay is declared unreachable, *",
            "  22 |   wall: Nobody waits.",
            '  The reason given: "Nobody waits."',
            "  The way there, 2 choices:",
            "    1. yard: Wait by the wall.",
            "    2. wall: Stay.",
            "  To play it: --choices yard/wait,wall/stay",
        ]
    )


def answers(home: Path, made: Story, verdict: Verdict) -> None:
    """Have the check answer this, whatever is so: as if it had said so before, and were wrong."""
    found = check(made)
    verdicts = {**found.verdicts, verdict.branch.id: verdict}
    cache.keep(made, found._replace(verdicts=verdicts), home / "cache")


def branch(made: Story, id_: str) -> Branch:
    return next(branch for branch in branches(made) if branch.id == id_)


def test_what_is_undecided_fails(run: Run, home: Path, tmp_path: Path) -> None:
    made = story(tmp_path)
    answers(home, made, Undecided(branch(made, "wall"), "too many states"))
    done = run("--story", troubled(tmp_path), "-k", "wall and passage")
    assert done.parseoutcomes()["failed"] == 1
    done.stdout.fnmatch_lines(["troubled.yaml:48:3: undecided: passage wall", "  Too many states."])


def test_what_is_undecided_fails_although_it_is_declared(
    run: Run, home: Path, tmp_path: Path
) -> None:
    path = declared(tmp_path, "wall: Nobody waits.")
    made = load_story(path)
    answers(home, made, Undecided(branch(made, "wall"), "too many states"))
    done = run("--story", path, "-k", "wall and passage")
    assert done.parseoutcomes()["failed"] == 1
    done.stdout.fnmatch_lines(["troubled.yaml:50:3: undecided: passage wall"])


@pytest.mark.parametrize(
    ("witness", "says"),
    [
        (("yard/meet",), "passage wall: its witness does not show it: yard/meet"),
        (("door/push",), "passage wall: the engine does not offer door/push*"),
    ],
)
def test_a_witness_that_the_engine_does_not_bear_out_fails(
    run: Run, home: Path, tmp_path: Path, witness: tuple[str, ...], says: str
) -> None:
    made = story(tmp_path)
    answers(home, made, Reached(branch(made, "wall"), witness))
    done = run("--story", troubled(tmp_path), "-k", "wall and passage")
    assert done.parseoutcomes()["failed"] == 1
    done.stdout.fnmatch_lines([says])


def test_a_whole_that_was_not_decided_fails(run: Run, home: Path, tmp_path: Path) -> None:
    new_story(tmp_path / "mine")
    made = load_story(tmp_path / "mine")
    cache.keep(made, check(made)._replace(undecided=("traps",)), home / "cache")
    done = run("--story", tmp_path / "mine", "-k", "no")
    assert done.parseoutcomes()["failed"] == 1
    done.stdout.fnmatch_lines(["undecided: no trap: it is more than the check can work out"])


def test_a_story_that_cannot_be_read_fails_with_its_diagnostics(run: Run, tmp_path: Path) -> None:
    path = troubled(tmp_path)
    path.write_text(path.read_text("utf-8").replace("start: yard", "start: yrad"), "utf-8")
    done = run("--story", path)
    done.assert_outcomes(errors=1)
    done.stdout.fnmatch_lines(["*there is no passage `yrad`*", "*Did you mean `yard`?*"])


def test_a_name_that_is_no_story_is_wrong_usage(run: Run) -> None:
    done = run("--story", "nowhere")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(["*--story: cannot read `nowhere`: *"])


def test_a_story_runs_alone_unless_tests_are_named_too(
    run: Run, pytester: pytest.Pytester, tmp_path: Path
) -> None:
    new_story(tmp_path / "mine")
    mine = pytester.makepyfile(test_mine="def test_mine(): pass")
    run("--story", tmp_path / "mine").assert_outcomes(passed=ITEMS)
    run(mine, "--story", tmp_path / "mine").assert_outcomes(passed=ITEMS + 1)
    run().assert_outcomes(passed=1)


def test_stories_among_the_tests_are_named_in_the_settings(
    run: Run, pytester: pytest.Pytester
) -> None:
    new_story(pytester.path / "stories" / "mine")
    run().assert_outcomes()  # a story is not collected unasked
    pytester.makeini("[pytest]\none_out_stories = stories/*/story.yaml")
    run().assert_outcomes(passed=ITEMS)


def test_an_installed_copy_brings_the_plugin_along() -> None:
    with (CLONE / "pyproject.toml").open("rb") as file:
        (name, module), *others = tomllib.load(file)["project"]["entry-points"]["pytest11"].items()
    assert import_module(module) is pytest_plugin
    assert name == module  # or a clone that is installed too would load it twice
    assert not others


def test_the_plugin_costs_nothing_where_there_is_no_story(
    run: Run, pytester: pytest.Pytester
) -> None:
    pytester.makepyfile(
        test_mine="import sys\ndef test_mine(): assert 'game.play.program' not in sys.modules"
    )
    run().assert_outcomes(passed=1)


def test_each_branch_names_the_playthrough_that_takes_it(run: Run, tmp_path: Path) -> None:
    new_story(tmp_path / "mine")
    report = tmp_path / "report.xml"
    done = run("--story", tmp_path / "mine", "-v", f"--junitxml={report}")
    done.assert_outcomes(passed=ITEMS)
    made = load_story(tmp_path / "mine")
    names = cover(made, check(made), check(made, free_meetings=True)).where
    told: dict[str, str] = {}
    for case in ET.parse(report).iter("testcase"):  # noqa: S314 - our own report
        for found in case.iter("property"):
            told[case.attrib["name"]] = found.attrib["value"]
    for one in branches(made):
        item = pytest_plugin.readable(made, one)
        assert told[item] == names[one.id]
        done.stdout.fnmatch_lines([f"*::{item.replace('[', '[[]')} PASSED by {names[one.id]} *"])
    assert len(told) == ITEMS - 6  # what must hold of the whole has none


def test_a_playthrough_that_does_not_take_its_branch_fails(
    run: Run, home: Path, tmp_path: Path
) -> None:
    made = story(tmp_path)
    false = Playthrough("home-1", ("yard/meet", "vote/carried"), ("wall",), "home", free=False)
    cache._write(home / "cache", outline(made).digest, "cover", [[false], {"wall": "home-1"}])
    done = run("--story", troubled(tmp_path), "-k", "passage and (wall or yard)")
    assert done.parseoutcomes()["failed"] == 2
    done.stdout.fnmatch_lines(
        [
            "passage yard: no playthrough takes it",
            "passage wall: the playthrough home-1 does not take it: --choices yard/meet,vote/*",
        ]
    )


def test_collecting_works_out_no_playthroughs(run: Run, home: Path, tmp_path: Path) -> None:
    new_story(tmp_path / "mine")
    run("--story", tmp_path / "mine", "--collect-only")
    assert not list(home.rglob("*.check"))
    run("--story", tmp_path / "mine", "-k", "passage")
    assert list(home.rglob("*-cover.check"))
