"""Working out expression rows and texts while a story is played.

`condition` and `value` turn a row (see `game.story.model`) into a function of the state's values.
That is done once for a story, so what is done often costs no looking at operators: the shapes that
authors write most have functions of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from game.story.model import Slot, Text

Values = Sequence[int]
Test = Callable[[Values], bool]
Number = Callable[[Values], int]


def condition(row: Sequence[Any]) -> Test:
    """The function that says whether the condition `row` holds for a state's values.

    >>> holds = condition(("and", ("v", 0), (">=", ("v", 1), ("k", 3))))
    >>> holds([1, 3]), holds([1, 2])
    (True, False)
    """
    match row:
        case ["v", slot]:
            return lambda values: values[slot] == 1
        case ["not", ["v", slot]]:
            return lambda values: values[slot] != 1
        case ["k" | "not", _]:
            return _fixed_or_opposite(row)
        case ["and" | "or", *parts]:
            tests = [condition(part) for part in parts]
            return _all_of(tests) if row[0] == "and" else _any_of(tests)
        case ["in", asked, mask]:
            return _membership(asked, mask)
    return _comparison(row[0], row[1], row[2])


def value(row: Sequence[Any]) -> Number:
    """The function that works out the value `row` for a state's values.

    >>> value(("min", ("k", 10), ("+", ("v", 0), ("k", 2))))([9])
    10
    """
    match row:
        case ["k", constant]:
            return lambda _: constant
        case ["v", slot]:
            return lambda values: values[slot]
        case ["+" | "-" as sign, ["v", slot], ["k", constant]]:
            step = constant if sign == "+" else -constant
            return lambda values: values[slot] + step
        case ["count", slots, mask]:
            return _count(tuple(slots), mask)
        case ["+" | "-" | "min" | "max" as sign, left, right]:
            return _OF_TWO[sign](value(left), value(right))
    test = condition(row)
    return lambda values: 1 if test(values) else 0


def render(text: Text, values: Values, slots: Sequence[Slot]) -> str:
    """The words of `text`, its reads printed as they are in `values`."""
    if len(text) == 1 and isinstance(text[0], str):
        return text[0]
    return "".join([_printed(piece, values, slots) for piece in text])


def _printed(piece: str | int, values: Values, slots: Sequence[Slot]) -> str:
    if isinstance(piece, str):
        return piece
    slot = slots[piece]
    return slot.words[values[piece]] if slot.words else str(values[piece])


def _all_of(tests: list[Test]) -> Test:
    if len(tests) == 2:
        first, second = tests
        return lambda values: first(values) and second(values)
    if len(tests) == 3:
        first, second, third = tests
        return lambda values: first(values) and second(values) and third(values)

    def holds(values: Values) -> bool:
        for test in tests:  # noqa: SIM110 - half the time of all() over a generator
            if not test(values):
                return False
        return True

    return holds


def _any_of(tests: list[Test]) -> Test:
    if len(tests) == 2:
        first, second = tests
        return lambda values: first(values) or second(values)

    def holds(values: Values) -> bool:
        for test in tests:  # noqa: SIM110 - as above
            if test(values):
                return True
        return False

    return holds


def _membership(row: Sequence[Any], mask: int) -> Test:
    inside = frozenset(n for n in range(mask.bit_length()) if mask >> n & 1)
    if row[0] == "v":
        slot: int = row[1]
        return lambda values: values[slot] in inside
    number = value(row)
    return lambda values: number(values) in inside


_FLIPPED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}

_OF_TWO: dict[str, Callable[[Number, Number], Number]] = {
    "+": lambda a, b: lambda values: a(values) + b(values),
    "-": lambda a, b: lambda values: a(values) - b(values),
    "min": lambda a, b: lambda values: min(a(values), b(values)),
    "max": lambda a, b: lambda values: max(a(values), b(values)),
}
_COMPARED: dict[str, Callable[[Number, Number], Test]] = {
    "==": lambda a, b: lambda values: a(values) == b(values),
    "!=": lambda a, b: lambda values: a(values) != b(values),
    "<": lambda a, b: lambda values: a(values) < b(values),
    "<=": lambda a, b: lambda values: a(values) <= b(values),
    ">": lambda a, b: lambda values: a(values) > b(values),
    ">=": lambda a, b: lambda values: a(values) >= b(values),
}
_WITH_CONSTANT: dict[str, Callable[[Number, int], Test]] = {
    "==": lambda a, k: lambda values: a(values) == k,
    "!=": lambda a, k: lambda values: a(values) != k,
    "<": lambda a, k: lambda values: a(values) < k,
    "<=": lambda a, k: lambda values: a(values) <= k,
    ">": lambda a, k: lambda values: a(values) > k,
    ">=": lambda a, k: lambda values: a(values) >= k,
}
_SLOT_WITH_CONSTANT: dict[str, Callable[[int, int], Test]] = {
    "==": lambda slot, k: lambda values: values[slot] == k,
    "!=": lambda slot, k: lambda values: values[slot] != k,
    "<": lambda slot, k: lambda values: values[slot] < k,
    "<=": lambda slot, k: lambda values: values[slot] <= k,
    ">": lambda slot, k: lambda values: values[slot] > k,
    ">=": lambda slot, k: lambda values: values[slot] >= k,
}


def _comparison(sign: str, left: Sequence[Any], right: Sequence[Any]) -> Test:
    if sign not in _FLIPPED:
        raise ValueError(f"no operator {sign!r}")
    if left[0] == "k":
        left, right, sign = right, left, _FLIPPED[sign]
    if right[0] != "k":
        return _COMPARED[sign](value(left), value(right))
    if left[0] == "v":
        return _SLOT_WITH_CONSTANT[sign](left[1], right[1])
    return _WITH_CONSTANT[sign](value(left), right[1])


def _fixed_or_opposite(row: Sequence[Any]) -> Test:
    if row[0] == "k":
        fixed = row[1] != 0
        return lambda _: fixed
    test = condition(row[1])
    return lambda values: not test(values)


def _count(slots: tuple[int, ...], mask: int) -> Number:
    if len(slots) < 2:
        # itemgetter gives a tuple only for two and more
        return lambda values: sum(mask >> values[slot] & 1 for slot in slots)
    asked = itemgetter(*slots)
    counts = _bits(mask).__getitem__
    return lambda values: sum(map(counts, asked(values)))


@lru_cache
def _bits(mask: int) -> tuple[int, ...]:
    """Each bit of `mask`, for as many values as anything can have."""
    return tuple(mask >> n & 1 for n in range(256))
