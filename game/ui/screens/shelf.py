"""The shelf: which story to play."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from game.story.shelf import Shelved
from game.ui import wording, words_about
from game.ui.blocks import BarEntry, Offer, Para, Title
from game.ui.broadside import Broadside
from game.ui.broadside import lay_out as lay_out_sheet
from game.ui.compositor import Compositor
from game.ui.page import Control, Page
from game.ui.pictured import shipped_picture
from game.ui.screen import Leave, Open, Screen, Stay, Turn, quit_bar
from game.ui.screens.asking import TellScreen
from game.ui.sounds import THEME, Heard
from game.ui.walking import ARROWS, beside
from game.ui.wall import PosterCard, Wall, lay_out

LeftOff = Callable[[Shelved], str | None]
"""What is known of the place to go on from in a story; None where it was not begun."""


class ShelfScreen(Screen):
    """The stories as posters. Leaves with the path of the one that was taken, or None."""

    def __init__(self, stories: Sequence[Shelved], left_off: LeftOff) -> None:
        self._stories = {f"story:{number}": story for number, story in enumerate(stories)}
        sound = {name: story for name, story in self._stories.items() if not story.problem}
        said = {name: left_off(story) for name, story in sound.items()}
        self._left_off = {name: where for name, where in said.items() if where is not None}

    @property
    def heard(self) -> Heard:
        """The theme."""
        return THEME

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        bar = (
            *quit_bar(),
            BarEntry("credits", words_about.CREDITS_BAR, words_about.CREDITS_KEY, 5),
        )
        few = len(self._stories) <= 1
        style: Literal["title", "heading"] = "title" if few else "heading"
        head = (Title(wording.GAME, style), Para(wording.SUBTITLE, "body" if few else "small"))
        if not self._stories:
            blocks = (*head, Title(wording.NO_STORIES), Para(wording.NO_STORIES_MEND))
            offers = (Offer("quit", wording.QUIT, 1),)
            return lay_out_sheet(Broadside(blocks, offers, bar, scenery="shelf"), comp)
        cards = tuple(self._card(*one) for one in enumerate(self._stories, 1))
        return lay_out(Wall(head, cards, bar), comp)

    def _card(self, number: int, name: str) -> PosterCard:
        story = self._stories[name]
        digit = number if number <= 9 else 0
        card = PosterCard(name, digit, story.title, story.id, story.year, None, "", "", ())
        if story.problem:
            lines = tuple(filter(None, (story.problem, story.mend)))
            return card._replace(label=words_about.TORN, lines=lines, torn=True)
        where = self._left_off.get(name)
        kept = words_about.KEPT_PLACE_AT.format(where=where) if where else wording.KEPT_PLACE
        note = _first_sentence(story.content_notes[0]) if story.content_notes else ""
        return card._replace(
            picture=_poster(story),
            label=wording.PLACE_AND_TIME.format(place=story.place, when=story.year),
            summary=story.summary,
            begun="" if where is None else kept,
            lines=(words_about.facts(story.minutes, story.reading_age, opens=True),),
            warning=note and words_about.CONTENT_LINE.format(note=note),
        )

    def start(self, page: Page) -> Control | None:
        """The first story that was begun, or else the first."""
        first = next(iter(self._left_off), next(iter(self._stories), ""))
        return page.control(first)

    def on(self, command: str, page: Page, hot: str | None) -> Control | Turn | None:
        """The arrow keys go from poster to poster."""
        cards = [c for c in page.controls if c.id in self._stories]
        here = page.control(hot or "")
        if command not in ARROWS or here not in cards:
            return None
        there = beside(command, here, cards)
        # At an end the key reads on, where there is more than can be seen.
        return None if there is here and command in ("up", "down") else there

    def command(self, command: str) -> Turn:
        """Take a story, see who made the game, or quit."""
        if command in ("quit", "menu"):
            return Leave(None)
        if command == "credits":
            from game.ui.screens.credits import CreditsScreen  # no part of the first picture

            return Open(CreditsScreen())
        story = self._stories.get(command)
        if story is None:
            return Stay()
        if story.problem:
            words = "\n".join(filter(None, (story.problem, story.mend, str(story.path))))
            return Open(TellScreen(words_about.TORN, words))
        return Leave(story.path)


def _poster(story: Shelved) -> str | None:
    """The file that stands for a story: its own, or one that comes with the game."""
    file = story.poster or shipped_picture(story.id, story.cover or "")
    return None if file is None else str(file)


def _first_sentence(text: str) -> str:
    """As much of a content note as says its first thing: the name warning, where it is first."""
    line = text.split("\n", 1)[0]
    end = line.find(". ")
    return line if end < 0 else line[: end + 1]
