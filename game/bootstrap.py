"""Runs a command of a fresh clone inside an environment that has the packages it needs.

`python -m game` and `python -m tests` must work on a machine that has Python and nothing else. So
each first finds an environment holding the packages of its lock file (`build/lock/`), has
`game.environment` make one where there is none, and starts again inside it. The environment keeps
a copy of the lock it was made from; while the two are equal, nothing needs doing.

An ordinary start passes through here on its way, so this module imports nothing but `os` and `sys`.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # importing it from typing would cost as much as all the rest
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Literal, NoReturn, TypeAlias

    Purpose: TypeAlias = Literal["player", "test"]
    """What the packages are for: each purpose has a lock file of this name."""

CLONE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
"""The folder that holds `game/`: a clone of the project, or a folder of installed packages."""

COMMANDS: dict[Purpose, str] = {"player": "game", "test": "tests"}
"""The module that `python -m` runs for each purpose."""

SETUP_LOCK = "one-out.lock"
"""Held while an environment is made; its presence says that the environment is ours to mend."""

_HOPS = "ONE_OUT_HOPS"
_MOST_HOPS = 3


class SetupError(Exception):
    """Setting up failed; the text says why and what mends it, for whoever typed the command."""


def start(purpose: Purpose) -> int:
    """Run the purpose's command where its packages are installed; return its exit code.

    Where this process lacks them, it is replaced by one that has them.
    """
    try:
        hops = int(os.environ.pop(_HOPS, "0"))
        if hops:
            _hold_ctrl_c(held=False)
        if not runs_here(purpose):
            if hops >= _MOST_HOPS:
                raise SetupError(f"The game's environment cannot be entered: {sys.prefix}")
            _go_elsewhere(purpose, hops)
        run = _command(purpose)
    except SetupError as error:
        print(f"one-out: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\none-out: stopped. The next start sets up what is missing.", file=sys.stderr)
        return 130
    return run()


def _command(purpose: Purpose) -> Callable[[], int]:
    if purpose == "test":
        import pytest

        return lambda: pytest.main(sys.argv[1:])
    from game.cli import main

    return main


def runs_here(purpose: Purpose) -> bool:
    """Whether this process can run the purpose's command as it is.

    It can from an installed copy, which has no lock file beside it and whose installer saw to the
    packages; and in a virtual environment that holds them, the reader's own included.
    """
    wanted = lock_of(purpose)
    if wanted is None:
        return True
    if sys.prefix == sys.base_prefix:
        return False
    if missing(wanted, (entry for entry in sys.path if entry.endswith("site-packages"))):
        return False
    return not is_ours(sys.prefix) or is_current(sys.prefix, purpose, wanted)


def lock_of(purpose: Purpose) -> bytes | None:
    """The lock file's content, or None where this is not a clone."""
    try:
        with open(os.path.join(CLONE, "build", "lock", f"{purpose}.txt"), "rb") as lock:
            return lock.read()
    except FileNotFoundError:
        return None


def pinned(lock: bytes) -> dict[str, str]:
    """The version of each package that a lock file names for every system."""
    return {
        _normal(name): version.split()[0]
        for line in lock.decode("utf-8").splitlines()
        if line[:1].isalnum() and " ; " not in line
        for name, _, version in [line.partition("==")]
    }


def missing(lock: bytes, folders: Iterable[str]) -> set[str]:
    """The packages of a lock file that none of the folders of installed packages has."""
    found: set[str] = set()
    for folder in folders:
        try:
            entries = os.listdir(folder)
        except OSError:
            continue
        found.update(_normal(e.partition("-")[0]) for e in entries if e.endswith(".dist-info"))
    return pinned(lock).keys() - found


