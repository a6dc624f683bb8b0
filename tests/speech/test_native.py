"""The tree as AccessKit is given it: what each node becomes, and how little is sent again."""

from __future__ import annotations

import functools
import sys
import threading
import types
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import accesskit  # type: ignore[import-untyped]
import pytest

from game.speech.native import Native, Request, connect
from game.speech.tree import Node, Tree

TREE = Tree(
    (
        Node("window", "window", "The Rope", box=(0, 0, 800, 600), children=("column", "group")),
        Node("column", "column", box=(10, 10, 300, 200), children=("head", "words", "more")),
        Node("head", "heading", "Smoko", box=(10, 10, 300, 40), level=2, flows=True),
        Node("words", "text", "Les has bitten in.", "Chosen", box=(10, 60, 300, 80), flows=True),
        Node("more", "image", "A hatch.", box=(10, 150, 300, 80), flows=True),
        Node("group", "radio_group", "Paper", box=(0, 0, 9, 9), children=("light", "dark")),
        Node("light", "radio", "Light", control="paper:light", focusable=True, checked=True),
        Node("dark", "radio", "Dark", control="paper:dark", focusable=True, checked=False),
    ),
    "light",
    scroll=25,
    depth=60,
)


@pytest.fixture
def native(monkeypatch: pytest.MonkeyPatch) -> Iterator[Native]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    made = Native(None, lambda: None, lambda _: None)
    yield made
    made.close()


def sent(native: Native, tree: Tree) -> tuple[dict[str, Any], Any]:
    """The nodes that an update brings, by their keys, and the update."""
    update = native._update(tree)
    keys = {number: key for key, number in native._numbers.items()}
    return {keys[number]: node for number, node in update.nodes}, update


def test_each_node_has_its_role_its_words_its_state_and_its_place(native: Native) -> None:
    nodes, update = sent(native, TREE)
    assert list(nodes) == [node.key for node in TREE.nodes]
    assert update.focus == native._numbers["light"]
    assert update.tree.root == native._numbers["window"]
    assert nodes["window"].role == accesskit.Role.WINDOW
    assert nodes["window"].label == "The Rope"
    assert nodes["window"].children == [native._numbers[key] for key in ("column", "group")]
    assert (nodes["head"].role, nodes["head"].level) == (accesskit.Role.HEADING, 2)
    assert (nodes["words"].value, nodes["words"].description) == ("Les has bitten in.", "Chosen")
    assert nodes["words"].label is None
    assert nodes["more"].role == accesskit.Role.IMAGE
    bounds = nodes["head"].bounds
    assert (bounds.x0, bounds.y0, bounds.x1, bounds.y1) == (10, 10, 310, 50)
    assert nodes["light"].toggled == accesskit.Toggled.TRUE
    assert nodes["dark"].toggled == accesskit.Toggled.FALSE
    assert nodes["words"].toggled is None


def test_each_node_says_what_can_be_asked_of_it(native: Native) -> None:
    nodes, _ = sent(native, TREE)
    kit = accesskit.Action
    asked = (kit.CLICK, kit.FOCUS, kit.SCROLL_INTO_VIEW, kit.SET_SCROLL_OFFSET)
    can = {key: [node.supports_action(action) for action in asked] for key, node in nodes.items()}
    assert can["light"] == [True, True, False, False]
    assert can["words"] == [False, False, True, False]
    assert can["column"] == [False, False, False, True]
    assert can["window"] == [False] * 4


def test_the_column_is_moved_and_keeps_its_place(native: Native) -> None:
    nodes, _ = sent(native, TREE)
    column = nodes["column"]
    assert column.transform.coeffs == [1, 0, 0, 1, 0, -25]
    assert (column.bounds.y0, column.bounds.y1) == (35, 235)
    assert (column.scroll_y, column.scroll_y_min, column.scroll_y_max) == (25, 0, 60)


