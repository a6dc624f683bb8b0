"""What the window costs, measured from outside: pixels, keys and the system's own counts."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.bench.window.process import cpu, cpu_exact, memory
from tests.bench.window.screen import Screen

QUIET = 0.35
"""Seconds without a changed pixel after which nothing more is expected."""

LAUNCH = 60.0
"""Seconds that a program may take to its first screen, however busy the machine is."""


class Start(NamedTuple):
    """From the launch to the first scene with its picture: seconds of clock and of processor."""

    wall: float
    cpu: float


class Spread(NamedTuple):
    """Milliseconds: the middle, and what only one in twenty exceeds."""

    median: float
    p95: float


def spread(seconds: Sequence[float]) -> Spread:
    """What was measured, in short."""
    return Spread(statistics.median(seconds) * 1000, statistics.quantiles(seconds, n=20)[-1] * 1000)


class Running:
    """A program with a window on `screen`. `env` is added to its environment."""

    def __init__(self, screen: Screen, command: Sequence[str], env: dict[str, str]) -> None:
        self.screen = screen
        # As a player has it: compiled modules are kept from one start to the next.
        dropped = ("SDL_", "WAYLAND_", "PYTHONDONTWRITEBYTECODE")
        kept = {k: v for k, v in os.environ.items() if not k.startswith(dropped)}
        usual = {"DISPLAY": screen.name, "SDL_AUDIODRIVER": "dummy"}
        self.blank = screen.look()
        self.begun = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            env={**kept, **usual, **env},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def differs(self, now: bytes, share: float = 0.2) -> bool:
        """True if at least that share of the screen is not as it was before the launch."""
        step = 1024  # few: the program waits for its key while they are compared
        pairs = zip(range(0, len(now), step), range(4, len(now), step), strict=False)
        changed = sum(now[a:b] != self.blank[a:b] for a, b in pairs)
        return changed > share * len(now) / step

    def opened(self, quiet: float = QUIET) -> float:
        """Wait for the first screen; seconds from the launch to its last changed pixel."""
        last, _ = self.screen.still(quiet, LAUNCH, self.differs)
        assert last is not None
        return last - self.begun

    def press(self, *keys: str) -> None:
        """Press keys, each when what the one before it did is drawn."""
        for key in keys:
            before = self.screen.look()
            self.screen.press(key)
            self.screen.changed(before, 2.0)
            self.screen.still(0.12, 10.0)

    def stop(self) -> None:
        """End it and wait until the screen is empty again."""
        self.process.kill()  # some engines ask a question where they are told to end
        self.process.wait()
        time.sleep(0.3)


@contextmanager
def running(screen: Screen, command: Sequence[str], env: dict[str, str]) -> Iterator[Running]:
    """The program, ended with the block."""
    program = Running(screen, command, env)
    try:
        yield program
    finally:
        program.stop()


def game(story: Path) -> list[str]:
    """How the game is started, as a player's command starts it."""
    return [sys.executable, "-m", "game", "play", str(story)]


def start(screen: Screen, command: Sequence[str], env: dict[str, str], key: str = "") -> Start:
    """Launch, press `key` as soon as there is a title, and wait for the first scene."""
    with running(screen, command, env) as program:
        seen = screen.changed(program.blank, LAUNCH)
        while not program.differs(screen.look()):
            time.sleep(0.001)
        if key:
            before = screen.look()
            screen.press(key)
            seen = screen.changed(before, 5.0)
        assert seen is not None, "nothing came"
        last, _ = screen.still(0.6, LAUNCH)
        return Start((last or seen) - program.begun, cpu(program.process.pid))


def keys(program: Running, times: int) -> Spread:
    """From an arrow key to the first changed pixel."""
    dice, took = random.Random(5), []
    for number in range(times):
        time.sleep(dice.uniform(0.05, 0.2))
        before = program.screen.look()
        pressed = program.screen.press("Down" if number % 2 else "Up")
        seen = program.screen.changed(before, 2.0)
        assert seen is not None, "a key did nothing"
        took.append(seen - pressed)
        program.screen.still(0.1, 5.0)
    return spread(took)


def choices(program: Running, times: int, reading: float) -> tuple[Spread, Spread]:
    """From a choice to the first and the last changed pixel of the next scene.

    `reading` are the seconds that a player takes for a scene, at least.
    """
    dice, first, last = random.Random(7), [], []
    for _ in range(times):
        time.sleep(reading + dice.uniform(0.0, 0.2))
        before = program.screen.look()
        pressed = program.screen.press(dice.choice("12"))
        seen = program.screen.changed(before, 3.0)
        assert seen is not None, "a choice did nothing"
        settled, _ = program.screen.still(0.25, 5.0)
        first.append(seen - pressed)
        last.append((settled or seen) - pressed)
    return spread(first), spread(last)


def idle(program: Running, seconds: float) -> float:
    """Percent of a core that it uses while nothing happens."""
    time.sleep(1.0)
    before, at = cpu_exact(program.process.pid), time.perf_counter()
    time.sleep(seconds)
    spent, past = cpu_exact(program.process.pid) - before, time.perf_counter() - at
    return spent / past * 100


def changes(program: Running, times: int) -> list[float]:
    """The megabytes held at the start and after every tenth part of so many scene changes."""
    held, dice = [memory(program.process.pid)], random.Random(9)
    for number in range(1, times + 1):
        before = program.screen.look()
        program.screen.press(dice.choice("12"))
        program.screen.changed(before, 3.0)
        if number % (times // 10) == 0:
            time.sleep(0.3)
            held.append(memory(program.process.pid))
    return held
