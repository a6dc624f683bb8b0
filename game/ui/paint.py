"""Drawing a page: its print, its marks, its type, its scroll bar."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.ui.geometry import Rect
from game.ui.inks import INKS, Colour, Inks
from game.ui.kept import Kept
from game.ui.look import Look, Style
from game.ui.page import FIGURE, Art, Item, Page, Poster, Print, Shape, Words
from game.ui.press import Press
from game.ui.scrolling import MORE, thumb
from game.ui.typefaces import Typefaces

PictureOf = Callable[[str, int, int], "pygame.Surface | None"]
"""A picture of the story by its id, covering a width and height; None while there is none."""

_WHOLE = {
    "arrow",
    "chip",
    "digit",
    "ribbon",
    "rule",
    "tailpiece",
    "cell",
    "cell_set",
    "tick",
    "pointer",
    "stop",
    "stop_here",
    "stop_vote",
    "stop_end",
    "stub",
}
"""Marks that belong to a line of type, and wait with it."""

_LARGE = 1_000_000
"""Pixels of a print of which only the one that is shown is kept."""


def _shown(art: Art | None, picture: PictureOf) -> list[pygame.Surface | None]:
    """The picture of a print, then those of the figures before it; None where there is none."""
    if art is None:
        return [None]
    ground = picture(art.picture, art.rect.w, art.rect.h) if art.picture else None
    return [ground, *(picture(FIGURE + f.file, f.rect.w, f.rect.h) for f in art.figures)]


def _same(those: list[pygame.Surface | None], these: list[pygame.Surface | None]) -> bool:
    return len(those) == len(these) and all(a is b for a, b in zip(those, these, strict=True))


class Painter:
    """Draws pages on a surface. Keeps what it made, so that a change of focus costs little."""

    def __init__(self, faces: Typefaces) -> None:
        self._faces = faces
        self._inks = INKS
        self._press = Press()
        self._lines = Kept(0)
        self._ground: tuple[object, list[pygame.Surface | None], pygame.Surface] | None = None
        """What paper, print, edge and figures were made for, of which pictures, and the look."""

    def ink(self, inks: Inks) -> None:
        """Draw in the inks of another theme from now on."""
        if inks is not self._inks:
            self._inks, self._press, self._ground = inks, Press(inks), None

    def prepare(self, art: Art) -> None:
        """Cut the print of a scene that has no picture, before anybody asks for it."""
        if art.rect.w * art.rect.h <= _LARGE:
            self._press.print_of(art)

    def draw(
        self,
        screen: pygame.Surface,
        page: Page,
        look: Look,
        scroll: int,
        focus: str | None,
        picture: PictureOf,
    ) -> None:
        """The whole page, scrolled by `scroll` pixels, the control `focus` hot."""
        # As many pixels as the page has hold the lines of any page and the marks of any page, and
        # a quarter more what stays the same on the next one.
        room = page.size[0] * page.size[1] * 5 // 4
        self._lines.suit(room)
        self._press.suit(room)
        screen.blit(self._ground_of(page, look, picture), (0, 0))
        view = page.viewport
        screen.set_clip(pygame.Rect(0, view.y, page.size[0], view.h))
        for item in page.flow:
            rect = item.rect.moved(0, -scroll)
            if rect.bottom <= view.y or rect.y >= view.bottom:
                continue
            # A line that is cut in two cannot be read: it waits until it stands whole.
            cut = rect.y < view.y - 2 or rect.bottom > view.bottom + 2
            whole = isinstance(item, Words) or (isinstance(item, Shape) and item.kind in _WHOLE)
            if cut and rect.h < view.h and whole:
                continue
            self._draw(screen, item, rect, look, focus, picture)
        screen.set_clip(None)
        at_end = scroll >= page.depth
        for item in page.fixed:
            control = item.control
            if control == MORE and at_end:
                continue
            self._draw(screen, item, item.rect, look, focus, picture)
        self._scroll_bar(screen, page, scroll)

    def _draw(
        self,
        screen: pygame.Surface,
        item: Item,
        rect: Rect,
        look: Look,
        focus: str | None,
        picture: PictureOf,
    ) -> None:
        if isinstance(item, Print):
            small = picture(item.picture, rect.w, rect.h) if item.picture else None
            if small is None and item.scenery:
                small = self._scenery(item.scenery, rect)
            if small is not None:
                screen.blit(small, (rect.x, rect.y))
            return
        if isinstance(item, Poster):
            shown = picture(item.picture, rect.w, rect.h) if item.picture else None
            screen.blit(shown or self._press.poster(item), (rect.x, rect.y))
            return
        hot = item.control is not None and item.control == focus
        if isinstance(item, Shape):
            screen.blit(self._press.mark(item, look.unit, hot=hot), (rect.x, rect.y))
            return
        in_bar = item.control is not None and item.control.startswith("bar:")
        # Gold is light in every theme: what stands on it is black. A number has its own ground.
        on_gold = hot and (in_bar or item.ink in ("key", "grey"))
        ink = self._inks["black" if on_gold else item.ink]
        line = self._line(item.style, look, item.text, ink)
        y = rect.y + (rect.h - line.get_height()) // 2
        if item.style == "title":
            # A second ink that did not quite meet the first, as in a print pulled by hand.
            under = self._line(item.style, look, item.text, self._inks["red"])
            screen.blit(under, (rect.x + look.px(3), y + look.px(3)))
        screen.blit(line, (rect.x, y))

    def _scenery(self, seed: str, rect: Rect) -> pygame.Surface:
        art = Art(Rect(0, 0, rect.w, rect.h), False, False, None, seed)
        key = ("scenery", seed, rect.w, rect.h)
        return self._lines.get(key, lambda: self._press.print_of(art))

    def _line(self, style: Style, look: Look, text: str, ink: Colour) -> pygame.Surface:
        face, size = look.face(style), look.size(style)
        font = self._faces.font(face, size)
        return self._lines.get((face, size, text, ink), lambda: font.render(text, True, ink))

    def _ground_of(self, page: Page, look: Look, picture: PictureOf) -> pygame.Surface:
        """Paper, print, edge and figures: they stay the same while one reads and chooses."""
        art = page.art
        shown = _shown(art, picture)
        key = (page.size, art, look.unit)
        kept = self._ground
        if kept is not None and kept[0] == key and _same(kept[1], shown):
            return kept[2]
        if kept is not None and kept[2].get_size() == page.size:
            ground = kept[2]  # as large as the window: not made anew for every scene
        elif pygame.display.get_surface() is not None:
            ground = pygame.Surface(page.size).convert()
        else:
            ground = pygame.Surface(page.size)
        self._press.paper(ground)
        if art is not None and art.rect.w > 0 and art.rect.h > 0:
            self._print(ground, art, shown[0], look)
            for figure, surface in zip(art.figures, shown[1:], strict=True):
                if surface is not None:
                    at = (figure.rect.x, figure.rect.y)
                    ground.blit(surface, at, special_flags=pygame.BLEND_PREMULTIPLIED)
        self._ground = (key, shown, ground)
        return ground

    def _print(
        self, ground: pygame.Surface, art: Art, shown: pygame.Surface | None, look: Look
    ) -> None:
        if shown is None:
            shown = self._press.print_of(art)
        ground.blit(shown, (art.rect.x, art.rect.y), (0, 0, art.rect.w, art.rect.h))
        self._press.edge(art, look.unit, ground)

    def _scroll_bar(self, screen: pygame.Surface, page: Page, scroll: int) -> None:
        bar, track = thumb(page, scroll), page.track
        if bar is None or track is None:
            return
        pygame.draw.rect(screen, self._inks["shade"], tuple(track), border_radius=track.w // 2)
        pygame.draw.rect(screen, self._inks["key"], tuple(bar), border_radius=bar.w // 2)
