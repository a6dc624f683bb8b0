"""Fates of stories as a file, and of the shipped one."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from random import Random

import pytest

from game.check import fates as fates_file
from game.check.fates import Fates, Stale, decode, encode
from game.check.foresee import foresee
from game.play.program import Program
from game.play.state import State
from game.story.load import load_story
from game.story.model import Story
from tests.bench.check.families import FAMILIES
from tests.debrief.ahead import Ahead
from tests.debrief.gate import gate
from tests.debrief.generated import wrong_fates

SOUTH_COAST = Path(__file__).parents[2] / "stories" / "south-coast"


def made_fates(made: Story, *, free: bool = False) -> Fates:
    found = foresee(made, free_meetings=free)
    assert found is not None
    return found


@pytest.fixture
def made(tmp_path: Path) -> Story:
    return gate(tmp_path)


# --- the shipped story ----------------------------------------------------------------------------


@cache
def shipped(*, free: bool) -> tuple[Story, Fates]:
    story = load_story(SOUTH_COAST)
    return story, made_fates(story, free=free)


@pytest.mark.parametrize("free", [False, True])
@pytest.mark.parametrize("seed", range(10))
def test_the_shipped_story_turns_where_playing_on_says(free: bool, seed: int) -> None:
    story, fates = shipped(free=free)
    ahead = Ahead(Program(story), free_meetings=free)
    route = ahead.route(Random(seed))
    states = [ahead.program.start]
    for option in route:
        states.append(ahead.after(states[-1])[option])
    # Some thousands of states follow the fifth choice, and hundreds of thousands the first.
    # Some thousands of states follow the eighth choice before the end, and millions the first.
    late = states[-8:]
    aside = [after for state in late for after in ahead.after(state).values()]
    assert list(wrong_fates(fates, ahead, [*late, *aside])) == []


@pytest.mark.parametrize("free", [False, True])
def test_far_from_its_end_an_option_away_is_one_option_less(free: bool) -> None:
    story, fates = shipped(free=free)
    ahead = Ahead(Program(story), free_meetings=free)
    front = {ahead.program.start}
    for _ in range(6):
        for state in front:
            after = [fates.away(one) for one in ahead.after(state).values()]
            for n, far in enumerate(fates.away(state)):
                led = [there for away in after if (there := away[n]) is not None]
                assert far == (min(led) + 1 if led else None)
        front = {after for state in front for after in ahead.after(state).values()}
    assert len(front) > 300


def test_every_ending_of_the_shipped_story_is_within_reach_at_the_start() -> None:
    story, fates = shipped(free=False)
    endings = {id_ for id_, passage in story.passages.items() if passage.ending is not None}
    assert fates.within(Program(story).start) == endings
    # Small enough to be carried along with a story, and to be read at the end of every play.
    assert len(encode(fates)) < 100_000


# --- the file -------------------------------------------------------------------------------------


@pytest.mark.parametrize("free", [False, True])
def test_what_is_read_is_what_was_written(made: Story, free: bool) -> None:
    fates = made_fates(made, free=free)
    assert fates.nodes
    assert decode(encode(fates), made, free_meetings=free) == fates
    assert decode(encode(fates, "me"), made, free_meetings=free, made_by="me") == fates


def test_fates_of_another_story_or_vote_or_version_are_stale(made: Story) -> None:
    data = encode(made_fates(made), "me")
    for other, free, by in (
        (made._replace(fingerprint="f" * 64), False, "me"),
        (made, True, "me"),
        (made, False, "you"),
    ):
        with pytest.raises(Stale):
            decode(data, other, free_meetings=free, made_by=by)


def test_another_form_is_stale(made: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    data = encode(made_fates(made))
    monkeypatch.setattr(fates_file, "FORMAT", fates_file.FORMAT + 1)
    with pytest.raises(Stale):
        decode(data, made, free_meetings=False)


@pytest.mark.parametrize("cut", [0, 1, 40, 400, -1])
def test_fates_cut_short_are_stale(made: Story, cut: int) -> None:
    with pytest.raises(Stale):
        decode(encode(made_fates(made))[:cut], made, free_meetings=False)


def test_fates_with_any_byte_wrong_are_stale(made: Story) -> None:
    data = encode(made_fates(made))
    for n in range(len(data)):
        wrong = data[:n] + bytes([data[n] ^ 1]) + data[n + 1 :]
        with pytest.raises(Stale):
            decode(wrong, made, free_meetings=False)


BODIES = [
    "[]",
    "{}",
    "null",
    "[[], [], []]  x",
    '[["home"], [[0, 0, -1]], []]',  # a node that leads to itself: a walk would never end
    '[["home"], [[0, 1, -1], [0, 0, -1]], []]',  # or round in a circle
    '[["home"], [[0, -1]], []]',  # a value is missing
    '[["home"], [[99, -1, -1]], []]',
    '[["home"], [[-1, -1, -1]], []]',
    '[["home"], [[0, true, -1]], []]',
    '[["home"], [[0, -1.5, -1]], []]',
    '[["home"], [], [["smoko", [], [0]]]]',
    '[["home"], [], [["smoko", [], [-1, -1]]]]',
    '[["home"], [], [["smoko", []]]]',
]


@pytest.mark.parametrize("body", BODIES)
def test_a_file_that_says_something_else_is_stale(made: Story, body: str) -> None:
    data = body.encode()
    meta = fates_file._meta(made.fingerprint, "", data, free=False)  # whole by its checksum
    with pytest.raises(Stale):
        decode(json.dumps(meta).encode() + b"\n" + data, made, free_meetings=False)


def test_the_form_that_those_break_is_read(made: Story) -> None:
    data = b'[["home"],[[0,-1,-2]],[["smoko",[],[0]]]]'
    meta = fates_file._meta(made.fingerprint, "", data, free=False)
    fates = decode(json.dumps(meta).encode() + b"\n" + data, made, free_meetings=False)
    assert fates.away(State("smoko", (1, 0, 0))) == (0,)
    assert fates.away(State("smoko", (0, 0, 0))) == (None,)


# --- what is not known ----------------------------------------------------------------------------


def test_a_place_where_no_play_stands_has_no_fates(made: Story) -> None:
    with pytest.raises(ValueError, match="no play comes to road"):
        made_fates(made).away(Program(made).start._replace(passage="road", stack=("smoko",)))


def test_a_story_with_too_many_states_has_no_fates(monkeypatch: pytest.MonkeyPatch) -> None:
    several = FAMILIES["m12"]()
    assert foresee(several, most=500) is None
    monkeypatch.setattr("game.check.foresee.MOST_WORK", 10**9)
    assert foresee(several) is None  # few pages, and large ones
    monkeypatch.setattr("game.check.search.fill", lambda *_: pytest.fail("looked at"))
    assert foresee(FAMILIES["h40"]()) is None  # a sample shows it
