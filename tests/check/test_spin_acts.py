"""SPIN act by act, where a whole story is too large for it: the same verdicts.

Needs `spin` and `gcc`. See `game.check.acts` for what this proves. The stories are cut into acts
here, so that there are several, that plays go to and fro between.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random

import pytest

from game.check.acts import acts
from game.check.check import check
from game.check.promela import promela
from game.check.promela_parts import Part, whole
from game.check.promela_steps import lost
from game.play.program import Program
from game.play.screen import NotAvailable, RangeFault, step, view
from game.play.state import State
from game.story.model import Card, Passage, Scene, Story
from tests.check.oracle import search
from tests.check.spin import Decided, Limits, TooLarge, decided, in_acts, searched
from tests.check.test_oracle import DOOR
from tests.check.test_spin import by_check, generated
from tests.corpus.written import program

pytestmark = pytest.mark.spin

MANY = 20
"""Generated stories of each kind; so many share one model."""


def cut(story: Story, act: Mapping[str, str]) -> Story:
    """A copy of a story with each passage in that act."""
    scenes: dict[str, Scene] = {}
    passages: dict[str, Passage] = {}
    for one in story.passages.values():
        scene = f"{one.scene}-{act[one.id]}"
        passages[one.id] = one._replace(scene=scene)
        scenes[scene] = story.scenes[one.scene]._replace(
            id=scene,
            act=act[one.id],
            know=tuple(_moved(card, scene) for card in story.scenes[one.scene].know),
        )
    return story._replace(scenes=scenes, passages=passages)


def _moved(card: Card, scene: str) -> Card:
    id_ = f"{card.id}-{scene}"
    return Card(id_, card.paragraph._replace(id=id_))


def by_chance(story: Story, many: int) -> Story:
    """A copy of a story in so many acts, mostly one after the other."""
    chance = Random(f"cut {story.fingerprint}")
    act = {}
    for n, id_ in enumerate(story.passages):
        after = chance.random() < 0.25
        act[id_] = f"act{chance.randrange(many) if after else n * many // len(story.passages)}"
    return cut(story, act)


def within(part: Part, *, free: bool) -> set[State]:
    """The states of an act, by the engine: played from its doors, and no further than its end."""
    played = Program(part.story)
    found = set(part.starts)
    todo = list(found)
    while todo:
        state = todo.pop()
        screen = view(played, state, free_meetings=free)
        if not part.passages.issuperset(screen.passages):
            continue
        for option in screen.options:
            try:
                after = step(played, state, option.id, free_meetings=free)
            except (NotAvailable, RangeFault):
                continue
            if after.passage in part.passages and after not in found:
                found.add(after)
                todo.append(after)
    return found


@cache
def cuttings() -> list[Story]:
    """Generated stories cut into two or three acts: one that was made, one that was grown, ..."""
    those = generated()
    mixed = [one for two in zip(those[:MANY], those[-MANY:], strict=True) for one in two]
    return [by_chance(one, 2 + n // 2 % 2) for n, one in enumerate(mixed)]


@pytest.mark.parametrize("free", [False, True], ids=["as-played", "free"])
def test_by_acts_spin_says_the_same_of_a_generated_story(tmp_path: Path, free: bool) -> None:
    stories = cuttings()[free * MANY :][:MANY]
    parts = [acts(one, free_meetings=free) for one in stories]
    runs = in_acts(tmp_path, parts, free=free)
    marks = {mark for one in runs for mark in one.marks}
    whole_ = searched(tmp_path / "whole", promela([whole(s) for s in stories], free_meetings=free))
    assert marks == whole_.marks
    for n, story in enumerate(stories):
        checked = check(story, free_meetings=free, problems_only=True)
        assert {mark for mark in marks if mark.story == n} == by_check(checked, n)

    states = {
        (n, s) for n, one in enumerate(parts) for p in one.values() for s in within(p, free=free)
    }
    assert sum(one.states for one in runs) == len(states)
    caught = {
        (n, state)
        for n, one in enumerate(parts)
        for state in search(
            Program(stories[n]),
            free_meetings=free,
            starts=[state for part in one.values() for state in part.starts],
        ).caught
    }
    key = runs[0].model.key
    assert lost([one.steps for one in runs]) == {key(*one) for one in states & caught}


def test_the_cuttings_have_all_that_acts_can_have() -> None:
    parts = [list(acts(one).values()) for one in cuttings()]
    entered = [[part for part in one if part.starts] for one in parts]
    assert sum(len(one) > 1 for one in entered) > MANY
    assert sum(len(one) > 2 for one in entered) > MANY // 4
    doors = [door for one in entered for part in one for door in part.doors.values()]
    assert sum(len(door.states) > 4 for door in doors) > MANY
    assert sum(bool(door.dead) for door in doors) > MANY


LITTLE_TIME = Limits(seconds=0.001)
LITTLE_MEMORY = Limits(mib=60)
"""Limits that no story keeps."""


@pytest.mark.parametrize(
    ("free", "limits", "why"),
    [
        (False, LITTLE_TIME, "it takes more than 0.001 s"),
        (True, LITTLE_MEMORY, "it takes more than 60 MiB"),
    ],
    ids=["as-played-seconds", "free-memory"],
)
def test_a_story_that_exceeds_a_limit_is_searched_by_acts_and_that_is_said(
    tmp_path: Path, free: bool, limits: Limits, why: str
) -> None:
    story = in_acts_of_several_scenes()
    said = decided(tmp_path, story, free=free, limits=limits)
    assert said.how.startswith("by acts (act0 from ")
    assert f"), as for the unsliced model {why}: " in said.report()
    agree_by_parts(said, story, free=free)


@pytest.mark.parametrize("free", [False, True], ids=["as-played", "free"])
def test_an_act_that_exceeds_its_limit_is_searched_by_scenes_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: bool
) -> None:
    monkeypatch.setattr("tests.check.spin.OF_AN_ACT", LITTLE_MEMORY)
    story = in_acts_of_several_scenes()
    said = decided(tmp_path, story, free=free, limits=LITTLE_MEMORY)
    parts = acts(story._replace(scenes={i: s._replace(act=i) for i, s in story.scenes.items()}))
    assert len(parts) > len(acts(story))
    named = said.how.removeprefix("by acts (").partition(")")[0].split(", ")
    assert [one.split()[0] for one in named] == list(parts)
    agree_by_parts(said, story, free=free)


def in_acts_of_several_scenes() -> Story:
    """A generated story in two acts that both are entered, one of them of more than one scene."""
    for one in cuttings():
        entered = {act: part for act, part in acts(one).items() if part.starts}
        scenes = {one.passages[id_].scene for part in entered.values() for id_ in part.passages}
        if list(entered) == ["act0", "act1"] and len(scenes) > len(entered):
            return one
    raise AssertionError


def agree_by_parts(said: Decided, story: Story, *, free: bool) -> None:
    """Hold what SPIN says of a story's parts against the check."""
    checked = check(story, free_meetings=free, problems_only=True)
    assert said.marks == by_check(checked, 0)
    assert bool(lost(said.steps)) == bool(checked.traps)


