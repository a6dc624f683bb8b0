"""A picture theatre in a country town that never was: its front on a Saturday night, and its rows.

Roped-off front seats were a custom of some South Coast picture theatres; the theatres of
Wollongong are not known to have had them (the story's history notes, "Cinema"). So the town, the
theatre and its films are invented.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from build.art.block import Block
from build.art.pictures import cinema_front, cinema_hall, cinema_queue, cinema_rows
from build.art.work import pictures_of


def cinema(ss: int = 2, *, people: bool = True) -> Block:
    """Outside, before the show."""
    b = Block(1920, 1080, "coast61", ss, seed=23, ground="key")
    cinema_front.front(b)
    if people:
        cinema_queue.queue(b)
    return b


def cinema_inside(ss: int = 2, *, people: bool = True) -> Block:
    """Inside, from a row behind the rope."""
    b = Block(1920, 1080, "coast61", ss, seed=29, ground="key")
    cinema_hall.hall(b)
    if people:
        cinema_rows.rows(b)
    return b


PICTURES: dict[str, Callable[[], Any]] = {
    "cinema": cinema,
    "cinema_inside": cinema_inside,
}

WORKS = pictures_of("south-coast", PICTURES)
