"""From a state to a screen, and from a screen to the next state (section 9 of the specification).

`view` and `step` are pure: the same program and state give the same screen, and a choice the same
next state.
"""

from __future__ import annotations

from typing import NamedTuple

from game.play import words
from game.play.program import Change, Lines, Node, Program, Values, said
from game.play.state import State
from game.play.view import (
    EndingView,
    Fault,
    KnownCard,
    Line,
    MeetingView,
    Option,
    RaisedHand,
    View,
)


class NotAvailable(Exception):
    """An option that cannot be taken here. `option` is its id, `available` what can be."""

    def __init__(self, option: str, available: tuple[str, ...]) -> None:
        self.option = option
        self.available = available
        super().__init__(f"{option} cannot be taken here")


class RangeFault(Exception):
    """Arithmetic that left its range. `fault` says where."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.message)


class _Settled(NamedTuple):
    """A state run on to where its screen stops."""

    node: Node
    values: Values
    stack: tuple[str, ...]
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    fault: Fault | None


def view(program: Program, state: State, *, free_meetings: bool = False) -> View:
    """The screen of `state`.

    With `free_meetings`, both results of a meeting can be taken: in a classroom the class decides.
    """
    settled = _settle(program, state)
    node, values, _, nodes, lines, fault = settled
    options: tuple[Option, ...] = ()
    meeting = None
    cards: tuple[KnownCard, ...] = ()
    if fault is None:
        if node.fixed_options is not None:
            options = node.fixed_options
        else:
            options, meeting = _options(node, values, free_meetings=free_meetings)
        if node.ending is None and not any(o.locked is None for o in options):
            fault = _stuck(program, node)
        cards = _cards(node.cards, values) if node.fixed_cards is None else node.fixed_cards
    ending = node.ending if fault is None else None
    return View(
        node.id,
        node.passages if len(nodes) == 1 else tuple(n.id for n in nodes),
        node.scene,
        lines,
        options,
        meeting,
        None if ending is None else EndingView(node.id, ending.title, ending.debrief),
        fault,
        *_media(program, nodes),
        _notes(nodes),
        cards,
    )


def step(program: Program, state: State, option: str, *, free_meetings: bool = False) -> State:
    """The state after taking `option` (an option's id) on the screen of `state`.

    Raises `NotAvailable` if it cannot be taken, `RangeFault` if an effect of it leaves its range;
    `state` is not changed by either.
    """
    node, values, stack, _, _, fault = _settle(program, state)
    offer = node.offers.get(option)
    if offer is not None and fault is None and offer.available(values):
        if offer.once < 0 and not offer.changes:
            return State(offer.to, tuple(values), stack)
        after = list(values)
        if offer.once >= 0:
            after[offer.once] = 1
        changed = _change(program, offer.changes, after)
        if changed is not None:
            raise RangeFault(changed)
        return State(offer.to, tuple(after), stack)
    screen = view(program, state, free_meetings=free_meetings)
    open_ = tuple(o.id for o in screen.options if o.locked is None)
    if offer is not None or option not in open_:
        raise NotAvailable(option, open_)
    if node.vote is not None and option != f"{node.id}/skip":
        carried = option == f"{node.id}/carried"
        to = node.vote.meeting.carried if carried else node.vote.meeting.lost
    else:
        assert node.skip is not None
        to = node.skip.to
    return State(to, tuple(values), stack)


def settled_values(program: Program, state: State) -> tuple[int, ...]:
    """What the slots hold on the screen of `state`: after all that happens on the way to it."""
    return tuple(_settle(program, state).values)


def _settle(program: Program, state: State) -> _Settled:
    """Enter the passage of `state` and go on until a screen is complete."""
    last = program.last_settled
    if last is not None and last[0] is state:
        return last[1]  # type: ignore[return-value]
    node = program.node(state.passage)
    values: Values = state.values
    if node.plain and node.marks < 0 and node.counts < 0 and not node.changes:
        # Nothing happens on entering, and the screen stops here: the usual passage.
        lines = node.fixed_lines
        if lines is None:
            lines = tuple(_printed(node, values))
        settled = _Settled(node, values, state.stack, (node,), lines, None)
    else:
        settled = _run(program, node, list(values), state.stack)
    program.last_settled = (state, settled)
    return settled


def _run(program: Program, node: Node, values: list[int], stack: tuple[str, ...]) -> _Settled:
    nodes: list[Node] = []
    lines: list[Line] = []
    slots = program.story.slots
    while True:
        nodes.append(node)
        if node.marks >= 0:
            values[node.marks] = 1
        if node.counts >= 0 and values[node.counts] < slots[node.counts].high:
            values[node.counts] += 1
        fault = _change(program, node.changes, values)
        if fault is None:
            lines += node.fixed_lines if node.fixed_lines is not None else _printed(node, values)
        if fault is not None or node.plain:
            return _Settled(node, tuple(values), stack, tuple(nodes), tuple(lines), fault)
        if node.call is not None:
            stack = (*stack, node.id)
            node = program.node(node.call)
            continue
        if node.returns:
            stack, node = stack[:-1], program.node(stack[-1])
        for test, to in node.jumps:
            if test is None or test(values):
                node = program.node(to)
                break


def _printed(node: Node, values: Values) -> list[Line]:
    lines = []
    for paragraph in node.lines:
        line = paragraph.line(values)
        if line is not None:
            lines.append(line)
    return lines


def _change(program: Program, changes: tuple[Change, ...], values: list[int]) -> Fault | None:
    """Do the changes in order; the fault of the first that leaves its range, if one does."""
    for change in changes:
        new = change.value(values)
        if not change.low <= new <= change.high:
            effect = change.effect
            slot = program.story.slots[change.slot]
            return Fault(
                "range",
                f"{slot.name} would be {new}; it can be {slot.low} to {slot.high}",
                f"{effect.place.file}:{effect.place.line}:{effect.place.column}",
                effect.source,
            )
        values[change.slot] = new
    return None


def _stuck(program: Program, node: Node) -> Fault:
    place = program.story.passages[node.id].place
    return Fault(
        "stuck",
        f"nothing can be chosen in {node.id}",
        f"{place.file}:{place.line}:{place.column}",
        node.id,
    )


def _options(
    node: Node, values: Values, *, free_meetings: bool
) -> tuple[tuple[Option, ...], MeetingView | None]:
    options = []
    for offer in node.offers.values():
        option = offer.option(values)
        if option is not None:
            options.append(option)
    meeting = None
    if node.vote is not None:
        meeting = _meeting(node, values)
        results = ("carried", "lost")
        if not free_meetings:
            results = ("carried",) if meeting.carried else ("lost",)  # type: ignore[assignment]
        for result in results:
            carried = result == "carried"
            text = words.result(carried=carried)
            if not free_meetings:
                text = words.counted(carried=carried, up=meeting.up, down=meeting.down)
            options.append(Option(f"{node.id}/{result}", text, "result"))
    if node.skip is not None:
        options.append(Option(f"{node.id}/skip", node.skip.why, "skip"))
    return tuple(options), meeting


def _meeting(node: Node, values: Values) -> MeetingView:
    assert node.vote is not None
    hands = tuple(
        RaisedHand(person, name, ballot.hand, said(ballot.text, values), ballot.id)
        for person, name, ballot in node.vote.hands(values)
    )
    up = sum(hand.hand == "up" for hand in hands)
    down = sum(hand.hand == "down" for hand in hands)
    meeting = node.vote.meeting
    # up / (up + down) against over / under, without fractions.
    ours, needed = up * meeting.under, meeting.over * (up + down)
    carried = up + down > 0 and (ours >= needed if meeting.reaching else ours > needed)
    return MeetingView(
        said(node.vote.motion, values),
        meeting.moved_by,
        words.needed(reaching=meeting.reaching, over=meeting.over, under=meeting.under),
        hands,
        up,
        down,
        carried,
    )


def _cards(cards: tuple[Lines, ...], values: Values) -> tuple[KnownCard, ...]:
    shown = (card.line(values) for card in cards)
    return tuple(KnownCard(line.id, line.text) for line in shown if line is not None)


Media = tuple[str | None, str | None, str | None, str | None, str | None, str | None]


def _media(program: Program, nodes: tuple[Node, ...]) -> Media:
    """Speaker, mood, picture and sounds: the last named on the way, else the scene's."""
    node = nodes[-1]
    scene = program.story.scenes[node.scene]
    if len(nodes) == 1:
        return (
            node.speaker,
            node.mood,
            node.picture or scene.picture,
            node.music or scene.music,
            node.ambience or scene.ambience,
            node.sound,
        )
    speaker = mood = picture = music = ambience = sound = None
    for one in nodes:
        if one.speaker:
            # A face belongs to its speaker: a new speaker without a mood has none.
            speaker, mood = one.speaker, None
        mood = one.mood or mood
        picture = one.picture or picture
        music = one.music or music
        ambience = one.ambience or ambience
        sound = one.sound or sound
    return (
        speaker,
        mood,
        picture or scene.picture,
        music or scene.music,
        ambience or scene.ambience,
        sound,
    )


def _notes(nodes: tuple[Node, ...]) -> tuple[str, ...]:
    """The notes of every passage entered, then of the last one's scene, each once."""
    node = nodes[-1]
    if len(nodes) == 1 and not node.scene_notes:
        return node.notes
    found = [note for one in nodes for note in one.notes]
    return tuple(dict.fromkeys([*found, *node.scene_notes]))
