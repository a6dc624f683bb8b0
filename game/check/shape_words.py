"""The shape of a story in the author's words, a statement at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from game.check.futures import Differ
from game.check.hands import ENOUGH, Decides
from game.check.lenses import Lenses, Tally
from game.check.routes import Routes, Way
from game.check.shape import Shape

SHOWN = 10
"""As many pairs of options are listed on the page; `--json` has all."""
FEW = 5
"""On fewer screens hardly any order of options could stand out."""


class Statement(NamedTuple):
    """One statement: whether it holds, and the evidence. None: undecided, or nothing to ask."""

    about: str
    holds: bool | None
    words: str
    details: tuple[str, ...] = ()
    """Lines below the words, each a sentence or a row of a table."""
    way: Way = ()
    """A play that shows it, as option ids; may be empty."""


def statements(shape: Shape) -> list[Statement]:
    """Everything that is said of a shape, in the order of `game.check.shape`."""
    return [
        _together(shape),
        _alone(shape),
        _hands(shape),
        _lens(shape.lenses),
        _futures(shape.futures),
    ]


def as_data(shape: Shape) -> dict[str, Any]:
    """A shape as plain data, the statements with it."""
    return {
        "statements": [one._asdict() for one in statements(shape)],
        "together": shape.together and shape.together._asdict(),
        "alone": shape.alone and shape.alone._asdict(),
        "hands": [one._asdict() for one in shape.hands],
        "lens": {
            "screens": shape.lenses.screens,
            "stands": [one._asdict() for one in shape.lenses.stands],
            "tallies": [one._asdict() for one in shape.lenses.tallies],
        },
        "futures": None if shape.futures is None else [one._asdict() for one in shape.futures],
    }


def _unasked(found: Routes | None, lens: str) -> Statement | None:
    """What is said where routes of a lens say nothing."""
    if found is None:
        return Statement(lens, None, f"Undecided: the routes of `{lens}` are too many to follow.")
    if not found.offered:
        return Statement(lens, None, f"No choice has the lens `{lens}`.")
    if not found.endings:
        return Statement(lens, None, f"No route that keeps to `{lens}` reaches an ending.")
    return None


def _together(shape: Shape) -> Statement:
    found = shape.together
    unasked = _unasked(found, "together")
    if unasked is not None:
        return unasked
    assert found is not None
    if not shape.meetings:
        return Statement("together", None, "The story has no vote that could be lost.")
    if not found.unbeaten:
        said = "Every route that keeps to `together` loses a vote."
        return Statement("together", True, said, _ends(found.losing), _nearest(found.losing))
    some = "Some routes that keep" if found.losing else "No route that keeps"
    said = f"{some} to `together` lose{'' if found.losing else 's'} a vote."
    details = [f"Without losing one: {_named(found.unbeaten)}."]
    details += [f"After losing one: {_named(found.losing)}."] if found.losing else []
    return Statement("together", False, said, tuple(details), _nearest(found.unbeaten))


def _alone(shape: Shape) -> Statement:
    alone, together = shape.alone, shape.together
    unasked = _unasked(alone, "alone")
    if unasked is None and together is None:
        unasked = _unasked(together, "together")
    if unasked is not None:
        return unasked._replace(about="alone")
    assert alone is not None
    assert together is not None
    own = {id_: way for id_, way in alone.endings.items() if id_ not in together.endings}
    if not own:
        said = "No route that keeps to `alone` has an ending of its own: `together` reaches all."
        return Statement("alone", False, said, _ends(alone.endings))
    shared = {id_: way for id_, way in alone.endings.items() if id_ in together.endings}
    which = "Some routes that keep" if shared else "Every route that keeps"
    verb = "end" if shared else "ends"
    said = f"{which} to `alone` {verb} where no route of `together` does: {_named(own)}."
    details = (f"Others share an ending with it: {_named(shared)}.",) if shared else ()
    return Statement("alone", True, said, details, _nearest(own))


def _ends(endings: dict[str, Way] | Any) -> tuple[str, ...]:
    count = len(endings)
    return (f"{'They end' if count > 1 else 'It ends'} at {_named(endings)}.",)


def _named(ids: Any) -> str:
    return ", ".join(sorted(ids))


def _nearest(endings: Any) -> Way:
    return min(endings.values(), key=lambda way: (len(way), way))


def _hands(shape: Shape) -> Statement:
    if not shape.meetings:
        return Statement("hands", None, "The story has no meeting.")
    over = [d for d in shape.hands if d.proof == "exactly" and len(d.people) > ENOUGH]
    open_ = [d for d in shape.hands if d.proof == "undecided"]
    rest = [d for d in shape.hands if d not in over and d not in open_]
    if over:
        count = len(over[0].people)
        said = f"A single choice decides {count} hands: {over[0].choice}."
        return Statement("hands", False, said, _listed(over), over[0].way)
    if open_:
        said = f"Undecided whether a single choice decides more than {ENOUGH} hands."
        return Statement("hands", None, said, _listed(open_))
    said = f"No single choice decides more than {ENOUGH} hands."
    most = [d for d in rest if len(d.people) == len(rest[0].people)]
    return Statement("hands", True, said, _listed(most))


def _listed(those: Sequence[Decides]) -> tuple[str, ...]:
    lines = [_decides(one) for one in those[:SHOWN]]
    if len(those) > SHOWN:
        lines.append(f"and {len(those) - SHOWN} more pairs of choices.")
    return tuple(lines)


def _decides(one: Decides) -> str:
    at = f" at {one.meeting}" if one.meeting else ""
    how = {"exactly": "", "at most": "at most ", "undecided": "it may be "}[one.proof]
    people = f": {', '.join(one.people)}" if one.people else ""
    return (
        f"{one.choice} rather than {_short(one.rather_than)}, {how}{len(one.people)}{at}{people}."
    )


def _short(id_: str) -> str:
    return id_.rpartition("/")[2]


def _lens(found: Lenses) -> Statement:
    if not found.tallies:
        return Statement("lens", None, "No screen has options of different lenses.")
    telling = found.telling
    table = [f"{'':<10}{'first':>7}{'middle':>8}{'last':>6}{'words':>7}"]
    table += [
        f"{one.lens or 'no lens':<10}{one.first:>7}{one.middle:>8}{one.last:>6}{one.words:>7.1f}"
        for one in found.stands
    ]
    if telling:
        said = "The lens can be told: " + " ".join(_tally(one) for one in telling)
        return Statement("lens", False, said, tuple(table))
    said = f"Neither place nor length tells the lens. {_tally(found.tallies[0])}"
    if found.screens < FEW:
        said = f"Too few screens have options of different lenses to tell: {found.screens}."
    return Statement("lens", None if found.screens < FEW else True, said, tuple(table))


_SIGNS = {
    "first": "stands first",
    "last": "stands last",
    "longest": "is the longest option",
    "shortest": "is the shortest option",
}


def _tally(one: Tally) -> str:
    return (
        f"`{one.lens}` {_SIGNS[one.sign]} on {one.times} of {one.screens} screens; by chance "
        f"{one.expected:.1f} (p = {one.chance:.2g})."
    )


def _futures(found: tuple[Differ, ...] | None) -> Statement:
    if found is None:
        return Statement("futures", None, "Undecided: the story has too many states to compare.")
    if not found:
        return Statement("futures", None, "No screen offers two choices.")
    never = [one for one in found if one.decided and one.screens is None]
    open_ = [one for one in found if not one.decided]
    said = "Of any two options more than the reply differs afterwards."
    if never:
        said = f"Nothing but the reply ever differs between the options of {_pairs(len(never))}."
    elif open_:
        said = f"Undecided for {_pairs(len(open_))} of options whether more than the reply differs."
    holds = False if never else None if open_ else True
    return Statement("futures", holds, said, tuple(_when(found)))


def _when(found: Sequence[Differ]) -> Iterator[str]:
    counts = Counter(one.screens for one in found if one.screens is not None and one.decided)
    said = [f"after {_screens(n)}, {_pairs(count)}" for n, count in sorted(counts.items())]
    if said:
        yield f"They first differ: {'; '.join(said)}."
    late = [one for one in found if not one.decided or one.screens is None or one.screens > 1]
    for one in late[:SHOWN]:
        when = "undecided" if not one.decided else str(one.screens or "never")
        yield f"{when:<10}{one.first}, {_short(one.second)}"


def _screens(n: int) -> str:
    return "1 screen" if n == 1 else f"{n} screens"


def _pairs(n: int) -> str:
    return "1 pair" if n == 1 else f"{n} pairs"
