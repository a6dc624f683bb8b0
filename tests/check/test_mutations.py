"""A shipped story broken in many ways, each of which the check must catch, by name.

The story is broken as values, after loading: most of these would load, and play, and be wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

import pytest

from game.check.check import check
from game.check.findings import Checked, Reached, Unreachable
from game.story.load import load_story
from game.story.model import (
    Choice,
    Condition,
    Effect,
    HandLine,
    Jump,
    Meeting,
    Passage,
    Slot,
    Story,
)

STORIES = Path(__file__).parents[2] / "stories"

Conditional = TypeVar("Conditional", Jump, HandLine)
Lines = tuple[HandLine, ...]


@cache
def whole() -> Story:
    return load_story(STORIES / "south-coast")


# --- breaking ------------------------------------------------------------------------------------


def passage(id_: str, change: Callable[[Passage], Passage], story: Story) -> Story:
    assert id_ in story.passages, f"the story has no passage {id_} any more"
    return story._replace(passages={**story.passages, id_: change(story.passages[id_])})


def choice(id_: str, change: Callable[[Choice], Choice], story: Story) -> Story:
    def changed(old: Passage) -> Passage:
        assert id_ in {one.id for one in old.choices}, f"the story has no choice {id_} any more"
        return old._replace(choices=tuple(change(c) if c.id == id_ else c for c in old.choices))

    return passage(id_.partition("/")[0], changed, story)


def kept(id_: str, names: str, story: Story) -> Story:
    """A passage with none but the choices `names`."""
    ids = {f"{id_}/{name}" for name in names.split()}

    def changed(old: Passage) -> Passage:
        left = tuple(one for one in old.choices if one.id in ids)
        assert {one.id for one in left} == ids, f"the story has not all of {ids} any more"
        return old._replace(choices=left)

    return passage(id_, changed, story)


def slot(name: str, change: Callable[[Slot], Slot], story: Story) -> Story:
    slots = tuple(change(s) if s.name == name else s for s in story.slots)
    assert slots != story.slots, f"the story has no {name} any more"
    return story._replace(slots=slots)


def without_effects(old: Choice) -> Choice:
    assert old.effects
    return old._replace(effects=())


def opposite(condition: Condition | None) -> Condition:
    assert condition is not None
    return condition._replace(row=("not", condition.row), source=f"not ({condition.source})")


def raised(condition: Condition | None, by: int) -> Condition:
    """`name > n` with a larger n."""
    assert condition is not None
    sign, left, right = condition.row
    assert sign in (">", ">=")
    row = (sign, left, ("k", right[1] + by))  # type: ignore[index]
    return condition._replace(row=row, source=f"{condition.source} + {by}")


def jumps(old: Passage, change: Callable[[tuple[Jump, ...]], tuple[Jump, ...]]) -> Passage:
    assert old.jumps
    return old._replace(jumps=change(old.jumps))


def always(one: Conditional) -> Conditional:
    """What had a condition, as if the author had written `if: true`."""
    assert one.condition is not None
    return one._replace(condition=one.condition._replace(row=("k", 1), source="true"))


def meeting(id_: str, change: Callable[[Meeting], Meeting], story: Story) -> Story:
    def changed(old: Passage) -> Passage:
        assert old.meeting is not None
        return old._replace(meeting=change(old.meeting))

    return passage(id_, changed, story)


def hands(id_: str, person: str, change: Callable[[Lines], Lines], story: Story) -> Story:
    """A passage whose meeting has the lines of one voter changed."""

    def changed(old: Meeting) -> Meeting:
        voters = tuple(
            v._replace(lines=change(v.lines)) if v.person == person else v for v in old.voters
        )
        assert voters != old.voters, f"{person} does not vote at {id_} any more"
        return old._replace(voters=voters)

    return meeting(id_, changed, story)


def moved(effect: Effect, by: int) -> Effect:
    """An effect `questions -= 1` that moves otherwise."""
    sign, left, _ = effect.value
    assert sign in ("+", "-")
    return effect._replace(value=("+", left, ("k", by)))


def last_effect(id_: str, change: Callable[[Effect], tuple[Effect, ...]], story: Story) -> Story:
    return choice(
        id_, lambda c: c._replace(effects=(*c.effects[:-1], *change(c.effects[-1]))), story
    )


def to_itself(old: Passage) -> Passage:
    """Every choice leads back to where it stands."""
    assert old.choices
    return old._replace(choices=tuple(c._replace(to=old.id) for c in old.choices))


def unending(old: Passage) -> Passage:
    """An ending that goes round instead."""
    assert old.ending is not None
    round_ = Choice(f"{old.id}/on", ("On.",), old.id, None, None, (), -1, None, old.place)
    return old._replace(ending=None, choices=(round_,))


# --- what is broken, and how that is found -------------------------------------------------------


class Broken(NamedTuple):
    """A way to break the story, and the name that the check must give it."""

    name: str
    break_: Callable[[Story], Story]
    finding: str
    """`unreachable`, `trap`, `stuck` or `range`."""
    at: str
    """The branch, a passage of the trap, the stuck passage, the slot."""
    free: bool = False


MUTATIONS = [
    Broken(
        "drop an effect",
        lambda s: choice("corner/shift", without_effects, s),
        "unreachable",
        "ballot/hands/les/shift",
    ),
    Broken(
        "raise a threshold",
        lambda s: passage(
            "ask_vi",
            lambda p: jumps(
                p, lambda j: (j[0]._replace(condition=raised(j[0].condition, 1)), *j[1:])
            ),
            s,
        ),
        "unreachable",
        "ask_vi/to/kitchen_ask",
    ),
    Broken(
        "cut an edge",
        lambda s: kept("door", "go_in call_out call_out_told", s),
        "unreachable",
        "step",
    ),
    Broken(
        "make a loop without an exit", lambda s: passage("called", to_itself, s), "trap", "called"
    ),
    Broken(
        "turn an ending into a room that goes round",
        lambda s: passage("regular", unending, s),
        "trap",
        "regular",
    ),
    Broken(
        "invert the condition of a choice",
        lambda s: choice("gate/ilija", lambda c: c._replace(condition=opposite(c.condition)), s),
        "unreachable",
        "ballot/hands/ilija/papers",
    ),
    Broken(
        "swap the targets of two choices",
        lambda s: choice(
            "tuesday/roy",
            lambda c: c._replace(to="gift"),
            choice("tuesday/gift", lambda c: c._replace(to="moved_roy"), s),
        ),
        "unreachable",
        "ballot/hands/roy/moves",
    ),
    Broken(
        "remove a hand's condition",
        lambda s: hands("ballot", "les", lambda lines: (always(lines[0]), *lines[1:]), s),
        "unreachable",
        "ballot/hands/les/club",
    ),
    Broken(
        "put a wide condition before a narrow one",
        lambda s: hands("ballot", "les", lambda one: (one[0], one[2], one[1], *one[3:]), s),
        "unreachable",
        "ballot/hands/les/club",
    ),
    Broken(
        "lead both results of a meeting to one passage",
        lambda s: meeting("ballot", lambda m: m._replace(carried=m.lost), s),
        "unreachable",
        "carried",
    ),
    Broken(
        "make a condition always true",
        lambda s: passage(
            "before_tuesday", lambda p: jumps(p, lambda j: (always(j[0]), *j[1:])), s
        ),
        "unreachable",
        "before_tuesday/to/tuesday_cold",
    ),
    Broken("remove an else", lambda s: kept("door", "call_out", s), "stuck", "door"),
    Broken(
        "retarget a choice",
        lambda s: choice("monday/merv", lambda c: c._replace(to="gate"), s),
        "unreachable",
        "talk_merv",
    ),
    Broken(
        "ask for every vote",
        lambda s: meeting("ballot", lambda m: m._replace(reaching=True, over=1, under=1), s),
        "unreachable",
        "ballot/carried",
    ),
    Broken(
        "start a number elsewhere",
        lambda s: slot("questions", lambda q: q._replace(start=0), s),
        "range",
        "questions",
    ),
    Broken(
        "narrow a range",
        lambda s: slot("questions", lambda q: q._replace(low=1), s),
        "range",
        "questions",
    ),
    Broken(
        "turn an effect's sign round",
        lambda s: last_effect("kitchen_ask/vi", lambda e: (moved(e, 1),), s),
        "range",
        "questions",
    ),
    Broken(
        "do an effect twice",
        lambda s: last_effect("kitchen_ask/vi", lambda e: (e, e), s),
        "unreachable",
        "ask_vi/to/kitchen_ask",
    ),
    Broken(
        "let the only choice be taken once",
        lambda s: kept("kitchen_ask", "vi", s),
        "stuck",
        "kitchen_ask",
    ),
    Broken("leave only the locked choice", lambda s: kept("argue", "terms", s), "stuck", "argue"),
    Broken(
        "forget that a passage was seen",
        lambda s: passage("talk_merv", lambda p: p._replace(seen=-1), s),
        "unreachable",
        "ballot/hands/merv/gate",
    ),
    Broken(
        "send a skip past its summary",
        lambda s: passage(
            "monday", lambda p: p._replace(skip=p.skip and p.skip._replace(to="tuesday")), s
        ),
        "unreachable",
        "monday_missed",
    ),
    Broken(
        "lead nowhere if a class decides",
        lambda s: passage("called_off", unending, s),
        "trap",
        "called_off",
        free=True,
    ),
]


def found(checked: Checked) -> set[tuple[str, str]]:
    """Every finding by its name."""
    assert all(isinstance(v, Reached | Unreachable) for v in checked.verdicts.values())
    unreachable = {id_ for id_, v in checked.verdicts.items() if isinstance(v, Unreachable)}
    return {
        *(("unreachable", id_) for id_ in unreachable),
        *(("trap", passage) for trap in checked.traps for passage in trap.passages),
        *(("stuck", stuck.passage) for stuck in checked.stuck),
        *(("range", fault.slot) for fault in checked.range_faults),
    }


@pytest.mark.parametrize("free", [False, True], ids=["as-played", "free"])
def test_nothing_is_wrong_with_the_story_as_it_ships(free: bool) -> None:
    assert found(check(whole(), free_meetings=free, problems_only=True)) == set()


@pytest.mark.parametrize("broken", MUTATIONS, ids=lambda broken: broken.name.replace(" ", "-"))
def test_the_check_catches_who_would(broken: Broken) -> None:
    checked = check(broken.break_(whole()), free_meetings=broken.free, problems_only=True)
    assert (broken.finding, broken.at) in found(checked)
