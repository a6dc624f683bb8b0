"""The place to stop between two acts."""

from pathlib import Path

import pytest

from tests.corpus.written import story
from tests.ui.pilot import Pilot

ACTS = """
acts:
  one: {title: The door, minutes: 5, stop: Whose Friday costs more now?}
  two: {title: The bell, minutes: 7, stop: That is all.}
"""

FIRST = """
scene: door
title: The door
act: one
passages:
  smoko:
    text: The door is shut.
    choices:
      wait: {text: Wait a bit., to: later, lens: alone}
      ring: {text: Ring., to: lounge, lens: together}
  later:
    text: It is still shut.
    choices:
      ring: {text: Ring., to: lounge, lens: alone}
"""

SECOND = """
scene: bell
title: The bell
act: two
passages:
  lounge:
    text: It is opened.
    ending: {title: Open, debrief: You go in.}
"""


@pytest.fixture
def pilot(tmp_path: Path) -> Pilot:
    made = story(tmp_path, ACTS, one=FIRST, two=SECOND)
    pilot = Pilot(made, folder=tmp_path)
    pilot.take(1)
    return pilot


def test_it_is_said_where_an_act_ends_and_nowhere_else(pilot: Pilot) -> None:
    pilot.take(1)
    assert pilot.showing == "PlayScreen"
    pilot.take(1)
    assert pilot.showing == "IntervalScreen"
    assert "WHOSE FRIDAY COSTS MORE NOW?" in pilot.words.upper()
    assert "about 7 minutes" in pilot.words


def test_what_was_chosen_is_saved_before_one_stops(pilot: Pilot) -> None:
    pilot.take(2)
    assert pilot.showing == "IntervalScreen"
    assert pilot.saved[-1] == ("smoko/ring",)


@pytest.mark.parametrize("key", ["return", "escape", "1"])
def test_any_way_on_leads_to_the_next_act(pilot: Pilot, key: str) -> None:
    pilot.take(2)
    pilot.press(key)
    assert pilot.showing == "PlayScreen"
    assert "It is opened." in pilot.words


def test_who_goes_back_over_it_and_forward_again_is_not_stopped_twice(pilot: Pilot) -> None:
    pilot.take(2)
    pilot.press("return")
    pilot.window.desk.command("back")
    assert pilot.view.passage == "smoko"
    pilot.window.desk.command("forward")
    assert pilot.showing == "PlayScreen"
    assert pilot.view.passage == "lounge"
