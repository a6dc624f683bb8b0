"""The check on small stories: what it decides, and in which words it says why."""

from pathlib import Path

import pytest

from game.check import layout
from game.check.check import Limit, check
from game.check.findings import Checked, Reached, Undecided, Unreachable
from game.play.program import Program
from game.play.screen import RangeFault, step, view
from game.story.load import load_story
from game.story.model import Story
from game.story.new import TEMPLATE
from tests.corpus.made import made_story
from tests.corpus.written import HOME, story
from tests.story.test_generated import load

SHIPPED = sorted(path.parent for path in Path(__file__).parents[2].glob("stories/*/story.yaml"))

FUND = f"""\
variables:
  fund: {{type: number, from: 0, to: 12, start: 0, about: It.}}
passages:
  smoko:
    choices:
      give: {{text: Give., to: hall, effects: [fund += 2]}}
      keep: {{text: Keep., to: hall}}
  hall:
    text:
      poor: {{if: fund == 0, text: Nothing in it., else: Something in it.}}
    choices:
      bribe: {{text: Bribe., if: fund >= 4, to: gaol}}
      home: {{text: Go home., to: home}}
  gaol: {{to: cell}}
  cell: {{ending: {{title: Gaol, debrief: You are in gaol.}}}}
{HOME}"""


def checked(folder: Path, body: str, *, free_meetings: bool = False) -> Checked:
    return check(story(folder, body), free_meetings=free_meetings)


def witness(found: Checked, branch: str) -> tuple[str, ...]:
    verdict = found.verdicts[branch]
    assert isinstance(verdict, Reached)
    return verdict.witness


def reason(found: Checked, branch: str) -> str:
    verdict = found.verdicts[branch]
    assert isinstance(verdict, Unreachable)
    return verdict.reason.words


def test_a_branch_that_can_be_reached_has_a_shortest_witness(tmp_path: Path) -> None:
    found = checked(tmp_path, FUND)
    assert found.complete
    assert witness(found, "smoko") == ()
    assert witness(found, "hall/text/poor") == ("smoko/keep",)
    assert witness(found, "hall/text/poor/else") == ("smoko/give",)
    assert len(witness(found, "home/ending")) == 2


def test_a_condition_that_never_holds_is_said_with_what_arrives(tmp_path: Path) -> None:
    said = reason(checked(tmp_path, FUND), "hall/bribe")
    assert said == "needs fund >= 4, and here fund is only ever 0 or 2"


def test_what_lies_behind_it_names_the_way_that_is_shut(tmp_path: Path) -> None:
    found = checked(tmp_path, FUND)
    for branch in ("gaol", "cell", "cell/ending", "gaol/to/cell"):
        assert reason(found, branch).startswith("the nearest way here is hall/bribe, which needs")


def test_the_reason_stands_at_the_authors_condition(tmp_path: Path) -> None:
    verdict = checked(tmp_path, FUND).verdicts["hall/bribe"]
    assert isinstance(verdict, Unreachable)
    assert verdict.reason.source == "fund >= 4"
    assert verdict.reason.place.file == "story.yaml"


def test_what_no_play_brings_together_is_unreachable(tmp_path: Path) -> None:
    body = f"""\
variables:
  left: {{type: flag, start: false, about: It.}}
  right: {{type: flag, start: false, about: It.}}
passages:
  smoko:
    choices:
      l: {{text: Left., to: hall, effects: [left = true]}}
      r: {{text: Right., to: hall, effects: [right = true]}}
  hall:
    choices:
      both: {{text: Both., if: left and right, to: home}}
      home: {{text: Go home., to: home}}
{HOME}"""
    found = checked(tmp_path, body)
    said = reason(found, "hall/both")
    assert said == (
        "needs left and right, and no play brings that together here: "
        "where left holds, right is always false"
    )


def test_a_trap_is_shown_by_a_shortest_way_in(tmp_path: Path) -> None:
    body = f"""\
passages:
  smoko:
    choices:
      fall: {{text: Fall., to: pit}}
      go: {{text: Go., to: home}}
  pit:
    choices:
      dig: {{text: Dig., to: deeper}}
  deeper:
    choices:
      back: {{text: Back., to: pit}}
{HOME}"""
    (trap,) = checked(tmp_path, body).traps
    assert trap.witness == ("smoko/fall",)
    assert trap.passages == ("pit", "deeper")


def test_a_stuck_screen_is_found(tmp_path: Path) -> None:
    body = f"""\
variables:
  key: {{type: flag, start: false, about: It.}}
passages:
  smoko:
    choices:
      take: {{text: Take it., to: door, effects: [key = true]}}
      leave: {{text: Leave it., to: door}}
  door:
    choices:
      open: {{text: Open., if: key, to: home}}
{HOME}"""
    (stuck,) = checked(tmp_path, body).stuck
    assert (stuck.passage, stuck.witness) == ("door", ("smoko/leave",))


