"""How the light falls on a figure: a tone for each pixel, before anything is cut.

A figure comes as what the people's renderer saw: for each pixel its material, normal, depth and
its place on the body at rest. Tone here is 0 in the dark and 1 in full light.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
from scipy import ndimage as ndi

from build.art.arrays import Bools, Floats

Vector = npt.NDArray[np.float64]

LIGHT: Vector = np.array([-0.55, 0.55, 0.63])
"""Where light comes from unless a picture says otherwise: over the viewer's left shoulder."""


class Seen(Protocol):
    """What a renderer saw of a figure, one value a pixel; `scale` is pixels per decimetre."""

    r: Any
    n: Any
    m: Any
    z: Any
    scale: float
    V: Any


@dataclass
class Surface:
    """A part of what was seen, as patterns and marks are given it.

    `r` is the place on the body at rest, `n` the normal, `m` the material, `z` the depth, `V` the
    turn from the body to the view. Lengths are decimetres.
    """

    r: Any
    n: Any
    m: Any
    z: Any
    scale: float
    V: Any


def towards(light: npt.ArrayLike) -> Vector:
    """The light's direction, with length 1."""
    given = np.asarray(light, np.float64)
    return np.asarray(given / np.sqrt((given * given).sum()))


def lit(g: Seen, light: Vector, ao: float, cast: float) -> Floats:
    """Light on the surface, less in hollows and in the short shadows that parts cast on others."""
    on = g.m > 0
    # Summed in a fixed order, which a matrix product does not promise.
    facing = g.n[..., 0] * light[0] + g.n[..., 1] * light[1] + g.n[..., 2] * light[2]
    tone = (0.5 + 0.5 * facing).astype(np.float32)
    if cast:
        shadow = _shadows(np.where(on, g.z, -1e9).astype(np.float32), light, g.scale)
        tone -= cast * ndi.gaussian_filter(shadow.astype(np.float32), max(0.02 * g.scale, 0.6))
    depth = np.where(on, g.z, 0).astype(np.float32)
    tone -= hollows(depth, on, g.scale) * np.float32(0.46 * ao)
    return np.asarray(tone, np.float32)


def hollows(depth: Floats, on: Bools, scale: float) -> Floats:
    """How far each pixel lies behind those around it."""
    deep = np.zeros(depth.shape, np.float32)
    for radius, weight in ((0.28, 0.9), (0.09, 1.6)):
        around = _around(depth, on, max(radius * scale, 1.5))
        deep += np.clip((around - depth) / radius, 0, 1) * np.float32(weight * 0.5)
    return deep


def features(tone: Floats, on: Bools, scale: float) -> Floats:
    """How much darker or lighter each pixel is than those around it: noses, lips, folds."""
    return np.where(on, tone - _around(tone, on, max(0.2 * scale, 1.5)), 0)


def _around(values: Floats, on: Bools, sigma: float) -> Floats:
    """The mean of the figure about each pixel, worked out coarsely where it is soft."""
    step = max(1, int(sigma / 3))
    few, there = values[::step, ::step], on[::step, ::step].astype(np.float32)
    few = ndi.gaussian_filter(few * there, sigma / step)
    few /= np.maximum(ndi.gaussian_filter(there, sigma / step), 1e-3)
    if step == 1:
        return np.asarray(few, np.float32)
    high, wide = values.shape
    whole = ndi.zoom(few, step, order=1)[:high, :wide]
    missing = ((0, high - whole.shape[0]), (0, wide - whole.shape[1]))
    return np.asarray(np.pad(whole, missing, mode="edge"), np.float32)


def _shadows(depth: Floats, light: Vector, scale: float) -> Bools:
    """Where something near stands in the light: a brim over a brow, a chin over a neck."""
    shadow = np.zeros(depth.shape, np.bool_)
    for step in range(1, 15):
        reach = 0.07 * step
        dx, dy = round(light[0] * reach * scale), round(-light[1] * reach * scale)
        above = _moved(depth, dx, dy) - (depth + np.float32(light[2] * reach))
        shadow |= (above > 0.04 + 0.006 * step) & (above < 3)
    return shadow


def _moved(depth: Floats, dx: int, dy: int) -> Floats:
    """For each pixel the depth at another, (dx, dy) from it."""
    high, wide = depth.shape
    out = np.full_like(depth, -1e9)
    if abs(dx) < wide and abs(dy) < high:
        from_ = depth[max(dy, 0) : high + min(dy, 0), max(dx, 0) : wide + min(dx, 0)]
        out[max(-dy, 0) : high + min(-dy, 0), max(-dx, 0) : wide + min(-dx, 0)] = from_
    return out


def modelled(tone: Floats, part: Bools, half: float, shade: float, most: float = 0.2) -> Floats:
    """Tone with enough shade to model a pale form, however bright the light on it.

    At least three tenths of the part come down to the half tone and a twelfth to the shade; the
    brightest stays as it is. `most` limits how far anything is darkened.
    """
    found = np.sort(tone[part])
    if found.size < 40:
        return tone
    dark, dim, bright = (
        float(found[int(share * (found.size - 1))]) for share in (0.083, 0.3, 0.85)
    )
    drop = min(max(dim - half, dark - shade, 0.0), most)
    if not drop or bright - dark < 1e-3:
        return tone
    fall = np.clip((bright - tone) / (bright - dark), 0, 1)
    return np.asarray(tone - drop * fall, np.float32)
