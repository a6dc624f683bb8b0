"""The makers, run as their users run them: in processes of their own, never in the test's."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from build.reproducible import CLONE, steadied

SAMPLES = """
import sys
from pathlib import Path
from build.art.catalogue import Entry
from build.art.making import make_all
from tests.art.samples.works import WORKS

if __name__ == "__main__":
    entries = [Entry("tests.art.samples.works", work) for work in WORKS]
    assert len(list(make_all(entries, Path(sys.argv[1])))) == len(WORKS)
"""


def command(*arguments: str | Path, check: bool = True) -> subprocess.CompletedProcess[str]:
    """`python3 build/art` with these arguments."""
    return _run([str(CLONE / "build" / "art"), *map(str, arguments)], dict(os.environ), check)


def samples(folder: Path, environment: dict[str, str] | None = None) -> dict[str, str]:
    """Make the works of `tests/art/samples`: the checksum of each file made."""
    folder.mkdir(parents=True)
    script = folder.with_suffix(".py")
    script.write_text(SAMPLES, encoding="utf-8")
    _run([str(script), str(folder)], environment or steadied(), check=True)
    return checksums(folder)


def python(code: str, environment: dict[str, str] | None = None) -> str:
    """What a program prints in the environment where things are made."""
    return _run(["-c", code], environment or steadied(), check=True).stdout


def checksums(folder: Path) -> dict[str, str]:
    """The checksum of each file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _run(
    arguments: list[str], environment: dict[str, str], check: bool
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=CLONE,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done
