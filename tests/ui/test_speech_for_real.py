"""The window speaks through Prism to a real Speech Dispatcher, which writes down what arrives."""

import re
from pathlib import Path

import pytest

from game.speech.by_prism import PrismBackend
from game.ui import wording, words_aloud
from tests.speech.dispatcher import PaperDispatcher
from tests.ui.pilot import Pilot, rope

pytestmark = pytest.mark.speech


def spoken(service: PaperDispatcher, last: str) -> str:
    """What was spoken until now, once that ends so, without the paces and voices."""
    return re.sub(r" \[[^\]]*\]", "", service.heard(last))


def test_a_play_is_heard_from_the_first_run_to_its_end(
    service: PaperDispatcher, home: Path
) -> None:
    pilot = Pilot(rope(), settings=home / "settings.json")
    pilot.window._speech = PrismBackend
    pilot.press("v")
    assert wording.FIRST_TITLE in spoken(service, "1: Go on with this.")
    for keys, last in (
        (["return"], "4: Quit."),
        (["1"], "4: Take Les's Saturday on the sulphur boat for him."),
        (["4"], "You would need your Saturday back."),
        (["down"], "2: Put two shillings in the tin for the laundress."),
        (["1"], "3: Sit down on the step."),
        (["2"], "1: Call the vote."),
        (["1", "return"], "1: Go on."),
        (["return"], "6: Quit."),
    ):
        pilot.press(*keys)
        assert last in spoken(service, last)
    heard = spoken(service, "6: Quit.")
    for words in ("Harold Pike-Worthington: Hand up.", "5 up, 2 down: Carried.", "Twelve kegs."):
        assert words in heard
    service.stop()
    pilot.press("down")
    pilot.settle()
    assert words_aloud.NO_SPEECH["lost"] in pilot.words
    assert pilot.hot == "again"
