"""The pick-up shed at Port Kembla, seven in the morning: tea, and the gang on its feet."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from build.art.block import Block
from build.art.lettering import font
from build.art.people.person import COAT, LEGS, hold, sit, stand
from build.art.pictures.shed_room import lamp, notices, room
from build.art.pictures.shed_roster import IN_HAND, roster_and_pencils
from build.art.pictures.wharf_people import (
    arms_folded,
    gang,
    hands_on_hips,
    put,
    thumbs_in_braces,
    walk,
)
from build.art.pictures.wharf_things import drum, mug, quad, tin, urn
from build.art.work import pictures_of

_ANTON = "anton-400-normal.ttf"
_FROM_RIGHT = (0.78, 0.36, 0.42)
_FROM_LEFT = (-0.78, 0.36, 0.42)


def shed(ss: int = 2, *, vote: bool = False, men: bool = True) -> Block:
    """Nine mugs round a leaking urn; or the same shed with the gang standing to decide.

    Without men it is the ground for those whom the window stands there.
    """
    block = Block(1920, 1080, "coast61", ss, seed=71, ground="key")
    room(block)
    notices(block, font(_ANTON))
    lamp(block, 1004, 92, -10)
    if not men:
        return block
    if vote:
        _meeting(block)
        return block
    _coming_in(block)
    _behind_the_table(block)
    _table(block)
    _clarrie(block)
    _back_of_col(block)
    return block


def _coming_in(block: Block) -> None:
    """Men coming in out of the sun, and Roy at the door post with room to leave."""
    for i, (name, x, y, size) in enumerate(
        (("frank", 948, 398, 15), ("alby", 1084, 372, 18), ("les", 884, 372, 19))
    ):
        pose = walk((0, 8 * (i - 1), 0), 0.22 if i % 2 else -0.22)
        man = gang(name, pose=pose, top_ink=("key", "key"), shirt_ink=("key", "key"), edge="gold")
        put(
            block, man, (x, y), size, -8 + 12 * i, big=False, light=(0.2, 0.7, -0.5),
            halo=("gold", 2),
        )  # fmt: skip
        _shadow(block, x, y + size * 17.2, size)
    roy = gang("roy", pose=arms_folded((2, 26, 0)), legs_ink=("teal", "teal"), gaze=(6, 0))
    put(block, roy, (744, 300), 26, 24, light=_FROM_RIGHT, halo=("key", 3))
    _shadow(block, 744, 300 + 26 * 17, 26)


def _shadow(block: Block, x: float, y: float, size: float) -> None:
    """A long shadow laid down towards us, away from the sun."""
    slope = (x - 1010) / 230
    reach = size * 13
    for k in (-1, 1):
        foot = x + k * size * 1.1
        block.stroke(
            [(foot, y), (foot + slope * reach * 0.6 + k * reach * 0.1, y + reach)],
            size * 1.5, "key", (1, 1.5), 1.2,
        )  # fmt: skip


def _behind_the_table(block: Block) -> None:
    """Norm, who has spoken about the urn; Merv; Ilija waiting on his tea."""
    norm = gang("norm", pose=arms_folded((2, -22, 0)), hat="trilby", hat_ink=("key", "key"))
    put(block, norm, (1108, 330), 33, -30, light=_FROM_LEFT, halo=("key", 3))
    merv = gang("merv", pose=thumbs_in_braces((0, -16, 0)), hat="flatcap", hat_ink=("brown",) * 2)
    put(block, merv, (1452, 322), 38, -28, light=_FROM_LEFT, halo=("key", 3))
    ilija = gang("ilija", pose=arms_folded((0, -22, 0)), hat="flatcap", hat_ink=("key", "key"))
    put(block, ilija, (1578, 350), 42, -40, light=_FROM_LEFT, halo=("key", 3))


def _table(block: Block) -> None:
    """The trestle: nine mugs about the urn, and a tin where it drips."""
    y0, y1 = 664, 736
    top = [(1030, y0), (1640, y0), (1700, y1), (990, y1)]
    quad(block, top, "sand", 5)
    face = block.mask(top)
    block.engrave(face, "brown", lambda x, _y: 0.86 - (x - 1000) / 1500, 1, 9, wobble=1.8)
    block.engrave(face, "key", lambda x, _y: 1.16 - (x - 1000) / 1000, 2, 11)
    block.rect(984, y1, 1706, y1 + 30, "key", 1)
    block.rect(992, y1 + 3, 1700, y1 + 9, "paper", 0.6)
    for x, lean in ((1070, -30), (1630, 30)):
        for way in (-1, 1):
            foot = (x + lean + way * 44, 1085)
            block.stroke([(x + way * 6, y1 + 26), foot], 24, "key")
            block.stroke([(x + way * 6 - 3, y1 + 26), (foot[0] - 3, 1085)], 10, "brown")
        block.rect(x - 44, 900, x + 50, 918, "key", 0.8)
    back = [(1080, 674), (1134, 682), (1400, 676), (1458, 684), (1518, 676)]
    for i, (x, y) in enumerate(back):
        mug(block, x, y, 0.94, ("paper", "gold", "paper", "red", "paper")[i], lit=-1)
    block.rect(1208, 648, 1332, 690, "key", 0.8)
    block.rect(1214, 652, 1326, 686, "brown", 0.8)
    block.engrave(block.box(1214, 652, 1326, 686), "key", 0.5, 0, 7)
    urn(block, 1270, 650, 1.06, lit=-1)
    tin(block, 1270, 722, 1.25)
    for dy in (0, 17, 30):
        block.ellipse(1270, 624 + dy, 3.4, 5.5, "paper", 0.2)
    front = [(1062, 722), (1158, 726), (1404, 726), (1496, 722)]
    for i, (x, y) in enumerate(front):
        mug(block, x, y, 1.12, ("teal", "paper", "paper", "gold")[i], lit=-1)


def _clarrie(block: Block) -> None:
    """The delegate on a paint drum: a pencil at work, and a second in case of trouble."""
    drum(block, (500, 736, 716, 1010), "teal")
    pose = sit(stand(head=(8, 12, 0), lean=6), knees=0.3)
    pose = hold(pose, "L", fore=(-0.5, 0.05, 0.9), upper=(0.3, -1, 0.3))
    pose = hold(pose, "R", fore=(-0.42, 0.16, 1), upper=(0.3, -1, 0.25))
    hands = {"R": (58, 66, 40), "L": (40, 50, 30)}
    man = gang("clarrie", pose=pose, hands=hands, gaze=(10, -10), extra=roster_and_pencils)
    put(
        block, man, (596, 338), 56, 36, light=_FROM_RIGHT, halo=("key", 4), pitch=6,
        over={LEGS: {"lo": 0.5, "hi": 1.04}, **IN_HAND},
    )  # fmt: skip


def _back_of_col(block: Block) -> None:
    """The winch driver's back, near and black, closing the picture at the right."""
    col = gang("col", pose=arms_folded((0, -20, 0)), edge="gold", hat_ink=("key", "key"))
    put(
        block, col, (1790, 322), 66, 208, light=(-0.85, 0.4, -0.1), halo=("gold", 3),
        over={COAT: {"lo": 0.56, "hi": 1.04}},
    )  # fmt: skip


