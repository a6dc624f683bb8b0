"""What years, moods and a life of one's own carve into a face."""

from __future__ import annotations

import numpy as np

from build.art.people.strokes import Sheet, bow


def weather(f: Sheet) -> None:
    """Every line that age and mood carve."""
    years = years_of(f)
    _cheek_lines(f, years)
    _brow_lines(f, years)
    _eye_lines(f, years)


def years_of(f: Sheet) -> float:
    """How deep a life has cut, 0..1."""
    if f.look.lines is not None:
        return f.look.lines
    return float(np.clip((f.age - 30) / 36, 0, 1))


def _cheek_lines(f: Sheet, years: float) -> None:
    """From the nose to beside the mouth, and at the corners of the eyes and lips."""
    deep = max(0.9 * (years - 0.12), f.mood.cheeks)
    if deep > 0.08:
        curve = bow(((0.185, 6.985), (0.275, 6.87), (0.345, 6.73), (0.350, 6.58)))
        f.cut(curve, 0.012 + 0.024 * deep, taper=(0.3, 0))
    feet = max(years - 0.25, 0.9 * f.mood.cheeks * (0.35 + years))
    if feet > 0.1:
        for dy, x1 in ((0.085, 0.665), (0.02, 0.69), (-0.05, 0.66)):
            f.cut(bow(((0.52, 7.285 + dy * 0.35), (0.59, 7.285 + dy * 0.8), (x1, 7.28 + dy * 1.5))),
                  0.010 + 0.012 * feet)  # fmt: skip
    if years > 0.55:
        f.cut(bow(((0.285, 6.56), (0.32, 6.46), (0.315, 6.36))), 0.020 * years)


def _brow_lines(f: Sheet, years: float) -> None:
    """Lines of the forehead, and between the brows."""
    deep = max(years - 0.3, f.mood.creases * (0.5 + 0.5 * years))
    if deep > 0.1:
        for y, half in ((7.73, 0.36), (7.83, 0.42), (7.93, 0.33)):
            bend = 0.02 + 0.05 * f.mood.creases
            points = [(x, y + bend * np.cos(x * 4.2) + 0.010 * np.sin(x * 17 + y * 31))
                      for x in np.linspace(-half, half * 0.92, 13)]  # fmt: skip
            f.cut(points, 0.010 + 0.014 * deep, side=1)
    knit = max(0.6 * (years - 0.45), f.mood.furrow)
    if knit > 0.1:
        f.cut(bow(((0.052, 7.46), (0.062, 7.55), (0.085, 7.64))), 0.010 + 0.022 * knit, side=1)
        f.cut(bow(((0.060, 7.47), (0.075, 7.56), (0.080, 7.62))), 0.010 + 0.018 * knit, side=-1)


def _eye_lines(f: Sheet, years: float) -> None:
    """The pouch and the hollow beneath an eye."""
    deep = max(f.look.pouches, 0.8 * (years - 0.35))
    if deep > 0.05:
        curve = bow(((0.19, 7.185), (0.29, 7.115), (0.40, 7.125), (0.47, 7.185)))
        f.cut(curve, 0.010 + 0.016 * deep)
    if deep > 0.5:
        f.cut(bow(((0.20, 7.12), (0.31, 7.05), (0.42, 7.065))), 0.006 + 0.010 * deep)


def moustache(f: Sheet, inks: tuple[str, str]) -> None:
    """A moustache combed from the middle, cut hair by hair."""
    kind = f.look.moustache
    drop, half, low = {"trim": (0.10, 0.27, 6.665), "full": (0.30, 0.33, 6.640),
                       "pencil": (0.16, 0.23, 6.706)}[kind]  # fmt: skip
    up = {"trim": 6.815, "full": 6.845, "pencil": 6.790}[kind] - 0.02 * np.exp(-((f.a / 0.03) ** 2))
    u = f.a / half
    combed = np.sin(f.a * 150 + f.y * 210) * 0.012 * (kind != "pencil")
    top = up - drop * 0.36 * u**1.6 + combed
    foot = low - drop * 0.42 * u**2 - combed - 0.016 * (kind == "full")
    where = (f.z > 1.1) & (u < 1) & (f.y < top) & (f.y > foot + 0.13 * u**6)
    f.put(inks[0], where)
    if inks[0] != "key":
        f.put("key", where & (np.sin(f.a * 105 + f.y * 62) > 0.62 + 0.5 * f.t))
        f.put("key", where & (f.y < foot + 0.022))
    elif kind != "pencil":
        f.put(inks[1], where & (np.sin(f.a * 105 + f.y * 62) > 1.62 - 1.0 * f.t))


def own_marks(f: Sheet, seed: int) -> None:
    """A cleft chin, freckles, a mole, a day's beard."""
    k = f.look
    if k.dimple:
        f.cut(((0.0, 6.30), (0.006, 6.21)), 0.030 * k.dimple, side=1)
    rng = np.random.default_rng(seed + 31)
    for _ in range(k.freckles):
        x, y = rng.normal(0, 0.27), rng.normal(7.03, 0.09)
        f.put("brown", np.hypot(f.x - x, f.y - y) < rng.uniform(0.008, 0.015))
    if k.mole:
        f.put("key", np.hypot(f.x - k.mole[0], f.y - k.mole[1]) < 0.024)
    if k.stubble and f.scale > 100:  # smaller, it would be a black beard
        beard = (f.y < 6.83 - 0.5 * np.clip(0.4 - f.a, 0, 1) * (f.a > 0.3)) & (f.y > 6.0)
        beard &= (f.y < 6.60 + 0.55 * np.clip(f.a - 0.28, 0, 0.5)) | (
            (f.a < 0.27) & (f.y > 6.70) & (f.y < 6.84)
        )
        dots = np.sin(f.x * 171 + 2 * np.sin(f.y * 47)) * np.sin(f.y * 158 + 2 * np.sin(f.x * 41))
        f.put("key", beard & (dots > 1 - 0.38 * k.stubble))
