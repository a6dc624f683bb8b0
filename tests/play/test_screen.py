"""A screen and the step to the next one: pure, complete, and refusing what is not offered."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.program import Program
from game.play.screen import NotAvailable, RangeFault, step, view
from game.play.state import State
from tests.corpus.written import HOME, program

COUNTING = f"""\
variables:
  fund: {{type: number, from: 0, to: 3, start: 1, about: What is in the tin.}}
passages:
  smoko:
    effects: ["fund = up_to(3, fund + 1)"]
    text: "{{fund}}"
    choices:
      again: {{text: Again., to: smoko}}
      much: {{text: Much., effects: [fund -= 1, fund += 3], to: home}}
      never: {{text: Never., if: fund == 0, locked: No., to: home}}
      hidden: {{text: Hidden., if: fund == 0, to: home}}
{HOME}"""

VOTE = f"""\
people:
  les: {{name: Les Boyd}}
passages:
  smoko:
    meeting:
      motion: That we wait.
      voters: [les, you]
      hands:
        les: {{always: up, text: Yes.}}
        you: {{always: abstain, text: Well.}}
      carried: home
      lost: other
  other:
    ending: {{title: Other, debrief: Other.}}
{HOME}"""


def test_looking_changes_nothing(tmp_path: Path) -> None:
    made = program(tmp_path, COUNTING)
    assert view(made, made.start) == view(made, made.start)
    assert made.start.values == (1,)
    assert view(made, made.start).lines[0].text == "2"


def test_a_step_leaves_the_state_as_it_was(tmp_path: Path) -> None:
    made = program(tmp_path, COUNTING)
    before = made.start
    after = step(made, before, "smoko/again")
    assert before == State("smoko", (1,))
    assert after == State("smoko", (2,))


def test_equal_states_have_equal_screens_in_any_program(tmp_path: Path) -> None:
    made = program(tmp_path, COUNTING)
    other = Program(made.story)
    state = step(made, made.start, "smoko/again")
    assert view(other, State(*state)) == view(made, state)


def test_states_are_hashable_and_equal_by_value(tmp_path: Path) -> None:
    made = program(tmp_path, COUNTING)
    once = step(made, made.start, "smoko/again")
    assert {once, step(made, made.start, "smoko/again")} == {once}


def test_the_screen_of_an_older_state_can_be_asked_for_any_time(tmp_path: Path) -> None:
    made = program(tmp_path, COUNTING)
    first, state = view(made, made.start), made.start
    for _ in range(3):
        state = step(made, state, "smoko/again")
        view(made, state)
    assert view(made, made.start) == first


@pytest.mark.parametrize(
    "option",
    ["smoko/never", "smoko/hidden", "never", "home/again", "smoko/carried", "smoko/skip", ""],
)
def test_what_cannot_be_taken_is_refused_with_what_can(tmp_path: Path, option: str) -> None:
    made = program(tmp_path, COUNTING)
    with pytest.raises(NotAvailable) as refused:
        step(made, made.start, option)
    assert refused.value.option == option
    assert refused.value.available == ("smoko/again", "smoko/much")


def test_nothing_can_be_taken_at_an_ending(tmp_path: Path) -> None:
    made = program(tmp_path, COUNTING)
    with pytest.raises(NotAvailable) as refused:
        step(made, State("home", (1,)), "smoko/again")
    assert refused.value.available == ()


def test_a_range_fault_on_choosing_says_where(tmp_path: Path) -> None:
    made = program(tmp_path, COUNTING)
    with pytest.raises(RangeFault) as stopped:
        step(made, made.start, "smoko/much")
    assert stopped.value.fault == (
        "range",
        "fund would be 4; it can be 0 to 3",
        "story.yaml:22:48",
        "fund += 3",
    )


def test_a_range_fault_on_entering_ends_the_screen(tmp_path: Path) -> None:
    made = program(tmp_path, COUNTING.replace("up_to(3, fund + 1)", "fund + 1"))
    screen = view(made, State("smoko", (3,)))
    assert screen.fault is not None
    assert (screen.fault.kind, screen.options, screen.lines) == ("range", (), ())
    with pytest.raises(NotAvailable):
        step(made, State("smoko", (3,)), "smoko/again")


SHED = f"""\
scene: shed
title: The shed
passages:
  smoko:
    effects: [fund += 2]
    text: "{{fund}}"
    choices:
      again: {{text: Again., to: smoko}}
      home: {{text: Home., to: home}}
{HOME}know:
  law: The law of 1902.
  owed: {{if: fund >= 2, text: What is owed., else: Nothing is owed.}}
