"""Gathers the licences of everything in a built program into one folder, with a list of it all."""

from __future__ import annotations

import shutil
import sysconfig
from collections.abc import Iterable
from pathlib import Path

from build.executable import libraries, recipe, wheels

_TEXTS = recipe.HERE / "licences"
_GNU = ("GPL-2.txt", "GPL-3.txt", "LGPL-2.txt", "LGPL-2.1.txt")
"""The GNU licences whole, to which several of the texts point."""

_HEAD = """\
What is in this program, and under which licence
================================================

{title} itself: MIT (game.txt). Its stories and art, all in `stories` and `assets` but the fonts:
CC BY-SA 4.0 (stories-and-art.txt). The fonts: OFL 1.1, each text beside its fonts in
`assets/fonts`; whose each file is stands in `assets/LICENCES.md`.

The libraries under the LGPL are separate files, which you may replace with builds of your own;
their sources are where they are named below, and with this program's source.

"""


def gather(to: Path, files: Iterable[str], lock: Path) -> None:
    """Fill the folder `to` for a bundle of `files`. Raises `UnknownLibrary`, FileNotFoundError."""
    to.mkdir(parents=True)
    lines = [_HEAD.format(title=recipe.TITLE)]
    shutil.copy(recipe.CLONE / "LICENSES" / "MIT.txt", to / "game.txt")
    shutil.copy(recipe.CLONE / "LICENSES" / "CC-BY-SA-4.0.txt", to / "stories-and-art.txt")
    shutil.copy(python_text(), to / "python.txt")
    lines.append("Python: PSF-2.0 (python.txt), https://www.python.org\n")
    for wheel in wheels.shipped([*wheels.locked(lock), wheels.BOOTLOADER]):
        what = f"{wheel.name} {wheel.version}: {wheel.licence}"
        names = [f"{wheel.name}-{n}.txt" for n, _ in enumerate(wheel.texts, 1)]
        for text, name in zip(wheel.texts, names, strict=True):
            shutil.copy(text, to / name)
        if not names and not wheel.licence.startswith("LGPL-2.1"):
            raise FileNotFoundError(f"{wheel.name} brings no licence along; add its text")
        lines.append(f"{what} ({', '.join(names) or 'LGPL-2.1.txt'}), {wheel.home}\n")
    for library in sorted({found for name in files if (found := of(name)) is not None}):
        shutil.copy(_TEXTS / library.text, to / library.text)
        lines.append(f"{library.name}: {library.licence} ({library.text})\n")
    for name in _GNU:
        shutil.copy(_TEXTS / name, to / name)
    (to / "LIST.txt").write_text("".join(lines), encoding="utf-8", newline="\n")


def of(name: str) -> libraries.Library | None:
    """The library that a file of the bundle is, if it is one of others. Raises `UnknownLibrary`."""
    return libraries.of(name) if libraries.is_library(name) else None


def python_text() -> Path:
    """Python's own licence, wherever this system keeps it. Raises FileNotFoundError."""
    paths = sysconfig.get_paths()
    stdlib, base = Path(paths["stdlib"]), Path(sysconfig.get_config_var("installed_base") or "")
    for place in (stdlib / "LICENSE.txt", base / "LICENSE.txt", base / "LICENSE"):
        if place.is_file():
            return place
    raise FileNotFoundError("Python's licence is not where it was looked for")
