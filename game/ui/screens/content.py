"""What to know before the first scene, and again whenever somebody asks during the play."""

from __future__ import annotations

from collections.abc import Iterator

from game.story.model import Story
from game.ui import wording, words_about
from game.ui.blocks import Block, Box, Offer, Pair, Para, Title
from game.ui.broadside import Broadside, lay_out
from game.ui.compositor import Compositor
from game.ui.page import Page
from game.ui.screen import Become, Open, Screen, Turn, sheet_bar
from game.ui.screens.credits import CreditsScreen
from game.ui.sitting import Sitting


class ContentScreen(Screen):
    """Content notes, reading age, length, what is invented. `playing`: opened from the pause."""

    def __init__(self, sitting: Sitting, *, playing: bool = False) -> None:
        self._sitting = sitting
        self._playing = playing

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        story = self._sitting.story
        offers = [Offer("close", wording.CLOSE_PLAIN), Offer("credits", words_about.CREDITS)]
        if not self._playing:
            offers.insert(0, Offer("begin", wording.TO_FIRST_SCENE))
        numbered = tuple(offer._replace(number=n) for n, offer in enumerate(offers, 1))
        sheet = Broadside(tuple(_about(story)), numbered, sheet_bar(), scenery=story.id)
        return lay_out(sheet, comp)

    def command(self, command: str) -> Turn:
        """Begin, see the sources, or go back."""
        if command == "begin" and not self._playing:
            from game.ui.screens.play import PlayScreen  # whose pause opens this screen

            self._sitting.restart()
            return Become(PlayScreen(self._sitting))
        if command == "credits":
            return Open(CreditsScreen(self._sitting.story))
        return super().command(command)


def _about(story: Story) -> Iterator[Block]:
    yield Title(wording.BEFORE_YOU_BEGIN)
    notes = [text for _, text in story.content_notes]
    # What its author put first warns of names: it stands before any of them.
    yield from (Box((Para(text),)) for text in notes[:1])
    yield Pair(words_about.READING_AGE, words_about.READING_AGE_IS.format(age=story.reading_age))
    yield Pair(words_about.LENGTH, wording.duration(story.minutes))
    when = wording.PLACE_AND_TIME.format(place=story.place, when=story.year)
    yield Pair(words_about.WHEN_AND_WHERE, when)
    if notes[1:]:
        yield Title(words_about.CONTENT_NOTES, "name")
        yield from (Para(text) for text in notes[1:])
    scenes = [text for scene in story.scenes.values() for _, text in scene.content_notes]
    if scenes:
        yield Title(words_about.IN_SCENES, "name")
        yield from (Para(text) for text in dict.fromkeys(scenes))
    yield Title(words_about.INVENTED, "name")
    known = words_about.INVENTED_HOW.of(len(story.notes), entry=wording.NOTES)
    yield Para(known if story.notes else words_about.INVENTED_NONE)
    yield from (Pair(credit.role, credit.who) for credit in story.credits)
