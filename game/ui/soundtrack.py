"""What is heard with the screens: brings the story's sounds and the player's settings together.

Made when the first picture is on the screen. A story's sounds are looked for when they are named;
where there is none, nothing is heard, and the device is not even opened.
"""

from __future__ import annotations

import atexit
import contextlib
from itertools import islice
from pathlib import Path

import pygame

from game.audio.cue import INTERFACE, Cue, Levels, declared, shipped_cue
from game.audio.player import Player
from game.story.model import Story
from game.ui import words_sound
from game.ui.assets import assets_folder
from game.ui.captions import Captions
from game.ui.preferences import Preferences
from game.ui.sitting import Sitting
from game.ui.sounds import THEME, Heard, Noise

CHANGED = pygame.event.custom_type()
"""The event posted when there is something new to say of the sound."""

_TOLD = 2
"""Files that are named in the settings; more would be a list of faults in a player's way."""

_player: Player | None = None


def the_player() -> Player:
    """The player of this program: what plays on the shelf goes on into a story's title."""
    global _player  # noqa: PLW0603 - SDL's mixer is one for the program too
    if _player is None:
        _player = Player()
        # Python may end while a window is open; the device is closed before SDL is.
        atexit.register(_player.close)
    return _player


def fall_silent() -> None:
    """Close the player of this program, if there is one."""
    global _player
    if _player is not None:
        player, _player = _player, None
        atexit.unregister(player.close)
        player.close()


class Soundtrack:
    """What is heard in one window. `folder` is the story's, `shipped` that of shipped sounds."""

    def __init__(
        self,
        preferences: Preferences,
        sitting: Sitting | None = None,
        folder: Path | None = None,
        shipped: Path | None = None,
        player: Player | None = None,
    ) -> None:
        self.player = player or the_player()
        """What plays it. Whoever speaks ducks it."""
        self._preferences = preferences
        self._sitting = sitting
        self._story: Story | None = None if sitting is None else sitting.story
        self._folder = folder if folder is None or folder.is_dir() else folder.parent
        self._shipped = assets_folder() / "audio" if shipped is None else shipped
        self._cues: dict[str, Cue | None] = {}
        self._missing: list[str] = []
        self._noises: dict[str, Cue | None] = {}
        self._last: Heard | None = None
        self._was_on = preferences.now.sound == "on"
        preferences.remarks["sound"] = self.remark
        self.player.changed = _post
        if sitting is not None:
            sitting.captions = Captions(sitting, lambda name: self._cue(name) is not None)
        self.settle()

    def settle(self) -> None:
        """Take up what the player has set."""
        now = self._preferences.now
        on = now.sound == "on"
        self.player.set(Levels(now.music, now.ambience, now.effects), on=on)
        if on != self._was_on and self._sitting is not None:
            self._sitting.aside = words_sound.SOUND_ON if on else words_sound.SOUND_OFF
        self._was_on = on

    def follow(self, heard: Heard | None) -> None:
        """Play what a screen names, from now on."""
        if heard == self._last:
            return
        last, self._last = self._last, heard
        now = heard or Heard()
        self.player.play(self._cue(now.music), self._cue(now.ambience))
        if now.sound is not None and _forward(last, now):
            self._strike(self._cue(now.sound))

    def noise(self, noise: Noise | None) -> None:
        """What the screens themselves sound like."""
        if noise is None:
            return
        if noise not in self._noises:
            self._noises[noise] = shipped_cue(noise, self._shipped / INTERFACE)
        self._strike(self._noises[noise])

    def answer(self, event: pygame.event.Event) -> bool:
        """Hear of a window that is left, of devices. True if there is something new to say."""
        match event.type:
            case pygame.WINDOWFOCUSLOST | pygame.WINDOWMINIMIZED:
                self.player.leave(self._preferences.now.apart == "off")
            case pygame.WINDOWFOCUSGAINED | pygame.WINDOWRESTORED:
                self.player.leave(False)
                if self.player.problem:
                    self.player.device_changed(lost=False)
            case pygame.AUDIODEVICEADDED | pygame.AUDIODEVICEREMOVED if not event.iscapture:
                self.player.device_changed(lost=event.type == pygame.AUDIODEVICEREMOVED)
        return event.type == CHANGED

    def edit(self, story: Story) -> None:
        """The story was edited: its sounds may be others, or their files."""
        self._story = story
        self._cues.clear()
        self._missing.clear()
        self.player.try_again()
        if self._last is not None:
            self.player.play(self._cue(self._last.music), self._cue(self._last.ambience))

    def remark(self) -> str:
        """Why nothing is heard, or not all of it; usually nothing."""
        if self.player.problem:
            return words_sound.NO_DEVICE
        refused = {path.name: why for path, why in self.player.refused.items()}
        faults = {**dict.fromkeys(self._missing, words_sound.NOT_THERE), **refused}
        lines = (words_sound.NOT_PLAYED.format(file=file, why=why) for file, why in faults.items())
        return " ".join(islice(lines, _TOLD))

    def _strike(self, cue: Cue | None) -> None:
        if cue is not None:
            self.player.effect(cue)

    def _cue(self, name: str | None) -> Cue | None:
        """The cue of a sound of the story, or of the theme, which the story need not have."""
        if name is None:
            return None
        if name not in self._cues:
            sound = None if self._story is None else self._story.sounds.get(name)
            if sound is None or (name == THEME.music and sound.kind != "music"):
                self._cues[name] = shipped_cue(name, self._shipped)
            else:
                self._cues[name] = declared(sound, self._folder, self._shipped)
                if sound.file is not None and self._cues[name] is None:
                    self._missing.append(sound.file)
        return self._cues[name]


def _forward(last: Heard | None, now: Heard) -> bool:
    """True if one has come to a screen, and not back to it nor seen it change."""
    if last is None or last.beginnings != now.beginnings:
        return True
    return len(now.choices) > len(last.choices)


def _post() -> None:
    with contextlib.suppress(pygame.error):  # the window may have been closed meanwhile
        pygame.event.post(pygame.event.Event(CHANGED))
