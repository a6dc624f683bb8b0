"""The backlog: everything read and chosen so far."""

from __future__ import annotations

from game.play.view import View
from game.ui import wording
from game.ui.blocks import Block, Offer, Para, Rule, Taken, Title
from game.ui.broadside import Broadside, lay_out
from game.ui.compositor import Compositor
from game.ui.page import Page
from game.ui.screen import Close, Screen, Turn, sheet_bar
from game.ui.screens.telling import told
from game.ui.sitting import Sitting


class BacklogScreen(Screen):
    """Opens at its end, where one came from."""

    at_end = True

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        offers = (Offer("close", wording.CLOSE, 1),)
        blocks = _story_so_far(self._sitting)
        sheet = Broadside(blocks, offers, sheet_bar(), wording.BACKLOG_TITLE, scenery="backlog")
        return lay_out(sheet, comp)

    def command(self, command: str) -> Turn:
        """The key that opened it closes it too."""
        return Close() if command == "backlog" else super().command(command)


def _story_so_far(sitting: Sitting) -> tuple[Block, ...]:
    past = sitting.playthrough.backlog()
    if not past:
        return (Para(wording.NO_BACKLOG),)
    blocks: list[Block] = []
    scene = ""
    for view, chosen in past:
        if view.scene != scene:
            scene = view.scene
            if blocks:
                blocks.append(Rule())
            blocks.append(Title(sitting.story.scenes[scene].title))
            blocks.append(Para(sitting.place_of(scene), "label"))
        blocks += _screen(sitting, view)
        if chosen.kind == "result" and view.meeting is not None:
            meeting = view.meeting
            count = wording.TALLY.format(up=meeting.up, down=meeting.down)
            result = wording.TALLY_CARRIED if meeting.carried else wording.TALLY_LOST
            blocks.append(Taken(f"{meeting.motion} {result.format(tally=count)}"))
        else:
            blocks.append(Taken(chosen.text))
    return tuple(blocks)


def _screen(sitting: Sitting, view: View) -> list[Block]:
    blocks = told(sitting, view)
    if view.meeting is not None:
        for hand in view.meeting.hands:
            template = wording.HAND_AND_WHY[hand.hand]
            blocks.append(Para(template.format(name=hand.name, reason=hand.reason), "small"))
    return blocks
