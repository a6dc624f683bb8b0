"""What is unreachable on purpose: from the author's form to the model.

Whether it really is unreachable is the check's question; here is only whether there is such a
branch, and a reason.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.story.branches import Names, listed
from game.story.linker import Linker
from game.story.model import Declared, Passage, Scene
from game.story.text import flat


def unreachable(
    linker: Linker, passages: Mapping[str, Passage], scenes: Mapping[str, Scene]
) -> tuple[Declared, ...]:
    """The declarations, in the author's order; N07 where there is no such branch."""
    head, spot = linker.all.head
    if not head.unreachable:
        return ()
    known = {branch.id for branch in listed(passages, scenes)}
    names = Names(sorted(known))
    out = []
    for id_, why in head.unreachable.items():
        where = spot.at("unreachable", id_)
        # What is wrong in a passage may be why this branch of it is missing.
        if id_ not in known and not any(map(linker.is_lost, (id_, *id_.split("/")))):
            where.wrong_key(linker.problems, "N07", name=id_, near=names.near(id_))
        reason = flat(why)
        if not reason:  # nothing but blanks
            linker.problems.add("F09", where.place, where.length)
        out.append(Declared(id_, reason, where.key_place))
    return tuple(out)
