"""A route through a story that ships, and every screen on the way, by one device alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from game.story.load import open_story
from game.ui.screens.settings import FirstRunScreen
from game.ui.settings import Settings
from game.ui.settings_file import read_settings, write_settings
from tests.ui.pilot import Pilot, rope

STORY = Path(__file__).parents[2] / "stories" / "south-coast"
PATIENCE = 150

SHEETS = {
    "backlog": "BacklogScreen",
    "notes": "NotesScreen",
    "know": "KnowScreen",
    "picture": "PictureScreen",
    "restart": "SureScreen",
}


class Hand(NamedTuple):
    """A device: how one goes to a control and takes it, and how one goes back."""

    take: Callable[[Pilot, str], None]
    back: Callable[[Pilot], None]
    pause: Callable[[Pilot], None]


def pad_to(pilot: Pilot, control: str) -> None:
    """Go right until it has the focus, then take it."""
    for _ in range(PATIENCE):
        if pilot.hot == control:
            pilot.pad("a")
            return
        if control == "all" and pilot.page.control(control) is None:
            return  # while hands go up, any button shows the rest
        pilot.pad("down" if pilot.window.desk.screen.slides(pilot.hot) else "right")
    raise AssertionError(f"the pad does not come to {control} on {pilot.showing}")


def by_click(control: str) -> Callable[[Pilot], None]:
    return lambda pilot: pilot.click(control)


def by_touch(control: str) -> Callable[[Pilot], None]:
    return lambda pilot: pilot.touch(control)


HANDS = {
    "pad": Hand(pad_to, lambda pilot: pilot.pad("b"), lambda pilot: pilot.pad("start")),
    "touch": Hand(
        lambda pilot, control: pilot.touch(control), by_touch("bar:close"), by_touch("bar:menu")
    ),
    "mouse": Hand(
        lambda pilot, control: pilot.click(control), by_click("bar:close"), by_click("bar:menu")
    ),
}


@pytest.fixture(params=HANDS)
def hand(request: pytest.FixtureRequest) -> Hand:
    return HANDS[request.param]


def begin(pilot: Pilot, hand: Hand) -> None:
    """From the first run past the title and the content notes to the first screen."""
    assert pilot.showing == "FirstRunScreen"
    hand.take(pilot, "contrast")
    if pilot.preferences.now.contrast != "high":
        hand.take(pilot, "contrast:high")  # by a pointer the name goes round, the cell is it
    hand.take(pilot, "close")
    hand.take(pilot, "begin")
    if pilot.showing == "ContentScreen":
        hand.take(pilot, "begin")
    assert pilot.showing == "PlayScreen"


def leave(pilot: Pilot, hand: Hand) -> None:
    hand.pause(pilot)
    hand.take(pilot, "quit")
    assert pilot.window.desk.done


def test_a_whole_route_through_a_story_that_ships(hand: Hand, home: Path) -> None:
    pilot = Pilot(open_story(STORY), size=(640, 360), folder=STORY, settings=home / "settings.json")
    begin(pilot, hand)
    play_to_the_end(pilot, hand)
    assert len(pilot.sitting.playthrough.choices) >= 10
    leave(pilot, hand)


def test_every_sheet_of_a_play_where_there_is_little_room(
    hand: Hand, home: Path, tmp_path: Path
) -> None:
    settings = home / "settings.json"
    write_settings(settings, Settings(text=200))
    pilot = Pilot(rope(notes=True), size=(640, 360), settings=settings, saves=tmp_path)
    pilot.window.desk.lay(FirstRunScreen(pilot.preferences))
    pilot.settle()
    begin(pilot, hand)
    assert read_settings(settings).contrast == "high"
    look_around(pilot, hand)
    play_to_the_end(pilot, hand)
    hand.take(pilot, "look_back")
    hand.take(pilot, "keep")
    assert pilot.showing == "KeptScreen"
    hand.back(pilot)
    hand.back(pilot)
    assert pilot.showing == "PlayScreen"
    leave(pilot, hand)


def look_around(pilot: Pilot, hand: Hand) -> None:
    """Everything the pause leads to: saves made, loaded and deleted, settings, the rest."""
    for name, screen in SHEETS.items():
        hand.pause(pilot)
        hand.take(pilot, name)
        assert pilot.showing == screen
        hand.back(pilot)
        hand.back(pilot)
    hand.pause(pilot)
    hand.take(pilot, "save")
    hand.take(pilot, "slot:3")
    hand.take(pilot, "slot:3")
    assert pilot.showing == "AskScreen"
    hand.take(pilot, "no")
    hand.take(pilot, "remove:slot:3")
    hand.take(pilot, "yes")
    assert pilot.page.control("remove:slot:3") is None
    hand.back(pilot)
    hand.take(pilot, "settings")
    hand.take(pilot, "keys")
    assert pilot.showing == "KeysScreen"
    hand.back(pilot)
    hand.back(pilot)
    hand.back(pilot)
    assert pilot.showing == "PlayScreen"


def play_to_the_end(pilot: Pilot, hand: Hand) -> None:
    """The first choice of every screen, and each taken back and made again."""
    for _ in range(200):
        if pilot.view.ending is not None:
            return
        if pilot.view.meeting is not None:
            hand.take(pilot, "hall")
            while pilot.page.control("all") is not None:
                hand.take(pilot, "all")
        choice = next(c.id for c in pilot.page.controls if c.id.startswith("option:"))
        before = pilot.sitting.playthrough.choices
        hand.take(pilot, choice)
        if pilot.showing == "IntervalScreen":
            hand.take(pilot, "close")
        after = pilot.sitting.playthrough.choices
        assert len(after) == len(before) + 1
        if pilot.showing == "PlayScreen" and pilot.view.ending is None:
            hand.take(pilot, "bar:back")
            assert pilot.sitting.playthrough.choices == before
            hand.take(pilot, "bar:forward")
            assert pilot.sitting.playthrough.choices == after
    raise AssertionError("no ending")
