"""A file from a stranger costs little and gives diagnostics, whatever is in it."""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import sys
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from game.story.diagnostics import Problems, StoryError
from game.story.tree import Tree, read_tree

MIB = 2**20
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
LAUGHS = "\n".join(
    ["a0: &a0 ha"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
)

COST = """
import json, sys, tracemalloc

from game.story.diagnostics import Problems, StoryError
from game.story.tree import read_tree

def resident():
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line[:5] == "VmHWM")
    except OSError:
        return 0

data = sys.stdin.buffer.read()
read_tree(b"a: &a [b, *c]", "before.yaml", Problems())  # what reading needs once is not its cost
before = resident()
traced = sys.argv[1] == "traced"
if traced:
    tracemalloc.start()
problems = Problems()
try:
    read_tree(data, "story.yaml", problems)
except StoryError:
    pass
peak = tracemalloc.get_traced_memory()[1] if traced else resident() - before
print(json.dumps({"codes": sorted({d.code for d in problems.found}), "bytes": peak}))
"""


def cost(data: bytes, how: str) -> dict[str, Any]:
    """The codes that a fresh process reports, and the bytes it came to need.

    `how` is "traced", for what Python counted, or "resident", for what the system did.
    """
    ran = subprocess.run(
        [sys.executable, "-c", COST, how], input=data, capture_output=True, check=True, timeout=60
    )
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def codes(data: bytes) -> list[str]:
    problems = Problems()
    with contextlib.suppress(StoryError):
        read_tree(data, "story.yaml", problems)
    return [d.code for d in problems.found]


@pytest.mark.parametrize("how", ["traced", "resident"])
def test_a_billion_laughs_are_refused_in_little_memory(how: str) -> None:
    found = cost(LAUGHS.encode(), how)
    assert found["codes"] == ["Y07"]
    assert found["bytes"] < 20 * MIB


@pytest.mark.parametrize("how", ["traced", "resident"])
@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"[" * (8 * MIB), "Y06", id="brackets"),
        pytest.param(b"- " * (4 * MIB), "Y06", id="dashes"),
        pytest.param(b"{a: " * (2 * MIB), "Y06", id="braces"),
        pytest.param(b"a" * (8 * MIB + 1), "Y05", id="too large"),
        pytest.param(b"&a " * (2 * MIB), "Y03", id="anchors"),
        pytest.param(b"[" + b"*a," * (2 * MIB) + b"]", "Y07", id="aliases"),
        pytest.param(b"--- a\n" * MIB, "Y10", id="documents"),
    ],
)
def test_what_is_refused_costs_less_than_eight_times_its_size(
    data: bytes, code: str, how: str
) -> None:
    found = cost(data, how)
    assert found["codes"] == [code]
    assert found["bytes"] < 64 * MIB


def test_a_flood_of_nodes_is_given_up_on_the_way() -> None:
    flood = b"[" + b"a," * (4 * MIB - 1) + b"]"
    found = cost(flood, "resident")
    assert found["codes"] == ["Y05"]
    assert found["bytes"] < 128 * MIB  # all of them would take twice that


def test_twenty_four_levels_are_read_and_twenty_five_are_not() -> None:
    assert codes(b"[" * 24 + b"]" * 24) == []
    assert codes(b"[" * 25 + b"]" * 25) == ["Y06"]
    assert codes(b"{a: " * 12 + b"[" * 12 + b"]" * 12 + b"}" * 12) == []
    assert codes(b"{a: " * 12 + b"[" * 13 + b"]" * 13 + b"}" * 12) == ["Y06"]
    assert codes(b"? " * 24 + b"a") == ["Y11"] * 23
    assert codes(b"? " * 25 + b"a")[-1] == "Y06"


def test_the_depth_is_refused_where_it_goes_too_deep() -> None:
    problems = Problems()
    assert read_tree(b"a:\n  " + b"[" * 100_000, "story.yaml", problems) is None
    (found,) = problems.found
    assert found.place[1:] == (2, 26)


