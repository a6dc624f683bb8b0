"""Conditions and effects: what they come to."""

from __future__ import annotations

import pytest

from game.story.expression import parse_condition, parse_effect
from game.story.interval import interval
from game.story.model import Row, Slot
from tests.story.wharf import BAR, COVERED, DEBT, FUND, HEAT, LES, ROY, TARGET, story_scope

CONDITIONS: list[tuple[str, Row]] = [
    ("covered", ("v", COVERED)),
    ("not covered", ("not", ("v", COVERED))),
    ("not not covered", ("v", COVERED)),
    ("true", ("k", 1)),
    ("False", ("k", 0)),
    ("not true", ("k", 0)),
    ("covered and true", ("v", COVERED)),
    ("covered or true", ("k", 1)),
    ("covered and false", ("k", 0)),
    ("fund > 3", (">", ("v", FUND), ("k", 3))),
    ("fund + 2 > 3", (">", ("+", ("v", FUND), ("k", 2)), ("k", 3))),
    ("fund - debt > 1 + 2", (">", ("-", ("v", FUND), ("v", DEBT)), ("k", 3))),
    ("debt == -2", ("==", ("v", DEBT), ("k", -2))),
    ("1 <= fund <= 3", ("and", ("<=", ("k", 1), ("v", FUND)), ("<=", ("v", FUND), ("k", 3)))),
    (
        "covered or fund > 3 and not covered",
        ("or", ("v", COVERED), ("and", (">", ("v", FUND), ("k", 3)), ("not", ("v", COVERED)))),
    ),
    ("(covered and covered) and covered", ("and", *[("v", COVERED)] * 3)),
    ("les >= listening", (">=", ("v", LES), ("k", 2))),
    ("with_us == les", ("==", ("k", 3), ("v", LES))),
    ("les > roy", (">", ("v", LES), ("v", ROY))),
    ("target == cinema", ("==", ("v", TARGET), ("k", 1))),
    ("target == bar", ("==", ("v", TARGET), ("v", BAR))),
    ("heat < hot", ("<", ("v", HEAT), ("k", 2))),
    ("target in (pub, cinema)", ("in", ("v", TARGET), 3)),
    ("fund not in (1, 3)", ("not", ("in", ("v", FUND), 10))),
    ("fund in (3,)", ("in", ("v", FUND), 8)),
    ("debt in (-2, 1)", ("or", ("==", ("v", DEBT), ("k", -2)), ("==", ("v", DEBT), ("k", 1)))),
    ("fund in (debt, 1)", ("or", ("==", ("v", FUND), ("v", DEBT)), ("==", ("v", FUND), ("k", 1)))),
    ("seen(smoko)", ("v", 8)),
    ("seen(class) and not seen(true)", ("and", ("v", 8), ("not", ("v", 9)))),
    ("visits(smoko) >= 2", (">=", ("v", 8), ("k", 2))),
    ("2 <= visits(smoko)", (">=", ("v", 8), ("k", 2))),
    ("visits(smoko) in (1, 3)", ("in", ("v", 8), 10)),
    ("count(stance >= with_us) > 1", (">", ("count", (LES, ROY), 8), ("k", 1))),
    ("count(stance < listening, among=wharf) == 1", ("==", ("count", (LES,), 3), ("k", 1))),
    ("count(stance != against, among=class) == 1", ("==", ("count", (ROY,), 14), ("k", 1))),
    (
        "count(not (stance in (against, unmoved) or with_us == stance)) > fund",
        (">", ("count", (LES, ROY), 4), ("v", FUND)),
    ),
    ("count(against < stance <= listening) > 0", (">", ("count", (LES, ROY), 6), ("k", 0))),
    ("  fund > 3\n", (">", ("v", FUND), ("k", 3))),
]

