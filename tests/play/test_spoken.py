"""Who has the word where, on a screen made of several passages."""

from __future__ import annotations

from pathlib import Path

from game.play.program import Program
from game.play.screen import step, view
from game.play.spoken import Stretch, stretches
from tests.corpus.written import program
from tests.play.speakers import TWO


def heard(made: Program, choice: str) -> list[tuple[int, str | None, list[str], bool]]:
    seen = view(made, step(made, made.start, choice))
    return [
        (one.at, one.speaker, [line.text for line in one.lines], one.apart)
        for one in stretches(made.story, seen)
    ]


def test_a_name_stands_where_its_speaker_begins(tmp_path: Path) -> None:
    assert heard(program(tmp_path, TWO), "smoko/drive") == [
        (0, "vi", ["Mind the bend."], False),
        (1, None, ["And that one."], False),  # she goes on
        (3, "nell", ["You came."], True),
        (4, None, ["A trolley goes by."], True),  # a flow is where it was called; she is done
        (5, None, ["The door."], False),
    ]


def test_who_stands_there_and_says_nothing_is_named(tmp_path: Path) -> None:
    made = program(tmp_path, TWO)
    seen = view(made, step(made, made.start, "smoko/quiet"))
    assert list(stretches(made.story, seen)) == [Stretch(0, "vi", (), False)]
