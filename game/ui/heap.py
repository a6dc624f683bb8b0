"""Keeping a long sitting small: how the C library keeps memory that pictures have used."""

from __future__ import annotations

import contextlib
import ctypes
import sys

_ARENA_MAX, _MMAP_THRESHOLD = -8, -3
"""Parameters of mallopt(3), from glibc's malloc.h."""

_LARGE = 5_000_000
"""Bytes from which a block is the system's own, and goes back to it when it is free."""


def frugal() -> None:
    """Let threads share one heap, and give large blocks back.

    glibc gives every thread a heap of its own, and after the first large picture keeps large blocks
    in it: a sitting of a hundred scenes then holds a third more than it uses. Nothing happens
    where the C library is another one.
    """
    if not sys.platform.startswith("linux"):
        return
    with contextlib.suppress(OSError, AttributeError):
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_ARENA_MAX, 1)
        mallopt(_MMAP_THRESHOLD, _LARGE)
