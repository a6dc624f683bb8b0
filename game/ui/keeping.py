"""The saves of a sitting: kept, loaded, deleted and described. Nothing is lost by loading.

Knows nothing of pygame: whoever has the window gives `photograph`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from game.play.playthrough import Playthrough
from game.play.save_file import SaveError
from game.play.saves import Loaded, SavedSlot, Saves, Slot
from game.play.screen import view
from game.play.state import State
from game.story.model import Story
from game.ui import wording
from game.ui.sitting import Sitting

PICTURE = "save:"
"""What the name of a save's picture begins with; no picture of a story has a colon in its id."""

Photograph = Callable[[Path, Sequence[str]], None]
"""Puts a picture of the screen where those choices led into a file, sooner or later or never."""


class NotKeptError(SaveError):
    """Loading would lose the place where the player is. The message says why it cannot be kept."""


class Scene(NamedTuple):
    """Where a save stands: a scene's title or an ending's, and when it is in the story's words."""

    title: str
    moment: str


def stamp(choices: Sequence[str]) -> str:
    """What tells whether a picture belongs to a save: the same choices give the same stamp."""
    return hashlib.sha256("\n".join(choices).encode("utf-8", "replace")).hexdigest()[:32]


class Keeping:
    """What can be done with the saves of the story that is played.

    `saves` gives the saves of a story: one that is watched may get another id while it is played.
    """

    def __init__(
        self,
        sitting: Sitting,
        saves: Callable[[Story], Saves],
        photograph: Photograph = lambda *_: None,
    ) -> None:
        self._sitting = sitting
        self._saves = saves
        self._photograph = photograph

    @property
    def saves(self) -> Saves:
        """The saves of the present story."""
        return self._saves(self._sitting.story)

    def picture_of(self, saved: SavedSlot) -> str:
        """The name under which its picture can be drawn."""
        return f"{PICTURE}{stamp(saved.choices)}:{self.saves.picture(saved.slot)}"

    def scene_of(self, saved: SavedSlot) -> Scene:
        """Where it stands, in the words of the story as it is now, or else in those it kept."""
        program, story = self._sitting.playthrough.program, self._sitting.story
        try:
            shown = view(program, State.from_json(program, saved.state))
        except ValueError:  # the story was edited since
            return Scene(saved.label, "")
        scene = story.scenes[shown.scene]
        title = wording.ENDED.format(title=shown.ending.title) if shown.ending else scene.title
        return Scene(title or saved.label, scene.when or str(story.year))

    def is_here(self, saved: SavedSlot) -> bool:
        """True if it is the very place where the player is."""
        return saved.choices == self._sitting.playthrough.choices

    def save(self, slot: Slot) -> None:
        """Keep the present place in a slot. Raises SaveError if it cannot."""
        saves, playthrough = self.saves, self._sitting.playthrough
        saves.save(slot, playthrough)
        self._photograph(saves.picture(slot), playthrough.choices)

    def load(self, slot: Slot, *, anyway: bool = False) -> None:
        """Go on from what a slot holds. The place that is left is kept.

        Raises SaveError if nothing there opens, and NotKeptError if the present place cannot be
        kept, unless `anyway`. Then nothing has changed.
        """
        saves, here = self.saves, self._sitting.playthrough
        loaded = self._loaded(saves, slot)
        if self._sitting.cut_short is not None:
            # An edit cut this play short and saved nothing: the autosave has all of it.
            here = Playthrough(here.program)
        reached = loaded.playthrough.choices[: len(here.choices)]
        # From a later place on the same way one comes back by going back.
        if here.choices != reached or (not here.choices and slot != "autosave"):
            try:
                saves.leave(here)
            except SaveError as why:
                if not anyway:
                    raise NotKeptError(str(why)) from why
            self._photograph(saves.picture("left"), here.choices)
        self._sitting.take_up(loaded)

    def _loaded(self, saves: Saves, slot: Slot) -> Loaded:
        program = self._sitting.playthrough.program
        if slot != "autosave":
            return saves.load(slot, program)
        loaded = saves.load_auto(program)
        if loaded is None:
            raise SaveError(wording.NOTHING_SAVED)
        return loaded

    def delete(self, slot: Slot) -> None:
        """Delete what a slot holds. Raises SaveError if it cannot."""
        self.saves.delete(slot)

    def quick_save(self) -> None:
        """Keep the present place as the quick save, and tell the player."""
        self._sitting.notice = ""
        try:
            self.save("quicksave")
        except SaveError as why:
            self._sitting.notice, self._sitting.aside = str(why), wording.NOT_QUICK_SAVED
        else:
            self._sitting.aside = wording.QUICK_SAVED

    def quick_load(self) -> bool:
        """Go on from the quick save. False if it cannot be; the player is told either way."""
        try:
            self.load("quicksave")
        except NotKeptError as why:
            self._sitting.notice = f"{why} {wording.NOT_QUICK_LOADED}"
        except SaveError as why:
            self._sitting.notice = str(why)
        else:
            self._sitting.aside = wording.QUICK_LOADED
            return True
        return False
