"""Sheets that ask before a save is lost, and say what could not be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from game.ui import wording
from game.ui.blocks import Block, Box, Offer, Para, Title
from game.ui.broadside import Broadside, lay_out
from game.ui.compositor import Compositor
from game.ui.gallery import Card
from game.ui.page import Page
from game.ui.screen import Close, Screen, Show, Turn, sheet_bar


class Question(NamedTuple):
    """A title, what it means, and the words of yes and no."""

    title: str
    words: str
    yes: str
    no: str


class AskScreen(Screen):
    """Asks before something is lost. `then` is done on a yes; the card says what it is about.

    `question` is looked up whenever it is shown, in the language of that moment.
    """

    def __init__(
        self, question: Callable[[], Question], then: Callable[[], Turn], card: Card
    ) -> None:
        self._question = question
        self._then = then
        self._card = card

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        title, words, yes, no = self._question()
        card = self._card
        about = [Para(line, "small") for line in card.lines if not card.damaged]
        box = Box((Para(card.title, "strong"), *about))
        offers = (Offer("no", no, 1), Offer("yes", yes, 2))
        blocks = (Title(title), box, Para(words))
        return lay_out(Broadside(blocks, offers, sheet_bar(), scenery="saves"), comp)

    def command(self, command: str) -> Turn:
        """Yes or no."""
        if command == "yes":
            turn = self._then()
            return Close() if isinstance(turn, Show) else turn
        return Close() if command == "no" else super().command(command)


class TellScreen(Screen):
    """Says what could not be done, and why. Nothing has changed."""

    def __init__(self, title: str, words: str) -> None:
        self._title = title
        self._words = words

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        said: list[Block] = [Para(line) for line in self._words.split("\n")]
        blocks = (Title(self._title), *said)
        offers = (Offer("close", wording.CLOSE_PLAIN, 1),)
        return lay_out(Broadside(blocks, offers, sheet_bar(), scenery="saves"), comp)
