"""A fault in the story: what happened, where its author finds it, and the way back."""

from __future__ import annotations

from game.play.view import Fault
from game.ui import wording
from game.ui.blocks import Block, Box, Offer, Para, Title
from game.ui.broadside import Broadside, lay_out
from game.ui.compositor import Compositor
from game.ui.page import Page
from game.ui.screen import Close, Leave, Screen, Turn, sheet_bar
from game.ui.sitting import Sitting


def trouble_sheet(sitting: Sitting, fault: Fault, *, can_go_back: bool) -> Broadside:
    """The screen of a fault."""
    what = wording.TROUBLE_RANGE if fault.kind == "range" else wording.TROUBLE_STUCK
    for_author: list[Block] = [
        Para(wording.TROUBLE_WHERE.format(at=fault.at), "label"),
        Para(fault.message, "small"),
    ]
    if fault.source:
        for_author.append(Para(fault.source.strip(), "small"))
    blocks = (
        Title(wording.TROUBLE_TITLE),
        Para(f"{what} {wording.TROUBLE}"),
        Box(tuple(for_author)),
    )
    offers = [Offer("rollback", wording.BACK_ONE)] if can_go_back else []
    offers += [Offer("restart", wording.RESTART), Offer("quit", wording.QUIT)]
    numbered = tuple(offer._replace(number=n) for n, offer in enumerate(offers, 1))
    return Broadside(blocks, numbered, (), scenery=f"{sitting.story.id}/trouble")


class TroubleScreen(Screen):
    """A choice that could not be carried out. Nothing has changed: going back closes this."""

    def __init__(self, sitting: Sitting, fault: Fault) -> None:
        self._sitting = sitting
        self._fault = fault
        self._playthrough = sitting.playthrough

    @property
    def stale(self) -> bool:
        """True once another story is played: there the choice may be carried out."""
        return self._sitting.playthrough is not self._playthrough

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        sheet = trouble_sheet(self._sitting, self._fault, can_go_back=True)
        offers = tuple(offer for offer in sheet.offers if offer.id != "restart")
        numbered = tuple(offer._replace(number=n) for n, offer in enumerate(offers, 1))
        return lay_out(sheet._replace(offers=numbered, bar=sheet_bar()), comp)

    def command(self, command: str) -> Turn:
        """Back, or quit."""
        if command == "quit":
            return Leave(0)
        return Close() if command == "rollback" else super().command(command)
