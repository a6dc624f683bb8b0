"""The title of a story: what it is, who one is in it, and what to know before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from game.play.seen import reached_endings
from game.story.model import Story
from game.ui import wording, words_about, words_seen
from game.ui.blocks import Block, Box, Offer, Para, Title
from game.ui.broadside import Broadside, lay_out
from game.ui.compositor import Compositor
from game.ui.page import Page
from game.ui.screen import Become, Leave, Open, Screen, Stay, Turn, quit_bar
from game.ui.screens import later
from game.ui.screens.play import PlayScreen
from game.ui.screens.saving import quick_turn, saves_turn
from game.ui.sitting import Sitting
from game.ui.sounds import THEME, Heard


class TitleScreen(Screen):
    """The first screen. `resumed` offers to go on from where the playthrough stands."""

    def __init__(self, sitting: Sitting, *, resumed: bool) -> None:
        self._sitting = sitting
        self._resumed = resumed
        self._loads = sitting.keeping is not None and not sitting.keeping.saves.empty

    @property
    def heard(self) -> Heard:
        """The theme."""
        return THEME

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        story = self._sitting.story
        offers = [Offer("begin", wording.BEGIN, 1)]
        if self._resumed:
            where = f"{story.scenes[self._sitting.view.scene].title}. {self._sitting.place}"
            offers = [
                Offer("continue", wording.CONTINUE, 1, also=where),
                Offer("begin", wording.BEGIN_AGAIN, 2),
            ]
        if self._loads:
            offers.append(Offer("load", wording.LOAD_OFFER, len(offers) + 1))
        if self._ended:
            offers.append(Offer("endings", words_seen.ENDINGS_OFFER, len(offers) + 1))
        offers.append(Offer("settings", wording.SETTINGS, len(offers) + 1))
        offers.append(Offer("credits", words_about.CREDITS, len(offers) + 1))
        offers.append(Offer("quit", wording.QUIT, len(offers) + 1))
        sheet = Broadside(
            (*_words(story), *self._captions(comp)),
            tuple(offers),
            quit_bar(),
            picture=story.cover,
            scenery=story.id,
            notice=self._sitting.notice,
        )
        return lay_out(sheet, comp)

    def _captions(self, comp: Compositor) -> Iterator[Block]:
        if comp.look.captions and self._sitting.captions is not None:
            for line in self._sitting.captions.theme():
                yield Para(line, "small", "grey")

    def command(self, command: str) -> Turn:
        """Begin, go on, load, or quit."""
        match command:
            case "begin":
                return self._begin()
            case "continue":
                return Become(PlayScreen(self._sitting))
            case "quit" | "menu":
                return Leave(0)
            case "credits" | "endings" if command == "credits" or self._ended:
                opened = later.credits_of if command == "credits" else later.endings
                return Open(opened(self._sitting))
            case "load" | "quick_load":
                loads = saves_turn(self._sitting, command, Stay(), playing=False)
                return quick_turn(self._sitting, command, loads)
            case _:
                return Stay()

    @property
    def _ended(self) -> bool:
        """True if an ending of the story was reached before."""
        story = self._sitting.story
        return bool(reached_endings(story, self._sitting.noting.before(story)))

    def _begin(self) -> Turn:
        if self._sitting.story.content_notes:
            from game.ui.screens.content import ContentScreen  # no part of the first picture

            return Open(ContentScreen(self._sitting))
        self._sitting.restart()
        return Become(PlayScreen(self._sitting))


def _words(story: Story) -> tuple[Block, ...]:
    name, about = story.player
    when = wording.PLACE_AND_TIME.format(place=story.place, when=story.year)
    blocks: list[Block] = [
        Title(story.title, "title"),
        Para(f"{when}, {words_about.facts(story.minutes, story.reading_age)}", "label"),
        Para(story.summary),
        *_first_note(story),
        Title(wording.YOU_ARE.format(name=name)),
        Para(about),
    ]
    return tuple(blocks)


def _first_note(story: Story) -> tuple[Block, ...]:
    """The content note its author put first: the name warning stands on the first screen."""
    notes = [text for _, text in story.content_notes[:1]]
    return tuple(Box((Para(text, "small"),)) for text in notes)
