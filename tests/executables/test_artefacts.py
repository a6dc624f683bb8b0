"""What a build makes: the same bytes from the same commit, a true bill of materials, licences."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import jsonschema
import pytest
from packaging.requirements import Requirement

from tests.executables.conftest import CLONE, Made, build

pytestmark = pytest.mark.executables

MB = 1_000_000
FOLDER_ZIPPED = 25 * MB
SINGLE = 20 * MB
WITH_ALL = 50 * MB


@pytest.fixture(scope="module")
def unpacked(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder build as a player has it."""
    to = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(made.archive) as archive:
        archive.extractall(to, filter="data")
    (folder,) = to.iterdir()
    return folder


def sums(folder: Path) -> dict[str, str]:
    """The checksums that a build tells."""
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def test_the_checksums_are_those_of_everything_there(made: Made) -> None:
    told = sums(made.to)
    there = {path.name: path for path in made.to.iterdir() if path.name != "SHA256SUMS"}
    assert told == {
        name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in there.items()
    }
    assert len(told) == 5


def test_the_same_commit_gives_the_same_bytes_in_another_place(made: Made, tmp_path: Path) -> None:
    clone = tmp_path / "ein anderer Klon"
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"],
        cwd=CLONE,
        capture_output=True,
        check=True,
    ).stdout
    for name in filter(None, listed.decode().split("\0")):
        if (CLONE / name).is_file():
            (clone / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(CLONE / name, clone / name)
    again = build(tmp_path / "made", clone)
    assert sums(again) == sums(made.to)


def test_the_weight_is_within_its_bars(made: Made, unpacked: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole.zip"
    bare = tmp_path / "bare.zip"
    for path, left_out in ((whole, "\0"), (bare, "/game/shipped/")):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for file in unpacked.rglob("*"):
                if file.is_file() and left_out not in file.as_posix():
                    archive.write(file, file.relative_to(unpacked))
    assert bare.stat().st_size <= FOLDER_ZIPPED
    assert whole.stat().st_size <= WITH_ALL
    assert made.single.stat().st_size - (whole.stat().st_size - bare.stat().st_size) <= SINGLE
    assert made.single.stat().st_size <= WITH_ALL


def test_the_bill_of_materials_is_true(made: Made, unpacked: Path) -> None:
    bill = json.loads(made.archive.with_name(f"{made.archive.name}.cdx.json").read_bytes())
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    parts = {part["bom-ref"]: part for part in bill["components"]}
    for ref, part in parts.items():
        if ref.startswith("file:"):
            content = (unpacked / ref.removeprefix("file:")).read_bytes()
            assert part["hashes"] == [
                {"alg": "SHA-256", "content": hashlib.sha256(content).hexdigest()}
            ]
        assert part["licenses"], ref
    # Every shared library and every package that the program was made of is in it.
    named = {ref.removeprefix("file:") for ref in parts if ref.startswith("file:")}
    there = {
        path.relative_to(unpacked).as_posix()
        for path in unpacked.rglob("lib*.so*")
        if not path.is_symlink() and not path.name.startswith("libpython")
    }
    assert named == there
    lock = (CLONE / "build/lock/player.txt").read_text(encoding="utf-8")
    pins = [Requirement(line) for line in re.findall(r"(?m)^([\w.-]+==[^\\\n]+)", lock)]
    here = {f"pypi:{pin.name.lower()}" for pin in pins if not pin.marker or pin.marker.evaluate()}
    assert {ref for ref in parts if ref.startswith("pypi:")} == here | {"pypi:pyinstaller"}
    assert "cpython" in parts


def test_the_bill_of_materials_has_the_form_of_its_standard(made: Made) -> None:
    """The few rules that every reader relies on: the library that writes it knows the rest."""
    schema = {
        "type": "object",
        "required": ["bomFormat", "specVersion", "version", "metadata", "components"],
        "properties": {
            "components": {
                "items": {
                    "required": ["type", "name"],
                    "properties": {
                        "type": {"enum": ["library", "file", "platform"]},
                        "purl": {"pattern": "^pkg:(pypi|generic)/"},
                        "licenses": {"minItems": 1},
                    },
                }
            },
            "dependencies": {"minItems": 1},
        },
    }
    for path in made.to.glob("*.cdx.json"):
        bill = json.loads(path.read_bytes())
        jsonschema.validate(bill, schema)
        assert "serialNumber" not in bill


def test_everything_in_it_has_its_licence_beside_it(made: Made, unpacked: Path) -> None:
    folder = unpacked / "licences"
    listed = (folder / "LIST.txt").read_text(encoding="utf-8")
    texts = re.findall(r"[\w.+-]+\.txt", listed)
    assert texts
    for name in set(texts):
        assert (folder / name).stat().st_size > 200, name
    bill = json.loads(made.archive.with_name(f"{made.archive.name}.cdx.json").read_bytes())
    for part in bill["components"]:
        if part["bom-ref"].startswith(("pypi:", "file:")):
            assert re.search(rf"(?m)^{re.escape(part['name'])}[ :]", listed), part["name"]
    beside = made.single.with_name(f"{made.single.name}-licences.zip")
    with zipfile.ZipFile(beside) as archive:
        assert sorted(archive.namelist()) == sorted(f"licences/{p.name}" for p in folder.iterdir())


def test_nothing_of_this_machine_is_in_it(unpacked: Path) -> None:
    """No path of the clone or of whoever built it: also a matter of the same bytes."""
    home, clone = str(Path.home()).encode(), str(CLONE).encode()
    for path in unpacked.rglob("*"):
        if path.is_file() and "licences" not in path.parts:
            content = path.read_bytes()
            assert clone not in content, path
            if len(home) > len("/root"):
                assert home not in content, path


def test_the_trial_of_the_release_workflow_passes_here_too(made: Made) -> None:
    trial = CLONE / "build" / "executable" / "trial.py"
    told = subprocess.run(
        [sys.executable, trial, made.to], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert told.stdout.count("Trying") == 2


# -- what only other systems can run


def test_the_windows_installer_compiles(unpacked: Path, tmp_path: Path) -> None:
    icons = CLONE / "build" / "executable" / "icons.py"
    subprocess.run([sys.executable, icons, tmp_path], check=True, env=_on_path())
    told = subprocess.run(
        [
            *("makensis", "-WX", "-V2", "-DVERSION=0.1.0", f"-DFROM={unpacked}"),
            *(f"-DTO={tmp_path / 'one-out-install.exe'}", f"-DICON={tmp_path / 'icon.ico'}"),
            CLONE / "build/executable/windows/one-out.nsi",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr
    assert (tmp_path / "one-out-install.exe").read_bytes().startswith(b"MZ")


def _on_path() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(CLONE)}


def test_the_menu_script_is_sound() -> None:
    script = CLONE / "build" / "executable" / "linux" / "add-to-menu.sh"
    told = subprocess.run(["shellcheck", script], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (0, "")
