"""Plays cues in a thread of its own, which opens the device when there is something to hear.

Whoever asks for something only writes it down here. The thread sleeps until then, and for 20 ms at
a time while something fades; when nothing has been heard for a while it closes the device, which
costs some of the processor even when it plays silence.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from game.audio.cue import Cue, Levels
from game.audio.playing import Playing, Times
from game.audio.wish import TRACKS, Wish


class Player:
    """Music, ambience and effects. Everything may be called from any thread, and returns at once.

    `changed` is called, in the player's thread, when `problem` or `refused` has changed.
    """

    def __init__(self, times: Times | None = None) -> None:
        self.problem = ""
        """Why nothing is heard, in the system's words. Empty while all is well."""
        self.refused: dict[Path, str] = {}
        """Why files are not played."""
        self.changed: Callable[[], None] = lambda: None
        self._news = threading.Condition()
        self._playing = Playing(times or Times(), self._wake)
        self._thread: threading.Thread | None = None
        self._wish = Wish()
        self._effects: list[tuple[Cue, float]] = []
        self._fresh = self._lost = self._retry = self._anew = self._closing = False

    @property
    def wish(self) -> Wish:
        """What is to be heard now."""
        return self._wish

    def play(self, music: Cue | None, ambience: Cue | None) -> None:
        """Fade over to these. What plays already goes on without a break."""
        self._want(self._wish._replace(music=music, ambience=ambience))

    def effect(self, cue: Cue) -> None:
        """Play a sound once, now."""
        with self._news:
            if self._wish.gain("effect") > 0:
                self._effects.append((cue, time.monotonic()))
                self._wake()

    def set(self, levels: Levels, *, on: bool) -> None:
        """How loud each kind is, and whether anything is to be heard at all."""
        self._want(self._wish._replace(levels=levels, on=on), retry=True)

    def duck(self, ducked: bool) -> None:  # noqa: FBT001 - nothing else can be meant
        """Play music and ambience softly while somebody speaks, and as before when nobody does."""
        self._want(self._wish._replace(ducked=ducked))

    def leave(self, gone: bool) -> None:  # noqa: FBT001 - nothing else can be meant
        """Fall silent while nobody is there; begin again when somebody is."""
        self._want(self._wish._replace(present=not gone), retry=True)

    def device_changed(self, *, lost: bool) -> None:
        """A device was plugged in, or taken away."""
        with self._news:
            self._retry, self._lost = True, self._lost or lost
            self._wake()

    def try_again(self) -> None:
        """Files may have changed: try those again that were refused."""
        with self._news:
            self._anew = True
            self._wake()

    def close(self, wait: float = 3.0) -> None:
        """Fade out in no time and close the device, whatever was being done. It ends with this."""
        with self._news:
            self._closing = True
            self._news.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join(wait)

    def _want(self, wish: Wish, *, retry: bool = False) -> None:
        with self._news:
            if wish != self._wish:
                self._wish = wish
                self._retry = self._retry or retry
                self._wake()

    def _wake(self) -> None:
        """There is news for the thread, which begins with the first that can be heard."""
        with self._news:
            self._fresh = True
            self._news.notify_all()
            heard = self._effects or any(self._wish.target(track) for track in TRACKS)
            if self._thread is None and heard and not self._closing:
                self._thread = threading.Thread(target=self._work, name="audio", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        rest: float | None = None
        try:
            while True:
                with self._news:
                    self._news.wait_for(lambda: self._fresh or self._closing, rest)
                    if self._closing:
                        return
                    self._prepare()
                    wish, effects = self._wish, self._effects
                    self._effects, self._fresh = [], False
                rest = self._playing.step(wish, effects)
                self._tell()
        finally:
            self._playing.close()

    def _prepare(self) -> None:
        playing = self._playing
        if self._lost:
            playing.lose()
        if self._retry:
            playing.retry()
        if self._anew:
            playing.refused.clear()
        self._lost = self._retry = self._anew = False

    def _tell(self) -> None:
        """Say what has gone wrong since the last time, or no longer does."""
        problem, refused = self._playing.problem, dict(self._playing.refused)
        if (problem, refused) != (self.problem, self.refused):
            self.problem, self.refused = problem, refused
            self.changed()
