"""Fingers: a tap takes, a pull scrolls, and nothing needs more than one finger or is done twice."""

from __future__ import annotations

import pygame
import pytest

from game.ui.geometry import Rect
from game.ui.page import Control, Page
from game.ui.reach import FINGER, control_at, control_near
from tests.ui.pilot import Pilot, rope


def playing(size: tuple[int, int] = (800, 450), text: int = 100) -> Pilot:
    pilot = Pilot(rope(), size=size, text=text)
    pilot.press("1")
    return pilot


def middle(pilot: Pilot, control: str) -> tuple[int, int]:
    found = pilot.page.control(control)
    assert found is not None
    rect = pilot.place(found)
    return rect.x + rect.w // 2, rect.y + rect.h // 2


def test_a_tap_takes_what_is_there_once() -> None:
    pilot = playing()
    option = pilot.page.controls[0].id
    pilot.tap(*middle(pilot, option))
    assert pilot.made() == (option.removeprefix("option:"),)


def test_a_finger_that_goes_down_marks_what_it_will_take() -> None:
    pilot = playing()
    last = [c.id for c in pilot.page.controls if c.main][-1]
    at = middle(pilot, last)
    pilot.finger(pygame.FINGERDOWN, *at)
    assert pilot.hot == last
    assert pilot.made() == ()
    pilot.finger(pygame.FINGERUP, *at)
    assert len(pilot.made()) == 1


def test_a_finger_that_leaves_what_it_touched_takes_nothing() -> None:
    pilot = playing()
    first, second = [c.id for c in pilot.page.controls if c.main][:2]
    pilot.drag(*middle(pilot, first), *middle(pilot, second))
    x, y = middle(pilot, first)
    pilot.drag(x, y, x + 120, y)  # a swipe along one ballot is no tap either
    assert pilot.made() == ()


def test_a_pull_moves_the_page_as_far_as_the_finger() -> None:
    pilot = playing((640, 360), 200)
    view = pilot.page.viewport
    x, y = view.x + 50, view.bottom - 10
    pilot.finger(pygame.FINGERDOWN, x, y)
    for up in (30, 31, 90, 77):
        pilot.finger(pygame.FINGERMOTION, x, y - up)
        assert pilot.window.desk.scroll == up
    pilot.finger(pygame.FINGERUP, x, y - 77)
    pilot.finger(pygame.FINGERMOTION, x, y - 10)
    assert pilot.window.desk.scroll == 77
    assert pilot.made() == ()


def test_a_long_text_is_read_to_its_end_and_back_by_pulling() -> None:
    pilot = playing((640, 360), 200)
    view = pilot.page.viewport
    x, low, high = view.x + 50, view.bottom - 5, view.y + 5
    pulls = 0
    while pilot.window.desk.scroll < pilot.page.depth:
        pilot.drag(x, low, x, high)
        pulls += 1
        assert pulls < 100
    for _ in range(pulls + 1):
        pilot.drag(x, high, x, low)
    assert pilot.window.desk.scroll == 0
    assert pilot.made() == ()


def test_a_second_finger_changes_nothing() -> None:
    pilot = playing()
    first, second = [c.id for c in pilot.page.controls if c.main][:2]
    at, other = middle(pilot, first), middle(pilot, second)
    pilot.finger(pygame.FINGERDOWN, *at)
    pilot.finger(pygame.FINGERDOWN, *other, finger=2)
    pilot.finger(pygame.FINGERMOTION, *at, finger=2)
    pilot.finger(pygame.FINGERUP, *other, finger=2)
    assert pilot.made() == ()
    pilot.finger(pygame.FINGERUP, *at)
    assert pilot.made() == (first.removeprefix("option:"),)


def test_what_sdl_makes_of_a_finger_or_of_a_mouse_does_nothing_by_itself() -> None:
    pilot = playing()
    x, y = middle(pilot, pilot.page.controls[0].id)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pilot.post(kind, pos=(x, y), button=1, touch=True)
    wide, high = pilot.surface.get_size()
    for kind in (pygame.FINGERDOWN, pygame.FINGERUP):
        pilot.post(kind, touch_id=-1, finger_id=0, x=x / wide, y=y / high)
    pilot.settle()
    assert pilot.made() == ()


def test_the_mouse_still_does_after_a_touch() -> None:
    pilot = playing()
    pilot.tap(5, 5)
    pilot.click(pilot.page.controls[0].id)
    assert len(pilot.made()) == 1


# -- how near is near enough


def page(*controls: Control) -> Page:
    return Page((1280, 720), None, Rect(0, 0, 1280, 600), 600, (), (), controls)


def test_a_finger_finds_a_small_control_across_44_pixels() -> None:
    small = Control("small", Rect(100, 100, 20, 20), "")
    one = page(small)
    for x, y in ((88, 110), (110, 88), (131, 110), (110, 131), (88, 88)):
        assert control_at(one, 0, x, y) is None
        assert control_near(one, 0, x, y, FINGER) == small
    for x, y in ((86, 110), (110, 134)):
        assert control_near(one, 0, x, y, FINGER) is None


def test_of_two_in_reach_it_is_the_one_touched_or_the_nearest() -> None:
    left = Control("left", Rect(100, 100, 20, 20), "")
    right = Control("right", Rect(126, 100, 20, 20), "")
    both = page(left, right)
    assert [control_near(both, 0, x, 110, FINGER) for x in (119, 121, 124, 126)] == [
        *(left, left, right, right),
    ]


def test_what_is_scrolled_out_of_sight_is_not_in_reach() -> None:
    under = Control("under", Rect(100, 700, 20, 20), "", flows=True)
    two = page(under)._replace(content=900)
    assert control_near(two, 0, 110, 598, FINGER) is None
    assert control_near(two, 95, 110, 590, FINGER) is None  # five pixels below what is seen
    assert control_near(two, 120, 110, 590, FINGER) == under


@pytest.mark.parametrize("size", [(640, 360), (1024, 768), (1280, 720)])
def test_every_control_of_the_play_the_pause_and_the_settings_is_large_enough_to_touch(
    size: tuple[int, int],
) -> None:
    pilot = playing(size)
    for key, shown in (("", "PlayScreen"), ("escape", "MenuScreen"), ("f10", "SettingsScreen")):
        pilot.press(*filter(None, [key]))
        assert pilot.showing == shown
        for control in pilot.page.controls:
            rect = pilot.place(control)
            if rect.bottom > pilot.page.viewport.bottom and control.flows:
                continue
            x, y = rect.x + rect.w // 2, rect.y + rect.h // 2
            touched = pilot.window.desk.under(x, y, finger=True)
            assert touched is not None
            assert touched.id == control.id
            assert rect.w >= 16
            for down in range(FINGER // 2 - 1):
                near = [pilot.window.desk.under(x, y + s * down, finger=True) for s in (-1, 1)]
                assert all(found is not None for found in near) or rect.bottom + down > size[1]
