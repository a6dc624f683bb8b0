"""How the settings look: in every window, theme, size and language."""

import pytest

from game.ui import wording
from game.ui.blocks import Box, Cell, Offer, Para, Row, Title
from game.ui.compositor import Compositor
from game.ui.inks import THEMES
from game.ui.look import look
from game.ui.page import Shape, Words
from game.ui.panel import Panel, lay_out
from game.ui.screen import sheet_bar
from game.ui.settings import Settings
from tests.ui.pilot import Pilot, rope
from tests.ui.test_contrast import check_contrast, measured
from tests.ui.test_layout import FACES, check
from tests.ui.test_settings import NAMES, WINDOWS


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [(640, 360), (1280, 720)])
@pytest.mark.parametrize("text", [100, 200])
def test_the_focus_can_be_seen_on_every_setting(
    theme: tuple[str, str], size: tuple[int, int], text: int
) -> None:
    settings = Settings(text=text).having("paper", theme[0]).having("contrast", theme[1])
    pilot = Pilot(rope(), size=size, settings=settings)
    pilot.press("f10")
    for name in NAMES:
        assert pilot.hot == name
        control = pilot.page.control(name)
        assert control is not None
        assert pilot.page.visible(control, pilot.window.desk.scroll)
        if name != NAMES[0]:  # a move has brought it into view, with its values
            assert pilot.page.visible(pilot.page.whole(control), pilot.window.desk.scroll)
        at = pilot.place(control)
        spot = (at.x + at.w // 2, at.y + at.h - max(5, at.h // 8))
        assert pilot.surface.get_at(spot)[:3] == THEMES[settings.paper, settings.contrast]["gold"]
        pilot.press("down")


@pytest.mark.parametrize("size", [*WINDOWS, (320, 240)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_sample_stays_in_view_while_the_settings_scroll(size: tuple[int, int]) -> None:
    for settings in (Settings(), Settings(text=200), Settings(200, "lexend", 140)):
        pilot = Pilot(rope(), size=size, settings=settings)
        pilot.press("f10", "end")
        still = " ".join(i.text for i in pilot.page.fixed if isinstance(i, Words))
        assert wording.SAMPLE in (still if size != (320, 240) else pilot.words)
        check(pilot.page, settings.text, f"{size} {settings}", settings.face)


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", WINDOWS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_screen_stands_with_the_widest_settings(size: tuple[int, int], text: int) -> None:
    from tests.ui.screenshots import screens

    widest = Settings(text=text, face="lexend", spacing=140, pictures="hidden")
    pilot = Pilot(rope(notes=True), size=size, settings=widest)
    for name in screens(pilot):
        check(pilot.page, text, f"{name} {size} {text}%", family="lexend")


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_set_is_read_in_every_theme_by_more_than_its_ink(theme: tuple[str, str]) -> None:
    settings = Settings().having("paper", theme[0]).having("contrast", theme[1])
    pilot = Pilot(rope(), settings=settings)
    pilot.press("f10")
    cells = [i for i in pilot.page.flow if i.control == f"paper:{theme[0]}"]
    words = next(i for i in cells if isinstance(i, Words))
    assert measured(pilot.surface, words.rect) >= 7
    ticked = {i.control for i in pilot.page.flow if isinstance(i, Shape) and i.kind == "tick"}
    assert ticked == {f"{name}:{settings.value(name)}" for name in NAMES}


def test_wherever_the_settings_are_scrolled_to_all_that_shows_can_be_read() -> None:
    settings = Settings(text=150, face="lexend", paper="dark")
    pilot = Pilot(rope(), size=(640, 360), settings=settings)
    pilot.press("f10")
    for scroll in range(0, pilot.page.depth + 1, 3):
        pilot.window.desk.drag_to(scroll)
        pilot.settle()
        check_contrast(pilot, f"scrolled {scroll}")


@pytest.mark.parametrize("size", WINDOWS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_value_stands_on_one_line(size: tuple[int, int]) -> None:
    for text in (100, 150, 200):
        for settings in (Settings(text), Settings(text, "lexend"), Settings(text, spacing=140)):
            pilot = Pilot(rope(), size=size, settings=settings)
            pilot.press("f10")
            texts = {i.text for i in pilot.page.flow if isinstance(i, Words)}
            assert {word for words in wording.VALUE.values() for word in words.values()} <= texts


LONGER = "Ein Wert, dessen Name in anderen Sprachen sehr viel mehr Platz braucht"


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", [*WINDOWS, (320, 240)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_longest_names_and_values_still_stand(size: tuple[int, int], text: int) -> None:
    comp = Compositor(look(*size, text), FACES.width)
    cells = (Cell("a:1", LONGER, chosen=True), Cell("a:2", LONGER * 2, chosen=False))
    few = tuple(Cell(f"b:{n}", "Widest", chosen=n == 2) for n in range(9))
    one = (Cell("c:1", "y" * 90, chosen=True),)
    rows = (Row("a", "Zeilenabstand", cells), Row("b", LONGER, few), Row("c", "x" * 90, one))
    offers = (Offer("close", LONGER, 1),)
    panel = Panel((Title(LONGER),), rows, (Box((Para(LONGER * 3),)),), offers, sheet_bar(), "long")
    check(lay_out(panel, comp), text, f"{size} {text}%")


def test_a_theme_is_drawn_at_once_on_the_settings_themselves() -> None:
    pilot = Pilot(rope())
    pilot.press("f10")
    for cell in ("contrast:high", "paper:dark", "contrast:usual", "paper:light"):
        pilot.click(cell)
        now = pilot.preferences.now
        inks = THEMES[now.paper, now.contrast]
        assert pilot.surface.get_at((3, 400))[:3] in (inks["paper"], inks["grain"])
