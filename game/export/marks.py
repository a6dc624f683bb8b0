"""What the check found, as marks on the boxes of a map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from game.check.findings import Checked, Reached, Undecided, Unreachable
from game.story.model import Declared

Mark = Literal[
    "unreachable", "reachable", "declared", "class", "undecided", "trap", "stuck", "fault"
]

MEANING: dict[Mark, str] = {
    "unreachable": "cannot be reached",
    "reachable": "declared unreachable, and it can be reached",
    "declared": "unreachable on purpose",
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
    inner: bool = False
    """True if it is about something inside the box: a paragraph, a hand."""


class Marks:
    """The marks of every branch, from what was found as played and with the class deciding."""

    def __init__(
        self, played: Checked | None, free: Checked | None, declared: Mapping[str, Declared]
    ) -> None:
        self._played = played
        self._free = free
        self._declared = declared
        self._traps: dict[str, list[Marked]] = {}
        for checked in (played, free):
            if checked is not None:
                self._problems(checked, "" if checked is played else " where a class decides")

    def of(self, branch: str) -> tuple[Marked, ...]:
        """The marks of one branch, by its id."""
        out = list(self._traps.get(branch, ()))
        verdict = self._played and self._played.verdicts.get(branch)
        said = self._declared.get(branch)
        if verdict is None or isinstance(verdict, Reached):
            if verdict is not None and said is not None:
                out.append(Marked("reachable", f"{MEANING['reachable']}: {said.reason}"))
            return tuple(out)
        freely = self._free and self._free.verdicts.get(branch)
        if said is not None and isinstance(verdict, Unreachable):
            out.append(Marked("declared", f"{MEANING['declared']}: {said.reason}"))
        if isinstance(freely, Reached):
            out.append(Marked("class", MEANING["class"]))
        elif isinstance(verdict, Unreachable) and said is None:
            out.append(Marked("unreachable", f"cannot be reached: {verdict.reason.words}"))
        elif isinstance(verdict, Undecided):
            out.append(Marked("undecided", f"{MEANING['undecided']}: {verdict.why}"))
        return tuple(out)

    def inside(self, branches: Iterable[str]) -> tuple[Marked, ...]:
        """The marks of paragraphs and hands, gathered for the box that they stand in."""
        found: dict[Mark, list[str]] = {}
        for branch in branches:
            for one in self.of(branch):
                found.setdefault(one.mark, []).append(f"{branch} {one.words}")
        return tuple(Marked(mark, "\n".join(words), inner=True) for mark, words in found.items())

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
