"""Every screen at every size: nothing leaves the window, nothing lies on anything else."""

from itertools import combinations
from pathlib import Path

import pytest

from game.ui import broadside, gallery, hall
from game.ui.blocks import Block, Box, Chip, HandCard, Name, Offer, Pair, Para, Taken, Title
from game.ui.broadside import Broadside
from game.ui.compositor import Compositor
from game.ui.gallery import Card, Gallery
from game.ui.geometry import Rect
from game.ui.hall import Hall
from game.ui.look import SIZES, Family, look
from game.ui.page import Page, Shape, Words
from game.ui.screen import sheet_bar
from game.ui.scrolling import clamp, turned
from game.ui.typefaces import Typefaces
from tests.ui.pilot import Pilot, rope
from tests.ui.screenshots import saves_screens, screens, seen_screens

WINDOWS = [
    (640, 360),
    (1024, 768),
    (1280, 720),
    (1920, 1080),
    (3840, 2160),
    (700, 1100),
    (2560, 1080),
]
TEXTS = [100, 150, 200]
FACES = Typefaces()


def check(page: Page, text: int, name: str, family: Family = "atkinson", scale: int = 100) -> None:
    """All that must hold of a page. `name` says which it is."""
    check_bounds(page, name)
    check_words(page, text, name, family, scale)
    check_controls(page, name)
    check_art(page, name)
    check_scrolling(page, name)


def check_bounds(page: Page, name: str) -> None:
    window, view = Rect(0, 0, *page.size), page.viewport
    column = Rect(0, view.y, page.size[0], page.content + 1)
    assert view.within(window), name
    for item in page.fixed:
        assert item.rect.within(window), (name, item)
        assert not (isinstance(item, Words) and item.rect.overlaps(view)), (name, item)
    for item in page.flow:
        assert item.rect.within(column), (name, item)


def check_words(page: Page, text: int, name: str, family: Family, scale: int) -> None:
    at = look(*page.size, text)._replace(family=family, scale=scale)
    for layer in (page.flow, page.fixed):
        words = [item for item in layer if isinstance(item, Words)]
        for item in words:
            wide = FACES.width(at.face(item.style), at.size(item.style), item.text)
            assert wide <= item.rect.w, (name, item)
        for one, other in combinations(words, 2):
            assert not one.rect.overlaps(other.rect), (name, one, other)


def check_controls(page: Page, name: str) -> None:
    assert any(c.main for c in page.controls), name
    for control in page.controls:
        if not control.flows:
            assert control.rect.within(Rect(0, 0, *page.size)), (name, control)
            assert not control.rect.overlaps(page.viewport), (name, control)
        inside = [i for i in (*page.flow, *page.fixed) if i.control == control.id]
        assert inside, (name, control)
        for item in inside:
            assert item.rect.within(control.rect), (name, item, control)
    for one, other in combinations(page.controls, 2):
        if one.flows == other.flows:
            assert not one.rect.overlaps(other.rect), (name, one, other)


def check_art(page: Page, name: str) -> None:
    if page.art is None:
        return
    art = page.art.rect
    assert art.within(Rect(0, 0, *page.size)), name
    assert not art.overlaps(page.viewport), name
    for item in page.fixed:
        if isinstance(item, Words) and item.style != "tag":
            assert not item.rect.overlaps(art), (name, item)


def check_scrolling(page: Page, name: str) -> None:
    if page.depth:
        assert page.track is not None, name
        assert page.track.within(Rect(0, 0, *page.size)), name
        assert page.more is not None, name
        assert page.more.within(Rect(0, 0, *page.size)), name
        assert not page.more.overlaps(page.viewport), name


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", WINDOWS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_screen_stands_in_its_window_and_nothing_overlaps(
    size: tuple[int, int], text: int
) -> None:
    pilot = Pilot(rope(notes=True), size=size, text=text)
    for name in screens(pilot):
        check(pilot.page, text, f"{name} {size} {text}%")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", [*WINDOWS, (320, 240)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_saves_stand_in_their_window_and_nothing_overlaps(
    size: tuple[int, int], text: int, tmp_path: Path
) -> None:
    pilot = Pilot(rope(), size=size, text=text, saves=tmp_path)
    for name in saves_screens(pilot):
        check(pilot.page, text, f"{name} {size} {text}%")
        hot = pilot.page.control(pilot.hot or "")
        assert hot is None or pilot.page.visible(hot, pilot.window.desk.scroll), name


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", [(320, 240), (640, 360), (1280, 720), (700, 1100)], ids=str)
def test_what_was_seen_stands_in_its_window_and_nothing_overlaps(
    size: tuple[int, int], text: int
) -> None:
    pilot = Pilot(rope(), size=size, text=text)
    pilot.press("1")
    for name in seen_screens(pilot):
        check(pilot.page, text, f"{name} {size} {text}%")
        hot = pilot.page.control(pilot.hot or "")
        assert hot is None or pilot.page.visible(hot, pilot.window.desk.scroll), name


