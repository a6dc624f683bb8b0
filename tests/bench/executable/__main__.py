"""What the standalone builds weigh and how fast they start, beside the bars for it.

    python -m tests.bench.executable [--made DIR] [--rounds 9]

Weighs and starts the folder build and the single file of `DIR` (built first if not given), the game
from source, and an empty program on pygame that is built the same way. Each is started in turn, so
that all have the same hour of this machine, on a screen of its own (Xvfb), with a story that has
been read before; a start ends with the last changed pixel of its first picture. Linux only.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import statistics
import subprocess
import sys
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from build.executable import trial
from tests.bench.window.__main__ import say
from tests.bench.window.outside import running
from tests.bench.window.process import family
from tests.bench.window.screen import Screen

CLONE = Path(__file__).resolve().parents[3]
HERE = Path(__file__).resolve().parent
MB = 1_000_000


def main() -> None:
    """Build what is missing, weigh, start, and print."""
    asked = argparse.ArgumentParser(prog="tests.bench.executable")
    asked.add_argument("--made", type=Path, metavar="DIR")
    asked.add_argument("--rounds", type=int, default=9)
    options = asked.parse_args()
    with TemporaryDirectory(prefix="one-out-") as folder:
        work = Path(folder)
        made = options.made or _built(work / "made")
        game = trial.unpacked(made, work / "game")
        empty, empty_file = _empty(work)
        single = trial.single_file(made)
        print(f"load of this machine: {' '.join(f'{n:.1f}' for n in os.getloadavg())}")
        weights(game.parent, single, empty.parent, empty_file, made)
        programs = {
            "from source": [sys.executable, "-m", "game", "play"],
            "folder build": [str(game), "play"],
            "single file": [str(single), "play"],
            "empty program, source": [sys.executable, str(HERE / "empty.py")],
            "empty program, folder": [str(empty)],
            "empty program, single file": [str(empty_file)],
        }
        starts(programs, work, options.rounds)
        print(f"load of this machine: {' '.join(f'{n:.1f}' for n in os.getloadavg())}")


def weights(game: Path, single: Path, empty: Path, empty_file: Path, made: Path) -> None:
    """Print what all weigh, in MB of a million bytes."""
    whole, bare = zipped(game, lambda _: True), zipped(game, lambda name: "shipped/" not in name)
    beside = whole - bare
    say("folder, zipped, without stories and assets", bare, "MB", 25)
    say("folder, zipped, with all", whole, "MB", 50)
    (packed,) = made.glob("*.tar.xz")
    say("folder, as it is given away (.tar.xz)", packed.stat().st_size / MB, "MB", 50)
    say("folder, unpacked", sum(f.stat().st_size for f in _files(game)) / MB, "MB")
    file = single.stat().st_size / MB
    say("single file, without stories and assets", file - beside, "MB", 20)
    say("single file, with all", file, "MB", 50)
    say("empty program, folder, zipped", zipped(empty, lambda _: True), "MB")
    say("empty program, single file", empty_file.stat().st_size / MB, "MB")


def zipped(folder: Path, wanted: Callable[[str], bool]) -> float:
    """Megabytes of the files of a folder, by their places in it, in a zip."""
    with TemporaryDirectory() as work:
        to = Path(work) / "it.zip"
        with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in _files(folder):
                if wanted(path.relative_to(folder).as_posix()):
                    archive.write(path, path.relative_to(folder))
        return to.stat().st_size / MB


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]


def starts(programs: dict[str, list[str]], work: Path, rounds: int) -> None:
    """Start each in turn, and print the time to the first picture."""
    home = work / "home"
    home.mkdir()
    (home / "settings.json").write_text("{}\n", encoding="utf-8")  # not its first run
    env = {
        "ONE_OUT_HOME": str(home),
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONPYCACHEPREFIX": str(work / "compiled"),
    }
    took: dict[str, list[float]] = {name: [] for name in programs}
    with Screen(work / "screen", 1600, 900) as screen:
        for number in range(rounds + 1):
            for name, command in programs.items():
                with running(screen, command, env) as program:
                    seconds = program.opened()
                    for one in reversed(family(program.process.pid)):  # a single file is two
                        with contextlib.suppress(OSError):
                            os.kill(one, signal.SIGKILL)
                if number:  # the first time, files are read and modules compiled
                    took[name].append(seconds)
    for name, found in took.items():
        say(f"first picture, {name}, median", statistics.median(found) * 1000, "ms")
        say(f"first picture, {name}, least", min(found) * 1000, "ms")
    middle = {name: statistics.median(found) for name, found in took.items()}
    source = middle["from source"]
    say("first picture, folder build to source", middle["folder build"] / source, "times", 1.3)
    say("first picture, single file to source", middle["single file"] / source, "times", 2.5)
    bare = middle["empty program, source"]
    for kind in ("folder", "single file"):
        ratio = middle[f"empty program, {kind}"] / bare
        say(f"first picture, empty program, {kind} to source", ratio, "times")


def _built(to: Path) -> Path:
    subprocess.run([sys.executable, CLONE / "build" / "executable", "--to", to], check=True)
    return to


def _empty(work: Path) -> tuple[Path, Path]:
    """The empty program's two builds, from the packages that the game's are made with."""
    print("Building the empty program ...", flush=True)
    venv.create(work / "environment", with_pip=True)
    python = str(work / "environment" / "bin" / "python")
    install = [python, "-m", "pip", "install", "-qq", "--no-deps", "--require-hashes"]
    install += ["--disable-pip-version-check", "--only-binary", ":all:"]
    subprocess.run([*install, "-r", CLONE / "build/lock/executable.txt"], check=True)
    places = ["--distpath", str(work / "empty"), "--workpath", str(work / "empty-work")]
    command = [python, "-m", "PyInstaller", *places, "--log-level", "ERROR"]
    subprocess.run([*command, HERE / "empty.spec"], check=True)
    return work / "empty" / "empty" / "empty", work / "empty" / "empty-file"


if __name__ == "__main__":
    main()
