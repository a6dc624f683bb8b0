"""Tries what a build has made, where it was made: `python3 build/executable/trial.py DIR`.

Unpacks the folder build beside a path with spaces and letters that are not English, and has both
builds tell their version, list, validate and check what ships, and open a window on SDL's dummy
driver. On Linux `tests/executables` does much more; elsewhere this is what a machine without a
screen can do. Needs nothing but Python.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from pathlib import Path

COMMAND = "one-out"
_SUFFIX = ".exe" if sys.platform == "win32" else ""
_OPEN = 10.0
"""Seconds that the window is to stay open."""


def main(made: Path) -> None:
    """Try both builds. Raises AssertionError, CalledProcessError, ValueError if one is missing."""
    with tempfile.TemporaryDirectory(prefix="one-out-") as work:
        place = Path(work) / "Spiele für alle"
        for program in (unpacked(made, place), single_file(made)):
            print(f"Trying {program.name}, {'folder' if place in program.parents else 'file'} ...")
            attempt(program, Path(work) / "home")


def attempt(program: Path, home: Path) -> None:
    """Try one program, with everything it keeps in `home`."""
    env = {**os.environ, "ONE_OUT_HOME": str(home), "PYTHONUTF8": "1"}
    typed = program
    if sys.platform == "win32":  # a windowed program prints only into a pipe there
        console = program.with_name(f"{COMMAND}-console.exe")
        typed = console if console.exists() else program
    assert asked(typed, env, "--version").startswith(f"{COMMAND} ")
    stories = json.loads(asked(typed, env, "stories", "--json"))
    assert stories
    for story in stories:
        asked(typed, env, "validate", story["id"])
        asked(typed, env, "check", story["id"])
    stays_open(program, {**env, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"})


def asked(program: Path, env: dict[str, str], *arguments: str) -> str:
    """What a command prints; it must end well."""
    told = subprocess.run(
        [str(program), *arguments],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=True,
        timeout=600,
        encoding="utf-8",
    )
    return told.stdout


def stays_open(program: Path, env: dict[str, str]) -> None:
    """Start it as by a double click; it must not end by itself."""
    process = subprocess.Popen([str(program)], env=env, stdin=subprocess.DEVNULL)
    try:
        until = time.monotonic() + _OPEN
        while time.monotonic() < until:
            assert process.poll() is None, f"it ended by itself, with {process.returncode}"
            time.sleep(0.2)
    finally:
        process.terminate()
        process.wait(60)


def unpacked(made: Path, to: Path) -> Path:
    """The program of the folder build, unpacked into `to`."""
    (archive,) = [*made.glob(f"{COMMAND}-*.tar.xz"), *archives(made)]
    to.mkdir()
    if archive.suffix == ".xz":
        with tarfile.open(archive) as tar:
            tar.extractall(to, filter="data")
    elif sys.platform == "darwin":  # zipfile knows no links and no rights
        subprocess.run(["ditto", "-x", "-k", archive, to], check=True)
    else:
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(to)  # noqa: S202 - made here, a moment ago
    (folder,) = to.iterdir()
    apps = list(folder.glob("*.app"))
    return apps[0] / "Contents" / "MacOS" / COMMAND if apps else folder / f"{COMMAND}{_SUFFIX}"


def archives(made: Path) -> list[Path]:
    """The zip of the folder build, where there is one."""
    return [path for path in made.glob(f"{COMMAND}-*.zip") if "-licences" not in path.name]


def single_file(made: Path) -> Path:
    """The single file of this system."""
    processor = {"amd64": "x86_64", "aarch64": "arm64"}
    machine = processor.get(platform.machine().lower(), platform.machine().lower())
    (found,) = made.glob(f"{COMMAND}-*-{machine}{_SUFFIX}")
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
