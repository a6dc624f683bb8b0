"""What a screen reader is told of a screen: a tree of plain values.

It is made by `game.ui.accessible` from a page as laid out, and brought to the system's readers by
`game.speech.native`. Nothing here knows either.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

Role = Literal[
    "window",
    "heading",
    "text",
    "image",
    "group",
    "list",
    "item",
    "button",
    "radio_group",
    "radio",
    "column",
    "bar",
    "news",
]
"""What a node is, in the words that ARIA has for it where it has one: `column` is the part of the
page that scrolls, `news` is what has just appeared and is to be read out (a live region)."""

Action = Literal["click", "focus", "show", "scroll"]
"""What a reader can ask for: do it, go there, bring it into view, scroll to a height."""

Box = tuple[int, int, int, int]
"""Left, top, width and height, in pixels of the window."""

ROOT = "window"
COLUMN = "column"


class Node(NamedTuple):
    """One thing that can be read.

    `key` names it among all nodes there have been: what looks the same on the next screen has
    another key there. `box` is where it is while nothing is scrolled; what `flows` moves with the
    column. `control` is the id of the control that a click on it takes.
    """

    key: str
    role: Role
    name: str = ""
    description: str = ""
    box: Box | None = None
    children: tuple[str, ...] = ()
    control: str = ""
    focusable: bool = False
    disabled: bool = False
    checked: bool | None = None
    shortcut: str = ""
    level: int = 0
    """Of a heading, from 1."""
    place: tuple[int, int] = (0, 0)
    """Which of how many it is among its like, from 1; of what holds them, 0 and how many."""
    flows: bool = False

    @property
    def actions(self) -> tuple[Action, ...]:
        """What can be asked of it."""
        if self.role == "column":
            return ("scroll",)
        found: list[Action] = []
        if self.control and not self.disabled:
            found += ["click", "focus"] if self.focusable else ["click"]
        if self.flows:
            found.append("show")
        return tuple(found)


class Tree(NamedTuple):
    """A screen as it is read: its nodes in reading order, from the window on.

    `focus` is the key of the node that has the focus, `scroll` how many pixels the column is
    scrolled, and `depth` how many it can be at most.
    """

    nodes: tuple[Node, ...]
    focus: str
    scroll: int = 0
    depth: int = 0

    def node(self, key: str) -> Node | None:
        """The node of that key."""
        return next((node for node in self.nodes if node.key == key), None)

    def of(self, control: str) -> Node | None:
        """The node of a control."""
        return next((node for node in self.nodes if node.control == control), None)

    def box(self, node: Node) -> Box | None:
        """Where a node is now, scrolled as the page is; None where it has no place."""
        if node.box is None or not node.flows:
            return node.box
        x, y, w, h = node.box
        return x, y - self.scroll, w, h

    def walk(self, key: str = ROOT) -> Iterator[Node]:
        """A node and all below it, as a reader goes through them."""
        by_key = {node.key: node for node in self.nodes}
        ahead = [key]
        while ahead:
            node = by_key[ahead.pop()]
            yield node
            ahead.extend(reversed(node.children))
