"""Going with the arrow keys among cards that stand in rows."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.page import Control

ARROWS = ("up", "down", "left", "right")


def beside(command: str, here: Control | None, cards: Sequence[Control]) -> Control | None:
    """The card that an arrow key goes to: in the row, or the nearest of the next row.

    The first, where none of `cards` has the focus; None if the command is no arrow.
    """
    if command not in ARROWS or not cards:
        return None
    if here is None or here not in cards:
        return cards[0]
    along, down = command in ("left", "right"), command in ("right", "down")
    if along:
        place = cards.index(here) + (1 if down else -1)
        return cards[max(0, min(len(cards) - 1, place))]
    rows = [c for c in cards if (c.rect.y > here.rect.y) == down and c.rect.y != here.rect.y]
    if not rows:
        return here
    return min(rows, key=lambda c: (abs(c.rect.y - here.rect.y), abs(c.rect.x - here.rect.x)))
