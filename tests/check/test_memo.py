"""A check that remembers the one before: it finds what a check from nothing finds."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.check import layout
from game.check.check import check
from game.check.findings import Checked, Reached
from game.check.memo import Memo
from game.check.witness import walk
from game.play.program import Program
from game.story.model import Story
from tests.check.edits import simpler
from tests.check.grown import grown_story
from tests.corpus.written import story
from tests.story.test_generated import load

SEEDS = range(20)


def but_for_ways(value: Any) -> Any:
    """What was found, each way only by its length: among shortest ones, either may come first."""
    if isinstance(value, Checked):
        return but_for_ways((*value.verdicts.values(), *value._replace(verdicts={})))
    if not isinstance(value, tuple):
        return value
    fields = getattr(value, "_fields", [""] * len(value))
    return tuple(
        len(part) if name == "witness" else but_for_ways(part)
        for name, part in zip(fields, value, strict=True)
    )


def by_turns(made: Story, seed: int, *, free: bool) -> None:
    chance, memo = Random(f"edits {seed}"), Memo()
    for _ in range(6):
        with_memo = check(made, free_meetings=free, memo=memo)
        found = check(made, free_meetings=free)
        assert but_for_ways(with_memo) == but_for_ways(found)
        for verdict in with_memo.verdicts.values():
            if isinstance(verdict, Reached):
                walked = walk(Program(made), verdict.witness, free_meetings=free)
                assert walked.refused is None
        if not any(passage.choices for passage in made.passages.values()):
            break
        made = simpler(made, chance)


@pytest.mark.parametrize("seed", SEEDS)
def test_after_edits_the_same_is_found_as_from_nothing(seed: int) -> None:
    by_turns(load(grown_story(seed)), seed, free=bool(seed % 2))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_where_states_are_in_many_pages(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "DENSE", 2)
    monkeypatch.setattr(layout, "PAGED", 1)
    by_turns(load(grown_story(seed)), seed, free=not seed % 2)


def test_what_was_worked_out_is_found_again() -> None:
    made, memo = load(grown_story(1)), Memo()
    check(made, memo=memo)
    before = memo.worked
    assert before is not None
    moves = len(before.compiled)
    assert moves
    check(simpler(made, Random(1)), memo=memo)
    assert memo.worked is before
    assert len(before.compiled) < 2 * moves


def test_other_slots_are_another_story() -> None:
    made, memo = load(grown_story(1)), Memo()
    check(made, memo=memo)
    before = memo.worked
    wider = made.slots[0]._replace(high=made.slots[0].high + 1)
    other = made._replace(slots=(wider, *made.slots[1:]))
    assert but_for_ways(check(other, memo=memo)) == but_for_ways(check(other))
    assert memo.worked is not before


@pytest.mark.parametrize("most", ["MOST_ROWS", "MOST_BITS"])
def test_a_memo_does_not_grow_for_ever(most: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"game.check.memo.{most}", 1)
    made, memo = load(grown_story(1)), Memo()
    check(made, memo=memo)
    before = memo.worked
    assert check(made, memo=memo) == check(made)
    assert memo.worked is not before


TWO = """\
variables:
  coat: {type: flag, start: false, about: You took the coat.}
  bag: {type: flag, start: false, about: You took the bag.}
passages:
  smoko:
    text: Two hooks.
    choices:
      take: {text: Take the coat., effects: [coat = true], to: stairs}
      leave: {text: Leave it., to: stairs}
  stairs:
    text: A bag.
    choices:
      warm: {text: You are warm., if: coat, effects: [bag = true], to: street}
      cold: {text: You are cold., if: not coat, to: street}
      other: {text: Take the bag., effects: [bag = true], to: street}
  street:
    text: Rain.
    choices:
      wet: {text: Walk on., if: CONDITION, to: home}
      dry: {text: Wait., to: home}
  home:
    text: Home.
    ending: {title: Home, debrief: Rain.}
"""


def test_slots_that_shared_a_register_part_when_both_are_needed(tmp_path: Path) -> None:
    memo = Memo()
    check(story(tmp_path / "a", TWO.replace("CONDITION", "bag")), memo=memo)
    before = memo.worked
    assert before is not None
    coat, bag = sorted(before.layout.stride)
    assert before.layout.stride[coat] == before.layout.stride[bag]
    both = story(tmp_path / "b", TWO.replace("CONDITION", "bag and not coat"))
    assert but_for_ways(check(both, memo=memo)) == but_for_ways(check(both))
    assert memo.worked is not before
