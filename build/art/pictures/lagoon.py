"""The camp by the lagoon: people at home and busy; and the same place at dusk, chairs out.

Huts of palings, flattened tin and sacking near a lagoon at Port Kembla, one tap to many huts:
the history notes of the story, "Port Kembla camps". Nothing here is a known person's house.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from build.art.block import Block
from build.art.pictures import lagoon_evening as evening
from build.art.pictures import lagoon_folk as folk
from build.art.pictures import lagoon_land as land
from build.art.pictures.lagoon_hut import hut
from build.art.work import pictures_of


def lagoon(ss: int = 2, *, dusk: bool = False, people: bool = True) -> Block:
    """The whole picture, by day or at dusk."""
    b = Block(1920, 1080, "coast61", ss, seed=19, ground="key" if dusk else "gold")
    land.sky(b, dusk=dusk)
    land.water(b, dusk=dusk)
    land.ground(b, dusk=dusk)
    hut(b, dusk=dusk)
    if people:
        (evening.at_dusk if dusk else folk.by_day)(b)
    land.she_oaks(b, dusk=dusk)
    return b


PICTURES: dict[str, Callable[[], Any]] = {
    "lagoon": lagoon,
    "lagoon_dusk": partial(lagoon, dusk=True),
}

WORKS = pictures_of("south-coast", PICTURES)
