"""Choices per CPU second, with everything a screen shows read: this engine, bink, inkjs.

    python -m tests.bench.play [--inkjs FOLDER] [--seconds 2] [--rounds 5]

FOLDER is where `npm install inkjs` was run; `bink` is looked for in this Python. Each round runs
every engine in turn, so that a change of the machine's speed meets all of them; the medians and
the ratios to this engine are printed. An engine that is not there is said to be missing.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from game.play.playthrough import Playthrough
from game.play.program import Program
from game.play.screen import step, view
from game.story.load import load_story
from tests.bench.play.bench_story import as_ink, as_yaml

Rate = Callable[[float], float]


def _seeds() -> Callable[[int], int]:
    seed = 7

    def pick(options: int) -> int:
        nonlocal seed
        seed = (seed * 1103515245 + 12345) % 2147483648
        return seed % options

    return pick


def engine(program: Program) -> Rate:
    """Pure steps with the full View of each screen built and its texts read."""

    def rate(seconds: float) -> float:
        state, pick, choices, read = program.start, _seeds(), 0, 0
        begin = time.process_time()
        while time.process_time() - begin < seconds:
            for _ in range(500):
                screen = view(program, state)
                for line in screen.lines:
                    read += len(line.text)
                options = screen.numbered
                for option in options:
                    read += len(option.text)
                state = step(program, state, options[pick(len(options))].id)
            choices += 500
        assert read
        return choices / (time.process_time() - begin)

    return rate


def playthrough(program: Program) -> Rate:
    """The same through a Playthrough, which also keeps what rollback needs."""

    def rate(seconds: float) -> float:
        play, pick, choices = Playthrough(program), _seeds(), 0
        begin = time.process_time()
        while time.process_time() - begin < seconds:
            for _ in range(500):
                play.choose(1 + pick(len(play.view.numbered)))
            choices += 500
        return choices / (time.process_time() - begin)

    return rate


def bink(compiled: str) -> Rate:
    """The Rust runtime of Ink, through its Python package."""
    from bink.story import Story  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def rate(seconds: float) -> float:
        story, pick, choices, read = Story(compiled), _seeds(), 0, 0
        begin = time.process_time()
        while time.process_time() - begin < seconds:
            for _ in range(100):
                while story.can_continue():
                    read += len(story.cont())
                options = story.get_current_choices()
                for n in range(len(options)):
                    read += len(options[n].text if hasattr(options[n], "text") else options[n])
                story.choose_choice_index(pick(len(options)))
            choices += 100
        assert read
        return choices / (time.process_time() - begin)

    return rate


def inkjs(folder: Path, compiled: Path) -> Rate:
    """The JavaScript runtime of Ink, under Node."""
    script = Path(__file__).with_name("ink_loop.js")

    def rate(seconds: float) -> float:
        done = subprocess.run(
            ["node", str(script), str(folder), str(compiled), str(seconds)],
            check=True,
            capture_output=True,
            text=True,
        )
        said = json.loads(done.stdout)
        return float(said["choices"] / said["cpu"])

    return rate


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--inkjs", type=Path, help="where `npm install inkjs` was run")
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rates = _rates(Path(folder), arguments.inkjs)
        found: dict[str, list[float]] = {name: [] for name in rates}
        for _ in range(arguments.rounds):
            for name, rate in rates.items():
                found[name].append(rate(arguments.seconds))
    ours = statistics.median(found["view and step"])
    print(f"{'choices per CPU second':28}{'median':>12}{'least':>12}{'most':>12}{'ours is':>10}")
    for name, those in found.items():
        middle = statistics.median(those)
        print(
            f"{name:28}{middle:12,.0f}{min(those):12,.0f}{max(those):12,.0f}{ours / middle:9.2f}x"
        )
    print(f"bar: 50,000 -> {'met' if ours >= 50_000 else 'NOT met'}")


def _rates(folder: Path, ink: Path | None) -> dict[str, Rate]:
    yaml = folder / "bench.yaml"
    yaml.write_text(as_yaml(), encoding="utf-8")
    program = Program(load_story(yaml))
    rates: dict[str, Rate] = {
        "view and step": engine(program),
        "playthrough": playthrough(program),
    }
    if ink is None or shutil.which("node") is None:
        print(
            "inkjs: missing (give --inkjs FOLDER); bink needs its compiler, so it is left out too"
        )
        return rates
    source, compiled = folder / "bench.ink", folder / "bench.json"
    source.write_text(as_ink(), encoding="utf-8")
    compiler = ink / "node_modules" / "inkjs" / "bin" / "inkjs-compiler.js"
    subprocess.run(
        ["node", str(compiler), str(source), "-o", str(compiled)], check=True, capture_output=True
    )
    if importlib.util.find_spec("bink"):
        rates["bink"] = bink(compiled.read_text(encoding="utf-8-sig"))
    else:
        print("bink: missing (pip install bink)")
    # inkjs runs in a process of its own, after the folder's files were written.
    rates["inkjs"] = inkjs(ink.resolve(), compiled)
    return rates


if __name__ == "__main__":
    main()
