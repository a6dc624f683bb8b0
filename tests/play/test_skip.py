"""How far one is taken on over what was read: never past a choice, a vote or what is new."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.seen import Seen
from game.play.skip import as_before, only_way, read_on
from tests.play.corridor import FIRST_ROUND, corridor


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(corridor(tmp_path))


def played(program: Program, *choices: str) -> Playthrough:
    playthrough, stopped = Playthrough.replay(program, choices)
    assert stopped is None
    return playthrough


def after(program: Program, *plays: tuple[str, ...]) -> Seen:
    seen = Seen()
    for choices in plays:
        seen.note_play(played(program, *choices))
    return seen


def test_what_was_read_is_gone_over_up_to_the_next_choice(program: Program) -> None:
    seen = after(program, FIRST_ROUND)
    skip = read_on(program, played(program, "gate/dark").state, seen)
    assert skip.options == ("first/on", "second/on", "third/on")
    assert (skip.stop, skip.last.passage, skip.choices) == ("choice", "fork", 0)


def test_it_stops_on_the_first_screen_that_says_something_new(program: Program) -> None:
    seen = after(program, FIRST_ROUND)
    skip = read_on(program, played(program, "gate/lamp").state, seen)
    assert skip.options == ("first/on",)
    assert (skip.stop, skip.last.passage) == ("new", "second"), "the chalk mark was never read"


def test_nothing_is_chosen_at_a_choice_a_vote_or_an_ending(program: Program) -> None:
    seen = after(program, FIRST_ROUND, (*FIRST_ROUND[:4], "fork/left", "hall/carried"))
    stops = {
        (): "choice",
        (*FIRST_ROUND[:4],): "choice",
        (*FIRST_ROUND[:4], "fork/left"): "meeting",
        ("gate/home",): "ending",
    }
    for choices, stop in stops.items():
        skip = read_on(program, played(program, *choices).state, seen)
        assert (skip.options, skip.stop) == ((), stop)


def test_one_way_that_stands_beside_a_shut_one_is_a_choice(program: Program) -> None:
    view = played(program, "gate/dark").view
    assert only_way(view) == "first/on"
    shut = view.options[0]._replace(id="first/shut", locked="It is shut.")
    assert only_way(view._replace(options=(*view.options, shut))) is None
    assert only_way(view._replace(options=(shut,))) is None


def test_as_before_chooses_what_was_chosen_the_last_time(program: Program) -> None:
    left = (*FIRST_ROUND[:4], "fork/left", "hall/carried")
    seen = after(program, FIRST_ROUND, left)
    skip = as_before(program, program.start, seen, untried=False)
    assert skip.options == left[:5]
    assert (skip.stop, skip.choices) == ("meeting", 2)


def test_as_before_can_stop_where_something_was_never_tried(program: Program) -> None:
    left = (*FIRST_ROUND[:4], "fork/left", "hall/carried")
    seen = after(program, left)
    skip = as_before(program, program.start, seen, untried=True)
    assert skip.options == left[:4]
    assert (skip.stop, skip.last.passage, skip.choices) == ("choice", "fork", 1)
    tried = after(program, FIRST_ROUND, left)
    assert as_before(program, program.start, tried, untried=True).stop == "meeting"


def test_as_before_stops_when_it_would_go_round(program: Program) -> None:
    seen = after(program, FIRST_ROUND)
    skip = as_before(program, program.start, seen, untried=False)
    assert skip.options == FIRST_ROUND[:4]
    assert skip.stop == "round"


def test_where_nothing_was_chosen_before_there_is_no_as_before(program: Program) -> None:
    seen = after(program, ())
    skip = as_before(program, program.start, seen, untried=False)
    assert (skip.options, skip.stop) == ((), "choice")
