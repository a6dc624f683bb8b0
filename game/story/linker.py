"""Reading what a story says of its own names: targets, people, texts, conditions, effects."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from game.story.authored import When
from game.story.diagnostics import Problems, near
from game.story.expression import ExpressionProblem, parse_condition, parse_effect
from game.story.gather import Gathered, Spot
from game.story.model import Condition, Effect, Paragraph, Row, Text
from game.story.scope import Scope
from game.story.text import parse_text

YOU = "you"
"""The player, among people."""


class Linker:
    """Reads the names, texts, conditions and effects of one story, and reports what is wrong."""

    def __init__(
        self,
        all_: Gathered,
        scope: Scope,
        slot_of: Mapping[str, int],
        problems: Problems,
        lost: Collection[str] = (),
    ) -> None:
        self.all = all_
        self.scope = scope
        self.slot_of = slot_of
        self.problems = problems
        self.misread = False
        """True once a text had something wrong in it, and may have meant to read a variable."""
        self._lost = lost
        self._read: dict[str, tuple[Row | None, list[ExpressionProblem]]] = {}
        self._done: dict[str, tuple[int | None, Row | None, list[ExpressionProblem]]] = {}

    # names

    def known(
        self, name: str, known: Mapping[str, object], spot: Spot, what: str, section: str
    ) -> bool:
        """True if `name` is declared; otherwise reported (N04)."""
        if name in known or name in self._lost:
            return name in known
        spot.wrong(
            self.problems,
            "N04",
            what=what,
            name=name,
            near=near(name, known),
            section=section,
        )
        return False

    def target(self, name: str, spot: Spot) -> bool:
        """True if there is a passage `name`; otherwise reported (N01)."""
        if name in self.all.passages or name in self._lost:
            return name in self.all.passages
        spot.wrong(self.problems, "N01", name=name, near=near(name, self.all.passages))
        return False

    def asset(self, name: str | None, spot: Spot) -> None:
        """Check the name of a picture or a sound that stands at `spot`."""
        if name is None:
            return
        key = spot.path[-1]
        if key == "picture":
            self.known(name, self.all.pictures, spot, "picture", "pictures")
        elif self.known(name, self.all.sounds, spot, "sound", "sounds"):
            kind = self.all.sounds[name].form.kind
            wanted = "effect" if key == "sound" else key
            if kind != wanted:
                spot.wrong(
                    self.problems,
                    "F11",
                    why=f"`{name}` is {kind}, and `{key}` takes {wanted}",
                    mend=f"Name a sound whose `kind` is {wanted}.",
                )

    def person(self, name: str | None, spot: Spot) -> None:
        """Check the name of a person, or `you`."""
        if name is not None and name != YOU:
            self.known(name, self.all.people, spot, "person", "people")

    def is_somebody(self, name: str) -> bool:
        """True for the player and for everybody declared."""
        return name not in self._lost and (name == YOU or name in self.all.people)

    def is_lost(self, name: str) -> bool:
        """True if what was declared under this name is wrong already, and reported."""
        return name in self._lost

    # texts and expressions

    def _report(self, found: list[ExpressionProblem], spot: Spot) -> None:
        for one in found:
            if one.fields.get("name") in self._lost:
                continue
            place = spot.tree.text_place(spot.path, one.offset)
            self.problems.add(one.code, place, one.length, **one.fields)

    def text(self, source: str, spot: Spot) -> Text:
        """A printed text with its reads."""
        text, found = parse_text(source, self.scope)
        if not text:  # nothing but blanks
            self.problems.add("F09", spot.place, spot.length)
        self.misread |= bool(found)
        self._report(found, spot)
        return text

    def condition(self, source: str | None, spot: Spot) -> Condition | None:
        """A condition, or None if none is written (or it is wrong, and reported)."""
        if source is None:
            return None
        if source not in self._read:  # the same words say the same wherever they stand
            self._read[source] = parse_condition(source, self.scope)
        row, found = self._read[source]
        self._report(found, spot)
        return Condition(row or ("k", 0), source, spot.place)

    def effects(self, sources: list[str], spot: Spot) -> tuple[Effect, ...]:
        """A list of effects."""
        out = []
        for n, source in enumerate(sources):
            where = spot.at(n)
            if source not in self._done:
                self._done[source] = parse_effect(source, self.scope)
            slot, row, found = self._done[source]
            self._report(found, where)
            if slot is not None and row is not None:
                out.append(Effect(slot, row, source, where.place))
        return tuple(out)

    def when(self, id_: str, form: When, spot: Spot) -> Paragraph:
        """A text under a condition."""
        return Paragraph(
            id_,
            self.condition(form.if_, spot.at("if")),
            self.text(form.text, spot.at("text")),
            self.text(form.else_, spot.at("else")) if form.else_ is not None else None,
        )
