"""The settings in the real window: by key and by mouse, drawn at once, there in the next run."""

from pathlib import Path

import pygame
import pytest

from game.ui import wording, words_sound
from game.ui.page import Words
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.shelf import ShelfScreen
from game.ui.settings import CHOICES, GROUPS, Name, Settings, Value
from game.ui.settings_file import read_settings, write_settings
from tests.ui.pilot import Pilot, rope
from tests.ui.test_playing import SHELF

NAMES = list(SettingsScreen.names)
USUAL = {name: Settings().value(name) for name in NAMES}
CHANGES = [(name, value) for name in NAMES for value in CHOICES[name] if value != USUAL[name]]
SAME = (
    *("motion", "frame", *GROUPS["sound"], *GROUPS["speech"], "skip", "pace"),
    *(("scale", 100), ("language", "en")),
)
"""What is not seen on a still screen: on a usual desktop the automatic scale is 100, and the tests'
system speaks English."""
DRAWN = [one for one in CHANGES if one[0] not in SAME and one not in SAME]
WINDOWS = [(640, 360), (1024, 768), (1280, 720), (1920, 1080), (3840, 2160), (700, 1100)]
MEETING = ("smoko/cover", "asked/pub", "pub/monday")


@pytest.fixture
def kept(home: Path) -> Path:
    """A file of usual settings, so that this is no first run."""
    write_settings(home / "settings.json", Settings())
    return home / "settings.json"


def pixels(pilot: Pilot) -> bytes:
    return pygame.image.tobytes(pilot.surface, "RGB")


def set_by_keys(pilot: Pilot, name: Name, value: Value) -> None:
    pilot.press("f10")
    pilot.go_to_row(name)
    places = CHOICES[name].index(value) - CHOICES[name].index(USUAL[name])
    pilot.press(*["right" if places > 0 else "left"] * abs(places))


@pytest.mark.parametrize(("name", "value"), DRAWN)
def test_what_is_set_by_keys_is_drawn_at_once_and_drawn_so_in_the_next_run(
    name: Name, value: Value, kept: Path
) -> None:
    pilot = Pilot(rope(), settings=kept)
    pilot.press("1")
    before = pixels(pilot)
    set_by_keys(pilot, name, value)
    assert pilot.preferences.now == Settings().having(name, value)
    pilot.press("escape")
    assert pilot.showing == "PlayScreen"
    after = pixels(pilot)
    assert after != before
    again = Pilot(rope(), settings=kept)
    again.press("1")
    assert pixels(again) == after


@pytest.mark.parametrize("size", [(640, 360), (1280, 720)])
@pytest.mark.parametrize("text", [100, 200])
def test_every_value_can_be_set_with_the_mouse_alone(
    size: tuple[int, int], text: int, kept: Path
) -> None:
    write_settings(kept, Settings(text=text))
    pilot = Pilot(rope(), size=size, settings=kept)
    pilot.click("bar:settings")
    for name, value in [*CHANGES, *USUAL.items()]:
        pilot.click(f"{name}:{value}")
        assert pilot.preferences.now.value(name) == value
        assert read_settings(kept).value(name) == value
    assert pilot.preferences.now == Settings()
    pilot.click("bar:close")
    assert pilot.showing == "TitleScreen"


def test_enter_and_a_click_on_a_name_go_round_its_values_and_the_arrows_stop_at_the_ends() -> None:
    pilot = Pilot(rope())
    pilot.press("f10")
    pilot.go_to_row("text")
    pilot.press("left")
    assert pilot.preferences.now.text == 100
    pilot.press(*["right"] * 9)
    assert pilot.preferences.now.text == 200
    pilot.press("return")
    assert pilot.preferences.now.text == 100
    pilot.go_to_row("face")
    pilot.press("space")
    faces = [pilot.preferences.now.face]
    pilot.click("face")
    faces.append(pilot.preferences.now.face)
    assert faces == ["lexend", "literata"]


def test_the_pointer_on_a_value_puts_the_focus_on_its_setting() -> None:
    pilot = Pilot(rope())
    pilot.press("f10")
    cell = pilot.page.control("paper:dark")
    assert cell is not None
    pilot.move(cell.rect.x + 5, cell.rect.y + 5)
    assert pilot.hot == "paper"
    pilot.press("down")
    assert pilot.hot == "motion"


