import random

from tests.ui.pilot import Pilot, rope


def test_a_storm_of_sizes_leaves_the_screen_whole() -> None:
    pilot = Pilot(rope())
    pilot.press("1")
    dice = random.Random(4)
    for _ in range(60):
        wide, high = dice.randint(1, 1700), dice.randint(1, 1100)
        pilot.resize(wide, high)
        assert pilot.surface.get_size() == (wide, high)
        assert pilot.hot is not None
    pilot.resize(1280, 720)
    assert pilot.page.depth == 0


def test_the_place_in_the_text_is_kept_when_the_size_changes() -> None:
    pilot = Pilot(rope(), size=(640, 360), text=200)
    pilot.press("1", "end")
    pilot.resize(700, 400)
    assert pilot.window.desk.scroll == pilot.page.depth
    pilot.press("home")
    pilot.resize(640, 360)
    assert pilot.window.desk.scroll == 0


def test_plus_and_minus_change_the_text_size_between_100_and_200_percent() -> None:
    pilot = Pilot(rope())
    pilot.press("1")
    sizes = []
    for key in ("+",) * 7 + ("-",) * 7:
        pilot.press(key)
        sizes.append(pilot.window.desk.look.text)
    assert sizes[:7] == [110, 125, 150, 175, 200, 200, 200]
    assert sizes[7:] == [175, 150, 125, 110, 100, 100, 100]


def test_at_200_percent_the_text_scrolls_with_a_bar() -> None:
    pilot = Pilot(rope(), text=200)
    pilot.press("1")
    assert pilot.page.depth > 0
    assert pilot.page.track is not None
    pilot.press("page down")
    assert pilot.window.desk.scroll > 0
    pilot.press("page up")
    assert pilot.window.desk.scroll == 0
    pilot.wheel(-2)
    assert pilot.window.desk.scroll > 0


def test_full_screen_goes_and_comes_back() -> None:
    pilot = Pilot(rope())
    pilot.press("1", "f11")
    assert pilot.hot is not None
    pilot.press("f11")
    assert pilot.surface.get_size() == (1280, 720)


def test_nothing_is_drawn_while_nothing_happens() -> None:
    pilot = Pilot(rope())
    drawn = pilot.window.redraws
    for _ in range(5):
        pilot.settle()
    pilot.move(5, 400)
    pilot.move(6, 401)
    assert pilot.window.redraws == drawn
