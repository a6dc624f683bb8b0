"""The shape of a story: what its routes, votes, options and consequences come to, as statements.

A report and no verdict: a story may have reasons of its own. Each statement is exact, as played:

- *Together.* Every route that always takes a `together` option where one can be taken, whatever it
  takes elsewhere, loses at least one vote on its way to an ending (`game.check.routes`).
- *Alone.* Some route that keeps to `alone` in the same way reaches an ending that no route of
  *together* reaches.
- *Hands.* No choice decides more than three hands at a meeting rather than another choice of its
  screen, by what it sets (`game.check.hands`).
- *Lens.* Neither where an option stands nor how long it is tells its lens better than chance would
  (`game.check.lenses`).
- *Futures.* Of any two options that can be taken on one screen, more than the reply differs
  afterwards; and after how many screens that shows at the earliest (`game.check.futures`).

Each holds, or does not, or is undecided within the limits; that is never guessed. Routes and votes
are those of a single player: in a classroom the class decides.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import NamedTuple

from game.check.check import Limit, Progress
from game.check.explored import Tick, explored, printed
from game.check.futures import Differ, differing
from game.check.hands import Decides, deciding
from game.check.lenses import Lenses, lenses
from game.check.live import Liveness
from game.check.net import net
from game.check.routes import Routes, routes
from game.check.values import Arriving
from game.story.model import Story


class Shape(NamedTuple):
    """What was found of a story's shape. None stands for what was not decided."""

    together: Routes | None
    alone: Routes | None
    hands: tuple[Decides, ...]
    """Every two choices of a screen that may decide a hand between them, most first."""
    meetings: int
    lenses: Lenses
    futures: tuple[Differ, ...] | None
    """Every two options that can be taken on one screen, latest first."""


def shape(story: Story, *, progress: Progress | None = None, limit: Limit | None = None) -> Shape:
    """The shape of `story`. Raises KeyboardInterrupt if it is stopped."""
    collecting = gc.isenabled()
    gc.disable()  # as in `game.check.check`: nothing of all this is let go before the end
    try:
        return _shape(story, progress or (lambda _part, _words: None), limit or Limit())
    finally:
        if collecting:
            gc.enable()


def _shape(story: Story, progress: Progress, limit: Limit) -> Shape:
    graph = net(story)
    tick = _ticks(progress)
    together, alone = (
        routes(
            graph,
            lens,
            pages=limit.pages,
            expansions=limit.expansions,
            tick=tick(0.0, 0.1, "following the lenses"),
        )
        for lens in ("together", "alone")
    )
    arriving = Arriving(graph)
    hands = deciding(
        graph,
        arriving,
        Liveness(arriving),
        pages=limit.pages,
        tick=tick(0.1, 0.3, "counting hands"),
    )
    pages = explored(
        graph,
        limit.pages,
        tick(0.3, 0.5, "looking everywhere"),
        printed(graph),
    )
    futures = None
    if pages is not None:
        futures = differing(pages, steps=limit.steps, tick=tick(0.5, 1.0, "comparing futures"))
    return Shape(
        together,
        alone,
        tuple(hands),
        sum(passage.meeting is not None for passage in story.passages.values()),
        lenses(story),
        None if futures is None else tuple(futures),
    )


def _ticks(progress: Progress) -> Callable[[float, float, str], Tick]:
    def of(start: float, end: float, words: str) -> Tick:
        calls = 0

        def tick(_count: int) -> None:
            # How much there is to do is not known: each call does a part of what is left.
            nonlocal calls
            calls += 1
            progress(end - (end - start) * 0.99**calls, words)

        return tick

    return of
