"""What the window costs, beside the bars for it.

    python -m tests.bench.window [--against COMMAND] [--pictures FOLDER] [--quick]

Opens a screen of its own (Xvfb) and plays a story it writes, with a full-screen picture for every
scene, as a player would: by keys, looking at the pixels. `--against` is the command that starts
another engine at the first scene of such a story (Ren'Py with its software renderer, say); it is
started in turn with ours, so that both have the same hour of this machine. `--pictures` is a folder
with the pictures of that story, `bg_SCENE.jpg`. Figures are of this machine at this moment: compare
them with others of the same run. Linux only. Saving and loading: `tests.bench.window.saves`.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import shutil
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.window import outside, story
from tests.bench.window.outside import Spread, Start
from tests.bench.window.screen import Screen

ROOMS = {(1280, 720): (1600, 900), (1920, 1080): (2560, 1440)}
"""The window's size, and that of the screen on which the game takes it."""


def say(what: str, value: float, unit: str, bar: float | None = None) -> None:
    """One figure, and how it stands to its bar."""
    verdict = "" if bar is None else f"  bar {bar:g}  {'good' if value <= bar else 'MISSED'}"
    print(f"{what:58} {value:8.2f} {unit:10}{verdict}", flush=True)


def say_spread(what: str, found: Spread, median: float, p95: float | None = None) -> None:
    """A median and a 95th percentile."""
    say(f"{what}, median", found.median, "ms", median)
    say(f"{what}, 95th percentile", found.p95, "ms", p95)