def test_news_are_a_live_region_and_a_shut_choice_is_disabled(native: Native) -> None:
    news = Node("news/1", "news", "Les. Hand up.")
    shut = Node("shut", "button", "Both buses", "Not today", disabled=True, shortcut="4")
    root = TREE.nodes[0]._replace(children=(*TREE.nodes[0].children, "shut", "news/1"))
    nodes, _ = sent(native, TREE._replace(nodes=(root, *TREE.nodes[1:], shut, news)))
    assert (nodes["news/1"].live, nodes["news/1"].value) == (accesskit.Live.POLITE, "Les. Hand up.")
    assert nodes["shut"].is_disabled
    assert nodes["shut"].keyboard_shortcut == "4"


def test_only_what_has_changed_is_sent(native: Native) -> None:
    sent(native, TREE)
    assert native._update(TREE) is None
    nodes, update = sent(native, TREE._replace(focus="dark"))
    assert (nodes, update.tree) == ({}, None)
    assert update.focus == native._numbers["dark"]
    nodes, _ = sent(native, TREE._replace(focus="dark", scroll=40))
    assert list(nodes) == ["column"]
    words = TREE.nodes[3]._replace(name="Les has bitten into it.")
    other = TREE._replace(nodes=(*TREE.nodes[:3], words, *TREE.nodes[4:]), focus="dark", scroll=40)
    nodes, _ = sent(native, other)
    assert list(nodes) == ["words"]


def test_a_node_that_has_gone_takes_its_number_with_it(native: Native) -> None:
    sent(native, TREE)
    number = native._numbers["dark"]
    assert native.key_of(number) == "dark"
    group = TREE.nodes[5]._replace(children=("light",))
    fewer = TREE._replace(nodes=(*TREE.nodes[:5], group, TREE.nodes[6]))
    sent(native, fewer)
    assert native.key_of(number) is None
    sent(native, TREE)
    assert native._numbers["dark"] != number


def test_nothing_is_told_to_an_adapter_that_has_not_asked(native: Native) -> None:
    native.show(TREE, focused=True, window=((0, 0, 800, 600), (0, 0, 800, 600)))
    assert native._shown == {}


def test_what_answers_the_first_question_runs_no_line_of_python(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else the window could call the adapter meanwhile, and both would wait for ever."""
    given: list[Any] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(accesskit.unix, "Adapter", lambda *handlers: given.extend(handlers))
    made = Native(None, lambda: None, lambda _: None)
    first = given[0]
    assert type(first) is functools.partial
    assert isinstance(first.func, types.BuiltinMethodType)
    assert first() is None
    made.close()


class Binding:
    """What Windows and macOS have instead, after the binding's source: it notes what it is told."""

    def __init__(self, handle: object, activation: Any, action: Any) -> None:
        self.told: list[object] = [handle]
        self.activation, self.action = activation, action

    @classmethod
    def for_window(cls, window: object, activation: Any, action: Any) -> Binding:
        return cls(window, activation, action)

    def update_if_active(self, factory: Callable[[], Any]) -> Binding:
        self.told.append(len(factory().nodes))
        return self

    def raise_events(self) -> None:
        self.told.append("raised")


class MacBinding(Binding):
    def update_view_focus_state(self, focused: bool) -> Binding:
        self.told.append(focused)
        return self


@pytest.mark.parametrize(
    ("platform", "name", "binding", "told"),
    [
        ("win32", "windows", Binding, [77, 8, "raised"]),
        ("darwin", "macos", MacBinding, [77, True, "raised", 8, "raised"]),
    ],
)
def test_windows_and_macos_are_told_as_their_binding_wants_it(
    platform: str,
    name: str,
    binding: type[Binding],
    told: list[object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forwarded: list[str] = []
    module = SimpleNamespace(
        SubclassingAdapter=binding, add_focus_forwarder_to_window_class=forwarded.append
    )
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(accesskit, name, module, raising=False)
    listening, asked = threading.Event(), list[Request]()
    made = connect(77, listening.set, asked.append)
    assert made is not None
    made._adapter.activation()
    assert listening.wait(10)
    made.show(TREE, focused=True, window=((0, 0, 800, 600), (0, 0, 800, 600)))
    assert made._adapter.told == told
    assert forwarded == (["SDLWindow"] if platform == "darwin" else [])
    made._adapter.action(SimpleNamespace(action=accesskit.Action.CLICK, target=7, data=None))
    assert asked == [Request("click", 7)]
    made.close()