def test_tab_goes_through_the_names_and_on_to_the_bar() -> None:
    pilot = Pilot(rope(), size=(1280, 720))
    pilot.press("f10")
    stops = []
    for _ in range(len(NAMES) + 6):
        stops.append(pilot.hot)
        pilot.press("tab")
    bar = ("close", "smaller", "larger", "full", "voice")
    assert stops == [*NAMES, "keys", *(f"bar:{command}" for command in bar)]
    assert pilot.hot == NAMES[0]


def test_a_line_of_the_story_stands_on_the_screen_as_it_is_set() -> None:
    pilot = Pilot(rope())
    pilot.press("f10")

    def sample() -> list[Words]:
        lines = [i for i in pilot.page.fixed if isinstance(i, Words) and i.style == "body"]
        assert " ".join(line.text for line in lines) == wording.SAMPLE
        return lines

    plain = sample()
    pilot.go_to_row("text")
    pilot.press("right", "right")
    assert sample()[0].rect.h > plain[0].rect.h
    pilot.press("left", "left")
    pilot.go_to_row("spacing")
    pilot.press("right")
    assert sample()[0].rect.h == round(plain[0].rect.h * 1.2)
    assert sample()[0].rect.w == plain[0].rect.w
    pilot.press("left")
    assert sample() == plain
    pilot.click("face")
    assert sample()[0].rect.w != plain[0].rect.w


def test_plus_and_minus_are_remembered_too(kept: Path) -> None:
    pilot = Pilot(rope(), settings=kept)
    pilot.press("1", "+", "+", "+", "-")
    assert Pilot(rope(), settings=kept).window.desk.look.text == 125


def test_full_screen_is_remembered_whichever_way_it_was_set(kept: Path) -> None:
    for keys in (("f11",), ("f10", "up", "end")):
        pilot = Pilot(rope(), settings=kept)
        pilot.press(*keys)
        if "f10" in keys:
            pilot.click("frame:full")
        assert pilot.surface.get_flags() & pygame.FULLSCREEN
        again = Pilot(rope(), settings=kept)
        assert again.surface.get_flags() & pygame.FULLSCREEN
        assert pygame.Rect(0, 0, *again.page.size) == again.surface.get_rect()
        again.press("f11")
        assert again.surface.get_size() == (1280, 720)
        assert read_settings(kept).frame == "window"


