"""Which files a story is made of, their bytes, and the fingerprint of them all.

A story may come from a stranger, so nothing here follows a name out of the story's folder, opens
anything that is not an ordinary file, or reads more than the limits of `docs/story-format.md`
(sections 1 and 10) allow. Players use this to find a compiled story: no YAML is read here, and
nothing heavy is imported.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, NamedTuple

from game.story.diagnostics import Problems
from game.story.model import Place

if TYPE_CHECKING:
    from game.story.tree import Tree

HEAD = "story.yaml"
PARTS = ("people.yaml", "notes.yaml", "sources.yaml")
SCENES = "scenes"

LARGEST = 8 * 1024 * 1024
"""Bytes in one file."""
LARGEST_STORY = 32 * 1024 * 1024
"""Bytes in all files of a story."""
MOST_FILES = 500

_MIB = 1024 * 1024


class SourceFile(NamedTuple):
    """A file of a story: its name from the story's folder, with `/`, and where it lies."""

    name: str
    path: Path


def story_folder(path: Path) -> Path:
    """The folder that a story's names start from, given what was asked for: a folder or a file."""
    return path if path.is_dir() else path.parent


def story_files(path: Path, problems: Problems) -> list[SourceFile]:
    """The files of the story at `path`, in reading order; those of `include:` come separately.

    `path` is a story's folder, its `story.yaml`, or the only file of a story that has one. What is
    wrong goes to `problems` (Y01, Y05, Y09); files that cannot belong to the story are left out,
    and without a head there are none at all.
    """
    if not path.is_dir():
        if path.name == HEAD and path.is_file():
            return _in_folder(path.parent, problems)
        return _only_file(path, problems)
    return _in_folder(path, problems)


def extra_files(
    root: Path,
    include: Sequence[str],
    tree: Tree,
    problems: Problems,
    already: Iterable[SourceFile] = (),
) -> list[SourceFile]:
    """The files named under `include:` of the head, which is `tree`, in the order written.

    `root` is the story's folder, `already` what `story_files` gave. A name that leads out of the
    folder, is not there, or is read already, is reported where it is written (Y01, Y09, F11).
    """
    names = {file.name for file in already}
    room = MOST_FILES - len(names)
    out: list[SourceFile] = []
    for n, name in enumerate(include):
        steps = ("include", n)
        place, length = tree.place(steps), tree.length(steps)
        if len(out) >= room:
            _too_many(place, problems)
            break
        if _leads_out(name):
            problems.add("Y09", place, length, path=name)
            continue
        tidy = PurePosixPath(name).as_posix()
        if "\\" in name:
            why = "the parts of a path are separated by `/`"
            problems.add("Y01", place, length, what=f"`{name}`", why=why)
        elif tidy in names:
            why = f"`{tidy}` is read already"
            problems.add("F11", place, length, why=why, mend="Take the line out.")
        elif _stays(root, tidy, place, length, problems):
            real = _as_written(root, tidy)
            if real != tidy:
                why = f"its name is `{real}`, and to some computers that is another"
                problems.add("Y01", place, length, what=f"`{name}`", why=why)
            elif (file := _inside(root, tidy, place, length, problems)) is not None:
                names.add(tidy)
                out.append(file)
    return out


def read_files(
    files: Iterable[SourceFile], problems: Problems, already: int = 0
) -> list[tuple[str, bytes]]:
    """The names and bytes of `files`, without those that cannot be read (Y01, Y05).

    `already` is how many bytes of the story have been read before. A file's size is looked at
    before it is read, and the reading ends where the story grows beyond its limit.
    """
    out: list[tuple[str, bytes]] = []
    for file in files:
        data = read_bytes(file, problems, LARGEST_STORY - already)
        if data is not None:
            already += len(data)
            out.append((file.name, data))
    return out


