"""Above the limit of sets of states: the same traps, twins and conditions, found another way.

Small stories are checked twice: over all their states, and one goal at a time as if they had too
many. Nothing may differ; and where the second is given next to nothing to work with, it may leave
things open but say nothing else. How much stayed open is printed (`pytest -s`). More of them:

    ONE_OUT_EXAMPLES=10000 python -m pytest -o faulthandler_timeout=0 tests/check/test_above.py
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from pathlib import Path
from typing import Any

import pytest

from game.check import abstract, future
from game.check.astar import Back
from game.check.check import Limit, check
from game.check.concrete import State
from game.check.findings import Checked, Reached, Undecided, Unreachable
from game.check.live import Liveness
from game.check.net import net
from game.check.refine import Refinement
from game.check.snares import Snares
from game.check.sure import Sure
from game.check.values import Arriving
from game.story.model import Story
from tests.bench.check.families import FAMILIES, Sketch, Way
from tests.check.grown import grown_story
from tests.corpus.made import made_story
from tests.corpus.written import HOME, story
from tests.story.test_generated import load

EXAMPLES = int(os.environ.get("ONE_OUT_EXAMPLES", "0")) or 300
MAKERS: dict[str, Callable[[int], dict[str, Any]]] = {
    "made": lambda seed: made_story(seed).files,
    "grown": grown_story,
}
ABOVE = Limit(pages=0)
MOST = 3_000
"""States of a story that is held against; larger ones are passed over."""


@pytest.fixture
def far(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the search that settles what is near: in a small story that is everything."""
    near = Refinement._look_near
    monkeypatch.setattr(Refinement, "_look_near", lambda self: near(self, 0))


def traps(found: Checked) -> list[tuple[tuple[str, ...], int]]:
    """Each trap's passages, and how many options lead in."""
    return sorted((trap.passages, len(trap.witness)) for trap in found.traps)


def odd(found: Checked, *, twins: bool) -> set[tuple[str, str, object]]:
    return {(o.code, o.words, o.place) for o in found.oddities if (o.code == "twins") is twins}


def lengths(found: Checked) -> dict[str, int | None]:
    """For each decided branch, the options that lead to it; None if it cannot be reached."""
    return {
        id_: len(one.witness) if isinstance(one, Reached) else None
        for id_, one in found.verdicts.items()
        if not isinstance(one, Undecided)
    }


def pairs(maker: str, many: int, limit: Limit) -> Iterator[tuple[str, Checked, Checked]]:
    """Stories of a maker, as played and with free meetings: over all states, and above."""
    for seed in range(10_000, 10_000 + many):
        told = load(MAKERS[maker](seed))
        for free in (False, True):
            whole = check(told, free_meetings=free)
            if whole.complete and (whole.states or 0) <= MOST:
                yield f"{maker} {seed} {free}", whole, check(told, free_meetings=free, limit=limit)


def differences(whole: Checked, above: Checked) -> Iterator[str]:
    """What the two say differently, but for what stayed open above the limit."""
    decided = lengths(above)
    if {id_: n for id_, n in lengths(whole).items() if id_ in decided} != decided:
        yield "branches"
    if "traps" not in above.undecided and traps(above) != traps(whole):
        yield f"traps: {traps(above)} instead of {traps(whole)}"
    those = {passage for passages, _ in traps(whole) for passage in passages}
    if not {passage for passages, _ in traps(above) for passage in passages} <= those:
        yield f"no traps: {traps(above)}, where there is {traps(whole)}"
    for name, twins in (("matters", True), ("conditions", False)):
        said, true = odd(above, twins=twins), odd(whole, twins=twins)
        if not said <= true or (name not in above.undecided and said != true):
            yield f"{name}: {said} instead of {true}"


