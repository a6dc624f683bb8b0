"""The least and the most an expression row can be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.story.model import Slot


def interval(row: Sequence[Any], slots: Sequence[Slot]) -> tuple[int, int]:
    """Bounds of what `row` gives while every slot is within its range.

    They hold whatever the slots are, and need not be reached: `fund - fund` is never anything
    but 0, and its bounds are as wide as those of two different variables.

    >>> interval(("+", ("v", 0), ("k", 2)), [Slot("fund", "number", 0, 12, 0)])
    (2, 14)
    """
    match row[0]:
        case "k":
            return row[1], row[1]
        case "v":
            return slots[row[1]].low, slots[row[1]].high
        case "count":
            return 0, len(row[1])
        case "+" | "-" | "min" | "max" as sign:
            low, high = interval(row[1], slots)
            least, most = interval(row[2], slots)
            if sign == "-":
                least, most = -most, -least
            if sign in ("+", "-"):
                return low + least, high + most
            pick = min if sign == "min" else max
            return pick(low, least), pick(high, most)
        case _:
            return 0, 1
