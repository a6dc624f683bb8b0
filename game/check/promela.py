"""A story as a model for SPIN, so that another program can decide what the check decides.

The model is the story as it is written, unsliced: one process, one variable for each slot, a stack
for the calls. It is made from the specification (`docs/story-format.md`, section 9) and shares
nothing with the check but the `Story`.

    do
    :: atomic { at == 7 -> everything up to the player's choice, with one alternative for each }
    ...
    od

So the states that SPIN stores are the states of the story: the passage about to be entered, the
values and the stack. What happens within a screen is atomic; the only nondeterminism is the
player's (and, with free meetings, the class's).

*How a branch is asked.* Each branch is a statement of its own, on a line of its own. After an
exhaustive search SPIN lists the statements that it never reached, by line. That is exact, needs no
property for each branch, and one search answers for all; several stories can share one model, so
that the C compiler is paid for once. Stuck screens and range faults are such statements too.

That an ending can be reached from everywhere speaks of branching time and cannot be asked of SPIN.
What can be asked is whether a trap is one: no ending is reached from there. And the number of
states, which is a sharp test of all the rest.

The values are kept from 0 (a number's value less its lowest), and everything is 0 in the one state
where all that has ended is gathered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from game.play.program import Program
from game.play.state import State
from game.story.model import Choice, Condition, Effect, Jump, Meeting, Passage, Slot, Story

KEPT_BESIDE = 3
"""States of a model that are none of its stories': its beginning, and the two of its end."""


class Mark(NamedTuple):
    """Something that a line of the model stands for.

    `id` is a branch's stable id, the passage of a stuck screen, or a fault's slot and place.
    """

    story: int
    kind: Literal["branch", "stuck", "fault"]
    id: str


class Model(NamedTuple):
    """A model's text, and what its lines stand for (lines count from 1)."""

    text: str
    marks: Mapping[int, tuple[Mark, ...]]


def promela(
    stories: Sequence[Story], *, free_meetings: bool = False, starts: Sequence[State] = ()
) -> Model:
    """The model of one or more stories; with several, the first step chooses which is played.

    `starts` are the states to start from, one for each story, if not from its beginning.
    """
    page = _Page()
    slots = max(len(story.slots) for story in stories)
    deep = max(len(story.passages) for story in stories) if any(map(_calls, stories)) else 0
    deep = min(deep, 16)
    for n in range(slots):
        page.add(f"byte v{n};")
    page.add("short at; byte up, down;", "hidden byte mark;")
    if deep:
        page.add(f"short stack[{deep}]; byte calls;")
    page.add("active proctype story() {", "if")
    numbers: list[dict[str, int]] = []
    for n, story in enumerate(stories):
        first = len(numbers[-1]) + min(numbers[-1].values()) if numbers else 1
        numbers.append({id_: first + k for k, id_ in enumerate(story.passages)})
        start = starts[n] if starts else Program(story).start
        page.add(":: atomic {", *_set_up(story, start, numbers[n]), "}")
    page.add("fi;", "do")
    for n, story in enumerate(stories):
        _Written(page, story, n, numbers[n], free=free_meetings).passages()
    page.add(":: atomic { at == 0 ->", "over:")
    page.add(*(f"v{n} = 0;" for n in range(slots)), "at = 0; up = 0; down = 0;")
    if deep:
        page.add(*(f"stack[{n}] = 0;" for n in range(deep)), "calls = 0;")
    page.add("break }", "od", "}")
    return Model("\n".join(page.lines) + "\n", page.marks)


def reached(model: Model, output: str) -> set[Mark]:
    """What a model's verifier reached, from what it printed after an exhaustive search.

    Raises ValueError if the search was not exhaustive.
    """
    if "unreached in proctype story" not in output or "full statespace search" not in (
        output.lower()
    ):
        raise ValueError("not the output of a whole search:\n" + output[-2_000:])
    for sign in ("max search depth too small", "out of memory", "Search not completed"):
        if sign in output:
            raise ValueError(f"the search was not exhaustive: {sign}")
    missed = {int(line) for line in re.findall(r"\.pml:(\d+), state", output)}
    return {mark for line, marks in model.marks.items() if line not in missed for mark in marks}


def _set_up(story: Story, start: State, numbers: Mapping[str, int]) -> Iterator[str]:
    for n, (slot, value) in enumerate(zip(story.slots, start.values, strict=True)):
        if value != slot.low:
            yield f"v{n} = {value - slot.low};"
    for n, caller in enumerate(start.stack):
        yield f"stack[{n}] = {numbers[caller]}; calls++;"
    yield f"at = {numbers[start.passage]}"


