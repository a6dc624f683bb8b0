"""The screens that lie on each other, each laid out for the window as it is and as it is set."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.ui.caps import Caps
from game.ui.compositor import Compositor, WidthOf
from game.ui.focus import focused
from game.ui.foot import Foot, Footer, SetFoot, set_foot, with_foot, with_remark
from game.ui.layer import Layer
from game.ui.look import Look, auto_scale, look
from game.ui.page import Art, Page
from game.ui.preferences import Preferences
from game.ui.screen import Screen
from game.ui.scrolling import (
    clamp,
    revealing,
    same_place,
)
from game.ui.sounds import Heard, Noise


class Sheets:
    """What is shown, how far it is read, and what has the focus."""

    def __init__(
        self,
        screen: Screen,
        width_of: WidthOf,
        size: tuple[int, int],
        preferences: Preferences | None = None,
        desktop: int = 0,
    ) -> None:
        self.preferences = preferences or Preferences()
        """What the player has set."""
        self.desktop = desktop
        """The lines of the screen the window is on; 0 where nobody knows."""
        self._width_of = width_of
        self._layers = [Layer(screen)]
        self._page: Page | None = None
        self._comp = Compositor(self._look_of(*size), width_of)
        self.attended = True
        """False while the window is not the one that the player looks at."""
        self.noise: Callable[[Noise | None], None] = lambda _: None
        """Told what the screens sound like; None is no sound."""
        self._room = self._comp
        """The one that sets the screens above a footer."""
        self.footer: Footer | None = None
        """Whoever has something to say below every screen."""
        self._remark = ""
        self._remarked: object = None
        self.result: object = None
        self.done = False
        self.dirty = True
        """True if what is drawn is no longer what is here."""

    @property
    def look(self) -> Look:
        """The window's size, and what the player has set of the page."""
        return self._comp.look

    @property
    def caps(self) -> Caps:
        """What keys and buttons are called."""
        return self._comp.caps

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self._layers[-1].screen

    @property
    def heard(self) -> Heard | None:
        """What is to be heard: with the screen on top, or the one under it, and so on."""
        found = (layer.screen.heard for layer in reversed(self._layers))
        return next((heard for heard in found if heard is not None), None)

    @property
    def scroll(self) -> int:
        """How many pixels the page is scrolled."""
        return self._layers[-1].scroll

    @property
    def page(self) -> Page:
        """The screen on top, laid out."""
        layer = self._layers[-1]
        if self._page is None:
            self._page = self._laid_out(layer.screen)
            if layer.fresh or layer.leaf != layer.screen.leaf:
                layer.fresh, layer.leaf, layer.read = False, layer.screen.leaf, 0
                layer.focus = layer.screen.opens_on
                layer.scroll = self._page.depth if layer.screen.at_end else 0
                start = layer.screen.start(self._page)
                if start is not None:
                    layer.focus = start.id
                    layer.scroll = revealing(self._page, layer.scroll, start)
            elif layer.laid is not None:
                layer.scroll = same_place(layer.laid, self._page, layer.scroll)
            layer.scroll = clamp(self._page, layer.scroll)
            layer.laid = self._page
        return self._page

    def _laid_out(self, screen: Screen) -> Page:
        screen.preferences = self.preferences
        said = self.foot()
        if said is None:
            return screen.page(self._comp)
        foot = set_foot(said, self._comp)
        return with_foot(screen.page(self._above(foot)), foot, self._comp)

    def _above(self, foot: SetFoot) -> Compositor:
        room = self.look._replace(height=self.look.height - foot.height, foot=foot.height)
        if self._room.look != room or self._room.caps != self._comp.caps:
            self._room = Compositor(room, self._width_of, caps=self._comp.caps)
        return self._room

    def coming(self) -> Iterator[Art]:
        """The prints of the screens that may follow the one on top."""
        said = self.foot()
        comp = self._comp if said is None else self._above(set_foot(said, self._comp))
        return self.screen.coming(comp)

    def foot(self) -> Foot | None:
        """What stands below the screen now."""
        foot = None if self.footer is None else self.footer.foot()
        return with_remark(foot, self._remark) if self._remark else foot

    @property
    def _reading(self) -> object:
        """What is read now. Another value means that there is something else to read."""
        return self._layers[-1], self.screen.leaf

    @property
    def hot(self) -> str | None:
        """The control that Enter takes. Always one that can be seen."""
        return focused(self.page, self.scroll, self._layers[-1].focus)

    def resize(self, width: int, height: int) -> None:
        """The window has another size."""
        self._set_look(self._look_of(width, height))

    def _look_of(self, width: int, height: int) -> Look:
        now = self.preferences.now
        plain = look(width, height, now.text)._replace(
            spacing=now.spacing,
            family=now.face,
            pictures=now.pictures == "shown",
            captions=now.captions == "shown",
        )
        scale = auto_scale(plain, self.desktop) if now.scale == "auto" else now.scale
        return plain._replace(scale=scale)

    def _set_look(self, new: Look) -> None:
        self.dirty = True
        if new != self.look:
            self._comp = Compositor(new, self._width_of, caps=self._comp.caps)
            self._page = None

    def call(self, caps: Caps) -> None:
        """Call keys and buttons by these names from now on."""
        if caps != self._comp.caps:
            self._comp = Compositor(self.look, self._width_of, caps=caps)
            self._page = None
            self.dirty = True
