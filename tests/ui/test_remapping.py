"""Giving a command another key or button, in the window."""

from pathlib import Path

import pygame
import pytest

from game.ui import wording, words_keys
from game.ui.keymap import NAMES, USUAL
from game.ui.keymap_file import read_keymap
from tests.ui.pilot import Pilot, rope
from tests.ui.screenshots import keys_screens
from tests.ui.test_layout import check

SIZE = (800, 450)


@pytest.fixture
def settings(home: Path) -> Path:
    path = home / "settings.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{}")
    return path


def choose(pilot: Pilot, command: str) -> None:
    """From anywhere to the sheet that waits for a press."""
    pilot.press("f10")
    pilot.click("keys")
    assert pilot.showing == "KeysScreen"
    for _ in NAMES:
        if pilot.hot == command:
            break
        pilot.press("down")
    pilot.press("return")
    assert pilot.showing == "PressScreen"
    assert words_keys.COMMAND[command] in pilot.words


def test_the_list_says_every_command_with_its_keys_and_buttons() -> None:
    pilot = Pilot(rope(), size=SIZE)
    pilot.press("f10")
    pilot.click("keys:")
    assert [c.id for c in pilot.page.controls if c.main] == [*NAMES, "close"]
    for said in ("Enter or Space", "Pad: A", "Esc or F1", "Pad: Start", "Backspace", "Page Up"):
        assert said in pilot.words


def test_a_key_that_was_given_works_and_is_still_there_after_a_restart(settings: Path) -> None:
    pilot = Pilot(rope(), size=SIZE, settings=settings)
    pilot.press("1")
    choose(pilot, "backlog")
    pilot.press("z")
    assert pilot.showing == "KeysScreen"
    assert "Z" in pilot.words
    pilot.press("escape", "escape")
    the_backlog_is_z(pilot)
    again = Pilot(rope(), size=SIZE, settings=settings)
    again.press("1")
    the_backlog_is_z(again)
    assert read_keymap(settings.with_name("keys.json")).keys["backlog"] == "z"


def the_backlog_is_z(pilot: Pilot) -> None:
    """On the screen, in its bar and in the help."""
    backlog = pilot.page.control("bar:backlog")
    assert backlog is not None
    assert backlog.label == f"{wording.BACKLOG} (Z)"
    pilot.press("b")
    assert pilot.showing == "PlayScreen"
    pilot.press("z")
    assert pilot.showing == "BacklogScreen"
    pilot.press("z", "escape")
    assert pilot.showing == "MenuScreen"
    assert " Z backlog:" in pilot.words
    pilot.press("escape")


@pytest.mark.parametrize("leave", ["escape", "start", "click"])
def test_it_can_be_left_as_it_is(leave: str, settings: Path) -> None:
    pilot = Pilot(rope(), size=SIZE, settings=settings)
    choose(pilot, "notes")
    if leave == "click":
        pilot.click("close")
    elif leave == "start":
        pilot.pad("start")
    else:
        pilot.press("escape")
    assert pilot.showing == "KeysScreen"
    assert pilot.preferences.keymap == USUAL
    assert not settings.with_name("keys.json").exists()


@pytest.mark.parametrize("key", ["return", "tab", "up", "left", "1", "9"])
def test_a_fixed_key_is_refused_and_another_can_be_pressed(key: str) -> None:
    pilot = Pilot(rope(), size=SIZE)
    choose(pilot, "notes")
    pilot.press(key)
    assert pilot.showing == "PressScreen"
    assert "stays as it is, so that nobody gets stuck" in pilot.words
    pilot.press("j")
    assert pilot.showing == "KeysScreen"
    assert pilot.preferences.keymap.keys["notes"] == "j"


def test_shift_and_its_like_are_not_keys_by_themselves() -> None:
    pilot = Pilot(rope(), size=SIZE)
    choose(pilot, "notes")
    before = pilot.words
    pilot.post(pygame.KEYDOWN, key=pygame.K_LSHIFT, mod=pygame.KMOD_LSHIFT, unicode="", scancode=0)
    pilot.settle()
    assert pilot.words == before
    pilot.press("j", mod=pygame.KMOD_LCTRL)
    assert words_keys.PRESS_STRANGE in pilot.words
    assert pilot.preferences.keymap == USUAL


