"""Faces as a printmaker cuts them: skin and eyes as inks, features drawn in the mesh's own places.

Un-posed coordinates of the mesh carry every mark, so it follows the face into any expression:
eyes at (.31, 7.25), brows 7.56, nose tip 6.92, mouth 6.61, chin 6.16.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from scipy import ndimage as ndi

from build.art.people.ageing import moustache, own_marks, weather
from build.art.people.hands import hand_marks
from build.art.people.looks import look_of
from build.art.people.mesh import Array
from build.art.people.strokes import Dressed, Marks, Points, Sheet, bow

Material = dict[str, Any]

# Where the lids meet on the un-posed mesh, whose eyes are shut: skin above is the upper lid.
_SEAM_X = (0.16, 0.20, 0.22, 0.24, 0.28, 0.32, 0.36, 0.40, 0.42, 0.44, 0.49)
_SEAM_Y = (7.266, 7.272, 7.256, 7.250, 7.2435, 7.2405, 7.2445, 7.2555, 7.2665, 7.288, 7.318)
_EYE = 2  # the material number that person.py gives to eyes
_BALL = (0.308, 7.284)


def features(face: Mapping[str, float] | None) -> dict[str, float]:
    """A face's targets, with the eyes opened as a printmaker opens them."""
    out = {"eye-scale": 0.95, "eye-height2": 0.35, "eye-bag": -0.15}
    out.update(face or {})
    out["eye-scale"] += 0.2
    return out


# ------------------------------------------------------------------ brows, lids, nose, mouth
def _brows(f: Sheet) -> None:
    """Two brows, heavy at the nose and tapering, their edges ragged with hair."""
    k, mood = f.look, f.mood
    u = np.clip((f.a - k.brow_gap) / (k.brow_end - k.brow_gap), 0, 1)
    calm = 1 - 0.65 * mood.furrow  # knit brows lie straight: an arch would make a villain of them
    middle = 7.552 + k.brow_up + 0.050 * k.brow_arch * calm * np.sin(np.pi * u**0.85)
    middle = middle + 0.10 * k.brow_tilt * calm * (u - 0.35) - 0.055 * u**4
    middle = middle + mood.brow * (1 - u) ** 1.6
    weight = (0.050 if f.male else 0.032) * k.brow * (1 + 0.10 * (f.scale < 60))
    weight = max(weight, 2.0 / f.scale)
    shape = np.interp(u, (0, 0.06, 0.28, 0.65, 1), (0.45, 0.85, 1.0, 0.72, 0.12))
    hair = 1 + 0.26 * k.brow_ragged * np.sin(f.a * 150 - (f.y - 7.5) * 110 + np.sin(f.a * 37) * 2)
    inside = (f.a > k.brow_gap) & (f.a < k.brow_end) & (f.y > 7.3)
    f.put(k.brow_ink, inside & (np.abs(f.y - middle) < weight * shape * hair))


def _lids(f: Sheet) -> None:
    """The line of the lashes, and the fold above it."""
    k = f.look
    seam = np.interp(f.a, _SEAM_X, _SEAM_Y)
    up = f.y - seam
    near = (f.a > 0.165) & (f.a < 0.50)
    u = np.clip((f.a - 0.165) / 0.335, 0, 1)
    lash = (0.016 + 0.016 * k.lashes * u) * np.sin(np.pi * np.clip(u, 0.02, 0.96)) ** 0.4
    f.put("key", near & (up > -0.004) & (up < np.maximum(lash, 1.2 / f.scale)))
    height = 0.088 - 0.035 * k.hooded + 0.012 * np.sin(np.pi * u)
    fold = (0.010 + 0.012 * k.hooded) * np.sin(np.pi * u) ** 0.8
    f.put("key", near & (np.abs(up - height) < fold))
    if k.lashes > 0.4:
        f.cut(((0.44, 7.296), (0.485, 7.322), (0.525, 7.352)), 0.026 * k.lashes, taper=(1, 0))


