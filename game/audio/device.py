"""Opening and closing the sound device, without a word where there is none."""

from __future__ import annotations

import ctypes
import sys

import pygame

RATE = 44_100
"""Frames in a second. Always this: a sound that is resampled as a whole has a seam where it
repeats, while one that SDL resamples on its way to the device has none."""

BUFFER = 1024
"""Frames that are mixed at once, 23 ms. A fade has so many steps; a smaller one costs more."""

CHANNELS = 8


class NoDevice(Exception):
    """There is nothing to hear sounds with; the message is the system's reason."""


def open_device() -> None:
    """Open the device sounds are heard with. Raises `NoDevice`."""
    _hush()
    try:
        pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)
        pygame.mixer.set_num_channels(CHANNELS)
    except (pygame.error, ImportError, NotImplementedError, AttributeError) as why:
        # The last three are pygame's ways to say that it was built without its mixer.
        raise NoDevice(str(why)) from why


def close_device() -> None:
    """Close it. What was decoded for it can be played no more."""
    try:
        pygame.mixer.quit()
    except (NotImplementedError, AttributeError):
        return


def _hush() -> None:
    """Keep ALSA from printing pages of complaints on a computer without a sound card.

    Its complaints go to a function of the C library that does nothing. One of Python's would wait
    for the interpreter's lock, in a thread that `pygame.mixer.init` waits for while it has it.
    """
    if not sys.platform.startswith("linux"):
        return
    try:
        nothing = ctypes.cast(ctypes.CDLL(None).getpid, ctypes.c_void_p)
        # The library SDL opens, by the name it opens it with; once open, it stays this one.
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(nothing)
    except (OSError, AttributeError):
        return