@pytest.mark.parametrize("yes", [True, False])
def test_a_key_that_is_taken_is_told_and_can_change_places(yes: bool) -> None:
    pilot = Pilot(rope(), size=SIZE)
    choose(pilot, "notes")
    pilot.press("b")
    assert "B IS TAKEN" in pilot.words
    assert words_keys.SWAP.format(owner=words_keys.COMMAND["backlog"]) in pilot.words
    assert words_keys.SWAP_GETS.format(owner="Backlog", other="N") in pilot.words
    pilot.press("2" if yes else "escape")
    assert pilot.showing == "KeysScreen"
    changed = USUAL.having("keys", "notes", "b") if yes else USUAL
    assert pilot.preferences.keymap == changed


def test_a_key_can_be_taken_where_there_is_nothing_to_give_for_it() -> None:
    pilot = Pilot(rope(), size=SIZE)
    choose(pilot, "rollback")
    pilot.press("b")
    assert "The bar and the pause lead there" in pilot.words
    pilot.press("2")
    assert pilot.preferences.keymap.keys["rollback"] == "b"
    assert pilot.preferences.keymap.keys["backlog"] == ""
    pilot.press("escape", "escape", "1")
    backlog = pilot.page.control("bar:backlog")
    assert backlog is not None
    assert backlog.label == wording.BACKLOG


def test_a_pads_button_is_given_by_pressing_it(settings: Path) -> None:
    pilot = Pilot(rope(), size=SIZE, settings=settings)
    choose(pilot, "know")
    pilot.pad("y")
    assert words_keys.COMMAND["backlog"] in pilot.words
    pilot.pad("right", "a")
    assert pilot.showing == "KeysScreen"
    again = Pilot(rope(), size=SIZE, settings=settings)
    again.press("1")
    again.pad("y")
    assert again.showing == "KnowScreen"
    again.pad("b", "right stick")
    assert again.showing == "BacklogScreen"


def test_the_button_that_takes_is_not_given_away_for_nothing() -> None:
    pilot = Pilot(rope(), size=SIZE)
    choose(pilot, "home")
    pilot.pad("a")
    assert "which needs a button" in pilot.words
    pilot.pad("left trigger")
    pilot.press("2")
    assert pilot.preferences.keymap.pad["home"] == "left trigger"
    assert pilot.preferences.keymap.pad["page_up"] == ""


def test_everything_is_as_usual_again_in_one_step(settings: Path) -> None:
    pilot = Pilot(rope(), size=SIZE, settings=settings)
    choose(pilot, "notes")
    pilot.press("b", "2")
    assert pilot.page.control("reset") is not None
    pilot.press("2")
    assert pilot.preferences.keymap == USUAL
    assert pilot.page.control("reset") is None
    assert read_keymap(settings.with_name("keys.json")) == USUAL


def test_keys_that_cannot_be_kept_hold_until_the_end_and_that_is_said(settings: Path) -> None:
    settings.with_name("keys.json").mkdir()
    pilot = Pilot(rope(), size=SIZE, settings=settings)
    choose(pilot, "notes")
    pilot.press("j")
    assert "could not be kept" in pilot.words
    assert pilot.preferences.keymap.keys["notes"] == "j"


def test_whatever_a_player_does_to_the_keys_the_fixed_ones_still_lead_through() -> None:
    pilot = Pilot(rope(), size=SIZE)
    for command, key in (("take", "j"), ("back", "g"), ("menu", "w"), ("settings", "u")):
        keymap = pilot.preferences.keymap.having("keys", command, key)
        pilot.preferences.give_keys(keymap)
    pilot.press("return")
    assert pilot.showing == "PlayScreen"
    pilot.press("space", "f10", "backspace")
    assert (pilot.showing, pilot.sitting.playthrough.choices) == ("PlayScreen", ())
    pilot.press("escape")
    assert pilot.showing == "MenuScreen"
    pilot.press("escape", "u")
    assert pilot.showing == "SettingsScreen"
    pilot.press("escape", "1", "j", "left")
    assert len(pilot.sitting.playthrough.choices) == 1


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", [(320, 240), (640, 360), (1280, 720)], ids=str)
def test_all_of_it_stands_in_its_window_and_nothing_overlaps(
    size: tuple[int, int], text: int
) -> None:
    pilot = Pilot(rope(), size=size, text=text)
    for name in keys_screens(pilot):
        check(pilot.page, text, name)
        hot = pilot.page.control(pilot.hot or "")
        assert hot is None or pilot.page.visible(hot, pilot.window.desk.scroll), name
