"""Game pads: buttons, sticks, names, and pads that come and go while one plays."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.ui import wording, words_keys
from game.ui.caps import Make, make_of
from game.ui.screens.settings import SettingsScreen
from game.ui.sticks import Sticks
from tests.ui.pilot import Pilot, rope
from tests.ui.virtual_pad import VirtualPad


def playing(**given: object) -> Pilot:
    """At the first screen of the story."""
    given.setdefault("size", (800, 450))
    pilot = Pilot(rope(), **given)  # type: ignore[arg-type]  # whatever a pilot is made from
    pilot.press("1")
    return pilot


# -- buttons


def test_each_button_does_what_is_on_it() -> None:
    pilot = playing()
    for button, screen in (
        ("x", "NotesScreen"),
        ("y", "BacklogScreen"),
        ("right stick", "KnowScreen"),
        ("start", "MenuScreen"),
        ("back", "SettingsScreen"),
    ):
        pilot.pad(button)
        assert pilot.showing == screen
        pilot.pad("b")
        assert pilot.showing == "PlayScreen"
    first = pilot.hot
    pilot.pad("down")
    assert pilot.hot != first
    pilot.pad("up")
    assert pilot.hot == first
    pilot.pad("a")
    assert pilot.made() != ()


def test_the_shoulders_go_back_and_forward_again() -> None:
    pilot = playing()
    pilot.pad("a", "a")
    made = pilot.made()
    assert len(made) == 2
    pilot.pad("left shoulder")
    assert pilot.made() == made[:1]
    pilot.pad("left shoulder", "left shoulder")
    assert pilot.made() == ()
    pilot.pad("right shoulder", "right shoulder", "right shoulder")
    assert pilot.made() == made
    assert pilot.saved[-1] == made


def test_left_and_right_change_a_value_where_there_is_one_and_go_on_elsewhere() -> None:
    pilot = playing()
    pilot.pad("back")
    pilot.pad(*["down"] * SettingsScreen.names.index("text"))
    assert pilot.hot == "text"
    pilot.pad("right")
    assert pilot.preferences.now.text == 110
    pilot.pad("left", "b")
    assert pilot.preferences.now.text == 100
    main = [c.id for c in pilot.page.controls if c.main]
    pilot.pad(*["right"] * len(main))
    assert pilot.hot is not None
    assert pilot.hot.startswith("bar:")
    pilot.pad("left")
    assert pilot.hot == main[-1]
    assert pilot.made() == ()


def test_left_and_right_go_over_the_saves_and_the_cross_of_each(tmp_path: Path) -> None:
    pilot = playing(saves=tmp_path)
    pilot.press("s", "return")
    pilot.press("home", "1", "escape")  # a first save, and no second one over it
    assert pilot.hot == "slot:1"
    gone_over = []
    for button in ("right", "right", "right", "left", "left", "left", "left"):
        pilot.pad(button)
        gone_over.append(pilot.hot)
    assert gone_over == [
        *("remove:slot:1", "slot:2", "slot:3", "slot:2", "remove:slot:1", "slot:1"),
        "bar:settings",
    ]
    pilot.pad("right", "right", "a")
    assert pilot.showing == "AskScreen"


def test_triggers_and_the_right_stick_scroll() -> None:
    pilot = playing(size=(640, 360), text=200)
    pilot.pad("right trigger")
    turned = pilot.window.desk.scroll
    assert turned > 0
    pilot.stick("right", 0, 1)
    assert pilot.window.desk.scroll > turned
    pilot.stick("right", 0, -1)
    assert pilot.window.desk.scroll == turned
    pilot.pad("left trigger")
    assert pilot.window.desk.scroll == 0
    assert pilot.made() == ()


def test_the_left_stick_moves_as_the_d_pad_does() -> None:
    pilot = playing()
    first = pilot.hot
    pilot.stick("left", 0, 1)
    second = pilot.hot
    assert second != first
    pilot.stick("left", 0.2, -0.9)
    assert pilot.hot == first
    pilot.stick("left", 0.3, 0.3)
    assert pilot.hot == first


# -- sticks


def test_a_stick_in_its_dead_zone_or_fluttering_at_its_edge_is_one_press_or_none() -> None:
    sticks = Sticks()
    assert [sticks.tilt("left y", at, 0) for at in (0.1, 0.3, 0.5, 0.0, -0.5)] == [None] * 5
    places = (0.6, 0.5, 0.58, 0.45, 0.9, 1.0)
    assert [sticks.tilt("left y", at, 0) for at in places] == ["down", *[None] * 5]
    assert sticks.tilt("left y", 0.2, 0) is None
    assert sticks.tilt("left y", 0.6, 0) == "down"


def test_a_stick_flicked_across_is_a_press_of_each_side() -> None:
    sticks = Sticks()
    assert [sticks.tilt("left x", at, 0) for at in (1, -1, 1)] == ["right", "left", "right"]


def test_a_stick_pushed_aslant_is_one_press_the_way_it_leans_more() -> None:
    sticks = Sticks()
    pressed = [sticks.tilt("left y", 0.9, 0), sticks.tilt("left x", 0.7, 0)]
    assert pressed == ["down", None]


def test_what_is_held_comes_again_and_stops_when_it_is_let_go() -> None:
    sticks = Sticks()
    assert sticks.due(0) is None
    sticks.tilt("left y", 1, 10)
    assert sticks.again(10.3) is None
    assert sticks.due(10.3) == pytest.approx(0.15)
    assert [sticks.again(at) for at in (10.5, 10.55, 10.7)] == ["down", None, "down"]
    assert sticks.again(99) == "down"
    assert sticks.again(99.05) is None
    sticks.tilt("left y", 0, 99.1)
    assert (sticks.due(99.1), sticks.again(200)) == (None, None)


def test_nothing_that_takes_or_leaves_comes_again_by_being_held() -> None:
    sticks = Sticks()
    for button in ("a", "b", "start", "left shoulder", "left trigger"):
        sticks.press(button, 0)
        assert sticks.due(0) is None


def test_a_stick_that_is_held_goes_on_moving_in_the_window() -> None:
    pilot = playing(size=(640, 360), text=200)
    pilot.tilt("right y", 1.0)
    at = [pilot.window.desk.scroll]
    end = time.monotonic() + 5
    while len(at) < 4 and time.monotonic() < end:
        pilot.window.step(None)
        if pilot.window.desk.scroll > at[-1]:
            at.append(pilot.window.desk.scroll)
    assert len(at) == 4
    pilot.tilt("right y", 0.0)
    assert pilot.window.inputs.pads.due() is None


# -- names


@pytest.mark.parametrize(
    ("name", "guid", "make"),
    [
        ("Xbox Series X Controller", "030000005e040000130b000013050000", "xbox"),
        ("Wireless Controller", "030000004c050000e60c000000010000", "playstation"),
        ("Nintendo Switch Pro Controller", "030000007e0500000920000000026803", "nintendo"),
        ("PS4 Controller", "", "playstation"),
        ("Joy-Con (L)", "", "nintendo"),
        ("Some pad nobody knows", "0300000012340000567800000", "xbox"),
    ],
)
def test_whose_pad_it_is(name: str, guid: str, make: Make) -> None:
    assert make_of(name, guid) == make


def test_the_bar_and_the_help_name_what_was_used_last() -> None:
    pilot = playing()

    def label(control: str) -> str:
        found = pilot.page.control(control)
        assert found is not None
        return found.label

    assert label("bar:menu") == f"{wording.MENU} (Esc)"
    pilot.pad("down")
    assert label("bar:menu") == f"{wording.MENU} (Start)"
    assert label("bar:backlog") == f"{wording.BACKLOG} (Y)"
    assert label("bar:larger") == wording.LARGER
    pilot.window.inputs.pads.make = "playstation"
    pilot.pad("y")
    assert label("bar:close") == f"{wording.CLOSE_PLAIN} (Circle)"
    pilot.pad("b", "start")
    assert words_keys.PAD_HELP_TITLE.upper() in pilot.words
    assert "Triangle backlog:" in pilot.words
    pilot.press("escape")
    assert label("bar:backlog") == f"{wording.BACKLOG} (B)"


# -- coming and going


@pytest.fixture
def pilot() -> Iterator[Pilot]:
    """One whose window heeds pads."""
    pilot = playing()
    pilot.window.open_pads()
    yield pilot
    pilot.window.close_pads()


def test_a_pad_plugged_in_while_one_plays_works_at_once_and_may_go_again(pilot: Pilot) -> None:
    assert len(pilot.window.inputs.pads) == 0
    pad = VirtualPad()
    pilot.settle()
    assert len(pilot.window.inputs.pads) == 1
    pad.button(0, down=True)
    pilot.settle()
    made = pilot.made()
    assert len(made) == 1
    pad.button(0, down=False)
    pilot.settle()
    assert pilot.made() == made
    pad.axis(1, 32767)
    pilot.settle()
    assert pilot.window.inputs.pads.due() is not None
    pad.unplug()
    pilot.settle()
    assert (len(pilot.window.inputs.pads), pilot.window.inputs.pads.due()) == (0, None)
    assert words_keys.PAD_GONE in pilot.words
    assert pilot.showing == "PlayScreen"
    backlog = pilot.page.control("bar:backlog")
    assert backlog is not None
    assert backlog.label == f"{wording.BACKLOG} (B)"
    pilot.press("1")
    assert len(pilot.made()) == 2
    assert words_keys.PAD_GONE not in pilot.words
    another = VirtualPad()
    pilot.settle()
    another.button(9, down=True)
    pilot.settle()
    assert pilot.made() == made
    another.unplug()


def test_of_two_pads_either_does_and_the_other_stays(pilot: Pilot) -> None:
    pads = [VirtualPad(), VirtualPad()]
    pilot.settle()
    for pad in pads:
        pad.button(0, down=True)
        pilot.settle()
    assert len(pilot.made()) == 2
    pads[0].unplug()
    pilot.settle()
    assert len(pilot.window.inputs.pads) == 1
    backlog = pilot.page.control("bar:backlog")
    assert backlog is not None
    assert backlog.label == f"{wording.BACKLOG} (Y)"
    pads[1].unplug()
    pilot.settle()


def test_a_pad_that_is_there_from_the_start_is_found_by_every_window_that_opens() -> None:
    pilot = playing()
    pygame.joystick.init()
    pad = VirtualPad()
    for _ in range(2):
        pilot = playing()
        pilot.window.inputs.pads.open()
        assert len(pilot.window.inputs.pads) == 1
    pad.unplug()
    pilot.window.close_pads()
    assert not pygame.joystick.get_init()


def test_a_window_that_runs_looks_for_pads_after_its_first_picture_and_lets_them_go() -> None:
    pilot = playing()
    window = pilot.window
    order: list[str] = []
    draw, look = window.draw, window.open_pads

    def drawing() -> None:
        order.append("picture")
        draw()

    def looking() -> None:
        order.append("pads")
        look()

    window.draw = drawing  # type: ignore[method-assign]
    window.open_pads = looking  # type: ignore[method-assign]
    pilot.post(pygame.QUIT)
    window.run()
    assert order[:2] == ["picture", "pads"]
    assert not pygame.joystick.get_init()
