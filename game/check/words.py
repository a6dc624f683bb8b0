"""Rows and value sets in the words of the author: names, and the ids of values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from game.story.model import Slot, Story

Groups = Mapping[tuple[int, ...], str]
"""What an author writes behind `count(...` to ask these slots: nothing for everybody."""

OPPOSITE: Final = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
"""The comparison that holds where one fails."""
MOST_LISTED: Final = 8
"""Numbers with gaps between them that are named one by one."""

_CALLED = {"min": "up_to", "max": "down_to"}


def groups(story: Story) -> Groups:
    """How the people that a story's conditions can count are named."""
    stances = [slot for slot, about in enumerate(story.slots) if about.kind == "stance"]
    # Everybody last: a group that all are in needs no name.
    found = {
        tuple(story.people[one].stance for one in people if story.people[one].stance >= 0): (
            f", among={group}"
        )
        for group, people in story.groups.items()
    }
    return {**found, tuple(stances): ""}


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


def values(slot: Slot | None, those: Sequence[int]) -> str:
    """What a slot, or (None) a number, is ever: a range where its values have no gap.

    >>> values(None, [2, 3, 4])
    'only ever 2 to 4'
    >>> values(None, [0, 2])
    'only ever 0 or 2'
    >>> values(None, range(0, 20, 2))
    'only ever some of 0 to 18'
    """
    numbers = slot is None or slot.kind in ("number", "visits")
    said = [str(one) if slot is None else value(slot, one) for one in those]
    if slot is not None and slot.kind == "visits" and those[-1] == slot.high:
        said[-1] += " or more"  # beyond, they are counted no further
    if len(those) == 1:
        return f"always {said[0]}"
    if numbers and len(those) > 2 and those[-1] - those[0] == len(those) - 1:
        return f"only ever {said[0]} to {said[-1]}"
    if numbers and len(those) > MOST_LISTED:
        return f"only ever some of {said[0]} to {said[-1]}"
    return f"only ever {', '.join(said[:-1])} or {said[-1]}"


def condition(row: Any, slots: Sequence[Slot], named: Groups | None = None) -> str:
    """A condition, or a value, as an author could have written it.

    >>> condition((">=", ("v", 0), ("k", 4)), [Slot("fund", "number", 0, 12, 0)])
    'fund >= 4'
    """
    return _Words(slots, named or {}).said(row, 0)


class _Words:
    def __init__(self, slots: Sequence[Slot], named: Groups) -> None:
        self.slots = slots
        self.named = named

    def said(self, row: Any, binds: int) -> str:
        """A condition; in brackets where what stands around binds closer than it does."""
        match row:
            case ["k", constant]:
                return "true" if constant else "false"
            case ["not", part]:
                return self._negated(part, binds)
            case ["and" | "or" as sign, *parts]:
                level = 1 if sign == "or" else 2
                said = f" {sign} ".join(self.said(part, level) for part in parts)
                return f"({said})" if binds > level else said
            case ["in", asked, mask]:
                return self._inside(asked, mask, "==", "in")
            case ["==" | "!=" | "<" | ">=" | ">" | "<=" as sign, left, right]:
                about = self._slot(left) or self._slot(right)
                return f"{self.value(left, about)} {sign} {self.value(right, about)}"
        return self.value(row)

    def _negated(self, part: Any, binds: int) -> str:
        match part:
            case ["v", slot] if self.slots[slot].kind == "once":
                return f"{self.slots[slot].name} not taken before"
            case ["in", asked, mask]:
                return self._inside(asked, mask, "!=", "not in")
            case ["not", inner]:
                return self.said(inner, binds)
            case [sign, left, right] if sign in OPPOSITE:
                return self.said((OPPOSITE[sign], left, right), binds)
        # Brackets around whatever is no single name.
        return f"not {self.said(part, 3)}"

    def value(self, row: Any, about: Slot | None = None) -> str:
        """A value; a constant as one of the slot `about`."""
        match row:
            case ["k", constant]:
                return value(about, constant) if about is not None else str(constant)
            case ["v", slot]:
                return name(self.slots[slot])
            case ["count", asked, mask]:
                who = self.named.get(tuple(asked), "")
                return f"count({self._stances(self.slots[asked[0]], mask)}{who})"
            case ["+" | "-" as sign, left, right]:
                after = self.value(right)
                if right[0] in ("+", "-"):
                    after = f"({after})"
                return f"{self.value(left)} {sign} {after}"
            case ["min" | "max" as sign, left, right]:
                about = about or self._slot(right)
                return f"{_CALLED[sign]}({self.value(left, about)}, {self.value(right, about)})"
        return "the votes"

    def _slot(self, row: Any) -> Slot | None:
        return self.slots[row[1]] if row[0] == "v" else None

    def _inside(self, asked: Any, mask: int, one: str, many: str) -> str:
        about = self._slot(asked)
        inside = [n for n in range(mask.bit_length()) if mask >> n & 1]
        said = [value(about, n) if about else str(n) for n in inside]
        if len(said) == 1:
            return f"{self.value(asked)} {one} {said[0]}"
        return f"{self.value(asked)} {many} ({', '.join(said)})"

    @staticmethod
    def _stances(scale: Slot, mask: int) -> str:
        """Which stances are counted, as a comparison where one says it."""
        names = scale.values
        inside = [names[n] for n in range(len(names)) if mask >> n & 1]
        outside = [names[n] for n in range(len(names)) if not mask >> n & 1]
        if not inside:
            return f"stance < {names[0]}"
        if tuple(inside) == names[-len(inside) :]:
            return f"stance >= {inside[0]}"
        if len(inside) == 1:
            return f"stance == {inside[0]}"
        if tuple(inside) == names[: len(inside)]:
            return f"stance <= {inside[-1]}"
        if len(outside) == 1:
            return f"stance != {outside[0]}"
        return f"stance in ({', '.join(inside)})"
