"""Runs SPIN: over a whole story, or act by act where that is too large for it.

Needs `spin` and `gcc`. See `game.check.promela` for how a branch is asked, and `game.check.acts`
for what is proved by acts.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from game.check.acts import acts
from game.check.promela import Mark, Model, promela, reached, stored
from game.check.promela_parts import Part, whole
from game.check.promela_steps import FILE, MOST, TABLES
from game.story.model import Story


class Limits(NamedTuple):
    """What one search of SPIN may take."""

    seconds: float = 300
    mib: int = 4096


LIMITS = Limits()

OF_AN_ACT = Limits(mib=1024)
"""What the search of an act may take before it is cut into scenes, which takes less time than
going on would."""

DEPTHS = (1_000_000, 20_000_000)
"""How deep a search goes, and if that is not enough: the second takes a GB before it begins."""
TOO_DEEP = "max search depth too small"

REPORT = "spin"
"""The property of a test that says how SPIN decided a story. It is printed at the end of a run."""


class TooLarge(Exception):
    """SPIN did not get through within its limits. The message says which."""


class Run(NamedTuple):
    """What one search came to."""

    model: Model
    marks: set[Mark]
    states: int
    seconds: float
    mib: float
    steps: Path
    """Where its steps are written down, if they are not too many."""


class Decided(NamedTuple):
    """What SPIN says of one story."""

    runs: list[Run]
    """The searches that say what is reached."""
    steps: list[Path]
    """The steps in which traps are looked for."""
    how: str
    """What was searched, and why not all at once."""

    @property
    def marks(self) -> set[Mark]:
        """What is reached in any of the searches."""
        return {mark for one in self.runs for mark in one.marks}

    def report(self) -> str:
        """What was searched, and what that took of the limits."""
        states = sum(one.states for one in self.runs)
        seconds = max(one.seconds for one in self.runs)
        mib = max(one.mib for one in self.runs)
        took = f"{states:,} states, {seconds:.1f} of {LIMITS.seconds:g} s"
        took += f", {mib:,.0f} of {LIMITS.mib:,} MiB"
        return f"{self.how}: {took}" + (" at most" if len(self.runs) > 1 else "")


def run(folder: Path, *command: str, seconds: float = 300) -> str:
    """What a command prints; fails if it fails."""
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=seconds, check=False
    )
    assert done.returncode == 0, f"{command[0]}: {done.stdout[-2_000:]}{done.stderr[-2_000:]}"
    return done.stdout


def compiled(folder: Path, model: Model, *, mib: int = 4096) -> None:
    """Make the model's verifier, `pan`, in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "story.pml").write_text(model.text, encoding="utf-8")
    (folder / TABLES).write_text(model.tables, encoding="utf-8")
    # -o3: a statement a transition, so that each is reached, or not, by itself.
    run(folder, "spin", "-o3", "-a", "story.pml")
    # Without optimising: the compiler's time for one huge function would be most of the test's.
    options = ("SAFETY", "NOREDUCE", "NOFAIR", "NOBOUNDCHECK", "VECTORSZ=4096", f"MEMLIM={mib}")
    run(folder, "gcc", "-O0", "-w", *(f"-D{one}" for one in options), "-o", "pan", "pan.c")


def searched(folder: Path, model: Model, limits: Limits = LIMITS) -> Run:
    """Everything that the model can do; raises TooLarge."""
    compiled(folder, model, mib=limits.mib)
    for depth in DEPTHS:
        (folder / FILE).unlink(missing_ok=True)
        said = _output(folder, depth, limits)
        if TOO_DEEP not in said:
            break
    else:
        raise TooLarge(f"it goes deeper than {DEPTHS[-1]:,} steps")
    took = re.search(r"elapsed time ([\d.e+-]+) s", said)
    room = re.search(r"([\d.e+]+)\s+total actual memory usage", said)
    assert took is not None, said
    assert room is not None, said
    return Run(
        model,
        reached(model, said),
        stored(model, said),
        float(took[1]),
        float(room[1]),
        folder / FILE,
    )


