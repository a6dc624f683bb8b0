"""One play of a story: where it stands, how it came there, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from game.play.program import Program
from game.play.screen import NotAvailable, step, view
from game.play.state import State
from game.play.view import Option, View
from game.translation import language


class Past(NamedTuple):
    """An earlier screen, and what was chosen there."""

    view: View
    chosen: Option


class Playthrough:
    """A list of states and the choices between them; rollback drops the last."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._states: list[State] = [program.start]
        self._choices: list[str] = []
        self._view: View | None = None
        self._spoken = language()

    @property
    def state(self) -> State:
        """The state whose screen is shown."""
        return self._states[-1]

    @property
    def choices(self) -> tuple[str, ...]:
        """The ids of the options taken so far."""
        return tuple(self._choices)

    @property
    def view(self) -> View:
        """The present screen."""
        if self._view is None or self._spoken != language():
            self._view, self._spoken = view(self.program, self.state), language()
        return self._view

    @property
    def before(self) -> View | None:
        """The screen before the present one; None on the first."""
        return view(self.program, self._states[-2]) if self._choices else None

    def choose(self, option: str | int) -> View:
        """Take an option and show the next screen.

        `option` is an id, or a number: 1 is the first that can be taken.

        Raises `NotAvailable` and `RangeFault`; then nothing has changed.
        """
        if isinstance(option, int):
            numbered = self.view.numbered
            if not 1 <= option <= len(numbered):
                raise NotAvailable(str(option), tuple(o.id for o in numbered))
            option = numbered[option - 1].id
        state = step(self.program, self.state, option)
        self._states.append(state)
        self._choices.append(option)
        self._view = None
        return self.view

    def after(self, option: str) -> Playthrough:
        """The play as it would be after an option; this one stays where it is.

        Raises `NotAvailable` and `RangeFault`.
        """
        other = Playthrough(self.program)
        other._states = [*self._states, step(self.program, self.state, option)]
        other._choices = [*self._choices, option]
        return other

    def rollback(self, screens: int = 1) -> View:
        """Go back that many choices; raises ValueError if there are not so many."""
        if not 0 <= screens <= len(self._choices):
            raise ValueError(f"cannot go back {screens}: {len(self._choices)} choices were made")
        if screens:
            del self._states[-screens:], self._choices[-screens:]
            self._view = None
        return self.view

    def backlog(self) -> tuple[Past, ...]:
        """Every earlier screen with what was chosen on it, the first one first."""
        out = []
        for state, chosen in zip(self._states, self._choices, strict=False):
            screen = view(self.program, state)
            out.append(Past(screen, next(o for o in screen.options if o.id == chosen)))
        return tuple(out)

    @classmethod
    def replay(cls, program: Program, choices: Iterable[str]) -> tuple[Playthrough, str | None]:
        """Play `choices` from the start, as far as they can be taken.

        The second value is the first that could not be, or None.
        """
        from game.play.screen import RangeFault

        play = cls(program)
        for choice in choices:
            try:
                state = step(program, play.state, choice)
            except (NotAvailable, RangeFault):
                return play, choice
            play._states.append(state)
            play._choices.append(choice)
        return play, None
