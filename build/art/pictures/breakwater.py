"""The Breakwater, an invented corner hotel: at five o'clock, and shut at night.

The house has what hotels of the coast had then: a door across the corner, glazed tiles to the
shoulder, an awning, bedrooms over the bar, a boot scraper let into the step.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from build.art.block import Block
from build.art.people.person import SKIN, Person, stand
from build.art.people.placing import place
from build.art.pictures import pub_front as front
from build.art.pictures import pub_street as street
from build.art.pictures.pub_people import put, walk, who
from build.art.pictures.pub_train import coal_train
from build.art.work import pictures_of

_WARM = (-0.55, 0.32, 0.74)


def _scenery(ss: int, *, night: bool) -> Block:
    """Everything but the people."""
    block = Block(1920, 1080, "coast61", ss, seed=61, ground="key")
    street.sky(block, night=night)
    street.works(block, night=night)
    street.houses(block, night=night)
    if night:
        coal_train(block)
    street.ground(block, night=night)
    front.walls(block, night=night)
    front.side_windows(block, night=night)
    front.upstairs(block, 2 if night else None)
    front.doorway(block, night=night)
    front.awning(block, night=night)
    street.step(block, night=night)
    return block


def breakwater(ss: int = 2) -> Block:
    """Five o'clock: the gang goes in, and Roy stays on the step."""
    block = _scenery(ss, night=False)
    _street_men(block)
    _going_in(block)
    _roy(block)
    _passing(block)
    return block


def _street_men(block: Block) -> None:
    """The shift coming up from the gate, small along the side wall."""
    for k, (x, scale) in enumerate(
        (
            (1500, 4.5),
            (1484, 5.5),
            (1494, 6.5),
            (1462, 7.5),
            (1440, 9.5),
            (1404, 11.5),
            (1352, 15.5),
        )
    ):
        man: Any = Person(
            male=1,
            age=30 + 6 * (k % 5),
            seed=80 + k,
            hat=("flatcap", "trilby", None, "akubra")[k % 4],
            hat_ink=("key", "key"),
            top=("jacket", "shirt", "donkey")[k % 3],
            top_ink=("key", "key"),
            shirt_ink=("paper", "sand"),
            legs_ink=("key", "key"),
            pose=walk(),
        )
        place(
            block,
            man,
            x,
            front.EYE - 3,
            scale,
            yaw=-30 + 9 * (k % 4),
            halo=("red", 1.6),
            light=(-0.7, 0.3, 0.6),
        )


def _going_in(block: Block) -> None:
    """Three of the gang in the doorway, black against the room."""
    deep = ((790, 372, 15, 170, "trilby"), (828, 376, 13, 20, None))
    for k, (x, y, scale, yaw, hat) in enumerate(deep):
        man: Any = Person(
            male=1,
            age=34 + 8 * k,
            seed=90 + k,
            hat=hat,
            hat_ink=("key", "key"),
            top="jacket",
            top_ink=("key", "key"),
            legs_ink=("key", "key"),
            pose=stand(),
        )
        place(block, man, x, y, scale, yaw=yaw, light=(0.1, 0.9, 0.2))
    first = Person(
        male=1,
        age=40,
        seed=95,
        hat="flatcap",
        hat_ink=("key", "key"),
        top="jacket",
        top_ink=("key", "key"),
        edge="gold",
        legs_ink=("key", "key"),
        pose=walk(),
    )
    place(block, first, 622, 362, 29, yaw=168, halo=("gold", 2), light=(0.6, 0.6, 0.1))
    second = Person(
        male=1,
        age=52,
        seed=96,
        weight=0.75,
        hat="trilby",
        hat_ink=("brown", "brown"),
        top="jacket",
        top_ink=("teal", "teal"),
        legs_ink=("key", "key"),
        pose=walk(head=(0, 20, 0)),
    )
    place(block, second, 712, 358, 31.5, yaw=160, halo=("key", 2.5), light=(0.3, 0.6, -0.2))


