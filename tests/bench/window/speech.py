"""What speech costs the window, and how soon after a key it begins.

    python -m tests.bench.window.speech

From a key to the call that hands the text to a speech service (which here only notes the time), and
from a key to the drawn screen with speech off and on: on arrow keys, and on choices that bring a
new screen. The bar is 20 ms to the call; nothing fails here by a clock.
"""

from __future__ import annotations

import statistics
import time

from game.ui.settings import Settings
from tests.speech.recording import Recording
from tests.ui.pilot import Pilot, rope

ROUNDS = 100


class Clock(Recording):
    """Notes when it was called."""

    called = 0.0

    def speak(self, text: str, language: str, *, interrupt: bool) -> None:
        """Note the time."""
        self.called = time.perf_counter()
        super().speak(text, language, interrupt=interrupt)


def measured(pilot: Pilot, clock: Clock, key: str) -> tuple[float, float]:
    """Milliseconds from a key to the drawn screen, and to the call (0 without speech)."""
    start = time.perf_counter()
    pilot.post_key(key)
    pilot.window.step(0)
    drawn = time.perf_counter()
    pilot.heard()
    return (drawn - start) * 1000, max(0.0, (clock.called - start) * 1000)


def summary(figures: list[float]) -> str:
    """Median and 95th percentile."""
    middle, worst = statistics.median(figures), statistics.quantiles(figures, n=20)[-1]
    return f"median {middle:6.2f} ms, 95th percentile {worst:6.2f} ms"


def opened(voice: str) -> tuple[Pilot, Clock]:
    """A window on the first screen of the tests' own story, with speech off or on."""
    clock = Clock()
    pilot = Pilot(rope(), settings=Settings().having("voice", voice), speech=clock)
    pilot.press("1")
    return pilot, clock


def main() -> None:
    """Measure and print."""
    for voice in ("off", "on"):
        pilot, clock = opened(voice)
        arrows = [measured(pilot, clock, "down") for _ in range(ROUNDS)]
        choices = []
        for _ in range(ROUNDS):
            choices.append(measured(pilot, clock, "4"))
            pilot.press("left")
        for what, figures in (("arrow key", arrows), ("choice", choices)):
            print(f"speech {voice}, {what} to drawn screen: {summary([d for d, _ in figures])}")
            if voice == "on":
                print(
                    f"speech {voice}, {what} to the call:      {summary([c for _, c in figures])}"
                )
    pilot, _ = opened("on")
    voicing = pilot.window.voicing
    assert voicing is not None
    start = time.perf_counter()
    for _ in range(1000):
        voicing.look(acted=False)
    print(f"a look at which nothing is new: {time.perf_counter() - start:.4f} ms")
    voicing.close()


if __name__ == "__main__":
    main()
