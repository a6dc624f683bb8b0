"""Every screen in other languages: a language 40% longer than English, and those that are shipped.

Pages are laid out and not drawn. A text that is missing in a catalogue is found by
tests/test_catalogues.py; one that is in no catalogue, because it stands in the code, is found here.
"""

import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from game import translation
from game.debrief import words
from game.debrief.kept import fates
from game.debrief.look_back import look_back
from game.debrief.told import told
from game.debrief.turning import turning
from game.export.debrief_page import page
from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.view import Fault
from game.story.shelf import Shelved
from game.terminal.chooser import choose
from game.terminal.paper import Paper
from game.terminal.player import TerminalPlayer
from game.terminal.reader import Reader
from game.ui import wording
from game.ui.assets import assets_folder
from game.ui.look import Family
from game.ui.origins import LIBRARIES, origins
from game.ui.page import Control, Page, Words
from game.ui.screens.settings import FirstRunScreen, SettingsScreen
from game.ui.screens.shelf import ShelfScreen
from game.ui.screens.trouble import TroubleScreen
from game.ui.scrolling import revealing
from game.ui.settings import Settings
from game.ui.settings_file import write_settings
from tests.ui.pilot import STORY, Pilot, rope
from tests.ui.pseudo import CODE, catalogue, english, marked_story
from tests.ui.screenshots import keys_screens, saves_screens, screens, seen_screens
from tests.ui.shelves import left_off
from tests.ui.test_layout import check

WINDOWS = [(320, 240), (640, 400), (1024, 768), (1280, 720)]
SHIPPED = [code for code in translation.LANGUAGES if code != "en"]
FAULT = Fault("stuck", "nothing can be chosen in `step`", "scenes/2-pub.yaml:23:5", "wait: ...")
SHELF = [
    Shelved("rope", "Th3 R4p3", "A p3b.", 1961, "S43th C41st", 35, STORY),
    Shelved("sheets", "sh33ts", "", 0, "", 0, STORY, "story.yaml:3: `title` is missing"),
]
AUTHORS = " ".join(
    (
        "scenes/1-wharf.yaml:44:90 fund += 2 f4nd would be it can be to",
        *FAULT[1:],
        "story.yaml:3: `title` is missing",
        left_off(SHELF[0]) or "",
    )
)
"""What is said to authors, in English, on the screen of a fault and on the shelf, and a scene."""
MAKERS = " ".join(
    (
        "Newspaper Archive",  # kinds of the story's sources
        *(f"{one.whose} {one.licence} {one.origin}" for one in origins(assets_folder())),
        *LIBRARIES,
        *LIBRARIES.values(),
    )
)
"""Names of those whose work the credits name, and of licences."""


def every_screen(
    size: tuple[int, int], settings: Settings, saves: Path
) -> Iterator[tuple[str, Pilot]]:
    """Every screen there is, in the pseudo-language unless the settings name one."""
    story = marked_story()
    told = story._replace(content_notes=())
    for pilot, names in (
        (_pilot(Pilot(story, size=size, settings=settings)), screens),
        (_pilot(Pilot(told, size=size, settings=settings, saves=saves)), saves_screens),
        (_pilot(Pilot(told, size=size, settings=settings)), keys_screens),
        (_begun(_pilot(Pilot(told, size=size, settings=settings))), seen_screens),
    ):
        for name in names(pilot):
            yield name, _pilot(pilot)
    at_trouble = Pilot(story)
    for name, screen in (
        ("shelf", ShelfScreen(SHELF, left_off)),
        ("empty shelf", ShelfScreen([], left_off)),
        ("trouble", TroubleScreen(at_trouble.sitting, FAULT)),
    ):
        yield name, _pilot(Pilot(story, size=size, settings=settings, screen=screen))
    write_settings(saves / "settings.json", settings)
    first = Pilot(story, size=size, settings=saves / "settings.json")
    first.window.desk.lay(FirstRunScreen(first.preferences))
    yield "first run", _pilot(first)


