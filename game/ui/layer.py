"""A screen on the desk, and how far it is read."""

from __future__ import annotations

from dataclasses import dataclass

from game.ui.page import Page
from game.ui.screen import Screen


@dataclass
class Layer:
    """What the desk remembers of a screen while others lie on it."""

    screen: Screen
    leaf: object = None
    scroll: int = 0
    focus: str | None = None
    laid: Page | None = None
    fresh: bool = True
    read: int = 0
    """The height of the page down to which it was left to be read, going on by itself."""
