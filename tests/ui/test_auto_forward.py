"""Going on by itself at the player's pace: over what has one way on, and never over a choice."""

from __future__ import annotations

import math
from pathlib import Path

import pygame
import pytest

from game.ui.pacing import reading_time, words_in
from game.ui.settings import Settings
from tests.play.corridor import FIRST_ROUND, corridor
from tests.ui.conftest import Clock
from tests.ui.pilot import Pilot, rope

ON = Settings(auto="on")
VOTE = (*FIRST_ROUND[:4], "fork/left")


def open_(folder: Path, *choices: str, settings: Settings = ON, text: int = 100) -> Pilot:
    settings = settings._replace(text=text)
    pilot = Pilot(corridor(folder), resumed=choices, settings=settings, folder=None)
    pilot.press("1")
    return pilot


def passing(pilot: Pilot, clock: Clock, seconds: float) -> None:
    """Let so much time pass, a second at a time."""
    pilot.settle()
    for _ in range(math.ceil(seconds)):
        clock.now += 1
        pilot.window.step(0)


def needed(pilot: Pilot) -> float:
    seconds = pilot.window.desk.resting
    assert seconds is not None
    return seconds


def test_a_screen_with_one_way_on_stays_as_long_as_its_words_take(
    tmp_path: Path, clock: Clock
) -> None:
    pilot = open_(tmp_path, *FIRST_ROUND[:2])
    seconds = needed(pilot)
    words = sum(words_in(line.text) for line in pilot.view.lines)
    assert words > 100
    assert reading_time(words, 160) == seconds > 45
    passing(pilot, clock, seconds - 2)
    assert pilot.view.passage == "second"
    passing(pilot, clock, 3)
    assert pilot.view.passage == "third"


def test_it_goes_on_to_the_next_choice_and_stops_there(tmp_path: Path, clock: Clock) -> None:
    pilot = open_(tmp_path, "gate/dark")
    passing(pilot, clock, 80)
    assert pilot.view.passage == "fork"
    assert pilot.window.desk.resting is None
    passing(pilot, clock, 600)
    assert pilot.view.passage == "fork"
    assert pilot.sitting.playthrough.choices == FIRST_ROUND[:4]


def test_a_faster_pace_takes_less_time(tmp_path: Path) -> None:
    slow, fast = (
        needed(open_(tmp_path, *FIRST_ROUND[:2], settings=Settings(auto="on", pace=pace)))
        for pace in (80, 250)
    )
    assert slow > 2.5 * fast


def test_a_long_text_is_scrolled_before_it_goes_on(tmp_path: Path, clock: Clock) -> None:
    pilot = open_(tmp_path, *FIRST_ROUND[:2], text=200)
    assert pilot.page.depth
    first = needed(pilot)
    passing(pilot, clock, first + 1)
    assert pilot.view.passage == "second"
    assert pilot.window.desk.scroll > 0
    passing(pilot, clock, 200)
    assert pilot.view.passage == "fork"


def test_what_is_long_before_a_choice_is_scrolled_and_nothing_is_chosen(clock: Clock) -> None:
    pilot = Pilot(rope(), settings=Settings(text=200, auto="on"))
    pilot.press("1")
    assert pilot.page.depth
    passing(pilot, clock, 400)
    assert pilot.window.desk.scroll == pilot.page.depth
    assert pilot.view.passage == "smoko"
    assert pilot.window.desk.resting is None


def test_the_hands_of_a_vote_follow_and_then_the_result(tmp_path: Path, clock: Clock) -> None:
    pilot = open_(tmp_path, *VOTE)
    passing(pilot, clock, needed(pilot) + 1)
    assert pilot.showing == "MeetingScreen"
    passing(pilot, clock, needed(pilot) + 1)
    assert "since Whitsun" in pilot.words
    assert "Oil is money" not in pilot.words
    words = words_in("He has the oil. He has had it since Whitsun.")
    assert needed(pilot) == reading_time(words, 160)
    passing(pilot, clock, needed(pilot) + 1)
    assert "Oil is money" in pilot.words
    passing(pilot, clock, needed(pilot) + 1)
    assert pilot.view.passage == "oiled"
    passing(pilot, clock, 600)
    assert pilot.view.ending is not None


