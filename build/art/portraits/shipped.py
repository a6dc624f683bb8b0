"""The portraits and figures that ship, by the names under which the game looks for them."""

from __future__ import annotations

from functools import partial

from build.art.portraits.anybody import ANYBODY
from build.art.portraits.sitting import MOOD_NAMES, portrait
from build.art.portraits.standing import standing
from build.art.work import Work

FACES = (
    "roy", "merv", "alby", "les", "ilija", "clarrie", "norm", "col", "vi", "june", "len",
    "dulcie", "quirk", "vince", "ivy", "arch", "jean", "orr", "tasker", "mick",
    "nell",
)  # fmt: skip
"""Who speaks in the South Coast story."""

GANG = ("roy", "les", "alby", "merv", "ilija", "clarrie", "col", "norm", "frank")
DELEGATES = ("tasker", "dulcie", "jean", "arch", "orr")
_HANDS = ((True, "hand-up"), (False, "hand-down"))


def _called(person: str) -> str:
    """Stories call the player `you`."""
    return "you" if person == "frank" else person


def _faces() -> tuple[Work, ...]:
    return tuple(
        Work(
            f"south-coast/{person}-{mood}", f"portraits/south-coast/{person}-{mood}.webp",
            partial(portrait, person, mood), "portrait", "coast61",
        )
        for person in FACES
        for mood in MOOD_NAMES
    )  # fmt: skip


def _figures(story: str, people: tuple[str, ...]) -> tuple[Work, ...]:
    return tuple(
        Work(
            f"{story}/{_called(person)}-{word}",
            f"portraits/{story}/{_called(person)}-{word}.webp",
            partial(standing, person, up=up), "portrait", "coast61",
        )
        for person in people
        for up, word in _HANDS
    )  # fmt: skip


WORKS = (
    *_faces(),
    *_figures("south-coast", GANG + DELEGATES),
    *_figures("anybody", tuple(ANYBODY)),
)
