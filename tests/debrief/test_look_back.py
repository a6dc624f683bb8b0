"""The debrief of plays that can be followed by eye, and of stories that nobody wrote."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from game.check.rows import work_out
from game.debrief import words
from game.debrief.look_back import LENSES, LookBack, look_back
from game.play.program import Program
from game.play.screen import NotAvailable, step, view
from game.play.view import View
from game.story.model import Effect, Lens, Story
from tests.corpus.written import story
from tests.debrief.ahead import Ahead
from tests.debrief.generated import MAKERS
from tests.story.test_generated import load

EXAMPLES = int(os.environ.get("ONE_OUT_EXAMPLES", "0")) or 200

TEA = """\
scale: [against, not_sure, with_us]
people:
  dot: {name: Dot, stance: not_sure, about: At the urn.}
  fay: {name: Fay, stance: against, about: At the next urn.}
  bob: {name: Bob, about: Passes by.}
sources:
  act: {text: The Act of 1901., kind: law}
notes:
  hours: {label: likely, text: The hours were long., sources: [act]}
  urn: {label: invented, text: There was no urn., sources: []}
  never: {label: disputed, text: Nobody reads this., sources: [act]}
debrief:
  record:
    law: {label: documented, text: It was the law., sources: [act]}
  against: The urn was dear.
  questions: [Who paid?, Who drank?]
passages:
  smoko:
    text: The yard.
    notes: [hours]
    choices:
      sit: {text: Sit by yourself., lens: alone, to: queue}
      ask: {text: Ask Dot., lens: together, effects: [dot += 1], to: queue}
      look: {text: Look on., to: shed}
  queue:
    text: The queue.
    notes: [urn, hours]
    choices:
      again: {text: Ask them both., lens: together, effects: [fay += 1, dot += 1], to: vote}
      go: {text: Go home., lens: apart, to: home}
  vote:
    meeting:
      motion: That we strike for tea.
      voters: [dot, fay, bob]
      needs: more than 1/2
      hands:
        dot:
          yes: {if: dot == with_us, hand: up, text: You asked.}
          else: {hand: down, text: You did not.}
        fay: {always: down, text: Fay likes coffee.}
        bob: {always: abstain, text: He was passing.}
      carried: shed
      lost: home
  shed:
    notes: [never]
    ending: {title: The shed, debrief: Tea for all.}
  home:
    effects: [fay -= 2]
    ending: {title: Home, debrief: You walk home.}
"""


@pytest.fixture
def tea(tmp_path: Path) -> Story:
    return story(tmp_path, TEA)


def back(made: Story, choices: str, *, free: bool = False) -> LookBack:
    return look_back(Program(made), choices.split(), free_meetings=free)


def test_choices_stand_under_their_lens_in_the_storys_own_words(tea: Story) -> None:
    found = back(tea, "smoko/ask queue/again vote/lost")
    assert [
        (those.lens, [(d.step, d.chosen.text) for d in those.deeds]) for those in found.deeds
    ] == [("together", [(0, "Ask Dot."), (1, "Ask them both.")])]
    found = back(tea, "smoko/sit queue/go")
    assert [(those.lens, [d.chosen.text for d in those.deeds]) for those in found.deeds] == [
        ("alone", ["Sit by yourself."]),
        ("apart", ["Go home."]),
    ]


def test_choices_without_a_lens_are_under_none_and_in_the_play(tea: Story) -> None:
    found = back(tea, "smoko/look")
    assert found.deeds == ()
    assert [past.chosen.text for past in found.past] == ["Look on."]


def test_people_stand_in_the_words_of_the_scale_after_all_that_happened(tea: Story) -> None:
    found = back(tea, "smoko/ask queue/again vote/lost")
    assert [tuple(one) for one in found.people] == [
        ("dot", "Dot", "not sure", "with us", 1),
        ("fay", "Fay", "against", "against", 0),  # up by one, and down at the ending itself
    ]
    assert words.stayed(found.people[1:]) == "As at the start: Fay (against)."


def test_a_vote_is_told_with_every_hand(tea: Story) -> None:
    (vote,) = back(tea, "smoko/ask queue/again vote/lost").votes
    assert (vote.step, vote.meeting.motion) == (2, "That we strike for tea.")
    assert [(h.name, h.hand, h.reason) for h in vote.meeting.hands] == [
        ("Dot", "up", "You asked."),
        ("Fay", "down", "Fay likes coffee."),
        ("Bob", "abstain", "He was passing."),
    ]
    assert words.outcome(vote) == "1 up, 1 down, 1 not voting: lost."
    (vote,) = back(tea, "smoko/ask queue/again vote/carried", free=True).votes
    assert words.outcome(vote) == "The class decided: carried."


def test_the_ending_is_there_once_the_play_has_come_to_it(tea: Story) -> None:
    assert back(tea, "smoko/sit").ending is None
    ending = back(tea, "smoko/sit queue/go").ending
    assert ending is not None
    assert (ending.title, ending.debrief) == ("Home", "You walk home.")


def test_the_record_has_labels_and_sources_and_notes_are_those_that_were_met(tea: Story) -> None:
    found = back(tea, "smoko/sit queue/go")
    (law,) = found.record
    assert (law.label, law.text) == ("documented", "It was the law.")
    assert words.sources(law.sources) == "Sources: The Act of 1901."
    assert [note.text for note in found.notes] == ["The hours were long.", "There was no urn."]
    assert (found.against, found.questions) == ("The urn was dear.", ("Who paid?", "Who drank?"))


def test_a_story_that_has_nothing_of_it_is_told_nothing(tmp_path: Path) -> None:
    bare = story(tmp_path, "passages:\n  smoko:\n    ending: {title: End, debrief: Over.}\n")
    found = back(bare, "")
    empty = (found.deeds, found.people, found.votes, found.record, found.notes, found.questions)
    assert empty == ((),) * 6
    assert found.against == ""


def test_a_play_that_cannot_be_played_is_refused(tea: Story) -> None:
    with pytest.raises(NotAvailable):
        back(tea, "smoko/fly")


# -- stories that nobody wrote


def with_lenses(made: Story, chance: Random) -> Story:
    """The story with a lens, or none, on each of its choices."""
    some: tuple[Lens | None, ...] = (None, *LENSES)
    passages = {
        id_: passage._replace(
            choices=tuple(c._replace(lens=chance.choice(some)) for c in passage.choices)
        )
        for id_, passage in made.passages.items()
    }
    return made._replace(passages=passages)


class Again:
    """Goes along a route once more, with a pencil: values by slot, from the written effects."""

    def __init__(self, made: Story) -> None:
        self.story = made
        self.values = {n: slot.start for n, slot in enumerate(made.slots)}
        self.under: dict[Lens, list[tuple[int, str, str]]] = {lens: [] for lens in LENSES}

    def enter(self, passages: tuple[str, ...]) -> None:
        """Everything that happens on the way to a screen."""
        for passage in map(self.story.passages.__getitem__, passages):
            if passage.seen >= 0:
                self.values[passage.seen] = 1
            if passage.visits >= 0:
                most = self.story.slots[passage.visits].high
                self.values[passage.visits] = min(most, self.values[passage.visits] + 1)
            self.change(passage.effects)

    def change(self, effects: tuple[Effect, ...]) -> None:
        """Effects, one after another, up to one that leaves its range: there a play stops."""
        for effect in effects:
            value, slot = work_out(effect.value, self.values), self.story.slots[effect.slot]
            if not slot.low <= value <= slot.high:
                return
            self.values[effect.slot] = value

    def choose(self, step: int, screen: View, option: str) -> None:
        """What a choice does, and the lens it stands under."""
        for choice in self.story.passages[screen.passage].choices:
            if choice.id == option:
                if choice.once >= 0:
                    self.values[choice.once] = 1
                self.change(choice.effects)
                if choice.lens is not None:
                    text = next(o.text for o in screen.options if o.id == option)
                    self.under[choice.lens].append((step, screen.scene, text))

    def stances(self) -> list[tuple[str, str, str]]:
        """Everybody's stance at the start and now."""
        slots = [(who.id, who.stance) for who in self.story.people.values() if who.stance >= 0]
        scale = [word.replace("_", " ") for word in self.story.scale]
        return [(id_, scale[self.story.slots[n].start], scale[self.values[n]]) for id_, n in slots]


