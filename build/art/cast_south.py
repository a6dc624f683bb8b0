"""People of the second act: those who would have to stop, and whom the car meets down the coast.

As in `cast`: everybody is invented, and no Aboriginal reader has judged yet the faces of Ivy, Mick,
Nell and Orr.  Ask of Nell besides whether a woman who dies in the story should have a face in it.
"""

from __future__ import annotations

from build.art.cast import JEAN, Member
from build.art.people.shared import SHARED

IVY = Member(
    {
        "male": 0, "age": 36, "seed": 1811, "jitter": 0.1, "weight": 0.4, "muscle": 0.7,
        **SHARED,
        "face": {
            "head-oval": 0.5, "cheek-bones": 1.0, "cheek-volume": -0.5, "nose-width3": 0.6,
            "nose-flaring": 0.35, "chin-width": -0.25, "chin-height": 0.3, "eye-scale": 1.0,
            "mouth-scale-horiz": 0.3, "mouth-lowerlip-volume": 0.3,
        },
        "look": {"brow": 0.9, "brow_arch": 1.2, "brow_tilt": 0.1, "lines": 0.35},
        "hat": "headscarf", "hat_ink": ("gold", "gold"), "hair": "short",
        "hair_ink": ("key", "key"),
        "top": "blouse", "shirt_ink": ("teal", "teal"), "legs": "skirt", "sleeves": "rolled",
    },
    yaw=-20, head=(-4, -5, 2), gaze=(12, 0),
)  # fmt: skip

ARCH = Member(
    {
        "male": 1, "age": 45, "seed": 1922, "jitter": 0.1, "weight": 0.72, "muscle": 0.85,
        "race": {"caucasian": 1}, "skin": ("paper", "sand"),
        "face": {
            "head-square": 0.8, "chin-width": 0.7, "chin-height": 0.3, "nose-width2": 0.6,
            "nose-scale-vert": -0.2, "cheek-volume": 0.3, "eye-scale": 0.8, "ear-wing": 0.3,
            "mouth-scale-horiz": 0.4,
        },
        "look": {"brow": 1.3, "brow_arch": 0.5, "brow_tilt": -0.2, "lines": 0.45, "stubble": 0.6},
        "hair": "short", "hair_ink": ("brown", "brown"), "hat": "flatcap",
        "hat_ink": ("brown", "brown"), "top": "waistcoat", "top_ink": ("brown", "brown"),
        "shirt_ink": ("red", "red"), "sleeves": "rolled", "apron": "bib",
    },
    yaw=20, head=(0, 4, 0), gaze=(-12, 0),
)  # fmt: skip

ORR = Member(
    {
        "male": 1, "age": 51, "seed": 2033, "jitter": 0.1, "weight": 0.95, "muscle": 0.6,
        **SHARED,
        "face": {
            "head-round": 0.8, "head-fat": 0.9, "chin-width": 0.5, "chin-prominent": 0.3,
            "nose-width3": 0.7, "nose-volume": 0.35, "eyebrows-trans-forward": 0.6,
            "cheek-volume": 0.6, "eye-scale": 0.85, "mouth-scale-horiz": 0.2, "ear-scale": 0.3,
            "neck-double": 0.5,
        },
        "look": {
            "brow": 1.2, "brow_arch": 1.0, "brow_tilt": -0.2, "lines": 0.4, "pouches": 0.4,
        },
        "hair": "receding", "hair_ink": ("key", "sand"), "top": "waistcoat",
        "top_ink": ("key", "key"), "edge": "teal", "shirt_ink": ("paper", "sand"), "tie": "teal",
    },
    yaw=-18, head=(0, -5, 0), gaze=(12, 0),
)  # fmt: skip

TASKER = Member(
    {
        "male": 1, "age": 57, "seed": 2144, "jitter": 0.1, "weight": 0.35, "muscle": 0.6,
        "race": {"caucasian": 1}, "skin": ("paper", "sand"),
        "face": {
            "head-rectangular": 0.8, "chin-height": 0.5, "nose-hump": 0.6, "nose-scale-vert": 0.5,
            "cheek-bones": 0.9, "cheek-volume": -0.8, "eye-scale": 0.85, "ear-wing": 0.7,
        },
        "look": {
            "brow": 1.2, "brow_arch": 0.6, "brow_tilt": 0.2, "lines": 0.85, "pouches": 0.5,
        },
        "hair": "crop", "hair_ink": ("paper", "sand"), "top": "jacket",
        "top_ink": ("brown", "brown"), "shirt_ink": ("paper", "sand"), "glasses": True,
    },
    yaw=22, head=(4, 4, 0), gaze=(-10, -4),
)  # fmt: skip

MICK = Member(
    {
        "male": 1, "age": 29, "seed": 2255, "jitter": 0.1, "weight": 0.34, "muscle": 0.55,
        **SHARED,
        "face": {
            "head-diamond": 0.6, "head-scale-vert": 0.2, "cheek-bones": 0.9, "cheek-volume": -0.4,
            "nose-width3": 0.45, "nose-base-up": 0.3, "chin-height": 0.25, "chin-width": -0.2,
            "eye-scale": 1.05, "mouth-scale-horiz": 0.55, "mouth-lowerlip-volume": 0.4,
            "ear-wing": 0.4,
        },
        "look": {"brow": 0.95, "brow_arch": 1.6, "brow_tilt": -0.3, "brow_gap": 0.06, "lines": 0.1},
        "hair": "wavy", "hair_ink": ("key", "brown"), "top": "waistcoat",
        "top_ink": ("red", "red"), "shirt_ink": ("paper", "sand"), "tie": "key",
        "sleeves": "rolled",
    },
    yaw=22, head=(-6, 5, 3), gaze=(-12, 0),
)  # fmt: skip

NELL = Member(
    {
        "male": 0, "age": 70, "seed": 2366, "jitter": 0.1, "weight": 0.06, "muscle": 0.1,
        **SHARED,
        "face": {
            "head-oval": 0.6, "head-scale-horiz": -0.15, "cheek-volume": -0.7, "cheek-bones": 1.0,
            "nose-width3": 0.7, "nose-scale-horiz": 0.4, "nose-base-down": 0.3,
            "chin-prominent": 0.6, "chin-width": -0.3, "mouth-scale-horiz": 0.3,
            "eye-scale": 0.95, "ear-lobe": 1.0,
        },
        "look": {
            "brow": 0.8, "brow_arch": 1.7, "brow_tilt": -0.1, "pouches": 0.8, "lines": 1.0,
            "hooded": 0.5, "lashes": 0.4,
        },
        "hair": "curly", "hair_ink": ("paper", "sand"), "top": "cardigan",
        "top_ink": ("paper", "sand"), "shirt_ink": ("teal", "teal"), "legs": "dress",
    },
    yaw=-16, head=(4, -6, -4), gaze=(12, 1),
)  # fmt: skip

SOUTH: dict[str, Member] = {
    "ivy": IVY, "arch": ARCH, "jean": JEAN, "orr": ORR, "tasker": TASKER,
    "mick": MICK, "nell": NELL,
}  # fmt: skip