class Bench:
    """One run. `again` is how often each program is started."""

    def __init__(self, work: Path, pictures: Path | None, *, quick: bool) -> None:
        self.story = story.write(work / "story", pictures)
        self.again, self.times = (3, 20) if quick else (9, 60)
        self.changes = 100 if quick else 1000
        home = work / "home"
        home.mkdir()
        (home / "settings.json").write_text("{}\n", encoding="utf-8")  # not its first run
        self.env = {
            "ONE_OUT_HOME": str(home),
            "PYTHONPATH": os.pathsep.join(sys.path),
            "PYTHONPYCACHEPREFIX": str(work / "compiled"),
        }
        self.game = outside.game(self.story)

    def starts(self, screen: Screen, against: str | None) -> None:
        """From the launch to the first scene with its picture, ours through its title.

        Also to the title, which has the same picture, and to the scene where a play goes on.
        """
        picture = str(self.story / f"bg_{story.SCENES[0]}.jpg")
        floor = [sys.executable, "-m", "tests.bench.window.floor", picture]
        begun = {**self.env, "ONE_OUT_HOME": f"{self.env['ONE_OUT_HOME']}-begun"}
        shutil.copytree(self.env["ONE_OUT_HOME"], begun["ONE_OUT_HOME"])
        with outside.running(screen, self.game, begun) as program:
            program.opened()
            program.press("1", "1")
        # Once unmeasured: the modules are compiled, and so is the story.
        outside.start(screen, self.game, self.env, "1")
        outside.start(screen, floor, self.env)
        title, ours, going_on, bare, other = [], [], [], [], []
        for _ in range(self.again):
            title.append(outside.start(screen, self.game, self.env))
            ours.append(outside.start(screen, self.game, self.env, "1"))
            going_on.append(outside.start(screen, self.game, begun, "1"))
            bare.append(outside.start(screen, floor, self.env))
            if against is not None:
                other.append(outside.start(screen, shlex.split(against), {}))
        for name, found in (
            *(("title, ours", title), ("first scene, ours", ours), ("going on, ours", going_on)),
            *(("first scene, the floor", bare), ("first scene, the other engine", other)),
        ):
            for kind in ("wall", "cpu") if found else ():
                of = [getattr(one, kind) * 1000 for one in found]
                say(f"{name}, {kind}, median", statistics.median(of), "ms")
                say(f"{name}, {kind}, least", min(of), "ms")
        say("title, wall, ours to the floor's", _ratio(title, bare, "wall"), "times", 1.8)
        say("first scene, wall, ours to the floor's", _ratio(ours, bare, "wall"), "times", 1.8)
        say("going on, wall, ours to the floor's", _ratio(going_on, bare, "wall"), "times", 1.8)
        if other:
            say("first scene, wall, ours to theirs", _ratio(ours, other, "wall"), "times", 0.40)
            say("first scene, cpu, ours to theirs", _ratio(ours, other, "cpu"), "times", 0.33)

    def played(self, screen: Screen, size: tuple[int, int], most: float) -> None:
        """Keys, choices, rest and memory of one sitting at a size; `most` megabytes."""
        at = f"{size[0]}x{size[1]}"
        with outside.running(screen, self.game, self.env) as program:
            program.opened()
            say(f"{at}, idle on the title", outside.idle(program, 4), "% core", 0.3)
            program.press("1")
            say_spread(f"{at}, arrow key", outside.keys(program, self.times), 10, 20)
            first, last = outside.choices(program, self.times // 2, 0.6)
            say_spread(f"{at}, choice to the first change", first, 20)
            say_spread(f"{at}, choice to the whole new scene", last, 20)
            for name, key in (
                *(("a scene", ""), ("the pause", "Escape"), ("the settings", "F10")),
                *(("the backlog", "b"), ("the saves", "s")),
            ):
                program.press(*([key] if key else []))
                say(f"{at}, idle on {name}", outside.idle(program, 4), "% core", 0.3)
                program.press(*(["Escape"] if key else []))
            held = outside.changes(program, self.changes)
            say(f"{at}, memory, most in {self.changes} scene changes", max(held), "MB", most)
            say(f"{at}, memory, growth in the last half", held[-1] - held[len(held) // 2], "MB", 3)

    def inside(self, screen: Screen, size: tuple[int, int], most: float) -> None:
        """A full redraw, and looking back; `most` milliseconds for the redraw."""
        at = f"{size[0]}x{size[1]}"
        command = [sys.executable, "-m", "tests.bench.window.inside", str(self.story), at]
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "WAYLAND_"))}
        env = {**kept, **self.env, "DISPLAY": screen.name}
        # The first time works out what is then kept.
        lines = [
            subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout
            for _ in range(2)
        ]
        found = json.loads(lines[-1].splitlines()[-1])
        say_spread(f"{at}, full redraw", Spread(*found["redraw"]), most)
        say(f"{at}, looking back, the first time", found["first"], "ms", 20)
        say_spread(f"{at}, looking back, again", Spread(*found["look_back"]), 20)


def _ratio(ours: Sequence[Start], theirs: Sequence[Start], kind: str) -> float:
    """Of the medians."""
    mine = statistics.median(float(getattr(one, kind)) for one in ours)
    return mine / statistics.median(float(getattr(one, kind)) for one in theirs)


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(prog="tests.bench.window")
    asked.add_argument("--against", metavar="COMMAND")
    asked.add_argument("--pictures", type=Path, metavar="FOLDER")
    asked.add_argument("--quick", action="store_true", help="fewer rounds, a few minutes")
    options = asked.parse_args()
    print(f"load of this machine: {' '.join(f'{n:.1f}' for n in os.getloadavg())}")
    with TemporaryDirectory() as folder:
        work = Path(folder)
        bench = Bench(work, options.pictures, quick=options.quick)
        with Screen(work / "small", *ROOMS[1280, 720]) as screen:
            bench.starts(screen, options.against)
            bench.played(screen, (1280, 720), 90)
            bench.inside(screen, (1280, 720), 4)
        with Screen(work / "large", *ROOMS[1920, 1080]) as screen:
            bench.played(screen, (1920, 1080), 120)
            bench.inside(screen, (1920, 1080), 8)
    print(f"load of this machine: {' '.join(f'{n:.1f}' for n in os.getloadavg())}")


if __name__ == "__main__":
    main()
