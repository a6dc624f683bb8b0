"""What a condition or a value comes to where it stands: over everything that is reached there.

Asked are the states in which plays stand at a node, or those of them for which other conditions
hold as well (a `Case`). From value sets alone (`Standing`) the answer may have too much in it and
never too little, as value sets do: what is told to be impossible is. From sets of states
(`ExactStanding`) it is exact, because `Page.reached` holds just what plays reach and a mask just
where a row comes to a value; but for slots that nothing reads from there on, which the sets leave
out. Of what is asked at a node they leave out only what value sets settle as a whole. So for those
slots the answer of the value sets is given, and `exact` says which it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import Any, NamedTuple

from game.check import search
from game.check.live import Liveness, Slots, members
from game.check.masks import Set
from game.check.pages import Page, Pages
from game.check.rows import asked, negated, reads, work_out
from game.check.values import MOST_JOINT, Arriving
from game.story.model import Row

MOST_DOUBTS = 5
"""Questions that stay open before no more are asked (`SoughtStanding`)."""


class Case(NamedTuple):
    """Some of what is reached at a node: the states for which all of `rows` hold."""

    node: int
    rows: tuple[Row, ...] = ()

    def and_(self, *rows: Row) -> Case:
        """The part of it for which these hold as well."""
        return Case(self.node, (*self.rows, *rows))


class Standing:
    """Answers from value sets, and from some states that plays were seen to come by."""

    def __init__(
        self, arriving: Arriving, seen: Mapping[int, Sequence[Sequence[int]]] | None = None
    ) -> None:
        """`seen` has values of states at nodes; none of it, nothing is known to be reached."""
        self.arriving = arriving
        self._seen = seen or {}

    def reaches(self, node: int) -> bool:
        """False where no play gets to `node`, as far as is known."""
        return bool(self.arriving.at[node])

    def sure(self, case: Case) -> bool:
        """True if some play is known to come to `case`."""
        return any(
            all(work_out(row, dict(enumerate(values))) for row in case.rows)
            for values in self._seen.get(case.node, ())
        )

    def exact(self, _case: Case, *_rows: Row) -> bool:
        """Whether what is said of these rows there is exact."""
        return False

    def values(self, case: Case, row: Row) -> set[int]:
        """Everything that `row` may come to in `case`; 0 and 1 for a condition."""
        fields, sets = self.arriving.fields, self.arriving.at[case.node]
        for given in case.rows:
            sets = fields.narrow(sets, given)
        if not sets:
            return set()
        slots = reads(row)
        choices = [fields.values(sets, slot) for slot in slots]
        if prod(map(len, choices)) > MOST_JOINT:
            return fields.outcomes(sets, row)
        return {work_out(row, dict(zip(slots, each, strict=True))) for each in product(*choices)}

    def may(self, case: Case) -> bool:
        """False where no play comes to `case`, as far as is known."""
        fields, sets = self.arriving.fields, self.arriving.at[case.node]
        for row in case.rows:
            sets = fields.narrow(sets, row)
        return bool(sets) and self.reaches(case.node)

    def truths(self, case: Case, row: Row) -> set[int]:
        """Whether the condition `row` may hold in some of `case` (1), and may fail in some (0)."""
        both = ((1, row), (0, negated(row)))
        return {truth for truth, when in both if self.may(case.and_(when))}

    def open(self, _case: Case, _row: Row) -> bool:
        """Whether `truths` has something in it only because it stayed open."""
        return False

    def ways(self, _cases: Sequence[Case]) -> dict[Case, tuple[str, ...]]:
        """A shortest play to each case, where that can be said."""
        return {}


class SoughtStanding(Standing):
    """Answers that are sought one by one: for where there are too many states for sets."""

    def __init__(
        self,
        arriving: Arriving,
        live: Liveness,
        seen: Mapping[int, Sequence[Sequence[int]]],
        can: Callable[[int, Row | None], bool | None],
    ) -> None:
        """`can` says whether a play comes to a node with a condition holding, or None."""
        super().__init__(arriving, seen)
        self._live = live
        self._can = can
        self._known: dict[Case, bool | None] = {}
        self.doubts = 0
        """How often it stayed open. After `MOST_DOUBTS` nothing more is sought."""

    def exact(self, case: Case, *rows: Row) -> bool:
        """Whether what is said of these rows there is exact, unless it stays open."""
        return not _left_out(self.arriving, self._live, case, rows)

    def may(self, case: Case) -> bool:
        """False where no play comes to `case`, as far as is known."""
        return super().may(case) and (not self.exact(case) or self._sought(case) is not False)

    def sure(self, case: Case) -> bool:
        """True if some play is known to come to `case`."""
        return super().sure(case) or (self.exact(case) and self._sought(case) is True)

    def open(self, case: Case, row: Row) -> bool:
        """Whether `truths` has something in it only because it stayed open."""
        both = (case.and_(when) for when in (row, negated(row)))
        return any(self._known.get(one, True) is None for one in both)

    def _sought(self, case: Case) -> bool | None:
        if case not in self._known:
            row: Row | None = ("and", *case.rows) if case.rows else None
            found = None if self.doubts > MOST_DOUBTS else self._can(case.node, row)
            self.doubts += found is None
            self._known[case] = found
        return self._known[case]


def _left_out(arriving: Arriving, live: Liveness, case: Case, rows: Sequence[Row]) -> bool:
    """Whether a slot that is asked is one that states leave out, and has more than one value."""
    n, read = case.node, 0
    for row in (*case.rows, *rows):
        read |= asked(row)
    sets, fields = arriving.at[n], arriving.fields
    return any(fields.many(sets, slot) for slot in members(read & ~live.active[n]))


class ExactStanding(Standing):
    """Answers from the sets of all states that are reached."""

    def __init__(self, pages: Pages) -> None:
        """`pages` must be filled (`game.check.search.fill`)."""
        super().__init__(pages.arriving)
        self.pages = pages

    def reaches(self, node: int) -> bool:
        """False where no play gets to `node`."""
        return any(page.reached for page in self.pages.found[node].values())

    def sure(self, case: Case) -> bool:
        """True if some play comes to `case`."""
        return self.exact(case) and any(those for _, those in self._where(case, 0))

    def exact(self, case: Case, *rows: Row) -> bool:
        """Whether what is said of these rows there is exact."""
        return not _left_out(self.arriving, self.pages.live, case, rows)

    def values(self, case: Case, row: Row) -> set[int]:
        """Everything that `row` comes to in `case`."""
        if not self.exact(case, row):
            return super().values(case, row)
        found: set[int] = set()
        for known, those in self._where(case, asked(row)):
            parts = self.pages.masks.values(row, known)
            found.update(value for value, mask in parts.items() if mask & those)
        return found

    def truths(self, case: Case, row: Row) -> set[int]:
        """Whether the condition `row` holds in some of `case` (1), and fails in some (0)."""
        if not self.exact(case, row):
            return super().truths(case, row)
        found: set[int] = set()
        for known, those in self._where(case, asked(row)):
            holds = self.pages.masks.holds(row, known)
            if those & holds:
                found.add(1)
            if those & ~holds:
                found.add(0)
            if len(found) == 2:
                break
        return found

    def may(self, case: Case) -> bool:
        """False where no play comes to `case`; exact where `exact` says so."""
        return self.sure(case) if self.exact(case) else super().may(case)

    def ways(self, cases: Sequence[Case]) -> dict[Case, tuple[str, ...]]:
        """A shortest play to each case that a play comes to."""
        wanted = {case for case in cases if self.sure(case)}
        at: dict[int, list[Case]] = {}
        for case in wanted:
            at.setdefault(case.node, []).append(case)

        def of(page: Page) -> list[search.Target]:
            here = at.get(page.node, ())
            return [search.Target(case, self._on(page, case)[1], None) for case in here]

        found = search.shortest(search.Levels(self.pages), of, set(wanted)) if wanted else {}
        return {case: found[case] for case in wanted}

    def _where(self, case: Case, slots: Slots) -> Iterator[tuple[dict[int, int], Set]]:
        """For each page of the node: what is known there of `slots`, and the states of `case`."""
        for page in self.pages.found[case.node].values():
            if page.reached:
                known, those = self._on(page, case, slots)
                if those:
                    yield known, those

    def _on(self, page: Page, case: Case, slots: Slots = 0) -> tuple[dict[int, int], Set]:
        pages = self.pages
        known = pages.known(page.node, page.key, self._read(case, ()) | slots)
        those = page.reached
        for row in case.rows:
            those &= pages.masks.holds(row, known)
        return known, those

    @staticmethod
    def _read(case: Case, rows: Sequence[Any]) -> Slots:
        found = 0
        for row in (*case.rows, *rows):
            found |= asked(row)
        return found
