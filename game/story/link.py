"""From what was written to what can be played: every name resolved, every condition typed.

`link` makes a `Story` of gathered forms, or reports everything that stands in the way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from game.story import declare, graph
from game.story.authored import HeadForm, Likeness, OneOfVariable, SceneForm, SkipForm, When
from game.story.diagnostics import Problems
from game.story.gather import MAIN, Found, Gathered, Spot
from game.story.linker import Linker
from game.story.model import (
    Act,
    Card,
    Credit,
    Cut,
    Debrief,
    Note,
    Paragraph,
    Passage,
    Picture,
    Record,
    Scene,
    Sound,
    Source,
    Story,
)
from game.story.passages import passage
from game.story.scope import Scope
from game.story.text import flat
from game.story.unreachable import unreachable


def link(
    all_: Gathered, fingerprint: str, problems: Problems, lost: Collection[str] = ()
) -> Story | None:
    """The story, or None with everything wrong in `problems`.

    `fingerprint` is the hash of the source files, which a save remembers; `lost` are ids whose
    declaration has been found wrong, of which nothing more is said (`game.story.salvage`).
    """
    head = all_.head.form
    declare.names_in_one_space(all_, problems)
    slots = declare.slots(all_, problems)
    members = declare.members(all_, problems)
    scope = Scope(
        slots,
        head.scale,
        members,
        all_.passages.keys(),
        ordered={
            name
            for name, v in all_.variables.items()
            if isinstance(v.form, OneOfVariable) and v.form.ordered
        },
        people=all_.people.keys(),
    )
    linker = Linker(all_, scope, {s.name: n for n, s in enumerate(slots)}, problems, lost)
    passages = {id_: passage(linker, id_, found) for id_, found in all_.passages.items()}
    scenes = {id_: _scene(id_, found, linker) for id_, found in all_.scenes.items()}
    if any(p.scene == MAIN for p in all_.passages.values()) and MAIN not in scenes:
        title, place = flat(head.title), flat(head.place)
        scenes[MAIN] = Scene(MAIN, title, None, place, None, None, None, None, (), (), ())
    passages = _asked(passages, scope)
    _head_names(all_, linker)
    never = unreachable(linker, passages, scenes)
    if not lost:
        _unused(all_, scope, passages.values(), scenes.values(), linker)
        graph.check(all_, passages, problems)
    if problems:
        return None
    return Story(
        id=head.id,
        title=flat(head.title),
        fingerprint=fingerprint,
        language=head.language,
        year=head.year,
        place=flat(head.place),
        summary=flat(head.summary),
        start=head.start,
        player=(flat(head.player.name), flat(head.player.about)),
        portraits=_portraits(head, all_),
        reading_age=head.reading_age,
        minutes=head.minutes,
        content_notes=_texts(head.content_notes),
        scale=tuple(head.scale),
        acts=tuple(Act(i, flat(a.title), a.minutes, flat(a.stop)) for i, a in head.acts.items()),
        cut=_cut(head),
        debrief=_debrief(head),
        credits=tuple(Credit(flat(c.role), flat(c.who)) for c in head.credits),
        poster=head.poster,
        slots=tuple(scope.final_slots()),
        people=declare.people(all_, linker.slot_of),
        groups={g: tuple(p) for g, p in members.items()},
        scenes=scenes,
        notes={
            i: Note(i, n.form.label, flat(n.form.text), tuple(n.form.sources))
            for i, n in all_.notes.items()
        },
        sources={
            i: Source(i, flat(s.form.text), flat(s.form.kind)) for i, s in all_.sources.items()
        },
        pictures={
            i: Picture(i, flat(p.form.description), p.form.file) for i, p in all_.pictures.items()
        },
        sounds={
            i: Sound(i, flat(s.form.caption), s.form.kind, s.form.file)
            for i, s in all_.sounds.items()
        },
        unreachable=never,
        passages=passages,
    )


def _asked(passages: Mapping[str, Passage], scope: Scope) -> dict[str, Passage]:
    """The passages, with the slots of `seen` and `visits` where something asked for them."""
    asked = {(s.kind, s.name): n for n, s in enumerate(scope.final_slots())}
    return {
        id_: p._replace(seen=asked.get(("seen", id_), -1), visits=asked.get(("visits", id_), -1))
        for id_, p in passages.items()
    }


def _texts(texts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((i, flat(t)) for i, t in texts.items())


def _scene(id_: str, found: Found[SceneForm], linker: Linker) -> Scene:
    form, spot = found
    for key in ("picture", "music", "ambience"):
        linker.asset(getattr(form, key), spot.at(key))
    if form.act is not None:
        linker.known(form.act, linker.all.head.form.acts, spot.at("act"), "act", "acts")
    for n, note in enumerate(form.notes):
        linker.known(note, linker.all.notes, spot.at("notes", n), "note", "notes")
    _skip(id_, form.skip, spot.at("skip"), linker)
    cards: list[Card] = []
    for key, card in form.know.items():
        full = f"know/{id_}/{key}"
        where = spot.at("know", key)
        if isinstance(card, When):
            cards.append(Card(full, linker.when(full, card, where)))
        else:
            cards.append(Card(full, Paragraph(full, None, linker.text(card, where), None)))
    return Scene(
        id_,
        flat(form.title),
        form.act,
        flat(form.place) if form.place else None,
        flat(form.when) if form.when else None,
        form.picture,
        form.music,
        form.ambience,
        tuple(form.notes),
        _texts(form.content_notes),
        tuple(cards),
    )


def _skip(scene: str, form: SkipForm | None, spot: Spot, linker: Linker) -> None:
    """Check where a scene can be left out: on a screen of its own that offers something."""
    if form is None:
        return
    linker.target(form.to, spot.at("to"))
    at = spot.at("from")
    if not linker.target(form.from_, at):
        return
    passage = linker.all.passages[form.from_]
    trouble = None
    if passage.scene != scene or passage.flow is not None:
        trouble = f"`{form.from_}` is not a passage of this scene"
    elif passage.form.choices is None and passage.form.meeting is None:
        trouble = f"no screen stops at `{form.from_}` to offer anything"
    if trouble:
        mend = "Name the passage of the scene whose choices offer to leave it out."
        at.wrong(linker.problems, "G03", what=trouble, mend=mend)


def _cut(head: HeadForm) -> Cut | None:
    cut = head.classroom_cut
    return Cut(cut.minutes, tuple(cut.skips), tuple(cut.votes)) if cut else None


def _portraits(head: HeadForm, all_: Gathered) -> dict[str, dict[str, str]]:
    """The images of everybody who has some, as plain names of moods and files."""
    forms: dict[str, Mapping[Likeness, str]] = {"you": head.player.portraits}
    forms.update((i, p.form.portraits) for i, p in all_.people.items())
    plain: dict[str, dict[str, str]] = {}
    for person, files in forms.items():
        for shows, file in files.items():
            plain.setdefault(person, {})[shows] = file
    return plain


def _debrief(head: HeadForm) -> Debrief:
    form = head.debrief
    if form is None:
        return Debrief((), "", ())
    return Debrief(
        tuple(Record(i, r.label, flat(r.text), tuple(r.sources)) for i, r in form.record.items()),
        flat(form.against),
        tuple(flat(q) for q in form.questions),
    )


def _head_names(all_: Gathered, linker: Linker) -> None:
    """The names that stand in the head and in notes."""
    head, spot = all_.head
    linker.target(head.start, spot.at("start"))
    if head.start in all_.passages and all_.passages[head.start].flow is not None:
        spot.at("start").wrong(
            linker.problems,
            "G03",
            what=f"`{head.start}` belongs to a flow",
            mend="Start the story with a passage outside flows.",
        )
    if head.poster is not None:
        linker.known(head.poster, all_.pictures, spot.at("poster"), "picture", "pictures")
    cited: list[tuple[list[str], str, Spot]] = [
        (n.form.sources, n.form.label, n.spot) for n in all_.notes.values()
    ]
    if head.debrief is not None:
        cited += [
            (r.sources, r.label, spot.at("debrief", "record", i))
            for i, r in head.debrief.record.items()
        ]
    for sources, label, where in cited:
        for n, source in enumerate(sources):
            linker.known(source, all_.sources, where.at("sources", n), "source", "sources")
        if not sources and label != "invented":
            where.wrong_key(
                linker.problems,
                "F11",
                why=f"`{where.path[-1]}` is {label} and names no source",
                mend="Add `sources:` with at least one, or label it `invented`.",
            )
    if head.classroom_cut is not None:
        _check_cut(all_, linker, spot.at("classroom_cut"))


def _check_cut(all_: Gathered, linker: Linker, spot: Spot) -> None:
    cut = all_.head.form.classroom_cut
    assert cut is not None
    for n, scene in enumerate(cut.skips):
        where = spot.at("skips", n)
        if linker.known(scene, all_.scenes, where, "scene", "scenes/") and (
            all_.scenes[scene].form.skip is None
        ):
            where.wrong(
                linker.problems,
                "G09",
                problem=f"scene `{scene}` has no `skip`",
                mend="Give the scene a `skip`, so that the class is told what it missed.",
            )
    for n, vote in enumerate(cut.votes):
        where = spot.at("votes", n)
        if linker.target(vote, where):
            form = all_.passages[vote].form
            if form.choices is None and form.meeting is None:
                where.wrong(
                    linker.problems,
                    "G09",
                    problem=f"there is nothing to vote on in `{vote}`",
                    mend="Name a passage with choices or a meeting.",
                )


def _unused(
    all_: Gathered,
    scope: Scope,
    passages: Iterable[Passage],
    scenes: Iterable[Scene],
    linker: Linker,
) -> None:
    """Report variables that nothing reads, and notes and flows that nothing uses."""
    problems = linker.problems
    for n, (name, found) in enumerate(all_.variables.items()):
        # A read that is misspelt is no reason to call what it means unread.
        if n not in scope.read and not linker.misread:
            found.spot.wrong_key(problems, "N05", name=name)
    passages = list(passages)
    notes = {n for p in passages for n in p.notes} | {n for s in scenes for n in s.notes}
    for name, note in all_.notes.items():
        if name not in notes:
            note.spot.wrong_key(
                problems,
                "N06",
                name=name,
                mend="Name it in the `notes` of a passage or a scene, or take it out.",
            )
    called = {p.form.call for p in all_.passages.values()}
    for name, flow in all_.flows.items():
        if name not in called:
            flow.spot.wrong_key(
                problems,
                "N06",
                name=name,
                mend=f"Write `call: {name}` in a passage, or take the flow out.",
            )
