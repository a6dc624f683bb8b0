"""The window: waits for events, tells the desk, draws when something has changed."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import pygame

from game.ui import words_aloud, words_keys
from game.ui.beside import DONE, give_way
from game.ui.camera import Camera
from game.ui.caps import Caps
from game.ui.desk import Desk
from game.ui.inks import THEMES
from game.ui.keeping import PICTURE
from game.ui.keymap import Device
from game.ui.keys import command_of, is_modifier, name_of
from game.ui.marks import cuts_of
from game.ui.pads import EVENTS as PAD_EVENTS
from game.ui.pads import Pads
from game.ui.page import Art
from game.ui.paint import Painter, PictureOf
from game.ui.pictures import ARRIVED, Wish
from game.ui.pointer import Pointer
from game.ui.preferences import Preferences
from game.ui.press import pull
from game.ui.screen import Screen
from game.ui.screens.settings import FirstRunScreen
from game.ui.typefaces import Typefaces
from game.ui.wait import Events
from game.ui.wheel import Wheel

if TYPE_CHECKING:
    from game.speech.backend import Backend, Lack
    from game.ui.voicing import Voicing

if TYPE_CHECKING:
    from game.ui.readers import Readers

if TYPE_CHECKING:
    from game.ui.soundtrack import Soundtrack

USUAL = (1280, 720)

MUTE = pygame.event.custom_type()
"""The event posted when nothing can be spoken; its `lack` says why."""

_ERRAND = 0.5
"""Seconds after which a window with an errand wakes up in any case. News wake it at once; this is
for Ctrl-C, which Python answers only when SDL's waiting returns."""

_FULL = "bar:full"

_HIDDEN_FIRST = sys.platform in ("win32", "darwin")
"""True where screen readers must be found before the window is shown for the first time."""
_BREATH = 0.03
"""Seconds without an event after which it looks ahead."""

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

_AWAY = {pygame.WINDOWFOCUSLOST, pygame.WINDOWMINIMIZED, pygame.WINDOWHIDDEN}
"""After these nobody tells the window what is let go."""

_MOUSE = {pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP}

_FINGER = {pygame.FINGERDOWN, pygame.FINGERMOTION, pygame.FINGERUP}

_MOUSE_AS_TOUCH = -1
"""The number of the touch screen that a mouse is to SDL, for programs that know only fingers."""

