"""Asks whether to choose as one chose before, and says how far that would go."""

from __future__ import annotations

from game.play.skip import Skip, as_before
from game.ui import words_seen
from game.ui.blocks import Offer, Para, Title
from game.ui.broadside import Broadside, lay_out
from game.ui.compositor import Compositor
from game.ui.page import Page
from game.ui.screen import Become, Close, Screen, Turn, sheet_bar
from game.ui.sitting import Sitting


class SkipScreen(Screen):
    """Laid over a choice by the key that skips. Whoever closes it has chosen nothing."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._opened = sitting.playthrough.choices
        program, state, seen = sitting.playthrough.program, sitting.playthrough.state, sitting.seen
        near, far = (as_before(program, state, seen, untried=untried) for untried in (True, False))
        self._ways = {"untried": near, "far": far}
        if near.options == far.options or not near.options:
            del self._ways["untried"]
        if not far.options:
            del self._ways["far"]

    @property
    def empty(self) -> bool:
        """True if there is nothing to offer."""
        return not self._ways

    @property
    def stale(self) -> bool:
        """True if the play is another one now."""
        return self._sitting.playthrough.choices != self._opened

    def page(self, comp: Compositor) -> Page:
        """The screen laid out."""
        offers = [Offer("close", words_seen.SKIP_STAY, 1)]
        words = {"untried": words_seen.SKIP_UNTRIED, "far": words_seen.SKIP_FAR}
        for number, (name, skip) in enumerate(self._ways.items(), 2):
            offers.append(Offer(name, words[name], number, also=self._where(skip)))
        blocks = (Title(words_seen.SKIP_TITLE), Para(words_seen.SKIP_WORDS))
        return lay_out(Broadside(blocks, tuple(offers), sheet_bar(), scenery="pause"), comp)

    def _where(self, skip: Skip) -> str:
        """How many choices it would make, and where it would stop. What is new is not named."""
        made = words_seen.SKIP_MADE.of(skip.choices)
        if skip.stop == "new":
            return f"{made} {words_seen.SKIP_TO_NEW}"
        scene = self._sitting.story.scenes[skip.last.scene].title or self._sitting.story.title
        templates = {"meeting": words_seen.SKIP_TO_VOTE, "ending": words_seen.SKIP_TO_ENDING}
        template = templates.get(skip.stop, words_seen.SKIP_TO)
        return f"{made} {template.format(scene=scene)}"

    def command(self, command: str) -> Turn:
        """Go, or stay; the key that opened it closes it too."""
        from game.ui.screens.play import PlayScreen  # which opens this screen

        skip = self._ways.get(command)
        if skip is not None:
            self._sitting.go_on(skip.options)
            self._sitting.aside = words_seen.SKIPPED.of(skip.choices)
            return Become(PlayScreen(self._sitting))
        return Close() if command == "skip" else super().command(command)
