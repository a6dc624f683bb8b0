"""Opening a window, or saying why there is none."""

from __future__ import annotations

import os
import sys
import time

from game.ui import wording

_ASKED = "SDL_VIDEODRIVER"
_BLIND = {"dummy", "offscreen", "evdev"}
"""Drivers of SDL that show nothing. They count as a display only where somebody asked for them."""

_UNDER_WAY = 0.1
"""Seconds for what was sent to the window's own address to get there."""


def why_no_display() -> str | None:
    """None if a window can be opened, else the reason it cannot, as the end of a sentence.

    Opens the video system and leaves it open, since a window is what comes next. Where nothing can
    be shown pygame need not even be installed.
    """
    asked = os.environ.get(_ASKED, "")
    if sys.platform.startswith("linux") and not asked:
        if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
            return wording.NO_DISPLAY
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    # Software drawing: a tenth of the time and a quarter of the memory where there is no graphics
    # driver, and no worse for a still page where there is one.
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    # Sharp type on scaled Windows desktops; the name of the window's class under X11.
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_VIDEO_X11_WMCLASS", "one-out")
    # Reading is not watching: the screen saver may come.
    os.environ.setdefault("SDL_VIDEO_ALLOW_SCREENSAVER", "1")
    try:
        import pygame
    except ImportError as why:
        return wording.NO_PYGAME.format(why=why)
    from game.ui.heap import frugal  # before there is a thread

    frugal()
    try:
        pygame.display.init()
    except pygame.error as why:
        return wording.NO_WINDOW.format(why=why)
    driver = pygame.display.get_driver()
    if driver in _BLIND and driver != asked:
        pygame.display.quit()
        return wording.NO_DISPLAY_HERE
    return None


def display_available() -> bool:
    """True if a window can be opened; `why_no_display` says why not."""
    return why_no_display() is None


def close_display() -> None:
    """Close the window, if there is one.

    Under X11, SDL wakes a thread that waits for events by a message to the window itself, on a
    connection of its own (`X11_SendWakeupEvent`). A busy server may hear first, on the other one,
    that there is no such window any more; and for that error Xlib ends the program with code 1.
    """
    import pygame

    if pygame.display.get_init() and pygame.display.get_driver() == "x11":
        time.sleep(_UNDER_WAY)
    pygame.display.quit()
