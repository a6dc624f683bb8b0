"""The wheel and Page Up: reading, and past the ends of a page from screen to screen."""

from __future__ import annotations

import pytest

from game.ui.wheel import Wheel
from tests.ui.pilot import Pilot, rope


def turns(*moves: tuple[float, float], top: bool = True, end: bool = True) -> list[str | None]:
    """What each movement, of so many notches so many seconds after the last, does besides."""
    wheel, now = Wheel(), 100.0
    said: list[str | None] = []
    for notches, pause in moves:
        now += pause
        said.append(wheel.turn(notches, now, top=top, end=end))
    return said


def test_a_notch_goes_one_screen_and_the_rest_of_the_turn_goes_no_further() -> None:
    assert turns((1, 0)) == ["rollback"]
    assert turns((-1, 0)) == ["forward"]
    assert turns((1, 0), (1, 0.1), (2, 0.3), (1, 0.3)) == ["rollback", None, None, None]
    assert turns((1, 0), (1, 1.0), (-1, 1.0)) == ["rollback", "rollback", "forward"]


def test_the_small_steps_of_a_touchpad_add_up_to_one_notch() -> None:
    steps = [(0.25, 0.02)] * 12
    assert turns(*steps) == [None, None, None, "rollback", *[None] * 8]


def test_a_page_that_is_not_at_that_end_only_scrolls() -> None:
    assert turns((1, 0), (3, 1), top=False) == [None, None]
    assert turns((-1, 0), (-3, 1), end=False) == [None, None]
    assert turns((-1, 0), top=False) == ["forward"]


def test_a_flick_that_runs_to_the_top_stops_there() -> None:
    wheel = Wheel()
    assert wheel.turn(5, 1.0, top=False, end=True) is None
    assert wheel.turn(5, 1.1, top=True, end=False) is None
    assert wheel.turn(5, 1.3, top=True, end=False) is None
    assert wheel.turn(1, 2.0, top=True, end=False) == "rollback"


def test_a_turn_that_left_the_top_does_not_go_past_it_when_it_comes_back() -> None:
    wheel = Wheel()
    assert wheel.turn(-0.5, 1.0, top=True, end=False) is None
    assert wheel.turn(0.5, 1.1, top=False, end=False) is None
    assert wheel.turn(3, 1.2, top=True, end=False) is None


# -- in the window


def rest(pilot: Pilot) -> None:
    """Let the hand leave the wheel, for as long as a turn needs to be over."""
    pilot.window.inputs._wheel = Wheel()


def test_the_wheel_goes_back_a_screen_and_forward_again() -> None:
    pilot = Pilot(rope(), size=(800, 450))
    pilot.press("1", "1", "1")
    made = pilot.made()
    assert len(made) == 2
    pilot.wheel(1)
    pilot.wheel(1)
    assert pilot.made() == made[:1]
    rest(pilot)
    pilot.wheel(1)
    assert pilot.made() == ()
    for reached in (made[:1], made, made):
        rest(pilot)
        pilot.wheel(-1)
        assert pilot.made() == reached


def test_the_wheel_reads_up_to_the_top_before_it_goes_back() -> None:
    pilot = Pilot(rope(), size=(640, 360), text=200)
    pilot.press("1", "4", "end")
    made = pilot.made()
    assert pilot.page.depth > 0
    for _ in range(60):
        pilot.wheel(1)
    assert (pilot.window.desk.scroll, pilot.made()) == (0, made)
    rest(pilot)
    pilot.wheel(1)
    assert pilot.made() == made[:-1]


@pytest.mark.parametrize("sheet", ["b", "escape", "f10", "s"])
def test_past_the_end_of_a_sheet_there_is_nothing(sheet: str) -> None:
    pilot = Pilot(rope(), size=(800, 450))
    pilot.press("1", "1", sheet)
    shown, made = pilot.showing, pilot.made()
    for notches in (1, -1):
        rest(pilot)
        pilot.wheel(notches)
    pilot.press("page up", "page down")
    assert (pilot.showing, pilot.made()) == (shown, made)


def test_page_up_and_page_down_do_the_same() -> None:
    pilot = Pilot(rope(), size=(640, 360), text=200)
    pilot.press("1", "4", "page down")
    made = pilot.made()
    pilot.press("page up")
    assert (pilot.window.desk.scroll, pilot.made()) == (0, made)
    pilot.press("page up")
    assert pilot.made() == made[:-1]
    pilot.press("end", "page down")
    assert pilot.made() == made
    pilot.press("end", "page down")
    assert pilot.made() == made


def test_forward_is_there_until_another_choice_is_made() -> None:
    pilot = Pilot(rope(), size=(800, 450))
    pilot.press("1", "1", "1", "left", "left")
    assert pilot.page.control("bar:forward") is not None
    first, second = pilot.saved[1]
    pilot.press("1")  # the same choice again: what came after it can still be made
    assert pilot.made() == (first,)
    pilot.click("bar:forward")
    assert pilot.made() == (first, second)
    assert pilot.page.control("bar:forward") is None
    pilot.press("left", "left", "2")
    assert pilot.made()[0] != first
    assert pilot.page.control("bar:forward") is None
    pilot.press("f")
    assert len(pilot.made()) == 1


def test_beginning_again_leaves_nothing_to_go_forward_to() -> None:
    pilot = Pilot(rope(), size=(800, 450))
    pilot.press("1", "1", "1", "left")
    assert pilot.sitting.can_go_forward
    pilot.press("escape")
    pilot.click("restart")
    pilot.press("2")
    assert pilot.page.control("bar:forward") is None
    pilot.press("f")
    assert pilot.made() == ()
