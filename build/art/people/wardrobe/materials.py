"""How everything somebody wears is cut."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from build.art.people.wardrobe import fronts
from build.art.people.wardrobe.hair import strands
from build.art.people.wardrobe.kinds import (
    APRON,
    BAND,
    COAT,
    GLASS,
    HAIR,
    HAT,
    LEGS,
    PROP,
    PROP2,
    SHAWL,
    SHIRT,
    SHOE,
    Wearer,
)
from build.art.people.wardrobe.patterns import plaid, printed, together

Fields = dict[str, Any]
"""The fields of a `carving.Material`."""


def materials(person: Wearer, *, big: bool) -> dict[int, Fields]:
    """The materials of all but skin, eyes and teeth."""
    o = person.o
    found = {
        HAIR: _hair(person),
        GLASS: {"light": "key", "mid": "key"},
        HAT: _cloth(o["hat_ink"], o["edge"]),
        BAND: _cloth((o["band_ink"], o["band_ink"]), o["edge"]),
        LEGS: _cloth(o["legs_ink"], o["edge"]),
        SHOE: _leather(o["shoe_ink"], o["edge"]),
        SHAWL: _cloth(o["shawl_ink"], o["edge"]),
        APRON: _cloth(("paper", "paper"), o["edge"], lo=0.25, hi=0.55),
        SHIRT: _cloth(o["shirt_ink"], o["edge"], lo=0.26, hi=0.56),
        COAT: _cloth(o["top_ink"], o["edge"]),
        PROP: {"light": "paper", "mid": "paper", "lo": 0.25, "hi": 0.5},
        PROP2: {"light": "key", "mid": "key"},
    }
    if o["shawl"]:
        found[SHAWL]["paint"] = plaid
    front = _FRONTS.get(o["top"])
    if front is not None:
        mat, paint, over = front(person, big)
        found[mat].update(paint=paint, over=over)
    if o["pattern"] and o["pattern"] != "check":
        mat = COAT if o["top"] == "jumper" else SHIRT
        printed_on = printed(o["pattern"])
        own = found[mat].get("paint")
        found[mat]["paint"] = together(printed_on, own) if own else printed_on
    return found


def _cloth(pair: tuple[str, str], edge: str, lo: float = 0.30, hi: float = 0.66) -> Fields:
    """Cloth in a light ink and one for its shade; black cloth shows its lights in `edge`."""
    light, mid = pair
    if light == "key" and mid == "key":
        return {"light": edge, "mid": edge, "lo": 0.66, "hi": 1.12, "split": (2, 3), "jit": 0.6}
    shine = None if light == "paper" else "paper"
    return {"light": light, "mid": mid, "lo": lo, "hi": hi, "split": (0.56, 0.92), "shine": shine}


def _leather(pair: tuple[str, str], edge: str) -> Fields:
    """Shoes: black ones catch the light along one side only, or their cuts would pass for toes."""
    made = _cloth(pair, edge)
    return {**made, "lo": 0.95, "hi": 1.2} if pair == ("key", "key") else made


def _hair(person: Wearer) -> Fields:
    light, mid = person.o["hair_ink"]
    locks = strands(person)
    if light != "key":
        return {
            "light": light, "mid": mid, "lo": 0.30, "hi": 0.95, "split": (0.55, 1.0),
            "phase": locks, "jit": 0.7,
        }  # fmt: skip
    ink = person.o["skin"][1] if mid == "key" else mid
    return {
        "light": ink, "mid": ink, "lo": 0.62, "hi": 1.22, "split": (2, 3), "phase": locks,
        "jit": 0.8,
    }  # fmt: skip


_Front = tuple[int, fronts.Painter | None, fronts.Painter]


def _coat(person: Wearer, big: bool) -> _Front:  # noqa: FBT001 - all of the table take both
    return COAT, fronts.coat_paint(person), fronts.coat_over(person, big=big)


def _waistcoat(person: Wearer, _big: bool) -> _Front:  # noqa: FBT001
    return SHIRT, fronts.waistcoat_paint(person), fronts.waistcoat_over(person)


def _shirt(person: Wearer, _big: bool) -> _Front:  # noqa: FBT001
    return SHIRT, fronts.shirt_paint(person), fronts.shirt_over(person)


def _blouse(person: Wearer, _big: bool) -> _Front:  # noqa: FBT001
    return SHIRT, fronts.blouse_paint(person), fronts.blouse_over(person)


def _tshirt(person: Wearer, _big: bool) -> _Front:  # noqa: FBT001
    return SHIRT, None, fronts.neckline_over(person)


def _jumper(person: Wearer, _big: bool) -> _Front:  # noqa: FBT001
    return COAT, None, fronts.neckline_over(person)


_FRONTS: dict[str, Callable[[Wearer, bool], _Front]] = {
    **dict.fromkeys(("jacket", "coat", "donkey", "overalls", "cardigan"), _coat),
    "waistcoat": _waistcoat,
    "shirt": _shirt,
    "blouse": _blouse,
    "dress": _blouse,
    "tshirt": _tshirt,
    "jumper": _jumper,
}
