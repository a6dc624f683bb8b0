"""Every kind of sentence that the check says about a condition, in the author's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.check import words
from game.check.check import check
from game.check.findings import Unreachable
from game.story.model import Slot
from tests.check import sentences
from tests.check.sentences import Case, body
from tests.corpus.written import story


@pytest.mark.parametrize("case", sentences.UNREACHABLE, ids=lambda case: case.name)
def test_the_reason_of_a_branch_is_said_so(tmp_path: Path, case: Case) -> None:
    verdict = check(story(tmp_path, body(case))).verdicts[case.about]
    assert isinstance(verdict, Unreachable)
    assert verdict.reason.words == case.words
    assert ",".join(verdict.reason.way) == case.way


@pytest.mark.parametrize("case", sentences.ODD, ids=lambda case: case.name)
def test_what_decides_nothing_is_said_so(tmp_path: Path, case: Case) -> None:
    told = story(tmp_path, body(case))
    here = told.passages["next"].place.line
    there = told.passages["one"].place.line
    found = [
        one.words
        for one in check(told, matters=False).oddities
        if one.code.startswith("always-") and here <= one.place.line < there
    ]
    assert found == ([case.words] if case.words else [])


SLOTS = [
    Slot("fund", "number", 0, 9, 0),
    Slot("coal", "number", 0, 9, 0),
    Slot("bar", "one_of", 0, 2, 0, values=("pub", "cinema", "hall")),
    Slot("les", "stance", 0, 3, 0, values=("no", "some", "more", "yes")),
    Slot("roy", "stance", 0, 3, 0, values=("no", "some", "more", "yes")),
    Slot("eva", "stance", 0, 3, 0, values=("no", "some", "more", "yes")),
    Slot("told", "flag", 0, 1, 0),
    Slot("smoko/ask", "once", 0, 1, 0),
]
FUND, COAL, BAR, TOLD = ("v", 0), ("v", 1), ("v", 2), ("v", 6)
WORDS = [
    (("min", ("k", 5), ("+", FUND, ("k", 2))), "up_to(5, fund + 2)"),
    (("max", ("k", 1), BAR), "down_to(cinema, bar)"),
    (("-", FUND, ("-", COAL, ("k", 1))), "fund - (coal - 1)"),
    (("in", BAR, 0b110), "bar in (cinema, hall)"),
    (("in", BAR, 0b010), "bar == cinema"),
    (("not", ("in", BAR, 0b110)), "bar not in (cinema, hall)"),
    (("not", ("in", BAR, 0b010)), "bar != cinema"),
    (("not", ("<", FUND, ("k", 3))), "fund >= 3"),
    (("not", ("not", TOLD)), "told"),
    (
        ("not", ("and", TOLD, ("or", TOLD, (">", ("k", 3), FUND)))),
        "not (told and (told or 3 > fund))",
    ),
    (("or", ("and", TOLD, TOLD), ("not", TOLD)), "told and told or not told"),
    (("not", ("v", 7)), "smoko/ask not taken before"),
    ((">", ("count", (3, 4, 5), 0b1000), ("k", 1)), "count(stance >= yes) > 1"),
    ((">", ("count", (3, 4, 5), 0b0010), ("k", 1)), "count(stance == some) > 1"),
    ((">", ("count", (3, 4, 5), 0b0011), ("k", 1)), "count(stance <= some) > 1"),
    ((">", ("count", (3, 4, 5), 0b1101), ("k", 1)), "count(stance != some) > 1"),
    ((">", ("count", (3, 4, 5), 0b0110), ("k", 1)), "count(stance in (some, more)) > 1"),
    ((">", ("count", (3, 4, 5), 0b0000), ("k", 1)), "count(stance < no) > 1"),
    ((">", ("count", (3, 4), 0b1110), ("k", 1)), "count(stance >= some, among=gang) > 1"),
]


@pytest.mark.parametrize(("row", "said"), WORDS, ids=[said for _, said in WORDS])
def test_a_row_is_said_as_an_author_could_have_written_it(
    row: tuple[object, ...], said: str
) -> None:
    assert words.condition(row, SLOTS, {(3, 4): ", among=gang", (3, 4, 5): ""}) == said


def test_everybody_is_named_by_no_group(tmp_path: Path) -> None:
    told = story(tmp_path, body(sentences.ODD[0]))
    stances = tuple(n for n, slot in enumerate(told.slots) if slot.kind == "stance")
    named = words.groups(told)
    assert named[stances] == ""
    assert named[stances[:3]] == ", among=gang"
