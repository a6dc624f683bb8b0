"""What the check says of a story, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from game.story.branches import Branch
from game.story.model import Place


class Reason(NamedTuple):
    """Why a branch cannot be reached: the nearest condition that can never hold, and what arrives.

    `words` is the sentence for the author; `place` and `source` are of the condition that fails
    (or of the branch, where nothing leads to it at all).
    """

    words: str
    place: Place
    source: str
    way: tuple[str, ...] = ()
    """A shortest play that comes nearest to it, where one can be told."""


class Reached(NamedTuple):
    """A branch that can be reached: a shortest list of option ids that shows it."""

    branch: Branch
    witness: tuple[str, ...]


class Unreachable(NamedTuple):
    """A branch that no play can reach, proved."""

    branch: Branch
    reason: Reason


class Undecided(NamedTuple):
    """A branch that was not decided within the limits. Tests fail on it."""

    branch: Branch
    why: str


Verdict = Reached | Unreachable | Undecided


class Trap(NamedTuple):
    """From here no ending can be reached: a shortest way in, and the passages one is caught in."""

    witness: tuple[str, ...]
    passages: tuple[str, ...]


class Stuck(NamedTuple):
    """A screen without an option that can be taken, and no ending."""

    passage: str
    place: Place
    witness: tuple[str, ...]


class RangeFault(NamedTuple):
    """An effect that can leave its range: a shortest way to it."""

    slot: str
    source: str
    place: Place
    witness: tuple[str, ...]
    """The options taken before; the last one does the effect."""


class Oddity(NamedTuple):
    """Something that is no fault of reachability and still wrong.

    `code` is the check's: never-changed, never-read, always-equal, always-opposite, always-true,
    always-false, twins (options that lead to the same futures).
    """

    code: str
    words: str
    place: Place
    source: str = ""
    """The author's words at `place`, where there are any."""


class Checked(NamedTuple):
    """Everything the check found. `free` says that meetings' results were taken as free."""

    story: str
    fingerprint: str
    free: bool
    verdicts: Mapping[str, Verdict]
    traps: tuple[Trap, ...]
    stuck: tuple[Stuck, ...]
    range_faults: tuple[RangeFault, ...]
    oddities: tuple[Oddity, ...]
    states: int | None
    """How many states there are, where they were counted."""
    complete: bool
    """False if it was interrupted or something is undecided."""
    undecided: tuple[str, ...] = ()
    """What of the whole story was not decided: any of `traps`, `stuck`, `faults`, `matters`,
    `conditions` (whether they always hold). A trap told with `traps` open may have a shorter way.
    """
    stopped: bool = False
    """True if it was interrupted, so that checking again may find more."""
