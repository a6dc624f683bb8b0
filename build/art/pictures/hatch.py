"""A steel ship's open hatch at Port Kembla, 1961: at smoko, and after knock-off."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from build.art.block import Block
from build.art.people.person import COAT, LEGS, SKIN, stand
from build.art.pictures import hatch_ship as ship
from build.art.pictures.wharf_people import arm, arms_folded, fingers, gang, joint, put, walk
from build.art.pictures.wharf_things import bag, chain, hook, quad, wire
from build.art.work import pictures_of

# The bundle is the middle of the picture: its upper face, then its front.
_LEFT, _RIGHT, _TOP, _EDGE, _FOOT = 872, 1408, 640, 694, 762
_HOOK = (1132, 372)


def hatch(ss: int = 2, *, dusk: bool = False) -> Block:
    """The hatch with three ton of plate coming down on an egg; or empty, the works alight."""
    block = Block(1920, 1080, "coast61", ss, seed=61, ground="key")
    ship.sky(block, dusk=dusk)
    ship.shore(block, dusk=dusk)
    ship.far_deck(block, dusk=dusk)
    ship.hold(block, dusk=dusk)
    if dusk:
        _going_ashore(block)
        ship.left_behind(block)
        _last_man(block)
        return block
    _far_men(block)
    ship.coaming(block)
    _men_below(block)
    _egg(block, 1136, 968)
    _plate(block)
    ship.near_deck(block)
    ship.gear(block)
    _roy(block)
    return block


def _going_ashore(block: Block) -> None:
    """The gang filing off along the far rail, black against the furnaces."""
    names = ["norm", "merv", "ilija", "alby", "les"]
    for i, name in enumerate(names):
        pose = walk((0, -10 if i == 2 else 6, 0), 0.24 if i % 2 else -0.24)
        hat = (None, "flatcap", "trilby", None, "flatcap")[i]
        man = gang(name, pose=pose, hat=hat, hat_ink=("key", "key"), top="jacket", tie=None,
                   top_ink=("key", "key"), edge="red", legs_ink=("key", "key"))  # fmt: skip
        x = 838 + i * 78 + (i % 3) * 10
        put(
            block, man, (x, 300 - (i % 2) * 6), 16 + (i % 2), -74, big=False,
            light=(0.75, 0.1, -0.3), halo=("gold", 2),
        )  # fmt: skip


def _last_man(block: Block) -> None:
    """One man stopped on the near deck, his coat on, to look back at the works."""
    frank = gang("frank", pose=stand(head=(-2, 16, 0), stance=0.08), top_ink=("key", "key"),
                 edge="gold", hands={"R": (70, 84, 60), "L": (30, 40, 30)})  # fmt: skip
    put(
        block, frank, (520, 296), 46, 128, light=(0.9, 0.3, 0.25), halo=("red", 3),
        over={SKIN: {"lo": 0.42, "hi": 0.7}, COAT: {"lo": 0.5, "hi": 0.98}},
    )  # fmt: skip
    x, y = joint(frank, "finger3-1.R")
    bag(block, x - 2, y + 12, 0.82)


def _egg(block: Block, x: float, y: float) -> None:
    """One boiled egg stood on end on the boards, in the plate's own shadow."""
    shape = [(x, y - 58), (x + 14, y - 48), (x + 22, y - 24), (x + 16, y - 5), (x, y),
             (x - 16, y - 5), (x - 22, y - 24), (x - 14, y - 48)]  # fmt: skip
    block.blob(shape, "paper", 0.3)
    for i in range(5):
        block.gouge(x - 19 + i * 2, y - 28 + i * 5, 78 - i * 14, 20 - i * 2, 3, "key", bend=-3)
    for i in range(15):
        a = np.pi * (1.0 + i / 14)
        at = (x + 40 * np.cos(a), y - 28 + 44 * np.sin(a))
        block.gouge(*at, float(np.degrees(a)), 22 if i % 2 else 36, 5, "gold")


def _plate(block: Block) -> None:
    """The bundle of plate, dead level, in its chains."""
    back = [(_LEFT + 62, _TOP), (_RIGHT - 62, _TOP)]
    for x, y in back:
        chain(block, _HOOK, (x, y + 6), 9, "brown")
    top = [*back, (_RIGHT, _EDGE), (_LEFT, _EDGE)]
    quad(block, top, "paper", 5)
    face = block.mask(top)
    block.engrave(face, "sand", lambda x, _y: 0.2 + (x - _LEFT) / 500, 3, 9)
    block.engrave(face, "key", lambda x, _y: 0.72 + (x - _LEFT) / 900, 2, 11, wobble=1.1)
    _leaves(block)
    for x in (_LEFT + 6, _RIGHT - 6):
        chain(block, (_HOOK[0], _HOOK[1] + 40), (x, _EDGE + 4), 12)
        block.rect(x - 14, _EDGE - 4, x + 14, _FOOT + 6, "key", 0.8)
        chain(block, (x, _EDGE), (x, _FOOT + 4), 11)
    wire(block, [(_HOOK[0], -20), (_HOOK[0], _HOOK[1] - 40)], 11)
    hook(block, *_HOOK, 1.25)


