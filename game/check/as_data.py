"""What the check found, as plain data for other programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.check.findings import Checked, Reached, Undecided, Unreachable, Verdict
from game.check.report import Entry, Findings, page
from game.story.branches import declared_unreachable
from game.story.diagnostics import Diagnostic
from game.story.model import Declared, Place

if TYPE_CHECKING:
    from game.check.cover import Cover


def as_data(findings: Findings, path: Path, cover: Cover | None = None) -> dict[str, Any]:
    """Everything that was found of the story at `path`. Lines and columns count from 1."""
    printed, meant = page(findings), declared_unreachable(findings.story)
    return {
        "path": str(path),
        "id": findings.story.id,
        "title": findings.story.title,
        "fingerprint": findings.story.fingerprint,
        "stopped": findings.stopped,
        "problems": [_entry(entry) for entry in printed.problems],
        "oddities": [_entry(entry) for entry in printed.oddities],
        "as_played": _checked(findings.played, meant),
        "votes_open": None if findings.free is None else _checked(findings.free, meant),
        "reading": findings.reading
        and {
            name: None if route is None else route._asdict()
            for name, route in findings.reading._asdict().items()
        },
        "playthroughs": None if cover is None else _playthroughs(cover),
    }


def unreadable(path: Path, diagnostics: Sequence[Diagnostic]) -> dict[str, Any]:
    """What there is to say of a story that cannot be read: its problems, and nothing of a check."""
    problems = [
        {**one.as_json(), "witness": [], "votes_open": False, "branches": []} for one in diagnostics
    ]
    nothing = ("id", "title", "fingerprint", "as_played", "votes_open", "reading", "playthroughs")
    return {
        "path": str(path),
        **dict.fromkeys(nothing),
        "stopped": False,
        "problems": problems,
        "oddities": [],
    }


def one_as_data(findings: Findings, branch: str) -> dict[str, Any]:
    """What was found of one branch, by its id."""
    meant, free = declared_unreachable(findings.story), findings.free
    return {
        "story": findings.story.id,
        "as_played": _verdict(findings.played.verdicts[branch], meant),
        "votes_open": None if free is None else _verdict(free.verdicts[branch], meant),
    }


def _playthroughs(cover: Cover) -> list[dict[str, Any]]:
    """The playthroughs that take every branch; `new` are the branches that none before takes."""
    return [
        {
            "name": one.name,
            "ending": one.ending,
            "votes_open": one.free,
            "choices": list(one.options),
            "branches": list(one.covers),
            "new": list(cover.new(one.name)),
        }
        for one in cover.playthroughs
    ]


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "code": entry.code,
        **_place(entry.place),
        "source": entry.source,
        "message": entry.what,
        "mend": entry.words,
        "witness": list(entry.option_ids),
        "votes_open": entry.votes_open,
        "branches": list(entry.branches),
    }


def _checked(checked: Checked, meant: Mapping[str, Declared]) -> dict[str, Any]:
    return {
        "complete": checked.complete,
        "states": checked.states,
        "branches": [_verdict(verdict, meant) for verdict in checked.verdicts.values()],
        "traps": [
            {"passages": list(trap.passages), "witness": list(trap.witness)}
            for trap in checked.traps
        ],
        "stuck": [
            {"passage": one.passage, **_place(one.place), "witness": list(one.witness)}
            for one in checked.stuck
        ],
        "range_faults": [
            {
                "variable": one.slot,
                "source": one.source,
                **_place(one.place),
                "witness": list(one.witness),
            }
            for one in checked.range_faults
        ],
    }


def _verdict(verdict: Verdict, meant: Mapping[str, Declared]) -> dict[str, Any]:
    branch, said = verdict.branch, meant.get(verdict.branch.id)
    return {
        "id": branch.id,
        "kind": branch.kind,
        **_place(branch.place),
        **_said(verdict),
        "declared_unreachable": said and {"reason": said.reason, **_place(said.place)},
    }


def _said(verdict: Verdict) -> dict[str, Any]:
    match verdict:
        case Reached(witness=witness):
            return {"verdict": "reached", "witness": list(witness)}
        case Unreachable(reason=reason):
            because = {
                "message": reason.words,
                **_place(reason.place),
                "source": reason.source,
                "nearest": list(reason.way),
            }
            return {"verdict": "unreachable", "reason": because}
        case Undecided(why=why):
            return {"verdict": "undecided", "why": why}


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column}
