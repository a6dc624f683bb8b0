"""Variables that are one too many: never read, never changed, always equal, always opposite."""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import combinations, count
from pathlib import Path
from random import Random
from typing import Any

import pytest

from game.check.check import check
from game.check.findings import Checked, Oddity
from game.check.report import Findings, page
from game.play.program import Program
from game.story.model import Slot, Story
from tests.check.agreement import Files
from tests.check.conditions import DECLARED, everything
from tests.check.oracle import TooManyStates
from tests.check.test_differential import MAKERS
from tests.corpus.written import HOME, codes, diagnostics, story
from tests.story.test_generated import load

FLAGS = """\
variables:
  left: {type: flag, start: false, about: It.}
  right: {type: flag, start: START, about: It.}
  wide: {type: number, from: 0, to: 3, start: 0, about: It.}
  broad: {type: number, from: 0, to: 3, start: 0, about: It.}
passages:
  smoko:
    text:
      a: {if: left, text: Left.}
      b: {if: right, text: Right., else: Not right.}
      c: {if: wide > 1, text: Wide.}
      d: {if: broad > 1, text: Broad.}
    choices:
"""


def written(folder: Path, choices: str, start: str = "false") -> Story:
    """A story whose first passage has these choices, one of them leading home."""
    lines = "".join(f"      {line.strip()}\n" for line in choices.strip().splitlines())
    return story(folder, FLAGS.replace("START", start) + lines + HOME)


def said(found: Checked, code: str) -> list[str]:
    return [one.words for one in found.oddities if one.code == code]


def odd(told: Story, code: str) -> list[str]:
    return said(check(told), code)


GO = "go: {text: Go., to: home}\n"


def again(name: str, *effects: str, condition: str = "true") -> str:
    done = ", ".join(f'"{effect}"' for effect in effects)
    return f'{name}: {{text: So., if: "{condition}", to: smoko, effects: [{done}]}}\n'


# Always equal, always opposite


def test_flags_that_are_set_together_are_always_equal(tmp_path: Path) -> None:
    told = written(tmp_path, GO + again("a", "left = true", "right = true"))
    (one,) = [one for one in check(told).oddities if one.code == "always-equal"]
    assert one.words == "right and left are always equal: one of them is enough"
    assert (one.place.file, one.place.line, one.place.column) == ("story.yaml", 16, 3)


@pytest.mark.parametrize(
    "effects",
    [
        ("left = true", "right = left"),
        ("right = not right", "left = not left"),
        ("left = wide > 1 and right", "right = left and wide > 1"),
        ("left = wide > 1 or left", "right = right or wide > 1"),
        ("left = true", "left = false", "right = false"),
    ],
)
def test_also_where_one_is_copied_or_worked_out(tmp_path: Path, effects: tuple[str, ...]) -> None:
    many = GO + again("a", *effects) + again("b", "left = true", "right = true")
    many += again("c", "wide = up_to(3, wide + 1)")
    assert odd(written(tmp_path, many), "always-equal") == [
        "right and left are always equal: one of them is enough"
    ]


@pytest.mark.parametrize(
    ("effects", "condition"),
    [
        (("wide += 1", "broad += 1"), "wide < 3"),
        (("wide = up_to(3, wide + 1)", "broad = up_to(3, broad + 1)"), "true"),
        (("wide = up_to(3, wide + 1)", "broad += 1"), "wide < 3"),
        (("broad = down_to(1, wide)", "wide = down_to(1, wide)"), "true"),
        (("wide = 2", "broad = wide"), "true"),
        (("wide += 1", "broad = wide"), "broad < 3"),
        (("wide = 1", "broad = wide + 1", "broad -= 1"), "true"),
    ],
)
def test_numbers_that_move_together_are_always_equal(
    tmp_path: Path, effects: tuple[str, ...], condition: str
) -> None:
    told = written(tmp_path, GO + again("a", *effects, condition=condition))
    assert odd(told, "always-equal") == ["broad and wide are always equal: one of them is enough"]


@pytest.mark.parametrize(
    "effects",
    [
        ("wide = up_to(3, wide + 1)", "broad = up_to(3, broad + 2)"),
        ("wide = up_to(3, wide + 1)",),
        ("broad = wide", "wide = up_to(3, wide + 1)"),
    ],
)
def test_numbers_that_part_are_not(tmp_path: Path, effects: tuple[str, ...]) -> None:
    both = again("b", "wide = 1", "broad = 1")
    assert odd(written(tmp_path, GO + both + again("a", *effects)), "always-equal") == []


