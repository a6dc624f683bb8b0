"""Pulling prints: cut shapes filled on pygame surfaces."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui.geometry import Rect
from game.ui.inks import INKS, Ink, Inks, inks_of
from game.ui.kept import Kept
from game.ui.lino import Chance, Cut, seed_of, wavering
from game.ui.marks import cuts_of
from game.ui.page import Art, Poster, Shape
from game.ui.scenery import scenery

_FINE = 900_000
"""Prints of more pixels than this are not drawn twice as large and reduced: on such dense screens
nobody sees the difference, and it would cost time and memory."""

_PRINTS = 2_000_000
"""Pixels of the prints of scenes that are kept (4 bytes each)."""

_GRAIN = (509, 283)
"""The size in pixels of the piece of paper whose grain is repeated. Primes, so that no row of
repeats lines up with a window's edge or with the lines of type."""


def pull(cuts: Sequence[Cut], width: int, height: int, inks: Inks = INKS) -> pygame.Surface:
    """The shapes on a clear ground, with smooth edges."""
    scale = 2 if width * height <= _FINE else 1
    block = pygame.Surface((width * scale, height * scale), pygame.SRCALPHA)
    block.fill((*inks["key"], 0))
    for cut in cuts:
        if len(cut.outline) > 2:
            outline = [(x * scale, y * scale) for x, y in cut.outline]
            pygame.draw.polygon(block, inks[cut.ink], outline)
    return pygame.transform.smoothscale(block, (width, height)) if scale > 1 else block


def _printed(cuts: Sequence[Cut], width: int, height: int, inks: Inks, seed: str) -> pygame.Surface:
    """The shapes on a block of their own, with specks where the ink did not take."""
    sheet = pygame.Surface((width, height))
    sheet.fill(inks["key"])
    sheet.blit(pull(cuts, width, height, inks), (0, 0))
    chance = Chance(seed_of(seed))
    for _ in range(min(3000, width * height // 700)):
        at = (chance.whole(0, width), chance.whole(0, height))
        pygame.draw.line(sheet, inks["sand"], at, (at[0] + chance.whole(0, 1), at[1]))
    return sheet


class Press:
    """Makes and keeps what screens are printed from, in the inks of one theme."""

    def __init__(self, inks: Inks = INKS) -> None:
        self._inks = inks
        self._marks = Kept(0)
        self._prints = Kept(_PRINTS)
        self._posters = Kept(_PRINTS)
        self._grain: pygame.Surface | None = None

    def suit(self, pixels: int) -> None:
        """Keep at most so many pixels of marks."""
        self._marks.suit(pixels)

    def mark(self, shape: Shape, unit: float, *, hot: bool) -> pygame.Surface:
        """A shape, ready to be laid on the page."""
        width, height = shape.rect.w, shape.rect.h

        def cut() -> pygame.Surface:
            cuts = cuts_of(shape.kind, width, height, unit, hot=hot, seed=shape.seed)
            return pull(cuts, max(1, width), max(1, height), self._inks)

        return self._marks.get((shape.kind, width, height, unit, hot, shape.seed), cut)

    def paper(self, sheet: pygame.Surface) -> None:
        """Make a surface a sheet of paper with its grain."""
        piece = self._grain
        if piece is None:
            piece = self._grain = self._grained()
        for y in range(0, sheet.get_height(), piece.get_height()):
            for x in range(0, sheet.get_width(), piece.get_width()):
                sheet.blit(piece, (x, y))

    def _grained(self) -> pygame.Surface:
        """A piece of paper that sheets are laid out with: no scene waits for all the specks."""
        piece = pygame.Surface(_GRAIN)
        if pygame.display.get_surface() is not None:
            piece = piece.convert()
        piece.fill(self._inks["paper"])
        chance = Chance(3)
        for _ in range(_GRAIN[0] * _GRAIN[1] // 900):
            x, y = chance.whole(0, _GRAIN[0] - 4), chance.whole(0, _GRAIN[1] - 2)
            end = (x + chance.whole(0, 3), y + chance.whole(0, 1))
            pygame.draw.line(piece, self._inks["grain"], (x, y), end)
        return piece

    def print_of(self, art: Art) -> pygame.Surface:
        """The print of a scene that has no picture."""
        width, height = max(1, art.rect.w), max(1, art.rect.h)

        def cut() -> pygame.Surface:
            cuts = scenery(width, height, art.scenery)
            return _printed(cuts, width, height, INKS, art.scenery)

        return self._prints.get((width, height, art.scenery), cut)

    def poster(self, art: Poster) -> pygame.Surface:
        """The print of a poster that has no picture."""
        width, height = max(1, art.rect.w), max(1, art.rect.h)

        def cut() -> pygame.Surface:
            from game.ui.posters import poster  # needed where there is a shelf

            return _printed(
                poster(width, height, art.name), width, height, inks_of(art.year), art.name
            )

        return self._posters.get((width, height, art.name, art.year), cut)

    def edge(self, art: Art, unit: float, page: pygame.Surface) -> None:
        """The carved band between print and paper, drawn over the print's straight sides."""
        rect, reach = art.rect, round(14 * unit)
        area = Rect(rect.x - reach, rect.y, rect.w + reach, rect.h + reach)
        cuts = [
            _border(art, reach, "black", 10 * unit, 2.0 * unit, unit),
            _border(art, reach, "red", 3.6 * unit, 1.3 * unit, unit),
        ]
        # Only the two sides are cut, so the middle of the print is not gone over.
        strips = []
        if art.left_edge:
            strips.append(Rect(0, 0, 2 * reach, area.h))
        if art.bottom_edge:
            strips.append(Rect(0, area.h - 2 * reach, area.w, 2 * reach))
        for strip in strips:
            moved = [
                Cut(cut.ink, [(x - strip.x, y - strip.y) for x, y in cut.outline]) for cut in cuts
            ]
            page.blit(
                pull(moved, strip.w, strip.h, self._inks), (area.x + strip.x, area.y + strip.y)
            )


def _print_of(art: Art) -> pygame.Surface:
    width, height = max(1, art.rect.w), max(1, art.rect.h)
    block = pull(scenery(width, height, art.scenery), width, height)
    sheet = pygame.Surface((width, height))
    sheet.fill(INKS["key"])
    sheet.blit(block, (0, 0))
    chance = Chance(seed_of(art.scenery))
    for _ in range(min(3000, width * height // 700)):
        # Where the ink did not take.
        at = (chance.whole(0, width), chance.whole(0, height))
        pygame.draw.line(sheet, INKS["sand"], at, (at[0] + chance.whole(0, 1), at[1]))
    return sheet


def _border(art: Art, reach: int, ink: Ink, half: float, by: float, unit: float) -> Cut:
    """One band along the print's carved sides, `half` as thick on each side of the line."""
    x, y = float(reach), float(art.rect.h)
    end = art.rect.w + reach + 40 * unit
    chance = Chance(17)
    if not art.left_edge:
        points = [(-40 * unit, y - half), (end, y - half), (end, y + half), (-40 * unit, y + half)]
    else:
        top = -40 * unit
        points = [(x - half, top), (x + half, top), (x + half, y - half), (end, y - half)]
        points += [(end, y + half), (x - half, y + half)]
    return Cut(ink, wavering(points, chance, by, 30 * unit))
