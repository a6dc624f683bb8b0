"""What is unreachable on purpose: how it is read, and that it changes nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from game.play.program import Program
from game.play.saves import Saves
from game.story.branches import BranchKind, Names, branches, declared_unreachable, listed
from game.story.load import load_story, open_story
from game.story.model import Declared, Place
from tests.corpus.plan import HERE
from tests.corpus.written import HEAD, HOME, codes, diagnostics, story, write
from tests.play.treadmill import STORY, program_of, walked

KINDS = HERE / "unreachable" / "of-every-kind"

PASSAGES = f"""\
passages:
  smoko:
    text: Rain.
    choices:
      shelter: {{text: Run for the shed., to: shed}}
      go: {{text: Go., to: home}}
  shed:
    text:
      wool: Wet wool.
      rope: Dry rope.
    to: home
{HOME}"""


def declaring(*lines: str, passages: str = PASSAGES) -> str:
    """The body of a story with these lines under `unreachable`, at its end."""
    return passages + "unreachable:\n" + "".join(f"  {line}\n" for line in lines)


# Read


def test_a_story_that_declares_nothing_has_nothing_declared(tmp_path: Path) -> None:
    made = story(tmp_path, PASSAGES)
    assert made.unreachable == ()
    assert declared_unreachable(made) == {}


def test_declarations_stand_in_their_order_with_reason_and_place(tmp_path: Path) -> None:
    body = declaring("shed/text/rope: Nobody looks up.", "smoko/shelter: It's dry.")
    line = (HEAD + body).split("\n").index("unreachable:") + 2
    assert story(tmp_path, body).unreachable == (
        Declared("shed/text/rope", "Nobody looks up.", Place("story.yaml", line, 3)),
        Declared("smoko/shelter", "It’s dry.", Place("story.yaml", line + 1, 3)),
    )


def test_branches_of_every_kind_can_be_declared() -> None:
    made = load_story(KINDS)
    kinds = {branch.id: branch.kind for branch in branches(made)}
    assert {kinds[one.branch] for one in made.unreachable} == set(kinds.values())
    assert set(kinds.values()) == set(get_args(BranchKind))


def test_a_passage_stands_for_everything_in_it_and_nothing_else(tmp_path: Path) -> None:
    made = story(tmp_path, declaring("shed: Nobody is in the shed."))
    assert list(declared_unreachable(made)) == [
        "shed",
        "shed/text/wool",
        "shed/text/rope",
        "shed/to/home",
    ]


def test_a_passage_with_all_that_a_passage_can_have_is_covered_whole() -> None:
    made = load_story(KINDS)
    for passage in made.passages.values():
        one = Declared(passage.id, "So it is.", passage.place)
        covered = declared_unreachable(made._replace(unreachable=(one,)))
        own = [branch.id for branch in listed({passage.id: passage}, {})]
        assert list(covered) == own
        assert own == [
            branch.id
            for branch in branches(made)
            if branch.id == passage.id or branch.id.startswith(f"{passage.id}/")
        ]


def test_what_is_declared_for_itself_goes_before_its_passage(tmp_path: Path) -> None:
    for lines in (
        ("shed: Nobody is in the shed.", "shed/text/rope: Nobody looks up."),
        ("shed/text/rope: Nobody looks up.", "shed: Nobody is in the shed."),
    ):
        found = declared_unreachable(story(tmp_path, declaring(*lines)))
        assert found["shed/text/rope"].reason == "Nobody looks up."
        assert found["shed/text/wool"].reason == "Nobody is in the shed."


def test_a_card_does_not_belong_to_a_passage_called_know(tmp_path: Path) -> None:
    hall = "scene: hall\ntitle: The hall\nknow: {law: No beer.}\npassages:\n  x: {to: home}\n"
    body = declaring("know: Nobody knows.", passages=f"passages:\n  know: {{to: home}}\n{HOME}")
    made = load_story(write(tmp_path, body, HEAD.replace("start: smoko", "start: x"), hall=hall))
    assert list(declared_unreachable(made)) == ["know", "know/to/home"]


# Refused


def test_an_id_that_names_no_branch_is_reported_with_the_nearest(tmp_path: Path) -> None:
    (found,) = diagnostics(tmp_path, declaring("smoko/helter: Nobody runs."))
    assert found.code == "N07"
    assert found.wrong == "there is no branch `smoko/helter`"
    assert found.mend.startswith("Did you mean `smoko/shelter`?")
    assert found.source == "  smoko/helter: Nobody runs."
    assert (found.place.column, found.length) == (3, len("smoko/helter"))


def test_everything_that_is_wrong_is_reported_at_once(tmp_path: Path) -> None:
    body = declaring("nowhere: Nobody.", passages=PASSAGES.replace("to: shed", "to: shde"))
    assert codes(diagnostics(tmp_path, body)) == ["N01", "N07"]


@pytest.mark.parametrize("reason", ["", '""', '"  "', "~"])
def test_a_reason_cannot_be_empty(tmp_path: Path, reason: str) -> None:
    (found,) = diagnostics(tmp_path, declaring(f"shed: {reason}"))
    assert found.code == ("F03" if reason in ("", "~") else "F09")


def test_a_branch_cannot_be_declared_twice(tmp_path: Path) -> None:
    body = declaring("shed: Nobody.", "smoko/shelter: Nobody.", "shed: Nobody at all.")
    assert codes(diagnostics(tmp_path, body)) == ["Y04"]


def test_it_stands_in_the_head_alone(tmp_path: Path) -> None:
    hall = "scene: hall\ntitle: The hall\nunreachable: {x: No.}\npassages:\n  x: {to: home}\n"
    assert codes(diagnostics(tmp_path, PASSAGES, hall=hall)) == ["F02"]


def test_an_id_of_no_measure_is_refused(tmp_path: Path) -> None:
    (found,) = diagnostics(tmp_path, declaring(f"? {'x' * 4000}\n  : Nobody."))
    assert found.code == "F05"


def test_nothing_is_said_of_a_branch_whose_passage_is_wrong_itself(tmp_path: Path) -> None:
    wrong = PASSAGES.replace("    to: home\n", "    to: [home]\n")
    body = declaring("shed/text/rope: Nobody.", "shed/to/home: Nobody.", passages=wrong)
    assert codes(diagnostics(tmp_path, body)) == ["F03"]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("smok", "smoko"),
        ("smok/go", "smoko/go"),
        ("Smoko/Shelter", "smoko/shelter"),
        ("smoko/shelter_", "smoko/shelter"),
        ("shed/text", "shed/text/wool"),
        ("shed/rope", "shed/text/rope"),
        ("rope", "shed/text/rope"),
        ("smoko/text/rain", "smoko/text"),
        ("know/hall/lwa", "know/hall/law"),
        ("kno", None),
        ("x/y/z", None),
        ("", None),
        ("/", None),
    ],
)
def test_the_branch_that_somebody_means_is_found(slip: str, meant: str | None) -> None:
    known = "smoko smoko/text smoko/shelter smoko/go shed shed/text/wool shed/text/rope home"
    names = Names([*known.split(), "know/hall/law"])
    assert names.near(slip) == ("" if meant is None else f"Did you mean `{meant}`? ")


def test_a_large_story_is_looked_through_too() -> None:
    names = Names(f"p{n}/c{k}" for n in range(5_000) for k in range(9))
    assert names.near("p4999/cc3") == "Did you mean `p4999/c3`? "


# Nothing else is touched


def test_a_declaration_changes_nothing_that_is_played(tmp_path: Path) -> None:
    without = story(tmp_path / "a", PASSAGES)
    with_ = story(tmp_path / "b", declaring("shed: Nobody is in the shed."))
    assert with_._replace(fingerprint=without.fingerprint, unreachable=()) == without


def test_a_save_is_opened_as_before(tmp_path: Path) -> None:
    program = program_of(tmp_path)
    declared = program_of(tmp_path, f"{STORY}unreachable:\n  left: On purpose.\n")
    assert declared.story.unreachable
    saves = Saves(tmp_path / "saves", program.story)
    saves.autosave(walked(program, 7))
    loaded = saves.load_auto(declared)
    assert loaded is not None
    assert loaded.playthrough.choices == walked(program, 7).choices


def test_the_compiled_form_keeps_it(tmp_path: Path) -> None:
    folder = write(tmp_path / "story", declaring("shed: Nobody is in the shed."))
    made = load_story(folder)
    opened = [open_story(folder, tmp_path / "cache") for _ in range(2)][1]
    assert opened.unreachable == made.unreachable
    assert isinstance(opened.unreachable[0], Declared)
    assert Program(opened).start == Program(made).start
