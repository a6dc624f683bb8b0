"""Options that no future tells apart, held against plain partition refinement over the engine."""

from itertools import combinations
from pathlib import Path

import pytest

from game.check import layout
from game.check.check import Limit, check
from game.check.findings import Checked
from game.play.program import Program
from game.play.screen import RangeFault, step, view
from game.play.state import State
from game.play.view import View
from tests.corpus.made import made_story
from tests.corpus.written import HOME, story
from tests.story.test_generated import load

Options = frozenset[str]


def same_to_the_eye(screen: View) -> str:
    """All of a screen that counts: no picture, no sound."""
    fault = None if screen.fault is None else screen.fault.kind
    seen = (screen.passages, screen.lines, screen.options, screen.meeting, screen.ending, fault)
    return repr((seen, None if fault == "range" else screen.know))


def twins_by_refinement(program: Program) -> set[Options]:
    """Every pair of choices that is the same wherever both can be taken, state by state."""
    states, number = [program.start], {program.start: 0}
    after: list[dict[str, int]] = []
    blocks: list[int] = []
    names: dict[object, int] = {}
    for state in states:
        screen = view(program, state)
        blocks.append(names.setdefault(same_to_the_eye(screen), len(names)))
        ways = {o.id: _next(program, state, o.id) for o in screen.options if o.available}
        for to in ways.values():
            if to is not None and to not in number:
                number[to] = len(states)
                states.append(to)
        after.append({o: -1 if to is None else number[to] for o, to in ways.items()})
    count = 0
    while count != len(set(blocks)):
        count, names = len(set(blocks)), {}
        blocks = [
            names.setdefault(
                (blocks[n], *((o, blocks[to] if to >= 0 else -1) for o, to in numbered.items())),
                len(names),
            )
            for n, numbered in enumerate(after)
        ]
    choices = {c.id for p in program.story.passages.values() for c in p.choices}
    same: dict[Options, bool] = {}
    for numbered in after:
        open_ = {o: to for o, to in numbered.items() if o in choices and to >= 0}
        for a, b in combinations(open_, 2):
            pair = frozenset((a, b))
            same[pair] = same.get(pair, True) and blocks[open_[a]] == blocks[open_[b]]
    return {pair for pair, alike in same.items() if alike}


def _next(program: Program, state: State, option: str) -> State | None:
    try:
        return step(program, state, option)
    except RangeFault:
        return None


def twins(found: Checked) -> set[Options]:
    """The pairs of choices that the check names as twins."""
    out = set()
    for oddity in found.oddities:
        if oddity.code == "twins":
            first, _, short, *_ = oddity.words.split()
            out.add(frozenset((first, f"{first.rsplit('/', 1)[0]}/{short}")))
    return out


@pytest.mark.parametrize("paged", [False, True], ids=["whole", "paged"])
@pytest.mark.parametrize("seed", range(60))
def test_the_same_twins_as_by_refining_states(
    seed: int, paged: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if paged:
        monkeypatch.setattr(layout, "DENSE", 4)
        monkeypatch.setattr(layout, "PAGED", 3)
    told = load(made_story(seed).files)
    assert twins(check(told)) == twins_by_refinement(Program(told))


BODY = f"""\
variables:
  paid: {{type: flag, start: false, about: You paid.}}
passages:
  smoko:
    choices:
      nod: {{text: Nod., to: gate}}
      wave: {{text: Wave., to: gate}}
      pay: {{text: Pay., to: gate, effects: [paid = true]}}
  gate:
    choices:
      on: {{text: Go on., to: hall}}
  hall:
    text:
      thanks: {{if: paid, text: Somebody thanks you.}}
    to: home
{HOME}"""


def test_what_shows_only_later_is_a_difference(tmp_path: Path) -> None:
    assert twins(check(story(tmp_path, BODY))) == {frozenset(("smoko/nod", "smoko/wave"))}


def test_twins_are_said_with_where_the_futures_join(tmp_path: Path) -> None:
    found = check(story(tmp_path, BODY))
    (said,) = [o.words for o in found.oddities if o.code == "twins"]
    assert said.startswith("smoko/nod and wave come to the same: from gate on,")


def test_what_was_not_searched_to_the_end_is_not_said_to_matter(tmp_path: Path) -> None:
    found = check(story(tmp_path, BODY), limit=Limit(steps=0))
    assert found.undecided == ("matters",)
    assert not found.complete