@pytest.mark.parametrize(
    "effects",
    [
        ("left = true", "right = false"),
        ("left = true", "right = not left"),
        ("left = not left", "right = not right"),
        ("right = wide > 1", "left = wide <= 1"),
    ],
)
def test_flags_that_turn_together_are_always_opposite(
    tmp_path: Path, effects: tuple[str, ...]
) -> None:
    wide = again("w", "wide = up_to(3, wide + 1)")
    told = written(tmp_path, GO + again("a", *effects) + wide, start="true")
    assert odd(told, "always-opposite") == [
        "right is always the opposite of left: one of them is enough"
    ]
    assert odd(told, "always-equal") == []


def test_two_of_whom_nothing_tells_apart(tmp_path: Path) -> None:
    body = f"""\
scale: [no, yes]
people:
  les: {{name: Les, about: He., stance: no}}
  roy: {{name: Roy, about: He., stance: no}}
passages:
  smoko:
    choices:
      a: {{text: So., to: smoko, effects: [les += 1, roy += 1]}}
      go: {{text: Go., if: les == yes or roy == yes, to: home}}
      on: {{text: Go., to: home}}
{HOME}"""
    (one,) = [o for o in check(story(tmp_path, body)).oddities if o.code == "always-equal"]
    assert one.words == "roy and les always take the same stance: nothing tells them apart"
    assert (one.place.line, one.source) == (17, "roy")


# Never changed


def test_what_no_effect_changes_is_told_at_its_declaration(tmp_path: Path) -> None:
    told = written(tmp_path, GO + again("a", "left = true", "wide = 0"))
    found = {one.source: one for one in check(told).oddities if one.code == "never-changed"}
    assert {name: one.words for name, one in found.items()} == {
        "right": "right is never changed: it is always false",
        "wide": "wide is never changed: it is always 0",
        "broad": "broad is never changed: it is always 0",
    }
    assert [one.place.line for one in found.values()] == [16, 17, 18]


def test_an_effect_that_no_play_does_changes_nothing(tmp_path: Path) -> None:
    never = again("a", "broad = 2", condition="left and wide > 1")
    some = again("b", "left = true", condition="wide == 0")
    some += again("c", "wide = up_to(3, wide + 1)", condition="not left")
    told = written(tmp_path, GO + never + some)
    assert "broad is never changed: it is always 0" in odd(told, "never-changed")


# Never read: by the loader where nothing asks, by the check where nothing comes of it


def test_what_only_changes_itself_is_an_error_already(tmp_path: Path) -> None:
    body = f"""\
variables: {{a: {{type: number, from: 0, to: 3, start: 0, about: It.}}}}
passages:
  smoko:
    choices: {{go: {{text: Go., effects: ["a = up_to(3, a + 1)"], to: home}}}}
{HOME}"""
    assert codes(diagnostics(tmp_path, body)) == ["N05"]
    printed = body.replace("text: Go.", 'text: "Go, {a}."')
    assert said(check(story(tmp_path / "printed", printed)), "never-read") == []


def test_what_only_goes_into_what_nothing_reads_is_never_read(tmp_path: Path) -> None:
    body = f"""\
variables:
  a: {{type: number, from: 0, to: 3, start: 0, about: It.}}
  b: {{type: number, from: 0, to: 3, start: 0, about: It.}}
  c: {{type: number, from: 0, to: 3, start: 0, about: It.}}
passages:
  smoko:
    text: "{{c}}"
    choices:
      one: {{text: Go., effects: [a = b, c = 1], to: smoko}}
      two: {{text: Go., effects: ["b = up_to(3, a + 1)"], to: home}}
{HOME}"""
    assert odd(story(tmp_path, body), "never-read") == [
        "a is never read: it only goes into b, which nothing reads either",
        "b is never read: it only goes into a, which nothing reads either",
    ]


def test_a_stance_that_nothing_asks_for_is_never_read(tmp_path: Path) -> None:
    body = f"""\
scale: [no, yes]
people: {{les: {{name: Les, about: He., stance: no}}}}
passages:
  smoko:
    choices: {{go: {{text: Go., effects: [les += 1], to: home}}}}
{HOME}"""
    assert odd(story(tmp_path, body), "never-read") == [
        "les is never read: nothing that is shown or offered asks for it"
    ]


