"""The tree brought to the screen readers of the system, through AccessKit.

On Linux and the BSDs that is AT-SPI over D-Bus (Orca), on Windows UI Automation (NVDA, JAWS,
Narrator), on macOS NSAccessibility (VoiceOver). The binding is AccessKit's for Python, 0.7.

Nothing is built before a reader asks. Its first question comes on whatever thread the system likes;
the answer is always "not yet" and a word to the window, which then shows its tree from its own
thread.

Two locks are to be kept apart. The binding holds the interpreter's while it waits for the
adapter's; the adapter's thread holds its own while it asks here for the first tree, and then waits
for the interpreter's. A call to the adapter in that moment would stop both for ever. So nothing is
told to an adapter that has not asked, and what answers it is written in C (`SimpleQueue.put`):
between its telling us and its letting go of the interpreter no line of Python can run.
"""

from __future__ import annotations

import functools
import queue
import sys
import threading
from collections.abc import Callable
from typing import Any, NamedTuple

from game.speech.tree import Action, Box, Node, Tree


class Request(NamedTuple):
    """What a reader asks for: an action, the number of its node, a height to scroll to."""

    action: Action
    number: int
    scroll: float | None = None


Listening = Callable[[], None]
"""Told when a reader begins to listen; on any thread."""

Asked = Callable[[Request], None]
"""Told what a reader asks for; on any thread."""


def connect(handle: object, listening: Listening, asked: Asked) -> Native | None:
    """The readers of the system for one window; None where there is no way to them.

    `handle` is what the system calls the window: the HWND on Windows, the NSWindow on macOS, where
    the window must not have been shown yet; elsewhere it is not used.
    """
    try:
        return Native(handle, listening, asked)
    except BaseException as why:  # a fault in the binding is a PanicException, no Exception
        if isinstance(why, KeyboardInterrupt | SystemExit):
            raise
        return None


