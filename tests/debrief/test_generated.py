"""Fates and turning points, against playing on from every state of stories that nobody wrote.

Some hundreds in a plain run, as played and with every vote open. More by one command:

    ONE_OUT_EXAMPLES=5000 python -m pytest -o faulthandler_timeout=0 tests/debrief -k generated
"""

from __future__ import annotations

import os
from itertools import count
from random import Random

import pytest

from game.check import values
from game.check.foresee import foresee
from game.debrief.turning import turning
from game.play.program import Program
from tests.check.test_differential import in_many_pages
from tests.debrief.ahead import Ahead
from tests.debrief.generated import MAKERS, wrong
from tests.story.test_generated import load

EXAMPLES = int(os.environ.get("ONE_OUT_EXAMPLES", "0")) or 200
CHUNKS = 4


def agree(maker: str, start: int, step: int, many: int) -> None:
    for seed in count(start, step):
        found = wrong(maker, seed)
        assert not found, f"seed {seed} of {maker}: {found}"
        many -= found is not None
        if many <= 0:
            break


@pytest.mark.parametrize("chunk", range(CHUNKS))
@pytest.mark.parametrize("maker", MAKERS)
def test_a_generated_story_turns_where_playing_on_says(maker: str, chunk: int) -> None:
    agree(maker, chunk, CHUNKS, EXAMPLES // CHUNKS)


@pytest.mark.parametrize("maker", MAKERS)
def test_a_generated_story_in_many_pages_turns_there_too(
    maker: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_many_pages(monkeypatch)
    assert values.MOST_JOINT == 4
    agree(maker, 0, 1, EXAMPLES // 4)


def test_generated_stories_lose_endings_in_every_way() -> None:
    seen: set[tuple[bool, str, str]] = set()
    for maker, files in MAKERS.items():
        for seed in range(60 if maker == "made" else 30):
            story = load(files(seed))
            for free in (False, True):
                ahead = Ahead(Program(story), free_meetings=free)
                found = turning(
                    Program(story),
                    ahead.route(Random(seed)),
                    foresee(story, free_meetings=free),
                    free_meetings=free,
                )
                for one in found.endings:
                    kind = one.lost.chosen.kind if one.lost is not None else ""
                    seen.add((free, one.status, kind))
    assert {kind for _, status, kind in seen if status == "lost"} == {"choice", "result", "skip"}
    for free in (False, True):
        assert {("reached", ""), ("never", ""), ("lost", "choice")} <= {
            (status, kind) for how, status, kind in seen if how == free
        }
