"""One thing that is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from PIL import Image

from build.art.block import Block

Form = Literal["picture", "portrait", "poster", "ornament", "icon"]
"""What it is for: the contact sheet shows each form in a size of its own."""


@dataclass(frozen=True)
class Work:
    """A made file: its name, its path under `assets/`, how it is made, and what for.

    `make` gives a Block, which is then printed, or an image. Of a print, `palette` names the inks
    that it is reduced to (a Block brings its own); any other image is written without loss.
    """

    name: str
    file: str
    make: Callable[[], Block | Image.Image]
    form: Form = "picture"
    palette: str | None = None


def pictures_of(story: str, makers: Mapping[str, Callable[[], Block]]) -> tuple[Work, ...]:
    """The pictures of a story by their ids in it, each where the game looks for it."""
    return tuple(
        Work(f"{story}/{id_}", f"pictures/{story}/{id_}.webp", make) for id_, make in makers.items()
    )
