"""Builds the program for the system this runs on: `python3 build/executable [--to DIR]`.

Makes an environment of its own from `build/lock/executable.txt`, and in DIR (`dist` if not given)

- a folder build, packed: unpack it and start the program in it. This is the one to recommend;
- a single file, which unpacks itself at each start: handier to pass on, slower to start; with the
  licences of what is in it as a `.zip`, to pass on beside it;
- beside each its bill of materials (`.cdx.json`), and the checksums of all of it (`SHA256SUMS`).

Every file's time is that of the commit (or `SOURCE_DATE_EPOCH`), so the same commit gives the same
bytes: docs/releasing.md says how far that goes.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# Run by its folder, this file knows only its neighbours; they are called as from the clone.
sys.path[0] = str(Path(__file__).resolve().parents[2])

from build.executable import recipe  # noqa: E402 - found only now

LOCK = recipe.CLONE / "build" / "lock" / "executable.txt"
_MADE = "ONE_OUT_BUILDS"
"""Set in the environment of the process that builds, once there are the packages it needs."""


def main() -> int:
    """Make the environment, and build in it."""
    typed = _arguments()
    if os.environ.get(_MADE) != sys.prefix:
        return _elsewhere()
    from build.executable.builder import Builder  # needs what the environment holds

    to: Path = typed.to
    to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="one-out-") as work:
        builder = Builder(Path(work), to.resolve(), system(), _when())
        builder.folder(pack=typed.only != "file")  # what is in the other is known from it
        if typed.only != "folder":
            builder.single_file()
        builder.finish()
    return 0


def system() -> str:
    """The name that artefacts carry: the system and its processor.

    >>> system() == system().lower()
    True
    """
    names = {"darwin": "macos", "win32": "windows"}
    processors = {"amd64": "x86_64", "aarch64": "arm64"}
    machine = platform.machine().lower()
    return f"{names.get(sys.platform, sys.platform)}-{processors.get(machine, machine)}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="build/executable", description=(__doc__ or "").strip())
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--to", type=Path, default=recipe.CLONE / "dist", metavar="DIR")
    parser.add_argument("--only", choices=("folder", "file"), help="one of the two builds")
    return parser.parse_args()


def _when() -> int:
    """The time of every file that is packed, in seconds: the commit's."""
    named = os.environ.get("SOURCE_DATE_EPOCH")
    if named:
        return int(named)
    asked = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],
        cwd=recipe.CLONE,
        capture_output=True,
        text=True,
        check=False,
    )
    return int(asked.stdout) if asked.returncode == 0 else int(time.time())


def _elsewhere() -> int:
    """Build in a new environment that holds the locked packages and nothing else."""
    with tempfile.TemporaryDirectory(prefix="one-out-environment-") as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = Path(folder) / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        print("Installing what the build needs ...", flush=True)
        install = [str(python), "-m", "pip", "install", "-qq", "--no-input", "--no-deps"]
        install += ["--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)]
        subprocess.run([*install, "--disable-pip-version-check"], check=True)
        env = dict(os.environ, PYTHONHASHSEED="0", PYTHONPATH=str(recipe.CLONE))
        env[_MADE] = str(Path(folder))
        command = [str(python), str(recipe.HERE), *sys.argv[1:]]
        return subprocess.run(command, env=env, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as why:
        sys.exit(f"build/executable: {why.cmd[0]} ended with {why.returncode}; see above")
