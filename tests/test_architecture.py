"""The walls of the house: who may import whom, and what no tracked file may say.

Imports are read from the source, late ones and those for types included: a wall is about what a
room knows of, not about when it loads it.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

CLONE = Path(__file__).resolve().parent.parent
GAME = CLONE / "game"

_CORE = {"story", "play", "check", "debrief"}

# What each room may import of the others. A room not on this list may not exist: write it down here
# and in docs/architecture.md.
ROOMS: dict[str, set[str]] = {
    "story": set(),
    "play": {"story"},
    "check": {"story", "play"},
    "debrief": {"story", "play", "check"},
    "terminal": {"story", "play"},
    "export": _CORE,
    "audio": _CORE,
    "speech": _CORE,
    "classroom": _CORE,
    "ui": _CORE | {"audio", "speech", "export"},
    "commands": _CORE | {"terminal", "export", "audio", "speech", "classroom", "ui"},
    "cli": _CORE | {"commands", "terminal"},
    # How a clone sets itself up stands outside the game, before there are packages.
    "__main__": {"old_python", "bootstrap"},
    "bootstrap": {"cli", "environment"},
    "environment": {"bootstrap"},
}

# Small modules every room may import; they import no room.
COMMON = {"places", "translation", "whole"}

# A package that is one room's, or a few rooms', business.
OWNERS: dict[str, set[str]] = {
    "accesskit": {"speech"},
    "pygame": {"ui", "audio"},
    "prism": {"speech"},
    "http": {"classroom"},
    "socketserver": {"classroom"},
    "yaml": {"story"},
    "pytest": {"bootstrap", "check"},
}


def sources(room: str) -> list[Path]:
    """The files of a room, which is a package or a single module."""
    return sorted((GAME / room).rglob("*.py")) or [GAME / f"{room}.py"]


def rooms() -> list[str]:
    """Every package and module directly under game/."""
    found = {path.stem for path in GAME.glob("*.py")} | {
        path.name for path in GAME.iterdir() if path.is_dir() and any(path.rglob("*.py"))
    }
    return sorted(found - {"__init__"})


def imports(path: Path, tree: ast.AST | None = None) -> Iterator[tuple[int, str]]:
    """The line and full name of everything a file imports."""
    for node in ast.walk(tree or ast.parse(path.read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = path.relative_to(CLONE).with_suffix("").parts[: -node.level or None]
            start = ".".join([*(above if node.level else ()), *filter(None, [node.module])])
            # `from game import ui` names the room last, `from game.ui import Window` first.
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)


def reached(name: str) -> str | None:
    """The room that an imported name leads to."""
    parts = name.split(".")
    return parts[1] if parts[0] == "game" and len(parts) > 1 else None


@pytest.mark.parametrize("room", rooms())
def test_room_imports_only_the_rooms_it_stands_on(room: str) -> None:
    assert room in ROOMS.keys() | COMMON | {"old_python"}, f"{room} is not on the ground plan"
    allowed = ROOMS.get(room, set()) | COMMON | {room, "__version__"}
    wrong = [
        f"{path.relative_to(CLONE)}:{line} imports {name}"
        for path in sources(room)
        for line, name in imports(path)
        if reached(name) not in allowed | {None}
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("package", OWNERS)
def test_package_is_imported_only_by_its_owners(package: str) -> None:
    wrong = [
        f"{path.relative_to(CLONE)}:{line} imports {name}"
        for room in rooms()
        if room not in OWNERS[package]
        for path in sources(room)
        for line, name in imports(path)
        if name.split(".")[0] == package
    ]
    assert not wrong, "\n".join(wrong)


def test_command_line_loads_nothing_until_it_is_needed() -> None:
    # The rooms it may name early hold modules that import nothing heavy themselves.
    loads = "import sys; a = set(sys.modules); import game.cli; print(*set(sys.modules) - a)"
    done = subprocess.run(
        [sys.executable, "-c", loads],
        cwd=CLONE,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = done.stdout.split()
    assert {reached(name) for name in loaded} <= {None, "cli", "commands", "terminal"} | COMMON
    assert {name.split(".")[0] for name in loaded} <= sys.stdlib_module_names | {"game"}


# --- What no tracked file may say -----------------------------------------------------------------

# One letter of each word stands in brackets, so that this file does not find itself.
_UNWANTED = {
    "a path of one machine": r"(?<![\w.~-])/(w[o]rk|r[o]ot|h[o]me/\w+|U[s]ers/\w+|t[m]p/\w+)/",
    "a package registry's host": r"https?://[a-z0-9.:-]*(p[y]pi|python[h]osted|n[p]mjs|d[e]bian"
    r"|r[e]gistry)[a-z0-9.:-]*",
}


def tracked() -> list[Path]:
    """The text files that are, or on the next commit would be, part of the project."""
    if not (CLONE / ".git").exists():  # a source package holds nothing but what was tracked
        paths = [path for path in CLONE.rglob("*") if ".venv" not in path.parts]
    else:
        command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, cwd=CLONE, capture_output=True, check=True).stdout
        paths = [CLONE / name for name in listed.decode("utf-8").split("\0") if name]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()]


@pytest.mark.parametrize("what", _UNWANTED)
def test_no_tracked_file_has(what: str) -> None:
    unwanted = re.compile(_UNWANTED[what], re.IGNORECASE)
    found = [
        f"{path.relative_to(CLONE)}:{number} {line.strip()[:120]}"
        for path in tracked()
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), start=1)
        if unwanted.search(line)
    ]
    assert not found, "\n".join(found)
