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
player's (and, with free meetings, the class's), and which state a play begins with.

*How a branch is asked.* Each branch is a statement of its own, on a line of its own. After an
exhaustive search SPIN lists the statements that it never reached, by line. That is exact, needs no
property for each branch, and one search answers for all; several stories can share one model, so
that the C compiler is paid for once. Stuck screens and range faults are such statements too. Traps
are looked for in the steps that SPIN took (`game.check.promela_steps`). And the number of states is
a sharp test of all the rest.

*A part of a story* (`game.check.acts` says which, and what that proves) is a model of its passages
alone, from every state in which a play comes into them. A step that leaves them ends there. It must
lead to a state that is on the list of another part, apart from what is read no more; that it is not
on the list is a statement again, which must not be reached.

The values are kept from 0 (a number's value less its lowest), and everything is 0 in the one state
where all that has ended is gathered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from game.check import promela_steps
from game.check.promela_parts import Door, Layout, Part
from game.check.promela_rows import Rows
from game.play.state import State
from game.story.model import Choice, Condition, Effect, Jump, Meeting, Passage


class Mark(NamedTuple):
    """Something that a line of the model stands for.

    `id` is a branch's stable id, the passage of a stuck screen, or a fault's slot and place. A
    state that is `missed` is none of the door's, whose passage `id` is.
    """

    story: int
    kind: Literal["branch", "stuck", "fault", "missed"]
    id: str


class Model(NamedTuple):
    """A model's text, and what its lines stand for (lines count from 1)."""

    text: str
    tables: str
    """What must lie beside it in the file `promela_steps.TABLES`."""
    marks: Mapping[int, tuple[Mark, ...]]
    over: int
    """The line that is reached where anything ends."""
    state: Layout

    def key(self, n: int, state: State) -> promela_steps.Key:
        """How a state of the story number `n` is written down (`game.check.promela_steps`)."""
        return promela_steps.key_of(self.state.items(n, state))


def promela(parts: Sequence[Part], *, free_meetings: bool = False) -> Model:
    """The model of one or more stories; with several, the first step chooses which is played.

    Models of the same stories in the same order write the same key for the same state.
    """
    page, layout = _Page(), Layout([part.story for part in parts])
    page.add(*promela_steps.declared(layout.names))
    page.add(*(f"byte v{n};" for n in range(layout.slots)))
    page.add("short at; byte up, down; int pick;", "hidden byte mark;")
    if layout.deep:
        page.add(f"short stack[{layout.deep}]; byte calls;")
    page.add("active proctype story() {", "if")
    for n, part in enumerate(parts):
        if part.starts:
            page.add(":: atomic {", *_set_up(layout, n, part.starts), "}")
    page.add("fi;", "do")
    for n, part in enumerate(parts):
        if part.starts:
            _Written(page, part, n, layout, free=free_meetings).passages()
    page.add(":: atomic { at == 0 ->", "over:", "mark = 0;")
    over = len(page.lines)
    page.add(*(f"{one} = 0;" for one in (*layout.names, "up", "down", "pick")))
    page.add("break }", "od", "}")
    tables = "".join(table for n, part in enumerate(parts) for table in _tables(layout, n, part))
    return Model("\n".join(page.lines) + "\n", tables, page.marks, over, layout)


def reached(model: Model, output: str) -> set[Mark]:
    """What a model's verifier reached, from what it printed after an exhaustive search.

    Raises ValueError if the search was not exhaustive.
    """
    missed = _missed(output)
    return {mark for line, marks in model.marks.items() if line not in missed for mark in marks}


def stored(model: Model, output: str) -> int:
    """How many states of the stories a verifier stored, after an exhaustive search."""
    found = re.search(r"([\d.e+]+) states, stored", output)
    assert found is not None, output
    # What is beside them: the beginning, and the two states of the end.
    return int(float(found[1])) - (1 if model.over in _missed(output) else 3)


def _missed(output: str) -> set[int]:
    if "unreached in proctype story" not in output or "full statespace search" not in (
        output.lower()
    ):
        raise ValueError("not the output of a whole search:\n" + output[-2_000:])
    for sign in ("max search depth too small", "out of memory", "Search not completed"):
        if sign in output:
            raise ValueError(f"the search was not exhaustive: {sign}")
    return {int(line) for line in re.findall(r"\.pml:(\d+), state", output)}


def _tables(layout: Layout, n: int, part: Part) -> Iterator[str]:
    """The states that a part begins with, and the keys of those that it may lead out to."""
    if part.starts:
        yield promela_steps.rows(f"starts{n}", [layout.items(n, one) for one in part.starts])
        for id_, door in part.doors.items():
            keys = [promela_steps.key_of(layout.items(n, one)) for one in door.states]
            yield promela_steps.keys(f"known{layout.numbers[n][id_]}", keys)


def _set_up(layout: Layout, n: int, starts: Sequence[State]) -> Iterator[str]:
    """Choose one of the states to start with: its number bit by bit, then all that it holds."""
    # A choice must not stand first: it would be part of that between the stories.
    yield "pick = 0;"
    for _ in range((len(starts) - 1).bit_length()):
        yield "if :: pick = 2 * pick :: pick = 2 * pick + 1 fi;"
    yield f"if :: pick < {len(starts)} :: else -> goto over fi;"
    yield promela_steps.loaded(f"starts{n}", layout.names)
    yield f"pick = 0; {promela_steps.LEADS}"


class _Page:
    """The lines of a model."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.marks: dict[int, tuple[Mark, ...]] = {}

    def add(self, *lines: str) -> None:
        for text in lines:
            self.lines += text.split("\n")

    def mark(self, *marks: Mark) -> None:
        """A statement that does nothing but stand for `marks`."""
        if marks:
            self.lines.append("mark = 0;")
            self.marks[len(self.lines)] = marks


class _Written:
    """Writes one story's passages."""

    def __init__(self, page: _Page, part: Part, n: int, layout: Layout, *, free: bool) -> None:
        self._page = page
        self._part = part
        self._story = part.story
        self._n = n
        self._layout = layout
        self._numbers = layout.numbers[n]
        self._free = free
        self._rows = Rows(part.story.slots)
        self._flows = {p.id: p.flow for p in part.story.passages.values()}
        self._out: dict[str, None] = {}
        """The passages of other parts that this one leads to."""

    def passages(self) -> None:
        """An alternative of the loop for each passage; jumps go from one into another."""
        for passage in self._inside():
            number = self._numbers[passage.id]
            self._page.add(f":: atomic {{ at == {number} -> {promela_steps.STARTS}")
            self._page.add(f"enter{number}:")
            self._passage(passage)
            self._page.add("}")
        for id_ in self._out:
            self._leave(id_)

    def _inside(self) -> Iterator[Passage]:
        return (one for one in self._story.passages.values() if one.id in self._part.passages)

    def _leave(self, id_: str) -> None:
        """What is done on leaving the part for a passage of another."""
        page, number = self._page, self._numbers[id_]
        door = self._part.doors.get(id_, Door((), ()))
        # Never begun with, as no state is kept there: steps that leave come in at the label.
        page.add(f":: atomic {{ at == {number} ->", f"enter{number}:", f"at = {number};")
        for slot, value in door.dead:
            page.add(f"v{slot} = {value - self._story.slots[slot].low};")
        if door.states:
            page.add(promela_steps.known(f"known{number}", len(door.states)))
        page.add("if", f":: pick == 1 -> {promela_steps.LEADS}", ":: else ->")
        page.mark(Mark(self._n, "missed", id_))
        page.add("fi;", "goto over }")

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
        if passage not in self._part.passages:
            self._out[passage] = None
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
        for caller in self._inside():
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
            page.add(promela_steps.ENDS, "goto over")
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
        page.add("goto over", "fi;")

    def _take(self, option: str, to: str) -> None:
        self._branches(option)
        if to in self._part.passages:
            self._page.add(f"at = {self._numbers[to]}; up = 0; down = 0; {promela_steps.LEADS}")
        else:
            self._page.add(self._enter(to))

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
