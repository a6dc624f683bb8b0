"""Holding the check against the oracle: where they disagree, in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from time import monotonic
from traceback import format_exc
from typing import Any

import yaml

from game.check.check import check
from game.check.findings import Checked, Reached, Unreachable
from game.play.program import Program
from game.play.screen import NotAvailable
from game.story.diagnostics import StoryError
from game.story.model import Place, Story
from tests.check.alike import twins
from tests.check.oracle import Found, Replayed, TooManyStates, all_branches, replay, search
from tests.story.test_generated import load

Files = dict[str, Any]


def disagreements(story: Story, checked: Checked, found: Found) -> list[str]:
    """Everything that the check says otherwise than the oracle; none if they agree."""
    program, free = Program(story), checked.free
    said: list[str] = []
    for one in (_branches, _traps, _stuck, _faults, _twins):
        said += one(program, checked, found, free=free)
    if not checked.complete:
        said.append("the check says that it is not complete")
    return said


def _replayed(program: Program, witness: tuple[str, ...], *, free: bool) -> Replayed | None:
    try:
        return replay(program, witness, free_meetings=free)
    except (NotAvailable, AssertionError):
        return None


def _length(what: str, witness: tuple[str, ...], fewest: int | None) -> Iterator[str]:
    if len(witness) != fewest:
        yield f"{what}: the witness {witness} has not the fewest options, {fewest}"


def _branches(program: Program, checked: Checked, found: Found, *, free: bool) -> Iterator[str]:
    ids = all_branches(program)
    if checked.verdicts.keys() != ids:
        yield f"branches: {sorted(checked.verdicts.keys() ^ ids)} are in one and not the other"
    for id_, verdict in checked.verdicts.items():
        fewest = found.branches.get(id_)
        if isinstance(verdict, Reached):
            yield from _length(id_, verdict.witness, fewest)
            replayed = _replayed(program, verdict.witness, free=free)
            if replayed is None or id_ not in replayed.reached:
                yield f"{id_}: the witness {verdict.witness} does not show it"
        elif not isinstance(verdict, Unreachable):
            yield f"{id_}: undecided ({verdict.why})"
        elif fewest is not None:
            yield f"{id_}: said to be unreachable, and {fewest} options lead to it"
        elif not verdict.reason.words.strip():
            yield f"{id_}: unreachable, without a reason"


def _traps(program: Program, checked: Checked, found: Found, *, free: bool) -> Iterator[str]:
    passages = {passage for trap in checked.traps for passage in trap.passages}
    if passages != found.trapped:
        yield f"traps: {sorted(passages)} instead of {sorted(found.trapped)}"
    ways = [trap.witness for trap in checked.traps]
    if min(map(len, ways), default=None) != found.way_in:
        yield f"traps: no way of {ways} has the fewest options, {found.way_in}"
    for way in ways:
        replayed = _replayed(program, way, free=free)
        if replayed is None or replayed.state not in found.caught:
            yield f"traps: {way} does not lead into one"


def _stuck(program: Program, checked: Checked, found: Found, *, free: bool) -> Iterator[str]:
    said = {one.passage: one.witness for one in checked.stuck}
    if said.keys() != found.stuck.keys() or len(said) != len(checked.stuck):
        yield f"stuck screens: {sorted(said)} instead of {sorted(found.stuck)}"
    for passage, witness in said.items():
        yield from _length(f"stuck at {passage}", witness, found.stuck.get(passage))
        replayed = _replayed(program, witness, free=free)
        if replayed is None or replayed.stuck != passage:
            yield f"stuck at {passage}: {witness} does not show it"


def at(place: Place) -> str:
    """A place as the engine's faults write it."""
    return f"{place.file}:{place.line}:{place.column}"


def _faults(program: Program, checked: Checked, found: Found, *, free: bool) -> Iterator[str]:
    said = {(one.slot, at(one.place)): one.witness for one in checked.range_faults}
    if said.keys() != found.faults.keys() or len(said) != len(checked.range_faults):
        yield f"range faults: {sorted(said)} instead of {sorted(found.faults)}"
    for fault, witness in said.items():
        yield from _length(f"range fault {fault}", witness, found.faults.get(fault))
        replayed = _replayed(program, witness, free=free)
        if replayed is None or replayed.fault != fault:
            yield f"range fault {fault}: {witness} does not show it"


def _twins(program: Program, checked: Checked, _found: Found, *, free: bool) -> Iterator[str]:
    said = set()
    for one in checked.oddities:
        told = re.match(r"(\S+)/(\S+) and (\S+) come to the same", one.words)
        if one.code == "twins" and told is not None:
            said.add((f"{told[1]}/{told[2]}", f"{told[1]}/{told[3]}"))
    expected = twins(program, free_meetings=free)
    if said != expected:
        yield f"choices that do not matter: {sorted(said)} instead of {sorted(expected)}"


def found_both_ways(story: Story, most: int) -> dict[bool, Found] | None:
    """What the oracle finds as played and with free meetings, if neither has too many states."""
    try:
        return {
            free: search(Program(story), free_meetings=free, most=most) for free in (False, True)
        }
    except TooManyStates:
        return None


def wrong(files: Files, most: int) -> list[str] | None:
    """Where check and oracle disagree about the story of these files; None if it is too large."""
    story = load(files)
    found = found_both_ways(story, most)
    if found is None:
        return None
    return [
        f"{'free' if free else 'as played'}: {one}"
        for free, each in found.items()
        for one in _said(story, each, free=free)
    ]


def _said(story: Story, found: Found, *, free: bool) -> list[str]:
    try:
        checked = check(story, free_meetings=free)
    except Exception:  # noqa: BLE001 - whatever it is, the story that does it must be shown
        return [f"the check fails:\n{format_exc()}"]
    return disagreements(story, checked, found)


def smallest(files: Files, still: Callable[[Files], bool], seconds: float = 20) -> Files:
    """The files with everything taken out that can be, while `still` holds and time is left."""
    end, shrunk = monotonic() + seconds, True
    while shrunk and monotonic() < end:
        shrunk, n = False, 0
        while n < len(paths := sorted(_paths(files), key=len)) and monotonic() < end:
            less = _without(files, paths[n])
            if less is not None and _holds(still, less):
                files, shrunk = less, True
            else:
                n += 1
    return files


def _holds(still: Callable[[Files], bool], files: Files) -> bool:
    try:
        return still(files)
    except StoryError:
        return False


def _paths(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(data, dict | list):
        for key in list(data) if isinstance(data, dict) else range(len(data)):
            yield (*path, key)
            yield from _paths(data[key], (*path, key))


def _without(files: Files, path: tuple[Any, ...]) -> Files | None:
    copied: Any = yaml.safe_load(yaml.safe_dump(files, sort_keys=False))
    above = copied
    for key in path[:-1]:
        above = above[key]
    del above[path[-1]]
    return copied or None


def written_out(files: Files) -> str:
    """The files of a story, as YAML."""
    return "\n".join(
        f"# {name}\n{yaml.safe_dump(data, sort_keys=False, allow_unicode=True)}"
        for name, data in files.items()
    )
