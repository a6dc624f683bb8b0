"""What conditions come to where they are asked, found by playing everything.

Written for this alone, as `tests.check.oracle`: a screen is run through again here, line by line as
section 9 of the specification has it, and each condition is noted with the values it is asked with.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from game.check import words
from game.check.rows import work_out
from game.play.program import Program
from game.play.screen import RangeFault, step, view
from game.play.state import State
from game.story.model import Condition, Paragraph, Passage, Story
from tests.check.oracle import TooManyStates

Values = tuple[int, ...]


class Asked(NamedTuple):
    """Everything that plays ask, and everything that their values are."""

    of: dict[Condition, set[Values]]
    """For each condition that is asked: with which values."""
    values: set[Values]
    """Of the states, and as they are after the effects of each passage."""
    states: list[State]


def everything(program: Program, *, free_meetings: bool = False, most: int = 3_000) -> Asked:
    """Play everything; raises TooManyStates beyond `most`."""
    out = Asked({}, set(), [program.start])
    known = {program.start}
    for state in out.states:
        for condition, values in asked(program.story, state, out.values):
            out.of.setdefault(condition, set()).add(values)
        screen = view(program, state, free_meetings=free_meetings)
        for option in screen.options:
            if not option.available:
                continue
            try:
                after = step(program, state, option.id, free_meetings=free_meetings)
            except RangeFault:
                continue
            if after not in known:
                known.add(after)
                out.states.append(after)
        if len(known) > most:
            raise TooManyStates
    return out


def asked(story: Story, state: State, all_: set[Values]) -> Iterator[tuple[Condition, Values]]:
    """The conditions asked on the screen of `state`, each with the values it is asked with."""
    values, stack = list(state.values), list(state.stack)
    all_.add(state.values)
    passage = story.passages[state.passage]
    while _entered(story, passage, values):
        now = tuple(values)
        all_.add(now)
        yield from ((one, now) for one in _of(passage.paragraphs))
        if passage.call is not None:
            stack.append(passage.id)
            passage = story.passages[passage.call]
            continue
        jumping = story.passages[stack.pop()] if passage.returns else passage
        if not jumping.jumps:
            yield from ((one, now) for one in _on_a_screen(story, passage, values))
            return
        for jump in jumping.jumps:
            if jump.condition is not None:
                yield jump.condition, now
            if jump.condition is None or _holds(jump.condition, values):
                passage = story.passages[jump.to]
                break


def _entered(story: Story, passage: Passage, values: list[int]) -> bool:
    """Do what entering does; False if an effect leaves its range."""
    if passage.seen >= 0:
        values[passage.seen] = 1
    if passage.visits >= 0:
        values[passage.visits] = min(story.slots[passage.visits].high, values[passage.visits] + 1)
    for effect in passage.effects:
        new = work_out(effect.value, dict(enumerate(values)))
        if not story.slots[effect.slot].low <= new <= story.slots[effect.slot].high:
            return False
        values[effect.slot] = new
    return True


def _of(paragraphs: tuple[Paragraph, ...]) -> Iterator[Condition]:
    yield from (one.condition for one in paragraphs if one.condition is not None)


def _on_a_screen(story: Story, passage: Passage, values: list[int]) -> Iterator[Condition]:
    yield from _of(tuple(card.paragraph for card in story.scenes[passage.scene].know))
    for choice in passage.choices:
        if choice.condition is not None and (choice.once < 0 or not values[choice.once]):
            yield choice.condition
    for voter in passage.meeting.voters if passage.meeting is not None else ():
        for line in voter.lines:
            if line.condition is None:
                break
            yield line.condition
            if _holds(line.condition, values):
                break


def _holds(condition: Condition, values: list[int]) -> bool:
    return bool(work_out(condition.row, dict(enumerate(values))))


Told = tuple[str, str]
"""A code and the words."""


def idle(story: Story, found: Asked, fixed: set[str]) -> dict[Condition, set[Told]]:
    """The conditions that decide nothing, and their outermost parts that do not.

    Left out is what asks for nothing but the variables `fixed`, which are told to be so.
    """
    silent = _with_something_behind(story)
    named = words.groups(story)
    out: dict[Condition, set[Told]] = {}
    for condition, those in found.of.items():
        for row, truth in _constant(condition.row, those):
            asks = _slots(row)
            declared = all(story.slots[slot].kind in DECLARED for slot in asks)
            if declared and {story.slots[slot].name for slot in asks} <= fixed:
                continue
            if row is not condition.row:
                said = words.condition(row, story.slots, named)
                never = f"{said} {'always' if truth else 'never'} holds here"
                said = f"{never}, so it adds nothing to {condition.source}"
            elif truth and condition not in silent:
                said = f"{condition.source} always holds here"
            else:
                continue
            code = "always-true" if truth else "always-false"
            out.setdefault(condition, set()).add((code, said))
    return out


def _constant(row: Any, those: set[Values]) -> Iterator[tuple[Any, bool]]:
    truths = {bool(work_out(row, dict(enumerate(values)))) for values in those}
    if len(truths) == 1:
        yield row, truths.pop()
    elif row[0] in ("and", "or", "not"):
        for part in row[1:]:
            yield from _constant(part, those)


def _slots(row: Any) -> set[int]:
    if row[0] == "v":
        return {row[1]}
    if row[0] == "count":
        return set(row[1])
    return {slot for part in row[1:] if isinstance(part, tuple) for slot in _slots(part)}


def _with_something_behind(story: Story) -> set[Condition]:
    """Conditions behind which something shows only where they fail: an else, a line below."""
    out: set[Condition | None] = set()
    cards = [card.paragraph for scene in story.scenes.values() for card in scene.know]
    for passage in story.passages.values():
        for one in (*passage.paragraphs, *cards):
            out |= {one.condition} if one.otherwise is not None else set()
        out.update(jump.condition for jump in passage.jumps)
        for voter in passage.meeting.voters if passage.meeting is not None else ():
            out.update(line.condition for line in voter.lines)
    return {one for one in out if one is not None}


DECLARED = ("flag", "number", "one_of", "stance")


def never_changed(story: Story, found: Asked) -> set[int]:
    """The variables and stances that have their start whatever is played."""
    return {
        n
        for n, slot in enumerate(story.slots)
        if slot.kind in DECLARED and all(values[n] == slot.start for values in found.values)
    }
