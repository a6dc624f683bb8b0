"""What a voice speaks with, and why there may be none."""

from __future__ import annotations

import contextlib
import sys
from typing import Literal, Protocol

Lack = Literal["package", "service", "lost"]
"""What is missing: the package that speaks, whatever it would reach, or what it had reached."""

STEPS = {-2: -0.4, -1: -0.2, 0: 0.0, 1: 0.3, 2: 0.6}
"""How fast to speak, in steps from the pace that the player's system has: what a step adds to it,
as a share of the way from the usual pace to the fastest."""


class NoSpeech(Exception):
    """Nothing here can speak, or can speak any more. `lack` says what is missing."""

    def __init__(self, lack: Lack, why: str) -> None:
        super().__init__(why)
        self.lack: Lack = lack


class Backend(Protocol):
    """A speech service. One thread makes it and calls it; any call may take its time.

    Every call may raise `NoSpeech`: then it is of no use any more.
    """

    def speak(self, text: str, language: str, *, interrupt: bool) -> None:
        """Speak a text, now if `interrupt`, else after what is being spoken.

        `language` is the text's tag (BCP 47), or empty where nobody knows. Returns when the text is
        handed over, not when it was heard.
        """
        ...

    def stop(self) -> None:
        """Be silent, and forget what was still to be spoken."""
        ...

    def pace(self, step: int) -> None:
        """Speak at this one of `STEPS` from now on, where the service can be told."""
        ...

    def loudness(self, share: float) -> None:
        """Speak at this share (0 to 1) of full volume from now on, where it can be told."""
        ...

    def close(self) -> None:
        """Let the service go."""
        ...


def language_of(tag: str) -> str:
    """The language that a tag names, without its country.

    >>> language_of("en-AU"), language_of("en_GB"), language_of("")
    ('en', 'en', '')
    """
    return tag.lower().replace("_", "-").partition("-")[0]


def open_backend() -> Backend:
    """The best service there is. Raises `NoSpeech`.

    Prism finds it, but for Speech Dispatcher, which is asked itself where no Orca runs: that needs
    no package, is ready in milliseconds where Prism first reads thousands of voices for seconds,
    and leaves the player the voice that they have set there.
    """
    from game.speech.by_dispatcher import DispatcherBackend, socket_path
    from game.speech.by_prism import ORCA, PrismBackend

    if not sys.platform.startswith("linux"):
        return PrismBackend()
    with contextlib.suppress(NoSpeech):
        return PrismBackend(ORCA)
    with contextlib.suppress(NoSpeech):
        return DispatcherBackend(socket_path())
    return PrismBackend()
