"""Rows and texts worked out, against an interpreter that takes the author's line at its word."""

from __future__ import annotations

import ast
import json
import operator
import subprocess
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game.play.evaluate import condition, render, value
from game.story.expression import parse_condition, parse_effect
from game.story.interval import interval
from game.story.model import Slot
from game.story.scope import Scope
from game.story.text import parse_text
from tests.story.expressions import (
    FLAGS,
    GROUPS,
    NUMBERS,
    ONE_OFS,
    PASSAGES,
    PEOPLE,
    SCALE,
    conditions,
    effects,
    made_up_scope,
)

SIGNS: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda item, items: item in items,
    ast.NotIn: lambda item, items: item not in items,
}


class World(NamedTuple):
    """A state as an author thinks of it: names and words, entries really counted."""

    names: dict[str, int | bool | str]
    lists: dict[str, tuple[str, ...]]
    seen: dict[str, bool]
    visits: dict[str, int]


@st.composite
def worlds(draw: st.DrawFn) -> World:
    lists: dict[str, tuple[str, ...]] = dict(ONE_OFS)
    lists |= dict.fromkeys(PEOPLE, SCALE)
    names: dict[str, int | bool | str] = {}
    names |= {name: draw(st.integers(*bounds)) for name, bounds in NUMBERS.items()}
    names |= {name: draw(st.booleans()) for name in FLAGS}
    names |= {name: draw(st.sampled_from(words)) for name, words in lists.items()}
    seen = {name: draw(st.booleans()) for name in PASSAGES}
    return World(names, lists, seen, {name: draw(st.integers(0, 9)) for name in PASSAGES})


class Naive:
    """Says what an expression comes to by walking its tree with Python's own meanings."""

    def __init__(self, world: World) -> None:
        self.world = world

    def of(self, node: ast.AST) -> Any:  # noqa: C901, PLR0911 - a case for each kind of node
        match node:
            case ast.Expression(body=body):
                return self.of(body)
            case ast.BoolOp(op=ast.And(), values=parts):
                return all(self.of(part) for part in parts)
            case ast.BoolOp(values=parts):
                return any(self.of(part) for part in parts)
            case ast.UnaryOp(op=ast.Not(), operand=part):
                return not self.of(part)
            case ast.UnaryOp(operand=part):
                return -self.of(part)
            case ast.BinOp(op=op, left=left, right=right):
                a, b = self.of(left), self.of(right)
                return a + b if isinstance(op, ast.Add) else a - b
            case ast.Constant(value=constant):
                return constant
            case ast.Name(id="true"):
                return True
            case ast.Name(id=name):
                return self.world.names.get(name, name)
            case ast.Tuple(elts=items):
                return [self.of(item) for item in items]
            case ast.Compare():
                return self.compared(node)
            case ast.Call(func=ast.Name(id=name), args=args, keywords=keywords):
                return self.called(name, args, keywords)
        raise AssertionError(ast.dump(node))

    def compared(self, node: ast.Compare) -> bool:
        words: list[str] = []
        for part in ast.walk(node):
            if isinstance(part, ast.Name) and part.id in self.world.lists:
                words = list(self.world.lists[part.id])
        operands = [self.of(part) for part in (node.left, *node.comparators)]
        places = [self.placed(operand, words) for operand in operands]
        pairs = zip(places, node.ops, places[1:], strict=False)
        return all(SIGNS[type(op)](a, b) for a, op, b in pairs)

    def placed(self, operand: Any, words: list[str]) -> Any:
        """A word as its place in the list that is compared, anything else as it is."""
        if isinstance(operand, list):
            return [self.placed(item, words) for item in operand]
        return words.index(operand) if isinstance(operand, str) else operand

    def called(self, name: str, args: list[ast.expr], keywords: list[ast.keyword]) -> Any:
        argument = args[0].id if isinstance(args[0], ast.Name) else ""
        if name == "seen":
            return self.world.seen[argument.replace("klass", "class")]
        if name == "visits":
            return self.world.visits[argument.replace("klass", "class")]
        if name == "count":
            group = [
                keyword.value.id for keyword in keywords if isinstance(keyword.value, ast.Name)
            ]
            people = GROUPS[group[0]] if group else PEOPLE
            return sum(self.about(person).of(args[0]) for person in people if person in PEOPLE)
        limit, least = self.of(args[0]), self.of(args[1])
        if isinstance(limit, str):
            return SCALE[min(SCALE.index(limit), SCALE.index(least))]
        return min(limit, least) if name == "up_to" else max(limit, least)

    def about(self, person: str) -> Naive:
        """The same world, in which `stance` is that person's."""
        world = self.world
        names = {**world.names, "stance": world.names[person]}
        return Naive(world._replace(names=names, lists={**world.lists, "stance": SCALE}))


