"""What every screen can do: lay itself out, and answer a control or a command with a turn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.ui import wording, words_seen
from game.ui.blocks import BarEntry
from game.ui.compositor import Compositor
from game.ui.geometry import Rect
from game.ui.keymap import Device
from game.ui.page import Art, Control, Page
from game.ui.preferences import Preferences
from game.ui.sounds import Heard, Noise


class Stay(NamedTuple):
    """Nothing happens."""


class Show(NamedTuple):
    """The screen has changed: lay it out again."""


class Open(NamedTuple):
    """Lay another screen over this one."""

    screen: Screen


class Close(NamedTuple):
    """Take this screen off; the one under it shows."""


class Become(NamedTuple):
    """Another screen in the place of this one and all under it."""

    screen: Screen


class Leave(NamedTuple):
    """Close the window. `result` is what whoever opened it gets back."""

    result: object


Turn = Stay | Show | Open | Close | Become | Leave


class Screen:
    """One screen. The defaults are those of a sheet that is laid over another and closed again."""

    at_end = False
    """True if it opens scrolled to its end."""
    opens_on: str | None = None
    """The control that has the focus at first; None: what is to be read, then the first."""
    resting: float | None = None
    """Seconds after which `tick` is to be called; None: never."""
    running = False
    """True while it goes on by itself until any key or click stops it, whatever else that does."""
    paced = False
    """True if it can go on by itself at the player's pace."""
    preferences: Preferences | None = None
    """What the player has set, once it is laid out."""
    sets = False
    """True if it is what the settings' key opens; then it closes it too."""
    noise: Noise | None = None
    """What the last tick sounded like."""

    @property
    def leaf(self) -> object:
        """Changes when there is something new to read: then scroll and focus start afresh."""
        return None

    @property
    def onward(self) -> str | None:
        """The control that is taken when it goes on by itself; None at a choice."""
        return None

    @property
    def unread(self) -> str | None:
        """What the last tick has shown; None: all that the page says."""
        return None

    @property
    def stale(self) -> bool:
        """True if the story was edited and what this was opened for is no longer there."""
        return False

    @property
    def captures(self) -> bool:
        """True if every key and button goes to `captured`, whatever it usually does."""
        return False

    @property
    def pictured(self) -> tuple[str, ...] | None:
        """The choices that led to what it shows of the story; None if it is no part of that."""
        return None

    @property
    def heard(self) -> Heard | None:
        """What is to be heard with it; None: what is heard with the screen under it."""
        return None

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        raise NotImplementedError

    def coming(self, comp: Compositor) -> Iterator[Art]:
        """The prints of the screens that may come next, each worked out when it is asked for."""
        del comp
        return iter(())

    def start(self, page: Page) -> Control | None:
        """The control that has the focus when there is something new; None: the usual one."""
        del page
        return None

    def on(self, command: str, page: Page, hot: str | None) -> Control | Turn | None:
        """What a key does where `hot` has the focus: go to a control, a turn, or the usual."""
        del command, page, hot
        return None

    def act(self, control: str) -> Turn:
        """What the control does."""
        return self.command(control.removeprefix("bar:"))

    def command(self, command: str) -> Turn:
        """What a key's command does here."""
        return Close() if command in ("back", "menu", "close") else Stay()

    def sideways(self, control: str | None, step: int) -> Turn:
        """What the keys Left (-1) and Right (1) do, with the focus on a control."""
        del control
        return self.command("back") if step < 0 else Stay()

    def slides(self, control: str | None) -> bool:
        """True if Left and Right change something with the focus on that control."""
        del control
        return False

    def captured(self, device: Device, name: str | None) -> Turn:
        """What a key or a pad's button does on a screen that `captures` them; None: a strange one.

        Names are those of `game.ui.keymap`.
        """
        del device, name
        return Stay()

    def tick(self) -> None:
        """The time `resting` names has passed."""

    def newest(self, page: Page) -> Rect | None:
        """Where on the page the last tick put something, so that it can be brought into view."""
        del page
        return None

    def hurry(self) -> bool:
        """A key or click came while the screen was resting. True if that was its whole use."""
        return False


def auto_entry(preferences: Preferences | None) -> tuple[BarEntry, ...]:
    """The sign in the bar that it goes on by itself, while it does."""
    if preferences is None or preferences.now.auto == "off":
        return ()
    return (BarEntry("auto", words_seen.AUTO_ON, words_seen.AUTO_KEY, 9),)


def size_bar() -> tuple[BarEntry, ...]:
    """What stands in the bar of every screen."""
    return (
        BarEntry("smaller", wording.SMALLER, "\u2212", 5),
        BarEntry("larger", wording.LARGER, "+", 6),
        BarEntry("full", wording.FULL, "F11", 3),
        BarEntry("settings", wording.SETTINGS, "F10", 4),
    )


def sheet_bar() -> tuple[BarEntry, ...]:
    """The bar of a sheet laid over the story."""
    return (BarEntry("close", wording.CLOSE_PLAIN, wording.ESCAPE_KEY, 9), *size_bar())


def quit_bar() -> tuple[BarEntry, ...]:
    """The bar of a screen that nothing lies under."""
    return (BarEntry("quit", wording.QUIT, wording.ESCAPE_KEY, 9), *size_bar())
