"""A play that shows as much as it can of what is still wanted.

A beam search: choice by choice it keeps the states at which most has been shown, and of the ways to
one state the richest. That finds good plays and not the best one, and needs no more: what a play
shows is read off its screens (`game.check.plays`).
"""

from __future__ import annotations

from collections.abc import Callable

from game.check.homeward import Homeward
from game.check.plays import Bits, Plays, Run, Seen, Way

WIDTH = 100
"""States kept at each choice."""
PATIENCE = 12
"""Choices that a beam goes on for without showing more: a story that goes round has no end of
them."""
STEPS = 15_000
"""Options that one beam follows at most."""

Weight = Callable[[Bits], int]
"""What a set of branches counts."""
_Front = dict[Seen, tuple[int, Run]]


class Collector:
    """Looks for plays of a story."""

    def __init__(self, plays: Plays) -> None:
        self._homeward = Homeward(plays)
        self.steps = 0
        """Options followed so far: how much work was done."""

    def richest(self, begun: Run, left: Bits, weight: Weight) -> Run:
        """A play that begins so and goes on past much of `left`.

        It comes to an ending, unless none can be reached.
        """
        whole, top = self._beam(begun, left, weight)
        if whole is not None and whole[0] >= top[0]:
            return whole[1]
        # The story goes round, or has traps: the richest play takes the nearest way out.
        ended = self._homeward.ended(top[1])
        if ended is not None and (whole is None or weight(ended.got & left) > whole[0]):
            return ended
        if whole is not None:
            return whole[1]
        return self._homeward.ended(begun) or top[1]

    def _beam(
        self, begun: Run, left: Bits, weight: Weight
    ) -> tuple[tuple[int, Run] | None, tuple[int, Run]]:
        """The richest play that ended, if one did, and the richest of all."""
        top = (weight(begun.got & left), begun)
        whole: tuple[int, Run] | None = None
        front: _Front = {begun.at: top}
        idle, limit = 0, self.steps + STEPS
        while front and idle <= PATIENCE and self.steps < limit:
            idle += 1
            best = next(iter(front.values()))
            if best[0] > top[0]:
                top, idle = best, 0
            for value, run in front.values():
                if run.at.ends and (whole is None or value > whole[0]):
                    whole = (value, run)
            front = self._onward(front, left, weight)
        return whole, top

    def _onward(self, front: _Front, left: Bits, weight: Weight) -> _Front:
        """The richest states one choice further, the richest first."""
        after: _Front = {}
        for value, (at, got, way) in front.values():
            for option, bit, to in at.onward:
                shown = bit | to.shows
                new = shown & left & ~got
                count = value + weight(new) if new else value
                known = after.get(to)
                if known is None or count > known[0]:
                    after[to] = (count, Run(to, got | shown, Way(way, option)))
                self.steps += 1
        return dict(sorted(after.items(), key=lambda one: -one[1][0])[:WIDTH])
