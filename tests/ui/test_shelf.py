"""The shelf: stories as posters, taken by key or mouse, whole in every window."""

import time
from pathlib import Path

import pygame
import pytest

from game.story.shelf import Shelved
from game.ui import wording
from game.ui.geometry import Rect
from game.ui.inks import INKS, THEMES, inks_of
from game.ui.lino import Cut
from game.ui.page import Poster, Shape, Words
from game.ui.picture_files import PictureFiles, covered
from game.ui.posters import poster
from game.ui.press import pull
from game.ui.screens.shelf import ShelfScreen
from game.ui.settings import Contrast, Paper, Settings
from tests.ui.pilot import Pilot, rope
from tests.ui.shelves import BUS, ROPE, SHEETS, left_off, shelf_of
from tests.ui.test_contrast import check_contrast
from tests.ui.test_layout import TEXTS, WINDOWS, check


def shown(
    stories: list[Shelved],
    size: tuple[int, int] = (1280, 720),
    settings: Settings | None = None,
) -> Pilot:
    return Pilot(rope(), size=size, screen=ShelfScreen(stories, left_off), settings=settings)


def taken(pilot: Pilot) -> object:
    assert pilot.window.desk.done
    return pilot.window.desk.result


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", [*WINDOWS, (320, 240)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_posters_stand_in_every_window_and_the_first_can_be_taken_at_once(
    size: tuple[int, int], text: int
) -> None:
    for count, settings in (
        (1, Settings(text)),
        (5, Settings(text)),
        (2, Settings(text, "lexend", 140)),
        (1, Settings(text, "lexend", 140, pictures="hidden")),
        (4, Settings(text, "literata", pictures="hidden")),
    ):
        pilot = shown(shelf_of(count), size, settings)
        check(pilot.page, text, f"{count} in {size} {settings}", settings.face)
        assert wording.GAME.upper() in pilot.words
        if text == 100 and size[1] >= 360:
            assert pilot.window.desk.scroll == 0  # the game's name stands above its posters
        pilot.press("return")
        assert taken(pilot) == Path("story-0"), (count, size, settings)


@pytest.mark.parametrize("size", [(1280, 720), (640, 360)])
def test_the_arrow_keys_reach_every_poster_and_enter_takes_it(size: tuple[int, int]) -> None:
    pilot = shown(shelf_of(5), size)
    for number in range(5):
        assert pilot.hot == f"story:{number}"
        control = pilot.page.control(pilot.hot)
        assert control is not None
        assert pilot.page.visible(control, pilot.window.desk.scroll)
        pilot.press("right")
    assert pilot.hot == "story:4"
    pilot.press("left", "left", "return")
    assert taken(pilot) == Path("story-2")


def test_up_and_down_go_to_the_poster_above_and_below() -> None:
    rows = shown(shelf_of(7))
    rows.press("down")
    below = rows.page.control(rows.hot or "")
    first = rows.page.control("story:0")
    assert below is not None
    assert first is not None
    assert below.rect.y > first.rect.y
    assert below.rect.x == first.rect.x
    rows.press("up")
    assert rows.hot == "story:0"


def test_a_digit_and_a_click_take_a_poster_too() -> None:
    by_key = shown(shelf_of(4))
    by_key.press("3")
    assert taken(by_key) == Path("story-2")
    by_mouse = shown(shelf_of(9))
    by_mouse.click("story:8")
    assert taken(by_mouse) == Path("story-8")


def test_a_poster_says_what_the_story_is_and_where_the_player_is_in_it() -> None:
    pilot = shown([ROPE, BUS])
    for words in (
        "THE ROPE",
        "South Coast, New South Wales, 1961",
        "Go on: The pub: Roy stops at the step",
        "About 35 minutes, for readers from 13",
    ):
        assert words in pilot.words
    assert "Content notes: Aboriginal and Torres Strait Islander readers" in pilot.words
    assert "And more" not in pilot.words
    assert pilot.words.count("Go on:") == 1


def test_a_story_that_is_alone_has_its_poster_large() -> None:
    (one,) = [i for i in shown([ROPE]).page.flow if isinstance(i, Poster)]
    first = next(i for i in shown(shelf_of(4)).page.flow if isinstance(i, Poster))
    assert one.rect.w > 1280 * 0.4
    assert one.rect.h > 720 * 0.55
    assert one.rect.w * one.rect.h > 1.5 * first.rect.w * first.rect.h


def test_a_damaged_story_is_a_torn_poster_that_says_what_is_wrong_and_its_mend() -> None:
    pilot = shown([SHEETS, ROPE])
    torn = [i for i in pilot.page.flow if isinstance(i, Shape) and i.kind == "torn"]
    assert [i.control for i in torn] == ["story:0"]
    assert "`title` is missing" in pilot.words
    assert SHEETS.mend in pilot.words
    pilot.press("1")
    assert pilot.showing == "TellScreen"
    assert SHEETS.mend in pilot.words
    assert "sheets" in pilot.words
    pilot.press("escape")
    assert pilot.showing == "ShelfScreen"


