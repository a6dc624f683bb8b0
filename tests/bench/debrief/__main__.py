"""What turning points cost: working fates out once, keeping them, and asking for a played route.

    python -m tests.bench.debrief [--rounds 9] [--routes 20]

For each story: CPU seconds and memory to work its fates out, in a process of its own; how large
they are kept; and the median and the worst CPU milliseconds of a whole query (the file read, the
route played, every ending's turning point with its other options and a shortest way), over plays
that choose anything, in a process that has played already (warm). Cold is a new process that opens
the compiled story, reads the file and answers for one route, Python's own start and all imports
counted. The bar is 100 ms, cold, on the largest shipped story. `m12e` is `m12` of the check's bench
with an ending for each of its twelve people, which makes its fates as entangled as its votes.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import Any

from game.check.fates import decode
from game.debrief.turning import turning
from game.play.program import Program
from game.story import compiled
from game.story.load import load_story
from game.story.model import Condition, Ending, Jump, Row, Story
from tests.bench.check.families import FAMILIES, HERE
from tests.debrief.ahead import Ahead

BAR = 100.0
"""CPU milliseconds that a query may take on the largest shipped story."""

BUILD = """
import json, resource, sys, time
from pathlib import Path
from game.check.fates import encode
from game.check.foresee import foresee
from game.story import compiled
story = compiled.decode(Path(sys.argv[1]).read_bytes())
start = time.process_time()
fates = foresee(story, free_meetings=sys.argv[3] == "free")
took = time.process_time() - start
Path(sys.argv[2]).write_bytes(encode(fates))
mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([took, mib, len(fates.nodes), len(fates.endings)]))
"""

COLD = """
import resource, sys
from pathlib import Path
from game.check.fates import decode
from game.debrief.turning import turning
from game.play.program import Program
from game.story import compiled
story = compiled.decode(Path(sys.argv[1]).read_bytes())
free = sys.argv[3] == "free"
fates = decode(Path(sys.argv[2]).read_bytes(), story, free_meetings=free)
turning(Program(story), sys.argv[4].split(","), fates, free_meetings=free)
use = resource.getrusage(resource.RUSAGE_SELF)
print(1000 * (use.ru_utime + use.ru_stime))
"""


def with_endings() -> Story:
    """`m12` with an ending for each person, come to by the first of them who is with us."""
    story = FAMILIES["m12"]()
    passages = dict(story.passages)
    last = passages[list(passages)[-1]]
    jumps = []
    for n, slot in enumerate(story.slots[:12]):
        row: Row = (">=", ("v", n), ("k", 3))
        passages[slot.name] = last._replace(
            id=slot.name, paragraphs=(), ending=Ending(slot.name, "")
        )
        jumps.append(Jump(slot.name, Condition(row, "", HERE)))
    passages["nobody"] = last._replace(id="nobody", paragraphs=(), ending=Ending("nobody", ""))
    passages[last.id] = last._replace(
        jumps=(*jumps, Jump("nobody", None)), paragraphs=(), ending=None
    )
    return story._replace(passages=passages)


def run(source: str, *words: str | Path) -> Any:
    """What a new process prints, as JSON."""
    done = subprocess.run(
        [sys.executable, "-c", source, *map(str, words)], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def measure(name: str, story: Story, folder: Path, rounds: int, routes: int) -> None:
    """Print the line of one story."""
    path, kept = folder / f"{name}.story", folder / f"{name}.fates"
    path.write_bytes(compiled.encode(story, []))
    free = name.endswith("-free")
    how = "free" if free else "played"
    took, mib, nodes, endings = run(BUILD, path, kept, how)
    chance, warm = Random(1), []
    ahead = Ahead(Program(story), free_meetings=free)
    plays = [ahead.route(chance) for _ in range(routes)]
    program = Program(story)
    for play in plays:
        start = time.process_time()
        fates = decode(kept.read_bytes(), story, free_meetings=free)
        turning(program, play, fates, free_meetings=free)
        warm.append(1000 * (time.process_time() - start))
    cold = [run(COLD, path, kept, how, ",".join(plays[n % routes])) for n in range(rounds)]
    print(
        f"{name:17} {took:7.2f} {mib:5.0f} {nodes:8} {kept.stat().st_size / 1024:7.1f} {endings:8}"
        f" {statistics.median(warm):8.2f} {max(warm):6.2f} {statistics.median(cold):8.1f}",
        flush=True,
    )


def main() -> None:
    """Measure the shipped story and some of the check's families."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--routes", type=int, default=20)
    asked = parser.parse_args()
    shipped = load_story(Path(__file__).parents[3] / "stories" / "south-coast")
    stories = {
        "south-coast": shipped,
        "south-coast-free": shipped,
        **{name: FAMILIES[name]() for name in ("s6", "s8", "a100", "m12")},
        "m12e": with_endings(),
    }
    print(f"bar: {BAR:.0f} ms, cold, on the shipped story")
    print("story             build s   MiB    nodes     KiB  endings  warm ms  worst  cold ms")
    with tempfile.TemporaryDirectory() as folder:
        for name, story in stories.items():
            measure(name, story, Path(folder), asked.rounds, asked.routes)


if __name__ == "__main__":
    main()
