"""Writes the lock files anew: `python3 build/lock/renew.py [--upgrade]`, with uv on the PATH.

Each lock holds every package that one purpose needs, pinned and with the hashes of its files, for
all systems and for Python 3.11 or newer at once. Four stand on each other (player < test < lint <
make), so one environment can hold them all; `executable` stands on `player`.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
CLONE = HERE.parent.parent

# name of the lock: (the extras of pyproject.toml in it, the lock whose pins it must keep)
LOCKS: dict[str, tuple[tuple[str, ...], str | None]] = {
    "player": ((), None),
    "test": (("test",), "player"),
    "lint": (("test", "lint"), "test"),
    "make": (("make",), "lint"),
    "executable": (("executable",), "player"),
}


def renew(name: str, options: list[str]) -> None:
    """Write one lock; without `--upgrade` among the options it keeps the pins that still fit."""
    extras, base = LOCKS[name]
    command = ["uv", "pip", "compile", "pyproject.toml", "--output-file", f"build/lock/{name}.txt"]
    command += ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"]
    # Only wheels: nothing is compiled, and no build script runs, on a player's machine.
    command += ["--only-binary", ":all:", "--no-emit-index-url", "--quiet", *options]
    for extra in extras:
        command += ["--extra", extra]
    if base is not None:
        command += ["--constraint", f"build/lock/{base}.txt"]
    subprocess.run(command, cwd=CLONE, check=True)


if __name__ == "__main__":
    for lock in LOCKS:
        renew(lock, sys.argv[1:])