def _nose(f: Sheet) -> None:
    """Nostrils, the wing's crease, and the ridge where it turns from the light."""
    f.put("key", np.hypot((f.a - 0.088) / 0.046, (f.y - 6.862) / 0.019) < 1)
    f.cut(bow(((0.165, 7.005), (0.215, 6.955), (0.205, 6.885), (0.165, 6.862))), 0.018)
    lit = f.t > 0.60
    ridge = f.line(bow(((0.075, 7.22), (0.080, 7.08), (0.105, 6.97))), 0.030, taper=(0.2, 0.7))
    f.put("key", ridge & ~lit)
    f.cut(bow(((0.07, 6.842), (0.0, 6.832), (-0.07, 6.842))), 0.012, side=1)


def _lip_edges(f: Sheet) -> tuple[Array, Array]:
    """Heights of the red's upper and lower edges."""
    full = f.look.lip_full
    up = 0.105 * full - 0.026 * np.exp(-((f.a / 0.045) ** 2)) - 0.56 * np.clip(f.a - 0.07, 0, 1)
    low = -0.128 * full + 1.75 * np.clip(f.a - 0.03, 0, 1) ** 1.85
    return 6.605 + up, 6.605 + low


def _lip_inks(f: Sheet) -> tuple[str, str]:
    """Inks of the upper and the lower lip."""
    if f.look.lip:
        return f.look.lip
    if f.rouge:
        return f.rouge, f.rouge
    if f.skin[0] == "paper":
        return "sand", "sand"
    return ("key", "brown") if f.skin[0] == "brown" else ("brown", "brown")


def _mouth(f: Sheet) -> None:
    """Lips in two tones with a cut of light, the parting between them, the shade beneath."""
    up, low = _lip_edges(f)
    upper_ink, lower_ink = _lip_inks(f)
    mouth = (f.z > 1.2) & (f.a < 0.255)
    upper, lower = mouth & (f.y < up) & (f.y >= 6.606), mouth & (f.y > low) & (f.y < 6.606)
    # Clean ground about the lips: crossing hatches would make them muddy.
    if f.skin[0] != "brown":
        ground = (f.z > 1.15) & (f.a < 0.30) & (f.y < 6.80) & (f.y > 6.40)
        f.put(f.skin[0], ground & (f.t > 0.5))
    f.put(lower_ink, lower)
    f.put(upper_ink, upper)
    shade = np.sin((f.a * 0.6 + f.y * 1.0) * 190) > 4.2 * f.t - 1.25
    f.put("key", upper & shade & (f.t < 0.55))
    glow = f.skin[-1] if len(f.skin) > 2 else f.skin[0]
    f.cut(bow(((-0.12, 6.553), (-0.03, 6.540), (0.06, 6.552))), 0.024, glow, side=1)
    part = 0.022 - 0.009 * np.clip(f.a / 0.26, 0, 1)
    part = np.maximum(part + 0.006 * np.exp(-((f.a / 0.05) ** 2)), 1.1 / f.scale)
    f.put("key", (f.z > 1.1) & (f.a < 0.262) & (np.abs(f.y - 6.608) < part))
    f.cut(((0.235, 6.612), (0.275, 6.598 + 0.03 * f.mood.corner)), 0.030, taper=(1, 0))
    f.cut(bow(((-0.15, 6.462), (0, 6.438), (0.15, 6.462))), 0.030, side=1)


def _small_mouth(f: Sheet) -> None:
    """A mouth that a small figure keeps: one line, and the shade of the lower lip."""
    f.put("key", (f.z > 1.1) & (f.a < 0.24) & (np.abs(f.y - 6.61) < max(0.022, 1.0 / f.scale)))
    if f.scale > 40:
        f.put("key", (f.z > 1.1) & (f.a < 0.11) & (np.abs(f.y - 6.45) < max(0.018, 0.8 / f.scale)))
        f.put("key", np.hypot((f.a - 0.088) / 0.05, (f.y - 6.862) / 0.024) < 1)


