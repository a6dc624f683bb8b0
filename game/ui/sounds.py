"""What is to be heard with a screen, as plain values."""

from __future__ import annotations

from typing import Literal, NamedTuple

Noise = Literal["focus", "choose", "page", "hand"]
"""What a screen itself sounds like: the focus moves, something is taken, a page is turned, a hand
goes up."""


class Heard(NamedTuple):
    """What is to be heard with a screen, by the ids of the story's sounds.

    `sound` is heard once when one comes to `choices`, in a play begun so many times before.
    """

    music: str | None = None
    ambience: str | None = None
    sound: str | None = None
    choices: tuple[str, ...] = ()
    beginnings: int = 0


THEME = Heard(music="theme")
"""What is heard before a story begins."""
