"""A constable's things, off duty: the tunic on a chair, the cap on a sideboard.

New South Wales police had worn an open tunic and tie since 1946; the cap took its badge and its
checked band only in 1972 (australianpolice.com.au, "Uniforms of the NSW Police"). So the band is
plain, and what was on the cap before, which has not been checked, is left as a small disc.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from build.art.block import Block, smooth
from build.art.pictures.indoors import Point, edged, turned

Field = NDArray[np.float32]
Patch = tuple[slice, slice, NDArray[np.bool_]]


def tunic(block: Block, x: float, y: float, scale: float) -> None:
    """The tunic over a chair's back: shoulders squared by the rail, one sleeve forward."""
    left_sleeve = [(-96, 26), (-70, 8), (-52, 60), (-60, 190), (-72, 300), (-112, 296), (-116, 160)]
    right_sleeve = [(96, 26), (70, 8), (50, 60), (60, 190), (66, 310), (108, 312), (118, 160)]
    body = [(-92, 20), (-46, -8), (0, -16), (46, -8), (92, 20), (88, 120), (84, 250), (92, 380),
            (0, 392),
            (-92, 380), (-84, 250), (-88, 120)]  # fmt: skip
    for shape, angle in ((body, 84), (left_sleeve, 62), (right_sleeve, 108)):
        points = smooth(np.asarray(turned(shape, x, y, 0, scale)), 7)
        edged(block, points, "teal", 6)
        patch = block.mask(points)
        _serge(block, patch, (x, y), scale, angle)
        block.stroke(np.vstack([points, points[:1]]), 6, "key", wob=0.3)
    _front(block, x, y, scale)


def _serge(block: Block, patch: Patch, at: Point, scale: float, angle: float) -> None:
    """Dark cloth: lit on the side of the window, black on the other."""
    x, y = at

    def dark(gx: Field, gy: Field) -> Field:
        tone = 0.84 - (gx - x) / (260 * scale) - (gy - y) / 1900
        return tone.astype(np.float32)

    def lit(gx: Field, gy: Field) -> Field:
        tone = 0.90 + (gx - x + 100 * scale) / (150 * scale) + (gy - y) / 1300
        return tone.astype(np.float32)

    block.engrave(patch, "key", dark, angle, 9, wobble=2.4)
    block.engrave(patch, "paper", lit, angle + 8, 12)


def _front(block: Block, x: float, y: float, scale: float) -> None:
    """Collar, lapels, pockets, buttons, and the notebook in its pocket."""
    for side in (-1, 1):
        lapel = [
            (0, 10),
            (side * 30, -12),
            (side * 62, 44),
            (side * 40, 60),
            (side * 46, 72),
            (side * 4, 150),
        ]
        points = turned(lapel, x, y, 0, scale)
        edged(block, points, "teal", 5)
        block.engrave(block.mask(points), "key", 0.74 - side * 0.2, angle=40 * side, pitch=8)
        block.stroke(
            turned([(side * 58, 44), (side * 4, 142)], x, y, 0, scale), 4, "paper", (1, 0.4)
        )
    book = turned([(18, 156), (66, 150), (70, 200), (22, 204)], x, y, 0, scale)
    edged(block, book, "paper", 4)
    for i in range(4):
        line = turned([(26, 164 + i * 9), (62, 160 + i * 9)], x, y, 0, scale)
        block.stroke(line, 2, "key", wob=0.4)
    for side in (-1, 1):
        low = turned(
            [(side * 16, 184), (side * 72, 180), (side * 74, 250), (side * 18, 252)], x, y, 0, scale
        )
        edged(block, low, "teal", 4)
        block.engrave(block.mask(low), "key", 0.62 - side * 0.2, angle=4, pitch=8)
        flap = turned(
            [
                (side * 14, 182),
                (side * 74, 176),
                (side * 74, 200),
                (side * 44, 214),
                (side * 15, 204),
            ],
            x,
            y,
            0,
            scale,
        )
        edged(block, flap, "teal", 4)
        block.stroke(
            turned([(side * 16, 184), (side * 72, 178)], x, y, 0, scale), 4, "sand", (1, 0.5)
        )
        _button(block, x + side * 44 * scale, y + 200 * scale, 5 * scale)
    block.stroke(turned([(0, 150), (2, 388)], x, y, 0, scale), 4, "sand", wob=0.6)
    block.stroke(turned([(8, 150), (9, 388)], x, y, 0, scale), 5, "key", wob=0.6)
    for drop in (164, 226, 288, 350):
        _button(block, x - 10 * scale, y + drop * scale, 10 * scale)


def _button(block: Block, x: float, y: float, size: float) -> None:
    """A silver button."""
    block.ellipse(x, y, size + 3, size + 3, "key", 0.3)
    block.ellipse(x, y, size, size, "paper", 0.3)
    u = np.linspace(-0.4, 1.9, 12)
    ring = np.stack([x + size * 0.62 * np.cos(u), y + size * 0.62 * np.sin(u)], 1)
    block.stroke(ring, max(1.5, size * 0.28), "key", (0, 0), 0)


def peaked_cap(block: Block, x: float, y: float, scale: float) -> None:
    """The cap, crown up: flat top, band, short polished peak."""
    crown = [(-88, -50), (-50, -76), (20, -84), (84, -62), (92, -44), (58, -30), (-60, -30)]
    points = smooth(np.asarray(turned(crown, x, y, 0, scale)), 6)
    edged(block, points, "key", 5)
    block.engrave(block.mask(points), "teal", lambda gx, _gy: 0.42 + (gx - x + 80) / 420, 8, 8)
    band = turned([(-62, -34), (60, -34), (56, -4), (-58, -4)], x, y, 0, scale)
    edged(block, band, "key", 3)
    for low in (-26, -14):
        block.stroke(turned([(-54, low), (50, low)], x, y, 0, scale), 3.4, "sand", (1, 0.3), 0.4)
    peak = smooth(
        np.asarray(
            turned([(-62, -8), (-40, -4), (20, -4), (40, -6), (-10, 16), (-72, 12)], x, y, 0, scale)
        ),
        6,
    )
    edged(block, peak, "key", 4)
    block.stroke(turned([(-60, 4), (-10, 9)], x, y, 0, scale), 4, "paper", (0, 0))
    block.ellipse(x - 10 * scale, y - 46 * scale, 14 * scale, 15 * scale, "key", 0.3)
    block.ellipse(x - 10 * scale, y - 46 * scale, 10 * scale, 11 * scale, "paper", 0.3)
