"""Skipping what was read, in the real window."""

from pathlib import Path

import pytest

from game.ui.settings import Settings
from tests.play.corridor import FIRST_ROUND, corridor
from tests.ui.conftest import Clock
from tests.ui.pilot import Pilot, rope

LEFT = (*FIRST_ROUND[:4], "fork/left")


def open_(folder: Path, *choices: str, settings: Settings | None = None) -> Pilot:
    """A play that has been there before: it was played to `choices`, and begun again."""
    pilot = Pilot(corridor(folder), resumed=choices, settings=settings, folder=None)
    pilot.press("1")
    assert pilot.sitting.seen
    pilot.sitting.restart()
    pilot.window.desk.refresh()
    pilot.settle()
    assert pilot.view.passage == "gate"
    return pilot


def run(pilot: Pilot, clock: Clock, screens: int = 99) -> list[str]:
    """Let it skip so many screens; the passages at which it showed."""
    passed: list[str] = []
    while pilot.window.desk.screen.resting is not None and len(passed) < screens:
        passed.append(pilot.view.passage)
        pilot.settle()
        clock.now += 0.2
        pilot.settle()
    return passed


def test_one_press_skips_to_the_next_choice_a_screen_at_a_time(
    tmp_path: Path, clock: Clock
) -> None:
    pilot = open_(tmp_path, *FIRST_ROUND)
    pilot.press("1", "t")
    assert pilot.view.passage == "first"
    assert run(pilot, clock) == ["first", "second", "third"]
    assert pilot.view.passage == "fork"
    assert pilot.saved[-1] == FIRST_ROUND[:4]
    assert pilot.showing == "PlayScreen"


@pytest.mark.parametrize("key", ["space", "a", "+", "f10", "f11", "z", "1", "t", "left"])
def test_any_key_stops_it_and_does_nothing_else(key: str, tmp_path: Path, clock: Clock) -> None:
    pilot = open_(tmp_path, *FIRST_ROUND)
    pilot.press("1", "t")
    run(pilot, clock, 1)
    assert pilot.view.passage == "second"
    before = pilot.preferences.now
    pilot.press(key)
    assert pilot.window.desk.screen.resting is None
    assert (pilot.view.passage, pilot.showing) == ("second", "PlayScreen")
    assert pilot.preferences.now == before


def test_a_click_stops_it_too(tmp_path: Path, clock: Clock) -> None:
    pilot = open_(tmp_path, *FIRST_ROUND)
    pilot.press("1", "t")
    pilot.click("option:first/on")
    assert pilot.view.passage == "first"
    assert run(pilot, clock) == []


def test_with_reduced_motion_it_is_there_at_once(tmp_path: Path) -> None:
    pilot = open_(tmp_path, *FIRST_ROUND, settings=Settings(motion="reduced"))
    pilot.press("1", "t")
    assert pilot.view.passage == "fork"
    assert pilot.saved[-2:] == [FIRST_ROUND[:1], FIRST_ROUND[:4]], "kept once, at the end"
    pilot.press("left")
    assert pilot.view.passage == "third", "one goes back screen by screen"


def test_it_stops_at_text_that_was_not_read(tmp_path: Path, clock: Clock) -> None:
    pilot = open_(tmp_path, *FIRST_ROUND)
    pilot.press("2", "t")
    run(pilot, clock)
    assert pilot.view.passage == "second"
    assert "chalk" in pilot.words


def test_where_there_is_nothing_to_skip_it_says_so() -> None:
    pilot = Pilot(rope())
    pilot.press("1", "t")
    assert "Nothing read to skip" in pilot.words
    assert (pilot.showing, pilot.view.passage) == ("PlayScreen", "smoko")
    pilot.press("4")
    assert "Nothing read to skip" not in pilot.words


def test_at_a_choice_it_offers_to_choose_as_before_and_staying_is_first(tmp_path: Path) -> None:
    pilot = open_(tmp_path, *LEFT)
    pilot.press("t")
    assert pilot.showing == "SkipScreen"
    assert "to the next choice" in pilot.words
    assert "1 choice made for you" in pilot.words.replace("\u00a0", " ")
    pilot.press("return")
    assert (pilot.showing, pilot.view.passage) == ("PlayScreen", "gate")
    pilot.press("t", "2")
    assert (pilot.showing, pilot.view.passage) == ("PlayScreen", "fork")
    assert "made as before" in pilot.words
    pilot.press("left")
    assert pilot.view.passage == "third"


def test_as_far_as_it_goes_stops_before_the_vote(tmp_path: Path) -> None:
    pilot = open_(tmp_path, *LEFT)
    pilot.press("t", "3")
    assert (pilot.showing, pilot.view.passage) == ("PlayScreen", "hall")
    assert pilot.sitting.playthrough.choices == LEFT
    pilot.press("t")
    assert "Nothing read to skip" in pilot.words


def test_who_wants_it_to_stop_at_choices_is_not_asked(tmp_path: Path) -> None:
    pilot = open_(tmp_path, *LEFT, settings=Settings(skip="stop"))
    pilot.press("t")
    assert (pilot.showing, pilot.view.passage) == ("PlayScreen", "gate")
    assert "Nothing read to skip" in pilot.words


def test_the_menu_skips_too_and_asks_there(tmp_path: Path, clock: Clock) -> None:
    pilot = open_(tmp_path, *FIRST_ROUND)
    pilot.press("escape")
    pilot.click("skip")
    assert pilot.showing == "SkipScreen"
    pilot.press("1")
    assert pilot.showing == "MenuScreen"
    pilot.press("escape", "1", "escape")
    pilot.click("skip")
    run(pilot, clock)
    assert (pilot.showing, pilot.view.passage) == ("PlayScreen", "fork")
