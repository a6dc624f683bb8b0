"""Hair on the scalp, and what falls from it or is put up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from build.art.people.mesh import Array, Mesh
from build.art.people.wardrobe.geometry import lathe, lumps
from build.art.people.wardrobe.kinds import HAIR, Wearer

_HATS = ("flatcap", "trilby", "bowler", "tophat", "akubra", "helmet", "beanie")


@dataclass(frozen=True)
class Style:
    """A way of wearing hair: where it begins, how thick it lies, what else it does."""

    line: str = "man"
    thick: float = 0.12
    barbered: bool = False
    """Close at the sides, with body on top."""
    waves: bool = False
    curls: bool = False
    fall: tuple[float, float, float] | None = None
    """What hangs about the head: how low, how far out, how far to the front."""


STYLES: dict[str, Style] = {
    "short": Style(thick=0.09, barbered=True, waves=True),
    "crop": Style(thick=0.05),
    "quiff": Style(thick=0.11, barbered=True, waves=True),
    "receding": Style("receding", 0.06, barbered=True, waves=True),
    "wavy": Style(thick=0.12, barbered=True, waves=True),
    "curly": Style(thick=0.24, curls=True),
    "spiky": Style(thick=0.16),
    "afro": Style(thick=0.40, curls=True),
    "mullet": Style(thick=0.18, waves=True, fall=(5.75, 0.0, 0.05)),
    "bob": Style("woman", 0.24, fall=(6.25, 0.10, 0.55)),
    "set": Style("woman", 0.30, fall=(6.45, 0.16, 0.45)),
    "long": Style("woman", 0.2, fall=(5.1, 0.05, 0.5)),
    "perm": Style("woman", 0.42, curls=True, fall=(5.6, 0.34, 0.5)),
    "bun": Style("woman", 0.12),
    "updo": Style("woman", 0.16),
}
_PLAIN = Style()

_LINES = {
    "woman": (
        [-0.6, 0, 0.35, 0.6, 0.8, 1.0, 1.2, 1.5],
        [6.2, 6.3, 6.7, 7.25, 7.45, 7.75, 7.92, 7.98],
    ),
    "receding": (
        [-0.6, -0.1, 0.1, 0.3, 0.5, 0.65, 0.8, 0.95, 1.1, 1.3, 1.5],
        [6.5, 6.6, 6.8, 7.0, 7.3, 7.1, 7.45, 7.9, 8.25, 8.35, 8.5],
    ),
    "man": (
        [-0.6, -0.1, 0.1, 0.3, 0.5, 0.65, 0.8, 0.95, 1.1, 1.3, 1.5],
        [6.45, 6.5, 6.7, 6.95, 7.25, 7.0, 7.3, 7.62, 7.86, 7.98, 8.02],
    ),
}


def hairline(x: Array, z: Array, style: str = "man") -> Array:
    """The height of the hairline at a depth z: 1.5 in front, -.5 behind."""
    line = np.interp(z, *_LINES[style])
    if style == "receding":
        line = line + 0.22 * np.clip(np.abs(x) - 0.2, 0, 0.3)
    return np.asarray(line)


def hair(person: Wearer) -> list[Mesh | None]:
    """The hair of somebody, none if they are bald."""
    name = person.o["hair"]
    if not name or name == "bald":
        return []
    style = STYLES.get(name, _PLAIN)
    made: list[Mesh | None] = [_scalp(person, name, style)]
    if style.fall is not None:
        made.append(_fall(person, style.fall))
    if name in _PUT_UP:
        made.append(_PUT_UP[name](person))
    return made


def _thickness(person: Wearer, style: Style) -> float:
    hat = person.o["hat"]
    if hat and hat != "headscarf":
        return min(style.thick, 0.03 if hat == "beanie" else 0.10)
    return style.thick


def _scalp(person: Wearer, name: str, style: Style) -> Mesh | None:
    line = style.line

    def keep(r: Array) -> Array:
        edge = hairline(r[:, 0], r[:, 2], line)
        edge = edge + 0.014 * np.sin(r[:, 0] * 47 + r[:, 2] * 33) + 0.012 * np.sin(r[:, 0] * 19)
        crown = 7.86 if person.o["hat"] in _HATS else 99
        kept: Array = (r[:, 1] < crown) & (r[:, 1] > edge)
        return kept

    def where(x: Array, y: Array, z: Array) -> Array:
        ear = (np.abs(x) > 0.735) & (y > 6.8) & (y < 7.60) & (z > 0.24) & (z < 0.82)
        found: Array = (y > 6.1) & (y > hairline(x, z, line) - 0.25) & (np.abs(x) < 1) & ~ear
        return found

    amount = partial(_amount, name, style, _thickness(person, style), person.seed)
    return person.b.part(["body"], where, inflate=amount, mat=HAIR, keep=keep, smooth=14, subdiv=2)


def _amount(name: str, style: Style, thick: float, seed: int, r: Array) -> Array:
    """How far the hair stands from the scalp."""
    x, y, z = r[:, 0], r[:, 1], r[:, 2]
    e = np.clip((y - hairline(x, z, style.line)) / 0.35, 0, 1)
    a: Array = 0.03 + thick * e**0.6
    if style.barbered:
        a = a * (0.35 + 0.65 * np.clip((y - 7.5) / 0.5, 0, 1))
        a = a + 0.08 * np.clip((y - 7.9) / 0.4, 0, 1)
    if style.fall is not None:
        a = a + 0.10 * np.clip((7.6 - y) / 0.6, 0, 1) * (z < 0.5)
    if style.waves:
        a = a + 0.05 * np.sin(x * 9 + z * 4) * e
    if style.curls:
        a = a + 0.09 * lumps(r, seed, 6, (1, 1, 1)) * e
    if name in _SHAPED:
        a = a + _SHAPED[name](r, e, seed)
    return a


def _quiff(r: Array, _e: Array, _seed: int) -> Array:
    lift: Array = 0.28 * np.clip((r[:, 2] - 0.5) / 0.7, 0, 1) * np.clip((r[:, 1] - 7.9) / 0.3, 0, 1)
    return lift


def _set(r: Array, e: Array, _seed: int) -> Array:
    return np.asarray(0.06 * np.sin(r[:, 1] * 10 + r[:, 0] * 3) * e)


def _spikes(r: Array, e: Array, seed: int) -> Array:
    return np.asarray(0.16 * np.abs(lumps(r, seed, 9, (1, 1, 1))) * e * (r[:, 1] > 7.7))


_SHAPED: dict[str, Callable[[Array, Array, int], Array]] = {
    "quiff": _quiff,
    "set": _set,
    "spiky": _spikes,
}


def _fall(person: Wearer, fall: tuple[float, float, float]) -> Mesh:
    """Hair that hangs round the back and sides of the head, open in front."""
    low, puff, front = fall
    rx, rz, _, zc = person.head_ring(7.4, 0.12)
    foot = 0.5 if low < 5.5 else 0.7
    rings = [
        (rx * 0.98, rz * 1.0, 7.95, zc - 0.12),
        (rx + puff * 0.8, rz + puff * 0.6, 7.5, zc - 0.16),
        (rx + puff, rz + puff * 0.8, 7.0, zc - 0.2),
        (rx + puff * 1.1, rz + puff * 0.8, (7 + low) / 2, zc - 0.26),
        (rx + puff * foot, rz * 0.92 + puff, low, zc - 0.3),
    ]
    v, f = lathe(rings, 48)
    ruffle = (lumps(v, person.seed, 5, (1, 0.25, 1)) * 0.05)[:, None]
    v = v + ruffle * np.stack([np.sign(v[:, 0]), v[:, 0] * 0, v[:, 0] * 0], 1)
    mesh = person.on_head((v, f), HAIR, v)

    def keep(r: Array) -> Array:
        kept: Array = (r[:, 2] < front + 0.12 * np.sin(r[:, 1] * 5)) & (
            r[:, 1] > low + 0.07 * np.sin(r[:, 0] * 14)
        )
        return kept

    mesh.keep = keep
    return mesh


def _ball(rx: float, rz: float, y: float, z: float, nseg: int, person: Wearer) -> Mesh:
    rings = []
    for u in np.linspace(-1, 1, 9):
        k = float(np.sqrt(max(1 - u * u, 0.001)))
        rings.append((rx * k, rz * k, y + 0.42 * u, z))
    return person.on_head(lathe(rings, nseg), HAIR)


_PUT_UP: dict[str, Callable[[Wearer], Mesh]] = {
    "bun": partial(_ball, 0.42, 0.36, 7.35, -0.62, 20),
    "updo": partial(_ball, 0.72, 0.7, 8.45, 0.15, 24),
}


def strands(person: Wearer) -> Callable[[object], Array]:
    """Hair lies in locks: lines from the parting round and down the head."""
    name, beard, seed = person.o["hair"] or "", person.o["beard"], person.seed
    style = STYLES.get(name, _PLAIN)

    def phase(g: object) -> Array:
        r: Array = g.r  # type: ignore[attr-defined]
        if style.curls:
            small = lumps(r, seed + 1, 9, (1, 1, 1)) * 0.8
            return np.asarray(lumps(r, seed, 4.5, (1, 1, 1)) * 2.2 + small)
        y, z = r[..., 1], r[..., 2]
        lines = _combed(name, r)
        if beard:  # whiskers hang
            low = (y < 6.95) & (z > 0.55)
            x = r[..., 0]
            hanging = np.abs(x) * 15 - y * 5 * np.sign(np.abs(x) - 0.01)
            lines = np.where(low, hanging, lines)
        lines = lines + 0.35 * lumps(r, seed, 3.2, (1, 0.6, 1))
        return lines + 0.5 * np.sin(y * 9) if name in ("set", "wavy") else lines

    return phase


def _combed(name: str, r: Array) -> Array:
    x, y, z = r[..., 0], r[..., 1], r[..., 2]
    if name in ("quiff", "receding", "bun", "updo"):
        return np.asarray(np.arctan2(x, y - 7.1) * 11.0)
    part = 0.30 if name in ("short", "wavy", "bob", "long", "crop") else 0.0
    off = np.abs(x - part)
    top = (np.arctan2(z - 0.1, off + 0.45) + 0.25 * off) * 11
    k = np.clip((7.9 - y) / 0.5, 0, 1)
    return np.asarray(top * (1 - k) + np.arctan2(x, z - 0.2) * 13 * k)
