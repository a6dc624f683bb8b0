"""The steps of a build. Needs the packages of `build/lock/executable.txt`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from build.executable import bom, licences, packing, recipe
from build.executable.windows.resource import resource
from game import __version__

_LOCK = recipe.CLONE / "build" / "lock" / "player.txt"
_SUFFIX = {"win32": ".exe"}.get(sys.platform, "")

_TYPED = {
    "win32": f"{recipe.COMMAND}-console",
    "darwin": f'"{recipe.TITLE}.app/Contents/MacOS/{recipe.COMMAND}"',
}.get(sys.platform, f"./{recipe.COMMAND}")
"""What is typed in the unpacked folder to give a command."""


class Builder:
    """Builds in the empty folder `work`, into the folder `to`. `when`: every file's time."""

    def __init__(self, work: Path, to: Path, system: str, when: int) -> None:
        self._work, self._to, self._when = work, to, when
        self._name = f"{recipe.COMMAND}-{__version__}-{system}"
        self._made: list[Path] = []
        self._shipped = work / "shipped"
        self._icons = work / "icons"
        self._licences = work / "licences"
        self._program = work
        self._files: list[str] = []
        self._prepare()

    def _prepare(self) -> None:
        """What lies beside the modules: stories, assets, what is worked out ahead; and icons."""
        print("Working out the stories ahead ...", flush=True)
        for name in ("stories", "assets"):
            shutil.copytree(
                recipe.CLONE / name,
                self._shipped / name,
                ignore=shutil.ignore_patterns(".*", "__pycache__"),
            )
        self._python("ahead.py", str(self._shipped / "stories"), str(self._shipped / "ahead"))
        self._python("icons.py", str(self._icons))
        (self._work / "version.txt").write_text(
            resource(recipe.TITLE, recipe.COMMAND, __version__), encoding="utf-8"
        )

    def folder(self, *, pack: bool) -> None:
        """The folder build; if `pack`, packed as its system's people expect."""
        program = self._pyinstaller("folder", one_file=False)
        if sys.platform == "darwin":
            # Nothing may be added to a bundle, which is signed: the rest lies beside it.
            app = f"{recipe.TITLE}.app"
            shutil.copytree(program.with_name(app), self._work / "beside" / app, symlinks=True)
            program = self._work / "beside"
        self._program, self._files = program, _files(program)
        licences.gather(self._licences, self._files, _LOCK)
        if pack:
            self._pack(program)

    def _pack(self, program: Path) -> None:
        start = f"{recipe.TITLE}.app" if sys.platform == "darwin" else f"{recipe.COMMAND}{_SUFFIX}"
        self._add(program, f"Start {start} in this folder.")
        name = f"{recipe.COMMAND}-{__version__}"
        if sys.platform.startswith("linux"):
            for path in sorted((recipe.HERE / "linux").iterdir()):
                shutil.copy(path, program / path.name)
            shutil.copy(self._icons / "icon.png", program / f"{recipe.COMMAND}.png")
            made = self._to / f"{self._name}.tar.xz"
            packing.tar(program, made, name, self._when)
        else:
            made = self._to / f"{self._name}.zip"
            packing.zipped(program, made, name, self._when)
        self._keep(made)
        if sys.platform == "win32":
            self._installer(program)

    def single_file(self) -> None:
        """The single file; the licences are in it, and beside it for people to read."""
        program = self._pyinstaller("file", one_file=True)
        made = self._to / f"{self._name}{_SUFFIX}"
        shutil.copy(program, made)
        self._keep(made)
        beside = self._to / f"{self._name}-licences.zip"
        packing.zipped(self._licences, beside, "licences", self._when)
        self._made.append(beside)

    def finish(self) -> None:
        """The checksums."""
        packing.write_checksums(self._made, self._to / "SHA256SUMS")
        for path in self._made:
            print(f"{path.stat().st_size / 1e6:6.1f} MB  {path.name}")

    # -- steps

    def _pyinstaller(self, name: str, *, one_file: bool) -> Path:
        """Run PyInstaller; the folder or file it made."""
        print(f"Building the {name} ...", flush=True)
        to = self._work / name
        environment = dict(
            os.environ,
            ONE_OUT_SHIPPED=str(self._shipped),
            ONE_OUT_LICENCES=str(self._licences) if one_file else "",
            ONE_OUT_ICON=str(self._icon()) if sys.platform in ("win32", "darwin") else "",
            ONE_OUT_VERSION=str(self._work / "version.txt") if sys.platform == "win32" else "",
            SOURCE_DATE_EPOCH=str(self._when),
            PYGAME_HIDE_SUPPORT_PROMPT="1",
            # Its cache of stripped libraries, elsewhere shared by all builds of a user.
            PYINSTALLER_CONFIG_DIR=str(self._work / "pyinstaller"),
        )
        command = [sys.executable, "-m", "PyInstaller", str(recipe.HERE / "one-out.spec")]
        command += ["--distpath", str(to), "--workpath", str(self._work / f"{name}-work")]
        command += ["--noconfirm", "--log-level", "ERROR"]
        subprocess.run(command, env=environment, check=True)
        return to / f"{recipe.COMMAND}{_SUFFIX if one_file else ''}"

    def _add(self, program: Path, start: str) -> None:
        """What people look for on top: how to start, licences, a place for stories."""
        shutil.copytree(self._licences, program / "licences")
        text = (recipe.HERE / "README.txt").read_text(encoding="utf-8")
        (program / "README.txt").write_text(
            text.format(start=start, command=_TYPED), encoding="utf-8", newline="\n"
        )
        (program / "stories").mkdir()
        (program / "stories" / "PUT-STORIES-HERE.txt").write_text(
            "A folder with a story.yaml in it is a story, and stands on the game's shelf.\n",
            encoding="utf-8",
        )

    def _installer(self, program: Path) -> None:
        """The installer for Windows, where NSIS is there to make it."""
        makensis = shutil.which("makensis")
        if makensis is None:
            print("makensis is not on the PATH: no installer was made", file=sys.stderr)
            return
        made = self._to / f"{self._name}-install.exe"
        defined = [f"-DVERSION={__version__}", f"-DFROM={program}", f"-DTO={made}"]
        defined.append(f"-DICON={self._icons / 'icon.ico'}")
        script = str(recipe.HERE / "windows" / "one-out.nsi")
        subprocess.run([makensis, "-V2", *defined, script], check=True)
        self._made.append(made)

    def _icon(self) -> Path:
        return self._icons / ("icon.ico" if sys.platform == "win32" else "icon.icns")

    def _keep(self, made: Path) -> None:
        """Note an artefact, and write its bill of materials beside it."""
        bill = made.with_name(f"{made.name}.cdx.json")
        bill.write_text(
            bom.bom(self._program, self._files, __version__, _LOCK), encoding="utf-8", newline="\n"
        )
        self._made += [made, bill]

    def _python(self, script: str, *arguments: str) -> None:
        subprocess.run([sys.executable, str(recipe.HERE / script), *arguments], check=True)


def _files(program: Path) -> list[str]:
    """The files of a folder build, by their places in it; a library linked to counts once."""
    return [
        path.relative_to(program).as_posix()
        for path in packing.tree(program)
        if not path.is_symlink()
    ]
