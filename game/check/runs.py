"""What follows an option before the player decides again, as conditions on what was before it.

A *run* is one way that a play can go on from an option: the screens it comes to, and the condition,
in the values from before the option, under which it goes just so. Conditions and effects further on
are brought back to before the option by putting in what has been set until then (the weakest
precondition of Dijkstra's). So a set of states splits into the runs of an option exactly: in each
state in which the option can be taken, one run's condition holds, and no other's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from game.check.live import Liveness
from game.check.moves import put_in
from game.check.net import Act, Edge
from game.check.rows import FALSE, TRUE, negated
from game.check.values import Arriving
from game.story.model import Row

MOST = 500
"""Runs of one option; more are not worked out."""


class TooMany(Exception):
    """An option has more than `MOST` runs."""


class Stop(NamedTuple):
    """A screen that a run comes to: where it stops, and all that was set from the option on."""

    node: int
    """The node, or `~node` for an error screen: an effect on leaving that node left its range."""
    acts: tuple[Act, ...]


class Run(NamedTuple):
    """The screens that follow an option in turn, and when it goes so (all of `when` hold)."""

    when: tuple[Row, ...]
    stops: tuple[Stop, ...]


def composed(acts: Sequence[Act]) -> dict[int, Row]:
    """What acts done in turn set each slot to, in the values from before them.

    >>> composed([Act(0, ("k", 2), None), Act(1, ("+", ("v", 0), ("k", 1)), None)])
    {0: ('k', 2), 1: ('+', ('k', 2), ('k', 1))}
    """
    set_: dict[int, Row] = {}
    for act in acts:
        set_[act.slot] = put_in(act.row, set_)
    return set_


class _Play(NamedTuple):
    """A play on its way: `set_` is what each slot has become, in the values from before."""

    when: tuple[Row, ...]
    acts: tuple[Act, ...]
    set_: dict[int, Row]
    stops: tuple[Stop, ...]

    def where(self, row: Row) -> _Play:
        """This play, where `row` holds now."""
        return self._replace(when=(*self.when, put_in(row, self.set_)))

    def stopped(self, node: int) -> _Play:
        """This play, at a screen that stops at `node`."""
        return self._replace(stops=(*self.stops, Stop(node, self.acts)))


class Runs:
    """The runs of options."""

    def __init__(self, arriving: Arriving, live: Liveness) -> None:
        self.arriving = arriving
        self.live = live
        self._kinds = [branch.kind for branch in live.net.branches]

    def to_next(self, option: Edge) -> list[Run]:
        """The runs of an option as far as the next screen."""
        return self._all(option, replies=False)

    def to_decision(self, option: Edge) -> list[Run]:
        """The runs of an option up to and with the first screen that does not only lead on.

        A screen *only leads on* if exactly one option can be taken on it, and that is a choice. A
        run ends as well where it would come to a passage that it has come to before.
        """
        return self._all(option, replies=True)

    def _all(self, option: Edge, *, replies: bool) -> list[Run]:
        ready = [
            (play, option.target)
            for play in self._taken(option, _Play((), (), {}, ()))
            if not play.stops  # an option whose own effect leaves its range cannot be taken
        ]
        out: list[Run] = []
        while ready:
            play, node = ready.pop()
            if len(out) + len(ready) > MOST:
                raise TooMany
            if not self.live.net.nodes[node].stops:
                for edge in self.live.edges[node]:
                    self._sort(self._open(edge, play), edge, ready, out)
            elif node in {stop.node for stop in play.stops}:
                out.append(Run(play.when, play.stops))
            elif replies:
                self._decide(play.stopped(node), node, ready, out)
            else:
                out.append(Run(play.when, play.stopped(node).stops))
        return out

    @staticmethod
    def _sort(
        plays: Iterator[_Play], edge: Edge, ready: list[tuple[_Play, int]], out: list[Run]
    ) -> None:
        """Plays after an edge: those that ended on an error are runs, the others go on."""
        for play in plays:
            if play.stops and play.stops[-1].node < 0:
                out.append(Run(play.when, play.stops))
            else:
                ready.append((play, edge.target))

    def _open(self, edge: Edge, play: _Play) -> Iterator[_Play]:
        guard = self._guard(edge)
        if guard != FALSE:
            yield from self._taken(edge, play if guard == TRUE else play.where(guard))

    def _taken(self, edge: Edge, play: _Play) -> Iterator[_Play]:
        """The play after an edge; where an effect may leave its range, also the error."""
        risky = id(edge) in self.live.risky
        before = play
        set_ = dict(play.set_)
        for act in edge.acts:
            row = put_in(act.row, set_)
            if risky:
                about = self.live.net.slots[act.slot]
                inside: Row = ("and", (">=", row, ("k", about.low)), ("<=", row, ("k", about.high)))
                yield play._replace(when=(*play.when, negated(inside))).stopped(~edge.source)
                play = play._replace(when=(*play.when, inside))
            set_[act.slot] = row
        yield play._replace(acts=(*before.acts, *edge.acts), set_=set_)

    def _guard(self, edge: Edge) -> Row:
        """The condition of an edge, or what value sets make of it."""
        # What they settle is not kept in a state: there it must not be asked.
        if edge.guard is None or not self.arriving.open(edge.source, edge.guard):
            return TRUE
        return edge.guard

    def _decide(self, play: _Play, n: int, ready: list[tuple[_Play, int]], out: list[Run]) -> None:
        """A play at a stopped screen goes on where that only leads on, and else has ended."""
        edges = self.live.edges[n]
        for edge in edges:
            alone = _only(self._guard(edge), [self._guard(e) for e in edges if e is not edge])
            if alone == FALSE or self._kinds[edge.branch] != "choice":
                continue
            single = play if alone == TRUE else play.where(alone)
            self._sort(self._taken(edge, single), edge, ready, out)
            if alone == TRUE:
                return
            play = play.where(negated(alone))
        out.append(Run(play.when, play.stops))


def _only(guard: Row, others: Sequence[Row]) -> Row:
    """When `guard` holds and none of `others` does."""
    if guard == FALSE or TRUE in others:
        return FALSE
    rows = [row for row in (guard, *map(negated, others)) if row not in (TRUE, negated(FALSE))]
    if not rows:
        return TRUE
    return rows[0] if len(rows) == 1 else ("and", *rows)
