"""How far what a choice sets can be read: which hands it may decide at most, from the text alone.

Two plays come to one screen with different values in some slots, and then go on alike. A slot can
differ after a step only if it differed before and the step left it, or the step set it to something
that reads a slot that differed. So the slots found by this rule, forward over the net to its least
fixpoint, are all that can ever differ at a node (the taint analysis of compilers); and a hand can
only differ if one of its conditions reads such a slot. It is an upper bound, found without looking
at a single state.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.check.live import Slots
from game.check.net import Edge, Net
from game.check.rows import asked
from game.story.model import Passage


def spread(edges: Sequence[Sequence[Edge]], start: Mapping[int, Slots]) -> dict[int, Slots]:
    """For each node: the slots that may differ there, if those in `start` do at theirs."""
    differ = {n: slots for n, slots in start.items() if slots}
    todo = list(differ)
    while todo:
        n = todo.pop()
        for edge in edges[n]:
            slots = _after(edge, differ[n])
            known = differ.get(edge.target, 0)
            if slots & ~known:
                differ[edge.target] = known | slots
                todo.append(edge.target)
    return differ


def _after(edge: Edge, slots: Slots) -> Slots:
    for act in edge.acts:
        bit = 1 << act.slot
        slots = slots | bit if asked(act.row) & slots else slots & ~bit
    return slots


def hands(passage: Passage, slots: Slots) -> tuple[str, ...]:
    """The people whose hand asks any of `slots`, in the order of the page."""
    return tuple(
        voter.person
        for voter in (passage.meeting.voters if passage.meeting is not None else ())
        if any(line.condition and asked(line.condition.row) & slots for line in voter.lines)
    )


def most_hands(net: Net, differ: Mapping[int, Slots]) -> tuple[str, tuple[str, ...]]:
    """The meeting with most hands that ask a slot that may differ, and whose; `("", ())` if none.

    `differ` is what `spread` gives.
    """
    best: tuple[str, tuple[str, ...]] = ("", ())
    for n in sorted(differ):
        passage = net.story.passages[net.nodes[n].passage]
        if net.nodes[n].stops:
            asking = hands(passage, differ[n])
            if len(asking) > len(best[1]):
                best = (passage.id, asking)
    return best
