"""The oracle itself: stories small enough to know every answer, and plays by their rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.program import Program
from tests.check.oracle import TooManyStates, all_branches, replay, search
from tests.corpus.made import LeavesRangeError, Walk, made_story
from tests.corpus.written import program
from tests.story.test_generated import load

DOOR = """\
variables:
  asked: {type: flag, start: false, about: You asked.}
  fund: {type: number, from: 0, to: 2, start: 0, about: The tin.}
passages:
  smoko:
    text:
      egg: An egg.
      asked: {if: asked, text: You asked., else: You did not.}
    choices:
      ask: {text: Ask., if: not asked, effects: [asked = true], to: smoko}
      put: {text: Put in., effects: [fund += 1], to: hall}
      go: {text: Go., if: asked, to: cellar}
  hall:
    to:
      - {if: fund == 2 and asked, to: home}
      - {to: smoko}
  cellar:
    choices:
      look: {text: Look., to: cellar}
      sit: {text: Sit., to: cellar, once: true}
  home:
    ending: {title: Home, debrief: You walk home.}
"""


def test_every_branch_has_the_fewest_options_that_lead_to_it(tmp_path: Path) -> None:
    found = search(program(tmp_path, DOOR))
    assert found.branches == {
        "smoko": 0,
        "smoko/text/egg": 0,
        "smoko/text/asked/else": 0,
        "smoko/ask": 1,
        "smoko/text/asked": 1,
        "smoko/put": 1,
        "hall": 1,
        "hall/to/smoko": 1,
        "smoko/go": 2,
        "cellar": 2,
        "cellar/look": 3,
        "cellar/sit": 3,
        "hall/to/home": 3,
        "home": 3,
        "home/ending": 3,
    }
    assert found.branches.keys() == all_branches(program(tmp_path, DOOR))


def test_a_room_without_a_way_to_an_ending_is_a_trap(tmp_path: Path) -> None:
    found = search(program(tmp_path, DOOR))
    # The cellar is one way in. Putting in twice before asking is another: the tin is full then, and
    # the hall is entered only by putting in.
    assert found.way_in == 2
    assert found.trapped == {"cellar", "smoko", "hall"}
    assert {state.passage for state in found.caught} == {"cellar", "smoko", "hall"}
    without = search(program(tmp_path, DOOR.replace("start: 0", "start: 1")))
    assert without.way_in == 1


def test_an_effect_that_can_leave_its_range_is_found(tmp_path: Path) -> None:
    found = search(program(tmp_path, DOOR))
    assert found.faults == {("fund", "story.yaml:24:38"): 3}
    assert found.stuck == {}


def test_a_screen_without_a_way_on_is_stuck(tmp_path: Path) -> None:
    body = DOOR.replace("look: {text: Look.,", "look: {text: Look., if: fund == 2,")
    found = search(program(tmp_path, body))
    assert found.stuck == {"cellar": 3}
    assert "cellar/sit" in found.branches
    assert replay(program(tmp_path, body), ("smoko/ask", "smoko/go", "cellar/sit")).stuck == (
        "cellar"
    )


def test_an_entering_effect_that_leaves_its_range_breaks_the_screen_off(tmp_path: Path) -> None:
    body = DOOR.replace("  cellar:\n", "  cellar:\n    effects: [fund -= 1]\n    text: Dark.\n")
    found = search(program(tmp_path, body))
    assert found.faults["fund", "story.yaml:31:15"] == 2
    assert found.branches["cellar"] == 2
    # With one put in, the cellar can be entered once.
    assert found.branches["cellar/text"] == 3
    assert replay(program(tmp_path, body), ("smoko/ask", "smoko/go")).fault == (
        "fund",
        "story.yaml:31:15",
    )


MEETING = """\
scale: [against, with_us]
people:
  les: {name: Les, stance: against}
passages:
  smoko:
    meeting:
      motion: That we walk.
      voters: [les]
      needs: more than 1/2
      hands:
        les:
          so: {if: les == with_us, hand: up, text: He is.}
          else: {hand: down, text: He is not.}
      carried: out
      lost: home
  out:
    ending: {title: Out, debrief: You walk.}
  home:
    ending: {title: Home, debrief: You walk home.}
"""


def test_a_meeting_has_one_result_as_played_and_two_where_a_class_decides(tmp_path: Path) -> None:
    played = search(program(tmp_path, MEETING)).branches
    assert played == {
        "smoko": 0,
        "smoko/hands/les/else": 0,
        "smoko/lost": 1,
        "home": 1,
        "home/ending": 1,
    }
    free = search(program(tmp_path, MEETING), free_meetings=True).branches
    assert free == {**played, "smoko/carried": 1, "out": 1, "out/ending": 1}


FLOW = """\
passages:
  smoko: {call: ride, to: gate}
  gate: {choices: {on: {text: On., to: again}, off: {text: Off., to: home}}}
  again: {call: ride, to: home}
  home: {ending: {title: Home, debrief: You walk home.}}
flows:
  ride:
    start: seat
    passages:
      seat: {text: You sit., choices: {wait: {text: Wait., to: stop}}}
      stop: {return: true}
"""


def test_jumps_after_a_call_are_those_of_the_passage_that_called(tmp_path: Path) -> None:
    found = search(program(tmp_path, FLOW)).branches
    assert found["seat"] == 0
    assert found["smoko/to/gate"] == 1
    assert found["again/to/home"] == 3
    assert found["home"] == 2
    assert "stop/to/gate" not in found


def test_the_search_says_where_it_gives_up(tmp_path: Path) -> None:
    with pytest.raises(TooManyStates):
        search(program(tmp_path, DOOR), most=3)


def _by_rules(walk: Walk, depth: int, deepest: int, found: dict[str, int]) -> None:
    """Everything that plays of up to `deepest` options show, by the rules of a made story."""
    screen = walk.screen()
    here = [*screen.passages, *(id_ for id_, _ in screen.lines), *(h[2] for h in screen.hands)]
    if screen.ending is not None:
        here.append(f"{screen.ending}/ending")
    for branch in here:
        found[branch] = min(depth, found.get(branch, depth))
    if depth == deepest:
        return
    for option, locked in screen.options:
        if locked is None:
            try:
                walk.choose(option)
            except LeavesRangeError:
                continue
            found[option] = min(depth + 1, found.get(option, depth + 1))
            _by_rules(walk, depth + 1, deepest, found)
            walk.back()


@pytest.mark.parametrize("seed", range(60))
def test_the_oracle_finds_what_plays_by_the_rules_show(seed: int) -> None:
    made = made_story(seed)
    by_rules: dict[str, int] = {}
    _by_rules(Walk(made), 0, 4, by_rules)
    found = search(Program(load(made.files))).branches
    assert {b: n for b, n in found.items() if n <= 4 and "/to/" not in b} == by_rules
