"""What the check found, as a page that an author can act on: problems first, each once.

Two results go into a page, as played and with every vote open; what is the same in both is said
once. Branches that fall together, because one condition holds them all back, are one problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from game.check.declared import contradicted
from game.check.findings import (
    Checked,
    Oddity,
    RangeFault,
    Reached,
    Stuck,
    Trap,
    Undecided,
    Unreachable,
)
from game.check.phrases import CUT_SHORT, OPEN, WITH_IT, also, sentence
from game.check.proved import proved
from game.check.reading import Reading
from game.check.witness import walk
from game.play.program import Program
from game.story.branches import declared_unreachable
from game.story.model import Declared, Place, Story


class Findings(NamedTuple):
    """Everything known of a story. `free` is None where it has no meeting: nothing is open then."""

    story: Story
    played: Checked
    free: Checked | None
    seconds: float | None
    """How long it took, or None where all of it was kept from an earlier check."""
    stopped: bool = False
    """True if somebody stopped it."""
    reading: Reading | None = None
    uncounted: bool = False
    """True if words were to be counted and were not: too many screens, or no end to them."""

    @property
    def both(self) -> tuple[Checked, ...]:
        """The results, as played first."""
        return (self.played,) if self.free is None else (self.played, self.free)


class Entry(NamedTuple):
    """One problem or oddity: where, what, in the author's words, and the way to it."""

    code: str
    what: str
    words: str
    """What there is to say below the author's line; may be empty."""
    place: Place
    source: str
    """The author's words at `place`, to be underlined."""
    way: tuple[str, ...] = ()
    """The choices that lead there, as they are read."""
    option_ids: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()
    """All the branches it speaks of, in the order of the story."""
    votes_open: bool = False
    """True if the way can be played only where a class decides the votes."""

    @property
    def lead(self) -> str:
        """What stands above the way."""
        what = "The nearest play" if self.code == "unreachable" else "The way there"
        return f"{what}, {len(self.way):,} choice{'' if len(self.way) == 1 else 's'}:"

    @property
    def typed(self) -> str:
        """What stands below the way: how it is typed."""
        who = "Only a class can play it" if self.votes_open else "To play it"
        return f"{who}: --choices {','.join(self.option_ids)}"


class Page(NamedTuple):
    """A page, ready to be printed."""

    headline: str
    problems: tuple[Entry, ...]
    oddities: tuple[Entry, ...]
    proved: tuple[str, ...]
    """What was proved, a sentence or a few each."""


def page(findings: Findings) -> Page:
    """The page about `findings`."""
    broken = contradicted(findings.story, findings.played)
    problems = (
        *_unreachable(findings),
        *(contradiction(findings.story, *one) for one in broken),
        *_traps(findings),
        *_stuck(findings),
        *_faults(findings),
        *_undecided(findings),
        *_open_questions(findings),
    )
    head = headline(findings.story.title, len(problems))
    if findings.stopped:
        head += " This is part of a report: the check was stopped."
    return Page(head, problems, tuple(_oddities(findings)), tuple(proved(findings)))


def headline(title: str, problems: int) -> str:
    """The one line that counts the problems of a story."""
    count = f"{problems:,} problem{'' if problems == 1 else 's'}"
    return f"{title}: {count if problems else 'no problems'}."


def stopped(story: Story, branches: Iterable[Undecided], *, free: bool) -> Checked:
    """The result of a check that was stopped before it found anything."""
    verdicts = {one.branch.id: one for one in branches}
    return Checked(
        story.id, story.fingerprint, free, verdicts, (), (), (), (), None, False, stopped=True
    )


def named(kind: str, id_: str) -> str:
    """A branch as it is named on the page: `choice smoko/ask_roy`."""
    kinds = {"else": "the else of", "jump": "the way on", "hand": "hand line", "result": "result"}
    return f"{kinds.get(kind, kind)} {id_.removesuffix('/else') if kind == 'else' else id_}"


