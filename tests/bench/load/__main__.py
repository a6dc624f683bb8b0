"""What reading a story costs: to a tree, to checked forms, from the compiled form, at the start.

    python -m tests.bench.load [--rounds 9] [--passages 2000]

CPU time, medians of rounds in which every way takes its turn, so that a change of the machine's
speed meets all of them. The measure is PyYAML's C loader on the same bytes, alone, or with
pydantic's validation by the same models. A row without a bar is there to be known.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from game.story import files
from game.story.authored import HeadForm, SceneForm
from game.story.diagnostics import Problems, StoryError
from game.story.form import kind_of, read_form
from game.story.load import load_story, open_story
from game.story.tree import Tree, read_tree
from tests.bench.load.stories import one_file, write_story

ROOT = Path(__file__).parents[3]
Sources = list[tuple[str, bytes]]
LAUGHS = "a0: &a0 ha\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 20)
)
START = """
import sys
from pathlib import Path
from game.play.playthrough import Playthrough
from game.play.program import Program
from game.story.load import open_story

story = open_story(Path(sys.argv[1]), Path(sys.argv[2]))
assert Playthrough(Program(story)).view.lines
assert not {"yaml", "pydantic"} & set(sys.modules)
"""


class Row(NamedTuple):
    """One line of the table: a way of ours, what it is measured by, and at most how much of it."""

    name: str
    ours: Callable[[], object]
    measure: Callable[[], object] | None
    bar: float | None


def main() -> None:
    """Write the stories, take the rounds, print the table."""
    options = argparse.ArgumentParser(prog="python -m tests.bench.load")
    options.add_argument("--rounds", type=int, default=9)
    options.add_argument("--passages", type=int, default=2000)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        small, large, cache = folder / "small", folder / "large", folder / "cache"
        print(f"{write_story(small, asked.passages):,} bytes, {asked.passages:,} passages")
        write_story(large, 10_000)
        for path in (small, large):
            open_story(path, cache)
        _print_ratios(_rows(small, cache), asked.rounds)
        _print_starts(large, cache, max(3, asked.rounds // 2))


def _rows(path: Path, cache: Path) -> list[Row]:
    found = files.story_files(path, Problems())
    sources = files.read_files(found, Problems())
    whole = [("story.yaml", one_file(path).encode())]
    return [
        Row("one file to a tree", lambda: _trees(whole), lambda: _pyyaml(whole), 0.35),
        Row("41 files to trees", lambda: _trees(sources), lambda: _pyyaml(sources), None),
        Row("... and every place asked", lambda: _places(sources), lambda: _pyyaml(sources), None),
        Row("to checked forms", lambda: _forms(sources), lambda: _models(sources), 0.8),
        Row("... and linked", lambda: load_story(path), lambda: _models(sources), None),
        Row(
            "from the compiled form",
            lambda: open_story(path, cache),
            lambda: _models(sources),
            0.03,
        ),
        Row("a billion laughs (ms)", _laugh, None, 100),
    ]


def _trees(sources: Sources) -> list[Tree]:
    problems = Problems()
    trees = [read_tree(data, name, problems) for name, data in sources]
    return [tree for tree in trees if tree is not None]


def _places(sources: Sources) -> None:
    for tree in _trees(sources):
        _ask(tree, tree.data, ())


def _ask(tree: Tree, value: object, path: tuple[str | int, ...]) -> None:
    tree.place(path)
    if isinstance(value, dict):
        for key, below in value.items():
            _ask(tree, below, (*path, key))
    elif isinstance(value, list):
        for n, below in enumerate(value):
            _ask(tree, below, (*path, n))


def _forms(sources: Sources) -> None:
    problems = Problems()
    for tree in _trees(sources):
        read_form(tree, kind_of(tree), problems)
    problems.stop_if_any()


def _pyyaml(sources: Sources) -> list[Any]:
    return [yaml.load(data, yaml.CSafeLoader) for _, data in sources]


def _models(sources: Sources) -> None:
    for data in _pyyaml(sources):
        (SceneForm if "scene" in data else HeadForm).model_validate(data)


def _laugh() -> None:
    try:
        read_tree(LAUGHS.encode(), "story.yaml", Problems())
    except StoryError:
        return


def _print_ratios(rows: list[Row], rounds: int) -> None:
    taken: dict[Callable[[], object], list[float]] = {}
    for _ in range(rounds):
        for row in rows:
            for way in (row.ours, row.measure):
                if way is not None:
                    gc.collect()
                    begin = time.process_time()
                    way()
                    taken.setdefault(way, []).append((time.process_time() - begin) * 1000)
    print(f"{'':28}{'ours':>8}{'measure':>9}{'ratio':>8}{'bar':>7}")
    for row in rows:
        ours = statistics.median(taken[row.ours])
        bar = "" if row.bar is None else f"{row.bar:g}"
        if row.measure is None:
            verdict = _verdict(ours, row.bar)
            print(f"{row.name:28}{ours:8.1f}{'':17}{bar:>7}{verdict}")
        else:
            measure = statistics.median(taken[row.measure])
            verdict = _verdict(ours / measure, row.bar)
            print(f"{row.name:28}{ours:8.1f}{measure:9.1f}{ours / measure:8.3f}{bar:>7}{verdict}")


def _print_starts(path: Path, cache: Path, rounds: int) -> None:
    """The CPU seconds of a whole process that shows the first screen of a large story."""
    command = [sys.executable, "-c", START, str(path), str(cache)]
    taken: list[float] = []
    for _ in range(rounds):
        before = os.times()
        subprocess.run(command, check=True, cwd=ROOT)
        after = os.times()
        taken.append(
            after.children_user
            + after.children_system
            - before.children_user
            - before.children_system
        )
    seconds = statistics.median(taken)
    print(
        f"{'10,000 passages, start (s)':28}{seconds:8.2f}{'':17}{'0.5':>7}{_verdict(seconds, 0.5)}"
    )


def _verdict(value: float, bar: float | None) -> str:
    if bar is None:
        return ""
    return "  met" if value <= bar else "  NOT MET"


if __name__ == "__main__":
    main()
