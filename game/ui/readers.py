"""The screen readers that listen to the window: tells them what there is, does what they ask for.

They hear of a new screen in two steps. First the screen comes with its focus, then the words to be
read out: a reader that is told of a new focus breaks off what it says, and would break those off.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import pygame

from game.speech.native import Native, Request, connect
from game.speech.tree import Box, Node, Tree
from game.ui.accessible import Reading, read, tree
from game.ui.desk import Desk
from game.ui.geometry import Rect
from game.ui.page import Page
from game.ui.screen import Screen

if TYPE_CHECKING:
    from game.ui.window import Window

LISTENING = pygame.event.custom_type()
"""The event posted when a reader begins to listen."""

ASKED = pygame.event.custom_type()
"""The event posted when a reader asks for something; its `request` is a `Request`."""

_MOVED = {pygame.WINDOWFOCUSLOST, pygame.WINDOWMOVED}
"""What a reader is to know of the window although nothing is drawn again."""

_found: list[Native | None] = []
"""The way to the readers of the window that is open, once it was looked for. It outlasts the shelf,
on whose window the story is played."""


def _post(kind: int, **values: object) -> None:
    with contextlib.suppress(pygame.error):  # the window may have been closed meanwhile
        pygame.event.post(pygame.event.Event(kind, values))


def _listening() -> None:
    _post(LISTENING)


def _asked(request: Request) -> None:
    _post(ASKED, request=request)


def find() -> Native | None:
    """The way to the readers of the open window; None where there is none."""
    if not _found:
        handle = pygame.display.get_wm_info().get("window")
        _found.append(connect(handle, _listening, _asked))
    return _found[0]


def close() -> None:
    """The window is closed: nobody listens to it any more."""
    while _found:
        if (native := _found.pop()) is not None:
            native.close()


class Readers:
    """Tells the readers of one window what its desk shows. Costs nothing while none listens."""

    def __init__(self, describe: Callable[[str], str] = lambda _: "") -> None:
        self.describe = describe
        """What a picture of the story shows, by its id."""
        self._told, self._begun = Told(), 0
        self._tree: Tree | None = None

    def show(self, desk: Desk) -> None:
        """Tell what there is to read now."""
        native = find()
        if native is None or not native.active or desk.done:
            return
        if native.begun != self._begun:
            # Not when the event comes: what is drawn just before would be read out twice.
            self._told, self._begun = Told(), native.begun
        title = pygame.display.get_caption()[0]
        for shown in self._told.trees(desk, title, self.describe):
            self._tree = shown
            native.show(shown, focused=pygame.key.get_focused(), window=_place())

    def answer(self, event: pygame.event.Event, window: Window) -> bool:
        """Do what a reader asks for. True if the event was theirs alone."""
        if event.type == LISTENING:
            window.desk.dirty = True
        elif event.type == ASKED:
            self._do(event.request, window)
        elif event.type in _MOVED:
            self.show(window.desk)
        return event.type in (LISTENING, ASKED)

    def _do(self, request: Request, window: Window) -> None:
        native, desk = find(), window.desk
        key = None if native is None else native.key_of(request.number)
        node = None if key is None or self._tree is None else self._tree.node(key)
        if node is None or request.action not in node.actions:
            return  # what it was meant for has gone meanwhile
        match request.action:
            case "click":
                if node.role == "radio":
                    desk.go_to(node.control)
                window.take(node.control)
            case "focus":
                desk.go_to(node.control)
            case "show" if node.box is not None:
                desk.show(Rect(*node.box))
            case "scroll" if request.scroll is not None:
                desk.drag_to(round(request.scroll))


class Told:
    """What has been told so far, so that only what is new is read out."""

    def __init__(self) -> None:
        self._screens: WeakKeyDictionary[Screen, tuple[object, frozenset[str]]]
        self._screens = WeakKeyDictionary()
        self._screen: tuple[Screen, object] | None = None
        self._number = self._newest = 0
        self._read: tuple[Page, Reading] | None = None
        self._news: Node | None = None

    def trees(self, desk: Desk, title: str, describe: Callable[[str], str]) -> tuple[Tree, ...]:
        """The desk as it is, then with the news that are to be read out, if there are any."""
        page, screen = desk.page, desk.screen
        new = self._screen is None or self._screen != (screen, screen.leaf)
        if new:
            self._screen, self._number = (screen, screen.leaf), self._number + 1
            self._read = self._news = None
        if self._read is None or self._read[0] is not page:
            art = page.art
            picture = describe(art.picture) if art is not None and art.picture else ""
            reading = read(page, self._number, title, picture=picture)
            news = self._words(screen, reading)
            self._read = (page, reading)
        else:
            reading, news = self._read[1], ""
        trees = [tree(reading, page, desk.hot, desk.scroll, self._news)]
        if news:
            self._newest += 1
            self._news = Node(f"news/{self._newest}", "news", news)
            trees.append(tree(reading, page, desk.hot, desk.scroll, self._news))
        return tuple(trees)

    def _words(self, screen: Screen, reading: Reading) -> str:
        """What on it has not been read out yet. A sheet that opens at its end says what it is."""
        leaf, known = self._screens.get(screen, (None, None))
        self._screens[screen] = (screen.leaf, frozenset(reading.said))
        if known is None or leaf != screen.leaf:
            said = reading.said[:1] if screen.at_end else reading.said
        else:
            said = tuple(text for text in reading.said if text not in known)
        return "\n".join(said)


def _place() -> tuple[Box, Box]:
    """Where the window stands on the screen, with its frame and without: SDL knows but one."""
    try:
        x, y = pygame.display.get_window_position()
    except pygame.error:
        x, y = 0, 0
    box: Any = (x, y, *pygame.display.get_window_size())
    return box, box
