"""The state: everything that changes during play, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from game.story.model import Passage

if TYPE_CHECKING:
    from game.play.program import Program


class State(NamedTuple):
    """The passage about to be entered, the values of the slots, and the calls to return to.

    Small, immutable and hashable; section 9 of the specification says what it means. It holds only
    what conditions can read, so two states that are equal have the same future.
    """

    passage: str
    values: tuple[int, ...]
    stack: tuple[str, ...] = ()
    """Passages that called a flow, the innermost last."""

    def to_json(self, program: Program) -> dict[str, Any]:
        """The state's one JSON form: values by name, left out where they are as at the start."""
        slots = program.story.slots
        return {
            "passage": self.passage,
            "values": {
                f"{slot.kind}:{slot.name}": value
                for slot, value in zip(slots, self.values, strict=True)
                if value != slot.start
            },
            "stack": list(self.stack),
        }

    @classmethod
    def from_json(cls, program: Program, data: Any) -> State:
        """The state of a JSON form; raises ValueError if `data` is none of this program's."""
        slots = program.story.slots
        try:
            said = dict(data["values"])
            values = tuple(said.pop(f"{s.kind}:{s.name}", s.start) for s in slots)
            state = cls(data["passage"], values, tuple(data["stack"]))
            _check_calls(program, state)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"not a state: {error}") from error
        if said:
            raise ValueError(f"this story has no {next(iter(said))}")
        for slot, value in zip(slots, values, strict=True):
            if type(value) is not int or not slot.low <= value <= slot.high:
                raise ValueError(f"{slot.name} cannot be {value!r}")
        return state


def _check_calls(program: Program, state: State) -> None:
    """Raises ValueError unless `state` is inside the very flows that its stack has called.

    A stack that says anything else could return to nowhere, or go round without a choice.
    """
    flow = None
    for caller in state.stack:
        called = _in_flow(program, caller, flow).call
        if called is None:
            raise ValueError(f"{caller} calls nothing")
        flow = program.story.passages[called].flow
    _in_flow(program, state.passage, flow)


def _in_flow(program: Program, id_: str, flow: str | None) -> Passage:
    passage = program.story.passages.get(id_)
    if passage is None:
        raise ValueError(f"this story has no passage {id_!r}")
    if passage.flow != flow:
        raise ValueError(f"{id_} cannot be entered from there")
    return passage
