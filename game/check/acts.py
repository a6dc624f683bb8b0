"""The acts of a story, and every state in which a play can come into each: for SPIN.

Where a story is too large for SPIN as a whole, each act is a model of its own
(`game.check.promela`), searched from its *doors*: the states in which a play comes into the act
from another, or begins. They are taken from the check's search over sets (`search.fill`): what
links take from a node of one act to a node of another. What a flow does belongs to the act that
calls it, so a play comes into an act and leaves it with no call open.

*What this proves.* SPIN shows that the doors are complete: each step that leaves an act must lead
to a state on the list of the next, and that one did not is a statement that must not be reached.
The beginning is on the list too. So, step by step along any play, each of its states is one that
SPIN has searched from; what SPIN reaches in no act is not reached. A state on a list that no play
comes to could only add to what is reached, and of that the check has a play, which the engine has
replayed. Traps are found in the steps of all acts together (`promela_steps.lost`): one that lies in
one act, and one that goes round through several.

*What is taken on trust* is which slots are dead at a door (`game.check.live`): what nothing reads
any more has one value there, though a play may have others. Without that, large stories would have
too many doors. It is one of those that can be there by the value sets, which are closed under all
steps whichever is taken (`game.check.concrete.Merged`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.check import search
from game.check.abstract import places
from game.check.concrete import Merged
from game.check.layout import plan
from game.check.live import Liveness, members
from game.check.masks import Set
from game.check.net import Node, net
from game.check.pages import Page, Pages
from game.check.promela_parts import Door, Part
from game.check.values import Arriving
from game.play.state import State
from game.story.model import Story

MOST_PAGES = 400_000
MOST_MIB = 1_280
"""How far the search for the doors goes: as far as the check."""


def acts(story: Story, *, free_meetings: bool = False) -> dict[str | None, Part]:
    """A model's part for each act; the passages whose scene names none are one together.

    In the order of the story. Raises `search.TooLarge` if the story has more states than the check
    goes through.
    """
    doors = _doors(story, free=free_meetings)
    inside: dict[str | None, set[str]] = {}
    for passage in story.passages.values():
        if passage.flow is None:
            inside.setdefault(act_of(story, passage.id), set()).add(passage.id)
    out: dict[str | None, Part] = {}
    for act, passages in inside.items():
        starts = [state for id_ in doors.keys() & passages for state in doors[id_].states]
        others = {id_: door for id_, door in doors.items() if id_ not in passages}
        all_ = frozenset({*passages, *_called(story, passages)})
        out[act] = Part(story, tuple(sorted(starts)), all_, others)
    return out


def act_of(story: Story, passage: str) -> str | None:
    """The act of a passage, which is its scene's."""
    return story.scenes[story.passages[passage].scene].act


def _called(story: Story, passages: set[str]) -> set[str]:
    """The passages of all flows that these call, and that those call."""
    flow_of = {passage.id: passage.flow for passage in story.passages.values()}
    flows: set[str | None] = set()
    todo = list(passages)
    while todo:
        call = story.passages[todo.pop()].call
        if call is not None and flow_of[call] not in flows:
            flows.add(flow_of[call])
            todo += [id_ for id_, flow in flow_of.items() if flow == flow_of[call]]
    return {id_ for id_, flow in flow_of.items() if flow in flows}


def _doors(story: Story, *, free: bool) -> Mapping[str, Door]:
    """The doors by passage."""
    arriving = Arriving(net(story, free_meetings=free))
    live = Liveness(arriving)
    pages = Pages(arriving, live, plan(arriving, live).layout)
    search.fill(pages, MOST_PAGES, mib=MOST_MIB)
    coming: dict[Page, Set] = dict([pages.start()])
    act = [_act(story, node) for node in pages.net.nodes]
    for found in pages.found:
        for page in found.values():
            for link in pages.links(page) if page.reached else ():
                if act[link.target.node] != act[page.node]:
                    some = link.image(page.reached)
                    if some:
                        coming[link.target] = coming.get(link.target, 0) | some
    merged = Merged(arriving, live.active)
    states: dict[int, list[State]] = {}
    for page, those in coming.items():
        states.setdefault(page.node, []).extend(_states(pages, merged, page, those))
    out: dict[str, Door] = {}
    for n, some_states in states.items():
        some_states.sort()
        first = some_states[0].values
        dead = [(slot, v) for slot, v in enumerate(first) if not live.live[n] >> slot & 1]
        out[pages.net.nodes[n].passage] = Door(tuple(dead), tuple(some_states))
    return out


def _act(story: Story, node: Node) -> str | None:
    return act_of(story, node.calls[0] if node.calls else node.passage)


def _states(pages: Pages, merged: Merged, page: Page, those: Set) -> Iterator[State]:
    """The states that valuations of a page stand for: one for each."""
    layout, n = pages.layout, page.node
    active = pages.live.active[n]
    known = pages.known(n, page.key, active & layout.unfolded)
    registers = [
        (slot, layout.stride[slot], layout.radix[slot], layout.values[slot])
        for slot in members(active & ~layout.unfolded)
    ]
    values = list(merged.of(n, (0,) * len(pages.net.slots)))
    for slot, value in known.items():
        values[slot] = value
    for place in places(those):
        for slot, stride, radix, here in registers:
            values[slot] = here[place // stride % radix]
        yield State(pages.net.nodes[n].passage, tuple(values))
