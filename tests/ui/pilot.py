"""Plays the real window as a person does: presses keys, moves the mouse, reads the screen."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pygame

from game.debrief import words
from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.saves import Saves
from game.play.view import View
from game.speech.tree import Tree
from game.story.load import load_story
from game.story.model import Story
from game.ui.camera import Camera, give_saves
from game.ui.display import why_no_display
from game.ui.geometry import Rect
from game.ui.noting import Noting
from game.ui.page import Control, Page, Words
from game.ui.pictures import Pictures
from game.ui.preferences import Preferences
from game.ui.readers import Readers, Told
from game.ui.screen import Screen
from game.ui.screens.title import TitleScreen
from game.ui.settings import Settings
from game.ui.sitting import Sitting
from game.ui.window import Window
from tests.speech.recording import Recording

STORY = Path(__file__).parent / "story"


def rope(*, notes: bool = False) -> Story:
    """The story the tests of the window play; its content notes only where they are the point."""
    story = load_story(STORY)
    return story if notes else story._replace(content_notes=())


BUTTONS = (
    *("a", "b", "x", "y", "back", "guide", "start", "left stick", "right stick"),
    *("left shoulder", "right shoulder", "up", "down", "left", "right"),
)
"""A pad's buttons by SDL's numbers of them, written down once more."""

AXES = ("left x", "left y", "right x", "right y", "left trigger", "right trigger")

CAMERAS: list[Camera | Noting] = []
"""Those of the test that runs: each has a thread, which ends when it is closed."""


PILOTS: list[Pilot] = []
"""The same: each may have a voice, with a thread."""


class Pilot:
    """A window on a story, driven by events. `saved` counts what the autosave was given.

    `settings` are the player's, or the file of them; without either they are usual but for `text`.
    With `saves`, a folder, its saves are real ones. What it speaks is recorded by `speech`. With
    `readers` the system's screen readers can listen to it, as to the window that people play in.
    """

    def __init__(  # noqa: PLR0913 - each test names what it needs
        self,
        story: Story,
        *,
        size: tuple[int, int] = (1280, 720),
        text: int = 100,
        settings: Settings | Path | None = None,
        resumed: tuple[str, ...] | None = None,
        autosave: Callable[[Playthrough], None] | None = None,
        screen: Screen | None = None,
        folder: Path | None = STORY,
        saves: Path | None = None,
        speech: Recording | None = None,
        readers: bool = False,
    ) -> None:
        why = why_no_display()
        assert why is None, why
        playthrough, stopped = Playthrough.replay(Program(story), resumed or ())
        assert stopped is None
        self.saved: list[tuple[str, ...]] = []
        self.sitting = Sitting(story, playthrough, autosave or self._keep)
        camera = None
        if saves is not None:
            self.sitting = Sitting(
                story, playthrough, Saves(saves, story, named_later=True).autosave
            )
            camera = give_saves(self.sitting, lambda of: Saves(saves, of, named_later=True))
            CAMERAS.extend((camera, self.sitting.noting))
        first = screen or TitleScreen(self.sitting, resumed=resumed is not None)
        self.pictures = Pictures(story, folder)
        self.sitting.folder, self.sitting.refused = self.pictures.folder, self.pictures.refused
        if isinstance(settings, Path):
            self.preferences = Preferences(settings)
        else:
            self.preferences = Preferences(now=settings or Settings(text=text))
        self.speech = speech or Recording()
        self.window = Window(
            first,
            self.pictures.get,
            story.title,
            size,
            self.preferences,
            self.speech.open,
            readers=(lambda: Readers(self.pictures.describe)) if readers else None,
        )
        self._told = Told()
        PILOTS.append(self)
        self.window.camera, self.window.ahead.prepare = camera, self.pictures.prepare
        self.window.language = story.language
        self.window.draw()
        self.settle()

    def _keep(self, playthrough: Playthrough) -> None:
        self.saved.append(playthrough.choices)

    # -- what is there

    @property
    def view(self) -> View:
        """The story's present screen."""
        return self.sitting.view

    @property
    def page(self) -> Page:
        """What is laid out."""
        return self.window.desk.page

    @property
    def hot(self) -> str | None:
        """The control that has the focus."""
        return self.window.desk.hot

    @property
    def showing(self) -> str:
        """The name of the screen on top."""
        return type(self.window.desk.screen).__name__

    @property
    def words(self) -> str:
        """All words of the page, also those that are scrolled out of sight."""
        items = (*self.page.flow, *self.page.fixed)
        return " ".join(item.text for item in items if isinstance(item, Words))

    def heard(self) -> list[str]:
        """What was spoken since the last time this was asked."""
        self._let_speak()
        return self.speech.heard()

    def _let_speak(self) -> None:
        """Wait until all that was said is spoken, or rather written down."""
        voicing = self.window.voicing
        deadline = time.monotonic() + 60
        while voicing is not None and not voicing.voice.idle:
            assert time.monotonic() < deadline
            time.sleep(0.0005)

    @property
    def trees(self) -> tuple[Tree, ...]:
        """What a screen reader is told now: the screen, then with what is to be read out."""
        title = pygame.display.get_caption()[0]
        return self._told.trees(self.window.desk, title, self.pictures.describe)

    @property
    def tree(self) -> Tree:
        """The accessibility tree of what shows."""
        return self.trees[-1]

    @property
    def news(self) -> str:
        """What a screen reader reads out because it is new; nothing if it has been told."""
        trees = self.trees
        return trees[-1].nodes[-1].name if len(trees) > 1 else ""

    @property
    def surface(self) -> pygame.Surface:
        """The pixels."""
        surface = pygame.display.get_surface()
        assert surface is not None
        return surface

    def made(self) -> tuple[str, ...]:
        """The choices made so far."""
        return self.sitting.playthrough.choices

    def place(self, control: Control) -> Rect:
        """Where a control is on the screen now."""
        return control.rect.moved(0, -self.window.desk.scroll if control.flows else 0)

    # -- what a person does

    def settle(self) -> None:
        """Let the window answer everything that has happened, and speak."""
        self.window.step(0)
        self._let_speak()

    def post(self, kind: int, **values: object) -> None:
        """An event, as the system would send it."""
        pygame.event.post(pygame.event.Event(kind, values))

    def press(self, *keys: str, mod: int = 0) -> None:
        """Press keys by pygame's names of them."""
        for name in keys:
            self.post_key(name, mod)
            self.settle()

    def post_key(self, name: str, mod: int = 0) -> None:
        """A key, by pygame's name of it, that the window has yet to answer."""
        code = pygame.key.key_code(name)
        typed = name if len(name) == 1 else ""
        self.post(pygame.KEYDOWN, key=code, mod=mod, unicode=typed, scancode=0)
        self.post(pygame.KEYUP, key=code, mod=mod, unicode=typed, scancode=0)

    def go_to_row(self, name: str) -> None:
        """Press Down on a screen of settings until the row of that name has the focus."""
        rows = [control.id for control in self.page.controls if control.main]
        assert name in rows, f"no {name} in {rows}"
        for _ in rows:
            if self.hot == name:
                return
            self.press("down")
        raise AssertionError(f"Down does not lead to {name}, but to {self.hot}")

    def move(self, x: int, y: int, *, held: bool = False) -> None:
        """Move the mouse."""
        buttons = (1 if held else 0, 0, 0)
        self.post(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=buttons, touch=False)
        self.settle()

    def down(self, x: int, y: int) -> None:
        """Press the mouse's button."""
        self.post(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1, touch=False)
        self.settle()

    def up(self, x: int, y: int) -> None:
        """Let it go."""
        self.post(pygame.MOUSEBUTTONUP, pos=(x, y), button=1, touch=False)
        self.settle()

    def click(self, control: str) -> None:
        """Click a control, turning the page with the mouse until it can be seen."""
        for _ in range(200):
            found = self.page.control(control)
            assert found is not None, f"no {control} in {[c.id for c in self.page.controls]}"
            rect = self.place(found)
            x, y = rect.x + rect.w // 2, rect.y + rect.h // 2
            if (at := self.window.desk.at(x, y)) is not None and at.id == control:
                self.move(x, y)
                self.down(x, y)
                self.up(x, y)
                return
            self.wheel(-1 if y > self.page.viewport.y else 1)
        raise AssertionError(f"{control} cannot be brought into view")

    def wheel(self, notches: int) -> None:
        """Turn the wheel; down is negative."""
        self.post(pygame.MOUSEWHEEL, x=0, y=notches, precise_y=float(notches), flipped=False)
        self.settle()

    def pad(self, *buttons: str, pad: int = 0) -> None:
        """Press a pad's buttons, as SDL tells of them. A trigger is an axis to it."""
        for name in buttons:
            if name in AXES:
                self.tilt(name, 1.0, pad=pad)
                self.tilt(name, 0.0, pad=pad)
                continue
            for kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
                self.post(kind, instance_id=pad, button=BUTTONS.index(name))
            self.settle()

    def tilt(self, axis: str, place: float, *, pad: int = 0) -> None:
        """Move an axis of a pad to a place from -1 to 1."""
        value = round(place * 32767)
        self.post(pygame.CONTROLLERAXISMOTION, instance_id=pad, axis=AXES.index(axis), value=value)
        self.settle()

    def stick(self, side: str, x: float, y: float) -> None:
        """Tilt a stick, to the right and down, and let it go."""
        for place in ((x, y), (0.0, 0.0)):
            for axis, at in zip(("x", "y"), place, strict=True):
                self.tilt(f"{side} {axis}", at)

    def finger(self, kind: int, x: int, y: int, *, finger: int = 1) -> None:
        """An event of a finger, and before it the one of the mouse that SDL makes of it."""
        wide, high = self.surface.get_size()
        mouse = {
            pygame.FINGERDOWN: pygame.MOUSEBUTTONDOWN,
            pygame.FINGERUP: pygame.MOUSEBUTTONUP,
        }.get(kind)
        if finger == 1:
            self.post(
                pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(1, 0, 0), touch=True, which=0
            )
        if finger == 1 and mouse is not None:
            self.post(mouse, pos=(x, y), button=1, touch=True, which=0)
        at = {"x": x / wide, "y": y / high, "dx": 0.0, "dy": 0.0}
        self.post(kind, touch_id=7, finger_id=finger, pressure=1.0, **at)
        self.settle()

    def tap(self, x: int, y: int) -> None:
        """Touch the screen with a finger and lift it again."""
        self.finger(pygame.FINGERDOWN, x, y)
        self.finger(pygame.FINGERUP, x, y)

    def drag(self, x: int, y: int, to_x: int, to_y: int, *, steps: int = 4) -> None:
        """Touch the screen and pull the finger to another place in some steps."""
        self.finger(pygame.FINGERDOWN, x, y)
        for step in range(1, steps + 1):
            at = (x + (to_x - x) * step // steps, y + (to_y - y) * step // steps)
            self.finger(pygame.FINGERMOTION, *at)
        self.finger(pygame.FINGERUP, to_x, to_y)

    def touch(self, control: str) -> None:
        """Tap a control, pulling the page with a finger until it can be seen."""
        for _ in range(200):
            found = self.page.control(control)
            assert found is not None, f"no {control} in {[c.id for c in self.page.controls]}"
            rect = self.place(found)
            x, y = rect.x + rect.w // 2, rect.y + rect.h // 2
            if (at := self.window.desk.at(x, y)) is not None and at.id == control:
                self.tap(x, y)
                return
            view = self.page.viewport
            x, middle, far = view.x + view.w // 2, view.y + view.h // 2, max(20, view.h // 3)
            self.drag(x, middle, x, middle - far if y > view.y else middle + far)
        raise AssertionError(f"{control} cannot be brought into view")

    def resize(self, width: int, height: int) -> None:
        """Drag the window to another size."""
        pygame.display.set_mode((width, height), pygame.RESIZABLE)
        self.post(pygame.VIDEORESIZE, w=width, h=height, size=(width, height))
        self.settle()

    def wait_for_turning_points(self) -> None:
        """Wait until they are worked out."""
        deadline = time.monotonic() + 60
        while words.WORKING in self.words:
            assert time.monotonic() < deadline
            self.window.step(0.2)

    def take(self, number: int) -> None:
        """Take the choice with that number."""
        self.press(str(number))
