"""Eight people who are nobody in particular: they stand for voters who have no figure."""

from __future__ import annotations

from typing import Any

from build.art.cast import Member
from build.art.people.shared import SHARED

_PALE = ("paper", "sand")
_EAST = {"asian": 0.8, "caucasian": 0.2}


def _somebody(yaw: float = 18, **person: Any) -> Member:
    return Member({"jitter": 0.45, "race": {"caucasian": 1}, "skin": _PALE, **person}, yaw=yaw)


ANYBODY: dict[str, Member] = {
    "1": _somebody(
        male=1, age=44, seed=3011, weight=0.6, hair="short", hair_ink=("key", "key"),
        hat="flatcap", hat_ink=("teal", "teal"), top="jacket", top_ink=("brown", "brown"),
        shirt_ink=("paper", "sand"),
    ),
    "2": _somebody(
        -18, male=0, age=39, seed=3022, weight=0.45, hair="set", hair_ink=("key", "brown"),
        top="cardigan", top_ink=("teal", "teal"), shirt_ink=("paper", "sand"), legs="skirt",
        legs_ink=("key", "key"), look={"lip": ("red", "red")},
    ),
    "3": _somebody(
        male=1, age=29, seed=3033, weight=0.4, **SHARED, hair="wavy",
        hair_ink=("key", "brown"), top="shirt", shirt_ink=("red", "red"), sleeves="rolled",
    ),
    "4": _somebody(
        -18, male=1, age=63, seed=3044, weight=0.5, hair="receding", hair_ink=("paper", "sand"),
        top="waistcoat", top_ink=("key", "key"), shirt_ink=("paper", "sand"), tie="red",
    ),
    "5": _somebody(
        male=0, age=55, seed=3055, weight=0.6, **SHARED, hair="bun",
        hair_ink=("key", "sand"), top="cardigan", top_ink=("red", "red"),
        shirt_ink=("gold", "gold"), legs="dress",
    ),
    "6": _somebody(
        -18, male=1, age=35, seed=3066, weight=0.55, race=_EAST, skin=_PALE, hair="short",
        hair_ink=("key", "key"), top="shirt", shirt_ink=("gold", "gold"), sleeves="rolled",
    ),
    "7": _somebody(
        male=0, age=24, seed=3077, weight=0.4, hair="bob", hair_ink=("brown", "brown"),
        top="blouse", shirt_ink=("paper", "sand"), legs="skirt", legs_ink=("teal", "teal"),
    ),
    "8": _somebody(
        -18, male=1, age=50, seed=3088, weight=0.75, **SHARED, hair="wavy",
        hair_ink=("key", "brown"),
        face={"head-oval": 0.5, "cheek-bones": 0.5, "nose-width3": 0.4, "chin-width": 0.2},
        look={"brow_tilt": 0.2, "brow_arch": 1.2, "lines": 0.4},
        jitter=0.2, top="jacket", top_ink=("teal", "teal"),
        shirt_ink=("paper", "sand"), tie="gold",
    ),
}  # fmt: skip
