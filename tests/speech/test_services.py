"""Speech that really arrives: through Prism, and without it, at a Speech Dispatcher."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from game.speech import backend
from game.speech.backend import Backend, NoSpeech, open_backend
from game.speech.by_dispatcher import DispatcherBackend, socket_path
from game.speech.by_prism import PrismBackend
from tests.speech.dispatcher import PaperDispatcher

Open = Callable[[], Backend]


def _direct() -> Backend:
    return DispatcherBackend(socket_path())


WAYS = pytest.mark.parametrize("open_", [PrismBackend, _direct], ids=["prism", "direct"])


@pytest.mark.speech
@WAYS
def test_a_text_arrives_as_it_is(open_: Open, service: PaperDispatcher) -> None:
    speech = open_()
    speech.speak("You're out?\n.\n.5 of a ton, Ilija Petrović.", "en-AU", interrupt=True)
    heard = service.heard("Petrović. [0.00")
    said = re.sub(r" \[[^]]*\]", "", heard.partition("Petrović")[0])
    assert re.sub(r"\s+", " ", said) == "You're out? . .5 of a ton, Ilija "
    speech.close()


@pytest.mark.speech
@WAYS
def test_a_pace_is_spoken_and_then_the_players_own_again(
    open_: Open, service: PaperDispatcher
) -> None:
    speech = open_()
    for step, last in ((2, "[60.00"), (-2, "[-40.00"), (0, "[0.00")):
        speech.pace(step)
        speech.loudness(0.5)
        speech.speak("Out.", "en", interrupt=True)
        assert service.heard(last)
        speech.stop()
    speech.close()


@pytest.mark.speech
@WAYS
def test_a_service_that_ends_in_the_middle_is_noticed(
    open_: Open, service: PaperDispatcher
) -> None:
    speech = open_()
    speech.speak("One.", "en", interrupt=True)
    assert service.heard("One.")
    service.stop()
    with pytest.raises(NoSpeech) as gone:
        speech.speak("Two.", "en", interrupt=True)
    assert gone.value.lack == "lost"
    service.start()
    speech = open_()
    speech.speak("Three.", "en", interrupt=True)
    assert service.heard("Three.")
    speech.close()


@pytest.mark.speech
def test_an_order_that_the_service_refuses_is_noticed(service: PaperDispatcher) -> None:
    speech = DispatcherBackend(service.socket)
    with pytest.raises(NoSpeech):
        speech._ask("SING")
    speech.close()


@pytest.mark.speech
def test_a_german_text_is_spoken_in_german(service: PaperDispatcher) -> None:
    speech = _direct()
    for text, language in (("All out.", "en-AU"), ("Alle raus.", "de-AT"), ("Out.", "")):
        speech.speak(text, language, interrupt=True)
        service.heard(f"{text} [0.00")
    heard = service.heard("")
    assert re.findall(r"no_voice|english|german", heard) == ["english", "german", "german"]
    speech.close()


@pytest.mark.speech
def test_without_the_package_the_dispatcher_is_asked_itself(
    service: PaperDispatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "prism", None)
    speech = open_backend()
    assert isinstance(speech, DispatcherBackend)
    speech.speak("Out.", "", interrupt=False)
    assert service.heard("Out.")
    speech.close()


@pytest.fixture
def nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which nothing speaks."""
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path / 'none'}")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.speech
@pytest.mark.usefixtures("nobody")
def test_where_nobody_answers_that_is_told() -> None:
    with pytest.raises(NoSpeech) as none:
        open_backend()
    assert none.value.lack == "service"


@pytest.mark.usefixtures("nobody")
def test_a_missing_package_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prism", None)
    with pytest.raises(NoSpeech) as none:
        open_backend()
    assert none.value.lack == "package"


def test_a_socket_at_which_nobody_listens_is_no_service(tmp_path: Path) -> None:
    with pytest.raises(NoSpeech):
        DispatcherBackend(tmp_path / "none")


def test_the_usual_pace_adds_nothing() -> None:
    assert backend.STEPS[0] == 0
    assert sorted(backend.STEPS) == list(backend.STEPS)
