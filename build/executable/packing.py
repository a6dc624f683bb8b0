"""Archives and checksums. The same files give the same bytes, whenever and wherever packed."""

from __future__ import annotations

import stat
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

_RUNS = 0o755
_READS = 0o644


def tree(folder: Path) -> Iterator[Path]:
    """Every file in a folder, in the order of their names."""
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).parts):
        if path.is_symlink() or path.is_file():
            yield path


def tar(folder: Path, to: Path, name: str, when: int) -> None:
    """Pack a folder as `name` into a .tar.xz. `when` is every file's time, in seconds."""
    with tarfile.open(to, "w:xz", format=tarfile.PAX_FORMAT) as archive:
        for path in tree(folder):
            entry = archive.gettarinfo(path, f"{name}/{path.relative_to(folder).as_posix()}")
            entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname = when, 0, 0, "", ""
            entry.mode = _mode(path)
            if entry.isreg():
                with path.open("rb") as content:
                    archive.addfile(entry, content)
            else:
                archive.addfile(entry)


def zipped(folder: Path, to: Path, name: str, when: int) -> None:
    """Pack a folder as `name` into a .zip. Links, as in a macOS bundle, stay links."""
    date = datetime.fromtimestamp(when, UTC).timetuple()[:6]
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in tree(folder):
            entry = zipfile.ZipInfo(f"{name}/{path.relative_to(folder).as_posix()}", date)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix: only then is the mode read
            link = path.is_symlink()
            kind = stat.S_IFLNK if link else stat.S_IFREG
            entry.external_attr = (kind | _mode(path)) << 16
            content = str(path.readlink()).encode() if link else path.read_bytes()
            archive.writestr(entry, content)


def _mode(path: Path) -> int:
    return _RUNS if path.is_symlink() or path.stat().st_mode & stat.S_IXUSR else _READS


def checksum(path: Path) -> str:
    """The SHA-256 of a file, as `sha256sum` prints it."""
    digest = sha256()
    with path.open("rb") as content:
        while block := content.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def write_checksums(files: Iterable[Path], to: Path) -> None:
    """Write what `sha256sum --check` reads."""
    lines = [f"{checksum(path)}  {path.name}\n" for path in sorted(files)]
    to.write_text("".join(lines), encoding="utf-8", newline="\n")
