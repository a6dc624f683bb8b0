"""How long a page is left to be read before it goes on by itself."""

from __future__ import annotations

from game.ui.page import Page, Words
from game.ui.screen import Screen

_REST = 1.2
"""Seconds on top of the reading: to find the first line, and for a page with few words."""


def waiting(screen: Screen, page: Page, scroll: int, read: int, pace: int) -> float | None:
    """Seconds until a screen goes on by itself: shows more, or takes the only way on.

    `read` is the height down to which its page was left to be read before. None at a choice and
    where nothing follows: there is no timer on what is to be decided.
    """
    own, said = screen.resting, screen.unread
    if said is not None:
        needed = reading_time(words_in(said), pace)
    else:
        needed = reading_time(words_between(page, read, scroll + page.viewport.bottom), pace)
    if own is not None:
        return own if said is None else max(own, needed)
    return needed if screen.onward is not None or scroll < page.depth else None


def reading_time(words: int, pace: int) -> float:
    """Seconds to read so many words at `pace` words a minute.

    >>> round(reading_time(80, 160), 1)
    31.2
    """
    return words * 60 / pace + _REST


def words_in(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def words_between(page: Page, top: int, bottom: int) -> int:
    """The words that stand whole on the page between two heights of what flows."""
    lines = (item for item in page.flow if isinstance(item, Words))
    return sum(
        words_in(line.text) for line in lines if top <= line.rect.y and line.rect.bottom <= bottom
    )