def _pilot(pilot: Pilot) -> Pilot:
    """The pilot, in a window that draws nothing, and in the pseudo-language if in English yet."""
    pilot.window._painter.draw = lambda *_: None  # type: ignore[method-assign]
    system = pilot.preferences.now.language == "system"
    if system and translation.language() != CODE:  # a change of settings reads them all again
        translation.use_catalogue(CODE, catalogue())
        pilot.window.desk.refresh()
    return pilot


def _begun(pilot: Pilot) -> Pilot:
    pilot.press("1")
    return pilot


def lines(page: Page) -> list[Words]:
    return [item for item in (*page.flow, *page.fixed) if isinstance(item, Words)]


def test_no_word_on_any_screen_is_left_in_english(tmp_path: Path) -> None:
    """Write the text into game/ui/wording.py, and look it up where the page is built."""
    left: list[str] = []
    for name, pilot in every_screen((1280, 720), Settings(), tmp_path):
        names = tuple(translation.LANGUAGES.values())
        makers = (MAKERS,) if name.startswith("credits") else ()
        left += [
            f"{name}: {words} in {text!r}"
            for text in (
                *(line.text for line in lines(pilot.page)),
                *(control.label for control in pilot.page.controls),
            )
            if not (name == "kept" and ("/" in text or ".html" in text))
            and (words := english(text, AUTHORS, *makers, *names))
        ]
    assert not left, "\n".join(left)


def test_no_word_in_the_terminal_is_left_in_english() -> None:
    """Write the text into game/terminal/words.py, and look it up where it is printed."""
    translation.use_catalogue(CODE, catalogue())
    out, typed = io.StringIO(), "h\nn\nk\nc\n99\n\n4\nb\nl\n1\n2\n2\n1\n1\n1\n1\n1\n1\n1\nr\na\nq\n"
    play = Playthrough(Program(marked_story()))
    TerminalPlayer(play, lambda _: None, Paper(out), Reader(io.StringIO(typed))).play(resumed=False)
    unplayable = [*SHELF, SHELF[0]._replace(id="r4p3")]
    choose(unplayable, Paper(out), Reader(io.StringIO("9\nq\n")))
    choose([], Paper(out), Reader(None))
    printed = re.sub(r"\S+/\S+", "", out.getvalue())  # the ids of options
    assert len(printed.splitlines()) > 100
    assert not english(printed, AUTHORS, "one-out new my-story sheets")


def test_no_word_of_a_page_to_keep_is_left_in_english() -> None:
    """Write the text into game/debrief/words.py, and look it up where the page is written."""
    translation.use_catalogue(CODE, catalogue())
    story = marked_story()
    program = Program(story)
    back = look_back(program, ("smoko/cover", "asked/pub", "pub/monday", "vote/carried"))
    turned = turning(program, tuple(one.chosen.id for one in back.past), fates(story))
    html = page(back, told(story, turned), words.NOT_KEPT_YET, date(2026, 11, 1))
    body = html.partition("<body>")[2]
    assert story.title in body
    assert 'lang="xx">[' in body
    assert not english(re.sub(r"<[^>]*>", " ", body))


@pytest.mark.parametrize("face", get_args(Family))
@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", WINDOWS, ids=lambda size: f"{size[0]}x{size[1]}")
def test_texts_40_percent_longer_stand_on_every_screen(
    size: tuple[int, int], text: int, face: Family, tmp_path: Path
) -> None:
    for name, pilot in every_screen(size, Settings(text=text, face=face), tmp_path):
        check(pilot.page, text, f"{name} {size} {text}% {face}", face)
        check_reach(pilot, name)


