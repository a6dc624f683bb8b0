"""Why a play of an edited story stopped, told to its author."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.cut_short import cut_short
from game.play.playthrough import Playthrough
from game.story.model import Place
from tests.corpus.written import HEAD, HOME, program

# Line 1 of this is the first after the head's.
BODY = f"""\
variables:
  fund: {{type: number, from: 0, to: 2, start: 0, about: What is in the tin.}}
people:
  les: {{name: Les, groups: [gang]}}
  roy: {{name: Roy, groups: [gang]}}
groups: {{gang: The gang}}
passages:
  smoko:
    choices:
      put: {{text: Put., effects: [fund += 1], to: smoko}}
      look: {{text: Look., once: true, to: smoko}}
      go: {{text: Go., to: vote}}
  vote:
    meeting:
      motion: That it stays.
      voters: gang
      needs: more than 1/2
      hands:
        les: {{paid: {{if: fund >= 1, hand: up, text: Paid.}}, else: {{hand: down, text: Not.}}}}
        roy: {{always: up, text: As ever.}}
      carried: home
      lost: home
{HOME}"""

FIRST = HEAD.count("\n")
PUT, GO, CARRIED = "smoko/put", "smoko/go", "vote/carried"


def at(line: int, column: int) -> Place:
    return Place("story.yaml", FIRST + line, column)


@pytest.mark.parametrize(
    ("old", "new", "choices", "told"),
    [
        (
            "      put:",
            "      give:",
            [PUT, GO],
            (0, "smoko has no choice put now", at(8, 3), "smoko"),
        ),
        (
            "put: {text: Put.,",
            "put: {if: fund == 1, text: Put.,",
            [PUT],
            (0, "its condition does not hold there now", at(10, 17), "fund == 1"),
        ),
        (
            "put: {text: Put.,",
            "put: {once: true, text: Put.,",
            [PUT, PUT],
            (1, "it can be taken only once, and was", at(10, 7), "put"),
        ),
        (
            "fund += 1",
            "fund += 2",
            [PUT, PUT],
            (1, "fund would be 4; it can be 0 to 2", at(10, 35), "fund += 2"),
        ),
        (
            "up, text: Paid.",
            "down, text: Paid.",
            [PUT, GO, CARRIED],
            (2, "the vote at vote is not carried now", at(13, 3), "vote"),
        ),
        (
            "to: vote}",
            "to: home}",
            [PUT, GO, CARRIED],
            (2, "the story is at home there now, not at vote", at(23, 3), "home"),
        ),
        (
            "  vote:\n",
            "  ballot:\n",
            [PUT, GO, CARRIED],
            (2, "there is no passage vote now", at(13, 3), "ballot"),
        ),
        (
            "      go: {text: Go.,",
            "      off: {text: Go., to: vote}\n      go: {text: Go., if: fund < 1,",
            [PUT, GO],
            (1, "its condition does not hold there now", at(13, 27), "fund < 1"),
        ),
    ],
)
def test_the_reason_is_told_with_its_place(
    tmp_path: Path,
    old: str,
    new: str,
    choices: list[str],
    told: tuple[int, str, Place, str],
) -> None:
    whole = program(tmp_path / "before", BODY)
    assert Playthrough.replay(whole, choices)[1] is None
    text = BODY.replace(old, new, 1)
    if "ballot" in new:
        text = text.replace("to: vote}", "to: ballot}")
    play, stopped = Playthrough.replay(program(tmp_path / "after", text), choices)
    assert stopped is not None
    made, *others = told
    assert cut_short(play, len(choices), stopped) == (made, len(choices), stopped, *others)


def test_a_skip_that_is_no_longer_offered_is_called_one(tmp_path: Path) -> None:
    play = Playthrough(program(tmp_path, BODY))
    assert cut_short(play, 1, "smoko/skip").why == "smoko has no skip now"


def test_a_screen_that_stops_on_a_fault_is_the_reason(tmp_path: Path) -> None:
    text = BODY.replace("  vote:\n", "  vote:\n    effects: [fund += 2]\n")
    play, stopped = Playthrough.replay(program(tmp_path, text), [PUT, GO, CARRIED])
    assert stopped == CARRIED
    found = cut_short(play, 3, stopped)
    assert (found.made, found.why) == (2, "fund would be 3; it can be 0 to 2")
    assert (found.place, found.source) == (at(14, 15), "fund += 2")


def test_nothing_keeps_what_can_be_taken(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="can be taken here"):
        cut_short(Playthrough(program(tmp_path, BODY)), 1, PUT)
