"""What was proved of a story, in sentences: what stands below the problems of its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from game.check.declared import kept
from game.check.findings import Checked, Reached, Unreachable, Verdict
from game.check.phrases import OPEN, also
from game.check.reading import MOST, told

if TYPE_CHECKING:
    from game.check.report import Findings


def proved(findings: Findings) -> Iterator[str]:
    """What was proved, a paragraph each."""
    played, free = findings.played, findings.free
    yield " ".join([_reached(played), *_kept(findings), *_safe(played), *_states(played)])
    if free is not None:
        lead = f"With every vote open ({OPEN}):"
        more = [v for id_, v in free.verdicts.items() if _differs(v, played.verdicts.get(id_))]
        if more or _safe(free) != _safe(played):
            parts = [lead, _reached(free), *_opened(findings), *_safe(free), *_states(free)]
        else:
            parts = [lead, "the same.", *_states(free)]
        yield " ".join(parts)
    if findings.reading is not None:
        yield " ".join(told(findings.reading))
    elif findings.uncounted and _ends(played):
        yield f"To read: not counted, as more than {MOST:,} different screens would be looked at."
    if findings.seconds is None:
        yield "Nothing has changed since the last check: this is what it found."
    elif not findings.stopped:
        took = f"{findings.seconds:.1f}" if findings.seconds >= 0.1 else "less than 0.1"
        yield f"Checked in {took} seconds."


def _ends(checked: Checked) -> bool:
    """True if an ending is reached; without one there is nothing to count."""
    return any(
        isinstance(v, Reached) and v.branch.kind == "ending" for v in checked.verdicts.values()
    )


def _differs(one: Verdict, other: Verdict | None) -> bool:
    return type(one) is not type(other)


def _reached(checked: Checked) -> str:
    verdicts = checked.verdicts.values()
    reached = [v for v in verdicts if isinstance(v, Reached)]
    total, count = len(verdicts), len(reached)
    if count == total:
        said = f"Every one of {total:,} branches can be reached"
    else:
        lost = sum(isinstance(v, Unreachable) for v in verdicts)
        open_ = total - count - lost
        said = f"{count:,} of {total:,} branches can be reached"
        said += f", {lost:,} cannot" if lost else ""
        said += f", {open_:,} {'is' if open_ == 1 else 'are'} undecided" if open_ else ""
    return said + _longest(reached)


def _kept(findings: Findings) -> Iterator[str]:
    """How many branches are unreachable on purpose, where any is."""
    count = len(kept(findings.story, findings.played))
    are, they = ("is", "it is") if count == 1 else ("are", "they are")
    if count:
        yield f"{count:,} {are} declared unreachable, and {they}."


def _opened(findings: Findings) -> Iterator[str]:
    """Which of those a class can reach: that is no problem, and worth knowing."""
    freely = {} if findings.free is None else findings.free.verdicts
    those = kept(findings.story, findings.played)
    ids = [id_ for id_ in those if isinstance(freely.get(id_), Reached)]
    if ids:
        yield also("", "Of those declared unreachable a class can reach", ids).strip()


def decided(checked: Checked, whole: str) -> bool:
    """Whether a question about the whole story (see `Checked.undecided`) was decided."""
    return whole not in checked.undecided and (checked.complete or bool(checked.undecided))


def _safe(checked: Checked) -> list[str]:
    """What cannot happen, where that was decided."""
    out = []
    if not checked.traps and not checked.stuck and decided(checked, "traps"):
        out.append("From every state an ending can be reached.")
    if not checked.stuck and decided(checked, "stuck"):
        out.append("No screen is without a choice.")
    if not checked.range_faults and decided(checked, "faults"):
        out.append("No number leaves its range.")
    return out


def _states(checked: Checked) -> list[str]:
    return [] if checked.states is None else [f"{checked.states:,} states."]


def _longest(reached: Sequence[Reached]) -> str:
    if not reached:
        return "."
    longest = max(reached, key=lambda one: len(one.witness))
    count = len(longest.witness)
    choices = f"{count} choice{'' if count == 1 else 's'}"
    return f"; the longest of the shortest ways has {choices} ({longest.branch.id})."