def _roy(block: Block) -> None:
    """Roy at the jamb, his hat on, the scraper beside him."""
    y = 297
    street.scraper(block, 1176, 920, 0.95, "gold")
    man = who(
        "roy",
        hat="trilby",
        hat_ink=("brown", "brown"),
        band_ink="key",
        top="jacket",
        top_ink=("teal", "teal"),
        shirt_ink=("paper", "sand"),
        legs_ink=("key", "key"),
        edge="gold",
        pose=stand(head=(0, -4, 0)),
        gaze=(-3, 0),
    )
    put(
        block,
        man,
        985,
        y,
        40,
        yaw=-20,
        halo=("gold", 2.2),
        light=_WARM,
        hatch_pitch=3.6,
        over={SKIN: {"split": (0.73, 1.0), "jit": 0.15}},
    )
    block.rect(950, y + 207, 986, y + 234, "teal", 0.3)
    _boots(block, man, 40, "gold")


def _boots(block: Block, man: Any, size: float, lit: str) -> None:
    """Blacked boots over a standing man's feet."""
    for side in ("R", "L"):
        x, y = man.px("foot." + side)
        tx, ty = man.px("foot." + side, True)
        way = 1 if tx >= x else -1
        toe = tx + way * 0.55 * size
        pts = [
            (x - way * 0.55 * size, y - 0.75 * size),
            (x + way * 0.5 * size, y - 0.75 * size),
            (x + way * 0.75 * size, y + 0.1 * size),
            (toe + way * 0.3 * size, ty + 0.05 * size),
            (toe + way * 0.4 * size, ty + 0.55 * size),
            (x - way * 0.6 * size, ty + 0.5 * size),
        ]
        block.poly(pts, "key", 0.6)
        block.stroke(
            [(x - way * 0.5 * size, ty + 0.5 * size), (toe + way * 0.3 * size, ty + 0.52 * size)],
            max(2, 0.07 * size),
            lit,
            (0.4, 1),
            0.4,
        )
        block.gouge(x + way * 0.7 * size, y + 0.25 * size, 10 * way, 0.5 * size, 0.13 * size, lit)


def _passing(block: Block) -> None:
    """The nearest of the gang, large, going round him."""
    man: Any = Person(
        male=1,
        age=45,
        seed=33,
        weight=0.65,
        hat="trilby",
        hat_ink=("key", "key"),
        band_ink="brown",
        top="jacket",
        top_ink=("key", "key"),
        legs_ink=("key", "key"),
        edge="gold",
        pose=walk(head=(0, 14, 0)),
    )
    place(block, man, 424, 384, 64, yaw=128, halo=("gold", 3), light=(0.85, 0.3, 0.1), big=True)
    _bag(block, *man.px("finger3-1.R"))


def _bag(block: Block, x: float, y: float) -> None:
    """A wharf labourer's gladstone bag, hung from the hand at (x, y)."""
    block.stroke(
        [(x - 46, y + 58), (x - 40, y + 16), (x + 34, y + 14), (x + 42, y + 58)], 13, "key"
    )
    body = [
        (x - 104, y + 200),
        (x - 84, y + 66),
        (x - 52, y + 46),
        (x + 50, y + 46),
        (x + 84, y + 66),
        (x + 104, y + 200),
    ]
    block.poly(body, "gold", 0.8)
    inner = [(a + (x - a) * 0.03, b + (y + 125 - b) * 0.04) for a, b in body]
    block.poly(inner, "key", 0.8)
    leather = block.mask(inner)
    block.engrave(leather, "brown", lambda a, _b: 1.1 - 0.4 * (a - x + 100) / 200, 74, 10, 2)
    block.stroke([(x - 76, y + 82), (x + 76, y + 82)], 7, "gold", wob=0.6)
    block.rect(x - 12, y + 70, x + 14, y + 100, "gold", 0.5)


def breakwater_night(ss: int = 2) -> Block:
    """Shut: one lit window upstairs, the coal train on the crossing, a wet road."""
    block = _scenery(ss, night=True)
    street.scraper(block, 1176, 920, 0.95, "sand")
    return block


PICTURES: dict[str, Callable[[], Block]] = {
    "breakwater": breakwater,
    "breakwater_night": breakwater_night,
}

WORKS = pictures_of("south-coast", PICTURES)
