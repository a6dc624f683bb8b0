"""The endings of a story: those reached, each with its last page, and how many were not."""

from __future__ import annotations

from datetime import datetime

from game.play.playthrough import Playthrough
from game.play.seen import reached_endings
from game.play.view import View
from game.story.model import Passage
from game.ui import wording, words_seen
from game.ui.blocks import Block, Box, Offer, Para, Rule, Title
from game.ui.broadside import Broadside
from game.ui.broadside import lay_out as lay_out_sheet
from game.ui.compositor import Compositor
from game.ui.gallery import Card, Gallery, lay_out
from game.ui.page import Control, Page
from game.ui.route import endings_left, read_texts
from game.ui.screen import Close, Open, Screen, Turn, sheet_bar
from game.ui.sitting import Sitting
from game.ui.walking import beside

_CARD = "ending:"


class EndingsScreen(Screen):
    """A card for each ending. Nothing is told of those that were not reached."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        reached = reached_endings(self._sitting.story, self._sitting.seen)
        if not reached:
            blocks = (Title(words_seen.ENDINGS_TITLE), Para(words_seen.ENDINGS_NONE))
            offers = (Offer("close", wording.CLOSE_PLAIN, 1),)
            return lay_out_sheet(Broadside(blocks, offers, sheet_bar(), scenery="endings"), comp)
        left = endings_left(self._sitting.story, self._sitting.seen)
        cards = [self._card(passage, number) for number, passage in enumerate(reached, 1)]
        blank = Card("", "", 0, "", "", (words_seen.ENDING_BLANK,), None, blank=True)
        count = words_seen.endings_count(len(reached), left)
        head = (Title(words_seen.ENDINGS_TITLE), Para(count, "small"))
        return lay_out(Gallery(head, (*cards, *[blank] * left), sheet_bar()), comp)

    def _card(self, passage: Passage, number: int) -> Card:
        assert passage.ending is not None
        story = self._sitting.story
        when = self._sitting.seen.endings[passage.id].when
        day = wording.day_and_time(when, datetime.now().astimezone())
        lines = (words_seen.ENDING_WHEN.format(when=day),) if day else ()
        scene = story.scenes[passage.scene]
        return Card(
            f"{_CARD}{passage.id}",
            "",
            number if number <= 9 else 0,
            scene.title,
            passage.ending.title,
            lines,
            passage.picture or scene.picture or "",
            scenery=f"{story.id}/{passage.id}",
        )

    def on(self, command: str, page: Page, hot: str | None) -> Control | Turn | None:
        """The arrow keys go from card to card."""
        cards = [c for c in page.controls if c.id.startswith(_CARD)]
        here = page.control(hot or "")
        return beside(command, here, cards)

    def act(self, control: str) -> Turn:
        """Read an ending's last page again."""
        if not control.startswith(_CARD):
            return super().act(control)
        return Open(LastPageScreen(self._sitting, control.removeprefix(_CARD)))

    def command(self, command: str) -> Turn:
        """Close."""
        return Close() if command == "endings" else super().command(command)


class LastPageScreen(Screen):
    """The last page of an ending, as it was read when it was first reached."""

    def __init__(self, sitting: Sitting, ending: str) -> None:
        self._sitting = sitting
        self._ending = ending

    @property
    def stale(self) -> bool:
        """True if the story has no such ending any more."""
        passage = self._sitting.story.passages.get(self._ending)
        return passage is None or passage.ending is None

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        story = self._sitting.story
        passage = story.passages[self._ending]
        assert passage.ending is not None, "whoever edits the story closes a stale screen"
        shown = self._replayed()
        scene = story.scenes[passage.scene]
        if shown is None:
            texts = list(read_texts(self._sitting.seen, passage))
            blocks: list[Block] = [Box((Para(words_seen.ENDING_CHANGED, "small"),))]
            picture = passage.picture or scene.picture
        else:
            texts, blocks = [line.text for line in shown.lines], []
            picture = shown.picture
        blocks += [Para(text) for text in texts]
        blocks += [*([Rule()] if texts else []), Title(passage.ending.title)]
        blocks.append(Para(passage.ending.debrief))
        offers = (Offer("close", wording.CLOSE_PLAIN, 1),)
        tag = self._sitting.place_of(scene.id)
        scenery = f"{story.id}/{scene.id}"
        sheet = Broadside(tuple(blocks), offers, sheet_bar(), tag, picture, scenery)
        return lay_out_sheet(sheet, comp)

    def _replayed(self) -> View | None:
        """The last screen of the play that reached it, if the story still leads there."""
        reached = self._sitting.seen.endings[self._ending]
        program = self._sitting.playthrough.program
        playthrough, stopped = Playthrough.replay(program, reached.choices)
        view = playthrough.view
        there = stopped is None and view.ending is not None and view.ending.id == self._ending
        return view if there else None