def naive(source: str, world: World) -> Any:
    return Naive(world).of(ast.parse(source.replace("(class)", "(klass)"), mode="eval"))


def state(world: World, scope: Scope) -> list[int]:
    """The values that the engine would hold."""
    values = []
    for slot in scope.final_slots():
        if slot.kind == "seen":
            values.append(int(world.seen[slot.name]))
        elif slot.kind == "visits":
            values.append(min(slot.high, world.visits[slot.name]))
        else:
            its = world.names[slot.name]
            values.append(slot.values.index(its) if isinstance(its, str) else int(its))
    return values


@given(conditions, worlds())
def test_a_condition_holds_when_the_authors_line_does(source: str, world: World) -> None:
    scope = made_up_scope()
    row, _ = parse_condition(source, scope)
    assume(row is not None)
    assert row is not None
    assert condition(row)(state(world, scope)) is naive(source, world)


@given(effects, worlds())
def test_an_effect_gives_what_the_authors_line_gives(source: str, world: World) -> None:
    scope = made_up_scope()
    number, row, _ = parse_effect(source, scope)
    assume(row is not None)
    assert row is not None
    assert number is not None
    slot = scope.final_slots()[number]
    name, sign, right = source.split(" ", 2)
    wanted = naive(right, world)
    if sign != "=":
        own = state(world, scope)[number]
        wanted = own + wanted if sign == "+=" else own - wanted
        if slot.kind == "stance":
            wanted = max(0, min(3, wanted))
    elif isinstance(wanted, str):
        wanted = slot.values.index(wanted)
    got = value(row)(state(world, scope))
    assert (slot.name, got) == (name, wanted)
    low, high = interval(row, scope.final_slots())
    assert low <= got <= high


@given(conditions, worlds())
def test_a_row_read_back_from_json_means_the_same(source: str, world: World) -> None:
    scope = made_up_scope()
    row, _ = parse_condition(source, scope)
    assume(row is not None)
    assert row is not None
    values = state(world, scope)
    assert condition(json.loads(json.dumps(row)))(values) is condition(row)(values)
    assert value(row)(values) == int(condition(row)(values))


def test_and_stops_at_the_first_that_fails_however_many_there_are() -> None:
    for size in range(2, 6):
        every = condition(("and", *[("v", slot) for slot in range(size)]))
        some = condition(("or", *[("v", slot) for slot in range(size)]))
        for odd in range(size):
            assert every([1] * size)
            assert not every([int(slot != odd) for slot in range(size)])
            assert some([int(slot == odd) for slot in range(size)])
            assert not some([0] * size)


def test_in_holds_for_no_value_below_zero() -> None:
    assert not condition(("in", ("-", ("v", 0), ("k", 1)), 0b1))([0])


def test_an_operator_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no operator 'eval'"):
        condition(("eval", ("k", 1), ("k", 1)))


def test_a_text_prints_numbers_in_figures_and_one_ofs_in_their_words() -> None:
    slots = [
        Slot("debt", "number", -3, 12, 0),
        Slot("target", "one_of", 0, 1, 0, ("the pub", "cinema"), values=("pub", "cinema")),
    ]
    text, _ = parse_text('"{target}" {{owes}} {debt}.', Scope(slots, (), {}, ()))
    assert render(text, [-2, 0], slots) == "“the pub” {owes} -2."
    assert render(["It rains."], [0, 1], slots) == "It rains."  # type: ignore[arg-type]
    assert render((), [0, 1], slots) == ""


def test_working_out_rows_needs_no_parser() -> None:
    code = "import sys, game.play.evaluate; sys.exit('ast' in sys.modules)"
    assert subprocess.run([sys.executable, "-S", "-c", code], check=False).returncode == 0
