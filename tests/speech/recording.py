"""A speech service that writes down what it would speak."""

from __future__ import annotations

from typing import NamedTuple

from game.speech.backend import Lack, NoSpeech


class Spoken(NamedTuple):
    """A text that was handed over. `at` is the pace it was to be spoken at."""

    text: str
    language: str
    interrupt: bool
    at: int


class Recording:
    """Speaks nothing. `lack` is why it cannot be opened; after `dies_after` texts it is gone."""

    def __init__(self, lack: Lack | None = None, dies_after: int | None = None) -> None:
        self.lack = lack
        self.dies_after = dies_after
        self.spoken: list[Spoken] = []
        self.calls: list[str] = []
        self.opened = 0
        self._pace = 0
        self._told = 0

    def open(self) -> Recording:
        """Be opened, as a voice opens its service."""
        self.opened += 1
        if self.lack is not None:
            raise NoSpeech(self.lack, "not in this test")
        return self

    def heard(self) -> list[str]:
        """The texts since the last time this was asked."""
        new = [one.text for one in self.spoken[self._told :]]
        self._told += len(new)
        return new

    def speak(self, text: str, language: str, *, interrupt: bool) -> None:
        """Write a text down."""
        if self.dies_after is not None and len(self.spoken) >= self.dies_after:
            self.lack = "service"
            raise NoSpeech("lost", "gone")
        self.spoken.append(Spoken(text, language, interrupt, self._pace))
        self.calls.append("speak")

    def stop(self) -> None:
        """Write that down."""
        self.calls.append("stop")

    def pace(self, step: int) -> None:
        """Keep the pace."""
        self._pace = step
        self.calls.append("pace")

    def loudness(self, share: float) -> None:
        """Write that down."""
        self.calls.append(f"loudness {share}")

    def close(self) -> None:
        """Write that down."""
        self.calls.append("close")
