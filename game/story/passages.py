"""Passages: from the author's form to the model."""

from __future__ import annotations

from game.story.authored import ChoiceForm, PassageForm, When
from game.story.gather import FoundPassage, Spot
from game.story.linker import Linker
from game.story.meetings import meeting
from game.story.model import Choice, Ending, Jump, Paragraph, Passage, Skip
from game.story.text import flat

CONTINUATIONS = ("choices", "to", "meeting", "ending", "return")


def once_name(passage: str, choice: str) -> str:
    """The name of the slot that remembers that a `once` choice was taken: its stable id."""
    return f"{passage}/{choice}"


def passage(linker: Linker, id_: str, found: FoundPassage) -> Passage:
    """The passage as it is played."""
    form, spot, scene, flow = found
    _one_continuation(linker, id_, found)
    linker.person(form.speaker, spot.at("speaker"))
    for key in ("picture", "music", "ambience", "sound"):
        if getattr(form, key) is not None:
            linker.asset(getattr(form, key), spot.at(key))
    for n, note in enumerate(form.notes):
        linker.known(note, linker.all.notes, spot.at("notes", n), "note", "notes")
    # Before the passage's own conditions, which may ask about the passage itself.
    paragraphs = _paragraphs(linker, id_, form, spot.at("text"))
    return Passage(
        id=id_,
        scene=scene,
        flow=flow,
        place=spot.key_place,
        paragraphs=paragraphs,
        speaker=form.speaker,
        mood=form.mood,
        picture=form.picture,
        music=form.music,
        ambience=form.ambience,
        sound=form.sound,
        notes=tuple(form.notes),
        effects=linker.effects(form.effects, spot.at("effects")),
        seen=-1,
        visits=-1,
        choices=tuple(
            _choice(linker, id_, key, one, spot.at("choices", key))
            for key, one in (form.choices or {}).items()
        ),
        call=_call(linker, form, spot),
        jumps=_jumps(linker, form, spot),
        meeting=(meeting(linker, id_, form.meeting, spot.at("meeting")) if form.meeting else None),
        ending=(
            Ending(flat(form.ending.title), flat(form.ending.debrief)) if form.ending else None
        ),
        returns=form.return_ is True,
        skip=_skip(linker, id_, scene),
    )


def _one_continuation(linker: Linker, id_: str, found: FoundPassage) -> None:
    form, spot = found.form, found.spot
    has = [
        key
        for key, value in zip(
            CONTINUATIONS,
            (form.choices, form.to, form.meeting, form.ending, form.return_),
            strict=True,
        )
        if value is not None
    ]
    if len(has) != 1 and not linker.is_lost(id_):
        said = f"has both {' and '.join(has)}" if has else "leads nowhere"
        spot.wrong_key(linker.problems, "F07", passage=id_, has=said)
    elif form.call is not None and form.to is None:
        spot.at("call").wrong_key(
            linker.problems,
            "F11",
            why="`call` needs `to`",
            mend="Say with `to` where the story goes on after the flow.",
        )
    if form.return_ and found.flow is None:
        spot.at("return").wrong_key(linker.problems, "G05", passage=id_)


def _choice(linker: Linker, passage: str, key: str, form: ChoiceForm, spot: Spot) -> Choice:
    linker.target(form.to, spot.at("to"))
    full = f"{passage}/{key}"
    if form.locked is not None and form.if_ is None:
        spot.at("locked").wrong_key(
            linker.problems,
            "F11",
            why="`locked` needs an `if`",
            mend="Add the condition under which the choice can be taken.",
        )
    return Choice(
        id=full,
        text=linker.text(form.text, spot.at("text")),
        to=form.to,
        condition=linker.condition(form.if_, spot.at("if")),
        locked=linker.text(form.locked, spot.at("locked")) if form.locked is not None else None,
        effects=linker.effects(form.effects, spot.at("effects")),
        once=linker.slot_of[once_name(passage, key)] if form.once else -1,
        lens=form.lens,
        place=spot.key_place,
    )


def _call(linker: Linker, form: PassageForm, spot: Spot) -> str | None:
    if form.call is None:
        return None
    if linker.known(form.call, linker.all.flows, spot.at("call"), "flow", "flows"):
        return linker.all.flows[form.call].form.start
    return None


def _jumps(linker: Linker, form: PassageForm, spot: Spot) -> tuple[Jump, ...]:
    where = spot.at("to")
    if form.to is None:
        return ()
    if isinstance(form.to, str):
        linker.target(form.to, where)
        return (Jump(form.to, None),)
    out: list[Jump] = []
    for n, one in enumerate(form.to):
        at = where.at(n)
        linker.target(one.to, at.at("to"))
        last = n == len(form.to) - 1
        if last == (one.if_ is not None):
            at.at("to").wrong_key(
                linker.problems,
                "F11",
                why="the last entry of `to` must have no `if`"
                if last
                else "only the last entry of `to` may stand without an `if`",
                mend="Add a last entry with `to` alone: where the story goes otherwise."
                if last
                else "Give this one an `if`, or move it to the end.",
            )
        if one.to in {j.to for j in out}:
            linker.problems.add(
                "F11",
                at.at("to").place,
                len(one.to),
                why=f"`{one.to}` is a target twice in this list",
                mend="Join the two conditions with `or`.",
            )
        out.append(Jump(one.to, linker.condition(one.if_, at.at("if"))))
    return tuple(out)


def _skip(linker: Linker, passage: str, scene: str) -> Skip | None:
    """The offer to leave out the scene, on the passage that it names."""
    found = linker.all.scenes.get(scene)
    skip = found.form.skip if found is not None else None
    if skip is None or skip.from_ != passage:
        return None
    return Skip(skip.to, flat(skip.why))


def _paragraphs(linker: Linker, id_: str, form: PassageForm, spot: Spot) -> tuple[Paragraph, ...]:
    """The paragraphs of a passage."""
    if form.text is None:
        return ()
    if isinstance(form.text, str):
        return (Paragraph(f"{id_}/text", None, linker.text(form.text, spot), None),)
    out = []
    for key, one in form.text.items():
        full, where = f"{id_}/text/{key}", spot.at(key)
        if isinstance(one, When):
            out.append(linker.when(full, one, where))
        else:
            out.append(Paragraph(full, None, linker.text(one, where), None))
    return tuple(out)
