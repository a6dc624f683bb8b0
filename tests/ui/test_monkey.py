import random
from pathlib import Path

import pygame
import pytest

from game.play.saves import Saves
from game.ui.keymap import DEVICES, NAMES, allowed
from game.ui.screens.shelf import ShelfScreen
from game.ui.settings import CHOICES, Settings
from game.ui.settings_file import read_settings
from tests.ui.pilot import AXES, BUTTONS, CAMERAS, Pilot, rope
from tests.ui.shelves import left_off, shelf_of
from tests.ui.test_layout import check, check_bounds

KEYS = (
    *("up", "down", "left", "right", "return", "space", "tab", "escape", "backspace"),
    *("page up", "page down", "home", "end", "f1", "f10", "f11", "a", "b", "d", "e", "h", "n", "k"),
    *("c", "o", "p", "s", "l", "t", "z", "delete", "f5", "f9", "r", "v", "m", "left ctrl"),
    *("1", "2", "3", "4", "9", "+", "-"),
)


PADS = (*BUTTONS, "left trigger", "right trigger")

WEIGHTS = {
    "key": 40,
    "pad": 12,
    "finger": 6,
    "alter": 1,
    "click": 20,
    "move": 12,
    "drag": 6,
    "wheel": 6,
    "tick": 3,
    "size": 1,
    "odd": 3,
    "quit": 0.3,
}

ODD = (
    *(pygame.ACTIVEEVENT, pygame.WINDOWLEAVE, pygame.USEREVENT, pygame.WINDOWFOCUSLOST),
    *(pygame.WINDOWFOCUSGAINED, pygame.WINDOWMINIMIZED, pygame.WINDOWRESTORED),
    *(pygame.WINDOWHIDDEN, pygame.WINDOWSHOWN),
)
"""What a window manager, or another program, may do to the window."""


def do(pilot: Pilot, what: str, dice: random.Random) -> None:
    """One random thing a person, a child or a cat may do."""
    wide, high = pilot.surface.get_size()
    at, to = [(dice.randrange(wide), dice.randrange(high)) for _ in range(2)]
    if what in ("pad", "finger", "alter"):
        do_otherwise(pilot, what, dice, at, to)
        return
    match what:
        case "key":
            mod = dice.choice((0, 0, 0, pygame.KMOD_LSHIFT, pygame.KMOD_LALT, pygame.KMOD_LCTRL))
            pilot.press(dice.choice(KEYS), mod=mod)
        case "click":
            at = dice.choice((at, somewhere(pilot, dice)))
            pilot.down(*at)
            pilot.up(*at)
        case "move":
            pilot.move(*at)
        case "drag":
            pilot.down(*at)
            pilot.move(*to, held=True)
            pilot.up(*to)
        case "wheel":
            pilot.wheel(dice.randint(-5, 5))
        case "tick":
            tick(pilot)
        case "size":
            pilot.resize(dice.randint(1, 1500), dice.randint(1, 900))
        case "quit" | "odd":
            pilot.post(pygame.QUIT if what == "quit" else dice.choice(ODD))
            pilot.post(pygame.WINDOWEXPOSED)
            pilot.settle()


def somewhere(pilot: Pilot, dice: random.Random) -> tuple[int, int]:
    """On something that can be clicked, if the page stands so that it can be seen."""
    rect = pilot.place(dice.choice(pilot.page.controls))
    return rect.x + rect.w // 2, rect.y + rect.h // 2


def do_otherwise(
    pilot: Pilot, what: str, dice: random.Random, at: tuple[int, int], to: tuple[int, int]
) -> None:
    """With a pad or a finger, or with the keys made others."""
    if what == "pad":
        pilot.pad(dice.choice(PADS))
        pilot.tilt(dice.choice(AXES), dice.uniform(-1, 1))
    elif what == "finger":
        pilot.drag(*at, *dice.choice((at, to)), steps=2)
    else:
        device = dice.choice(DEVICES)
        command, name = dice.choice(NAMES), dice.choice(KEYS if device == "keys" else BUTTONS)
        keymap = pilot.preferences.keymap
        if allowed(device, name) and keymap.can_have(device, command, name):
            pilot.preferences.give_keys(keymap.having(device, command, name))


def tick(pilot: Pilot) -> None:
    """Time passes, where that does anything."""
    if pilot.window.desk.resting is not None:
        pilot.window.desk.tick()


def check_page(pilot: Pilot, what: str) -> None:
    """Nothing leaves the window, and nothing lies on anything else."""
    at = pilot.window.desk.look
    check(pilot.page, at.text, f"{pilot.showing} after {what} {at}", at.family)


def lead_back(pilot: Pilot) -> None:
    """From wherever it is, Escape leads back to the story or its title."""
    for _ in range(8):
        if pilot.showing in ("PlayScreen", "TitleScreen"):
            return
        pilot.press("escape")
    raise AssertionError(f"no key leads out of {pilot.showing}")


SCREENS = {
    *("FirstRunScreen", "TitleScreen", "ContentScreen", "SettingsScreen", "PlayScreen"),
    *("BacklogScreen", "NotesScreen", "KnowScreen", "MenuScreen", "SureScreen", "SavesScreen"),
    *("MeetingScreen", "LookBackScreen", "RouteMapScreen", "EndingsScreen", "CreditsScreen"),
    "KeysScreen",
}
"""What the monkey must have been on."""