def test_the_shelf_opens_on_the_story_that_was_begun() -> None:
    pilot = shown([BUS, ROPE])
    assert pilot.hot == "story:1"


def test_more_posters_than_fit_scroll_by_keys_and_wheel() -> None:
    pilot = shown(shelf_of(12))
    assert pilot.page.depth > 0
    pilot.wheel(-40)
    assert pilot.window.desk.scroll == pilot.page.depth
    pilot.press("home")
    for _ in range(30):
        pilot.press("down")
    last = pilot.page.control(pilot.hot or "")
    assert last is not None
    assert last.rect.y == max(c.rect.y for c in pilot.page.controls if c.id.startswith("story:"))


def test_an_empty_shelf_says_where_stories_go() -> None:
    pilot = shown([])
    assert wording.NO_STORIES.upper() in pilot.words
    pilot.press("return")
    assert taken(pilot) is None


def test_the_credits_of_the_game_are_one_key_away() -> None:
    pilot = shown([ROPE])
    pilot.press("c")
    assert pilot.showing == "CreditsScreen"
    pilot.press("c")
    pilot.click("bar:credits")
    assert pilot.showing == "CreditsScreen"


@pytest.mark.parametrize("theme", THEMES, ids="-".join)
def test_all_text_of_the_shelf_stands_at_least_seven_to_one(
    theme: tuple[Paper, Contrast],
) -> None:
    for count, size, text in ((1, (1280, 720), 100), (4, (1280, 720), 100), (4, (640, 360), 200)):
        settings = Settings(text=text, paper=theme[0], contrast=theme[1])
        pilot = shown(shelf_of(count), size, settings)
        for place in range(2):
            check_contrast(pilot, f"{count} {size} {place}")
            pilot.press("page down")


# Prints.


def cut(name: str, year: int = 1961) -> bytes:
    return pygame.image.tobytes(pull(poster(120, 150, name), 120, 150, inks_of(year)), "RGBA")


def test_each_story_has_a_print_of_its_own_and_always_the_same() -> None:
    names = [f"story-{n}" for n in range(12)]
    assert len({cut(name) for name in names}) == len(names)
    assert cut("rope") == cut("rope")


def test_a_poster_is_printed_in_the_inks_of_its_time() -> None:
    assert inks_of(1961) is INKS
    assert len({inks_of(year)["red"] for year in (1862, 1961, 1984)}) == 3
    assert len({cut("rope", year) for year in (1862, 1961, 1984)}) == 3


@pytest.mark.parametrize("size", [(40, 40), (300, 900), (1200, 260), (1600, 1700)])
def test_a_print_covers_its_sheet(size: tuple[int, int]) -> None:
    cuts: list[Cut] = poster(*size, "rope")
    sheet = pull(cuts, *size)
    corners = [(1, 1), (size[0] - 2, 1), (1, size[1] - 2), (size[0] - 2, size[1] - 2)]
    assert all(sheet.get_at(corner)[3] == 255 for corner in corners)


def wait_for(pictures: PictureFiles, file: Path) -> pygame.Surface | None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        found = pictures.get(str(file), 40, 60)
        if found is not None or str(file) in pictures._refused:
            return found
        time.sleep(0.01)
    raise AssertionError("the picture never came")


def test_the_picture_of_a_poster_is_shown_and_a_broken_one_is_as_none(tmp_path: Path) -> None:
    picture = pygame.Surface((80, 80))
    picture.fill((0, 255, 0))
    pygame.image.save(picture, tmp_path / "poster.png")
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    pictures = PictureFiles(covered)
    found = wait_for(pictures, tmp_path / "poster.png")
    assert found is not None
    assert found.get_size() == (40, 60)
    assert found.get_at((20, 30))[1] > 250
    assert wait_for(pictures, tmp_path / "broken.png") is None


def test_a_poster_with_a_picture_shows_it_in_the_window(tmp_path: Path) -> None:
    picture = pygame.Surface((80, 80))
    picture.fill((0, 255, 0))
    pygame.image.save(picture, tmp_path / "poster.png")
    pilot = shown([ROPE._replace(poster=tmp_path / "poster.png"), BUS])
    pilot.window._picture = PictureFiles(covered).get
    pilot.window.desk.dirty = True
    first, second = (i.rect for i in pilot.page.flow if isinstance(i, Poster))

    def at(rect: Rect) -> tuple[int, ...]:
        return tuple(pilot.surface.get_at((rect.x + rect.w // 2, rect.bottom - 30))[:3])

    deadline = time.monotonic() + 60
    while at(first)[1] < 250:
        assert time.monotonic() < deadline
        pilot.window.step(0.05)
    assert at(second)[1] < 250
    assert any(isinstance(i, Words) and i.text == "THE ROPE" for i in pilot.page.flow)