@pytest.mark.usefixtures("far")
@pytest.mark.parametrize("maker", MAKERS)
def test_the_same_is_found_above_the_limit(maker: str) -> None:
    count: Counter[str] = Counter()
    for name, whole, above in pairs(maker, EXAMPLES // 2, ABOVE):
        assert above.states is None
        assert (name, list(differences(whole, above))) == (name, [])
        assert (name, above.undecided, above.complete) == (name, (), True)
        count["all"] += 1
        count["with traps"] += bool(whole.traps)
        count["with several"] += len(whole.traps) > 1
        count["with twins"] += bool(odd(whole, twins=True))
    print(f"\n{maker}: {dict(count)}, nothing undecided")
    assert min(count["with traps"], count["with several"], count["with twins"]) > 0


@pytest.mark.usefixtures("far")
def test_what_an_abstraction_reads_and_the_story_does_not_is_left_in_states() -> None:
    # In this story an abstraction reads a number where a stricter condition settles it. Put to any
    # value there, states are lost to the abstraction, and two choices were taken for twins.
    told = load(grown_story(186))
    assert list(differences(check(told), check(told, limit=ABOVE))) == []


@pytest.mark.usefixtures("far")
@pytest.mark.parametrize(("keep", "looks"), [(3, 6), (5, 60)])
@pytest.mark.parametrize("maker", MAKERS)
def test_with_little_to_work_with_it_stays_open_and_is_never_wrong(
    maker: str, keep: int, looks: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(abstract, "MOST", keep)
    monkeypatch.setattr(future, "MOST_PAIRS", 30)
    count: Counter[str] = Counter()
    limit = ABOVE._replace(expansions=looks, steps=looks * 100)
    for name, whole, above in pairs(maker, EXAMPLES // 6, limit):
        assert (name, list(differences(whole, above))) == (name, [])
        count["all"] += 1
        count.update(above.undecided)
    print(f"\n{maker}, {keep} bits and {looks} states: {dict(count)} undecided")
    if looks < 10:
        assert count["traps"] > 0
        assert count["matters"] > 0


def wander(refinement: Refinement) -> set[Hashable]:
    """Walks at random in place of the search for what is near: most of their ways are too long."""
    rng = random.Random(1)
    for _ in range(6):
        state, depth = refinement.concrete.start, 0
        back: Back = {state: None}
        for _ in range(30):
            refinement._note(state, back, depth)
            steps = list(refinement.concrete.steps(state, lambda _: None))
            if not steps:
                break
            edge, values = rng.choice(steps)
            back.setdefault((edge.target, values), (state, edge.option))
            state, depth = (edge.target, values), depth + (edge.option is not None)
    return set()


@pytest.mark.parametrize("maker", MAKERS)
def test_where_nothing_can_be_searched_known_ways_are_proved_shortest_by_the_nodes_before(
    maker: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    abstraction = Refinement.abstraction
    monkeypatch.setattr(Refinement, "_look_near", wander)
    monkeypatch.setattr(
        Refinement, "abstraction", lambda self, keep: None if keep else abstraction(self, keep)
    )
    followed = Counter[str]()
    follow = Refinement._follow

    def counted(self: Refinement, way: tuple[str, ...]) -> None:
        followed["ways"] += 1
        follow(self, way)

    monkeypatch.setattr(Refinement, "_follow", counted)
    for name, whole, above in pairs(maker, 40, ABOVE):
        exact = lengths(whole)
        wrong = {id_: far for id_, far in lengths(above).items() if exact[id_] != far}
        assert (name, wrong) == (name, {})
    assert followed["ways"] > 40


# --- what is planted in a hub is found, however large the hub ------------------------------------


def hub(count: int, kind: str) -> Story:
    """Errands from a hub, each done once, which earn or lose trust; and a trap of some kind."""
    draw = random.Random(1)
    out = Sketch(kind)
    for n in range(count):
        out.slot(f"done{n}", 1)
    trust = [out.slot(f"trust{n}", 3) for n in range(2)]
    burnt = out.slot("burnt", 1)
    middle, finale = out.passage(), 1 + 2 * count
    for n in range(count):
        after = [(n // 2, "==", 1)] if n % 3 == 2 else []
        middle.append(Way(f"go{n}", [(n, "==", 0), *after], [], 1 + 2 * n))
    for n in range(count):
        who = trust[draw.randrange(2)]
        kind_, harsh = ("kind", 1), ("harsh", -1)
        out.passage().extend(
            Way(id_, [], [(who, "add", by)], 2 + 2 * n) for id_, by in (kind_, harsh)
        )
        locked = [(0, "==", 1)] if kind == "locked" and n == count - 1 else []
        out.passage().append(Way("back", locked, [(n, "set", 1)], 0))
    middle.append(Way("finale", [], [], finale))
    shut = [(burnt, "==", 0)]
    good = [*((n, "==", 1) for n in range(3)), (trust[0], ">=", 2), *shut]
    out.passage().extend([Way("good", good, [], finale + 1), Way("meh", shut, [], finale + 1)])
    out.passage()
    if kind == "burnt":
        middle.append(Way("burn", [(trust[0], ">=", 2)], [(burnt, "set", 1)], 0))
    if kind == "pits":
        pit, cell = finale + 2, finale + 4
        middle += [Way("fall", [(1, "==", 1), (trust[0], ">=", 1)], [], pit)]
        middle += [Way("cell", [(2, "==", 1)], [], cell)]
        out.passage().append(Way("on", [], [], pit + 1))
        out.passage().append(Way("on", [], [], pit))
        out.passage().extend([Way("stay", [], [], cell), Way("out", [(trust[0], "<=", 2)], [], 0)])
    return out.story()


KINDS = ["plain", "locked", "burnt", "pits"]


@pytest.mark.usefixtures("far")
@pytest.mark.parametrize("kind", KINDS)
def test_a_planted_trap_is_found_as_over_all_states(kind: str) -> None:
    told = hub(6, kind)
    whole = check(told)
    assert whole.states is not None
    assert bool(whole.traps) == (kind != "plain")
    above = check(told, limit=ABOVE)
    assert list(differences(whole, above)) == []
    assert above.undecided == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_trap_among_a_trillion_states_has_the_same_shortest_way_in(kind: str) -> None:
    small, large = check(hub(6, kind)), check(hub(30, kind), limit=ABOVE)
    assert large.undecided == ()
    assert large.states is None
    ways = sorted(len(trap.witness) for trap in large.traps)
    # What it takes to get in is in the first errands: more of them make it no longer.
    if kind != "locked":
        assert ways == sorted(len(trap.witness) for trap in small.traps)
    inside = [set(trap.passages) for trap in large.traps]
    expected = {
        "plain": [],
        "locked": [{"p59", "p60"}],
        "burnt": [set(hub(30, kind).passages) - {"p62"}],
        "pits": [{"p63", "p64"}, {"p65"}],
    }
    assert inside == expected[kind]


def test_two_ways_to_one_ending_are_twins_where_states_cannot_be_counted() -> None:
    found = check(FAMILIES["h40"]())
    assert found.states is None
    assert found.undecided == ()
    assert found.complete
    (said,) = [oddity.words for oddity in found.oddities if oddity.code == "twins"]
    # Kind and harsh differ at each of forty errands; these two are both open only at the very end.
    assert said.startswith("p81/good and kind come to the same: from p82 on")


# --- limits ---------------------------------------------------------------------------------------

WALK = f"""\
variables:
  left: {{type: flag, start: false, about: It.}}
  right: {{type: flag, start: false, about: It.}}
passages:
  smoko:
    choices:
      l: {{text: Left., to: hall, effects: [left = true]}}
      r: {{text: Right., to: hall, effects: [right = true]}}
  hall:
    text:
      one: {{if: left or right, text: You have been somewhere.}}
      both: {{if: left and right, text: You have been everywhere.}}
    to:
      - {{if: "true", to: home}}
      - {{if: left, to: shed}}
      - {{to: smoko}}
  shed: {{to: home}}
{HOME}"""


@pytest.mark.parametrize("limit", [ABOVE, Limit(mib=0)], ids=["pages", "memory"])
def test_past_either_limit_it_goes_on_goal_by_goal(tmp_path: Path, limit: Limit) -> None:
    told = story(tmp_path, WALK)
    whole, above = check(told), check(told, limit=limit)
    assert (whole.states, above.states) == (2 + 1 + 1, None)
    assert list(differences(whole, above)) == []
    assert above.complete


TIED = f"""\
variables:
  left: {{type: flag, start: false, about: It.}}
  right: {{type: flag, start: false, about: It.}}
passages:
  smoko:
    choices:
      both: {{text: Both., to: hall, effects: [left = true, right = true]}}
      none: {{text: None., to: hall}}
  hall:
    text:
      one: {{if: left or not right, text: You went left., else: You went right alone.}}
    to: home
{HOME}"""


def test_an_else_that_is_proved_away_names_the_condition(tmp_path: Path) -> None:
    verdict = check(story(tmp_path, TIED), limit=ABOVE).verdicts["hall/text/one/else"]
    assert isinstance(verdict, Unreachable)
    said = "needs left or not right to fail, and no play brings that about here"
    assert verdict.reason.words == said


REMEMBERED = f"""\
scale: [against, unmoved, with_us]
people: {{les: {{name: Les, stance: against}}}}
variables:
  fund: {{type: number, from: 0, to: 9, start: 0, about: It.}}
  left: {{type: flag, start: false, about: It.}}
passages:
  smoko:
    choices:
      give: {{text: Give., to: smoko, effects: ["fund = up_to(9, fund + 2)"]}}
      take: {{text: Take., to: smoko, effects: ["fund = down_to(0, fund - 1)"]}}
      les: {{text: Les., to: smoko, once: true, effects: [les += 1]}}
      turn: {{text: Left., to: smoko, if: fund > 3, effects: [left = true]}}
      both: {{text: Home., to: home, if: left and fund == 7 and les == unmoved}}
{HOME}"""


def test_what_is_undecided_says_where_the_story_remembers_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.check.check._Check._goal_by_goal", lambda _: None)
    found = check(story(tmp_path, REMEMBERED), limit=ABOVE)
    verdict = found.verdicts["smoko/both"]
    assert isinstance(verdict, Undecided)
    assert verdict.why == (
        "the story remembers too much at once to decide this: at smoko, fund (10 values), the "
        "stance of one person, one flag and one choice with once"
    )


def test_conditions_that_always_hold_are_said_by_both_methods_and_only_those(
    tmp_path: Path,
) -> None:
    told = story(tmp_path, WALK)
    for limit in (Limit(), ABOVE):
        words = [o.words for o in check(told, limit=limit).oddities if o.code == "always-true"]
        # `left` stands where no play comes to ask it, and may be false there.
        assert words == ["left or right always holds here"]


def test_an_interruption_leaves_open_what_was_still_to_be_decided(tmp_path: Path) -> None:
    def stop(_part: float, words: str) -> None:
        if "traps" in words:
            raise KeyboardInterrupt

    found = check(story(tmp_path, WALK), progress=stop, limit=ABOVE)
    assert not found.complete
    assert found.undecided == ("traps", "matters", "conditions")
    assert lengths(found) == lengths(check(story(tmp_path, WALK)))


PIT = f"""\
variables:
  left: {{type: flag, start: false, about: It.}}
passages:
  smoko:
    text:
      been: {{if: left, text: You have been left.}}
    choices:
      l: {{text: Left., to: pit, effects: [left = true]}}
      r: {{text: Right., to: yard}}
      go: {{text: Home., to: home}}
  yard:
    choices:
      r: {{text: Right., to: pit}}
      back: {{text: Back., to: smoko}}
  pit:
    text:
      been: {{if: left, text: You came from the left.}}
    choices:
      dig: {{text: Dig., to: pit}}
{HOME}"""


def undecided(patch: pytest.MonkeyPatch, doubt: Callable[[State], bool]) -> None:
    """Of some states it is not found out whether they are caught."""
    decides = Snares._is_caught

    def is_caught(self: Snares, state: State, sure: Sure, wanted: Counter[int]) -> bool | None:
        return None if doubt(state) else decides(self, state, sure, wanted)

    patch.setattr(Snares, "_is_caught", is_caught)


def test_a_trap_behind_a_nearer_doubt_is_told_and_stays_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = story(tmp_path, PIT)
    assert traps(check(told, limit=ABOVE)) == [(("pit",), 1)]
    undecided(monkeypatch, lambda state: bool(state[1][0]))
    found = check(told, limit=ABOVE)
    assert traps(found) == [(("pit",), 2)]
    assert found.undecided == ("traps",)
    assert not found.complete


def test_where_every_state_is_in_doubt_nothing_is_called_safe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    undecided(monkeypatch, lambda _: True)
    found = check(story(tmp_path, PIT), limit=ABOVE)
    assert found.traps == ()
    assert found.undecided == ("traps",)


def test_what_no_goal_asks_can_be_asked_all_the_same(tmp_path: Path) -> None:
    arriving = Arriving(net(story(tmp_path, PIT)))
    live = Liveness(arriving)
    refinement = Refinement(arriving, live, [], budget=100)
    at = {node.passage: n for n, node in enumerate(arriving.net.nodes)}
    left = ("v", 0)
    assert refinement.can(at["yard"], left) is False
    assert refinement.can(at["pit"], left) is True
    assert refinement.can(at["pit"], ("not", left)) is True
    assert refinement.can(at["pit"], ("==", left, ("k", 2))) is False