@pytest.mark.parametrize("times", [2_000, pytest.param(10_000, marks=pytest.mark.display)])
def test_thousands_of_random_doings_break_nothing(times: int, home: Path, tmp_path: Path) -> None:
    dice = random.Random(times)
    story, settings = rope(notes=True), home / "settings.json"
    pilot = Pilot(story, settings=settings, saves=tmp_path)
    seen = {pilot.showing}
    page: object = None
    for number, what in enumerate(dice.choices(list(WEIGHTS), list(WEIGHTS.values()), k=times)):
        do(pilot, what, dice)
        if pilot.window.desk.done:
            CAMERAS.pop().close()
            pilot = Pilot(story, settings=settings, saves=tmp_path)
        seen.add(pilot.showing)
        assert pilot.hot is not None
        if pilot.page is not page:
            check_page(pilot, f"{number} {what}")
        if number % 100 == 99:
            lead_back(pilot)
            go_somewhere(pilot, number // 100)
        page = pilot.page
    assert seen >= SCREENS
    assert read_settings(settings) == pilot.preferences.now != Settings()


SELDOM: tuple[tuple[tuple[str, ...], str, str], ...] = (
    ((), "", ""),
    (("smoko/cover",), "menu", "restart"),
    (("smoko/cover", "asked/pub", "pub/monday"), "hall", ""),
    (("smoko/cover", "asked/home"), "look_back", ""),
    (("smoko/cover",), "settings", "keys"),
    (("smoko/cover", "asked/pub"), "map", ""),
    (("smoko/cover", "asked/home"), "endings", ""),
)
"""Places that chance finds seldom: choices, a command there, and a control of what it opens."""


def go_somewhere(pilot: Pilot, number: int) -> None:
    """To one of the places that chance finds seldom."""
    choices, command, control = SELDOM[number % len(SELDOM)]
    pilot.sitting.restart()
    pilot.sitting.go_on(choices)
    pilot.window.desk.refresh()
    if command and pilot.showing == "PlayScreen":
        pilot.window.desk.command(command)
        if control:
            pilot.window.take(control)
    pilot.settle()


@pytest.mark.parametrize("size", [(640, 360), (1280, 720)])
def test_eight_hundred_random_doings_on_the_settings_break_nothing(
    size: tuple[int, int], home: Path
) -> None:
    dice = random.Random(8)
    pilot = Pilot(rope(), size=size, settings=home / "settings.json")
    reached: set[tuple[str, object]] = set()
    changed: set[str] = set()
    # What is under the hand may come from a thread, sooner or later, so no seed does for certain.
    for number, what in enumerate(dice.choices(list(WEIGHTS), list(WEIGHTS.values()), k=4000)):
        if number >= 800 and changed == set(CHOICES):
            break
        if pilot.showing not in ("FirstRunScreen", "SettingsScreen", "KeysScreen"):
            pilot.window.desk.command("settings")
            pilot.settle()
        cells = [c for c in pilot.page.controls if c.row]
        if what == "click" and cells and pilot.surface.get_height() >= 300:
            row = dice.choice(list(dict.fromkeys(c.row for c in cells)))
            pilot.click(dice.choice([c.id for c in cells if c.row == row]))
        else:
            do(pilot, what, dice)
        if pilot.window.desk.done:
            pilot = Pilot(rope(), size=size, settings=home / "settings.json")
        assert pilot.hot is not None
        check_bounds(pilot.page, what)
        reached |= set(zip(Settings._fields, pilot.preferences.now, strict=True))
        changed = {name for name in CHOICES if len({v for n, v in reached if n == name}) > 1}
    assert reached <= {(name, value) for name in CHOICES for value in CHOICES[name]}
    assert changed == set(CHOICES), "each was set to something else at least once"


@pytest.mark.parametrize("seed", [3, 4])
def test_five_hundred_more_among_the_saves_break_nothing(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    story = rope()
    pilot = Pilot(story, saves=tmp_path)
    saves = Saves(tmp_path, story)
    shown = set()
    for what in dice.choices(list(WEIGHTS), list(WEIGHTS.values()), k=500):
        if pilot.window.desk.done:
            pilot = Pilot(story, saves=tmp_path)
        if pilot.showing in ("TitleScreen", "PlayScreen"):
            pilot.press(dice.choice("1sl"))
        if dice.random() < 0.02 and (found := [s.slot for s in saves.slots()]):
            saves.path(dice.choice(found)).write_bytes(dice.randbytes(50))
        do(pilot, what, dice)
        shown.add(pilot.showing)
        assert pilot.hot is not None
        assert pilot.page.controls
    assert shown >= {"SavesScreen", "AskScreen"}


def test_two_hundred_random_doings_on_the_shelf_break_nothing() -> None:
    dice = random.Random(5)
    settings, shown = Settings(), set()
    stories = shelf_of(5)
    pilot = Pilot(rope(), size=(640, 360), screen=ShelfScreen(stories, left_off))
    for what in dice.choices(list(WEIGHTS), list(WEIGHTS.values()), k=200):
        if pilot.window.desk.done:
            assert pilot.window.desk.result in (None, *(one.path for one in stories))
            settings = pilot.preferences.now
            pilot = Pilot(rope(), screen=ShelfScreen(stories, left_off), settings=settings)
        do(pilot, what, dice)
        shown.add(pilot.showing)
        assert pilot.hot is not None
        check_bounds(pilot.page, what)
    assert shown >= {"ShelfScreen", "SettingsScreen"}
