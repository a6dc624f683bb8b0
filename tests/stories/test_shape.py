"""The shape of every story that ships, as far as it is asked of stories (`game.check.shape`)."""

from __future__ import annotations

import pytest

from game.check.hands import ENOUGH, deciding
from game.check.lenses import lenses
from game.check.live import Liveness
from game.check.net import net
from game.check.routes import routes
from game.check.values import Arriving
from tests.stories.test_shipped import SHIPPED, story


@pytest.mark.parametrize("name", SHIPPED)
def test_together_loses_a_vote_and_alone_has_an_ending_of_its_own(name: str) -> None:
    graph = net(story(name))
    together = routes(graph, "together", pages=100_000, expansions=20_000)
    alone = routes(graph, "alone", pages=100_000, expansions=20_000)
    assert together is not None
    assert alone is not None
    assert together.losing
    assert not together.unbeaten
    assert alone.endings.keys() - together.endings.keys()


@pytest.mark.parametrize("name", SHIPPED)
def test_no_choice_decides_more_than_three_hands(name: str) -> None:
    graph = net(story(name))
    arriving = Arriving(graph)
    found = deciding(graph, arriving, Liveness(arriving), pages=100_000)
    assert found
    assert all(one.proof != "undecided" and len(one.people) <= ENOUGH for one in found)


@pytest.mark.parametrize("name", SHIPPED)
def test_neither_place_nor_length_tells_the_lens(name: str) -> None:
    assert not lenses(story(name)).telling
