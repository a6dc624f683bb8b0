"""What saving and loading cost in the window: from the key to the drawn screen, and alone.

    python -m tests.bench.window.saves [STORY]

On the first choices of a shipped story, to its end or the thirtieth, in the system's folder for
temporary files: what the disk under it takes for a flush is in every figure. The bars are 10 ms
for a save and 50 ms for a load, medians; nothing fails here by a clock.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame

from game.places import shipped_stories
from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.saves import SLOTS
from game.story.load import load_story
from game.story.model import Story
from tests.ui.pilot import Pilot

ROUNDS = 25
APART = 0.3
"""Seconds between rounds: what a thread still had to write is written then, as in a game."""


def timed(what: str, do: Callable[[], object], before: Callable[[], object] = lambda: None) -> None:
    """Print how long `do` takes; `before` is done first each time, unmeasured."""
    took = []
    for _ in range(ROUNDS):
        before()
        time.sleep(APART)
        start = time.perf_counter()
        do()
        took.append((time.perf_counter() - start) * 1000)
    worst = statistics.quantiles(took, n=20)[-1]
    print(f"{what}: median {statistics.median(took):.2f} ms, 95th percentile {worst:.2f} ms")


def flushed(path: Path) -> None:
    """The least that keeping something can cost: as many bytes, and the disk's word for them."""
    with path.open("wb") as file:
        file.write(bytes(1000))
        file.flush()
        os.fsync(file.fileno())


def played(story: Story) -> tuple[str, ...]:
    """Its first choices, at most thirty."""
    playthrough = Playthrough(Program(story))
    while playthrough.view.numbered and len(playthrough.choices) < 30:
        playthrough.choose(1)
    return playthrough.choices


def main(path: Path, size: tuple[int, int]) -> None:
    """Measure and print."""
    story = load_story(path)
    choices = played(story)
    with TemporaryDirectory() as folder:
        pilot = Pilot(story, size=size, saves=Path(folder), resumed=choices, folder=path)
        pilot.click("continue")
        print(f"{story.id}, {len(choices)} choices, {size[0]}x{size[1]}")
        keeping, sitting = pilot.sitting.keeping, pilot.sitting
        assert keeping is not None
        timed("floor, a thousand bytes flushed", lambda: flushed(Path(folder) / "floor"))
        timed("save alone", lambda: keeping.save(1))
        timed("F5 to drawn screen", lambda: pilot.press("f5"))

        def elsewhere() -> None:
            sitting.restart()
            sitting.choose(sitting.view.numbered[-1].id)
            pilot.settle()

        timed("load alone, the place left and the new one kept", lambda: keeping.load(1), elsewhere)
        timed("F9 to drawn screen", lambda: pilot.press("f9"), elsewhere)
        for slot in range(1, SLOTS + 1):
            keeping.save(slot)
        pilot.press("s")

        def back() -> None:
            pilot.press("escape")

        timed("S to the drawn saves, all full", lambda: pilot.press("s"), back)
        print(f"driver {pygame.display.get_driver()}")


if __name__ == "__main__":
    shipped = sorted(p for p in shipped_stories().iterdir() if (p / "story.yaml").exists())
    wanted = Path(sys.argv[1]) if len(sys.argv) > 1 else shipped[0]
    for size in ((1280, 720), (1920, 1080)):
        main(wanted, size)
