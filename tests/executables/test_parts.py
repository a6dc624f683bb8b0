"""The parts of the build that need no build: what goes in, whose it is, how it is packed."""

from __future__ import annotations

import ast
import hashlib
import os
import struct
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from build.executable import icons, libraries, packing, recipe, wheels
from build.executable.start import give_back
from build.executable.windows.resource import resource

CLONE = recipe.CLONE
WHEN = 1_700_000_000
Pack = Callable[[Path, Path, str, int], None]


def imports(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every module that the modules of a folder name, early or late."""
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((path, one.name) for one in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module is not None:
                yield path, node.module
                yield from ((path, f"{node.module}.{one.name}") for one in node.names)


def test_nothing_that_the_program_imports_is_left_out() -> None:
    outside = {"bootstrap.py", "environment.py", "__main__.py", "pytest_plugin.py"}
    found = [
        (path.name, name)
        for path, name in imports(CLONE / "game")
        if path.name not in outside
        and any(name == no or name.startswith(f"{no}.") for no in recipe.NO_MODULES)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("name", "out"),
    [
        ("libcrypto.so.3", True),
        ("libasound.so.2", True),
        ("pygame/portmidi.dll", True),
        ("pygame/display.pyi", True),
        ("pygame/freesansbold.ttf", False),
        ("pygame_ce.libs/libSDL2-2-abc.0.so.0", False),
        ("game/locale/de.mo", False),
    ],
)
def test_what_no_command_needs_is_left_out(name: str, out: bool) -> None:
    assert recipe.left_out(name) is out


@pytest.mark.parametrize(
    ("name", "project"),
    [
        ("pygame_ce.libs/libSDL2_mixer-2-c5a3.0.so.0", "SDL2_mixer"),
        ("pygame/SDL2.dll", "SDL2"),
        ("pygame/.dylibs/libSDL2-2.0.0.dylib", "SDL2"),
        ("libz.so.1", "zlib"),
        ("libpython3.11.so.1.0", None),
        ("vcruntime140.dll", None),
        ("prism/_native/libprism.dylib", None),
        ("prism/_native/prism.dll", None),
        ("pygame/libwinpthread-1.dll", "winpthreads"),
    ],
)
def test_a_library_is_known_by_its_name_on_every_system(name: str, project: str | None) -> None:
    assert libraries.is_library(name)
    found = libraries.of(name)
    assert (found and found.name) == project


@pytest.mark.parametrize(
    "name",
    [
        "accesskit/accesskit.abi3.so",
        "yaml/_yaml.cpython-311-x86_64-linux-gnu.so",
        "pygame/base.pyd",
    ],
)
def test_a_module_is_no_library(name: str) -> None:
    assert not libraries.is_library(name)


def test_an_unknown_library_stops_the_build() -> None:
    with pytest.raises(libraries.UnknownLibrary, match="libnobody"):
        libraries.of("libnobody.so.1")


def test_every_known_library_has_its_text() -> None:
    for known in libraries._KNOWN.values():
        assert (recipe.HERE / "licences" / known.text).stat().st_size > 500, known


def test_a_package_tells_its_licence_and_brings_the_text() -> None:
    pins = wheels.locked(CLONE / "build" / "lock" / "player.txt")
    found = {wheel.name: wheel for wheel in wheels.shipped(pins)}
    assert {"accesskit", "platformdirs", "pydantic", "pydantic-core", "pygame-ce"} <= set(found)
    for wheel in found.values():
        assert wheel.licence
        assert wheel.home.startswith("https://")
        assert wheel.texts or wheel.licence.startswith("LGPL-2.1"), wheel.name


# -- archives


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a program, a text, a link and a name that is not English."""
    folder = tmp_path / "folder"
    (folder / "für alle").mkdir(parents=True)
    (folder / "one-out").write_bytes(b"\x7fELF" * 99)
    (folder / "one-out").chmod(0o700)
    (folder / "für alle" / "Lies mich.txt").write_text("Öffnen", encoding="utf-8")
    (folder / "link").symlink_to("one-out")
    return folder


@pytest.mark.parametrize("pack", [packing.tar, packing.zipped])
def test_the_same_files_give_the_same_bytes(pack: Pack, folder: Path, tmp_path: Path) -> None:
    pack(folder, tmp_path / "one", "name", WHEN)
    other = tmp_path / "other"
    # Made in another order, at another time, by somebody else's rights.
    for path in sorted(folder.rglob("*"), reverse=True):
        there = other / path.relative_to(folder)
        there.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink():
            there.symlink_to(path.readlink())
        elif path.is_file():
            there.write_bytes(path.read_bytes())
            there.chmod(0o755 if path.stat().st_mode & 0o100 else 0o600)
            os.utime(there, (1, 1))
    pack(other, tmp_path / "two", "name", WHEN)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    (other / "one-out").write_bytes(b"another")
    pack(other, tmp_path / "three", "name", WHEN)
    assert (tmp_path / "one").read_bytes() != (tmp_path / "three").read_bytes()


def test_a_tar_unpacks_to_what_was_packed(folder: Path, tmp_path: Path) -> None:
    packing.tar(folder, tmp_path / "it.tar.xz", "one out", WHEN)
    with tarfile.open(tmp_path / "it.tar.xz") as archive:
        archive.extractall(tmp_path / "to", filter="data")
    there = tmp_path / "to" / "one out"
    assert (there / "für alle" / "Lies mich.txt").read_text(encoding="utf-8") == "Öffnen"
    assert (there / "link").is_symlink()
    assert (there / "link").read_bytes() == (folder / "one-out").read_bytes()
    assert (there / "one-out").stat().st_mode & 0o777 == 0o755
    assert (there / "one-out").stat().st_mtime == WHEN


def test_a_zip_keeps_links_rights_and_names(folder: Path, tmp_path: Path) -> None:
    packing.zipped(folder, tmp_path / "it.zip", "name", WHEN)
    with zipfile.ZipFile(tmp_path / "it.zip") as archive:
        found = {entry.filename: entry.external_attr >> 16 for entry in archive.infolist()}
        assert archive.read("name/link") == b"one-out"
    assert found == {
        "name/für alle/Lies mich.txt": 0o100644,
        "name/link": 0o120755,
        "name/one-out": 0o100755,
    }


def test_the_checksums_are_as_sha256sum_prints_them(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"two")
    (tmp_path / "a").write_bytes(b"one")
    packing.write_checksums([tmp_path / "b", tmp_path / "a"], tmp_path / "SUMS")
    one, two = (hashlib.sha256(word).hexdigest() for word in (b"one", b"two"))
    assert (tmp_path / "SUMS").read_text(encoding="utf-8") == f"{one}  a\n{two}  b\n"


# -- what the systems want


def test_the_icons_are_what_their_systems_read() -> None:
    picture = icons.png(32)
    assert struct.unpack(">II", picture[16:24]) == (32, 32)
    both = icons.ico({32: picture, 256: b"large"})
    kind, count = struct.unpack("<HH", both[2:6])
    assert (kind, count) == (1, 2)
    wide, *_, length, at = struct.unpack("<BBBBHHII", both[6:22])
    assert (wide, both[at : at + length]) == (32, picture)
    assert struct.unpack("<BBBBHHII", both[22:38])[0] == 0  # which stands for 256
    apple = icons.icns({b"ic07": picture})
    assert apple[:4] == b"icns"
    assert struct.unpack(">I", apple[4:8])[0] == len(apple)
    assert apple[8:12] == b"ic07"


def test_the_windows_resource_is_what_its_reader_evaluates() -> None:
    call = ast.parse(resource("One Out, All Out", "one-out", "1.2"), mode="eval").body
    assert isinstance(call, ast.Call)
    fixed = next(word.value for word in call.keywords if word.arg == "ffi")
    assert "filevers=(1, 2, 0, 0)" in ast.unparse(fixed)


def test_what_a_built_program_starts_finds_the_systems_libraries() -> None:
    theirs = {"LD_LIBRARY_PATH": "/bundle", "LD_LIBRARY_PATH_ORIG": "/theirs", "HOME": "/h"}
    give_back(theirs)
    assert theirs == {"LD_LIBRARY_PATH": "/theirs", "HOME": "/h"}
    none = {"LD_LIBRARY_PATH": "/bundle"}
    give_back(none)
    assert none == {}


def test_the_command_tells_what_it_does_before_it_installs_anything() -> None:
    told = subprocess.run(
        [sys.executable, CLONE / "build" / "executable", "--help"],
        env={k: v for k, v in os.environ.items() if not k.startswith("PYTHON")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert "--to DIR" in told.stdout
