"""The road south, from the back of a borrowed car: Vi's hat in front, Dulcie's behind.

The car is a sedan of the middle fifties, with its steering wheel on the right. The sea is on the
right, so it is going north, home. By night it comes up a farm track to a paddock gate.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from build.art.block import Block
from build.art.pictures import road_car as car
from build.art.pictures import road_gate as gate
from build.art.pictures import road_view as view
from build.art.work import pictures_of


def road(ss: int = 2, *, night: bool = False, people: bool = True) -> Block:
    """The whole picture, by day or by night."""
    b = Block(1920, 1080, "coast61", ss, seed=61, ground="key" if night else "gold")
    if night:
        gate.by_night(b, people=people)
    else:
        view.by_day(b, people=people)
    car.shell(b, night=night)
    if people:
        car.riders(b, night=night)
    return b


PICTURES: dict[str, Callable[[], Any]] = {
    "road": road,
    "road_night": partial(road, night=True),
}

WORKS = pictures_of("south-coast", PICTURES)