def _calls(story: Story) -> bool:
    return any(passage.call for passage in story.passages.values())


class _Page:
    """The lines of a model."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.marks: dict[int, tuple[Mark, ...]] = {}

    def add(self, *lines: str) -> None:
        self.lines += lines

    def mark(self, *marks: Mark) -> None:
        """A statement that does nothing but stand for `marks`."""
        if marks:
            self.lines.append("mark = 0;")
            self.marks[len(self.lines)] = marks


class _Written:
    """Writes one story's passages."""

    def __init__(
        self, page: _Page, story: Story, n: int, numbers: Mapping[str, int], *, free: bool
    ) -> None:
        self._page = page
        self._story = story
        self._n = n
        self._numbers = numbers
        self._free = free
        self._rows = _Rows(story.slots)
        self._flows = {p.id: p.flow for p in story.passages.values()}

    def passages(self) -> None:
        """An alternative of the loop for each passage; jumps go from one into another."""
        for passage in self._story.passages.values():
            number = self._numbers[passage.id]
            self._page.add(f":: atomic {{ at == {number} ->", f"enter{number}:")
            self._passage(passage)
            self._page.add("}")

    def _branches(self, *ids: str) -> None:
        self._page.mark(*(Mark(self._n, "branch", id_) for id_ in ids))

    def _passage(self, passage: Passage) -> None:
        page = self._page
        self._branches(passage.id)
        if passage.seen >= 0:
            page.add(f"v{passage.seen} = 1;")
        if passage.visits >= 0:
            slot = self._story.slots[passage.visits]
            at = f"v{passage.visits}"
            page.add(f"if :: {at} < {slot.high - slot.low} -> {at}++ :: else fi;")
        self._effects(passage.effects)
        for paragraph in passage.paragraphs:
            self._one_of_two(
                paragraph.condition, paragraph.id, else_=paragraph.otherwise is not None
            )
        if passage.call is not None:
            number = self._numbers[passage.id]
            page.add(f"stack[calls] = {number}; calls++;", self._enter(passage.call))
            page.add(f"back{number}:")
            self._jumps(passage.id, passage.jumps)
        elif passage.returns:
            self._return(passage)
        elif passage.jumps:
            self._jumps(passage.id, passage.jumps)
        else:
            self._stop(passage)

    def _one_of_two(self, condition: Condition | None, id_: str, *, else_: bool) -> None:
        """A paragraph or card, and its else."""
        if condition is None:
            self._branches(id_)
            return
        self._page.add("if", f":: {self._holds(condition)} ->")
        self._branches(id_)
        self._page.add(":: else")
        if else_:
            self._page.add("->")
            self._branches(f"{id_}/else")
        self._page.add("fi;")

    def _holds(self, condition: Condition | None) -> str:
        return "true" if condition is None else self._rows.condition(condition.row)

    def _enter(self, passage: str) -> str:
        return f"goto enter{self._numbers[passage]};"

    def _jumps(self, id_: str, jumps: Iterable[Jump]) -> None:
        """The first whose condition holds is taken; the last has none."""
        page, open_ = self._page, 0
        for jump in jumps:
            if jump.condition is not None:
                page.add("if", f":: {self._holds(jump.condition)} ->")
            self._branches(f"{id_}/to/{jump.to}")
            page.add(self._enter(jump.to))
            if jump.condition is not None:
                page.add(":: else ->")
                open_ += 1
        page.add("fi;" * open_)

    def _return(self, passage: Passage) -> None:
        """Back to whichever passage called this flow."""
        page = self._page
        page.add("calls--;", "if")
        for caller in self._story.passages.values():
            if caller.call is not None and self._flows[caller.call] == passage.flow:
                number = self._numbers[caller.id]
                page.add(f":: stack[calls] == {number} -> stack[calls] = 0; goto back{number};")
        page.add("fi;")

    def _effects(self, effects: Iterable[Effect]) -> None:
        for effect in effects:
            slot = self._story.slots[effect.slot]
            place = effect.place
            fault = f"{slot.name}@{place.file}:{place.line}:{place.column}"
            value = self._rows.value(effect.value)
            if effect.value[0] != "k":
                self._page.add("if", f":: {value} < {slot.low} || {value} > {slot.high} ->")
                self._page.mark(Mark(self._n, "fault", fault))
                self._page.add("goto over;", ":: else fi;")
            self._page.add(f"v{effect.slot} = {value} - ({slot.low});")

    def _stop(self, passage: Passage) -> None:
        """The screen is complete: cards, hands, and what can be taken."""
        page = self._page
        for card in self._story.scenes[passage.scene].know:
            paragraph = card.paragraph
            self._one_of_two(
                paragraph.condition, paragraph.id, else_=paragraph.otherwise is not None
            )
        if passage.ending is not None:
            self._branches(f"{passage.id}/ending")
            page.add("goto over")
            return
        if passage.meeting is not None:
            self._hands(passage.meeting)
        page.add("if")
        for choice in passage.choices:
            self._choice(choice)
        if passage.meeting is not None:
            self._results(passage, passage.meeting)
        if passage.skip is not None:
            page.add(":: true ->")
            self._take(f"{passage.id}/skip", passage.skip.to)
        page.add(":: else ->")
        page.mark(Mark(self._n, "stuck", passage.id))
        page.add("goto over", "fi;", "up = 0; down = 0")

    def _take(self, option: str, to: str) -> None:
        self._branches(option)
        self._page.add(f"at = {self._numbers[to]};")

    def _choice(self, choice: Choice) -> None:
        guard = self._holds(choice.condition)
        if choice.once >= 0:
            guard = f"v{choice.once} == 0 && {guard}"
        self._page.add(f":: {guard} ->")
        if choice.once >= 0:
            self._page.add(f"v{choice.once} = 1;")
        self._effects(choice.effects)
        self._take(choice.id, choice.to)

    def _hands(self, meeting: Meeting) -> None:
        page = self._page
        for voter in meeting.voters:
            open_ = 0
            for line in voter.lines:
                if line.condition is not None:
                    page.add("if", f":: {self._holds(line.condition)} ->")
                self._branches(line.id)
                if line.hand != "abstain":
                    page.add(f"{line.hand}++;")
                if line.condition is not None:
                    page.add(":: else ->")
                    open_ += 1
            page.add("fi;" * open_)

    def _results(self, passage: Passage, meeting: Meeting) -> None:
        sign = ">=" if meeting.reaching else ">"
        carried = f"up * {meeting.under} {sign} {meeting.over} * (up + down)"
        carried = f"(up + down > 0 && {carried})"
        for result, to in (("carried", meeting.carried), ("lost", meeting.lost)):
            guard = "true" if self._free else carried if result == "carried" else f"!{carried}"
            self._page.add(f":: {guard} ->")
            self._take(f"{passage.id}/{result}", to)


