"""Makes the virtual environment that a fresh clone plays in, and mends a broken one.

It works from the standard library and whatever pip there is: also where the system's Python is
externally managed, and where Debian's python3 comes without venv's pip. Packages come from a lock
file, each checked against its hash, wheels only: nothing is compiled and no build script runs.

A killed start leaves a mark, and the next one begins afresh. Two starts at once take turns.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
from typing import IO, TYPE_CHECKING

from game.bootstrap import (
    CLONE,
    COMMANDS,
    SETUP_LOCK,
    SetupError,
    base_python,
    candidates,
    is_current,
    is_ours,
    lock_of,
    missing,
    pinned,
    python_of,
    stamp_of,
)

if TYPE_CHECKING:
    from collections.abc import Generator

    from game.bootstrap import Purpose

_UNFINISHED = "one-out-unfinished"

_NO_PIP = (
    "There is no pip to install the game's packages with.\n"
    "On Debian and Ubuntu: sudo apt install python3-pip (or python3-venv). Elsewhere:\n"
    "{python} -m ensurepip --user, or install Python anew from python.org."
)
_NO_VENV = (
    "This Python lacks its own 'venv' module ({error}).\n"
    "On Debian and Ubuntu: sudo apt install python3-venv. Elsewhere install Python anew\n"
    "from python.org."
)
_NO_PLACE = "There is nowhere to put the game's packages:\n{reasons}"

# What pip says, and what it means for the person at the keyboard: the first that fits is told.
_MEANINGS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("DO NOT MATCH THE HASHES",),
        "A package is not the one this version of the game was tested with, so it was not\n"
        "installed. Perhaps a download was cut short: start again. If it stays, something on the\n"
        "network changes files on their way.",
    ),
    (
        ("No space left", "Errno 28", "not enough space"),
        "The disk is full: the game's packages need about {megabytes} MB in\n{environment}",
    ),
    (
        ("SSLError", "CERTIFICATE_VERIFY_FAILED"),
        "The network's certificate is not trusted by this Python. On a school or office network,\n"
        "ask for its certificate file and set PIP_CERT to it.",
    ),
    (
        (
            "NewConnectionError",
            "ConnectTimeoutError",
            "Connection broken",
            "Connection refused",
            "Failed to resolve",
            "Max retries exceeded",
            "Network is unreachable",
            "ProxyError",
            "ReadTimeoutError",
            "Temporary failure in name resolution",
        ),
        "The network could not be reached. The first start needs it, once; later starts do not.\n"
        "Check the connection (behind a proxy, set HTTPS_PROXY) and start again.",
    ),
    (
        ("No matching distribution", "Could not find a version"),
        "No ready-made package fits this system and this Python ({version}). Python {known} has\n"
        "them for Linux, macOS and Windows; start the game with one of those.",
    ),
)
# Measured on Linux, x86-64.
_DOWNLOAD_MB: dict[Purpose, int] = {"player": 16, "test": 30}
_INSTALLED_MB: dict[Purpose, int] = {"player": 49, "test": 107}
_KNOWN_PYTHONS = "3.11 to 3.14"


def prepare(purpose: Purpose, wanted: bytes) -> str:
    """Make an environment with the packages of the lock `wanted`; return its folder.

    Raises `SetupError` with the mend where that cannot be done.
    """
    reasons: list[str] = []
    for place in candidates():
        try:
            if _is_someone_elses(place):
                reasons.append(f"  {place}: is there already, and the game did not make it")
                continue
            os.makedirs(place, exist_ok=True)
            with open(os.path.join(place, SETUP_LOCK), "ab") as lock, _alone(lock):
                # Another start may have made it while this one waited for its turn.
                if not is_current(place, purpose, wanted):
                    _make(place, purpose, wanted, lock)
        except OSError as error:
            reasons.append(f"  {place}: {error.strerror or error}")
        else:
            return place
    raise SetupError(_NO_PLACE.format(reasons="\n".join(reasons)))


def _is_someone_elses(place: str) -> bool:
    if not os.path.lexists(place) or is_ours(place):
        return False
    return not os.path.isdir(place) or bool(os.listdir(place))


@contextlib.contextmanager
def _alone(lock: IO[bytes]) -> Generator[None]:
    """Hold the lock file; the system lets go of it when its last holder ends, however it ends."""
    if _held(lock, wait=False):
        yield
        return
    _say("another start is setting up; waiting for it ...")
    _held(lock, wait=True)
    yield


if sys.platform == "win32":
    import msvcrt

    def _held(lock: IO[bytes], *, wait: bool) -> bool:
        while True:
            try:
                msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
                time.sleep(0.2)
            else:
                return True

else:
    import fcntl

    def _held(lock: IO[bytes], *, wait: bool) -> bool:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # some network folders cannot lock: better unguarded than not at all
        return True


def _make(place: str, purpose: Purpose, wanted: bytes, lock: IO[bytes]) -> None:
    """Install the lock's packages in the environment, made anew unless it is whole."""
    unfinished = os.path.join(place, _UNFINISHED)
    fresh = os.path.exists(unfinished) or not _is_whole(place)
    if fresh:
        _say(f"setting up, once, in {place} (downloads about {_DOWNLOAD_MB[purpose]} MB) ...")
        _empty(place)
    else:
        _say("bringing the packages up to date ...")
    # Only a start that is killed leaves this mark. A pip that fails undoes its own work.
    with open(unfinished, "wb"):
        pass
    if fresh:
        _create(place)
    try:
        _install(place, purpose, lock)
    except SetupError:
        if not fresh:
            os.remove(unfinished)
        raise
    lacking = missing(wanted, _package_folders(place))
    if lacking:
        raise SetupError(f"pip said all was well, but did not install: {', '.join(lacking)}")
    _stamp(place, wanted)
    os.remove(unfinished)
    _say("ready.")


