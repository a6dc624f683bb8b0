"""People of the second act: those who would have to stop, and whom the car meets down the coast.

As in `cast`: everybody is invented, and no Aboriginal reader has judged Ivy's face yet.
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
        "male": 1, "age": 51, "seed": 2033, "jitter": 0.1, "weight": 0.95, "muscle": 0.5,
        "race": {"caucasian": 1}, "skin": ("paper", "sand"),
        "face": {
            "head-round": 0.8, "head-fat": 0.9, "chin-width": 0.5, "nose-point-width": 0.5,
            "cheek-volume": 0.8, "eye-scale": 0.75, "mouth-scale-horiz": -0.2, "ear-scale": 0.3,
        },
        "look": {
            "brow": 1.1, "brow_arch": 0.9, "brow_tilt": -0.3, "iris": "teal", "lines": 0.3,
            "moustache": "full", "pouches": 0.4,
        },
        "hair": "receding", "hair_ink": ("paper", "sand"), "top": "jacket",
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

SOUTH: dict[str, Member] = {
    "ivy": IVY, "arch": ARCH, "jean": JEAN, "orr": ORR, "tasker": TASKER,
}  # fmt: skip
