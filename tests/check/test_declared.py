"""What is declared unreachable, held against what is proved: on the page, as data, by branch."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from game.check import account
from game.check.as_data import as_data, one_as_data
from game.check.check import check
from game.check.findings import Checked, Reached, Undecided, Unreachable
from game.check.phrases import OPEN
from game.check.report import Entry, Findings, page
from game.play.program import Program
from game.story.branches import branches, declared_unreachable
from game.story.load import load_story
from game.story.model import Declared, Place, Story
from tests.check.agreement import Files
from tests.check.grown import grown_story
from tests.check.oracle import TooManyStates, all_branches, search
from tests.check.troubled import story as troubled
from tests.corpus.made import made_story
from tests.corpus.plan import HERE
from tests.story.test_generated import load

EXAMPLES = int(os.environ.get("ONE_OUT_EXAMPLES", "0")) or 300
KINDS = load_story(HERE / "unreachable" / "of-every-kind")
CLASS = load_story(HERE / "unreachable" / "what-only-a-class-can-carry.yaml")


def findings(made: Story) -> Findings:
    return Findings(made, check(made), check(made, free_meetings=True), 0.1)


def declaring(made: Story, *ids: str, reason: str = "So it is meant") -> Story:
    """The story with these branches declared unreachable, line by line from 101 on."""
    those = (
        Declared(id_, reason, Place("story.yaml", line, 3))
        for line, id_ in enumerate(ids, start=101)
    )
    return made._replace(unreachable=tuple(those))


def problems(made: Story, code: str) -> list[Entry]:
    return [entry for entry in page(findings(made)).problems if entry.code == code]


# Declared and proved


def test_branches_of_every_kind_may_be_unreachable_on_purpose() -> None:
    found = findings(KINDS)
    declared = declared_unreachable(KINDS)
    assert {found.played.verdicts[id_].branch.kind for id_ in declared} == {
        branch.kind for branch in branches(KINDS)
    }
    assert all(isinstance(found.played.verdicts[id_], Unreachable) for id_ in declared)
    assert page(found).problems == ()
    assert page(found).headline == "Of every kind: no problems."


@pytest.mark.parametrize("id_", [one.branch for one in KINDS.unreachable])
def test_without_its_declaration_it_is_a_problem(id_: str) -> None:
    its = {id_, id_.partition("/")[0]}  # its passage stands for it too
    rest = tuple(one for one in KINDS.unreachable if one.branch not in its)
    entries = problems(KINDS._replace(unreachable=rest), "unreachable")
    assert id_ in {branch for entry in entries for branch in entry.branches}


def test_the_page_counts_them_in_one_sentence() -> None:
    total = len(declared_unreachable(KINDS))
    said = page(findings(KINDS)).proved[0]
    assert f" {total} cannot; " in said
    assert said.count(f" {total} are declared unreachable, and they are.") == 1


def test_one_alone_is_counted_too(tmp_path: Path) -> None:
    said = page(findings(declaring(troubled(tmp_path), "door/push"))).proved[0]
    assert "12 cannot; " in said
    assert "1 is declared unreachable, and it is." in said


def test_where_nothing_is_declared_nothing_is_said_of_it(tmp_path: Path) -> None:
    assert not any("declared" in words for words in page(findings(troubled(tmp_path))).proved)


def test_others_that_fall_with_it_remain_a_problem(tmp_path: Path) -> None:
    made = troubled(tmp_path)
    before = problems(made, "unreachable")[0]
    assert before.branches[:2] == ("yard/tell", "told_her")
    after = problems(declaring(made, "yard/tell"), "unreachable")[0]
    assert after.what == "passage told_her"
    assert after.branches == before.branches[1:]
    assert after.place == before.place


def test_what_lies_behind_a_passage_must_be_declared_for_itself() -> None:
    (entry,) = problems(declaring(CLASS, "vote/carried"), "unreachable")
    assert entry.branches == ("ban", "ban/text", "ban/ending")
    assert problems(declaring(CLASS, "vote/carried", "ban"), "unreachable") == []


# Declared and reached


def test_what_is_reached_all_the_same_is_a_problem_with_its_way(tmp_path: Path) -> None:
    made = declaring(troubled(tmp_path), "wall/stay", reason="Nobody stays")
    (entry,) = problems(made, "reachable")
    assert entry.what == "choice wall/stay is declared unreachable, and it can be reached"
    assert entry.words == 'The reason given: "Nobody stays."'
    assert (entry.place, entry.source) == (Place("story.yaml", 101, 3), "wall/stay")
    assert entry.way == ("yard: Wait by the wall.", "wall: Stay.")
    assert entry.option_ids == ("yard/wait", "wall/stay")
    assert entry.branches == ("wall/stay",)
    assert "declared unreachable, and" not in page(findings(made)).proved[0]


def test_a_passage_that_is_reached_is_one_problem_with_all_of_it(tmp_path: Path) -> None:
    (entry,) = problems(declaring(troubled(tmp_path), "wall"), "reachable")
    assert entry.what.startswith("passage wall is ")
    assert entry.option_ids == ("yard/wait",)  # the shortest of them
    assert entry.branches == ("wall", "wall/text", "wall/stay")
    assert entry.words.endswith("With it go: wall/text, wall/stay.")


def test_what_of_a_reached_passage_is_not_reached_is_as_declared(tmp_path: Path) -> None:
    made = declaring(troubled(tmp_path), "vote")
    (entry,) = problems(made, "reachable")
    assert "vote/lost" not in entry.branches
    assert "vote/carried" in entry.branches
    unreachable = {id_ for one in problems(made, "unreachable") for id_ in one.branches}
    assert not unreachable & {"vote/lost", "vote/hands/dora/else"}


def test_where_the_story_starts_there_is_no_way_to_show(tmp_path: Path) -> None:
    (entry,) = problems(declaring(troubled(tmp_path), "yard/text"), "reachable")
    assert entry.way == ()
    assert entry.words.endswith("Every play is there before its first choice.")


# A class


def test_what_only_a_class_can_reach_is_no_problem_and_is_said() -> None:
    printed = page(findings(CLASS))
    assert printed.problems == ()
    assert "4 are declared unreachable, and they are." in printed.proved[0]
    assert (
        "Of those declared unreachable a class can reach: "
        "vote/carried, ban, ban/text, ban/ending." in printed.proved[1]
    )


def test_what_not_even_a_class_can_reach_is_not_said_to_be_so(tmp_path: Path) -> None:
    printed = page(findings(declaring(troubled(tmp_path), "door/push")))
    assert not any("a class can reach" in words for words in printed.proved)


# Not decided


def test_what_is_undecided_stays_so(tmp_path: Path) -> None:
    made = declaring(troubled(tmp_path), "door/push", "wall")
    found = check(made)
    left = {
        id_: Undecided(found.verdicts[id_].branch, "too many states")
        for id_ in ("door/push", "wall", "wall/text", "wall/stay")
    }
    unknown: Checked = found._replace(verdicts={**found.verdicts, **left}, complete=False)
    printed = page(Findings(made, unknown, None, 0.1))
    (undecided,) = [entry for entry in printed.problems if entry.code == "undecided"]
    assert set(undecided.branches) == left.keys()
    assert not any("declared" in words for words in printed.proved)
    assert not [entry for entry in printed.problems if entry.code == "reachable"]


# One branch, and data


def test_one_branch_is_told_with_both_reasons(tmp_path: Path) -> None:
    found = findings(declaring(troubled(tmp_path), "door/push", reason="He has no key"))
    (one,) = account.accounts(found, account.branch_of(found, "door/push"))
    assert one.lead == "Choice door/push cannot be reached. It is declared so."
    assert one.declared == ("He has no key.", Place("story.yaml", 101, 3), "door/push")
    assert [link.source for link in one.chain] == ["told"]


def test_a_branch_of_a_declared_passage_is_told_its_passages_reason() -> None:
    found = findings(CLASS)
    played, freely = account.accounts(found, account.branch_of(found, "ban/text"))
    assert played.lead == "Paragraph ban/text cannot be reached as played. It is declared so."
    assert played.declared is not None
    assert played.declared.source == "ban"
    assert freely.lead.startswith("Paragraph ban/text can be reached where a class decides")
    assert freely.declared is None


def test_a_branch_that_is_reached_all_the_same_is_told_that_it_is_wrong(tmp_path: Path) -> None:
    found = findings(declaring(troubled(tmp_path), "wall"))
    (one,) = account.accounts(found, account.branch_of(found, "wall"))
    assert one.lead.endswith("No way is shorter. It is declared unreachable, and that is wrong.")
    assert one.walked is not None


def test_an_undecided_branch_says_that_it_is_declared(tmp_path: Path) -> None:
    found = findings(declaring(troubled(tmp_path), "wall"))
    branch = found.played.verdicts["wall"].branch
    unknown = found.played._replace(verdicts={"wall": Undecided(branch, "too many states")})
    (one,) = account.accounts(found._replace(played=unknown, free=None), branch)
    assert one.lead == "Passage wall was not decided: too many states. It is declared unreachable."


def test_data_has_the_authors_reason(tmp_path: Path) -> None:
    made = declaring(troubled(tmp_path), "wall", "door/push")
    data = as_data(findings(made), Path("troubled.yaml"))
    said = {"reason": "So it is meant", "file": "story.yaml", "line": 102, "column": 3}
    for votes in ("as_played", "votes_open"):
        verdicts: dict[str, Any] = {branch["id"]: branch for branch in data[votes]["branches"]}
        assert verdicts["door/push"]["declared_unreachable"] == said
        assert verdicts["door/push"]["verdict"] == "unreachable"
        assert verdicts["wall/text"]["declared_unreachable"] == {**said, "line": 101}
        assert verdicts["yard"]["declared_unreachable"] is None
    (entry,) = [one for one in data["problems"] if one["code"] == "reachable"]
    assert (entry["line"], entry["witness"]) == (101, ["yard/wait"])
    assert one_as_data(findings(made), "door/push")["as_played"]["declared_unreachable"] == said


# Generated stories


def made_files(seed: int) -> Files:
    return made_story(seed).files


def written_into(files: Files, ids: list[str]) -> Story:
    """The story of these files, with these branches declared unreachable in its head."""
    head, *others = files
    declared = {"unreachable": {id_: f"Nobody sees {id_}." for id_ in ids}}
    return load({head: {**files[head], **declared}, **{name: files[name] for name in others}})


def told(found: Findings) -> list[tuple[str, str, str]]:
    """The problems of a page but those about what cannot be reached."""
    return [
        (one.code, one.what, one.words) for one in page(found).problems if one.code != "unreachable"
    ]


class Example(NamedTuple):
    """A story, and what the naive search says is reached as played, and what never is."""

    chance: Random
    files: Files
    made: Story
    never: set[str]
    reached: set[str]


def examples(maker: Callable[[int], Files], many: int) -> Iterator[Example]:
    """Generated stories with few enough states."""

    def those() -> Iterator[Example]:
        for seed in count():
            files = maker(seed)
            made = load(files)
            program = Program(made)
            try:
                reached = set(search(program, most=2_000).branches)
            except TooManyStates:
                continue
            yield Example(Random(seed), files, made, all_branches(program) - reached, reached)

    return islice(those(), many)


@pytest.mark.parametrize("maker", [made_files, grown_story], ids=["made", "grown"])
def test_declaring_just_what_cannot_be_reached_leaves_just_the_other_problems(
    maker: Callable[[int], Files],
) -> None:
    removed = contradicted = 0
    for chance, files, made, never, reached in examples(maker, EXAMPLES // 2):
        found = findings(made)
        ids = sorted(never)
        chance.shuffle(ids)
        exact = written_into(files, ids)
        assert [one.branch for one in exact.unreachable] == ids
        printed = page(found._replace(story=exact))
        assert [one for one in printed.problems if one.code == "unreachable"] == []
        assert told(found._replace(story=exact)) == told(found)
        assert ("declared unreachable, and" in printed.proved[0]) == bool(ids)
        removed += len(ids)
        # One left out is one that is told; one too many is one that is contradicted.
        if ids:
            entries = page(found._replace(story=declaring(made, *ids[1:]))).problems
            spoken = {id_ for one in entries if one.code == "unreachable" for id_ in one.branches}
            # A branch of a passage that is declared itself needs no line of its own.
            assert spoken == {ids[0]} - {
                id_ for id_ in ids if id_.partition("/")[0] in ids[1:] and "/" in id_
            }
        wrong = chance.choice(sorted(reached))
        entries = page(found._replace(story=declaring(made, *ids, wrong))).problems
        (entry,) = [one for one in entries if one.code == "reachable"]
        assert wrong in entry.branches
        assert set(entry.branches) <= reached
        contradicted += 1
    assert removed > EXAMPLES // 3
    assert contradicted > EXAMPLES // 3


def test_what_a_class_can_reach_of_it_is_what_the_naive_search_reaches() -> None:
    told_of = 0
    for _, _, made, never, reached in examples(made_files, EXAMPLES // 3):
        if not any(passage.meeting for passage in made.passages.values()):
            continue
        exact = declaring(made, *sorted(never))
        freely = search(Program(made), free_meetings=True).branches.keys() - reached
        printed = page(findings(exact))
        said = [words for words in printed.proved if "a class can reach" in words]
        assert bool(said) == bool(freely)
        if len(freely) == 1:
            assert f"a class can reach: {next(iter(freely))}." in said[0]
        assert all(OPEN in words for words in said)
        told_of += len(said)
    assert told_of > EXAMPLES // 100


def test_the_check_never_reads_a_declaration(tmp_path: Path) -> None:
    made = troubled(tmp_path)
    all_ = [branch.id for branch in branches(made)]
    for free in (False, True):
        assert check(declaring(made, *all_), free_meetings=free) == check(made, free_meetings=free)
    assert any(isinstance(one, Reached) for one in check(made).verdicts.values())
