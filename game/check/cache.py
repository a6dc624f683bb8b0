"""What the check found, kept by content: an unchanged story is not checked again.

A result belongs to a story's outline (`game.check.outline`) and to this version of the program,
which counts the bytes of the modules that read a story and check it, where it can read them. So it
is found again where only words were changed, and its places are then those of the story as it is
now. How much there is to read belongs to the story's very files. What a check found that somebody
stopped is not kept; what was undecided within the limits is: the limits count steps and bits, so
another check comes no further. What cannot be read back, for whatever reason, was never there; what
cannot be written is checked again next time.
"""

from __future__ import annotations

import contextlib
import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from game.check.findings import (
    Checked,
    Oddity,
    RangeFault,
    Reached,
    Reason,
    Stuck,
    Trap,
    Undecided,
    Unreachable,
    Verdict,
)
from game.check.outline import moved, outline
from game.check.reading import Reading, Route
from game.check.version import version as _version
from game.story.branches import Branch
from game.story.model import Place, Story
from game.whole import forget_oldest, write_whole

if TYPE_CHECKING:
    from game.check.memo import Memo

if TYPE_CHECKING:
    from game.check.cover import Cover

Progress = Callable[[float, str], None]

_KEPT: Final = 64
"""Results kept at most: an author saves a file hundreds of times a day."""


def checked(
    story: Story,
    *,
    free_meetings: bool = False,
    progress: Progress | None = None,
    folder: Path | None = None,
    memo: Memo | None = None,
    problems_only: bool = False,
) -> Checked:
    """What the check finds, from `folder` (the platform's cache if not given) if it is there.

    With `problems_only`, oddities may be missing.
    """
    if folder is None:
        from game import places

        folder = places.cache()
    found = kept(story, free_meetings=free_meetings, folder=folder)
    if found is None and problems_only:
        found = kept(story, free_meetings=free_meetings, folder=folder, problems_only=True)
    if found is None:
        from game.check.check import check

        found = check(
            story,
            free_meetings=free_meetings,
            problems_only=problems_only,
            progress=progress,
            memo=memo,
        )
        keep(story, found, folder, problems_only=problems_only)
    return found


def kept(
    story: Story, *, free_meetings: bool, folder: Path, problems_only: bool = False
) -> Checked | None:
    """The result kept for this story, or for one that differs from it in words only; or None."""
    now = outline(story)
    fields = _read(folder, now.digest, _what(free_meetings, problems_only))
    try:
        place = moved((Place(*one) for one in fields.pop("places")), now.places)
        if place is None:
            return None
        found = _checked(fields, place)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None
    if (found.story, found.free) != (story.id, free_meetings):
        return None
    return found._replace(fingerprint=story.fingerprint)


def keep(story: Story, found: Checked, folder: Path, *, problems_only: bool = False) -> None:
    """Keep a result, if nobody stopped the check: what is past its limits is so again next time."""
    if not found.stopped:
        now = outline(story)
        fields = {
            **found._asdict(),
            "verdicts": list(found.verdicts.values()),
            "places": now.places,
        }
        _write(folder, now.digest, _what(found.free, problems_only), fields)


def _what(free: bool, problems_only: bool) -> str:  # noqa: FBT001 - of this file alone
    return ("free" if free else "played") + ("-problems" if problems_only else "")


def kept_reading(story: Story, folder: Path) -> Reading | None:
    """How much there is to read in exactly this story, if that was worked out."""
    fields = _read(folder, story.fingerprint, "reading")
    try:
        shortest, longest, average = (
            None if one is None else Route(int(one[0]), int(one[1])) for one in fields
        )
    except (ValueError, TypeError, IndexError):
        return None
    return None if shortest is None else Reading(shortest, longest, average)


def keep_reading(story: Story, found: Reading, folder: Path) -> None:
    """Keep how much there is to read."""
    _write(folder, story.fingerprint, "reading", list(found))


def covered(
    story: Story,
    played: Checked,
    free: Checked | None,
    *,
    progress: Progress | None = None,
    folder: Path | None = None,
) -> Cover:
    """The playthroughs that take every branch (`game.check.cover`), from `folder` if kept there.

    `played` and `free` are what the check found. Raises `NotCovered` where the engine does not bear
    that out.
    """
    from game.check.cover import Cover, Playthrough, cover

    if folder is None:
        from game import places

        folder = places.cache()
    try:
        those, where = _read(folder, outline(story).digest, "cover")
        kept = (Playthrough(n, tuple(o), tuple(c), end, free) for n, o, c, end, free in those)
        return Cover(tuple(kept), dict(where))
    except (ValueError, TypeError):
        pass
    found = cover(story, played, free, progress=progress)
    if not played.stopped and (free is None or not free.stopped):
        _write(
            folder, outline(story).digest, "cover", [list(found.playthroughs), dict(found.where)]
        )
    return found


def _read(folder: Path, content: str, what: str) -> Any:
    """What is kept of this content, or None: also where it is damaged or of another version."""
    try:
        first, _, body = _path(folder, content, what).read_bytes().partition(b"\n")
        if json.loads(first) != _meta(content, what, body):
            return None
        return json.loads(body)
    except (OSError, ValueError, RecursionError):
        return None


def _write(folder: Path, content: str, what: str, fields: Any) -> None:
    body = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
    meta = json.dumps(_meta(content, what, body), separators=(",", ":")).encode()
    with contextlib.suppress(OSError):
        write_whole(_path(folder, content, what), meta + b"\n" + body)
        forget_oldest(folder, "*.check", _KEPT)


def _path(folder: Path, content: str, what: str) -> Path:
    return folder / f"{content[:24]}-{what}.check"


def _meta(content: str, what: str, body: bytes) -> dict[str, object]:
    return {
        "one_out_check": _version(),
        "content": content,
        "what": what,
        "crc": zlib.crc32(body),
    }


def _checked(fields: Any, place: Callable[[Place], Place]) -> Checked:
    def at(of: Any) -> Place:
        return place(Place(*of))

    read = [_verdict(verdict, at) for verdict in fields["verdicts"]]
    return Checked(
        **{
            **fields,
            "verdicts": {verdict.branch.id: verdict for verdict in read},
            "traps": tuple(Trap(tuple(way), tuple(caught)) for way, caught in fields["traps"]),
            "stuck": tuple(Stuck(id_, at(of), tuple(way)) for id_, of, way in fields["stuck"]),
            "range_faults": tuple(
                RangeFault(slot, source, at(of), tuple(way))
                for slot, source, of, way in fields["range_faults"]
            ),
            "oddities": tuple(
                Oddity(code, said, at(of), source) for code, said, of, source in fields["oddities"]
            ),
            "undecided": tuple(fields["undecided"]),
        }
    )


def _verdict(fields: Any, at: Callable[[Any], Place]) -> Verdict:
    """A verdict from its fields: of the three, one has a witness, one a reason, one words."""
    (id_, kind, of), said = fields
    branch = Branch(id_, kind, at(of))
    if isinstance(said, str):
        return Undecided(branch, said)
    if len(said) == 4 and isinstance(said[1], list):
        return Unreachable(branch, Reason(said[0], at(said[1]), said[2], tuple(said[3])))
    return Reached(branch, tuple(said))