def _unreachable(findings: Findings) -> Iterator[Entry]:
    free, meant = findings.free, declared_unreachable(findings.story)
    groups: dict[tuple[Place, str, bool], list[Unreachable]] = {}
    for id_, verdict in findings.played.verdicts.items():
        if isinstance(verdict, Unreachable) and id_ not in meant:
            opened = free is not None and isinstance(free.verdicts.get(id_), Reached)
            key = (verdict.reason.place, verdict.reason.source, opened)
            groups.setdefault(key, []).append(verdict)
    for (_, _, opened), those in groups.items():
        yield obstacle(findings.story, those, opened=opened)


def obstacle(story: Story, those: Sequence[Unreachable], *, opened: bool) -> Entry:
    """What there is to say where one reason holds all of `those` back; `opened` where votes do."""
    first = those[0]
    words = sentence(first.reason.words)
    if opened:
        words += f" It can be reached {OPEN}."
    return Entry(
        "unreachable",
        named(first.branch.kind, first.branch.id),
        also(words, WITH_IT, _behind([one.branch.id for one in those])),
        first.reason.place,
        first.reason.source,
        way(story, first.reason.way, free=False),
        first.reason.way,
        branches=tuple(one.branch.id for one in those),
    )


def _behind(ids: Sequence[str]) -> list[str]:
    """What to name besides the first: of a passage that is among them, nothing inside it."""
    whole = set(ids)
    return [id_ for id_ in ids[1:] if id_.partition("/")[0] not in whole - {id_}]


def contradiction(story: Story, declared: Declared, reached: Sequence[Reached]) -> Entry:
    """What there is to say where branches are declared unreachable and can be reached as played."""
    first = min(reached, key=lambda one: len(one.witness))
    others = [one.branch.id for one in reached if one is not first]
    it = named(first.branch.kind, first.branch.id)
    words = f'The reason given: "{sentence(declared.reason)}"'
    words += "" if first.witness else " Every play is there before its first choice."
    return Entry(
        "reachable",
        f"{it} is declared unreachable, and it can be reached",
        also(words, WITH_IT, others),
        declared.place,
        declared.branch,
        way(story, first.witness, free=False),
        first.witness,
        tuple(one.branch.id for one in reached),
    )


def _undecided(findings: Findings) -> Iterator[Entry]:
    for checked in findings.both:
        groups: dict[str, list[Undecided]] = {}
        for verdict in checked.verdicts.values():
            if isinstance(verdict, Undecided):
                groups.setdefault(verdict.why, []).append(verdict)
        for why, those in groups.items():
            first = those[0].branch
            yield Entry(
                "undecided",
                f"{named(first.kind, first.id)}{_where(checked, findings)}",
                also(sentence(why), "So it is with", _behind([one.branch.id for one in those])),
                first.place,
                first.id.rpartition("/")[2],
                branches=tuple(one.branch.id for one in those),
            )


_WHOLE = {
    "traps": "whether an ending can be reached from everywhere",
    "stuck": "whether a screen can be without a choice",
    "faults": "whether a number can leave its range",
    "matters": "whether every choice matters",
    "conditions": "whether some condition always holds",
}


def _open_questions(findings: Findings) -> Iterator[Entry]:
    """What of the whole story was not decided."""
    start = findings.story.passages[findings.story.start]
    asked: dict[str, list[Checked]] = {}
    for checked in findings.both:
        for whole in checked.undecided:
            asked.setdefault(whole, []).append(checked)
    for whole, those in asked.items():
        where = _where(those[0], findings) if len(those) < len(findings.both) else ""
        yield Entry(
            "undecided",
            f"{_WHOLE.get(whole, whole)}{where}",
            sentence(CUT_SHORT)
            if those[0].stopped
            else "This is more than the check can work out within its limit.",
            start.place,
            start.id,
        )


