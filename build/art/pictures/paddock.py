"""A bean paddock behind Gannet Heads: Ivy sews a bag shut, and three children pick behind her.

Bush beans were a chief crop of the far South Coast, and Aboriginal families picked much of it, at
so much a bag: the history notes of the story, "pickers".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from build.art.block import Block
from build.art.pictures import paddock_folk as folk
from build.art.pictures import paddock_land as land
from build.art.pictures import paddock_rows as rows
from build.art.pictures import paddock_yard as yard
from build.art.work import pictures_of


def paddock(ss: int = 2, *, people: bool = True) -> Block:
    """The whole picture, from the sun to the bag in front."""
    b = Block(1920, 1080, "coast61", ss, seed=83, ground="gold")
    land.sky(b)
    land.far_side(b)
    land.soil(b)
    rows.shade(b)
    rows.far_rows(b)
    yard.shed(b)
    yard.tractor(b, people=people)
    waiting = folk.standing(people=people)
    for scale in rows.steps():
        while waiting and waiting[0][0] <= scale:
            waiting.pop(0)[1](b)
        rows.bushes(b, scale)
    return b


PICTURES: dict[str, Callable[[], Any]] = {"paddock": paddock}

WORKS = pictures_of("south-coast", PICTURES)
