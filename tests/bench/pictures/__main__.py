"""What a picture costs in each format, and what it keeps: behind `build/art/formats.py`.

    python -m tests.bench.pictures [NAME ...] [--rounds 9]

Needs the extra `make`. Prints each named work (a street of the tests' own if none is named) and
writes that one print in every way. Look is measured against the print: PSNR, SSIM (7-pixel
Gaussian windows, luminance only), and how far the flat parts of each ink are off, in levels of 256.
Reading is pygame's, into the form that the window draws: CPU time, the median of the rounds.
The bar is the first row.
"""

from __future__ import annotations

import argparse
import io
import os
import statistics
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

os.environ.update(SDL_VIDEODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")

import numpy as np
import numpy.typing as npt
import pygame
from PIL import Image
from scipy import ndimage as ndi

from build.art import palette
from build.art.block import Block
from build.art.catalogue import catalogue
from build.art.formats import STEPS, reduced
from build.art.work import Work
from tests.art.samples.works import WORKS

Inks = tuple[str, ...]
Floats = npt.NDArray[np.float64]


class Way(NamedTuple):
    """A format: what is done to a print before, and how Pillow is told to write it."""

    name: str
    kind: str
    options: dict[str, object]
    before: Callable[[Image.Image, Inks], Image.Image] = lambda image, _: image


class Row(NamedTuple):
    """What one way came to."""

    kilobytes: float
    milliseconds: float
    psnr: float
    ssim: float
    off: float


def _few(colours: int) -> Callable[[Image.Image, Inks], Image.Image]:
    none = Image.Dither.NONE
    return lambda image, _: image.quantize(colours, Image.Quantize.MEDIANCUT, dither=none)


def _inks(steps: tuple[float, ...], *, indexed: bool) -> Callable[[Image.Image, Inks], Image.Image]:
    def before(image: Image.Image, inks: Inks) -> Image.Image:
        found = reduced(image, inks, steps)
        return found.quantize(256, dither=Image.Dither.NONE) if indexed else found

    return before


def _lossy(quality: int) -> dict[str, object]:
    return {"quality": quality, "method": 6, "use_sharp_yuv": True}


LOSSLESS: dict[str, object] = {"lossless": True, "quality": 90, "method": 3}
WAYS = (
    Way("WebP q86, sharp YUV", "webp", _lossy(86)),
    *(Way(f"WebP q{quality}, sharp YUV", "webp", _lossy(quality)) for quality in (50, 60, 70, 80)),
    Way("JPEG q85, 4:4:4", "jpeg", {"quality": 85, "subsampling": 0}),
    Way("PNG, 24 bits", "png", {"optimize": True}),
    *(Way(f"PNG, {few} colours", "png", {"optimize": True}, _few(few)) for few in (64, 256)),
    *(
        Way(f"WebP, inks + {len(steps)} steps", "webp", LOSSLESS, _inks(steps, indexed=False))
        for steps in ((), (0.5,), (1 / 3, 2 / 3), STEPS)
    ),
    Way("PNG, inks + 3 steps", "png", {"optimize": True}, _inks(STEPS, indexed=True)),
)


def main() -> None:
    """Print the works, write each in every way, and show the means."""
    options = argparse.ArgumentParser(prog="python -m tests.bench.pictures")
    options.add_argument("names", nargs="*", metavar="NAME")
    options.add_argument("--rounds", type=int, default=9)
    asked = options.parse_args()
    works = [catalogue()[name].work for name in asked.names] or list(WORKS[:1])
    pygame.init()
    pygame.display.set_mode((64, 64))
    prints = list(_prints(works))
    print(f"{len(prints)} prints of {prints[0][0].size}\n")
    print(f"{'format':24}{'KB':>7}{'read ms':>9}{'PSNR':>7}{'SSIM':>8}{'ink off':>9}")
    for way in WAYS:
        rows = [_row(way, image, inks, asked.rounds) for image, inks in prints]
        mean = Row(*(statistics.fmean(column) for column in zip(*rows, strict=True)))
        print(
            f"{way.name:24}{mean.kilobytes:7.0f}{mean.milliseconds:9.1f}{mean.psnr:7.1f}"
            f"{mean.ssim:8.4f}{mean.off:9.2f}",
            flush=True,
        )


def _prints(works: list[Work]) -> Iterator[tuple[Image.Image, Inks]]:
    for work in works:
        made = work.make()
        if isinstance(made, Block):
            yield made.pull(), tuple(made.pal.values())
        elif work.palette:
            yield made.convert("RGB"), tuple(palette.load(work.palette).inks.values())


def _row(way: Way, image: Image.Image, inks: Inks, rounds: int) -> Row:
    file = io.BytesIO()
    way.before(image, inks).save(file, way.kind, **way.options)
    written = file.getvalue()
    with Image.open(io.BytesIO(written)) as opened:
        back = opened.convert("RGB")
    one, other = np.asarray(image, np.float64), np.asarray(back, np.float64)
    mean_square = float(np.square(one - other).mean())
    return Row(
        len(written) / 1000,
        _reading(written, way.kind, rounds),
        10 * float(np.log10(255**2 / max(mean_square, 1e-9))),
        _ssim(_grey(image), _grey(back)),
        _off(image, back, inks),
    )


def _reading(written: bytes, kind: str, rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        pygame.image.load(io.BytesIO(written), f"a.{kind}").convert()
        taken.append(time.process_time() - start)
    return statistics.median(taken) * 1000


def _grey(image: Image.Image) -> Floats:
    return np.asarray(image.convert("L"), np.float64)


def _ssim(one: Floats, other: Floats) -> float:
    """Structural similarity: Wang and others, 2004."""

    def blurred(values: Floats) -> Floats:
        return np.asarray(ndi.gaussian_filter(values, 1.5, truncate=2), np.float64)

    mean1, mean2 = blurred(one), blurred(other)
    spread1 = blurred(one * one) - mean1 * mean1
    spread2 = blurred(other * other) - mean2 * mean2
    both = blurred(one * other) - mean1 * mean2
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    alike = (2 * mean1 * mean2 + c1) * (2 * both + c2)
    return float((alike / ((mean1**2 + mean2**2 + c1) * (spread1 + spread2 + c2))).mean())


def _off(image: Image.Image, back: Image.Image, inks: Inks) -> float:
    """How far the pixels of pure ink are from that ink, in the channel that is worst."""
    nearest = np.asarray(reduced(image, inks, ()), np.float64)
    pure = np.abs(np.asarray(image, np.float64) - nearest).max(-1) < 12
    return float(np.abs(np.asarray(back, np.float64) - nearest).max(-1)[pure].mean())


if __name__ == "__main__":
    main()