EFFECTS: list[tuple[str, int, Row]] = [
    ("fund = 3", FUND, ("k", 3)),
    ("fund = debt + 1", FUND, ("+", ("v", DEBT), ("k", 1))),
    ("fund += 2", FUND, ("+", ("v", FUND), ("k", 2))),
    ("fund -= debt", FUND, ("-", ("v", FUND), ("v", DEBT))),
    ("fund = up_to(10, fund + 2)", FUND, ("min", ("k", 10), ("+", ("v", FUND), ("k", 2)))),
    ("debt = down_to(-1, debt - 1)", DEBT, ("max", ("k", -1), ("-", ("v", DEBT), ("k", 1)))),
    ("fund = count(stance == with_us)", FUND, ("count", (LES, ROY), 8)),
    ("covered = false", COVERED, ("k", 0)),
    ("covered = True", COVERED, ("k", 1)),
    ("covered = fund > 3", COVERED, (">", ("v", FUND), ("k", 3))),
    ("covered = not covered", COVERED, ("not", ("v", COVERED))),
    ("covered = seen(smoko)", COVERED, ("v", 8)),
    ("target = cinema", TARGET, ("k", 1)),
    ("target = bar", TARGET, ("v", BAR)),
    ("heat = up_to(warm, heat)", HEAT, ("min", ("k", 1), ("v", HEAT))),
    ("les = with_us", LES, ("k", 3)),
    ("les = up_to(listening, roy)", LES, ("min", ("k", 2), ("v", ROY))),
    ("les += 1", LES, ("max", ("k", 0), ("min", ("k", 3), ("+", ("v", LES), ("k", 1))))),
    ("les -= fund", LES, ("max", ("k", 0), ("min", ("k", 3), ("-", ("v", LES), ("v", FUND))))),
]


@pytest.mark.parametrize(("source", "row"), CONDITIONS)
def test_a_condition_becomes_its_row(source: str, row: Row) -> None:
    assert parse_condition(source, story_scope()) == (row, [])


@pytest.mark.parametrize(("source", "slot", "row"), EFFECTS)
def test_an_effect_becomes_a_slot_and_the_row_of_its_value(
    source: str, slot: int, row: Row
) -> None:
    assert parse_effect(source, story_scope()) == (slot, row, [])


def test_a_hundred_parts_and_twenty_brackets_are_allowed() -> None:
    row, problems = parse_condition("(" * 20 + "not " * 99 + "covered" + ")" * 20, story_scope())
    assert (row, problems) == (("not", ("v", COVERED)), [])
    _, problems = parse_condition("fund > 0" + "+1-1" * 24, story_scope())
    assert problems == []


def test_visits_is_counted_as_far_as_any_comparison_can_tell() -> None:
    told = {"> 3": 4, ">= 3": 3, "< 3": 3, "<= 3": 4, "== 3": 4, "!= 3": 4, "in (1, 3)": 4}
    for comparison, high in told.items():
        scope = story_scope()
        parse_condition(f"visits(smoko) {comparison}", scope)
        assert scope.final_slots()[-1] == Slot("smoko", "visits", 0, high, 0), comparison


def test_the_farthest_comparison_of_a_story_decides_how_far_visits_counts() -> None:
    scope = story_scope()
    for source in ("visits(smoko) >= 2", "5 < visits(smoko)", "1 == visits(smoko)"):
        row, _ = parse_condition(source, scope)
        assert row is not None
        assert ("v", 8) in row
    assert [slot.high for slot in scope.final_slots()[8:]] == [6]


def test_each_passage_asked_about_has_one_slot_for_seen_and_one_for_visits() -> None:
    scope = story_scope()
    parse_condition("seen(smoko) and seen(kitchen) and visits(smoko) > 0 or seen(smoko)", scope)
    asked = [(slot.name, slot.kind) for slot in scope.final_slots()[8:]]
    assert asked == [("smoko", "seen"), ("kitchen", "seen"), ("smoko", "visits")]


def test_a_condition_reads_what_it_names() -> None:
    scope = story_scope()
    parse_condition("covered and fund > 3 or les == roy", scope)
    assert scope.read == {COVERED, FUND, LES, ROY}


def test_what_a_wrong_condition_names_counts_as_read() -> None:
    for source in ("fund > 3 and zzz", "fund > 3 and", "fund > 3 $"):
        scope = story_scope()
        parse_condition(source, scope)
        assert scope.read == {FUND}, source


def test_an_effect_reads_what_its_value_names_but_not_what_it_sets() -> None:
    scope = story_scope()
    parse_effect("fund = fund + debt", scope)
    parse_effect("les += 1", scope)
    assert scope.read == {DEBT}


def test_bounds_of_arithmetic_are_those_of_its_parts() -> None:
    slots = story_scope().slots
    for source, bounds in {
        "fund + debt": (-3, 15),
        "fund - debt": (-3, 15),
        "debt - 2": (-5, 1),
        "up_to(10, fund + 2)": (2, 10),
        "down_to(3, debt)": (3, 3),
        "count(stance >= with_us)": (0, 2),
    }.items():
        _, row, _ = parse_effect(f"fund = {source}", story_scope())
        assert row is not None, source
        assert interval(row, slots) == bounds, source