def _leaves(block: Block) -> None:
    """The edges of the plates, one on another, red with mill scale; timber between two lifts."""
    count = 6
    deep = (_FOOT - _EDGE) / count
    for i in range(count):
        y = _EDGE + i * deep
        nudge = (0, 5, -3, 4, -5, 2)[i]
        block.rect(_LEFT + nudge - 4, y, _RIGHT + nudge + 4, y + deep, "key", 0.6)
        block.rect(_LEFT + nudge, y + 2.5, _RIGHT + nudge, y + deep - 2, "red", 0.6)
        lit = block.box(_LEFT + nudge, y + 2, _RIGHT + nudge, y + deep - 2)
        block.engrave(
            block.where(lit, ["red"]), "key",
            lambda x, _y: 0.42 + (x - _LEFT) / 620, 4, 5.5, seed=70 + i,
        )  # fmt: skip
        block.stroke([(_LEFT + 160, y + 3.4), (_RIGHT + nudge, y + 3.4)], 3, "paper", (0, 1), 0.3)


def _far_men(block: Block) -> None:
    """The men of the gang on the far side of the hatch: winchman, delegate, one who looks down."""
    light = (0.55, 0.5, 0.5)
    col = gang("col", pose=stand(head=(2, -14, 0), arms=0.3, elbow=0.7))
    put(block, col, (1452, 302), 17.5, -22, light=light, halo=("key", 2))
    clarrie = gang("clarrie", hat="flatcap", hat_ink=("key", "key"), pose=arms_folded((14, 0, 0)))
    put(block, clarrie, (1336, 318), 16.5, -20, light=light, halo=("key", 2))
    alby = gang("alby", shirt_ink=("paper", "sand"), pose=arms_folded((16, 10, 0)))
    put(block, alby, (952, 306), 18, 16, light=light, halo=("key", 2))


def _men_below(block: Block) -> None:
    """Les on his feet, and Merv down with his eye to the gap."""
    les = gang("les", pose=arms_folded((10, 12, 0)), legs_ink=("brown", "brown"))
    put(block, les, (1560, 716), 19, -48, light=(-0.1, 0.8, 0.5), halo=("gold", 2), pitch=12)
    merv = gang("merv", pose=_kneeling(), hands={"L": (10, 12, 8), "R": (10, 12, 8)})
    put(block, merv, (1276, 888), 25, -66, light=(-0.5, 0.6, 0.6), halo=("gold", 2.4), pitch=8)


def _kneeling() -> dict[str, Any]:
    """On hands and knees, the head brought down to look along the floor."""
    pose = dict(stand(head=(-62, 10, 14)))
    for side, k in (("L", 1), ("R", -1)):
        pose["upperleg01." + side] = (k * 0.12, -1, 0.15)
        pose["lowerleg01." + side] = (k * 0.05, -0.12, -1)
        pose["foot." + side] = (k * 0.1, -0.5, -1)
        pose = arm(pose, side, (0.28, -1, 0.5), (0.1, -1, 0.5), (0.1, -0.3, 1))
    for bone in ("spine05", "spine04", "spine03", "spine02"):
        pose[bone] = ("rot", "x", 18)
    return pose


def _roy(block: Block) -> None:
    """The hatchman at the coaming: one arm out over the hold, two fingers up."""
    pose = stand(head=(3, 10, 0), stance=0.09)
    pose["clavicle.L"] = (1, 0.2, 0.1)
    pose = arm(pose, "L", (1, -0.02, 0.36), (1, 0.62, 0.3), (0.56, 1, 0.12), -88)
    roy = gang("roy", pose=pose, hands={"L": None, "R": (48, 60, 40)}, hand_scale=1.26,
               gaze=(8, -12), legs_ink=("teal", "teal"), expr={"mouthSmile": 0.35})  # fmt: skip
    fingers(roy, "L", (2, 3))
    put(
        block, roy, (566, 276), 49, 24, light=(0.66, 0.4, 0.55), halo=("key", 4), pitch=6,
        over={LEGS: {"lo": 0.42, "hi": 0.84}},
    )  # fmt: skip
    _belt_hook(block, 530, 560)


def _belt_hook(block: Block, x: float, y: float) -> None:
    """The wharf labourer's own hook, carried in the belt.

    Hooks were still in use in 1976: "A Big Country: On the Hook", Australian Screen (NFSA).
    """
    curve = [(x, y), (x + 3, y + 40), (x + 1, y + 74), (x - 20, y + 86), (x - 33, y + 66)]
    block.stroke(curve, 13, "key", (1, 0.6), 0.2, curve=True)
    block.stroke(curve, 6, "paper", (1, 0.2), 0.2, curve=True)
    quad(block, [(x - 22, y - 8), (x + 26, y - 12), (x + 27, y + 4), (x - 21, y + 8)], "red", 3)


PICTURES: dict[str, Callable[[], Block]] = {
    "hatch": hatch,
    "hatch_dusk": partial(hatch, dusk=True),
}

WORKS = pictures_of("south-coast", PICTURES)
