"""The window as a screen reader finds it: a real client of AT-SPI, on a bus of its own.

What it sees is held against the tree of the same screens in a window of the same size here.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import IO

import pygame
import pytest

from game.speech.tree import Node, Tree
from game.ui import wording
from tests.ui.at_spi import Address, Bus, Gone, Heard, Reader, Seen
from tests.ui.pilot import Pilot, rope

pytestmark = pytest.mark.accessibility

TITLE = "The Rope \u2013 One Out, All Out"
MEETING = ("smoko/cover", "asked/pub", "pub/monday")

ROLES = {
    "window": "frame",
    "heading": "heading",
    "text": "label",
    "news": "label",
    "image": "image",
    "group": "panel",
    "list": "list",
    "item": "list item",
    "button": "push button",
    "radio_group": "panel",
    "radio": "radio button",
    "column": "panel",
    "bar": "tool bar",
}


class Played:
    """The game in a process of its own, and a reader that listens to it."""

    def __init__(self, bus: Bus, reader: Reader, process: subprocess.Popen[str]) -> None:
        self.bus = bus
        self.reader = reader
        self.process = process

    @property
    def _keys(self) -> IO[str]:
        assert self.process.stdin is not None
        return self.process.stdin

    def press(self, *keys: str) -> None:
        for key in keys:
            self._keys.write(f"{key}\n")
            self._keys.flush()

    @property
    def window(self) -> Address:
        """The window of the game, once it is there."""
        (application,) = self.reader.applications()
        (window,) = self.reader._children(application)
        assert self.reader.name(window) == TITLE
        return window

    def see(self) -> list[Seen]:
        """All that a reader can go through now, from the start again where the screen changes."""
        for _ in range(5):
            with contextlib.suppress(Gone):
                return list(self.reader.walk(self.window))
        raise AssertionError("the screen does not stand still")

    def find(self, name: str) -> Seen:
        """The one thing of that name that can be done something with."""
        (found,) = [seen for seen in self.see() if seen.name == name and "button" in seen.role]
        return found

    def read_out(self) -> str:
        """What is read out next."""
        heard = self.reader.hear(lambda event: event.kind == "Announcement")
        return str(heard[-1].carried)

    def saved(self) -> list[str]:
        """The choices of the next save."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().split()


@pytest.fixture
def play(display: str, tmp_path: Path) -> Iterator[Callable[..., Played]]:
    """Opens the window on a bus with a reader; ends them with the test."""
    with contextlib.ExitStack() as ends:

        def open_(*choices: str, listening: bool = True) -> Played:
            bus = ends.enter_context(Bus(tmp_path, display))
            bus.enable(on=listening)
            reader = bus.reader()
            ends.callback(reader.close)
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.ui.listened", *choices],
                env=bus.environment,
                cwd=Path(__file__).parents[2],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            ends.enter_context(process)
            ends.callback(process.terminate)
            return Played(bus, reader, process)

        yield open_


Play = Callable[..., Played]


def until(true: Callable[[], bool]) -> None:
    """Wait for something."""
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def as_seen(tree: Tree, node: Node) -> tuple[object, ...]:
    """A node as a reader is to see it."""
    # AccessKit calls a disabled button enabled too: that it is closed stands in its description.
    states = {"showing", "visible", "enabled", "sensitive"}
    states |= {"focusable"} if node.focusable else set()
    states |= {"checkable"} if node.checked is not None else set()
    states |= {"checked"} if node.checked else set()
    states |= {"focused"} if node.key == tree.focus else set()
    states |= {"active"} if node.role == "window" else set()
    actions = ("click",) if "click" in node.actions else ()
    box = tree.box(node)
    return (ROLES[node.role], node.name, node.description, states, box and tuple(box), actions)


def check(played: Played, pilot: Pilot) -> None:
    """What a reader sees is what the same screen holds here, one for one, as soon as it rests."""
    window = played.see()[0]
    assert window.box is not None
    if window.box[2:] != pilot.surface.get_size():
        pilot.resize(*window.box[2:])
    tree = pilot.tree
    # What was last read out stays, without a place: which key it came with does not matter here.
    expected = [as_seen(tree, node) for node in tree.nodes if node.role != "news"]
    deadline, there = time.monotonic() + 60, played.see()
    while (found := [_parts(seen) for seen in there if seen.box]) != expected:
        assert time.monotonic() < deadline, [
            pair for pair in zip_longest(found, expected) if pair[0] != pair[1]
        ]
        there = played.see()
    for seen, node in zip(there, tree.nodes, strict=False):
        assert seen.attributes.get("posinset") == (str(node.place[0]) if node.place[0] else None)


def _parts(seen: Seen) -> tuple[object, ...]:
    return (seen.role, seen.name, seen.description, seen.states, seen.box, seen.actions)