def _normal(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def candidates() -> tuple[str, str]:
    """Where an environment may be: in the clone, else (a read-only clone) in the user's cache."""
    # Two clones must not share one environment, as their locks may differ.
    import zlib

    name = f"environment-{zlib.crc32(os.fsencode(CLONE)):08x}"
    return os.path.join(CLONE, ".venv"), os.path.join(_user_cache(), "one-out-all-out", name)


def _user_cache() -> str:
    """The user's cache folder, as `game.places` says it once its platformdirs is installed."""
    home = os.environ.get("ONE_OUT_HOME")
    if home:
        return os.path.join(os.path.abspath(os.path.expanduser(home)), "cache")
    if os.name == "nt":
        return os.environ.get("LOCALAPPDATA") or os.path.expanduser(r"~\AppData\Local")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches")
    return os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")


def python_of(environment: str) -> str:
    """The environment's interpreter."""
    if os.name == "nt":
        return os.path.join(environment, "Scripts", "python.exe")
    return os.path.join(environment, "bin", "python")


def base_python() -> str:
    """The Python that stands behind this one's virtual environment, or this one."""
    python: str = getattr(sys, "_base_executable", "")
    return python or sys.executable


def stamp_of(environment: str, purpose: Purpose) -> str:
    """The environment's copy of the lock it was made from, written when all of it is installed."""
    return os.path.join(environment, f"one-out-{purpose}.txt")


def is_ours(environment: str) -> bool:
    """Whether we made the environment, and so may mend it or make it anew."""
    return os.path.exists(os.path.join(environment, SETUP_LOCK))


def is_current(environment: str, purpose: Purpose, wanted: bytes) -> bool:
    """Whether the environment was made from exactly this lock, and its Python is still there."""
    try:
        with open(stamp_of(environment, purpose), "rb") as stamp:
            if stamp.read() != wanted:
                return False
        with open(os.path.join(environment, "pyvenv.cfg"), encoding="utf-8") as settings:
            home = settings.readline().partition("=")[2].strip()
    except (OSError, UnicodeDecodeError):
        return False
    # On Windows the environment's python.exe outlives the Python it was made from.
    return os.path.isdir(home) and os.path.exists(python_of(environment))


def _go_elsewhere(purpose: Purpose, hops: int) -> NoReturn:
    """Replace this process by one that has the packages, setting up an environment if need be."""
    wanted = lock_of(purpose) or b""
    for place in candidates():
        if is_ours(sys.prefix) and _same(sys.prefix, place):
            # This very environment is out of date or broken. It is mended from outside it: a
            # running Python cannot be replaced on Windows. Without its stamp nobody trusts it.
            _forget(stamp_of(place, purpose))
            _hand_over(base_python(), purpose, hops)
        if is_ours(place) and is_current(place, purpose, wanted):
            _hand_over(python_of(place), purpose, hops)
    from game.environment import prepare

    _hand_over(python_of(prepare(purpose, wanted)), purpose, hops)


def _same(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _forget(stamp: str) -> None:
    try:
        os.remove(stamp)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise SetupError(f"The game's environment is out of date and locked: {error}") from None


def _hand_over(python: str, purpose: Purpose, hops: int) -> NoReturn:
    """Go on as another Python running the same command; Unix replaces the process for real."""
    command = [python, "-m", COMMANDS[purpose], *sys.argv[1:]]
    # With PYTHONHOME set, an environment's Python would look for its packages elsewhere.
    surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONHOME"}
    surroundings[_HOPS] = str(hops + 1)
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        # Windows' exec returns to the prompt at once and leaves the game running behind it.
        sys.exit(_wait_for(command, surroundings))
    _hold_ctrl_c(held=True)
    try:
        os.execve(python, command, surroundings)
    except OSError as error:
        _hold_ctrl_c(held=False)
        raise SetupError(
            f"The game's environment does not start: {error}\n"
            f"Remove the folder {os.path.dirname(os.path.dirname(python))} and start again."
        ) from None


def _hold_ctrl_c(*, held: bool) -> None:
    """Keep Ctrl+C back, or let it come, as `KeyboardInterrupt`.

    It is kept back across the replacement of the process, whose mask of signals the new one
    inherits: a Python that has only begun to start would die of it, without a word.
    """
    import signal

    if sys.platform != "win32":
        how = signal.SIG_BLOCK if held else signal.SIG_UNBLOCK
        signal.pthread_sigmask(how, [signal.SIGINT])


def _wait_for(command: list[str], surroundings: dict[str, str]) -> int:
    """Run the command to its end. Ctrl+C reaches both processes; what it means, the game says."""
    import subprocess

    process = subprocess.Popen(command, env=surroundings)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue
