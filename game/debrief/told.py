"""Turning points in words, for a player."""

from __future__ import annotations

from typing import NamedTuple

from game.debrief import words
from game.debrief.turning import EndingsFate, Other, Turning, TurningPoint
from game.play.view import Option
from game.story.model import Story


class OneLost(NamedTuple):
    """An ending that went out of reach at a choice."""

    words: str
    others: tuple[str, ...]
    """What could have been chosen instead, with how far it was from there."""
    way: tuple[str, ...]
    """A shortest route to it from the start of the story, the player's own as long as it holds."""


class Moment(NamedTuple):
    """A choice at which one or more endings went out of reach."""

    step: int
    """How many options were taken before it."""
    heading: str
    chosen: str
    lost: tuple[OneLost, ...]


class Told(NamedTuple):
    """The page: what the route came to, the moments in its order, and what is still open."""

    heading: str
    came_to: tuple[str, ...]
    never: tuple[str, ...]
    """What no play comes to: a matter for authors."""
    moments: tuple[Moment, ...]
    still: tuple[str, ...]
    """The endings that the route can still come to, each with how far it is."""


def told(story: Story, turning: Turning) -> Told:
    """The turning points of a route, for whoever played it."""
    by_step: dict[int, list[tuple[EndingsFate, TurningPoint]]] = {}
    for one in turning.endings:
        if one.lost is not None:
            by_step.setdefault(one.lost.step, []).append((one, one.lost))
    never = (one for one in turning.endings if one.status == "never")
    return Told(
        words.TOLD.format(story=story.title),
        tuple(_came_to(turning)),
        tuple(words.NEVER.format(ending=_titled(one)) for one in never),
        tuple(_moment(story, turning, by_step[step]) for step in sorted(by_step)),
        tuple(_still(turning)),
    )


def _came_to(turning: Turning) -> list[str]:
    many = len(turning.choices)
    reached = [one for one in turning.endings if one.status == "reached"]
    if reached:
        out = [words.CAME_TO.of(many, ending=_titled(reached[0]))]
    else:
        out = [words.SO_FAR.of(many)]
    if turning.within is None:
        return [*out, words.TOO_MANY]
    open_, all_ = len(turning.within[0]), len(turning.endings)
    if all_ > 1:
        out.append(_within(open_, all_))
    if not turning.within[-1]:
        out.append(words.NONE_LEFT)
    return out


def _within(open_: int, all_: int) -> str:
    """How many of all endings could be reached at the start."""
    if open_ < all_:
        return words.SOME_WITHIN.of(open_, all=all_)
    return words.BOTH_WITHIN if all_ == 2 else words.ALL_WITHIN.of(all_)


def _still(turning: Turning) -> list[str]:
    return [
        words.AWAY.of(one.away or 0, ending=_titled(one))
        for one in turning.endings
        if one.status == "open"
    ]


def _moment(
    story: Story, turning: Turning, those: list[tuple[EndingsFate, TurningPoint]]
) -> Moment:
    point = those[0][1]
    scene = story.scenes[point.scene].title
    heading = words.AT_CHOICE if scene in ("", story.title) else words.AT_CHOICE_IN
    return Moment(
        point.step,
        heading.format(number=point.step + 1, many=len(turning.choices), scene=scene),
        _taken(point.chosen),
        tuple(
            OneLost(
                words.OUT_OF_REACH.of(len(at.others), ending=_titled(one)),
                tuple(map(_other, at.others)),
                (*turning.choices[: at.step], *at.way),
            )
            for one, at in those
        ),
    )


def _taken(option: Option) -> str:
    by_kind = {"result": words.THE_VOTE, "skip": words.YOU_SKIPPED}
    return by_kind.get(option.kind, words.YOU_CHOSE).format(option=option.text)


def _other(other: Other) -> str:
    option = other.option
    text = words.SKIP.format(option=option.text) if option.kind == "skip" else option.text
    if not other.away:
        return words.OTHER_AT_ONCE.format(option=text)
    return words.OTHER.of(other.away, option=text)


def _titled(one: EndingsFate) -> str:
    return words.TITLED.format(title=one.title or one.ending)
