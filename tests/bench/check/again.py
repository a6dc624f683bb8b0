"""CPU milliseconds of checking a story of 250 passages again after an edit, side by side.

    python -m tests.bench.check.again [--rounds 20]

In one process, as `one-out watch` does it: the check from nothing; the check that remembers the one
before the edit (`game.check.memo`; the bar is 30 ms); and, where only words were changed, what is
kept by outline (`game.check.cache`; the bar is 100 ms). Medians of edits that are all different.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from game.check import cache
from game.check.check import check
from game.check.memo import Memo
from game.story.model import Passage, Story
from tests.bench.check.families import acts
from tests.check.edits import simpler, with_passage

CHAPTERS = 31
"""As many chapters of `acts` have 252 passages."""


def milliseconds(work: Callable[..., object], *given: object, **named: object) -> float:
    """CPU time that `work` takes with these arguments."""
    start = time.process_time()
    work(*given, **named)
    return 1000 * (time.process_time() - start)


def reworded(story: Story) -> Story:
    """The story with other words in every passage, all a line further down."""

    def again(passage: Passage) -> Passage:
        return passage._replace(
            place=passage.place._replace(line=passage.place.line + 1),
            paragraphs=tuple(p._replace(text=("Other words.",)) for p in passage.paragraphs),
        )

    for passage in story.passages.values():
        story = with_passage(story, again(passage))
    return story


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.check.again", description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    story, chance = acts("a31", chapters=CHAPTERS), Random(1)
    print(f"{len(story.passages)} passages, {rounds} edits; medians, CPU ms")
    for problems in (True, False):
        nothing, again, memo = [], [], Memo()
        for _ in range(rounds):
            edited = simpler(story, chance)
            check(story, problems_only=problems, memo=memo)
            nothing.append(milliseconds(check, edited, problems_only=problems))
            again.append(milliseconds(check, edited, problems_only=problems, memo=memo))
        what = "problems only" if problems else "all, and twins"
        print(
            f"{what:14}  from nothing {statistics.median(nothing):6.1f}"
            f"  remembering {statistics.median(again):6.1f}"
        )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cache.keep(story, check(story), folder)
        edited = reworded(story)
        kept = [
            milliseconds(cache.kept, edited, free_meetings=False, folder=folder)
            for _ in range(rounds)
        ]
        print(f"only words changed, as kept on disk {statistics.median(kept):6.1f}")


if __name__ == "__main__":
    main()