def read_bytes(file: SourceFile, problems: Problems, room: int = LARGEST_STORY) -> bytes | None:
    """The bytes of one file, or None if it cannot be read (Y01) or is too large (Y05).

    `room` is how many bytes the story may still grow by.
    """
    place = Place(file.name, 1, 1)
    try:
        # A named pipe or a device would wait, or do something, on being opened: hence the look
        # before, and the flag, and the look after.
        if not stat.S_ISREG(os.stat(file.path).st_mode):
            _unread(place, file.name, _not_a_file(file.path), problems)
            return None
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with open(os.open(file.path, flags), "rb") as opened:
            status = os.fstat(opened.fileno())
            if not stat.S_ISREG(status.st_mode):
                _unread(place, file.name, _not_a_file(file.path), problems)
                return None
            most = min(LARGEST, room)
            size = status.st_size
            if size <= most:
                data = opened.read(size + 1)
                if len(data) > size:  # it grows, or does not say how large it is
                    data += opened.read(most + 1 - len(data))
                size = len(data)
                if size <= most:
                    return data
    except (OSError, ValueError) as error:
        _unread(place, file.name, _why(error), problems)
        return None
    what, limit = (f"`{file.name}`", LARGEST) if size > LARGEST else ("the story", LARGEST_STORY)
    if size <= LARGEST:
        size += LARGEST_STORY - room
    problems.add(
        "Y05", place, what=what, size=f"{size / _MIB:.1f} MiB", limit=f"{limit // _MIB} MiB"
    )
    return None


def fingerprint(files: Iterable[tuple[str, bytes]]) -> str:
    r"""The hash of a story's sources: 32 hexadecimal digits, whatever order the files come in.

    >>> fingerprint([("story.yaml", b"format: 1\n")])
    '3e0307631c2700b4e91ba34573390681'
    """
    import hashlib

    whole = hashlib.blake2b(digest_size=16)
    for name, data in sorted(files):
        key = name.encode("utf-8", "surrogatepass")
        whole.update(b"%d %d " % (len(key), len(data)))
        whole.update(key)
        whole.update(data)
    return whole.hexdigest()


def _only_file(path: Path, problems: Problems) -> list[SourceFile]:
    place = Place(path.name, 1, 1)
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        _unread(place, str(path), _why(error), problems)
        return []
    if not stat.S_ISREG(mode):
        _unread(place, str(path), _not_a_file(path), problems)
        return []
    return [SourceFile(path.name, path)]


def _in_folder(root: Path, problems: Problems) -> list[SourceFile]:
    names = _listing(root, HEAD, problems)
    if HEAD not in names:
        if names or os.access(root, os.R_OK):
            problems.add("Y01", Place(HEAD, 1, 1), what=f"`{HEAD}`", why=_headless(root, names))
        return []
    found = [_inside(root, HEAD, Place(HEAD, 1, 1), 1, problems)]
    if found[0] is None:
        return []
    found += [
        _inside(root, part, Place(part, 1, 1), 1, problems) for part in PARTS if part in names
    ]
    found += _scenes(root, names, problems)
    for name in names:
        small = name.lower()
        if small != name and small in (*PARTS, SCENES) and small not in names:
            why = f"its name must be written `{small}`"
            problems.add("Y01", Place(name, 1, 1), what=f"`{name}`", why=why)
    files = [file for file in found if file is not None]
    if len(files) > MOST_FILES:
        _too_many(Place(HEAD, 1, 1), problems)
    return files[:MOST_FILES]


def _scenes(root: Path, names: Sequence[str], problems: Problems) -> Iterator[SourceFile | None]:
    """Every `scenes/*.yaml`. Names that begin with a dot are editors' and systems' own."""
    folder = Place(SCENES, 1, 1)
    if SCENES not in names or not _stays(root, SCENES, folder, 1, problems):
        return
    for name in _listing(root / SCENES, SCENES, problems):
        full = f"{SCENES}/{name}"
        if name.startswith("."):
            continue
        if not name.isprintable():
            shown = full.encode("utf-8", "replace").decode()
            why = "its name has characters that cannot be printed"
            problems.add("Y01", Place(shown, 1, 1), what=f"`{shown}`", why=why)
        elif name.endswith(".yaml"):
            yield _inside(root, full, Place(full, 1, 1), 1, problems)
        elif name.lower().endswith((".yaml", ".yml")):
            why = "the name of a scene's file must end in `.yaml`"
            problems.add("Y01", Place(full, 1, 1), what=f"`{full}`", why=why)