def test_the_page_underlines_the_variable(tmp_path: Path) -> None:
    told = written(tmp_path, GO + again("a", "left = true", "right = true"))
    printed = page(Findings(told, check(told), None, None))
    entry = next(one for one in printed.oddities if one.code == "always-equal")
    assert (entry.source, entry.place.line) == ("right", 16)


# Held against brute force


def doubled(files: Files, seed: int) -> Files | None:
    """A story in which some variables have doubles, set as they are but for a slip now and then."""
    chance = Random(seed)
    variables = files["story.yaml"].get("variables") or {}
    names = [name for name in variables if chance.random() < 0.6]
    if not names:
        return None
    too = {f"{name}_too": deepcopy(variables[name]) for name in names}
    for double in too.values():
        if double["type"] == "flag" and chance.random() < 0.3:
            double["start"] = not double["start"]
    files["story.yaml"]["variables"] = {**variables, **too}
    turned = {name for name in names if variables[name] != too[f"{name}_too"]}
    _double(files, names, turned, chance)
    return files


def _double(data: Any, names: list[str], turned: set[str], chance: Random) -> None:
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        if key == "effects":
            data[key] = [one for effect in value for one in _effects(effect, names, turned, chance)]
        elif isinstance(value, dict | list) and key != "variables":
            _double(value, names, turned, chance)


def _effects(effect: str, names: list[str], turned: set[str], chance: Random) -> list[str]:
    target, sign, value = effect.split(" ", 2)
    if target not in names or chance.random() < 0.05:
        return [effect]
    for name in names:
        if name not in turned and (name == target or chance.random() < 0.5):
            value = re.sub(rf"\b{name}\b", f"{name}_too", value)
    if target in turned:
        value = f"not {target}"
    return [effect, f"{target}_too {sign} {value}"]


def _equal(found: list[Slot], a: int, b: int) -> bool:
    one, other = found[a], found[b]
    return one.kind in DECLARED and one[1:4] == other[1:4] and one.values == other.values


@pytest.mark.parametrize("maker", MAKERS)
def test_doubles_are_found_and_nothing_else_is_taken_for_one(maker: str) -> None:
    many = 60
    there = found_ = 0
    for seed in count(100):
        files = doubled(MAKERS[maker](seed), seed)
        if files is None:
            continue
        told = load(_all_read(files))
        try:
            known = everything(Program(told), most=1_000)
        except TooManyStates:
            continue
        checked = check(told, matters=False)
        mine = _pairs(told, [o for o in checked.oddities if o.code.startswith("always-")])
        for a, b in combinations(range(len(told.slots)), 2):
            if not _equal(list(told.slots), a, b):
                continue
            for same in (True, False):
                never = all((v[a] == v[b]) is same for v in known.values)
                if (a, b, same) in mine:
                    assert never, (seed, told.slots[a].name, told.slots[b].name)
                    found_ += 1
                changes = len({v[a] for v in known.values}) > 1
                there += never and changes and (same or told.slots[a].kind == "flag")
        many -= 1
        if not many:
            break
    assert found_ > 20
    assert found_ >= 0.9 * there, (found_, there)


def _pairs(told: Story, odd: list[Oddity]) -> set[tuple[int, int, bool]]:
    at = {slot.name: n for n, slot in enumerate(told.slots) if slot.kind in DECLARED}
    out = set()
    for one in odd:
        if one.code in ("always-equal", "always-opposite"):
            (other,) = (set(re.findall(r"\w+", one.words)) & at.keys()) - {one.source}
            a, b = sorted((at[one.source], at[other]))
            out.add((a, b, one.code == "always-equal"))
    return out


def _all_read(files: Files) -> Files:
    """A variable that nothing reads is an error: the first passage reads the doubles."""
    story_ = files["story.yaml"]
    passages = next(
        f["passages"] for f in files.values() if story_["start"] in f.get("passages", {})
    )
    first = passages[story_["start"]]
    text = first.get("text") or {}
    text = {"t_all": text} if isinstance(text, str) else dict(text)
    for name, form in story_["variables"].items():
        if name.endswith("_too"):
            asks = name if form["type"] == "flag" else f"{name} == {form['start']}"
            text[f"r_{name}"] = {"if": asks, "text": "Read."}
    first["text"] = text
    return files