# The meeting: name, place, size, turn, pose.  The middle is left for the hands.
_STANDING: list[tuple[str, tuple[float, float], float, float, dict[str, Any]]] = [
    ("norm", (1292, 334), 30, -40, {"pose": arms_folded((0, -14, 0)), "hat": None}),
    ("ilija", (700, 326), 31, 36, {"pose": arms_folded((0, 12, 0))}),
    ("alby", (1392, 316), 37, -44, {"pose": hands_on_hips((0, -10, 0))}),
    ("roy", (590, 302), 39, 40, {"pose": stand(head=(0, 10, 0)), "legs_ink": ("teal", "teal")}),
    ("les", (1512, 306), 45, -50, {"pose": arms_folded((0, -12, 0))}),
    ("merv", (452, 312), 48, 46, {"pose": thumbs_in_braces((0, 12, 0)), "hat": "flatcap",
                                  "hat_ink": ("brown", "brown")}),
    ("col", (1690, 330), 60, -72, {"pose": arms_folded((0, -8, 0)), "edge": "gold"}),
]  # fmt: skip


def _meeting(block: Block) -> None:
    """The gang in two ranks with the light between them, Clarrie on his drum at the end of it."""
    for _, (x, y), size, _, _ in _STANDING:
        _shadow(block, x, y + size * 17, size)
    drum(block, (958, 640, 1050, 742), "teal")
    pose = sit(stand(head=(-2, 0, 0)), knees=0.3)
    pose = hold(hold(pose, "L", fore=(-0.5, 0.1, 1)), "R", fore=(-0.5, 0.1, 1))
    clarrie = gang("clarrie", pose=pose, extra=roster_and_pencils)
    put(block, clarrie, (1004, 462), 26, 0, light=(0.3, 0.6, 0.6), halo=("key", 3), over=IN_HAND)
    for name, at, size, yaw, how in _STANDING:
        light = _FROM_RIGHT if at[0] < 960 else _FROM_LEFT
        man = gang(name, **how)
        put(block, man, at, size, yaw, light=light, halo=("key", 3))
    frank = gang("frank", pose=stand(), top_ink=("key", "key"), edge="gold", hat_ink=("key", "key"))
    put(
        block, frank, (1350, 712), 74, 190, light=(-0.78, 0.5, 0.02), halo=("gold", 3),
        over={COAT: {"lo": 0.58, "hi": 1.02}},
    )  # fmt: skip


PICTURES: dict[str, Callable[[], Block]] = {
    "shed": shed,
    "shed_vote": partial(shed, vote=True),
    "shed_empty": partial(shed, men=False),
}

WORKS = pictures_of("south-coast", PICTURES)