class _Rows:
    """Expression rows in Promela, over variables that count from 0."""

    def __init__(self, slots: Sequence[Slot]) -> None:
        self._slots = slots

    def value(self, row: Any) -> str:
        """A number."""
        match row:
            case ["k", constant]:
                return f"({constant})"
            case ["v", int(slot)]:
                low = self._slots[slot].low
                return f"(v{slot} + ({low}))" if low else f"v{slot}"
            case ["+" | "-" as sign, left, right]:
                return f"({self.value(left)} {sign} {self.value(right)})"
            case ["min" | "max" as which, left, right]:
                a, b = self.value(left), self.value(right)
                return f"({a} {'<' if which == 'min' else '>'} {b} -> {a} : {b})"
            case ["count", slots, int(mask)]:
                counted = [_within(self.value(("v", slot)), mask) for slot in slots]
                return f"({' + '.join(counted)})" if counted else "(0)"
        return self.condition(row)

    def condition(self, row: Any) -> str:
        """A condition, in brackets of its own."""
        match row:
            case ["k", constant]:
                return "true" if constant else "false"
            case ["v", slot]:
                return f"(v{slot} == 1)"
            case ["not", inner]:
                return f"(!{self.condition(inner)})"
            case ["and" | "or" as joint, *parts]:
                sign = " && " if joint == "and" else " || "
                return f"({sign.join(self.condition(part) for part in parts)})"
            case ["in", asked, int(mask)]:
                return _within(self.value(asked), mask)
            case ["==" | "!=" | "<" | "<=" | ">" | ">=" as sign, left, right]:
                return f"({self.value(left)} {sign} {self.value(right)})"
        raise ValueError(f"no row {row!r}")


def _within(value: str, mask: int) -> str:
    inside = [f"{value} == {n}" for n in range(mask.bit_length()) if mask >> n & 1]
    return f"({' || '.join(inside)})" if inside else "(false)"
