"""The window changes during a press: nothing stays pressed, and nothing is taken."""

from __future__ import annotations

import pygame
import pytest

from tests.ui.pilot import Pilot, rope

GONE = (
    *("WINDOWFOCUSLOST", "WINDOWMINIMIZED", "WINDOWHIDDEN", "WINDOWDISPLAYCHANGED"),
    *("WINDOWRESTORED", "WINDOWMAXIMIZED", "WINDOWSIZECHANGED"),
)


@pytest.fixture
def pilot() -> Pilot:
    pilot = Pilot(rope(), size=(800, 450))
    pilot.press("1")
    return pilot


def first(pilot: Pilot) -> tuple[int, int]:
    rect = pilot.page.controls[0].rect
    return rect.x + 9, rect.y + 9


def press(pilot: Pilot, how: str) -> None:
    if how == "mouse":
        pilot.down(*first(pilot))
    else:
        pilot.finger(pygame.FINGERDOWN, *first(pilot))


def let_go(pilot: Pilot, how: str) -> None:
    if how == "mouse":
        pilot.up(*first(pilot))
    else:
        pilot.finger(pygame.FINGERUP, *first(pilot))


@pytest.mark.parametrize("how", ["mouse", "finger"])
@pytest.mark.parametrize("event", GONE)
def test_a_press_does_not_outlive_the_window_as_it_was(pilot: Pilot, event: str, how: str) -> None:
    press(pilot, how)
    pilot.post(getattr(pygame, event))
    pilot.settle()
    let_go(pilot, how)
    assert pilot.made() == ()
    press(pilot, how)
    let_go(pilot, how)
    assert len(pilot.made()) == 1


@pytest.mark.parametrize("how", ["mouse", "finger"])
def test_a_resize_in_the_middle_of_a_press_takes_nothing(pilot: Pilot, how: str) -> None:
    at = first(pilot)
    press(pilot, how)
    pilot.resize(1000, 700)
    if how == "mouse":
        pilot.move(*at, held=True)
        pilot.up(*at)
    else:
        pilot.finger(pygame.FINGERMOTION, *at)
        pilot.finger(pygame.FINGERUP, *at)
    assert pilot.made() == ()
    assert not pilot.window.inputs._pointer.held


def test_a_page_that_is_pulled_stays_where_it_is_when_the_focus_goes() -> None:
    pilot = Pilot(rope(), size=(640, 360), text=200)
    pilot.press("1")
    view = pilot.page.viewport
    pilot.down(view.x + 30, view.bottom - 5)
    pilot.move(view.x + 30, view.bottom - 60, held=True)
    scrolled = pilot.window.desk.scroll
    assert scrolled == 55
    pilot.post(pygame.WINDOWFOCUSLOST)
    pilot.settle()
    pilot.move(view.x + 30, view.bottom - 100, held=True)
    assert pilot.window.desk.scroll == scrolled


def test_a_screen_that_changes_under_a_press_is_not_clicked(pilot: Pilot) -> None:
    pilot.press("escape", "b")
    rect = pilot.page.controls[0].rect
    assert pilot.page.controls[0].id == "close"
    pilot.down(rect.x + 5, rect.y + 5)
    pilot.press("escape", "n")  # another sheet, with the same control in its place
    assert pilot.page.controls[0].rect == rect
    pilot.up(rect.x + 5, rect.y + 5)
    assert pilot.showing == "NotesScreen"


def test_a_stick_that_is_held_does_not_go_on_while_the_window_is_away(pilot: Pilot) -> None:
    pilot.tilt("left y", 1.0)
    assert pilot.window.inputs.pads.due() is not None
    pilot.post(pygame.WINDOWFOCUSLOST)
    pilot.settle()
    assert pilot.window.inputs.pads.due() is None


@pytest.mark.parametrize(
    "event", ["RENDER_TARGETS_RESET", "RENDER_DEVICE_RESET", "WINDOWDISPLAYCHANGED"]
)
def test_what_the_system_has_lost_is_drawn_again(pilot: Pilot, event: str) -> None:
    pilot.surface.fill((1, 2, 3))
    drawn = pilot.window.redraws
    pilot.post(getattr(pygame, event))
    pilot.settle()
    assert pilot.window.redraws == drawn + 1
    assert pilot.surface.get_at((0, 400))[:3] != (1, 2, 3)


def test_the_focus_stays_where_it_was_when_the_window_comes_back(pilot: Pilot) -> None:
    pilot.press("down")
    hot = pilot.hot
    for event in ("WINDOWFOCUSLOST", "WINDOWMINIMIZED", "WINDOWRESTORED", "WINDOWFOCUSGAINED"):
        pilot.post(getattr(pygame, event))
        pilot.settle()
    assert pilot.hot == hot
    pilot.press("return")
    assert len(pilot.made()) == 1


def test_the_window_closes_in_the_middle_of_a_press(pilot: Pilot) -> None:
    pilot.press("1")
    saved = pilot.saved[-1]
    pilot.down(*first(pilot))
    pilot.post(pygame.QUIT)
    pilot.settle()
    assert pilot.window.desk.done
    assert pilot.saved[-1] == saved