@pytest.mark.parametrize("code", SHIPPED)
@pytest.mark.parametrize(("size", "text"), [((640, 400), 200), ((1024, 768), 100)])
def test_every_screen_stands_in_every_language(
    size: tuple[int, int], text: int, code: str, tmp_path: Path
) -> None:
    settings = Settings(text=text).having("language", code)
    for name, pilot in every_screen(size, settings, tmp_path):
        assert translation.language() == code
        check(pilot.page, text, f"{name} {size} {text}% {code}")


def check_reach(pilot: Pilot, name: str) -> None:
    """Everything that can be done can be brought into view, and something leads on or out."""
    page = pilot.page
    for control in page.controls:
        scroll = revealing(page, pilot.window.desk.scroll, page.whole(control))
        assert page.visible(control, scroll), (name, control)
    assert any(_leads(control) for control in page.controls), name


def test_what_the_bar_has_no_room_for_is_in_the_pause() -> None:
    pilot = _pilot(Pilot(marked_story(), size=(640, 400), settings=Settings(text=200)))
    pilot.press("1", "1")
    dropped = [
        name for name in ("notes", "know", "picture") if not pilot.page.control(f"bar:{name}")
    ]
    assert dropped
    for name in ("backlog", *dropped, "settings"):
        pilot.click("bar:menu")
        pilot.click(name)
        assert pilot.showing == f"{name.capitalize()}Screen"
        pilot.press("escape", "escape")


def test_a_language_is_set_by_keys_holds_at_once_and_is_there_in_the_next_run(home: Path) -> None:
    path = home / "settings.json"
    write_settings(path, Settings())
    pilot = Pilot(rope(), settings=path)
    pilot.press("1", "escape", "f10")
    assert "Language" in pilot.words
    pilot.press(*["down"] * SettingsScreen.names.index("language"), "right", "right")
    assert pilot.hot == "language"
    assert "Sprache" in pilot.words
    assert "Die Geschichten sind auf Englisch." in pilot.words
    pilot.press("escape")
    assert pilot.showing == "MenuScreen"
    assert "Weiterspielen" in pilot.words
    again = Pilot(rope(), settings=path)
    assert "Anfangen" in again.words
    again.press("f10")
    again.click("language:fr")
    assert "Les histoires sont en anglais." in again.words
    again.click("language:en")
    assert wording.STORIES_STAY not in again.words
    again.press("escape")
    assert "Begin" in again.words


def test_what_lies_under_the_settings_speaks_the_new_language_too(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONE_OUT_HOME", str(home))
    pilot = Pilot(rope(), resumed=("smoko/cover", "asked/pub", "pub/monday"))
    pilot.press("1", "1")
    assert "more than half of those voting" in pilot.words
    pilot.press("f10")
    pilot.click("language:de")
    pilot.press("escape")
    assert "mehr als die Hälfte der Abstimmenden" in pilot.words
    pilot.press("return", "return", "d")
    pilot.wait_for_turning_points()
    assert "ENTSCHEIDUNG 1 VON" in pilot.words
    pilot.press("f10")
    pilot.click("language:fr")
    pilot.press("escape")
    assert "CHOIX 1 SUR" in pilot.words
    pilot.press("e")
    pages = list((home / "pages").glob("*.html"))
    assert "Adoptée, par 5 voix contre 2." in pages[0].read_text("utf-8")


def test_a_question_speaks_the_language_of_the_moment(tmp_path: Path) -> None:
    pilot = Pilot(rope(), saves=tmp_path)
    pilot.press("1", "s", "1", "1")
    assert "REPLACE THIS SAVE?" in pilot.words
    pilot.press("f10")
    pilot.click("language:fr")
    pilot.press("escape")
    assert "REMPLACER CETTE SAUVEGARDE" in pilot.words


def test_the_system_decides_unless_the_player_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_AT.UTF-8")
    assert "Anfangen" in Pilot(rope()).words
    assert "Commencer" in Pilot(rope(), settings=Settings(language="fr")).words


def _leads(control: Control) -> bool:
    return control.id.removeprefix("bar:") in ("close", "menu", "quit", "no")
