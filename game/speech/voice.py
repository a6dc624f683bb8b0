"""A voice: speaks on a thread of its own, so that nobody ever waits for it.

What is said anew takes the place of what was said before, also of what is still waiting because the
service takes long to open or to answer.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from game.speech.backend import Backend, Lack, NoSpeech
from game.speech.ear import for_the_ear

_LAST_WORD = 0.5
"""Seconds that closing waits for the service to fall silent."""

_SPOKEN = 14.0
"""Characters that are spoken in a second at the usual pace, about."""


class _Say(NamedTuple):
    text: str
    language: str
    interrupt: bool


class _Stop(NamedTuple):
    pass


class _Set(NamedTuple):
    pace: int
    loudness: float | None


class _End(NamedTuple):
    pass


_Order = _Say | _Stop | _Set | _End


class Voice:
    """Speaks with what `open_` opens, which is tried when there is first something to say.

    `failed` is called once, on the voice's thread, if nothing speaks or what spoke is gone and
    cannot be opened again. From then on the voice is silent.
    """

    def __init__(self, open_: Callable[[], Backend], failed: Callable[[Lack], None]) -> None:
        self._open = open_
        self._failed = failed
        self._orders: deque[_Order] = deque()
        self._news = threading.Condition()
        self._set = _Set(0, None)
        self._until = 0.0
        self._thread: threading.Thread | None = None
        self._resting = True
        self.dead = False
        """True once it has failed."""

    # -- for whoever has something to say: none of this waits

    def say(self, text: str, language: str = "", *, interrupt: bool = True) -> None:
        """Speak a printed text, now if `interrupt`, else after what was said before."""
        if self.dead or not text:
            return
        start = time.monotonic() if interrupt else max(self._until, time.monotonic())
        self._until = start + len(text) / (_SPOKEN * 1.25**self._set.pace)
        if interrupt:
            self._drop()
        self._order(_Say(text, language, interrupt))

    def stop(self) -> None:
        """Be silent."""
        self._until = 0.0
        self._drop()
        if self._thread is not None:
            self._order(_Stop())

    @property
    def rate(self) -> int:
        """The pace, one of `backend.STEPS`."""
        return self._set.pace

    @rate.setter
    def rate(self, step: int) -> None:
        self._change(self._set._replace(pace=step))

    @property
    def volume(self) -> float | None:
        """The share of full volume, 0 to 1; None: as the player's system has it."""
        return self._set.loudness

    @volume.setter
    def volume(self, share: float | None) -> None:
        self._change(self._set._replace(loudness=share))

    @property
    def speaking(self) -> bool:
        """True while it probably speaks, for whoever plays music under it.

        Most services do not tell, so this goes by the length of what was said.
        """
        return self.left > 0

    @property
    def left(self) -> float:
        """For how many seconds it probably speaks on; 0 where it is silent."""
        return 0.0 if self.dead else max(0.0, self._until - time.monotonic())

    @property
    def idle(self) -> bool:
        """True once all that was said is handed over, or cannot be."""
        return self._resting or self.dead

    def close(self) -> None:
        """Fall silent and end. Waits a moment at most."""
        self.stop()
        thread = self._thread
        if thread is not None:
            self._order(_End())
            thread.join(_LAST_WORD)

    def _change(self, new: _Set) -> None:
        if new != self._set:
            self._set = new
            if self._thread is not None:
                self._order(new)

    def _drop(self) -> None:
        """Forget what is waiting to be said."""
        with self._news:
            kept = [order for order in self._orders if not isinstance(order, _Say)]
            self._orders = deque(kept)

    def _order(self, order: _Order) -> None:
        with self._news:
            self._orders.append(order)
            self._resting = False
            self._news.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="voice", daemon=True)
            self._thread.start()

    # -- on the thread

    def _next(self) -> _Order:
        with self._news:
            while not self._orders:
                self._resting = True
                self._news.wait()
            self._resting = False
            return self._orders.popleft()

    def _work(self) -> None:
        backend: Backend | None = None
        try:
            backend = self._opened()
            while not isinstance(order := self._next(), _End):
                backend = self._carried_out(backend, order)
            backend.close()
        except NoSpeech as why:
            self._fail("lost" if backend is not None else why.lack)
        except Exception:  # noqa: BLE001 - whatever is wrong with a service, a play goes on
            self._fail("lost" if backend is not None else "service")

    def _fail(self, lack: Lack) -> None:
        self.dead = True
        self._failed(lack)

    def _opened(self) -> Backend:
        backend = self._open()
        _tell(backend, self._set)
        return backend

    def _carried_out(self, backend: Backend, order: _Order) -> Backend:
        """Do it. A service that is gone is opened once more: another may have taken its place."""
        try:
            _tell(backend, order)
        except NoSpeech:
            backend.close()
            backend = self._opened()
            _tell(backend, order)
        return backend


def _tell(backend: Backend, order: _Order) -> None:
    match order:
        case _Say(text, language, interrupt):
            heard = for_the_ear(text, language)
            if heard:
                backend.speak(heard, language, interrupt=interrupt)
        case _Stop():
            backend.stop()
        case _Set(pace, loudness):
            backend.pace(pace)
            if loudness is not None:
                backend.loudness(loudness)
        case _End():
            backend.close()
