"""How far each ending is from a state, found by playing on from it.

Deliberately naive: forwards over the real engine, one state at a time, with nothing but `view` and
`step`. `game.check.fates` and `game.debrief.turning` are held against it.
"""

from __future__ import annotations

from collections import deque
from random import Random

from game.play.program import Program
from game.play.screen import RangeFault, step, view
from game.play.state import State


class Ahead:
    """What follows in a story; screens are made once."""

    def __init__(self, program: Program, *, free_meetings: bool = False) -> None:
        self.program = program
        self.free = free_meetings
        self._after: dict[State, dict[str, State]] = {}
        self._ending: dict[State, str | None] = {}

    def ending(self, state: State) -> str | None:
        """The ending that the screen of `state` shows."""
        self._look(state)
        return self._ending[state]

    def after(self, state: State) -> dict[str, State]:
        """What each option leads to that can be taken without a fault."""
        self._look(state)
        return self._after[state]

    def away(self, state: State) -> dict[str, int]:
        """The fewest options to each ending that can be reached from `state`."""
        far = {state: 0}
        todo = deque([state])
        found: dict[str, int] = {}
        while todo:
            here = todo.popleft()
            ending = self.ending(here)
            if ending is not None:
                found.setdefault(ending, far[here])
            for after in self.after(here).values():
                if after not in far:
                    far[after] = far[here] + 1
                    todo.append(after)
        return found

    def states(self, most: int) -> list[State] | None:
        """Every state that can be reached; None if there are more than `most`."""
        known = {self.program.start: None}
        todo = deque(known)
        while todo:
            for after in self.after(todo.popleft()).values():
                if after not in known:
                    known[after] = None
                    todo.append(after)
            if len(known) > most:
                return None
        return list(known)

    def route(self, chance: Random, most: int = 60) -> list[str]:
        """A play that takes any option at every screen, to its end or `most` options long."""
        state, out = self.program.start, list[str]()
        while len(out) < most and (options := sorted(self.after(state))):
            option = chance.choice(options)
            out.append(option)
            state = self.after(state)[option]
        return out

    def _look(self, state: State) -> None:
        if state in self._after:
            return
        screen = view(self.program, state, free_meetings=self.free)
        self._ending[state] = None if screen.ending is None else screen.ending.id
        after = self._after[state] = {}
        for option in screen.options:
            if option.available:
                try:
                    after[option.id] = step(self.program, state, option.id, free_meetings=self.free)
                except RangeFault:
                    continue
