"""Expressions made up by hypothesis, and the story they are about."""

from __future__ import annotations

from hypothesis import strategies as st

from game.story.model import Slot
from game.story.scope import Scope

SCALE = ("against", "unmoved", "listening", "with_us")
DRINKS = ("pub", "cinema", "home")
HEATS = ("cold", "pub", "hot")  # `pub` stands in two lists, at different places
PEOPLE = ("les", "roy", "ada")
GROUPS = {"wharf": ("les", "roy"), "office": ("ada", "clarrie")}
PASSAGES = ("smoko", "kitchen", "class")
NUMBERS = {"fund": (0, 12), "debt": (-3, 3), "year": (1960, 1965)}
FLAGS = ("covered", "late")
ONE_OFS = {"target": DRINKS, "bar": DRINKS, "heat": HEATS}


def made_up_scope() -> Scope:
    """A new scope with everything the expressions name."""
    slots = [Slot(name, "number", low, high, low) for name, (low, high) in NUMBERS.items()]
    slots += [Slot(name, "flag", 0, 1, 0) for name in FLAGS]
    slots += [
        Slot(name, "one_of", 0, len(words) - 1, 0, words, values=words)
        for name, words in ONE_OFS.items()
    ]
    slots += [Slot(name, "stance", 0, 3, 0, SCALE, values=SCALE) for name in PEOPLE]
    return Scope(slots, SCALE, GROUPS, PASSAGES, ordered=["heat"], people=[*PEOPLE, "clarrie"])


EQUALITY = st.sampled_from(("==", "!="))
SIGN = st.sampled_from(("==", "!=", "<", "<=", ">", ">="))


def _joined(*parts: str | st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """The parts one after the other, with spaces."""
    strategies = [st.just(part) if isinstance(part, str) else part for part in parts]
    return st.tuples(*strategies).map(" ".join)


def _in(left: st.SearchStrategy[str], item: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    listed = st.lists(item, min_size=1, max_size=4).map(lambda items: f"({', '.join(items)},)")
    return _joined(left, st.sampled_from(("in", "not in")), listed)


def _combined(simple: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def more(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        joint = st.sampled_from(("and", "or"))
        return st.one_of(
            _joined("not", inner), _joined("(", inner, ")"), _joined(inner, joint, inner)
        )

    return st.recursive(simple, more, max_leaves=5)


_stance = st.sampled_from(SCALE)
_body = _combined(
    st.one_of(
        _joined("stance", SIGN, _stance),
        _joined(_stance, SIGN, "stance"),
        _in(st.just("stance"), _stance),
        _joined(_stance, "<=", "stance", "<", _stance),
    )
)
counts = st.builds(
    lambda body, group: f"count({body}{group})",
    _body,
    st.sampled_from(("", ", among=wharf", ", among=office")),
)
_number = st.one_of(
    st.sampled_from(tuple(NUMBERS)),
    st.integers(0, 14).map(str),
    st.integers(-3, -1).map(str),
    st.just("1962"),
    counts,
)
numbers = st.recursive(
    _number,
    lambda inner: st.one_of(
        _joined(inner, st.sampled_from(("+", "-")), inner),
        st.builds("({} - {})".format, inner, inner),
    ),
    max_leaves=4,
)
_simple = st.one_of(
    st.sampled_from((*FLAGS, "true", "False", *[f"seen({p})" for p in PASSAGES])),
    _joined(numbers, SIGN, numbers),
    _joined(numbers, SIGN, numbers, SIGN, numbers),
    _in(numbers, numbers),
    _joined(st.sampled_from(PEOPLE), SIGN, st.sampled_from((*PEOPLE, *SCALE))),
    _joined(_stance, SIGN, st.sampled_from(PEOPLE)),
    _in(st.sampled_from(PEOPLE), _stance),
    _joined(st.sampled_from(("target", "bar")), EQUALITY, st.sampled_from(("bar", *DRINKS))),
    _joined("heat", SIGN, st.sampled_from(HEATS)),
    _in(st.just("heat"), st.sampled_from(HEATS)),
    st.builds("visits({}) {} {}".format, st.sampled_from(PASSAGES), SIGN, st.integers(0, 6)),
    st.builds("{} <= visits({})".format, st.integers(0, 6), st.sampled_from(PASSAGES)),
    st.builds("visits({}) in ({}, 2)".format, st.sampled_from(PASSAGES), st.integers(0, 6)),
)
conditions = _combined(_simple)
"""Conditions of the right types; a constant may be out of range."""

effects = st.one_of(
    _joined(st.sampled_from(tuple(NUMBERS)), st.sampled_from(("=", "+=", "-=")), numbers),
    st.builds(
        "{} = {}({}, {})".format,
        st.sampled_from(("fund", "debt")),
        st.sampled_from(("up_to", "down_to")),
        st.integers(-3, 12),
        numbers,
    ),
    _joined(st.sampled_from(FLAGS), "=", conditions),
    _joined(st.sampled_from(("target", "bar")), "=", st.sampled_from(("bar", *DRINKS))),
    _joined("heat =", st.sampled_from(HEATS)),
    _joined(st.sampled_from(PEOPLE), "=", st.sampled_from((*PEOPLE, *SCALE))),
    _joined(st.sampled_from(PEOPLE), st.sampled_from(("+=", "-=")), numbers),
    st.builds("les = up_to({}, {})".format, _stance, st.sampled_from(PEOPLE)),
)
"""Effects of the right types; a value may be out of range."""

_scraps = st.sampled_from(
    "and or not in is if else for lambda None True seen( visits( count( among= up_to( ( ) , == = "
    "!= < <= + - * ** / // % . [ ] { } := += && || ! ? ; # ' \" é ≥ 007 1.5 0x1f 1e9 12345678901 "
    "fund les pub stance wharf smoko class clarrie you \n \0 \\ ` ~ @ -> __class__ f'".split(" ")
)


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """What was an expression, with pieces put in, left out or put in place of others."""
    words = draw(st.one_of(conditions, effects)).split(" ")
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(words)))
        words[place : place + draw(st.integers(0, 2))] = draw(st.lists(_scraps, max_size=2))
    return draw(st.sampled_from((" ", ""))).join(words)


hostile = st.one_of(mangled(), st.text(max_size=60), st.lists(_scraps, max_size=12).map(" ".join))
"""Anything at all, most of it nearly an expression."""
