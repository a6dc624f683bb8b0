"""From a figure to cut ink: shade in lines that wrap the form, flat inks above, a key line.

art = carve(seen, {1: {"light": "paper", "mid": "sand"}}, block.ix, scale ...)
block.stamp(art, x, y)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import ndimage as ndi

from build.art.arrays import Bools, Floats, Indices
from build.art.cutting import cutlines, hand
from build.art.noise import noise
from build.art.relief import LIGHT, Seen, Surface, Vector, features, lit, modelled, towards

__all__ = ["LIGHT", "Material", "carve", "cutlines", "noise"]

CLEAR = 255
WIRE = 15
"""The material of spectacle wire, which gets no outline of its own."""
SMALL = 24
"""Below so many pixels a decimetre, marks are drawn bolder so that they stay."""

Marks = Iterable[tuple[str, npt.NDArray[Any]]]
Painter = Callable[[Any, Floats], Marks]
"""From a Surface and its tone to inks, each with a mask of where it goes."""


@dataclass(frozen=True)
class Material:
    """How one material is cut; tones are 0 (dark) to 1 (full light)."""

    light: str
    mid: str
    dark: str = "key"
    lo: float = 0.34
    hi: float = 0.60
    """All is `dark` below `lo`, none above `hi`; between, lines."""
    split: tuple[float, float] = (0.62, 0.86)
    """The same for `mid`, above which there is `light`."""
    shift: float = 0
    """Makes it lighter than it would be."""
    jit: float = 0.35
    freq: float = 1
    """How close the lines are."""
    phase: Callable[[Any], npt.NDArray[Any]] | None = None
    """Lines of its own, at whole numbers: locks of hair."""
    shine: str | None = None
    """An ink for a few cuts where the light strikes, above the tone `gloss`."""
    gloss: float = 0.84
    paint: Painter | None = None
    """Patterns beneath the shade."""
    over: Painter | None = None
    """Marks on top of the shade: eyes, mouths, seams. They stay, however small the figure is."""
    relief: float | None = None
    """How much is made of small forms; unless said, more on pale materials."""


@dataclass(frozen=True)
class _Cut:
    """What is the same for all materials of a figure."""

    ix: Mapping[str, int]
    hatch: tuple[float, float, float]
    pitch: float
    ss: int
    seed: int


def carve(
    g: Seen,
    mats: Mapping[int, Mapping[str, Any]],
    ix: Mapping[str, int],
    light: npt.ArrayLike = LIGHT,
    pitch: float = 9.0,
    hatch: tuple[float, float, float] = (0.25, 1.0, 0.55),
    ss: int = 2,
    line: float = 2.2,
    halo: tuple[str, float] | None = None,
    ao: float = 1.0,
    seed: int = 0,
    outline: str = "key",
    cast: float = 0.36,
) -> Indices:
    """Turn what was seen of a figure into ink numbers (255 = clear).

    `mats` says for each material how it is cut (the fields of `Material`), `ix` the number of each
    ink. `hatch` is the plane across which the cuts run (x, y, depth), `pitch` their distance,
    `line` the width of the key line, `halo` an ink and a width about the whole figure, `ao` how
    dark hollows are and `cast` the short shadows.
    """
    on: Bools = np.asarray(g.m > 0)
    out = np.full(on.shape, CLEAR, np.uint8)
    if not on.any():
        return out
    source = towards(light)
    tone = lit(g, source, ao, cast)
    fine = features(tone, on, g.scale)
    tone += noise(on.shape, 70 * ss, np.random.default_rng(seed)) * np.float32(0.045)
    how = _Cut(ix, hatch, pitch, ss, seed)
    found = ndi.find_objects(g.m.astype(np.int32), max_label=int(g.m.max()))
    for number, given in mats.items():
        box = found[number - 1] if number <= len(found) else None
        if box is not None:
            seen = Surface(
                g.r[box], g.n[box], g.m[box], np.where(on[box], g.z[box], 0), g.scale, g.V
            )
            _cut_material(out[box], seen, number, Material(**given), (tone[box], fine[box]), how)
    if line:
        out[_key_line(g, on, tone, source, line * ss) & on] = ix[outline]
    if halo:
        ink, width = halo
        out[(ndi.distance_transform_edt(~on) < width * ss) & ~on] = ix[ink]
    return out


def _cut_material(
    out: Indices,
    seen: Surface,
    number: int,
    material: Material,
    light: tuple[Floats, Floats],
    how: _Cut,
) -> None:
    """Cut one material into its part of the figure."""
    part = np.asarray(seen.m == number)
    tone = _toned(light, part, material)
    rng = np.random.default_rng([how.seed, number])
    phase, along = _lines(seen, part, material, how, rng)

    def cut(low: float, high: float, jitter: float, seg: float = 60, half: float = 0.0) -> Bools:
        return cutlines(phase + half, (tone - low) / (high - low), jitter, along, rng, seg * how.ss)

    dark = cut(material.lo, material.hi, material.jit)
    out[part] = how.ix[material.light]
    if material.mid != material.light:
        out[part & cut(*material.split, material.jit, half=0.5)] = how.ix[material.mid]
    if material.shine:
        gleam = ~cut(material.gloss, material.gloss + 0.5, 0.7, 45, half=0.5)
        out[part & gleam] = how.ix[material.shine]
    if material.paint:
        painted = _paint(out, part, material.paint(seen, tone), how.ix)
        if material.lo > 0.5:  # black cloth: its pale patterns take ordinary shade
            dark = np.where(painted, cut(0.24, 0.54, 0.35), dark)
    out[part & dark] = how.ix[material.dark]
    if material.over:
        _paint(out, part, _marks(seen, tone, part, material.over, how.ss), how.ix)


def _toned(light: tuple[Floats, Floats], part: Bools, material: Material) -> Floats:
    """The tone of one material: small forms are made more of, and pale ones keep some shade."""
    tone, fine = light
    pale = material.light == "paper"
    relief = (0.55 if pale else 0.2) if material.relief is None else material.relief
    tone = tone + fine * np.float32(relief) + np.float32(material.shift)
    if not pale:
        return tone
    low, high = material.split
    return modelled(tone, part, low * 0.45 + high * 0.55, (material.lo + material.hi) / 2)


def _lines(
    seen: Surface, part: Bools, material: Material, how: _Cut, rng: np.random.Generator
) -> tuple[Floats, Floats]:
    """Where the cuts of a material run (lines at whole numbers), and how far along each pixel is.

    They lie in planes through the form, and curve with it; no two materials' planes are alike.
    """
    high, wide = part.shape
    own = hand(rng, 2 * max(high, wide) / how.ss / 9)
    turn = np.radians(own.lean * 2.5)
    across, down, deep = how.hatch
    hx = across * np.cos(turn) - down * np.sin(turn)
    hy = across * np.sin(turn) + down * np.cos(turn)
    deep *= rng.uniform(0.75, 1.35)
    y, x = np.mgrid[0:high, 0:wide].astype(np.float32)
    along = np.asarray(x * hy - y * hx, np.float32)
    if material.phase is not None:
        return np.asarray(material.phase(seen), np.float32), along
    pitch = how.pitch * how.ss * own.pitch / material.freq
    plane = (x * hx + y * hy) / pitch - seen.z * (seen.scale * deep / pitch)
    waves = noise(part.shape, own.reach * 1.3 * how.ss, rng) * (0.24 * own.swing)
    return np.asarray(
        plane + waves + noise(part.shape, 14 * how.ss, rng) * 0.035, np.float32
    ), along


def _paint(out: Indices, part: Bools, marks: Marks, ix: Mapping[str, int]) -> Bools:
    """Ink the marks in their order; where there was any."""
    painted = np.zeros(part.shape, np.bool_)
    for ink, mask in marks:
        out[part & mask] = ix[ink]
        painted |= mask
    return painted


_FINER = 3
"""How many times finer a small figure's marks are looked at than it is drawn."""


