"""A milk bar in a country town, seen from behind its counter: a woman has paid, and waits.

"Places and dates of single bans are not known": the town and the cafe are invented.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from build.art.block import Block
from build.art.pictures import milk_bar_folk as folk
from build.art.pictures import milk_bar_room as room
from build.art.work import pictures_of


def milk_bar(ss: int = 2, *, people: bool = True) -> Block:
    """The whole picture."""
    b = Block(1920, 1080, "coast61", ss, seed=37, ground="key")
    room.walls(b)
    if not people:
        room.chairs(b)
        room.counter(b)
        room.near_things(b)
        return b
    folk.served(b)
    room.chairs(b)
    woman = folk.waiting(b)
    room.counter(b)
    folk.hand_and_money(b)
    folk.arm(b, woman)
    folk.server(b)
    room.near_things(b)
    return b


PICTURES: dict[str, Callable[[], Any]] = {
    "milk_bar": milk_bar,
}

WORKS = pictures_of("south-coast", PICTURES)
