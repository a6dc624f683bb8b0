"""The names that the expressions written out in the tests are about."""

from __future__ import annotations

from game.story.model import Slot
from game.story.scope import Scope

SCALE = ("against", "unmoved", "listening", "with_us")
FUND, TARGET, BAR, COVERED, DEBT, HEAT, LES, ROY = range(8)


def story_scope() -> Scope:
    """The names that the expressions in this file use."""
    return Scope(
        [
            Slot("fund", "number", 0, 12, 0),
            Slot("target", "one_of", 0, 1, 0, ("the pub", "cinema"), values=("pub", "cinema")),
            Slot("bar", "one_of", 0, 1, 0, ("pub", "cinema"), values=("pub", "cinema")),
            Slot("covered", "flag", 0, 1, 0),
            Slot("debt", "number", -3, 3, 0),
            Slot(
                "heat", "one_of", 0, 2, 0, ("cold", "warm", "hot"), values=("cold", "warm", "hot")
            ),
            Slot("les", "stance", 0, 3, 1, SCALE),
            Slot("roy", "stance", 0, 3, 1, SCALE),
        ],
        SCALE,
        {"wharf": ["les", "clarrie"], "office": ["clarrie"], "class": ["roy"]},
        ["smoko", "kitchen", "class", "true"],
        ordered=["heat"],
        people=["les", "roy", "clarrie"],
    )
