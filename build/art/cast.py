"""The people of the South Coast story, one entry each, for portraits and for scenes alike.

Everybody is invented.  Clothes are those of a working day on the wharf in 1961, or each one's own
good clothes: who they are is told in stories/south-coast/people.yaml.  The mesh has no
Aboriginal preset.  Seven of these and four of `cast_south` are of one mixture and one set of inks,
`people.shared`, so that nobody is graded; each face has features of its own.

No Aboriginal reader has judged them yet.  Ask: do the faces look like people of the Coast, and not
like the mixture they are made of; is one complexion for all right; hair (Vi's and Dulcie's put up,
June's set, Merv's curls); Alby's folded arms; Merv's raised finger (he counts aloud); Vi's cards;
Len in collar and tie beside working clothes; whether "hard" reads as firm and never as a threat.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from build.art.people.shared import SHARED

Turn = tuple[float, float, float]


@dataclass(frozen=True)
class Member:
    """One person: what `Person` is made of, and how they hold themselves in a portrait."""

    person: dict[str, Any]
    yaw: float = 20
    head: Turn = (0, 5, 0)  # nod, turn, tilt
    gaze: tuple[float, float] = (-12, 0)
    arms: str = ""  # what the arms do: "folded", or a name of sitting.RAISED
    held: tuple[str, ...] = ()  # what they carry: names of held.THINGS


_PALE = ("paper", "sand")

ROY = Member(
    {
        "male": 1, "age": 34, "seed": 105, "jitter": 0.1, "weight": 0.42, "muscle": 0.7,
        **SHARED,
        "face": {
            "head-rectangular": 0.75, "head-scale-vert": 0.38, "cheek-bones": 1.12,
            "cheek-volume": -0.68, "nose-width3": 0.4, "nose-hump": 0.38, "nose-flaring": 0.23,
            "eyebrows-trans-forward": 0.5, "chin-width": 0.38, "chin-prominent": 0.45,
            "mouth-scale-horiz": 0.38, "eye-scale": 0.9,
        },
        "look": {"brow": 1.05, "brow_arch": 0.8, "brow_tilt": 0.35, "lines": 0.22},
        "hair": "short", "hat": "trilby", "hat_ink": ("brown", "brown"), "band_ink": "key",
        "top": "shirt", "shirt_ink": ("teal", "teal"), "sleeves": "rolled",
    },
    yaw=22, head=(-9, 4, 3), gaze=(-13, 0),
)  # fmt: skip

MERV = Member(
    {
        "male": 1, "age": 56, "seed": 212, "jitter": 0.1, "weight": 0.74, "muscle": 0.6,
        **SHARED,
        "face": {
            "head-square": 0.7, "head-fat": 0.52, "nose-width3": 0.86, "nose-volume": 0.68,
            "nose-scale-vert": -0.3, "eyebrows-trans-forward": 0.85, "chin-width": 0.9,
            "ear-scale": 0.83, "mouth-scale-horiz": 0.52, "eye-scale": 0.75, "neck-double": 0.45,
            "forehead-temple": -0.45,
        },
        "look": {
            "brow": 1.3, "brow_ragged": 1.0, "brow_up": -0.03, "brow_arch": 0.5, "pouches": 0.7,
            "lines": 0.62, "stubble": 0.0,
        },
        "hair": "curly", "hair_ink": ("paper", "sand"), "top": "waistcoat",
        "top_ink": ("brown", "brown"), "shirt_ink": ("paper", "sand"), "sleeves": "rolled",
    },
    yaw=16, head=(3, 5, 0), gaze=(-11, 2), arms="counting",
)  # fmt: skip

ALBY = Member(
    {
        "male": 1, "age": 23, "seed": 320, "jitter": 0.1, "weight": 0.4, "muscle": 0.85,
        **SHARED,
        "face": {
            "head-oval": 0.9, "head-scale-horiz": -0.22, "nose-width3": 0.34,
            "nose-point-up": 0.52, "nose-scale-vert": -0.52, "cheek-bones": 0.6,
            "chin-height": -0.38, "mouth-upperlip-volume": 0.45, "mouth-lowerlip-volume": 0.68,
            "eye-scale": 1.15, "ear-wing": 0.68, "neck-scale-horiz": 0.52,
        },
        "look": {
            "brow": 0.85, "brow_arch": 1.5, "brow_tilt": 0.6, "lines": 0.0, "lip_full": 1.08,
        },
        "hair": "crop", "top": "tshirt", "shirt_ink": ("paper", "sand"), "sleeves": "short",
    },
    yaw=26, head=(-4, 2, -3), gaze=(-14, 0), arms="folded",
)  # fmt: skip

VI = Member(
    {
        "male": 0, "age": 63, "seed": 52, "jitter": 0.1, "weight": 0.66,
        **SHARED,
        "face": {
            "head-round": 0.83, "cheek-volume": 0.75, "cheek-bones": 0.75, "nose-width3": 0.8,
            "nose-scale-horiz": 0.6, "nose-base-down": 0.45, "eyebrows-trans-forward": 0.35,
            "chin-prominent": 0.52, "mouth-scale-horiz": 0.22, "eye-scale": 0.85,
            "mouth-lowerlip-volume": 0.3, "ear-lobe": 0.9,
        },
        "look": {
            "brow": 1.1, "brow_arch": 1.3, "brow_tilt": -0.2, "brow_ink": "key", "pouches": 0.8,
            "lines": 0.8, "hooded": 0.6, "mole": (-0.40, 6.86), "lashes": 0.5,
        },
        "hair": "bun", "hair_ink": ("paper", "sand"), "top": "cardigan",
        "top_ink": ("red", "red"), "shirt_ink": ("gold", "gold"), "legs": "dress",
    },
    yaw=18, head=(-3, 6, -2), gaze=(-13, -1), arms="cards", held=("cards",),
)  # fmt: skip

JUNE = Member(
    {
        "male": 0, "age": 27, "seed": 470, "jitter": 0.1, "weight": 0.42,
        **SHARED,
        "face": {
            "head-invertedtriangular": 0.68, "cheek-bones": 0.9, "nose-width3": 0.29,
            "nose-scale-vert": 0.15, "chin-width": -0.52, "chin-prominent": 0.38,
            "eye-scale": 1.1, "eye-corner2-up": 0.75, "mouth-lowerlip-volume": 0.52,
            "mouth-scale-horiz": 0.15, "neck-scale-vert": 0.2,
        },
        "look": {
            "brow": 1.1, "brow_arch": 1.4, "brow_tilt": 0.45, "lashes": 0.9, "lines": 0.0,
            "lip": ("red", "red"),
        },
        "hair": "set", "hair_ink": ("key", "brown"), "top": "blouse",
        "shirt_ink": ("paper", "sand"), "apron": "bib", "legs": "skirt",
    },
    yaw=24, head=(0, 3, 4), gaze=(-14, 1),
)  # fmt: skip

LEN = Member(
    {
        "male": 1, "age": 58, "seed": 585, "jitter": 0.1, "weight": 0.44, "muscle": 0.55,
        **SHARED,
        "face": {
            "head-scale-vert": 0.52, "head-scale-horiz": -0.22, "nose-scale-vert": 0.45,
            "nose-hump": 0.75, "nose-width3": 0.52, "cheek-bones": 0.9, "cheek-volume": -0.9,
            "chin-height": 0.45, "eyebrows-trans-forward": 0.6, "eye-scale": 0.8,
            "ear-scale-vert": 0.75, "mouth-scale-horiz": -0.15,
        },
        "look": {
            "brow": 1.0, "brow_arch": 1.2, "brow_tilt": -0.1, "brow_ragged": 0.8, "lines": 0.8,
            "hooded": 0.8, "moustache": "trim",
        },
        "hair": "short", "hair_ink": ("paper", "sand"), "hat": "akubra",
        "hat_ink": ("sand", "brown"), "band_ink": "key", "top": "jacket",
        "top_ink": ("key", "key"), "edge": "teal", "shirt_ink": ("paper", "paper"), "tie": "red",
    },
    yaw=20, head=(-9, 4, 0), gaze=(-12, -1),
)  # fmt: skip

DULCIE = Member(
    {
        "male": 0, "age": 39, "seed": 611, "jitter": 0.1, "weight": 0.6, "muscle": 0.65,
        **SHARED,
        "face": {
            "head-square": 0.52, "chin-width": 0.38, "chin-height": 0.15, "nose-width3": 0.57,
            "nose-hump": 0.15, "cheek-volume": 0.3, "eyebrows-trans-forward": 0.4,
            "mouth-scale-horiz": 0.6, "eye-scale": 0.9, "forehead-scale-vert": 0.3,
            "ear-lobe": 0.45, "neck-scale-horiz": 0.3,
        },
        "look": {
            "brow": 1.35, "brow_arch": 0.9, "brow_tilt": 0.2, "brow_gap": 0.10, "lashes": 0.6,
            "lines": 0.3, "lip": ("brown", "red"),
        },
        "hair": "updo", "hair_ink": ("key", "key"), "top": "cardigan",
        "top_ink": ("teal", "teal"), "shirt_ink": ("paper", "sand"), "legs": "dress",
    },
    yaw=12, head=(0, 6, 0), gaze=(-10, 0), arms="folded",
)  # fmt: skip

LES = Member(
    {
        "male": 1, "age": 40, "seed": 730, "jitter": 0.1, "weight": 0.72,
        "race": {"caucasian": 1}, "skin": _PALE,
        "face": {
            "head-round": 0.75, "head-fat": 0.68, "cheek-volume": 0.9, "nose-point-up": 0.75,
            "nose-volume": 0.45, "nose-scale-vert": -0.45, "chin-height": -0.45,
            "chin-cleft": 0.6, "mouth-scale-horiz": 0.6, "ear-wing": 0.9, "eye-scale": 0.9,
            "neck-double": 0.52,
        },
        "look": {
            "brow": 1.05, "brow_arch": 1.1, "brow_tilt": 0.3, "iris": "teal", "dimple": 0.8,
            "moustache": "pencil", "lines": 0.3, "brow_ink": "brown", "freckles": 14,
        },
        "hair": "quiff", "hair_ink": ("brown", "brown"), "top": "cardigan",
        "top_ink": ("gold", "gold"), "shirt_ink": ("paper", "sand"),
    },
    yaw=24, head=(-2, 3, 4), gaze=(-14, 0), arms="writing", held=("pencil",),
)  # fmt: skip

ILIJA = Member(
    {
        "male": 1, "age": 37, "seed": 845, "jitter": 0.1, "weight": 0.5, "muscle": 0.75,
        "race": {"caucasian": 1}, "skin": _PALE,
        "face": {
            "head-diamond": 0.9, "cheek-bones": 1.2, "cheek-volume": -0.45,
            "nose-scale-vert": 0.68, "nose-hump": 0.98, "nose-base-down": 0.45,
            "nose-width3": -0.23, "eyebrows-trans-forward": 0.5, "chin-prominent": 0.68,
            "eye-scale": 0.85, "eye-trans-in": 0.45, "mouth-scale-horiz": -0.15,
        },
        "look": {
            "brow": 1.55, "brow_arch": 0.6, "brow_gap": 0.09, "lines": 0.35, "stubble": 0.35,
            "moustache": "full",
        },
        "hair": "short", "hat": "trilby", "hat_ink": ("teal", "teal"), "band_ink": "key",
        "top": "shirt", "shirt_ink": ("paper", "paper"), "pattern": "check", "sleeves": "rolled",
    },
    yaw=20, head=(-7, 5, 0), gaze=(-12, 1),
)  # fmt: skip

CLARRIE = Member(
    {
        "male": 1, "age": 61, "seed": 903, "jitter": 0.1, "weight": 0.62,
        "race": {"caucasian": 1}, "skin": _PALE,
        "face": {
            "head-rectangular": 0.9, "forehead-scale-vert": 0.6, "nose-scale-vert": 0.52,
            "nose-volume": 0.83, "nose-point-down": 0.6, "ear-scale": 1.2, "chin-jaw-drop": 0.45,
            "eye-scale": 0.75, "eye-trans-in": 0.22, "mouth-angles-down": 0.6,
            "cheek-volume": -0.3, "neck-double": 0.38,
        },
        "look": {
            "brow": 1.5, "brow_ragged": 1.6, "brow_arch": 0.9, "brow_tilt": 0.5, "iris": "teal",
            "pouches": 0.9, "lines": 0.9, "hooded": 0.4,
        },
        "hair": "receding", "hair_ink": ("paper", "sand"), "top": "waistcoat",
        "top_ink": ("key", "key"), "shirt_ink": ("sand", "sand"), "tie": "teal",
        "sleeves": "rolled",
    },
    yaw=25, head=(4, 2, -2), gaze=(-14, 2), held=("pencils",),
)  # fmt: skip

NORM = Member(
    {
        "male": 1, "age": 48, "seed": 1010, "jitter": 0.1, "weight": 0.3,
        "race": {"caucasian": 1}, "skin": _PALE,
        "face": {
            "head-triangular": -0.3, "head-scale-horiz": -0.52, "head-scale-vert": 0.6,
            "nose-scale-horiz": -0.52, "nose-scale-depth": 0.6, "nose-greek": 0.45,
            "cheek-volume": -0.75, "chin-width": -0.6, "chin-prominent": -0.3,
            "mouth-scale-horiz": -0.38, "mouth-upperlip-volume": -0.45, "neck-scale-horiz": -0.3,
            "eye-scale": 1.0,
        },
        "look": {"brow": 0.75, "brow_arch": 1.2, "brow_tilt": -0.45, "lines": 0.55},
        "hair": "short", "hair_ink": ("sand", "brown"), "glasses": True, "top": "jacket",
        "top_ink": ("brown", "brown"), "shirt_ink": ("paper", "paper"), "tie": "key",
    },
    yaw=14, head=(0, 5, 0), gaze=(-10, 0), arms="palm",
)  # fmt: skip

COL = Member(
    {
        "male": 1, "age": 42, "seed": 1121, "jitter": 0.1, "weight": 0.62, "muscle": 0.85,
        "race": {"caucasian": 1}, "skin": _PALE,
        "face": {
            "head-square": 0.9, "chin-width": 1.2, "chin-prominent": 0.75, "chin-bones": 0.75,
            "nose-width1": 0.75, "nose-compression-compress": 0.6, "nose-scale-vert": -0.15,
            "eyebrows-trans-forward": 0.6, "eye-scale": 0.7, "mouth-scale-horiz": 0.3,
            "neck-scale-horiz": 0.75, "ear-scale": -0.45,
        },
        "look": {
            "brow": 1.25, "brow_arch": 0.2, "brow_tilt": -0.3, "brow_up": -0.03, "iris": "teal",
            "stubble": 0.9, "lines": 0.45,
        },
        "hair": "crop", "hat": "flatcap", "hat_ink": ("gold", "brown"), "top": "donkey",
        "top_ink": ("key", "key"), "edge": "teal", "shirt_ink": ("red", "red"),
    },
    yaw=18, head=(-6, 4, 0), gaze=(-11, 0),
)  # fmt: skip

QUIRK = Member(
    {
        "male": 1, "age": 54, "seed": 1236, "jitter": 0.1, "weight": 0.86,
        "race": {"caucasian": 1}, "skin": _PALE,
        "face": {
            "head-oval": 0.9, "head-fat": 0.7, "cheek-volume": 0.75, "neck-double": 1.2,
            "nose-volume": 1.05, "nose-point-width": 0.75, "chin-width": -0.3, "eye-scale": 0.7,
            "mouth-scale-horiz": -0.22, "mouth-lowerlip-volume": 0.45, "forehead-scale-vert": 0.6,
            "ear-lobe": 0.9,
        },
        "look": {
            "brow": 0.9, "brow_arch": 1.3, "brow_tilt": -0.35, "brow_up": 0.02, "pouches": 1.0,
            "lines": 0.5, "mole": (0.44, 6.98),
        },
        "hair": "receding", "hair_ink": ("key", "brown"), "top": "waistcoat",
        "top_ink": ("red", "red"), "shirt_ink": ("paper", "sand"), "tie": "key",
        "sleeves": "rolled", "apron": True,
    },
    yaw=22, head=(1, 4, -3), gaze=(-13, 1), arms="polishing", held=("glass",),
)  # fmt: skip

# The brothers share nose, jaw and brow; what differs is what life did with them.
_MAHER = {
    "nose-scale-vert": 0.22, "nose-hump": 0.52, "chin-prominent": 0.52, "chin-width": 0.45,
    "eyebrows-trans-forward": 0.3, "head-rectangular": 0.45,
}  # fmt: skip

VINCE = Member(
    {
        "male": 1, "age": 28, "seed": 1340, "jitter": 0.1, "weight": 0.5, "muscle": 0.65,
        "race": {"caucasian": 1}, "skin": _PALE,
        "face": {
            **_MAHER, "cheek-volume": 0.38, "ear-wing": -0.45, "eye-scale": 1.05,
            "mouth-lowerlip-volume": 0.38,
        },
        "look": {
            "brow": 1.15, "brow_arch": 0.7, "brow_tilt": 0.1, "iris": "teal", "lines": 0.05,
            "dimple": 0.6,
        },
        "hair": "wavy", "hair_ink": ("key", "teal"), "top": "shirt",
        "shirt_ink": ("teal", "teal"), "tie": "key",
    },
    yaw=16, head=(-1, 6, 0), gaze=(-12, 0),
)  # fmt: skip

FRANK = Member(
    {
        "male": 1, "age": 31, "seed": 1451, "jitter": 0.1, "weight": 0.44, "muscle": 0.75,
        "race": {"caucasian": 1}, "skin": _PALE,
        "face": {
            **_MAHER, "cheek-bones": 0.75, "cheek-volume": -0.45, "ear-wing": 0.6,
            "eye-scale": 1.0, "nose-width1": 0.52,
        },
        "look": {
            "brow": 1.0, "brow_arch": 0.9, "brow_tilt": -0.1, "lines": 0.25, "stubble": 0.55,
            "brow_ink": "key",
        },
        "hair": "wavy", "hair_ink": ("brown", "brown"), "top": "waistcoat",
        "top_ink": ("teal", "teal"), "shirt_ink": ("paper", "sand"), "sleeves": "rolled",
    },
    yaw=24, head=(0, 3, 2), gaze=(-14, 0),
)  # fmt: skip

# These two have no portrait; scenes show them.
MUM = Member(
    {
        "male": 0, "age": 60, "seed": 1562, "jitter": 0.1, "weight": 0.55,
        "race": {"caucasian": 1}, "skin": _PALE,
        "face": {
            "nose-scale-vert": 0.5, "chin-height": 0.4, "head-rectangular": 0.6,
            "nose-point-down": 0.4, "nose-hump": 0.52, "chin-prominent": 0.52,
            "cheek-volume": -0.3, "eye-scale": 0.85, "head-oval": 0.6,
        },
        "look": {
            "brow": 0.9, "brow_arch": 1.1, "brow_tilt": -0.3, "iris": "teal", "lines": 0.75,
            "pouches": 0.6,
        },
        "hair": "perm", "hair_ink": ("paper", "sand"), "top": "dress",
        "shirt_ink": ("teal", "teal"), "legs": "dress", "apron": "bib",
    },
)  # fmt: skip

JEAN = Member(
    {
        "male": 0, "age": 38, "seed": 1673, "jitter": 0.1, "weight": 0.48,
        "race": {"caucasian": 1}, "skin": _PALE,
        "face": {
            "mouth-scale-horiz": 0.5, "cheek-volume": 0.5, "nose-scale-vert": -0.4,
            "chin-prominent": 0.3, "head-oval": 0.75, "cheek-bones": 0.6, "nose-point-up": 0.6,
            "chin-width": -0.3, "eye-scale": 1.0,
        },
        "look": {
            "brow": 0.8, "brow_arch": 1.8, "brow_tilt": 0.3, "lashes": 0.8, "iris": "teal",
            "lines": 0.2, "lip": ("red", "red"),
        },
        "hair": "set", "hair_ink": ("gold", "brown"), "top": "blouse",
        "shirt_ink": ("red", "red"), "legs": "skirt",
    },
)  # fmt: skip

CAST: dict[str, Member] = {
    "frank": FRANK, "roy": ROY, "merv": MERV, "alby": ALBY, "les": LES, "ilija": ILIJA,
    "clarrie": CLARRIE, "norm": NORM, "col": COL, "vi": VI, "june": JUNE, "len": LEN,
    "dulcie": DULCIE, "quirk": QUIRK, "vince": VINCE, "mum": MUM, "jean": JEAN,
}  # fmt: skip

_BODY = (
    "male", "age", "seed", "jitter", "weight", "muscle", "race", "skin", "face", "look", "hair",
    "hair_ink", "glasses",
)  # fmt: skip


def likeness(name: str) -> dict[str, Any]:
    """Body, face, skin and hair of one of them, undressed of all else: for scenes to dress."""
    person = CAST[name].person
    return {part: person[part] for part in _BODY if part in person}