def focused(event: Heard) -> bool:
    return (event.kind, event.detail, event.first) == ("StateChanged", "focused", 1)


@pytest.fixture
def pilot() -> Pilot:
    """The same story in a window here, under the same title."""
    opened = Pilot(rope())
    pygame.display.set_caption(TITLE)
    return opened


def test_a_reader_sees_every_screen_as_it_is(play: Play, pilot: Pilot) -> None:
    played = play()
    assert played.read_out().startswith("The Rope\n")
    check(played, pilot)
    for keys, said in (
        (("f10",), "Settings"),
        (("escape", "1"), "Number three jetty"),
        (("n",), wording.NOTES_TITLE),
        (("escape", "escape"), wording.MENU_TITLE),
        (("escape", "4"), "Number three jetty"),
        (("1", "2", "1", "return"), "5 up, 2 down: Carried"),
    ):
        played.press(*keys)
        pilot.press(*keys)
        while said not in played.read_out():
            pass  # what the keys before the last one have brought
        check(played, pilot)


def test_a_reader_takes_a_choice_and_the_story_goes_on(play: Play) -> None:
    played = play()
    played.read_out()
    assert played.reader.act(played.find("Begin").at)
    assert "curried egg" in played.read_out()
    assert played.reader.act(
        played.find("Take Les\u2019s Saturday on the sulphur boat for him.").at
    )
    assert "The Steelworks Hotel" in played.read_out()
    assert played.saved() == ["smoko/cover"]


def test_a_closed_choice_says_why_and_does_nothing(play: Play) -> None:
    played = play("smoko/cover")
    played.read_out()
    played.press("1")
    played.read_out()
    (shut,) = [seen for seen in played.see() if seen.name == "Take both buses with Roy."]
    assert shut.description == "Closed to you. You would need your Saturday back."
    assert shut.actions == ()
    assert "focusable" not in shut.states


def test_the_focus_is_heard_at_every_tab_and_goes_where_a_reader_puts_it(play: Play) -> None:
    played = play()
    played.read_out()
    there = {seen.at[1]: seen.name for seen in played.see()}
    for name in ("Settings", "Credits and sources", "Quit", "Quit", "Smaller"):
        played.press("tab")
        assert there[played.reader.hear(focused)[-1].path] == name
    assert played.reader.grab_focus(played.find("Begin").at)
    assert there[played.reader.hear(focused)[-1].path] == "Begin"
    played.press("return")
    heard = played.reader.hear(lambda event: event.kind == "Announcement")
    kinds = [event.kind for event in heard if focused(event) or event.kind == "Announcement"]
    # In this order: a reader breaks off what it says when the focus moves.
    assert kinds == ["StateChanged", "Announcement"]


def test_a_setting_is_changed_by_a_reader_and_its_value_has_the_focus(play: Play) -> None:
    played = play()
    played.read_out()
    played.press("f10")
    played.read_out()
    dark = played.find("Dark")
    assert "checked" not in dark.states
    assert played.reader.act(dark.at)
    path = played.reader.hear(focused)[-1].path
    now = played.find("Dark")
    assert path == now.at[1]
    assert {"checked", "focused"} <= now.states


def test_hands_are_read_out_as_they_go_up(play: Play) -> None:
    played = play(*MEETING)
    played.read_out()
    played.press("1", "1")
    while "Not yet" not in played.read_out():
        pass
    for name in ("Les", "Roy"):
        assert played.read_out().startswith(f"{name}. Hand up.")


def test_what_is_scrolled_away_can_be_brought_into_view(play: Play) -> None:
    played = play()
    played.read_out()
    played.press("1", "+", "+", "+", "+", "+")
    played.read_out()
    window = played.see()[0].box
    assert window is not None
    (last,) = [seen for seen in played.see() if seen.name.startswith("Four minutes left.")]

    def below() -> bool:
        box = played.reader.look(last.at).box
        assert box is not None
        return box[1] + box[3] > window[3]

    until(below)
    assert played.reader.scroll_to(last.at)
    until(lambda: not below())


def test_a_reader_that_comes_later_is_told_and_one_that_goes_is_let_go(play: Play) -> None:
    played = play(listening=False)
    played.press("1")
    assert played.reader.silence(1.5) == []
    assert not played.reader.applications()
    for _ in range(2):
        played.bus.enable()
        assert "curried egg" in played.read_out()
        played.bus.enable(on=False)
        until(lambda: not played.reader.applications())
    played.press("1")
    assert played.saved() == ["smoko/ask_roy"]


def test_the_game_ends_cleanly_while_a_reader_listens(play: Play) -> None:
    played = play()
    played.read_out()
    assert played.reader.act(next(seen for seen in played.see() if seen.name == "Quit").at)
    assert played.process.wait(20) == 0
