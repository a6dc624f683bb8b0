"""The title of a story: what it is, who one is in it, and what to know before it begins."""

from __future__ import annotations

from game.story.model import Story
from game.ui import wording
from game.ui.blocks import Block, Box, Offer, Para, Title
from game.ui.broadside import Broadside, lay_out
from game.ui.compositor import Compositor
from game.ui.page import Page
from game.ui.screen import Become, Leave, Open, Screen, Stay, Turn, quit_bar, sheet_bar
from game.ui.screens.play import PlayScreen
from game.ui.screens.saves import quick_turn, saves_turn
from game.ui.sitting import Sitting


class TitleScreen(Screen):
    """The first screen. `resumed` offers to go on from where the playthrough stands."""

    def __init__(self, sitting: Sitting, *, resumed: bool) -> None:
        self._sitting = sitting
        self._resumed = resumed
        self._loads = sitting.keeping is not None and not sitting.keeping.saves.empty

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
        offers.append(Offer("settings", wording.SETTINGS, len(offers) + 1))
        offers.append(Offer("quit", wording.QUIT, len(offers) + 1))
        sheet = Broadside(
            _words(story), tuple(offers), quit_bar(), scenery=story.id, notice=self._sitting.notice
        )
        return lay_out(sheet, comp)

    def command(self, command: str) -> Turn:
        """Begin, go on, load, or quit."""
        match command:
            case "begin":
                return self._begin()
            case "continue":
                return Become(PlayScreen(self._sitting))
            case "quit" | "menu":
                return Leave(0)
            case "load" | "quick_load":
                loads = saves_turn(self._sitting, command, Stay(), playing=False)
                return quick_turn(self._sitting, command, loads)
            case _:
                return Stay()

    def _begin(self) -> Turn:
        if self._sitting.story.content_notes:
            return Open(ContentScreen(self._sitting))
        self._sitting.restart()
        return Become(PlayScreen(self._sitting))


def _words(story: Story) -> tuple[Block, ...]:
    name, about = story.player
    minutes = wording.duration(story.minutes)
    blocks: list[Block] = [
        Title(story.title, "title"),
        Para(
            wording.STORY_ABOUT.format(place=story.place, year=story.year, minutes=minutes), "label"
        ),
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


class ContentScreen(Screen):
    """What to know before the first scene."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        story = self._sitting.story
        blocks: list[Block] = [Title(wording.BEFORE_YOU_BEGIN)]
        blocks += [Para(text) for _, text in story.content_notes]
        offers = (Offer("begin", wording.TO_FIRST_SCENE, 1), Offer("close", wording.CLOSE_PLAIN, 2))
        return lay_out(Broadside(tuple(blocks), offers, sheet_bar(), scenery=story.id), comp)

    def command(self, command: str) -> Turn:
        """Begin, or go back to the title."""
        if command == "begin":
            self._sitting.restart()
            return Become(PlayScreen(self._sitting))
        return super().command(command)
