"""Whatever an author writes, reading it ends in a row or in something said about it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.story.diagnostics import TABLE
from game.story.expression import ExpressionProblem, parse_condition, parse_effect
from game.story.interval import interval
from game.story.text import parse_text
from tests.story.expressions import conditions, effects, hostile, made_up_scope


def assert_sayable(problems: list[ExpressionProblem], source: str) -> None:
    for problem in problems:
        kind = TABLE[problem.code]
        assert kind.wrong.format(**problem.fields)
        kind.mend.format(**problem.fields)
        assert 0 <= problem.offset <= len(source)
        assert 1 <= problem.length <= max(1, len(source) - problem.offset)


@given(hostile)
def test_any_condition_ends_in_a_row_or_in_problems(source: str) -> None:
    row, problems = parse_condition(source, made_up_scope())
    assert (row is None) == bool(problems)
    assert_sayable(problems, source)


@given(hostile)
def test_any_effect_ends_in_a_row_or_in_problems(source: str) -> None:
    slot, row, problems = parse_effect(source, made_up_scope())
    assert (row is None) == (slot is None) == bool(problems)
    assert_sayable(problems, source)


@given(st.text(st.sampled_from("ab{}\"' \n.-(fund)é")))
def test_any_text_ends_in_pieces(source: str) -> None:
    text, problems = parse_text(source, made_up_scope())
    assert all(text), "no piece is empty"
    assert_sayable(problems, source)


@given(conditions)
def test_a_condition_of_the_right_types_is_only_ever_wrong_in_its_constants(source: str) -> None:
    _, problems = parse_condition(source, made_up_scope())
    assert {problem.code for problem in problems} <= {"X04", "X05", "F05", "F10"}


@given(effects)
def test_an_effect_that_is_accepted_can_give_a_value_within_the_range(source: str) -> None:
    scope = made_up_scope()
    slot, row, problems = parse_effect(source, scope)
    assert {problem.code for problem in problems} <= {"X04", "X05", "F05", "F10"}
    if slot is not None and row is not None:
        low, high = interval(row, scope.final_slots())
        assert low <= scope.slots[slot].high
        assert high >= scope.slots[slot].low
