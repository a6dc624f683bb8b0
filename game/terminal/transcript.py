"""Plays a list of choices without asking, and prints what a player would have read."""

from __future__ import annotations

from collections.abc import Iterable

from game.play.playthrough import Playthrough
from game.play.screen import RangeFault
from game.terminal import pages, words
from game.terminal.paper import Paper
from game.terminal.picking import NotOfferedError, pick


def transcript(playthrough: Playthrough, choices: Iterable[str], paper: Paper) -> str | None:
    """Play `choices` (as `pick` reads them) and print every screen, the last one too.

    Returns None, or why it stopped before the last choice or at a fault of the story.
    """
    story = playthrough.program.story
    pages.opening(paper, story)
    before = None
    stopped = None
    for number, word in enumerate(choices, start=1):
        view = playthrough.view
        pages.screen(paper, story, view, before)
        pages.options(paper, view)
        before = view
        try:
            option = pick(view, word)
            pages.taken(paper, option)
            playthrough.choose(option.id)
        except NotOfferedError as why:
            return words.NOT_TAKEN.format(number=number, why=why)
        except RangeFault as why:
            pages.fault(paper, why.fault)
            at = f"{why.fault.message} ({why.fault.at})"
            return words.NOT_TAKEN.format(number=number, why=at)
    view = playthrough.view
    pages.screen(paper, story, view, before)
    pages.options(paper, view)
    if view.fault is not None:
        stopped = words.STOPS.format(why=f"{view.fault.message} ({view.fault.at})")
    return stopped