def _lights(f: Sheet) -> None:
    """White-line cuts where a brown face takes the light: brow bone, lids, nose, lip, chin."""
    if f.skin[0] == "paper":
        return
    ink = f.skin[-1] if f.skin[0] == "brown" else "paper"
    lit = f.t > (0.56 if f.skin[0] == "brown" else 0.64)

    def cut(points: Points, width: float, side: int = 0) -> None:
        f.put(ink, f.line(bow(points), width, side=side) & lit)

    cut(((0.26, 7.385), (0.40, 7.425), (0.53, 7.395)), 0.030)
    cut(((0.24, 7.315), (0.31, 7.330), (0.39, 7.322)), 0.020)
    cut(((0.22, 7.165), (0.31, 7.135), (0.41, 7.155)), 0.018)
    cut(((0.012, 7.22), (0.016, 7.10), (0.012, 6.98)), 0.034, side=1)
    cut(((-0.03, 6.925), (0.01, 6.915), (0.05, 6.925)), 0.034, side=1)
    cut(((0.135, 6.945), (0.17, 6.930), (0.18, 6.905)), 0.020)
    cut(((0.035, 6.722), (0.10, 6.715), (0.19, 6.660)), 0.018)
    cut(((-0.12, 6.32), (0.0, 6.29), (0.10, 6.32)), 0.026, side=1)
    cut(((0.40, 7.06), (0.50, 7.05), (0.60, 7.10)), 0.030)
    cut(((0.43, 7.00), (0.52, 6.99), (0.60, 7.03)), 0.022)


def _skin_over(person: Dressed, g: Any, t: Array, *, big: bool) -> Marks:
    """Everything cut into the skin of a head."""
    hands = hand_marks(g.r, t, float(g.scale), tuple(person.o["skin"]))
    f = Sheet(g, t, person)
    if not (f.y > 6.1).any():
        return hands
    if big:
        own_marks(f, person.seed)
        weather(f)
        _nose(f)
        _mouth(f)
        _lights(f)
    else:
        _small_mouth(f)
    if f.look.moustache:
        moustache(f, person.o["hair_ink"])
    _lids(f)
    _brows(f)
    return f.marks + hands


# ------------------------------------------------------------------ eyes
def _eye_over(person: Dressed, g: Any, t: Array, *, big: bool) -> Marks:
    """An eye: white in the lid's shadow, iris with a rim, pupil, and a catch of light."""
    f = Sheet(g, t, person)
    f.front = np.ones(f.x.shape, bool)
    dx, dy = f.x - np.sign(f.x) * _BALL[0], f.y - _BALL[1]
    d, front = np.hypot(dx, dy), f.z > 1.2
    if not big:
        f.put("key", (d < 0.088) & front)
        return f.marks
    edge = _below_lid(f.m == _EYE)
    f.put("sand" if f.skin[0] == "paper" else "brown", edge < 0.030 * f.scale)
    f.put("key", (d < 0.076) & front)
    f.put(f.look.iris, (d < 0.060) & front)
    f.put("key", (d < 0.035) & front)
    f.put("key", edge < 0.016 * f.scale)
    f.put("paper", (np.hypot(dx + 0.024, dy - 0.026) < 0.020) & front)
    return f.marks


def _below_lid(ball: Array) -> Array:
    """For each pixel of an eyeball, how many pixels it lies below the upper lid."""
    rows = np.arange(ball.shape[0])[:, None]
    first = np.where(ball, rows, 10**6)
    out = np.full(ball.shape, 1e6)
    label, n = ndi.label(ball)
    for i in range(1, n + 1):
        eye = label == i
        top = np.where(eye, first, 10**6).min(0)
        out[eye] = (rows - top[None, :])[eye]
    return out


# ------------------------------------------------------------------ materials
def face_materials(person: Dressed, *, big: bool) -> tuple[Material, Material, Material]:
    """How skin, eyes and teeth are cut."""
    inks, look = person.o["skin"], look_of(person.look)
    pale = inks[0] == "paper"
    black = 0.53 if pale else 0.47
    if not big:  # small faces stay clean: crossing hatches would eat eyes and mouth
        black -= 0.05 if pale else 0.09
    split = (0.60, 0.98) if pale else (0.44 + 0.22 * look.tone, 0.84 + 0.22 * look.tone)
    skin: Material = {
        "light": inks[0], "mid": inks[1], "lo": 0.20, "hi": black, "split": split,
        "shine": inks[2] if len(inks) > 2 else None, "gloss": 0.66,
        "over": lambda g, t: _skin_over(person, g, t, big=big),
    }  # fmt: skip
    eye: Material = {
        "light": "paper", "mid": "paper", "lo": -0.1, "hi": 0.1,
        "over": lambda g, t: _eye_over(person, g, t, big=big),
    }  # fmt: skip
    teeth: Material = {"light": "paper", "mid": "paper", "lo": 0.1, "hi": 0.2}
    return skin, eye, teeth
