"""A bare system to run a built program in: a root without Python, a network, or our files.

The root is unpacked from Debian packages: the C library and zlib, which the program's first file
leans on, the X client libraries that any desktop has, and busybox. A program in it runs as a user
who owns nothing but a home, in namespaces of its own: an empty network, its own processes. That
takes root, which CI machines are.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

PACKAGES = (
    "busybox-static", "libbsd0", "libc6", "libmd0", "libx11-6", "libxau6", "libxcb1", "libxcursor1",
    "libxdmcp6", "libxext6", "libxfixes3", "libxi6", "libxrandr2", "libxrender1", "libxss1",
    "zlib1g",
)  # fmt: skip

PLAYER = 1000
HOME = "/home/jörg müller"
"""Names of people and folders are not all English, nor one word."""

_ENTER = """\
set -eu
mount -t proc proc "$ROOT/proc"
if [ -d /tmp/.X11-unix ]; then mount --bind /tmp/.X11-unix "$ROOT/tmp/.X11-unix"; fi
if [ -n "$READ_ONLY" ]; then
    mount --bind "$ROOT$READ_ONLY" "$ROOT$READ_ONLY"
    mount -o remount,bind,ro "$ROOT$READ_ONLY"
fi
exec chroot --userspec={player}:{player} "$ROOT" "$@"
"""


class Bare:
    """The system. `root` is where its root lies."""

    def __init__(self, root: Path, downloads: Path) -> None:
        self.root = root
        downloads.mkdir(parents=True)
        # Downloaded by who runs this: the folder is not open to apt's own user.
        fetch = ["apt-get", "download", "-qq", "-o", "APT::Sandbox::User=root", *PACKAGES]
        if subprocess.run(fetch, cwd=downloads, capture_output=True, check=False).returncode:
            subprocess.run(["apt-get", "update", "-qq"], check=True)
            subprocess.run(fetch, cwd=downloads, check=True)
        for package in sorted(downloads.glob("*.deb")):
            subprocess.run(["dpkg-deb", "-x", package, root], check=True)
        for folder in ("proc", "dev", "etc", "opt", "tmp/.X11-unix", f".{HOME}"):
            (root / folder).mkdir(parents=True, exist_ok=True)
        for name, minor in (("null", 3), ("zero", 5), ("random", 8), ("urandom", 9)):
            os.mknod(root / "dev" / name, 0o20666, os.makedev(1, minor))
            (root / "dev" / name).chmod(0o666)
        (root / "tmp").chmod(0o1777)
        (root / "bin" / "sh").symlink_to("busybox")
        line = f"player:x:{PLAYER}:{PLAYER}:Player:{HOME}:/bin/sh\n"
        (root / "etc" / "passwd").write_text(line, encoding="utf-8")
        os.chown(self.home, PLAYER, PLAYER)

    @property
    def home(self) -> Path:
        """The player's home, as seen from outside."""
        return self.root / HOME[1:]

    def forget(self) -> None:
        """Empty the home, as for a new player, and what a killed single file left unpacked."""
        for folder in (self.root / "tmp").glob("_MEI*"):
            shutil.rmtree(folder)
        shutil.rmtree(self.home)
        self.home.mkdir()
        os.chown(self.home, PLAYER, PLAYER)

    def run(self, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end; `more` are variables of its environment."""
        return subprocess.run(
            self.inside(command, more),
            env=self._environment(),
            input="",
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def start(
        self,
        *command: str,
        read_only: str = "",
        under: Sequence[str] = (),
        log: IO[bytes] | int = subprocess.DEVNULL,
        **more: str,
    ) -> subprocess.Popen[bytes]:
        """Start a command and leave it running; `under` comes before it all, such as a tracer."""
        return subprocess.Popen(
            [*under, *self.inside(command, more)],
            env=self._environment(read_only),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )

    def inside(self, command: Sequence[str], more: dict[str, str] | None = None) -> list[str]:
        """The command line that runs a command in the system."""
        surroundings = {"HOME": HOME, "PATH": "/bin", "USER": "player", **(more or {})}
        clean = ["/bin/busybox", "env", "-i", *(f"{k}={v}" for k, v in surroundings.items())]
        enter = ["sh", "-c", _ENTER.format(player=PLAYER), "enter", *clean, *command]
        return ["unshare", "--mount", "--net", "--ipc", "--pid", "--fork", "--kill-child", *enter]

    def files(self) -> Iterator[tuple[str, int, int]]:
        """Every file but the system's own, with its size and time of change."""
        for folder, folders, names in os.walk(self.root):
            here = Path(folder)
            if here == self.root:
                folders[:] = [name for name in folders if name not in ("proc", "dev")]
            for name in names:
                found = (here / name).lstat()
                yield str((here / name).relative_to(self.root)), found.st_size, found.st_mtime_ns

    def _environment(self, read_only: str = "") -> dict[str, str]:
        return {"PATH": os.environ["PATH"], "ROOT": str(self.root), "READ_ONLY": read_only}


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a started command at once, as a power cut does: nothing in it hears of it."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait(30)
