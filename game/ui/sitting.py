"""One sitting at a story: what the screens of a play share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from game.play.cut_short import CutShort, cut_short
from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.save_file import SaveError
from game.play.screen import NotAvailable, RangeFault
from game.play.seen import Seen
from game.play.view import Fault, View
from game.story.model import Story
from game.ui import wording
from game.ui.beside import Ahead
from game.ui.noting import Noting

if TYPE_CHECKING:
    from game.play.saves import Loaded
    from game.ui.captions import Captions
    from game.ui.keeping import Keeping

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
        self.folder: Path | None = None
        """The story's own, for its pictures; None where it has none."""
        self.refused: Mapping[str, str] = {}
        """Why pictures are not shown, by their ids."""
        self.captions: Captions | None = None
        """What is heard, in words; None where nothing is."""
        self.beginnings = 0
        """How often it was begun again, or gone on with from another save."""
        self.keeping: Keeping | None = None
        """What can be done with the story's saves; None where there are none to do it with."""
        self.noting = Noting()
        """Notes what the player sees."""
        self.aside = ""
        """A few words for the bar, until the next choice."""
        self.ahead = Ahead()
        """What leads where in the story, once somebody asks."""
        self._undone: tuple[str, ...] = ()
        self._beyond: tuple[str, ...] = ()
        self._cut: CutShort | None = None
        self._autosave = autosave

    @property
    def view(self) -> View:
        """The present screen."""
        return self.playthrough.view

    @property
    def seen(self) -> Seen:
        """What this player has seen of the story, in this play and before it."""
        return self.noting.seen(self.playthrough)

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
        self.notice = self.aside = ""
        before = self.view
        try:
            self.playthrough.choose(option)
        except NotAvailable:
            return None
        except RangeFault as stopped:
            return stopped.fault
        # Whoever makes the same choice again can still go forward from there.
        self._undone = self._undone[1:] if self._undone[:1] == (option,) else ()
        self._let_go()
        self._save()
        self.noting.note(self.playthrough, before)
        return None

    def go_on(self, options: Iterable[str]) -> None:
        """Take several options, as far as they can be taken, and save where they led."""
        self.notice = self.aside = ""
        for option in options:
            before = self.view
            try:
                self.playthrough.choose(option)
            except (NotAvailable, RangeFault):
                break
            self.noting.note(self.playthrough, before)
        self._let_go()
        self._save()

    def rollback(self, screens: int = 1) -> bool:
        """Go back one choice or more, and save that. False if there are not so many."""
        if not 1 <= screens <= len(self.playthrough.choices):
            return False
        self.notice = self.aside = ""
        self._undone = (*self.playthrough.choices[-screens:], *self._undone)
        self.playthrough.rollback(screens)
        self._let_go()
        self._save()
        return True

    @property
    def can_go_forward(self) -> bool:
        """True after going back, until another choice is made than the one that was undone."""
        return bool(self._undone)

    def forward(self) -> bool:
        """Make the choice again that was undone last, and save that. False if there is none.

        Nor if an edit of the story has taken it away meanwhile.
        """
        if not self._undone:
            return False
        before = len(self.playthrough.choices)
        self.choose(self._undone[0])
        if len(self.playthrough.choices) == before:
            self._undone = ()
            return False
        return True

    def after(self, option: str) -> Sitting:
        """The sitting as it would be after an option, to be looked at: nothing of it is saved.

        Raises `NotAvailable` and `RangeFault`.
        """
        after = Sitting(self.story, self.playthrough.after(option), lambda _: None)
        after.folder = self.folder
        return after

    def restart(self) -> None:
        """Back to the first screen. What was saved stays until a choice is made there."""
        self.notice = self.aside = ""
        self.beginnings += 1
        self._undone = ()
        self._let_go()
        self.playthrough = Playthrough(self.playthrough.program)

    def take_up(self, loaded: Loaded) -> None:
        """Go on from a save, and save that. What could not be made again is remembered."""
        self.notice = self.aside = ""
        self.beginnings += 1
        self._undone = ()
        self._let_go()
        self.playthrough, self._beyond = loaded.playthrough, loaded.beyond
        if loaded.beyond:
            amount = len(loaded.playthrough.choices) + len(loaded.beyond)
            self._cut = cut_short(loaded.playthrough, amount, loaded.beyond[0])
        self._save()
        self.notice = "\n".join(filter(None, (*loaded.notices, self.notice)))

    @property
    def cut_short(self) -> CutShort | None:
        """Where an edit has cut this play short, until the player goes on from there."""
        return self._cut

    def edit(self, story: Story) -> None:
        """The story was edited: make the same choices in it, as far as it lets one.

        Those it does not are remembered until another is made, so that whoever mends the story
        stands again where they were. Nothing is saved.
        """
        choices = (*self.playthrough.choices, *self._beyond)
        playthrough, stopped = Playthrough.replay(Program(story), choices)
        self.story, self.playthrough = story, playthrough
        self._beyond = choices[len(playthrough.choices) :]
        self._cut = None if stopped is None else cut_short(playthrough, len(choices), stopped)

    def _let_go(self) -> None:
        """The player has gone another way than the one that was cut short."""
        self._beyond, self._cut = (), None

    def _save(self) -> None:
        try:
            self._autosave(self.playthrough)
        except SaveError as why:
            self.notice = str(why)
        except OSError as why:
            self.notice = wording.NOT_SAVED.format(why=why.strerror or why)
