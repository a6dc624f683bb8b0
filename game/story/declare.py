"""What a story declares: its names, and what the state remembers of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.story.authored import NumberVariable, OneOfVariable, Variable
from game.story.diagnostics import Problems, near
from game.story.gather import Found, Gathered, Spot, one_space
from game.story.model import Person, Slot
from game.story.passages import once_name
from game.story.text import flat

MOST_SLOTS = 2000
MOST_VALUES = 256
"""Values of one number: the proof keeps a set of them for each passage."""


def names_in_one_space(all_: Gathered, problems: Problems) -> None:
    """Variables, people and values: no name may mean two things."""
    head, spot = all_.head
    values: dict[str, Spot] = {v: spot.at("scale", n) for n, v in enumerate(head.scale)}
    for found in all_.variables.values():
        if isinstance(found.form, OneOfVariable):
            for n, value in enumerate(found.form.values):
                where = n if isinstance(found.form.values, list) else value
                values.setdefault(value, found.spot.at("values", where))
            if isinstance(found.form.values, list):
                _no_repeats(found.form.values, found.spot.at("values"), problems)
    _no_repeats(head.scale, spot.at("scale"), problems)
    one_space(
        {
            "a variable": {n: v.spot for n, v in all_.variables.items()},
            "a person": {n: p.spot for n, p in all_.people.items()},
            "a value": values,
        },
        problems,
    )


def _no_repeats(names: list[str], spot: Spot, problems: Problems) -> None:
    for n, name in enumerate(names):
        if name in names[:n]:
            where = spot.at(n)
            first = spot.at(names.index(name)).place
            where.wrong(
                problems,
                "N03",
                name=name,
                what="in this list",
                first=f"{first.file}:{first.line}",
            )


def slots(all_: Gathered, problems: Problems) -> list[Slot]:
    """What the state remembers by declaration: variables, stances, and the flags of `once`."""
    out = [_variable(name, found, problems) for name, found in all_.variables.items()]
    scale = tuple(all_.head.form.scale)
    for name, person in all_.people.items():
        if person.form.stance is not None:
            at = person.spot.at("stance")
            start = _index(person.form.stance, scale, at, "stance", "scale", problems)
            words = tuple(s.replace("_", " ") for s in scale)
            high, place = max(1, len(scale) - 1), person.spot.key_place
            out.append(Slot(name, "stance", 0, high, start, words, "", scale, place))
    for passage, found in all_.passages.items():
        for choice, form in (found.form.choices or {}).items():
            if form.once:
                out.append(Slot(once_name(passage, choice), "once", 0, 1, 0))
    if len(out) > MOST_SLOTS:
        problems.add(
            "F10",
            all_.head.spot.key_place,
            what="variables, people and `once` together",
            found=len(out),
            limit=MOST_SLOTS,
            mend="A story needs far fewer.",
        )
    return out


def _variable(name: str, found: Found[Variable], problems: Problems) -> Slot:
    form, spot = found
    if isinstance(form, NumberVariable):
        return _number(name, form, spot, problems)
    if isinstance(form, OneOfVariable):
        ids = tuple(form.values)
        words = (
            tuple(flat(printed) for printed in form.values.values())
            if isinstance(form.values, dict)
            else tuple(v.replace("_", " ") for v in ids)
        )
        at = spot.at("start")
        start = _index(form.start, ids, at, "value", f"{name}: values", problems)
        return Slot(name, "one_of", 0, len(ids) - 1, start, words, form.about, ids, spot.key_place)
    return Slot(name, "flag", 0, 1, int(form.start), (), form.about, place=spot.key_place)


def _number(name: str, form: NumberVariable, spot: Spot, problems: Problems) -> Slot:
    low, high, start = form.from_, form.to, form.start
    to = spot.at("to")
    if high - low >= MOST_VALUES:
        to.wrong(
            problems,
            "F10",
            what="a number has too many values",
            found=high - low + 1,
            limit=MOST_VALUES,
            mend="Choose a smaller range.",
        )
        high = low + MOST_VALUES - 1
    elif low >= high:
        to.wrong(
            problems,
            "F11",
            why=f"`to` is {high}, which is not above `from`, {low}",
            mend="Give `to` a larger number.",
        )
        high = low + 1
    if not low <= start <= high:
        at = spot.at("start")
        at.wrong(
            problems,
            "X04",
            value=f"`{start}`",
            what=f"`{name}`",
            range=f"{low} to {high}",
            mend="Start inside the range.",
        )
        start = low
    return Slot(name, "number", low, high, start, (), form.about, place=spot.key_place)


def _index(
    name: str, known: Sequence[str], spot: Spot, what: str, section: str, problems: Problems
) -> int:
    if name in known:
        return known.index(name)
    spot.wrong(
        problems,
        "N04",
        what=what,
        name=name,
        near=near(name, known),
        section=section,
    )
    return 0


def members(all_: Gathered, problems: Problems) -> dict[str, list[str]]:
    """Who is in each group, in the order of the people."""
    found: dict[str, list[str]] = {g: [] for g in all_.groups}
    for person, (form, spot) in all_.people.items():
        for n, group in enumerate(form.groups):
            if group in found:
                found[group].append(person)
            else:
                _index(group, list(found), spot.at("groups", n), "group", "groups", problems)
    for group, those in found.items():
        if not those:
            spot = all_.groups[group].spot
            spot.wrong_key(
                problems,
                "N06",
                name=group,
                mend="Name it in the `groups` of somebody, or take it out.",
            )
    return found


def people(all_: Gathered, slot_of: Mapping[str, int]) -> dict[str, Person]:
    """Everybody in the story, with the slots of their stances."""
    return {
        i: Person(
            i,
            flat(p.form.name),
            flat(p.form.about or ""),
            slot_of[i] if p.form.stance is not None else -1,
            tuple(p.form.groups),
        )
        for i, p in all_.people.items()
    }
