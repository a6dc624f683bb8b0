"""Prints: what every screen looks like, kept small, and held against what it looks like now.

    python -m tests.ui.printed                 renew the prints that are kept
    python -m tests.ui.printed --page FOLDER   write a page there that shows what has changed

A print is the screen in 96 by 54 blocks, each as grey as all of its pixels together. A sheet in
`tests/ui/prints` holds those of one window size, in the order of `names.txt`. Whoever changes how
something looks looks at the page, renews the prints, and commits the sheets.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import NamedTuple, Self
from unittest.mock import patch

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from tests.ui.screenshots import every_screen, parsed

KEPT = Path(__file__).parent / "prints"
SIZES = ("1280x720", "1920x1080", "3840x2160", "1024x768", "1280x720@200")
WIDE, HIGH = 96, 54
TOLERANCE = 4
"""How much lighter or darker, of 255, a block may be. The type is the same on every machine, since
fonts and their renderer ship with the game; reducing may round otherwise. A line of type that moves
by a fifth of its height changes some block by more."""

Print = bytes
"""WIDE * HIGH blocks, row by row, 0 (black) to 255 (white)."""


class Difference(NamedTuple):
    """A block that is not as it was: its column and row, and the greys."""

    column: int
    row: int
    was: int
    now: int


def print_of(surface: pygame.Surface) -> Print:
    """The print of a screen."""
    small = pygame.transform.smoothscale(surface, (WIDE, HIGH))
    return pygame.image.tobytes(pygame.transform.grayscale(small), "RGB")[::3]


def differences(was: Print, now: Print) -> list[Difference]:
    """The blocks that have changed by more than the tolerance, the most changed first."""
    found = [
        Difference(n % WIDE, n // WIDE, a, b)
        for n, (a, b) in enumerate(zip(was, now, strict=True))
        if abs(a - b) > TOLERANCE
    ]
    return sorted(found, key=lambda one: -abs(one.was - one.now))


def taken(size: str) -> dict[str, Print]:
    """The prints of all screens as they are now, by their names."""
    with steady():
        return {name: print_of(pilot.surface) for name, pilot in every_screen(*parsed(size))}


class _Noon(datetime):
    """A clock that stands."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls(2026, 3, 2, 12, tzinfo=tz or UTC)

    def astimezone(self, tz: tzinfo | None = None) -> Self:
        return super().astimezone(tz or UTC)


@contextmanager
def steady() -> Iterator[None]:
    """Within it the clock stands, and no screen names a folder of this machine."""
    with (
        patch("game.play.saves.datetime", _Noon),
        patch("game.play.seen_file.datetime", _Noon),
        patch("game.ui.screens.endings.datetime", _Noon),
        patch("game.ui.screens.saves.datetime", _Noon),
        patch("game.ui.wording.datetime", _Noon),
        patch("game.export.keep.kept", lambda *_: Path("Documents/one-out/the-rope.html")),
    ):
        yield


def stored(size: str) -> dict[str, Print]:
    """The prints that are kept."""
    names = (KEPT / "names.txt").read_text(encoding="utf-8").split()
    sheet = pygame.image.load(KEPT / f"{size}.png")
    assert sheet.get_size() == (WIDE, HIGH * len(names)), f"{size}.png and names.txt do not fit"
    grey = pygame.image.tobytes(sheet, "RGB")[::3]
    area = WIDE * HIGH
    return {name: grey[n * area : (n + 1) * area] for n, name in enumerate(names)}


def surface_of(prints: Mapping[str, Print]) -> pygame.Surface:
    """Prints one under another, as a sheet."""
    grey = b"".join(prints.values())
    rgb = bytes(level for level in grey for _ in range(3))
    return pygame.image.frombytes(rgb, (WIDE, HIGH * len(prints)), "RGB")


def renew() -> None:
    """Keep the prints as they are now."""
    KEPT.mkdir(exist_ok=True)
    for size in SIZES:
        prints = taken(size)
        # A palette of greys: a third of the bytes.
        sheet = pygame.Surface((WIDE, HIGH * len(prints)), depth=8)
        sheet.set_palette([(level, level, level) for level in range(256)])
        for n, level in enumerate(b"".join(prints.values())):
            sheet.set_at((n % WIDE, n // WIDE), level)
        pygame.image.save(sheet, KEPT / f"{size}.png")
        names = KEPT / "names.txt"
        names.write_text("\n".join(prints) + "\n", encoding="utf-8")


def page(folder: Path) -> int:
    """Write `index.html` and its pictures; how many screens have changed."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for size in SIZES:
        was = stored(size)
        with steady():
            for name, pilot in every_screen(*parsed(size)):
                now = print_of(pilot.surface)
                changed = differences(was[name], now) if name in was else []
                if name in was and not changed:
                    continue
                stem = f"{size}-{name}"
                shown = pilot.surface.copy()
                across, down = (s / n for s, n in zip(shown.get_size(), (WIDE, HIGH), strict=True))
                for block in changed:
                    frame = (block.column * across, block.row * down, across + 1, down + 1)
                    pygame.draw.rect(shown, "magenta", frame, 2)
                pygame.image.save(shown, folder / f"{stem}.png")
                old = surface_of({name: was.get(name, bytes(WIDE * HIGH))})
                large = pygame.transform.scale(old, (WIDE * 8, HIGH * 8))
                pygame.image.save(large, folder / f"{stem}-was.png")
                rows.append(
                    f"<h2>{name}, {size}: {len(changed) or 'new'}</h2>"
                    f'<img src="{stem}-was.png" width="48%"> <img src="{stem}.png" width="48%">'
                )
    head = '<!DOCTYPE html><meta charset="utf-8"><title>What has changed</title>'
    said = f"<h1>{len(rows)} screens have changed</h1><p>Left as kept, right as it is now.</p>"
    (folder / "index.html").write_text(head + said + "\n".join(rows), encoding="utf-8")
    return len(rows)


def main() -> None:
    """Renew the prints, or show what has changed."""
    asked = argparse.ArgumentParser(prog="tests.ui.printed")
    asked.add_argument("--page", type=Path, metavar="FOLDER")
    options = asked.parse_args()
    begun = time.monotonic()
    if options.page is None:
        renew()
        print(f"Renewed in {time.monotonic() - begun:.0f} s: look at them, and commit {KEPT.name}.")
    else:
        print(f"{page(options.page)} screens have changed: {options.page / 'index.html'}")


if __name__ == "__main__":
    main()
