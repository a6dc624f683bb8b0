"""Sheets to look things up in: margin notes, what one knows, the picture in words, the record."""

from __future__ import annotations

from collections.abc import Mapping

from game.play.view import View
from game.story.model import Label, Source, Story
from game.ui import wording
from game.ui.blocks import Block, Box, Chip, Offer, Para, Rule, Title
from game.ui.broadside import Broadside, lay_out
from game.ui.compositor import Compositor
from game.ui.page import Page
from game.ui.screen import SHEET_BAR, Close, Screen, Turn


class _Reference(Screen):
    """A sheet of blocks with one way back. `opener` is the command that opens it, and closes it."""

    opener = ""
    tag = ""

    def __init__(self, blocks: tuple[Block, ...], picture: str | None = None) -> None:
        self._blocks = blocks
        self._picture = picture

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        offers = (Offer("close", wording.CLOSE_PLAIN, 1),)
        sheet = Broadside(
            self._blocks, offers, SHEET_BAR, picture=self._picture, scenery=self.opener
        )
        return lay_out(sheet, comp)

    def command(self, command: str) -> Turn:
        """The key that opened it closes it too."""
        return Close() if command == self.opener else super().command(command)


def _card(label: Label, text: str, sources: tuple[str, ...], known: Mapping[str, Source]) -> Box:
    blocks: list[Block] = [Chip(wording.LABEL[label]), Para(text)]
    if sources:
        cited = " \u00b7 ".join(known[source].text for source in sources if source in known)
        blocks.append(Para(wording.SOURCES.format(sources=cited), "small", "grey"))
    return Box(tuple(blocks))


class NotesScreen(_Reference):
    """The margin notes of a screen: what of it is documented, likely, disputed or invented."""

    opener = "notes"

    def __init__(self, story: Story, view: View) -> None:
        notes = [story.notes[note] for note in view.notes if note in story.notes]
        cards = [_card(n.label, n.text, n.sources, story.sources) for n in notes]
        empty = () if cards else (Para(wording.NO_NOTES),)
        super().__init__((Title(wording.NOTES_TITLE), *cards, *empty))


class KnowScreen(_Reference):
    """What the player's character knows tonight."""

    opener = "know"

    def __init__(self, view: View) -> None:
        cards = [Box((Para(card.text),)) for card in view.know]
        empty = () if cards else (Para(wording.NO_KNOW),)
        super().__init__((Title(wording.KNOW_TITLE), *cards, *empty))


class PictureScreen(_Reference):
    """The picture in words, for those who do not see it and where it has no file yet."""

    opener = "picture"

    def __init__(self, story: Story, view: View, refused: Mapping[str, str]) -> None:
        picture = story.pictures.get(view.picture or "")
        words = wording.NO_PICTURE if picture is None else picture.description
        blocks: list[Block] = [Title(wording.PICTURE_TITLE), Para(words)]
        if picture is not None and picture.id in refused:
            why = wording.PICTURE_REFUSED.format(file=picture.file, why=refused[picture.id])
            blocks.append(Box((Para(why, "small"),)))
        super().__init__(tuple(blocks), view.picture)


class RecordScreen(_Reference):
    """What the record says happened, the case against, and what there is to talk about."""

    opener = "record"

    def __init__(self, story: Story) -> None:
        debrief = story.debrief
        blocks: list[Block] = [Title(wording.RECORD_TITLE)]
        blocks += [_card(r.label, r.text, r.sources, story.sources) for r in debrief.record]
        if debrief.against:
            blocks += [Rule(), Title(wording.AGAINST_TITLE), Para(debrief.against)]
        if debrief.questions:
            blocks += [Rule(), Title(wording.QUESTIONS_TITLE)]
            blocks += [Para(f"{n}. {text}") for n, text in enumerate(debrief.questions, 1)]
        if story.credits:
            blocks += [Rule(), Title(wording.CREDITS_TITLE)]
            blocks += [Para(f"{credit.role}: {credit.who}", "small") for credit in story.credits]
        super().__init__(tuple(blocks))
