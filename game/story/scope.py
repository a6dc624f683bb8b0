"""The names an expression may use, and what each of them is.

A `Scope` is made once for a story and shared by all its conditions, effects and texts: it also
gathers what they ask of the state (`seen`, `visits`) and which variables they read.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from game.story.model import Slot

MOST_VISITS = 254
"""The largest number `visits` may be compared with: like any number it has at most 256 values."""

FUNCTIONS = ("seen", "visits", "count", "up_to", "down_to")


class ExpressionProblem(NamedTuple):
    """Something wrong in one expression or text.

    `code` and `fields` belong to `game.story.diagnostics.TABLE`; `offset` and `length` count
    characters of the source.
    """

    code: str
    offset: int
    length: int
    fields: dict[str, object]


class Type(NamedTuple):
    """What kind of value something is. `values` are the ids a stance or `one_of` can be."""

    kind: Literal["flag", "number", "stance", "one_of"]
    values: tuple[str, ...] = ()
    ordered: bool = False


FLAG = Type("flag")
NUMBER = Type("number", ordered=True)


class Scope:
    """Everything an expression can name.

    `slots` are the variables, then the stances of people, in the order of the state. `ordered`
    names the `one_of`s that have an order, `people` everybody in the story, so that somebody
    without a stance is not taken for a slip of the pen.
    """

    def __init__(
        self,
        slots: Sequence[Slot],
        scale: Sequence[str],
        groups: Mapping[str, Sequence[str]],
        passages: Collection[str],
        ordered: Collection[str] = (),
        people: Collection[str] = (),
    ) -> None:
        self.slots = list(slots)
        """The slots; reading `seen` and `visits` adds to the end."""
        self.scale = tuple(scale)
        self.groups = groups
        self.passages = passages
        self.people = people
        self.read: set[int] = set()
        """The slots that something has read: a condition, a text, an effect on another slot."""
        self.types: dict[str, tuple[int, Type]] = {}
        """Each variable and each person with a stance: the slot and its type."""
        self._asked: dict[tuple[str, str], int] = {}
        for number, slot in enumerate(self.slots):
            match slot.kind:
                case "one_of":
                    type_ = Type("one_of", slot.values, slot.name in ordered)
                case "stance":
                    type_ = Type("stance", self.scale, ordered=True)
                case "flag":
                    type_ = FLAG
                case "number":
                    type_ = NUMBER
                case _:  # what the engine keeps has no name of its own
                    continue
            self.types[slot.name] = number, type_
        self.words = {word for _, type_ in self.types.values() for word in type_.values}
        """Every id of a value: the scale, and the values of each `one_of`."""
        self.words.update(self.scale)

    def seen_slot(self, passage: str) -> int:
        """The slot of `seen(passage)`, made on first use."""
        return self._ask(passage, "seen", 1)

    def visits_slot(self, passage: str, threshold: int) -> int:
        """The slot of `visits(passage)`, counting at least as far as `threshold`."""
        number = self._ask(passage, "visits", max(1, threshold))
        slot = self.slots[number]
        if threshold > slot.high:
            self.slots[number] = slot._replace(high=threshold)
        return number

    def _ask(self, passage: str, kind: Literal["seen", "visits"], high: int) -> int:
        number = self._asked.get((kind, passage))
        if number is None:
            number = self._asked[kind, passage] = len(self.slots)
            self.slots.append(Slot(passage, kind, 0, high, 0))
            self.read.add(number)
        return number

    def final_slots(self) -> tuple[Slot, ...]:
        """All slots, with the ranges of `visits` as the expressions read so far need them."""
        return tuple(self.slots)

    def voters(self, group: str | None) -> tuple[int, ...]:
        """The slots of everyone who has a stance, or of those in `group`."""
        names: Iterable[str] = self.types if group is None else self.groups[group]
        found = (self.types.get(name) for name in names)
        return tuple(slot for slot, type_ in filter(None, found) if type_.kind == "stance")
