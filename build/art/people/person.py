"""A person: a body, posed and dressed, and cut as a figure.

p = Person(male=1, age=50, hat="flatcap", top="jacket", tie="red", pose=stand())
place(block, p, x, y, scale=60, yaw=20)      # cut it and lay it on the block
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from build.art.arrays import Indices
from build.art.carving import LIGHT, carve
from build.art.people.body import Body, Pose
from build.art.people.expressions import express
from build.art.people.faces import face_materials, features
from build.art.people.hands import curl, fingers
from build.art.people.mesh import Array, Mesh, data, rot
from build.art.people.poses import (
    fist,
    fold_arms,
    hand_on_hip,
    hold,
    point,
    raise_palm,
    rest,
    sit,
    stand,
)
from build.art.people.raster import render
from build.art.people.wardrobe.beards import beard
from build.art.people.wardrobe.bottoms import bottoms
from build.art.people.wardrobe.geometry import along_arm, is_arm, lathe, lumps, solid, tube
from build.art.people.wardrobe.hair import hair
from build.art.people.wardrobe.hats import hat
from build.art.people.wardrobe.kinds import (
    APRON,
    BAND,
    COAT,
    EYE,
    GLASS,
    HAIR,
    HAT,
    LEGS,
    PROP,
    PROP2,
    SHAWL,
    SHIRT,
    SHOE,
    SKIN,
    TEETH,
)
from build.art.people.wardrobe.materials import materials
from build.art.people.wardrobe.shawls import shawl
from build.art.people.wardrobe.spectacles import spectacles
from build.art.people.wardrobe.tops import top

__all__ = [
    "APRON", "BAND", "COAT", "EYE", "GLASS", "HAIR", "HAT", "LEGS", "LIGHT", "PROP", "PROP2",
    "SHAWL", "SHIRT", "SHOE", "SKIN", "TEETH", "Body", "Mesh", "Person", "along_arm", "curl",
    "data", "fist", "fold_arms", "hand_on_hip", "hold", "is_arm", "lathe", "lumps", "point",
    "raise_palm", "rest", "rot", "sit", "solid", "stand", "tube",
]  # fmt: skip

Inks = tuple[str, ...]

_USUAL: dict[str, Any] = {
    "skin": ("paper", "sand"), "hair": "short", "hair_ink": ("key", "key"), "hat": None,
    "hat_ink": ("teal", "teal"), "band_ink": "key", "top": "jacket", "top_ink": ("teal", "teal"),
    "shirt_ink": ("paper", "paper"), "tie": None, "legs": "trousers", "legs_ink": ("key", "key"),
    "shoe_ink": ("key", "key"), "shawl": None, "shawl_ink": ("slate", "slate"), "apron": None,
    "beard": None, "glasses": False, "lips": None, "hem": -1.1, "skirt_flare": 0.35,
    "sleeves": None, "neck": "open", "pattern": None, "edge": "sand",
}  # fmt: skip
"""What somebody wears of whom nothing else is said."""

Look = dict[str, Any]


class Person:
    """One dressed person.

    body: male 0..1, age, weight 0..1, race {"caucasian": .., "african": .., "asian": ..}, face
    {target stem: amount}, expr (a mood's name, or {facial action unit: amount}), gaze (right, up)
    in degrees, seed, look {brows, lips, lines, moustache ...: `looks.Look`}.
    skin: light, mid and perhaps highlight ink. pose: of `poses`; hands: {"L"|"R": a name of
    `hands.SHAPES`, or three bends}.
    hair: `hair.STYLES`, or bald. hat: flatcap trilby akubra bowler tophat helmet headscarf beanie.
    beard: moustache walrus full chops. top: `tops.CUTS`; sleeves: None, rolled, short; pattern:
    check, or (stripe|dots|flowers|star|triangle, ink, size). legs: trousers jeans flares skirt
    dress (skirt_flare > .6: to the ankle); apron: True, or bib; shawl: head, shoulders.
    *_ink: light and mid inks; ("key", "key") is black cloth whose carved lights are in `edge`.
    extra: gives more meshes, such as things carried.
    """

    px: Callable[..., tuple[float, float]]
    """Where a joint came out on the block: set by `place`."""

    def __init__(
        self,
        pose: Pose | None = None,
        expr: Any = None,
        gaze: tuple[float, float] = (0, 0),
        hands: dict[str, Any] | None = None,
        extra: Callable[[Any], list[Any]] | None = None,
        seed: int = 0,
        look: Any = None,
        **options: Any,
    ) -> None:
        self.o: dict[str, Any] = {name: options.pop(name, it) for name, it in _USUAL.items()}
        self.o["flare"] = self.o.pop("skirt_flare")
        self.seed, self.extra = seed, extra
        self.b = Body(seed=seed, face=features(options.pop("face", None)), **options)
        self.mood, self.look = express(self.b, expr), look or {}
        self.p = fingers(self.b, hands, dict(pose or stand()))
        right, up = gaze[0] + self.mood.gaze[0], gaze[1] + self.mood.gaze[1]
        if (right, up) != (0, 0):
            for side in ("L", "R"):
                self.p["eye." + side] = ("rot", "y", right, "x", -up)
        self.b.pose(self.p)
        self.meshes = self.build()

    # -- geometry

    def head_ring(self, y: float, margin: float = 0.05) -> tuple[float, float, float, float]:
        """Half-widths and centre of the mesh's head at a height."""
        v = data()["verts"][:13380]
        q = v[(np.abs(v[:, 1] - y) < 0.1) & (np.abs(v[:, 0]) < 0.8)]
        front, back = float(q[:, 2].max()), float(q[:, 2].min())
        wide = float(np.abs(q[:, 0]).max())
        return (
            wide + margin,
            (front - back) / 2 + margin,
            float(q[:, 1].mean()),
            (front + back) / 2,
        )

    def fit(self, v: Any, y0: float = 6.9, y1: float = 8.6) -> Array:
        """Points written on the mesh's head (or neck), moved to this body's own."""
        base = data()["verts"][:13380]
        near = np.where((base[:, 1] > y0) & (base[:, 1] < y1) & (np.abs(base[:, 0]) < 0.72))[0]
        theirs, own = base[near], self.b.v[near]
        out = np.array(v, float)
        for k in range(3):
            a0, a1 = theirs[:, k].min(), theirs[:, k].max()
            b0, b1 = own[:, k].min(), own[:, k].max()
            out[:, k] = (b0 + b1) / 2 + (out[:, k] - (a0 + a1) / 2) * (b1 - b0) / (a1 - a0)
        return out

    def on_head(self, vf: tuple[Array, Array], mat: int, rest: Array | None = None) -> Mesh:
        """A thing that the head carries."""
        v, f = vf
        return Mesh(self.b.attach(self.fit(v), "head"), f, v if rest is None else rest, mat)

    def build(self) -> list[Mesh]:
        """All meshes of the person, as posed."""
        made = [
            self.b.part(["body"], self._bare, mat=SKIN),
            self.b.part(["helper-l-eye", "helper-r-eye"], mat=EYE),
            self.b.part(["helper-upper-teeth", "helper-lower-teeth"], mat=TEETH),
        ]
        for worn in (hair, beard, hat, top, bottoms, shawl, spectacles):
            made += worn(self)
        if self.extra:
            made += self.extra(self)  # noqa: S610 - no Django here
        return [mesh for mesh in made if mesh is not None]

    def _bare(self, x: Array, y: Array, z: Array) -> Array:
        """Where skin may be seen."""
        r = np.stack([x, y, z], -1)
        along, arm = along_arm(r), is_arm(r)
        low = {"short": 2.2, "rolled": 3.0}.get(self.o["sleeves"], 4.0)
        seen: Array = ((y > 5.42) & (np.abs(x) < 1.3)) | ((y > 5.1) & (np.abs(x) < 0.8))
        seen = seen | (arm & (along > low - 0.5))
        if self.o["neck"] == "low":
            seen = seen | ((y > 4.2) & ~arm)
        if self.o["legs"] in ("skirt", "dress"):
            seen = seen | (y < -2.5)
        return seen

    # -- cutting

    def mats(self, *, big: bool) -> dict[int, dict[str, Any]]:
        """How each material is cut; `big`: near enough for wrinkles and seams."""
        skin, eye, teeth = face_materials(self, big=big)
        return {SKIN: dict(skin), EYE: dict(eye), TEETH: dict(teeth), **materials(self, big=big)}

    def cut(
        self,
        ix: Mapping[str, int],
        scale: float,
        at: str = "head",
        yaw: float = 0,
        pitch: float = 3,
        ss: int = 2,
        hatch_pitch: float = 9,
        halo: tuple[str, float] | None = None,
        line: float = 2.2,
        light: Any = LIGHT,
        over: Mapping[int, Mapping[str, Any]] | None = None,
        ao: float = 1.0,
        hatch: tuple[float, float, float] = (0.25, 1.0, 0.55),
        cast: float = 0.34,
        window: tuple[float, float, float, float] | None = None,
        roll: float = 0,
        *,
        big: bool = False,
    ) -> tuple[Indices, float, float]:
        """The figure as an index patch, and where its top-left goes: joint `at` lands on (0, 0).

        `scale` is in pixels a decimetre; `window` (x0, y0, x1, y1) about the joint limits the work.
        """
        look = self.b.joint(at)
        view = rot("z", roll) @ rot("x", pitch) @ rot("y", yaw)
        points = np.vstack([(m.v - look) @ view.T for m in self.meshes])[:, :2] * [scale, -scale]
        pad = 8 + (halo[1] if halo else 0)
        x0, y0 = np.floor(points.min(0)) - pad
        x1, y1 = np.ceil(points.max(0)) + pad
        if window:
            x0, y0 = max(x0, window[0]), max(y0, window[1])
            x1, y1 = min(x1, window[2]), min(y1, window[3])
        if x1 - x0 < 2 or y1 - y0 < 2:
            return np.full((1, 1), 255, np.uint8), 0, 0
        x0, y0, x1, y1 = np.round([x0, y0, x1, y1])
        self.g = render(
            self.meshes, yaw=yaw, pitch=pitch, roll=roll, scale=scale * ss, look=look,
            size=(int((x1 - x0) * ss), int((y1 - y0) * ss)), origin=(-x0 * ss, -y0 * ss),
        )  # fmt: skip
        self.ss, self.off = ss, (x0, y0)
        mats = self.mats(big=big)
        for mat, fields in (over or {}).items():
            mats[mat] = {**mats.get(mat, {}), **fields}
        art = carve(
            self.g, mats, ix, light=light, pitch=hatch_pitch, ss=ss, line=line, halo=halo,
            seed=self.seed, ao=ao, hatch=hatch, cast=cast,
        )  # fmt: skip
        return art, x0, y0
