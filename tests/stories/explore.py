"""Every screen a story can show, found by playing every choice from every state.

Small stories only: the check (`game.check`, when it is built) decides the same without looking at
states one by one. This is what its answers can be held against.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from game.play.program import Program
from game.play.screen import RangeFault, step, view
from game.play.state import State
from game.play.view import Fault, View


@dataclass
class Explored:
    """What playing everything found. Branches have their stable ids."""

    branches: set[str] = field(default_factory=set)
    endings: dict[str, int] = field(default_factory=dict)
    """Each ending reached, and the fewest choices that lead to it."""
    faults: list[Fault] = field(default_factory=list)
    trapped: list[State] = field(default_factory=list)
    """States from which no ending can be reached."""
    states: int = 0


def explore(program: Program, *, free_meetings: bool = False, most: int = 2_000_000) -> Explored:
    """Play everything, breadth first; raises OverflowError beyond `most` states."""
    out = Explored()
    depth = {program.start: 0}
    before: dict[State, list[State]] = {}
    ended: list[State] = []
    todo = deque([program.start])
    while todo:
        state = todo.popleft()
        screen = view(program, state, free_meetings=free_meetings)
        out.branches.update(_branches(screen))
        if screen.fault is not None:
            out.faults.append(screen.fault)
        if screen.ending is not None:
            out.endings.setdefault(screen.ending.id, depth[state])
            ended.append(state)
        for option in (o.id for o in screen.options if o.available):
            try:
                after = step(program, state, option, free_meetings=free_meetings)
            except RangeFault as fault:
                out.faults.append(fault.fault)
                continue
            out.branches.add(option)
            before.setdefault(after, []).append(state)
            if after not in depth:
                depth[after] = depth[state] + 1
                todo.append(after)
        if len(depth) > most:
            raise OverflowError(f"more than {most} states")
    out.states = len(depth)
    safe = _all_before(ended, before)
    out.trapped = [state for state in depth if state not in safe]
    return out


def _all_before(ended: list[State], before: dict[State, list[State]]) -> set[State]:
    """The states from which one of `ended` can be reached."""
    safe, back = set(ended), list(ended)
    while back:
        for state in before.get(back.pop(), ()):
            if state not in safe:
                safe.add(state)
                back.append(state)
    return safe


def _branches(screen: View) -> set[str]:
    found = {*screen.passages, *(line.id for line in screen.lines)}
    found.update(card.id for card in screen.know)
    if screen.meeting is not None:
        found.update(hand.line for hand in screen.meeting.hands)
    return found


def all_branches(program: Program) -> set[str]:
    """The stable ids of every branch of the story, written from the story alone."""
    out: set[str] = set()
    for passage in program.story.passages.values():
        out.add(passage.id)
        for paragraph in passage.paragraphs:
            out.add(paragraph.id)
            if paragraph.otherwise is not None:
                out.add(f"{paragraph.id}/else")
        out.update(choice.id for choice in passage.choices)
        if passage.meeting is not None:
            out.update((f"{passage.id}/carried", f"{passage.id}/lost"))
            out.update(line.id for voter in passage.meeting.voters for line in voter.lines)
        if passage.skip is not None:
            out.add(f"{passage.id}/skip")
    for scene in program.story.scenes.values():
        for card in scene.know:
            out.add(card.id)
            if card.paragraph.otherwise is not None:
                out.add(f"{card.id}/else")
    return out
