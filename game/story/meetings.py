"""Meetings: who votes, and the line that says why each hand is up or down."""

from __future__ import annotations

from game.story.authored import AlwaysForm, HandLineForm, MeetingForm
from game.story.diagnostics import near
from game.story.gather import Spot
from game.story.linker import Linker
from game.story.model import HandLine, Meeting, Voter


def meeting(linker: Linker, passage: str, form: MeetingForm, spot: Spot) -> Meeting:
    """The meeting of a passage as it is held."""
    linker.target(form.carried, spot.at("carried"))
    linker.target(form.lost, spot.at("lost"))
    linker.person(form.moved_by, spot.at("moved_by"))
    kind, fraction = form.needs.rsplit(" ", 1)
    over, under = (int(part) for part in fraction.split("/"))
    if over > under or (kind == "more than" and over == under):
        where = spot.at("needs")
        where.wrong(
            linker.problems,
            "F11",
            why=f"nobody can have {form.needs} of the votes",
            mend="Write a fraction below 1, such as `more than 1/2`.",
        )
    voters = _voters(linker, form, spot.at("voters"))
    for person in voters:
        if person not in form.hands and linker.is_somebody(person):
            spot.at("voters").wrong(
                linker.problems,
                "G07",
                who=f"`{person}`",
                problem="votes and has no hand",
                mend=f"Add `{person}:` under `hands`.",
            )
    for person in form.hands:
        if person not in voters and not linker.is_lost(person):
            at = spot.at("hands", person)
            at.wrong_key(
                linker.problems,
                "G07",
                who=f"`{person}`",
                problem="has a hand and does not vote",
                mend=near(person, voters) or "Add them to the voters, or take the hand out.",
            )
    return Meeting(
        motion=linker.text(form.motion, spot.at("motion")),
        moved_by=form.moved_by,
        reaching=kind == "at least",
        over=over,
        under=under,
        voters=tuple(
            _voter(linker, passage, person, hand, spot.at("hands", person))
            for person, hand in form.hands.items()
        ),
        carried=form.carried,
        lost=form.lost,
    )


def _voters(linker: Linker, form: MeetingForm, spot: Spot) -> list[str]:
    if isinstance(form.voters, str):
        if not linker.known(form.voters, linker.all.groups, spot, "group", "groups"):
            return list(form.hands)
        return [i for i, p in linker.all.people.items() if form.voters in p.form.groups]
    for n, person in enumerate(form.voters):
        linker.person(person, spot.at(n))
        if person in form.voters[:n]:
            at = spot.at(n)
            at.wrong(
                linker.problems,
                "G07",
                who=f"`{person}`",
                problem="is named twice",
                mend="Everybody has one vote.",
            )
    return form.voters


def _voter(
    linker: Linker,
    passage: str,
    person: str,
    form: AlwaysForm | dict[str, HandLineForm],
    spot: Spot,
) -> Voter:
    stem = f"{passage}/hands/{person}"
    if isinstance(form, AlwaysForm):
        text = linker.text(form.text, spot.at("text"))
        return Voter(person, True, (HandLine(f"{stem}/always", None, form.always, text),))
    lines = []
    keys = list(form)
    for key, one in form.items():
        at = spot.at(key)
        last = key == keys[-1]
        trouble = None
        if last and (key != "else" or one.if_ is not None):
            trouble = "its last line must be `else`, without an `if`"
        elif not last and key == "else":
            trouble = "`else` must be its last line"
        elif not last and one.if_ is None:
            trouble = f"`{key}` has no `if`"
        if trouble and not linker.is_lost(person):
            at.wrong_key(
                linker.problems,
                "G06",
                who=f"`{person}`",
                problem=trouble,
                mend="Every line but the last has an `if`; the last is `else`. "
                "Somebody who never moves has `always:`.",
            )
        lines.append(
            HandLine(
                f"{stem}/{key}",
                linker.condition(one.if_, at.at("if")),
                one.hand,
                linker.text(one.text, at.at("text")),
            )
        )
    return Voter(person, False, tuple(lines))
