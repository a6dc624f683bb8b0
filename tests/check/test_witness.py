"""Playing a witness in the engine: what it shows, and where it cannot go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.check.check import check
from game.check.findings import Reached
from game.check.witness import shown, shown_on_the_way, walk
from game.play.program import Program
from game.story.load import load_story
from game.story.new import TEMPLATE
from tests.check.grown import grown_story
from tests.check.troubled import story
from tests.corpus.written import program
from tests.story.test_generated import load


def test_a_walk_has_every_screen_and_the_last_one() -> None:
    walked = walk(Program(load_story(TEMPLATE)), ["sheet/look", "stairs/tell_dora"])
    assert [past.chosen.id for past in walked.steps] == ["sheet/look", "stairs/tell_dora"]
    assert walked.last.meeting is not None
    assert (walked.fault, walked.refused) == (None, None)


def test_what_is_not_offered_is_named() -> None:
    walked = walk(Program(load_story(TEMPLATE)), ["sheet/give", "stairs/tell_dora"])
    assert walked.refused == "stairs/tell_dora"  # it is locked
    assert len(walked.steps) == 1


def test_the_fault_of_the_last_option_is_shown(tmp_path: Path) -> None:
    walked = walk(Program(story(tmp_path)), ["yard/help", "yard/help"])
    assert walked.fault is not None
    assert walked.fault.kind == "range"
    assert len(walked.steps) == 2


def test_with_votes_open_either_result_can_be_taken(tmp_path: Path) -> None:
    made = Program(story(tmp_path))
    assert walk(made, ["yard/meet", "vote/lost"]).refused == "vote/lost"
    freely = walk(made, ["yard/meet", "vote/lost"], free_meetings=True)
    assert {"vote/lost", "beaten", "beaten/text", "beaten/ending"} <= shown(made.story, freely)


def test_a_walk_shows_its_end_and_not_its_beginning(tmp_path: Path) -> None:
    made = Program(story(tmp_path))
    there = shown(made.story, walk(made, ["yard/meet"]))
    assert {"yard/meet", "vote", "vote/text", "vote/hands/dora/moved"} <= there
    assert not {"yard", "yard/text"} & there


RIDE = """\
flows:
  ride:
    start: bus
    passages:
      bus:
        text: The bus comes.
        choices: {sit: {text: Sit., to: seat}}
      seat: {text: You sit., return: true}
passages:
  smoko: {call: ride, to: home}
  home:
    ending: {title: Home, debrief: You walk home.}
"""


def test_the_way_on_from_a_call_is_taken_where_the_flow_returns(tmp_path: Path) -> None:
    made = program(tmp_path, RIDE)
    on_the_bus = walk(made, [])
    assert shown(made.story, on_the_bus) == {"smoko", "bus", "bus/text"}
    home = shown(made.story, walk(made, ["bus/sit"]))
    assert {"smoko/to/home", "home", "home/ending", "seat", "seat/text"} <= home
    assert not any(branch.startswith("seat/to") for branch in home)


ON = """\
passages:
  smoko: {to: hall}
  hall:
    choices: {go: {text: Go., to: gate}}
  gate: {to: home}
  home:
    ending: {title: Home, debrief: You walk home.}
"""


def test_ways_on_that_were_taken_earlier_are_not_shown_again(tmp_path: Path) -> None:
    made = program(tmp_path, ON)
    assert "smoko/to/hall" in shown(made.story, walk(made, []))
    assert shown(made.story, walk(made, ["hall/go"])) == {
        "hall/go",
        "gate",
        "gate/to/home",
        "home",
        "home/ending",
    }


def test_on_the_way_everything_is_shown_from_the_first_screen_to_the_last(tmp_path: Path) -> None:
    made = program(tmp_path, ON)
    assert shown_on_the_way(made.story, walk(made, [])) == {"smoko", "smoko/to/hall", "hall"}
    assert shown_on_the_way(made.story, walk(made, ["hall/go"])) == {
        *("smoko", "smoko/to/hall", "hall", "hall/go"),
        *("gate", "gate/to/home", "home", "home/ending"),
    }


FUND = """\
variables:
  fund: {type: number, from: 0, to: 2, start: 1, about: The fund.}
"""
FAULTS = """\
passages:
  smoko:
    text: The hat goes round, with {fund} in it.
    choices:
      put: {text: Put in five., effects: [fund += 2], to: home}
      wait: {text: Wait., to: late}
  late:
    effects: [fund -= 2]
    to: home
  home:
    ending: {title: Home, debrief: You walk home.}
"""


def test_an_option_whose_effects_fail_was_not_taken(tmp_path: Path) -> None:
    made = program(tmp_path, FUND + FAULTS)
    walked = walk(made, ["smoko/put"])
    assert walked.fault is not None
    assert shown_on_the_way(made.story, walked) == {"smoko", "smoko/text"}


def test_where_a_screen_is_broken_off_its_cards_are_not_shown(tmp_path: Path) -> None:
    scene = "scene: day\ntitle: Day\nknow:\n  hat: The hat is Roy's.\n"
    made = program(tmp_path, FUND, day=scene + FAULTS)
    first = walk(made, [])
    (known,) = (card.id for card in first.last.know)
    assert known in shown(made.story, first)
    broken = walk(made, ["smoko/wait"])
    assert broken.fault is not None
    assert known not in shown(made.story, broken)
    assert {"smoko/wait", "late"} == shown(made.story, broken)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("free", [False, True], ids=["as played", "votes open"])
def test_every_witness_of_the_check_shows_its_branch(seed: int, free: bool) -> None:
    made = Program(load(grown_story(seed)))
    for id_, verdict in check(made.story, free_meetings=free).verdicts.items():
        if isinstance(verdict, Reached):
            walked = walk(made, verdict.witness, free_meetings=free)
            assert walked.refused is None
            assert id_ in shown(made.story, walked)