def _marks(seen: Surface, tone: Floats, part: Bools, over: Painter, ss: int) -> Marks:
    """The marks on a material; on a small figure none is lost between two pixels or too thin."""
    if seen.scale / ss >= SMALL:
        yield from over(seen, tone)
        return
    finer = Surface(
        r=_finer(seen.r),
        n=_finer(seen.n),
        m=seen.m.repeat(_FINER, 0).repeat(_FINER, 1),
        z=_finer(seen.z),
        scale=seen.scale * _FINER,
        V=seen.V,
    )
    same = finer.m == np.median(seen.m[part])
    for ink, mask in over(finer, _finer(tone)):
        share = _pooled(np.asarray(mask, np.bool_) & same)
        thin = share.sum() < 0.12 * part.sum()
        bold = ndi.maximum_filter(share > 0, max(1, round(1.2 * ss)))
        yield ink, bold if thin else share >= 0.5


def _finer(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The same values, looked at more finely: between two pixels, what lies between them."""
    out = values
    for axis in (0, 1):
        size = values.shape[axis]
        at = np.clip((np.arange(size * _FINER) + 0.5) / _FINER - 0.5, 0, size - 1)
        low = np.minimum(at.astype(np.intp), max(size - 2, 0))
        share = (at - low).reshape([-1 if a == axis else 1 for a in range(values.ndim)])
        high = np.minimum(low + 1, size - 1)
        out = out.take(low, axis) * (1 - share) + out.take(high, axis) * share
    return out


def _pooled(mask: Bools) -> Floats:
    """How much of each pixel a finer mask covers."""
    high, wide = mask.shape[0] // _FINER, mask.shape[1] // _FINER
    parts = mask.reshape(high, _FINER, wide, _FINER)
    return np.asarray(parts.mean((1, 3), dtype=np.float32))


def _key_line(g: Seen, on: Bools, tone: Floats, light: Vector, width: float) -> Bools:
    """Borders of materials and steps of depth, fatter on the side away from the light."""
    depth = np.where(on, g.z, -50)
    kind = np.where(g.m == WIRE, 1, g.m)
    step = np.zeros(on.shape, np.bool_)
    least = 0.06 if g.scale > 180 else 0.16
    for axis in (0, 1):
        edge = (np.abs(np.diff(depth, axis=axis)) > least) | (np.diff(kind, axis=axis) != 0)
        step |= np.pad(edge, [(0, int(axis == 0)), (0, int(axis == 1))])
    fat: Bools = np.asarray(ndi.distance_transform_edt(~step) < width * 0.5)
    away = (round(light[1] * width * 0.9), round(-light[0] * width * 0.9))
    return fat | (np.roll(fat, away, (0, 1)) & (tone < 0.62))
