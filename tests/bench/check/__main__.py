"""CPU seconds and memory of a full check, process and imports included, beside their bars.

    python -m tests.bench.check [--rounds 5] [--spin] [FAMILY ...]

Each family's story is compiled to a file once; then every round starts a new process for each,
which reads that file and checks it. Medians are printed. With `--spin`, where `spin` and `gcc` are
installed, the same stories are checked by SPIN in the same run (its translation, its compiler and
its search counted), so that the ratio is of one machine at one time.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from game.story import compiled
from tests.bench.check.families import FAMILIES
from tests.bench.check.spin import spin_seconds

BARS = {"s6": 0.15, "s8": 4.0, "f200": 0.5, "h40": 2.0, "a100": 1.5, "m12": 3.0}
"""CPU seconds that a full check may take, where there is a bar."""
WITH_TWINS = {"s6": 0.45, "a100": 4.5}
"""The same with what is allowed for whether choices matter (0.3 and 3 seconds)."""

CHILD = """
import json, resource, sys
from game.check.check import Limit, check
from game.check.findings import Undecided
from game.story import compiled
with open(sys.argv[1], "rb") as file:
    story = compiled.decode(file.read())
found = check(story, problems_only=sys.argv[2] != "all")
use = resource.getrusage(resource.RUSAGE_SELF)
undecided = [v.branch.id for v in found.verdicts.values() if isinstance(v, Undecided)]
print(json.dumps({
    "cpu": use.ru_utime + use.ru_stime, "mib": use.ru_maxrss / 1024, "states": found.states,
    "undecided": [*undecided, *found.undecided],
}))
"""


class Measured(NamedTuple):
    """One run: CPU seconds, peak memory in MiB, states, and what stayed undecided."""

    cpu: float
    mib: float
    states: int | None
    undecided: list[str]


def measured(path: Path, *, whole: bool) -> Measured:
    """A full check in a process of its own."""
    run = subprocess.run(
        [sys.executable, "-c", CHILD, str(path), "all" if whole else "problems"],
        check=True,
        capture_output=True,
        text=True,
    )
    return Measured(**json.loads(run.stdout))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.check", description=__doc__)
    parser.add_argument("families", nargs="*", choices=[*FAMILIES, []], metavar="FAMILY")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--spin", action="store_true")
    asked = parser.parse_args()
    names = asked.families or list(FAMILIES)
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for name in names:
            paths[name] = Path(folder, name)
            paths[name].write_bytes(compiled.encode(FAMILIES[name](), []))
        print("family  CPU s    bar  MiB      states  with twins    bar  undecided")
        for name, path in paths.items():
            plain = [measured(path, whole=False) for _ in range(asked.rounds)]
            whole = [measured(path, whole=True) for _ in range(asked.rounds)]
            first = whole[0]
            cpu = statistics.median(one.cpu for one in plain)
            line = (
                f"{name:6} {cpu:6.2f} {BARS.get(name, 0) or '':>6} {max(m.mib for m in plain):4.0f}"
                f" {first.states or '':>11} {statistics.median(one.cpu for one in whole):11.2f}"
                f" {WITH_TWINS.get(name, 0) or '':>6}  {len(first.undecided) or 'nothing'}"
            )
            print(line, flush=True)
            if asked.spin:
                seconds = spin_seconds(FAMILIES[name]())
                said = "not in its limits" if seconds is None else f"{seconds:.2f}"
                ratio = "" if seconds is None else f", {seconds / cpu:.0f} times ours"
                print(f"       SPIN {said}{ratio}", flush=True)


if __name__ == "__main__":
    main()
