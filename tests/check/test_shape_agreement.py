"""The shape of generated stories, held against playing them state by state."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from game.check import hands, layout
from game.check.explored import explored, printed
from game.check.futures import differing
from game.check.hands import deciding
from game.check.lenses import LENSES
from game.check.live import Liveness
from game.check.net import Net, net
from game.check.routes import routes
from game.check.values import Arriving
from game.play.program import Program
from game.play.state import State
from game.story.model import Lens, Story
from tests.check import naive_shape
from tests.check.grown import grown_story
from tests.check.oracle import replay
from tests.check.shaped import shaped_story
from tests.corpus.made import made_story
from tests.story.test_generated import load


def lensed(told: Story, seed: int) -> Story:
    """A story with a lens on most choices."""
    chance = Random(f"lens {seed}")
    lenses: tuple[Lens | None, ...] = ("alone", "together", "together", "apart", None)
    passages = {
        id_: passage._replace(
            choices=tuple(c._replace(lens=chance.choice(lenses)) for c in passage.choices)
        )
        for id_, passage in told.passages.items()
    }
    return told._replace(passages=passages)


def generated(seed: int) -> Story:
    return load([shaped_story(seed), grown_story(seed), made_story(seed).files][seed % 3])


@pytest.fixture(params=["whole", "paged"])
def _sets(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "paged":
        monkeypatch.setattr(layout, "DENSE", 4)
        monkeypatch.setattr(layout, "PAGED", 3)


@pytest.fixture(params=["whole", "paged", "one by one"])
def _sets_or_goals(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param != "whole":
        monkeypatch.setattr(layout, "DENSE", 4)
        monkeypatch.setattr(layout, "PAGED", 3)
    if request.param == "one by one":
        monkeypatch.setattr(layout, "SAMPLE", 0)  # no sample lets hope for sets


@pytest.mark.usefixtures("_sets_or_goals")
@pytest.mark.parametrize("seed", range(24))
def test_routes_that_keep_to_a_lens_end_as_they_do_when_played(seed: int) -> None:
    told = lensed(generated(seed), seed)
    program = Program(told)
    for lens in LENSES:
        found = routes(net(told), lens, pages=100_000, expansions=20_000)
        assert found is not None
        ways = {(id_, True): way for id_, way in found.losing.items()}
        ways |= {(id_, False): way for id_, way in found.unbeaten.items()}
        assert {key: len(way) for key, way in ways.items()} == naive_shape.endings(program, lens)
        for (ending, lost), way in ways.items():
            assert f"{ending}/ending" in replay(program, way).reached
            assert lost == any(option.endswith("/lost") for option in way)


BLOCKS = range(6)


def small(block: int, most: int) -> Iterator[tuple[Story, list[State]]]:
    """Stories of a block of seeds with at most so many states, each with its states."""
    compared = 0
    for seed in range(block * 10, block * 10 + 10):
        told = generated(seed)
        try:
            those = naive_shape.states(Program(told), most)
        except naive_shape.TooMany:
            continue
        compared += 1
        yield told, those
    assert compared >= 6


@pytest.mark.usefixtures("_sets")
@pytest.mark.parametrize("block", BLOCKS)
def test_a_choice_decides_as_many_hands_as_when_played(
    block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hands, "ENOUGH", 0)
    monkeypatch.setattr(hands, "MOST_EXACT", 1000)
    for told, those in small(block, 150):
        found = deciding(*asked(told), pages=100_000)
        played = naive_shape.swayed(Program(told), those)
        most: dict[frozenset[str], int] = {}
        for pair, some in played.items():
            for swayed in some:
                count, both = len(swayed.people), frozenset(pair)
                most[both] = max(count, most.get(both, 0))
        assert {frozenset((d.choice, d.rather_than)): len(d.people) for d in found} == most
        for one in found:
            assert one.proof == "exactly"
            assert (one.meeting, one.people) in played[one.choice, one.rather_than]
            assert one.choice in one.way
            assert one.meeting in replay(Program(told), one.way).reached


@pytest.mark.parametrize("block", BLOCKS)
def test_no_choice_decides_more_hands_than_the_text_allows(block: int) -> None:
    for told, those in small(block, 150):
        found = deciding(*asked(told), pages=0)
        bounds = {frozenset((d.choice, d.rather_than)): d for d in found}
        for pair, some in naive_shape.swayed(Program(told), those).items():
            for swayed in some:
                assert len(bounds[frozenset(pair)].people) >= len(swayed.people)


@pytest.mark.usefixtures("_sets")
@pytest.mark.parametrize("block", BLOCKS)
def test_futures_differ_first_where_they_do_when_played(block: int) -> None:
    for told, those in small(block, 80):
        graph = net(told)
        pages = explored(graph, 100_000, None, printed(graph))
        assert pages is not None
        found = differing(pages, steps=1_000_000)
        assert all(one.decided for one in found)
        told_of = {(one.first, one.second): one.screens for one in found}
        assert told_of == naive_shape.differ(Program(told), those)


def asked(told: Story) -> tuple[Net, Arriving, Liveness]:
    graph = net(told)
    arriving = Arriving(graph)
    return graph, arriving, Liveness(arriving)
