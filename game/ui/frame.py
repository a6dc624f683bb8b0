"""The window as the system has it: opened, in its size, on the whole screen."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pygame

from game.ui.assets import assets_folder
from game.ui.marks import cuts_of
from game.ui.press import pull

USUAL = (1280, 720)

HIDDEN_FIRST = sys.platform in ("win32", "darwin")
"""True where screen readers must be found before the window is shown for the first time."""


def usual_size() -> tuple[int, int]:
    """A window that fits the desktop: 1280x720, or three quarters of a large screen."""
    try:
        wide, high = pygame.display.get_desktop_sizes()[0]
    except (pygame.error, IndexError):
        return USUAL
    return (
        min(max(USUAL[0], wide * 3 // 4), wide),
        min(max(USUAL[1], high * 3 // 4), high),
    )


def desktop_lines(display: int = 0) -> int:
    """How many lines a screen has; 0 where the system does not tell."""
    try:
        return pygame.display.get_desktop_sizes()[display][1]
    except (pygame.error, IndexError):
        return 0


class Frame:
    """Opens the window, or takes the one that is open, in the `size` that is wanted.

    `find_readers` is called where readers must be found before the window is shown; None: nobody
    wants them.
    """

    def __init__(
        self, title: str, size: tuple[int, int] | None, find_readers: Callable[[], None] | None
    ) -> None:
        surface = pygame.display.get_surface()
        if surface is None:
            # The program's own sign in the task bar; it must be set before there is a window.
            pygame.display.set_icon(_icon())
        if surface is None and find_readers is not None and HIDDEN_FIRST:
            pygame.display.set_mode(size or usual_size(), pygame.RESIZABLE | pygame.HIDDEN)
            find_readers()
        if surface is None or size is not None:
            surface = pygame.display.set_mode(size or usual_size(), pygame.RESIZABLE)
        pygame.display.set_caption(title)
        self.size = surface.get_size()
        """The size it was opened in."""
        self._full = bool(surface.get_flags() & pygame.FULLSCREEN)
        self._plain = usual_size() if self._full else self.size

    def show(self, *, full: bool) -> bool:
        """Take the whole screen, or no more. False where the system cannot: it is a window then."""
        surface = pygame.display.get_surface()
        if surface is None or full == self._full:
            return True
        self._full = full
        try:
            if full:
                self._plain = surface.get_size()
                pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
            else:
                pygame.display.set_mode(self._plain, pygame.RESIZABLE)
        except pygame.error:
            return False
        return True


def _icon() -> pygame.Surface:
    """The program's icon, or where it is missing a hand cut here."""
    try:
        return pygame.image.load(assets_folder() / "icons" / "icon-64.png")
    except (OSError, pygame.error):
        return pull(cuts_of("hand_up", 64, 64, 1.4, hot=False, seed=1), 64, 64)
