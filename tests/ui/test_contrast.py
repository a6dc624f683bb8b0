"""Contrast measured on what was drawn, letter by letter."""

from collections import Counter

import pygame
import pytest

from game.ui.geometry import Rect
from game.ui.inks import INKS, contrast
from game.ui.page import Words
from game.ui.scrolling import MORE
from tests.ui.pilot import Pilot, rope
from tests.ui.screenshots import screens


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
    raw = pygame.image.tobytes(part, "RGB")
    colours = Counter(zip(raw[0::3], raw[1::3], raw[2::3], strict=True))
    ground = colours.most_common(1)[0][0]
    return max(contrast(ground, colour) for colour in colours)


@pytest.mark.parametrize(
    ("size", "text"), [((1280, 720), 100), ((1280, 720), 200), ((640, 360), 100)]
)
def test_all_text_stands_at_least_seven_to_one_against_its_ground(
    size: tuple[int, int], text: int
) -> None:
    pilot = Pilot(rope(notes=True), size=size, text=text)
    for name in screens(pilot):
        words = visible_words(pilot)
        assert words, name
        for item, rect in words:
            assert measured(pilot.surface, rect) >= 7, (name, item)


def test_the_inks_of_text_are_seven_to_one_before_anything_is_drawn() -> None:
    for ink, ground in (("key", "paper"), ("grey", "paper"), ("key", "gold"), ("paper", "key")):
        assert contrast(INKS[ink], INKS[ground]) >= 7  # type: ignore[index]


def test_the_hot_choice_differs_by_shape_as_well_as_colour() -> None:
    pilot = Pilot(rope())
    pilot.press("1")
    pictures = []
    for _ in range(2):
        box = next(
            item.rect
            for item in pilot.page.fixed
            if not isinstance(item, Words)
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
