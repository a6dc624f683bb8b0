"""docs/checking.md is true: its story checks as it says, step by step."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from game.check.findings import Undecided
from game.export.marks import MEANING
from tests.command import one_out
from tests.docs.pages import DOCS, blocks, commands, matches, write

TEXT = (DOCS / "checking.md").read_text("utf-8")


def test_the_page_prints_what_it_shows(tmp_path: Path) -> None:
    folder = tmp_path / "typed along"
    folder.mkdir()
    consoles = 0
    for block in blocks(TEXT):
        if block.kind in ("story", "into"):
            write(block, folder)
        for command, shown in commands(block.text) if block.kind == "console" else ():
            name, *words = shlex.split(command)
            assert name == "one-out"
            printed = one_out(*words, home=tmp_path / "kept", at=folder)
            assert printed.stderr == ""
            assert matches(printed.stdout, shown), f"{command} prints:\n{printed.stdout}"
            consoles += 1
    assert consoles == 6


def test_every_kind_of_problem_is_in_the_table() -> None:
    codes = re.findall(r"(?m)^\| `([a-z]+)` \| ", TEXT)
    last = Undecided.__name__.lower()
    assert codes == ["unreachable", "reachable", "trap", "stuck", "range", last]


def test_every_mark_of_the_map_is_described() -> None:
    signs = ["round cross", "diamond", "square", "triangle", "question mark", "bars"]
    signs += ["grey pill", "hexagon"]
    assert len(signs) == len(MEANING)
    assert all(sign in TEXT for sign in signs)
