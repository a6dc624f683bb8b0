"""What is built once for all tests of built programs: the artefacts, and a bare system."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.executables.bare import Bare
from tests.executables.screen import Screen

_PROCESSOR = {"aarch64": "arm64"}.get(platform.machine(), platform.machine())

CLONE = Path(__file__).parents[2]
FOLDER = "/opt/Spiele für alle"
"""Where programs are put on the bare system."""


def build(to: Path, clone: Path = CLONE) -> Path:
    """Run the build's one command; the folder with what it made."""
    # Whatever is set for the tests is none of the build's.
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "ONE_OUT", "SDL"))}
    # A copy of a clone is no repository that could tell the commit's time.
    commit = ["git", "log", "-1", "--format=%ct"]
    when = subprocess.run(commit, cwd=CLONE, capture_output=True, text=True, check=True).stdout
    clean["SOURCE_DATE_EPOCH"] = when.strip()
    built = subprocess.run(
        [sys.executable, clone / "build" / "executable", "--to", to],
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return to


class Made(NamedTuple):
    """The artefacts of one build."""

    to: Path

    @property
    def archive(self) -> Path:
        """The folder build, packed."""
        (found,) = self.to.glob("one-out-*.tar.xz")
        return found

    @property
    def single(self) -> Path:
        """The single file."""
        (found,) = (path for path in self.to.glob("one-out-*") if path.name.endswith(_PROCESSOR))
        return found


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Built now, or where `ONE_OUT_MADE` says: whoever works on these tests builds but once."""
    there = os.environ.get("ONE_OUT_MADE")
    return Made(Path(there) if there else build(tmp_path_factory.mktemp("made")))


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory, made: Made) -> Bare:
    """The bare system, with both builds in it."""
    folder = tmp_path_factory.mktemp("bare")
    system = Bare(folder / "root", folder / "packages")
    place = system.root / FOLDER[1:]
    place.mkdir()
    with tarfile.open(made.archive) as archive:
        archive.extractall(place, filter="data")
    (unpacked,) = place.iterdir()
    unpacked.rename(place / "folder")
    (place / "file").mkdir()
    (place / "file" / "one-out").write_bytes(made.single.read_bytes())
    (place / "file" / "one-out").chmod(0o755)
    return system


@pytest.fixture(params=["folder", "file"])
def program(request: pytest.FixtureRequest, bare: Bare) -> str:
    """The path of the program on the bare system, of either build; the player is new."""
    bare.forget()
    return f"{FOLDER}/{request.param}/one-out"


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    with Screen() as screen:
        yield screen
