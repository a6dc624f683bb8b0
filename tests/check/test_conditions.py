"""Conditions and variables held against brute force, on stories that nobody wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, count
from pathlib import Path

import pytest

from game.check.asked import of_edge, of_goal
from game.check.check import check
from game.check.findings import Checked, Oddity, Unreachable
from game.check.layout import plan
from game.check.live import Liveness
from game.check.net import Net, net
from game.check.pages import Pages
from game.check.rows import negated, work_out
from game.check.search import fill
from game.check.standing import Case, ExactStanding
from game.check.values import Arriving
from game.play.program import Program
from game.play.screen import step
from game.story.model import Condition, Story
from tests.check import conditions
from tests.check.conditions import Asked, everything
from tests.check.oracle import TooManyStates, replay
from tests.check.test_differential import MAKERS, METHODS, goal_by_goal
from tests.corpus.written import HOME
from tests.corpus.written import story as written
from tests.story.test_generated import load

Drawn = tuple[Story, bool, Asked]


def drawn(maker: str, many: int) -> Iterator[Drawn]:
    """Stories with everything that is asked in them, as played and with every vote open."""
    for seed in count(5_000):
        story = load(MAKERS[maker](seed))
        for free in (False, True):
            try:
                yield story, free, everything(Program(story), free_meetings=free, most=1_000)
            except TooManyStates:
                break
            many -= 1
        if many <= 0:
            return


def told(checked: Checked, code: str) -> list[Oddity]:
    return [one for one in checked.oddities if one.code == code]


def fixed(checked: Checked) -> set[str]:
    """What is told never to change."""
    return {one.source for one in told(checked, "never-changed")}


def idle_told(story: Story, checked: Checked) -> dict[Condition, set[tuple[str, str]]]:
    """What the check says of conditions, by the condition at the place."""
    at = {one.place: one for one in all_conditions(net(story))}
    out: dict[Condition, set[tuple[str, str]]] = {}
    for one in checked.oddities:
        if one.code in ("always-true", "always-false"):
            assert at[one.place].source == one.source
            out.setdefault(at[one.place], set()).add((one.code, one.words))
    return out


def all_conditions(whole: Net) -> dict[Condition, list[Case]]:
    """Every condition, with where it is asked."""
    out: dict[Condition, list[Case]] = {}
    for n, node in enumerate(whole.nodes):
        asking = [of_goal(whole.branches[goal.branch], goal, n) for goal in node.goals]
        asking += [of_edge(whole, edge) for edge in node.edges]
        for own, case, _ in asking:
            if own is not None and case not in out.setdefault(own, []):
                out[own].append(case)
    return out


@pytest.mark.parametrize("maker", MAKERS)
def test_the_same_conditions_decide_nothing_as_by_playing_everything(maker: str) -> None:
    number = 0
    for story, free, found in drawn(maker, 120):
        checked = check(story, free_meetings=free, matters=False)
        said, expected = idle_told(story, checked), conditions.idle(story, found, fixed(checked))
        cases = all_conditions(net(story, free_meetings=free))
        for condition in said.keys() | expected.keys():
            mine, its = said.get(condition, set()), expected.get(condition, set())
            # Of a passage that a flow is called for from several places, some may be left untold.
            assert mine <= its if len(cases[condition]) > 1 else mine == its, (condition, mine, its)
            number += len(mine)
    assert number > 100


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.__name__)
def test_the_methods_for_large_stories_say_no_more(
    method: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    method(monkeypatch)
    number = 0
    for story, free, found in drawn("grown", 50):
        checked = check(story, free_meetings=free, matters=False)
        expected = conditions.idle(story, found, fixed(checked))
        for condition, said in idle_told(story, checked).items():
            whole = {one for one in said if "adds nothing" not in one[1]}
            assert whole <= expected.get(condition, set())
            for code, words in said - whole:
                # The whole may never vary either, which value sets alone need not see.
                assert (code, words) in expected.get(condition, set()) or method is goal_by_goal
            number += len(said)
        never = {story.slots[n].name for n in conditions.never_changed(story, found)}
        assert fixed(checked) <= never
    assert number > 20


def test_what_never_changes_or_differs_does_so_in_no_play() -> None:
    changed = equal = 0
    for story, free, found in chain(drawn("made", 120), drawn("grown", 120)):
        checked = check(story, free_meetings=free, matters=False)
        at = {
            slot.name: n for n, slot in enumerate(story.slots) if slot.kind in conditions.DECLARED
        }
        never = {story.slots[n].name for n in conditions.never_changed(story, found)}
        assert fixed(checked) <= never
        changed += len(fixed(checked))
        for code, same in (("always-equal", True), ("always-opposite", False)):
            for one in told(checked, code):
                others = set(one.words.replace(":", " ").split()) & at.keys()
                (other,) = others - {one.source}
                a, b = at[one.source], at[other]
                assert all((values[a] == values[b]) is same for values in found.values)
                equal += 1
    assert changed
    assert equal


def standing(story: Story, *, free: bool) -> ExactStanding:
    whole = net(story, free_meetings=free)
    arriving = Arriving(whole)
    live = Liveness(arriving)
    pages = Pages(arriving, live, plan(arriving, live).layout)
    fill(pages, 100_000)
    return ExactStanding(pages)


@pytest.mark.parametrize("maker", MAKERS)
def test_values_and_nearest_plays_are_as_by_playing_everything(maker: str) -> None:
    exact = ways = 0
    for story, free, found in drawn(maker, 60):
        stands = standing(story, free=free)
        for condition, (case, *others) in all_conditions(stands.pages.net).items():
            those = found.of.get(condition, set())
            if others:
                continue
            for row in (condition.row, negated(condition.row)):
                here = case.and_(row)
                if not stands.exact(here):
                    continue
                exact += 1
                holding = {v for v in those if work_out(row, dict(enumerate(v)))}
                assert stands.sure(here) == bool(holding)
                for slot in range(len(story.slots)):
                    if stands.exact(here, ("v", slot)):
                        assert stands.values(here, ("v", slot)) == {v[slot] for v in holding}
                way = stands.ways([here]).get(here)
                assert (way is not None) == bool(holding)
                if way is not None:
                    ways += 1
                    state = Program(story).start
                    for option in way:
                        state = step(Program(story), state, option, free_meetings=free)
                    on_it = dict.fromkeys(conditions.asked(story, state, set()))
                    assert any(one == condition and v in holding for one, v in on_it)
    assert exact > 100
    assert ways > 100


def test_a_nearest_play_can_be_played() -> None:
    played = 0
    for story, free, _ in drawn("grown", 60):
        for verdict in check(story, free_meetings=free, matters=False).verdicts.values():
            if isinstance(verdict, Unreachable) and verdict.reason.way:
                assert replay(Program(story), verdict.reason.way, free_meetings=free).fault is None
                played += 1
    assert played


def nothing(_patch: pytest.MonkeyPatch) -> None:
    """The method for stories of a usual size."""


NEVER = f"""\
variables:
  left: {{type: flag, start: false, about: It.}}
  right: {{type: flag, start: false, about: It.}}
passages:
  smoko:
    choices:
      l: {{text: Left., to: hall, effects: [left = true]}}
      r: {{text: Right., to: hall, effects: [right = true]}}
  hall:
    choices:
      both: {{text: Both., if: left and right, to: both}}
      home: {{text: Go home., to: home}}
  both:
    text: {{a: {{if: left and right, text: Both.}}}}
    choices: {{a: {{text: Go., if: left, to: home}}, b: {{text: Go., if: seen(home), to: home}}}}
{HOME}"""


@pytest.mark.parametrize("method", [nothing, *METHODS], ids=lambda method: method.__name__)
def test_nothing_is_said_of_conditions_that_no_play_comes_to(
    method: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    method(monkeypatch)
    checked = check(written(tmp_path, NEVER))
    assert isinstance(checked.verdicts["both"], Unreachable)
    assert [one for one in checked.oddities if one.code.startswith("always-")] == []
