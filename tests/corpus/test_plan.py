"""Plans that cannot be read, and stories that do not do what their plan says."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.program import Program
from game.story.diagnostics import StoryError
from game.story.load import load_story
from tests.corpus.plan import PlanError, plans, read_plan
from tests.corpus.play import Differs, play, printed, refused, saved, straight

STORY = """\
format: 1
id: egg
title: The egg
language: en
year: 1938
place: Port Kembla
summary: A story for a test.
player: {name: Ilija, about: You load ships.}
reading_age: 12
minutes: 1
content_notes: {}
credits: [{role: Written by, who: The authors}]
start: smoko
variables:
  fund: {type: number, from: 0, to: 9, start: 0, about: What is in the tin.}
passages:
  smoko:
    text: {egg: An egg., tin: The tin has {fund}.}
    choices:
      put: {text: Put one in., effects: [fund += 5], to: smoko}
      ask: {text: Ask Roy., if: fund > 0, locked: He looks away., to: home}
  home: {ending: {title: Home, debrief: You walk home.}}
""".replace("tin: The tin has {fund}.", 'tin: "The tin has {fund}."')

GOOD = """\
# A plan of everything
says: An egg.
says: The tin has 0.
offers: put
locked: ask | He looks away.
option: put | Put one in.
refuses: ask
takes: put
says: An egg.
says: The tin has 5.
faults: put | egg.yaml:20 | fund would be 10
takes: ask
ends: Home
offers: (nothing)
play:
takes: put
back: 1
offers: put
"""


def write(folder: Path, plan: str, story: str = STORY) -> Path:
    (folder / "egg.yaml").write_text(story, encoding="utf-8")
    path = folder / "egg.plan"
    path.write_text(plan, encoding="utf-8")
    return path


def played(folder: Path, text: str) -> None:
    plan = read_plan(write(folder, text), folder)
    program = Program(load_story(plan.story))
    play(plan, program, straight)
    play(plan, program, saved)


def test_a_plan_that_holds_is_silent(tmp_path: Path) -> None:
    played(tmp_path, GOOD)
    plan = read_plan(tmp_path / "egg.plan", tmp_path)
    assert [len(screens) for screens in plan.plays] == [4, 3]
    printed(plan, Program(load_story(plan.story)))


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        ("says: A\nsay: B", r"egg\.plan:2: there is no keyword `say`\. These are: .*says"),
        ("# remark\n\njust words", r"egg\.plan:3: this is no `keyword: value`: just words"),
        ("offers:", r"egg\.plan:1: `offers:` says nothing\. For nothing write \(nothing\)"),
        ("play: again", r"egg\.plan:1: `play:` stands alone"),
        ("offers: a\noffers: b", r"egg\.plan:2: `offers:` stands twice for one screen"),
        ("back: one", r"egg\.plan:1: `back:` takes a number of choices"),
        ("wrong: N01 1:1\nsays: A", r"egg\.plan:2: a story that must not load cannot be played"),
        ("# nothing at all", r"egg\.plan: says nothing of its story"),
    ],
)
def test_a_plan_that_cannot_be_read_says_where(tmp_path: Path, plan: str, message: str) -> None:
    with pytest.raises(PlanError, match=message):
        read_plan(write(tmp_path, plan), tmp_path)


def test_a_plan_without_a_story_says_so(tmp_path: Path) -> None:
    path = write(tmp_path, "says: A")
    (tmp_path / "egg.yaml").unlink()
    with pytest.raises(PlanError, match=r"egg\.plan: there is no story beside it"):
        read_plan(path, tmp_path)


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        ("says: An egg.", r"plan:1: says\n  expected: nothing more\n  came:     The tin has 0\."),
        ("says: An egg.\nsays: X", r"plan:2: says\n  expected: X\n  came:     The tin has 0\."),
        ("says: (nothing)", r"plan:1: says\n  expected: nothing more\n  came:     An egg\."),
        (
            "says: An egg.\nsays: The tin has 0.\nsays: More.",
            r"plan:3: says\n  expected: More\.\n  came:     nothing more",
        ),
        ("offers: put, ask", r"plan:1: offers\n  expected: put, ask\n  came:     put"),
        ("offers: (nothing)", r"plan:1: offers\n  expected: \(nothing\)\n  came:     put"),
        ("locked: ask | No.", r"plan:1: locked\n  expected: ask \| No\.\n  came:     ask \| He"),
        ("option: put | No.", r"plan:1: option\n  expected: No\.\n  came:     Put one in\."),
        ("option: pat | No.", r"plan:1: `pat` is not on the screen"),
        ("lens: put | alone", r"plan:1: lens\n  expected: alone\n  came:     \(nothing\)"),
        ("refuses: put", r"plan:1: `put` was to be refused, and can be taken"),
        ("takes: ask", r"plan:1: `ask` cannot be taken\. These can: put"),
        ("takes: put\ntakes: put", r"plan:2: takes\n  expected: no fault\n .* fund would be 10"),
        ("faults: put", r"plan:1: `put` was to stop at a range fault, and did not"),
        ("takes: put\nfaults: put | les", r"plan:2: faults\n  expected: les\n .* fund would be 10"),
        ("ends: Home", r"plan:1: ends\n  expected: Home\n  came:     \(nothing\)"),
        ("scene: bar", r"plan:1: scene\n  expected: bar\n  came:     main"),
        ("stuck: smoko", r"plan:1: stuck\n  expected: smoko\n  came:     \(nothing\)"),
        ("fault: egg.yaml:1:1", r"plan:1: fault\n  expected: egg\.yaml:1:1\n  came:     \(nothing"),
        ("notes: law", r"plan:1: notes\n  expected: law\n  came:     \(nothing\)"),
        ("class offers: ask", r"plan:1: class offers\n  expected: ask\n  came:     put"),
        ("back: 1", r"plan:1: only 0 choices can be taken back"),
        (
            "takes: put\nsays: An egg.\nsays: X",
            r"(?s)plan:3: says.*The screen was:\n  says: An egg",
        ),
    ],
)
def test_a_story_that_differs_from_its_plan_says_how(
    tmp_path: Path, plan: str, message: str
) -> None:
    with pytest.raises(Differs, match=message):
        played(tmp_path, plan)


def test_a_fault_that_a_plan_passes_over_is_told(tmp_path: Path) -> None:
    stuck = STORY.replace(
        "      put: ", "      put: {text: No., if: fund > 8, to: home}\n      two: "
    )
    stuck = stuck.replace(
        "      two: {text: Put one in., ", "      two: {text: No., if: fund > 8, "
    )
    plan = read_plan(write(tmp_path, "says: An egg.\nsays: The tin has 0.", stuck), tmp_path)
    with pytest.raises(Differs, match=r"plan:1: the story stops: nothing can be chosen in smoko"):
        play(plan, Program(load_story(plan.story)), straight)


def test_what_the_terminal_does_not_print_is_told(tmp_path: Path) -> None:
    plan = read_plan(write(tmp_path, "says: The tin has 0.\nsays: An egg."), tmp_path)
    with pytest.raises(
        Differs, match=r"plan:2: says\n  expected: An egg\.\n  came:     not printed"
    ):
        printed(plan, Program(load_story(plan.story)))


@pytest.mark.parametrize(
    ("plan", "message"),
    [
        ("wrong: N02 22:1", r"plan:1: wrong\n  expected: N02 egg\.yaml:22:1\n  came:     N01"),
        (
            "wrong: N01 21:71",
            r"plan:1: wrong\n  expected: nothing more\n  came:     N01 egg\.yaml:22",
        ),
        ("wrong: N01 21:71 | kitchen", r"plan:1: wrong\n  expected: kitchen\n  came:     there is"),
        (
            "wrong: N01 21:71\nwrong: N01 22:15\nwrong: G08 1:1",
            r"plan:3: wrong\n  expected: G08 egg\.yaml:1:1\n  came:     nothing more",
        ),
    ],
)
def test_a_report_that_differs_from_its_plan_says_how(
    tmp_path: Path, plan: str, message: str
) -> None:
    bad = STORY.replace("to: home}", "to: hom}").replace(
        "  home: {", "  other: {to: hme}\n  home: {"
    )
    read = read_plan(write(tmp_path, plan, bad), tmp_path)
    with pytest.raises(StoryError) as error:
        load_story(read.story)
    with pytest.raises(Differs, match=message):
        refused(read, error.value.diagnostics)


def test_plans_are_found_in_every_folder(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "egg.plan").touch()
    write(tmp_path, "says: A")
    assert [p.relative_to(tmp_path).as_posix() for p in plans(tmp_path)] == [
        "egg.plan",
        "text/egg.plan",
    ]