def wrong(made: Story, route: list[str], *, free: bool) -> Iterator[str]:
    """Where the debrief of a route is not what one finds who goes along it once more."""
    program, again = Program(made), Again(made)
    votes, met, state = [], dict[str, None](), program.start
    for number, option in enumerate(route):
        screen = view(program, state, free_meetings=free)
        again.enter(screen.passages)
        met |= dict.fromkeys(screen.notes)
        again.choose(number, screen, option)
        if screen.meeting is not None and option != f"{screen.passage}/skip":
            votes.append((number, screen.meeting, option))
        state = step(program, state, option, free_meetings=free)
    last = view(program, state, free_meetings=free)
    again.enter(last.passages)
    met |= dict.fromkeys(last.notes)
    found = look_back(program, route, free_meetings=free)
    deeds = {d.lens: [(x.step, x.scene, x.chosen.text) for x in d.deeds] for d in found.deeds}
    if deeds != {lens: those for lens, those in again.under.items() if those}:
        yield f"{deeds} instead of {again.under}"
    if [(one.person, one.start, one.end) for one in found.people] != again.stances():
        yield f"{found.people} instead of {again.stances()}"
    if [tuple(vote) for vote in found.votes] != votes:
        yield f"{found.votes} instead of {votes}"
    if [note.text for note in found.notes] != [made.notes[note].text for note in met]:
        yield f"{found.notes} instead of {list(met)}"
    if [past.chosen.id for past in found.past] != route or found.ending != last.ending:
        yield f"{found.past} and then {found.ending}"


@pytest.mark.parametrize("maker", MAKERS)
def test_a_generated_play_is_looked_back_on_exactly(maker: str) -> None:
    seen = {"moved": 0, "deeds": 0, "votes": 0, "ended": 0}
    for seed in range(EXAMPLES):
        chance = Random(seed)
        made = with_lenses(load(MAKERS[maker](seed)), chance)
        for free in (False, True):
            route = Ahead(Program(made), free_meetings=free).route(chance)
            problems = list(wrong(made, route, free=free))
            assert not problems, f"seed {seed} of {maker}, free={free}, {route}: {problems}"
            found = look_back(Program(made), route, free_meetings=free)
            seen["moved"] += any(one.moved for one in found.people)
            seen["deeds"] += len(found.deeds) > 1
            seen["votes"] += bool(found.votes)
            seen["ended"] += found.ending is not None
    assert min(seen.values()) > EXAMPLES // 20, seen
