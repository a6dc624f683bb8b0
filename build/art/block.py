"""The block: a canvas of ink numbers that is cut back to front, as with paper and knife.

    B = Block(1920, 1080, "coast61", seed=7, ground="gold")
    B.rays(B.box(0, 0, 1920, 620), 900, 500, "paper", tone=lambda x, y: .3 + abs(y - 500) / 700)
    B.blob([(820, 640), (960, 420), (1110, 640)], "key")
    B.pull().save("scene.png")

Every pixel holds the number of one ink: 0 is bare paper, 1 the black key block, the rest the spot
inks of the story's palette. Coordinates are those of the print; the canvas is `ss` times as large.
The same seed and the same cuts give the same print.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

from build.art import lettering, shapes
from build.art import palette as _palette
from build.art import tone as _tone
from build.art.arrays import (
    Bools,
    Field,
    Floats,
    Indices,
    Patch,
    Points,
    PointsLike,
    Tone,
)
from build.art.curves import resample, smooth
from build.art.cutting import cutlines
from build.art.noise import noise
from build.art.palette import rgb
from build.art.printing import Press, print_block

__all__ = ["Block", "Patch", "cutlines", "noise", "resample", "rgb", "smooth"]

CLEAR = 255
"""Marks what is left out of a figure that is laid on a block."""

Clip = tuple[slice, slice, Bools]
"""A Patch, or any three values like it."""


class Block:
    """A block for one picture; the module's docstring shows how it is used.

    `a` holds the ink numbers (rows first), `ix` the number of each ink by its name, `pal` its
    colour. `rng` is the knife's: drawing in another order wobbles differently.
    """

    def __init__(
        self,
        w: int = 1920,
        h: int = 1080,
        palette: str = "coast61",
        ss: int = 2,
        seed: int = 1,
        ground: str = "paper",
    ) -> None:
        self.w, self.h, self.ss, self.seed = w, h, ss, seed
        self.pal = _palette.load(palette).inks
        self.names = list(self.pal)
        self.ix = {name: number for number, name in enumerate(self.names)}
        self.a: Indices = np.full((h * ss, w * ss), self.ix[ground], np.uint8)
        # Pillow draws into the array's own memory, so neither is ever copied to the other.
        image = Image.frombuffer("L", (w * ss, h * ss), self.a, "raw", "L", 0, 1)
        image.readonly = 0
        self._draw = ImageDraw.Draw(image)
        self.rng = np.random.default_rng(seed)

    # ---- shapes

    def wob(
        self, pts: PointsLike, amp: float = 1.2, step: float = 9, *, closed: bool = True
    ) -> Points:
        """The knife's way along a ruled line: it drifts a little, and keeps the corners."""
        return shapes.wobbled(pts, amp, self.rng, step, closed=closed)

    def poly(self, pts: PointsLike, ink: str, wob: float = 1.2, clip: Clip | None = None) -> None:
        """A filled polygon; with a `clip`, the part of it inside that patch."""
        outline = self.wob(pts, wob) * self.ss
        if clip is None:
            self._draw.polygon([(x, y) for x, y in outline.tolist()], fill=self.ix[ink])
            return
        rows, columns, mask = clip
        outline = outline - [columns.start, rows.start]
        found = shapes.bounds(outline, mask.shape[1], mask.shape[0])
        if found is None:
            return
        x0, y0, x1, y1 = found
        filled = shapes.inside(outline - [x0, y0], (x1 - x0, y1 - y0))
        there = self.a[rows, columns][y0:y1, x0:x1]
        there[filled & mask[y0:y1, x0:x1]] = self.ix[ink]

    def blob(self, pts: PointsLike, ink: str, wob: float = 0.8, clip: Clip | None = None) -> None:
        """A filled shape with a smooth outline through the points."""
        self.poly(smooth(pts), ink, wob, clip)

    def rect(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        ink: str,
        wob: float = 1.2,
        clip: Clip | None = None,
    ) -> None:
        """A filled rectangle."""
        self.poly([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], ink, wob, clip)

    def ellipse(
        self,
        cx: float,
        cy: float,
        rx: float,
        ry: float | None = None,
        ink: str = "key",
        wob: float = 0.8,
        a0: float = 0,
        a1: float = 360,
        rot: float = 0,
        clip: Clip | None = None,
    ) -> None:
        """A filled ellipse (a circle without `ry`), or the arc from a0 to a1 with its chord."""
        radii = (rx, rx if ry is None else ry)
        self.poly(shapes.ellipse((cx, cy), radii, (a0, a1), rot), ink, wob, clip)

    def stroke(
        self,
        pts: PointsLike,
        width: float,
        ink: str,
        taper: tuple[float, float] = (1, 1),
        wob: float = 0.6,
        *,
        curve: bool = False,
        clip: Clip | None = None,
    ) -> None:
        """A cut line; `taper` is its share of the width at each end, (0, 0) a point at both."""
        line = smooth(pts, closed=False) if curve else resample(pts, 10, closed=False)
        line = self.wob(line, wob, closed=False)
        self.poly(shapes.ribbon(line, width, taper), ink, 0, clip)

    def gouge(
        self,
        x: float,
        y: float,
        ang: float,
        ln: float,
        wd: float,
        ink: str = "paper",
        bend: float = 0,
        clip: Clip | None = None,
    ) -> None:
        """One cut of a V-tool from (x, y), `ln` long at `ang` degrees: a point, then blunt."""
        self.poly(shapes.v_cut((x, y), ang, (ln, wd), bend), ink, 0, clip)

    def text(
        self,
        s: str,
        x: float,
        y: float,
        size: float,
        font: str,
        ink: str,
        anchor: str = "mm",
        angle: float = 0,
        spacing: float = 0,
        fit: float | None = None,
    ) -> tuple[float, float]:
        """Lettering; the width and height it took.

        `font` is a file's path (`lettering.font`). `anchor` says which point of it lies at (x, y):
        l, m or r, then t, m or b. It is made smaller where it would be wider than `fit`.
        """
        ss = self.ss
        mask = lettering.letters(
            s, font, int(size * ss), spacing=spacing * ss, fit=fit * ss if fit else None
        )
        if angle:
            mask = lettering.turned(mask, angle)
        high, wide = mask.shape
        left = {"l": 0.0, "m": wide / 2, "r": wide}[anchor[0]]
        top = {"t": 0.0, "m": high / 2, "b": high}[anchor[1]]
        self.paste(mask, int(x * ss - left), int(y * ss - top), ink)
        return wide / ss, high / ss

    # ---- patches

    def mask(self, pts: PointsLike, wob: float = 0) -> Patch:
        """The patch inside a polygon: for tone, and to clip what is cut to."""
        outline = self.wob(pts, wob) * self.ss
        found = shapes.bounds(outline, self.a.shape[1], self.a.shape[0])
        if found is None:
            return Patch(slice(0, 0), slice(0, 0), np.zeros((0, 0), np.bool_))
        x0, y0, x1, y1 = found
        filled = shapes.inside(outline - [x0, y0], (x1 - x0, y1 - y0))
        return Patch(slice(y0, y1), slice(x0, x1), filled)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Patch:
        """The patch inside a rectangle."""
        return self.mask([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])

    def where(self, patch: Clip, inks: Iterable[str]) -> Patch:
        """The part of a patch that shows one of these inks now."""
        rows, columns, mask = patch
        shows = np.isin(self.a[rows, columns], [self.ix[ink] for ink in inks])
        return Patch(rows, columns, mask & shows)

    def grid(self, patch: Clip) -> tuple[Floats, Floats]:
        """The x and the y of each pixel of a patch."""
        rows, columns, mask = patch
        y, x = np.mgrid[rows, columns].astype(np.float32) / np.float32(self.ss)
        return (x, y) if mask.size else (mask.astype(np.float32), mask.astype(np.float32))

    def put(self, patch: Clip, sel: Bools, ink: str) -> None:
        """Ink the pixels of a patch that are selected."""
        rows, columns, mask = patch
        self.a[rows, columns][mask & sel] = self.ix[ink]

    def paste(self, m: Bools, x: int, y: int, ink: str) -> None:
        """Ink a mask whose top left lies at (x, y), in pixels of the canvas."""
        there, part = self._overlap(m, x, y)
        there[part] = self.ix[ink]

    def stamp(self, art: Indices, x: float, y: float, *, flip: bool = False) -> None:
        """Lay a figure of ink numbers (255 = clear) with its top left at (x, y)."""
        there, part = self._overlap(
            art[:, ::-1] if flip else art, int(x * self.ss), int(y * self.ss)
        )
        inked = part != CLEAR
        there[inked] = part[inked]

    def _overlap(self, laid: Any, x: int, y: int) -> tuple[Indices, Any]:
        """The part of the canvas that lies beneath something, and the part that lies on it."""
        high, wide = laid.shape
        x0, y0 = max(x, 0), max(y, 0)
        x1, y1 = max(min(x + wide, self.a.shape[1]), x0), max(min(y + high, self.a.shape[0]), y0)
        return self.a[y0:y1, x0:x1], laid[y0 - y : y1 - y, x0 - x : x1 - x]

    # ---- tone

    def engrave(
        self,
        patch: Clip,
        ink: str,
        tone: Tone,
        angle: float = 0,
        pitch: float = 9,
        wobble: float = 1.6,
        jitter: float = 0.25,
        curve: Field | None = None,
        seed: int | None = None,
        vary: float = 1.0,
    ) -> None:
        """Hand-cut lines whose width follows `tone` (0 = solid ink, 1 = none).

        They run at `angle` degrees, or where `curve(x, y)` is the same; `build.art.tone` has curves
        that follow a form. Each object is cut a little differently, by its place: `vary` says how
        much, and 0 rules the lines just as asked. A `seed` fixes the way this one is cut.
        """
        found = Patch(*patch)
        if not found.inside.size:
            return
        own = _tone.seed_of(found, self.ss, self.seed, ink, angle, pitch) if seed is None else seed
        lines = _tone.engraved(
            self.grid(found),
            tone,
            np.random.default_rng(own),
            self.ss,
            angle=angle,
            pitch=pitch,
            wobble=wobble,
            jitter=jitter,
            curve=curve,
            vary=vary,
        )
        self.put(found, lines, ink)

    def halftone(
        self, patch: Clip, ink: str, tone: Tone, pitch: float = 9, angle: float = 30
    ) -> None:
        """Ben Day dots; tone 0 = solid, 1 = empty."""
        self.put(patch, _tone.dotted(self.grid(patch), tone, pitch=pitch, angle=angle), ink)

    def chatter(
        self,
        patch: Clip,
        ink: str,
        n: int,
        ang: float | Callable[[float, float], float],
        ln: tuple[float, float] = (10, 34),
        wd: tuple[float, float] = (1.5, 4),
        spread: float = 14,
    ) -> None:
        """Stray tool marks left standing in cleared ground; `ang` may depend on the place."""
        rows, columns, mask = patch
        ys, xs = np.nonzero(mask)
        if not len(ys):
            return
        for i in self.rng.integers(0, len(ys), n):
            x, y = (xs[i] + columns.start) / self.ss, (ys[i] + rows.start) / self.ss
            lean = ang(x, y) if callable(ang) else ang
            lean += self.rng.normal() * spread
            self.gouge(x, y, lean, self.rng.uniform(*ln), self.rng.uniform(*wd), ink, clip=patch)

    def rays(
        self,
        patch: Clip,
        cx: float,
        cy: float,
        ink: str,
        n: int = 60,
        tone: Tone = 0.5,
        jitter: float = 0.4,
        r0: float = 0,
    ) -> None:
        """Cuts that radiate from (cx, cy), as behind a rising sun or a speaker."""
        lines = _tone.radiating(
            self.grid(patch),
            (cx, cy),
            tone,
            np.random.default_rng(self.seed + 55),
            self.ss,
            count=n,
            jitter=jitter,
            from_=r0,
        )
        self.put(patch, lines, ink)

    # ---- printing

    def pull(
        self,
        misreg: float = 2.2,
        rough: float = 1.1,
        salt: float = 1.0,
        grain: float = 0.0,
        alpha: Bools | None = None,
    ) -> Image.Image:
        """Print it: RGB, or RGBA with `alpha`: which pixels of the canvas show at all."""
        press = Press(misreg, rough, salt, grain)
        return print_block(self.a, self.pal, self.ss, self.seed + 4242, press, alpha)
