"""What pydantic finds, said to an author: the right code, at the right place, with a name in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story.authored import HeadForm, PartForm, SceneForm
from game.story.diagnostics import Problems
from game.story.form import kind_of, read_form
from game.story.tree import Tree, read_tree
from tests.corpus.written import HEAD, HOME, ONWARD, codes, diagnostics, story


def tree(text: str) -> Tree:
    read = read_tree(text.encode(), "a.yaml", Problems())
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("format: 1", HeadForm),
        ("scene: a", SceneForm),
        ("variables: {}", PartForm),
        ("scene: a\nformat: 1", SceneForm),
        ("- a", PartForm),
        ("", PartForm),
    ],
)
def test_the_kind_of_a_file_is_told_by_its_keys(text: str, kind: type) -> None:
    assert kind_of(tree(text)) is kind


@pytest.mark.parametrize("text", ["", "- a\n- b", "just text", "12", "true"])
def test_a_file_that_is_no_mapping_is_reported_at_its_start(text: str) -> None:
    problems = Problems()
    assert read_form(tree(text), PartForm, problems) is None
    assert [(d.code, d.place[1:]) for d in problems.found] == [("F03", (1, 1))]


def test_a_file_of_the_right_form_gives_the_form_and_no_problem() -> None:
    problems = Problems()
    form = read_form(tree("groups: {wharf: Those who load.}"), PartForm, problems)
    assert isinstance(form, PartForm)
    assert form.groups == {"wharf": "Those who load."}
    assert not problems


def head(old: str, new: str) -> str:
    assert old in HEAD
    return HEAD.replace(old, new)


@pytest.mark.parametrize(
    ("changed", "code", "line", "column", "words"),
    [
        (head("year: 1938", "year: soon"), "F03", 5, 7, "`year`"),
        (head("year: 1938", "year: 4000"), "F11", 5, 7, "3000"),
        (head("year: 1938", "year: [1938]"), "F03", 5, 7, "a list"),
        (head("reading_age: 12", "reading_age: 4"), "F11", 9, 14, "5"),
        (head("minutes: 1", "minutes: 0"), "F11", 10, 10, "1"),
        (head("language: en-AU", "language: English"), "F11", 4, 11, "en-AU"),
        (head("title: A small story", "title:"), "F03", 3, 7, "nothing"),
        (head("title: A small story", "title: {a: b}"), "F03", 3, 8, "a mapping"),
        (head("content_notes: {}", "content_notes: []"), "F03", 11, 16, "a mapping"),
        (head("content_notes: {}", "content_notes: {A note: x}"), "F04", 11, 17, "A note"),
        (head("{name: Ilija, about: You load ships.}", "Ilija"), "F03", 8, 9, "a mapping"),
        (head("[{role: Written by, who: The authors}]", "[]"), "F09", 12, 10, "empty"),
        (head("[{role: Written by, who: The authors}]", "Us"), "F03", 12, 10, "a list"),
        (head("[{role: Written by, who: The authors}]", "[{role: A}]"), "F01", 12, 11, "`who`"),
        (head("format: 1", "format: '1'"), "F08", 1, 9, "format 1"),
        (head("format: 1", "format: 1.0"), "F08", 1, 9, "1.0"),
        (head("id: small", "id: a-"), "F04", 2, 5, "a-"),
        (head("start: smoko", "start: smo ko"), "F04", 13, 8, "smo ko"),
        (HEAD + "acts: {one: {title: One, minutes: 5}}\n", "F01", 14, 8, "`stop`"),
        (HEAD + "scale: [a, b, c, d, e, f, g, h, i]\n", "F10", 14, 8, "9, the limit is 8"),
        (HEAD + "scale: [low, 3]\n", "F03", 14, 14, "3"),
        (HEAD + "include: parts.yaml\n", "F03", 14, 10, "a list"),
    ],
)
def test_a_wrong_head_is_told(
    tmp_path: Path, changed: str, code: str, line: int, column: int, words: str
) -> None:
    found = diagnostics(tmp_path, ONWARD, changed)
    assert [(d.code, d.place.line, d.place.column) for d in found] == [(code, line, column)]
    assert words in f"{found[0].wrong} {found[0].mend}"


@pytest.mark.parametrize(
    ("smoko", "code", "words"),
    [
        ("{to: home, text: ▸[a]}", "F03", "`text`"),
        ("{to: home, text: {a: {if: ▸true, text: A.}}}", "F03", "true"),
        ("{to: home, text: {▸a: {text: A.}}}", "F01", "`if`"),
        ("{to: home, text: {a: ▸[A.]}}", "F03", "a list"),
        ("{to: home, text: {▸A: A.}}", "F04", "`A`"),
        ("{to: [{to: ▸3}]}", "F03", "3"),
        ("{to: ▸{a: home}}", "F03", "`to`"),
        ("{to: ▸[]}", "F09", "empty"),
        ("{return: ▸yes}", "F06", "yes"),
        ("{return: ▸false}", "F06", "false"),
        ("{to: home, effects: [▸3]}", "F03", "3"),
        ("{to: home, notes: ▸law}", "F03", "a list"),
        ("{choices: {a: ▸Go.}}", "F03", "a mapping"),
        ("{choices: {a: {text: A., to: home, once: ▸yes}}}", "F03", "yes"),
        ("{choices: {a: {text: A., to: home, lens: ▸we}}}", "F06", "together"),
        ("{ending: ▸Over}", "F03", "a mapping"),
        ("{▸ending: {title: Over}}", "F01", "`debrief`"),
        ("{to: home, mood: ▸glad}", "F06", "warm"),
    ],
)
def test_a_wrong_passage_is_told(tmp_path: Path, smoko: str, code: str, words: str) -> None:
    before = f"  smoko: {smoko}".partition("▸")[0]
    found = diagnostics(tmp_path, f"passages:\n{before}{smoko.partition('▸')[2]}\n{HOME}")
    assert (found[0].code, found[0].place[1:]) == (code, (15, len(before) + 1))
    assert words in f"{found[0].wrong} {found[0].mend}"


@pytest.mark.parametrize(
    ("variable", "code", "words"),
    [
        ("{type: flag, start: 1, about: A.}", "F03", "`start`"),
        ("{type: flag, start: true}", "F01", "`about`"),
        ("{type: number, from: 0, to: 9.5, start: 0, about: A.}", "F03", "`to`"),
        ("{type: number, from: 0, to: 20000, start: 0, about: A.}", "F11", "10000"),
        ("{type: number, from: 0, start: 0, about: A.}", "F01", "`to`"),
        ("{type: one_of, values: pub, start: pub, about: A.}", "F03", "`values`"),
        ("{type: one_of, values: [pub, Bar], start: pub, about: A.}", "F04", "Bar"),
        ("{type: one_of, values: [pub, you], start: pub, about: A.}", "F04", "you"),
        ("{type: one_of, values: [pub, bar], start: pub, about: A., from: 1}", "F02", "from"),
        ("{type: text, start: a, about: A.}", "F06", "text"),
        ("{start: true, about: A.}", "F01", "`type`"),
        ("{type: [flag], start: true, about: A.}", "F06", "flag, number"),
        ("true", "F03", "a mapping"),
    ],
)
def test_a_wrong_variable_is_told(tmp_path: Path, variable: str, code: str, words: str) -> None:
    found = diagnostics(tmp_path, f"variables:\n  a: {variable}\n{ONWARD}")
    assert (found[0].code, found[0].place.line) == (code, 15)
    assert words in f"{found[0].wrong} {found[0].mend}"


@pytest.mark.parametrize(
    ("hands", "code", "words"),
    [
        ("{you: {always: maybe, text: A.}}", "F06", "maybe"),
        ("{you: {always: up}}", "F01", "`text`"),
        ("{you: {else: {hand: up}}}", "F01", "`text`"),
        ("{you: {else: {hand: perhaps, text: A.}}}", "F06", "perhaps"),
        ("{you: {}}", "F09", "empty"),
        ("{you: up}", "F03", "a mapping"),
        ("{you: {else: up}}", "F03", "a mapping"),
        ("[you]", "F03", "a mapping"),
        ("{you: {always: up, text: A., else: {hand: up, text: A.}}}", "F02", "else"),
    ],
)
def test_a_wrong_hand_is_told(tmp_path: Path, hands: str, code: str, words: str) -> None:
    found = diagnostics(
        tmp_path,
        f"passages:\n  smoko:\n    meeting:\n      motion: That we go.\n      voters: [you]\n"
        f"      carried: home\n      lost: home\n      hands: {hands}\n{HOME}",
    )
    assert found[0].code == code
    assert found[0].place.line == 21
    assert words in f"{found[0].wrong} {found[0].mend}"


def test_a_number_is_taken_where_a_text_is_wanted(tmp_path: Path) -> None:
    made = story(tmp_path, f"passages:\n  smoko: {{text: {{a: 1938}}, to: home}}\n{HOME}")
    assert made.passages["smoko"].paragraphs[0].text == ("1938",)


def test_a_flag_is_not_taken_where_a_number_is_wanted(tmp_path: Path) -> None:
    found = diagnostics(tmp_path, ONWARD, head("year: 1938", "year: true"))
    assert codes(found) == ["F03"]


def test_every_fault_of_form_in_every_file_is_told_at_once(tmp_path: Path) -> None:
    found = diagnostics(
        tmp_path,
        ONWARD,
        head("year: 1938", "year: soon"),
        one="scene: a\npassages:\n  other: {to: home}\n",
        two="scene: b\ntitle: B\npasages: {}\npassages:\n  third: {to: home}\n",
    )
    assert [(d.code, d.place.file) for d in found] == [
        ("F03", "story.yaml"),
        ("F01", "scenes/one.yaml"),
        ("F02", "scenes/two.yaml"),
    ]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("[us, them]", ["F03", "F03"]),
        ("[{who: true}, {role: true}]", ["F01", "F03", "F03", "F01"]),
        ("[us, {role: true}, [them]]", ["F03", "F01", "F03", "F03"]),
    ],
)
def test_several_faults_in_one_list_are_all_told(
    tmp_path: Path,
    written: str,
    told: list[str],
) -> None:
    changed = head("[{role: Written by, who: The authors}]", written)
    # Twice: what stands in for a list that is wrong must not be spoilt by the next fault in it.
    for _ in range(2):
        assert sorted(codes(diagnostics(tmp_path, ONWARD, changed))) == sorted(told)


def test_a_long_value_is_cut_in_the_message(tmp_path: Path) -> None:
    found = diagnostics(tmp_path, ONWARD, head("language: en-AU", f"language: {'x' * 5_000}"))
    assert len(found[0].wrong) < 200
