"""What drawing and looking back cost, measured in the window's own process.

    python -m tests.bench.window.inside STORY WxH

Prints one line of JSON: milliseconds, medians and 95th percentiles.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from game.places import shipped_stories
from game.play.playthrough import Playthrough
from game.play.program import Program
from game.story.load import load_story
from game.story.model import Story
from tests.bench.window.outside import Spread, spread
from tests.ui.pilot import Pilot

ROUNDS = 40


def timed(do: Callable[[], object], before: Callable[[], object] = lambda: None) -> Spread:
    """How long `do` takes; `before` is done first each time, unmeasured."""
    took = []
    for _ in range(ROUNDS):
        before()
        start = time.perf_counter()
        do()
        took.append(time.perf_counter() - start)
    return spread(took)


def to_an_ending(story: Story) -> tuple[str, ...]:
    """The choices of a play that comes to an ending, found by taking the first or the last."""
    for number in (0, -1):
        play = Playthrough(Program(story))
        while play.view.ending is None and len(play.choices) < 200:
            play.choose(play.view.numbered[number].id)
        if play.view.ending is not None:
            return play.choices
    raise SystemExit(f"{story.id} comes to no ending in 200 choices")


def redraw(path: Path, size: tuple[int, int]) -> Spread:
    """A full redraw of a scene with its picture, to the flipped screen."""
    pilot = Pilot(load_story(path), folder=path, size=size)
    pilot.press("1")
    rest(pilot)

    def all_of_it() -> None:
        pilot.window.desk.dirty = True
        pilot.window.draw()

    return timed(all_of_it)


def rest(pilot: Pilot) -> None:
    """What a reader leaves the window: time in which it makes ready what may come."""
    for _ in range(30):
        pilot.window.step(0.03)


def look_back(path: Path, size: tuple[int, int], saves: Path) -> tuple[float, Spread]:
    """From D at an ending to the drawn page: the first time, and again and again."""
    story = load_story(path)
    pilot = Pilot(story, folder=path, size=size, resumed=to_an_ending(story), saves=saves)
    pilot.press("1")
    rest(pilot)
    start = time.perf_counter()
    pilot.press("d")
    first = time.perf_counter() - start
    assert pilot.showing == "LookBackScreen"

    def back() -> None:
        pilot.press("escape")

    back()
    return first * 1000, timed(lambda: pilot.press("d"), back)


def main(path: Path, size: tuple[int, int]) -> None:
    """Measure and print."""
    shipped = sorted(p for p in shipped_stories().iterdir() if (p / "story.yaml").exists())
    with TemporaryDirectory() as folder:
        first, again = look_back(shipped[0], size, Path(folder))
    print(json.dumps({"redraw": redraw(path, size), "look_back": again, "first": first}))


if __name__ == "__main__":
    wide, _, high = sys.argv[2].partition("x")
    main(Path(sys.argv[1]), (int(wide), int(high)))
