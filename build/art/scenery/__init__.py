"""Stock scenery, by what it is made of; all of it can be had from here."""

from build.art.scenery.chimneys import smoke, stack
from build.art.scenery.hills import escarpment, ridge
from build.art.scenery.masonry import bricks, cobbles
from build.art.scenery.ropes import rope, sag
from build.art.scenery.timber import boards
from build.art.scenery.weather import rain

__all__ = [
    "boards",
    "bricks",
    "cobbles",
    "escarpment",
    "rain",
    "ridge",
    "rope",
    "sag",
    "smoke",
    "stack",
]