"""
PURSE = "variables:\n  fund: {type: number, from: 0, to: 3, start: 0, about: It.}\n"


@pytest.mark.parametrize("know", ["law", "owed"], ids=["without a condition", "with one"])
def test_a_screen_broken_off_by_a_range_fault_has_no_cards(tmp_path: Path, know: str) -> None:
    other = "owed" if know == "law" else "law"
    kept = "".join(line for line in SHED.splitlines(True) if not line.startswith(f"  {other}:"))
    made = program(tmp_path, PURSE, shed=kept)
    whole, broken = view(made, made.start), view(made, State("smoko", (2,)))
    assert [card.id for card in whole.know] == [f"know/shed/{know}"]
    assert broken.fault is not None
    assert broken.know == ()


def test_a_stuck_screen_has_its_cards(tmp_path: Path) -> None:
    locked = SHED.replace("text: Again.,", "text: Again., if: fund == 0,")
    locked = locked.replace("text: Home.,", "text: Home., if: fund == 0,")
    stuck = view(made := program(tmp_path, PURSE, shed=locked), made.start)
    assert stuck.fault is not None
    assert stuck.fault.kind == "stuck"
    assert [card.text for card in stuck.know] == ["The law of 1902.", "What is owed."]


def test_a_stuck_screen_says_which_passage(tmp_path: Path) -> None:
    made = program(
        tmp_path,
        f"passages:\n  smoko: {{choices: {{go: {{text: Go., if: seen(home), to: home}}}}}}\n{HOME}",
    )
    fault = view(made, made.start).fault
    assert fault == ("stuck", "nothing can be chosen in smoko", "story.yaml:15:3", "smoko")


def test_a_meeting_offers_its_result_alone(tmp_path: Path) -> None:
    made = program(tmp_path, VOTE)
    assert [o.id for o in view(made, made.start).options] == ["smoko/carried"]
    with pytest.raises(NotAvailable):
        step(made, made.start, "smoko/lost")


def test_a_class_may_decide_a_meeting_either_way(tmp_path: Path) -> None:
    made = program(tmp_path, VOTE)
    screen = view(made, made.start, free_meetings=True)
    assert [(o.id, o.kind) for o in screen.options] == [
        ("smoko/carried", "result"),
        ("smoko/lost", "result"),
    ]
    assert step(made, made.start, "smoko/lost", free_meetings=True).passage == "other"
    # Asking for a class does not change what one player is shown.
    assert len(view(made, made.start).options) == 1


def test_a_meeting_shows_names_and_counts(tmp_path: Path) -> None:
    meeting = view(program(tmp_path, VOTE), State("smoko", ())).meeting
    assert meeting is not None
    assert [(h.name, h.hand) for h in meeting.hands] == [("Les Boyd", "up"), ("Ilija", "abstain")]
    assert (meeting.up, meeting.down, meeting.carried) == (1, 0, True)


def test_a_skip_comes_last_and_has_no_number(tmp_path: Path) -> None:
    made = program(
        tmp_path,
        "",
        one="scene: a\ntitle: A\nskip: {from: smoko, to: home, why: It's long.}\npassages:\n"
        f"  smoko: {{choices: {{go: {{text: Go., to: home}}}}}}\n{HOME}",
    )
    screen = view(made, made.start)
    assert [(o.id, o.text, o.kind) for o in screen.options] == [
        ("smoko/go", "Go.", "choice"),
        ("smoko/skip", "It’s long.", "skip"),
    ]
    assert [o.id for o in screen.numbered] == ["smoko/go"]
    assert step(made, made.start, "smoko/skip").passage == "home"


def test_locked_choices_have_no_number(tmp_path: Path) -> None:
    made = program(tmp_path, COUNTING)
    screen = view(made, made.start)
    assert [o.id for o in screen.options] == ["smoko/again", "smoko/much", "smoko/never"]
    assert [o.id for o in screen.numbered] == ["smoko/again", "smoko/much"]
    assert [o.available for o in screen.options] == [True, True, False]


def test_visits_are_not_counted_further_than_anybody_asks(tmp_path: Path) -> None:
    made = program(
        tmp_path,
        "passages:\n  smoko:\n    text: {a: {if: visits(smoko) == 2, text: Twice.}}\n"
        f"    choices: {{again: {{text: Again., to: smoko}}, go: {{text: Go., to: home}}}}\n{HOME}",
    )
    states = [made.start]
    for _ in range(6):
        states.append(step(made, states[-1], "smoko/again"))
    assert [state.values for state in states] == [(0,), (1,), (2,), (3,), (3,), (3,), (3,)]


def test_a_passage_that_nobody_asks_about_is_not_remembered(tmp_path: Path) -> None:
    made = program(
        tmp_path,
        "passages:\n  smoko:\n"
        f"    choices: {{again: {{text: Again., to: smoko}}, go: {{text: Go., to: home}}}}\n{HOME}",
    )
    assert step(made, made.start, "smoko/again") == made.start


def test_a_choice_without_once_is_not_remembered(tmp_path: Path) -> None:
    made = program(tmp_path, COUNTING)
    assert [slot.kind for slot in made.story.slots] == ["number"]


def test_the_stack_grows_with_a_call_and_shrinks_with_the_return(tmp_path: Path) -> None:
    made = program(
        tmp_path,
        f"passages:\n  smoko: {{call: ride, to: gate}}\n"
        f"  gate: {{choices: {{go: {{text: Go., to: home}}}}}}\n{HOME}"
        "flows:\n  ride:\n    start: bus\n    passages:\n"
        "      bus: {choices: {off: {text: Off., to: off}}}\n      off: {return: true}\n",
    )
    inside = step(made, made.start, "bus/off")
    assert inside == State("off", (), ("smoko",))
    assert view(made, inside).passages == ("off", "gate")
    assert step(made, inside, "gate/go") == State("home", ())
