"""How much there is to read, held against playing every route."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from game.check.proved import proved
from game.check.reading import Reading, Route, reading, words
from game.commands.check import examine
from game.play.program import Program
from game.play.screen import RangeFault, step, view
from game.play.state import State
from game.story.load import load_story
from game.story.new import TEMPLATE
from tests.check.grown import grown_story
from tests.corpus.written import story
from tests.story.test_generated import load


class RoundInACircle(Exception):
    pass


def routes(
    program: Program, state: State, above: tuple[State, ...] = ()
) -> list[tuple[Route, float]]:
    """Every route from `state` to an ending, with its chance."""
    if state in above:
        raise RoundInACircle
    screen = view(program, state)
    count = words(screen)
    if screen.ending is not None:
        return [(Route(count, 0), 1.0)]
    ahead = []
    for option in screen.numbered if screen.fault is None else ():
        try:
            after = routes(program, step(program, state, option.id), (*above, state))
        except RangeFault:
            continue
        if after:
            ahead.append(after)
    return [
        (Route(count + route.words, 1 + route.choices), chance / len(ahead))
        for after in ahead
        for route, chance in after
    ]


def by_playing(program: Program) -> Reading | None:
    every = routes(program, program.start)
    if not every:
        return None
    mean = [round(sum(route[n] * chance for route, chance in every)) for n in (0, 1)]
    return Reading(min(r for r, _ in every), max(r for r, _ in every), Route(mean[0], mean[1]))


def test_the_template_has_the_words_of_its_routes() -> None:
    made = load_story(TEMPLATE)
    assert reading(made) == by_playing(Program(made))


def test_everything_on_a_screen_is_read() -> None:
    made = Program(load_story(TEMPLATE))
    state = made.start
    for taken in ("sheet/give", "stairs/ask_pell"):
        state = step(made, state, taken)
    for screen in (view(made, step(made, made.start, "sheet/give")), view(made, state)):
        texts = [line.text for line in screen.lines]
        for option in screen.options:
            texts += [option.text, option.locked or ""]
        if screen.meeting is not None:
            texts += [screen.meeting.motion, *(hand.reason for hand in screen.meeting.hands)]
        assert words(screen) == len(" ".join(texts).split())
        assert screen.meeting is not None or any(option.locked for option in screen.options)


PRINTED = """\
variables:
  what:
    type: one_of
    values: {one: bread, three: bread and dripping}
    start: one
    about: What is for dinner.
passages:
  smoko:
    text: Dinner.
    choices:
      more: {text: Ask., effects: [what = three], to: hall}
      less: {text: Wait., to: hall}
  hall: {text: There is nothing., choices: {on: {text: On., to: home}}}
  home:
    text: It was {what}.
    ending: {title: Home, debrief: You walk home.}
"""


def test_what_a_text_prints_makes_routes_differ(tmp_path: Path) -> None:
    made = story(tmp_path, PRINTED)
    found = reading(made)
    assert found == by_playing(Program(made))
    assert found is not None
    assert found.longest is not None
    assert found.longest.words == found.shortest.words + 2


WINDING = """\
variables:
  fund: {type: number, from: 0, to: 3, start: 0, about: The tin.}
  told: {type: flag, start: false, about: You told her.}
passages:
  smoko:
    text: One two three.
    choices:
      put: {text: Put in., effects: [fund += 1], to: hall, if: fund < 3}
      tell: {text: Tell., effects: [told = true], to: hall, if: not told, locked: You told her.}
      go: {text: Go home now., to: home}
  hall:
    text:
      tin: There is {fund} in the tin.
      told: {if: told, text: She nods at you., else: Nobody nods.}
    to: smoko
  home:
    text: {rich: {if: fund == 3, text: You whistle all the way up the hill.}}
    ending: {title: Home, debrief: You walk home.}
"""


def test_a_story_that_counts_what_happened_has_exact_routes(tmp_path: Path) -> None:
    made = story(tmp_path, WINDING)
    found = reading(made)
    assert found == by_playing(Program(made))
    assert found is not None
    assert found.longest is not None
    assert found.longest.choices == 5


ROUND = """\
passages:
  smoko:
    text: One two.
    choices:
      again: {text: Again., to: smoko}
      home: {text: Go., to: home}
  home:
    ending: {title: Home, debrief: You walk home.}
"""


def test_a_story_that_can_go_round_has_a_shortest_route_and_no_longest(tmp_path: Path) -> None:
    assert reading(story(tmp_path, ROUND)) == Reading(Route(8, 1), None, None)


def test_a_story_too_large_to_count_is_not_counted(tmp_path: Path) -> None:
    assert reading(story(tmp_path, WINDING), most=3) is None


def test_somebody_is_told_how_far_it_is(tmp_path: Path) -> None:
    body = WINDING.replace("to: 3,", "to: 250,").replace("fund < 3", "fund < 250")
    told: list[tuple[float, str]] = []
    reading(story(tmp_path, body), progress=lambda part, said: told.append((part, said)))
    assert told
    assert all(0 < part <= 1 and said for part, said in told)


@pytest.mark.parametrize("seed", range(40))
def test_made_stories_have_the_words_of_their_routes(seed: int) -> None:
    made = load(grown_story(seed))
    found = reading(made)
    try:
        played = by_playing(Program(made))
    except RoundInACircle:
        assert found is None or found.longest is None
        return
    if found is not None and played is not None:
        # A half may be rounded either way.
        assert found.average is not None
        assert found.average == pytest.approx(played.average, abs=1)
        played = played._replace(average=found.average)
    assert found == played


def test_where_it_is_too_much_to_count_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONE_OUT_HOME", str(tmp_path))
    monkeypatch.setattr("game.commands.check.reading", partial(reading, most=3))
    asked = examine(load_story(TEMPLATE), count_words=True, show_progress=False)
    assert any(said.startswith("To read: not counted") for said in proved(asked))
    not_asked = examine(load_story(TEMPLATE), show_progress=False)
    assert not any(said.startswith("To read") for said in proved(not_asked))
