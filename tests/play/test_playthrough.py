"""A playthrough: choosing, going back, what was read, playing again; and a state's JSON form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.screen import NotAvailable, RangeFault, view
from game.play.state import State
from tests.corpus.written import HOME, program

BODY = f"""\
variables:
  fund: {{type: number, from: 0, to: 5, start: 1, about: What is in the tin.}}
scale: [against, with_us]
people:
  les: {{name: Les, stance: against}}
passages:
  smoko:
    text: {{fund: "{{fund}}", les: {{if: les == with_us and visits(smoko) > 1, text: Les nods.}}}}
    choices:
      shut: {{text: Shut., if: fund == 0, locked: No., to: home}}
      put: {{text: Put., effects: [fund += 2, les += 1], to: smoko}}
      look: {{text: Look., once: true, to: yard}}
      go: {{text: Go., to: home}}
  yard: {{call: ride, to: smoko}}
{HOME}flows:
  ride:
    start: bus
    passages:
      bus: {{choices: {{off: {{text: Off., to: off}}}}}}
      off: {{call: inner, to: end}}
      end: {{return: true}}
  inner:
    start: in
    passages:
      in: {{choices: {{out: {{text: Out., to: out}}}}}}
      out: {{return: true}}
"""


@pytest.fixture
def play(tmp_path: Path) -> Playthrough:
    return Playthrough(program(tmp_path, BODY))


def test_it_starts_at_the_start(play: Playthrough) -> None:
    assert play.state == play.program.start
    assert play.choices == ()
    assert play.view.passage == "smoko"


def test_choosing_shows_the_next_screen(play: Playthrough) -> None:
    screen = play.choose("smoko/put")
    assert screen is play.view
    assert screen.lines[0].text == "3"
    assert play.choices == ("smoko/put",)


def test_a_number_means_the_options_that_can_be_taken(play: Playthrough) -> None:
    play.choose(1)
    assert play.choices == ("smoko/put",)
    play.choose(3)
    assert play.view.ending is not None


@pytest.mark.parametrize("number", [0, -1, 4, 99])
def test_another_number_is_refused(play: Playthrough, number: int) -> None:
    with pytest.raises(NotAvailable) as refused:
        play.choose(number)
    assert refused.value.available == ("smoko/put", "smoko/look", "smoko/go")
    assert play.choices == ()


@pytest.mark.parametrize("option", ["smoko/shut", "put", "yard/off", ""])
def test_what_cannot_be_taken_changes_nothing(play: Playthrough, option: str) -> None:
    before = play.view
    with pytest.raises(NotAvailable):
        play.choose(option)
    assert (play.choices, play.state, play.view) == ((), play.program.start, before)


def test_a_range_fault_changes_nothing(play: Playthrough) -> None:
    play.choose("smoko/put")
    play.choose("smoko/put")
    before = (play.state, play.choices, play.view)
    with pytest.raises(RangeFault):
        play.choose("smoko/put")
    assert (play.state, play.choices, play.view) == before


def test_going_back_gives_the_same_screens_again(play: Playthrough) -> None:
    seen = [play.view, *map(play.choose, ("smoko/put", "smoko/look", "bus/off"))]
    assert play.rollback() == seen[2]
    assert play.rollback(2) == seen[0]
    assert play.choices == ()
    assert play.choose("smoko/put") == seen[1]


def test_going_back_by_nothing_changes_nothing(play: Playthrough) -> None:
    play.choose("smoko/put")
    assert play.rollback(0) is play.view
    assert play.choices == ("smoko/put",)


@pytest.mark.parametrize("screens", [-1, 2, 100])
def test_nobody_goes_back_before_the_start(play: Playthrough, screens: int) -> None:
    play.choose("smoko/put")
    with pytest.raises(ValueError, match="1 choices were made"):
        play.rollback(screens)
    assert play.choices == ("smoko/put",)


def test_the_backlog_is_every_earlier_screen_with_what_was_chosen(play: Playthrough) -> None:
    first = play.view
    second = play.choose("smoko/put")
    play.choose("smoko/look")
    pasts = play.backlog()
    assert [past.view for past in pasts] == [first, second]
    assert [past.chosen.text for past in pasts] == ["Put.", "Look."]


def test_the_screen_before_is_the_last_of_the_backlog(play: Playthrough) -> None:
    befores = [play.before]
    for _ in range(2):
        play.choose(1)
        befores.append(play.before)
    assert befores == [None, *(past.view for past in play.backlog())]
    play.rollback()
    assert play.before == befores[1]


def test_the_backlog_is_empty_at_the_start_and_after_going_back(play: Playthrough) -> None:
    assert play.backlog() == ()
    play.choose("smoko/put")
    play.rollback()
    assert play.backlog() == ()


def test_the_same_choices_give_the_same_play(play: Playthrough) -> None:
    for option in ("smoko/put", "smoko/look", "bus/off", "in/out", "smoko/put"):
        play.choose(option)
    again, stopped = Playthrough.replay(Program(play.program.story), play.choices)
    assert stopped is None
    assert (again.state, again.view, again.choices) == (play.state, play.view, play.choices)
    assert again.backlog() == play.backlog()


@pytest.mark.parametrize(
    ("choices", "played", "stopped"),
    [
        (["smoko/put", "smoko/gone", "smoko/go"], 1, "smoko/gone"),
        (["smoko/put", "smoko/put", "smoko/put"], 2, "smoko/put"),
        (["smoko/go", "smoko/put"], 1, "smoko/put"),
        (["bus/off"], 0, "bus/off"),
        ([], 0, None),
    ],
    ids=["no such choice", "range fault", "after the ending", "another passage", "nothing"],
)
def test_playing_again_goes_as_far_as_it_holds(
    play: Playthrough, choices: list[str], played: int, stopped: str | None
) -> None:
    again, where = Playthrough.replay(play.program, choices)
    assert (len(again.choices), where) == (played, stopped)
    assert again.view.passage


# --- the state's JSON form -----------------------------------------------------------------------


def test_a_state_names_only_what_has_changed(play: Playthrough) -> None:
    assert play.state.to_json(play.program) == {"passage": "smoko", "values": {}, "stack": []}
    play.choose("smoko/put")
    play.choose("smoko/look")
    play.choose("bus/off")
    assert play.state.to_json(play.program) == {
        "passage": "off",
        "values": {
            "number:fund": 3,
            "stance:les": 1,
            "once:smoko/look": 1,
            "visits:smoko": 2,
        },
        "stack": ["yard"],
    }


def test_a_state_comes_back_whole(play: Playthrough) -> None:
    for option in ("smoko/put", "smoko/look", "bus/off", "in/out"):
        play.choose(option)
        kept = play.state.to_json(play.program)
        assert State.from_json(play.program, kept) == play.state


GOOD: dict[str, Any] = {"passage": "smoko", "values": {}, "stack": []}


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "smoko",
        3,
        {},
        {"passage": "smoko"},
        {**GOOD, "passage": "nowhere"},
        {**GOOD, "passage": ["smoko"]},
        {**GOOD, "passage": None},
        {**GOOD, "values": None},
        {**GOOD, "values": [1, 2]},
        {**GOOD, "values": {"number:fund": 6}},
        {**GOOD, "values": {"number:fund": -1}},
        {**GOOD, "values": {"number:fund": "1"}},
        {**GOOD, "values": {"number:fund": True}},
        {**GOOD, "values": {"number:fund": 1.0}},
        {**GOOD, "values": {"number:tin": 1}},
        {**GOOD, "values": {"fund": 1}},
        {**GOOD, "stack": None},
        {**GOOD, "stack": ["nowhere"]},
        {**GOOD, "stack": [["yard"]]},
        {**GOOD, "stack": "yard"},
        # A passage that is not where the calls lead, or calls that lead nowhere.
        {**GOOD, "stack": ["yard"]},
        {**GOOD, "passage": "bus"},
        {**GOOD, "passage": "bus", "stack": ["smoko"]},
        {**GOOD, "passage": "bus", "stack": ["off"]},
        {**GOOD, "passage": "in", "stack": ["off"]},
        {**GOOD, "passage": "in", "stack": ["yard"]},
        {**GOOD, "passage": "bus", "stack": ["yard", "yard"]},
        {**GOOD, "passage": "bus", "stack": ["yard", "off"]},
    ],
)
def test_what_is_no_state_of_this_story_is_refused(play: Playthrough, data: Any) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        State.from_json(play.program, data)


def test_a_state_inside_two_calls_can_be_played_on(play: Playthrough) -> None:
    state = State.from_json(play.program, {**GOOD, "passage": "out", "stack": ["yard", "off"]})
    assert view(play.program, state).passages == ("out", "end", "smoko")
