"""Rows and value sets in the words of the author: names, and the ids of values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.story.model import Slot

_OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}


def name(slot: Slot) -> str:
    """What an author calls a slot.

    >>> name(Slot("smoko", "seen", 0, 1, 0))
    'seen(smoko)'
    """
    if slot.kind in ("seen", "visits"):
        return f"{slot.kind}({slot.name})"
    return slot.name


def value(slot: Slot, number: int) -> str:
    """A value of a slot as an author writes it."""
    if slot.values:
        return slot.values[number]
    return str(number) if slot.kind in ("number", "visits") else ("false", "true")[number]


def values(slot: Slot, those: Sequence[int]) -> str:
    """A list of a slot's values: a range where they have no gap."""
    said = [value(slot, one) for one in those]
    if len(those) == 1:
        return f"always {said[0]}"
    if slot.kind in ("number", "visits") and those[-1] - those[0] == len(those) - 1:
        return f"only ever {said[0]} to {said[-1]}"
    return f"only ever {', '.join(said[:-1])} or {said[-1]}"


def condition(row: Any, slots: Sequence[Slot]) -> str:
    """A condition as an author could have written it.

    >>> condition((">=", ("v", 0), ("k", 4)), [Slot("fund", "number", 0, 12, 0)])
    'fund >= 4'
    """
    return _said(row, slots, 0)


def _said(row: Any, slots: Sequence[Slot], binds: int) -> str:  # noqa: PLR0911
    match row:
        case ["k", constant]:
            return "true" if constant else "false"
        case ["v", slot]:
            return name(slots[slot])
        case ["not", ["v", slot]] if slots[slot].kind == "once":
            return f"{slots[slot].name} not taken before"
        case ["not", ["v", slot]]:
            return f"not {name(slots[slot])}"
        case ["not", ["==" | "!=" | "<" | ">=" | ">" | "<=" as sign, left, right]]:
            return _said((_OPPOSITE[sign], left, right), slots, binds)
        case ["not", part]:
            return f"not ({_said(part, slots, 0)})"
        case ["and" | "or" as sign, *parts]:
            level = 1 if sign == "or" else 2
            said = f" {sign} ".join(_said(part, slots, level) for part in parts)
            return f"({said})" if binds > level else said
        case ["in", asked, mask]:
            about = _slot(asked, slots)
            inside = [n for n in range(mask.bit_length()) if mask >> n & 1]
            said = ", ".join(value(about, n) if about else str(n) for n in inside)
            return f"{_value(asked, slots)} in ({said})"
    if row[1][0] == "sum":
        return "the hands that are up to be enough"
    left, right = row[1], row[2]
    about = _slot(left, slots) or _slot(right, slots)
    return f"{_value(left, slots, about)} {row[0]} {_value(right, slots, about)}"


def _slot(row: Any, slots: Sequence[Slot]) -> Slot | None:
    return slots[row[1]] if row[0] == "v" else None


def _value(row: Any, slots: Sequence[Slot], about: Slot | None = None) -> str:
    match row:
        case ["k", constant]:
            return value(about, constant) if about is not None else str(constant)
        case ["v", slot]:
            return name(slots[slot])
        case ["count", asked, mask]:
            scale = slots[asked[0]]
            inside = [value(scale, n) for n in range(len(scale.values)) if mask >> n & 1]
            return f"count(stance in ({', '.join(inside)}))"
        case ["+" | "-" as sign, left, right]:
            return f"{_value(left, slots)} {sign} {_value(right, slots)}"
    return "..."