def test_an_effect_that_can_leave_its_range_is_found(tmp_path: Path) -> None:
    body = f"""\
variables:
  fund: {{type: number, from: 0, to: 3, start: 0, about: It.}}
passages:
  smoko:
    text: "{{fund}}"
    choices:
      give: {{text: Give., to: smoko, effects: [fund += 2]}}
      go: {{text: Go., to: home}}
{HOME}"""
    (fault,) = checked(tmp_path, body).range_faults
    assert fault.slot == "fund"
    assert fault.source == "fund += 2"
    assert fault.witness == ("smoko/give", "smoko/give")


def test_where_the_limit_is_passed_everything_open_is_undecided() -> None:
    found = check(load(made_story(7).files), limit=Limit(pages=0))
    assert not found.complete or all(
        not isinstance(one, Undecided) for one in found.verdicts.values()
    )


def test_an_interruption_leaves_a_partial_result_that_says_so(tmp_path: Path) -> None:
    def stop(_part: float, _words: str) -> None:
        raise KeyboardInterrupt

    found = check(story(tmp_path, FUND), progress=stop)
    assert not found.complete
    assert all(isinstance(one, Undecided) for one in found.verdicts.values())


@pytest.mark.parametrize("during", ["looking everywhere", "finding shortest ways"])
def test_an_interruption_leaves_the_shortest_ways_found_until_then(during: str) -> None:
    calls = 0

    def stop(_part: float, words: str) -> None:
        nonlocal calls
        calls += words == during
        if calls == 3:
            raise KeyboardInterrupt

    told = load_story(TEMPLATE)
    whole = check(told).verdicts
    found = check(told, progress=stop)
    assert found.stopped
    assert not found.complete
    replayed(told, found)
    ways = {id_: one.witness for id_, one in found.verdicts.items() if isinstance(one, Reached)}
    assert 0 < len(ways) < len(found.verdicts)
    for id_, way in ways.items():
        complete = whole[id_]
        assert isinstance(complete, Reached)
        assert len(way) == len(complete.witness)


def test_an_interruption_while_nearest_plays_are_looked_for_leaves_the_reasons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("game.check.standing.ExactStanding.ways", stop)
    found = checked(tmp_path, FUND)
    assert found.complete
    assert found.stopped
    assert reason(found, "hall/bribe").startswith("needs fund >= 4, and here")


def replayed(told: Story, found: Checked) -> None:  # noqa: C901, PLR0912 - a case for each kind
    """Every witness plays in the engine, and ends where it says."""
    program = Program(told)
    for verdict in found.verdicts.values():
        if isinstance(verdict, Reached):
            state, last = program.start, None
            for option in verdict.witness:
                state, last = step(program, state, option, free_meetings=found.free), option
            screen = view(program, state, free_meetings=found.free)
            kind, id_ = verdict.branch.kind, verdict.branch.id
            if kind in ("choice", "result", "skip"):
                assert last == id_
            elif kind == "passage":
                assert id_ in screen.passages
            elif kind in ("paragraph", "else"):
                assert id_ in [line.id for line in screen.lines]
            elif kind == "card":
                assert id_ in [card.id for card in screen.know]
            elif kind == "hand":
                assert screen.meeting is not None
                assert id_ in [hand.line for hand in screen.meeting.hands]
            elif kind == "ending":
                assert screen.ending is not None
                assert id_ == f"{screen.ending.id}/ending"
    for fault in found.range_faults:
        state, said = program.start, ""
        try:
            for option in fault.witness:
                state = step(program, state, option, free_meetings=found.free)
            broken = view(program, state).fault
            said = "" if broken is None else broken.source
        except RangeFault as error:
            said = error.fault.source
        assert said == fault.source
    for stuck in found.stuck:
        state = program.start
        for option in stuck.witness:
            state = step(program, state, option, free_meetings=found.free)
        screen = view(program, state, free_meetings=found.free)
        assert screen.fault is not None
        assert screen.fault.kind == "stuck"


@pytest.mark.parametrize("free", [False, True], ids=["played", "free"])
@pytest.mark.parametrize("seed", range(40))
def test_every_witness_of_a_made_story_replays(seed: int, free: bool) -> None:
    told = load(made_story(seed).files)
    replayed(told, check(told, free_meetings=free))


@pytest.mark.parametrize("free", [False, True], ids=["played", "free"])
@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_every_branch_of_a_shipped_story_is_decided_and_replays(folder: Path, free: bool) -> None:
    told = load_story(folder)
    found = check(told, free_meetings=free)
    assert found.complete
    assert not found.stuck
    assert not found.range_faults
    replayed(told, found)


@pytest.mark.parametrize("seed", range(30))
def test_pages_find_what_whole_sets_find(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    told = load(made_story(seed).files)
    whole = check(told)
    monkeypatch.setattr(layout, "DENSE", 3)
    monkeypatch.setattr(layout, "PAGED", 2)
    paged = check(told)
    assert paged.verdicts.keys() == whole.verdicts.keys()
    for id_, verdict in whole.verdicts.items():
        other = paged.verdicts[id_]
        if isinstance(verdict, Reached):
            assert isinstance(other, Reached)
            assert len(other.witness) == len(verdict.witness)
        else:
            assert isinstance(other, Unreachable)
    assert {p for trap in paged.traps for p in trap.passages} == {
        p for trap in whole.traps for p in trap.passages
    }
