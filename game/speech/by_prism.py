"""Speaking through Prism, which reaches the screen reader that runs, or else a system voice.

Prism (https://github.com/ethindp/prism, the package prismatoid) knows NVDA, JAWS and other readers,
VoiceOver, Orca, the speech dispatcher, and the voices of Windows and macOS. A screen reader keeps
its own pace, volume and voice: there those settings of ours do nothing.
"""

from __future__ import annotations

from types import ModuleType
from typing import Any

from game.speech.backend import STEPS, NoSpeech, language_of

ORCA, DISPATCHER = "Orca", "Speech Dispatcher"
"""What Prism calls the services of Linux."""


class PrismBackend:
    """The service of that name, or else the best that Prism finds. Raises `NoSpeech`."""

    def __init__(self, name: str = "") -> None:
        prism, self._common = _prism()
        try:
            self._context: Any = prism.Context()
            self._service: Any = self._created(name)
            self._can = self._service.features
            self._usual: float = self._service.rate if self._can.supports_get_rate else 0.5
        except (self._common.PrismError, ValueError, KeyError, RuntimeError, OSError) as why:
            raise NoSpeech("service", str(why)) from why
        # Prism does not know which voice Speech Dispatcher speaks with, and says it is the first.
        self._knows_voice = self._can.supports_set_voice and self.name != DISPATCHER
        self._language = ""

    def _created(self, name: str) -> Any:
        context = self._context
        return context.create(context.id_of(name)) if name else context.create_best()

    @property
    def name(self) -> str:
        """The name of the service."""
        return str(self._service.name)

    def speak(self, text: str, language: str, *, interrupt: bool) -> None:
        """Speak a text."""
        self._turn_to(language)
        self._ask(lambda: self._service.speak(text.replace("\0", " "), interrupt=interrupt))

    def stop(self) -> None:
        """Be silent, where the service can be told."""
        if self._can.supports_stop:
            self._ask(self._service.stop)

    def pace(self, step: int) -> None:
        """Set the pace, where the service can be told: Prism counts it from 0 to 1."""
        if self._can.supports_set_rate:
            rate = min(1.0, max(0.0, self._usual + STEPS[step] / 2))
            self._ask(lambda: setattr(self._service, "rate", rate))

    def loudness(self, share: float) -> None:
        """Set the volume, where the service can be told."""
        if self._can.supports_set_volume:
            self._ask(lambda: setattr(self._service, "volume", min(1.0, max(0.0, share))))

    def close(self) -> None:
        """Let the service go. Prism does when nobody holds it any more."""
        self._service = self._context = None

    def _ask(self, call: Any) -> None:
        try:
            call()
        except self._common.PrismNotSpeakingError:
            pass  # asked to be silent, and it is
        except (self._common.PrismError, OSError, RuntimeError) as why:
            raise NoSpeech("lost", str(why)) from why

    def _turn_to(self, language: str) -> None:
        """Take a voice for the language, where the present one is known to be for another."""
        if not language or language == self._language or not self._knows_voice:
            return
        self._language = language
        service = self._service
        try:
            if language_of(service.get_voice_language(service.voice)) == language_of(language):
                return
            voices = [service.get_voice_language(n) for n in range(service.voices_count)]
            nearest = [n for n, tag in enumerate(voices) if tag.lower() == language.lower()]
            nearest += [
                n for n, tag in enumerate(voices) if language_of(tag) == language_of(language)
            ]
            if nearest:
                service.voice = nearest[0]
        except (self._common.PrismError, UnicodeError):
            return  # then the player's own voice speaks it


def _prism() -> tuple[ModuleType, ModuleType]:
    """The package, and its errors. Importing it loads a library, which not every system can."""
    try:
        import prism
        from prism import common
    except (ImportError, OSError) as why:
        raise NoSpeech("package", str(why)) from why
    return prism, common