def _is_whole(place: str) -> bool:
    """Whether the environment was once finished and has lost nothing since."""
    stamped = False
    for purpose in COMMANDS:
        try:
            with open(stamp_of(place, purpose), "rb") as stamp:
                was = stamp.read()
        except FileNotFoundError:
            continue
        if not is_current(place, purpose, was) or missing(was, _package_folders(place)):
            return False
        stamped = True
    return stamped


def _empty(place: str) -> None:
    """Remove all but the lock file, which this start holds open."""
    for entry in os.scandir(place):
        if entry.name == SETUP_LOCK:
            continue
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            os.remove(entry.path)


def _create(place: str) -> None:
    try:
        import venv
    except ImportError as error:
        raise SetupError(_NO_VENV.format(error=error)) from None
    # Without pip: Debian cannot give it one, and installing from outside is quicker.
    try:
        venv.EnvBuilder(symlinks=os.name != "nt", prompt="one-out").create(place)
    except ValueError as error:  # a colon in the path, say: another place may do
        raise OSError(str(error)) from None


def _install(place: str, purpose: Purpose, lock: IO[bytes]) -> None:
    command = [*_pip_for(place), "install", "--quiet", "--no-input", "--no-warn-script-location"]
    # The lock names everything, so there are no dependencies left to work out.
    command += ["--require-hashes", "--only-binary", ":all:", "--no-deps"]
    command += ["--requirement", os.path.join(CLONE, "build", "lock", f"{purpose}.txt")]
    # Should this start be killed, pip goes on; it keeps the lock, so nobody works beside it.
    heirs = () if os.name == "nt" else (lock.fileno(),)
    done = _pip(command, heirs)
    if done.returncode != 0:
        raise SetupError(_explanation(done.stdout, place, purpose))


def _pip_for(place: str) -> list[str]:
    """The command that runs pip on the environment, which has none of its own at first."""
    inside = python_of(place)
    for python in dict.fromkeys((sys.executable, base_python())):
        command = [python, "-m", "pip", "--python", inside]
        if _pip([*command, "--version"]).returncode == 0:
            return command
    command = [inside, "-m", "pip"]
    if _pip([inside, "-m", "ensurepip"]).returncode == 0:
        return command
    raise SetupError(_NO_PIP.format(python=sys.executable))


def _pip(command: list[str], heirs: tuple[int, ...] = ()) -> subprocess.CompletedProcess[str]:
    """Run pip, both its outputs in one."""
    # The reader's own settings say where to find packages and must hold; those that say where to
    # put them must not, nor may packages from elsewhere count as installed here.
    misleading = {"PIP_PREFIX", "PIP_ROOT", "PIP_TARGET", "PYTHONHOME", "PYTHONPATH"}
    surroundings = {k: v for k, v in os.environ.items() if k not in misleading}
    surroundings |= {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return subprocess.run(
        command,
        check=False,
        env=surroundings,
        pass_fds=heirs,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        # Waiting for ever, it would read on without looking for a Ctrl+C that came with some output
        # of pip's (`FileIO.readall`). Waiting for at most a day, it looks.
        timeout=86_400,
    )


def _explanation(said: str, place: str, purpose: Purpose) -> str:
    last = "\n".join(f"  {line[:200]}" for line in said.strip().splitlines()[-6:])
    for signs, meaning in _MEANINGS:
        if any(sign in said for sign in signs):
            told = meaning.format(
                environment=place,
                known=_KNOWN_PYTHONS,
                megabytes=_INSTALLED_MB[purpose],
                version=sys.version.split()[0],
            )
            return f"{told}\n\npip said:\n{last}"
    return f"The game's packages could not be installed. pip said:\n{last}"


def _package_folders(place: str) -> list[str]:
    if os.name == "nt":
        return [os.path.join(place, "Lib", "site-packages")]
    above = os.path.join(place, "lib")
    pythons = os.listdir(above) if os.path.isdir(above) else []
    return [os.path.join(above, python, "site-packages") for python in pythons]


def _stamp(place: str, installed: bytes) -> None:
    """Write down which locks the environment now holds: the tests' lock has all the player's."""
    for purpose in COMMANDS:
        wanted = lock_of(purpose)
        if wanted is not None and pinned(wanted).items() <= pinned(installed).items():
            with open(stamp_of(place, purpose), "wb") as stamp:
                stamp.write(wanted)
        else:
            with contextlib.suppress(FileNotFoundError):
                os.remove(stamp_of(place, purpose))


def _say(line: str) -> None:
    print(f"one-out: {line}", file=sys.stderr, flush=True)
