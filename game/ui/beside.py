"""What leads where in a story, worked out beside the window while somebody reads on.

It begins at an ending, so that it is there when somebody looks back, or when they do. It is read
from what is kept, in milliseconds; a story that comes to an ending for the first time takes a
second, a very large one a minute or two. The window goes on meanwhile: this is a thread, it gives
way every few milliseconds, and it ends with the program. The window gives way too.
"""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING

import pygame

from game.story.model import Story

if TYPE_CHECKING:
    from game.check.fates import Fates

DONE = pygame.event.custom_type()
"""The event posted when it is worked out."""

_UNNOTICED = 0.08
"""Seconds."""


_TURN = 0.001
"""Seconds that the window leaves to the threads."""

_at_work: set[Foresight] = set()


def give_way() -> None:
    """Leave the threads here a turn, if there are any.

    pygame lets go of the interpreter's lock for moments too short for a thread to wake in. Under a
    stream of events that are each answered at once, a thread would never come to its turn.
    """
    if _at_work:
        time.sleep(_TURN)


class Stopped(Exception):
    """Nobody waits for it any more."""


class Foresight:
    """The fates of one story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.fates: Fates | None = None
        """None until it is worked out, and where it cannot be."""
        self._done = threading.Event()
        self._wanted = True
        _at_work.add(self)
        threading.Thread(target=self._work, daemon=True).start()

    def wait(self) -> None:
        """Wait for what is kept, but not longer than nobody notices."""
        self._done.wait(_UNNOTICED)

    @property
    def done(self) -> bool:
        """True when `fates` says all that it ever will."""
        return self._done.is_set()

    def stop(self) -> None:
        """Nobody waits for it any more: give it up."""
        self._wanted = False

    def _work(self) -> None:
        try:
            self._look()
        finally:
            _at_work.discard(self)

    def _look(self) -> None:
        from game.debrief.kept import fates  # brings the check along, for the first time it is used

        try:
            self.fates = fates(self.story, progress=self._on)
        except Stopped:
            return
        except Exception:  # noqa: BLE001 - a play is looked back on without it too
            self.fates = None
        self._done.set()
        with contextlib.suppress(pygame.error):  # the window may have been closed meanwhile
            pygame.event.post(pygame.event.Event(DONE))

    def _on(self, share: float, what: str) -> None:
        del share, what
        if not self._wanted:
            raise Stopped


class Ahead:
    """The foresight of the story that is played, begun at an ending or when it is asked for."""

    def __init__(self) -> None:
        self._now: Foresight | None = None

    def of(self, story: Story) -> Foresight:
        """That of `story`; another's is given up."""
        begun = self._now
        now = self.begin(story)
        if now is not begun:
            now.wait()
        return now

    def begin(self, story: Story) -> Foresight:
        """Begin that of `story`, if it was not yet: it may be asked for soon."""
        if self._now is None or self._now.story.fingerprint != story.fingerprint:
            if self._now is not None:
                self._now.stop()
            self._now = Foresight(story)
        return self._now
