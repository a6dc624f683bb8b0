"""The page that is asked on the first run, once, before anything else."""

import io
from pathlib import Path

import pygame
import pytest

from game import places
from game.commands import play
from game.play.playthrough import Playthrough
from game.play.program import Program
from game.terminal.paper import Paper
from game.ui import choose_story, play_window
from game.ui.screens.settings import FirstRunScreen
from game.ui.settings import Settings
from game.ui.settings_file import read_settings
from tests.ui.pilot import STORY, Pilot, rope
from tests.ui.test_layout import check
from tests.ui.test_playing import SHELF
from tests.ui.test_settings import NAMES, WINDOWS

ROWS = FirstRunScreen.names
UPS = len(ROWS) - ROWS.index("contrast")
"""Steps up from what takes the page to the contrast."""


@pytest.mark.parametrize("key", ["return", "1", "escape"])
def test_the_first_run_asks_once_before_anything_else(key: str, home: Path) -> None:
    path = home / "settings.json"
    pilot = Pilot(rope(), settings=path)
    assert pilot.showing == "FirstRunScreen"
    pilot.press(key)
    assert pilot.showing == "TitleScreen"
    assert path.is_file()
    assert Pilot(rope(), settings=path).showing == "TitleScreen"


def test_what_the_first_run_sets_holds(home: Path) -> None:
    pilot = Pilot(rope(), settings=home / "settings.json")
    pilot.press(*["up", "right"] * len(ROWS), "down", "f10")
    assert pilot.showing == "FirstRunScreen"
    pilot.press(*["down"] * len(ROWS), "return")
    assert pilot.showing == "TitleScreen"
    wanted = Settings(language="en", text=110, contrast="high", sound="off", voice="on")
    assert pilot.preferences.now == wanted
    assert Pilot(rope(), settings=home / "settings.json").preferences.now == wanted


def test_closing_the_first_run_unanswered_asks_again(home: Path) -> None:
    pilot = Pilot(rope(), settings=home / "settings.json")
    pilot.post(pygame.QUIT)
    pilot.settle()
    assert Pilot(rope(), settings=home / "settings.json").showing == "FirstRunScreen"


@pytest.mark.parametrize("size", WINDOWS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_first_run_is_one_page_and_enter_takes_it_at_any_text_size(
    size: tuple[int, int], home: Path
) -> None:
    pilot = Pilot(rope(), size=size, settings=home / "settings.json")
    assert pilot.page.depth == 0
    for text in (100, 110, 125, 150, 175, 200):
        assert pilot.window.desk.look.text == text
        check(pilot.page, text, f"first run {size} {text}%")
        assert pilot.hot == "close"
        pilot.press("+")
    pilot.press("return")
    assert pilot.showing == "TitleScreen"


def test_the_shelf_asks_and_the_story_that_is_taken_does_not_ask_again(home: Path) -> None:
    path, story = home / "settings.json", rope()
    Pilot(story)  # opens the display, so that the events below are not lost

    def press(*keys: int) -> None:
        for key in keys:
            values = {"key": key, "mod": 0, "unicode": "", "scancode": 0}
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, values))

    press(pygame.K_RETURN, pygame.K_1)
    assert choose_story(SHELF, settings=path) == STORY
    saved: list[tuple[str, ...]] = []
    press(pygame.K_1, pygame.K_4, pygame.K_F10)
    press(*[pygame.K_DOWN] * NAMES.index("text"), pygame.K_RIGHT)
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    play_window(
        story,
        Playthrough(Program(story)),
        lambda playthrough: saved.append(playthrough.choices),
        resumed=False,
        settings=path,
    )
    assert saved == [("smoko/cover",)]
    assert read_settings(path).text == 110


def test_the_play_command_keeps_them_in_the_players_folder(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONE_OUT_HOME", str(home))
    Pilot(rope())  # opens the display, so that the events below are not lost
    for keys, wanted in (
        # The first run: high contrast, counted from what takes it; then the title.
        ((*[pygame.K_UP] * UPS, pygame.K_RIGHT, pygame.K_END, pygame.K_ESCAPE), "high"),
        ((pygame.K_F10, *[pygame.K_DOWN] * NAMES.index("contrast"), pygame.K_LEFT), "usual"),
    ):
        for key in keys:
            values = {"key": key, "mod": 0, "unicode": "", "scancode": 0}
            pygame.event.post(pygame.event.Event(pygame.KEYDOWN, values))
        pygame.event.post(pygame.event.Event(pygame.QUIT))
        said = Paper(io.StringIO())
        assert play.run(said, story=str(STORY), choices=None, in_terminal=False, anew=False) == 0
        assert read_settings(places.settings()).contrast == wanted
        assert not pygame.display.get_init()
        Pilot(rope())
