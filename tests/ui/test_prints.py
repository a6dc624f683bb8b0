"""Every screen looks as it did when somebody last looked at it (`tests.ui.printed`)."""

import pygame
import pytest

from game.ui.page import Control, Item, Page
from tests.ui.pilot import Pilot, rope
from tests.ui.printed import SIZES, Print, differences, print_of, stored, taken


@pytest.mark.parametrize("size", SIZES)
def test_every_screen_looks_as_it_is_kept(size: str) -> None:
    kept, now = stored(size), taken(size)
    assert list(now) == list(kept), "renew the prints: python -m tests.ui.printed"
    changed = {name: differences(kept[name], now[name])[:3] for name in now}
    assert not {name: found for name, found in changed.items() if found}, (
        "look at what has changed: python -m tests.ui.printed --page FOLDER"
    )


def moved(page: Page, control: str, right: int, down: int) -> Page:
    """The page with one control, and all that stands on it, somewhere else."""

    def item(one: Item) -> Item:
        there = one.rect.moved(right, down)
        return one._replace(rect=there) if one.control == control else one

    return page._replace(flow=tuple(map(item, page.flow)), fixed=tuple(map(item, page.fixed)))


def drawn(pilot: Pilot, page: Page) -> Print:
    """How a page would look."""
    window = pilot.window
    surface = pygame.Surface(page.size)
    desk = window.desk
    window._painter.draw(surface, page, desk.look, desk.scroll, desk.hot, window._picture_of)
    return print_of(surface)


def unseen(pilot: Pilot, right: int, down: int) -> list[Control]:
    """The controls in view that could be moved by so much without a difference."""
    page = pilot.page
    as_it_is = drawn(pilot, page)
    assert not differences(as_it_is, print_of(pilot.surface))
    return [
        control
        for control in page.controls
        if page.visible(control, pilot.window.desk.scroll)
        and not differences(as_it_is, drawn(pilot, moved(page, control.id, right, down)))
    ]


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (3840, 2160)])
@pytest.mark.parametrize("keys", [("1",), ("f10",), ("1", "escape")])
def test_a_control_that_moves_a_little_is_seen(
    size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    if size[0] > 2000 and keys != ("1",):
        keys = ()  # large prints take long: there the title stands for the others
    pilot = Pilot(rope(), size=size)
    pilot.press(*keys)
    few = round(4 * pilot.window.desk.look.unit)
    assert unseen(pilot, 0, few) == []
    assert unseen(pilot, 2 * few, 0) == []


def test_a_control_that_lies_on_another_is_seen() -> None:
    pilot = Pilot(rope())
    pilot.press("1")
    first, second, *_ = pilot.page.controls
    down = second.rect.y - first.rect.y - first.rect.h // 2
    laid = drawn(pilot, moved(pilot.page, first.id, 0, down))
    assert len(differences(print_of(pilot.surface), laid)) > 40
