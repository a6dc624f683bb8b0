"""The window: waits for events, tells the desk, draws when something has changed."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.ui import words_aloud
from game.ui.beside import DONE, give_way
from game.ui.camera import Camera
from game.ui.desk import Desk
from game.ui.inks import THEMES
from game.ui.keeping import PICTURE
from game.ui.keys import command_of
from game.ui.marks import cuts_of
from game.ui.paint import Painter, PictureOf
from game.ui.pictures import ARRIVED
from game.ui.preferences import Preferences
from game.ui.press import pull
from game.ui.screen import Screen
from game.ui.screens.settings import FirstRunScreen
from game.ui.typefaces import Typefaces
from game.ui.wait import Events

if TYPE_CHECKING:
    from game.speech.backend import Backend, Lack
    from game.ui.voicing import Voicing

USUAL = (1280, 720)

MUTE = pygame.event.custom_type()
"""The event posted when nothing can be spoken; its `lack` says why."""

_ERRAND = 0.5
"""Seconds after which a window with an errand wakes up in any case. News wake it at once; this is
for Ctrl-C, which Python answers only when SDL's waiting returns."""

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
}


def _usual_size() -> tuple[int, int]:
    """A window that fits the desktop: 1280x720, or three quarters of a large screen."""
    try:
        wide, high = pygame.display.get_desktop_sizes()[0]
    except (pygame.error, IndexError):
        return USUAL
    return (
        min(max(USUAL[0], wide * 3 // 4), wide),
        min(max(USUAL[1], high * 3 // 4), high),
    )


def _desktop_lines(display: int = 0) -> int:
    """How many lines a screen has; 0 where the system does not tell."""
    try:
        return pygame.display.get_desktop_sizes()[display][1]
    except (pygame.error, IndexError):
        return 0


class Window:
    """An open window with a desk of screens. The display must be initialised.

    `speech` opens what the game speaks with; without it, that is the best that is there.
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
    ) -> None:
        surface = pygame.display.get_surface()
        if surface is None:
            # The program's own sign in the task bar; it must be set before there is a window.
            pygame.display.set_icon(
                pull(cuts_of("hand_up", 64, 64, 1.4, hot=False, seed=1), 64, 64)
            )
        if surface is None or size is not None:
            surface = pygame.display.set_mode(size or _usual_size(), pygame.RESIZABLE)
        pygame.display.set_caption(title)
        faces = Typefaces()
        self._painter = Painter(faces)
        self._picture = picture
        self._events = Events()
        self._full = bool(surface.get_flags() & pygame.FULLSCREEN)
        self._plain_size = _usual_size() if self._full else surface.get_size()
        self._pressed: tuple[int, int] | None = None
        self._grip: tuple[str, int] | None = None
        self._due: float | None = None
        size = surface.get_size()
        self.desk = Desk(screen, faces.width, size, preferences, _desktop_lines())
        self.desk.preferences.changed = self._reset
        self.errand: Callable[[], None] | None = None
        """What else is to be done whenever it wakes up; it then does so twice a second."""
        self.camera: Camera | None = None
        """Takes pictures of the story's screens, and has those of its saves."""
        self.redraws = 0
        """How many times it has been drawn, for whoever measures."""
        self.language = ""
        """The language of what is shown, as a tag; empty where nobody knows."""
        self.voicing: Voicing | None = None
        """What speaks, once the player has wanted it to."""
        self._speech = speech
        self._acted = False
        self._let_speak(greet=False)
        self._reset()
        if self.desk.preferences.first_run:
            self.desk.lay(FirstRunScreen(self.desk.preferences))

    def run(self) -> object:
        """Show it until it is left; what was left with, None if the window was closed."""
        self.draw()
        try:
            while not self.desk.done:
                self.step(None)
        finally:
            if self.voicing is not None:
                self.voicing.close()
        return self.desk.result

    def step(self, seconds: float | None) -> None:
        """Wait at most so long (None: as long as it takes) for events, answer them, draw once."""
        resting = self.desk.screen.resting
        now = time.monotonic()
        if self.errand is not None:
            seconds = _ERRAND if seconds is None else min(seconds, _ERRAND)
        if resting is None:
            self._due = None
        elif self._due is None:
            self._due = now + resting
        if self._due is not None:
            left = max(0.0, self._due - now)
            seconds = left if seconds is None else min(seconds, left)
        for event in self._events.wait(seconds):
            self._answer(event)
            if self.desk.done:
                return
        if self._due is not None and time.monotonic() >= self._due:
            self._due = None
            if self.desk.screen.resting is not None:
                self.desk.tick()
        if self.errand is not None:
            self.errand()
        self.draw()
        give_way()

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
            self.voicing.look(acted=self._acted)
        self._acted = False
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

    def _picture_of(self, name: str, width: int, height: int) -> pygame.Surface | None:
        if name.startswith(PICTURE):
            return None if self.camera is None else self.camera.get(name, width, height)
        return self._picture(name, width, height)

    def _answer(self, event: pygame.event.Event) -> None:
        desk = self.desk
        kind = event.type
        if kind == pygame.QUIT:
            desk.done = True
        elif kind in _REDRAW or kind in (ARRIVED, DONE):
            self._renew(event)
        elif kind == MUTE:
            self._tell_mute(event.lack)
        elif kind == pygame.KEYDOWN:
            self._acted = True
            self._obey(command_of(event))
        elif kind == pygame.MOUSEWHEEL:
            desk.wheel(getattr(event, "precise_y", event.y))
        elif kind == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self._press(*event.pos)
        elif kind == pygame.MOUSEMOTION:
            self._move(*event.pos, held=bool(event.buttons[0]))
        elif kind == pygame.MOUSEBUTTONUP and event.button == 1:
            self._let_go(*event.pos)

    def _obey(self, command: str | None) -> None:
        if command == "full":
            self._toggle_full()
        elif command == "silence":
            if self.voicing is not None:
                self.voicing.silence()
        elif command == "repeat":
            if self.voicing is not None:
                self.voicing.repeat()
        elif command is not None:
            self.desk.command(command)

    def _renew(self, event: pygame.event.Event) -> None:
        """Draw again. What a screen has to say may be more now, or the screen a denser one."""
        if event.type == DONE:
            self.desk.refresh()
        elif event.type == pygame.WINDOWDISPLAYCHANGED:
            self.desk.desktop = _desktop_lines(event.display_index)
            self.desk.reset()
        self.desk.dirty = True

    # A finger arrives as the mouse: SDL translates it.

    def _press(self, x: int, y: int) -> None:
        self._pressed = (x, y)
        if self.desk.on_track(x, y):
            self._grip = ("thumb", 0)
            self.desk.thumb_to(y)
        else:
            self._grip = None

    def _move(self, x: int, y: int, *, held: bool) -> None:
        desk = self.desk
        if not held or self._pressed is None:
            self._pressed = self._grip = None
            desk.point(x, y)
            return
        if self._grip is None and abs(y - self._pressed[1]) > desk.look.px(8) and desk.page.depth:
            self._grip = ("page", desk.scroll + self._pressed[1])
        if self._grip is not None:
            if self._grip[0] == "thumb":
                desk.thumb_to(y)
            else:
                desk.drag_to(self._grip[1] - y)

    def _let_go(self, x: int, y: int) -> None:
        self._acted = True
        pressed, grip = self._pressed, self._grip
        self._pressed = self._grip = None
        if pressed is None or grip is not None:
            return
        under, now = self.desk.at(*pressed), self.desk.at(x, y)
        if (under and under.id) != (now and now.id):
            return
        if now is not None and now.id == "bar:full":
            self._toggle_full()
        else:
            self.desk.click(x, y)

    def _toggle_full(self) -> None:
        self.desk.preferences.turn("frame")

    def _reset(self) -> None:
        """Show what the player has set."""
        now = self.desk.preferences.now
        self._painter.ink(THEMES[now.paper, now.contrast])
        self._let_speak(greet=True)
        self._show_frame(full=now.frame == "full")
        self.desk.reset()

    def _show_frame(self, *, full: bool) -> None:
        surface = pygame.display.get_surface()
        if surface is None or full == self._full:
            return
        self._full = full
        try:
            if full:
                self._plain_size = surface.get_size()
                pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
            else:
                pygame.display.set_mode(self._plain_size, pygame.RESIZABLE)
        except pygame.error:
            # Some remote desktops have no full screen: back to the window, which is set then.
            preferences = self.desk.preferences
            preferences.change(preferences.now.having("frame", "window"))

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


def _post_mute(lack: Lack) -> None:
    """Tell the window from the voice's thread."""
    with contextlib.suppress(pygame.error):  # it may have been closed meanwhile
        pygame.event.post(pygame.event.Event(MUTE, lack=lack))