def _output(folder: Path, depth: int, limits: Limits) -> str:
    """What a search prints that came to its end, or to its greatest depth."""
    command = ("./pan", "-E", f"-m{depth}", "-w22")
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TooLarge(f"it takes more than {limits.seconds:g} s") from None
    said = done.stdout + done.stderr
    if "reached -DMEMLIM bound" in said:
        raise TooLarge(f"it takes more than {limits.mib:,} MiB")
    assert done.returncode == 0, said[-2_000:]
    return said


Acts = dict[str | None, Part]
"""The parts of one story (`game.check.acts`)."""


def in_acts(folder: Path, stories: Sequence[Acts], *, free: bool) -> list[Run]:
    """A search for each act of the stories: for the first of each, then for the second, and so on.

    An act that no play comes into is passed over. Raises TooLarge.
    """
    runs = []
    for n in range(max(map(len, stories))):
        parts = []
        for one in stories:
            those = list(one.values())
            # A story with fewer acts keeps its place, so that keys stay the same.
            parts.append(those[n] if n < len(those) else those[0]._replace(starts=()))
        if any(part.starts for part in parts):
            model = promela(parts, free_meetings=free)
            runs.append(searched(folder / f"act{n + 1}", model))
    return runs


def decided(folder: Path, story: Story, *, free: bool, limits: Limits = LIMITS) -> Decided:
    """What SPIN says of a story: of the unsliced model, or of each act where that exceeds `limits`.

    Raises TooLarge if an act exceeds the usual limits, or the story has but one act.
    """
    try:
        model = promela([whole(story)], free_meetings=free)
        one = searched(folder / "whole", model, limits)
    except TooLarge as why:
        runs, starts = _by_acts(folder, story, f"for the unsliced model {why}", free=free)
        how = f"by acts ({starts}), as for the unsliced model {why}"
        return Decided(runs, [run.steps for run in runs], how)
    if one.steps.exists():
        return Decided([one], [one.steps], "the unsliced model")
    why_not = f"the unsliced model has more than {MOST:,} steps"
    runs, starts = _by_acts(folder, story, why_not, free=free)
    how = f"the unsliced model, but traps by acts ({starts}), as it has more than {MOST:,} steps"
    return Decided([one], [run.steps for run in runs], how)


def _by_acts(folder: Path, story: Story, why: str, *, free: bool) -> tuple[list[Run], str]:
    """A search for each act, and what they begin with in words."""
    parts = acts(story, free_meetings=free)
    if len(parts) == 1:
        raise TooLarge(f"{why}, and the story has one act")
    try:
        runs = _written_down(folder, parts, why, free=free, limits=OF_AN_ACT)
    except TooLarge:
        # A long act is cut once more. A cut changes no play, so what is reached stays the same.
        parts = acts(_each_scene_an_act(story), free_meetings=free)
        runs = _written_down(folder / "scenes", parts, why, free=free)
    return runs, ", ".join(f"{act} from {len(part.starts):,} states" for act, part in parts.items())


def _written_down(
    folder: Path, parts: Acts, why: str, *, free: bool, limits: Limits = LIMITS
) -> list[Run]:
    """The searches of all parts, each with its steps; raises TooLarge."""
    runs = []
    for n, part in enumerate(parts.values(), 1):
        if part.starts:
            runs += _from_its_starts(folder / f"act{n}", part, why, free=free, limits=limits)
    return runs


def _from_its_starts(
    folder: Path, part: Part, why: str, *, free: bool, limits: Limits
) -> list[Run]:
    """A search of a part; where its steps are too many, of what half of its starts lead to."""
    one = searched(folder, promela([part], free_meetings=free), limits)
    if one.steps.exists():
        return [one]
    half = len(part.starts) // 2
    if not half:
        raise TooLarge(f"{why}, and an act has more than {MOST:,} steps")
    halves = {"first": part.starts[:half], "second": part.starts[half:]}
    return [
        run
        for name, starts in halves.items()
        for run in _from_its_starts(
            folder / name, part._replace(starts=starts), why, free=free, limits=limits
        )
    ]


def _each_scene_an_act(story: Story) -> Story:
    """A copy of a story whose scenes are its acts."""
    scenes = {id_: one._replace(act=id_) for id_, one in story.scenes.items()}
    return story._replace(scenes=scenes)