def test_without_it_the_hands_keep_their_own_time() -> None:
    pilot = Pilot(rope(), resumed=("smoko/cover", "asked/pub", "pub/monday"))
    pilot.press("1", "1")
    assert pilot.window.desk.resting == 0.9


def test_with_all_hands_at_once_there_is_time_to_read_them_all(tmp_path: Path) -> None:
    pilot = open_(tmp_path, *VOTE, settings=Settings(auto="on", motion="reduced"))
    pilot.press("1")
    assert pilot.showing == "MeetingScreen"
    assert needed(pilot) > reading_time(words_in("Oil is money.") + 9, 160)


@pytest.mark.parametrize("lost", ["WINDOWFOCUSLOST", "WINDOWMINIMIZED"])
def test_it_waits_while_the_window_is_not_looked_at_and_then_begins_again(
    lost: str, tmp_path: Path, clock: Clock
) -> None:
    pilot = open_(tmp_path, "gate/dark")
    seconds = needed(pilot)
    passing(pilot, clock, seconds - 2)
    pilot.post(getattr(pygame, lost))
    passing(pilot, clock, 600)
    assert pilot.view.passage == "first"
    pilot.post(pygame.WINDOWFOCUSGAINED)
    passing(pilot, clock, seconds - 2)
    assert pilot.view.passage == "first", "one has to find the place again"
    passing(pilot, clock, 3)
    assert pilot.view.passage == "second"


@pytest.mark.parametrize("key", ["escape", "b", "o", "f10"])
def test_it_waits_while_another_screen_covers_the_story(
    key: str, tmp_path: Path, clock: Clock
) -> None:
    pilot = open_(tmp_path, "gate/dark")
    pilot.press(key)
    assert pilot.showing != "PlayScreen"
    passing(pilot, clock, 600)
    assert pilot.view.passage == "first"
    pilot.press("escape")
    passing(pilot, clock, 80)
    assert pilot.view.passage == "fork"


def test_reading_on_by_hand_begins_the_time_again(tmp_path: Path, clock: Clock) -> None:
    pilot = open_(tmp_path, *FIRST_ROUND[:2], text=200)
    seconds = needed(pilot)
    passing(pilot, clock, seconds - 2)
    pilot.wheel(-1)
    here = pilot.window.desk.scroll
    passing(pilot, clock, 4)
    assert pilot.window.desk.scroll == here


def test_a_key_turns_it_on_and_off_and_the_bar_says_so(home: Path) -> None:
    pilot = Pilot(rope(), settings=home / "settings.json")
    pilot.press("return", "1")
    assert "Auto-forward: on" not in pilot.words
    pilot.press("a")
    assert "Auto-forward: on" in pilot.words
    assert pilot.preferences.now.auto == "on"
    again = Pilot(rope(), settings=home / "settings.json")
    again.press("1")
    assert "Auto-forward: on" in again.words
    again.click("bar:auto")
    assert "Auto-forward: on" not in again.words
    assert again.preferences.now.auto == "off"


def test_the_key_does_nothing_where_nobody_would_see_it() -> None:
    pilot = Pilot(rope())
    pilot.press("a")
    assert (pilot.showing, pilot.preferences.now.auto) == ("TitleScreen", "off")


def test_the_bar_of_a_vote_says_so_too() -> None:
    pilot = Pilot(rope(), resumed=("smoko/cover", "asked/pub", "pub/monday"), settings=ON)
    pilot.press("1", "1")
    assert pilot.showing == "MeetingScreen"
    assert "Auto-forward: on" in pilot.words
