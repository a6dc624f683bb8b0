"""The whole debrief of a play, as plain values: what was done, and what the story has to say of it.

Nothing is judged, counted up or put into other words: choices stand in the author's words under the
lens that the author gave them, and what the story does not have is left out. Where endings went out
of reach is not here: that takes working out (`game.debrief.turning`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from game.play.playthrough import Past
from game.play.program import Program
from game.play.screen import settled_values, step, view
from game.play.state import State
from game.play.view import EndingView, MeetingView, Option, View
from game.story.model import Credit, Label, Lens, Source, Story

LENSES: tuple[Lens, ...] = ("alone", "together", "apart")


class Deed(NamedTuple):
    """A choice that was made. `step` is how many were made before it."""

    step: int
    scene: str
    """The scene's id."""
    chosen: Option


class Deeds(NamedTuple):
    """The choices under one lens, in the order they were made. Never empty."""

    lens: Lens
    deeds: tuple[Deed, ...]


class Standing(NamedTuple):
    """Where somebody stood: in the words of the story's scale, at the start and at the end."""

    person: str
    name: str
    start: str
    end: str
    moved: int
    """By how many places of the scale; below 0, away from its last word."""


class Vote(NamedTuple):
    """A meeting whose result was taken. `step` is how many options were taken before it."""

    step: int
    meeting: MeetingView
    option: str
    """The id of the result."""


class Entry(NamedTuple):
    """Something of the record, or a margin note, with how sure it is and where it is from."""

    label: Label
    text: str
    sources: tuple[Source, ...]


class LookBack(NamedTuple):
    """A play, looked back on. Empty where the story has nothing, or the play came to nothing."""

    story: Story
    ending: EndingView | None
    """None for a play that has not come to one."""
    past: tuple[Past, ...]
    """Every screen before the last, with what was chosen on it."""
    last: View
    deeds: tuple[Deeds, ...]
    """In the order of `LENSES`; choices without a lens are in `past` alone."""
    people: tuple[Standing, ...]
    """Everybody who has a stance, in the story's order."""
    votes: tuple[Vote, ...]
    record: tuple[Entry, ...]
    notes: tuple[Entry, ...]
    """The margin notes of the screens that were seen, each once, in the order they came up."""
    against: str
    questions: tuple[str, ...]
    credits: tuple[Credit, ...]


def look_back(program: Program, choices: Iterable[str], *, free_meetings: bool = False) -> LookBack:
    """The debrief of the play that takes `choices`, by their ids.

    Raises `NotAvailable` and `RangeFault` where it cannot be played.
    """
    story, state = program.story, program.start
    past: list[Past] = []
    for option in choices:
        screen = view(program, state, free_meetings=free_meetings)
        after = step(program, state, option, free_meetings=free_meetings)
        past.append(Past(screen, next(o for o in screen.options if o.id == option)))
        state = after
    last = view(program, state, free_meetings=free_meetings)
    debrief = story.debrief
    return LookBack(
        story,
        last.ending,
        tuple(past),
        last,
        tuple(_deeds(past)),
        tuple(_standings(program, state)),
        tuple(_votes(past)),
        tuple(_entry(story, r.label, r.text, r.sources) for r in debrief.record),
        tuple(_notes(story, [*(one.view for one in past), last])),
        debrief.against,
        debrief.questions,
        story.credits,
    )


def _deeds(past: list[Past]) -> Iterable[Deeds]:
    for lens in LENSES:
        those = tuple(
            Deed(number, screen.scene, chosen)
            for number, (screen, chosen) in enumerate(past)
            if chosen.lens == lens
        )
        if those:
            yield Deeds(lens, those)


def _standings(program: Program, state: State) -> Iterable[Standing]:
    story = program.story
    values = settled_values(program, state)
    for id_, person in story.people.items():
        if person.stance >= 0:
            slot, now = story.slots[person.stance], values[person.stance]
            start, end = slot.words[slot.start - slot.low], slot.words[now - slot.low]
            yield Standing(id_, person.name, start, end, now - slot.start)


def _votes(past: list[Past]) -> Iterable[Vote]:
    for number, (screen, chosen) in enumerate(past):
        if screen.meeting is not None and chosen.kind == "result":
            yield Vote(number, screen.meeting, chosen.id)


def _notes(story: Story, screens: list[View]) -> Iterable[Entry]:
    for id_ in dict.fromkeys(note for screen in screens for note in screen.notes):
        note = story.notes[id_]
        yield _entry(story, note.label, note.text, note.sources)


def _entry(story: Story, label: Label, text: str, sources: tuple[str, ...]) -> Entry:
    return Entry(label, text, tuple(story.sources[id_] for id_ in sources if id_ in story.sources))