def test_a_story_of_one_act_that_exceeds_a_limit_is_not_decided(tmp_path: Path) -> None:
    with pytest.raises(TooLarge, match="more than 60 MiB, and the story has one act"):
        decided(tmp_path, program(tmp_path, DOOR).story, free=False, limits=LITTLE_MEMORY)


IN_TWO = {"smoko": "one", "hall": "two", "cellar": "two", "home": "one"}


def test_where_steps_are_too_many_to_write_down_traps_alone_are_looked_for_by_acts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole_ = decided(tmp_path / "all", program(tmp_path, DOOR).story, free=False)
    story = cut(program(tmp_path, DOOR).story, IN_TWO)
    monkeypatch.setattr("game.check.promela_steps.MOST", 20)
    said = decided(tmp_path / "too-many", story, free=False)
    assert said.how.startswith("the unsliced model, but traps by acts")
    assert said.marks == whole_.marks
    assert len(said.steps) == 2
    assert lost(said.steps)
    monkeypatch.setattr("game.check.promela_steps.MOST", 3)
    with pytest.raises(TooLarge, match="an act has more than"):
        decided(tmp_path / "far-too-many", story, free=False)


def test_an_act_is_searched_from_what_comes_into_it_and_no_more(tmp_path: Path) -> None:
    parts = acts(cut(program(tmp_path, DOOR).story, IN_TWO))
    doors = parts["one"].doors
    # Entered with something in the tin, asked or not; and of the cellar nothing is read any more.
    assert {state.values[:2] for state in doors["hall"].states} == {(0, 1), (0, 2), (1, 1), (1, 2)}
    assert len(doors["cellar"].states) == 1
    assert [slot for slot, _ in doors["cellar"].dead] == [0, 1]
    # The beginning; and back from the hall, from which it is home if all is well.
    back = {state.values[:2] for state in parts["two"].doors["smoko"].states}
    assert back == {(0, 0), (0, 1), (0, 2), (1, 1)}


def test_a_trap_is_found_in_one_act_and_through_two(tmp_path: Path) -> None:
    story = cut(program(tmp_path, DOOR).story, IN_TWO)
    runs = in_acts(tmp_path, [acts(story)], free=False)
    caught = lost([one.steps for one in runs])
    # The cellar is one, and so is going to the hall and back with the tin full and nobody asked.
    through = [State(at, (0, 2, 0)) for at in ("smoko", "hall")]
    assert {runs[0].model.key(0, state) for state in through} < caught


def test_a_state_that_is_left_out_is_missed(tmp_path: Path) -> None:
    parts = acts(cuttings()[1])
    beginning = whole(cuttings()[1]).starts[0]
    doors = {id_: door for part in parts.values() for id_, door in part.doors.items()}
    left_out = [s for door in doors.values() for s in door.states if s != beginning][:12]
    without = []
    for state in left_out:
        door = doors[state.passage]
        less = door._replace(states=tuple(s for s in door.states if s != state))
        without.append(
            {
                act: part._replace(
                    starts=tuple(s for s in part.starts if s != state),
                    doors={
                        id_: less if id_ == state.passage else d for id_, d in part.doors.items()
                    },
                )
                for act, part in parts.items()
            }
        )
    runs = in_acts(tmp_path, without, free=False)
    missed = {(m.story, m.id) for one in runs for m in one.marks if m.kind == "missed"}
    assert missed >= {(n, state.passage) for n, state in enumerate(left_out)}


def test_a_state_that_no_play_comes_to_reaches_what_the_check_does_not(tmp_path: Path) -> None:
    never = DOOR.replace("effects: [asked = true]", "effects: [asked = false]")
    story = cut(program(tmp_path, never).story, IN_TWO)
    parts = acts(story)
    one_more = (*parts["two"].starts, State("hall", (1, 2, 0)))
    parts["two"] = parts["two"]._replace(starts=one_more)
    runs = in_acts(tmp_path, [parts], free=False)
    marks = {mark.id for one in runs for mark in one.marks if mark.kind == "branch"}
    assert marks - {mark.id for mark in by_check(check(story), 0)} == {"hall/to/home"}
