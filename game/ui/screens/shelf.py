"""The shelf: which story to play."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from game.story.shelf import Shelved
from game.ui import wording
from game.ui.blocks import Block, Offer, Para, Title
from game.ui.broadside import Broadside, lay_out
from game.ui.compositor import Compositor
from game.ui.page import Page
from game.ui.screen import Leave, Screen, Stay, Turn, quit_bar


class ShelfScreen(Screen):
    """The stories, one ballot each. Leaves with the path of the one that was taken, or None."""

    def __init__(self, stories: Sequence[Shelved], begun: Callable[[Shelved], bool]) -> None:
        self._stories = {f"story:{number}": story for number, story in enumerate(stories)}
        self._begun = {
            name for name, story in self._stories.items() if not story.problem and begun(story)
        }

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        blocks: list[Block] = [Title(wording.GAME, "title")]
        blocks.append(Para(wording.SUBTITLE))
        offers = []
        for number, (name, story) in enumerate(self._stories.items(), 1):
            if story.problem:
                locked = wording.UNREADABLE.format(why=story.problem)
                offers.append(Offer(name, story.title, 0, locked))
                continue
            minutes = wording.duration(story.minutes)
            when = wording.STORY_ABOUT.format(place=story.place, year=story.year, minutes=minutes)
            also = f"{when}. {wording.KEPT_PLACE}" if name in self._begun else when
            offers.append(Offer(name, story.title, number if number <= 8 else 0, also=also))
            blocks += [Title(story.title), Para(story.summary)]
        if not self._stories:
            blocks += [Title(wording.NO_STORIES), Para(wording.NO_STORIES_MEND)]
        offers.append(Offer("quit", wording.QUIT, min(9, len(offers) + 1)))
        sheet = Broadside(tuple(blocks), tuple(offers), quit_bar(), scenery="shelf")
        return lay_out(sheet, comp)

    def command(self, command: str) -> Turn:
        """Take a story, or quit."""
        if command in ("quit", "menu"):
            return Leave(None)
        story = self._stories.get(command)
        path: Path | None = story.path if story and not story.problem else None
        return Leave(path) if path is not None else Stay()