class Native:
    """The way to the readers. Once it has failed it does nothing more: the game goes on."""

    def __init__(self, handle: object, listening: Listening, asked: Asked) -> None:
        import accesskit  # type: ignore[import-untyped]  # a binding in Rust, without stubs

        self._kit: Any = accesskit
        self._tell = listening
        self._asked = asked
        self._active = False
        self._begun = 0
        self._unasked = True
        self._calling = threading.Lock()
        self._news: queue.SimpleQueue[bool] = queue.SimpleQueue()
        self._focused = False
        self._bounds: tuple[Box, Box] | None = None
        self._numbers: dict[str, int] = {}
        self._last_number = 0
        self._shown: dict[str, Node] = {}
        self._tree: Tree | None = None
        self._requests = _requests(accesskit)
        self._roles = _roles(accesskit)
        self._adapter = self._adapt(handle)
        threading.Thread(target=self._wait, name="screen readers", daemon=True).start()

    @property
    def active(self) -> bool:
        """True while a reader listens."""
        return self._active

    @property
    def begun(self) -> int:
        """How often a reader has begun to listen: whoever begins knows nothing yet."""
        return self._begun

    def _adapt(self, handle: object) -> Any:
        kit, handlers = self._kit, (functools.partial(self._news.put, True), self._act)
        if sys.platform == "win32":
            return kit.windows.SubclassingAdapter(handle, *handlers)
        if sys.platform == "darwin":
            # SDL gives the focus to its window, not to what is in it.
            kit.macos.add_focus_forwarder_to_window_class("SDLWindow")
            return kit.macos.SubclassingAdapter.for_window(handle, *handlers)
        return kit.unix.Adapter(*handlers, self._deactivate)

    # -- on any thread

    def _wait(self) -> None:
        """A reader asks for the tree: it gets it from the window's thread, soon."""
        while self._news.get():
            with self._calling:
                self._unasked = self._active = True
                self._begun += 1
            self._tell()

    def _deactivate(self) -> None:
        # The adapter asks again only after this: by then no call to it is under way.
        with self._calling:
            self._active = False

    def _act(self, request: Any) -> None:
        action = next((name for known, name in self._requests if known == request.action), None)
        if action is None:
            return
        scroll = None
        if action == "scroll":
            # The offset is a point; a request to scroll without one is none of ours.
            point = request.data[1] if request.data is not None else None
            scroll = getattr(point, "y", None)
        self._asked(Request(action, int(request.target), scroll))

    # -- on the window's thread

    def show(self, tree: Tree, *, focused: bool, window: tuple[Box, Box]) -> None:
        """Tell the readers what there is now; nothing if none listens.

        `focused` says whether the window has the keyboard; `window` is where it stands on the
        screen, in pixels, with its frame and without.
        """
        with self._calling:
            if not self._active:
                return
            if self._unasked:
                # Whoever has begun to listen knows nothing yet.
                self._unasked, self._tree = False, None
                self._shown, self._numbers = {}, {}
                self._bounds, self._focused = None, False
            update = self._update(tree)
            try:
                self._tell_window(focused=focused, window=window)
                if update is not None:
                    _raise(self._adapter.update_if_active(lambda: update))
            except BaseException as why:  # as in connect
                self._active = False
                if isinstance(why, KeyboardInterrupt | SystemExit):
                    raise

    def key_of(self, number: int) -> str | None:
        """The key of a node that is shown, by the number readers know it by."""
        return next((key for key in self._shown if self._numbers.get(key) == number), None)

    def close(self) -> None:
        """The window is gone."""
        self._active = False
        self._news.put(False)
        self._adapter = None

    def _tell_window(self, *, focused: bool, window: tuple[Box, Box]) -> None:
        adapter = self._adapter
        if window != self._bounds and hasattr(adapter, "set_root_window_bounds"):
            adapter.set_root_window_bounds(*(self._rect(box) for box in window))
        self._bounds = window
        if focused == self._focused:
            return
        self._focused = focused
        # On Windows the adapter sees for itself.
        if hasattr(adapter, "update_window_focus_state"):
            adapter.update_window_focus_state(focused)
        elif hasattr(adapter, "update_view_focus_state"):
            _raise(adapter.update_view_focus_state(focused))

    # -- the tree as AccessKit has it

    def _update(self, tree: Tree) -> Any:
        """What has changed since the last one; None if nothing has."""
        kit, before = self._kit, self._tree
        by_key = {node.key: node for node in tree.nodes}
        moved = before is None or before.scroll != tree.scroll or before.depth != tree.depth
        changed = [
            node
            for node in tree.nodes
            if node != self._shown.get(node.key) or (moved and node.role == "column")
        ]
        if before is not None and not changed and before.focus == tree.focus:
            return None
        for node in changed:
            if node.key not in self._numbers:
                self._last_number += 1
                self._numbers[node.key] = self._last_number
        update = kit.TreeUpdate(self._numbers[tree.focus])
        if before is None:
            update.tree = kit.Tree(self._numbers[tree.nodes[0].key])
        update.nodes = [(self._numbers[n.key], self._node(n, tree)) for n in changed]
        self._shown, self._tree = by_key, tree
        self._numbers = {key: self._numbers[key] for key in by_key}
        return update

    def _node(self, node: Node, tree: Tree) -> Any:
        kit = self._kit
        made = kit.Node(self._roles[node.role])
        # A label's words are its value; everything else is called by a name.
        if node.name and node.role in ("text", "news"):
            made.set_value(node.name)
        elif node.name:
            made.set_label(node.name)
        if node.description:
            made.set_description(node.description)
        if node.box is not None:
            made.set_bounds(self._rect(node.box))
        if node.children:
            made.set_children([self._numbers[key] for key in node.children])
        self._set_state(made, node)
        if node.role == "column":
            # What flows keeps its place in the column; the column is moved.
            made.set_transform(kit.Affine([1.0, 0.0, 0.0, 1.0, 0.0, float(-tree.scroll)]))
            made.set_bounds(self._rect(_moved(node.box or (0, 0, 0, 0), tree.scroll)))
            made.set_scroll_y_min(0.0)
            made.set_scroll_y_max(float(tree.depth))
            made.set_scroll_y(float(tree.scroll))
        for action, name in self._requests:
            if name in node.actions:
                made.add_action(action)
        return made

    def _set_state(self, made: Any, node: Node) -> None:
        kit = self._kit
        if node.disabled:
            made.set_disabled()
        if node.checked is not None:
            made.set_toggled(kit.Toggled.TRUE if node.checked else kit.Toggled.FALSE)
        if node.shortcut:
            made.set_keyboard_shortcut(node.shortcut)
        if node.level:
            made.set_level(node.level)
        place, of = node.place
        if place:
            made.set_position_in_set(place - 1)
        if of:
            made.set_size_of_set(of)
        if node.role == "news":
            made.set_live(kit.Live.POLITE)

    def _rect(self, box: Box) -> Any:
        x, y, w, h = box
        return self._kit.Rect(float(x), float(y), float(x + w), float(y + h))


def _moved(box: Box, down: int) -> Box:
    x, y, w, h = box
    return x, y + down, w, h


def _raise(events: Any) -> None:
    """Windows and macOS hand back the events of an update, to be raised once it is done."""
    if events is not None:
        events.raise_events()


def _requests(kit: Any) -> tuple[tuple[Any, Action], ...]:
    return (
        (kit.Action.CLICK, "click"),
        (kit.Action.FOCUS, "focus"),
        (kit.Action.SCROLL_INTO_VIEW, "show"),
        (kit.Action.SET_SCROLL_OFFSET, "scroll"),
    )


def _roles(kit: Any) -> dict[str, Any]:
    return {
        "window": kit.Role.WINDOW,
        "heading": kit.Role.HEADING,
        "text": kit.Role.LABEL,
        "image": kit.Role.IMAGE,
        "group": kit.Role.GROUP,
        "list": kit.Role.LIST,
        "item": kit.Role.LIST_ITEM,
        "button": kit.Role.BUTTON,
        "radio_group": kit.Role.RADIO_GROUP,
        "radio": kit.Role.RADIO_BUTTON,
        "column": kit.Role.SCROLL_VIEW,
        "bar": kit.Role.TOOLBAR,
        "news": kit.Role.LABEL,
    }
