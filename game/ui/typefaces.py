"""The faces as pygame loads them, and how wide a text is in one. Needs no display."""

from __future__ import annotations

from pathlib import Path

import pygame

from game.ui.assets import assets_folder
from game.ui.look import Face

FILES: dict[Face, str] = {
    "regular": "atkinson-hyperlegible-next-400-normal.ttf",
    "bold": "atkinson-hyperlegible-next-700-normal.ttf",
    "italic": "atkinson-hyperlegible-next-400-italic.ttf",
    "gothic": "league-gothic-400-normal.ttf",
    "lexend": "lexend-400-normal.ttf",
    "lexend_bold": "lexend-600-normal.ttf",
    "literata": "literata-400-normal.ttf",
    "literata_bold": "literata-600-normal.ttf",
}

_KEPT = 60_000


class Typefaces:
    """Fonts by face and size, loaded when first used."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or assets_folder() / "fonts"
        self._fonts: dict[tuple[Face, int], pygame.font.Font] = {}
        self._widths: dict[tuple[Face, int, str], int] = {}
        if not pygame.font.get_init():
            pygame.font.init()

    def font(self, face: Face, size: int) -> pygame.font.Font:
        """A face at a size in pixels."""
        font = self._fonts.get((face, size))
        if font is None:
            font = self._fonts[face, size] = pygame.font.Font(self._folder / FILES[face], size)
        return font

    def width(self, face: Face, size: int, text: str) -> int:
        """The width of a text on one line."""
        key = (face, size, text)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) > _KEPT:
                self._widths.clear()
            width = self._widths[key] = self.font(face, size).size(text)[0]
        return width