LONG = "A sentence that goes on, as people do when they are nervous, about the roster and the tin. "
NAME = "Bartholomew Featherstonehaugh-Cholmondeley"


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("size", [*WINDOWS, (320, 240)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_longest_that_a_story_may_hold_still_stands(size: tuple[int, int], text: int) -> None:
    comp = Compositor(look(*size, text), FACES.width)
    lines = tuple(Para(LONG * 4) for _ in range(20))
    blocks: tuple[Block, ...] = (Title(LONG, "title"), Name(NAME * 2), Chip("Documented"), *lines)
    boxed = Box(
        (
            Box(
                (Para("x" * 300, "small"), Taken(LONG)),
            ),
            Pair(NAME, LONG),
        )
    )
    offers = tuple(Offer(f"option:{n}", (LONG * 4)[:300], n) for n in range(1, 10))
    shut = Offer("option:10", "y" * 300, 0, LONG * 3)
    sheet = Broadside((*blocks, boxed), (*offers, shut), sheet_bar(), LONG, scenery="long")
    check(broadside.lay_out(sheet, comp), text, f"broadside {size} {text}")
    few = sheet._replace(offers=offers[:1], tag="Here", notice=LONG)
    check(broadside.lay_out(few, comp), text, f"few {size} {text}")
    for count in (0, 1, 5, 12):
        cards = tuple(HandCard(NAME, "abstain", LONG * (n % 4), n % 2 == 0) for n in range(count))
        meeting = Hall(
            (Title(LONG, "name"),), cards, "0 up", "12 up, 12 down: lost", offers[:1], ()
        )
        check(hall.lay_out(meeting, comp), text, f"hall of {count} {size} {text}")
    for count in (1, 15):
        saved = tuple(
            Card(f"slot:{n}", str(n * 11), n, LONG, LONG[: 30 * n], (LONG, NAME), "save:", NAME)
            for n in range(count)
        )
        page = gallery.lay_out(Gallery((Title(LONG),), saved, sheet_bar()), comp)
        check(page, text, f"gallery of {count} {size} {text}")


def test_170_words_and_four_choices_of_60_characters_stand_together_at_720p() -> None:
    pilot = Pilot(rope())
    pilot.take(1)
    words = sum(len(line.text.split()) for line in pilot.view.lines)
    assert words >= 170
    assert len(pilot.view.numbered) == 4
    assert max(len(option.text) for option in pilot.view.numbered) >= 54
    assert pilot.page.depth == 0
    assert all(pilot.page.visible(control, 0) for control in pilot.page.controls)


@pytest.mark.parametrize("size", WINDOWS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_line_of_text_holds_45_to_75_characters(size: tuple[int, int]) -> None:
    pilot = Pilot(rope(), size=size)
    pilot.take(1)
    longest = max(
        len(item.text)
        for item in pilot.page.flow
        if isinstance(item, Words) and item.style == "body"
    )
    assert 42 <= longest <= 75


def test_turning_pages_leaves_no_line_out() -> None:
    pilot = Pilot(rope(), size=(640, 360), text=200)
    pilot.take(1)
    page = pilot.page
    seen, scroll = set(), -1
    for _ in range(60):
        scroll = max(0, scroll)
        for item in page.flow:
            top = item.rect.y - scroll
            if top >= page.viewport.y - 2 and top + item.rect.h <= page.viewport.bottom + 2:
                seen.add(item)
        following = turned(page, scroll, 1)
        if following == scroll:
            break
        scroll = following
    assert scroll == page.depth
    assert {item for item in page.flow if isinstance(item, Words)} <= seen
    for _ in range(60):
        scroll = turned(page, scroll, -1)
    assert scroll == 0
    assert clamp(page, 10**6) == page.depth


def test_type_grows_with_the_window_and_with_the_player_setting() -> None:
    comp = [Compositor(look(1280, 720, text), FACES.width) for text in SIZES]
    sizes = [c.look.size("body") for c in comp]
    assert sizes == sorted(set(sizes))
    assert sizes[-1] == 2 * sizes[0]
    assert look(1920, 1080, 100).size("body") > sizes[0]


def test_a_hand_not_yet_up_keeps_its_place() -> None:
    pilot = Pilot(rope(), resumed=("smoko/cover", "asked/pub", "pub/monday"))
    pilot.take(1)
    pilot.take(1)
    before = [i.rect for i in pilot.page.flow if isinstance(i, Shape) and i.kind == "hand_waiting"]
    pilot.press("return")
    after = [i.rect for i in pilot.page.flow if isinstance(i, Shape) and "hand_" in i.kind]
    assert before == after
    assert len(before) == 7
