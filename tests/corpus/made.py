"""Stories that are made, not written: valid ones of the whole format, with the rules they follow.

`made_story` makes the data of a story's files and, beside them, the same story as plain Python
functions. `Walk` plays those by section 9 of the specification and knows nothing of the engine: so
it can be asked what a screen should have been.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random
from typing import Any, NamedTuple

from hypothesis import strategies as st

SIGNS: dict[str, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass
class World:
    """What the rules remember: values by name (a word is its place in its list), and the rest."""

    values: dict[str, int]
    seen: set[str] = field(default_factory=set)
    visits: dict[str, int] = field(default_factory=dict)
    once: set[str] = field(default_factory=set)


class LeavesRangeError(Exception):
    """An effect of the rules that leaves its range."""


Test = Callable[[World], bool]
Number = Callable[[World], int]
Do = Callable[[World], None]


class Cond(NamedTuple):
    """A condition as it is written and what it means. `rank`: 0 or, 1 and, 2 not, 3 the rest."""

    text: str
    rank: int
    holds: Test


class Eff(NamedTuple):
    """An effect as it is written and what it does."""

    text: str
    do: Do


class Prose(NamedTuple):
    """A text as it is written and what it prints."""

    text: str
    prints: Callable[[World], str]


class Names(NamedTuple):
    """What conditions and effects can name."""

    flags: list[str]
    numbers: dict[str, tuple[int, int]]
    one_ofs: dict[str, tuple[tuple[str, ...], bool]]
    scale: list[str]
    people: list[str]
    """Those who have a stance."""
    groups: dict[str, list[str]]
    passages: list[str]


class Option(NamedTuple):
    """A choice by the rules."""

    id: str
    condition: Cond | None
    locked: Prose | None
    effects: list[Eff]
    once: bool
    to: str


class Rule(NamedTuple):
    """A passage by the rules."""

    effects: list[Eff]
    paragraphs: list[tuple[str, Cond | None, Prose, Prose | None]]
    choices: list[Option]
    jumps: list[tuple[Cond | None, str]]
    call: str | None
    hands: list[tuple[str, list[tuple[str, Cond | None, str]]]]
    needs: tuple[bool, int, int] | None
    carried: str
    lost: str
    ending: bool
    returns: bool


class Made(NamedTuple):
    """A made story: the data of its files, and its rules."""

    seed: int
    files: dict[str, Any]
    rules: dict[str, Rule]
    start: str
    skips: dict[str, str]
    values: dict[str, int]

    def __repr__(self) -> str:
        """The files: what a failing test should show."""
        return f"Made({self.seed}, {self.files!r})"


# --- what is made --------------------------------------------------------------------------------

HANDS = ("up", "down", "abstain")
WORDS = "rain wharf eggs the a of tin 12 émigré 船 {{so}} to.".split()


def yes(chance: Random) -> bool:
    """One of two."""
    return chance.random() < 0.5


def some_words(chance: Random) -> str:
    """Some words, or none."""
    return " ".join(chance.choices(WORDS, k=chance.randint(0, 6)))


def _signed(chance: Random, left: str, value: Number, low: int, high: int) -> Cond:
    """`left` compared with a constant of its range, either way round."""
    constant = chance.randint(low, high)
    sign = chance.choice(sorted(SIGNS))
    holds = SIGNS[sign]
    if chance.randint(0, 3):
        return Cond(f"{left} {sign} {constant}", 3, lambda w: holds(value(w), constant))
    return Cond(f"{constant} {sign} {left}", 3, lambda w: holds(constant, value(w)))


def _listed(chance: Random, left: str, value: Number, words: Sequence[str]) -> Cond:
    """`left` among some of the words it can be."""
    chosen = chance.choices(range(len(words)), k=chance.randint(1, 3))
    within = ", ".join(words[n] for n in chosen) + ("," if len(chosen) == 1 else "")
    if yes(chance):
        return Cond(f"{left} in ({within})", 3, lambda w: value(w) in chosen)
    return Cond(f"{left} not in ({within})", 3, lambda w: value(w) not in chosen)


def _flag(chance: Random, names: Names) -> Cond:
    name = chance.choice(names.flags)
    return Cond(name, 3, lambda w: w.values[name] == 1)


def _number(chance: Random, names: Names) -> Cond:
    name = chance.choice(sorted(names.numbers))
    low, high = names.numbers[name]
    value: Number = lambda w: w.values[name]  # noqa: E731 - its words stand beside it
    kind = chance.randint(0, 4)
    if kind == 0:
        low, high = sorted((chance.randint(low, high), chance.randint(low, high)))
        return Cond(f"{low} <= {name} <= {high}", 3, lambda w: low <= value(w) <= high)
    if kind == 1:
        step = chance.randint(1, 3)
        if yes(chance):
            return _signed(
                chance, f"{name} + {step}", lambda w: value(w) + step, low + step, high + step
            )
        return _signed(
            chance, f"{name} - {step}", lambda w: value(w) - step, low - step, high - step
        )
    if kind == 2:
        other = chance.choice(sorted(names.numbers))
        sign = chance.choice(sorted(SIGNS))
        return Cond(f"{name} {sign} {other}", 3, lambda w: SIGNS[sign](value(w), w.values[other]))
    if kind == 3:
        chosen = chance.choices(range(low, high + 1), k=chance.randint(2, 3))
        within = ", ".join(map(str, chosen))
        return Cond(f"{name} in ({within})", 3, lambda w: value(w) in chosen)
    return _signed(chance, name, value, low, high)


def _difference(chance: Random, names: Names) -> Cond:
    one, other = (chance.choice(sorted(names.numbers)) for _ in range(2))
    low, high = names.numbers[one]
    least, most = names.numbers[other]
    return _signed(
        chance,
        f"{one} - {other}",
        lambda w: w.values[one] - w.values[other],
        low - most,
        high - least,
    )


def _words(chance: Random, name: str, words: Sequence[str], *, ordered: bool) -> Cond:
    value: Number = lambda w: w.values[name]  # noqa: E731
    if chance.randint(0, 3) == 0:
        return _listed(chance, name, value, words)
    sign = chance.choice(sorted(SIGNS) if ordered else ["==", "!="])
    place = chance.randint(0, len(words) - 1)
    holds = SIGNS[sign]
    if chance.randint(0, 3) == 0:
        return Cond(f"{words[place]} {sign} {name}", 3, lambda w: holds(place, value(w)))
    return Cond(f"{name} {sign} {words[place]}", 3, lambda w: holds(value(w), place))


def _one_of(chance: Random, names: Names) -> Cond:
    name = chance.choice(sorted(names.one_ofs))
    words, ordered = names.one_ofs[name]
    return _words(chance, name, words, ordered=ordered)


def _stance(chance: Random, names: Names) -> Cond:
    name = chance.choice(names.people)
    if chance.randint(0, 4) == 0:
        other = chance.choice(names.people)
        sign = chance.choice(sorted(SIGNS))
        return Cond(
            f"{name} {sign} {other}", 3, lambda w: SIGNS[sign](w.values[name], w.values[other])
        )
    return _words(chance, name, names.scale, ordered=True)


def counted(chance: Random, names: Names) -> tuple[str, Number, int]:
    """A `count`, what it counts, and the most it can be."""
    body = _words(chance, "stance", names.scale, ordered=True)
    if yes(chance):
        joint = chance.choice(["and", "or"])
        second = _words(chance, "stance", names.scale, ordered=True)
        either = any if joint == "or" else all
        both = (body.holds, second.holds)
        body = Cond(
            f"{body.text} {joint} {second.text}", 0, lambda w: either(one(w) for one in both)
        )
    group = chance.choice([None, *sorted(names.groups)])
    people = names.people if group is None else names.groups[group]
    text = f"count({body.text})" if group is None else f"count({body.text}, among={group})"

    def count(world: World) -> int:
        return sum(body.holds(World({"stance": world.values[person]})) for person in people)

    return text, count, len(people)


def _count(chance: Random, names: Names) -> Cond:
    text, count, most = counted(chance, names)
    return _signed(chance, text, count, 0, most)


def _seen(chance: Random, names: Names) -> Cond:
    passage = chance.choice(names.passages)
    return Cond(f"seen({passage})", 3, lambda w: passage in w.seen)


def _visits(chance: Random, names: Names) -> Cond:
    passage = chance.choice(names.passages)
    return _signed(chance, f"visits({passage})", lambda w: w.visits.get(passage, 0), 0, 4)


def _constant(chance: Random, names: Names) -> Cond:  # noqa: ARG001 - as the others
    so = yes(chance)
    return Cond(str(so) if yes(chance) else str(so).lower(), 3, lambda _: so)


def condition(chance: Random, names: Names, depth: int = 2) -> Cond:
    """Any condition, with no more brackets than it needs."""
    if depth and chance.randint(0, 2) == 0:
        joint, rank = chance.choice([("or", 0), ("and", 1), ("not", 2)])
        if joint == "not":
            one = condition(chance, names, depth - 1)
            return Cond(f"not {_bracketed(one, 2)}", 2, lambda w: not one.holds(w))
        parts = [condition(chance, names, depth - 1) for _ in range(chance.randint(2, 3))]
        text = f" {joint} ".join(_bracketed(part, rank + 1) for part in parts)
        tests = [part.holds for part in parts]
        if joint == "or":
            return Cond(text, rank, lambda w: any(test(w) for test in tests))
        return Cond(text, rank, lambda w: all(test(w) for test in tests))
    kinds: list[Callable[[Random, Names], Cond]] = [
        _seen,
        _visits,
        _constant,
        _flag,
        _number,
        _difference,
    ]
    if names.one_ofs:
        kinds.append(_one_of)
    if names.people:
        kinds += [_stance, _count]
    return chance.choice(kinds)(chance, names)


def _bracketed(one: Cond, rank: int) -> str:
    return one.text if one.rank >= rank else f"({one.text})"


def effect(chance: Random, names: Names) -> Eff:
    """Any effect."""
    kinds: list[Callable[[Random, Names], Eff]] = [_set_flag, _set_number, _move_number]
    if names.one_ofs:
        kinds.append(_set_one_of)
    if names.people:
        kinds += [_set_stance, _move_stance]
    return chance.choice(kinds)(chance, names)


def _set_flag(chance: Random, names: Names) -> Eff:
    name = chance.choice(names.flags)
    one = condition(chance, names, 1)

    def do(world: World) -> None:
        world.values[name] = int(one.holds(world))

    return Eff(f"{name} = {one.text}", do)


def _within(names: Names, name: str, value: Number) -> Do:
    low, high = names.numbers[name]

    def do(world: World) -> None:
        new = value(world)
        if not low <= new <= high:
            raise LeavesRangeError
        world.values[name] = new

    return do


def _set_number(chance: Random, names: Names) -> Eff:
    name = chance.choice(sorted(names.numbers))
    low, high = names.numbers[name]
    kind = chance.randint(0, 3 if names.people else 2)
    if kind == 0:
        constant = chance.randint(low, high)
        return Eff(f"{name} = {constant}", _within(names, name, lambda _: constant))
    if kind == 1:
        # Every range holds 0, so what another number is can always be.
        other = chance.choice(sorted(names.numbers))
        return Eff(f"{name} = {other}", _within(names, name, lambda w: w.values[other]))
    if kind == 2:
        limit, step = chance.randint(low, high), chance.randint(1, high - low)
        if yes(chance):
            return Eff(
                f"{name} = up_to({limit}, {name} + {step})",
                _within(names, name, lambda w: min(limit, w.values[name] + step)),
            )
        return Eff(
            f"{name} = down_to({limit}, {name} - {step})",
            _within(names, name, lambda w: max(limit, w.values[name] - step)),
        )
    text, count, _ = counted(chance, names)
    return Eff(f"{name} = {text}", _within(names, name, count))


def _move_number(chance: Random, names: Names) -> Eff:
    name = chance.choice(sorted(names.numbers))
    low, high = names.numbers[name]
    step = chance.randint(1, max(1, (high - low) // 2))
    if yes(chance):
        return Eff(f"{name} += {step}", _within(names, name, lambda w: w.values[name] + step))
    return Eff(f"{name} -= {step}", _within(names, name, lambda w: w.values[name] - step))


def _set(name: str, value: int) -> Do:
    def do(world: World) -> None:
        world.values[name] = value

    return do


def _set_one_of(chance: Random, names: Names) -> Eff:
    name = chance.choice(sorted(names.one_ofs))
    words = names.one_ofs[name][0]
    place = chance.randint(0, len(words) - 1)
    return Eff(f"{name} = {words[place]}", _set(name, place))


def _set_stance(chance: Random, names: Names) -> Eff:
    name = chance.choice(names.people)
    place = chance.randint(0, len(names.scale) - 1)
    return Eff(f"{name} = {names.scale[place]}", _set(name, place))


def _move_stance(chance: Random, names: Names) -> Eff:
    name = chance.choice(names.people)
    step = chance.randint(1, 9)
    sign = chance.choice("+-")
    top = len(names.scale) - 1

    def do(world: World) -> None:
        moved = world.values[name] + (step if sign == "+" else -step)
        world.values[name] = min(top, max(0, moved))

    return Eff(f"{name} {sign}= {step}", do)


def effects(chance: Random, names: Names) -> list[Eff]:
    """A few effects, or none."""
    return [effect(chance, names) for _ in range(chance.choice([0, 0, 0, 1, 1, 2, 3]))]


def prose(chance: Random, names: Names) -> Prose:
    """A text, perhaps with a read in it."""
    said = f"Say {some_words(chance)}."
    plain = said.replace("{{", "{").replace("}}", "}")
    kind = chance.randint(0, 4)
    if kind == 0:
        name = chance.choice(sorted(names.numbers))
        return Prose(f"{said} {{{name}}}!", lambda w: f"{plain} {w.values[name]}!")
    if kind == 1 and names.one_ofs:
        name = chance.choice(sorted(names.one_ofs))
        spoken = [word.replace("_", " ") for word in names.one_ofs[name][0]]
        return Prose(f"{said} {{{name}}}!", lambda w: f"{plain} {spoken[w.values[name]]}!")
    if kind == 2:
        return Prose(f"{said}\n\nAgain.", lambda _: f"{plain}\nAgain.")
    return Prose(said, lambda _: plain)


def _optional(condition: Cond | None, data: dict[str, Any]) -> dict[str, Any]:
    return data if condition is None else {"if": condition.text, **data}


def _passage(
    chance: Random, names: Names, ways: Ways, kind: str, people: list[str]
) -> tuple[dict[str, Any], Rule]:
    """One passage of a kind, as data and as a rule."""
    data: dict[str, Any] = {}
    done = effects(chance, names)
    if done:
        data["effects"] = [one.text for one in done]
    paragraphs = _paragraphs(chance, names, ways.id, data)
    rule = Rule(done, paragraphs, [], [], None, [], None, "", "", ending=False, returns=False)
    if kind == "choices":
        rule = rule._replace(choices=_choices(chance, names, ways, data))
    elif kind in ("to", "call"):
        if kind == "call":
            data["call"] = chance.choice(ways.flows)
        rule = rule._replace(jumps=_jumps(chance, names, ways, data), call=data.get("call"))
    elif kind == "meeting":
        rule = _meeting(chance, names, ways, people, data, rule)
    elif kind == "ending":
        data["ending"] = {
            "title": f"End of {ways.id}",
            "debrief": some_words(chance) or "It ended.",
        }
        rule = rule._replace(ending=True)
    else:
        data["return"] = True
        rule = rule._replace(returns=True)
    for key in ("mood", "speaker"):
        if chance.randint(0, 5) == 0:
            data[key] = chance.choice(["warm"] if key == "mood" else ["you", *people])
    return data, rule


class Ways(NamedTuple):
    """Where a passage may lead: anywhere by a choice, only further on by a jump."""

    id: str
    anywhere: list[str]
    onward: list[str]
    flows: list[str]


def _paragraphs(
    chance: Random, names: Names, id_: str, data: dict[str, Any]
) -> list[tuple[str, Cond | None, Prose, Prose | None]]:
    many = chance.randint(0, 3)
    if many == 0 and yes(chance):
        text = prose(chance, names)
        data["text"] = text.text
        return [(f"{id_}/text", None, text, None)]
    out: list[tuple[str, Cond | None, Prose, Prose | None]] = []
    written: dict[str, Any] = {}
    for n in range(many):
        text, key = prose(chance, names), f"t{n}"
        if yes(chance):
            out.append((f"{id_}/text/{key}", None, text, None))
            written[key] = text.text
            continue
        one = condition(chance, names)
        other = prose(chance, names) if yes(chance) else None
        out.append((f"{id_}/text/{key}", one, text, other))
        written[key] = {"if": one.text, "text": text.text}
        if other is not None:
            written[key]["else"] = other.text
    if written:
        data["text"] = written
    return out


def _choices(chance: Random, names: Names, ways: Ways, data: dict[str, Any]) -> list[Option]:
    out: list[Option] = []
    data["choices"] = {}
    for n in range(chance.randint(2, 4)):
        # Most first choices are open, or most stories would be stuck before they begin.
        bound = chance.random() < (0.15 if n == 0 else 0.5)
        one = condition(chance, names) if bound else None
        locked = prose(chance, names) if one is not None and yes(chance) else None
        done = effects(chance, names)
        once = n > 0 and chance.randint(0, 5) == 0
        to = chance.choice(ways.anywhere)
        out.append(Option(f"{ways.id}/c{n}", one, locked, done, once, to))
        written = _optional(one, {"text": prose(chance, names).text, "to": to})
        if locked is not None:
            written["locked"] = locked.text
        if done:
            written["effects"] = [each.text for each in done]
        if once:
            written["once"] = True
        data["choices"][f"c{n}"] = written
    return out


def _jumps(
    chance: Random, names: Names, ways: Ways, data: dict[str, Any]
) -> list[tuple[Cond | None, str]]:
    targets = chance.sample(ways.onward, chance.randint(1, min(3, len(ways.onward))))
    if len(targets) == 1:
        data["to"] = targets[0]
        return [(None, targets[0])]
    out: list[tuple[Cond | None, str]] = [(condition(chance, names), to) for to in targets[:-1]]
    out.append((None, targets[-1]))
    data["to"] = [_optional(one, {"to": to}) for one, to in out]
    return out


def _meeting(
    chance: Random, names: Names, ways: Ways, people: list[str], data: dict[str, Any], rule: Rule
) -> Rule:
    voters = chance.sample(["you", *people], chance.randint(1, 1 + len(people)))
    hands: list[tuple[str, list[tuple[str, Cond | None, str]]]] = []
    written: dict[str, Any] = {}
    for person in voters:
        stem = f"{ways.id}/hands/{person}"
        if yes(chance):
            hand = chance.choice(HANDS)
            written[person] = {"always": hand, "text": prose(chance, names).text}
            hands.append((person, [(f"{stem}/always", None, hand)]))
            continue
        lines: list[tuple[str, Cond | None, str]] = [
            (f"l{n}", condition(chance, names), chance.choice(HANDS))
            for n in range(chance.randint(0, 2))
        ]
        lines.append(("else", None, chance.choice(HANDS)))
        written[person] = {
            key: _optional(one, {"hand": hand, "text": prose(chance, names).text})
            for key, one, hand in lines
        }
        hands.append((person, [(f"{stem}/{key}", one, hand) for key, one, hand in lines]))
    reaching = yes(chance)
    over, under = chance.choice([(1, 2), (1, 2), (1, 2), (2, 3), (1, 3), (1, 99)])
    carried = chance.choice(ways.anywhere)
    lost = chance.choice(ways.anywhere)
    data["meeting"] = {
        "motion": prose(chance, names).text,
        "voters": chance.sample(voters, len(voters)),
        "needs": f"{'at least' if reaching else 'more than'} {over}/{under}",
        "hands": written,
        "carried": carried,
        "lost": lost,
    }
    return rule._replace(hands=hands, needs=(reaching, over, under), carried=carried, lost=lost)


def _names(chance: Random, passages: list[str]) -> tuple[Names, dict[str, Any], dict[str, int]]:
    """Names to ask about, the sections that declare them, and their values at the start."""
    variables: dict[str, Any] = {}
    values: dict[str, int] = {}
    flags = [f"flag{n}" for n in range(chance.randint(1, 2))]
    for name in flags:
        so = yes(chance)
        values[name] = int(so)
        variables[name] = {"type": "flag", "start": so, "about": "A flag."}
    numbers = {}
    for n in range(chance.randint(1, 2)):
        low, high = chance.randint(-5, 0), chance.randint(1, 6)
        start = chance.randint(low, high)
        numbers[f"n{n}"] = (low, high)
        values[f"n{n}"] = start
        variables[f"n{n}"] = {
            "type": "number",
            "from": low,
            "to": high,
            "start": start,
            "about": "It counts.",
        }
    one_ofs = {}
    for n in range(chance.randint(0, 2)):
        words = tuple(f"w{n}_{k}" for k in range(chance.randint(2, 4)))
        ordered = yes(chance)
        start = chance.randint(0, len(words) - 1)
        one_ofs[f"o{n}"] = (words, ordered)
        values[f"o{n}"] = start
        listed: Any = list(words)
        if yes(chance):
            listed = {word: word.replace("_", " ") for word in words}
        variables[f"o{n}"] = {
            "type": "one_of",
            "values": listed,
            "ordered": ordered,
            "start": words[start],
            "about": "One of them.",
        }
    scale = [f"s{n}" for n in range(chance.randint(2, 4))]
    people: dict[str, Any] = {}
    groups: dict[str, list[str]] = {}
    for n in range(chance.randint(0, 3)):
        person: dict[str, Any] = {"name": f"Person {n}"}
        if chance.randint(0, 3):
            start = chance.randint(0, len(scale) - 1)
            person["stance"] = scale[start]
            values[f"p{n}"] = start
            if yes(chance):
                person["groups"] = ["wharf"]
                groups.setdefault("wharf", []).append(f"p{n}")
        people[f"p{n}"] = person
    sections = {
        "scale": scale,
        "variables": variables,
        "people": people,
        "groups": dict.fromkeys(groups, "A group."),
    }
    stances = [name for name, person in people.items() if "stance" in person]
    names = Names(flags, numbers, one_ofs, scale, stances, groups, passages)
    return names, sections, values


def made_stories() -> st.SearchStrategy[Made]:
    """Any valid story of the format, in one file or in several.

    Only a seed is drawn. Were every word drawn, most stories would be the smallest there are, and
    many of them the same.
    """
    return st.integers(0, 2**48).map(made_story)


def made_story(seed: int) -> Made:
    """The valid story of this seed."""
    chance = Random(seed)
    main = [f"m{n}" for n in range(chance.randint(3, 6))]
    flows = {
        f"f{k}": [f"f{k}_{n}" for n in range(chance.randint(1, 3))]
        for k in range(chance.randint(0, 2))
    }
    # A flow may call those after it, and every flow is called from here.
    calls = [f"call_{flow}" for flow in flows]
    every_passage = [*main, *calls, *(p for those in flows.values() for p in those)]
    names, sections, values = _names(chance, every_passage)
    people = sorted(sections["people"])
    rules: dict[str, Rule] = {}
    passages: dict[str, Any] = {}
    everywhere = [*main, *calls]
    for n, id_ in enumerate(main):
        ways = Ways(id_, everywhere, [*main[n + 1 :], *calls], sorted(flows))
        kinds = ["choices", "choices", "meeting", "to", *(["call"] if flows else [])]
        kind = "ending" if n == len(main) - 1 else chance.choice(kinds) if n else "choices"
        passages[id_], rules[id_] = _passage(chance, names, ways, kind, people)
    for n, id_ in enumerate(calls):
        ways = Ways(id_, everywhere, [*calls[n + 1 :], main[-1]], [list(flows)[n]])
        made = _passage(chance, names, ways, "call", people)
        passages[id_], rules[id_] = made
    written_flows: dict[str, Any] = {}
    for k, (flow, inside) in enumerate(flows.items()):
        those = {}
        for n, id_ in enumerate(inside):
            ways = Ways(id_, inside, inside[n + 1 :], sorted(flows)[k + 1 :])
            kinds = ["choices", "meeting", "to", *(["call"] if ways.flows else [])]
            last = n == len(inside) - 1
            kind = chance.choice(["return", "return", "ending"] if last else kinds)
            those[id_], rules[id_] = _passage(chance, names, ways, kind, people)
        written_flows[flow] = {"start": inside[0], "passages": those}
    _read_everything(passages[main[0]], rules, main[0], names)
    starts = {flow: inside[0] for flow, inside in flows.items()}
    for id_, rule in rules.items():
        rules[id_] = rule._replace(call=starts[rule.call]) if rule.call else rule
    files, skips = _files(chance, sections, passages, written_flows, main)
    return Made(seed, files, rules, main[0], skips, values)


def _read_everything(first: dict[str, Any], rules: dict[str, Rule], id_: str, names: Names) -> None:
    """Read every variable in the first passage: a variable that nothing reads is an error."""
    numbers = " ".join(f"{{{name}}}" for name in [*names.numbers, *names.one_ofs])
    spoken = {
        name: [word.replace("_", " ") for word in words]
        for name, (words, _) in names.one_ofs.items()
    }

    def prints(world: World) -> str:
        read = [str(world.values[name]) for name in names.numbers]
        read += [spoken[name][world.values[name]] for name in names.one_ofs]
        return f"Here {' '.join(read)}."

    text: dict[str, Any] = {"all_numbers": f"Here {numbers}."}
    paragraphs: list[tuple[str, Cond | None, Prose, Prose | None]] = [
        (f"{id_}/text/all_numbers", None, Prose("", prints), None)
    ]
    for name in names.flags:
        text[f"all_{name}"] = {"if": name, "text": "So."}
        holds: Test = lambda w, name=name: w.values[name] == 1  # type: ignore[misc]  # noqa: E731
        one = Cond(name, 3, holds)
        paragraphs.append((f"{id_}/text/all_{name}", one, Prose("So.", lambda _: "So."), None))
    first["text"] = text
    rules[id_] = rules[id_]._replace(paragraphs=paragraphs)


def _files(
    chance: Random,
    sections: dict[str, Any],
    passages: dict[str, Any],
    flows: dict[str, Any],
    main: list[str],
) -> tuple[dict[str, Any], dict[str, str]]:
    """The files of the story, and where a skip is offered and leads."""
    head: dict[str, Any] = {
        "format": 1,
        "id": "made",
        "title": "A made story",
        "language": "en",
        "year": 1938,
        "place": "Port Kembla",
        "summary": some_words(chance) or "It is made.",
        "start": main[0],
        "player": {"name": "Ilija", "about": "You load ships."},
        "reading_age": 12,
        "minutes": 1,
        "content_notes": {},
        "credits": [{"role": "Written by", "who": "Nobody"}],
        **{key: value for key, value in sections.items() if value},
    }
    if flows:
        head["flows"] = flows
    if yes(chance):
        return {"story.yaml": {**head, "passages": passages}}, {}
    ids = list(passages)
    cut = chance.randint(1, len(ids) - 1)
    files: dict[str, Any] = {"story.yaml": head}
    skips: dict[str, str] = {}
    for n, those in enumerate((ids[:cut], ids[cut:])):
        scene: dict[str, Any] = {"scene": f"scene{n}", "title": f"Scene {n}"}
        stops = [id_ for id_ in those if {"choices", "meeting"} & passages[id_].keys()]
        offered: bool = yes(chance)
        if stops and offered:
            start, to = chance.choice(stops), chance.choice(ids)
            scene["skip"] = {"from": start, "to": to, "why": "It is long."}
            skips[start] = to
        scene["passages"] = {id_: passages[id_] for id_ in those}
        files[f"scenes/{n}.yaml"] = scene
    return files, skips


# --- how it is played ----------------------------------------------------------------------------


class Shown(NamedTuple):
    """A screen by the rules."""

    passages: list[str]
    lines: list[tuple[str, str]]
    options: list[tuple[str, str | None]]
    hands: list[tuple[str, str, str]]
    ending: str | None
    fault: str | None


class Walk:
    """Plays a made story by its rules."""

    def __init__(self, made: Made) -> None:
        self._made = made
        self._at = made.start
        self._stack: list[str] = []
        self._world = World(dict(made.values))
        self._past: list[tuple[str, list[str], World]] = []

    def back(self) -> None:
        """Take a choice back."""
        self._at, self._stack, self._world = self._past.pop()

    def screen(self) -> Shown:
        """The screen of the present state."""
        return self._enter()[0]

    def choose(self, option: str) -> None:
        """Take an option; raises LeavesRangeError, and then nothing has changed."""
        _, world, stack, last = self._enter()
        rule = self._made.rules[last]
        end = option.rpartition("/")[2]
        if end == "skip":
            to = self._made.skips[last]
        elif end in ("carried", "lost"):
            to = rule.carried if end == "carried" else rule.lost
        else:
            chosen = next(one for one in rule.choices if one.id == option)
            if chosen.once:
                world.once.add(option)
            for one in chosen.effects:
                one.do(world)
            to = chosen.to
        self._past.append((self._at, self._stack, self._world))
        self._at, self._stack, self._world = to, stack, world

    def _enter(self) -> tuple[Shown, World, list[str], str]:
        world, stack, at = deepcopy(self._world), list(self._stack), self._at
        passages: list[str] = []
        lines: list[tuple[str, str]] = []
        while True:
            rule = self._made.rules[at]
            passages.append(at)
            world.seen.add(at)
            world.visits[at] = world.visits.get(at, 0) + 1
            try:
                for one in rule.effects:
                    one.do(world)
            except LeavesRangeError:
                return Shown(passages, lines, [], [], None, "range"), world, stack, at
            for id_, test, yes, no in rule.paragraphs:
                if test is None or test.holds(world):
                    lines.append((id_, yes.prints(world)))
                elif no is not None:
                    lines.append((f"{id_}/else", no.prints(world)))
            if rule.call is not None:
                stack.append(at)
                at = rule.call
                continue
            if rule.returns:
                rule = self._made.rules[stack.pop()]
            if not rule.jumps:
                break
            at = next(to for test, to in rule.jumps if test is None or test.holds(world))
        return self._stop(passages, lines, world, at), world, stack, at

    def _stop(
        self, passages: list[str], lines: list[tuple[str, str]], world: World, at: str
    ) -> Shown:
        rule = self._made.rules[at]
        options: list[tuple[str, str | None]] = []
        for choice in rule.choices:
            if choice.once and choice.id in world.once:
                continue
            if choice.condition is None or choice.condition.holds(world):
                options.append((choice.id, None))
            elif choice.locked is not None:
                options.append((choice.id, choice.locked.prints(world)))
        hands: list[tuple[str, str, str]] = []
        if rule.needs is not None:
            hands, carried = _voted(rule, world)
            options.append((f"{at}/{'carried' if carried else 'lost'}", None))
        if at in self._made.skips:
            options.append((f"{at}/skip", None))
        stuck = not rule.ending and all(locked is not None for _, locked in options)
        ending = at if rule.ending else None
        return Shown(passages, lines, options, hands, ending, "stuck" if stuck else None)


def _voted(rule: Rule, world: World) -> tuple[list[tuple[str, str, str]], bool]:
    assert rule.needs is not None
    hands = []
    for person, lines in rule.hands:
        id_, _, hand = next(one for one in lines if one[1] is None or one[1].holds(world))
        hands.append((person, hand, id_))
    up = sum(hand == "up" for _, hand, _ in hands)
    voting = up + sum(hand == "down" for _, hand, _ in hands)
    reaching, over, under = rule.needs
    if voting == 0:
        return hands, False
    share, needed = up / voting, over / under
    return hands, share >= needed if reaching else share > needed
