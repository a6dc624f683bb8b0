"""Why a motion cannot be carried, or cannot be lost: how many hands can go up, and how many must.

How many hands are up and down is counted over all that is reached at the meeting, exactly where
the sets of states tell it. Else every hand is taken to go up or down as value sets allow it on its
own, which is too much and never too little: so the most that go up are no fewer than told, and a
vote that falls short even so can never be carried.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from game.check.rows import TRUE, first_that_holds
from game.check.standing import Case, Standing
from game.story.model import Hand, Meeting, Row, Voter

Tally = tuple[int, int]
"""How many hands are up, and how many down."""

_MANY = 1000
"""More than the hands of any meeting: two counts are one number with it."""


class Obstacle(NamedTuple):
    """What a result that cannot come about needs and what comes instead."""

    words: str
    nearest: Case | None
    """The states that come nearest, where that is known."""


def obstacle(meeting: Meeting, node: int, standing: Standing, *, carried: bool) -> Obstacle:
    """What stands in the way of a motion being carried, or lost, at a node where it never is."""
    here, score = Case(node), _score_of_all(meeting)
    tallies = _tallies(meeting, here, score, standing)
    if {up + down for up, down in tallies} == {0}:
        return Obstacle("needs somebody to vote, and here nobody ever does", None)
    # Where nobody votes it is lost, whatever the score.
    best = (max if carried else min)(tallies - {(0, 0)}, key=lambda one: _score(meeting, one))
    nearest = None
    if standing.exact(here, score):
        nearest = here.and_(("==", score, ("k", best[0] + _MANY * best[1])))
    votes = {up + down for up, down in tallies}
    return Obstacle(_said(meeting, best, votes, carried=carried), nearest)


def _said(meeting: Meeting, best: Tally, votes: set[int], *, carried: bool) -> str:
    up, down = best
    if len(votes) == 1:
        needed = _needed(meeting, up + down)
        of = f"{up + down} hand{'' if up + down == 1 else 's'}"
        if carried:
            return f"needs {needed} of {of} up, and here at most {_go(up)} up"
        return f"needs fewer than {needed} of {of} up, and here at least {_go(up)} up"
    needs = _share(meeting)
    if carried:
        comes = f"at best {_go(up)} up and {_stay(down)} down"
        return f"needs {needs} of those voting to be up, and here {comes}"
    comes = f"at worst {_go(up)} up and {_stay(down)} down"
    return f"needs the hands up not to be {needs} of those voting, and here {comes}"


_SHARES = {(1, 2): "half", (2, 3): "two thirds", (3, 4): "three quarters"}


def _share(meeting: Meeting) -> str:
    """How many of those voting a motion needs, in English: `more than half`."""
    over, under = meeting.over, meeting.under
    if (over, under) == (1, 1):
        return "all"
    share = _SHARES.get((over, under), f"{over}/{under}")
    return f"{'at least' if meeting.reaching else 'more than'} {share}"


def _go(count: int) -> str:
    return f"{count or 'none'} go{'es' if count == 1 else ''}"


def _stay(count: int) -> str:
    return f"{count or 'none'} stay{'s' if count == 1 else ''}"


def _score(meeting: Meeting, tally: Tally) -> int:
    """How far a vote is from being carried; see `game.check.rows.carried`."""
    up, down = tally
    return up * meeting.under - meeting.over * (up + down)


def _needed(meeting: Meeting, votes: int) -> int:
    """The fewest hands that carry a motion on which so many vote.

    >>> _needed(Meeting((), None, False, 1, 2, (), "", ""), 9)
    5
    """
    share = votes * meeting.over
    return -(-share // meeting.under) if meeting.reaching else share // meeting.under + 1


def _score_of_all(meeting: Meeting) -> Row:
    """The number that holds how many hands are up, and how many down."""
    up = [(_when(voter, "up"), 1) for voter in meeting.voters]
    return ("sum", *up, *((_when(voter, "down"), _MANY) for voter in meeting.voters))


def _tallies(meeting: Meeting, here: Case, score: Row, standing: Standing) -> set[Tally]:
    """Every count of hands that can come about, or more."""
    together = {(n % _MANY, n // _MANY) for n in standing.values(here, score)}
    if standing.exact(here, score):
        return together
    tallies = {(0, 0)}
    for voter in meeting.voters:
        hands = _hands(standing, here, _when(voter, "up"), _when(voter, "down"))
        tallies = {(a + more, b + fewer) for a, b in tallies for more, fewer in hands}
    return tallies & together


def _hands(standing: Standing, here: Case, up: Row, down: Row) -> set[Tally]:
    """What one hand can add to a count."""
    found = {one for one, row in (((1, 0), up), ((0, 1), down)) if standing.may(here.and_(row))}
    neither = here.and_(("not", up), ("not", down))
    return found | ({(0, 0)} if standing.may(neither) else set())


def _when(voter: Voter, hand: Hand) -> Row:
    """The condition that somebody's hand is `hand`."""
    deciding = first_that_holds([line.condition and line.condition.row for line in voter.lines])
    whens: Iterable[Any] = (
        TRUE if when is None else when
        for when, line in zip(deciding, voter.lines, strict=True)
        if line.hand == hand
    )
    return ("or", *whens)
