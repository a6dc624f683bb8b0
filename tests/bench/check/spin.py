"""The families as SPIN checks them: a label for each passage, a step for each choice.

This is the plainest model and the quickest that we know of: `game.check.promela` writes one for any
story, which must tell branches apart and costs more. `gcc -O2`, no partial-order reduction needed.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from game.story.model import Passage, Story

SECONDS = 60
"""CPU seconds that the search may take."""


def spin_seconds(story: Story) -> float | None:
    """CPU seconds of SPIN, the compiler and the search; None beyond limits or without SPIN."""
    if shutil.which("spin") is None or shutil.which("gcc") is None:
        return None
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "m.pml").write_text("\n".join(model(story)), encoding="utf-8")
        flags = ["-DSAFETY", "-DNOFAIR", "-DMEMLIM=8000", "-DVECTORSZ=2048"]
        commands = (
            ["spin", "-a", "m.pml"],
            ["gcc", "-O2", "-w", *flags, "-o", "pan", "pan.c"],
            ["./pan", "-E", "-w24", "-m3000000"],
        )
        output = ""
        for command in commands:
            done = subprocess.run(
                command,
                cwd=folder,
                capture_output=True,
                text=True,
                check=False,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)),
            )
            output = done.stdout
            if done.returncode:
                return None
    if "out of memory" in output or "reached -DMEMLIM" in output or "depth too small" in output:
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def model(story: Story) -> Iterator[str]:
    """The lines of the Promela model."""
    for n, slot in enumerate(story.slots):
        width = max(1, slot.high.bit_length())
        kind = "bit " if width == 1 else "unsigned "
        size = "" if width == 1 else f" : {width}"
        yield f"{kind}v{n}{size} = {slot.start};"
    yield f"active proctype story() {{ goto {story.start};"
    for passage in story.passages.values():
        yield from _passage(passage)
    yield "}"


def _passage(passage: Passage) -> Iterator[str]:
    if passage.ending is not None:
        yield f"end_{passage.id}: {passage.id}: (false);"
        return
    yield f"{passage.id}: if"
    before = "true"
    for jump in passage.jumps:
        asked = "true" if jump.condition is None else _said(jump.condition.row)
        yield f" :: {before} && {asked} -> goto {jump.to}"
        before += f" && !{asked}"
    for choice in passage.choices:
        asked = "true" if choice.condition is None else _said(choice.condition.row)
        done = "; ".join(f"v{one.slot} = {_said(one.value)}" for one in choice.effects) or "skip"
        yield f" :: d_step {{ {asked}; {done}; }} goto {choice.to}"
    yield "fi;"


def _said(row: Any) -> str:
    match row:
        case ["k", constant]:
            return str(constant)
        case ["v", slot]:
            return f"v{slot}"
        case ["and", *parts]:
            return "(" + " && ".join(map(_said, parts)) + ")"
        case ["count", slots, mask]:
            return "(" + " + ".join(f"(({mask} >> v{slot}) & 1)" for slot in slots) + ")"
        case ["min" | "max" as which, one, other]:
            sign = "<" if which == "min" else ">"
            a, b = _said(one), _said(other)
            return f"({a} {sign} {b} -> {a} : {b})"
    return f"({_said(row[1])} {row[0]} {_said(row[2])})"
