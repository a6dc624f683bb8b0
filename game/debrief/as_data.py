"""Turning points as plain data, for other programs."""

from __future__ import annotations

from typing import Any

from game.debrief.turning import EndingsFate, Turning, TurningPoint
from game.play.view import Option
from game.story.model import Story


def as_data(story: Story, turning: Turning) -> dict[str, Any]:
    """The turning points of a route. `step` and `away` count options; the first step is 0."""
    return {
        "story": story.id,
        "fingerprint": story.fingerprint,
        "choices": list(turning.choices),
        "within": None
        if turning.within is None
        else [[one.ending for one in turning.endings if one.ending in w] for w in turning.within],
        "endings": [_ending(turning, one) for one in turning.endings],
    }


def _ending(turning: Turning, one: EndingsFate) -> dict[str, Any]:
    return {
        "id": one.ending,
        "title": one.title,
        "status": one.status,
        "away": one.away,
        "lost": None if one.lost is None else _point(turning, one.lost),
    }


def _point(turning: Turning, point: TurningPoint) -> dict[str, Any]:
    return {
        "step": point.step,
        "passage": point.passage,
        "scene": point.scene,
        "chosen": _option(point.chosen),
        "others": [{**_option(other.option), "away": other.away} for other in point.others],
        "witness": [*turning.choices[: point.step], *point.way],
    }


def _option(option: Option) -> dict[str, Any]:
    return {"id": option.id, "kind": option.kind, "text": option.text}
