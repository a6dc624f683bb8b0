"""The lagoon at dusk: who has a chair out, in the light of the hut's door."""

from __future__ import annotations

import numpy as np

from build.art.block import Block
from build.art.pictures.coast_folk import (
    CLOSED,
    Person,
    Placed,
    hold,
    known,
    local,
    put,
    seated,
    stand,
)
from build.art.pictures.coast_land import Point
from build.art.pictures.lagoon_folk import GRANDFATHER

_BY_THE_DOOR = (0.78, 0.24, 0.5)


def at_dusk(b: Block) -> None:
    """Vi and an old man on chairs, Roy and June on their feet, talking."""
    _chair(b, 716, 800, -1)
    _chair(b, 890, 806, -1)
    _set(b, _vi(), (716, 474), 41, 20)
    _set(b, _grandfather(), (890, 480), 42, 14)
    placed = _set(b, _roy(), (534, 380), 42, 36)
    _mug(b, *placed.px("finger3-1.R"))
    _set(b, _june(), (1094, 392), 41, -26)


def _set(b: Block, who: Person, at: Point, scale: float, yaw: float) -> Placed:
    """Lay one of them down; the light is the door's."""
    return put(b, who, at, scale, yaw=yaw, light=_BY_THE_DOOR, big=True, halo=("key", 3), cast=0.12)


def _roy() -> Person:
    """Roy with a mug, his hat on."""
    pose = hold(stand(head=(2, 14, 0)), "R", fore=(-0.35, 0.4, 1), upper=(0.3, -1, 0.2))
    return known(
        "roy",
        hat="trilby",
        hat_ink=("brown", "brown"),
        top="shirt",
        shirt_ink=("teal", "teal"),
        sleeves="rolled",
        pose=pose,
        hands={"R": (60, 70, 44)},
        expr={"mouthSmile": 0.4},
    )


def _vi() -> Person:
    """Vi, her hands in her lap."""
    return known(
        "vi",
        top="cardigan",
        top_ink=("red", "red"),
        shirt_ink=("paper", "sand"),
        legs="skirt",
        legs_ink=("teal", "teal"),
        pose=seated(0, 8, 0),
        hands=CLOSED,
        expr={"mouthSmile": 0.4},
    )


def _grandfather() -> Person:
    """The man who mends nets by day."""
    return local(**GRANDFATHER, pose=seated(-2, 12, 0), hands=CLOSED)


def _june() -> Person:
    """June, telling it."""
    pose = hold(stand(head=(4, -10, 0)), "R", fore=(-0.3, -0.1, 1), upper=(0.2, -1, 0.2))
    return known(
        "june",
        top="blouse",
        shirt_ink=("gold", "gold"),
        legs="skirt",
        pose=hold(pose, "L", fore=(-0.6, -0.2, 0.9), upper=(0.28, -1, 0.2)),
        hands={"L": (38, 48, 30), "R": (12, 16, 10)},
        expr={"mouthSmile": 0.5, "jawOpen": 0.16},
    )


def _mug(b: Block, x: float, y: float) -> None:
    """An enamel mug."""
    b.rect(x - 14, y - 22, x + 14, y + 8, "key", 0.5)
    b.rect(x - 10, y - 18, x + 10, y + 5, "paper", 0.5)


def _chair(b: Block, x: float, y: float, way: int) -> None:
    """A kitchen chair carried out; its back stands on the side away from the talk."""
    for dx, foot in ((-78, 196), (84, 180), (-62, 150), (66, 150)):
        line = [(x + dx * 0.92, y), (x + dx, y + foot)]
        b.stroke(line, 18, "key")
        b.stroke([(px + 3, py) for px, py in line], 6, "brown")
    back = x + way * 84
    for dx in (0, -way * 30):
        b.stroke([(back + dx, y), (back + dx + way * 22, y - 250)], 18, "key")
        b.stroke([(back + dx + 3, y), (back + dx + way * 22 + 3, y - 246)], 7, "gold")
    for up in (110, 180, 236):
        rail = [(back + way * up * 0.09, y - up), (back - way * 30 + way * up * 0.09, y - up)]
        b.stroke(rail, 20, "key")
        b.stroke(rail, 9, "brown")
    at = np.array([x, y])
    seat = np.array([(-90, -6), (90, -6), (98, 20), (-98, 20)]) + at
    b.poly(seat, "key", 0.8)
    b.poly(seat * 0.94 + at * 0.06, "brown", 0.8)
