"""A body: somebody's build, age, ancestry and features, and the pose they take.

The G-buffer that raster.render makes of it carries un-posed coordinates, so clothing can be cut
as a pattern ("lapels are |x| < .2 * (y - y0)") and cuts wrap round the form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from build.art.people.mesh import (
    Array,
    Keep,
    Mesh,
    aim_matrix,
    data,
    rot,
    turn_about,
    vnormals,
)
from build.art.people.raster import render

__all__ = ["Body", "Mesh", "Pose", "data", "render", "rot"]

Pose = dict[str, tuple[Any, ...]]

_SKIN = 13380  # vertices below this number are the person; the rest are helpers for clothes

# The small chance differences that make every face somebody, before the deliberate features.
_CHANCE = (
    "nose-scale-horiz nose-scale-depth nose-hump nose-width2 chin-width chin-height chin-prominent"
    " mouth-scale-horiz mouth-lowerlip-volume forehead-temple head-scale-horiz cheek-bones"
    " head-fat nose-point-width"
).split()


def _blend(
    male: float, age: float, weight: float, muscle: float
) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    """How much of each age, sex and build target a person takes."""
    if age < 25:
        t = float(np.clip((age - 10) / 15, 0, 1))
        ages = {"child": 1 - t, "young": t}
    else:
        t = float(np.clip((age - 25) / 65, 0, 1))
        ages = {"young": 1 - t, "old": t}
    strong = max(0.0, (muscle - 0.5) * 2)
    builds = {
        f"{m}-{w}": mw * ww
        for m, mw in (("averagemuscle", 1 - strong), ("maxmuscle", strong))
        for w, ww in (
            ("minweight", max(0.0, 1 - 2 * weight)),
            ("averageweight", 1 - abs(2 * weight - 1)),
            ("maxweight", max(0.0, 2 * weight - 1)),
        )
    }
    return {"male": male, "female": 1 - male}, ages, builds


class Body:
    """A person's own mesh; `pose` bends it, `part` takes pieces of it."""

    def __init__(
        self,
        male: float = 1.0,
        age: float = 35,
        weight: float = 0.5,
        muscle: float = 0.55,
        race: Mapping[str, float] | None = None,
        height: float = 1.0,
        face: Mapping[str, float] | None = None,
        seed: int = 0,
        jitter: float = 0.3,
        head_scale: float = 1.13,
        hand_scale: float = 1.12,
        neck_short: float = 0.12,
    ) -> None:
        rng = np.random.default_rng(seed)
        self.male, self.age = male, age
        self._v: Array = data()["verts"].copy()
        self._grow(race or {"caucasian": 1.0}, *_blend(male, age, weight, muscle))
        if jitter:
            for stem in _CHANCE:
                self.feature(stem, rng.normal() * jitter)
        for stem, amount in (face or {}).items():
            self.feature(stem, amount)
        self.v: Array = self._proportions(head_scale, hand_scale, neck_short) * height
        self.R: Array = np.zeros(0)
        self.P: Array = np.zeros(0)
        self.H: Array = np.zeros(0)

    def _grow(
        self,
        race: Mapping[str, float],
        sexes: Mapping[str, float],
        ages: Mapping[str, float],
        builds: Mapping[str, float],
    ) -> None:
        """Add the targets of ancestry, sex, age and build."""
        total = sum(race.values())
        for sex, s in sexes.items():
            for age, a in ages.items():
                for name, w in race.items():
                    self.add(f"{name}-{sex}-{age}", s * a * w / total)
                for build, w in builds.items():
                    self.add(f"universal-{sex}-{age}-{build}", s * a * w)

    def _proportions(self, head: float, hand: float, neck_short: float) -> Array:
        """A printmaker's proportions: head and hands a little larger than life, so they read."""
        base = data()["verts"]
        v = self._v
        near = np.abs(base[:, 0])
        at_neck = (np.abs(base[:, 1] - 6.0) < 0.12) & (near < 0.7) & (np.arange(len(base)) < _SKIN)
        neck = v[at_neck].mean(0)
        k = 1 + (head - 1) * np.clip((base[:, 1] - 5.9) / 0.35, 0, 1) * (near < 1.45)
        v = neck + (v - neck) * k[:, None]
        t = np.clip((base[:, 1] - 5.35) / 0.75, 0, 1)
        v[:, 1] -= neck_short * t * t * (3 - 2 * t) * (near < 1.45)
        for s in (1, -1):
            wrist = v[np.abs(base[:, 0] * s - 4.3) < 0.12].mean(0)
            grown = np.clip((base[:, 0] * s - 4.15) / 0.2, 0, 1) * (base[:, 0] * s > 4.0)
            v = wrist + (v - wrist) * (1 + (hand - 1) * grown)[:, None]
        out: Array = v
        return out

    def add(self, name: str, w: float) -> bool:
        """Move the mesh by so much of a target; False where there is none or it is nothing."""
        d = data()
        i = d["tmap"].get(name)
        if i is None or abs(w) < 1e-4:
            return False
        a, b = d["tptr"][i], d["tptr"][i + 1]
        self._v[d["tidx"][a:b]] += d["toff"][a:b] * (d["tscale"][i] * w)
        return True

    def feature(self, stem: str, x: float) -> None:
        """`nose-hump` by +.5 takes nose-hump-incr; the sides l- and r- are added when needed."""
        for side in ("", "l-", "r-"):
            if not self.add(side + stem, x):
                self.add(side + stem + ("-incr" if x > 0 else "-decr"), abs(x))

    def joints(self, which: str = "h") -> Array:
        """Where every bone begins ("h") or ends ("e"), un-posed."""
        d = data()
        p, ix = d[which + "ptr"], d[which + "idx"]
        return np.array([self.v[ix[p[i] : p[i + 1]]].mean(0) for i in range(len(p) - 1)])

    def expression(self, **units: float) -> Body:
        """Facial action units: mouthSmile=.6, browDown=.5 (Left and Right are added)."""
        self._v = self.v
        for name, x in units.items():
            if not self.add(name, x):
                self.add(name + "Left", x)
                self.add(name + "Right", x)
        self.v = self._v
        return self

    @staticmethod
    def _turned(spec: Sequence[Any], parent: Array, bone: Array) -> Array:
        """One bone's turn, given its parent's."""
        if spec[0] == "axis":  # ("axis", axis, degrees, axis, degrees ...), un-posed axes
            out = parent
            for ax, degrees in zip(spec[1::2], spec[2::2], strict=True):
                out = out @ turn_about(ax, degrees)
            return out
        if spec[0] == "rot":  # ("rot", "y", degrees, "x", degrees ...)
            out = parent
            for name, degrees in zip(spec[1::2], spec[2::2], strict=True):
                out = out @ rot(name, degrees)
            return out
        way = np.array(spec[:3], float)
        out = aim_matrix(parent @ bone, way) @ parent
        if len(spec) > 3:  # a fourth number twists about the bone
            out = turn_about(way, spec[3]) @ out
        return out

    def pose(self, spec: Mapping[str, Sequence[Any]] | None = None) -> Body:
        """Bone -> a direction of the world to aim along, or ("rot", ...) or ("axis", ...)."""
        d = data()
        spec = spec or {}
        heads, tails = self.joints("h"), self.joints("e")
        turns: list[Array] = []
        places = np.zeros_like(heads)
        for i, bone in enumerate(d["bones"].tolist()):
            p = d["parent"][i]
            parent = np.eye(3) if p < 0 else turns[p]
            places[i] = heads[i] if p < 0 else places[p] + parent @ (heads[i] - heads[p])
            own = spec.get(bone)
            length = tails[i] - heads[i]
            turns.append(parent if own is None else self._turned(own, parent, length))
        self.R = np.array(turns)
        self.P, self.H = places, heads
        return self

    def skin(self, verts: Array, wb: Array | None = None, wv: Array | None = None) -> Array:
        """Bend un-posed points that carry body weights (by default those of the whole mesh)."""
        d = data()
        bones: Array = d["wbone"] if wb is None else wb
        weights: Array = (d["wval"] if wv is None else wv).astype(float)
        out = np.zeros_like(verts)
        for k in range(bones.shape[1]):
            b = bones[:, k].astype(int)
            moved = np.einsum("nij,nj->ni", self.R[b], verts - self.H[b]) + self.P[b]
            out += weights[:, k : k + 1] * moved
        lost = weights.sum(1) < 0.5
        out[lost] = verts[lost]
        return out

    def attach(self, verts: Array, bone: str) -> Array:
        """Un-posed points carried stiffly by one bone (hats, glasses, things in hands)."""
        i = data()["bmap"][bone]
        out: Array = (verts - self.H[i]) @ self.R[i].T + self.P[i]
        return out

    def skin_rigid(self, verts: Array, a: str, b: str) -> Array:
        """Half carried by one bone, half by another (collars)."""
        return 0.5 * self.attach(verts, a) + 0.5 * self.attach(verts, b)

    def joint(self, bone: str, tail: bool = False) -> Array:  # noqa: FBT001, FBT002
        """Where a bone begins (or ends) in the pose."""
        i = data()["bmap"][bone]
        out: Array = self.P[i]
        if tail:
            out = self.R[i] @ (self.joints("e")[i] - self.H[i]) + out
        return out

    def part(
        self,
        groups: Sequence[str],
        where: Callable[[Array, Array, Array], Array] | None = None,
        inflate: Any = 0.0,
        smooth: int = 0,
        mat: int = 1,
        bump: Callable[[Array, Array], Array] | None = None,
        keep: Keep | None = None,
        subdiv: int = 0,
    ) -> Mesh | None:
        """Faces of some mesh groups, puffed out and smoothed: a garment, or the skin itself."""
        d = data()
        f = d["faces"][np.isin(d["fgroup"], [d["gmap"][g] for g in groups])].astype(np.int64)
        if where is not None:
            c = d["verts"][f].mean(1)
            f = f[where(c[:, 0], c[:, 1], c[:, 2])]
        if not len(f):
            return None
        ids, inverse = np.unique(f, return_inverse=True)
        f = inverse.reshape(-1, 3)
        v, rest = self.v[ids].copy(), d["verts"][ids]  # un-posed: patterns fit every body
        if smooth:
            v = _smoothed(v, f, smooth, firm=bool(subdiv))
        n = vnormals(v, f)
        amount = inflate(rest) if callable(inflate) else inflate
        v = v + n * (amount[:, None] if np.ndim(amount) else amount)
        if bump is not None:
            v = v + bump(rest, n)
        posed = self.attach(v, "head") if subdiv else self.skin(v, d["wbone"][ids], d["wval"][ids])
        return Mesh(posed, f, rest, mat, keep=keep)


def _smoothed(v: Array, f: Array, steps: int, *, firm: bool) -> Array:
    """Flatten muscle under cloth, and never drag the pattern sideways."""
    e = np.concatenate([f[:, [0, 1]], f[:, [1, 2]], f[:, [2, 0]]])
    e = np.concatenate([e, e[:, ::-1]])
    near = csr_matrix((np.ones(len(e)), (e[:, 0], e[:, 1])), shape=(len(v), len(v)))
    near.data[:] = 1
    count = np.maximum(np.asarray(near.sum(1)), 1)
    u, n0 = v.copy(), vnormals(v, f)
    for _ in range(steps):
        u = 0.5 * u + 0.5 * (near @ u) / count
        if firm:  # Taubin's step: smooth without shrinking
            u = u - 0.53 * ((near @ u) / count - u)
    out: Array = v + n0 * ((u - v) * n0).sum(1, keepdims=True)
    return out
