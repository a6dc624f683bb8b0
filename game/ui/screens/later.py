"""Screens that are loaded when they are first opened: a first picture does not wait for them."""

from __future__ import annotations

from game.ui.screen import Screen
from game.ui.sitting import Sitting


def endings(sitting: Sitting) -> Screen:
    """The endings that were reached."""
    from game.ui.screens.endings import EndingsScreen

    return EndingsScreen(sitting)


def route_map(sitting: Sitting) -> Screen:
    """What was seen of the story, as a map."""
    from game.ui.screens.route_map import RouteMapScreen

    return RouteMapScreen(sitting)


def skip(sitting: Sitting) -> Screen | None:
    """The question whether to choose as before; None where nothing was chosen before."""
    from game.ui.screens.skip import SkipScreen

    asking = SkipScreen(sitting)
    return None if asking.empty else asking
