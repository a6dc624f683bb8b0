"""The auditorium: screen, curtains and the beam of light."""

from __future__ import annotations

import numpy as np

from build.art.block import Block
from build.art.pictures.cinema_film import desert, scalloped
from build.art.pictures.coast_land import Tone

SCREEN = (560, 70, 1460, 400)


def hall(b: Block) -> None:
    """All that is lit by the screen, and the beam that lights it."""
    _walls(b)
    _proscenium(b)
    x0, y0, x1, y1 = SCREEN
    b.rect(x0 - 16, y0 - 16, x1 + 16, y1 + 16, "key", 1)
    desert(b, x0, y0, x1, y1)
    _beam(b)
    _stage(b)


def _walls(b: Block) -> None:
    """Side walls with plaster pilasters, picked out by the screen; they fall to black."""
    for side in (-1, 1):

        def at(x: float, side: int = side) -> float:
            return 1010 + side * (x - 1010)

        for k, x in enumerate((1610, 1720, 1846)):
            w = 26 + k * 10
            top, low = -20, 560 + k * 90
            b.poly(
                [(at(x), top), (at(x + w), top), (at(x + w), low), (at(x), low - 20)], "brown", 1
            )
            p = b.mask([(at(x), top), (at(x + w), top), (at(x + w), low), (at(x), low - 20)])
            b.engrave(p, "key", 0.56 - k * 0.13, angle=90, pitch=8)
            b.stroke([(at(x), 0), (at(x), low - 24)], 4, "gold" if k < 2 else "sand", (0.3, 1))
        for k, (x, y, h) in enumerate(((1666, 196, 78), (1784, 170, 104))):
            for q in (-1, 1):
                for j in range(7):
                    v = y + (j + 0.5) * h / 7
                    ln = (24 - abs(j - 3) * 4) * (1 + 0.3 * k)
                    b.stroke(
                        [(at(x) + q * 16, v), (at(x) + q * (16 + ln), v)], 5, "gold", (1, 0), 0.4
                    )
            b.rect(at(x) - 13, y - 8, at(x) + 13, y + h + 8, "key", 0.6)
            b.rect(at(x) - 9, y, at(x) + 9, y + h, "paper", 0.6)
            for v in (0.3, 0.66):
                b.rect(at(x) - 12, y + h * v, at(x) + 12, y + h * v + 6, "red", 0.4)


def _proscenium(b: Block) -> None:
    """Curtains looped back either side of the screen, and a pelmet."""
    x0, _, x1, y1 = SCREEN
    for side in (-1, 1):
        edge = x0 - 16 if side < 0 else x1 + 16
        out = edge + side * 150
        cloth = [
            (edge, 0),
            (out, 0),
            (out, y1 + 40),
            (edge + side * 70, y1 + 40),
            (edge + side * 34, y1 - 100),
            (edge + side * 8, 120),
        ]
        b.poly(cloth, "red", 1)
        b.engrave(
            b.mask(cloth),
            "key",
            _folds(edge),
            angle=90,
            pitch=9,
        )
        b.stroke([(edge + side * 24, y1 - 100), (out, y1 - 130)], 10, "gold")
    lower = scalloped(x0 - 170, x1 + 170, 44, 13, 22)
    b.poly([(x0 - 170, -20), (x1 + 170, -20), *lower[::-1]], "red", 0.8)
    b.engrave(
        b.mask([(x0 - 170, -20), (x1 + 170, -20), *lower[::-1]]),
        "key",
        lambda x, _y: 0.5 + 0.4 * np.cos((x - x0) / 15),
        angle=90,
        pitch=8,
    )
    b.stroke(lower, 6, "gold")


def _folds(edge: float) -> Tone:
    """The tone of a curtain's folds, darker away from the screen."""
    return lambda x, y: 0.62 + 0.5 * np.cos((x - edge) / 8.5 + y / 260) - np.abs(x - edge) / 330


def _beam(b: Block) -> None:
    """The projector's beam, over our heads, in cuts that spread to the four corners."""
    x0, y0, x1, _ = SCREEN
    cone = b.mask([(900, -20), (1120, -20), (x1, y0), (x0, y0)])
    b.put(cone, np.ones_like(cone[2]), "key")
    b.rays(
        cone,
        1010,
        -150,
        "paper",
        n=190,
        tone=lambda x, _y: 0.24 + np.abs(x - 1010) / 760,
        jitter=0.7,
    )
    for line in ([(896, -20), (x0, y0 + 2)], [(1124, -20), (x1, y0 + 2)]):
        b.stroke(line, 6, "paper", (1, 0.3), 0.6)
    rng = np.random.default_rng(6)
    for _ in range(70):
        x, y = 1010 + rng.normal() * 190, rng.uniform(0, y0 - 8)
        b.ellipse(x, y, 2.2, 1.6, "key", 0)


def _stage(b: Block) -> None:
    """The lip of the stage and the floor that slopes to it, in the light of the screen."""
    b.rect(380, 424, 1640, 470, "key", 1)
    b.rect(400, 424, 1620, 432, "sand", 0.8)
    for x in range(410, 1610, 40):
        b.rect(x, 438, x + 32, 466, "brown", 0.6)
        b.engrave(b.box(x, 438, x + 32, 466), "key", 0.6, angle=90, pitch=7)
    floor = b.box(300, 470, 1720, 720)
    b.engrave(
        floor,
        "brown",
        lambda x, y: 0.3 + (y - 470) / 260 + np.abs(x - 1010) / 1500,
        angle=0,
        pitch=9,
    )
