"""The page about a story: problems first, each once, in the author's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.check import account
from game.check.as_data import as_data
from game.check.authors import AuthorsFiles
from game.check.check import check
from game.check.findings import Oddity, Trap, Undecided
from game.check.phrases import CUT_SHORT
from game.check.reading import Reading, Route
from game.check.report import Entry, Findings, Page, page, stopped
from game.story.branches import Branch, branches
from game.story.load import load_story
from game.story.model import Place
from game.story.new import TEMPLATE
from tests.check.troubled import story, troubled
from tests.corpus.written import HOME
from tests.corpus.written import story as written


@pytest.fixture
def findings(tmp_path: Path) -> Findings:
    made = story(tmp_path)
    return Findings(made, check(made), check(made, free_meetings=True), 0.25)


@pytest.fixture(scope="module")
def sound() -> Findings:
    made = load_story(TEMPLATE)
    return Findings(made, check(made), check(made, free_meetings=True), 0.25)


def entries(printed: Page, code: str) -> list[Entry]:
    return [entry for entry in printed.problems if entry.code == code]


# A passage that nothing leads to


ASTRAY = f"""\
passages:
  smoko: {{text: You wait., to: home}}
  attic: {{text: Dust., to: ladder}}
  ladder:
    text: Rungs.
    choices:
      up: {{text: Up., to: attic}}
      down: {{text: Down., to: cellar}}
  cellar: {{text: Coal., to: home}}
{HOME}"""


def test_what_lies_behind_a_passage_that_nothing_leads_to_is_one_problem(tmp_path: Path) -> None:
    told = written(tmp_path, ASTRAY)
    (one,) = page(Findings(told, check(told), None, 0.1)).problems
    assert (one.what, one.source) == ("passage attic", "attic")
    assert one.words == "Nothing that can be entered leads to attic. With it go: ladder, cellar."
    assert len(one.branches) == 3 + 4 + 3


# A story without problems


def test_a_sound_story_is_told_what_was_proved_of_it(sound: Findings) -> None:
    printed = page(sound)
    assert printed.headline == "The Scorch: no problems."
    assert printed.problems == ()
    total = len(sound.played.verdicts)
    assert printed.proved[0].startswith(
        f"Every one of {total} branches can be reached; the longest"
    )
    assert "From every state an ending can be reached." in printed.proved[0]
    assert "No screen is without a choice. No number leaves its range." in printed.proved[0]


def test_what_is_the_same_with_every_vote_open_is_said_once(sound: Findings) -> None:
    assert sound.free is not None
    said = page(sound).proved[1]
    assert said.startswith("With every vote open (where a class decides the votes): the same.")


def test_a_story_without_a_meeting_is_not_told_about_votes(sound: Findings) -> None:
    assert not any("vote" in words for words in page(sound._replace(free=None)).proved)


def test_a_kept_result_does_not_claim_to_have_taken_time(sound: Findings) -> None:
    assert page(sound).proved[-1] == "Checked in 0.2 seconds."
    assert "Nothing has changed" in page(sound._replace(seconds=None)).proved[-1]


def test_words_and_minutes_are_said_where_they_are_known(sound: Findings) -> None:
    known = Reading(Route(190, 1), Route(1020, 14), Route(600, 9))
    said = page(sound._replace(reading=known)).proved[2]
    assert "the shortest route has 190 words (1 minute, 1 choice)" in said
    assert "the longest 1,020 words (5 minutes, 14 choices)" in said
    round_ = page(sound._replace(reading=Reading(Route(190, 1), None, None))).proved[2]
    assert "there is no longest, because the story can go round in a circle" in round_


# A story with problems


def test_problems_are_counted_in_the_headline(findings: Findings) -> None:
    assert page(findings).headline == "Trouble at the mangle: 7 problems."


def test_branches_that_one_condition_holds_back_are_one_problem(findings: Findings) -> None:
    first = entries(page(findings), "unreachable")[0]
    assert first.what == "choice yard/tell"
    assert first.branches[:3] == ("yard/tell", "told_her", "told_her/text/said")
    assert first.words.endswith("With it goes: told_her.")
    assert (first.place.line, first.source) == (31, "trust >= 3 and told")


def test_a_branch_that_cannot_be_reached_comes_with_the_nearest_play(findings: Findings) -> None:
    first = entries(page(findings), "unreachable")[0]
    assert first.words.startswith("Needs trust >= 3, and here trust is only ever 0 or 2.")
    assert (first.way, first.option_ids) == (("yard: Help Dora.",), ("yard/help",))


def test_what_a_class_can_reach_is_said_to_be_so(findings: Findings) -> None:
    lost = next(e for e in entries(page(findings), "unreachable") if "vote/lost" in e.what)
    assert "It can be reached where a class decides the votes." in lost.words


def test_a_trap_shows_the_way_in_as_it_is_read(findings: Findings) -> None:
    (trap,) = entries(page(findings), "trap")  # the stuck screen is no second one
    assert trap.what == "from wall no ending can be reached"
    assert trap.way == ("yard: Wait by the wall.",)
    assert trap.option_ids == ("yard/wait",)


def test_a_trap_that_stops_says_where(findings: Findings) -> None:
    caught = findings.played._replace(traps=(Trap(("yard/door",), ("wall", "door")),))
    (trap,) = entries(page(findings._replace(played=caught, free=None)), "trap")
    assert "Every way on stops where nothing can be chosen: door." in trap.words


def test_a_trap_in_one_reading_of_the_votes_alone_says_in_which(findings: Findings) -> None:
    assert findings.free is not None
    played = findings._replace(free=findings.free._replace(traps=()))
    assert entries(page(played), "trap")[0].what.endswith(", as played")
    freely = findings._replace(played=findings.played._replace(traps=()))
    assert entries(page(freely), "trap")[0].what.endswith(", where a class decides the votes")


def test_a_stuck_screen_and_a_range_fault_say_how_one_gets_there(findings: Findings) -> None:
    (stuck,) = entries(page(findings), "stuck")
    assert stuck.what == "nothing can be chosen in door"
    (fault,) = entries(page(findings), "range")
    assert fault.what == "trust can leave its range; it can be 0 to 3"
    assert fault.way == ("yard: Help Dora.", "yard: Help Dora.")
    assert fault.source == "trust += 2"


def test_undecided_branches_with_one_cause_are_one_problem(sound: Findings) -> None:
    none = stopped(
        sound.story, [Undecided(b, CUT_SHORT) for b in branches(sound.story)], free=False
    )
    printed = page(sound._replace(played=none, free=None, stopped=True))
    (undecided,) = printed.problems
    assert undecided.what == "passage sheet"
    # Of a passage that is named, nothing inside it is: that can be reached no sooner.
    others = [id_ for id_ in none.verdicts if "/" not in id_ or id_.startswith("know/")][1:]
    assert undecided.words.endswith(f"{', '.join(others[:6])} and {len(others) - 6} more.")
    assert "This is part of a report" in printed.headline
    assert not any("ending" in words for words in printed.proved)  # nothing is claimed


def test_what_was_not_decided_of_the_whole_is_a_problem_and_not_claimed(sound: Findings) -> None:
    assert sound.free is not None
    part = sound.played._replace(undecided=("traps",), complete=False)
    printed = page(sound._replace(played=part))
    (entry,) = printed.problems
    assert entry.what == "whether an ending can be reached from everywhere, as played"
    assert "From every state" not in printed.proved[0]
    assert "No screen is without a choice. No number leaves its range." in printed.proved[0]
    both = page(sound._replace(played=part, free=sound.free._replace(undecided=("traps",))))
    assert [entry.what[-10:] for entry in both.problems] == ["everywhere"]


def test_oddities_are_no_problems(sound: Findings) -> None:
    odd = Oddity("always-true", "`listed` holds whenever this is asked", Place("story.yaml", 3, 1))
    printed = page(sound._replace(played=sound.played._replace(oddities=(odd,))))
    assert printed.problems == ()
    (entry,) = printed.oddities
    assert (entry.what, entry.words) == ("`listed` holds whenever this is asked, as played", "")


# In the author's words


def test_the_authors_line_is_shown_and_the_condition_underlined(tmp_path: Path) -> None:
    files = AuthorsFiles(troubled(tmp_path))
    shown = files.shown("unreachable", "choice x", Place("troubled.yaml", 31, 13), "trust >= 3")
    assert shown.splitlines() == [
        "troubled.yaml:31:13: unreachable: choice x",
        "  31 |         if: trust >= 3 and told",
        "     |             ^^^^^^^^^^",
    ]


def test_words_that_are_not_the_authors_underline_the_key(tmp_path: Path) -> None:
    files = AuthorsFiles(troubled(tmp_path))
    shown = files.shown("trap", "from wall", Place("troubled.yaml", 48, 3), "words of ours")
    assert shown.splitlines()[1:] == ["  48 |   wall:", "     |   ^^^^"]


@pytest.mark.parametrize("place", [Place("gone.yaml", 3, 9), Place("troubled.yaml", 999, 9)])
def test_a_line_that_is_not_there_is_left_out(tmp_path: Path, place: Place) -> None:
    files = AuthorsFiles(troubled(tmp_path))
    assert "\n" not in files.shown("trap", "from wall", place, "wall")


def test_an_entry_is_told_with_its_way(findings: Findings, tmp_path: Path) -> None:
    told = AuthorsFiles(tmp_path / "troubled.yaml").told(entries(page(findings), "trap")[0])
    assert "\n    1. yard: Wait by the wall.\n  To play it: --choices yard/wait" in told


# One branch


def test_the_nearest_branch_is_suggested_for_a_slip(findings: Findings) -> None:
    with pytest.raises(account.NoSuchBranch, match=r"Did you mean `yard/tell`\?"):
        account.branch_of(findings, "yard/tel")


def test_a_reachable_branch_comes_with_its_way_played(findings: Findings) -> None:
    (one,) = account.accounts(findings, account.branch_of(findings, "wall"))
    assert one.lead == "Passage wall can be reached, after 1 choice. No way is shorter."
    assert one.walked is not None
    assert one.walked.last.passage == "wall"
    assert list(account.screen(one.walked.last)) == ["The wall is warm."]


def test_an_unreachable_branch_comes_with_each_reason_once(findings: Findings) -> None:
    (one,) = account.accounts(findings, account.branch_of(findings, "told_her/text/after/else"))
    assert one.lead == "The else of told_her/text/after cannot be reached."
    assert [link.source for link in one.chain] == ["trust >= 3 and told"]
    assert one.chain[0].words.endswith("only ever 0 or 2 (nearest: --choices yard/help)")


def test_a_branch_that_only_a_class_reaches_is_told_both_ways(findings: Findings) -> None:
    played, freely = account.accounts(findings, account.branch_of(findings, "beaten"))
    assert played.lead == "Passage beaten cannot be reached as played."
    assert freely.lead.startswith("Passage beaten can be reached where a class decides")
    assert freely.walked is not None
    assert "The end: No guard" in list(account.screen(freely.walked.last))


def test_an_undecided_branch_says_why(sound: Findings) -> None:
    branch = Branch("sheet", "passage", Place("a", 1, 1))
    unknown = sound.played._replace(verdicts={"sheet": Undecided(branch, "too many states")})
    (one,) = account.accounts(sound._replace(played=unknown, free=None), branch)
    assert one.lead == "Passage sheet was not decided: too many states."


# As data


def test_data_has_every_verdict_with_its_place(findings: Findings) -> None:
    data = as_data(findings, Path("troubled.yaml"))
    verdicts = {branch["id"]: branch for branch in data["as_played"]["branches"]}
    assert verdicts.keys() == findings.played.verdicts.keys()
    assert verdicts["wall"]["witness"] == ["yard/wait"]
    assert verdicts["yard/tell"]["reason"]["line"] == 31
    assert len(data["problems"]) == len(page(findings).problems)
    assert {"passages": ["wall"], "witness": ["yard/wait"]} in data["votes_open"]["traps"]