_BACK = {
    pygame.WINDOWFOCUSGAINED,
    pygame.WINDOWRESTORED,
    pygame.WINDOWSHOWN,
    pygame.KEYDOWN,
    pygame.MOUSEBUTTONDOWN,
    pygame.FINGERDOWN,
    pygame.CONTROLLERBUTTONDOWN,
}
"""What tells that a player who looked elsewhere is back."""


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
        surface = pygame.display.get_surface()
        if surface is None:
            # The program's own sign in the task bar; it must be set before there is a window.
            pygame.display.set_icon(
                pull(cuts_of("hand_up", 64, 64, 1.4, hot=False, seed=1), 64, 64)
            )
        if surface is None and readers is not None and _HIDDEN_FIRST:
            from game.ui.readers import find

            pygame.display.set_mode(size or _usual_size(), pygame.RESIZABLE | pygame.HIDDEN)
            find()
        if surface is None or size is not None:
            surface = pygame.display.set_mode(size or _usual_size(), pygame.RESIZABLE)
        pygame.display.set_caption(title)
        faces = Typefaces()
        self._painter = Painter(faces)
        self._picture = picture
        self._events = Events()
        self._full = bool(surface.get_flags() & pygame.FULLSCREEN)
        self._plain_size = _usual_size() if self._full else surface.get_size()
        self._pointer = Pointer(lambda: self.desk, self._click)
        self._finger: tuple[int, int] | None = None
        self._wheel = Wheel()
        self._due: float | None = None
        self._moment: object = None
        self.pads = Pads()
        """The game pads; none until somebody opens them."""
        size = surface.get_size()
        self.desk = Desk(screen, faces.width, size, preferences, _desktop_lines())
        self.desk.preferences.changed = self._reset
        self.prepare: Callable[[Sequence[Wish]], None] | None = None
        """Makes pictures ready that may be asked for soon, in place of those it was told before."""
        self._coming: Iterator[Art] | None = None
        self._wishes: list[Wish] = []
        self._foreseen: object = None
        """The place in the story whose next pictures were looked for, and the look of the page."""
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
        """Called once the first picture is on the screen."""
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
        self.open_pads()
        self.opened()
        try:
            while not self.desk.done:
                self.step(None)
        finally:
            self.close_pads()
            if self.voicing is not None:
                self.voicing.close()
        return self.desk.result

    def open_pads(self) -> None:
        """Heed game pads from now on. Best after the first picture: looking for them takes time."""
        self._events.heed_pads(self.pads)
        if not self.pads.open():
            self._events.heed_pads(None)

    def close_pads(self) -> None:
        """Let go of the game pads."""
        self._events.heed_pads(None)
        self.pads.close()

    def step(self, seconds: float | None) -> None:
        """Wait at most so long (None: as long as it takes) for events, answer them, draw once."""
        events = self._events.wait(self._patience(seconds))
        for event in events:
            self._heed(event)
            if self.desk.done:
                return
        if not events:
            self._foresee()
        self._keep_time()
        if self.errand is not None:
            self.errand()
        self.draw()
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
            None if self._coming is None else _BREATH,
            self.pads.due(),
        )
        return min((limit for limit in limits if limit is not None), default=None)

    def _keep_time(self) -> None:
        """Do what its time has come for."""
        if (button := self.pads.again()) is not None:
            self._press_pad(button)
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
        self._look_ahead()
        if self.readers is None and self._make_readers is not None:
            self.readers = self._make_readers()
        if self.readers is not None:
            self.readers.show(self.desk)
        if self.soundtrack is not None:
            self.soundtrack.follow(self.desk.heard)

    def listen(self, soundtrack: Soundtrack) -> None:
        """Let be heard what the screens name, from now on."""
        self.soundtrack = soundtrack
        self.desk.noise = soundtrack.noise
        soundtrack.follow(self.desk.heard)
        if self.desk.look.captions:
            self.desk.refresh()

    def _look_ahead(self) -> None:
        """There is a new place in the story: what may be seen next is found while it is read."""
        place = self.desk.screen.pictured
        if self.prepare is None or place is None or self._foreseen == (place, self.desk.look):
            return
        self._foreseen = (place, self.desk.look)
        self._coming, self._wishes = self.desk.coming(), []

    def _foresee(self) -> None:
        """Nothing happens: make one more picture ready. Each takes a few milliseconds here."""
        if self._coming is None or self.prepare is None:
            return
        art = next(self._coming, None)
        if art is None:
            self._coming = None
        elif art.picture is None:
            self._painter.prepare(art)
        else:
            self._wishes.append((art.picture, art.rect.w, art.rect.h))
            self.prepare(self._wishes)

    def _picture_of(self, name: str, width: int, height: int) -> pygame.Surface | None:
        if name.startswith(PICTURE):
            return None if self.camera is None else self.camera.get(name, width, height)
        return self._picture(name, width, height)

    def _heed(self, event: pygame.event.Event) -> None:
        """Answer an event, unless it is meant for the screen readers alone."""
        if self.readers is None or not self.readers.answer(event, self):
            self._answer(event)

    def _answer(self, event: pygame.event.Event) -> None:
        if self.soundtrack is not None and self.soundtrack.answer(event):
            self._renew(event)
        else:
            self._answer_all_else(event)

    def _answer_all_else(self, event: pygame.event.Event) -> None:
        kind = event.type
        self._attend(kind)
        if kind == pygame.QUIT:
            self.desk.done = True
        elif kind in _REDRAW or kind in (ARRIVED, DONE):
            if kind in _ANOTHER:
                self._rest()
            self._renew(event)
        elif kind == MUTE:
            self._tell_mute(event.lack)
        elif kind in _AWAY:
            self._rest()
        elif kind in PAD_EVENTS:
            self._answer_pad(event)
        elif kind == pygame.KEYDOWN:
            self._answer_key(event)
        else:
            self._answer_pointing(event)

    def _attend(self, kind: int) -> None:
        """Note whether the player looks this way."""
        self.desk.attended = (self.desk.attended or kind in _BACK) and kind not in _AWAY

    def _answer_pointing(self, event: pygame.event.Event) -> None:
        kind = event.type
        if kind == pygame.MOUSEWHEEL:
            self._turn_wheel(getattr(event, "precise_y", event.y))
        elif kind in _FINGER:
            self._answer_finger(event)
        elif kind in _MOUSE and not getattr(event, "touch", False):
            # What SDL makes of a finger for programs that know only mice is not done twice.
            self._answer_mouse(event)

    def _renew(self, event: pygame.event.Event) -> None:
        """Draw again. What a screen has to say may be more now, or the screen a denser one."""
        if event.type == DONE:
            self.desk.refresh()
        elif event.type == pygame.WINDOWDISPLAYCHANGED:
            self.desk.desktop = _desktop_lines(event.display_index)
            self.desk.reset()
        self.desk.dirty = True

    def _rest(self) -> None:
        """Nothing is pressed or held any more, whatever was when the window changed or went."""
        self._pointer.cancel()
        self._finger = None
        self.pads.rest()

    # -- keys and pads

    def _answer_key(self, event: pygame.event.Event) -> None:
        self._acted = True
        self._use("keys")
        if not self.desk.screen.captures:
            self._do(command_of(event, self.desk.preferences.keymap))
        elif not is_modifier(event):
            self.desk.captured("keys", name_of(event))

    def _answer_pad(self, event: pygame.event.Event) -> None:
        button = self.pads.answer(event)
        if self.pads.was_unplugged():
            self._use("pad" if self.pads else "keys", words_keys.PAD_GONE)
        if button is not None:
            self._press_pad(button)

    def _press_pad(self, button: str) -> None:
        self._acted = True
        self._use("pad")
        if self.desk.screen.captures:
            self.desk.captured("pad", button)
        else:
            self._do(self.desk.preferences.keymap.command("pad", button))

    def _do(self, command: str | None) -> None:
        if self.desk.halt():
            return
        if command == "full" or (command == "take" and self.desk.hot == _FULL):
            self._toggle_full()
        elif command == "silence":
            if self.voicing is not None:
                self.voicing.silence()
        elif command == "repeat":
            if self.voicing is not None:
                self.voicing.repeat()
        elif command is not None:
            self.desk.command(command)

    def _use(self, device: Device | None, said: str = "") -> None:
        """Name keys as they are on what is used now (None: as before), and say this in the bar."""
        before = self.desk.caps
        make = self.pads.make if device == "pad" else before.make
        keymap = self.desk.preferences.keymap
        self.desk.call(Caps(keymap, device or before.device, make, said))

    # -- the mouse and fingers

    def _answer_mouse(self, event: pygame.event.Event) -> None:
        if event.type == pygame.MOUSEMOTION:
            self._pointer.move(*event.pos, held=bool(event.buttons[0]))
        elif event.button == 1 and event.type == pygame.MOUSEBUTTONDOWN:
            self._pointer.press(*event.pos)
        elif event.button == 1:
            self._pointer.let_go(*event.pos)

    def _answer_finger(self, event: pygame.event.Event) -> None:
        """One finger counts, the first; others rest on the glass meanwhile."""
        finger = (event.touch_id, event.finger_id)
        if event.touch_id == _MOUSE_AS_TOUCH or self._finger not in (None, finger):
            return
        width, height = pygame.display.get_window_size()
        at = (round(event.x * width), round(event.y * height))
        if event.type == pygame.FINGERDOWN:
            self._finger = finger
            self._pointer.press(*at, finger=True)
        elif self._finger is None:
            return
        elif event.type == pygame.FINGERMOTION:
            self._pointer.move(*at, held=True)
        else:
            self._finger = None
            self._pointer.let_go(*at)

    def _click(self, control: str | None) -> None:
        self._acted = True
        self._use(None)
        if control == _FULL:
            self._toggle_full()
        else:
            self.desk.click(control)

    def _turn_wheel(self, notches: float) -> None:
        top, end = self.desk.ends
        command = self._wheel.turn(notches, time.monotonic(), top=top, end=end)
        self.desk.wheel(notches)
        if command is not None:
            self.desk.command(command)

    def take(self, control: str) -> None:
        """Do what a control does, as if it had been clicked."""
        if control == _FULL:
            self._toggle_full()
        else:
            self.desk.click(control)

    def _toggle_full(self) -> None:
        self.desk.preferences.turn("frame")

    def _reset(self) -> None:
        """Show what the player has set."""
        now = self.desk.preferences.now
        self._painter.ink(THEMES[now.paper, now.contrast])
        self.desk.call(self.desk.caps._replace(keymap=self.desk.preferences.keymap))
        self._let_speak(greet=True)
        self._show_frame(full=now.frame == "full")
        if self.soundtrack is not None:
            self.soundtrack.settle()
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
