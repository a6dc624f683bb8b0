"""Turning points of plays that can be followed by eye."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.check.foresee import foresee
from game.debrief.turning import EndingsFate, Turning, turning
from game.play.program import Program
from game.play.screen import NotAvailable
from game.story.model import Story
from tests.debrief.gate import gate


@pytest.fixture
def made(tmp_path: Path) -> Story:
    return gate(tmp_path)


def turned(made: Story, choices: str, *, free: bool = False) -> Turning:
    fates = foresee(made, free_meetings=free)
    return turning(Program(made), choices.split(), fates, free_meetings=free)


def fates_of(found: Turning) -> dict[str, EndingsFate]:
    return {one.ending: one for one in found.endings}


def test_an_ending_is_lost_at_the_choice_after_which_it_is_out_of_reach(made: Story) -> None:
    lost = fates_of(turned(made, "smoko/burn gate/les gate/sit vote/carried"))["summons"].lost
    assert lost is not None
    assert (lost.step, lost.passage, lost.scene) == (0, "smoko", "main")
    assert lost.chosen.text == "Burn it."
    assert [(other.option.text, other.away) for other in lost.others] == [("Keep the address.", 1)]
    assert lost.way == ("smoko/keep", "gate/stand")


def test_every_option_that_still_led_there_is_named_the_nearest_first(made: Story) -> None:
    lost = fates_of(turned(made, "smoko/keep gate/sit vote/lost"))["summons"].lost
    assert lost is not None
    assert lost.step == 1
    named = [(other.option.id, other.away) for other in lost.others]
    assert named == [("gate/stand", 0), ("gate/les", 1), ("gate/sleep", 1)]


def test_a_vote_that_the_hands_decide_is_no_turning_point(made: Story) -> None:
    found = turned(made, "smoko/burn gate/sit vote/lost")
    lost = fates_of(found)["won"].lost
    assert lost is not None
    assert (lost.step, lost.chosen.id) == (1, "gate/sit")
    assert lost.way == ("gate/les", "gate/sit", "vote/carried")
    assert found.within is not None
    assert found.within[2] == found.within[3] == {"home"}


def test_a_vote_that_a_class_decides_is_one(made: Story) -> None:
    lost = fates_of(turned(made, "smoko/burn gate/sit vote/lost", free=True))["won"].lost
    assert lost is not None
    assert (lost.step, lost.chosen.kind, lost.way) == (2, "result", ("vote/carried",))


def test_what_is_within_reach_is_told_for_the_start_and_after_each_choice(made: Story) -> None:
    found = turned(made, "smoko/keep gate/les gate/stand")
    assert found.within is not None
    assert [sorted(endings) for endings in found.within] == [
        ["home", "summons", "won"],
        ["home", "summons", "won"],
        ["summons", "won"],
        ["summons"],
    ]


def test_each_ending_is_reached_open_lost_or_never_was(made: Story) -> None:
    open_ = fates_of(turned(made, "smoko/burn"))
    assert {id_: (one.status, one.away) for id_, one in open_.items()} == {
        "won": ("open", 3),
        "summons": ("lost", None),
        "home": ("open", 1),
        "moon": ("never", None),
    }
    ended = fates_of(turned(made, "smoko/burn gate/stand"))
    assert {id_: one.status for id_, one in ended.items()} == {
        "won": "lost",
        "summons": "lost",
        "home": "reached",
        "moon": "never",
    }


def test_a_play_that_has_not_begun_has_lost_nothing(made: Story) -> None:
    found = turned(made, "")
    assert all(one.lost is None for one in found.endings)


def test_without_fates_nothing_is_guessed(made: Story) -> None:
    found = turning(Program(made), ["smoko/burn", "gate/stand"], None)
    assert found.within is None
    assert {one.ending: (one.status, one.lost) for one in found.endings} == {
        "won": ("undecided", None),
        "summons": ("undecided", None),
        "home": ("reached", None),
        "moon": ("undecided", None),
    }


def test_a_route_that_cannot_be_played_is_refused(made: Story) -> None:
    with pytest.raises(NotAvailable):
        turned(made, "smoko/fly")
    with pytest.raises(NotAvailable):
        turned(made, "smoko/burn gate/sit vote/carried")


def test_fates_of_something_else_are_refused(made: Story) -> None:
    with pytest.raises(ValueError, match="another story"):
        turning(Program(made), [], foresee(made), free_meetings=True)
    other = made._replace(fingerprint="f" * 64)
    with pytest.raises(ValueError, match="another story"):
        turning(Program(other), [], foresee(made))
