"""One sitting at a story: what the screens of a play share."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.play.playthrough import Playthrough
from game.play.save_file import SaveError
from game.play.screen import NotAvailable, RangeFault
from game.play.view import Fault, View
from game.story.model import Story
from game.ui import wording

Autosave = Callable[[Playthrough], None]


class Sitting:
    """A story, the playthrough of it, and where it is saved.

    `notice` is something to tell the player on the next screen, such as a save that failed.
    """

    def __init__(
        self, story: Story, playthrough: Playthrough, autosave: Autosave, notice: str = ""
    ) -> None:
        self.story = story
        self.playthrough = playthrough
        self.notice = notice
        self.refused: Mapping[str, str] = {}
        """Why pictures are not shown, by their ids."""
        self._autosave = autosave

    @property
    def view(self) -> View:
        """The present screen."""
        return self.playthrough.view

    @property
    def place(self) -> str:
        """Where and when the present scene is."""
        return self.place_of(self.view.scene)

    def place_of(self, scene: str) -> str:
        """Where and when a scene is."""
        here = self.story.scenes[scene]
        place, when = here.place or self.story.place, here.when or str(self.story.year)
        return wording.PLACE_AND_TIME.format(place=place, when=when)

    def choose(self, option: str) -> Fault | None:
        """Take an option and save. What stopped it, if it could not be carried out."""
        self.notice = ""
        try:
            self.playthrough.choose(option)
        except NotAvailable:
            return None
        except RangeFault as stopped:
            return stopped.fault
        self._save()
        return None

    def rollback(self) -> bool:
        """Go back one choice, and save that. False at the start."""
        if not self.playthrough.choices:
            return False
        self.notice = ""
        self.playthrough.rollback()
        self._save()
        return True

    def restart(self) -> None:
        """Back to the first screen. What was saved stays until a choice is made there."""
        self.notice = ""
        self.playthrough = Playthrough(self.playthrough.program)

    def _save(self) -> None:
        try:
            self._autosave(self.playthrough)
        except SaveError as why:
            self.notice = str(why)
        except OSError as why:
            self.notice = wording.NOT_SAVED.format(why=why.strerror or why)
