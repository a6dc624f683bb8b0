"""Everything about one branch: how it is reached, or what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from game.check.findings import Checked, Reached, Undecided, Unreachable, Verdict
from game.check.phrases import OPEN, sentence
from game.check.report import Findings, named
from game.check.witness import Walk, walk
from game.play.program import Program
from game.play.view import View
from game.story.branches import Branch, Names, declared_unreachable
from game.story.diagnostics import TABLE
from game.story.model import Passage, Place, Story


class NoSuchBranch(Exception):
    """The story has no branch of that name. The message says which is nearest."""


class Link(NamedTuple):
    """One step of a reason: what stands in the way, where, and the author's words."""

    words: str
    place: Place
    source: str


class Account(NamedTuple):
    """What is known of one branch under one reading of the votes."""

    lead: str
    """The verdict, as a sentence."""
    walked: Walk | None
    """The way there, played, where it can be reached."""
    chain: tuple[Link, ...]
    """Where it cannot: its reason, then that of each way that might have led there."""
    declared: Link | None = None
    """What its author says, where it is declared unreachable: of the story as it is played."""


def branch_of(findings: Findings, name: str) -> Branch:
    """The branch that somebody means. Raises NoSuchBranch."""
    verdicts = findings.played.verdicts
    if name not in verdicts:
        mend = TABLE["N07"].mend.format(near=Names(verdicts).near(name))
        raise NoSuchBranch(f"there is no branch `{name}` in {findings.story.id}. {mend}")
    return verdicts[name].branch


def accounts(findings: Findings, branch: Branch) -> Iterator[Account]:
    """What is known of it as played; and with every vote open, where that is not the same."""
    verdict = findings.played.verdicts[branch.id]
    freely = verdict if findings.free is None else findings.free.verdicts[branch.id]
    same = findings.free is None or type(freely) is type(verdict)
    played = _account(findings.story, findings.played, verdict, "" if same else " as played")
    yield _with_declaration(findings.story, verdict, played)
    if findings.free is not None and not same:
        yield _account(findings.story, findings.free, freely, f" {OPEN}")


def _with_declaration(story: Story, verdict: Verdict, account: Account) -> Account:
    said = declared_unreachable(story).get(verdict.branch.id)
    if said is None:
        return account
    told = "It is declared unreachable."
    if isinstance(verdict, Reached):
        told = "It is declared unreachable, and that is wrong."
    elif isinstance(verdict, Unreachable):
        told = "It is declared so."
    link = Link(sentence(said.reason), said.place, said.branch)
    return account._replace(lead=f"{account.lead} {told}", declared=link)


def screen(view: View) -> Iterator[str]:
    """What a screen says, without its options."""
    for line in view.lines:
        yield line.text
    if view.meeting is not None:
        yield f"The motion: {view.meeting.motion}"
        for hand in view.meeting.hands:
            yield f"{hand.name}, {hand.hand}: {hand.reason}"
    if view.ending is not None:
        yield f"The end: {view.ending.title}"


def _account(story: Story, checked: Checked, verdict: Verdict, where: str) -> Account:
    it = named(verdict.branch.kind, verdict.branch.id)
    it = it[0].upper() + it[1:]
    match verdict:
        case Reached(witness=witness):
            count = len(witness)
            how = f"after {count} choice{'' if count == 1 else 's'}" if count else "at the start"
            walked = walk(Program(story), witness, free_meetings=checked.free)
            return Account(f"{it} can be reached{where}, {how}. No way is shorter.", walked, ())
        case Unreachable():
            chain = tuple(_chain(story, checked, verdict))
            return Account(f"{it} cannot be reached{where}.", None, chain)
        case Undecided(why=why):
            return Account(f"{it} was not decided{where}: {why}.", None, ())


def _chain(story: Story, checked: Checked, verdict: Unreachable) -> Iterator[Link]:
    """The reason, and behind it those of the branches that lead there, each once."""
    ways = _ways_into(story)
    told: set[tuple[Place, str]] = set()  # by what fails: said of one branch, it is said
    todo, done = [verdict.branch.id], {verdict.branch.id}
    for id_ in todo:
        found = checked.verdicts.get(id_)
        if not isinstance(found, Unreachable):
            continue
        reason = found.reason
        if (reason.place, reason.source) not in told:
            told.add((reason.place, reason.source))
            lead = "" if id_ == verdict.branch.id else f"{named(found.branch.kind, id_)}: "
            nearest = f" (nearest: --choices {','.join(reason.way)})" if reason.way else ""
            yield Link(lead + reason.words + nearest, reason.place, reason.source)
        for before in ways.get(id_, ()):
            if before not in done:
                done.add(before)
                todo.append(before)


def _ways_into(story: Story) -> dict[str, list[str]]:
    """For each branch the branches that one must have come through, of which one is enough."""
    into: dict[str, list[str]] = {}
    for passage in story.passages.values():
        for branch in _shown(passage):
            into.setdefault(branch, []).append(passage.id)
        for branch, to in _onward(passage):
            into.setdefault(branch, []).append(passage.id)
            into.setdefault(to, []).append(branch)
        if passage.call is not None:
            into.setdefault(passage.call, []).append(passage.id)
    return into


def _onward(passage: Passage) -> Iterator[tuple[str, str]]:
    """The branches that lead out of a passage, and where."""
    for choice in passage.choices:
        yield choice.id, choice.to
    for jump in passage.jumps:
        yield f"{passage.id}/to/{jump.to}", jump.to
    if passage.meeting is not None:
        yield f"{passage.id}/carried", passage.meeting.carried
        yield f"{passage.id}/lost", passage.meeting.lost
    if passage.skip is not None:
        yield f"{passage.id}/skip", passage.skip.to


def _shown(passage: Passage) -> Iterator[str]:
    """The branches that a passage shows without leading anywhere."""
    for paragraph in passage.paragraphs:
        yield paragraph.id
        yield f"{paragraph.id}/else"
    if passage.meeting is not None:
        yield from (line.id for voter in passage.meeting.voters for line in voter.lines)
    yield f"{passage.id}/ending"
