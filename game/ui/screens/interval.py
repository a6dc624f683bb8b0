"""Between two acts: a place to stop, for a player or a class."""

from __future__ import annotations

from game.play.acts import act_of
from game.story.model import Act
from game.ui import wording
from game.ui.blocks import Block, Offer, Para, Rule, Title
from game.ui.broadside import Broadside, lay_out
from game.ui.compositor import Compositor
from game.ui.page import Page
from game.ui.screen import Close, Screen, Turn, sheet_bar
from game.ui.sitting import Sitting


class IntervalScreen(Screen):
    """What is said at the end of an act. The next one has been entered, and is saved."""

    def __init__(self, sitting: Sitting, ended: Act) -> None:
        self._sitting = sitting
        self._ended = ended

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        sitting, next_ = self._sitting, act_of(self._sitting.story, self._sitting.view)
        blocks: list[Block] = [
            Para(wording.ACT_ENDS.format(title=self._ended.title), "label"),
            Title(self._ended.stop),
            Rule(),
            Para(wording.ACT_STOP),
        ]
        if next_ is not None:
            minutes = wording.duration(next_.minutes)
            blocks.append(Para(wording.ACT_NEXT.format(title=next_.title, minutes=minutes)))
        offers = (Offer("close", wording.GO_ON, 1),)
        sheet = Broadside(
            tuple(blocks),
            offers,
            sheet_bar(),
            scenery=sitting.story.id,
            picture=sitting.story.cover,
        )
        return lay_out(sheet, comp)

    def command(self, command: str) -> Turn:
        """Go on, by whatever else closes a sheet too."""
        return Close() if command == "close" else super().command(command)
