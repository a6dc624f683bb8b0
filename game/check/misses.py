"""How near a condition comes to holding where it never does.

Told is what is needed and what comes instead. Where one part of an `and` never holds, it is that
part and all that its values are. Where each part may hold, it is all but one of them, and what that
one's values are while they do: exact, from the sets of states, or not told at all. A part that
compares with a constant comes nearest at the largest (or least) value it then has, and a play that
gets there is a play that satisfies most.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from game.check import words
from game.check.net import Net
from game.check.rows import COMPARISONS, negated, parts, reads
from game.check.standing import Case, Standing
from game.story.model import Condition, Row

_TURNED = {"==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}


class Miss(NamedTuple):
    """`words` say what is needed and what comes; `nearest` are the states that come nearest."""

    words: str
    nearest: Case | None = None


class Misses:
    """Finds them. `standing` knows what comes where."""

    def __init__(self, net: Net, standing: Standing) -> None:
        self.slots = net.slots
        self.standing = standing
        self._named = words.groups(net.story)

    def of(self, condition: Condition, case: Case, when: str) -> Miss:
        """What is missing to a condition that never holds in `case`, which is `when`."""
        all_ = parts(positive(condition.row))
        for part in all_:
            if not self.standing.may(case.and_(part)):
                needs = condition.source if len(all_) == 1 else self._said(part)
                comes = self._comes(case, part)
                said = f"needs {needs}, which never holds {when}"
                if comes:
                    comma = "" if when == "here" and not comes.startswith("where") else ","
                    said = f"needs {needs}, and {when}{comma} {comes}"
                return Miss(said, self._nearest(case, part))
        said = f"needs {condition.source}, and no play brings that together {when}"
        comes, nearest = self._together(case, all_)
        return Miss(f"{said}: {comes}" if comes else said, nearest)

    def _comes(self, case: Case, part: Row) -> str:
        """What comes instead of a condition that is no `and`: for an `or`, instead of each side."""
        if part[0] != "or":
            return self.arrives(case, part)
        said = []
        for side in part[1:]:
            all_ = parts(side)  # type: ignore[arg-type]
            alone = [one for one in all_ if not self.standing.may(case.and_(one))]
            if alone:
                said.append(self._comes(case, alone[0]) or f"{self._said(alone[0])} never holds")
            else:
                said.append(self._together(case, all_)[0])
        return ", and ".join(one for one in dict.fromkeys(said) if one)

    def _together(self, case: Case, all_: list[Row]) -> tuple[str, Case | None]:
        """For parts that each may hold: all but one that do, and what that one comes to."""
        # What compares with a constant says most; then what was written last.
        for n in sorted(range(len(all_)), key=lambda n: (_against(all_[n]) is None, -n)):
            part, others = all_[n], [*all_[:n], *all_[n + 1 :]]
            rest = case.and_(*others)
            if self.standing.may(rest) and not self.standing.may(rest.and_(part)):
                arrives = self.arrives(rest, part) or f"{self._said(part)} never holds"
                where = f"{self._said(others[0])} holds"
                if len(others) > 1:
                    where = f"{self._said(('and', *others))} hold"
                nearest = self._nearest(rest, part)
                return f"where {where}, {arrives}", nearest or self._known(rest)
        count: Row = ("sum", *((part, 1) for part in all_))
        if not self.standing.exact(case, count):
            return "", None
        most = max(self.standing.values(case, count))
        nearest = case.and_(("==", count, ("k", most)))
        return f"at most {most} of its {len(all_)} parts hold at once", nearest

    def arrives(self, case: Case, row: Row) -> str:
        """The values in `case` of what `row` asks; nothing where they may be all there are."""
        compared = _against(row)
        asked = reads(row)
        if len(asked) > 1 and compared is not None:
            value = compared[1]
            values = sorted(self.standing.values(case, value))
            return f"{self._said(value)} is {words.values(None, values)}" if values else ""
        said = []
        for slot in asked[:4]:
            about = self.slots[slot]
            values = sorted(self.standing.values(case, ("v", slot)))
            if about.kind != "once" and 0 < len(values) < about.high - about.low + 1:
                said.append(f"{words.name(about)} is {words.values(about, values)}")
        return " and ".join(said)

    def _nearest(self, case: Case, part: Row) -> Case | None:
        """The states of `case` that come nearest to `part`, where some come nearer than others."""
        compared = _against(part)
        if compared is None or compared[0] in ("==", "!=") or not self.standing.exact(case, part):
            return None
        sign, value, _ = compared
        values = self.standing.values(case, value)
        best = max(values) if sign in (">", ">=") else min(values)
        return case.and_(("==", value, ("k", best))) if len(values) > 1 else None

    def _known(self, case: Case) -> Case | None:
        return case if self.standing.exact(case) else None

    def _said(self, row: Row) -> str:
        return words.condition(row, self.slots, self._named)


def positive(row: Any) -> Row:
    """A condition that says the same, with each `not` as far in as it goes.

    >>> positive(("not", ("or", ("v", 1), ("not", ("v", 2)))))
    ('and', ('not', ('v', 1)), ('v', 2))
    """
    match row:
        case ["and" | "or" as sign, *sides]:
            return (sign, *map(positive, sides))
        case ["not", ["and" | "or" as sign, *sides]]:
            turned = "or" if sign == "and" else "and"
            return (turned, *(positive(negated(side)) for side in sides))
    return row  # type: ignore[no-any-return]


def _against(row: Any) -> tuple[str, Row, int] | None:
    """A comparison with a constant: how, of what, with which. None if `row` is something else.

    >>> _against(("not", ("<", ("k", 3), ("v", 0))))
    ('<=', ('v', 0), 3)
    """
    match row:
        case ["not", [sign, left, right]] if sign in COMPARISONS:
            return _against((words.OPPOSITE[sign], left, right))
        case [sign, left, ["k", constant]] if sign in COMPARISONS:
            return sign, left, constant
        case [sign, ["k", constant], right] if sign in COMPARISONS:
            return _TURNED[sign], right, constant
    return None
