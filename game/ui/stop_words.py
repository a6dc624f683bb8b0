"""What is said of a stop on the route map: above its words, and to whoever hears the map."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui import words_seen
from game.ui.route import Stop, Way


def label(stop: Stop) -> str:
    """What stands above the words of a stop, if anything does."""
    kinds = {"choice": "", "meeting": words_seen.MAP_VOTE, "ending": words_seen.MAP_ENDING}
    said = (words_seen.MAP_HERE if stop.here else "", kinds[stop.kind])
    return ". ".join(filter(None, said))


def name(stop: Stop, stops: Sequence[Stop], scene: str) -> str:
    """All that the map says of a stop, for whoever does not see it."""
    parts = [words_seen.STOP_NAME.format(number=stop.number), scene, label(stop), stop.words]
    if stop.passed:
        parts.append(words_seen.STOP_ON_THE_WAY)
    if stop.ways:
        ways = " ".join(way_taken(way, stops) for way in stop.ways)
        parts.append(words_seen.STOP_CHOSEN.format(ways=ways))
    if stop.untried:
        parts.append(words_seen.UNTRIED.of(stop.untried))
    return " ".join(
        part if part.endswith((".", "?", "!", "\u2026")) else f"{part}."
        for part in filter(None, parts)
    )


def way_taken(way: Way, stops: Sequence[Stop]) -> str:
    """A way and the numbers of the stops to which it led."""
    numbers = [str(stop.number) for stop in stops if stop.id in way.to]
    if not numbers:
        return way.text
    *others, last = numbers
    if others:
        last = words_seen.STOP_NUMBERS.format(numbers=", ".join(others), last=last)
    return words_seen.STOP_TO.format(way=way.text, numbers=last)
