"""Contrast measured on what was drawn, letter by letter."""

import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pygame
import pytest

from game.play.view import Fault
from game.ui.geometry import Rect
from game.ui.inks import INKS, PRINTED, THEMES, contrast
from game.ui.look import Family
from game.ui.page import Shape, Words
from game.ui.preferences import Preferences
from game.ui.screens.asking import TellScreen
from game.ui.screens.settings import FirstRunScreen
from game.ui.screens.trouble import TroubleScreen
from game.ui.scrolling import MORE
from game.ui.settings import Contrast, Paper, Settings
from tests.ui.pilot import Pilot, rope
from tests.ui.screenshots import saves_screens, screens, seen_screens


def visible_words(pilot: Pilot) -> list[tuple[Words, Rect]]:
    page, scroll = pilot.page, pilot.window.desk.scroll
    found = [
        (item, item.rect)
        for item in page.fixed
        if isinstance(item, Words) and not (item.control == MORE and scroll >= page.depth)
    ]
    for item in page.flow:
        rect = item.rect.moved(0, -scroll)
        if isinstance(item, Words) and rect.within(page.viewport):
            found.append((item, rect))
    return found


def measured(surface: pygame.Surface, rect: Rect) -> float:
    """The contrast of a line: its commonest colour against the one furthest from it."""
    part = surface.subsurface(pygame.Rect(*rect).clip(surface.get_rect()))
    pixels = memoryview(pygame.image.tobytes(part, "RGBA")).cast("I")
    colours = Counter(pixels)
    ground = colours.most_common(1)[0][0]
    return max(between(ground, colour) for colour in colours)


@cache
def between(one: int, other: int) -> float:
    """The contrast of two pixels, each four bytes in the order of this machine."""
    (r, g, b, _), (red, green, blue, _) = (p.to_bytes(4, sys.byteorder) for p in (one, other))
    return contrast((r, g, b), (red, green, blue))


SIZES = [((1280, 720), 100), ((1280, 720), 200), ((640, 360), 100)]
THEMED = [(theme, SIZES[n % 3]) for n, theme in enumerate(THEMES)] + [
    (next(iter(THEMES)), size) for size in SIZES[1:]
]
"""Each theme in one of the sizes, and the usual one in all of them."""


@pytest.mark.parametrize(("theme", "drawn"), THEMED)
def test_all_text_stands_at_least_seven_to_one_against_its_ground(
    theme: tuple[Paper, Contrast], drawn: tuple[tuple[int, int], int]
) -> None:
    size, text = drawn
    face: Family = ("atkinson", "lexend", "literata")[THEMED.index((theme, drawn)) % 3]
    settings = Settings(text=text, face=face, paper=theme[0], contrast=theme[1])
    pilot = Pilot(rope(notes=True), size=size, settings=settings)
    for name in screens(pilot):
        check_contrast(pilot, name)
    fault = Fault("stuck", "No choice can be taken.", "scenes/2-pub.yaml:23:5", "wait: ...")
    for screen in (
        FirstRunScreen(Preferences(now=settings)),
        TroubleScreen(pilot.sitting, fault),
        TellScreen("Not saved", "The disk is full."),
    ):
        other = Pilot(rope(), size=size, screen=screen, settings=settings)
        check_contrast(other, type(screen).__name__)


@pytest.mark.parametrize(("theme", "drawn"), THEMED)
def test_so_does_all_text_of_the_saves(
    theme: tuple[Paper, Contrast], drawn: tuple[tuple[int, int], int], tmp_path: Path
) -> None:
    size, text = drawn
    settings = Settings(text=text, paper=theme[0], contrast=theme[1])
    pilot = Pilot(rope(), size=size, settings=settings, saves=tmp_path)
    for name in saves_screens(pilot):
        check_contrast(pilot, name)


@pytest.mark.parametrize("theme", THEMES)
def test_so_does_all_text_of_what_was_seen(theme: tuple[Paper, Contrast]) -> None:
    pilot = Pilot(rope(), settings=Settings(paper=theme[0], contrast=theme[1]))
    pilot.press("1")
    for name in seen_screens(pilot):
        check_contrast(pilot, name)


def check_contrast(pilot: Pilot, name: str) -> None:
    words = visible_words(pilot)
    assert words, name
    for item, rect in words:
        assert measured(pilot.surface, rect) >= 7, (name, item)


@pytest.mark.parametrize("theme", THEMES, ids="-".join)
def test_the_inks_of_text_are_seven_to_one_before_anything_is_drawn(
    theme: tuple[Paper, Contrast],
) -> None:
    for ink, ground in PRINTED:
        assert contrast(THEMES[theme][ink], THEMES[theme][ground]) >= 7, (ink, ground)


def test_high_contrast_is_higher_for_everything_printed() -> None:
    for paper in ("light", "dark"):
        usual, high = THEMES[paper, "usual"], THEMES[paper, "high"]
        for ink, ground in PRINTED:
            assert contrast(high[ink], high[ground]) > contrast(usual[ink], usual[ground])


def test_the_hot_choice_differs_by_shape_as_well_as_colour() -> None:
    pilot = Pilot(rope())
    pilot.press("1")
    pictures = []
    for _ in range(2):
        box = next(
            item.rect
            for item in pilot.page.fixed
            if isinstance(item, Shape)
            and item.kind == "digit"
            and item.control == "option:smoko/ask_roy"
        )
        part = pilot.surface.subsurface(pygame.Rect(*box))
        key = INKS["key"]
        pictures.append(
            [part.get_at((x, 3))[:3] == key for x in range(part.get_width())].count(True)
        )
        pilot.press("down")
    assert pictures[0] < pictures[1]
