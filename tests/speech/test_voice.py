"""The voice: on its own thread, and never in anybody's way."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from game.speech.backend import Lack
from game.speech.voice import Voice
from tests.speech.recording import Recording

Begin = Callable[[Recording], Voice]
told: list[Lack] = []


@pytest.fixture
def begin() -> Iterator[Begin]:
    """Begins a voice, and ends it."""
    told.clear()
    voices: list[Voice] = []

    def begin_(recording: Recording) -> Voice:
        voices.append(Voice(recording.open, told.append))
        return voices[-1]

    yield begin_
    for voice in voices:
        voice.close()


def settle(voice: Voice) -> None:
    deadline = time.monotonic() + 5
    while not voice.idle:
        assert time.monotonic() < deadline
        time.sleep(0.001)


class Slow(Recording):
    """Takes its time, until it is let go on."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()

    def open(self) -> Recording:
        """Wait, and be opened."""
        assert self.go.wait(5)
        return super().open()


def test_nothing_is_opened_before_there_is_something_to_say(begin: Begin) -> None:
    recording = Recording()
    voice = begin(recording)
    voice.rate = 2
    voice.stop()
    assert recording.opened == 0
    voice.say("Out.", "en-AU")
    settle(voice)
    assert recording.opened == 1
    (spoken,) = recording.spoken
    assert spoken == ("Out.", "en-AU", True, 2)


def test_saying_never_waits_and_only_the_last_is_left_when_the_service_is_slow(
    begin: Begin,
) -> None:
    recording = Slow()
    voice = begin(recording)
    voice.say("One.")
    voice.say("Also one.", interrupt=False)
    voice.say("Two.")
    voice.say("Also two.", interrupt=False)
    assert recording.opened == 0
    recording.go.set()
    settle(voice)
    assert recording.heard() == ["Two.", "Also two."]


def test_stopping_forgets_what_was_still_to_be_said(begin: Begin) -> None:
    recording = Slow()
    voice = begin(recording)
    voice.say("One.")
    voice.stop()
    recording.go.set()
    settle(voice)
    assert recording.heard() == []
    assert recording.calls[-1] == "stop"
    voice.say("Two.")
    settle(voice)
    assert recording.heard() == ["Two."]


def test_pace_and_volume_hold_from_the_next_text_on(begin: Begin) -> None:
    recording = Recording()
    voice = begin(recording)
    voice.say("One.")
    voice.rate = -2
    voice.volume = 0.5
    voice.say("Two.", interrupt=False)
    settle(voice)
    assert [one.at for one in recording.spoken] == [0, -2]
    assert recording.calls.index("loudness 0.5") < len(recording.calls) - 1


def test_it_says_how_long_it_probably_speaks(begin: Begin) -> None:
    voice = begin(Recording())
    states = [voice.speaking]
    voice.say("A sentence of some length, so that it takes a while.")
    states.append(voice.speaking)
    voice.stop()
    states.append(voice.speaking)
    assert states == [False, True, False]


@pytest.mark.parametrize("lack", ["package", "service"])
def test_where_nothing_speaks_that_is_told_once(begin: Begin, lack: Lack) -> None:
    voice = begin(Recording(lack))
    for text in ("One.", "Two."):
        voice.say(text)
        settle(voice)
    assert told == [lack]
    assert voice.dead


def test_a_service_that_is_gone_is_opened_once_more(begin: Begin) -> None:
    class Restarted(Recording):
        def open(self) -> Recording:
            self.lack, self.dies_after = None, 1 if self.opened == 0 else None
            return super().open()

    recording = Restarted()
    voice = begin(recording)
    for text in ("One.", "Two.", "Three."):
        voice.say(text)
        settle(voice)
    assert recording.heard() == ["One.", "Two.", "Three."]
    assert (recording.opened, told) == (2, [])


def test_one_that_stays_away_is_told_once(begin: Begin) -> None:
    recording = Recording(dies_after=1)
    voice = begin(recording)
    for text in ("One.", "Two.", "Three."):
        voice.say(text)
        settle(voice)
    assert recording.heard() == ["One."]
    assert (recording.opened, told, voice.dead) == (2, ["lost"], True)


def test_whatever_is_wrong_with_a_service_ends_speech_alone(begin: Begin) -> None:
    class Broken(Recording):
        def speak(self, text: str, language: str, *, interrupt: bool) -> None:
            raise TypeError((text, language, interrupt))

    voice = begin(Broken())
    voice.say("One.")
    settle(voice)
    assert (told, voice.dead) == (["lost"], True)


def test_closing_falls_silent_and_ends_the_thread(begin: Begin) -> None:
    recording = Recording()
    voice = begin(recording)
    voice.say("One.")
    settle(voice)
    voice.close()
    assert recording.calls[-2:] == ["stop", "close"]
    assert "voice" not in [thread.name for thread in threading.enumerate()]


def test_closing_does_not_wait_for_a_service_that_hangs(begin: Begin) -> None:
    recording = Slow()
    voice = begin(recording)
    voice.say("One.")
    voice.close()
    assert recording.opened == 0
    recording.go.set()