def test_where_there_is_no_full_screen_the_setting_says_so(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilot = Pilot(rope(), settings=kept)
    open_ = pygame.display.set_mode

    def refuse(size: tuple[int, int], flags: int = 0) -> pygame.Surface:
        if flags & pygame.FULLSCREEN:
            raise pygame.error("no full screen")
        return open_(size, flags)

    monkeypatch.setattr(pygame.display, "set_mode", refuse)
    pilot.press("f11")
    assert pilot.surface.get_size() == (1280, 720)
    assert pilot.preferences.now == read_settings(kept) == Settings()
    monkeypatch.undo()
    pilot.press("f11")
    assert pilot.surface.get_flags() & pygame.FULLSCREEN


def test_with_motion_reduced_the_hands_of_a_vote_go_up_at_once() -> None:
    pilot = Pilot(rope(), resumed=MEETING)
    pilot.take(1)
    pilot.take(1)
    assert "Not yet" in pilot.words
    set_by_keys(pilot, "motion", "reduced")
    pilot.press("escape")
    assert pilot.showing == "MeetingScreen"
    assert "Not yet" not in pilot.words
    assert pilot.window.desk.screen.resting is None
    again = Pilot(rope(), resumed=MEETING, settings=Settings(motion="reduced"))
    again.take(1)
    again.take(1)
    assert "Not yet" not in again.words
    assert again.words.count("Hand up") + again.words.count("Hand down") == 7
    again.press("return")
    assert again.showing == "PlayScreen"


def test_the_settings_lie_over_a_vote_without_hurrying_it() -> None:
    pilot = Pilot(rope(), resumed=MEETING)
    pilot.take(1)
    pilot.take(1)
    waiting = pilot.words.count("Not yet")
    pilot.press("f10", "f10")
    assert pilot.showing == "MeetingScreen"
    assert pilot.words.count("Not yet") == waiting == 7


def test_without_pictures_no_screen_has_a_print() -> None:
    from tests.ui.screenshots import screens

    for size in ((1280, 720), (700, 1100)):
        pilot = Pilot(rope(notes=True), size=size, settings=Settings(pictures="hidden"))
        for name in screens(pilot):
            assert pilot.page.art is None, name
    pilot = Pilot(rope())
    pilot.press("1", "p")
    said = pilot.words
    hidden = Pilot(rope(), settings=Settings(pictures="hidden"))
    hidden.press("1", "p")
    assert hidden.words == said


def test_the_settings_are_reached_from_the_title_the_pause_the_bar_and_by_keys() -> None:
    pilot = Pilot(rope())
    pilot.take(2)
    assert pilot.showing == "SettingsScreen"
    pilot.press("escape", "1", "escape")
    pilot.click("settings")
    assert pilot.showing == "SettingsScreen"
    pilot.press("escape")
    assert pilot.showing == "MenuScreen"
    pilot.press("escape")
    for key in ("f10",):
        pilot.press(key)
        assert pilot.showing == "SettingsScreen"
        pilot.press(key)
        assert pilot.showing == "PlayScreen"
    pilot.click("bar:settings")
    assert pilot.showing == "SettingsScreen"
    pilot.press("backspace")
    assert pilot.showing == "PlayScreen"
    assert pilot.sitting.playthrough.choices == ()
    shelf = Pilot(rope(), screen=ShelfScreen(SHELF, lambda _: None))
    shelf.click("bar:settings")
    assert shelf.showing == "SettingsScreen"


def test_left_still_goes_back_a_choice_where_one_plays() -> None:
    pilot = Pilot(rope())
    pilot.press("1", "1")
    assert pilot.sitting.playthrough.choices
    pilot.press("right")
    assert pilot.sitting.playthrough.choices
    pilot.press("left")
    assert not pilot.sitting.playthrough.choices


def test_settings_that_cannot_be_kept_hold_and_the_screen_says_why(home: Path) -> None:
    (home / "file").write_text("in the way")
    pilot = Pilot(rope(), settings=home / "file" / "settings.json")
    pilot.press("return", "f10")
    pilot.go_to_row("text")
    pilot.press("right")
    assert pilot.preferences.now.text == 110
    assert "could not be kept" in pilot.words
    assert pilot.window.desk.look.text == 110


def test_a_value_that_is_none_of_a_setting_is_refused() -> None:
    with pytest.raises(ValueError, match="paper"):
        Settings().having("paper", "tartan")


def test_every_value_has_a_word() -> None:
    assert set(wording.SETTING) == set(CHOICES) == set(NAMES)
    assert {name: tuple(words) for name, words in wording.VALUE.items()} == dict(CHOICES)


def test_every_setting_stands_once_under_one_heading_and_the_language_first() -> None:
    grouped = [name for names in GROUPS.values() for name in names]
    assert sorted(grouped) == sorted(CHOICES)
    assert grouped[0] == "language"
    assert list(words_sound.GROUP) == list(GROUPS)
    pilot = Pilot(rope())
    pilot.press("f10")
    shown = [i.text for i in pilot.page.flow if isinstance(i, Words) and i.control is None]
    wanted = [words_sound.GROUP[group].upper() for group, names in GROUPS.items() if names]
    assert shown == [wording.SETTINGS.upper(), *wanted]
    assert [c.id for c in pilot.page.controls if c.main] == [*grouped, "keys"]


def test_m_turns_the_sound_off_and_on_everywhere_and_is_remembered(kept: Path) -> None:
    pilot = Pilot(rope(), settings=kept, resumed=MEETING)
    for keys in ((), ("1",), ("1",), ("f10",), ("f10", "escape", "escape"), ("b",), ("escape",)):
        pilot.press(*keys)
        showing = pilot.showing
        for wanted in ("off", "on"):
            pilot.press("m")
            assert pilot.preferences.now.sound == read_settings(kept).sound == wanted
        assert pilot.showing == showing
    pilot.press("escape")
    assert words_sound.MUTE in pilot.words
    pilot.click("bar:mute")
    assert pilot.preferences.now.sound == "off"
    assert pilot.showing == "MenuScreen"
    assert "M sound off, and on again" in pilot.words
    pilot.press("f10")
    sound = pilot.page.control("sound")
    assert sound is not None
    assert sound.label == "Sound: Off"
