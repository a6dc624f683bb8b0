"""Screens that are loaded when they are first opened: a first picture does not wait for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.preferences import Preferences
from game.ui.screen import Screen
from game.ui.sitting import Sitting

if TYPE_CHECKING:
    from game.story.model import Act
    from game.ui.screens.look_back import LookBackScreen


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


def settings(preferences: Preferences) -> Screen:
    """Everything that can be set."""
    from game.ui.screens.settings import SettingsScreen

    return SettingsScreen(preferences)


def first_run(preferences: Preferences) -> Screen:
    """The page of settings that stands before everything else on the first run."""
    from game.ui.screens.settings import FirstRunScreen

    return FirstRunScreen(preferences)


def menu(sitting: Sitting) -> Screen:
    """The pause."""
    from game.ui.screens.menu import MenuScreen

    return MenuScreen(sitting)


def sure(sitting: Sitting) -> Screen:
    """The question before a playthrough is left."""
    from game.ui.screens.menu import SureScreen

    return SureScreen(sitting)


def interval(sitting: Sitting, ended: Act) -> Screen:
    """The place to stop after an act."""
    from game.ui.screens.interval import IntervalScreen

    return IntervalScreen(sitting, ended)


def meeting(sitting: Sitting) -> Screen:
    """The meeting whose hands go up."""
    from game.ui.screens.meeting import MeetingScreen

    return MeetingScreen(sitting)


def backlog(sitting: Sitting) -> Screen:
    """Everything read and chosen so far."""
    from game.ui.screens.backlog import BacklogScreen

    return BacklogScreen(sitting)


def notes(sitting: Sitting) -> Screen:
    """The margin notes."""
    from game.ui.screens.reference import NotesScreen

    return NotesScreen(sitting)


def know(sitting: Sitting) -> Screen:
    """What one knows."""
    from game.ui.screens.reference import KnowScreen

    return KnowScreen(sitting)


def picture(sitting: Sitting) -> Screen:
    """The picture in words."""
    from game.ui.screens.reference import PictureScreen

    return PictureScreen(sitting)


def look_back(sitting: Sitting) -> LookBackScreen:
    """The debrief, which brings much along."""
    from game.ui.screens.look_back import LookBackScreen

    return LookBackScreen(sitting)


def credits_of(sitting: Sitting) -> Screen:
    """The credits and sources of the story that is played."""
    from game.ui.screens.credits import CreditsScreen

    return CreditsScreen(sitting.story)


def about(sitting: Sitting) -> Screen:
    """What the story says of itself, asked for during the play."""
    from game.ui.screens.content import ContentScreen

    return ContentScreen(sitting, playing=True)
