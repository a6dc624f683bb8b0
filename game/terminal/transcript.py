"""Plays a list of choices without asking, and prints what a player would have read."""

from __future__ import annotations

from collections.abc import Iterable

from game.play.playthrough import Playthrough
from game.play.screen import RangeFault
from game.terminal import pages
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
            return f"Choice {number} cannot be taken: {why}"
        except RangeFault as why:
            pages.fault(paper, why.fault)
            return f"Choice {number} cannot be taken: {why.fault.message} ({why.fault.at})"
    view = playthrough.view
    pages.screen(paper, story, view, before)
    pages.options(paper, view)
    if view.fault is not None:
        stopped = f"The story stops: {view.fault.message} ({view.fault.at})"
    return stopped
