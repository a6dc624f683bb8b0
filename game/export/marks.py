"""What the check found, as marks on the boxes of a map."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from game.check.findings import Checked, Reached, Unreachable

Mark = Literal["unreachable", "class", "undecided", "trap", "stuck", "fault"]

MEANING: dict[Mark, str] = {
    "unreachable": "cannot be reached",
    "class": "only where a class decides the votes",
    "undecided": "not decided within the limit",
    "trap": "a trap: no ending can be reached from here",
    "stuck": "nothing can be chosen here",
    "fault": "a number can leave its range here",
}


class Marked(NamedTuple):
    """A mark and what it says when pointed at."""

    mark: Mark
    words: str


class Marks:
    """The marks of every branch, from what was found as played and with the class deciding."""

    def __init__(self, played: Checked | None, free: Checked | None) -> None:
        self._played = played
        self._free = free
        self._traps: dict[str, list[Marked]] = {}
        for checked in (played, free):
            if checked is not None:
                self._problems(checked, "" if checked is played else " where a class decides")

    def of(self, branch: str) -> tuple[Marked, ...]:
        """The marks of one branch, by its id."""
        out = list(self._traps.get(branch, ()))
        verdict = self._played and self._played.verdicts.get(branch)
        if verdict is None or isinstance(verdict, Reached):
            return tuple(out)
        freely = self._free and self._free.verdicts.get(branch)
        if isinstance(freely, Reached):
            out.append(Marked("class", MEANING["class"]))
        elif isinstance(verdict, Unreachable):
            out.append(Marked("unreachable", f"cannot be reached: {verdict.reason.words}"))
        else:
            out.append(Marked("undecided", f"{MEANING['undecided']}: {verdict.why}"))
        return tuple(out)

    def inside(self, branches: Iterable[str]) -> tuple[Marked, ...]:
        """The marks of paragraphs and hands, gathered for the box that they stand in."""
        found: dict[Mark, list[str]] = {}
        for branch in branches:
            for mark, words in self.of(branch):
                found.setdefault(mark, []).append(f"{branch} {words}")
        return tuple(Marked(mark, "\n".join(words)) for mark, words in found.items())

    def _problems(self, checked: Checked, where: str) -> None:
        for trap in checked.traps:
            for passage in trap.passages:
                self._add(passage, "trap", MEANING["trap"] + where)
        for stuck in checked.stuck:
            self._add(stuck.passage, "stuck", MEANING["stuck"] + where)
        for fault in checked.range_faults:
            words = f"{fault.slot} can leave its range{where}: {fault.source}"
            self._add(f"{fault.place.file}:{fault.place.line}", "fault", words)

    def _add(self, branch: str, mark: Mark, words: str) -> None:
        marks = self._traps.setdefault(branch, [])
        if all(one.mark != mark for one in marks):
            marks.append(Marked(mark, words))