def _listing(folder: Path, name: str, problems: Problems) -> list[str]:
    """The names in a folder, sorted. A folder that cannot be read is reported as `name`."""
    try:
        return sorted(os.listdir(folder))
    except OSError as error:
        _unread(Place(name, 1, 1), name, _why(error), problems)
        return []


def _headless(root: Path, names: Sequence[str]) -> str:
    """Why a folder without a head is no story, and what may have been meant."""
    stories = [n for n in names if (root / n / HEAD).is_file()]
    files = [n for n in names if n.lower().endswith((".yaml", ".yml")) and not n.startswith(".")]
    why = f"the folder `{root.name or root}` has none"
    if stories:
        return f"{why}; these folders in it do: {_some(stories)}"
    if files:
        return f"{why}; it has {_some(files)}"
    return why


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(f"`{n}`" for n in names[:5])
    return f"{shown} and {len(names) - 5} more" if len(names) > 5 else shown


def _leads_out(name: str) -> bool:
    """Whether a path is absolute, on any system, or climbs."""
    windows = PureWindowsPath(name)
    climbs = ".." in windows.parts
    return climbs or bool(windows.anchor) or name.startswith("/")


def _inside(
    root: Path, name: str, place: Place, length: int, problems: Problems
) -> SourceFile | None:
    """The file `name`, if it is an ordinary one; if it is a link, one that stays in the folder.

    That the folders in `name` stay is the caller's to know.
    """
    path = root / name
    try:
        mode = os.lstat(path).st_mode
        if stat.S_ISLNK(mode):
            if not _stays(root, name, place, length, problems):
                return None
            mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        problems.add("Y01", place, length, what=f"`{name}`", why=_why(error))
        return None
    if not stat.S_ISREG(mode):
        problems.add("Y01", place, length, what=f"`{name}`", why=_not_a_file(path))
        return None
    return SourceFile(name, path)


def _as_written(root: Path, name: str) -> str:
    """The name with the small and capital letters that the folders have, as far as they have it.

    Some systems do not mind them, and a story written there would not be found on the others.
    """
    out: list[str] = []
    folder = root
    for part in PurePosixPath(name).parts:
        try:
            names = os.listdir(folder)
        except (OSError, ValueError):
            names = []
        small = part.lower()
        real = part if part in names else next((n for n in names if n.lower() == small), part)
        out.append(real)
        folder /= real
    return "/".join(out) or "."


def _stays(root: Path, name: str, place: Place, length: int, problems: Problems) -> bool:
    """Whether `name`, with every link followed, lies in the story's folder."""
    try:
        real = Path(os.path.realpath(root / name))
    except (OSError, ValueError) as error:
        problems.add("Y01", place, length, what=f"`{name}`", why=_why(error))
        return False
    if real.is_relative_to(os.path.realpath(root)):
        return True
    problems.add("Y09", place, length, path=name)
    return False


def _too_many(place: Place, problems: Problems) -> None:
    what, limit = "the story", f"{MOST_FILES} files"
    problems.add("Y05", place, what=what, size=f"more than {MOST_FILES} files", limit=limit)


def _not_a_file(path: Path) -> str:
    return "it is a folder" if path.is_dir() else "it is not an ordinary file"


def _unread(place: Place, name: str, why: str, problems: Problems) -> None:
    problems.add("Y01", place, what=f"`{name}`", why=why)


_REASONS = {
    errno.ENOENT: "it is not there",
    errno.EACCES: "you may not read it",
    errno.EPERM: "you may not read it",
    errno.ENOTDIR: "what should be a folder is a file",
    errno.ELOOP: "its links lead round in a circle",
    errno.ENAMETOOLONG: "its name is too long",
}


def _why(error: Exception) -> str:
    """Why a file cannot be read, in words."""
    if not isinstance(error, OSError):
        return "no file can have this name"
    return _REASONS.get(error.errno or 0, error.strerror or "the system does not say why")
