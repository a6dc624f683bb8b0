"""What screen readers ask for, done in the real window, through AccessKit but for the bus."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import accesskit  # type: ignore[import-untyped]
import pytest

from game.speech.native import Native
from game.speech.tree import COLUMN, Tree
from game.ui import frame, readers, window
from game.ui.preferences import Preferences
from game.ui.screens.settings import SettingsScreen
from game.ui.settings import Settings
from tests.ui.pilot import Pilot, rope


@pytest.fixture
def listening() -> Iterator[Callable[..., Listened]]:
    """Opens a window that a reader listens to."""
    readers.close()
    yield lambda **how: Listened(Pilot(rope(), readers=True, **how))
    readers.close()


class Listened:
    """A window, and a reader that has asked for its tree and asks for more."""

    def __init__(self, pilot: Pilot) -> None:
        self.pilot = pilot
        native = readers.find()
        assert native is not None
        self.native: Native = native
        self.listen()

    def listen(self) -> None:
        # As a system's adapter does it: through what it was given to call.
        self.native._news.put(True)
        deadline = time.monotonic() + 60
        while not self.native.active:
            assert time.monotonic() < deadline
            time.sleep(0.001)
        self.pilot.window.step(0.5)  # until it hears of it

    def number(self, key: str) -> int:
        return self.native._numbers[key]

    def ask(self, action: Any, key: str, data: object = None) -> None:
        self.native._act(SimpleNamespace(action=action, target=self.number(key), data=data))
        self.pilot.settle()

    def key(self, control: str) -> str:
        node = self.shown.of(control)
        assert node is not None
        return node.key

    @property
    def shown(self) -> Tree:
        told = self.pilot.window.readers
        assert told is not None
        assert told._tree is not None
        return told._tree


Listen = Callable[..., Listened]


def test_nothing_is_built_while_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    readers.close()
    monkeypatch.setattr(readers, "read", lambda *_, **__: pytest.fail("it was read"))
    pilot = Pilot(rope(), readers=True)
    pilot.take(1)
    assert pilot.showing == "PlayScreen"
    assert readers.find() is not None
    readers.close()


def test_a_reader_that_begins_to_listen_is_told_all_there_is(listening: Listen) -> None:
    reader = listening()
    reader.pilot.take(1)
    shown = reader.shown
    assert [n.name for n in shown.nodes if n.role == "button"][:4] == [
        option.text for option in reader.pilot.view.numbered
    ]
    assert set(reader.native._numbers) == {node.key for node in shown.nodes}


def test_a_choice_that_is_clicked_is_taken(listening: Listen) -> None:
    reader = listening()
    reader.pilot.take(1)
    reader.ask(accesskit.Action.CLICK, reader.key("option:smoko/cover"))
    assert reader.pilot.sitting.playthrough.choices == ("smoko/cover",)


def test_what_is_given_the_focus_has_it_and_comes_into_view(listening: Listen) -> None:
    reader = listening(size=(640, 360), text=200)
    reader.pilot.take(1)
    desk = reader.pilot.window.desk
    reader.ask(accesskit.Action.FOCUS, reader.key("option:smoko/cover"))
    assert desk.hot == "option:smoko/cover"
    assert desk.scroll > 0
    assert reader.shown.focus == reader.key("option:smoko/cover")
    reader.ask(accesskit.Action.FOCUS, reader.key("bar:menu"))
    assert desk.hot == "bar:menu"


def test_text_is_brought_into_view_and_the_column_scrolled(listening: Listen) -> None:
    reader = listening(size=(640, 360), text=200)
    reader.pilot.take(1)
    desk = reader.pilot.window.desk
    last = [n for n in reader.shown.nodes if n.role == "text" and n.flows][-1]
    reader.ask(accesskit.Action.SCROLL_INTO_VIEW, last.key)
    _, y, _, h = reader.shown.box(last) or (0, 0, 0, 0)
    view = desk.page.viewport
    assert view.y <= y
    assert y + min(h, view.h) <= view.bottom
    to = (accesskit.ActionDataKind.SET_SCROLL_OFFSET, accesskit.Point(0.0, 17.0))
    reader.ask(accesskit.Action.SET_SCROLL_OFFSET, COLUMN, to)
    assert desk.scroll == 17
    reader.ask(accesskit.Action.SCROLL_INTO_VIEW, reader.key("bar:menu"))
    assert desk.scroll == 17


def test_a_value_that_is_clicked_is_set_and_has_the_focus(listening: Listen) -> None:
    reader = listening()
    reader.pilot.press("f10")
    assert isinstance(reader.pilot.window.desk.screen, SettingsScreen)
    reader.ask(accesskit.Action.CLICK, reader.key("face:lexend"))
    assert reader.pilot.preferences.now.face == "lexend"
    assert reader.shown.focus == reader.key("face:lexend")


def test_a_click_in_a_meeting_shows_all_hands_first(listening: Listen) -> None:
    reader = listening(resumed=("smoko/cover", "asked/pub", "pub/monday"))
    reader.pilot.press("1", "1")
    reader.ask(accesskit.Action.CLICK, reader.key("bar:close"))
    assert "CARRIED" in reader.pilot.words
    assert reader.pilot.showing == "MeetingScreen"
    reader.ask(accesskit.Action.CLICK, reader.key("bar:close"))
    assert reader.pilot.showing == "PlayScreen"


def test_what_is_asked_of_a_screen_that_has_gone_is_not_done(listening: Listen) -> None:
    reader = listening()
    gone = reader.number(reader.key("begin"))
    reader.pilot.take(1)
    here = reader.pilot.window.desk.page
    asked = SimpleNamespace(action=accesskit.Action.CLICK, target=gone, data=None)
    reader.native._act(asked)
    reader.native._act(SimpleNamespace(action=accesskit.Action.CLICK, target=1, data=None))
    reader.native._act(SimpleNamespace(action=accesskit.Action.BLUR, target=1, data=None))
    reader.pilot.settle()
    assert reader.pilot.window.desk.page is here


def test_full_screen_is_set_by_a_click_and_by_enter(listening: Listen) -> None:
    reader = listening()
    reader.ask(accesskit.Action.CLICK, reader.key("bar:full"))
    frames = [reader.pilot.preferences.now.frame]
    reader.ask(accesskit.Action.FOCUS, reader.key("bar:full"))
    reader.pilot.press("return")
    frames.append(reader.pilot.preferences.now.frame)
    assert frames == ["full", "window"]


def test_a_reader_that_listens_anew_is_told_everything_anew(listening: Listen) -> None:
    reader = listening()
    before = set(reader.native._numbers.values())
    reader.native._deactivate()
    reader.pilot.take(1)
    assert reader.shown.of("begin") is not None
    reader.listen()
    assert reader.shown.of("begin") is None
    assert reader.shown.nodes[-1].role == "news"
    assert set(reader.native._numbers.values()).isdisjoint(before)


def test_what_is_drawn_as_a_reader_begins_to_listen_is_read_out_once(
    listening: Listen, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = listening()
    window = reader.pilot.window
    assert window.readers is not None
    reader.native._deactivate()
    told: list[bool] = []
    monkeypatch.setattr(
        reader.native, "show", lambda tree, **_: told.append(tree.nodes[-1].role == "news")
    )
    with monkeypatch.context() as meanwhile:
        show = window.readers.show
        meanwhile.setattr(window, "step", lambda _: show(window.desk))
        reader.listen()
    assert told == [False, True]
    window.step(0.5)  # it hears of it
    assert told == [False, True, True]  # the same words stay


def test_without_accesskit_the_game_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    readers.close()
    monkeypatch.setitem(sys.modules, "accesskit", None)
    pilot = Pilot(rope(), readers=True)
    assert readers.find() is None
    pilot.take(1)
    assert pilot.showing == "PlayScreen"
    readers.close()


def test_a_fault_of_the_binding_ends_the_listening_and_not_the_game(listening: Listen) -> None:
    class Panic(BaseException):
        """As PyO3's, which is no Exception either."""

    class Broken:
        def set_root_window_bounds(self, *_: object) -> None:
            raise Panic

    reader = listening()
    reader.native._adapter, reader.native._bounds = Broken(), None
    reader.pilot.take(1)
    assert not reader.native.active
    assert reader.pilot.showing == "PlayScreen"


def test_readers_are_found_before_the_window_is_shown_where_they_must_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import pygame

    readers.close()
    pygame.display.quit()
    monkeypatch.setattr(frame, "HIDDEN_FIRST", True)
    shown = []
    monkeypatch.setattr(readers, "find", lambda: shown.append(pygame.display.get_active()))
    pygame.display.init()
    opened = window.Window(
        SettingsScreen(Preferences(now=Settings())),
        lambda *_: None,
        "hidden first",
        readers=readers.Readers,
    )
    assert shown == [False]
    assert pygame.display.get_active()
    assert not opened.desk.done
