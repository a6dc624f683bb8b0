"""The interface scale: everything grows together, in every window, and at first by itself."""

from pathlib import Path

import pygame
import pytest

from game.ui import window as window_module
from game.ui.look import SCALES, Look, auto_scale
from game.ui.screens.shelf import ShelfScreen
from game.ui.settings import Settings
from tests.ui.pilot import Pilot, rope
from tests.ui.screenshots import saves_screens, screens
from tests.ui.shelves import left_off, shelf_of
from tests.ui.test_contrast import check_contrast
from tests.ui.test_layout import WINDOWS, check

SMALL_TO_LARGE = [(320, 240), (640, 360), (700, 1100), (1280, 720), (3840, 2160)]
FIXED = [scale for scale in SCALES if isinstance(scale, int)]


@pytest.mark.parametrize(("scale", "text"), [(150, 200), (200, 100)])
@pytest.mark.parametrize("size", SMALL_TO_LARGE, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_screen_stands_at_every_scale(size: tuple[int, int], scale: int, text: int) -> None:
    pilot = Pilot(rope(notes=True), size=size, settings=Settings(text=text, scale=scale))
    for name in screens(pilot):
        if name == "before_vote":  # what follows is as long again, and laid out the same way
            break
        check(pilot.page, text, f"{name} {size} {text}% of {scale}%", scale=scale)
        hot = pilot.page.control(pilot.hot or "")
        assert hot is None or pilot.page.visible(hot, pilot.window.desk.scroll), name


def test_the_shelf_and_the_saves_stand_at_the_largest_scale(tmp_path: Path) -> None:
    settings = Settings(scale=200)
    for size in ((640, 360), (1280, 720)):
        shelf = Pilot(
            rope(), size=size, screen=ShelfScreen(shelf_of(4), left_off), settings=settings
        )
        check(shelf.page, 100, f"shelf {size}", scale=200)
        check_contrast(shelf, f"shelf {size}")
        saves = Pilot(rope(), size=size, settings=settings, saves=tmp_path / str(size[0]))
        for name in saves_screens(saves):
            check(saves.page, 100, f"{name} {size}", scale=200)


def test_it_scales_everything_and_comes_on_top_of_the_text_size() -> None:
    plain, large = Look(1280, 720), Look(1280, 720, scale=150)
    assert large.px(100) == 150
    for style in ("body", "title", "bar", "number"):
        assert large.size(style) == round(plain.size(style) * 1.5)
    assert Look(1280, 720, 200, scale=150).size("body") == 72


def test_a_larger_scale_is_never_smaller_and_never_leaves_less_than_half_a_window() -> None:
    for size in (*WINDOWS, (320, 240)):
        units = [Look(*size, scale=scale).unit for scale in FIXED]
        assert units == sorted(units)
        assert units[-1] <= max(units[0], size[1] / 360, size[0] / 570)
    units = [Look(1280, 720, scale=scale).unit for scale in FIXED]
    assert len(set(units)) == len(FIXED)


def test_on_a_4k_screen_the_type_of_any_window_is_as_large_as_on_a_plain_one() -> None:
    for window in ((1280, 720), (1920, 1080), (2560, 1440), (3840, 2160)):
        at = Look(*window)
        scaled = at._replace(scale=auto_scale(at, 2160))
        assert scaled.size("body") >= 48, window
    # And a window on a plain or an unknown screen is as it always was.
    assert {auto_scale(Look(*window), lines) for window in WINDOWS for lines in (0, 768, 1080)} == {
        100
    }


def test_a_window_follows_the_screen_it_is_moved_to(monkeypatch: pytest.MonkeyPatch) -> None:
    pilot = Pilot(rope())
    pilot.press("1")

    def size() -> int:
        return pilot.window.desk.look.size("body")

    before = size()
    drawn = pygame.image.tobytes(pilot.surface, "RGB")
    monkeypatch.setattr(window_module, "desktop_lines", lambda display=0: (1080, 2160)[display])
    pilot.post(pygame.WINDOWDISPLAYCHANGED, display_index=1)
    pilot.settle()
    assert size() == 2 * before
    assert pygame.image.tobytes(pilot.surface, "RGB") != drawn
    pilot.preferences.change(pilot.preferences.now._replace(scale=100))
    assert size() == before


def test_it_is_set_by_key_seen_at_once_on_the_settings_themselves_and_kept(home: Path) -> None:
    file = home / "settings.json"
    pilot = Pilot(rope(), settings=file)
    pilot.preferences.keep()
    if pilot.showing == "FirstRunScreen":
        pilot.press("escape")
    pilot.press("f10")
    pilot.go_to_row("scale")
    heights = []
    for _ in FIXED:
        pilot.press("right")
        control = pilot.page.control("scale")
        assert control is not None
        assert pilot.page.visible(control, pilot.window.desk.scroll)
        heights.append(control.rect.h)
    assert heights == sorted(set(heights))
    again = Pilot(rope(), settings=file)
    assert again.preferences.now.scale == 200
    assert again.window.desk.look.scale == 200
