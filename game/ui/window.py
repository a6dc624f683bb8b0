"""The window: waits for events, tells the desk, draws when something has changed."""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.ui import words_aloud
from game.ui.beside import DONE, give_way
from game.ui.camera import Camera
from game.ui.desk import Desk
from game.ui.frame import Frame, desktop_lines
from game.ui.inks import THEMES
from game.ui.inputs import Inputs
from game.ui.keeping import PICTURE
from game.ui.lookahead import Lookahead
from game.ui.page import FIGURE
from game.ui.paint import Painter, PictureOf
from game.ui.picture_files import PictureFiles, standing
from game.ui.pictures import ARRIVED, UNNOTICED
from game.ui.preferences import Preferences
from game.ui.screen import Screen
from game.ui.screens import later
from game.ui.typefaces import Typefaces
from game.ui.wait import Events

if TYPE_CHECKING:
    from game.speech.backend import Backend, Lack
    from game.ui.voicing import Voicing

if TYPE_CHECKING:
    from game.ui.readers import Readers

if TYPE_CHECKING:
    from game.ui.soundtrack import Soundtrack

MUTE = pygame.event.custom_type()
"""The event posted when nothing can be spoken; its `lack` says why."""

_ERRAND = 0.5
"""Seconds after which a window with an errand wakes up in any case. News wake it at once; this is
for Ctrl-C, which Python answers only when SDL's waiting returns."""

_BREATH, _LATEST = 0.03, 0.5
"""Seconds without a press after which it does what the first picture did not wait for, and those
after which it does so in any case."""

_REDRAW = {
    pygame.WINDOWEXPOSED,
    pygame.WINDOWSHOWN,
    pygame.WINDOWRESTORED,
    pygame.WINDOWMAXIMIZED,
    pygame.WINDOWSIZECHANGED,
    pygame.WINDOWRESIZED,
    pygame.WINDOWFOCUSGAINED,
    pygame.WINDOWDISPLAYCHANGED,
    pygame.VIDEORESIZE,
    pygame.RENDER_TARGETS_RESET,
    pygame.RENDER_DEVICE_RESET,
}

_ANOTHER = {
    pygame.WINDOWSIZECHANGED,
    pygame.WINDOWRESIZED,
    pygame.WINDOWRESTORED,
    pygame.WINDOWMAXIMIZED,
    pygame.VIDEORESIZE,
    pygame.WINDOWDISPLAYCHANGED,
}
"""After these another control may lie where something was pressed."""


