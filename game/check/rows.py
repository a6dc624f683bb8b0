"""Expression rows (see `game.story.model`) as the check reads them: what they ask, what they give.

The check adds one operator of its own, which no story file can hold: `("sum", (row, weight), ...)`
is the sum of the weights of those conditions that hold. A meeting's result is such a sum: of
`up * under - over * (up + down)`, each hand that goes up brings `under - over` and each that stays
down takes `over`. So the vote is one more condition on the values, decided as every other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.story.model import Meeting, Row

TRUE: Row = ("k", 1)
FALSE: Row = ("k", 0)

COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">="})


_READ: dict[int, tuple[Row, tuple[int, ...], int]] = {}
"""What rows read, by their `id`: hashing a row goes all through it. The row is kept with it, so
its id stays its own."""


def reads(row: Row) -> tuple[int, ...]:
    """The slots that `row` asks, in order.

    >>> reads(("and", ("v", 4), (">=", ("v", 1), ("k", 3))))
    (1, 4)
    """
    return (_READ.get(id(row)) or _read(row))[1]


def asked(row: Row) -> int:
    """The same as a set: bit n is slot n.

    >>> asked(("and", ("v", 4), (">=", ("v", 1), ("k", 3))))
    18
    """
    return (_READ.get(id(row)) or _read(row))[2]


def _read(row: Row) -> tuple[Row, tuple[int, ...], int]:
    if len(_READ) > 200_000:
        _READ.clear()
    found: set[int] = set()
    _collect(row, found)
    known = _READ[id(row)] = (row, tuple(sorted(found)), sum(1 << slot for slot in found))
    return known


def _collect(row: Any, found: set[int]) -> None:
    match row:
        case ["k", _]:
            return
        case ["v", slot]:
            found.add(slot)
        case ["count", slots, _]:
            found.update(slots)
        case ["in", asked, _]:
            _collect(asked, found)
        case ["sum", *parts]:
            for part, _ in parts:
                _collect(part, found)
        case _:
            for part in row[1:]:
                _collect(part, found)


def work_out(row: Any, values: Mapping[int, int]) -> int:  # noqa: PLR0911 - an operator each
    """The value of `row` for these values by slot; a condition gives 0 or 1.

    >>> work_out(("+", ("v", 7), ("k", 2)), {7: 1})
    3
    """
    sign = row[0]
    if sign == "k":
        return int(row[1])
    if sign == "v":
        return values[row[1]]
    if sign == "and":
        return int(all(work_out(part, values) for part in row[1:]))
    if sign == "or":
        return int(any(work_out(part, values) for part in row[1:]))
    if sign == "not":
        return 1 - work_out(row[1], values)
    if sign == "in":
        return int(bit_of(row[2], work_out(row[1], values)))
    if sign == "count":
        return sum(bit_of(row[2], values[slot]) for slot in row[1])
    if sign == "sum":
        return sum(weight for part, weight in row[1:] if work_out(part, values))
    return combine(sign, work_out(row[1], values), work_out(row[2], values))


def bit_of(mask: int, value: int) -> bool:
    """True if `mask` has the bit of `value`; no mask has that of a negative one."""
    return value >= 0 and bool(mask >> value & 1)


def combine(sign: str, left: int, right: int) -> int:  # noqa: C901, PLR0911 - a table
    """What an operator of two values gives."""
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "min":
            return min(left, right)
        case "max":
            return max(left, right)
        case "==":
            return int(left == right)
        case "!=":
            return int(left != right)
        case "<":
            return int(left < right)
        case "<=":
            return int(left <= right)
        case ">":
            return int(left > right)
        case ">=":
            return int(left >= right)
    raise ValueError(f"no operator {sign!r}")


def negated(row: Row) -> Row:
    """The condition that holds where `row` does not."""
    if row[0] == "not":
        return row[1]  # type: ignore[return-value]
    return ("not", row)


def both(left: Row | None, right: Row | None) -> Row | None:
    """The condition that both hold; None stands for one that always does."""
    if left is None or right is None:
        return right if left is None else left
    return ("and", left, right)


def parts(row: Row | None) -> list[Row]:
    """The conditions that must all hold for `row` to hold.

    >>> parts(("and", ("v", 1), ("and", ("v", 2), ("v", 3))))
    [('v', 1), ('v', 2), ('v', 3)]
    """
    if row is None:
        return []
    if row[0] != "and":
        return [row]
    return [one for part in row[1:] for one in parts(part)]  # type: ignore[arg-type]


def first_that_holds(conditions: list[Row | None]) -> list[Row | None]:
    """For a list of which the first that holds is taken: when each of them is.

    >>> first_that_holds([("v", 0), None])
    [('v', 0), ('not', ('v', 0))]
    """
    out: list[Row | None] = []
    before: Row | None = None
    for condition in conditions:
        out.append(both(before, condition))
        if condition is not None:
            before = both(before, negated(condition))
    return out


def carried(meeting: Meeting) -> Row:
    """The condition that the motion is carried by named hands.

    >>> from game.story.model import HandLine, Voter
    >>> roy = Voter("roy", False, (HandLine("a", None, "up", ()),))
    >>> carried(Meeting((), None, False, 1, 2, (roy,), "yes", "no"))
    ('>', ('sum', (('k', 1), 1)), ('k', 0))
    """
    parts: list[tuple[Row, int]] = []
    for voter in meeting.voters:
        deciding = first_that_holds([line.condition and line.condition.row for line in voter.lines])
        for hand, weight in (("up", meeting.under - meeting.over), ("down", -meeting.over)):
            whens = [
                TRUE if when is None else when
                for when, line in zip(deciding, voter.lines, strict=True)
                if line.hand == hand
            ]
            if whens:
                parts.append((whens[0] if len(whens) == 1 else ("or", *whens), weight))
    score: Row = ("sum", *parts)
    if not meeting.reaching:
        # Nobody voting gives 0, which is not more than 0: the motion is lost, as it should be.
        return (">", score, ("k", 0))
    anybody = tuple(when for when, _ in parts)
    if not anybody:
        return FALSE
    voted: Row = anybody[0] if len(anybody) == 1 else ("or", *anybody)
    return ("and", (">=", score, ("k", 0)), voted)