def test_a_million_nodes_are_read_and_one_more_is_not() -> None:
    assert codes(b"[" + b"a," * 999_999 + b"]") == []
    assert codes(b"[" + b"a," * 1_000_000 + b"]") == ["Y05"]
    assert codes(b"{" + b"a," * 500_000 + b"}")[-1:] == ["Y05"]


def test_a_text_may_be_as_large_as_a_file() -> None:
    problems = Problems()
    tree = read_tree(b"a: " + b"b" * (8 * MIB - 3), "story.yaml", problems)
    assert not problems
    assert tree is not None
    assert isinstance(tree.data, dict)
    assert len(tree.data["a"]) == 8 * MIB - 3


@pytest.mark.parametrize("line", ["a: 1", "- &a b", "- *a", "- !a b", "? [a]\n: b"])
def test_the_report_of_a_flood_of_faults_ends(line: str) -> None:
    with pytest.raises(StoryError) as stopped:
        read_tree(f"{line}\n".encode() * 5_000, "story.yaml", Problems())
    assert len(stopped.value.diagnostics) == Problems.MOST


def walk(tree: Tree) -> None:
    """Ask a tree everything there is to ask."""
    lines = tree.text.split("\n")

    def ask(value: object, path: list[str | int]) -> None:
        for place in (tree.place(path), tree.key_place(path)):
            assert place.file == "story.yaml"
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert tree.length(path) >= 1
        if isinstance(value, str):
            for offset in (0, 1, len(value) // 2, len(value)):
                place = tree.text_place(path, offset)
                assert 1 <= place.line <= len(lines)
                assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        elif isinstance(value, dict):
            for key, below in value.items():
                assert type(key) is str
                ask(below, [*path, key])
        elif isinstance(value, list):
            for n, below in enumerate(value):
                ask(below, [*path, n])
        else:
            assert value is None or type(value) in (bool, int)

    ask(tree.data, [])


def texts_only(value: object) -> object:
    """Data as a loader has it that knows nothing but texts: all that says "nothing" is one.

    Where YAML folds lines, the tree has two line feeds for one: here they count the same.
    """
    if isinstance(value, dict):
        return {key: texts_only(below) for key, below in value.items()}
    if isinstance(value, list):
        return [texts_only(below) for below in value]
    if value is None or value in ("~", "null"):
        return ""
    return str(value).lower() if isinstance(value, bool) else re.sub("\n+", "\n", str(value))


def same(text: str) -> None:
    """What was read is what PyYAML reads, if both read anything."""
    problems = Problems()
    tree = read_tree(text.encode("utf-8", "surrogatepass"), "story.yaml", problems)
    for found in problems.found:
        assert str(found)
        assert found.as_json()
    if tree is None:
        assert problems
        return
    walk(tree)
    if not problems:
        theirs = yaml.load(text.lstrip("\ufeff"), LOADER)  # noqa: S506, it makes nothing but text
        assert texts_only(tree.data) == texts_only(theirs)


SIGNS = "abc012-_.~:?,[]{}#&*!|>'\"%@`\\ \n\t\r\x85\u2028\u00e9\U0001f3f4\ufeff\x00\ud800"
PIECES = (
    *("a: ", "\n  ", "\n    ", "- ", ": ", "? ", " #", "<<: ", "---\n", "...\n", "true", "null"),
    *("\r\n", "!!str ", "!<a> ", "&a ", "*a ", "|-\n  ", ">+2\n  ", "%YAML 1.1\n", "%TAG ! !b\n"),
)
YAMLISH = st.lists(st.sampled_from((*SIGNS, *PIECES)), max_size=40).map("".join)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_tree_or_diagnostics(data: bytes) -> None:
    problems = Problems()
    tree = read_tree(data, "story.yaml", problems)
    if tree is None:
        assert problems
    else:
        walk(tree)


@given(st.text(max_size=100))
def test_any_text_gives_what_pyyaml_reads_or_diagnostics(text: str) -> None:
    same(text)


@given(YAMLISH)
@example("a: ~")
@example("? - a\n: b")
@example("&a")
@example("a: |2-\n   b\n\n    c")
def test_any_yaml_gives_what_pyyaml_reads_or_diagnostics(text: str) -> None:
    same(text)
