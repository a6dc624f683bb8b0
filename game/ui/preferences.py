"""The settings as they are now, where they are kept, and who is told when one is changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.translation import use
from game.ui.keymap import USUAL, Keymap
from game.ui.keymap_file import keys_file, read_keymap, write_keymap
from game.ui.settings import Group, Name, Settings, beside
from game.ui.settings_file import read_settings, write_settings


class Preferences:
    """What the player has set. Without a file they last as long as this does."""

    def __init__(self, file: Path | None = None, now: Settings | None = None) -> None:
        self._file = file
        self.first_run = file is not None and not file.exists()
        """True if nothing was ever set here, nor taken as it is."""
        self.problem = ""
        """Why the last change could not be kept."""
        self.changed: Callable[[], None] = lambda: None
        """Called after a change."""
        self.remarks: dict[Group, Callable[[], str]] = {}
        """What there is to say of a group of settings: why they do nothing here, or nothing."""
        self._now = now or (Settings() if file is None else read_settings(file))
        use(self._now.language)
        self._keymap = USUAL if file is None else read_keymap(keys_file(file))

    @property
    def now(self) -> Settings:
        """The settings."""
        return self._now

    def change(self, settings: Settings) -> None:
        """Set these, and keep them. What cannot be kept holds until the window is closed."""
        if settings != self._now:
            self._now = settings
            use(settings.language)
            self.keep()
            self.changed()

    def turn(self, name: Name) -> None:
        """Set one to its next value, from the last to the first."""
        value = beside(name, self._now.value(name), 1, around=True)
        self.change(self._now.having(name, value))

    @property
    def keymap(self) -> Keymap:
        """Which key does what."""
        return self._keymap

    def give_keys(self, keymap: Keymap) -> None:
        """Let keys and buttons do this, and keep it beside the settings."""
        if keymap == self._keymap:
            return
        self._keymap, self.problem = keymap, ""
        if self._file is not None:
            try:
                write_keymap(keys_file(self._file), keymap)
            except OSError as why:
                self.problem = why.strerror or str(why)
        self.changed()

    def keep(self) -> None:
        """Write them down, so that this is no first run any more."""
        self.first_run, self.problem = False, ""
        if self._file is None:
            return
        try:
            write_settings(self._file, self._now)
        except OSError as why:
            self.problem = why.strerror or str(why)