class Window:
    """An open window with a desk of screens. The display must be initialised.

    `speech` opens what the game speaks with; without it, that is the best that is there. With
    `readers`, which are made after the first picture, the screen readers of the system can listen
    to it.
    """

    told_mute = False
    """True once a window of this run has said that nothing is spoken."""

    def __init__(
        self,
        screen: Screen,
        picture: PictureOf,
        title: str,
        size: tuple[int, int] | None = None,
        preferences: Preferences | None = None,
        speech: Callable[[], Backend] | None = None,
        *,
        readers: Callable[[], Readers] | None = None,
    ) -> None:
        self._frame = Frame(title, size, None if readers is None else _find_readers)
        faces = Typefaces()
        self._painter = Painter(faces)
        self._picture = picture
        self._figures = PictureFiles(standing, UNNOTICED)
        self._events = Events()
        self._due: float | None = None
        self._moment: object = None
        self.desk = Desk(screen, faces.width, self._frame.size, preferences, desktop_lines())
        self.desk.preferences.changed = self._reset
        self.inputs = Inputs(self.desk, self._obey, _now)
        """What the player has in hand."""
        self.ahead = Lookahead(self.desk, self._painter, self._figures)
        """What makes the pictures of the next screens ready."""
        self.errand: Callable[[], None] | None = None
        """What else is to be done whenever it wakes up; it then does so twice a second."""
        self._make_readers = readers
        self.readers: Readers | None = None
        """Whoever tells the screen readers what is shown."""
        self.camera: Camera | None = None
        """Takes pictures of the story's screens, and has those of its saves."""
        self.soundtrack: Soundtrack | None = None
        """What is heard. None where nothing is."""
        self.opened: Callable[[], None] = lambda: None
        """Called once the first picture is on the screen and nobody is at the keys."""
        self._hasty = False
        """True while screen readers and all else that takes time wait for the first picture."""
        self.redraws = 0
        """How many times it has been drawn, for whoever measures."""
        self.language = ""
        """The language of what is shown, as a tag; empty where nobody knows."""
        self.voicing: Voicing | None = None
        """What speaks, once the player has wanted it to."""
        self._speech = speech
        self._let_speak(greet=False)
        self._reset()
        if self.desk.preferences.first_run:
            self.desk.lay(later.first_run(self.desk.preferences))

    def run(self) -> object:
        """Show it until it is left; what was left with, None if the window was closed."""
        self._hasty = True
        self.draw()
        if not gc.isenabled():  # whoever opened the window has put it off until now
            gc.freeze()  # what is there now stays: no need to go through it again and again
            gc.enable()
        try:
            # Whoever takes the first page at once waits for nothing else.
            latest = _now() + _LATEST
            while not self.desk.done and self._events.pressed_in(_BREATH) and _now() < latest:
                self.step(None)
            if not self.desk.done:
                self._settle_in()
            while not self.desk.done:
                self.step(None)
        finally:
            self.close_pads()
            if self.voicing is not None:
                self.voicing.close()
        return self.desk.result

    def _settle_in(self) -> None:
        """Do what the first picture did not wait for."""
        self.open_pads()
        self._hasty = False
        self._tell()
        self.opened()

    def open_pads(self) -> None:
        """Heed game pads from now on. Best after the first picture: looking for them takes time."""
        self._events.heed_pads(self.inputs.pads)
        if not self.inputs.pads.open():
            self._events.heed_pads(None)

    def close_pads(self) -> None:
        """Let go of the game pads."""
        self._events.heed_pads(None)
        self.inputs.pads.close()

    def step(self, seconds: float | None) -> None:
        """Wait at most so long (None: as long as it takes) for events, answer them, draw once."""
        events = self._events.wait(self._patience(seconds))
        for event in events:
            self._heed(event)
            if self.desk.done:
                return
        if not events:
            self.ahead.go_on()
        self._keep_time()
        if self.errand is not None:
            self.errand()
        self.draw()
        if self.soundtrack is not None:
            self.soundtrack.player.duck(self._spoken() > 0)
        give_way()

    def _patience(self, seconds: float | None) -> float | None:
        """How long to wait for events: not past the next thing that is to be done in time."""
        resting, moment = self.desk.resting, self.desk.moment
        now = time.monotonic()
        if resting is None or moment != self._moment:
            self._due = None
        self._moment = moment
        if resting is not None and self._due is None:
            self._due = now + resting
        limits = (
            seconds,
            None if self.errand is None else _ERRAND,
            None if self._due is None else max(0.0, self._due - now),
            None if self.soundtrack is None else self._spoken() or None,
            self.ahead.due,
            self.inputs.pads.due(),
        )
        return min((limit for limit in limits if limit is not None), default=None)

    def _spoken(self) -> float:
        """For how many seconds something is spoken yet, under which other sounds are softer."""
        return 0.0 if self.voicing is None else self.voicing.voice.left

    def _keep_time(self) -> None:
        """Do what its time has come for."""
        self.inputs.again()
        if self._due is not None and time.monotonic() >= self._due:
            self._due = None
            if self.desk.resting is not None:
                self.desk.tick()

    def draw(self) -> None:
        """Draw, if there is anything new to see."""
        surface = pygame.display.get_surface()
        if surface is None or self.desk.done:
            return
        look = self.desk.look
        if surface.get_size() != (look.width, look.height):
            self.desk.resize(*surface.get_size())
            if self.camera is not None:
                self.camera.lose()
        if self.voicing is not None:
            # First: it costs the picture nothing, and a voice takes longer to begin.
            self.voicing.look(acted=self.inputs.acted)
        self.inputs.acted = False
        if not self.desk.dirty:
            return
        page = self.desk.page
        if self.camera is not None:
            self.camera.cover(surface, self.desk.screen.pictured)
        self._painter.draw(
            surface, page, self.desk.look, self.desk.scroll, self.desk.hot, self._picture_of
        )
        pygame.display.flip()
        self.desk.dirty = False
        self.redraws += 1
        self.ahead.begin()
        if not self._hasty:
            self._tell()
        if self.soundtrack is not None:
            self.soundtrack.follow(self.desk.heard)

    def _tell(self) -> None:
        """Tell the screen readers of the system what is shown, where that is wanted."""
        if self.readers is None and self._make_readers is not None:
            self.readers = self._make_readers()
        if self.readers is not None:
            self.readers.show(self.desk)

    def listen(self, soundtrack: Soundtrack) -> None:
        """Let be heard what the screens name, from now on."""
        self.soundtrack = soundtrack
        self.desk.noise = soundtrack.noise
        soundtrack.follow(self.desk.heard)
        if self.desk.look.captions:
            self.desk.refresh()

    @property
    def busy(self) -> bool:
        """True while the picture of somebody is decoded that is to be drawn when it can be had."""
        return self._figures.busy

    def _picture_of(self, name: str, width: int, height: int) -> pygame.Surface | None:
        if name.startswith(PICTURE):
            return None if self.camera is None else self.camera.get(name, width, height)
        if name.startswith(FIGURE):
            return self._figures.get(name.removeprefix(FIGURE), width, height)
        return self._picture(name, width, height)

    def _heed(self, event: pygame.event.Event) -> None:
        """Answer an event, unless it is meant for the screen readers alone."""
        if self.readers is None or not self.readers.answer(event, self):
            self._answer(event)

    def _answer(self, event: pygame.event.Event) -> None:
        kind = event.type
        if self.soundtrack is not None and self.soundtrack.answer(event):
            self.desk.refresh()
        elif kind == pygame.QUIT:
            self.desk.done = True
        elif kind == MUTE:
            self._tell_mute(event.lack)
        else:
            self.inputs.answer(event)
            if kind in _ANOTHER:
                self.inputs.rest()
            if kind in _REDRAW or kind in (ARRIVED, DONE):
                self._renew(event)

    def _renew(self, event: pygame.event.Event) -> None:
        """Draw again. What a screen has to say may be more now, or the screen a denser one."""
        if event.type == DONE:
            self.desk.refresh()
        elif event.type == pygame.WINDOWDISPLAYCHANGED:
            self.desk.desktop = desktop_lines(getattr(event, "display_index", 0))
            self.desk.reset()
        self.desk.dirty = True

    def take(self, control: str) -> None:
        """Do what a control does, as if it had been clicked."""
        self.inputs.take(control)

    def _obey(self, command: str) -> bool:
        """Do what is the window's own to do. False if the command is not."""
        if command == "full":
            self.desk.preferences.turn("frame")
        elif command == "silence":
            if self.voicing is not None:
                self.voicing.silence()
        elif command == "repeat":
            if self.voicing is not None:
                self.voicing.repeat()
        else:
            return False
        return True

    def _reset(self) -> None:
        """Show what the player has set."""
        now = self.desk.preferences.now
        self._painter.ink(THEMES[now.paper, now.contrast])
        self.inputs.call_keys()
        self._let_speak(greet=True)
        if not self._frame.show(full=now.frame == "full"):
            # Some remote desktops have no full screen: back to the window, which is set then.
            self.desk.preferences.change(now.having("frame", "window"))
        if self.soundtrack is not None:
            self.soundtrack.settle()
        self.desk.reset()

    def _let_speak(self, *, greet: bool) -> None:
        """Speak, or no more, as the player has set it."""
        on = self.desk.preferences.now.voice == "on"
        if self.voicing is None:
            if not on:
                return
            from game.ui.voicing import Voicing  # only those who hear the game pay for it

            self.voicing = Voicing(self.desk, lambda: self.language, _post_mute, self._speech)
        self.voicing.switch(on=on, greet=greet)

    def _tell_mute(self, lack: Lack) -> None:
        """Say once in a run that nothing is spoken, and why, without standing in anybody's way."""
        if not Window.told_mute:
            Window.told_mute = True
            self.desk.remark(words_aloud.NO_SPEECH[lack])


def _now() -> float:
    return time.monotonic()


def _post_mute(lack: Lack) -> None:
    """Tell the window from the voice's thread."""
    with contextlib.suppress(pygame.error):  # it may have been closed meanwhile
        pygame.event.post(pygame.event.Event(MUTE, lack=lack))


def _find_readers() -> None:
    from game.ui.readers import find

    find()
