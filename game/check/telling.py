"""What of the engine's state can make a difference later: one key for all states that agree in it.

Two states at the same passage, inside the same calls, that agree in every slot that is live there
(`game.check.live`) have the same branches ahead, offer the same options, and lead to states that
agree again. So one of them stands for all.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter

from game.check.live import Liveness, members
from game.play.state import State

Key = tuple[object, ...]


def telling(live: Liveness) -> Callable[[State], Key]:
    """The function that gives a state's key; `live` says what is still read at each node."""
    told: dict[tuple[str, tuple[str, ...]], Callable[[tuple[int, ...]], object]] = {}
    for node, those in zip(live.net.nodes, live.live, strict=True):
        if node.arrival:
            told[node.passage, node.calls] = itemgetter(*members(those)) if those else _nothing
    return lambda state: (
        state.passage,
        state.stack,
        told[state.passage, state.stack](state.values),
    )


def _nothing(_values: tuple[int, ...]) -> None:
    pass
