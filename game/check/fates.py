"""How far each ending still is, for every state that a play can come to: worked out once, kept.

The states of a story are too many to search at the end of a play, and to keep one by one. Kept is,
for each place where a choice can lead and for each ending, a *decision diagram*: a node asks one
slot and goes on by its value, and a leaf says how many options at the least lead to the ending
from there, or that none do. Asking it for a state is a walk of at most as many steps as slots are
still read there. `game.check.foresee` makes the diagrams and says why they are exact.

They are exact for states that are reached, and for no others: where no play comes, a diagram may
say anything. A state that the engine came to from the start is always one that is reached.

The file is two lines of JSON, as a compiled story's are: what it is and how to know that it is
whole, then the diagrams. Reading it trusts nothing: a walk only ever leads to an earlier node, so
it ends.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from game.play.state import State
from game.story.model import Slot, Story

FORMAT = 1
"""Raised whenever what is written here changes, or what it means."""

NEVER = -1
"""The leaf that says that an ending is out of reach."""


def leaf(away: int) -> int:
    """The leaf that says that an ending is `away` options away, at the least.

    >>> leaf(0)
    -2
    """
    return -2 - away


class Stale(Exception):
    """The bytes are not the whole fates of this story, in this form."""


class Ask(NamedTuple):
    """A node: the slot it asks, the least value of that slot, and where each value leads.

    What it leads to is the number of an earlier node, or a leaf (less than 0).
    """

    slot: int
    low: int
    to: tuple[int, ...]


Place = tuple[str, tuple[str, ...]]
"""Where a state stands: its passage, and the calls to return to."""


class Fates(NamedTuple):
    """The endings of a story, in its order, and how far each is from every state reached."""

    story: str
    """The story's fingerprint."""
    free: bool
    """Whether both results of each meeting were open, as they are to a class."""
    endings: tuple[str, ...]
    """The passages that end the story."""
    nodes: tuple[Ask, ...]
    roots: Mapping[Place, tuple[int, ...]]
    """For each place that options lead to, and the start: a root for each ending."""

    def away(self, state: State) -> tuple[int | None, ...]:
        """For each ending, the fewest options that lead to it from `state`; None where none do.

        `state` must be one that is reached. Raises ValueError where no play can stand there.
        """
        return tuple(self._walk(root, state.values) for root in self._at(state))

    def away_from(self, state: State, ending: str) -> int | None:
        """The fewest options that lead from `state` to one ending; None where none do."""
        return self._walk(self._at(state)[self.endings.index(ending)], state.values)

    def within(self, state: State) -> frozenset[str]:
        """The endings that can still be reached from `state`."""
        away = zip(self.endings, self.away(state), strict=True)
        return frozenset(ending for ending, far in away if far is not None)

    def _at(self, state: State) -> tuple[int, ...]:
        roots = self.roots.get((state.passage, state.stack))
        if roots is None:
            raise ValueError(f"no play comes to {state.passage} so")
        return roots

    def _walk(self, at: int, values: tuple[int, ...]) -> int | None:
        while at >= 0:
            slot, low, to = self.nodes[at]
            at = to[values[slot] - low]
        return None if at == NEVER else -2 - at


def encode(fates: Fates, made_by: str = "") -> bytes:
    """The bytes of a file. `made_by` says which version of the program has worked them out."""
    body = _dump(
        [
            fates.endings,
            [[node.slot, *node.to] for node in fates.nodes],
            [[passage, calls, roots] for (passage, calls), roots in fates.roots.items()],
        ]
    )
    return _dump(_meta(fates.story, made_by, body, free=fates.free)) + b"\n" + body


def decode(data: bytes, story: Story, *, free_meetings: bool, made_by: str | None = None) -> Fates:
    """The fates in these bytes. Raises `Stale` if they are not whole, or not this very story's.

    Where `made_by` is given, they must also be by that version of the program.
    """
    first, _, body = data.partition(b"\n")
    try:
        meta = json.loads(first)
        by = meta["made_by"] if made_by is None else made_by
        if meta != _meta(story.fingerprint, by, body, free=free_meetings):
            raise Stale
        endings, nodes, roots = json.loads(body)
        return Fates(
            story.fingerprint,
            free_meetings,
            tuple(map(str, endings)),
            tuple(_node(n, fields, story.slots) for n, fields in enumerate(nodes)),
            {
                (str(passage), tuple(map(str, calls))): _roots(those, len(endings), len(nodes))
                for passage, calls, those in roots
            },
        )
    except (ValueError, TypeError, KeyError, IndexError, RecursionError) as why:
        raise Stale from why


def _node(n: int, fields: Any, slots: tuple[Slot, ...]) -> Ask:
    slot, *to = fields
    if not 0 <= slot < len(slots) or len(to) != slots[slot].high - slots[slot].low + 1:
        raise Stale
    return Ask(slot, slots[slot].low, _earlier(to, n))


def _roots(those: Any, endings: int, nodes: int) -> tuple[int, ...]:
    if len(those) != endings:
        raise Stale
    return _earlier(those, nodes)


def _earlier(those: Any, than: int) -> tuple[int, ...]:
    """Numbers of nodes before `than`, or leaves."""
    if not all(type(one) is int and one < than for one in those):
        raise Stale
    return tuple(those)


def _meta(story: str, made_by: str, body: bytes, *, free: bool) -> dict[str, object]:
    return {
        "one_out_fates": FORMAT,
        "story": story,
        "free": free,
        "made_by": made_by,
        "crc": zlib.crc32(body),
    }


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
