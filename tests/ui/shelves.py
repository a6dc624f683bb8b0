"""Shelves for the tests of the window: sound stories, and one that cannot be read."""

from __future__ import annotations

from pathlib import Path

from game.story.shelf import Shelved
from tests.ui.pilot import STORY

ROPE = Shelved(
    "rope",
    "The Rope",
    "A pub has strung a rope across its bar. You work with men from both sides of it.",
    1961,
    "South Coast, New South Wales",
    35,
    STORY,
    reading_age=13,
    content_notes=("Aboriginal and Torres Strait Islander readers: people are named. And more.",),
)
SHEETS = Shelved(
    *("sheets", "sheets", "", 0, "", 0, Path("sheets"), "story.yaml:3: `title` is missing"),
    mend="Write `title:` and the story\u2019s title under `id:`.",
)
BUS = ROPE._replace(id="bus", title="The Bus to Dulais Valley", year=1984, place="London")
COTTON = ROPE._replace(id="cotton", title="Cotton", year=1862, content_notes=(), minutes=1)


def shelf_of(count: int) -> list[Shelved]:
    """So many stories, a broken one among them if they are more than one."""
    kinds = (ROPE, SHEETS, BUS, COTTON)
    return [
        kinds[n % 4]._replace(id=f"{kinds[n % 4].id}-{n}", path=Path(f"story-{n}"))
        for n in range(count)
    ]


def left_off(story: Shelved) -> str | None:
    """The first story is begun."""
    return "The pub: Roy stops at the step" if story.id.startswith("rope") else None
