"""Expression rows in Promela: what conditions and effects are to SPIN.

Row by row after the list in `game.story.model`, from which each takes its meaning. Values are kept
from 0 (a number's value less its lowest), and put right where they are read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.story.model import Slot


class Rows:
    """The rows of one story, over its slots."""

    def __init__(self, slots: Sequence[Slot]) -> None:
        self._slots = slots

    def value(self, row: Any) -> str:
        """A number."""
        match row:
            case ["k", constant]:
                return f"({constant})"
            case ["v", int(slot)]:
                low = self._slots[slot].low
                return f"(v{slot} + ({low}))" if low else f"v{slot}"
            case ["+" | "-" as sign, left, right]:
                return f"({self.value(left)} {sign} {self.value(right)})"
            case ["min" | "max" as which, left, right]:
                a, b = self.value(left), self.value(right)
                return f"({a} {'<' if which == 'min' else '>'} {b} -> {a} : {b})"
            case ["count", slots, int(mask)]:
                counted = [_within(self.value(("v", slot)), mask) for slot in slots]
                return f"({' + '.join(counted)})" if counted else "(0)"
        return self.condition(row)

    def condition(self, row: Any) -> str:
        """A condition, in brackets of its own."""
        match row:
            case ["k", constant]:
                return "true" if constant else "false"
            case ["v", slot]:
                return f"(v{slot} == 1)"
            case ["not", inner]:
                return f"(!{self.condition(inner)})"
            case ["and" | "or" as joint, *parts]:
                sign = " && " if joint == "and" else " || "
                return f"({sign.join(self.condition(part) for part in parts)})"
            case ["in", asked, int(mask)]:
                return _within(self.value(asked), mask)
            case ["==" | "!=" | "<" | "<=" | ">" | ">=" as sign, left, right]:
                return f"({self.value(left)} {sign} {self.value(right)})"
        raise ValueError(f"no row {row!r}")


def _within(value: str, mask: int) -> str:
    inside = [f"{value} == {n}" for n in range(mask.bit_length()) if mask >> n & 1]
    return f"({' || '.join(inside)})" if inside else "(false)"