def _traps(findings: Findings) -> Iterator[Entry]:
    for trap, where, checked in _merged(findings, "traps"):
        assert isinstance(trap, Trap)
        stops = {stuck.passage for stuck in checked.stuck} & set(trap.passages)
        if len(stops) == len(trap.passages):
            continue  # nothing but stuck screens, which are told as such
        home = findings.story.passages[trap.passages[0]]
        words = "Whoever comes here goes round for ever."
        if stops:
            words = f"Every way on stops where nothing can be chosen: {', '.join(sorted(stops))}."
        yield Entry(
            "trap",
            f"from {home.id} no ending can be reached{where}",
            also(words, WITH_IT, trap.passages[1:]),
            home.place,
            home.id,
            way(findings.story, trap.witness, free=checked.free),
            trap.witness,
            trap.passages,
            _only_a_class(findings.story, trap.witness),
        )


def _stuck(findings: Findings) -> Iterator[Entry]:
    for stuck, where, checked in _merged(findings, "stuck"):
        assert isinstance(stuck, Stuck)
        yield Entry(
            "stuck",
            f"nothing can be chosen in {stuck.passage}{where}",
            "Give it a choice without a condition, or a way on.",
            stuck.place,
            stuck.passage,
            way(findings.story, stuck.witness, free=checked.free),
            stuck.witness,
            (stuck.passage,),
            _only_a_class(findings.story, stuck.witness),
        )


def _faults(findings: Findings) -> Iterator[Entry]:
    slots = {slot.name: slot for slot in findings.story.slots}
    for fault, where, checked in _merged(findings, "range_faults"):
        assert isinstance(fault, RangeFault)
        slot = slots.get(fault.slot)
        can = "" if slot is None else f"; it can be {slot.low} to {slot.high}"
        yield Entry(
            "range",
            f"{fault.slot} can leave its range{where}{can}",
            "Ask for room in a condition, or say where the number stops with up_to or down_to.",
            fault.place,
            fault.source,
            way(findings.story, fault.witness, free=checked.free),
            fault.witness,
            votes_open=_only_a_class(findings.story, fault.witness),
        )


def _oddities(findings: Findings) -> Iterator[Entry]:
    for oddity, where, _ in _merged(findings, "oddities"):
        assert isinstance(oddity, Oddity)
        yield Entry(oddity.code, f"{oddity.words}{where}", "", oddity.place, oddity.source)


_Finding = Trap | Stuck | RangeFault | Oddity


def _merged(findings: Findings, field: str) -> Iterator[tuple[_Finding, str, Checked]]:
    """The findings of one kind in both results, each once, with where it holds."""
    played: Sequence[_Finding] = getattr(findings.played, field)
    if findings.free is None:
        yield from ((found, "", findings.played) for found in played)
        return
    free: Sequence[_Finding] = getattr(findings.free, field)
    open_ = {_key(found) for found in free}
    for found in played:
        # A fault found as played is one with every vote open too: whatever can happen in the one
        # can happen in the other. Only a trap may have a way out there, and an oddity be none.
        where = "" if _key(found) in open_ or not findings.free.complete else ", as played"
        yield found, where, findings.played
    known = {_key(found) for found in played}
    yield from ((found, f", {OPEN}", findings.free) for found in free if _key(found) not in known)


def _key(found: _Finding) -> tuple[object, ...]:
    """What makes two findings one: all of it but the way there."""
    match found:
        case Trap():
            return ("trap", *found.passages)
        case Stuck():
            return ("stuck", found.passage)
        case RangeFault():
            return ("range", found.slot, found.place)
        case _:
            return (found.code, found.place, found.words)


def way(story: Story, witness: Sequence[str], *, free: bool) -> tuple[str, ...]:
    """The choices of a way as a reader sees them, each after the passage that offers it."""
    walked = walk(Program(story), witness, free_meetings=free)
    said = [f"{past.view.passage}: {past.chosen.text}" for past in walked.steps]
    return (*said, *witness[len(said) :])


def _only_a_class(story: Story, witness: Sequence[str]) -> bool:
    """Whether the hands of the story itself refuse this way."""
    return walk(Program(story), witness).refused is not None


def _where(checked: Checked, findings: Findings) -> str:
    if findings.free is None:
        return ""
    return f", {OPEN}" if checked.free else ", as played"
