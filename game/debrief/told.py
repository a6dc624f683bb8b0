"""Turning points in words, for a player."""

from __future__ import annotations

from typing import NamedTuple

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
    return Told(
        f"{story.title}: turning points",
        tuple(_came_to(turning)),
        tuple(f"No play comes to {_titled(o)}." for o in turning.endings if o.status == "never"),
        tuple(_moment(story, turning, by_step[step]) for step in sorted(by_step)),
        tuple(_still(turning)),
    )


def _came_to(turning: Turning) -> list[str]:
    many = _choices(len(turning.choices))
    reached = [one for one in turning.endings if one.status == "reached"]
    if reached:
        out = [f"After {many} you came to {_titled(reached[0])}."]
    else:
        out = [f"{many} so far, and no ending yet."]
    if turning.within is None:
        out.append(
            "This story has too many states to say which of its other endings were within reach."
        )
        return out
    open_, all_ = len(turning.within[0]), len(turning.endings)
    if all_ > 1:
        many_of = f"{open_} of {all_}"
        if open_ == all_:
            many_of = "both" if all_ == 2 else f"all {all_}"
        were = "was" if open_ == 1 else "were"
        out.append(f"At the start, {many_of} endings {were} within reach.")
    if not turning.within[-1]:
        out.append("From here no ending can be reached any more: the story has a fault.")
    return out


def _still(turning: Turning) -> list[str]:
    return [
        f"{_titled(one)}, {_choices(one.away or 0)} away"
        for one in turning.endings
        if one.status == "open"
    ]


def _moment(
    story: Story, turning: Turning, those: list[tuple[EndingsFate, TurningPoint]]
) -> Moment:
    point = those[0][1]
    heading = f"Choice {point.step + 1} of {len(turning.choices)}"
    scene = story.scenes[point.scene].title
    if scene not in ("", story.title):
        heading = f"{heading}, {scene}"
    return Moment(
        point.step,
        heading,
        _taken(point.chosen),
        tuple(
            OneLost(
                f"{_titled(one)} went out of reach. "
                + ("This still led there:" if len(at.others) == 1 else "These still led there:"),
                tuple(map(_other, at.others)),
                (*turning.choices[: at.step], *at.way),
            )
            for one, at in those
        ),
    )


def _taken(option: Option) -> str:
    if option.kind == "result":
        return f"The vote: {option.text}"
    if option.kind == "skip":
        return f"You skipped this: {option.text}"
    return f"You chose: {option.text}"


def _other(other: Other) -> str:
    option = other.option
    text = f"Skip this: {option.text}" if option.kind == "skip" else option.text
    return f"{text} ({f'and {_choices(other.away)} more' if other.away else 'at once'})"


def _titled(one: EndingsFate) -> str:
    return f"“{one.title or one.ending}”"


def _choices(number: int) -> str:
    return "1 choice" if number == 1 else f"{number} choices"
