"""Sheets to look things up in: margin notes, what one knows, the picture in words."""

from __future__ import annotations

from collections.abc import Iterable

from game.debrief import words
from game.story.model import Label, Source
from game.ui import wording
from game.ui.blocks import Block, Box, Chip, Offer, Para, Title
from game.ui.broadside import Broadside, lay_out
from game.ui.compositor import Compositor
from game.ui.page import Page
from game.ui.screen import Close, Screen, Turn, sheet_bar
from game.ui.sitting import Sitting


class _Reference(Screen):
    """A sheet of blocks with one way back. `opener` is the command that opens it, and closes it."""

    opener = ""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting

    def blocks(self) -> list[Block]:
        """What stands on it, as the story says it now."""
        raise NotImplementedError

    @property
    def picture(self) -> str | None:
        """The picture beside it, by its id."""
        return None

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        offers = (Offer("close", wording.CLOSE_PLAIN, 1),)
        blocks = tuple(self.blocks())
        sheet = Broadside(blocks, offers, sheet_bar(), picture=self.picture, scenery=self.opener)
        return lay_out(sheet, comp)

    def command(self, command: str) -> Turn:
        """The key that opened it closes it too."""
        return Close() if command == self.opener else super().command(command)


def card(label: Label, text: str, sources: Iterable[Source]) -> Box:
    """Something that is known: how surely, what, and where from."""
    blocks: list[Block] = [Chip(wording.LABEL[label]), Para(text)]
    cited = tuple(sources)
    if cited:
        blocks.append(Para(words.sources(cited), "small", "grey"))
    return Box(tuple(blocks))


class NotesScreen(_Reference):
    """The margin notes of a screen: what of it is documented, likely, disputed or invented."""

    opener = "notes"

    def blocks(self) -> list[Block]:
        """A card for each note."""
        story = self._sitting.story
        notes = [story.notes[note] for note in self._sitting.view.notes if note in story.notes]
        known = story.sources
        cards = [card(n.label, n.text, (known[s] for s in n.sources if s in known)) for n in notes]
        empty = () if cards else (Para(wording.NO_NOTES),)
        return [Title(wording.NOTES_TITLE), *cards, *empty]


class KnowScreen(_Reference):
    """What the player's character knows tonight."""

    opener = "know"

    def blocks(self) -> list[Block]:
        """A card for each thing."""
        cards = [Box((Para(card.text),)) for card in self._sitting.view.know]
        empty = () if cards else (Para(wording.NO_KNOW),)
        return [Title(wording.KNOW_TITLE), *cards, *empty]


class PictureScreen(_Reference):
    """The picture in words, for those who do not see it and where it has no file yet."""

    opener = "picture"

    @property
    def picture(self) -> str | None:
        """The picture of the present screen."""
        return self._sitting.view.picture

    def blocks(self) -> list[Block]:
        """Its description, and why it is not shown, if it is not."""
        picture = self._sitting.story.pictures.get(self.picture or "")
        words = wording.NO_PICTURE if picture is None else picture.description
        blocks: list[Block] = [Title(wording.PICTURE_TITLE), Para(words)]
        refused = self._sitting.refused
        if picture is not None and picture.id in refused:
            why = wording.PICTURE_REFUSED.format(file=picture.file, why=refused[picture.id])
            blocks.append(Box((Para(why, "small"),)))
        return blocks
